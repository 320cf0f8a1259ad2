"""GeoPackage 1.2: all layers and tables in one file, with styles, meanings and licences.

Written through the `sqlite3` of Python, not through GDAL: the file needs no library, holds
no date of today, and may refer from one table to another, which GDAL cannot write.
"""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from datetime import date
from string import Template
from typing import TYPE_CHECKING

from geoincidents import resources
from geoincidents.errors import OutputError
from geoincidents.export import geometries, strict
from geoincidents.export.column import ColumnType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from geoincidents.export.column import Column, Value
    from geoincidents.export.layers import Layer, Table
    from geoincidents.model import Geometry

CHANGED = "2000-01-01T00:00:00.000Z"  # stands for "when": the same run, the same bytes
WRITER = 3_040_000  # stands for the version of SQLite in the file's header, as above
_WRITER_AT = 96  # byte of the header; SQLite itself only reports it
_SRS = 4326
_TYPES = {
    ColumnType.TEXT: "TEXT",
    ColumnType.INTEGER: "INTEGER",
    ColumnType.NUMBER: "DOUBLE",
    ColumnType.DATE: "DATE",
    ColumnType.BOOLEAN: "BOOLEAN",
}
_ENVELOPE, _LITTLE_ENDIAN = 0b10, 0b1


def written(
    tables: Iterable[Table],
    about: Mapping[str, Mapping[str, str]],
    styles: Mapping[str, str],
) -> bytes:
    """Return layers as one GeoPackage.

    Parameters
    ----------
    about
        Licence, credit and the like of each layer.
    styles
        The default style of layers, in QGIS's XML.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        _fill(base, tables, about, styles)
        content = bytearray(base.serialize())
    content[_WRITER_AT : _WRITER_AT + 4] = struct.pack(">I", WRITER)
    return bytes(content)


def write(
    path: Path,
    tables: Iterable[Table],
    about: Mapping[str, Mapping[str, str]],
    styles: Mapping[str, str],
) -> None:
    """Write layers into a file that is not there yet, as `written` returns them.

    A table at a time is in memory, so this is for many rows. The file is whole only when
    this returns: give it the name of a temporary one.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as base:
            base.execute("PRAGMA journal_mode = OFF")
            base.execute("PRAGMA synchronous = OFF")
            # Ids come in any order: their index must fit, or its pages are read again and again.
            base.execute("PRAGMA cache_size = -65536")
            _fill(base, tables, about, styles)
    except sqlite3.OperationalError as error:  # a full disk, a folder that takes no file
        raise OutputError(f"{path.parent}: cannot be written: {error}") from error
    with path.open("r+b") as file:
        file.seek(_WRITER_AT)
        file.write(struct.pack(">I", WRITER))


def _fill(
    base: sqlite3.Connection,
    tables: Iterable[Table],
    about: Mapping[str, Mapping[str, str]],
    styles: Mapping[str, str],
) -> None:
    base.executescript(_script("geopackage.sql"))
    for number, table in enumerate(tables, 1):
        _add(base, table)
        _describe(base, table.layer, number, about[table.layer.name])
        if table.layer.name in styles:
            _style(base, table.layer, styles[table.layer.name])
    _register(base, "layer_styles", "attributes", "styles that QGIS opens the layers with")


# --- rows --------------------------------------------------------------------


def _add(base: sqlite3.Connection, table: Table) -> None:
    layer = table.layer
    base.execute(_definition(layer, table.geometry))
    count = len(layer.columns) + (2 if layer.geometry else 1)
    marks = ",".join("?" * count)
    base.execute("BEGIN")
    base.executemany(f'INSERT INTO "{layer.name}" VALUES ({marks})', _rows(table))  # noqa: S608 -- names are ours
    base.execute("COMMIT")
    base.execute("INSERT INTO gpkg_ogr_contents VALUES (?, ?)", (layer.name, len(table.rows)))
    base.executescript(Template(_script("count.sql")).substitute(layer=layer.name))
    if not layer.geometry:
        _register(base, layer.name, "attributes", layer.title)
        return
    _register(base, layer.name, "features", layer.title, geometries.box(table.shapes))
    base.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
        (layer.name, table.geometry.upper(), _SRS),
    )
    _index(base, table)


