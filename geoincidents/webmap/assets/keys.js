// Keys beside those that buttons, fields and the map have of themselves.
"use strict";

(() => {
  const isTyping = (node) => node.matches("input:not([type=checkbox]):not([type=range]), textarea, select");

  /** Escape leaves what was chosen, back at its mark; "/" goes to the search from the map and the list. */
  const keys = (stage) => {
    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === "Escape" && !isTyping(event.target)) leave(stage, event.target);
    });
    // Only while the focus is in one of the two: elsewhere a letter must do nothing.
    document.querySelector("main").addEventListener("keydown", (event) => {
      const search = document.querySelector(".filters [type=search]");
      if (event.key !== "/" || !search || isTyping(event.target)) return;
      event.preventDefault();
      search.focus();
    });
  };

  const leave = (stage, from) => {
    const box = from.closest("details[open].box, .filters details[open]");
    if (box) {
      box.open = false;
      box.querySelector("summary").focus();
      return;
    }
    stage.compare.clear();
    const { chosen } = stage;
    if (!chosen) return;
    stage.select(null);
    const focused = document.getElementById(chosen)?.contains(from);
    if (focused) stage.marks.focus(chosen);
  };

  Object.assign(geoincidents, { keys });
})();
