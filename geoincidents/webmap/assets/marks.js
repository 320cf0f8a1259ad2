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

  /** Marks by place: those that would cover one another are fanned out, or counted. */
  class Marks {
    constructor(stage) {
      const { map } = stage;
      this.stage = stage;
      this.pane = map.getPane("markerPane");
      this.ties = L.layerGroup().addTo(map);
      this.points = [];
      map.on("zoomend", () => this.layout());
      map.on("moveend resize", () => this.isGrouped && this.layout());
      map.on("zoomanim", ({ zoom, center }) => {
        for (const { at, node } of this.points) place(node, map._latLngToNewLayerPoint(at, zoom, center));
      });
      const listen = (name, answer) => this.pane.addEventListener(name, (event) => {
        const node = event.target.closest(".gi-mark");
        if (node) answer(event, this.points.find((mark) => mark.node === node));
      });
      listen("click", (event, mark) => this.clicked(event, mark));
      listen("dblclick", (event) => event.stopPropagation()); // or the map would zoom
      listen("focusin", (event, { at }) => map.panInside(at, { padding: [14, 14] }));
    }

    clicked(event, { members }) {
      event.stopPropagation();
      if (event.detail && this.stage.map.dragging?.moved()) return; // the end of a pull, and no key
      if (members.length > 1) this.stage.gather(members.map((m) => m.id));
      else this.stage.select(members[0].id, { list: true });
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
      this.ties.clearLayers();
      for (const { node } of this.points) node.remove();
      this.points = [];
      if (this.isGrouped) this.count();
      else this.spread();
      this.pane.append(...this.points.map(({ node }) => node));
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
      this.ties.addLayer(L.polyline(ends, style));
      this.ties.addLayer(L.circleMarker(ends[0], { ...style, radius: 2.5 }));
    }

    put(at, members) {
      const node = this.button(members);
      place(node, this.stage.map.latLngToLayerPoint(at));
      this.points.push({ at, members, node });
    }

    button({ length: n, 0: first }) {
      const { strings, chosen } = this.stage;
      const button = element("button", "leaflet-marker-icon leaflet-zoom-animated leaflet-interactive gi-mark");
      button.type = "button";
      if (n > 1) {
        button.setAttribute("aria-label", fill(strings.many_marks, { n: this.stage.number(n) }));
        button.append(element("span", "number", this.stage.number(n, "compact")));
        return button;
      }
      const hollow = this.isHollow(first);
      const name = fill(strings[hollow ? "one_hollow_mark" : "one_mark"], first);
      button.setAttribute("aria-label", name);
      button.title = name;
      button.append(symbol(first.status, hollow));
      button.classList.toggle("on", chosen === first.id);
      return button;
    }

    pixels() {
      return this.points.map(({ at }) => this.stage.map.latLngToContainerPoint(at));
    }

    /** How many incidents have their mark inside the view, groups by their members. */
    inView() {
      const view = this.stage.map.getBounds();
      return this.points.filter((m) => view.contains(m.at)).reduce((sum, m) => sum + m.members.length, 0);
    }

    /** Put the focus on the mark of an incident, or on the number that counts it. */
    focus(id) {
      this.points.find((m) => m.members.some((i) => i.id === id))?.node.focus();
    }

    light(id) {
      for (const { members, node } of this.points) node.classList.toggle("on", members.length === 1 && members[0].id === id);
    }
  }

  /** In two dimensions: with `translate3d`, as Leaflet has it, each mark would be a layer of its own to paint. */
  const place = (node, point) => {
    const { x, y } = point.round();
    node.style.transform = `translate(${x}px, ${y}px)`;
    node.style.zIndex = String(y);
  };

  Object.assign(geoincidents, { EVERY, Marks });
})();
