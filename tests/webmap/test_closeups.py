"""Close-ups: small pictures to scale."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from geoincidents.model import ShapeKind
from geoincidents.webmap import closeups


@pytest.fixture
def picture(found, scene):
    """Return the close-up of the incident with a depth."""
    return closeups.closeup(found.incidents[0], scene)


def ends(path):
    """Return the first and last pixel of a path."""
    numbers = [float(n) for n in re.findall(r"-?\d*\.?\d+", path)]
    first = (numbers[0], numbers[1])
    return [first, (sum(numbers[::2]), sum(numbers[1::2]))]  # steps after the first point


def test_a_depth_is_sixty_pixels_long(picture):
    """The bracket is to scale within 1 %."""
    (bracket,) = [s for s in picture["shapes"] if s["kind"] == "depth_bracket"]
    (ax, ay), (bx, by) = ends(bracket["d"])

    assert ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 == pytest.approx(60, rel=0.01)


def test_the_bar_is_to_the_same_scale(picture):
    """5 km are 5000/3500 of the depth's 60 pixels."""
    assert picture["bar"]["label"].startswith("5 km")
    assert picture["bar"]["px"] == pytest.approx(60 * 5000 / 3500, abs=0.1)


def test_a_depth_stands_with_its_author_and_who_denies(picture):
    """Figure, who says it and who denies it are never apart."""
    texts = [" ".join(t["lines"]) for t in picture["texts"]]

    assert "2 miles to 3 ½ km (Lisk); Orm denies" in texts


def test_both_ends_of_a_depth_line_are_open(picture):
    """A question mark stands at each end: nobody says how far the line goes."""
    assert sum(t["lines"] == ["?"] for t in picture["texts"]) == 2


def test_letters_do_not_cover_one_another(picture):
    """Boxes of texts, by the widths they are given, are apart."""
    shares = {"start": 0.0, "middle": 0.5, "end": 1.0}
    boxes = []
    for text in picture["texts"]:
        width = 6 * max(map(len, text["lines"]))
        left = text["x"] - width * shares[text.get("anchor", "start")]
        if text["kind"] != "open":
            boxes.append((left, text["y"] - 10, left + width, text["y"] + 3))

    for n, a in enumerate(boxes):
        for b in boxes[n + 1 :]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_shapes_on_demand_are_left_out(found, scene):
    """What shows only on selection is not in a static picture."""
    incident = found.incidents[0]
    account = incident.accounts[0]
    line = next(s for s in account.shapes if s.kind is ShapeKind.DEPTH_LINE)
    hidden = replace(line, kind=ShapeKind.DEPTH_PARALLEL, on_demand=True)
    more = replace(account, shapes=(*account.shapes, hidden))
    incident = replace(incident, accounts=(more, *incident.accounts[1:]))

    drawn = closeups.closeup(incident, scene)

    assert "depth_parallel" not in {s["kind"] for s in drawn["shapes"]}


def test_without_a_depth_or_area_there_is_no_picture(found, scene):
    """A place alone needs no close-up."""
    assert closeups.closeup(found.incidents[1], scene) is None
