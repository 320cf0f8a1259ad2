"""Letters of the still pictures: near what they are about, or tied to it."""

from __future__ import annotations

import pytest

from geoincidents.webmap.lettering import Lettering
from geoincidents.webmap.window import View

AT = (300.0, 300.0)


@pytest.fixture
def letters():
    """Return the letters of an empty picture."""
    return Lettering(frame=View(left=0, top=0, world_px=256))


def test_a_text_beside_its_pixel_has_no_leader(letters):
    """The eye finds it."""
    letters.write("2 km (Lisk)", AT, kind="figure", far=9, must=True)

    assert "leader" not in letters.texts[0]


def test_a_text_far_off_is_tied_to_its_pixel(letters):
    """A figure without a tie would be read where it stands."""
    letters.block(AT, 40)
    letters.write("2 km (Lisk)", AT, kind="figure", far=9, must=True)

    assert letters.texts[0]["leader"].startswith("M300 300")


def test_a_text_on_the_left_ends_at_its_pixel(letters):
    """Its width is estimated: what is too much of it must not part the two."""
    letters.keep((AT[0], 0.0, 960.0, 600.0))
    letters.write("Vell", AT, kind="other", far=4)

    assert (letters.texts[0]["anchor"], letters.texts[0]["x"]) == ("end", AT[0] - 7)


@pytest.mark.parametrize(("toward", "is_below"), [((0, 1), True), ((0, -1), False)])
def test_a_depth_is_lettered_on_the_side_it_goes_to(letters, toward, is_below):
    """Where nothing is in the way, a figure stands on the ground that it is about."""
    letters.write("2 km (Lisk)", AT, kind="figure", far=9, must=True, toward=toward)

    assert (letters.texts[0]["y"] > AT[1]) is is_below
