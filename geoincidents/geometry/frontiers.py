"""Borders on a plane: what lies nearest, on which side, and the lines and bands at a distance.

In metres on a `geodesy.Plane`; beside `planar` the second door to shapely.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import shapely

from geoincidents.geometry import planar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from geoincidents.geometry.planar import Flat, Mask, Points

Wanted: TypeAlias = tuple[Callable[["Points"], "Mask"], Callable[["Points"], "Mask"]]
_FEW = 100  # segments of a border that need no haste
_SHORTEST = 0.25  # shorter pieces of an offset, as a share of its distance, say nothing


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
    _rough: dict[float, Flat] = field(default_factory=dict, repr=False, compare=False)
    _tree: list[Flat] = field(default_factory=list, repr=False, compare=False)

    @property
    def tree(self) -> Flat:
        """Return the segments, to be asked for the nearest; made when first asked for."""
        if not self._tree:
            ends = np.stack([self.starts, self.starts + self.ways], axis=1)
            self._tree.append(shapely.STRtree(shapely.linestrings(ends)))
        return self._tree[0]

    def rough(self, tolerance_m: float) -> Flat:
        """Return the lines with fewer vertices, none moved farther than the tolerance."""
        if tolerance_m not in self._rough:
            self._rough[tolerance_m] = _fewer(self.lines, tolerance_m)
        return self._rough[tolerance_m]

    def feet(self, points: Points) -> Feet:
        """Return the nearest points of the lines, and the side on which points lie."""
        if len(points) == 1:  # a tree costs more than it saves
            return self._feet(points, np.array([self._nearest(points[0])]))
        return self._feet(points, self.tree.nearest(shapely.points(points)))

    def _nearest(self, point: Points) -> int:
        """Return the number of the segment that is nearest to a point."""
        ahead = point - self.starts
        along = _dot(ahead, self.ways) / _dot(self.ways, self.ways)
        aside = ahead - np.clip(along, 0.0, 1.0)[:, None] * self.ways
        return int(np.argmin(_dot(aside, aside)))

    def _feet(self, points: Points, nearest: NDArray[np.intp]) -> Feet:
        start, way = self.starts[nearest], self.ways[nearest]
        share = np.clip(_dot(points - start, way) / _dot(way, way), 0.0, 1.0)
        foot = start + share[:, None] * way
        # At a corner the side is told from both segments: seen from the tip of a spike
        # one of them alone has it wrong.
        other = np.where(share >= 1, self.after[nearest], -2)
        other = np.where(share <= 0, self.before[nearest], other)
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
        if len(set(self.names)) == 1:
            return self.names[:1]
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
    moving = _moving(lines)
    names = tuple(name for name, _ in moving)
    kept = [line for _, line in moving]
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
    return Frontier(
        lines=_joined(kept),
        names=names,
        starts=begin,
        ways=way,
        line=np.concatenate(owner),
        before=np.concatenate(before),
        after=np.concatenate(after),
    )


def lines_of(lines: Iterable[tuple[str, Points]]) -> Flat | None:
    """Return named lines as one geometry, None where there are none.

    What only buffers a border needs no more, and a `Frontier` takes three times as long.
    """
    kept = [line for _, line in _moving(lines)]
    return _joined(kept) if kept else None


def _moving(lines: Iterable[tuple[str, Points]]) -> list[tuple[str, Points]]:
    """Return lines without vertices that repeat the one before, if two are left."""
    moving = ((name, line[_moves(line)]) for name, line in lines)
    return [(name, line) for name, line in moving if len(line) > 1]


def _joined(lines: Sequence[Points]) -> Flat:
    return shapely.multilinestrings([shapely.linestrings(line) for line in lines])


@dataclass(frozen=True, slots=True, kw_only=True)
class Grain:
    """How finely an offset is drawn; lengths are shares of its distance."""

    border: float  # how far the border is simplified before it is buffered
    rim: float  # how far the finished line is simplified
    corners: int  # chords of a quarter circle
    step: float  # the longest chord from which the ends of a piece are found


# Rough at first: the points are then moved to their distance from the border itself.
QUICK = Grain(border=0.006, rim=0.002, corners=12, step=0.25)
WORST = 0.006  # of the distance, between the points of a quick line
# With the 0.1 % by which the chords of 16 corners fall short: under 0.7 % together.
FINE = Grain(border=0.003, rim=0.002, corners=16, step=0.25)
COARSE = Grain(border=0.05, rim=0.1, corners=4, step=1.0)  # beside a border, not to scale


def offset(
    border: Frontier,
    distance_m: float,
    wanted: Wanted,
    *,
    grain: Grain = FINE,
    shortest_m: float = 0.0,
) -> tuple[Points, ...]:
    """Return the lines left of a border whose points are at a distance from it.

    Parameters
    ----------
    wanted
        Which points of the line to keep, and which feet on the border.
    shortest_m
        Pieces shorter than this, or than a quarter of the distance, are left out, but
        never the longest.

    Returns
    -------
    Pieces in a fixed order, the longest first; with the finest grain each is within 0.7 %
    of `distance_m` from the border everywhere. Ends are open: nothing goes around the end
    of a border line.
    """
    pieces: list[Points] | None = None
    if grain is FINE and len(border.starts) > _FEW:
        rough = _pieces(border, distance_m, wanted, QUICK)
        pieces = _corrected(border, distance_m, rough)
    if pieces is None:
        pieces = _pieces(border, distance_m, wanted, grain)
    pieces.sort(key=lambda piece: (-_length(piece), *piece[0]))
    shortest = max(distance_m * _SHORTEST, shortest_m)
    return tuple(p for i, p in enumerate(pieces) if i == 0 or _length(p) >= shortest)


def _pieces(border: Frontier, distance_m: float, wanted: Wanted, grain: Grain) -> list[Points]:
    among, near = wanted
    rough = border.rough(distance_m * grain.border)
    rim = shapely.buffer(rough, distance_m, quad_segs=grain.corners).boundary
    pieces: list[Points] = []
    for ring in shapely.get_parts(shapely.segmentize(rim, distance_m * grain.step)):
        points = shapely.get_coordinates(ring)
        keep = among(points)
        if keep.any():
            feet = border.feet(points[keep])
            keep[keep] = feet.is_left & ~feet.is_end & near(feet.points)
            pieces.extend(_runs(points, keep))
    return [thinned(piece, distance_m * grain.rim) for piece in pieces]


def _corrected(
    border: Frontier, distance_m: float, pieces: Sequence[Points]
) -> list[Points] | None:
    """Return lines with their points at a distance from a border, None where they cannot be.

    A point is moved along the way from its foot. In a bend it may then be too near to
    another part of the border, so it is looked at again, and between its neighbours.
    """
    found = []
    for piece in pieces:
        feet = border.feet(piece)
        points = feet.points + (piece - feet.points) * (distance_m / feet.distance_m)[:, None]
        between = np.concatenate([points, (points[:-1] + points[1:]) / 2])
        off = np.abs(border.feet(between).distance_m / distance_m - 1)
        if off.max() > WORST:
            return None
        found.append(points)
    return found


def band(lines: Flat, distance_m: float, grain: Grain = FINE) -> Flat:
    """Return the area up to a distance from the lines of a border, on both sides."""
    rough = _fewer(lines, distance_m * grain.border)
    return shapely.buffer(rough, distance_m, quad_segs=grain.corners)


def strip(
    border: Frontier, distance_m: float, ground: Flat, wanted: Callable[[Points], Mask]
) -> Flat:
    """Return the part of some ground that is within a distance of a stretch of a border.

    Parameters
    ----------
    wanted
        Given points of the border, which of them are of the stretch.

    Returns
    -------
    An area, maybe empty; square to the border where the stretch ends, and true to the
    distance by 0.9 %.
    """
    rough = border.rough(distance_m * QUICK.border)
    runs: list[Points] = []
    for line in shapely.get_parts(shapely.segmentize(rough, distance_m * FINE.step)):
        points = shapely.get_coordinates(line)
        keep = np.concatenate([[0], wanted(points).astype(np.int8), [0]])
        edges = np.flatnonzero(np.diff(keep))
        runs.extend(points[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > 1)
    if not runs:
        return shapely.Polygon()
    lines = shapely.multilinestrings([shapely.linestrings(run) for run in runs])
    stretch = _fewer(lines, 0.0)
    zone = shapely.buffer(stretch, distance_m, quad_segs=QUICK.corners, cap_style="flat")
    return planar.common(zone, ground)


def nearest_on(pieces: Sequence[Points], point: tuple[float, float]) -> tuple[float, float]:
    """Return the point of one of several lines that is nearest to a point."""
    lines = shapely.multilinestrings([shapely.linestrings(piece) for piece in pieces])
    ((east, north), _) = shapely.get_coordinates(shapely.shortest_line(lines, shapely.Point(point)))
    return float(east), float(north)


def thinned(line: Points, tolerance_m: float) -> Points:
    """Return a line with fewer vertices, none moved farther than the tolerance."""
    rough = _fewer(shapely.linestrings(line), tolerance_m)
    thin: Points = shapely.get_coordinates(rough)
    return thin


def _fewer(lines: Flat, tolerance_m: float) -> Flat:
    """Return lines with fewer vertices, none moved farther than the tolerance."""
    # To keep lines from crossing each other takes five times as long, and changes no buffer
    # by more than the tolerance.
    return shapely.simplify(lines, tolerance_m, preserve_topology=False)


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
