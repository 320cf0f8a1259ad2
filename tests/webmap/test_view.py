"""The whole page as one plain object."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geoincidents import quotes, wording
from geoincidents.webmap import sources, view

GOLDEN = Path(__file__).parent / "golden" / "view.json"


@pytest.fixture
def drawn(found):
    """Return the invented run, drawn."""
    allowed = quotes.allot(found.readings, found.incidents)
    return view.Drawn(found, allowed, wording.load(), sources.theme())


def test_a_page_is_as_it_was(drawn, request):
    """Every text and coordinate of the page is held by a golden file."""
    content = {"page": drawn.page(), "map": drawn.map()}
    text = json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
    if request.config.getoption("--regold"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, encoding="utf-8")

    assert json.loads(text) == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_the_header_counts_what_is_on_the_map_and_what_is_not(drawn):
    """Title: what, where and when; subtitle: how many, and the last report."""
    header = drawn.page()

    assert header["title"] == "What each side reports, Two Lands, 12 May 2021 to 13 September 2022"
    assert header["subtitle"] == (
        "3 incidents · 1 on the map · 2 without a place · last report 14 September 2022"
    )
    assert header["unchecked"] == "Read by a program from 2 reports; not checked by a person"


def test_what_has_no_place_is_in_the_tray_with_its_reason(drawn):
    """No incident is lost because it has no point."""
    tray = {row["id"]: row["reason"] for row in drawn.page()["tray"]}

    assert tray == {
        "qrstvw": "two sections of the border, not named",
        "jklmnp": "no place is named",
    }


def test_credits_are_those_of_border_and_names(drawn):
    """The map itself says whose data it is."""
    assert drawn.page()["credits"] == ["© Invented contributors", "names: made up"]


def test_coordinates_have_at_most_six_decimals(drawn):
    """Nothing is sharper than a tenth of a metre."""

    def check(value):
        if isinstance(value, float):
            assert round(value, 6) == value
        elif isinstance(value, dict):
            [*map(check, value.values())]
        elif isinstance(value, list):
            [*map(check, value)]

    check(drawn.map())
