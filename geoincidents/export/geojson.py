"""GeoJSON by RFC 7946: flat typed properties, one geometry type a file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from geoincidents.export import geometries, strict
from geoincidents.export.column import ColumnType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
    dated = [n for n, c in enumerate(table.layer.columns) if c.type is ColumnType.DATE]
    for row, shape, values in zip(table.rows, table.shapes, table.values(), strict=True):
        feature = {
            "type": "Feature",
            "id": row.id,
            "geometry": _object(shape),
            "properties": dict(zip(names, _plain(values, dated), strict=True)),
        }
        yield f"{between}{_dumps(feature)}"
        between = ",\n"
    yield "\n]}\n" if table.rows else "]}\n"


def _dumps(value: object) -> str:
    return strict.dumps(value, compact=True)


def _plain(values: Sequence[Value], dated: Sequence[int]) -> list[Value]:
    """Return values with days as text; `dated` says where they stand."""
    cells = [*values]
    for n in dated:
        cell = cells[n]
        cells[n] = cell.isoformat() if isinstance(cell, date) else cell
    return cells


def _object(shape: Geometry | None) -> dict[str, object] | None:
    return {"type": shape.type, "coordinates": shape.coordinates} if shape else None


def _bbox(table: Table) -> dict[str, object]:
    found = geometries.box(table.shapes)
    return {"bbox": [*found]} if found else {}
