"""How much of a report the outputs show: 25 words a value, a tenth of a report or 60 words."""

import re
import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geoincidents import quotes
from geoincidents.model import (
    Claim,
    ClaimType,
    Hedge,
    Incident,
    Measure,
    MeasureKind,
    Reading,
    Report,
    Rights,
    Speaker,
    SpeakerRole,
    Stance,
    Status,
)
from geoincidents.quotes import QuoteMode

LONG = (
    "The ministry of Lisk, which had been silent for days, said on Tuesday that its troops had "
    "moved 3 miles past the lake, that they had met nobody there, and that they would stay "
    "until the snow of the high passes had melted in the spring."
)
SHORT = "Orvia rejected this."


def _report(words, rights=Rights.QUOTE):
    return Report(id="r", doc="a.txt", text=words, text_sha256="", blocks=(), rights=rights)


def _claim(report, value, number=1, evidence=None):
    at = report.text.index(value)
    passage = report.passage((at, at + len(value)))
    measure = Measure(
        kind=MeasureKind.DEPTH, low=1, high=1, value=1, unit="m", hedge=Hedge.EXACT, passage=passage
    )
    return Claim(
        id=f"c{number}",
        report_id="r",
        event="e",
        type=ClaimType.OTHER,
        stance=Stance.ASSERTS,
        speaker=Speaker(name="Lisk", role=SpeakerRole.STATE),
        measures=(measure,),
        evidence=(report.passage(evidence or passage.span),),
    )


def _incident(*claims, id_="i1", background=False, first=None):
    return Incident(
        id=id_,
        title="",
        status=Status.ONE_SIDE,
        background=background,
        accounts=(),
        claims=claims,
        first_reported=first,
    )


def _allot(report, *claims, mode=QuoteMode.CLAUSE):
    reading = Reading(report=report, mentions=(), claims=claims)
    return quotes.allot([reading], [_incident(*claims)], mode)


def _words(quote):
    return quote.replace(quotes.CUT, "").split()


def test_a_short_sentence_is_quoted_whole():
    """Nothing is cut that need not be."""
    report = _report(f"{SHORT} {LONG}")
    claim = _claim(report, "rejected")

    assert _allot(report, claim).clause("c1") == SHORT


def test_a_long_sentence_is_cut_to_the_clause_at_its_marks():
    """The clause that carries the value, with signs where it is cut."""
    report = _report(LONG)
    found = _allot(report, _claim(report, "3 miles"))

    assert found.clause("c1") == (
        "…said on Tuesday that its troops had moved 3 miles past the lake…"
    )


def test_a_value_can_be_highlighted_in_its_clause():
    """The parts are what stands before it, its own words, and what stands after."""
    report = _report(LONG)
    claim = _claim(report, "3 miles")
    parts = _allot(report, claim).parts(claim.measures[0].passage)

    assert parts.words == "3 miles"
    assert str(parts) == _allot(report, claim).of(claim.measures[0].passage)


def test_a_sentence_of_evidence_is_shown_by_its_clause():
    """Not by more of its words."""
    report = _report(LONG)
    claim = _claim(report, "3 miles", evidence=(0, len(LONG)))
    found = _allot(report, claim)

    assert found.of(claim.evidence[0]) == found.clause("c1")


@pytest.mark.parametrize("rights", [Rights.OWN, Rights.LICENSED])
def test_own_and_licensed_texts_have_no_cap(rights):
    """The whole sentence."""
    report = _report(LONG, rights)

    assert _allot(report, _claim(report, "3 miles")).clause("c1") == LONG


def test_full_quotes_whole_sentences():
    """A private working copy."""
    report = _report(LONG)
    claim = _claim(report, "3 miles")

    assert _allot(report, claim, mode=QuoteMode.FULL).clause("c1") == LONG


def test_none_quotes_nothing():
    """Not even the figure's own words."""
    report = _report(LONG)
    claim = _claim(report, "3 miles")
    found = _allot(report, claim, mode=QuoteMode.NONE)

    assert (found.clause("c1"), found.of(claim.measures[0].passage)) == ("", "")


def _many(count):
    sentences = [
        f"The army said that it moved {n} miles past the lake number {n} and that it would "
        f"stay there for as long as it wished."
        for n in range(100, 100 + count)
    ]
    report = _report(" ".join(sentences))
    claims = [_claim(report, f"{n} miles", n) for n in range(100, 100 + count)]
    return report, claims


def test_after_its_share_a_report_gives_five_words_either_side():
    """The figure is never without its words."""
    report, claims = _many(8)
    found = _allot(report, *claims)
    full = [len(_words(found.clause(c.id))) for c in claims]

    assert full[:2] == [25, 25]
    assert found.clause("c107") == "…army said that it moved 107 miles past the lake number 107…"


def test_a_report_of_many_words_gives_a_tenth_of_them():
    """More than 60 where the text is long."""
    report, claims = _many(40)
    found = _allot(report, *claims)
    whole = [c for c in claims if len(_words(found.clause(c.id))) == 25]

    assert len(whole) == len(report.text.split()) // 10 // 25


