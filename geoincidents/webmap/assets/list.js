// The list of cards: written out in the page, or, where they are many, a window of them.
"use strict";

(() => {
  const { CardMaker, closeup, element, fill, idle, painted, told, unpack } = geoincidents;

  const WINDOW = 50;
  const FIRST = 6; // cards that fill the panel, made before the others of the window
  const FIRST_IN_EMBED = 3;

  /** What gives a card by its number in the chunk: its form with its texts put back, see columns.py. */
  const filled = ({ forms, which, texts }) => {
    const seen = forms.map(() => 0);
    const rows = which.map((form) => seen[form]++);
    return (n) => {
      const [form, row] = [which[n], rows[n]];
      const columns = texts[form].values();
      const put = (value) => {
        if (value === "") {
          const column = columns.next().value;
          return typeof column === "string" ? column : column.values[column.rows[row]];
        }
        if (Array.isArray(value)) return value.map(put);
        if (value === null || typeof value !== "object") return value;
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, put(inner)]));
      };
      return put(forms[form]);
    };
  };

  /** Cards that the page holds packed, a chunk at a time. */
  class Store {
    constructor(index, size) {
      this.index = index; // each with its number `n`
      this.size = size;
      this.open = new Map();
    }

    chunk(n) {
      if (!this.open.has(n)) this.open.set(n, unpack(`gi-cards-${n}`).then(filled));
      return this.open.get(n);
    }

    async cards(incidents) {
      const chunks = new Map();
      for (const n of new Set(incidents.map((i) => Math.floor(i.n / this.size)))) chunks.set(n, await this.chunk(n));
      return incidents.map(({ n, id, title, status, said }) => {
        return { id, title, status, status_words: said, ...chunks.get(Math.floor(n / this.size))(n % this.size) };
      });
    }

    async all() {
      return this.cards(this.index);
    }
  }

  /** Cards that are in the page: shown and hidden. */
  class WholeList {
    constructor(box) {
      this.cards = new Map([...box.querySelectorAll(".card")].map((card) => [card.id, card]));
      this.limit = Infinity;
    }

    show(incidents) {
      this.ids = incidents.map(({ id }) => id);
      const shown = new Set(this.ids.slice(0, this.limit));
      for (const [id, card] of this.cards) card.hidden = !shown.has(id);
    }

    async bring(id) {
      const card = this.cards.get(id) || document.getElementById(id);
      if (card?.hidden && this.ids.includes(id)) card.hidden = false;
      return card;
    }

    async texts() {
      return new Map([...this.cards].map(([id, card]) => [id, card.textContent]));
    }

    shorten() {
      this.limit = FIRST_IN_EMBED;
    }
  }

  /** A window of cards, made when it is looked at. */
  class WindowedList {
    constructor(box, store, stage) {
      this.box = box;
      this.store = store;
      this.stage = stage;
      this.start = 0;
      this.length = WINDOW;
      this.maker = new CardMaker(stage.strings, stage.data.silence, (id) => closeup(told(id, stage), stage));
      this.bar = element("p", "window");
      for (const [step, name] of [[-1, "earlier"], [1, "later"]]) {
        const button = element("button", name, stage.strings[name]);
        button.type = "button";
        button.addEventListener("click", () => this.move(step));
        this.bar.append(button);
      }
      this.place = element("span");
      this.bar.firstChild.after(" ", this.place, " ");
      box.after(this.bar);
    }

    show(incidents) {
      this.incidents = incidents;
      this.start = 0;
      return this.draw();
    }

    move(step) {
      this.start += step * this.length;
      this.stage.top();
      return this.draw();
    }

    async bring(id) {
      const n = this.incidents.findIndex((i) => i.id === id);
      if (n < 0) return null;
      if (n < this.start || n >= this.start + this.length) {
        this.start = n - (n % this.length);
        await this.draw();
      }
      if (!document.getElementById(id)) {
        this.stage.rested(); // now, not in its turn
        await this.drawn;
      }
      return document.getElementById(id);
    }

    /** Resolves once the first cards stand; `drawn` does once all do. */
    async draw() {
      const first = this.fill();
      this.drawn = first.then((rest) => rest && this.fillUp(rest));
      await first;
    }

    async fill() {
      const { incidents, start } = this;
      const shown = incidents.slice(start, start + this.length);
      const first = shown.slice(0, FIRST);
      if (!this.stands(first)) {
        const cards = await this.store.cards(first);
        if (this.incidents !== incidents || this.start !== start) return null;
        this.box.replaceChildren(...cards.map((card) => this.maker.card(card)));
      }
      const values = { first: incidents.length ? start + 1 : 0, last: start + shown.length, n: this.stage.number(incidents.length) };
      this.place.textContent = fill(this.stage.strings.window, values);
      this.bar.querySelector(".earlier").disabled = start === 0;
      this.bar.querySelector(".later").disabled = start + this.length >= incidents.length;
      this.bar.hidden = incidents.length <= this.length;
      this.stage.marked();
      return { incidents, start, shown: shown.slice(FIRST) };
    }

    /** Whether the cards that the page came with are the first: nothing is made then, the others go. */
    stands(first) {
      const cards = [...this.box.children];
      const stands = first.length > 0 && first.every(({ id }, n) => cards[n]?.id === id && cards[n].hasAttribute("tabindex"));
      if (stands) for (const card of cards.slice(first.length)) card.remove();
      return stands;
    }

    async fillUp({ incidents, start, shown }) {
      if (!shown.length) return;
      await this.stage.rest;
      await painted();
      await idle();
      const cards = await this.store.cards(shown);
      if (this.incidents !== incidents || this.start !== start) return;
      this.box.append(...cards.map((card) => this.maker.card(card)));
      this.stage.marked();
    }

    async texts() {
      const cards = await this.store.all();
      return new Map(cards.map((card) => [card.id, JSON.stringify(card)]));
    }

    shorten() {
      this.length = FIRST_IN_EMBED;
    }
  }

  Object.assign(geoincidents, { Store, WholeList, WindowedList, WINDOW });
})();
