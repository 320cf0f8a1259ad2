"""A text as automata see it: one space between words, and each offset's way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoincidents import squeezed

PIECES = st.sampled_from(
    ["Lisk", "é", "e\u0301", "\u00ad", " ", "  ", "\n", "\n\n", "-", "x", "’", "\t"]
)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("Upper-Lisk", "upper lisk", id="a hyphen inside a word"),
        pytest.param("Upper\nLisk", "upper lisk", id="a wrapped line"),
        pytest.param("Upper  Lisk", "upper lisk", id="two spaces"),
        pytest.param("Li\u00adsk", "lisk", id="a soft hyphen"),
        pytest.param("Lisk\n\nOmen", "lisk\n\nomen", id="paragraphs stay apart"),
        pytest.param("Upper -Lisk", "upper -lisk", id="a dash before a word"),
    ],
)
def test_words_are_one_space_apart(text, seen):
    """A name is found however it is broken, within its paragraph."""
    assert squeezed.squeeze(text).text == seen


@given(st.lists(PIECES, max_size=20).map("".join))
def test_each_character_kept_stands_where_it_says(text):
    """A letter of the squeezed text is the fold of the text's letter at its origin."""
    seen = squeezed.squeeze(text)
    for offset, char in enumerate(seen.text):
        if char.isalnum():
            assert squeezed.fold(text[seen.origin(offset)]) == char


def test_all_but_letters_and_figures_is_space_to_the_automaton():
    """One byte a character, also beyond ASCII."""
    assert squeezed.letters("a1's é—b") == b"a1 s   b"
