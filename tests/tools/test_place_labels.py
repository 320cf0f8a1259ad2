"""Labels of districts stand in the middle of their areas."""

import csv
import json
import math
from pathlib import Path

import pytest
import shapely
from shapely.geometry import shape

PACK = Path(__file__).resolve().parents[2] / "gazetteer" / "south-caucasus"


@pytest.fixture(scope="module")
def tool(script):
    """Return the script as a module."""
    return script("place_labels")


def test_the_committed_rows_are_what_the_tool_writes(tool):
    """Labels follow areas."""
    assert tool.written(PACK) == (PACK / "places.csv").read_text("utf-8")


def test_every_label_lies_in_its_area():
    """Those of surveys too."""
    found = json.loads((PACK / "areas.geojson").read_text("utf-8"))["features"]
    areas = {f["properties"]["place_id"]: shape(f["geometry"]) for f in found}
    with (PACK / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    spots = {k: shapely.Point(float(rows[k]["lon"]), float(rows[k]["lat"])) for k in areas}

    assert [key for key, area in areas.items() if not area.contains(spots[key])] == []


def test_a_label_is_the_middle_and_its_size_a_circle(tool):
    """A tenth of a degree on the equator, 11 km wide: 6 km around its middle."""
    assert tool.label(shapely.box(20, -0.05, 20.1, 0.05)) == (pytest.approx(20.05), 0.0, 6000)


def test_a_bent_area_has_its_label_inside(tool):
    """The middle of a horseshoe lies outside."""
    shoe = shapely.box(0, 0, 3, 3).difference(shapely.box(1, 0, 2, 2.5))

    lon, lat, _ = tool.label(shoe)

    assert shoe.contains(shapely.Point(lon, lat))
    assert not math.isclose(lon, shoe.centroid.x)
