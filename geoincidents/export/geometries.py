"""Geometries as files hold them: rounded, wound, closed, one type a layer."""

from __future__ import annotations

import itertools
import struct
from typing import TYPE_CHECKING, Any, TypeAlias

from geoincidents.model import Geometry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Ring: TypeAlias = tuple[tuple[float, float], ...]
Box: TypeAlias = tuple[float, float, float, float]  # west, south, east, north in degrees

MOST_DECIMALS = 7  # of degrees: a centimetre; RFC 7946, 11.2 warns of more
# The fewest decimals that move a point by no more than a thousandth of its accuracy: a depth
# then still measures what was reported.
_DECIMALS = ((1000.0, 5), (100.0, 6))
_TYPES = {"Point": 1, "LineString": 2, "Polygon": 3}
_MULTI = 3  # well-known binary counts the types of several parts on from here


def decimals(accuracy_m: float | None) -> int:
    """Return how many decimals of a degree a position of some accuracy deserves."""
    if not accuracy_m:
        return MOST_DECIMALS
    return next((digits for least, digits in _DECIMALS if accuracy_m >= least), MOST_DECIMALS)


def rounded(shape: Geometry, accuracy_m: float | None = None) -> Geometry:
    """Return a geometry rounded to its accuracy in metres, its rings closed and wound.

    Outer rings run counterclockwise and holes clockwise (RFC 7946, 3.1.6); without a
    known accuracy seven decimals stay.
    """
    coordinates = _round(shape.coordinates, decimals(accuracy_m))
    if shape.type == "Polygon":
        coordinates = tuple(_wound(coordinates))
    elif shape.type == "MultiPolygon":
        coordinates = tuple(tuple(_wound(polygon)) for polygon in coordinates)
    return Geometry(type=shape.type, coordinates=coordinates)


def of_one_type(shapes: Sequence[Geometry | None]) -> tuple[Geometry | None, ...]:
    """Return geometries of one type: where one is of several parts, all are."""
    if not any(shape and shape.type.startswith("Multi") for shape in shapes):
        return tuple(shapes)
    return tuple(shape and _multi(shape) for shape in shapes)


def box(shapes: Iterable[Geometry | None]) -> Box | None:
    """Return the box that holds all geometries, None where there is none."""
    lons: list[float] = []
    lats: list[float] = []
    for shape in shapes:
        for lon, lat in positions(shape.coordinates) if shape else ():
            lons.append(lon)
            lats.append(lat)
    return (min(lons), min(lats), max(lons), max(lats)) if lons else None


def positions(coordinates: Any) -> Iterator[Sequence[float]]:  # noqa: ANN401 -- nesting depends on the geometry's type
    """Yield the lon/lat pairs of coordinates, however deep."""
    if isinstance(coordinates[0], (int, float)):
        yield coordinates
        return
    for part in coordinates:
        yield from positions(part)


def wkb(shape: Geometry) -> bytes:
    """Return a geometry as well-known binary, little-endian, lon before lat."""
    kind = shape.type.removeprefix("Multi")
    if kind == shape.type:
        return _single(kind, shape.coordinates)
    head = struct.pack("<BII", 1, _TYPES[kind] + _MULTI, len(shape.coordinates))
    return head + b"".join(_single(kind, part) for part in shape.coordinates)


def _single(kind: str, coordinates: Any) -> bytes:  # noqa: ANN401 -- as `positions`
    head = struct.pack("<BI", 1, _TYPES[kind])
    if kind == "Point":
        return head + struct.pack("<2d", *coordinates)
    if kind == "LineString":
        return head + _vertices(coordinates)
    return head + struct.pack("<I", len(coordinates)) + b"".join(map(_vertices, coordinates))


def _vertices(line: Ring) -> bytes:
    flat = itertools.chain.from_iterable(line)
    return struct.pack(f"<I{2 * len(line)}d", len(line), *flat)


def _multi(shape: Geometry) -> Geometry:
    if shape.type.startswith("Multi"):
        return shape
    return Geometry(type=f"Multi{shape.type}", coordinates=(shape.coordinates,))


def _round(coordinates: Any, digits: int) -> Any:  # noqa: ANN401 -- as `positions`
    if isinstance(coordinates[0], (int, float)):
        # Adding 0.0 turns -0.0 into 0.0, which readers write as "-0".
        return tuple(round(float(degrees), digits) + 0.0 for degrees in coordinates[:2])
    return tuple(_round(part, digits) for part in coordinates)


def _wound(rings: Iterable[Ring]) -> Iterator[Ring]:
    for number, ring in enumerate(rings):
        closed = ring if ring[0] == ring[-1] else (*ring, ring[0])
        is_counterclockwise = _doubled_area(closed) > 0
        yield closed if is_counterclockwise is (number == 0) else closed[::-1]


def _doubled_area(ring: Ring) -> float:
    # From the first vertex, or the sum drowns in the digits of the coordinates.
    lon0, lat0 = ring[0]
    flat = [(lon - lon0, lat - lat0) for lon, lat in ring]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(flat))
