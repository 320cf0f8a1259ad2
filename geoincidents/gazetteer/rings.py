"""Plane geometry that a check needs, without a library that takes long to import."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import pairwise
from typing import TypeAlias

Vertex: TypeAlias = list[float]  # lon, lat in degrees, as JSON gives it
Ring: TypeAlias = list[Vertex]
Polygon: TypeAlias = list[Ring]
Point: TypeAlias = tuple[float, float]
Side: TypeAlias = tuple[int, float, float, float, float]  # its place in the ring and two ends

_ASIDE_DEG = 1e-4  # about 10 m


def holds(polygons: list[Polygon], point: Point) -> bool:
    """Return whether a point lies in one of the polygons, outside their holes."""
    rings = (ring for polygon in polygons for ring in polygon)
    return sum(_crossings(ring, point) for ring in rings) % 2 == 1


def _crossings(ring: Ring, point: Point) -> int:
    lon, lat = point
    return sum(
        1
        for (lon_a, lat_a), (lon_b, lat_b) in pairwise(ring)
        if (lat_a > lat) != (lat_b > lat)
        and lon < lon_a + (lat - lat_a) / (lat_b - lat_a) * (lon_b - lon_a)
    )


def beside(line: Ring, aside_deg: float = _ASIDE_DEG) -> tuple[Point, Point]:
    """Return a point on the left and one on the right of a line's longest side."""
    start, end = max(pairwise(line), key=lambda ends: math.dist(*ends))
    lon, lat = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    length = math.dist(start, end) or 1.0
    east = (end[0] - start[0]) / length * aside_deg
    north = (end[1] - start[1]) / length * aside_deg
    return (lon - north, lat + east), (lon + north, lat - east)


def crossing(ring: Ring) -> Point | None:
    """Return where a closed ring crosses itself, None when it does not.

    The sides are sorted into cells about as wide as they are long, so that the time
    grows with the number of sides and not with its square.
    """
    last = len(ring) - 2
    for sides in _by_cell(ring).values():
        # By their western ends: a side can meet only those that begin before it ends.
        sides.sort(key=_west)
        for at, one in enumerate(sides):
            east = max(one[1], one[3])
            for other in sides[at + 1 :]:
                if _west(other) > east:
                    break
                apart = abs(one[0] - other[0])
                if 1 < apart < last and _do_cross(one, other):
                    return other[1], other[2]
    return None


def _west(side: Side) -> float:
    return min(side[1], side[3])


def _by_cell(ring: Ring) -> dict[tuple[int, int], list[Side]]:
    lons, lats = zip(*ring, strict=True)
    around = max(max(lons) - min(lons), max(lats) - min(lats))
    cell = max(around / max(math.sqrt(len(ring)) * 3, 1.0), 1e-9)
    cells: dict[tuple[int, int], list[Side]] = defaultdict(list)
    for at, ((lon_a, lat_a), (lon_b, lat_b)) in enumerate(pairwise(ring)):
        side = (at, lon_a, lat_a, lon_b, lat_b)
        west, east = sorted((int(lon_a // cell), int(lon_b // cell)))
        south, north = sorted((int(lat_a // cell), int(lat_b // cell)))
        if west == east and south == north:
            cells[west, south].append(side)
            continue
        for column in range(west, east + 1):
            for row in range(south, north + 1):
                cells[column, row].append(side)
    return cells


def _do_cross(one: Side, other: Side) -> bool:
    _, ax, ay, bx, by = one
    _, cx, cy, dx, dy = other
    if max(ax, bx) < min(cx, dx) or max(cx, dx) < min(ax, bx):
        return False
    if max(ay, by) < min(cy, dy) or max(cy, dy) < min(ay, by):
        return False
    c_side = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    d_side = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
    a_side = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
    b_side = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
    # Rings may touch themselves at a vertex, as real borders do; a true crossing may not.
    return c_side * d_side < 0 and a_side * b_side < 0
