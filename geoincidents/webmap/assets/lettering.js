// Names and figures on the map, none on another.
"use strict";

(() => {
  const { element } = geoincidents;

  const RANKS = { figure: 0, country: 3, border: 5 };
  const ZOOMS = { village: 9.5, district: 9, province: 7.5, mountain: 10, pass: 10, lake: 8, town: 7 };

  const CELL_PX = 32;
  const LEADER_PX = 24; // a figure farther from its shape is tied to it by a line

  /** Boxes on the screen, kept by the cells of a grid: a text is compared with its neighbours only. */
  class Boxes {
    constructor() {
      this.cells = new Map();
    }

    *around([left, top, right, bottom]) {
      const at = (side) => Math.floor(side / CELL_PX);
      for (let x = at(left); x <= at(right); x += 1) for (let y = at(top); y <= at(bottom); y += 1) yield x * 65536 + y;
    }

    add(box) {
      for (const cell of this.around(box)) {
        const kept = this.cells.get(cell);
        if (kept) kept.push(box);
        else this.cells.set(cell, [box]);
      }
    }

    meets(box) {
      for (const cell of this.around(box)) {
        for (const t of this.cells.get(cell) || []) if (t[0] < box[2] && box[0] < t[2] && t[1] < box[3] && box[1] < t[3]) return true;
      }
      return false;
    }
  }

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

    drop(item) {
      item.node.remove();
      item.leader?.remove();
      this.items = this.items.filter((other) => other !== item);
    }

    layout(marks) {
      const map = this.map;
      const box = map.getContainer().getBoundingClientRect();
      const [taken, lines] = [new Boxes(), new Boxes()];
      for (const control of map.getContainer().querySelectorAll(".leaflet-control")) {
        const r = control.getBoundingClientRect();
        if (r.width) taken.add([r.left - box.left, r.top - box.top, r.right - box.left, r.bottom - box.top]);
      }
      for (const p of marks) taken.add([p.x - 13, p.y - 13, p.x + 13, p.y + 13]);
      for (const line of this.lines) if (line.show()) for (const b of this.along(line.points, line.pad || 3)) lines.add(b);
      this.items.sort((a, b) => a.rank - b.rank);
      // All sizes are read before anything is moved: else each would cost a layout of the page.
      for (const item of this.items) {
        if (item.w) continue;
        item.w = (item.kind === "figure" ? inkWidth(item.node) : item.node.offsetWidth) + 2;
        item.h = item.node.offsetHeight;
      }
      for (const item of this.items) if (item.kind === "figure") item.node.style.width = `${item.w}px`;
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
      const spot = wanted ? this.find(item, [taken, lines]) || (item.own && this.find(item, [taken])) : null;
      item.node.classList.toggle("off", !spot);
      if (item.dot) item.dot.hidden = !spot;
      if (item.kind === "figure") this.tie(item, spot);
      if (!spot) return;
      taken.add(spot.box);
      if (item.dot) {
        const { x, y } = this.map.latLngToContainerPoint(spot.at);
        taken.add([x - 3, y - 3, x + 3, y + 3]);
      }
      L.DomUtil.setPosition(item.node, this.map.containerPointToLayerPoint([spot.box[0], spot.box[1]]).round());
      if (item.dot) L.DomUtil.setPosition(item.dot, this.map.latLngToLayerPoint(spot.at));
    }

    /** Where the eye would not find what a figure is about, a line leads there; a text on the left ends at it. */
    tie(item, spot) {
      item.leader?.remove();
      item.leader = null;
      if (!spot) return;
      const [left, top, right, bottom] = spot.box;
      const p = this.map.latLngToContainerPoint(spot.at);
      item.node.style.textAlign = right < p.x ? "end" : "";
      const end = L.point(Math.min(Math.max(p.x, left), right), Math.min(Math.max(p.y, top), bottom));
      const length = p.distanceTo(end);
      if (length <= LEADER_PX) return;
      item.leader = element("i", "gi-leader");
      const start = this.map.latLngToLayerPoint(spot.at);
      item.leader.style.width = `${length}px`;
      item.leader.style.transform = `translate(${start.x}px, ${start.y}px) rotate(${Math.atan2(end.y - p.y, end.x - p.x)}rad)`;
      this.pane.prepend(item.leader);
    }

    find(item, taken) {
      const size = this.map.getSize();
      const { w, h } = item;
      for (const { at, far, toward } of item.spots()) {
        const p = this.map.latLngToContainerPoint(at);
        if (p.x < 0 || p.y < 0 || p.x > size.x || p.y > size.y) continue;
        if (item.dot && taken.some((boxes) => boxes.meets([p.x - 3, p.y - 3, p.x + 3, p.y + 3]))) continue;
        for (const [x, y] of candidates(p, item, far, toward)) {
          const box = [x, y, x + w, y + h];
          const inside = x >= 2 && y >= 2 && box[2] <= size.x - 2 && box[3] <= size.y - 2;
          if (inside && !taken.some((boxes) => boxes.meets(box))) return { at, box };
        }
      }
      return null;
    }
  }

  /** How wide the lines of a text are, whatever the box they were broken in. */
  const inkWidth = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return Math.ceil(range.getBoundingClientRect().width);
  };

  /** Upper left corners of a text around a point; with a direction, only those on its side. */
  const candidates = (p, { w, h, kind }, far, toward) => {
    if (far === 0) return [[p.x - w / 2, p.y - h / 2]];
    const [left, right, mid] = [p.x - far - w, p.x + far, p.x - w / 2];
    const [up, down, level] = [p.y - far - h, p.y + far, p.y - h / 2];
    const spots = [[right, level], [right, up], [right, down], [left, level], [left, up], [left, down], [mid, up], [mid, down]];
    if (kind === "figure") for (const share of [0.25, 0.75]) spots.push([p.x - w * share, up], [p.x - w * share, down]);
    return toward ? spots.filter(([x, y]) => (x + w / 2 - p.x) * toward[0] + (y + h / 2 - p.y) * toward[1] > 0) : spots;
  };

  Object.assign(geoincidents, { RANKS, Boxes, Lettering });
})();
