"""Borders on a plane."""

import numpy as np
import pytest
import shapely

from geoincidents.geometry.geodesy import Plane
from geoincidents.model import Position
from geoincidents.shapes import borders, sides


def test_the_side_of_the_scene_is_on_the_left(land):
    """For Orm the line runs south, so that Orm is left of it."""
    told = land.account(by="OR", actor="LS", target="OR")
    scene = sides.scene(told, land.incident(told), land.gazetteer())

    frontier = borders.frontier(scene, Plane(centre=Position(46.0, 40.0)), 5000.0)

    assert (frontier.ways[:, 1] < 0).all()


def test_far_from_the_border_there_is_no_frontier(land):
    """Nothing within the radius is None."""
    told = land.account()
    scene = sides.scene(told, land.incident(told), land.gazetteer())

    assert borders.frontier(scene, Plane(centre=Position(45.5, 40.0)), 5000.0) is None


def test_no_border_at_all_is_a_bug_of_the_caller(land):
    """Without a side there is nothing to measure from; that is to be asked before."""
    told = land.account(actor=None, target=None)
    scene = sides.scene(told, land.incident(told), land.gazetteer())

    with pytest.raises(ValueError, match="no border for 'LS'"):
        borders.whole(scene)


@pytest.mark.parametrize("lat", [0.0, 60.0, -60.0, 85.0])
def test_a_box_holds_its_circle(land, lat):
    """At any latitude the circle's four ends lie in the box."""
    west, south, east, north = borders.around(Position(10.0, lat), 10_000.0)

    for azimuth in (0, 90, 180, 270):
        lon, there, _ = land.ellipsoid.fwd(10.0, lat, azimuth, 10_000.0)

        assert west <= lon <= east
        assert south <= there <= north


def test_a_line_is_cut_where_it_leaves_the_country():
    """Between two points in a country a chord may pass a corner of another one."""
    notched = shapely.Polygon([(0, 0), (100, 0), (100, 50), (60, 50), (50, 20), (40, 50), (0, 50)])
    line = np.array([(10.0, 40.0), (90.0, 40.0)])

    pieces = borders.inside_only([line], notched)

    assert [shapely.LineString(p).length for p in pieces] == pytest.approx([100 / 3, 100 / 3])
    assert all(notched.buffer(1e-6).covers(shapely.LineString(p)) for p in pieces)
    assert borders.inside_only([line], None)[0] is line
