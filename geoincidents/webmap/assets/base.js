// Land, borders, and what lights up when an incident has no point.
"use strict";

(() => {
  const { decode, holds } = geoincidents;

  const panes = (map) => {
    const order = { "gi-land": 210, "gi-border": 310, "gi-lit": 320, "gi-shapes": 410, "gi-text": 590 };
    const renderers = {};
    for (const [name, z] of Object.entries(order)) {
      const pane = map.createPane(name);
      pane.style.zIndex = z;
      pane.style.pointerEvents = "none";
      if (name !== "gi-text") renderers[name] = L.svg({ pane: name, padding: 0.6 });
    }
    return renderers;
  };

  class Base {
    constructor(map, base, renderers) {
      this.map = map;
      this.renderers = renderers;
      this.arcs = base.arcs.map(decode);
      this.rings = new Map(base.land.map((l) => [l.country, l.rings.map((r) => this.ring(r))]));
      this.borders = new Map(base.borders.map((b) => [b.id, decode(b.line)]));
      const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
      for (const land of base.land) {
        const fill = colour(land.near ? "--land-party" : "--land-other");
        this.line(L.polygon, this.rings.get(land.country), "gi-land", { fillColor: fill, fillOpacity: 1, color: fill, weight: 1 });
      }
      for (const n of base.edges) {
        this.line(L.polyline, this.arcs[n], "gi-land", { color: colour("--border"), weight: 0.9, opacity: 0.7 });
      }
      for (const line of this.borders.values()) {
        this.line(L.polyline, line, "gi-border", { className: "casing", weight: 4, color: "#fff" });
        this.line(L.polyline, line, "gi-border", { className: "border", weight: 1.6, color: colour("--border") });
      }
    }

    ring(numbers) {
      const line = [];
      for (const n of numbers) line.push(...(n < 0 ? [...this.arcs[-n - 1]].reverse() : this.arcs[n]));
      return line;
    }

    /** Spots in the view that lie inside an area, those with most room about them first. */
    inside(rings) {
      const { x, y } = this.map.getSize();
      const found = [];
      for (let n = 1; n < 12; n += 1) {
        for (let m = 1; m < 10; m += 1) {
          const at = this.map.containerPointToLatLng([(x * n) / 12, (y * m) / 10]);
          if (holds(rings, at)) found.push({ at, far: 0, n, m });
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

  Object.assign(geoincidents, { panes, Base });
})();
