"""The map without a browser."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoincidents import webmap, wording
from geoincidents.model import Position
from geoincidents.quotes import allot
from geoincidents.webmap import base, sources, view, window

SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}  # of a line's width, left of its anchor


def still_of(run):
    """Return the still map of a run, as plain object."""
    allowed = allot(run.readings, run.incidents)
    return view.Drawn(run, allowed, wording.load(), sources.theme()).page()["still"]


@pytest.fixture
def picture(found):
    """Return the still map of the invented run, as plain object."""
    return still_of(found)


def test_it_has_the_marks_shapes_and_credits_of_the_page(picture):
    """One mark an incident with a place, each shape that needs no selection once."""
    kinds = {s["kind"] for s in picture["shapes"]}

    assert [m["status"] for m in picture["marks"]] == ["denied"]
    assert kinds == {"doubt", "depth_bracket", "ticks", "depth_line", "counter_line"}
    assert picture["credits"] == ["© Invented contributors", "names: made up"]


def test_figure_and_author_stand_on_it(picture):
    """As on the map in the browser."""
    texts = [" ".join(t["lines"]) for t in picture["texts"]]

    assert "2 miles to 3 ½ km (Lisk); Orm denies" in texts


@pytest.mark.parametrize("count", [1, 5], ids=["one incident", "five of one spot"])
def test_no_two_letterings_meet(found, count):
    """Estimated boxes of all texts lie apart; what finds no room is left to the list."""
    crowd = tuple(replace(found.incidents[0], id=f"bcdf{n}h") for n in range(count))
    boxes = []
    for text in still_of(replace(found, incidents=crowd))["texts"]:
        if text["kind"] == "open":
            continue
        width = max(map(len, text["lines"])) * 5.9
        top = text["y"] - 10
        left = text["x"] - width * SHARES[text.get("anchor", "start")]
        boxes.append((left, top, left + width, top + 13 * len(text["lines"]) - 2))

    assert len(boxes) > 2
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            apart = (
                one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            )
            assert apart, (one, other)


def test_the_bar_is_to_scale(picture):
    """A depth of 3.5 km and the bar agree within 1 %."""
    (bracket,) = [s for s in picture["shapes"] if s["kind"] == "depth_bracket"]
    numbers = [float(n) for n in re.findall(r"-?\d*\.?\d+", bracket["d"])]
    length = (sum(numbers[2::2]) ** 2 + sum(numbers[3::2]) ** 2) ** 0.5
    km = float(picture["bar"]["label"].split(" ")[0])

    assert length / 3.5 == pytest.approx(picture["bar"]["px"] / km, rel=0.02)


def test_alone_it_is_valid_xml_with_title_and_description(found):
    """`svg()` is a picture of its own, with nothing that loads or runs."""
    svg = webmap.build(found).svg()
    root = ET.fromstring(svg)  # noqa: S314 - our own
    names = {e.tag.rpartition("}")[2] for e in root.iter()}

    assert root.find("{*}title").text.startswith("What each side reports")
    assert "not checked by a person" in root.find("{*}desc").text
    assert not names & {"script", "image", "foreignObject"}
    assert 'href="http' not in svg


def test_hostile_names_stay_text(found):
    """Markup in a place's name is escaped in the picture too."""
    place = replace(found.gazetteer.place("gate"), name="</svg><script>x</script>")
    land = replace(found.gazetteer, places={**found.gazetteer.places, "gate": place})
    svg = webmap.build(replace(found, gazetteer=land)).svg()

    assert "<script" not in svg
    ET.fromstring(svg)  # noqa: S314 - our own


def test_many_marks_of_one_spot_become_a_number(found):
    """As in the browser: more than six are counted."""
    told = tuple(replace(found.incidents[0], id=f"bcdf{n}h") for n in range(9))
    marks = still_of(replace(found, incidents=told))["marks"]

    assert [m["n"] for m in marks] == [9]


@pytest.mark.parametrize("count", [1, 301], ids=["one", "very many"])
def test_its_legend_has_rows_of_what_is_drawn_alone(found, count):
    """Of more than 300 incidents no shape is drawn, and none is explained."""
    told = tuple(replace(found.incidents[0], id=f"{n:06}") for n in range(count))
    run = replace(found, incidents=told)
    allowed = allot(run.readings, run.incidents)
    rows = view.Drawn(run, allowed, wording.load(), sources.theme()).page()["still_keys"]

    assert any("kind" in row for row in rows) is (count == 1)


def test_an_empty_run_shows_the_whole_region(found):
    """No incident is no reason for no map."""
    empty = still_of(replace(found, incidents=()))

    assert empty["marks"] == []
    assert len(empty["lands"]) == 3


pixels = st.tuples(st.floats(-500, 1500), st.floats(-500, 1500))


@given(st.lists(pixels, min_size=3, max_size=12))
def test_what_is_cut_lies_inside(ring):
    """No vertex of a cut ring is outside the picture."""
    for x, y in window.clipped(ring, 960, 600):
        assert -1e-6 <= x <= 960 + 1e-6
        assert -1e-6 <= y <= 600 + 1e-6


@given(
    st.lists(
        st.tuples(st.integers(-18000000, 18000000), st.integers(-8500000, 8500000)),
        min_size=2,
        max_size=9,
    )
)
def test_steps_lead_back(line):
    """Decoding what `base.steps` coded gives the line."""
    degrees = tuple((x / base.SCALE, y / base.SCALE) for x, y in line)

    assert window.decoded(base.steps(degrees)) == [pytest.approx(p) for p in degrees]


@pytest.mark.parametrize("count", [1, 13], ids=["few", "many"])
def test_more_than_twelve_ties_are_left_out(found, count):
    """On paper as in the browser, where each then shows while its incident is chosen."""
    first = found.incidents[0]
    ours, theirs = first.accounts[:2]
    rivals = tuple(
        replace(theirs, key=f"orm-{n}", position=Position(lon=20.0 + n / 50, lat=45.3))
        for n in range(count)
    )
    crowd = replace(found, incidents=(replace(first, accounts=(ours, *rivals)),))

    assert len(still_of(crowd)["ties"]) == (count if count <= 12 else 0)
