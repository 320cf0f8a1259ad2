"""Flat geometry: records in and out, borders and their offsets, discs and their areas.

The one door to shapely. Functions on `Geometry` records are in lon/lat degrees;
everything else is in metres on a `geodesy.Plane`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import shapely
from shapely.geometry import polygon as polygons

from geoincidents.model import Geometry, Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    Points: TypeAlias = NDArray[np.float64]  # shape (n, 2)
    Mask: TypeAlias = NDArray[np.bool_]  # shape (n,)

Flat: TypeAlias = Any  # a shapely geometry; shapely has no types
Box: TypeAlias = tuple[float, float, float, float]  # least x, least y, most x, most y

DIGITS = 6  # of a degree: 0.11 m, far below the accuracy of any border we hold
_SHORTEST = 0.25  # shorter pieces of an offset, as a share of its distance, say nothing
_DISC_CORNERS = 96
_TOUCH_M = 1.0  # what lies nearer to an area than this lies in it: numbers are rounded
# A chord of this length that is straight in degrees bends by under 0.05 m on a plane.
_LONGEST_DEG = 0.02
_CLOSE = 1e-5  # how closely the radius of a grown shape is found, as a share of it


# --- records, in degrees -----------------------------------------------------


@lru_cache(maxsize=64)  # the outlines of a run are read for each account
def read(geometry: Geometry) -> Flat:
    """Return a record as a shapely geometry, coordinates unchanged."""
    make = _MAKE.get(geometry.type)
    if make and geometry.coordinates:
        return make(geometry.coordinates)
    return shapely.geometry.shape({"type": geometry.type, "coordinates": geometry.coordinates})


def _polygon(rings: Any) -> Flat:  # noqa: ANN401 - as deep as the type says
    # As arrays: vertex by vertex, reading areas took half the time of drawing.
    shell, *holes = [np.array(ring) for ring in rings]
    return shapely.Polygon(shell, holes)


_MAKE: Mapping[str, Callable[[Any], Flat]] = {  # Any: as deep as the type says
    "LineString": lambda line: shapely.LineString(np.array(line)),
    "Polygon": _polygon,
    "MultiPolygon": lambda parts: shapely.MultiPolygon([_polygon(rings) for rings in parts]),
}


def write(flat: Flat) -> Geometry:
    """Return a shapely geometry as a record: RFC 7946 ring order, 1e-6 degree."""
    rounded = shapely.transform(flat, lambda points: np.round(points, DIGITS))
    mapping = shapely.geometry.mapping(_oriented(rounded))
    return Geometry(type=mapping["type"], coordinates=_tuples(mapping["coordinates"]))


def _tuples(nested: Any) -> Any:  # noqa: ANN401 - nested to a depth that the type decides
    """Return nested sequences as tuples: shapely gives parts of areas as a list."""
    return nested if isinstance(nested, float) else tuple(_tuples(part) for part in nested)


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


def near(geometry: Geometry, box: Box) -> tuple[Points, ...]:
    """Return the vertices of lines in a box, in their order, long chords filled in."""
    kept = shapely.clip_by_rect(shapely.segmentize(read(geometry), _LONGEST_DEG), *box)
    # A ring that is cut falls apart at its first vertex too: put that joint together.
    lines = shapely.get_parts(shapely.line_merge(kept, directed=True))
    return tuple(shapely.get_coordinates(line) for line in lines if line.length > 0)


def region(
    geometry: Geometry,
    box: Box,
    to_metres: Callable[[Points], Points],
    part_at: Position | None = None,
) -> Flat:
    """Return the part of an area in a box of degrees, on a plane; may be empty.

    Of an area in several parts only the one at `part_at`, or nearest to it, if given.
    """
    whole = shapely.make_valid(read(geometry))
    flat = whole if part_at is None else piece_at(whole, part_at)
    window = shapely.box(*box)
    if not shapely.contains(window, flat):
        flat = shapely.intersection(flat, window)
    flat = shapely.segmentize(_same_dimension(flat, whole), _LONGEST_DEG)
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


def _oriented(flat: Flat) -> Flat:
    if flat.geom_type == "Polygon":
        return polygons.orient(flat)
    if flat.geom_type == "MultiPolygon":
        return shapely.MultiPolygon([polygons.orient(part) for part in flat.geoms])
    return flat


# --- borders, on a plane -----------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Feet:
    """For each of n points the nearest point of a frontier."""

    points: Points
    distance_m: NDArray[np.float64]
    is_left: Mask  # whether the point lies left of the line there
    is_end: Mask  # whether the foot is where a line stops
    line: NDArray[np.intp]  # which of the frontier's lines it is on


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontier:
    """Lines on a plane, ready for asking what lies nearest and on which side."""

    lines: Flat
    names: tuple[str, ...]  # of each line
    starts: Points  # of each segment
    ways: Points  # vector from its start to its end
    line: NDArray[np.intp]  # which line it belongs to
    before: NDArray[np.intp]  # the segment before it, -1 where the line begins
    after: NDArray[np.intp]
    tree: Flat

    def feet(self, points: Points) -> Feet:
        """Return the nearest points of the lines, and the side on which points lie."""
        nearest = self.tree.nearest(shapely.points(points))
        start, way = self.starts[nearest], self.ways[nearest]
        share = np.clip(_dot(points - start, way) / _dot(way, way), 0.0, 1.0)
        foot = start + share[:, None] * way
        # At a corner the side is told from both segments: seen from the tip of a spike
        # one of them alone has it wrong.
        other = np.select([share <= 0, share >= 1], [self.before[nearest], self.after[nearest]], -2)
        tangent = way / _norm(way) + np.where(other >= 0, 1, 0)[:, None] * self._unit(other)
        return Feet(
            points=foot,
            distance_m=np.hypot(*(points - foot).T),
            is_left=_cross(tangent, points - foot) > 0,
            is_end=other == -1,
            line=self.line[nearest],
        )

    def foot(self, point: tuple[float, float]) -> tuple[tuple[float, float], float, bool]:
        """Return the nearest point of the lines, its distance, and if `point` is left."""
        feet = self.feet(np.array([point]))
        ((east, north),) = feet.points
        return (float(east), float(north)), float(feet.distance_m[0]), bool(feet.is_left[0])

    def names_beside(self, pieces: Iterable[Points]) -> tuple[str, ...]:
        """Return the names of the lines that are nearest to some lines, sorted."""
        found = {int(i) for piece in pieces for i in np.unique(self.feet(piece).line)}
        return tuple(sorted({self.names[i] for i in found}))

    def _unit(self, segments: NDArray[np.intp]) -> Points:
        way = self.ways[np.maximum(segments, 0)]
        unit: Points = way / _norm(way)
        return unit


def frontier(lines: Iterable[tuple[str, Points]]) -> Frontier | None:
    """Return named lines ready for asking, None where there are none.

    Closed lines (first vertex equal to the last) have no ends.
    """
    moving = [(name, line[_moves(line)]) for name, line in lines]
    names = tuple(name for name, line in moving if len(line) > 1)
    kept = [line for _, line in moving if len(line) > 1]
    if not kept:
        return None
    starts, ways, owner, before, after = [], [], [], [], []
    base = 0
    for number, line in enumerate(kept):
        count = len(line) - 1
        ring = bool(np.array_equal(line[0], line[-1]))
        index = np.arange(base, base + count)
        starts.append(line[:-1])
        ways.append(np.diff(line, axis=0))
        owner.append(np.full(count, number))
        before.append(np.concatenate([[index[-1] if ring else -1], index[:-1]]))
        after.append(np.concatenate([index[1:], [index[0] if ring else -1]]))
        base += count
    begin, way = np.concatenate(starts), np.concatenate(ways)
    segments = shapely.linestrings(np.stack([begin, begin + way], axis=1))
    return Frontier(
        lines=shapely.multilinestrings([shapely.linestrings(line) for line in kept]),
        names=names,
        starts=begin,
        ways=way,
        line=np.concatenate(owner),
        before=np.concatenate(before),
        after=np.concatenate(after),
        tree=shapely.STRtree(segments),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Grain:
    """How finely an offset is drawn; lengths are shares of its distance."""

    border: float  # how far the border is simplified before it is buffered
    rim: float  # how far the finished line is simplified
    corners: int  # chords of a quarter circle
    step: float  # the longest chord from which the ends of a piece are found


# With the 0.1 % by which the chords of 16 corners fall short: under 0.7 % together.
FINE = Grain(border=0.003, rim=0.002, corners=16, step=0.25)
COARSE = Grain(border=0.05, rim=0.1, corners=4, step=1.0)  # beside a border, not to scale


def offset(
    border: Frontier,
    distance_m: float,
    wanted: Callable[[Points, Points], Mask],
    *,
    grain: Grain = FINE,
    shortest_m: float = 0.0,
) -> tuple[Points, ...]:
    """Return the lines left of a border whose points are at a distance from it.

    Parameters
    ----------
    wanted
        Given points of the line and their feet on the border, which to keep.
    shortest_m
        Pieces shorter than this, or than a quarter of the distance, are left out, but
        never the longest.

    Returns
    -------
    Pieces in a fixed order, the longest first; with the finest grain each is within 0.7 %
    of `distance_m` from the border everywhere. Ends are open: nothing goes around the end
    of a border line.
    """
    rim = band(border, distance_m, grain).boundary
    pieces: list[Points] = []
    for ring in shapely.get_parts(shapely.segmentize(rim, distance_m * grain.step)):
        points = shapely.get_coordinates(ring)
        feet = border.feet(points)
        keep = feet.is_left & ~feet.is_end
        keep[keep] = wanted(points[keep], feet.points[keep])
        pieces.extend(_runs(points, keep))
    pieces = [thinned(piece, distance_m * grain.rim) for piece in pieces]
    pieces.sort(key=lambda piece: (-_length(piece), *piece[0]))
    shortest = max(distance_m * _SHORTEST, shortest_m)
    return tuple(p for i, p in enumerate(pieces) if i == 0 or _length(p) >= shortest)


def nearest_on(pieces: Sequence[Points], point: tuple[float, float]) -> tuple[float, float]:
    """Return the point of one of several lines that is nearest to a point."""
    lines = shapely.multilinestrings([shapely.linestrings(piece) for piece in pieces])
    ((east, north), _) = shapely.get_coordinates(shapely.shortest_line(lines, shapely.Point(point)))
    return float(east), float(north)


def thinned(line: Points, tolerance_m: float) -> Points:
    """Return a line with fewer vertices, none moved farther than the tolerance."""
    rough = shapely.simplify(shapely.linestrings(line), tolerance_m)
    thin: Points = shapely.get_coordinates(rough)
    return thin


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


def holds(area: Flat, point: tuple[float, float]) -> bool:
    """Return whether a point lies in an area."""
    return bool(shapely.contains_xy(area, *point))


def _moves(line: Points) -> Mask:
    """Tell which vertices differ from the one before: a segment of no length has no side."""
    moved: Mask = np.concatenate([[True], np.any(np.diff(line, axis=0) != 0, axis=1)])
    return moved


def _runs(points: Points, keep: Mask) -> list[Points]:
    """Return the unbroken runs of kept vertices of a closed line."""
    if keep.all():
        return [points]
    ring, kept = points[:-1], keep[:-1]
    turn = int(np.argmin(kept))  # begin at a gap, so that no run crosses the seam
    ring, kept = np.roll(ring, -turn, axis=0), np.roll(kept, -turn)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], kept.astype(np.int8), [0]])))
    return [ring[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > 1]


def _length(line: Points) -> float:
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def _dot(a: Points, b: Points) -> NDArray[np.float64]:
    product: NDArray[np.float64] = (a * b).sum(axis=1)
    return product


def _cross(a: Points, b: Points) -> NDArray[np.float64]:
    product: NDArray[np.float64] = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return product


def _norm(a: Points) -> Points:
    return np.hypot(a[:, 0], a[:, 1])[:, None]


# --- discs and bands, on a plane ---------------------------------------------


def disc(centre: tuple[float, float], radius_m: float) -> Flat:
    """Return a polygon of 96 corners with the area of a circle, counter-clockwise."""
    turn = 2 * np.pi / _DISC_CORNERS
    # A polygon inside the circle would be 0.07 % too small.
    radius = radius_m * np.sqrt(turn / np.sin(turn))
    angles = turn * np.arange(_DISC_CORNERS)
    ring = np.column_stack([np.cos(angles), np.sin(angles)]) * radius + np.array(centre)
    return shapely.polygons(ring)


def cells(spots: Points, wanted: Mask, ground: Flat) -> Flat:
    """Return the part of some ground that is nearer to wanted spots than to the others."""
    cover = shapely.box(*ground.bounds)
    diagram = shapely.get_parts(
        shapely.voronoi_polygons(shapely.multipoints(spots), extend_to=cover)
    )
    _, index = shapely.STRtree(diagram).query(shapely.points(spots[wanted]), predicate="within")
    return common(shapely.union_all(diagram[np.unique(index)]), ground)


def simplified(flat: Flat, tolerance_m: float) -> Flat:
    """Return an area with fewer vertices, none moved farther than the tolerance."""
    return shapely.simplify(flat, tolerance_m)


def band(border: Frontier, distance_m: float, grain: Grain = FINE) -> Flat:
    """Return the area up to a distance from a border, on both sides."""
    rough = shapely.simplify(border.lines, distance_m * grain.border)
    return shapely.buffer(rough, distance_m, quad_segs=grain.corners)


def common(first: Flat, second: Flat) -> Flat:
    """Return the area that two areas share; may be empty."""
    return _same_dimension(shapely.intersection(first, second), shapely.box(0, 0, 1, 1))


def piece_at(flat: Flat, point: tuple[float, float]) -> Flat:
    """Return the part of an area that holds a point or is nearest to it."""
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
    low, high = 0.0, most_m
    if shape_at(high).area < area_m2:
        return None
    while high - low > _CLOSE * high:
        middle = (low + high) / 2
        low, high = (low, middle) if shape_at(middle).area >= area_m2 else (middle, high)
    return shape_at(high)