def test_a_clause_that_is_quoted_already_costs_nothing():
    """Two values of one sentence share it."""
    report, claims = _many(8)
    twins = [replace(c, id=f"{c.id}b") for c in claims]
    found = _allot(report, *[c for pair in zip(claims, twins, strict=True) for c in pair])

    assert all(found.clause(c.id) == found.clause(f"{c.id}b") for c in claims)
    assert len(_words(found.clause("c101"))) == 25


def test_the_map_comes_before_background_and_early_before_late():
    """What is not shown on the map takes no words from what is."""
    report, claims = _many(5)
    reading = Reading(report=report, mentions=(), claims=tuple(claims))
    incidents = [
        _incident(claims[0], id_="a", background=True, first=date(2020, 1, 1)),
        _incident(claims[1], id_="b", first=date(2022, 1, 1)),
        _incident(claims[2], id_="c", first=date(2021, 1, 1)),
        _incident(claims[3], id_="d"),
    ]
    found = quotes.allot([reading], incidents)
    sizes = {c.id: len(_words(found.clause(c.id))) for c in claims[:4]}

    assert sizes["c101"] == sizes["c102"] == 25
    assert sizes["c100"] < 25
    assert found == quotes.allot([reading], incidents[::-1])


def test_a_passage_that_was_not_allotted_is_shown_short():
    """Never a way round the cap."""
    report = _report(LONG)
    found = _allot(report, _claim(report, "3 miles"))
    shown = found.of(report.passage((report.text.index("they would"), len(LONG))))

    assert len(_words(shown)) <= 3 * quotes.WORDS_BESIDE + 1


def test_control_characters_and_line_breaks_become_spaces():
    """A quotation stands on one line."""
    report = _report("Lisk moved its men,\n3 miles\x1b[1m past\tit.")

    assert (
        _allot(report, _claim(report, "3 miles")).clause("c1")
        == "Lisk moved its men, 3 miles [1m past it."
    )


def test_what_is_not_known_is_empty():
    """A claim or report of another run."""
    report = _report(LONG)
    found = _allot(report, _claim(report, "3 miles"))

    assert found.clause("other") == ""
    assert found.of(replace(report.passage((0, 3)), report_id="other")) == ""


def test_a_value_that_ends_with_a_comma_keeps_it():
    """The comma before a cut is left out, unless it is part of what is shown."""
    report = _report(" ".join(["Lisk"] * 15 + ["moved,"] + ["Lisk"] * 10))
    start = report.text.index("moved,")
    value = report.passage((start, start + len("moved,")))
    claim = replace(_claim(report, report.text), measures=(), evidence=(value,))

    assert _allot(report, claim).parts(value)[1] == "moved,"


WORDS = st.lists(
    st.sampled_from(["Lisk", "moved,", "said", "3", "miles", "past", "it.", "and", "–", "(so)"]),
    min_size=1,
    max_size=400,
)


@settings(max_examples=60)
@given(WORDS, st.data())
def test_no_quotation_is_longer_than_25_words_and_all_are_the_reports_own(words, data):
    """Whatever the text and the values are."""
    report = _report(" ".join(words))
    spans = [m.span() for m in re.finditer(r"\S+", report.text)]
    chosen = data.draw(st.lists(st.integers(0, len(spans) - 1), max_size=30, unique=True))
    claims = [
        replace(
            _claim(report, report.text),
            id=f"c{n}",
            measures=(
                replace(_claim(report, report.text).measures[0], passage=report.passage(spans[n])),
            ),
            evidence=(report.passage(spans[n]),),
        )
        for n in chosen
    ]
    found = _allot(report, *claims)
    cap = max(quotes.FLOOR_WORDS, len(words) // 10)
    used = set()
    for claim in claims:
        before, value, after = found.parts(claim.measures[0].passage)
        bare = f"{before}{value}{after}".replace(quotes.CUT, "")
        size = len(bare.split())
        fresh = set(_positions(report, bare, claim.measures[0].passage.span[0])) - used
        used |= fresh

        assert value == claim.measures[0].passage.text
        assert bare in report.text
        assert size <= quotes.MOST_WORDS
        assert len(used) <= cap or size <= 2 * quotes.WORDS_BESIDE + 1


def _positions(report, bare, near):
    starts = [m.start() for m in re.finditer(re.escape(bare), report.text)]
    start = max((s for s in starts if s <= near), default=0)
    return [start + m.start() for m in re.finditer(r"\S+", bare)]


def test_bait_without_a_full_stop_is_quoted_in_linear_time():
    """A text of one sentence is not read again for each value."""
    report = _report("moved 3 miles and " * 30_000)
    at = [m.start() for m in re.finditer("3 miles", report.text)][:2000]
    base = _claim(report, "3 miles")
    claims = [
        replace(
            base,
            id=f"c{n}",
            measures=(replace(base.measures[0], passage=report.passage((n, n + 7))),),
            evidence=(report.passage((n, n + 7)),),
        )
        for n in at
    ]
    start = time.process_time()
    _allot(report, *claims)

    assert time.process_time() - start < 10
