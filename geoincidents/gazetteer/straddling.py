"""Which places lie so near a border that their size or its accuracy crosses it."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from geoincidents.geography import AREAS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geoincidents.geography import BorderLine, PlaceKind
    from geoincidents.model import Position

_METRES_PER_DEGREE = 111_195.0  # of a great circle on the mean sphere, radius 6,371,008.8 m
_CELL_DEG = 0.05
_MOST_CELLS = 400  # a wider place is measured against every side
_FLATTEST = 0.01  # cosine of a latitude next to a pole

Side: TypeAlias = tuple[float, float, float, float, int]  # two ends in lon/lat; line
Cell: TypeAlias = tuple[int, int]


class Sides:
    """The sides of border lines, by the cells of a grid that they touch."""

    def __init__(self, lines: Iterable[BorderLine]) -> None:
        self._lines = tuple(lines)
        self._grid: dict[Cell, list[Side]] = defaultdict(list)
        for at, line in enumerate(self._lines):
            for (lon, lat), (lon_b, lat_b) in pairwise(_vertices(line)):
                side = (lon, lat, lon_b, lat_b, at)
                for cell in _cells(lon, lat, lon_b, lat_b):
                    self._grid[cell].append(side)

    def near(self, position: Position, reach_m: float) -> tuple[BorderLine, ...]:
        """Return the lines that pass within a reach and their own accuracy of a point."""
        reaches = [reach_m + line.accuracy_m for line in self._lines]
        lat_deg = max(reaches, default=0.0) / _METRES_PER_DEGREE
        lon_deg = lat_deg / max(math.cos(math.radians(position.lat)), _FLATTEST)
        hit: set[int] = set()
        for side in self._around(position, lon_deg, lat_deg):
            at = side[4]
            if at not in hit and _distance_m(position, side) <= reaches[at]:
                hit.add(at)
        return tuple(self._lines[at] for at in sorted(hit))

    def _around(self, position: Position, lon_deg: float, lat_deg: float) -> Iterable[Side]:
        west, east = position.lon - lon_deg, position.lon + lon_deg
        south, north = position.lat - lat_deg, position.lat + lat_deg
        if (lon_deg / _CELL_DEG) * (lat_deg / _CELL_DEG) * 4 > _MOST_CELLS:
            return (side for sides in self._grid.values() for side in sides)
        cells = _cells(west, south, east, north)
        return (side for cell in cells for side in self._grid.get(cell, ()))


def _vertices(line: BorderLine) -> tuple[tuple[float, float], ...]:
    return line.geometry.coordinates  # type: ignore[return-value] # a checked LineString


def _cells(lon_a: float, lat_a: float, lon_b: float, lat_b: float) -> Iterable[Cell]:
    west, east = sorted((math.floor(lon_a / _CELL_DEG), math.floor(lon_b / _CELL_DEG)))
    south, north = sorted((math.floor(lat_a / _CELL_DEG), math.floor(lat_b / _CELL_DEG)))
    return [(x, y) for x in range(west, east + 1) for y in range(south, north + 1)]


def _distance_m(point: Position, side: Side) -> float:
    """Return the distance to a side, flat around the point: 0.1 % within 50 km."""
    scale = math.cos(math.radians(point.lat))
    ax, ay = (side[0] - point.lon) * scale, side[1] - point.lat
    bx, by = (side[2] - point.lon) * scale, side[3] - point.lat
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else min(1.0, max(0.0, -(ax * dx + ay * dy) / length))
    return math.hypot(ax + along * dx, ay + along * dy) * _METRES_PER_DEGREE


def countries(
    place: tuple[PlaceKind, Position, float], sides: Sides, country_of: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the countries whose border passes through a place of a kind, position and size.

    Areas have an outline or an admin path of their own and never straddle.
    """
    kind, position, size_m = place
    if kind in AREAS:
        return ()
    lines = sides.near(position, size_m)
    return tuple(sorted({country_of[p] for line in lines for p in (line.a, line.b)}))
