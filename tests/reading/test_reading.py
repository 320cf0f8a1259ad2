"""Our own sentences and digests are read as well as the floors say."""

import importlib.util
import math
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
FIELDS = {
    "type", "actor", "target", "first", "places", "may", "claimed_by", "denied_by", "date",
    "precision", "measures",
}  # fmt: skip
FIGURE_FIELDS = {"kind", "value", "max", "unit", "text", "hedge", "optional"}
FEWEST_ITEMS = 160


def _load():
    path = HERE.parents[1] / "tools" / "reading_report.py"
    spec = importlib.util.spec_from_file_location("reading_report", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["reading_report"] = module
    spec.loader.exec_module(module)
    return module


REPORT = _load()
ITEMS = REPORT.items()


@pytest.fixture(scope="module")
def checks():
    """Return every check of every item."""
    return REPORT.examine()


@pytest.fixture(scope="module")
def digest_figures():
    """Return the scores of each set of digests."""
    if not REPORT.SCORER.is_file():
        pytest.skip("no ../shared")
    return {name: REPORT.digest_figures(name) for name in REPORT.SETS}


def _incidents():
    return [(item, incident) for item in ITEMS for incident in item["incidents"]]


def test_there_are_enough_items_of_different_names():
    """Each item has a name of its own within its theme."""
    names = {(item["theme"], item["id"]) for item in ITEMS}

    assert len(names) == len(ITEMS) >= FEWEST_ITEMS


def test_items_hold_only_known_fields():
    """A field with a slip in its name would never be compared."""
    unknown = [(i["id"], set(incident) - FIELDS) for i, incident in _incidents()]
    figures = [f for _, incident in _incidents() for f in incident.get("measures", ())]

    assert not [u for u in unknown if u[1]]
    assert not [f for f in figures if set(f) - FIGURE_FIELDS]


def test_places_and_figures_of_items_are_words_of_their_text():
    """What an item wants can be read in its text."""
    missing = [
        (item["id"], words)
        for item, incident in _incidents()
        for words in [
            *incident.get("places", ()),
            *([incident["first"]] if "first" in incident else ()),
            *(f["text"] for f in incident.get("measures", ()) if "text" in f),
        ]
        if words not in item["text"]
    ]

    assert not missing


def test_dates_of_items_are_in_the_calendar_and_not_after_publication():
    """A wanted date is ISO 8601 of its precision, and its report is not older."""
    for item, incident in _incidents():
        if incident.get("date"):
            size = {"day": 10, "month": 7, "year": 4}[incident["precision"]]
            whole = (incident["date"] + "-01-01")[:10]

            assert len(incident["date"]) == size, item["id"]
            assert date.fromisoformat(whole) <= date.fromisoformat(item["published"]), item["id"]


@pytest.mark.parametrize(("theme", "floor"), FLOORS["themes"].items())
def test_a_theme_is_read_as_well_as_before(checks, theme, floor):
    """The share of right fields of a theme is at least its floor."""
    share = REPORT.shares(checks, lambda c: c.theme)[theme]

    assert share.value >= floor


def test_each_theme_has_a_floor():
    """A new theme is measured before it is committed."""
    assert {item["theme"] for item in ITEMS} == set(FLOORS["themes"])


@pytest.mark.parametrize(
    ("folder", "name", "floor"),
    [(folder, *row) for folder in REPORT.SETS for row in FLOORS[folder].items()],
)
def test_a_score_of_the_digests_is_at_least_its_floor(digest_figures, folder, name, floor):
    """Reading other conflicts does not get worse."""
    score, part = name.rsplit(".", 1)

    figure = digest_figures[folder][score][part]

    assert not math.isnan(figure)
    assert figure >= floor
