"""Offsets never move; sentences end where a reader would end them; bait stays linear."""

import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoincidents import text
from geoincidents.model import Block, BlockKind, Report


def _split(words):
    return [words[slice(*span)] for span in text.sentences(words)]


@pytest.mark.slow
def test_every_character_folds_to_one_and_folding_twice_changes_nothing():
    """All of Unicode, so that no text can move an offset."""
    everything = [chr(c) for c in range(sys.maxunicode + 1) if not 0xD800 <= c < 0xE000]
    folded = text.fold("".join(everything))

    assert len(folded) == len(everything)
    assert text.fold(folded) == folded


@given(st.text())
def test_folding_goes_character_by_character(words):
    """What stands beside a character does not change its fold."""
    assert text.fold(words) == "".join(map(text.fold, words))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Şuşa", "susa"),
        ("İSTANBUL ılıca", "istanbul ilica"),
        ("Kəlbəcər", "kelbecer"),
        ("Baïramov", "bairamov"),
        ("Ｄorn", "dorn"),
        ("Dorn‑Lisk – “x” it’s", 'dorn-lisk - "x" it\'s'),
        ("3\u00a0km\u20091\u202f000", "3 km 1 000"),
        ("Սև լիճ", "սև լիճ"),
        ("ΟΔΟΣ", "οδοσ"),
    ],
)
def test_variants_of_a_letter_or_mark_fold_together(written, folded):
    """Case, diacritics, dashes, quotes and spaces of every width."""
    assert text.fold(written) == folded


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Roe met Gen. A. Doe and Lt. Col. B. Poe.",
        "E. Asron spoke with J. R. Doe of the U.S. State Department.",
        "It happened at 5 p.m. Friday and at 3 a.m. GMT.",
        "Troops held 3.5 km of road and 139 sq. km of land.",
        "No. 5 is in Art. 2 of vol. 3.",
        "He waited ... and then left.",
        "They met on Oct. 5 at St. Peter.",
        '"Stop!" he said.',
        "The U.N. Security Council met.",
        "About 10 km. of road were held.",
        "Roe vs. Doe was heard.",
        "He said it (at 5 p.m.) and left.",
        "Is it 3 1/2? is what he asked.",
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(sentence):
    """Titles, initials, hours, decimals and units go on."""
    assert _split(sentence) == [sentence]


@pytest.mark.parametrize(
    "two",
    [
        ('He said: "We stay."', "Then he left."),
        ("The army left…", "Nobody knows why."),
        ("He lives in the U.S.", "The army left."),
        ("They came at 3 a.m.", "Troops left again."),
        ("Who fired?", "Nobody says."),
        ("It began (he said.)", '"We saw it."'),
        ("Five were killed.", "12 men were hurt."),
        ("Նա գնաց։", "Նա եկավ։"),
        ("انتهى القتال.", "عاد الناس."),
        ("Бой начался.", "Потом стихло!"),
        ("It was in sector no. 5.", "[The rest fled.]"),
        ("They took 10 sq. km.", "The rest fled."),
        ("So wrote Example.org.", "Anna Roe agreed."),
    ],
)
def test_a_full_stop_before_a_capital_ends_a_sentence(two):
    """Closing marks belong to the sentence they close."""
    assert _split(" ".join(two)) == [*two]


def test_a_space_that_a_page_lost_still_parts_sentences():
    """A full stop glued to the next sentence ends one; in a name or an address it does not."""
    assert _split("The army said.Troops left at 5 p.m. Tuesday.The rest fled.") == [
        "The army said.",
        "Troops left at 5 p.m. Tuesday.",
        "The rest fled.",
    ]
    for whole in ("He wrote to Example.Org on Monday", "Gen.Roe saw the U.S.Army base"):
        assert _split(whole) == [whole]


def test_scripts_without_spaces_are_split():
    """An ideographic full stop needs no space."""
    assert _split("他走了。她来了！") == ["他走了。", "她来了！"]


WRAPPED = "The army of the republic said in a long statement on Tuesday that\nGeneral Roe had left."


@pytest.mark.parametrize(
    ("written", "paragraphs"),
    [
        ("One here\n\nTwo here", ["One here", "Two here"]),
        ("One.\r\n \r\nTwo.", ["One.", "Two."]),
        ("A heading\nThe army said on Tuesday.", ["A heading", "The army said on Tuesday."]),
        ("The army left.\nThe ministry denied it.", ["The army left.", "The ministry denied it."]),
        (WRAPPED, [WRAPPED]),
        ("It was Lt.\nCol. Roe.", ["It was Lt.\nCol. Roe."]),
        ("• one thing\n• two things", ["• one thing", "• two things"]),
        ("1. one thing\n2. two things", ["1. one thing", "2. two things"]),
        ("\n\n  \n", []),
    ],
    ids=["blank", "crlf", "heading", "stop", "wrapped", "short", "bullets", "numbers", "none"],
)
def test_paragraphs_end_where_lines_were_not_only_wrapped(written, paragraphs):
    """Single line breaks end a paragraph after a heading or a full stop."""
    assert [written[slice(*span)] for span in text.paragraphs(written)] == paragraphs


def test_a_sentence_does_not_cross_a_heading():
    """Headings have no full stop."""
    assert (
        _split("Who is right\nThe army of Lisk said on Tuesday that it left.")[0] == "Who is right"
    )


def test_paragraph_of_finds_by_offset():
    """Offsets between paragraphs belong to the one before."""
    spans = text.paragraphs("One.\n\nTwo.")

    assert [text.paragraph_of(spans, at) for at in (0, 3, 5, 6, 9)] == [0, 0, 0, 1, 1]
    assert text.paragraph_of((), 4) == -1


PIECES = [
    "U.S. ",
    "Mr. ",
    "He left. ",
    "...",
    '"',
    "\n",
    "\n\n",
    "• ",
    "3.5 km",
    "։ ",
    "\r\n",
    "a.m. ",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8)).map("".join))
def test_sentences_are_ordered_and_hold_all_that_is_not_space(words):
    """No character of a text is lost or read twice."""
    spans = text.sentences(words)
    flat = [at for span in spans for at in span]
    outside = "".join(c for n, c in enumerate(words) if not any(a <= n < b for a, b in spans))

    assert flat == sorted(flat)
    assert all(a < b and words[a:b] == words[a:b].strip() for a, b in spans)
    assert not outside.strip()


def test_masking_keeps_offsets_and_line_breaks():
    """Furniture is blanked, never deleted."""
    words = "Ad\r\nhere. Text."
    blocks = (
        Block(kind=BlockKind.FURNITURE, span=(0, 10)),
        Block(kind=BlockKind.BODY, span=(10, 15)),
    )
    report = Report(id="r", doc="d", text=words, text_sha256="", blocks=blocks)

    assert text.masked(report) == "  \r\n      Text."


@pytest.mark.parametrize(
    "bait", [".", ". ", " ", "\n ", "a.", '"', "U.S. ", "• ", "\n", "word ", "。", ".\n", "\x0b\r"]
)
def test_bait_is_read_in_linear_time(bait):
    """A hundred thousand of anything takes well under a second."""
    words = bait * (100_000 // len(bait))
    start = time.process_time()
    text.sentences(words)
    text.fold(words)

    assert time.process_time() - start < 1
