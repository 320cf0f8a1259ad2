// The incidents of a page: few travel as they are, many as columns.
"use strict";

(() => {
  const { latitude } = geoincidents;

  const SCALE = 1e5;
  const ID = 6; // letters and digits of an id

  /** One of many: what is asked of it is looked up in the columns. */
  class Row {
    constructor(table, n) {
      this.table = table;
      this.n = n;
    }

    value(name) {
      const { values, rows } = this.table.columns[name];
      return values[rows[this.n]];
    }

    get id() { return this.table.columns.ids.substr(ID * this.n, ID); }
    get title() {
      const { head, tail } = this.table.columns.title;
      const [first, second] = [head.values[head.rows[this.n]], tail.values[tail.rows[this.n]]];
      return second ? `${first}, ${second}` : first;
    }
    get status() { return this.value("status"); }
    get said() { return this.value("said"); }
    get east() { return this.table.east[this.n]; }
    get south() { return this.table.south[this.n]; }
    get at() { return Number.isNaN(this.east) ? null : [this.east / SCALE, latitude(this.south)]; }
    get label() { return this.table.labels.has(this.n); }
    get from() { return this.table.dated[this.n] ? this.table.days[this.n] : null; }
    get to() { return this.table.dated[this.n] ? this.table.days[this.n] + this.table.columns.days[this.n] : null; }
    get types() { return this.value("types"); }
    get parties() { return this.value("parties"); }
    get outlets() { return this.value("outlets"); }
    get borders() { return this.value("borders"); }
    get countries() { return this.value("countries"); }
    get voices() { return this.value("voices"); }
    get accounts() { return this.table.columns.accounts[this.n] || []; }
  }

  /** Columns as incidents: see columns.py. */
  class Many {
    constructor(columns) {
      this.columns = columns;
      const count = columns.status.rows.length;
      this.rows = Array.from({ length: count }, (_, n) => new Row(this, n));
      this.labels = new Set(columns.label);
      this.place(count);
      this.date(count);
    }

    place(count) {
      this.east = new Float64Array(count).fill(NaN);
      this.south = new Float64Array(count).fill(NaN);
      const { placed, lon, south } = this.columns;
      let [row, x, y] = [0, 0, 0];
      for (let k = 0; k < placed.length; k += 1) {
        row += placed[k];
        x += lon[k];
        y += south[k];
        this.east[row] = x;
        this.south[row] = y;
      }
    }

    date(count) {
      const { from, undated } = this.columns;
      this.dated = new Uint8Array(count).fill(1);
      this.days = new Int32Array(count);
      for (const n of undated) this.dated[n] = 0;
      let [day, k] = [0, 0];
      for (let n = 0; n < count; n += 1) {
        if (this.dated[n]) day += from[k++];
        this.days[n] = day;
      }
    }

    /** Those of which something is drawn besides their marks. */
    get drawn() {
      return Object.keys(this.columns.accounts).map((n) => this.rows[n]);
    }

    get(id) {
      const { ids } = this.columns;
      if (id?.length !== ID) return undefined;
      let at = ids.indexOf(id);
      while (at % ID > 0) at = ids.indexOf(id, at + 1);
      return this.rows[at / ID];
    }
  }

  class Few {
    constructor(incidents) {
      const { south } = geoincidents;
      this.rows = incidents;
      this.drawn = incidents;
      this.byId = new Map(incidents.map((i) => [i.id, i]));
      for (const i of incidents) [i.east, i.south] = i.at ? [i.at[0] * SCALE, south(i.at[1])] : [NaN, NaN];
    }

    get(id) {
      return this.byId.get(id);
    }
  }

  Object.assign(geoincidents, { Few, Many });
})();
