"""Areas that share their vertices: what borders them, where they overlap, how to cut them.

The second door to shapely: packs are made with it, reports are never read with it. All
coordinates are lon/lat degrees.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import shapely

from geoincidents.model import Geometry, Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    Points: TypeAlias = NDArray[np.float64]  # shape (n, 2)

Area: TypeAlias = Any  # a shapely geometry; shapely has no types
Box: TypeAlias = tuple[float, float, float, float]  # west, south, east, north
Vertex: TypeAlias = tuple[float, float]

DIGITS = 6  # of a degree: 0.1 m; the zones are single-precision, good to about 0.4 m
_ASIDE_DEG = 1e-4  # about 10 m: where to ask which side of a line an area is on


def area(geometries: Iterable[Mapping[str, Any]]) -> Area:  # Any: GeoJSON as it was read
    """Return one valid area from GeoJSON polygons, none of its vertices moved apart."""
    # Rounded vertex by vertex, not by `set_precision`, which would move shared ones apart.
    shapes = (shapely.geometry.shape(geometry) for geometry in geometries)
    rounded = [shapely.transform(s, lambda points: points.round(DIGITS)) for s in shapes]
    return _areal(shapely.union_all([shapely.make_valid(shape) for shape in rounded]))


def areal(geometry: Area | None) -> Area:
    """Return the polygons of a geometry, valid and rounded; empty where it has none."""
    if geometry is None or shapely.is_empty(geometry):
        return shapely.MultiPolygon()
    flat = shapely.transform(shapely.force_2d(geometry), lambda points: points.round(DIGITS))
    return _areal(flat)


def size(some: Area) -> float:
    """Return an area in square degrees: for comparing what lies in one place."""
    return float(some.area)


def box(bounds: Box) -> Area:
    """Return a rectangle as an area."""
    return shapely.box(*bounds)


def polygon(ring: Sequence[Vertex]) -> Area:
    """Return the area of a ring, open or closed."""
    return shapely.make_valid(shapely.Polygon(ring))


def is_empty(some: Area) -> bool:
    """Return whether an area holds nothing."""
    return bool(shapely.is_empty(some))


def bounds(some: Area) -> Box:
    """Return the least and greatest lon/lat of an area."""
    west, south, east, north = (float(v) for v in shapely.bounds(some))
    return (west, south, east, north)


def lines_bounds(lines: Iterable[Geometry]) -> Box:
    """Return the least and greatest lon/lat of lines."""
    return bounds(shapely.multilinestrings([_flat(line) for line in lines]))


def overlaps(one: Area, other: Area) -> tuple[Area, ...]:
    """Return the parts that two areas share, the largest first, lines left out."""
    shared = _areal(shapely.intersection(one, other))
    parts = [p for p in shapely.get_parts(shared) if p.area > 0]
    return tuple(sorted(parts, key=lambda p: (-p.area, p.bounds)))


def without(some: Area, others: Iterable[Area]) -> Area:
    """Return an area without others."""
    taken = shapely.union_all(list(others))
    return some if shapely.is_empty(taken) else _areal(shapely.difference(some, taken))


def united(areas: Iterable[Area]) -> Area:
    """Return the union of areas."""
    return shapely.union_all(list(areas))


def common(one: Area, other: Area) -> Area:
    """Return what two areas share, with no regard to lines and points; may be empty."""
    return _areal(shapely.intersection(one, other))


def border(left: Area, right: Area, shared: Area) -> tuple[Geometry, ...]:
    """Return the lines that two areas have in common, the first area on the left of each.

    Parameters
    ----------
    shared
        Where the areas overlap: its rim lies on the same side of both, against a third.
    """
    rim = shapely.intersection(left.boundary, right.boundary)
    if not shapely.is_empty(shared):
        rim = shapely.difference(rim, shared.boundary)
    return _lines(rim, left)


def rim_in(some: Area, part: Area, other: Area) -> tuple[Geometry, ...]:
    """Return the rim of an area in a part of another, but for their common rim.

    The area is on the left of each line.
    """
    rim = shapely.difference(shapely.intersection(some.boundary, part), other.boundary)
    return _lines(rim, some)


def turned(line: Geometry) -> Geometry:
    """Return a line in the other direction."""
    points = _rounded(_flat(line).coords)
    return Geometry(type=line.type, coordinates=tuple(reversed(points)))


def middle(line: Geometry) -> Position:
    """Return the point half-way along a line, to four places."""
    point = _flat(line).interpolate(0.5, normalized=True)
    return Position(round(point.x, 4), round(point.y, 4))


def inside(line: Geometry) -> Area:
    """Return the area of a closed line."""
    return polygon(_rounded(_flat(line).coords))


def split(line: Geometry, some: Area) -> tuple[tuple[Geometry, ...], tuple[Geometry, ...]]:
    """Return the pieces of a line inside an area and those outside, directions kept."""
    flat = _flat(line)
    cut = shapely.intersection(flat, some), shapely.difference(flat, some)
    inside, outside = (tuple(_record(part) for part in _merged(piece)) for piece in cut)
    return inside, outside


def nearest_deg(lines: Iterable[Geometry], points: Points) -> NDArray[np.float64]:
    """Return each point's distance to the nearest line, in degrees, longitude shrunk.

    Longitudes are taken at the scale of the points' mean latitude: good for choosing
    what lies near, not for measuring.
    """
    scale = np.array([np.cos(np.radians(points[:, 1].mean())) if len(points) else 1.0, 1.0])
    flat = [shapely.transform(_flat(line), lambda v: v * scale) for line in lines]
    tree = shapely.STRtree(shapely.points(points * scale))
    distance = np.full(len(points), np.inf)
    for line in flat:
        shapely.prepare(line)
        distance = np.minimum(distance, shapely.distance(line, tree.geometries))
    return distance


def points(positions: Iterable[tuple[float, float]]) -> Points:
    """Return positions as an array of shape (n, 2), lon before lat."""
    return np.array([*positions], dtype=float).reshape(-1, 2)


def holds(some: Area, points: Points) -> NDArray[np.bool_]:
    """Return which points lie in an area."""
    shapely.prepare(some)
    inside: NDArray[np.bool_] = shapely.contains_xy(some, points[:, 0], points[:, 1])
    return inside


def inner_point(some: Area) -> Position:
    """Return a point in an area: the middle of the widest circle in its largest part."""
    part = max(shapely.get_parts(some), key=lambda p: (p.area, p.bounds))
    size = max(part.bounds[2] - part.bounds[0], part.bounds[3] - part.bounds[1])
    middle = shapely.maximum_inscribed_circle(part, tolerance=size / 50)
    lon, lat = middle.coords[0]
    return Position(float(lon), float(lat))


def width_deg(some: Area) -> float:
    """Return the diameter of the widest circle in an area, in degrees."""
    part = max(shapely.get_parts(some), key=lambda p: (p.area, p.bounds))
    size = max(part.bounds[2] - part.bounds[0], part.bounds[3] - part.bounds[1])
    return float(2 * shapely.maximum_inscribed_circle(part, tolerance=size / 50).length)


def record(some: Area) -> Geometry:
    """Return an area as a MultiPolygon: RFC 7946 ring order, parts in a fixed order."""
    parts = [p for p in shapely.get_parts(some) if p.geom_type == "Polygon"]
    rings = sorted(_rings(shapely.orient_polygons(part)) for part in parts)
    return Geometry(type="MultiPolygon", coordinates=tuple(rings))


def thinned(some: Area, tolerance_deg: float) -> Area:
    """Return an area with fewer vertices, none moved farther than the tolerance."""
    return _areal(shapely.make_valid(shapely.simplify(some, tolerance_deg)))


def cut(some: Area, bounds_: Box) -> Area:
    """Return the part of an area in a box; may be empty."""
    return common(some, shapely.box(*bounds_))


# --- lines -------------------------------------------------------------------


def _flat(line: Geometry) -> Area:
    return shapely.linestrings(np.array(line.coordinates, dtype=float))


def _lines(flat: Area, left: Area) -> tuple[Geometry, ...]:
    shapely.prepare(left)
    pieces = [_with_left([*p.coords], left) for p in _merged(flat)]
    return tuple(
        Geometry(type="LineString", coordinates=tuple(piece))
        for piece in sorted(map(_from_first, pieces))
    )


def _merged(flat: Area) -> list[Area]:
    kept = [p for p in shapely.get_parts(flat) if p.geom_type == "LineString" and p.length > 0]
    if not kept:
        return []
    merged = shapely.line_merge(shapely.multilinestrings(kept))
    return [*shapely.get_parts(merged)]


def _with_left(piece: list[Vertex], some: Area) -> list[Vertex]:
    start, end = max(pairwise(piece), key=lambda ends: _gap(*ends))
    lon, lat = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    step = _ASIDE_DEG / _gap(start, end)
    point = (lon - (end[1] - start[1]) * step, lat + (end[0] - start[0]) * step)
    return piece if shapely.contains_xy(some, *point) else piece[::-1]


def _gap(one: Vertex, other: Vertex) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _record(flat: Area) -> Geometry:
    return Geometry(type="LineString", coordinates=tuple(_rounded(flat.coords)))


def _from_first(ring: list[Vertex]) -> list[Vertex]:
    """Return a ring from its smallest vertex on; lines stay as they are."""
    if ring[0] != ring[-1]:
        return _rounded(ring)
    open_ = _rounded(ring)[:-1]
    at = open_.index(min(open_))
    return [*open_[at:], *open_[: at + 1]]


def _rings(part: Area) -> tuple[tuple[Vertex, ...], ...]:
    holes = sorted(_from_first([*hole.coords]) for hole in part.interiors)
    return tuple(tuple(ring) for ring in (_from_first([*part.exterior.coords]), *holes))


def _rounded(vertices: Iterable[Sequence[float]]) -> list[Vertex]:
    return [(round(float(v[0]), DIGITS), round(float(v[1]), DIGITS)) for v in vertices]


def _areal(flat: Area) -> Area:
    parts = [
        p for p in shapely.get_parts(shapely.make_valid(flat)) if p.geom_type.endswith("olygon")
    ]
    return shapely.union_all([*parts]) if len(parts) != 1 else parts[0]
