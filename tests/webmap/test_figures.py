"""Figures on the map in the browser: off what they are about, and tied to it."""

from __future__ import annotations

import pytest

from geoincidents import webmap

pytestmark = pytest.mark.browser
FIGURE = (
    "[...document.querySelectorAll('.k-figure:not(.off)')]"
    ".find((node) => node.textContent.includes('3 ½'))"
)
# Points along the drawn lines of the depth, on the screen.
LINES = """['bracket', 'line']
    .map((kind) => document.querySelector(`.leaflet-pane path.sh-depth_${kind}`))
    .map((line) => Array.from({ length: 101 }, (_, n) =>
        line.getPointAtLength(line.getTotalLength() * n / 100)
            .matrixTransform(line.getScreenCTM())).map(({ x, y }) => ({ x, y })))"""


@pytest.fixture
def chosen(show, found):
    """Return the page with the incident of the depth chosen."""
    said = show(webmap.build(found), anchor="#bcdfgh", reduced_motion="reduce")
    said.wait(FIGURE)
    return said


@pytest.fixture
def text(chosen):
    """Return the box of the figure's letters on the screen."""
    return chosen.tab.evaluate(f"{FIGURE}.getBoundingClientRect()")


def test_a_figure_does_not_cover_its_own_lines(chosen, text):
    """The bracket and the line at the depth are what it says: both are seen."""
    points = [p for line in chosen.tab.evaluate(LINES) for p in line]
    covered = [
        p
        for p in points
        if text["left"] < p["x"] < text["right"] and text["top"] < p["y"] < text["bottom"]
    ]

    assert len(points) == 202
    assert covered == []


def test_a_figure_far_from_its_shape_is_tied_to_it(chosen):
    """Under a crowd of lines, a line leads from the figure to the middle of its bracket."""
    bracket = chosen.tab.evaluate(LINES)[0][50]
    leader = chosen.tab.locator(".gi-leader")
    turned = leader.evaluate(
        "e => { const m = new DOMMatrix(getComputedStyle(e).transform);"
        " const pane = e.parentElement.getBoundingClientRect();"
        " return { x: pane.left + m.e, y: pane.top + m.f }; }"
    )

    assert abs(turned["x"] - bracket["x"]) < 3
    assert abs(turned["y"] - bracket["y"]) < 3


def test_a_figure_is_no_wider_than_its_words(chosen, text):
    """On the left of its shape it would else stand apart from it."""
    words = chosen.tab.evaluate(
        "(() => { const range = document.createRange();"
        f" range.selectNodeContents({FIGURE}); return range.getBoundingClientRect(); }})()"
    )

    assert text["width"] - words["width"] < 4
