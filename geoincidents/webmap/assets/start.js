// Runs in the head, before anything else of ours.
"use strict";

document.documentElement.classList.add("js");
// Before the map is measured.
document.documentElement.classList.toggle("embed", new URLSearchParams(location.search).get("embed") === "1");

const geoincidents = {};

// Where a script of ours that lies beside the page is not found, what needs none is shown.
addEventListener("error", (event) => {
  if (event.target.dataset?.own !== undefined) geoincidents.plain();
}, true);

(() => {
  const bytes = (text) => (Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));

  /** What a block of the page holds packed: JSON by gzip in base64. Read piece by piece: a `Response` takes turns with the parser. */
  const opened = async (block) => {
    const { readable, writable } = new DecompressionStream("gzip");
    const writer = writable.getWriter();
    writer.write(bytes(block.textContent));
    writer.close();
    const [reader, decoder] = [readable.getReader(), new TextDecoder()];
    let text = "";
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) text += decoder.decode(value, { stream: true });
    return JSON.parse(text + decoder.decode());
  };

  /** The same, once for each block. */
  const open = (block) => (block.opened ||= opened(block));

  /** Show what those without scripts see. */
  const plain = () => {
    document.documentElement.classList.remove("js");
    // Our own markup, and where it is parsed so, no script in it would run.
    for (const block of document.querySelectorAll("noscript")) block.replaceWith(...new DOMParser().parseFromString(block.textContent, "text/html").body.childNodes);
  };

  // Fulfilled by go.js, where all has been read that scripts ask for first.
  const parsed = new Promise((resolve) => { geoincidents.go = resolve; });

  Object.assign(geoincidents, { open, parsed, plain });
})();
