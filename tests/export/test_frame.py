"""Frames: typed, in EPSG:4326, and equal field by field when read back."""

import geopandas
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import geoincidents as gi
from geoincidents import export
from geoincidents.collection import IncidentCollection
from geoincidents.errors import LayerError
from geoincidents.export import frame, layers

DTYPES = {"text": "string", "integer": "Int64", "number": "float64", "date": "datetime64[s]",
          "boolean": "boolean"}  # fmt: skip
READERS = {".geojson": gi.from_geojson, ".gpkg": gi.from_gpkg, ".parquet": gi.from_parquet}


@pytest.fixture
def collection(rich):
    """Return the run as users have it."""
    return IncidentCollection(
        incidents=rich.incidents, readings=rich.readings, gazetteer=rich.gazetteer
    )


def _same(found, wanted):
    """Hold two frames equal: columns, types, values, gaps, coordinates, reference system."""
    assert_frame_equal(pd.DataFrame(found.drop(columns="geometry")),
                       pd.DataFrame(wanted.drop(columns="geometry")))  # fmt: skip
    assert [*found.geometry.to_wkb()] == [*wanted.geometry.to_wkb()]
    assert found.crs == wanted.crs == "EPSG:4326"


@pytest.mark.parametrize("layer", layers.LAYERS, ids=lambda layer: layer.name)
def test_a_frame_has_the_columns_of_its_layer(layer, collection):
    """Typed, with a geometry in EPSG:4326."""
    found = collection.to_frame(layer.name)

    assert [*found.columns] == [*layer.names, "geometry"]
    assert [str(t) for t in found.dtypes[:-1]] == [DTYPES[c.type] for c in layer.columns]
    assert found.crs == "EPSG:4326"


def test_a_frame_of_incidents_has_points_and_gaps(collection):
    """A point where one may be drawn, else nothing: not an empty one."""
    found = collection.to_frame()

    assert (found.geometry.iloc[0].x, found.geometry.iloc[0].y) == (45.05, 40.05)
    assert found.geometry.isna().tolist() == [False, True]


@pytest.mark.parametrize("suffix", READERS)
@pytest.mark.parametrize("layer", layers.SPATIAL, ids=lambda layer: layer.name)
def test_a_layer_reads_back_equal(layer, suffix, collection, tmp_path):
    """Field by field, from each format that has types."""
    _held_equal(layer.name, suffix, collection, tmp_path)


@pytest.mark.parametrize("suffix", [".gpkg", ".parquet"])
@pytest.mark.parametrize("name", ["claims", "measures", "reports", "unplaced"])
def test_a_table_without_geometry_reads_back_equal(name, suffix, collection, tmp_path):
    """As a layer does."""
    _held_equal(name, suffix, collection, tmp_path)


def _held_equal(name, suffix, collection, folder):
    path = folder / f"{name}{suffix}"
    collection.write(path)
    arguments = (path, name) if suffix == ".gpkg" else (path,)

    _same(READERS[suffix](*arguments), collection.to_frame(name))


@pytest.mark.parametrize("suffix", READERS)
def test_an_empty_layer_reads_back_equal(suffix, run, tmp_path):
    """Types are kept where there is no row to see them on."""
    path = tmp_path / f"areas{suffix}"
    export.save(run, path)
    arguments = (path, "areas") if suffix == ".gpkg" else (path,)

    _same(READERS[suffix](*arguments), frame.to_frame(run, "areas"))


@pytest.mark.parametrize("suffix", READERS)
def test_the_demo_reads_back_equal(suffix, demo, tmp_path):
    """Real texts, real shapes."""
    demo.write(tmp_path / f"doubt{suffix}")
    path = tmp_path / f"doubt{suffix}"
    found = gi.from_gpkg(path, "doubt") if suffix == ".gpkg" else READERS[suffix](path)

    _same(found, demo.to_frame("doubt"))


def test_geopandas_reads_the_files_without_our_help(demo, tmp_path):
    """As any user would."""
    wanted = demo.to_frame()
    for suffix in READERS:
        demo.write(path := tmp_path / f"incidents{suffix}")
        found = _plainly(path)

        assert found.crs == wanted.crs
        assert found["id"].tolist() == wanted["id"].tolist()
        assert [*found.geometry.to_wkb()] == [*wanted.geometry.to_wkb()]


def _plainly(path):
    if path.suffix == ".parquet":
        return geopandas.read_parquet(path)
    return geopandas.read_file(path, layer="incidents")


@pytest.mark.parametrize("name", ["incidents", "depth_lines", "doubt"])
def test_explore_works_on_a_frame(name, demo):
    """With types as they are, on a map of geopandas."""
    pytest.importorskip("mapclassify", reason="the extra `explore`")
    page = demo.to_frame(name).explore(tiles=None).get_root().render()

    assert "leaflet" in page


def test_an_unknown_layer_is_an_error_that_names_the_known(collection):
    """No guess."""
    with pytest.raises(LayerError, match="'roads' is unknown, should be one of incidents, acc"):
        collection.to_frame("roads")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.geojson", b"{}"),
        ("a.geojson", b"[1"),
        ("a.geojson", b'{"features": [{"geometry": null, "properties": {"x": 1}}]}'),
        ("a.gpkg", b"SQLite format 3\0 and no more"),
        ("a.parquet", b"PAR1"),
    ],
)
def test_a_file_of_others_is_an_error(name, content, tmp_path):
    """It names the file."""
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(LayerError, match=name):
        READERS[path.suffix](path)


@pytest.mark.parametrize("suffix", READERS)
def test_a_missing_file_is_an_error(suffix, tmp_path):
    """As one that cannot be read."""
    with pytest.raises(LayerError, match="none"):
        READERS[suffix](tmp_path / f"none{suffix}")


def test_a_layer_of_others_in_a_geopackage_is_an_error(collection, tmp_path):
    """The table of styles has other columns."""
    collection.write(tmp_path / "a.gpkg")

    with pytest.raises(LayerError, match="is no layer of ours"):
        gi.from_gpkg(tmp_path / "a.gpkg", "layer_styles")
