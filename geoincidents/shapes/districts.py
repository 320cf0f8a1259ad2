"""Which ground is a district's or province's: its area where a pack holds it.

Else that nearest to places known to lie in it; its label point is such a place too.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from geoincidents.geography import AREAS, PlaceKind
from geoincidents.geometry import planar
from geoincidents.geometry.geodesy import Plane
from geoincidents.model import Position
from geoincidents.shapes import borders, memory

if TYPE_CHECKING:
    from collections.abc import Callable

    from geoincidents.geography import Gazetteer, Place
    from geoincidents.geometry.planar import Flat, Mask, Points
    from geoincidents.model import Geometry

_LINEAR = frozenset({PlaceKind.ROAD, PlaceKind.RIVER, PlaceKind.BORDER})
_FEWEST = 7  # places known in an area; with fewer a circle is nearer to its true outline
_TIMES = 1.5  # how far an area reaches, as a multiple of its size; no cell goes on beyond
_BESIDE_M = 3_000.0  # a pack's areas need not end on its border: two surveys differ by less
_SMOOTH = 0.02  # share of the size by which an outline is simplified: it is rough anyway


_FINE = 0.004  # and by which one that a pack holds is: it ends on the border itself
_DEGREE_M = 111_195.0  # of a great circle on the mean sphere


def belonging(
    areas: frozenset[str], country: str, gazetteer: Gazetteer, plane: Plane
) -> Callable[[Points], Mask]:
    """Return a test of which points of a plane belong to named areas of a country.

    No areas: every point does.
    """
    if not areas:
        return lambda points: np.ones(len(points), dtype=bool)
    if areas <= gazetteer.areas.keys():
        return _in_areas(areas, country, gazetteer, plane)
    spots, is_in = _known(areas, country, gazetteer, plane)
    if not is_in.any():
        return lambda points: np.zeros(len(points), dtype=bool)
    return lambda points: is_in[planar.nearest_index(spots, points)]


def _in_areas(
    areas: frozenset[str], country: str, gazetteer: Gazetteer, plane: Plane
) -> Callable[[Points], Mask]:
    """Return a test of which points are in named areas, or nearer to them than to others."""
    own = [key for key in sorted(gazetteer.areas) if gazetteer.places[key].country == country]
    boxes = {key: _box(gazetteer.areas[key]) for key in own}
    # What lies farther from the named areas than a point and its nearest ground has no say.
    near = [key for key in own if any(_meet(boxes[key], boxes[a]) for a in areas if a in boxes)]
    flats = [_flat(gazetteer.areas[key], plane.centre) for key in near]
    wanted = np.array([key in areas for key in near])
    return lambda points: planar.nearest_is(flats, wanted, points, _BESIDE_M)


@lru_cache(maxsize=256)  # areas are asked for by each account that names a neighbour
def _flat(geometry: Geometry, centre: Position) -> Flat:
    return borders.flat(geometry, Plane(centre=centre))


def _box(geometry: Geometry) -> tuple[Position, Position]:
    """Return the corners of a box, in degrees, that holds all within reach of an area."""
    west, south, east, north = planar.read(geometry).bounds
    low, high = (
        borders.around(Position(west, south), _BESIDE_M),
        borders.around(Position(east, north), _BESIDE_M),
    )
    return Position(low[0], low[1]), Position(high[2], high[3])


def _meet(one: tuple[Position, Position], other: tuple[Position, Position]) -> bool:
    return all(a <= b for a, b in zip((*one[0], *other[0]), (*other[1], *one[1]), strict=True))


def outline(area: Place, gazetteer: Gazetteer) -> Geometry | None:
    """Return the rough outline of an area in degrees, None where too little is known."""

    def make() -> Geometry | None:
        if area.id in gazetteer.areas:
            return planar.simplify(gazetteer.areas[area.id], _FINE * area.size_m / _DEGREE_M)
        plane = Plane(centre=area.position)
        flat = extent(area, gazetteer, plane)
        return None if flat is None else planar.write(planar.moved(flat, plane.to_degrees))

    return memory.once(gazetteer, ("outline", area.id), make)


def extent(area: Place, gazetteer: Gazetteer, plane: Plane) -> Flat | None:
    """Return the rough outline of an area on a plane, None where too little is known."""
    spots, is_in = _known(frozenset({area.id}), area.country, gazetteer, plane)
    if is_in.sum() < _FEWEST:
        return None
    centre = plane.point(area.position)
    reach_m = _TIMES * area.size_m
    ground = planar.disc(centre, reach_m)
    country = borders.mainland(area.country, gazetteer, plane, 1.1 * reach_m)
    if country is not None:
        ground = planar.common(ground, country)
    cells = planar.piece_at(planar.cells(spots, is_in, ground), centre)
    return None if cells.is_empty else planar.simplified(cells, _SMOOTH * area.size_m)


def _known(
    areas: frozenset[str], country: str, gazetteer: Gazetteer, plane: Plane
) -> tuple[Points, Mask]:
    """Return the places of a country whose area is known, and which lie in the areas."""
    known = [place for place in gazetteer.places.values() if _tells(place, country)]
    if not known:
        return np.empty((0, 2)), np.zeros(0, dtype=bool)
    is_in = [not areas.isdisjoint((place.id, *place.admin)) for place in known]
    return plane.to_metres(np.array([place.position for place in known])), np.array(is_in)


def _tells(place: Place, country: str) -> bool:
    """Return whether the ground around a place's point is of a known area of a country."""
    if place.country != country or place.kind in _LINEAR:
        return False
    return place.kind is PlaceKind.DISTRICT or (bool(place.admin) and place.kind not in AREAS)
