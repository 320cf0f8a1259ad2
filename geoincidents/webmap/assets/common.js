// What the scripts of the map share. Text reaches the page only as text: there is no
// innerHTML in any of them.
"use strict";

(() => {
  const SCALE = 1e5;
  const CORNERS = 96; // of a circle: nowhere farther off than one part in two thousand
  const MOST_WAIT_MS = 200;
  const SVG = "http://www.w3.org/2000/svg";

  const element = (name, classes, text) => {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  /** An element of a drawing with its attributes. */
  const svg = (name, attributes = {}, children = []) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    made.append(...children);
    return made;
  };

  const symbol = (status, hollow, size = 24) => {
    const use = svg("use", { href: `#gi-${status}${hollow ? "-label" : ""}` });
    return svg("svg", { class: `symbol s-${status}`, width: size, height: size, "aria-hidden": "true", focusable: "false" }, [use]);
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

  /** Circles travel as middle and half axes, longitude first: on the ground they are round, in degrees ellipses. */
  const round = ([lon, lat, across, down]) => Array.from({ length: CORNERS }, (_, n) => {
    const turn = (2 * Math.PI * n) / CORNERS;
    return [(lat + down * Math.cos(turn)) / SCALE, (lon + across * Math.sin(turn)) / SCALE];
  });

  /** How far south of the equator a latitude lies on the Mercator map, in steps of 1e-5 degree of longitude. */
  const south = (lat) => Math.round((-Math.asinh(Math.tan((lat * Math.PI) / 180)) * 180 * SCALE) / Math.PI);

  /** The latitude that lies so far south. */
  const latitude = (steps) => -(Math.atan(Math.sinh(((steps / SCALE) * Math.PI) / 180)) * 180) / Math.PI;

  /** What a unit of the Mercator map is in pixels, and where the meridian of Greenwich meets the equator. */
  const mercator = (zoom) => ({ scale: (256 * 2 ** zoom) / (360 * SCALE), middle: 128 * 2 ** zoom });

  const latlng = (at) => L.latLng(at[1], at[0]);

  /** A string of the catalogue with its gaps filled. */
  const fill = (text, values = {}) => text.replace(/\{(\w+)\}/g, (gap, key) => String(values[key] ?? gap));

  /** Text without case and accents, for looking up. */
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  /** What a block of the page holds packed; one that has not been read yet is waited for. */
  const unpack = async (id) => {
    if (!document.getElementById(id) && document.readyState === "loading") await new Promise((resolve) => { document.addEventListener("DOMContentLoaded", resolve); });
    return geoincidents.open(document.getElementById(id));
  };

  /** When nothing else waits to be done or painted, but soon. */
  const idle = () => new Promise((resolve) => {
    if (window.requestIdleCallback) requestIdleCallback(resolve, { timeout: MOST_WAIT_MS });
    else setTimeout(resolve, MOST_WAIT_MS);
  });

  /** When what stands has been painted. */
  const painted = () => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });

  const isStill = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  Object.assign(geoincidents, { element, svg, symbol, decode, round, south, latitude, mercator, latlng, fill, folded, unpack, idle, painted, isStill });
})();
