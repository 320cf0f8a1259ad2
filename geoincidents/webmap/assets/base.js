// Land, borders, and what lights up when an incident has no point.
"use strict";

(() => {
  const { latitude, mercator, south, svg } = geoincidents;

  const SCALE = 1e5;

  const AREAS_FROM = 8; // zooms from which lines are drawn
  const BAND_FROM = 12;
  const CUT_FROM = 10.5; // nearer, dashes far outside would cost as much as those that are seen
  const TILE_PX = 256; // the world at zoom 0, as Web Mercator has it
  const LEAST_STEP_PX = 0.8; // nearer vertices are not told apart
  const PADDING = 0.6; // of the map's size, on each side
  const ORDER = { "gi-land": 210, "gi-border": 310, "gi-lit": 320, "gi-shapes": 410, "gi-text": 590 };

  const panes = (map) => {
    const renderers = {};
    for (const [name, z] of Object.entries(ORDER)) {
      const pane = map.createPane(name);
      pane.style.zIndex = z;
      pane.style.pointerEvents = "none";
      if (name !== "gi-text") renderers[name] = L.svg({ pane: name, padding: 0 });
    }
    return renderers;
  };

  /** Draw beyond the frame, so that a pulled map has no bare edge: later, for it doubles what is to be painted. */
  const widen = (renderers) => {
    for (const renderer of Object.values(renderers)) {
      renderer.options.padding = PADDING;
      if (renderer._map) renderer._update();
    }
  };

  /** Tiles that the maker of the page asked for, above the land, which shows where none arrive. */
  const tiled = (map, url) => {
    map.createPane("gi-tiles").style.zIndex = ORDER["gi-land"] + 10;
    map.options.zoomSnap = 1; // tiles are drawn for whole zooms
    L.tileLayer(url, { pane: "gi-tiles", maxNativeZoom: 19, maxZoom: 22 }).addTo(map);
  };

  /** How many metres a pixel of the map is, in its middle. */
  const metresPerPx = (map) => (40075016.686 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / 2 ** (map.getZoom() + 8);

  /**
   * Lines and areas of one pane. From afar each is written once, as its steps, and only the matrix
   * of their group changes; near by they are cut to what is seen and written anew at each move.
   */
  class Ground {
    constructor(map, renderer) {
      this.map = map;
      this.renderer = renderer.addTo(map);
      this.group = svg("g");
      this.renderer._rootGroup.append(this.group);
      this.items = [];
      renderer.on("update", () => this.draw());
    }

    /** `d` is a path in steps; `from` is the zoom from which they are drawn, `metres` their width on the ground. */
    add(d, className, { fill = false, from = 0, metres = 0, ...attributes } = {}) {
      const style = { "stroke-linecap": "round", "stroke-linejoin": "round", "vector-effect": "non-scaling-stroke" };
      const path = svg("path", { class: className, ...style, ...attributes });
      this.group.append(path);
      this.items.push({ path, d, fill, from, metres });
    }

    draw() {
      const zoom = this.map.getZoom();
      for (const { path, from } of this.items) path.style.display = zoom < from ? "none" : "";
      if (zoom < CUT_FROM) this.place(zoom);
      else this.cut(zoom);
    }

    place(zoom) {
      if (!this.isWhole) for (const { path, d, from } of this.items) if (from < CUT_FROM) path.setAttribute("d", d);
      this.isWhole = true;
      const { x, y } = this.map.getPixelOrigin();
      const { scale, middle } = mercator(zoom);
      this.group.setAttribute("transform", `matrix(${scale} 0 0 ${scale} ${middle - x} ${middle - y})`);
    }

    cut(zoom) {
      this.isWhole = false;
      this.group.removeAttribute("transform");
      const { x, y } = this.map.getPixelOrigin();
      const { min, max } = this.renderer._bounds;
      const frame = { scale: 2 ** zoom, x, y, min, max };
      const wide = this.items.some(({ metres }) => metres) ? metresPerPx(this.map) : 1;
      for (const item of this.items) {
        const write = item.fill ? area : stroke;
        item.flat ||= steps(item.d).map(pixels);
        item.path.setAttribute("d", zoom >= item.from ? item.flat.map((line) => write(line, frame)).join("") : "");
        if (item.metres) item.path.setAttribute("stroke-width", item.metres / wide);
      }
    }
  }

  // Lines of the ground travel as paths of whole steps on the Mercator map: 1e-5 degree of longitude,
  // east and then south, the first from where the equator meets the meridian of Greenwich.
  const steps = (d) => d.split("M").slice(1).map((line) => line.replace("Z", "").split(/[l ]/).map(Number));

  /** Steps as x and y, by turns, in pixels of the world at zoom 0. */
  const pixels = (line) => {
    const flat = new Float64Array(line.length);
    let [x, y] = [180 * SCALE, 180 * SCALE];
    for (let n = 0; n < line.length; n += 2) {
      [x, y] = [x + line[n], y + line[n + 1]];
      [flat[n], flat[n + 1]] = [(x * TILE_PX) / (360 * SCALE), (y * TILE_PX) / (360 * SCALE)];
    }
    return flat;
  };

  /** Steps as lat and lng. */
  const degrees = (line) => {
    const made = [];
    let [x, y] = [0, 0];
    for (let n = 0; n < line.length; n += 2) {
      [x, y] = [x + line[n], y + line[n + 1]];
      made.push([latitude(y), x / SCALE]);
    }
    return made;
  };

  const round = (v) => Math.round(v * 10) / 10;

  /** A closed ring. What lies beyond one side of the frame needs no vertex but the first and the last there. */
  const area = (flat, { scale, x, y, min, max }) => {
    const side = (px, py) => (px < min.x ? 1 : 0) | (px > max.x ? 2 : 0) | (py < min.y ? 4 : 0) | (py > max.y ? 8 : 0);
    const kept = [];
    let [lastX, lastY, last] = [NaN, NaN, 0];
    for (let n = 0; n < flat.length; n += 2) {
      const [px, py] = [flat[n] * scale - x, flat[n + 1] * scale - y];
      const m = (n + 2) % flat.length;
      const here = side(px, py);
      const beyond = here & last & side(flat[m] * scale - x, flat[m + 1] * scale - y);
      if (beyond || Math.abs(px - lastX) + Math.abs(py - lastY) < LEAST_STEP_PX) continue;
      kept.push(`${round(px)} ${round(py)}`);
      [lastX, lastY, last] = [px, py, here];
    }
    return kept.length > 2 ? `M${kept.join(" ")}Z` : "";
  };

  /** A line cut to the frame: dashes far outside would cost as much as those that are seen. */
  const stroke = (flat, { scale, x, y, min, max }) => {
    let d = "";
    let [ax, ay] = [flat[0] * scale - x, flat[1] * scale - y];
    let open = false;
    for (let n = 2; n < flat.length; n += 2) {
      const [bx, by] = [flat[n] * scale - x, flat[n + 1] * scale - y];
      if (n + 2 < flat.length && open && Math.abs(bx - ax) + Math.abs(by - ay) < LEAST_STEP_PX) continue;
      const cut = within(ax, ay, bx, by, min, max);
      if (cut) d += `${open ? "" : `M${round(ax + cut[0] * (bx - ax))} ${round(ay + cut[0] * (by - ay))}`}L${round(ax + cut[1] * (bx - ax))} ${round(ay + cut[1] * (by - ay))}`;
      open = cut !== null && cut[1] === 1;
      [ax, ay] = [bx, by];
    }
    return d;
  };

  /** From which to which share of a segment it is inside a frame: Liang and Barsky (1984); null where it is not. */
  const within = (ax, ay, bx, by, min, max) => {
    let [from, to] = [0, 1];
    for (const [start, end, low, high] of [[ax, bx, min.x, max.x], [ay, by, min.y, max.y]]) {
      const step = end - start;
      if (step === 0 && (start < low || start > high)) return null;
      if (step === 0) continue;
      const [a, b] = [(low - start) / step, (high - start) / step];
      [from, to] = [Math.max(from, Math.min(a, b)), Math.min(to, Math.max(a, b))];
    }
    return from <= to ? [from, to] : null;
  };

  class Base {
    constructor(map, data, renderers) {
      this.map = map;
      this.renderers = renderers;
      this.data = data;
      this.near = new Set(data.base.land.filter((l) => l.near).map((l) => l.country));
    }

    /** Outlines of countries, lat and lng; made when first asked for. */
    get rings() {
      this.outlines ||= new Map(this.data.base.land.map((l) => [l.country, steps(l.rings).map(degrees)]));
      return this.outlines;
    }

    /** Lines of the border by id, likewise. */
    get borders() {
      this.lines ||= new Map(this.data.base.borders.map((b) => [b.id, degrees(steps(b.line)[0])]));
      return this.lines;
    }

    /** Draw it, once the map shows what it shall show. */
    draw() {
      const { base, bounds } = this.data;
      const land = new Ground(this.map, this.renderers["gi-land"]);
      const border = new Ground(this.map, this.renderers["gi-border"]);
      for (const { country, rings } of base.land) land.add(rings, this.near.has(country) ? "land-party" : "land-other", { fill: true });
      for (const rings of base.waters) land.add(rings, "water", { fill: true });
      land.add(base.rivers, "river");
      if (bounds) this.graticule(land, bounds);
      land.add(base.edges, "edge");
      land.add(base.areas, "district", { from: AREAS_FROM });
      for (const { line, accuracy } of base.borders) if (accuracy) border.add(line, "band", { from: BAND_FROM, metres: 2 * accuracy, "stroke-linecap": "butt" });
      const lines = base.borders.map((b) => b.line).join("");
      border.add(lines, "casing");
      border.add(lines, "border");
      land.draw();
      border.draw();
    }

    /** Faint lines at whole degrees, and the edge beyond which there is no data. */
    graticule(land, [west, low, east, high]) {
      const [left, right, up, down] = [Math.round(west * SCALE), Math.round(east * SCALE), south(high), south(low)];
      const lines = [];
      for (let lon = Math.ceil(west); lon <= east; lon += 1) lines.push(`M${lon * SCALE} ${up}l0 ${down - up}`);
      for (let lat = Math.ceil(low); lat <= high; lat += 1) lines.push(`M${left} ${south(lat)}l${right - left} 0`);
      land.add(lines.join(""), "graticule");
      land.add(`M${left} ${down}l${right - left} 0 0 ${up - down} ${left - right} 0 0 ${down - up}`, "clip");
    }

    /** Spots in the view that lie inside an area, those with most room about them first. */
    inside(rings) {
      const { x, y } = this.map.getSize();
      const found = [];
      for (let m = 1; m < 10; m += 1) {
        const { lat } = this.map.containerPointToLatLng([0, (y * m) / 10]);
        const crossings = rings.flatMap((ring) => crossed(ring, lat));
        if (!crossings.length) continue;
        for (let n = 1; n < 12; n += 1) {
          const at = this.map.containerPointToLatLng([(x * n) / 12, (y * m) / 10]);
          if (crossings.filter((lng) => at.lng < lng).length % 2) found.push({ at, far: 0, n, m });
        }
      }
      const mean = (key) => found.reduce((sum, spot) => sum + spot[key], 0) / found.length;
      const [n, m] = [mean("n"), mean("m")];
      return found.sort((a, b) => Math.hypot(a.n - n, a.m - m) - Math.hypot(b.n - n, b.m - m));
    }

    line(make, points, pane, style) {
      return make(points, { pane, renderer: this.renderers[pane], interactive: false, smoothFactor: 0.5, ...style }).addTo(this.map);
    }

    /** Light borders, or the outline of countries where no border is named. */
    light(ids, countries) {
      for (const layer of this.lit || []) layer.remove();
      const lines = ids.filter((id) => this.borders.has(id)).map((id) => this.borders.get(id));
      if (!lines.length) for (const c of countries) lines.push(...(this.rings.get(c) || []));
      this.lit = lines.map((line) => this.line(L.polyline, line, "gi-lit", { className: "lit" }));
      return lines;
    }
  }

  /** Where a parallel crosses the sides of a ring. */
  const crossed = (ring, lat) => {
    const found = [];
    let [ay, ax] = ring[ring.length - 1];
    for (const [by, bx] of ring) {
      if (ay > lat !== by > lat) found.push(((bx - ax) * (lat - ay)) / (by - ay) + ax);
      [ay, ax] = [by, bx];
    }
    return found;
  };

  Object.assign(geoincidents, { panes, widen, metresPerPx, tiled, Base });
})();
