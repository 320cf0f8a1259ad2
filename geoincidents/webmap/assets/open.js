// Opens the packed scripts and runs them in order; the page's policy knows each by its hash.
"use strict";

(async () => {
  const packed = document.getElementById("gi-code");
  if (!packed) return;
  try {
    const bytes = Uint8Array.from(atob(packed.textContent.trim()), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    for (const code of await new Response(stream).json()) {
      const script = document.createElement("script");
      script.textContent = code;
      document.body.append(script);
    }
  } catch (error) {
    // An old browser shows what it would show without scripts: the still map and the list.
    document.documentElement.classList.remove("js");
    throw error;
  }
})();
