// Close-ups of the cards that scripts make, from what the map holds: the same picture as
// closeups.py draws for the cards that are written out; tests hold the two equal.
"use strict";

(() => {
  const { Boxes, element, fill, svg, symbol } = geoincidents;

  const SCALED = new Set(["depth_bracket", "area_disc", "area_band"]);
  const LETTERED = new Set(["town", "village", "lake"]);
  const BAR_PX = 90;
  const SIDE_PX = 26;
  const APART_PX = 12; // open ends nearer than this share a question mark
  const MARGIN_PX = 40; // lines go on so far beyond the picture
  const TICK_PX = 5;
  const LINE_PX = 13;
  const CHAR_PX = 5.9;
  const LEADER_PX = 24;
  const WRAP = 22;
  const SPACED = { country: 1.22 };
  const NEAR = [0, 8];
  const FAR = [0, 16, 34, 60, 90];
  const SPOTS = ["right mid", "right up", "right down", "left mid", "left up", "left down", "mid up", "mid down", "early up", "early down", "late up", "late down"].map((s) => s.split(" "));

  const tenth = (v) => Math.round(v * 10) / 10;

  /** A path of pixels, to a tenth: the first point, then steps. */
  const path = (run, closed = false) => {
    let [x, y] = [0, 0];
    const steps = run.map(([px, py]) => {
      const [here, there] = [Math.round(px * 10), Math.round(py * 10)];
      const step = `${(here - x) / 10} ${(there - y) / 10}`;
      [x, y] = [here, there];
      return step;
    });
    return `M${steps[0]}l${steps.slice(1).join(" ") || "0 0"}${closed ? "z" : ""}`;
  };

  /** A whole ellipse: from its top around to a tenth beside it. */
  const arcs = (...ellipse) => {
    const [[x, y], [across, down]] = ellipse.map((pair) => pair.map((v) => Math.round(v * 10)));
    return `M${x / 10} ${(y - down) / 10}a${across / 10} ${down / 10} 0 1 0 .1 0z`;
  };

  /** Points along a line, near enough together to keep texts off it. */
  const spread = function* spread(run) {
    for (let k = 1; k < run.length; k += 1) {
      const [[ax, ay], [bx, by]] = [run[k - 1], run[k]];
      const n = Math.max(1, Math.floor(Math.hypot(bx - ax, by - ay) / 6));
      for (let m = 0; m <= n; m += 1) yield [ax + ((bx - ax) * m) / n, ay + ((by - ay) * m) / n];
    }
  };

  /** Lines of at most so many characters, broken between words. */
  const wrapped = (text) => {
    const lines = [];
    for (const word of text.split(/\s+/)) {
      const last = lines[lines.length - 1];
      if (last !== undefined && last.length + 1 + word.length <= WRAP) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  };

  /** How wide a text is, in letters of mean width. */
  const letters = (text) => [...text].reduce((sum, c) => sum + weight(c), 0);
  const weight = (c) => {
    if ("ijl.,:;'’|! ".includes(c)) return 0.55;
    if ("frt()-".includes(c)) return 0.75;
    if ("mwMW".includes(c)) return 1.65;
    return c !== c.toLowerCase() ? 1.2 : 1.07;
  };

  const roundLength = (most) => {
    const power = 10 ** Math.floor(Math.log10(most));
    return power * [5, 2, 1].find((step) => step * power <= most);
  };

  const middle = (points) => {
    const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
    return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
  };

  /** The sheet: where texts find room. */
  class Sheet {
    constructor(width, height) {
      Object.assign(this, { width, height, texts: [], boxes: new Boxes() });
    }

    holds([x, y], margin = 0) {
      return x >= -margin && x <= this.width + margin && y >= -margin && y <= this.height + margin;
    }

    block([x, y], radius) {
      this.boxes.add([x - radius, y - radius, x + radius, y + radius]);
    }

    blockLine(run) {
      for (const at of spread(run)) if (this.holds(at)) this.block(at, 4);
    }

    /** Write a text near a pixel, tied to it where it must stand far off; whether it found room. */
    write(text, at, kind, far, { must = false, toward = null } = {}) {
      const lines = wrapped(text);
      const width = Math.max(...lines.map(letters)) * CHAR_PX * (SPACED[kind] || 1) + 6;
      const height = lines.length * LINE_PX;
      let spots = (must ? FAR : NEAR).flatMap((n) => spotsAround(at, width, height, far + n));
      if (toward) {
        const isToward = ({ box }) => ((box[0] + box[2]) / 2 - at[0]) * toward[0] + ((box[1] + box[3]) / 2 - at[1]) * toward[1] > 0;
        spots = [...spots.filter(isToward), ...spots.filter((spot) => !isToward(spot))];
      }
      const free = spots.find(({ box }) => this.fits(box) && !this.boxes.meets(box));
      if (!free) return false;
      const { across, box } = free;
      this.boxes.add(box);
      const [x, anchor] = { left: [box[2] - 3, "end"], mid: [at[0], "middle"] }[across] || [box[0] + 3];
      this.texts.push({ x: tenth(x), y: tenth(box[1] + LINE_PX - 3), lines, kind, anchor, leader: must && this.leader(at, box) });
      return true;
    }

    leader(at, box) {
      const end = [Math.min(Math.max(at[0], box[0]), box[2]), Math.min(Math.max(at[1], box[1]), box[3])];
      if (Math.hypot(at[0] - end[0], at[1] - end[1]) <= LEADER_PX) return "";
      this.blockLine([at, end]);
      return path([at, end]);
    }

    fits([left, top, right, bottom]) {
      return left >= 0 && top >= 0 && right <= this.width && bottom <= this.height - 16;
    }
  }

  const spotsAround = ([x, y], width, height, far) => {
    const lefts = { right: x + far, left: x - far - width, mid: x - width / 2, early: x - width * 0.75, late: x - width * 0.25 };
    const tops = { mid: y - height / 2, up: y - far - height, down: y + far };
    return SPOTS.map(([across, down]) => ({ across, box: [lefts[across], tops[down], lefts[across] + width, tops[down] + height] }));
  };

  /** One incident to scale. */
  class Picture {
    constructor(incident, stage) {
      this.incident = incident;
      this.stage = stage;
      this.sizes = stage.data.closeup;
      const shapes = incident.accounts.flatMap((account) => account.shapes.map((shape) => ({ ...shape, account })));
      this.shapes = shapes.filter((s) => !s.demand && s.kind !== "somewhere");
      this.scaled = this.shapes.filter((s) => SCALED.has(s.kind));
      this.sheet = new Sheet(this.sizes.width, this.sizes.height);
      this.ends = [];
      this.parts = { doubt: [], others: [] };
    }

    /** A place in its middle, north up; lengths of a degree by the series of Snyder (1987). */
    frame() {
      const { width, height, depth } = this.sizes;
      const points = this.scaled.flatMap((s) => s.lines.flatMap((n) => this.stage.line(n)));
      [this.lat, this.lon] = middle(points);
      const largest = (isDepth) => Math.max(0, ...this.scaled.filter((s) => (s.kind === "depth_bracket") === isDepth).map((s) => s.high));
      this.metres = (largest(true) || Math.sqrt(largest(false) / Math.PI)) / depth;
      const phi = (this.lat * Math.PI) / 180;
      const perLat = 111132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi);
      const perLon = 111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi);
      [this.right, this.down] = [perLon / this.metres, perLat / this.metres];
      this.pixel = ([lat, lon]) => [(lon - this.lon) * this.right + width / 2, (this.lat - lat) * this.down + height / 2];
    }

    /** The parts of a line that pass through the picture with its margin. */
    runs(points) {
      const { width, height } = this.sizes;
      const [runs, right, bottom] = [[], width + MARGIN_PX, height + MARGIN_PX];
      let [run, a] = [null, null];
      for (const point of points) {
        const b = this.pixel(point);
        const beside = a && (Math.max(a[0], b[0]) < -MARGIN_PX || Math.min(a[0], b[0]) > right || Math.max(a[1], b[1]) < -MARGIN_PX || Math.min(a[1], b[1]) > bottom);
        if (a && !beside) {
          if (!run) runs.push((run = [a]));
          run.push(b);
        } else run = null;
        a = b;
      }
      return runs;
    }

    draw() {
      this.frame();
      const { base } = this.stage;
      this.borders = new Map([...base.borders].map(([id, points]) => [id, this.runs(points)]));
      const lines = [...this.borders.values()].flat();
      for (const run of lines) this.sheet.blockLine(run);
      this.mark = this.incident.at && this.pixel([this.incident.at[1], this.incident.at[0]]).map(tenth);
      if (this.mark) this.sheet.block(this.mark, 12);
      // Two accounts of one place have one doubt: drawn twice it would look darker.
      const once = new Map(this.shapes.map((s) => [`${s.kind} ${s.lines}`, s]));
      for (const shape of once.values()) this.shape(shape);
      for (const shape of this.shapes) this.figure(shape);
      this.names();
      return this.drawing(lines.map((run) => path(run)).join(""));
    }

    drawn(shape) {
      const lines = shape.lines.map((n) => this.stage.line(n));
      return shape.area ? lines.map((line) => line.map(this.pixel)) : lines.flatMap((line) => this.runs(line));
    }

    shape(shape) {
      const box = shape.kind === "doubt" ? this.parts.doubt : this.parts.others;
      const put = (kind, d) => box.push(svg("path", { class: `sh-${kind}`, d }));
      this.drawn(shape).forEach((run, k) => {
        if (shape.kind !== "doubt") this.sheet.blockLine(run);
        if (shape.kind === "depth_bracket") put("ticks", ticks(run));
        if (shape.kind === "depth_line") this.openEnds(run);
        const circle = shape.area && this.stage.data.circles[~shape.lines[k]];
        put(shape.kind, circle ? this.circle(circle) : path(run, shape.area));
      });
    }

    circle([lon, lat, across, down]) {
      return arcs(this.pixel([lat / 1e5, lon / 1e5]), [(across / 1e5) * this.right, (down / 1e5) * this.down]);
    }

    /** A question mark at each end: the line goes on, nobody says how far. */
    openEnds(run) {
      for (const [x, y] of [run[0], run[run.length - 1]]) {
        const near = this.ends.some(([a, b]) => Math.hypot(x - a, y - b) < APART_PX);
        if (near || !this.sheet.holds([x, y], -6)) continue;
        this.sheet.texts.push({ x: tenth(x), y: tenth(y + 4), lines: ["?"], kind: "open" });
        this.sheet.block([x, y], 6);
        this.ends.push([x, y]);
      }
    }

    /** Letter a shape; a depth is lettered at its bracket, not once more at its line. */
    figure(shape) {
      if (!shape.label || shape.kind === "depth_line") return;
      for (const run of this.drawn(shape)) {
        if (shape.kind === "depth_bracket") this.sheet.write(shape.label, middle(run), "figure", 10, { must: true, toward: course(run) });
        else run.filter((at, n) => n >= run.length >> 2 && (n - (run.length >> 2)) % 2 === 0 && this.sheet.holds(at, -20)).some((at) => this.sheet.write(shape.label, at, "figure", 8));
      }
    }

    names() {
      const own = this.incident.accounts.find((a) => a.chosen)?.place;
      if (this.mark && own) this.sheet.write(own, this.mark, "place", 14, { must: true });
      for (const [id, runs] of this.borders) this.sides(this.sizes.sides[id] || [], runs);
      let left = this.sizes.names;
      for (const { name, kind, at } of this.stage.data.places) {
        const pixel = left && LETTERED.has(kind) && name !== own && this.pixel([at[1], at[0]]);
        if (pixel && this.sheet.holds(pixel, -10)) left -= this.sheet.write(name, pixel, "other", 4);
      }
    }

    /** Letter who lies on which side of a border: the first on its left, once. */
    sides(names, runs) {
      const run = runs.reduce((most, r) => (r.length > most.length ? r : most), []);
      names.forEach((name, n) => {
        const sign = n ? -1 : 1;
        run.slice(0, -1).some((a, k) => this.sheet.holds(a, -20) && this.sheet.write(name, beside(a, run[k + 1], sign), "country", 6));
      });
    }

    drawing(borders) {
      const { width, height, bars } = this.sizes;
      const length = roundLength(BAR_PX * this.metres);
      const px = tenth(length / this.metres);
      const parts = [svg("rect", { class: "land", width, height }), ...this.parts.doubt];
      const id = `${this.incident.id}-line`;
      if (borders) parts.push(svg("defs", {}, [svg("path", { id, d: borders })]), ...["casing", "border"].map((name) => svg("use", { class: name, href: `#${id}` })));
      parts.push(...this.parts.others);
      for (const { leader } of this.sheet.texts) if (leader) parts.push(svg("path", { class: "leader", d: leader }));
      if (this.mark) {
        const mark = symbol(this.incident.status, this.incident.label, 20);
        mark.setAttribute("x", tenth(this.mark[0] - 10));
        mark.setAttribute("y", tenth(this.mark[1] - 10));
        parts.push(mark);
      }
      for (const { kind, x, y, lines, anchor } of this.sheet.texts) {
        const [first, ...rest] = lines;
        const spans = rest.map((line) => svg("tspan", { x, dy: LINE_PX }, [line]));
        parts.push(svg("text", { class: `t-${kind}`, x, y, ...(anchor && { "text-anchor": anchor }) }, [first, ...spans]));
      }
      parts.push(svg("path", { class: "bar", d: `M8 ${height - 14}v6h${px}v-6` }));
      parts.push(svg("text", { class: "t-bar", x: 14 + px, y: height - 8 }, [bars[length] || ""]));
      return parts;
    }
  }

  /** The steps right and down from a line's start to its end; null where there are none. */
  const course = (run) => {
    const [a, b] = [run[0], run[run.length - 1]];
    return a[0] === b[0] && a[1] === b[1] ? null : [b[0] - a[0], b[1] - a[1]];
  };

  /** The short strokes across a bracket: at its ends and at a lesser depth. */
  const ticks = (run) => {
    const [right, down] = course(run) || [0, 0];
    const length = Math.hypot(right, down) || 1;
    const [x, y] = [(-down / length) * TICK_PX, (right / length) * TICK_PX];
    return run.map((p) => path([[p[0] - x, p[1] - y], [p[0] + x, p[1] + y]])).join(" ");
  };

  /** A spot off a segment: on its left hand for 1, on its right for -1. */
  const beside = (a, b, sign) => {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    return [a[0] + (sign * (b[1] - a[1]) * SIDE_PX) / length, a[1] - (sign * (b[0] - a[0]) * SIDE_PX) / length];
  };

  /** The figure of an incident's card; null where it tells no depth and no area that is drawn. */
  const closeup = (incident, stage) => {
    if (!incident?.accounts || !stage.data.closeup) return null;
    const picture = new Picture(incident, stage);
    if (!picture.scaled.length) return null;
    const { strings, data } = stage;
    const { width, height } = data.closeup;
    const joined = incident.accounts.some((a) => a.joined);
    const notes = [strings.closeup, ...(joined ? [strings.joined] : []), fill(strings.border_of, { credit: data.credits.join(", ") })];
    const label = fill(strings.closeup_of, { title: incident.title });
    const figure = element("figure", "closeup");
    const sheet = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label });
    figure.append(sheet, element("figcaption", "", notes.join(" ")));
    waiting.set(sheet, picture);
    near.observe(sheet);
    return figure;
  };

  // Pictures are drawn once they are near the view, or once the page goes to paper.
  const waiting = new WeakMap();
  const draw = (sheet) => {
    near.unobserve(sheet);
    sheet.append(...waiting.get(sheet).draw());
  };
  const drawAll = () => document.querySelectorAll(".closeup > svg:empty").forEach(draw);
  const near = new IntersectionObserver((seen) => seen.filter((s) => s.isIntersecting).forEach((s) => draw(s.target)), { rootMargin: "400px" });
  addEventListener("beforeprint", drawAll);
  matchMedia("print").addEventListener("change", drawAll);

  /** Add to cards that are written out the pictures that are not. */
  const complete = (stage) => {
    if (!stage.data.closeup) return;
    for (const card of document.querySelectorAll(".card[tabindex]:not(:has(.closeup))")) {
      const made = closeup(told(card.id, stage), stage);
      if (made) card.querySelector(".squares, .accounts").before(made);
    }
  };

  const told = (id, stage) => stage.incidents.get(id) || stage.data.background.find((i) => i.id === id);

  Object.assign(geoincidents, { closeup, complete, told });
})();
