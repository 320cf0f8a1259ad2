"""A report is read without what the eye does not see, and its spans stay its own."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from geoincidents import copies, lexicon, pipeline
from geoincidents.model import Block, BlockKind, Mention, Reading
from geoincidents.reports import documents, metadata, press

TOLD = (
    "Armenia's Defense Ministry said on Thursday that about 250 Azerbaijani troops had crossed "
    "two and a half kilometers into Syunik Province near Lake Sev early on May 12, and that 49 "
    "soldiers were killed. Azerbaijan denied the claim."
)
# What may stand between two words, or inside one, and says nothing.
BETWEEN = {
    "carriage return": "\r\n",
    "two spaces": "  ",
    "tab": "\t",
    "wrapped and indented": " \n    ",
    "zero width": " \u200b",
    "mark of direction": "\u2067 ",
    "tag": " <b>",
    "terminal colour": " \x1b[31m",
}
PIECES = ["a", "b", " ", "\n", "\r", "\t", "\u200b", "\x1b[1m", "\u2028", "é"]
ODD = st.lists(st.sampled_from(PIECES)).map("".join)

PRESS = press.of(lexicon.load())


def make(text):
    """Return a report of a text."""
    given_ = metadata.Metadata(published=date(2021, 5, 14), publisher="Wire", title="Title")
    return documents.make(text, "wire.txt", given_, PRESS)[0]


@pytest.fixture
def told(pack, english):
    """Return a function that gives figures, dates and places as read of a text."""

    def told_(text):
        (reading,) = pipeline.read([make(text)], pack, english)
        return [
            (
                claim.type,
                claim.stance,
                claim.speaker.name,
                [where.place_id for where in claim.where],
                claim.when.start,
                [(m.kind, m.low, m.hedge) for m in claim.measures],
            )
            for claim in reading.claims
        ]

    return told_


@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN)
def test_what_stands_between_words_does_not_change_what_is_read(told, between):
    """Every space of a report may be any of these."""
    first, *rest = TOLD.split(" ")
    # The first words stay on one line, or they look like a heading.
    spoilt = " ".join([first, *rest[:14]]) + between + between.join(rest[14:])

    assert told(spoilt) == told(TOLD)
    assert told(TOLD)[0][-1]


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u202e", "\x07", "\x1b[0m"])
def test_what_stands_unseen_in_a_word_does_not_change_what_is_read(told, unseen):
    """Soft hyphens, marks of direction and controls are passed over."""
    assert told(TOLD.replace("Syunik", f"Syu{unseen}nik")) == told(TOLD)


def test_a_report_without_anything_odd_is_read_itself():
    """No copy is made where none is needed."""
    report = make(f"{TOLD}\n\n{TOLD}\n")

    assert copies.Copy(report).report is report


@settings(deadline=None)
@given(text=ODD, cut=st.integers(0, 60), length=st.integers(1, 12))
def test_a_span_of_the_copy_is_the_same_words_of_the_report(text, cut, length):
    """Without what was cut, the words at a span are the same."""
    body = Block(kind=BlockKind.BODY, span=(0, len(text) + 2))
    report = replace(make(f"x{text}x"), blocks=(body,))
    copy = copies.Copy(report)
    start = min(cut, len(copy.report.text) - 1)
    span = (start, min(start + length, len(copy.report.text)))
    assume(copy.report.text[slice(*span)].strip() == copy.report.text[slice(*span)] != "")
    mention = Mention(passage=copy.report.passage(span), place_id=None)

    reading = copy.restored(Reading(report=copy.report, mentions=(mention,), claims=()))

    (found,) = reading.mentions
    assert reading.report is report
    assert found.passage.text == report.text[slice(*found.span)]
    assert _letters(found.passage.text) == _letters(mention.passage.text)


@settings(deadline=None)
@given(text=ODD)
def test_blocks_of_a_copy_cover_it(text):
    """They follow each other without gap from the start to the end."""
    copy = copies.Copy(make(f"x{text}x")).report

    ends = [0, *(end for block in copy.blocks for end in block.span), len(copy.text)]
    assert ends == sorted(ends)
    assert all(ends[n] == ends[n + 1] for n in range(0, len(ends), 2))


def test_furniture_stays_unread():
    """What the report masks is not in the copy."""
    text = "One  two.\nSUBSCRIBE NOW\nThree."
    report = make(text)
    start = text.index("SUBSCRIBE")
    spans = ((0, start), (start, start + 13), (start + 13, len(text)))
    kinds = (BlockKind.BODY, BlockKind.FURNITURE, BlockKind.BODY)
    blocks = tuple(Block(kind=k, span=s) for k, s in zip(kinds, spans, strict=True))

    copy = copies.Copy(replace(report, blocks=blocks))

    assert copy.report.text.split() == ["One", "two.", "Three."]


def test_a_fault_in_one_report_does_not_cost_the_others(pack, english):
    """It is told with the report's name; without a listener it escapes."""
    sound, broken = make(TOLD), make("x" + TOLD)
    broken = replace(broken, blocks=None)
    told_ = []

    read = [
        *pipeline.read([broken, sound], pack, english, failed=lambda r, e: told_.append((r, e)))
    ]

    assert [reading.report for reading in read] == [sound]
    assert told_[0][0] is broken
    with pytest.raises(TypeError):
        [*pipeline.read([broken], pack, english)]


def _letters(text):
    for mark in ("\x1b[1m", "\u200b"):
        text = text.replace(mark, "")
    return "".join(text.split())
