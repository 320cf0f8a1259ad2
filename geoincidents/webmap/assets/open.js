// Opens the packed library and scripts and runs them in order; the page's policy knows each by its hash.
"use strict";

(async () => {
  const packed = document.getElementById("gi-code");
  if (!packed) return;
  try {
    const bytes = Uint8Array.from(atob(packed.textContent.trim()), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const { styles, scripts } = await new Response(stream).json();
    const put = (name, text, place) => {
      const made = document.createElement(name);
      made.textContent = text;
      place(made);
    };
    for (const text of styles) put("style", text, (style) => document.head.querySelector("style").before(style));
    for (const text of scripts) put("script", text, (script) => document.body.append(script));
  } catch (error) {
    // An old browser shows what it would show without scripts: the still map and the list.
    document.documentElement.classList.remove("js");
    throw error;
  }
})();
