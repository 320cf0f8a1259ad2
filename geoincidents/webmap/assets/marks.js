// Marks, fanned out or counted where they would cover one another.
"use strict";

(() => {
  const { element, fill, mercator, south, symbol } = geoincidents;

  const EVERY = 300; // up to so many incidents each has a mark of its own
  const MANY = 6; // more marks in one spot become a number
  const NEAR_PX = 26;
  const NUMBER_PX = 14; // half of a number's width
  const CELL_PX = 64; // of the grid that groups marks above EVERY

  const SCALE = 1e5;

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

    clicked(event, { n, first, members }) {
      event.stopPropagation();
      if (event.detail && this.stage.map.dragging?.moved()) return; // the end of a pull, and no key
      if (n > 1) this.stage.gather(members());
      else this.stage.select(first.id, { list: true });
    }

    /** Show these incidents, each where it is, or at the point that `where` gives; those without are left out. */
    show(incidents, where, isHollow) {
      this.isHollow = isHollow;
      this.isGrouped = incidents.length > EVERY;
      this.placed = [];
      this.east = new Float64Array(incidents.length);
      this.south = new Float64Array(incidents.length);
      for (const incident of incidents) {
        const at = where && where(incident);
        const x = where ? (at ? at[0] * SCALE : NaN) : incident.east;
        if (Number.isNaN(x)) continue;
        const n = this.placed.push(incident) - 1;
        this.east[n] = x;
        this.south[n] = where ? south(at[1]) : incident.south;
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
      const { map } = this.stage;
      const { scale, middle } = mercator(map.getZoom());
      const { min, max } = map.getPixelBounds();
      const [left, top] = [Math.floor(min.x / CELL_PX), Math.floor(min.y / CELL_PX)];
      const rows = Math.floor(max.y / CELL_PX) - top + 1;
      const size = rows * (Math.floor(max.x / CELL_PX) - left + 1);
      const home = new Int32Array(this.placed.length).fill(-1);
      const [counts, firsts, xs, ys] = [Int32Array, Int32Array, Float64Array, Float64Array].map((kind) => new kind(size));
      for (let n = home.length - 1; n >= 0; n -= 1) {
        const [x, y] = [this.east[n] * scale + middle, this.south[n] * scale + middle];
        if (x < min.x || y < min.y || x > max.x || y > max.y) continue;
        const cell = (Math.floor(x / CELL_PX) - left) * rows + Math.floor(y / CELL_PX) - top;
        home[n] = cell;
        counts[cell] += 1;
        firsts[cell] = n;
        xs[cell] += x;
        ys[cell] += y;
      }
      for (const cell of [...counts.keys()].filter((c) => counts[c]).sort((a, b) => firsts[a] - firsts[b])) {
        const at = map.unproject(L.point(xs[cell] / counts[cell], ys[cell] / counts[cell]));
        this.put(at, this.placed[firsts[cell]], counts[cell], () => this.placed.filter((_, n) => home[n] === cell));
      }
    }

    groups() {
      const cells = new Map();
      const groups = [];
      const { map } = this.stage;
      const { scale, middle } = mercator(map.getZoom());
      const origin = map.getPixelOrigin();
      for (const [n, incident] of this.placed.entries()) {
        const p = L.point(this.east[n] * scale + middle, this.south[n] * scale + middle).round().subtract(origin);
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
        if (members.length > 1 && group.reach === NUMBER_PX) this.put(map.layerPointToLatLng(group.at), members[0], members.length, () => members);
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
        this.put(map.layerPointToLatLng(at), incident, 1, () => [incident]);
      });
    }

    leader(from, to) {
      const map = this.stage.map;
      const style = { className: "tie", pane: "gi-shapes", renderer: this.stage.renderers["gi-shapes"], interactive: false };
      const ends = [from, to].map((p) => map.layerPointToLatLng(p));
      this.ties.addLayer(L.polyline(ends, style));
      this.ties.addLayer(L.circleMarker(ends[0], { ...style, radius: 2.5 }));
    }

    /** A mark for one incident, or a number for `n` of them, of which `members` gives all. */
    put(at, first, n, members) {
      const node = this.button(n, first);
      place(node, this.stage.map.latLngToLayerPoint(at));
      this.points.push({ at, first, n, members, node });
    }

    button(n, first) {
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
      return this.points.filter((m) => view.contains(m.at)).reduce((sum, { n }) => sum + n, 0);
    }

    /** Put the focus on the mark of an incident, or on the number that counts it. */
    focus(id) {
      this.points.find(({ members }) => members().some((i) => i.id === id))?.node.focus();
    }

    light(id) {
      for (const { n, first, node } of this.points) node.classList.toggle("on", n === 1 && first.id === id);
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
