// Land, borders, and what lights up when an incident has no point.
"use strict";

(() => {
  const { decode, svg } = geoincidents;

  const AREAS_FROM = 8; // zooms from which lines are drawn
  const BAND_FROM = 12;
  const TILE_PX = 256; // the world at zoom 0, as Web Mercator has it
  const LEAST_STEP_PX = 0.8; // nearer vertices are not told apart
  const ORDER = { "gi-land": 210, "gi-border": 310, "gi-lit": 320, "gi-shapes": 410, "gi-text": 590 };

  const panes = (map) => {
    const renderers = {};
    for (const [name, z] of Object.entries(ORDER)) {
      const pane = map.createPane(name);
      pane.style.zIndex = z;
      pane.style.pointerEvents = "none";
      if (name !== "gi-text") renderers[name] = L.svg({ pane: name, padding: 0.6 });
    }
    return renderers;
  };

  /** Tiles that the maker of the page asked for, above the land, which shows where none arrive. */
  const tiled = (map, url) => {
    map.createPane("gi-tiles").style.zIndex = ORDER["gi-land"] + 10;
    map.options.zoomSnap = 1; // tiles are drawn for whole zooms
    L.tileLayer(url, { pane: "gi-tiles", maxNativeZoom: 19, maxZoom: 22 }).addTo(map);
  };

  /** How many metres a pixel of the map is, in its middle. */
  const metresPerPx = (map) => (40075016.686 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / 2 ** (map.getZoom() + 8);

  /** Lines and areas of one pane, projected once: at each move cut to what is seen and written anew. */
  class Ground {
    constructor(map, renderer) {
      this.map = map;
      this.renderer = renderer.addTo(map);
      this.items = [];
      renderer.on("update", () => this.draw());
    }

    /** `lines` are lat and lng; `from` is the zoom from which they are drawn, `metres` their width on the ground. */
    add(lines, className, { fill = false, from = 0, metres = 0, ...attributes } = {}) {
      const path = svg("path", { class: className, "stroke-linecap": "round", "stroke-linejoin": "round", ...attributes });
      this.renderer._rootGroup.append(path);
      this.items.push({ path, fill, from, metres, lines: lines.map(projected) });
    }

    draw() {
      const zoom = this.map.getZoom();
      const { x, y } = this.map.getPixelOrigin();
      const { min, max } = this.renderer._bounds;
      const frame = { scale: 2 ** zoom, x, y, min, max };
      const wide = this.items.some(({ metres }) => metres) ? metresPerPx(this.map) : 1;
      for (const { path, fill, from, metres, lines } of this.items) {
        const write = fill ? area : stroke;
        path.setAttribute("d", zoom >= from ? lines.map((line) => write(line, frame)).join("") : "");
        if (metres) path.setAttribute("stroke-width", metres / wide);
      }
    }
  }

  /** A line as x and y, by turns, in pixels of the world at zoom 0. */
  const projected = (line) => {
    const flat = new Float64Array(2 * line.length);
    line.forEach(([lat, lng], n) => {
      flat[2 * n] = ((lng + 180) / 360) * TILE_PX;
      flat[2 * n + 1] = (0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * TILE_PX;
    });
    return flat;
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
      const { base } = data;
      this.map = map;
      this.renderers = renderers;
      this.data = data;
      this.arcs = base.arcs.map(decode);
      this.rings = new Map(base.land.map((l) => [l.country, l.rings.map((r) => this.ring(r))]));
      this.near = new Set(base.land.filter((l) => l.near).map((l) => l.country));
      this.borders = new Map(base.borders.map((b) => [b.id, decode(b.line)]));
    }

    /** Draw it, once the map shows what it shall show. */
    draw() {
      const { base, bounds } = this.data;
      const land = new Ground(this.map, this.renderers["gi-land"]);
      const border = new Ground(this.map, this.renderers["gi-border"]);
      for (const [country, rings] of this.rings) land.add(rings, this.near.has(country) ? "land-party" : "land-other", { fill: true });
      for (const rings of base.waters) land.add(rings.map(decode), "water", { fill: true });
      land.add(base.rivers.map(decode), "river");
      if (bounds) this.graticule(land, bounds);
      land.add(base.edges.map((n) => this.arcs[n]), "edge");
      land.add(base.areas.map(decode), "district", { from: AREAS_FROM });
      for (const { id, accuracy } of base.borders) if (accuracy) border.add([this.borders.get(id)], "band", { from: BAND_FROM, metres: 2 * accuracy, "stroke-linecap": "butt" });
      const lines = [...this.borders.values()];
      border.add(lines, "casing");
      border.add(lines, "border");
      land.draw();
      border.draw();
    }

    ring(numbers) {
      const line = [];
      for (const n of numbers) line.push(...(n < 0 ? [...this.arcs[-n - 1]].reverse() : this.arcs[n]));
      return line;
    }

    /** Faint lines at whole degrees, and the edge beyond which there is no data. */
    graticule(land, [west, south, east, north]) {
      const lines = [];
      for (let lon = Math.ceil(west); lon <= east; lon += 1) lines.push([[south, lon], [north, lon]]);
      for (let lat = Math.ceil(south); lat <= north; lat += 1) lines.push([[lat, west], [lat, east]]);
      land.add(lines, "graticule");
      land.add([[[south, west], [south, east], [north, east], [north, west], [south, west]]], "clip");
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

  Object.assign(geoincidents, { panes, metresPerPx, tiled, Base });
})();
