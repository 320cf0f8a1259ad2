// The map and the list together; the entry of the page.
"use strict";

(() => {
  const { AccountShapes, Base, Compare, EVERY, Few, Filters, Lettering, Many, Marks, RANKS, Store, TimeStrip, WholeList, WindowedList } = geoincidents;
  const { complete, decode, embed, fill, idle, inset, isStill, keys, latitude, latlng, metresPerPx, painted, panes, round, tiled, unpack, widen } = geoincidents;

  const SCALE = 1e5;
  const MILLION = 1e6;
  const CHOSEN_ZOOM = 10;
  const EVERYTHING = { has: () => true }; // the ids of what is shown, where nothing is left out
  const MOST_TIES = 12; // more at once are a tangle: then each shows while its incident is chosen
  const OPEN_LEGEND_PX = 620; // a narrower map has no room for marks beside the legend
  const STEP_MS = 3; // of work that follows the marks: so that a click never waits long
  const LEGEND_PX = 280; // of which the legend is never wider: map.css, `.box`

  class Stage {
    constructor(map, data) {
      this.map = map;
      this.data = data;
      this.strings = data.strings;
      this.root = document.documentElement;
      this.isEmbedded = this.root.classList.contains("embed");
      this.renderers = panes(map);
      if (data.tiles) tiled(map, data.tiles);
      this.base = new Base(map, data, this.renderers);
      this.letters = new Lettering(map);
      this.depths = [];
      this.incidents = data.many ? new Many(data.columns) : new Few(data.incidents);
      this.told = this.incidents.rows;
      this.lines = data.lines.map(decode);
      this.circles = data.circles.map(round);
      this.rest = new Promise((resolve) => { this.rested = resolve; }); // when cards beyond the first may be made
      this.shared = new Map(); // what accounts draw, each once, with those who draw it
      this.accounts = new Map();
      this.ties = this.told.length > EVERY ? 0 : this.told.reduce((n, i) => i.accounts.reduce((k, a) => k + a.sites.length + (a.at ? 1 : 0), n), 0);
      this.filters = new Filters(this);
      this.list = this.makeList();
      this.cards = document.querySelector(".list > .cards");
      this.cards.classList.toggle("later", !this.isEmbedded);
      this.boxes();
      this.time = new TimeStrip(this, document.querySelector(".time"));
      this.frame();
      this.base.draw();
      if (this.told.length <= EVERY) for (const i of this.told) this.shapes(i);
      this.marks = new Marks(this);
      this.compare = new Compare(this);
      map.on("moveend resize", () => this.letter());
      map.on("zoomend", () => this.thin());
      this.listen();
      keys(this);
    }

    /** Show what the address asks for, for the first time. */
    async start() {
      if (this.isEmbedded) embed(this);
      await this.restore();
      this.keepSize();
      this.thin();
    }

    /** The rest, once marks and list answer: in steps, so that a click never waits long. */
    async finish() {
      await painted();
      await idle();
      this.reveal();
      await idle();
      L.control.scale({ metric: true, imperial: true, maxWidth: 120 }).addTo(this.map);
      await idle();
      this.unfold();
      await idle();
      await this.names();
      if (this.isWide && this.data.bounds) inset(this, this.data.bounds, this.strings.inset);
      await idle();
      this.isLettered = true;
      await this.letter();
      await idle();
      this.isTimed = true;
      this.time.draw(this.untimed);
      this.rested();
      await this.list.drawn;
      complete(this);
      await idle();
      widen(this.renderers);
    }

    /** Lay out the cards, which waited for the marks to be painted. */
    reveal() {
      this.cards.classList.remove("later");
    }

    /** Open the legend where there is room for it: it was left out of the first painting. */
    unfold() {
      for (const box of document.querySelectorAll(".legend")) box.open = this.isWide;
      this.isUnfolded = true;
    }

    /** Whatever takes room from the map or gives it back: the map knows, and still shows what it showed. */
    keepSize() {
      const follow = () => {
        const before = this.map.getSize();
        if (!this.map.getContainer().clientHeight) return; // on paper
        this.map.invalidateSize({ animate: false });
        if (!before.equals(this.map.getSize()) && !this.view && !this.chosen) this.fit();
      };
      new ResizeObserver(follow).observe(this.map.getContainer());
    }

    /** A count in the signs of the catalogue; `Intl` takes longer to start than marks take to draw. */
    number(n, notation = "standard") {
      const written = (text) => text.replace(/[\d.,]/g, (sign) => this.strings.digits[sign] ?? this.strings[sign === "," ? "group" : "decimal"]);
      if (notation === "standard" || n < 1000) return written(String(n).replace(/\B(?=(?:\d{3})+$)/g, ","));
      const [unit, name] = n < MILLION - 500 ? [1000, "thousands"] : [MILLION, "millions"];
      return fill(this.strings[name], { n: written((n / unit).toFixed(n / unit < 9.95 ? 1 : 0).replace(/\.0$/, "")) });
    }

    /** A line or ring of a shape as points; ~n is circle n. */
    line(n) {
      return n < 0 ? this.circles[~n] : this.lines[n];
    }

    makeList() {
      const box = document.querySelector(".list > .cards");
      if (!this.data.many) return new WholeList(box);
      const past = this.data.background.map((i, k) => ({ ...i, n: this.told.length + k }));
      const store = new Store([...this.told, ...past], this.data.chunk);
      const box_ = document.querySelector(".background");
      if (box_) {
        const list = new WindowedList(box_.querySelector(".cards"), store, this);
        box_.addEventListener("toggle", () => box_.open && !list.incidents && list.show(past));
      }
      return new WindowedList(box, store, this);
    }

    /** The drawn accounts of an incident; made once, when they are first needed. */
    shapes(incident) {
      if (!this.accounts.has(incident.id)) this.accounts.set(incident.id, incident.accounts.map((a) => new AccountShapes(this, incident, a)));
      return this.accounts.get(incident.id);
    }

    boxes() {
      const frame = this.map.getContainer().closest(".frame") || document;
      const places = { ".legend": "topright", ".tray": "bottomleft", ".credit": "bottomright" };
      const wide = this.map.getSize().x > OPEN_LEGEND_PX && !this.isEmbedded;
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
      for (const way of ["in", "out"]) {
        const button = this.map.zoomControl?.[`_zoom${way === "in" ? "In" : "Out"}Button`];
        button?.setAttribute("aria-label", this.strings[`zoom_${way}`]);
        if (button) button.title = this.strings[`zoom_${way}`];
      }
      this.isWide = wide;
      for (const box of frame.querySelectorAll(".tray")) box.open = wide && !this.told.some((i) => i.at);
      const container = this.map.getContainer();
      container.setAttribute("role", "application");
      container.setAttribute("aria-label", document.title);
      container.setAttribute("aria-describedby", "gi-keys");
    }

    frame() {
      const { bounds } = this.data;
      const extent = this.extent();
      const whole = bounds && L.latLngBounds([[bounds[1], bounds[0]], [bounds[3], bounds[2]]]);
      this.fit = () => {
        if (extent) this.own(() => this.map.fitBounds(extent, { ...this.room(), maxZoom: CHOSEN_ZOOM }));
        else if (whole) this.own(() => this.map.fitBounds(whole, { animate: false }));
      };
      this.fit();
      if (!whole) return;
      this.map.setMinZoom(Math.max(0, Math.floor(this.map.getBoundsZoom(whole)) - 1));
      this.map.setMaxBounds(whole.pad(0.6));
    }

    /** What stands beside the boxes on the map, not beneath them. */
    room() {
      const small = this.map.getSize().x <= OPEN_LEGEND_PX;
      // The legend opens once the marks are painted: to measure it before would cost as much as they do.
      const isOpen = this.isUnfolded ? document.querySelector(".legend[open]") : this.isWide;
      const right = isOpen && !small ? LEGEND_PX + 24 : 30;
      return { paddingTopLeft: [small ? 30 : 56, small ? 60 : 40], paddingBottomRight: [right, small ? 110 : 80], animate: false };
    }

    /** What the first view must hold: the marks and the shapes that need no selection. */
    extent() {
      let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
      const add = (lat, lng) => {
        [south, north] = [Math.min(south, lat), Math.max(north, lat)];
        [west, east] = [Math.min(west, lng), Math.max(east, lng)];
      };
      let [left, right, up, down] = [Infinity, -Infinity, Infinity, -Infinity];
      for (const i of this.told) {
        if (i.east < left) left = i.east; // never of one without a place
        if (i.east > right) right = i.east;
        if (i.south < up) up = i.south;
        if (i.south > down) down = i.south;
      }
      if (left > right) return null;
      add(latitude(up), left / SCALE);
      add(latitude(down), right / SCALE);
      for (const { at, accounts } of this.incidents.drawn) {
        if (!at) continue;
        for (const account of accounts) {
          for (const shape of account.shapes) if (!shape.demand && shape.kind !== "somewhere") for (const n of shape.lines) for (const [lat, lng] of this.line(n)) add(lat, lng);
        }
      }
      return L.latLngBounds([[south, west], [north, east]]);
    }

    async names() {
      const ranks = { country: 2, lake: 4, town: 4, village: 6 };
      const outlined = new Set(this.data.base.land.map((l) => l.country));
      let since = performance.now();
      for (const place of this.data.places) {
        if (this.data.tiles && !place.own) continue; // tiles have names of their own
        if (performance.now() - since > STEP_MS) {
          await idle();
          since = performance.now();
        }
        const at = latlng(place.at);
        const far = place.own ? 20 : 4;
        const rank = place.own ? 1 : place.capital ? ranks.country : ranks[place.kind] || 7;
        const inside = place.kind === "country" && outlined.has(place.country);
        const spots = inside ? () => this.base.inside(this.base.rings.get(place.country)) : () => [{ at, far }, { at, far: far + 5 }];
        const own = place.own && !inside;
        const show = own ? () => place.own.some((id) => this.shown.has(id)) : undefined; // with an incident of its own, or not at all
        this.letters.add(place.name, spots, { kind: place.capital ? "capital" : place.kind, rank: inside ? ranks.country : rank, own, dot: place.dot && !place.own, show });
      }
      for (const points of this.base.borders.values()) this.letters.lines.push({ points, show: () => true });
      if (!this.data.border_label) return;
      const lines = [...this.base.borders.values()].flat();
      const step = Math.max(1, Math.floor(lines.length / 60));
      const along = lines.filter((_, n) => n % step === 0).map((p) => ({ at: L.latLng(p), far: 10 }));
      this.letters.add(this.data.border_label, () => along, { kind: "border", rank: RANKS.border });
    }

    /** Letter the map before the next frame, however often that is asked for. */
    letter() {
      if (!this.isLettered) return Promise.resolve();
      this.lettered ||= new Promise((resolve) => {
        requestAnimationFrame(() => {
          this.lettered = null;
          if (this.marks?.points) this.letters.layout(this.marks.pixels());
          resolve();
        });
      });
      return this.lettered;
    }

    /** Two depth lines of one account only where they stand 4 px apart: else the farther. */
    thin() {
      const scale = metresPerPx(this.map);
      const farthest = new Map();
      for (const { shape, account } of this.depths) farthest.set(account, Math.max(farthest.get(account) || 0, shape.high || 0));
      for (const { shape, drawn, account } of this.depths) {
        const gap = (farthest.get(account) - (shape.high || 0)) / scale;
        const hide = gap > 0 && gap < 4;
        drawn.setStyle({ opacity: hide ? 0 : 1 });
      }
    }

    // --- what is shown

    /** Show what the filters leave, on the map, in the list, in the tray and in the strip. */
    async apply() {
      const turn = (this.turn = (this.turn || 0) + 1);
      const untimed = await this.filters.left({ timed: false });
      if (turn !== this.turn) return;
      const left = this.filters.isTimed ? untimed.filter((i) => this.filters.isIn(i)) : untimed;
      const { voice } = this.filters.state;
      if (voice) this.compare.clear(); // its button is hidden then
      this.shown = left === this.told ? EVERYTHING : new Set(left.map((i) => i.id));
      this.marks.show(left, voice && ((i) => pointOf(i, voice)), (i) => isHollow(i, voice));
      for (const [id, accounts] of this.accounts) this.showShapes(id, accounts, voice);
      this.showShared();
      this.tray();
      this.notes(left.length, voice);
      this.untimed = untimed;
      if (this.isTimed) this.time.draw(untimed);
      this.letter();
      this.remember();
      await this.list.show(left);
      this.marked();
    }

    showShapes(id, accounts, voice) {
      const wanted = this.shown.has(id) && (this.told.length <= EVERY || id === this.chosen);
      const sited = id === this.chosen || this.ties <= MOST_TIES;
      for (const a of accounts) a.show(wanted && (!voice || a.voice === voice), { tied: !voice, sited });
    }

    showShared() {
      for (const { layer, owners, when } of this.shared.values()) {
        if (owners.some((a) => a[when])) layer.addTo(this.map);
        else layer.remove();
      }
    }

    tray() {
      const rows_ = [...document.querySelectorAll(".tray li")];
      for (const row of rows_) row.hidden = !this.shown.has(row.dataset.id);
      const n = this.told.filter((i) => Number.isNaN(i.east) && this.shown.has(i.id)).length;
      const count = document.querySelector(".tray summary span");
      if (count) count.textContent = this.number(n);
    }

    notes(n, voice) {
      const all = this.told.length;
      const values = { n: this.number(n), all: this.number(all) };
      const count = document.querySelector(".count");
      count.textContent = n === all ? values.n : fill(this.strings.count, values);
      this.note(".filtered", this.filters.isOn ? fill(this.strings.filtered, values) : "");
      const who = this.data.voices.find((v) => v.key === voice)?.name || this.strings.others;
      this.root.classList.toggle("one-voice", Boolean(voice));
      this.note(".only", voice ? fill(this.strings.only, { who }) : "");
      const paper = [voice && fill(this.strings.only, { who }), this.filters.isOn && fill(this.strings.filtered, values)].filter(Boolean);
      this.note(".only-paper", paper.length ? [...paper, this.strings.picture_all].join(" ") : "");
      for (const node of document.querySelectorAll("[data-voice]:not(button)")) {
        node.classList.toggle("aside", Boolean(voice) && node.dataset.voice !== voice);
      }
    }

    note(selector, text) {
      const note = document.querySelector(selector);
      note.hidden = text === "";
      note.querySelector("bdi").textContent = text;
    }

    /** Only these in the list, as a number of marks asks; the map stays as it is. */
    gather(incidents) {
      this.list.show(incidents);
      this.note(".filtered", fill(this.strings.at_one_place, { n: this.number(incidents.length) }));
      document.querySelector(".count").textContent = fill(this.strings.count, { n: this.number(incidents.length), all: this.number(this.told.length) });
      this.top();
    }

    top() {
      document.querySelector(".list").scrollTo({ top: 0 });
    }

    // --- list

    listen() {
      for (const box of document.querySelectorAll(".list, .tray")) box.addEventListener("click", (event) => this.clicked(event, box));
      document.querySelector(".filtered button").addEventListener("click", () => this.filters.clear());
      document.querySelector(".only button").addEventListener("click", () => this.filters.change({ voice: "" }));
      const opened = [];
      window.addEventListener("beforeprint", () => {
        opened.push(...document.querySelectorAll(".list details:not(.background):not([open])"));
        for (const d of opened) d.open = true;
      });
      window.addEventListener("afterprint", () => { for (const d of opened.splice(0)) d.open = false; });
      window.addEventListener("hashchange", () => this.hash() !== location.hash && this.restore());
      this.map.on("moveend", () => this.wandered());
    }

    clicked(event, box) {
      const link = event.target.closest(".pick");
      const button = event.target.closest(".account");
      if (link) {
        event.preventDefault();
        this.select(link.hash.slice(1), { list: box.classList.contains("tray"), pan: true });
      }
      if (button) {
        const on = button.getAttribute("aria-pressed") === "true";
        this.select(button.dataset.incident, { pan: true, account: on ? null : button.dataset.account });
        if (!on) this.seen();
      }
    }

    /** Bring the map into view: on a narrow screen the list stands below it. */
    seen() {
      this.map.getContainer().scrollIntoView({ block: "nearest", behavior: isStill() ? "auto" : "smooth" });
    }

    async select(id, { list = false, pan = false, account = null } = {}) {
      const incident = this.incidents.get(id);
      const before = this.chosen;
      [this.chosen, this.account] = [id, account];
      if (incident) this.shapes(incident);
      const { voice } = this.filters.state;
      for (const one of [before, id]) if (this.accounts.has(one)) this.showShapes(one, this.accounts.get(one), voice);
      this.showShared();
      for (const [owner, shapes] of this.accounts) for (const s of shapes) s.select(owner === id && s.key === account);
      this.marks.light(id);
      const own = incident?.accounts.find((a) => a.key === account);
      const borders = own ? own.borders : incident?.at ? [] : incident?.borders || [];
      const lit = this.base.light(borders, incident && !incident.at && !own ? incident.countries : []);
      if (pan && incident) this.pan(incident, lit);
      this.marked();
      this.letter();
      this.remember();
      if (list) await this.scroll(id);
    }

    /** Mark the chosen card and button; what is so already is not touched, or it would be styled anew. */
    marked() {
      const { chosen, account } = this;
      for (const card of document.querySelectorAll(".card.on")) if (card.id !== chosen) card.classList.remove("on");
      document.getElementById(chosen)?.classList.add("on");
      for (const b of document.querySelectorAll(".account")) {
        const isHidden = !this.incidents.get(b.dataset.incident);
        const isPressed = String(b.dataset.incident === chosen && b.dataset.account === account);
        if (b.hidden !== isHidden) b.hidden = isHidden;
        if (b.getAttribute("aria-pressed") !== isPressed) b.setAttribute("aria-pressed", isPressed);
      }
    }

    pan(incident, lit) {
      const move = { animate: !isStill() };
      const at = pointOf(incident, this.filters.state.voice) || incident.at;
      this.own(() => {
        if (at) this.map.setView(latlng(at), Math.max(this.map.getZoom(), CHOSEN_ZOOM), move);
        else if (lit.length) this.map.fitBounds(L.latLngBounds(lit.flat()), { ...this.room(), ...move });
      });
    }

    async scroll(id) {
      const card = await this.list.bring(id);
      if (!card) return;
      this.reveal();
      card.closest("details:not([open])")?.setAttribute("open", "");
      this.marked();
      card.scrollIntoView({ block: "start", behavior: isStill() ? "auto" : "smooth" });
      card.focus({ preventScroll: true });
    }

    // --- the address

    /** A move of ours: only the reader's own moves are kept in the address. */
    own(move) {
      this.moving = true;
      this.view = "";
      this.map.once("moveend", () => { this.moving = false; });
      move();
    }

    wandered() {
      if (this.moving) return;
      const { lat, lng } = this.map.getCenter();
      this.view = [this.map.getZoom(), lat.toFixed(4), lng.toFixed(4)].join("/");
      this.remember();
    }

    hash() {
      const parts = this.filters.toHash();
      if (this.view) parts.set("map", this.view);
      const text = [this.chosen || "", parts.toString().replaceAll("%2F", "/")].filter(Boolean).join("&");
      return text ? `#${text}` : "";
    }

    remember() {
      if (location.protocol === "about:" || !this.isReady || this.hash() === location.hash) return;
      history.replaceState(null, "", this.hash() || location.pathname + location.search);
    }

    async restore() {
      const [first, ...rest] = location.hash.slice(1).split("&");
      const id = first.includes("=") ? "" : first;
      const parts = new URLSearchParams((id ? rest : [first, ...rest]).join("&"));
      this.isReady = false;
      this.filters.fromHash(parts);
      await this.apply();
      if (this.incidents.get(id)) await this.select(id, { list: true, pan: true });
      else if (id) await this.scroll(id); // of what reports recall, there is a card alone
      const [zoom, lat, lng] = (parts.get("map") || "").split("/").map(Number);
      if ([zoom, lat, lng].every(Number.isFinite) && parts.get("map")) {
        this.own(() => this.map.setView([lat, lng], zoom, { animate: false }));
        this.view = parts.get("map");
      }
      this.isReady = true;
    }
  }

  /** Where the mark of an incident stands: where one voice puts it, if only that is asked for. */
  const pointOf = (incident, voice) => {
    if (!voice || !incident.accounts.length) return incident.at;
    const own = incident.accounts.find((a) => a.voice === voice && (a.chosen || a.at));
    return own ? own.at || incident.at : null;
  };

  const isHollow = (incident, voice) => {
    const own = voice && incident.accounts.find((a) => a.voice === voice && a.at);
    return own ? own.label : incident.label;
  };

  const begin = async (map, data) => {
    const stage = new Stage(map, data);
    try {
      await stage.start();
    } catch (error) {
      stage.reveal(); // the list can be read without a map
      throw error;
    }
    document.documentElement.dataset.marks = String(stage.marks.inView());
    document.documentElement.dataset.answers = "1"; // marks and cards; names and time strip follow
    await stage.finish();
    document.documentElement.dataset.ready = "1";
    return stage;
  };

  const start = async (map) => {
    const block = document.getElementById("gi-data");
    return begin(map, block.type === "application/json" ? JSON.parse(block.textContent) : await unpack("gi-data"));
  };

  Object.assign(geoincidents, { start });
})();
