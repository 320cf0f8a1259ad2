// Marks, fanned out or counted where they would cover one another.
"use strict";

(() => {
  const { element, fill, symbol, latlng } = geoincidents;

  const EVERY = 300; // up to so many incidents each has a mark of its own
  const MANY = 6; // more marks in one spot become a number
  const NEAR_PX = 26;
  const NUMBER_PX = 14; // half of a number's width
  const CELL_PX = 64; // of the grid that groups marks above EVERY

  const TILE_PX = 256; // the world at zoom 0, as Web Mercator has it

  const radius = (n) => (n === 1 ? 0 : 12 + 5 * n);
  const reach = (n) => (n > MANY ? NUMBER_PX : radius(n) + NUMBER_PX - 2);

  const MarkIcon = L.Icon.extend({
    createIcon() {
      const { count, first, stage } = this.options;
      const button = element("button");
      button.type = "button";
      Object.assign(this.options, { iconSize: [28, 28], className: "gi-mark" });
      this._setIconStyles(button, "icon");
      if (count > 1) {
        button.setAttribute("aria-label", fill(stage.strings.many_marks, { n: stage.number(count) }));
        button.append(element("span", "number", stage.number(count, "compact")));
      } else {
        const hollow = stage.marks.isHollow(first);
        const name = fill(stage.strings[hollow ? "one_hollow_mark" : "one_mark"], first);
        button.setAttribute("aria-label", name);
        button.title = name;
        button.append(symbol(first.status, hollow));
        button.classList.toggle("on", stage.chosen === first.id);
      }
      return button;
    },
    createShadow: () => null,
  });

  /** Marks by place: those that would cover one another are fanned out, or counted. */
  class Marks {
    constructor(stage) {
      this.stage = stage;
      this.layer = L.layerGroup().addTo(stage.map);
      this.points = [];
      stage.map.on("zoomend", () => this.layout());
      stage.map.on("moveend resize", () => this.isGrouped && this.layout());
    }

    /** Show these incidents, each at the point that `where` gives; those without are left out. */
    show(incidents, where, isHollow) {
      this.isHollow = isHollow;
      this.isGrouped = incidents.length > EVERY;
      this.placed = [];
      this.x = new Float64Array(incidents.length);
      this.y = new Float64Array(incidents.length);
      for (const incident of incidents) {
        const at = where(incident);
        if (!at) continue;
        const n = this.placed.push({ incident, at }) - 1;
        this.x[n] = ((at[0] + 180) / 360) * TILE_PX;
        this.y[n] = (0.5 - Math.asinh(Math.tan((at[1] * Math.PI) / 180)) / (2 * Math.PI)) * TILE_PX;
      }
      this.layout();
    }

    layout() {
      if (!this.placed) return;
      this.layer.clearLayers();
      this.points = [];
      if (this.isGrouped) this.count();
      else this.spread();
      this.stage.letter();
    }

    /** Group by the cells of a grid that stands still on the ground; only what is in view. */
    count() {
      const map = this.stage.map;
      const scale = 2 ** map.getZoom();
      const { min, max } = map.getPixelBounds();
      const cells = new Map();
      for (let n = 0; n < this.placed.length; n += 1) {
        const [x, y] = [this.x[n] * scale, this.y[n] * scale];
        if (x < min.x || y < min.y || x > max.x || y > max.y) continue;
        const key = Math.floor(x / CELL_PX) * 4194304 + Math.floor(y / CELL_PX);
        const cell = cells.get(key);
        if (cell) {
          cell.members.push(n);
          cell.x += x;
          cell.y += y;
        } else cells.set(key, { x, y, members: [n] });
      }
      for (const { x, y, members } of cells.values()) {
        const middle = map.unproject(L.point(x / members.length, y / members.length));
        this.put(middle, members.map((n) => this.placed[n].incident));
      }
    }

    groups() {
      const cells = new Map();
      const groups = [];
      for (const { incident, at } of this.placed) {
        const p = this.stage.map.latLngToLayerPoint(latlng(at));
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

    /** Fan out the few of a spot; too many, or a fan that would reach into another spot, become a number. */
    spread() {
      const { map } = this.stage;
      const groups = this.groups();
      for (const group of groups) group.reach = reach(group.members.length);
      for (const group of groups) {
        const meets = (other) => other !== group && other.at.distanceTo(group.at) < other.reach + group.reach;
        if (group.members.length > 1 && groups.some(meets)) group.reach = NUMBER_PX;
      }
      for (const group of groups) {
        const members = group.members.map((m) => m.incident);
        if (members.length > 1 && group.reach === NUMBER_PX) this.put(map.layerPointToLatLng(group.at), members);
        else this.fan(group);
      }
    }

    fan(group) {
      const { map } = this.stage;
      const n = group.members.length;
      group.members.forEach(({ incident, p }, k) => {
        const turn = (2 * Math.PI * k) / n - Math.PI / 2;
        const at = n === 1 ? p : group.at.add(L.point(Math.cos(turn), Math.sin(turn)).multiplyBy(radius(n)));
        if (n > 1) this.leader(p, at);
        this.put(map.layerPointToLatLng(at), [incident]);
      });
    }

    leader(from, to) {
      const map = this.stage.map;
      const style = { className: "tie", pane: "gi-shapes", renderer: this.stage.renderers["gi-shapes"], interactive: false };
      const ends = [from, to].map((p) => map.layerPointToLatLng(p));
      this.layer.addLayer(L.polyline(ends, style));
      this.layer.addLayer(L.circleMarker(ends[0], { ...style, radius: 2.5 }));
    }

    put(at, members) {
      const icon = new MarkIcon({ count: members.length, first: members[0], stage: this.stage });
      const marker = L.marker(at, { icon, keyboard: false, riseOnHover: true });
      marker.on("click", () => (members.length > 1 ? this.stage.gather(members.map((m) => m.id)) : this.stage.select(members[0].id, { list: true })));
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

    /** Put the focus on the mark of an incident, or on the number that counts it. */
    focus(id) {
      this.points.find((m) => m.members.some((i) => i.id === id))?.getElement()?.focus();
    }

    light(id) {
      for (const marker of this.points) {
        const on = marker.members.length === 1 && marker.members[0].id === id;
        marker.getElement()?.classList.toggle("on", on);
        marker.setZIndexOffset(on ? 1000 : 0);
      }
    }
  }

  Object.assign(geoincidents, { EVERY, Marks });
})();
