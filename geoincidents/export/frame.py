"""The one door to pandas and geopandas: a run as a table of points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import geopandas
import pandas as pd

from geoincidents import export
from geoincidents.export import columns, geojson, rows
from geoincidents.export.column import ColumnType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.export.column import Value
    from geoincidents.export.rows import Run

CRS = "EPSG:4326"
_DTYPES: dict[ColumnType, Any] = {  # Any: the stubs know dtypes as literals only
    ColumnType.TEXT: "string",
    ColumnType.INTEGER: "Int64",
    ColumnType.NUMBER: "float64",
    ColumnType.DATE: "datetime64[s]",
    ColumnType.BOOLEAN: "boolean",
}


def to_frame(run: Run) -> geopandas.GeoDataFrame:
    """Return one row an incident, with the columns of `incidents.geojson`.

    The geometry is a point in EPSG:4326, or missing where no point may be drawn.
    """
    found = list(rows.incidents(run, export.context_of(run)))
    values = [geojson.properties(row, columns.INCIDENTS) for row in found]
    table = {c.name: _series([v[c.name] for v in values], c.type) for c in columns.INCIDENTS}
    points = [point.coordinates if (point := rows.point(r.account)) else None for r in found]
    geometry = geopandas.points_from_xy(
        [p[0] if p else float("nan") for p in points],
        [p[1] if p else float("nan") for p in points],
    )
    frame = geopandas.GeoDataFrame(table, geometry=geometry, crs=CRS)
    # Points without coordinates are not "empty" to a reader, they are missing.
    frame.loc[[p is None for p in points], "geometry"] = None
    return frame


def _series(values: Sequence[Value], type_: ColumnType) -> pd.Series:
    return pd.Series(list(values), dtype=_DTYPES[type_])
