// One reported area as an outline on the map: for its size only, nowhere in particular.
"use strict";

(() => {
  const M_PER_LAT = 111132;
  const M_PER_LON = 111320; // at the equator
  const WANTED_PX = 70;
  const LEAST_PX = 24; // a smaller outline would be hidden by its letters

  class Compare {
    constructor(stage) {
      this.stage = stage;
      this.button = null;
      document.addEventListener("click", (event) => {
        const button = event.target.closest?.(".compare");
        if (button) this.toggle(button);
      });
    }

    toggle(button) {
      const was = this.button;
      this.clear();
      if (was !== button) this.show(button);
    }

    show(button) {
      const { map, renderers, letters, strings } = this.stage;
      this.button = button;
      button.setAttribute("aria-pressed", "true");
      const side = Math.sqrt(Number(button.dataset.m2));
      this.outline = L.polygon(this.corners(side), { className: "sh-size", pane: "gi-shapes", renderer: renderers["gi-shapes"], interactive: false, fill: false }).addTo(map);
      const across = () => map.latLngToContainerPoint(this.outline.getBounds().getNorthEast()).x - map.latLngToContainerPoint(this.outline.getBounds().getSouthWest()).x;
      const { x, y } = map.getSize();
      if (across() < LEAST_PX || across() > Math.min(x, y) * 0.8) {
        const zoom = map.getZoom() + Math.log2(WANTED_PX / across());
        this.stage.own(() => map.setView(map.getCenter(), zoom, { animate: false }));
      }
      const spots = () => (this.outline ? [{ at: this.outline.getBounds().getCenter(), far: across() / 2 + 6 }, { at: map.getCenter(), far: 12 }] : []);
      this.item = letters.add(`${button.dataset.says}; ${strings.size_only}`, spots, { kind: "figure", rank: -2, own: true });
      this.stage.letter();
      this.stage.seen();
    }

    /** A square about the middle of the view, of a true side there. */
    corners(side) {
      const { lat, lng } = this.stage.map.getCenter();
      const up = side / 2 / M_PER_LAT;
      const right = side / 2 / (M_PER_LON * Math.cos((lat * Math.PI) / 180));
      return [[lat - up, lng - right], [lat - up, lng + right], [lat + up, lng + right], [lat + up, lng - right]];
    }

    clear() {
      if (!this.button) return;
      this.button.setAttribute("aria-pressed", "false");
      this.outline.remove();
      this.stage.letters.drop(this.item);
      Object.assign(this, { button: null, outline: null, item: null });
      this.stage.letter();
    }
  }

  Object.assign(geoincidents, { Compare });
})();
