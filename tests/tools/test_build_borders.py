"""The border and the outlines of the pack are what the package of zones gives."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
import shapely
from pyproj import Geod
from shapely.geometry import LineString, shape

from geoincidents import gazetteer

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "gazetteer" / "south-caucasus"
REFERENCE = ROOT.parent / "shared" / "reference"


@pytest.fixture(scope="module")
def tool(script):
    """Return the script as a module."""
    pytest.importorskip("tzfpy", reason="tzfpy is not installed")
    return script("build_borders")


@pytest.fixture(scope="module")
def features():
    """Return the features of the committed file, by id or country."""
    found = json.loads((PACK / "borders.geojson").read_text("utf-8"))["features"]
    return {f["properties"].get("id") or f["properties"]["country"]: f for f in found}


@pytest.fixture(scope="module")
def area(features):
    """Return the outlines as areas, by country."""
    outlines = {k: f for k, f in features.items() if f["properties"].get("kind") == "outline"}
    return {country: shape(f["geometry"]) for country, f in outlines.items()}


@pytest.fixture(scope="module")
def lines(features):
    """Return the border lines, by id."""
    found = {k: f for k, f in features.items() if "a" in f["properties"]}
    return {k: LineString(f["geometry"]["coordinates"]) for k, f in found.items()}


def test_the_committed_file_is_what_the_tool_writes(tool):
    """The same package gives the same bytes."""
    committed = (PACK / "borders.geojson").read_text("utf-8")
    version = tool.plan(PACK)
    if f"OpenStreetMap {tool.tzfpy.data_version()}," not in committed:
        pytest.skip("another version of tzfpy's data is installed")

    assert tool.written(version) == committed


def test_the_file_is_small_and_its_numbers_short():
    """Under 1.5 MB, six decimals at most."""
    text = (PACK / "borders.geojson").read_text("utf-8")

    assert len(text) < 1_500_000
    assert max(len(n.partition(".")[2]) for n in text.replace("]", ",").split(",")) <= 6


def test_there_are_two_sections_and_four_exclaves(features):
    """Every piece of the border is named."""
    pieces = [f["properties"] for f in features.values() if "a" in f["properties"]]

    assert sorted(p["exclave"] for p in pieces if p["exclave"]) == [
        "Artsvashen",
        "Barkhudarli and Sofulu",
        "Kerki",
        "Yukhari Askipara",
    ]
    assert sorted(p["section"] for p in pieces if p["section"]) == [
        "Nakhchivan section",
        "eastern section",
    ]


def test_a_lies_on_the_left_along_the_whole_border(lines, area):
    """Ten metres left of the middle of every side is the first state, ten right the second."""
    for line in lines.values():
        for start, end in pairwise(line.coords):
            middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
            step = 1e-4 / max(LineString([start, end]).length, 1e-9)
            aside = (-(end[1] - start[1]) * step, (end[0] - start[0]) * step)
            left = shapely.Point(middle[0] + aside[0], middle[1] + aside[1])
            right = shapely.Point(middle[0] - aside[0], middle[1] - aside[1])
            if min(left.distance(other) for other in lines.values()) > 5e-5:
                assert area["AM"].contains(left)
                assert area["AZ"].contains(right)


def test_the_outlines_share_the_vertices_of_the_border(lines, area):
    """Nothing lies between the two states, and no vertex of the line is off an outline."""
    on = {
        country: set(shapely.get_coordinates(a).view(complex).ravel())
        for country, a in area.items()
    }

    for line in lines.values():
        vertices = {complex(lon, lat) for lon, lat in line.coords}
        assert vertices <= on["AM"]
        assert vertices <= on["AZ"]


@pytest.mark.parametrize(
    ("lon", "lat"),
    [(50.5, 40.0), (50.0, 39.2), (49.3, 38.5), (49.6, 41.2)],
    ids=["off the cape", "off the delta", "off the southern coast", "off the northern coast"],
)
def test_the_sea_is_no_land(area, lon, lat):
    """Time zones hold territorial waters, outlines do not."""
    assert not any(a.contains(shapely.Point(lon, lat)) for a in area.values())


def test_the_land_area_is_what_the_state_says(area):
    """86,600 km2 by the statistical office, 29,743 km2 by the other's; within 1 %."""
    ellipsoid = Geod(ellps="WGS84")
    km2 = {c: abs(ellipsoid.geometry_area_perimeter(area[c])[0]) / 1e6 for c in ("AM", "AZ")}

    assert km2["AZ"] == pytest.approx(86_600, rel=0.01)
    assert km2["AM"] == pytest.approx(29_743, rel=0.01)


