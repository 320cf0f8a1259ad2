"""GeoParquet 1.1: typed columns, WKB geometries, the licence among the file's metadata."""

from __future__ import annotations

import io
import json
from itertools import islice
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from geoincidents import resources
from geoincidents.export import geometries, strict
from geoincidents.export.column import ColumnType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geoincidents.export.layers import Table
    from geoincidents.model import Geometry

VERSION = "1.1.0"
GEOMETRY = "geometry"  # as geopandas calls it
_ROWS = 50_000  # that are held as columns at a time
_TYPES = {
    ColumnType.TEXT: pa.string(),
    ColumnType.INTEGER: pa.int64(),
    ColumnType.NUMBER: pa.float64(),
    ColumnType.DATE: pa.date32(),
    ColumnType.BOOLEAN: pa.bool_(),
}


def written(table: Table, about: Mapping[str, str]) -> bytes:
    """Return a layer as GeoParquet, a table without geometry as Parquet."""
    schema = _schema(table, about)
    out = io.BytesIO()
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        writer.write_table(schema.empty_table())  # the type of a file without rows is kept
        for batch in _batches(table, schema):
            writer.write_batch(batch)
    return out.getvalue()


def _schema(table: Table, about: Mapping[str, str]) -> Any:  # noqa: ANN401 - pyarrow has no types
    fields = [pa.field(c.name, _TYPES[c.type]) for c in table.layer.columns]
    metadata = {key: value.encode() for key, value in about.items()}
    if table.layer.geometry:
        fields.append(pa.field(GEOMETRY, pa.binary()))
        metadata["geo"] = strict.dumps(_geo(table)).encode()
    return pa.schema(fields, metadata=metadata)


def _geo(table: Table) -> dict[str, object]:
    crs = json.loads(resources.export_file("epsg4326.json").read_text(encoding="utf-8"))
    box = geometries.box(table.shapes)
    column = {
        "encoding": "WKB",
        "geometry_types": [table.geometry] if box else [],
        "crs": crs,
        "orientation": "counterclockwise",
        "edges": "planar",
        **({"bbox": [*box]} if box else {}),
    }
    return {"version": VERSION, "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}


def _batches(table: Table, schema: Any) -> Iterator[Any]:  # noqa: ANN401 - as `_schema`
    values = table.values()
    shapes = iter(table.shapes)
    while rows := [*islice(values, _ROWS)]:
        columns: list[Any] = [*zip(*rows, strict=True)]  # Any: a column has values of one type
        if table.layer.geometry:
            columns.append([_binary(shape) for shape in islice(shapes, len(rows))])
        arrays = [
            pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)
        ]
        yield pa.record_batch(arrays, schema=schema)


def _binary(shape: Geometry | None) -> bytes | None:
    return geometries.wkb(shape) if shape else None
