"""GeoJSON by RFC 7946: flat typed properties, one geometry type a file."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from geoincidents.export import strict
from geoincidents.model import Geometry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geoincidents.export.column import Column, Value


Ring: TypeAlias = tuple[tuple[float, float], ...]
Feature: TypeAlias = "tuple[str, Geometry | None, Mapping[str, Value]]"
DECIMALS = 7  # of degrees: a centimetre; RFC 7946, 11.2 warns of more


def collection(
    features: Iterable[Feature],
    members: Mapping[str, object],
) -> str:
    """Return a FeatureCollection as text, a line a feature.

    Parameters
    ----------
    features
        Id, geometry in lon/lat degrees and properties of each, in order.
    members
        Foreign members of the collection: licence, credit and the like.

    Raises
    ------
    ValueError
        If a number is not finite, or an id stands twice.
    """
    rows = [(key, shape and _rounded(shape), values) for key, shape, values in features]
    if len({key for key, _, _ in rows}) != len(rows):
        raise ValueError("feature ids are not unique")
    shapes = _of_one_type([shape for _, shape, _ in rows])
    head = {"type": "FeatureCollection", **_bbox(shapes), **members}
    lines = [
        _dumps({"type": "Feature", "id": key, "geometry": shape, "properties": _plain(values)})
        for (key, _, values), shape in zip(rows, shapes, strict=True)
    ]
    body = ",\n".join(lines)
    return f'{_dumps(head)[:-1]},\n"features":[\n{body}\n]}}\n' if lines else _empty(head)


def properties(row: object, columns: Sequence[Column]) -> dict[str, Value]:
    """Return a row's values by column name; every row has every column."""
    return {column.name: column.value(row) for column in columns}


def _empty(head: Mapping[str, object]) -> str:
    return _dumps({**head, "features": []}) + "\n"


def _dumps(value: object) -> str:
    return strict.dumps(value, compact=True)


def _plain(values: Mapping[str, Value]) -> dict[str, object]:
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in values.items()}


# --- geometries --------------------------------------------------------------


def _rounded(shape: Geometry) -> Geometry:
    coordinates = _round(shape.coordinates)
    if shape.type == "Polygon":
        coordinates = tuple(_wound(coordinates))
    elif shape.type == "MultiPolygon":
        coordinates = tuple(tuple(_wound(polygon)) for polygon in coordinates)
    return Geometry(type=shape.type, coordinates=coordinates)


def _round(coordinates: Any) -> Any:  # noqa: ANN401 -- nesting depends on the geometry's type
    if isinstance(coordinates[0], (int, float)):
        return tuple(round(float(degrees), DECIMALS) + 0.0 for degrees in coordinates[:2])
    return tuple(_round(part) for part in coordinates)


def _wound(rings: Iterable[Ring]) -> Iterator[Ring]:
    """Return rings closed, the outer one counterclockwise and holes clockwise."""
    for number, ring in enumerate(rings):
        closed = ring if ring[0] == ring[-1] else (*ring, ring[0])
        is_counterclockwise = _doubled_area(closed) > 0
        yield closed if is_counterclockwise is (number == 0) else closed[::-1]


def _doubled_area(ring: Ring) -> float:
    # From the first vertex, or the sum drowns in the digits of the coordinates.
    lon0, lat0 = ring[0]
    flat = [(lon - lon0, lat - lat0) for lon, lat in ring]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(flat))


def _of_one_type(shapes: Sequence[Geometry | None]) -> list[dict[str, object] | None]:
    """Return geometries as objects; where one is of several parts, all are."""
    has_parts = any(shape and shape.type.startswith("Multi") for shape in shapes)
    return [_object(shape, has_parts=has_parts) if shape else None for shape in shapes]


def _object(shape: Geometry, *, has_parts: bool) -> dict[str, object]:
    if has_parts and not shape.type.startswith("Multi"):
        return {"type": f"Multi{shape.type}", "coordinates": [shape.coordinates]}
    return {"type": shape.type, "coordinates": shape.coordinates}


def _bbox(shapes: Iterable[dict[str, object] | None]) -> dict[str, list[float]]:
    positions = [p for shape in shapes if shape for p in _positions(shape["coordinates"])]
    if not positions:
        return {}
    lons, lats = zip(*positions, strict=True)
    return {"bbox": [min(lons), min(lats), max(lons), max(lats)]}


def _positions(coordinates: Any) -> Iterator[Sequence[float]]:  # noqa: ANN401 -- as `_round`
    if isinstance(coordinates[0], (int, float)):
        yield coordinates
        return
    for part in coordinates:
        yield from _positions(part)
