// Cards made in the browser where the page holds too many incidents to write them all out:
// the same as templates/macros.html makes; tests hold the two equal.
"use strict";

(() => {
  const { element, fill, svg, symbol } = geoincidents;

  const bdi = (text) => element("bdi", "", text);
  const wrap = (name, classes, ...children) => {
    const made = element(name, classes);
    made.append(...children);
    return made;
  };

  class CardMaker {
    constructor(strings, silence, closeup) {
      this.strings = strings;
      this.silence = silence;
      this.closeup = closeup; // draws the close-up of an incident by its id
    }

    card(item) {
      const s = this.strings;
      const card = wrap("article", "card", this.title(item), wrap("p", "status", bdi(item.status_words)));
      card.id = item.id;
      card.tabIndex = -1;
      card.setAttribute("aria-labelledby", `${item.id}-t`);
      card.append(...item.voices.map((v) => this.voice(v)));
      if (item.also.length) card.append(wrap("p", "also", bdi(fill(s.also, { who: item.also.join(", ") }))));
      const picture = this.closeup(item.id);
      if (picture) card.append(picture);
      if (item.squares) card.append(this.squares(item.squares));
      card.append(this.table(item));
      for (const row of item.rows.filter((r) => r.undrawn.length)) {
        card.append(wrap("p", "unsaid", bdi(fill(s.undrawn, { who: row.who, why: row.undrawn.join("; ") }))));
      }
      if (item.unsaid.length) card.append(element("p", "unsaid", `${item.unsaid.join(", ")}: ${this.silence}`));
      card.append(wrap("p", "origins", bdi(item.origins), " ", element("span", "id", item.id)));
      return card;
    }

    title(item) {
      const link = wrap("a", "pick", bdi(item.title));
      link.href = `#${item.id}`;
      const title = wrap("h3", "", symbol(item.status), link);
      title.id = `${item.id}-t`;
      return title;
    }

    voice(voice) {
      const box = wrap("div", "voice", wrap("p", "type", bdi(voice.types_said)));
      box.dataset.voice = voice.group;
      const quotes = voice.quotes.map((q) => this.quoted(q));
      if (quotes.length) box.append(...quotes.slice(0, 2));
      else box.append(wrap("p", "who", bdi(voice.voice)));
      if (quotes.length > 2) {
        const summary = element("summary", "", fill(this.strings.more, { n: quotes.length - 2 }));
        box.append(wrap("details", "more", summary, ...quotes.slice(2)));
      }
      return box;
    }

    words(quote) {
      const words = element("q");
      words.dir = "auto";
      for (const [text, marked] of quote.pieces) words.append(marked ? element("mark", "", text) : text);
      return words;
    }

    source(quote, withAt = false) {
      const parts = [wrap("cite", "", bdi(quote.outlet))];
      if (quote.date) parts.push(", ", bdi(quote.date));
      if (quote.link) {
        const link = element("a", "", this.strings.read_there);
        link.href = quote.link;
        link.rel = "noopener noreferrer";
        if (withAt) link.dataset.at = quote.link.split(":~:text=")[0].replace(/#$/, "");
        parts.push(", ", link);
      }
      return parts;
    }

    quoted(quote) {
      const who = wrap("span", "who", bdi(quote.voice), ":");
      const by = quote.by ? [bdi(quote.by), "; "] : [];
      return wrap("blockquote", "", wrap("p", "", who, " ", this.words(quote)), wrap("footer", "", ...by, ...this.source(quote, true)));
    }

    table(item) {
      const s = this.strings;
      const heads = [s.claimant, ...item.columns.map((c) => c.name)].map((name) => {
        const head = element("th", "", name);
        head.scope = "col";
        return head;
      });
      const rows = item.rows.map((row) => this.row(row, item));
      return wrap("table", "accounts", element("caption", "", s.claims), wrap("thead", "", wrap("tr", "", ...heads)), wrap("tbody", "", ...rows));
    }

    row(row, item) {
      const head = wrap("th", "", bdi(row.who));
      head.scope = "row";
      if (row.shown_on_map) {
        const button = element("button", "account", this.strings.show_on_map);
        button.type = "button";
        Object.assign(button.dataset, { incident: item.id, account: row.account });
        button.setAttribute("aria-pressed", "false");
        head.append(" ", button);
      }
      const cells = row.cells.map((cell, n) => {
        const entries = cell.entries.map((e) => wrap("div", "entry", ...this.entry(e)));
        const made = wrap("td", "", ...(entries.length ? entries : [element("span", "silence", this.silence)]));
        made.dataset.name = item.columns[n].name;
        return made;
      });
      const made = wrap("tr", "", head, ...cells);
      made.dataset.voice = row.group;
      return made;
    }

    entry(entry) {
      const behind = entry.quotes.map((q) => wrap("p", "behind", this.words(q), " ", wrap("span", "from", ...this.source(q))));
      const said = bdi(entry.said);
      const main = behind.length ? wrap("details", "said", wrap("summary", "", said), ...behind) : wrap("span", "said", said);
      return [main, ...entry.notes.map((note) => wrap("span", "note", bdi(note)))];
    }

    compare(row) {
      const s = this.strings;
      const button = element("button", "compare js-only", s.compare);
      button.type = "button";
      const says = fill(s.says, { size: row.size, who: row.who });
      Object.assign(button.dataset, { m2: row.m2, says });
      button.setAttribute("aria-pressed", "false");
      button.setAttribute("aria-label", `${s.compare}: ${says}`);
      return button;
    }

    squares(set) {
      const s = this.strings;
      const rows = set.rows.map((row) => {
        const side = Math.max(row.side, 2);
        const outline = svg("rect", { class: "outline", x: 1, y: 1, width: Math.max(row.side - 2, 1), height: Math.max(row.side - 2, 1) });
        const picture = svg("svg", { width: side, height: side, role: "img", "aria-label": fill(s.says, { size: row.size, who: row.who }) }, [outline]);
        return wrap("div", "square", picture, wrap("span", "", bdi(row.size), element("br"), bdi(`(${row.who})`)), this.compare(row));
      });
      const bar = svg("svg", { class: "barline", width: set.bar.px, height: 8, "aria-hidden": "true" }, [svg("path", { class: "bar", d: `M.5 0v6h${set.bar.px - 1}v-6` })]);
      return wrap("figure", "squares", wrap("div", "row", ...rows), wrap("figcaption", "", bar, " ", bdi(set.bar.label), `. ${s.scale_note}`));
    }
  }

  Object.assign(geoincidents, { CardMaker });
})();
