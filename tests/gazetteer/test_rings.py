"""The little geometry that checks need, against shapely."""

import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geoincidents.gazetteer import rings

SQUARE = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]]
HOLE = [[0.4, 0.4], [0.4, 0.6], [0.6, 0.6], [0.6, 0.4], [0.4, 0.4]]


def star(radii):
    """Return a ring around the origin with a vertex a radius."""
    steps = [math.tau * i / len(radii) for i in range(len(radii))]
    ring = [[r * math.cos(a), r * math.sin(a)] for r, a in zip(radii, steps, strict=True)]
    return [*ring, ring[0]]


@given(st.lists(st.floats(0.5, 2.0), min_size=3, max_size=200))
def test_a_star_never_crosses_itself(radii):
    """Vertices in the order of their bearing make a plain ring."""
    assert rings.crossing(star(radii)) is None


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=4, max_size=12))
def test_a_ring_without_crossing_crosses_nowhere_for_shapely(vertices):
    """What shapely calls simple, we do not call crossing."""
    ring = [[float(x), float(y)] for x, y in dict.fromkeys(vertices)]
    ring = [*ring, ring[0]]
    if len(ring) > 3 and shapely.LineString(ring).is_simple:
        assert rings.crossing(ring) is None


def test_a_bow_tie_is_found_where_it_crosses():
    """The message needs a place to look at."""
    assert rings.crossing([[0.0, 0.0], [1.0, 1.0], [1.0, 0.0], [0.0, 1.0], [0.0, 0.0]])


def test_one_crossing_in_a_long_ring_is_found():
    """Two swapped vertices far along a ring of thousands are found."""
    ring = star([1.0] * 4000)
    ring[3000], ring[3001] = ring[3001], ring[3000]

    assert rings.crossing(ring) is not None


@pytest.mark.parametrize(
    ("point", "inside"),
    [((0.2, 0.2), True), ((0.5, 0.5), False), ((1.5, 0.5), False)],
    ids=["in the square", "in its hole", "outside"],
)
def test_a_hole_is_outside(point, inside):
    """Holes belong to somebody else."""
    assert rings.holds([[SQUARE, HOLE]], point) is inside


def test_left_is_west_of_a_line_that_goes_north():
    """The left point comes first."""
    left, right = rings.beside([[0.0, 0.0], [0.0, 1.0]])

    assert left[0] < 0 < right[0]
