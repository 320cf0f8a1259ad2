"""GeoParquet: what the standard asks for, typed columns, the licence inside."""

import io
import json

import pyarrow.parquet as pq
import pytest
import shapely

from geoincidents import export
from geoincidents.export import formats, layers

TYPES = {"text": "string", "integer": "int64", "number": "double", "date": "date32[day]",
         "boolean": "bool"}  # fmt: skip


def _written(run, name):
    content = b"".join(formats.written(export.source_of(run), f"{name}.parquet"))
    return pq.read_table(io.BytesIO(content))


@pytest.mark.parametrize("layer", layers.LAYERS, ids=lambda layer: layer.name)
def test_columns_have_the_types_of_the_table(layer, rich):
    """Days are days, yes or no is that; a geometry is binary."""
    schema = _written(rich, layer.name).schema
    wanted = [TYPES[column.type] for column in layer.columns]
    wanted += ["binary"] if layer.geometry else []

    assert [str(field.type) for field in schema] == wanted


def test_the_metadata_are_those_of_geoparquet(rich):
    """Version, primary column, encoding, types, box, reference system."""
    geo = json.loads(_written(rich, "areas").schema.metadata[b"geo"])
    (column,) = geo["columns"].values()

    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    assert (column["encoding"], column["geometry_types"]) == ("WKB", ["Polygon"])
    assert column["bbox"] == [45.0, 40.0, 45.1, 40.1]
    assert column["crs"]["id"] == {"authority": "EPSG", "code": 4326}
    assert column["orientation"] == "counterclockwise"


def test_the_outer_ring_runs_as_the_metadata_say(rich):
    """Counterclockwise, whichever way it was drawn."""
    (made,) = _written(rich, "areas")["geometry"].to_pylist()

    assert shapely.from_wkb(made).exterior.is_ccw


def test_a_layer_names_its_licence(rich):
    """Beside the metadata of the standard."""
    metadata = _written(rich, "border").schema.metadata

    assert metadata[b"licence"] == b"ODbL-1.0"
    assert metadata[b"credit"] == b"names: invented; (c) surveyors of Lisk"


def test_a_layer_without_rows_keeps_its_types(run):
    """An empty file is read as one with rows is."""
    found = _written(run, "areas")

    assert found.num_rows == 0
    assert str(found.schema.field("area_m2_low").type) == "double"
    assert b"geo" in found.schema.metadata


def test_the_same_run_gives_the_same_bytes(rich):
    """No clock and no chance."""
    source = export.source_of(rich)

    assert [*formats.written(source, "incidents.parquet")] == [
        *formats.written(source, "incidents.parquet")
    ]
