// Many incidents travel as columns.
"use strict";

(() => {
  const SCALE = 1e5;

  /** Columns as rows again: see columns.py. */
  const rows = (columns) => {
    const value = ({ values, rows: numbers }, n) => values[numbers[n]];
    const { head, tail } = columns.title;
    const undated = new Set(columns.undated);
    let [dated, day] = [0, 0];
    const ids = columns.ids.match(/.{6}/gu) || [];
    const made = ids.map((id, n) => {
      if (!undated.has(n)) day += columns.from[dated++];
      const [first, second] = [value(head, n), value(tail, n)];
      return {
        id,
        title: second ? `${first}, ${second}` : first,
        status: value(columns.status, n),
        said: value(columns.said, n),
        at: null,
        label: false,
        from: undated.has(n) ? null : day,
        to: undated.has(n) ? null : day + columns.days[n],
        types: value(columns.types, n),
        parties: value(columns.parties, n),
        outlets: value(columns.outlets, n),
        borders: value(columns.borders, n),
        countries: value(columns.countries, n),
        voices: value(columns.voices, n),
        accounts: columns.accounts[n] || [],
      };
    });
    let [row, lon, lat] = [0, 0, 0];
    columns.placed.forEach((step, k) => {
      [row, lon, lat] = [row + step, lon + columns.lon[k], lat + columns.lat[k]];
      made[row].at = [lon / SCALE, lat / SCALE];
    });
    for (const n of columns.label) made[n].label = true;
    return made;
  };

  Object.assign(geoincidents, { rows });
})();
