// The page in another page: short, and telling its host how high it is.
"use strict";

(() => {
  const { WINDOW } = geoincidents;

  const SETTLED_PX = 2; // a smaller change of height is not worth a message

  const embed = (stage) => {
    const { map, list, told } = stage;
    const rest = document.querySelector(".rest");
    list.shorten();
    rest.hidden = told.length <= 3;
    rest.querySelector("button").addEventListener("click", () => {
      rest.hidden = true;
      Object.assign(list, { limit: Infinity, length: WINDOW });
      stage.apply();
    });
    map.scrollWheelZoom.disable();
    if (window.matchMedia("(pointer: coarse)").matches) map.dragging.disable();
    let last = 0;
    const tell = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (Math.abs(height - last) < SETTLED_PX) return;
      last = height;
      window.parent.postMessage({ type: "geoincidents-height", height }, "*");
      window.parent.postMessage({ "datawrapper-height": { geoincidents: height } }, "*");
    };
    new ResizeObserver(tell).observe(document.body);
  };

  Object.assign(geoincidents, { embed });
})();
