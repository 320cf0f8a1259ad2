"""The GeoPackage: by the standard, typed, styled, related, the same bytes on every run."""

import json
import shutil
import sqlite3
import subprocess
from contextlib import closing

import pyogrio
import pytest

from geoincidents import export
from geoincidents.errors import OutputError
from geoincidents.export import layers


@pytest.fixture
def file(rich, tmp_path):
    """Return the file of a run in which every column has a value."""
    path = tmp_path / "incidents.gpkg"
    export.save(rich, path)
    return path


@pytest.fixture
def base(file):
    """Return the open file."""
    with closing(sqlite3.connect(file)) as found:
        yield found


def test_the_header_says_geopackage_1_2(file):
    """Application id and version, where readers look; no version of the writer's library."""
    head = file.read_bytes()[:100]

    assert head[68:72] == b"GPKG"
    assert int.from_bytes(head[60:64]) == 10200
    assert int.from_bytes(head[96:100]) == 3_040_000


def test_the_same_run_gives_the_same_bytes(rich, file, tmp_path):
    """No clock and no chance; written over an older file as well."""
    again = tmp_path / "again.gpkg"
    again.write_bytes(b"older")
    export.save(rich, again)

    assert again.read_bytes() == file.read_bytes()
    assert export.contents(rich)["incidents.gpkg"] == export.contents(rich)["incidents.gpkg"]


def test_the_file_is_sound_and_every_reference_is_met(base):
    """SQLite's own checks find nothing."""
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_file_in_a_folder_holds_the_same_as_one_by_itself(rich, file):
    """Both ways of writing give the same tables."""
    with closing(sqlite3.connect(":memory:")) as other, closing(sqlite3.connect(file)) as own:
        other.deserialize(export.contents(rich)["incidents.gpkg"])

        assert [*other.iterdump()] == [*own.iterdump()]


@pytest.mark.parametrize("layer", layers.LAYERS, ids=lambda layer: layer.name)
def test_a_second_reader_sees_typed_columns(layer, file):
    """GDAL reads days as days, counts as integers, metres as reals, yes or no as such."""
    info = pyogrio.read_info(file, layer=layer.name)
    known = {"text": "object", "integer": "int64", "number": "float64", "boolean": "bool"}
    wanted = [known.get(column.type, "datetime64[D]") for column in layer.columns]

    assert (*info["fields"],) == layer.names
    assert [*info["dtypes"]] == wanted
    assert info["geometry_type"] == (layer.geometry or None)
    assert info["crs"] == ("EPSG:4326" if layer.geometry else None)


def test_a_row_without_a_point_is_in_its_layer_all_the_same(base):
    """Null, not a point at zero, and not in the index."""
    rows = dict(base.execute("SELECT id, geom IS NULL FROM incidents"))
    indexed = base.execute("SELECT count(*) FROM rtree_incidents_geom").fetchone()

    assert rows == {"bcdfgh": 0, "ghjkmn": 1}
    assert indexed == (1,)
    assert base.execute("SELECT incident_id FROM unplaced").fetchall() == [("ghjkmn",)]


def test_the_index_holds_each_box(base):
    """West, east, south, north of a shape, as the index rounds them."""
    found = base.execute("SELECT minx, maxx, miny, maxy FROM rtree_areas_geom").fetchone()

    assert found == pytest.approx((45.0, 45.1, 40.0, 40.1), abs=1e-5)


def test_every_layer_names_its_licence_and_credit(base):
    """In the metadata that the standard has for it."""
    rows = base.execute(
        "SELECT table_name, metadata FROM gpkg_metadata_reference "
        "JOIN gpkg_metadata ON md_file_id = id"
    )
    told = {name: json.loads(text) for name, text in rows}

    assert {*told} == {layer.name for layer in layers.LAYERS}
    assert told["incidents"]["licence"] == "CC-BY-4.0"
    assert told["border"]["licence"] == "ODbL-1.0"
    assert told["areas"]["credit"] == "names: invented; (c) surveyors of Lisk"


def test_every_column_has_its_meaning_in_the_file(base):
    """From the one table of columns, its unit behind it."""
    rows = base.execute("SELECT table_name, column_name, description FROM gpkg_data_columns")
    told = {(table, column): words for table, column, words in rows}

    assert len(told) == sum(len(layer.columns) for layer in layers.LAYERS)
    assert told["areas", "area_m2_high"] == "Area that it draws, upper bound (m2)"


def test_every_layer_has_one_default_style(base):
    """Where QGIS looks for it."""
    rows = base.execute("SELECT f_table_name, f_geometry_column, useAsDefault FROM layer_styles")
    wanted = [(layer.name, "geom" if layer.geometry else "", 1) for layer in layers.LAYERS]

    assert rows.fetchall() == wanted


def test_gdal_reads_all_of_it_without_a_warning(file):
    """The one of the system, older than that of our own libraries."""
    command = shutil.which("ogrinfo")
    if command is None:
        pytest.skip("no ogrinfo")
    run = subprocess.run(
        [command, "-al", "-ro", "-mdd", "all", file], capture_output=True, text=True, check=False
    )

    assert (run.returncode, run.stderr) == (0, "")
    assert "Warning" not in run.stdout
    assert f"Layer name: {layers.LAYERS[-1].name}" in run.stdout


def test_an_editor_that_adds_a_row_keeps_index_and_count(base):
    """The triggers of the standard; the functions are the editor's."""
    for name, value in (("ST_MinX", 1), ("ST_MaxX", 2), ("ST_MinY", 3), ("ST_MaxY", 4)):
        base.create_function(name, 1, lambda _, value=value: value)
    base.create_function("ST_IsEmpty", 1, lambda _: 0)
    base.execute("INSERT INTO areas (id, geom) VALUES ('new', x'00')")
    counted = "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'areas'"
    indexed = "SELECT minx, maxx, miny, maxy FROM rtree_areas_geom WHERE id = 2"

    assert base.execute(indexed).fetchone() == (1, 2, 3, 4)
    assert base.execute(counted).fetchone() == (2,)
    base.execute("DELETE FROM areas WHERE id = 'new'")
    assert base.execute(indexed).fetchone() is None
    assert base.execute(counted).fetchone() == (1,)


def test_a_failed_write_leaves_the_older_file(rich, tmp_path, monkeypatch):
    """Nothing of the new one stays either."""
    path = tmp_path / "incidents.gpkg"
    path.write_bytes(b"older")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(OutputError, match="No space left"):
        export.save(rich, path)

    assert [p.name for p in tmp_path.iterdir()] == ["incidents.gpkg"]
    assert path.read_bytes() == b"older"


def test_a_folder_that_takes_no_file_is_named(rich, tmp_path):
    """The database's own fault becomes one that a user can mend."""
    with pytest.raises(OutputError, match="nowhere"):
        export.save(rich, tmp_path / "nowhere" / "incidents.gpkg")
