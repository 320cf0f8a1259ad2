"""Lakes, rivers and roads of our own: simple, and honest about it."""

import json
import math
from pathlib import Path

import pytest
import shapely
from pyproj import Geod
from shapely.geometry import shape

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "gazetteer" / "south-caucasus"
ELLIPSOID = Geod(ellps="WGS84")


@pytest.fixture(scope="module")
def tool(script):
    """Return the script that makes the features."""
    return script("build_features")


@pytest.fixture(scope="module")
def features():
    """Return the features of the committed file by place id."""
    found = json.loads((PACK / "features.geojson").read_text("utf-8"))["features"]
    return {f["properties"]["place_id"]: f for f in found}


def test_the_committed_file_is_what_the_tool_writes(tool):
    """The same pack gives the same bytes."""
    assert tool.written(PACK) == (PACK / "features.geojson").read_text("utf-8")


def test_what_is_not_a_survey_says_unchecked(features):
    """Only a river that is a border is as good as the border."""
    for feature in features.values():
        told = feature["properties"]
        assert told["checked"].startswith("unchecked") is (told["source"] != "osm")


def test_the_great_lake_is_as_large_as_published_and_none_of_its_villages_is_in_it(tool, features):
    """1,240 km2 within the villages on its shore."""
    lake = shape(features["lake-sevan"]["geometry"])
    spots = tool.positions(PACK)

    km2 = abs(ELLIPSOID.geometry_area_perimeter(lake)[0]) / 1e6

    assert km2 == pytest.approx(1240, rel=0.01)
    assert not any(lake.contains(shapely.Point(spot)) for spot in spots.values() if spot != spots[
        "lake-sevan"] and spot != spots["gegharkunik"])  # fmt: skip
    assert lake.contains(shapely.Point(spots["lake-sevan"]))


def test_a_border_river_runs_along_the_border(tool, features):
    """The one in the south parts four states from each other."""
    river = shape(features["araks"]["geometry"])
    ours = shapely.union_all([area.boundary for area in tool.countries(PACK).values()])

    assert river.geom_type in {"LineString", "MultiLineString"}
    assert river.hausdorff_distance(ours.intersection(river.buffer(0.001))) < 0.02
    assert ELLIPSOID.geometry_length(river) > 400_000


def test_a_circle_has_its_area(tool):
    """Two square kilometres around the middle of a lake."""
    made = tool.circle("tarn", {"km2": 2}, {"tarn": (45.0, 60.0)})

    km2 = abs(ELLIPSOID.geometry_area_perimeter(made.geometry)[0]) / 1e6

    assert km2 == pytest.approx(2, rel=0.02)
    assert "unchecked" in made.checked


def test_a_lake_is_drawn_in_from_its_shore(tool):
    """A square of villages, a degree wide, on the equator."""
    corners = {"a": (0.0, 0.0), "b": (1.0, 0.0), "c": (1.0, 1.0), "d": (0.0, 1.0)}
    half_m2 = (111_195.0 / 2) ** 2 * math.cos(math.radians(0.5))

    made = tool.shore("mere", {"places": list("abcd"), "km2": half_m2 / 1e6}, corners)

    assert made.geometry.centroid.coords[0] == pytest.approx((0.5, 0.5), abs=1e-6)
    assert made.geometry.area == pytest.approx(0.25, rel=0.001)


def test_a_road_goes_by_way_of_its_places(tool):
    """In their order."""
    made = tool.way("road", ["b", "a"], {"a": (1.0, 2.0), "b": (3.0, 4.0)})

    assert list(made.geometry.coords) == [(3.0, 4.0), (1.0, 2.0)]
    assert "straight between places" in made.checked
