// Opens the packed library and scripts and runs them in order; the page's policy knows each by its hash.
"use strict";

(async () => {
  const open = (block) => {
    const text = atob(block.textContent);
    const bytes = new Uint8Array(text.length);
    for (let n = 0; n < text.length; n += 1) bytes[n] = text.charCodeAt(n);
    const { readable, writable } = new DecompressionStream("gzip");
    const writer = writable.getWriter();
    writer.write(bytes);
    writer.close();
    return new Response(readable).json();
  };
  const put = (name, text, place) => {
    const made = document.createElement(name);
    made.textContent = text;
    place(made);
  };
  const packed = document.getElementById("gi-code");
  if (!packed) return;
  try {
    const code = open(packed);
    // What the scripts ask for first is opened beside them.
    for (const block of document.querySelectorAll("#gi-data[type='text/plain'], #gi-cards-0")) block.opened = open(block);
    const { styles, scripts } = await code;
    for (const text of styles) put("style", text, (style) => document.head.querySelector("style").before(style));
    for (const text of scripts) put("script", text, (script) => document.body.append(script));
  } catch (error) {
    // An old browser shows what it would show without scripts: the still map and the list.
    document.documentElement.classList.remove("js");
    throw error;
  }
})();
