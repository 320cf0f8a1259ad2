"""Borders and outlines on a local plane, the side of an account on their left."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from geoincidents.geometry import frontiers, held, planar
from geoincidents.geometry.geodesy import Plane
from geoincidents.model import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geoincidents.geography import Gazetteer
    from geoincidents.geometry.frontiers import Frontier
    from geoincidents.geometry.planar import Box, Flat, Mask, Points
    from geoincidents.model import Geometry
    from geoincidents.shapes.sides import Scene

_DEGREE_M = 110_500.0  # the shortest degree of latitude, at the equator
_EVERYWHERE: Box = (-180.0, -90.0, 180.0, 90.0)


def around(position: Position, radius_m: float) -> Box:
    """Return a box of degrees that holds a circle."""
    tall = radius_m / _DEGREE_M
    wide = tall / max(math.cos(math.radians(abs(position.lat) + tall)), 0.01)
    return (position.lon - wide, position.lat - tall, position.lon + wide, position.lat + tall)


def frontier(
    scene: Scene, plane: Plane, radius_m: float | None = None, *, tolerance_m: float = 0.0
) -> Frontier | None:
    """Return the scene's border lines around a plane's centre, its side on their left.

    No line is moved by more than the tolerance.

    None where no line passes within the radius, or no side is known.
    """
    return frontiers.frontier(_around(scene, plane, radius_m, tolerance_m))


def lines(scene: Scene, plane: Plane, radius_m: float, *, tolerance_m: float = 0.0) -> Flat | None:
    """Return the lines of a `frontier` alone, for what asks for no nearest point."""
    return frontiers.lines_of(_around(scene, plane, radius_m, tolerance_m))


def _around(
    scene: Scene, plane: Plane, radius_m: float | None, tolerance_m: float
) -> list[tuple[str, Points]]:
    """Return the scene's border lines by id, its side on their left."""
    box = _EVERYWHERE if radius_m is None else around(plane.centre, radius_m)
    found: list[tuple[str, Points]] = []
    for line in scene.lines if scene.side else ():
        pieces = held.near(line.geometry, box, tolerance_m)
        turn = 1 if line.a == scene.side else -1
        found.extend((line.id, plane.to_metres(piece)[::turn]) for piece in pieces)
    return found


def whole(scene: Scene) -> tuple[Plane, Frontier]:
    """Return all of the scene's border lines on one plane in their middle.

    Raises
    ------
    ValueError
        If the scene has no side or no lines: ask it before.
    """
    pieces = [piece for line in scene.lines for piece in held.near(line.geometry, _EVERYWHERE)]
    points = np.concatenate(pieces) if pieces else np.zeros((1, 2))
    lon, lat = (points.min(axis=0) + points.max(axis=0)) / 2
    plane = Plane(centre=Position(float(lon), float(lat)))
    found = frontier(scene, plane)
    if found is None:
        raise ValueError(f"no border for {scene.account.key!r}")
    return plane, found


def outline(
    country: str, gazetteer: Gazetteer, plane: Plane, radius_m: float | None
) -> Flat | None:
    """Return a country's area around a plane's centre, None where no pack holds it."""
    return _outline(country, gazetteer, plane, radius_m)


def mainland(
    country: str, gazetteer: Gazetteer, plane: Plane, radius_m: float | None
) -> Flat | None:
    """Return as `outline`, but without the parts that are cut off from the centre.

    Seen from an exclave that is the exclave, seen from elsewhere it has none.
    """
    return _outline(country, gazetteer, plane, radius_m, part_at=plane.centre)


def _outline(
    country: str,
    gazetteer: Gazetteer,
    plane: Plane,
    radius_m: float | None,
    *,
    part_at: Position | None = None,
) -> Flat | None:
    record = gazetteer.outlines.get(country)
    if record is None:
        return None
    box = _EVERYWHERE if radius_m is None else around(plane.centre, radius_m)
    return planar.region(record.geometry, box, plane.to_metres, part_at)


def flat(geometry: Geometry, plane: Plane) -> Flat:
    """Return an area on a plane."""
    return planar.region(geometry, _EVERYWHERE, plane.to_metres)


def holds(area: Flat | None, points: Points) -> Mask:
    """Return which points lie in a country; all of them where no pack holds its outline."""
    return np.ones(len(points), dtype=bool) if area is None else planar.contains(area, points)


def inside_only(pieces: Sequence[Points], area: Flat | None) -> tuple[Points, ...]:
    """Return what of some lines lies in a country; all where no pack holds its outline.

    A chord between two points in the country may pass a corner of a third one.
    """
    if area is None or all(planar.covers(area, piece) for piece in pieces):
        return tuple(pieces)
    return tuple(part for piece in pieces for part in planar.cut_line(piece, area))


def areas(flat: Flat | None, plane: Plane) -> tuple[Geometry, ...]:
    """Return an area of a plane as a record, none if there is none."""
    if flat is None or flat.is_empty:
        return ()
    return (planar.write(planar.moved(flat, plane.to_degrees)),)


def inside(scene: Scene, plane: Plane, radius_m: float | None) -> Callable[[Points], Mask]:
    """Return a test of which points lie in the country of the scene's side.

    Where no pack holds its outline, every point passes.
    """
    area = outline(scene.country, scene.gazetteer, plane, radius_m)
    if area is None:
        return lambda points: np.ones(len(points), dtype=bool)
    return lambda points: planar.contains(area, points)


def written(points: Points, plane: Plane) -> Geometry:
    """Return a line of a plane as a record."""
    return planar.write(planar.line(plane.to_degrees(points)))
