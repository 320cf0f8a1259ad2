"""GeoJSON by RFC 7946: flat typed properties, one geometry type a file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from geoincidents.export import geometries, strict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geoincidents.export.column import Value
    from geoincidents.export.layers import Table
    from geoincidents.model import Geometry


def collection(table: Table, members: Mapping[str, object]) -> Iterator[str]:
    """Yield a FeatureCollection piece by piece, a line a feature.

    Parameters
    ----------
    members
        Foreign members of the collection: licence, credit and the like.

    Raises
    ------
    ValueError
        If a number is not finite.
    """
    yield f'{_dumps({"type": "FeatureCollection", **_bbox(table), **members})[:-1]},\n"features":['
    names, between = table.layer.names, "\n"
    for row, shape, values in zip(table.rows, table.shapes, table.values(), strict=True):
        feature = {
            "type": "Feature",
            "id": row.id,
            "geometry": _object(shape),
            "properties": dict(zip(names, map(_plain, values), strict=True)),
        }
        yield f"{between}{_dumps(feature)}"
        between = ",\n"
    yield "\n]}\n" if table.rows else "]}\n"


def _dumps(value: object) -> str:
    return strict.dumps(value, compact=True)


def _plain(value: Value) -> Value:
    return value.isoformat() if isinstance(value, date) else value


def _object(shape: Geometry | None) -> dict[str, object] | None:
    return {"type": shape.type, "coordinates": shape.coordinates} if shape else None


def _bbox(table: Table) -> dict[str, object]:
    found = geometries.box(table.shapes)
    return {"bbox": [*found]} if found else {}
