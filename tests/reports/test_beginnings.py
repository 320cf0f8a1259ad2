"""A line that a pattern matches is never passed over for how it begins."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geoincidents import lexicon
from geoincidents.reports import beginnings, press
from geoincidents.text import fold

TABLES = lexicon.load().section("reports")
WIRES = ["ap", "reuters", "agence france-presse"]
PATTERNS = [
    *TABLES["credits"]["source"],
    *TABLES["credits"]["helper"],
    TABLES["credits"]["published"],
    *TABLES["furniture"]["lines"],
    *TABLES["furniture"]["links"],
]


@pytest.fixture
def make(monkeypatch):
    """Return beginnings that are looked at from the first line on."""
    monkeypatch.setattr(beginnings, "FEW", 0)

    def make_(*patterns):
        made = beginnings.Beginnings(patterns, {"wire": WIRES, "date": ["may", "12"]})
        return lambda line: made.fit(line, beginnings.of(line))

    return make_


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern[:24])
def test_what_a_pattern_of_the_lexicon_matches_may_begin_so(pattern, make):
    """Whatever a pattern matches whole begins as it is worked out to begin."""
    fit = make(pattern)
    filled = pattern.replace("{wire}", "|".join(WIRES)).replace("{date}", "(?:may 3|1.5.2021)")

    @settings(max_examples=12, deadline=None, derandomize=True, database=None)
    @given(st.from_regex(filled, fullmatch=True, alphabet=st.characters(codec="ascii")))
    def holds(line):
        line = fold(line)
        assert fit(line) or not re.fullmatch(filled, line)

    holds()


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("(read|see) more( .{0,9})?", "read more of it"),
        ("tags? ?: .+", "tag: war"),
        ("(the )?({wire})", "the reuters"),
        ("(e-)?mail", "e-mail"),
        ("a{2,3}b", "aab"),
        ("[xy]z", "yz"),
        (r"\d views", "7 views"),
        ("(?!b)[a-z]ut", "cut"),
        (r"photo\b.{0,9}", "photo: roe"),
    ],
)
def test_groups_classes_and_repetitions_are_followed(pattern, line, make):
    """Each sign that patterns are written with is understood."""
    assert make(pattern)(line)


@pytest.mark.parametrize("line", ["the army said it had left.", "rebels", "seen from afar it was"])
def test_prose_is_passed_over(line, make):
    """A line that no pattern begins like need not be compared with any."""
    assert not make("(read|see) more", "the (use|reuse) of .*", "({wire})")(line)


def test_a_pattern_that_begins_with_anything_is_tried(make):
    """Where nothing can be worked out the pattern itself decides."""
    fit = make("see more", r"[a-z]{2,9}\.png")

    assert fit("dorn.png")
    assert not fit("dorn is quiet")


def test_a_line_with_figures_or_odd_marks_is_always_tried(make):
    """Only letters tell how a line begins."""
    assert make("see more")("3 of them left")
    assert make("see more")("© lisk post")


def test_few_lines_are_all_tried(monkeypatch):
    """In a short run beginnings are never worked out."""
    monkeypatch.setattr(beginnings, "FEW", 2)
    made = beginnings.Beginnings(["see more"], {})

    assert [made.fit("prose", "prose") for _ in range(3)] == [True, True, False]


def test_lines_are_read_alike_early_and_late_in_a_run(read_one, monkeypatch):
    """What a line is does not depend on how many were looked at before."""
    text = (
        "The army of Lisk spoke.\n\nRead more: Talks resume\n\nAnn Roe contributed to this report\n"
    )
    early = read_one(text)
    monkeypatch.setattr(beginnings, "FEW", 0)
    press._known.clear()  # noqa: SLF001 - as if the run had gone on

    assert read_one(text) == early
    assert len(early.blocks) > 1