@pytest.mark.parametrize(
    ("exclave", "km2"),
    [
        ("exclave-kerki", 8.3),
        ("exclave-yukhari-askipara", 25.3),
        ("exclave-barkhudarli-sofulu", 10.1),
        ("exclave-artsvashen", 37.8),
    ],
)
def test_an_exclave_is_as_large_as_surveyed(lines, exclave, km2):
    """Within 3 % of an independent survey."""
    ring = shapely.Polygon(lines[exclave].coords)

    found = abs(Geod(ellps="WGS84").geometry_area_perimeter(ring)[0]) / 1e6

    assert found == pytest.approx(km2, rel=0.03)


@pytest.mark.slow
def test_the_committed_sea_is_what_the_tool_writes(tool):
    """The same package gives the same bytes."""
    package = ROOT / "node_modules" / "world-atlas"
    if not package.is_dir():
        pytest.skip("npm install --no-save world-atlas@2.0.2")

    assert tool.sea(package, tool.plan(PACK)) == (PACK / "sea.geojson").read_text("utf-8")


def test_land_is_read_from_arcs_that_areas_share(tool, tmp_path):
    """TopoJSON: steps from vertex to vertex, scaled; ~0 is arc 0 turned round."""
    table = {
        "transform": {"scale": [0.5, 0.5], "translate": [10, 20]},
        "arcs": [[[0, 0], [0, 4]], [[0, 4], [4, 0], [0, -4], [-4, 0]], [[0, 4], [-2, -2], [2, -2]]],
        "objects": {"land": {"geometries": [{"arcs": [[[0, 1]], [[~0, ~2]], [[0, ~0]]]}]}},
    }
    (tmp_path / tool.LAND).write_text(json.dumps(table), "utf-8")

    land = tool.land(tmp_path)

    square, triangle = shapely.box(10, 20, 12, 22), shapely.Polygon([(10, 20), (10, 22), (9, 21)])
    assert land.equals(shapely.union(square, triangle))


def test_the_outlines_are_sound(area):
    """Valid areas that do not overlap by more than the rounding of their numbers."""
    assert all(a.is_valid for a in area.values())
    assert area["AM"].intersection(area["AZ"]).area < 1e-9


def test_the_pack_has_no_fault():
    """All rules are looked at here, since a run trusts the packs that ship."""
    assert gazetteer.faults(PACK) == ()


def test_the_line_is_that_of_a_second_survey(lines):
    """Median under 60 m, p95 under 250 m, worst under 1.2 km from an independent line."""
    path = REFERENCE / "ae_border_line.geojson"
    if not path.is_file():
        pytest.skip("no ../shared")
    other = [shape(f["geometry"]) for f in json.loads(path.read_text("utf-8"))["features"]]
    flat = shapely.transform(shapely.union_all(other), _metres)
    ours = shapely.transform(shapely.union_all(list(lines.values())), _metres)

    far = sorted(
        shapely.Point(p).distance(flat) for p in shapely.get_coordinates(ours.segmentize(500))
    )

    assert far[len(far) // 2] < 60
    assert far[int(len(far) * 0.95)] < 250
    assert far[-1] < 1200


def _metres(lonlat):
    """Return lon/lat as metres of a flat world around 40.1 N: 1 % off at most here."""
    return lonlat * (111_195 * 0.765, 111_195)
