// What is shown: filters, whose account, and the state of all that in the address.
"use strict";

(() => {
  const { folded } = geoincidents;

  const FACETS = ["status", "types", "parties", "outlets"];
  const MOST_READ = 2000; // incidents whose cards are searched, not only their titles
  const DAY_MS = 86400000;

  const iso = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);
  const dayOf = (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text || "") ? Date.parse(text) / DAY_MS : null);

  const nothing = () => ({ chosen: Object.fromEntries(FACETS.map((f) => [f, []])), q: "", from: null, to: null, undated: true, voice: "" });

  class Filters {
    constructor(stage) {
      this.stage = stage;
      this.form = document.querySelector(".filters");
      this.voices = [...document.querySelectorAll(".voices button")];
      this.state = nothing();
      this.form?.addEventListener("submit", (event) => event.preventDefault());
      this.form?.addEventListener("change", () => this.taken());
      this.form?.addEventListener("input", (event) => event.target.type === "search" && this.taken());
      for (const button of this.voices) button.addEventListener("click", () => this.change({ voice: button.dataset.voice }));
    }

    /** Take over what the form says. */
    taken() {
      const chosen = {};
      for (const facet of FACETS) {
        const boxes = this.form.querySelectorAll(`[data-facet="${facet}"] input:checked`);
        chosen[facet] = [...boxes].map((box) => box.value);
      }
      this.change({ chosen, q: this.form.elements.q.value });
    }

    change(some) {
      Object.assign(this.state, some);
      this.write();
      return this.stage.apply();
    }

    clear() {
      this.state = nothing();
      this.write();
      return this.stage.apply();
    }

    /** Make form and buttons say what the state is. */
    write() {
      const { chosen, q, voice } = this.state;
      for (const facet of FACETS) {
        for (const box of this.form?.querySelectorAll(`[data-facet="${facet}"] input`) || []) box.checked = chosen[facet].includes(box.value);
      }
      if (this.form && this.form.elements.q.value !== q) this.form.elements.q.value = q;
      for (const button of this.voices) button.setAttribute("aria-pressed", String(button.dataset.voice === voice));
    }

    get isOn() {
      const { chosen, q } = this.state;
      return FACETS.some((f) => chosen[f].length) || q !== "" || this.isTimed;
    }

    /** What is left of the incidents; `timed` false leaves the days out of it. */
    async left({ timed = true } = {}) {
      const { chosen, q, voice } = this.state;
      if (!voice && !this.isOn) return this.stage.told;
      const texts = q ? await this.texts() : null;
      const words = folded(q).split(/\s+/).filter(Boolean);
      return this.stage.told.filter((incident) => {
        if (voice && !incident.voices.includes(voice)) return false;
        if (chosen.status.length && !chosen.status.includes(incident.status)) return false;
        for (const facet of ["types", "parties", "outlets"]) {
          if (chosen[facet].length && !incident[facet].some((v) => chosen[facet].includes(String(v)))) return false;
        }
        if (texts && !words.every((word) => (texts.get(incident.id) || "").includes(word))) return false;
        return !timed || this.isIn(incident);
      });
    }

    get isTimed() {
      const { from, to, undated } = this.state;
      return from !== null || to !== null || !undated;
    }

    isIn({ from: first, to: last }) {
      const { from, to, undated } = this.state;
      if (first === null) return undated;
      return (from === null || last >= from) && (to === null || first <= to);
    }

    async texts() {
      if (!this.read) {
        const { told, list } = this.stage;
        const read = told.length > MOST_READ ? told.map((i) => [i.id, `${i.title} ${i.said}`]) : await list.texts();
        this.read = new Map([...read].map(([id, text]) => [id, folded(text)]));
      }
      return this.read;
    }

    // --- the address

    toHash() {
      const { chosen, q, from, to, undated, voice } = this.state;
      const parts = new URLSearchParams();
      if (voice) parts.set("by", voice);
      for (const facet of FACETS) if (chosen[facet].length) parts.set(facet, chosen[facet].join("."));
      if (q) parts.set("q", q);
      if (from !== null) parts.set("from", iso(from));
      if (to !== null) parts.set("to", iso(to));
      if (!undated) parts.set("undated", "0");
      return parts;
    }

    fromHash(parts) {
      const chosen = Object.fromEntries(FACETS.map((f) => [f, (parts.get(f) || "").split(".").filter(Boolean)]));
      const voice = this.voices.some((b) => b.dataset.voice === parts.get("by")) ? parts.get("by") : "";
      this.state = { chosen, q: parts.get("q") || "", from: dayOf(parts.get("from")), to: dayOf(parts.get("to")), undated: parts.get("undated") !== "0", voice };
      this.write();
    }
  }

  Object.assign(geoincidents, { Filters });
})();
