"""The files of a run: strict, typed for a second reader, and the same on every run."""

import csv
import io
import json

import pyogrio
import pytest

from geoincidents import export
from geoincidents.export import formats, layers
from geoincidents.quotes import QuoteMode

LAYERS = [f"{layer.name}.geojson" for layer in formats.GEOJSON]
ALL = {
    *LAYERS,
    *(name.replace(".geojson", ".qml") for name in LAYERS),
    *("claims.csv", "incidents.gpkg", "incidents.qgs", "LICENCES.txt", "manifest.json"),
}


def _strict(content):
    def refuse(word):
        raise AssertionError(word)

    return json.loads(content, parse_constant=refuse)


def test_every_file_is_written(run, tmp_path):
    """A page only where there is one."""
    written = export.write(run, tmp_path)

    assert {p.name for p in tmp_path.iterdir()} == ALL
    assert {*written.files} == ALL
    assert "map.html" in export.write(run, tmp_path, page="<p>").files


def test_the_same_run_writes_the_same_bytes(run, tmp_path):
    """Folder and order of writing leave no trace."""
    export.write(run, tmp_path / "a", page="<p>")
    export.write(run, tmp_path / "b", page="<p>")
    found = {p.name: p.read_bytes() for p in (tmp_path / "a").iterdir()}

    assert found == {p.name: p.read_bytes() for p in (tmp_path / "b").iterdir()}
    assert not any(str(tmp_path).encode() in content for content in found.values())


@pytest.mark.parametrize("name", LAYERS)
def test_every_feature_has_every_column(name, run):
    """The same keys in the same order, flat values, ids unique."""
    layer = _strict(export.contents(run)[name])
    keys = [*layers.BY_NAME[name.removesuffix(".geojson")].names]

    assert all([*f["properties"]] == keys for f in layer["features"])
    assert not any(
        isinstance(v, (list, dict)) for f in layer["features"] for v in f["properties"].values()
    )
    assert len({f["id"] for f in layer["features"]}) == len(layer["features"])


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_names_its_licence_and_credit(name, run):
    """What is drawn from the border is under the border's licence."""
    layer = _strict(export.contents(run)[name])
    points = {"incidents.geojson", "accounts.geojson"}

    assert layer["licence"] == ("CC-BY-4.0" if name in points else "ODbL-1.0")
    assert layer["credit"] == "names: invented; (c) surveyors of Lisk"
    assert layer["border_version"] == "invented line, v1, 2023-01-01, within 150 m"


def test_an_incident_is_one_point_and_an_unplaced_account_has_none(run):
    """The denial without a place is in the file, without geometry."""
    found = export.contents(run)
    incidents = _strict(found["incidents.geojson"])["features"]
    accounts = _strict(found["accounts.geojson"])["features"]

    assert [f["geometry"]["coordinates"] for f in incidents] == [[45.05, 40.05]]
    assert [f["geometry"] and f["geometry"]["type"] for f in accounts] == ["Point", None]
    assert accounts[1]["properties"]["unplaced_reason"] == "no place given"


def test_a_second_reader_sees_typed_columns(run, tmp_path):
    """GDAL reads dates as dates, counts as integers, depths as reals."""
    export.write(run, tmp_path)
    info = pyogrio.read_info(tmp_path / "accounts.geojson")
    types = dict(zip(info["fields"], info["dtypes"], strict=True))

    assert info["geometry_type"] == "Point"
    assert types["date_start"].startswith("datetime64")
    assert types["where_prec"].startswith("int")
    assert types["troops_low"].startswith("int")
    assert types["depth_m_low"] == "float64"


@pytest.mark.parametrize(
    ("name", "kind"), [("depth_lines.geojson", "LineString"), ("doubt.geojson", "Polygon")]
)
def test_a_second_reader_sees_one_geometry_type_a_file(name, kind, run, tmp_path):
    """No layer has to be split."""
    export.write(run, tmp_path)
    info = pyogrio.read_info(tmp_path / name)

    assert (info["geometry_type"], info["crs"], info["features"]) == (kind, "EPSG:4326", 1)


def test_the_table_holds_every_claim(run):
    """With the clause, its place in the text and the hash of that text."""
    content = export.contents(run)["claims.csv"].decode()
    first, second = csv.DictReader(io.StringIO(content, newline=""))

    assert (first["claim_id"], first["speaker"], first["stance"]) == ("c1", "Lisk", "asserts")
    assert first["spans"] == "0-80"
    assert first["measures"] == 'troops 40 "40 soldiers"; depth 3218.7 m "2 miles"'
    assert (second["speaker"], second["stance"], second["places"]) == ("Orvia", "denies", "")


def test_a_private_copy_says_so_in_its_files(run):
    """Whole sentences are not for publication."""
    private = export.contents(run, quotes="full")
    public = export.contents(run, quotes=QuoteMode.CLAUSE)

    assert "private" in _strict(private["incidents.geojson"])
    assert b"Private working copy" in private["LICENCES.txt"]
    assert "private" not in _strict(public["incidents.geojson"])
    assert b"Private" not in public["LICENCES.txt"]


def test_no_quotes_means_none(run):
    """The column stays, empty."""
    layer = _strict(export.contents(run, quotes="none")["incidents.geojson"])

    assert layer["features"][0]["properties"]["words"] is None


def test_the_licences_name_every_file(run):
    """Each under what it may be used for."""
    text = export.contents(run, page="<p>")["LICENCES.txt"].decode()

    assert all(name in text for name in (*LAYERS, "claims.csv", "incidents.gpkg", "map.html"))
    assert "(c) surveyors of Lisk" in text
