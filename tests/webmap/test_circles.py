"""Circles on the ground travel and are drawn as circles, anything else as it is."""

import math
import re

import pytest

from geoincidents.webmap import circles


def ring(corners=64, across=30.0, down=40.0, at=(100.0, 50.0)):
    """Return a closed ring of an ellipse's corners."""
    turns = [2 * math.pi * n / corners for n in range(corners)]
    points = [(at[0] + across * math.sin(t), at[1] + down * math.cos(t)) for t in turns]
    return [*points, points[0]]


def cut(points, most):
    """Return a ring cut off along a line that leans, so that it reaches as far as before."""
    kept = [p for p in points[:-1] if (p[0] - 100) / 30 + (p[1] - 50) / 40 < most]
    return [*kept, kept[0]]


def test_a_circle_is_four_numbers():
    """Its middle and its half axes."""
    assert circles.ellipse(ring(), 0.003) == pytest.approx((100, 50, 30, 40))


@pytest.mark.parametrize("corners", [4, 8, 14])
def test_few_corners_are_no_circle(corners):
    """A square whose corners lie on a circle is a square."""
    assert circles.ellipse(ring(corners), 0.5) is None


def test_a_circle_cut_along_a_border_is_none():
    """Its corners lie on the circle, the edge along the border does not."""
    assert circles.ellipse(cut(ring(), 1.3), 0.003) is None


def test_a_bulge_is_no_circle():
    """One corner off by more than the slack."""
    points = ring()
    points[5] = (points[5][0], points[5][1] + 0.5)

    assert circles.ellipse(points, 0.003) is None
    assert circles.ellipse(points, 0.03) is not None


def test_a_point_is_no_circle():
    """Nothing is divided by its size."""
    assert circles.ellipse([(1.0, 2.0)] * 20, 0.003) is None


def test_a_circle_is_traced_by_an_arc():
    """From its top around to a tenth of a pixel beside it."""
    drawn = circles.traced(ring(), 0.25, closed=True)

    assert drawn == "M100 10a30 40 0 1 0 .1 0z"


@pytest.mark.parametrize("line", [cut(ring(), 1.3), ring(8)])
def test_another_ring_is_traced_by_steps(line):
    """A path that goes from corner to corner."""
    assert re.fullmatch(r"M[\d. ]+l[-\d. ]+z", circles.traced(line, 0.25, closed=True))


def test_an_open_line_is_no_ring():
    """Though it come back to where it began."""
    assert not circles.traced(ring(), 0.25, closed=False).endswith("z")
