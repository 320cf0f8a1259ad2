"""The sea, off every coast: zones reach out to it, and no place is said to lie there."""

from __future__ import annotations

import json
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from geoincidents.geometry import zones

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geoincidents.geometry.zones import Area, Box, Vertex


@cache
def sea(bounds: Box) -> Area:
    """Return the sea in a box; its coast is 5 km off the true one, on the water's side."""
    path = Path(__file__).with_name("sea.json")
    table = json.loads(path.read_text(encoding="utf-8"))
    rings = ([_ring(steps, table["scale"]) for steps in piece] for piece in table["pieces"])
    return zones.cut(zones.united(_piece(piece) for piece in rings), bounds)


def _piece(rings: Sequence[Sequence[Vertex]]) -> Area:
    outer, *holes = (zones.polygon(ring) for ring in rings)
    return zones.without(outer, holes)


def _ring(steps: Sequence[int], scale: float) -> list[Vertex]:
    """Return the vertices of a ring that is written as steps: lon, lat, then differences."""
    lons, lats = accumulate(steps[::2]), accumulate(steps[1::2])
    return [(lon / scale, lat / scale) for lon, lat in zip(lons, lats, strict=True)]


def ashore(areas: Iterable[tuple[str, Area]], bounds: Box) -> dict[str, Area]:
    """Return areas by country, cut to a box and without the sea."""
    cut = {country: zones.cut(area, bounds) for country, area in areas}
    water = [sea(bounds)]
    return {country: zones.without(area, water) for country, area in cut.items()}
