// Depths, areas, doubts and ties of one account.
"use strict";

(() => {
  const { RANKS, latlng } = geoincidents;

  const FARS = [9, 20, 34, 56, 84]; // how far a figure may stand from its shape

  const STYLES = {
    doubt: { weight: 1, fill: true },
    somewhere: { weight: 4, fill: false, lineCap: "butt" },
    depth_bracket: { weight: 2 },
    depth_line: { weight: 1.6 },
    depth_parallel: { weight: 1 },
    counter_line: { weight: 2 },
    area_disc: { weight: 1.4, fill: true },
    area_band: { weight: 1.4, fill: true },
  };

  /** The shapes of one account of one incident, with their lettering. What several draw alike is drawn once. */
  class AccountShapes {
    constructor(stage, incident, account) {
      this.stage = stage;
      this.key = account.key;
      this.voice = account.voice;
      this.demand = L.layerGroup();
      this.selected = false;
      if (account.at) this.site(incident.at, account.at, "isTied");
      for (const at of account.sites) this.site(account.at || incident.at, at, "isSited");
      for (const shape of account.shapes) this.shape(shape);
    }

    /** Show or hide; ties lead from the mark to further places, and to those of other accounts. */
    show(on, { tied, sited }) {
      this.isShown = on;
      this.isSited = on && sited;
      this.isTied = this.isSited && tied;
      if (!on) this.demand.remove();
    }

    style(className, more) {
      return { className, pane: "gi-shapes", renderer: this.stage.renderers["gi-shapes"], interactive: false, smoothFactor: 0.5, ...more };
    }

    /** A layer that all have who draw the same: twice it would look darker, and be lettered twice. */
    share(key, make, when = "isShown") {
      const { shared } = this.stage;
      if (!shared.has(key)) {
        const drawn = { layer: L.layerGroup(), owners: [], when };
        shared.set(key, drawn);
        make(drawn.layer, () => this.stage.map.hasLayer(drawn.layer));
      }
      shared.get(key).owners.push(this);
    }

    /** A further place of the incident: a small hollow tie to its mark. */
    site(from, at, when) {
      const make = (layer, show) => {
        if (from) layer.addLayer(L.polyline([latlng(from), latlng(at)], this.style("tie", {})));
        layer.addLayer(L.circleMarker(latlng(at), { ...this.style("tie", {}), radius: 4 }));
        this.stage.letters.lines.push({ points: [latlng(at)], show, pad: 7 });
      };
      this.share(`${when} ${from} ${at}`, make, when);
    }

    shape(shape) {
      const show = () => this.stage.map.hasLayer(this.demand) && this.selected;
      if (shape.demand) this.draw(shape, this.demand, show);
      else this.share(`${shape.kind} ${shape.lines} ${shape.label}`, (layer, isOn) => this.draw(shape, layer, isOn));
    }

    draw(shape, layer, show) {
      const { letters, depths } = this.stage;
      const lines = shape.lines.map((n) => this.stage.line(n));
      const drawn = (shape.area ? L.polygon : L.polyline)(lines, this.style(`sh-${shape.kind}`, STYLES[shape.kind] || {}));
      layer.addLayer(drawn);
      if (!shape.area) for (const points of lines) letters.lines.push({ points, show });
      if (shape.kind === "depth_bracket") this.ticks(lines, layer);
      if (shape.kind === "depth_line") depths.push({ shape, drawn, account: this });
      if (shape.kind === "depth_line" || shape.kind === "depth_parallel") {
        for (const line of lines) for (const end of [line[0], line[line.length - 1]]) this.text("?", () => [{ at: L.latLng(end), far: 0 }], "open", show);
      }
      const lettered = shape.label && shape.kind !== "depth_line";
      if (lettered) this.text(shape.label, () => this.spots(shape, lines), "figure", show);
    }

    text(text, spots, kind, show) {
      this.stage.letters.add(text, spots, { kind, rank: kind === "open" ? -1 : RANKS.figure, own: true, show });
    }

    spots(shape, lines) {
      const points = lines.flat();
      if (shape.kind !== "counter_line" && shape.kind !== "depth_parallel") {
        const toward = shape.kind === "depth_bracket" ? course(points) : null;
        const around = (side) => FARS.flatMap((far) => middles(lines).map((at) => ({ at, far, toward: side })));
        return [...(toward ? around(toward) : []), ...around(null), ...points.slice(0, 40).map((p) => ({ at: L.latLng(p), far: 9 }))];
      }
      const step = Math.max(1, Math.floor(points.length / 12));
      return points.filter((_, n) => n % step === Math.floor(step / 2)).map((p) => ({ at: L.latLng(p), far: 8 }));
    }

    /** Strokes across the ends of a bracket, and across a lesser depth: their length is on the screen, not on the ground. */
    ticks(lines, layer) {
      const map = this.stage.map;
      const strokes = lines.flatMap((line) => line.map((at) => ({ line, at, tick: L.polyline([], this.style("sh-ticks", { weight: 2 })).addTo(layer) })));
      const lay = () => {
        for (const { line, at: point, tick } of strokes) {
          const [a, b, at] = [line[0], line[line.length - 1], point].map((p) => map.latLngToLayerPoint(p));
          const length = a.distanceTo(b) || 1;
          const across = L.point(-(b.y - a.y), b.x - a.x).multiplyBy(5 / length);
          tick.setLatLngs([at.add(across), at.subtract(across)].map((p) => map.layerPointToLatLng(p)));
        }
      };
      map.on("zoomend viewreset", lay);
      lay();
    }

    select(on) {
      this.selected = on;
      if (on && this.isShown) this.demand.addTo(this.stage.map);
      else this.demand.remove();
    }
  }

  /** The way from the first point to the last, right and down. */
  const course = (points) => {
    const [a, b] = [points[0], points[points.length - 1]];
    return [b[1] - a[1], a[0] - b[0]];
  };

  const middles = (lines) => lines.map((line) => L.latLngBounds(line).getCenter());

  Object.assign(geoincidents, { AccountShapes });
})();