def _definition(layer: Layer, geometry: str) -> str:
    lines = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
    lines += [f'"geom" {geometry.upper()}'] if geometry else []
    lines += [_column(column, is_key=n == 0) for n, column in enumerate(layer.columns)]
    lines += [
        f'FOREIGN KEY ("{own}") REFERENCES "{parent}"("{key}")'
        for own, parent, key in layer.parents
    ]
    return f'CREATE TABLE "{layer.name}" (\n  ' + ",\n  ".join(lines) + "\n)"


def _column(column: Column, *, is_key: bool) -> str:
    return f'"{column.name}" {_TYPES[column.type]}{" UNIQUE" if is_key else ""}'


def _rows(table: Table) -> Iterator[tuple[object, ...]]:
    dated = [n for n, c in enumerate(table.layer.columns) if c.type is ColumnType.DATE]
    shapes: Iterable[Geometry | None] = table.shapes or (None,) * len(table.rows)
    is_spatial = bool(table.layer.geometry)
    for fid, (shape, values) in enumerate(zip(shapes, table.values(), strict=True), 1):
        cells = _cells(values, dated)
        yield (fid, shape and _blob(shape), *cells) if is_spatial else (fid, *cells)


def _cells(values: tuple[Value, ...], dated: list[int]) -> tuple[Value, ...]:
    if not dated:
        return values
    cells = list(values)
    for n in dated:
        cell = cells[n]
        cells[n] = cell.isoformat() if isinstance(cell, date) else None
    return tuple(cells)


def _blob(shape: Geometry) -> bytes:
    """Return a geometry as GeoPackage has it: a header, a box but for points, then WKB."""
    if shape.type == "Point":
        return struct.pack("<2sBBi", b"GP", 0, _LITTLE_ENDIAN, _SRS) + geometries.wkb(shape)
    west, south, east, north = _box(shape)
    flags = _ENVELOPE | _LITTLE_ENDIAN
    head = struct.pack("<2sBBi4d", b"GP", 0, flags, _SRS, west, east, south, north)
    return head + geometries.wkb(shape)


def _index(base: sqlite3.Connection, table: Table) -> None:
    name = table.layer.name
    boxes = (
        (fid, west, east, south, north)
        for fid, shape in enumerate(table.shapes, 1)
        if shape
        for west, south, east, north in (_box(shape),)
    )
    try:
        base.executescript(Template(_script("rtree.sql")).substitute(layer=name))
    except sqlite3.OperationalError:
        return  # an SQLite without R-trees: the layer has no index then
    base.execute("BEGIN")
    base.executemany(f'INSERT INTO "rtree_{name}_geom" VALUES (?, ?, ?, ?, ?)', boxes)  # noqa: S608 -- names are ours
    base.execute("COMMIT")


def _box(shape: Geometry) -> geometries.Box:
    found = geometries.box([shape])
    assert found is not None  # noqa: S101  # no geometry of ours is empty
    return found


# --- what stands beside the rows ---------------------------------------------


def _register(
    base: sqlite3.Connection,
    name: str,
    kind: str,
    title: str,
    box: geometries.Box | None = None,
) -> None:
    srs = _SRS if kind == "features" else None
    base.execute(
        "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (name, kind, name, title, CHANGED, *(box or (None,) * 4), srs),
    )


def _describe(
    base: sqlite3.Connection, layer: Layer, number: int, about: Mapping[str, str]
) -> None:
    """Note what a layer's columns mean and what its licence is."""
    base.executemany(
        "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, NULL, ?, NULL, NULL)",
        [(layer.name, c.name, c.name, _meaning(c)) for c in layer.columns],
    )
    base.execute(
        "INSERT INTO gpkg_metadata VALUES (?, 'dataset', ?, 'application/json', ?)",
        (number, "https://spdx.org/licenses/", strict.dumps(about, indent=1)),
    )
    base.execute(
        "INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, ?, NULL)",
        (layer.name, CHANGED, number),
    )


def _meaning(column: Column) -> str:
    return f"{column.meaning} ({column.unit})" if column.unit else column.meaning


def _style(base: sqlite3.Connection, layer: Layer, style: str) -> None:
    geometry = "geom" if layer.geometry else ""
    base.execute(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
        "f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, "
        "ui, update_time) VALUES ('', '', ?, ?, ?, ?, '', 1, ?, '', NULL, ?)",
        (layer.name, geometry, layer.name, style, layer.title, CHANGED),
    )


def _script(name: str) -> str:
    return resources.export_file(name).read_text(encoding="utf-8")
