"""The local plane against the ellipsoid."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod, Transformer

from geoincidents.geometry import geodesy
from geoincidents.geometry.geodesy import Plane
from geoincidents.model import Geometry, Position

ELLIPSOID = Geod(ellps="WGS84")
places = st.builds(
    Position,
    st.floats(-180, 180, allow_nan=False),
    st.floats(-75, 75, allow_nan=False),
)


@given(places, st.floats(-3, 3), st.floats(-3, 3))
def test_a_point_comes_back_from_the_plane(centre, east, north):
    """Degrees to metres to degrees moves a point by less than a millimetre."""
    there = Position(centre.lon + east, centre.lat + north)
    plane = Plane(centre=centre)

    back = plane.position(*plane.point(there))

    assert ELLIPSOID.inv(*there, *back)[2] < 1e-3


@pytest.mark.parametrize("lat", [-60.0, 0.0, 39.6, 70.0])
def test_the_plane_is_the_transverse_mercator_of_proj(lat):
    """Our numpy projection and PROJ's agree to a tenth of a millimetre."""
    centre = Position(46.2, lat)
    proj = Transformer.from_crs(
        "EPSG:4326", f"+proj=tmerc +lon_0={centre.lon} +ellps=WGS84", always_xy=True
    )
    degrees = np.array([(46.2 + d, lat + e) for d in (-4, -1, 0, 2) for e in (-2, 0, 3)])

    ours = Plane(centre=centre).to_metres(degrees)

    assert np.abs(ours - np.column_stack(proj.transform(*degrees.T))).max() < 1e-4


@given(places, st.floats(0, 360), st.floats(1, 90_000))
def test_distances_from_the_centre_are_true(centre, azimuth, distance_m):
    """Within 90 km of its centre the plane is true to 0.01 %."""
    lon, lat, _ = ELLIPSOID.fwd(*centre, azimuth, distance_m)
    plane = Plane(centre=centre)

    flat = np.hypot(*(np.array(plane.point(Position(lon, lat))) - np.array(plane.point(centre))))

    assert flat == pytest.approx(distance_m, rel=1e-4, abs=1e-3)


def test_the_plane_crosses_the_date_line():
    """Either side of 180 degrees lies on one plane."""
    plane = Plane(centre=Position(179.99, 50.0))

    east, _ = plane.point(Position(-179.99, 50.0))

    assert east == pytest.approx(ELLIPSOID.inv(179.99, 50, -179.99, 50)[2], rel=1e-4)


def test_a_distance_is_that_of_the_ellipsoid():
    """Two ways to measure a geodesic agree."""
    start, end = Position(46.0, 39.0), Position(45.2, 40.5)

    assert geodesy.distance_m(start, end) == pytest.approx(ELLIPSOID.inv(*start, *end)[2], abs=0.01)


def test_length_and_area_are_those_of_the_ellipsoid():
    """A square of a hundredth of a degree at the equator has its known sides and area."""
    ring = ((0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.0, 0.01), (0.0, 0.0))

    side_m = geodesy.length_m(Geometry(type="LineString", coordinates=ring[:2]))
    area_m2 = geodesy.area_m2(Geometry(type="Polygon", coordinates=(ring[::-1],)))

    assert side_m == pytest.approx(1113.195, abs=0.001)
    assert area_m2 == pytest.approx(1113.195 * 1105.743, rel=1e-5)


def test_the_plane_needs_neither_pyproj_nor_geopy():
    """The two libraries are loaded only by what measures with them."""
    code = (
        "import sys; from geoincidents.geometry.geodesy import Plane;"
        "from geoincidents.model import Position as P; Plane(centre=P(1, 2)).point(P(1, 2));"
        "sys.exit(bool({'pyproj', 'geopy', 'shapely'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
