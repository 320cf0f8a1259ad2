// What the scripts of the map share. Text reaches the page only as text: there is no
// innerHTML in any of them.
"use strict";

const geoincidents = {};

(() => {
  const SCALE = 1e5;
  const SVG = "http://www.w3.org/2000/svg";

  const element = (name, classes, text) => {
    const made = document.createElement(name);
    made.className = classes || "";
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const symbol = (status, hollow) => {
    const svg = document.createElementNS(SVG, "svg");
    const use = document.createElementNS(SVG, "use");
    svg.setAttribute("class", `symbol s-${status}`);
    for (const side of ["width", "height"]) svg.setAttribute(side, "24");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `#gi-${status}${hollow ? "-label" : ""}`);
    svg.append(use);
    return svg;
  };

  /** Lines travel as whole steps of 1e-5 degree, longitude first. */
  const decode = (steps) => {
    const line = [];
    let lon = 0;
    let lat = 0;
    for (let n = 0; n < steps.length; n += 2) {
      lon += steps[n];
      lat += steps[n + 1];
      line.push([lat / SCALE, lon / SCALE]);
    }
    return line;
  };

  const latlng = (at) => L.latLng(at[1], at[0]);

  /** Whether a point lies inside rings, by the number of sides to its east. */
  const holds = (rings, { lat, lng }) => {
    let inside = false;
    for (const ring of rings) {
      for (let n = 0, last = ring.length - 1; n < ring.length; last = n, n += 1) {
        const [[ay, ax], [by, bx]] = [ring[n], ring[last]];
        if (ay > lat !== by > lat && lng < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
      }
    }
    return inside;
  };

  Object.assign(geoincidents, { element, symbol, decode, latlng, holds });
})();
