// Draws the incidents on a Leaflet map and ties the map to the list.
// Text reaches the page only as text: no innerHTML anywhere in this file.
"use strict";

const geoincidents = (() => {
  const SCALE = 1e5;
  const SVG = "http://www.w3.org/2000/svg";
  const MANY = 6; // more marks in one spot become a number
  const NEAR_PX = 26;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  const element = (name, classes, text) => {
    const made = document.createElement(name);
    made.className = classes || "";
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const symbol = (status, hollow) => {
    const svg = document.createElementNS(SVG, "svg");
    const use = document.createElementNS(SVG, "use");
    svg.setAttribute("class", `symbol s-${status}`);
    for (const side of ["width", "height"]) svg.setAttribute(side, "24");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `#gi-${status}${hollow ? "-label" : ""}`);
    svg.append(use);
    return svg;
  };

  /** Lines travel as whole steps of 1e-5 degree, longitude first. */
  const decode = (steps) => {
    const line = [];
    let lon = 0;
    let lat = 0;
    for (let n = 0; n < steps.length; n += 2) {
      lon += steps[n];
      lat += steps[n + 1];
      line.push([lat / SCALE, lon / SCALE]);
    }
    return line;
  };

  const latlng = (at) => L.latLng(at[1], at[0]);

  /** Whether a point lies inside rings, by the number of sides to its east. */
  const holds = (rings, { lat, lng }) => {
    let inside = false;
    for (const ring of rings) {
      for (let n = 0, last = ring.length - 1; n < ring.length; last = n, n += 1) {
        const [[ay, ax], [by, bx]] = [ring[n], ring[last]];
        if (ay > lat !== by > lat && lng < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
      }
    }
    return inside;
  };

  // --- base -----------------------------------------------------------------

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

  // --- lettering --------------------------------------------------------------

  const RANKS = { figure: 0, country: 3, border: 5 };
  const ZOOMS = { village: 9.5, district: 9, province: 7.5, mountain: 10, pass: 10, lake: 8, town: 7 };

  /** Letters the map: by rank, at the first of eight spots where nothing else stands. */
  class Lettering {
    constructor(map) {
      this.map = map;
      this.items = [];
      this.lines = [];
      this.pane = map.getPane("gi-text");
    }

    add(text, spots, { kind, rank, own = false, dot = false, show = () => true }) {
      const node = element("span", `gi-text k-${kind}${own ? " own" : ""} off`, text);
      node.dir = "auto";
      this.pane.append(node);
      const item = { node, spots, kind, rank, own, show, dot: dot ? element("i", "gi-dot") : null };
      if (item.dot) this.pane.append(item.dot);
      this.items.push(item);
      return item;
    }

    layout(marks) {
      const map = this.map;
      const box = map.getContainer().getBoundingClientRect();
      const taken = [...map.getContainer().querySelectorAll(".leaflet-control")].map((c) => {
        const r = c.getBoundingClientRect();
        return [r.left - box.left, r.top - box.top, r.right - box.left, r.bottom - box.top];
      });
      for (const p of marks) taken.push([p.x - 13, p.y - 13, p.x + 13, p.y + 13]);
      const lines = this.lines.filter((line) => line.show()).flatMap((line) => this.along(line.points, line.pad || 3));
      this.items.sort((a, b) => a.rank - b.rank);
      for (const item of this.items) this.place(item, taken, lines);
    }

    /** Small boxes along a line inside the view: letters stay off it where they can. */
    along(points, pad) {
      const { x, y } = this.map.getSize();
      const boxes = [];
      let last = null;
      for (const point of points) {
        const p = this.map.latLngToContainerPoint(point);
        const n = last ? Math.min(400, Math.ceil(p.distanceTo(last) / 9)) : 1;
        for (let k = 1; k <= n; k += 1) {
          const [px, py] = last ? [last.x + ((p.x - last.x) * k) / n, last.y + ((p.y - last.y) * k) / n] : [p.x, p.y];
          if (px > 0 && py > 0 && px < x && py < y) boxes.push([px - pad, py - pad, px + pad, py + pad]);
        }
        last = p;
      }
      return boxes;
    }

    place(item, taken, lines) {
      const wanted = item.show() && (item.own || this.map.getZoom() >= (ZOOMS[item.kind] || 0));
      const spot = wanted ? this.find(item, [...taken, ...lines]) || (item.own && this.find(item, taken)) : null;
      item.node.classList.toggle("off", !spot);
      if (item.dot) item.dot.hidden = !spot;
      if (!spot) return;
      taken.push(spot.box);
      if (item.dot) {
        const { x, y } = this.map.latLngToContainerPoint(spot.at);
        taken.push([x - 3, y - 3, x + 3, y + 3]);
      }
      L.DomUtil.setPosition(item.node, this.map.containerPointToLayerPoint([spot.box[0], spot.box[1]]).round());
      if (item.dot) L.DomUtil.setPosition(item.dot, this.map.latLngToLayerPoint(spot.at));
    }

    find(item, taken) {
      const size = this.map.getSize();
      const w = (item.w ||= item.node.offsetWidth + 2);
      const h = (item.h ||= item.node.offsetHeight);
      for (const { at, far } of item.spots()) {
        const p = this.map.latLngToContainerPoint(at);
        if (p.x < 0 || p.y < 0 || p.x > size.x || p.y > size.y) continue;
        if (item.dot && taken.some((t) => t[0] < p.x + 3 && p.x - 3 < t[2] && t[1] < p.y + 3 && p.y - 3 < t[3])) continue;
        for (const [x, y] of candidates(p, w, h, far)) {
          const box = [x, y, x + w, y + h];
          const inside = x >= 2 && y >= 2 && box[2] <= size.x - 2 && box[3] <= size.y - 2;
          if (inside && !taken.some((t) => t[0] < box[2] && box[0] < t[2] && t[1] < box[3] && box[1] < t[3])) return { at, box };
        }
      }
      return null;
    }
  }

  const candidates = (p, w, h, far) => {
    if (far === 0) return [[p.x - w / 2, p.y - h / 2]];
    const [left, right, mid] = [p.x - far - w, p.x + far, p.x - w / 2];
    const [up, down, level] = [p.y - far - h, p.y + far, p.y - h / 2];
    return [[right, level], [right, up], [right, down], [left, level], [left, up], [left, down], [mid, up], [mid, down]];
  };

  // --- shapes -----------------------------------------------------------------

  const STYLES = {
    doubt: { weight: 1, fill: true },
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
      this.layer = L.layerGroup();
      this.demand = L.layerGroup();
      this.selected = false;
      for (const at of [...(account.at ? [account.at] : []), ...account.sites]) this.site(incident, at);
      for (const shape of account.shapes) this.shape(shape);
      this.layer.addTo(stage.map);
    }

    style(className, more) {
      return { className, pane: "gi-shapes", renderer: this.stage.renderers["gi-shapes"], interactive: false, smoothFactor: 0.5, ...more };
    }

    draw(layer, demand) {
      (demand ? this.demand : this.layer).addLayer(layer);
      return layer;
    }

    /** A further place of the incident: a small hollow tie to its mark. */
    site(incident, at) {
      if (incident.at) this.draw(L.polyline([latlng(incident.at), latlng(at)], this.style("tie", {})), false);
      this.draw(L.circleMarker(latlng(at), { ...this.style("tie", {}), radius: 4 }), false);
      this.stage.letters.lines.push({ points: [latlng(at)], show: () => true, pad: 7 });
    }

    shape(shape) {
      // A place has one doubt, however many tell of it: drawn twice it would look darker.
      const key = shape.kind === "doubt" && !shape.demand && String(shape.lines);
      if (key && this.stage.doubts.has(key)) return;
      this.stage.doubts.add(key);
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
      if (on) this.demand.addTo(this.stage.map);
      else this.demand.remove();
    }
  }

  const middles = (lines) => lines.map((line) => L.latLngBounds(line).getCenter());

  // --- marks ------------------------------------------------------------------

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

  // --- the stage: map and list together -----------------------------------------

  class Stage {
    constructor(map, data) {
      this.map = map;
      this.renderers = panes(map);
      this.base = new Base(map, data.base, this.renderers);
      this.letters = new Lettering(map);
      this.depths = [];
      const told = data.incidents;
      this.lines = data.lines.map(decode);
      this.doubts = new Set();
      this.incidents = new Map(told.map((i) => [i.id, i]));
      this.accounts = new Map();
      this.placed = told.some((i) => i.at);
      this.boxes();
      this.frame(data, told);
      for (const i of told) this.accounts.set(i.id, i.accounts.map((a) => new AccountShapes(this, i, a)));
      this.names(data);
      this.marks = new Marks(this, told.filter((i) => i.at));
      this.marks.layout();
      map.on("moveend resize", () => this.letter());
      map.on("zoomend", () => this.thin());
      this.thin();
      this.list();
    }

    boxes() {
      const frame = this.map.getContainer().closest(".frame") || document;
      const places = { ".legend": "topright", ".tray": "bottomleft", ".credit": "bottomright" };
      for (const [selector, position] of Object.entries(places)) {
        const node = frame.querySelector(selector);
        if (!node) continue;
        const control = new L.Control({ position });
        control.onAdd = () => {
          L.DomEvent.disableClickPropagation(node);
          L.DomEvent.disableScrollPropagation(node);
          return node;
        };
        control.addTo(this.map);
        node.addEventListener("toggle", () => this.letter());
      }
      this.map.attributionControl?.setPrefix("Leaflet");
      L.control.scale({ metric: true, imperial: true, maxWidth: 120 }).addTo(this.map);
      const wide = window.matchMedia("(min-width: 721px)").matches;
      for (const box of frame.querySelectorAll(".legend")) box.open = wide;
      for (const box of frame.querySelectorAll(".tray")) box.open = wide && !this.placed;
      const container = this.map.getContainer();
      container.setAttribute("role", "application");
      container.setAttribute("aria-label", document.title);
      container.setAttribute("aria-describedby", "gi-keys");
    }

    frame(data, told) {
      const placed = told.filter((i) => i.at);
      const shapes = placed.flatMap((i) => i.accounts).flatMap((a) => a.shapes).filter((s) => !s.demand);
      const points = placed.map((i) => latlng(i.at));
      for (const shape of shapes) points.push(...shape.lines.flatMap((n) => this.lines[n]).map((p) => L.latLng(p)));
      const whole = data.bounds && L.latLngBounds([[data.bounds[1], data.bounds[0]], [data.bounds[3], data.bounds[2]]]);
      const legend = document.querySelector(".legend[open]");
      const room = legend && this.map.getSize().x > 620 ? legend.offsetWidth + 24 : 30;
      const small = this.map.getSize().x < 620;
      const padding = { paddingTopLeft: [small ? 30 : 56, small ? 60 : 40], paddingBottomRight: [room, small ? 110 : 80], animate: false };
      this.fit = () => {
        if (points.length) this.map.fitBounds(L.latLngBounds(points), { ...padding, maxZoom: 10 });
        else if (whole) this.map.fitBounds(whole, { animate: false });
      };
      this.fit();
      if (!whole) return;
      this.map.setMinZoom(Math.max(0, Math.floor(this.map.getBoundsZoom(whole)) - 1));
      this.map.setMaxBounds(whole.pad(0.3));
    }

    names(data) {
      const ranks = { country: 2, lake: 4, town: 4, village: 6 };
      for (const place of data.places) {
        const at = latlng(place.at);
        const far = place.own ? 16 : 4;
        const rank = place.own ? 1 : ranks[place.kind] || 7;
        const inside = place.kind === "country" && this.base.rings.get(place.country);
        const spots = inside ? () => this.base.inside(inside) : () => [{ at, far }, { at, far: far + 5 }];
        const own = place.own && !inside;
        this.letters.add(place.name, spots, { kind: place.kind, rank: inside ? ranks.country : rank, own, dot: place.dot && !place.own });
      }
      for (const points of this.base.borders.values()) this.letters.lines.push({ points, show: () => true });
      if (!data.border_label) return;
      const lines = [...this.base.borders.values()].flat();
      const step = Math.max(1, Math.floor(lines.length / 60));
      const along = lines.filter((_, n) => n % step === 0).map((p) => ({ at: L.latLng(p), far: 10 }));
      this.letters.add(data.border_label, () => along, { kind: "border", rank: RANKS.border });
    }

    letter() {
      if (this.marks?.points) this.letters.layout(this.marks.pixels());
    }

    /** Two depth lines of one account only where they stand 4 px apart: else the farther. */
    thin() {
      const metresPerPx = (40075016.686 * Math.cos((this.map.getCenter().lat * Math.PI) / 180)) / 2 ** (this.map.getZoom() + 8);
      const farthest = new Map();
      for (const { shape, account } of this.depths) farthest.set(account, Math.max(farthest.get(account) || 0, shape.high || 0));
      for (const { shape, drawn, account } of this.depths) {
        const gap = (farthest.get(account) - (shape.high || 0)) / metresPerPx;
        const hide = gap > 0 && gap < 4;
        drawn.setStyle({ opacity: hide ? 0 : 1 });
      }
    }

    // --- list

    list() {
      for (const link of document.querySelectorAll(".list .pick, .tray .pick")) {
        link.addEventListener("click", (event) => {
          event.preventDefault();
          const id = link.getAttribute("href").slice(1);
          this.select(id, { list: link.closest(".tray") !== null, pan: true });
        });
      }
      for (const button of document.querySelectorAll(".account")) {
        if (!this.incidents.has(button.dataset.incident)) continue;
        button.hidden = false;
        button.addEventListener("click", () => {
          const on = button.getAttribute("aria-pressed") === "true";
          this.select(button.dataset.incident, { pan: true, account: on ? null : button.dataset.account });
        });
      }
      const all = document.querySelector(".filtered button");
      all?.addEventListener("click", () => this.only(null));
      window.addEventListener("beforeprint", () => {
        for (const d of document.querySelectorAll(".list details")) d.open = true;
      });
      window.matchMedia("print").addEventListener("change", () => {
        this.map.invalidateSize({ animate: false });
        this.fit();
        this.letter();
      });
      if (this.incidents.has(location.hash.slice(1))) this.select(location.hash.slice(1), { list: true, pan: true });
    }

    select(id, { list = false, pan = false, account = null } = {}) {
      const incident = this.incidents.get(id);
      this.chosen = id;
      for (const card of document.querySelectorAll(".card")) card.classList.toggle("on", card.id === id);
      for (const b of document.querySelectorAll(".account")) {
        b.setAttribute("aria-pressed", String(b.dataset.incident === id && b.dataset.account === account));
      }
      for (const [owner, shapes] of this.accounts) for (const s of shapes) s.select(owner === id && s.key === account);
      this.marks.show(id);
      const own = incident?.accounts.find((a) => a.key === account);
      const borders = own ? own.borders : incident?.at ? [] : incident?.borders || [];
      const lit = this.base.light(borders, incident && !incident.at && !own ? incident.countries : []);
      if (pan && incident) this.pan(incident, lit);
      if (list) this.scroll(id);
      this.letter();
      if (location.protocol !== "about:") history.replaceState(null, "", `#${id}`);
    }

    pan(incident, lit) {
      const move = { animate: !still };
      if (incident.at) this.map.setView(latlng(incident.at), Math.max(this.map.getZoom(), 10), move);
      else if (lit.length) this.map.fitBounds(L.latLngBounds(lit.flat()), { ...move, padding: [30, 30] });
    }

    scroll(id) {
      const card = document.getElementById(id);
      if (!card) return;
      card.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
      card.focus({ preventScroll: true });
    }

    only(ids) {
      const note = document.querySelector(".filtered");
      note.hidden = ids === null;
      for (const card of document.querySelectorAll(".list > .card")) card.hidden = ids !== null && !ids.includes(card.id);
      const n = ids === null ? this.incidents.size : ids.length;
      document.querySelector(".count").textContent = String(n);
      note.querySelector("span").textContent = `Showing ${n} incidents at one place.`;
      if (ids !== null) document.querySelector(".list").scrollTo({ top: 0 });
    }
  }

  const draw = (map, data) => {
    const stage = new Stage(map, data);
    document.documentElement.dataset.marks = String(stage.marks.inView());
    document.documentElement.dataset.ready = "1";
    return stage;
  };

  return { draw };
})();
