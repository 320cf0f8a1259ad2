// Opens the packed library and scripts and runs them in order; the page's policy knows each by its hash.
"use strict";

(async () => {
  const put = (name, text, place) => {
    const made = document.createElement(name);
    made.textContent = text;
    place(made);
  };
  const run = (text) => put("script", text, (script) => document.head.append(script));
  const packed = document.getElementById("gi-code");
  if (!packed) return;
  try {
    // While the rest of the page is still being read; the last script asks for all of it.
    const { styles, scripts } = await geoincidents.open(packed);
    const last = scripts.pop();
    for (const text of styles) put("style", text, (style) => document.head.querySelector("style").before(style));
    for (const text of scripts) run(text);
    await geoincidents.parsed;
    run(last);
  } catch (error) {
    // An old browser shows what it would show without scripts: the still map and the list.
    await geoincidents.parsed;
    geoincidents.plain();
    throw error;
  }
})();
