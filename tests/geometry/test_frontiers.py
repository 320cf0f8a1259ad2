"""Borders on a plane: sides, lines at a distance, bands."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geoincidents.geometry import frontiers

SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0))
NORTH = np.array([(0.0, 0.0), (0.0, 1000.0)])


def every(points):
    """Keep every point."""
    return np.ones(len(points), dtype=bool)


everywhere = (every, every)


@pytest.mark.parametrize(
    ("point", "distance_m", "is_left"),
    [
        pytest.param((-5.0, 500.0), 5.0, True, id="west of north"),
        pytest.param((5.0, 500.0), 5.0, False, id="east of north"),
    ],
)
def test_left_is_left_of_the_way_along_the_line(point, distance_m, is_left):
    """Going north, west is left."""
    _, distance, left = frontiers.frontier([("n", NORTH)]).foot(point)

    assert (distance, left) == (distance_m, is_left)


@pytest.mark.parametrize("side", [1, -1])
def test_the_side_is_right_beyond_the_tip_of_a_spike(side):
    """A point beyond a tip lies on the outside, whichever segment is nearest."""
    spike = np.array([(0.0, 0.0), (100.0, side * 1.0), (0.0, side * 2.0)])

    _, _, left = frontiers.frontier([("s", spike)]).foot((120.0, side * 1.5))

    assert left == (side < 0)


def test_a_doubled_vertex_does_no_harm():
    """Segments without length are left out."""
    doubled = np.array([(0.0, 0.0), (0.0, 0.0), (0.0, 1000.0)])

    assert frontiers.frontier([("n", doubled)]).foot((3.0, 10.0))[1] == 3.0


def test_no_lines_are_no_frontier():
    """Nothing near is None, not an empty geometry."""
    assert frontiers.frontier([("n", np.array([(1.0, 1.0), (1.0, 1.0)]))]) is None


def test_an_offset_line_has_open_ends():
    """Nothing goes around the end of a border."""
    (piece,) = frontiers.offset(frontiers.frontier([("n", NORTH)]), 100.0, everywhere)

    assert piece[:, 0] == pytest.approx(-100.0)
    assert (piece[:, 1] >= 0).all()
    assert (piece[:, 1] <= 1000).all()


def test_an_offset_line_covers_the_whole_side():
    """Only the last step at each end may be missing."""
    (piece,) = frontiers.offset(frontiers.frontier([("n", NORTH)]), 100.0, everywhere)

    assert np.ptp(piece[:, 1]) >= 1000 - 2 * 25


def test_inside_a_ring_the_offset_is_closed():
    """A ring wide enough holds a whole ring at the depth."""
    ring = np.array(SQUARE) * 1000

    (piece,) = frontiers.offset(frontiers.frontier([("r", ring)]), 500.0, everywhere)

    assert tuple(piece[0]) == tuple(piece[-1])
    assert shapely.Polygon(piece).area == pytest.approx(3000**2, rel=1e-3)


@given(
    st.lists(st.integers(-300, 300), min_size=4, max_size=12),
    st.integers(50, 2000),
    st.booleans(),
)
def test_every_point_of_an_offset_is_at_the_distance(wiggles, distance_m, is_turned):
    """Within 0.7 % along the chords too, and on the left, however the border bends."""
    line = np.array([(float(w), 700.0 * i) for i, w in enumerate(wiggles)])[:: 1 - 2 * is_turned]
    border = frontiers.frontier([("b", line)])

    for piece in frontiers.offset(border, distance_m, everywhere):
        spots = shapely.get_coordinates(shapely.segmentize(shapely.LineString(piece), 20))
        feet = border.feet(spots)

        assert feet.distance_m == pytest.approx(distance_m, rel=0.007)
        assert feet.is_left.all()
