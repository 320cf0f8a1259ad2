"""Whether a border passes through a place, in plain arithmetic."""

import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from geoincidents.gazetteer.straddling import Sides
from geoincidents.geography import BorderLine
from geoincidents.model import Geometry, Position

BEND = ((44.0, 40.0), (44.3, 40.4), (44.9, 40.3), (45.0, 40.9))
GEOD = Geod(ellps="WGS84")


def sides(accuracy_m=0.0):
    """Return the sides of one bent line."""
    geometry = Geometry(type="LineString", coordinates=BEND)
    line = BorderLine(
        id="x", a="lisk", b="orm", section="", exclave="", accuracy_m=accuracy_m, geometry=geometry
    )
    return Sides([line])


def distance_m(position):
    """Return the distance to the line on the ellipsoid, by way of its nearest point."""
    scale = math.cos(math.radians(position.lat))
    flat = shapely.LineString([(lon * scale, lat) for lon, lat in BEND])
    at = flat.interpolate(flat.project(shapely.Point(position.lon * scale, position.lat)))
    return GEOD.inv(position.lon, position.lat, at.x / scale, at.y)[2]


@given(
    lon=st.floats(43.7, 45.3),
    lat=st.floats(39.7, 41.2),
    reach_m=st.floats(50, 60_000),
)
def test_a_line_is_near_when_its_distance_is_within_reach(lon, lat, reach_m):
    """The grid and the flat arithmetic agree with the ellipsoid within 1 %."""
    position = Position(lon, lat)
    true_m = distance_m(position)

    found = bool(sides().near(position, reach_m))

    if abs(true_m - reach_m) > 0.01 * reach_m + 1:
        assert found == (true_m < reach_m)


def test_the_accuracy_of_the_line_widens_the_reach():
    """A line good to 150 m may lie 150 m nearer than it is drawn."""
    position = Position(44.15, 40.0)
    short_m = distance_m(position) - 100

    assert not sides().near(position, short_m)
    assert sides(accuracy_m=150).near(position, short_m)


@pytest.mark.parametrize("reach_m", [10.0, 5e6], ids=["narrow", "as wide as a continent"])
def test_a_vertex_is_on_the_line(reach_m):
    """Small and huge places are measured alike."""
    assert sides().near(Position(*BEND[1]), reach_m)
