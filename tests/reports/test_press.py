"""Patterns over the names of wires: compiled piece by piece, they find the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geoincidents import lexicon
from geoincidents.reports import press

WIRES = ["ap", "afp", "mehr", "mehr news", "free voice/voice two", "voice two", "the echo"]
PATTERN = r"(?:\(?with (?:the )?({wire})(?:(?:,| and) (?:{wire}))*( news agency)?\)?)|--({wire})"
WHOLE = re.compile(PATTERN.replace("{wire}", "|".join(sorted(WIRES, key=len, reverse=True))))


def answer(match):
    """Return where a match is and what it holds."""
    return match and (match.span(), match.groups())


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from([*WIRES, "with", "and", ",", "(", ")", "--", " ", "news agency", "apart"])
    )
)
def test_a_pattern_for_the_wires_named_matches_as_the_whole_one(pieces):
    """Wires that words do not name have no say in a match of all of them."""
    words = " ".join(pieces).replace(" ,", ",").replace("-- ", "--")
    pattern = press.WirePattern(PATTERN, WIRES)

    assert answer(pattern.fullmatch(words)) == answer(WHOLE.fullmatch(words))


def test_many_different_lines_share_one_pattern():
    """A text that names wires in ever new sets does not compile for ever."""
    wires = [f"w{number}" for number in range(2 * press.MOST_PATTERNS)]
    pattern = press.WirePattern("(?:{wire})", wires)

    assert all(pattern.fullmatch(wire) for wire in wires)
    assert len(pattern._known) <= press.MOST_PATTERNS + 1  # noqa: SLF001 - the bound itself


def test_a_broken_pattern_fails_when_it_is_made():
    """A fault of the lexicon is told before a text is read."""
    with pytest.raises(re.error):
        press.WirePattern("({wire}", WIRES)


def test_a_word_that_begins_like_a_wire_is_no_credit():
    """Behind a dash, "apart" goes on with the report although "AP" is a wire."""
    tail = press.of(lexicon.load()).tail

    assert tail.search("they left. - apart from that it was calm") is None
    assert tail.search("they left. - ap") is not None
