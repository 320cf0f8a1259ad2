"""Areas that share vertices: their border, their overlap, their pieces."""

import pytest

from geoincidents.geometry import zones
from geoincidents.model import Geometry

LEFT = zones.polygon([(0, 0), (2, 0), (2, 1), (2, 2), (0, 2)])
RIGHT = zones.polygon([(2, 0), (4, 0), (4, 2), (2, 2), (2, 1)])
NOTHING = zones.united([])


def test_the_border_has_the_first_area_on_its_left():
    """Northward with the west on the left, southward the other way round."""
    (line,) = zones.border(LEFT, RIGHT, NOTHING)
    (back,) = zones.border(RIGHT, LEFT, NOTHING)

    assert line.coordinates == ((2.0, 0.0), (2.0, 1.0), (2.0, 2.0))
    assert back == zones.turned(line)


def test_areas_apart_have_no_border():
    """Nothing is made up between them."""
    assert zones.border(LEFT, zones.polygon([(5, 0), (6, 0), (6, 2)]), NOTHING) == ()


def test_an_exclave_is_a_ring_that_starts_at_its_smallest_vertex():
    """The same bytes, wherever the library starts it."""
    hole = [(0.5, 0.5), (1, 0.5), (1, 1), (0.5, 1)]
    around = zones.without(LEFT, [zones.polygon(hole)])
    (ring,) = zones.border(around, zones.polygon(hole), NOTHING)

    assert ring.coordinates[0] == ring.coordinates[-1] == (0.5, 0.5)


def test_the_rim_of_an_overlap_against_a_third_area_is_no_border():
    """There both areas lie on the same side."""
    wide = zones.polygon([(1, 0), (4, 0), (4, 2), (1, 2)])
    shared = zones.overlaps(LEFT, wide)

    assert [zones.bounds(s) for s in shared] == [(1.0, 0.0, 2.0, 2.0)]
    assert zones.border(LEFT, wide, zones.united(shared)) == ()
    (rim,) = zones.rim_in(LEFT, shared[0], wide)
    assert sorted(rim.coordinates) == [(2.0, 0.0), (2.0, 1.0), (2.0, 2.0)]


def test_a_line_is_split_by_an_area():
    """Both parts keep the line's direction."""
    line = Geometry(type="LineString", coordinates=((0.0, 0.0), (4.0, 0.0)))
    inside, outside = zones.split(line, zones.polygon([(1, -1), (2, -1), (2, 1), (1, 1)]))

    assert [p.coordinates for p in inside] == [((1.0, 0.0), (2.0, 0.0))]
    assert [p.coordinates for p in outside] == [((0.0, 0.0), (1.0, 0.0)), ((2.0, 0.0), (4.0, 0.0))]


def test_an_area_is_written_counter_clockwise():
    """RFC 7946; holes run the other way."""
    record = zones.record(zones.polygon([(0, 0), (0, 1), (1, 1), (1, 0)]))

    assert record.type == "MultiPolygon"
    assert record.coordinates == ((((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)),),)


def test_distance_to_the_nearest_line_is_in_degrees_of_latitude():
    """Longitudes are shrunk at the points' latitude."""
    line = Geometry(type="LineString", coordinates=((0.0, 60.0), (0.0, 61.0)))
    (gap,) = zones.nearest_deg([line], zones.points([(2.0, 60.0)]))

    assert gap == pytest.approx(1.0)
