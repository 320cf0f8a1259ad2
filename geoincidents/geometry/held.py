"""Records that are asked for again and again: read once, and cut to boxes by tiles.

A border of 20,000 vertices is cut for every incident beside it. With `planar` and
`frontiers` the door to shapely; in lon/lat degrees.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from numpy.typing import NDArray

    from geoincidents.model import Geometry, Position

    Points: TypeAlias = NDArray[np.float64]  # shape (n, 2)

Flat: TypeAlias = Any  # a shapely geometry; shapely has no types
Box: TypeAlias = tuple[float, float, float, float]  # west, south, east, north
Tile: TypeAlias = tuple[int, int, int, int]  # part, level, column, row

# A chord of this length that is straight in degrees bends by under 0.05 m on a plane.
LONGEST_DEG = 0.02
MOST = 64  # records held at a time
MOST_TILES = 1024  # of one record
_DEGREE_M = 111_700.0  # of latitude, at the poles
_LEAST_LEVEL = -20
CHUNK = 128  # vertices of a line that are passed over together where they lie elsewhere


class _Line(NamedTuple):
    """A line, and the least and greatest of each `CHUNK` of its vertices."""

    points: Points
    least: Points
    most: Points


@dataclass(slots=True, eq=False)
class _Held:
    """A record with what was made of it; the reference keeps its identity its own."""

    geometry: Geometry
    flat: Flat
    parts: list[Flat] = field(default_factory=list)  # of an area, valid
    lines: dict[int, list[_Line]] = field(default_factory=dict)  # of a line, by roughness
    tiles: dict[Tile, Flat] = field(default_factory=dict)


_KEPT: dict[int, _Held] = {}


def read(geometry: Geometry) -> Flat:
    """Return a record as a shapely geometry, coordinates unchanged."""
    return _held(geometry).flat


def near(geometry: Geometry, box: Box, tolerance_m: float = 0.0) -> tuple[Points, ...]:
    """Return the vertices of lines in and just around a box, in their order.

    Long chords are filled in, so that no line crosses the box without a vertex there.
    Vertices are left out where that moves no line by more than the tolerance.
    """
    held = _held(geometry)
    level = math.floor(math.log2(tolerance_m)) if tolerance_m > 1 else 0
    if level not in held.lines:
        # A degree of latitude is the longest: what is within it is within the tolerance.
        rough = shapely.simplify(held.flat, 2.0**level / _DEGREE_M) if level else held.flat
        filled = shapely.segmentize(rough, LONGEST_DEG)
        held.lines[level] = [_line(shapely.get_coordinates(p)) for p in shapely.get_parts(filled)]
    return tuple(run for line in held.lines[level] for run in _runs(line, box))


def cut(geometry: Geometry, box: Box, part_at: Position | None = None) -> Flat:
    """Return the part of an area in a box; may be empty, or of lower dimension.

    Of an area in several parts only the one at `part_at`, or nearest to it, if given.
    """
    held = _held(geometry)
    if not held.parts:
        valid = shapely.make_valid(held.flat)
        held.parts.extend([valid, *shapely.get_parts(valid)])
    part = 0 if part_at is None else _part(held.parts, part_at)
    window = shapely.box(*box)
    flat = held.parts[part]
    if shapely.contains(window, shapely.box(*flat.bounds)):
        return flat
    level = max(math.ceil(math.log2(max(box[2] - box[0], box[3] - box[1]))), _LEAST_LEVEL)
    size = 2.0**level
    tile = (part, level, math.floor(box[0] / size), math.floor(box[1] / size))
    if tile not in held.tiles:
        if len(held.tiles) >= MOST_TILES:
            held.tiles.clear()
        west, south = tile[2] * size, tile[3] * size
        # Twice the size: a box that begins in the tile ends in it.
        held.tiles[tile] = _clipped(flat, (west, south, west + 2 * size, south + 2 * size))
    return _clipped(held.tiles[tile], box)


def _clipped(flat: Flat, box: Box) -> Flat:
    """Return the part of an area in a box."""
    # Clipping is ten times as fast as intersecting, but may leave what is no area.
    clipped = shapely.clip_by_rect(flat, *box)
    return clipped if shapely.is_valid(clipped) else shapely.intersection(flat, shapely.box(*box))


def _held(geometry: Geometry) -> _Held:
    # By identity: to hash a record of many vertices takes as long as to read it.
    found = _KEPT.get(id(geometry))
    if found is None or found.geometry is not geometry:
        if len(_KEPT) >= MOST:
            _KEPT.clear()
        found = _KEPT[id(geometry)] = _Held(geometry, _shape(geometry))
    return found


def _shape(geometry: Geometry) -> Flat:
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


def _part(parts: list[Flat], position: Position) -> int:
    """Return the number of the part that holds a position or is nearest; 0 is the whole."""
    if len(parts) < 3:  # noqa: PLR2004 - the whole and its only part
        return 0
    return 1 + int(np.argmin(shapely.distance(parts[1:], shapely.Point(position))))


def _line(points: Points) -> _Line:
    starts = np.arange(0, len(points), CHUNK)
    return _Line(points, np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts))


def _kept(held: _Line, box: Box) -> tuple[Points, NDArray[np.bool_]]:
    """Return a stretch of a line, and which of its vertices lie in a box and a chord around it.

    None of the vertices before and behind the stretch does.
    """
    west, south, east, north = box
    west, south, east, north = (
        west - LONGEST_DEG, south - LONGEST_DEG, east + LONGEST_DEG, north + LONGEST_DEG,
    )  # fmt: skip
    lon, lat = held.most.T
    met = (lon >= west) & (lat >= south)
    lon, lat = held.least.T
    chunks = np.flatnonzero(met & (lon <= east) & (lat <= north))
    if not len(chunks):
        return held.points[:0], np.zeros(0, dtype=bool)
    points = held.points[chunks[0] * CHUNK : (chunks[-1] + 1) * CHUNK]
    lon, lat = points.T
    return points, (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)


def _runs(held: _Line, box: Box) -> Iterator[Points]:
    """Yield the unbroken runs of vertices of a line in a box and a chord around it."""
    line, keep = _kept(held, box)
    if not keep.any():
        return
    if keep.all():
        yield line
        return
    is_whole = len(line) == len(held.points)
    if is_whole and keep[0] and keep[-1] and np.array_equal(line[0], line[-1]):
        # A ring begins at a gap, so that no run crosses its seam.
        turn = int(np.argmin(keep[:-1]))
        line, keep = np.roll(line[:-1], -turn, axis=0), np.roll(keep[:-1], -turn)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], keep.astype(np.int8), [0]])))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start > 1:
            yield line[start:end]
