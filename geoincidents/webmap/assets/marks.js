// Marks, fanned out or counted where they would cover one another.
"use strict";

(() => {
  const { element, symbol, latlng } = geoincidents;

  const MANY = 6; // more marks in one spot become a number
  const NEAR_PX = 26;

  const MarkIcon = L.Icon.extend({
    createIcon() {
      const { members, stage } = this.options;
      const [first] = members;
      const button = element("button");
      button.type = "button";
      Object.assign(this.options, { iconSize: [28, 28], className: "gi-mark" });
      this._setIconStyles(button, "icon");
      if (members.length > 1) {
        button.setAttribute("aria-label", `${members.length} incidents`);
        button.append(element("span", "number", String(members.length)));
      } else {
        button.setAttribute("aria-label", first.name);
        button.title = first.name;
        button.append(symbol(first.status, first.label));
        button.classList.toggle("on", stage.chosen === first.id);
      }
      return button;
    },
    createShadow: () => null,
  });

  /** Marks by place: those that would cover one another are fanned out, or counted. */
  class Marks {
    constructor(stage, incidents) {
      this.stage = stage;
      this.incidents = incidents;
      this.layer = L.layerGroup().addTo(stage.map);
      stage.map.on("zoomend", () => this.layout());
    }

    groups() {
      const cells = new Map();
      const groups = [];
      for (const incident of this.incidents) {
        const p = this.stage.map.latLngToLayerPoint(latlng(incident.at));
        const [cx, cy] = [Math.floor(p.x / NEAR_PX), Math.floor(p.y / NEAR_PX)];
        let home = null;
        for (let x = cx - 1; x <= cx + 1 && !home; x += 1) {
          for (let y = cy - 1; y <= cy + 1 && !home; y += 1) {
            home = (cells.get(`${x},${y}`) || []).find((g) => g.at.distanceTo(p) < NEAR_PX) || null;
          }
        }
        if (home) home.members.push({ incident, p });
        else {
          const group = { at: p, members: [{ incident, p }] };
          groups.push(group);
          const key = `${cx},${cy}`;
          cells.set(key, [...(cells.get(key) || []), group]);
        }
      }
      return groups;
    }

    layout() {
      this.layer.clearLayers();
      this.points = [];
      for (const group of this.groups()) {
        if (group.members.length > MANY) this.put(group.at, group.members.map((m) => m.incident));
        else this.fan(group);
      }
      this.stage.letter();
    }

    fan(group) {
      const n = group.members.length;
      group.members.forEach(({ incident, p }, k) => {
        const turn = (2 * Math.PI * k) / n - Math.PI / 2;
        const at = n === 1 ? p : group.at.add(L.point(Math.cos(turn), Math.sin(turn)).multiplyBy(12 + 5 * n));
        if (n > 1) this.leader(p, at);
        this.put(at, [incident]);
      });
    }

    leader(from, to) {
      const map = this.stage.map;
      const style = { className: "tie", pane: "gi-shapes", renderer: this.stage.renderers["gi-shapes"], interactive: false };
      const ends = [from, to].map((p) => map.layerPointToLatLng(p));
      this.layer.addLayer(L.polyline(ends, style));
      this.layer.addLayer(L.circleMarker(ends[0], { ...style, radius: 2.5 }));
    }

    put(point, members) {
      const map = this.stage.map;
      const icon = new MarkIcon({ members, stage: this.stage });
      const marker = L.marker(map.layerPointToLatLng(point), { icon, keyboard: false, riseOnHover: true });
      marker.on("click", () => (members.length > 1 ? this.stage.only(members.map((m) => m.id)) : this.stage.select(members[0].id, { list: true })));
      marker.members = members;
      this.points.push(marker);
      this.layer.addLayer(marker);
    }

    pixels() {
      return this.points.map((m) => this.stage.map.latLngToContainerPoint(m.getLatLng()));
    }

    /** How many incidents have their mark inside the view, groups by their members. */
    inView() {
      const view = this.stage.map.getBounds();
      return this.points.filter((m) => view.contains(m.getLatLng())).reduce((sum, m) => sum + m.members.length, 0);
    }

    show(id) {
      for (const marker of this.points) {
        const on = marker.members.length === 1 && marker.members[0].id === id;
        marker.getElement()?.classList.toggle("on", on);
        marker.setZIndexOffset(on ? 1000 : 0);
      }
    }
  }

  Object.assign(geoincidents, { Marks });
})();
