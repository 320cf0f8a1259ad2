// A small picture of the whole, with the frame of the view in it.
"use strict";

(() => {
  const { svg } = geoincidents;

  const WIDTH = 112;
  const MERCATOR = L.Projection.SphericalMercator;

  const inset = (stage, bounds, label) => {
    const [west, south, east, north] = bounds;
    const low = MERCATOR.project(L.latLng(south, west));
    const high = MERCATOR.project(L.latLng(north, east));
    const scale = WIDTH / (high.x - low.x);
    const height = Math.round((high.y - low.y) * scale);
    const at = ([lat, lng]) => {
      const p = MERCATOR.project(L.latLng(lat, lng));
      return [(p.x - low.x) * scale, (high.y - p.y) * scale];
    };
    const path = (rings) => rings.map((ring) => `M${thin(ring.map(at)).map((p) => p.map((v) => v.toFixed(1)).join(",")).join(" ")}Z`).join("");
    const lands = [...stage.base.rings].map(([country, rings]) => svg("path", { class: stage.base.near.has(country) ? "land-party" : "land-other", d: path(rings) }));
    const frame = svg("rect", { class: "view" });
    const picture = svg("svg", { class: "inset box", width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": label }, [...lands, frame]);
    const move = () => {
      const view = stage.map.getBounds();
      const [x, y] = at([view.getNorth(), view.getWest()]);
      const [right, bottom] = at([view.getSouth(), view.getEast()]);
      const box = { x: Math.max(0.5, x), y: Math.max(0.5, y) };
      const far = { x: Math.min(WIDTH - 0.5, right), y: Math.min(height - 0.5, bottom) };
      const sides = { ...box, width: Math.max(3, far.x - box.x), height: Math.max(3, far.y - box.y) };
      for (const [name, value] of Object.entries(sides)) frame.setAttribute(name, value);
    };
    const control = new L.Control({ position: "bottomright" });
    control.onAdd = () => picture;
    control.addTo(stage.map);
    stage.map.on("move zoomend resize", move);
    move();
  };

  /** A line without the vertices that nobody sees at this size. */
  const thin = (points) => L.LineUtil.simplify(points.map(([x, y]) => L.point(x, y)), 0.6).map((p) => [p.x, p.y]);

  Object.assign(geoincidents, { inset });
})();
