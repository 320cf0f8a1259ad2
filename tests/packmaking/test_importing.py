"""Areas of a user's own file."""

import csv
import json

import geopandas
import pytest

from geoincidents import gazetteer, packmaking
from geoincidents.errors import MakingError
from geoincidents.geography import PlaceKind

PACK = """\
id = "arland"
title = "Arland"
version = "1"
licence = "CC0-1.0"
credit = "nobody"
countries = ["AA"]

[[sources]]
id = "invented"
title = "Invented"
licence = "CC0-1.0"

[border]
source = "invented"
version = "1"
date = "2024"
accuracy_m = 100
licence = "CC0-1.0"
credit = "nobody"
"""
PLACES = """\
id,name,kind,country,admin,lat,lon,size_m,source,licence,checked
arland,Arland,country,AA,,50.5,10.5,50000,invented,CC0-1.0,yes
senn,Senn Province,province,AA,,50.2,10.2,9000,invented,CC0-1.0,derived
lisk,Lisk,town,AA,senn,50.25,10.25,900,invented,CC0-1.0,yes
omen,Omen,village,AA,senn,50.8,10.8,900,invented,CC0-1.0,yes
"""
NAMES = "place_id,text,language,script,side,period,source\n"
PARTY = '[[party]]\nid = "arland"\nname = "Arland"\nkind = "state"\ncountry = "AA"\n'


def square(west, south, size=0.4):
    """Return a ring in degrees."""
    east, north = west + size, south + size
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def collection(*areas):
    """Return GeoJSON of named squares."""
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "properties": {"shapeName": name},
                    "geometry": {"type": "Polygon", "coordinates": [ring]},
                }
                for name, ring in areas
            ],
        }
    )


@pytest.fixture
def pack(tmp_path):
    """Return the folder of an invented pack of one country."""
    folder = tmp_path / "arland"
    folder.mkdir()
    outline = {
        "type": "Feature",
        "properties": {"kind": "outline", "country": "AA"},
        "geometry": {"type": "Polygon", "coordinates": [square(10.0, 50.0, 1.0)]},
    }
    files = {
        "pack.toml": PACK,
        "places.csv": PLACES,
        "names.csv": NAMES,
        "parties.toml": PARTY,
        "borders.geojson": json.dumps({"type": "FeatureCollection", "features": [outline]}),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert gazetteer.faults(folder) == ()
    return folder


@pytest.fixture
def add(pack, tmp_path):
    """Return a function that imports named squares as districts."""

    def add_(*areas, **more):
        file = tmp_path / "areas.geojson"
        file.write_text(collection(*areas), encoding="utf-8")
        facts = {"source": "Own Survey 2024", "licence": "CC0-1.0", "kind": PlaceKind.DISTRICT}
        return packmaking.import_areas(file, pack, **{**facts, **more})

    return add_


def _rows(pack):
    lines = (pack / "places.csv").read_text("utf-8").splitlines()
    return {row["id"]: row for row in csv.DictReader(lines)}


def test_an_area_becomes_a_place_with_its_source(add, pack):
    """In the country whose outline holds it, inside itself, with the size of its ground."""
    told = add(("Dray", square(10.1, 50.1)))
    row = _rows(pack)["dray-district"]

    assert told.new == ("Dray",)
    assert (row["kind"], row["country"]) == ("district", "AA")
    assert (row["source"], row["licence"]) == ("own-survey-2024", "CC0-1.0")
    assert 10.1 < float(row["lon"]) < 10.5
    assert int(row["size_m"]) == pytest.approx(20_000, rel=0.1)
    assert gazetteer.faults(pack) == ()


def test_a_run_knows_the_area(add, pack):
    """`areas.geojson` holds its polygon."""
    add(("Dray", square(10.1, 50.1)))
    known = gazetteer.load([pack])

    assert known.areas["dray-district"].type == "MultiPolygon"


def test_settlements_inside_get_the_area_into_their_path(add, pack):
    """The smallest first; those outside stay as they are."""
    told = add(("Dray", square(10.1, 50.1)))
    rows = _rows(pack)

    assert told.settled == 1
    assert rows["lisk"]["admin"] == "dray-district;senn"
    assert rows["omen"]["admin"] == "senn"


def test_an_area_of_a_known_name_goes_to_that_place(add, pack):
    """The derived point gives way; names and id stay."""
    told = add(("Senn", square(10.1, 50.1)), kind=PlaceKind.PROVINCE)
    row = _rows(pack)["senn"]

    assert (told.new, told.known) == ((), ("Senn",))
    assert row["name"] == "Senn Province"
    assert row["checked"] == "inside the imported area"


def test_importing_twice_changes_nothing(add, pack):
    """The same file gives the same pack."""
    add(("Dray", square(10.1, 50.1)))
    first = {p.name: p.read_bytes() for p in pack.iterdir()}
    add(("Dray", square(10.1, 50.1)))

    assert {p.name: p.read_bytes() for p in pack.iterdir()} == first


def test_what_lies_outside_or_has_no_name_is_left_out_by_name(add):
    """Told, with the reason; the rest goes in."""
    told = add(("Far", square(40.0, 10.0)), ("", square(10.1, 50.1)), ("Dray", square(10.5, 50.5)))

    assert told.new == ("Dray",)
    assert [words.split(":")[0] for words in told.left_out] == ["Far", "an area without a name"]


def test_a_geopackage_in_metres_is_read(pack, tmp_path):
    """The file says its system; the pack gets degrees."""
    file = tmp_path / "areas.gpkg"
    (tmp_path / "a.geojson").write_text(collection(("Dray", square(10.1, 50.1))), encoding="utf-8")
    geopandas.read_file(tmp_path / "a.geojson").to_crs("EPSG:3857").to_file(file, driver="GPKG")

    packmaking.import_areas(file, pack, source="Own", licence="CC0-1.0", kind=PlaceKind.DISTRICT)

    assert _rows(pack)["lisk"]["admin"] == "dray-district;senn"


def test_a_file_without_a_column_of_names_is_refused(pack, tmp_path):
    """The message lists the columns there are."""
    file = tmp_path / "a.geojson"
    text = collection(("Dray", square(10.1, 50.1))).replace("shapeName", "label")
    file.write_text(text, encoding="utf-8")

    with pytest.raises(MakingError, match=r"--name-column \(label\)"):
        packmaking.import_areas(
            file, pack, source="Own", licence="CC0-1.0", kind=PlaceKind.DISTRICT
        )


def test_a_file_that_is_none_is_told_in_words(pack, tmp_path):
    """No traceback of GDAL's."""
    file = tmp_path / "a.geojson"
    file.write_text("not geography", encoding="utf-8")

    with pytest.raises(MakingError, match="cannot be read as GeoJSON or GeoPackage"):
        packmaking.import_areas(
            file, pack, source="Own", licence="CC0-1.0", kind=PlaceKind.DISTRICT
        )
