"""RFC 7946, clause by clause, over every GeoJSON file of the demo and of an invented run."""

import itertools
import json
import math

import pytest

from geoincidents import export
from geoincidents.export import formats

NAMES = [f"{layer.name}.geojson" for layer in (*formats.GEOJSON, formats.layers.BY_NAME["border"])]
KINDS = {"Point": 0, "LineString": 1, "Polygon": 2, "MultiLineString": 2, "MultiPolygon": 3}
DEFINED = {"coordinates", "geometry", "geometries", "properties", "features"}


@pytest.fixture(params=["demo", "rich"])
def source(request):
    """Return what the files of a run are written from."""
    return export.source_of(request.getfixturevalue(request.param))


@pytest.fixture(params=NAMES)
def content(source, request):
    """Return one file."""
    return b"".join(formats.written(source, request.param))


@pytest.fixture
def layer(content):
    """Return one file, parsed; a name that stands twice or NaN is refused (4., 7.)."""

    def unique(pairs):
        assert len({name for name, _ in pairs}) == len(pairs)
        return dict(pairs)

    def refuse(word):
        raise AssertionError(word)

    return json.loads(content, object_pairs_hook=unique, parse_constant=refuse)


def _positions(coordinates, depth):
    if depth == 0:
        yield coordinates
        return
    for part in coordinates:
        yield from _positions(part, depth - 1)


def _geometries(layer):
    return [f["geometry"] for f in layer["features"] if f["geometry"] is not None]


def _rings(layer):
    for geometry in _geometries(layer):
        polygons = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}
        for polygon in polygons.get(geometry["type"], []):
            yield from enumerate(polygon)


def test_text_is_utf_8_without_a_mark(content):
    """RFC 7946, 4 and 11; RFC 8259, 8.1."""
    assert content.decode("utf-8")[0] == "{"


def test_a_file_is_one_feature_collection(layer):
    """3.3: `features` is an array of features, members of other kinds are not among them."""
    assert layer["type"] == "FeatureCollection"
    assert all(f["type"] == "Feature" for f in layer["features"])


def test_a_feature_has_id_geometry_and_properties(layer):
    """3.2: an id is a string or number, a geometry an object or null, properties an object."""
    for feature in layer["features"]:
        assert {*feature} == {"type", "id", "geometry", "properties"}
        assert isinstance(feature["id"], str)
        assert isinstance(feature["properties"], dict)


def test_a_geometry_has_type_and_coordinates_of_its_depth(layer):
    """3.1: one of the types of the RFC, none of several kinds, none of nothing."""
    for geometry in _geometries(layer):
        assert {*geometry} == {"type", "coordinates"}
        for position in _positions(geometry["coordinates"], KINDS[geometry["type"]]):
            assert len(position) == 2
            assert all(isinstance(n, (int, float)) and math.isfinite(n) for n in position)


def test_a_position_is_longitude_then_latitude_in_wgs_84(layer):
    """3.1.1 and 4: degrees, within the world; no other reference system is named."""
    for geometry in _geometries(layer):
        for lon, lat in _positions(geometry["coordinates"], KINDS[geometry["type"]]):
            assert -180 <= lon <= 180
            assert -90 <= lat <= 90
    assert "crs" not in layer


def test_a_line_has_two_positions_at_least(layer):
    """3.1.4."""
    for geometry in _geometries(layer):
        if geometry["type"] == "LineString":
            assert len(geometry["coordinates"]) >= 2


def test_a_ring_is_closed_and_follows_the_right_hand(layer):
    """3.1.6: four positions, the last the first; outer rings counterclockwise, holes not."""
    for number, ring in _rings(layer):
        lon0, lat0 = ring[0]
        flat = [(lon - lon0, lat - lat0) for lon, lat in ring]
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(flat))

        assert len(ring) >= 4
        assert ring[0] == ring[-1]
        assert (area > 0) is (number == 0)


def test_nothing_crosses_the_antimeridian(layer):
    """3.1.9: no step is longer than half the world."""
    for geometry in _geometries(layer):
        depth = KINDS[geometry["type"]]
        if depth:
            for line in _positions(geometry["coordinates"], depth - 1):
                assert all(abs(a[0] - b[0]) <= 180 for a, b in itertools.pairwise(line))


def test_the_bounding_box_is_west_south_east_north(layer):
    """5: of all positions, and only where there is one."""
    found = [p for g in _geometries(layer) for p in _positions(g["coordinates"], KINDS[g["type"]])]
    lons, lats = [p[0] for p in found], [p[1] for p in found]
    box = [min(lons), min(lats), max(lons), max(lats)] if found else None

    assert layer.get("bbox") == box


def test_foreign_members_have_no_name_that_the_rfc_defines(layer):
    """6.1 and 7.1: a collection has no geometry, a feature no features."""
    assert not {*layer} & (DEFINED - {"features"})
    assert not any({*f} & {"coordinates", "geometries", "features"} for f in layer["features"])
    assert {"licence", "credit", "generator", "pack", "border_version"} <= {*layer}


def test_coordinates_have_seven_decimals_at_most(layer):
    """11.2: more says nothing but takes room."""
    for geometry in _geometries(layer):
        for position in _positions(geometry["coordinates"], KINDS[geometry["type"]]):
            assert [round(n, 7) for n in position] == position
