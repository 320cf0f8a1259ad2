"""Borders on a plane."""

import pytest

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
