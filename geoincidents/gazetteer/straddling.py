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
_MOST_CELLS = 100  # a wider place is measured against each line, side by side
_FLATTEST = 0.01  # cosine of a latitude next to a pole

Side: TypeAlias = tuple[float, float, float, float]  # two ends in lon/lat
Cell: TypeAlias = tuple[int, int]


class Sides:
    """The sides of border lines, by the cells of a grid that they touch."""

    def __init__(self, lines: Iterable[BorderLine]) -> None:
        self.lines = tuple(lines)
        self._worst_m = max((line.accuracy_m for line in self.lines), default=0.0)
        self._of_line = [_sides(line) for line in self.lines]
        lats = [side[1] for sides in self._of_line for side in sides]
        lats += [side[3] for sides in self._of_line for side in sides]
        self._lats = (min(lats, default=0.0), max(lats, default=0.0))
        self._grid: dict[Cell, dict[int, list[Side]]] = defaultdict(dict)
        for at, sides in enumerate(self._of_line):
            for side in sides:
                for cell in _cells(*side):
                    self._grid[cell].setdefault(at, []).append(side)

    def near(self, position: Position, reach_m: float) -> tuple[BorderLine, ...]:
        """Return the lines that pass within a reach and their own accuracy of a point."""
        hit = [
            at
            for at, sides in self._around(position, reach_m + self._worst_m)
            if _is_within(
                (reach_m + self.lines[at].accuracy_m) / _METRES_PER_DEGREE, position, sides
            )
        ]
        return tuple(self.lines[at] for at in sorted({*hit}))

    def _around(self, position: Position, reach_m: float) -> Iterable[tuple[int, list[Side]]]:
        lat_deg = reach_m / _METRES_PER_DEGREE
        south, north = self._lats
        if position.lat + lat_deg < south or position.lat - lat_deg > north:
            return ()
        lon_deg = lat_deg / max(math.cos(math.radians(position.lat)), _FLATTEST)
        if (lon_deg / _CELL_DEG) * (lat_deg / _CELL_DEG) * 4 > _MOST_CELLS:
            return enumerate(self._of_line)
        west, east = position.lon - lon_deg, position.lon + lon_deg
        cells = _cells(west, position.lat - lat_deg, east, position.lat + lat_deg)
        return (item for cell in cells if cell in self._grid for item in self._grid[cell].items())


def _sides(line: BorderLine) -> list[Side]:
    vertices: tuple[tuple[float, float], ...] = line.geometry.coordinates  # type: ignore[assignment] # a checked LineString
    return [(*start, *end) for start, end in pairwise(vertices)]


def _cells(lon_a: float, lat_a: float, lon_b: float, lat_b: float) -> Iterable[Cell]:
    west, east = sorted((math.floor(lon_a / _CELL_DEG), math.floor(lon_b / _CELL_DEG)))
    south, north = sorted((math.floor(lat_a / _CELL_DEG), math.floor(lat_b / _CELL_DEG)))
    return [(x, y) for x in range(west, east + 1) for y in range(south, north + 1)]


def _is_within(reach_deg: float, point: Position, sides: list[Side]) -> bool:
    """Return whether a side is within a reach, flat around the point: 0.1 % within 50 km."""
    lon, lat = point
    scale = math.cos(math.radians(lat))
    limit = reach_deg * reach_deg
    for lon_a, lat_a, lon_b, lat_b in sides:
        ay, by = lat_a - lat, lat_b - lat
        if (ay > reach_deg and by > reach_deg) or (ay < -reach_deg and by < -reach_deg):
            continue
        ax, bx = (lon_a - lon) * scale, (lon_b - lon) * scale
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        along = 0.0 if length == 0 else min(1.0, max(0.0, -(ax * dx + ay * dy) / length))
        nx, ny = ax + along * dx, ay + along * dy
        if nx * nx + ny * ny <= limit:
            return True
    return False


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
