// The strip of time: how many incidents when, and two ends that can be moved.
"use strict";

(() => {
  const { element, fill, isStill, svg } = geoincidents;

  const DAY_MS = 86400000;
  const MOST_BINS = 120;
  const HEIGHT = 36;
  const LEAST = 4; // of a bar: one incident beside many is still seen
  const STEP_MS = 900;

  const date = (day) => new Date(day * DAY_MS);
  const dayOf = (year, month) => Date.UTC(year, month, 1) / DAY_MS;
  const UNITS = [
    { name: "day", first: (day) => day, next: (day) => day + 1 },
    { name: "week", first: (day) => day - ((day + 3) % 7), next: (day) => day + 7 }, // 1970 began on a Thursday
    { name: "month", first: (day) => dayOf(date(day).getUTCFullYear(), date(day).getUTCMonth()), next: (day) => dayOf(date(day).getUTCFullYear(), date(day).getUTCMonth() + 1) },
    { name: "year", first: (day) => dayOf(date(day).getUTCFullYear(), 0), next: (day) => dayOf(date(day).getUTCFullYear() + 1, 0) },
  ];

  /** First days of the bins between two days, and one beyond; in the smallest unit that gives few. */
  const bins = (from, to) => {
    for (const unit of UNITS) {
      const starts = [unit.first(from)];
      while (starts[starts.length - 1] <= to && starts.length <= MOST_BINS + 1) starts.push(unit.next(starts[starts.length - 1]));
      if (starts.length <= MOST_BINS + 1 || unit.name === "year") return { unit: unit.name, starts };
    }
    return null;
  };

  class TimeStrip {
    constructor(stage, form) {
      this.stage = stage;
      this.form = form;
      let [first, last] = [Infinity, -Infinity];
      for (const { from, to } of stage.told) {
        if (from === null) continue;
        if (from < first) first = from;
        if (to > last) last = to;
      }
      if (first > last) return;
      Object.assign(this, bins(first, last));
      this.n = this.starts.length - 1;
      this.ends = [form.querySelector(".from"), form.querySelector(".to")];
      this.output = form.querySelector("output");
      this.box = form.querySelector(".undated input");
      this.button = form.querySelector(".play");
      for (const end of this.ends) end.max = this.n - 1;
      for (const one of [form.querySelector(".ends"), this.button]) one.hidden = this.n === 1; // nothing to choose
      form.addEventListener("submit", (event) => event.preventDefault());
      this.ends.forEach((end, k) => end.addEventListener("input", () => this.moved(k)));
      this.box?.addEventListener("change", () => stage.filters.change({ undated: this.box.checked }));
      this.button.addEventListener("click", () => (this.timer ? this.stop() : this.play()));
      this.isReady = true;
    }

    values() {
      return this.ends.map((end) => Number(end.value));
    }

    /** An end that is pulled past the other takes it along. */
    moved(which) {
      this.stop();
      const values = this.values();
      if (values[0] > values[1]) this.ends[1 - which].value = values[which];
      return this.tell();
    }

    tell() {
      const [a, b] = this.values();
      const from = a === 0 ? null : this.starts[a];
      const to = b === this.n - 1 ? null : this.starts[b + 1] - 1;
      return this.stage.filters.change({ from, to });
    }

    play() {
      let [a, b] = this.values();
      const width = b - a >= this.n - 1 ? Math.max(0, Math.ceil(this.n / 8) - 1) : b - a;
      a = b >= this.n - 1 ? -1 : a;
      const step = () => {
        a += 1;
        if (a + width > this.n - 1) return this.stop();
        [this.ends[0].value, this.ends[1].value] = [a, a + width];
        return this.tell();
      };
      this.timer = window.setInterval(step, isStill() ? 2 * STEP_MS : STEP_MS);
      this.say();
      step();
    }

    stop() {
      window.clearInterval(this.timer);
      this.timer = 0;
      if (this.button) this.say();
    }

    say() {
      this.button.textContent = this.stage.strings[this.timer ? "pause" : "play"];
      this.button.setAttribute("aria-pressed", String(Boolean(this.timer)));
    }

    /** Show what the filters leave, and which days are chosen. */
    draw(left) {
      if (!this.isReady) return;
      const { from, to, undated } = this.stage.filters.state;
      const a = from === null ? 0 : this.bin(from);
      const b = to === null ? this.n - 1 : this.bin(to);
      [this.ends[0].value, this.ends[1].value] = [a, b];
      if (this.box) this.box.checked = undated;
      const words = { from: this.day(this.starts[a]), to: this.day(this.starts[b + 1] - 1) };
      this.output.textContent = words.from === words.to ? words.from : fill(this.stage.strings.span, words);
      this.ends[0].setAttribute("aria-valuetext", words.from);
      this.ends[1].setAttribute("aria-valuetext", words.to);
      this.bars(left, [a, b]);
    }

    bin(day) {
      let [low, high] = [0, this.n - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (this.starts[middle] <= day) low = middle;
        else high = middle - 1;
      }
      return low;
    }

    day(day) {
      this.format ||= new Intl.DateTimeFormat(this.stage.strings.locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
      return this.format.format(date(day));
    }

    bars(left, [a, b]) {
      const { statuses } = this.stage.data;
      const counts = Array.from({ length: this.n }, () => statuses.map(() => 0));
      const undated = statuses.map(() => 0);
      const ranks = new Map(statuses.map((s, n) => [s, n]));
      for (const i of left) (i.from === null ? undated : counts[this.bin(i.from)])[ranks.get(i.status)] += 1;
      const sum = (column) => column.reduce((x, y) => x + y, 0);
      const most = Math.max(1, ...counts.map(sum));
      const shown = undated.some(Boolean);
      const strings = this.stage.strings;
      const parts = counts.map((column, n) => ({ x: n, column, off: n < a || n > b, title: fill(strings.bar, { when: this.day(this.starts[n]), n: sum(column) }) }));
      const nodes = parts.filter((p) => sum(p.column)).map((p) => this.bar(p, most, 100 / this.n));
      const label = strings[`unit_${this.unit}`];
      const drawing = svg("svg", { class: "strip", viewBox: `0 0 100 ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": label }, nodes);
      const boxes = [drawing];
      if (shown) {
        const title = fill(strings.undated_bar, { n: sum(undated) });
        const bar = this.bar({ x: 0, column: undated, off: !this.stage.filters.state.undated, title }, most, 100);
        boxes.unshift(svg("svg", { class: "strip lone", viewBox: `0 0 100 ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": title }, [bar]));
      }
      const scale = element("span", "most", this.stage.number(most));
      this.form.querySelector(".bars").replaceChildren(scale, ...boxes);
    }

    /** A bar of what is more than the strip is high ends there, with a gap across it. */
    bar({ x, column, off, title }, most, width) {
      const all = column.reduce((a, b) => a + b, 0);
      const scale = Math.max((HEIGHT - 1) / Math.max(most, all), LEAST / all);
      let top = HEIGHT;
      const rows = column.flatMap((count, n) => {
        if (!count) return [];
        const height = count * scale;
        top -= height;
        return [svg("rect", { class: `s-${this.stage.data.statuses[n]}`, x: x * width + width * 0.08, y: top, width: width * 0.84, height })];
      });
      if (all > most) rows.push(svg("rect", { class: "gap", x: x * width, y: HEIGHT / 4, width, height: 2 }));
      return svg("g", { class: off ? "off" : "" }, [svg("title", {}, [title]), ...rows]);
    }
  }

  Object.assign(geoincidents, { TimeStrip });
})();
