"""Flat geometry: records in and out, borders and their offsets, discs and their areas.

With `frontiers` and `held` the door to shapely. Functions on `Geometry` records are in
lon/lat degrees; everything else is in metres on a `geodesy.Plane`.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import shapely

from geoincidents.geometry import held
from geoincidents.model import Geometry, Position

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from geoincidents.model import Coordinates

    Points: TypeAlias = NDArray[np.float64]  # shape (n, 2)
    Mask: TypeAlias = NDArray[np.bool_]  # shape (n,)

Flat: TypeAlias = Any  # a shapely geometry; shapely has no types
Box: TypeAlias = tuple[float, float, float, float]  # least x, least y, most x, most y

DIGITS = 6  # of a degree: 0.11 m, far below the accuracy of any border we hold
_DISC_CORNERS = 96
_AREAL = frozenset({"Polygon", "MultiPolygon"})
_TOUCH_M = 1.0  # what lies nearer to an area than this lies in it: numbers are rounded
_CLOSE = 1e-5  # how closely the radius of a grown shape is found, as a share of it
_CLOSE_AREA = 1e-4  # and its area, where it grows smoothly
_HALVED = 6  # one guess in so many is the middle


# --- records, in degrees -----------------------------------------------------


def read(geometry: Geometry) -> Flat:
    """Return a record as a shapely geometry, coordinates unchanged."""
    return held.read(geometry)


def write(flat: Flat) -> Geometry:
    """Return a shapely geometry as a record: RFC 7946 ring order, 1e-6 degree."""
    return Geometry(type=flat.geom_type, coordinates=_coordinates(flat))


def _coordinates(flat: Flat) -> Coordinates:
    if flat.geom_type.startswith("Multi"):
        return tuple(_coordinates(part) for part in shapely.get_parts(flat))
    if flat.geom_type == "Polygon":
        return (_ring(flat.exterior, outer=True), *(_ring(r, outer=False) for r in flat.interiors))
    pairs = _pairs(shapely.get_coordinates(flat))
    return pairs[0] if flat.geom_type == "Point" else pairs


def _ring(ring: Flat, *, outer: bool) -> Coordinates:
    points = shapely.get_coordinates(ring)
    return _pairs(points if shapely.is_ccw(ring) == outer else points[::-1])


def _pairs(points: Points) -> tuple[tuple[float, float], ...]:
    # By way of `map`: pair by pair in Python, it took a twentieth of all drawing.
    return tuple(map(tuple, np.round(points, DIGITS).tolist()))


def clip(geometry: Geometry, box: Box) -> Geometry | None:
    """Return the part of a geometry inside a box, None where nothing is.

    Parameters
    ----------
    box
        West, south, east, north in degrees.

    Returns
    -------
    A geometry of the same dimension: an area that only touches the box is None.
    """
    flat = read(geometry)
    if flat.geom_type.endswith("Polygon"):
        flat = shapely.make_valid(flat)
    kept = _same_dimension(shapely.intersection(flat, shapely.box(*box)), flat)
    return None if kept.is_empty else write(kept)


def simplify(geometry: Geometry, tolerance_deg: float) -> Geometry:
    """Return a geometry with fewer vertices, none moved farther than the tolerance."""
    return write(shapely.simplify(read(geometry), tolerance_deg))


def label_point(geometry: Geometry) -> Position:
    """Return the place for a name: an area's widest spot, a line's middle, a point."""
    flat = max(shapely.get_parts(read(geometry)), key=lambda part: (part.area, part.length))
    if flat.geom_type == "Polygon":
        size = max(flat.bounds[2] - flat.bounds[0], flat.bounds[3] - flat.bounds[1])
        flat = shapely.maximum_inscribed_circle(flat, tolerance=size / 100)
        return Position(*flat.coords[0])
    spot = flat.interpolate(0.5, normalized=True) if flat.length else flat
    return Position(float(spot.x), float(spot.y))


def region(
    geometry: Geometry,
    box: Box,
    to_metres: Callable[[Points], Points],
    part_at: Position | None = None,
) -> Flat:
    """Return the part of an area in a box of degrees, on a plane; may be empty.

    Of an area in several parts only the one at `part_at`, or nearest to it, if given.
    """
    flat = _same_dimension(held.cut(geometry, box, part_at), held.read(geometry))
    flat = shapely.segmentize(flat, held.LONGEST_DEG)
    flat = shapely.transform(flat, to_metres)
    shapely.prepare(flat)
    return flat


def point(position: Position) -> Flat:
    """Return a position as a point."""
    return shapely.Point(position.lon, position.lat)


def line(points: Points) -> Flat:
    """Return points as a line."""
    return shapely.linestrings(points)


def moved(flat: Flat, move: Callable[[Points], Points]) -> Flat:
    """Return a geometry with its points moved, for instance to degrees."""
    return shapely.transform(flat, move)


def _same_dimension(flat: Flat, like: Flat) -> Flat:
    dimension = shapely.get_dimensions(like)
    if flat.geom_type == "MultiPolygon" and dimension == 2:  # noqa: PLR2004 - an area
        return flat
    parts = [p for p in shapely.get_parts(flat) if shapely.get_dimensions(p) == dimension]
    if len(parts) == 1:
        return parts[0]
    return shapely.union_all(parts) if parts else shapely.Point()


# --- points and areas, on a plane ---------------------------------------------


def within(points: Points, centre: tuple[float, float], radius_m: float) -> Mask:
    """Return which points lie in a circle, its rim included."""
    inside: Mask = np.hypot(*(points - np.array(centre)).T) <= radius_m
    return inside


def nearest_index(spots: Points, points: Points) -> NDArray[np.intp]:
    """Return for each point the index of the nearest spot."""
    index: NDArray[np.intp] = shapely.STRtree(shapely.points(spots)).nearest(shapely.points(points))
    return index


def nearest_is(areas: Sequence[Flat], wanted: Mask, points: Points, reach_m: float) -> Mask:
    """Return which points have a wanted area nearest within reach, as near as any other."""
    spots = shapely.points(points)
    own = shapely.union_all([area for area, is_own in zip(areas, wanted, strict=True) if is_own])
    shapely.prepare(own)
    found: Mask = shapely.dwithin(own, spots, _TOUCH_M)
    # The tree is slow on long rims: ask it only for what lies beside an area, not in it.
    (beside,) = np.nonzero(shapely.dwithin(own, spots, reach_m) & ~found)
    at, area = shapely.STRtree(areas).query_nearest(spots[beside])
    found[beside[at[wanted[area]]]] = True
    return found


def contains(area: Flat, points: Points) -> Mask:
    """Return which points lie in an area."""
    inside: Mask = shapely.contains_xy(area, points)
    return inside


def covers(area: Flat, piece: Points) -> bool:
    """Return whether a line lies in an area."""
    return bool(shapely.covers(area, shapely.linestrings(piece)))


def cut_line(piece: Points, area: Flat) -> tuple[Points, ...]:
    """Return the parts of a line in an area, the longest first, in their direction."""
    kept = shapely.get_parts(shapely.intersection(shapely.linestrings(piece), area))
    lines = sorted((p for p in kept if p.length > _TOUCH_M), key=lambda p: -p.length)
    return tuple(shapely.get_coordinates(p) for p in lines)


def holds(area: Flat, point: tuple[float, float]) -> bool:
    """Return whether a point lies in an area."""
    return bool(shapely.contains_xy(area, *point))


# --- discs and cells, on a plane ---------------------------------------------


def disc(centre: tuple[float, float], radius_m: float) -> Flat:
    """Return a polygon of 96 corners with the area of a circle, counter-clockwise."""
    return shapely.polygons(_unit_ring() * radius_m + np.array(centre))


@cache
def _unit_ring() -> Points:
    turn = 2 * np.pi / _DISC_CORNERS
    # A polygon inside the circle would be 0.07 % too small.
    radius = np.sqrt(turn / np.sin(turn))
    angles = turn * np.arange(_DISC_CORNERS)
    ring: Points = np.column_stack([np.cos(angles), np.sin(angles)]) * radius
    return ring


def cells(spots: Points, wanted: Mask, ground: Flat) -> Flat:
    """Return the part of some ground that is nearer to wanted spots than to the others.

    Spots nearer to each other than a metre are one, wanted if any of them is.
    """
    spots, wanted = _apart(spots, wanted)
    cover = shapely.box(*ground.bounds)
    diagram = shapely.get_parts(
        shapely.voronoi_polygons(shapely.multipoints(spots), extend_to=cover)
    )
    _, index = shapely.STRtree(diagram).query(shapely.points(spots[wanted]), predicate="within")
    return common(shapely.union_all(diagram[np.unique(index)]), ground)


def simplified(flat: Flat, tolerance_m: float) -> Flat:
    """Return an area with fewer vertices, none moved farther than the tolerance."""
    return shapely.simplify(flat, tolerance_m)


def common(first: Flat, second: Flat) -> Flat:
    """Return the area that two areas share; may be empty."""
    flat = shapely.intersection(first, second)
    return flat if flat.geom_type in _AREAL else _same_dimension(flat, _unit_box())


def _apart(spots: Points, wanted: Mask) -> tuple[Points, Mask]:
    """Return spots a metre apart: of cells of spots a hair apart GEOS makes no area."""
    flat = shapely.points(spots)
    pairs = shapely.STRtree(flat).query(flat, predicate="dwithin", distance=_TOUCH_M)
    if pairs.shape[1] == len(spots):
        return spots, wanted
    unique, at = np.unique(np.round(spots / _TOUCH_M), axis=0, return_inverse=True)
    return unique * _TOUCH_M, np.bincount(at.ravel()[wanted], minlength=len(unique)) > 0


@cache
def _unit_box() -> Flat:
    return shapely.box(0, 0, 1, 1)


def piece_at(flat: Flat, point: tuple[float, float]) -> Flat:
    """Return the part of an area that holds a point or is nearest to it."""
    if flat.geom_type == "Polygon":
        return flat
    parts = shapely.get_parts(flat)
    if len(parts) < 2:  # noqa: PLR2004 - one part is the whole
        return flat
    return parts[int(np.argmin(shapely.distance(parts, shapely.Point(point))))]


def grown(shape_at: Callable[[float], Flat], area_m2: float, most_m: float) -> Flat | None:
    """Return the shape of a family that has a given area.

    Parameters
    ----------
    shape_at
        The shape of a radius in metres; its area must not shrink as the radius grows.
    most_m
        The largest radius to try; `area_m2` is above zero.

    Returns
    -------
    The shape, or None where even the largest radius holds less than `area_m2`.
    """
    low, low_off, high, high_off = 0.0, -1.0, most_m, math.sqrt(shape_at(most_m).area / area_m2) - 1
    if high_off < 0:
        return None
    # False position, the weight of a bound that stays halved (Dowell and Jarratt 1971,
    # "Illinois"), on roots, since areas grow about with the square of the radius; now and
    # then the middle, since they may jump.
    step, moved = 0, 0
    while high - low > _CLOSE * high:
        step += 1
        guess = (low * high_off - high * low_off) / (high_off - low_off)
        guess = (low + high) / 2 if step % _HALVED == 0 else guess
        shape = shape_at(guess)
        off = math.sqrt(shape.area / area_m2) - 1
        if abs(off) < _CLOSE_AREA / 2:
            return shape
        if off > 0:
            high, high_off, low_off = guess, off, low_off / (2 if moved > 0 else 1)
        else:
            low, low_off, high_off = guess, off, high_off / (2 if moved < 0 else 1)
        moved = 1 if off > 0 else -1
    return shape_at(high)
