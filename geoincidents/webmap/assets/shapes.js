// Depths, areas, doubts and ties of one account.
"use strict";

(() => {
  const { RANKS, latlng } = geoincidents;

  const STYLES = {
    doubt: { weight: 1, fill: true },
    somewhere: { weight: 5, fill: false, lineCap: "butt" },
    depth_bracket: { weight: 2 },
    depth_line: { weight: 1.6 },
    depth_parallel: { weight: 1 },
    counter_line: { weight: 2 },
    area_disc: { weight: 1.4, fill: true },
    area_band: { weight: 1.4, fill: true },
  };

  /** The shapes of one account of one incident, with their lettering. */
  class AccountShapes {
    constructor(stage, incident, account) {
      this.stage = stage;
      this.key = account.key;
      this.voice = account.voice;
      this.layer = L.layerGroup();
      this.ties = L.layerGroup();
      this.demand = L.layerGroup();
      this.selected = false;
      if (account.at) this.site(incident.at, account.at, this.ties);
      for (const at of account.sites) this.site(account.at || incident.at, at, this.layer);
      for (const shape of account.shapes) this.shape(shape);
    }

    /** Show or hide; ties lead from the mark to places of other accounts. */
    show(on, tied) {
      this.isShown = on;
      for (const [layer, wanted] of [[this.layer, on], [this.ties, on && tied]]) {
        if (wanted) layer.addTo(this.stage.map);
        else layer.remove();
      }
      if (!on) this.demand.remove();
    }

    style(className, more) {
      return { className, pane: "gi-shapes", renderer: this.stage.renderers["gi-shapes"], interactive: false, smoothFactor: 0.5, ...more };
    }

    draw(layer, demand) {
      (demand ? this.demand : this.layer).addLayer(layer);
      return layer;
    }

    /** A further place of the incident: a small hollow tie to its mark. */
    site(from, at, layer) {
      if (from) layer.addLayer(L.polyline([latlng(from), latlng(at)], this.style("tie", {})));
      layer.addLayer(L.circleMarker(latlng(at), { ...this.style("tie", {}), radius: 4 }));
      const show = () => this.stage.map.hasLayer(layer);
      this.stage.letters.lines.push({ points: [latlng(at)], show, pad: 7 });
    }

    shape(shape) {
      if (["doubt", "somewhere"].includes(shape.kind) && !shape.demand) return this.doubt(shape);
      const lines = shape.lines.map((n) => this.stage.lines[n]);
      const make = shape.area ? L.polygon : L.polyline;
      const drawn = this.draw(make(lines, this.style(`sh-${shape.kind}`, STYLES[shape.kind] || {})), shape.demand);
      const show = () => this.layer && this.visible() && (!shape.demand || this.selected);
      if (!shape.area) for (const points of lines) this.stage.letters.lines.push({ points, show });
      if (shape.kind === "depth_bracket") this.ticks(lines);
      if (shape.kind === "depth_line") this.stage.depths.push({ shape, drawn, account: this });
      if (shape.kind === "depth_line" || shape.kind === "depth_parallel") {
        for (const line of lines) for (const end of [line[0], line[line.length - 1]]) this.text("?", () => [{ at: L.latLng(end), far: 0 }], "open", show);
      }
      const lettered = shape.label && shape.kind !== "depth_line";
      if (lettered) this.text(shape.label, () => this.spots(shape, lines), "figure", show);
    }

    /** A place has one doubt, however many tell of it: drawn twice it would look darker. */
    doubt(shape) {
      const { doubts, lines } = this.stage;
      const key = String(shape.lines);
      if (!doubts.has(key)) {
        const rings = shape.lines.map((n) => lines[n]);
        doubts.set(key, { layer: L.polygon(rings, this.style(`sh-${shape.kind}`, STYLES[shape.kind])), owners: [] });
      }
      doubts.get(key).owners.push(this);
    }

    text(text, spots, kind, show) {
      this.stage.letters.add(text, spots, { kind, rank: kind === "open" ? -1 : RANKS.figure, own: true, show });
    }

    spots(shape, lines) {
      const points = lines.flat();
      if (shape.kind !== "counter_line" && shape.kind !== "depth_parallel") {
        return [...[9, 20, 34].flatMap((far) => middles(lines).map((at) => ({ at, far }))), ...points.slice(0, 40).map((p) => ({ at: L.latLng(p), far: 9 }))];
      }
      const step = Math.max(1, Math.floor(points.length / 12));
      return points.filter((_, n) => n % step === Math.floor(step / 2)).map((p) => ({ at: L.latLng(p), far: 8 }));
    }

    /** Strokes across the ends of a bracket, and across a lesser depth: their length is on the screen, not on the ground. */
    ticks(lines) {
      const map = this.stage.map;
      const layers = lines.flatMap((line) => line.map((at) => ({ line, at, layer: this.draw(L.polyline([], this.style("sh-ticks", { weight: 2 })), false) })));
      const lay = () => {
        for (const { line, at: point, layer } of layers) {
          const [a, b, at] = [line[0], line[line.length - 1], point].map((p) => map.latLngToLayerPoint(p));
          const length = a.distanceTo(b) || 1;
          const across = L.point(-(b.y - a.y), b.x - a.x).multiplyBy(5 / length);
          layer.setLatLngs([at.add(across), at.subtract(across)].map((p) => map.layerPointToLatLng(p)));
        }
      };
      map.on("zoomend viewreset", lay);
      lay();
    }

    visible() {
      return this.stage.map.hasLayer(this.layer);
    }

    select(on) {
      this.selected = on;
      if (on && this.isShown) this.demand.addTo(this.stage.map);
      else this.demand.remove();
    }
  }

  const middles = (lines) => lines.map((line) => L.latLngBounds(line).getCenter());

  Object.assign(geoincidents, { AccountShapes });
})();
