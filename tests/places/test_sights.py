"""Names of places in passages about other regions are found as well as the floors say."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOUND = 0.95  # F1 of finding names with the packs that ship; only rises
PRECISION = 0.99


@pytest.fixture(scope="module")
def sights():
    """Return the tool that reads the passages, as a module."""
    path = ROOT / "tools" / "sights.py"
    spec = importlib.util.spec_from_file_location("sights", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["sights"] = module
    spec.loader.exec_module(module)
    yield module
    sys.modules.pop("sights")


@pytest.fixture(scope="module")
def figures(sights):
    """Return the figures of the passages, read with the packs that ship."""
    known = sights.passages()
    return sights.compare(known, sights.read(known))


def test_marks_are_taken_off_a_passage(sights):
    """What they marked keeps its place."""
    one = sights.Passage.of({"id": "x", "text": "In [[Omen|AA]] and [[the Lisk|-]]."})

    assert one.text == "In Omen and the Lisk."
    assert [one.text[slice(*n.span)] for n in one.names] == ["Omen", "the Lisk"]


def test_a_name_is_found_when_half_of_the_joint_span_is_shared(sights):
    """Others are invented, and those that nothing shares are missed."""
    one = sights.Passage.of({"id": "x", "text": "In [[Omen|AA]] and [[Lisk|BB]]."})
    got = [sights.Name((3, 7), "AA"), sights.Name((8, 11), "")]

    figures = sights.compare([one], [got])

    assert (figures.marked, figures.found, figures.invented, figures.right) == (2, 1, 1, 1)
    assert len([*sights.misses([one], [got])]) == 2


def test_names_in_other_regions_are_found(figures):
    """Most of them, also where no pack has them."""
    assert figures.f1 >= FOUND


def test_few_names_are_invented(figures):
    """Persons, bodies, papers and weapons are no places."""
    assert figures.precision >= PRECISION


def test_what_is_told_lies_in_the_right_country(figures):
    """A name that a pack has is the place that the text means."""
    assert figures.right == figures.told
