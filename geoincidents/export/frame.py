"""The one door to pandas and geopandas: layers as typed frames, made or read back."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas
import pandas as pd
import pyogrio

from geoincidents import export
from geoincidents.errors import LayerError
from geoincidents.export import geometries, layers
from geoincidents.export.column import ColumnType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from os import PathLike

    from geoincidents.export.layers import Layer, Table
    from geoincidents.export.rows import Run

CRS = "EPSG:4326"
GEOMETRY = "geometry"
_DTYPES: dict[ColumnType, Any] = {  # Any: the stubs know dtypes as literals only
    ColumnType.TEXT: "string",
    ColumnType.INTEGER: "Int64",
    ColumnType.NUMBER: "float64",
    ColumnType.DATE: "datetime64[s]",
    ColumnType.BOOLEAN: "boolean",
}


def to_frame(run: Run, name: str = "incidents") -> geopandas.GeoDataFrame:
    """Return a layer with its typed columns and its geometry in EPSG:4326.

    The geometry is missing where nothing may be drawn, and everywhere in a table that has
    none, such as claims.

    Raises
    ------
    LayerError
        If there is no such layer.
    """
    if name not in layers.BY_NAME:
        raise LayerError(f"layer {name!r} is unknown, should be one of {', '.join(layers.BY_NAME)}")
    return framed(layers.table(layers.BY_NAME[name], run, export.context_of(run)))


def framed(table: Table) -> geopandas.GeoDataFrame:
    """Return the rows of a layer as a typed frame."""
    found = zip(*table.values(), strict=True) if table.rows else ([] for _ in table.layer.columns)
    shapes = table.shapes or (None,) * len(table.rows)
    return _frame(
        table.layer,
        {column.name: values for column, values in zip(table.layer.columns, found, strict=True)},
        geopandas.GeoSeries.from_wkb([s and geometries.wkb(s) for s in shapes], crs=CRS),
    )


# --- read back ---------------------------------------------------------------


def from_geojson(path: str | PathLike[str]) -> geopandas.GeoDataFrame:
    """Return a GeoJSON layer of ours as `to_frame` made it.

    Raises
    ------
    LayerError
        If the file cannot be read, or holds other columns than any layer of ours.
    """
    try:
        features = json.loads(Path(path).read_bytes())["features"]
        rows = [feature["properties"] for feature in features]
        shapes = geopandas.GeoDataFrame.from_features(features or [_NOTHING], crs=CRS).geometry
        layer = _layer(rows[0] if rows else (), Path(path).stem)
        values = {name: [row[name] for row in rows] for name in layer.names}
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise LayerError(f"{path}: is no layer of ours in GeoJSON ({error})") from error
    return _frame(layer, values, shapes[: len(rows)])


def from_gpkg(path: str | PathLike[str], name: str = "incidents") -> geopandas.GeoDataFrame:
    """Return a layer of a GeoPackage of ours as `to_frame` made it.

    Raises
    ------
    LayerError
        If the file cannot be read, lacks the layer, or holds other columns.
    """
    try:
        found = pyogrio.read_dataframe(path, layer=name)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise LayerError(f"{path}: cannot be read: {error}") from error
    return _read(found, path, name)


def from_parquet(path: str | PathLike[str]) -> geopandas.GeoDataFrame:
    """Return a GeoParquet layer of ours as `to_frame` made it.

    Raises
    ------
    LayerError
        If the file cannot be read, holds other columns, or pyarrow is missing.
    """
    try:
        found = pd.read_parquet(path)  # tables without geometry too, which geopandas refuses
    except (OSError, ValueError) as error:
        raise LayerError(f"{path}: cannot be read: {error}") from error
    except ImportError as error:
        wanted = "pip install 'geoincidents[parquet]'"
        raise LayerError(f"{path}: needs the package pyarrow: {wanted}") from error
    if GEOMETRY in found:
        found[GEOMETRY] = geopandas.GeoSeries.from_wkb(found[GEOMETRY], crs=CRS)
    return _read(found, path, Path(path).stem)


_NOTHING: dict[str, Any] = {
    "type": "Feature",
    "geometry": None,
    "properties": {},
}  # Any: a GeoJSON feature


def _read(found: pd.DataFrame, path: str | PathLike[str], name: str) -> geopandas.GeoDataFrame:
    own = [str(column) for column in found.columns if column != GEOMETRY]
    try:
        layer = _layer(own, name)
    except LookupError as error:
        raise LayerError(f"{path}: is no layer of ours ({error})") from error
    shapes = found[GEOMETRY] if GEOMETRY in found else [None] * len(found)
    return _frame(layer, found, geopandas.GeoSeries(shapes, crs=CRS))


def _layer(names: Iterable[str], stem: str) -> Layer:
    """Return the layer that has some columns; without any, the one that a file is named after."""
    wanted = tuple(names)
    fitting = [layer for layer in layers.LAYERS if layer.names == wanted]
    named = layers.BY_NAME.get(stem)
    if named and (named in fitting or not wanted):
        return named
    if not fitting:
        raise LookupError("its columns are those of no layer")
    return fitting[0]


# --- columns -----------------------------------------------------------------


def _frame(layer: Layer, values: Any, shapes: geopandas.GeoSeries) -> geopandas.GeoDataFrame:  # noqa: ANN401 - columns by name
    columns = {c.name: _series(values[c.name], c.type) for c in layer.columns}
    geometry = shapes.reset_index(drop=True)
    return geopandas.GeoDataFrame(columns, geometry=geometry, crs=CRS)


def _series(values: Sequence[Any] | pd.Series, type_: ColumnType) -> pd.Series:  # Any: cells
    if type_ is ColumnType.DATE:
        return _days(values)
    own = pd.Series(values).reset_index(drop=True)
    return own.astype(_DTYPES[type_])


def _days(values: Sequence[Any] | pd.Series) -> pd.Series:  # Any: as in `_series`
    own = pd.Series(values)
    if own.dtype == object or isinstance(own.dtype, pd.StringDtype):
        days = [None if pd.isna(v) else v if isinstance(v, date) else date.fromisoformat(v)
                for v in own]  # fmt: skip
        return pd.Series(days, dtype=_DTYPES[ColumnType.DATE])
    return own.astype(_DTYPES[ColumnType.DATE]).reset_index(drop=True)
