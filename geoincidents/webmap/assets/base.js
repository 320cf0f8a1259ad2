// Land, borders, and what lights up when an incident has no point.
"use strict";

(() => {
  const { decode } = geoincidents;

  const AREAS_FROM = 8; // zooms from which lines are drawn
  const BAND_FROM = 12;
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

  class Base {
    constructor(map, data, renderers) {
      const { base, bounds } = data;
      this.map = map;
      this.renderers = renderers;
      this.arcs = base.arcs.map(decode);
      this.rings = new Map(base.land.map((l) => [l.country, l.rings.map((r) => this.ring(r))]));
      this.near = new Set(base.land.filter((l) => l.near).map((l) => l.country));
      this.borders = new Map(base.borders.map((b) => [b.id, decode(b.line)]));
      for (const { country } of base.land) {
        const className = this.near.has(country) ? "land-party" : "land-other";
        this.line(L.polygon, this.rings.get(country), "gi-land", { className, fill: true, weight: 1 });
      }
      for (const rings of base.waters) this.line(L.polygon, rings.map(decode), "gi-land", { className: "water", fill: true, weight: 0.8 });
      for (const river of base.rivers) this.line(L.polyline, decode(river), "gi-land", { className: "river", weight: 1 });
      if (bounds) this.graticule(bounds);
      for (const n of base.edges) this.line(L.polyline, this.arcs[n], "gi-land", { className: "edge", weight: 0.9 });
      this.districts(base.areas.map(decode));
      this.bands(base.borders);
      for (const line of this.borders.values()) {
        this.line(L.polyline, line, "gi-border", { className: "casing", weight: 4 });
        this.line(L.polyline, line, "gi-border", { className: "border", weight: 1.6 });
      }
    }

    ring(numbers) {
      const line = [];
      for (const n of numbers) line.push(...(n < 0 ? [...this.arcs[-n - 1]].reverse() : this.arcs[n]));
      return line;
    }

    /** Faint lines at whole degrees, and the edge beyond which there is no data. */
    graticule([west, south, east, north]) {
      const lines = [];
      for (let lon = Math.ceil(west); lon <= east; lon += 1) lines.push([[south, lon], [north, lon]]);
      for (let lat = Math.ceil(south); lat <= north; lat += 1) lines.push([[lat, west], [lat, east]]);
      this.line(L.polyline, lines, "gi-land", { className: "graticule", weight: 0.6 });
      this.line(L.rectangle, [[south, west], [north, east]], "gi-land", { className: "clip", weight: 1.2, fill: false });
    }

    districts(lines) {
      if (!lines.length) return;
      const layer = L.polyline(lines, { pane: "gi-land", renderer: this.renderers["gi-land"], interactive: false, className: "district", weight: 0.9, smoothFactor: 0.5 });
      const show = () => (this.map.getZoom() >= AREAS_FROM ? layer.addTo(this.map) : layer.remove());
      this.map.on("zoomend", show);
      show();
    }

    /** How far off the border may be, drawn where that is wide enough to be seen. */
    bands(borders) {
      const bands = borders.filter((b) => b.accuracy).map(({ id, accuracy }) => {
        const layer = this.line(L.polyline, this.borders.get(id), "gi-border", { className: "band", lineCap: "butt" });
        return { layer, accuracy };
      });
      const widen = () => {
        const shown = this.map.getZoom() >= BAND_FROM;
        for (const { layer, accuracy } of bands) {
          layer.setStyle({ weight: (2 * accuracy) / metresPerPx(this.map) });
          layer.getElement()?.classList.toggle("off", !shown);
        }
      };
      this.map.on("zoomend", widen);
      widen();
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
