// The map and the list together; the entry of the page.
"use strict";

(() => {
  const { AccountShapes, Base, Lettering, Marks, RANKS, decode, latlng, panes } = geoincidents;

  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

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

  Object.assign(geoincidents, { draw });
})();
