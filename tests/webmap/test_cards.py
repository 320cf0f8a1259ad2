"""Cards: what each says, with its words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geoincidents import quotes, wording
from geoincidents.webmap.cards import Cards
from geoincidents.webmap.evidence import Evidence, shown

WORDS = wording.load()


@pytest.fixture
def evidence(found):
    """Return what may be quoted of the invented reports."""
    return Evidence(
        reports={r.report.id: r.report for r in found.readings},
        quotes=quotes.allot(found.readings, found.incidents),
        words=WORDS,
    )


@pytest.fixture
def cards(found, scene, facets, evidence):
    """Return every card by its incident's id."""
    maker = Cards(scene, evidence, facets)
    return {i.id: maker.draw(i) for i in found.incidents}


def cell(card, who, key):
    """Return what a claimant says in a column."""
    row = next(r for r in card["rows"] if r["who"] == who)
    return next(c["entries"] for c in row["cells"] if c["key"] == key)


def test_reported_words_come_first_and_si_behind(cards):
    """Nothing is averaged: two figures of one side stay two."""
    said = [e["said"] for e in cell(cards["bcdfgh"], "Lisk", "depth")]

    assert said == ["“3 1/2 kilometers” (3,500 m)", "“two miles” (3,219 m)"]


def test_every_figure_opens_its_words(cards):
    """The passage is marked inside its clause."""
    for card in cards.values():
        for row in card["rows"]:
            for column in row["cells"]:
                for entry in column["entries"]:
                    for quote in entry["quotes"]:
                        assert [is_it for _, is_it in quote["pieces"]].count(True) == 1


def test_the_same_place_twice_is_one_entry_with_both_words(found, scene, facets, evidence):
    """What is said twice is shown once and opens every word for it."""
    first = found.incidents[0].accounts[0]
    twice = replace(first, where=(*first.where, replace(first.where[0], inferred=True)))
    told = replace(found.incidents[0], accounts=(twice,))

    (entry,) = cell(Cards(scene, evidence, facets).draw(told), "Lisk", "place")

    assert entry["said"] == "Lake Tarn"
    assert entry["notes"] == ["named site, within 1.5 km", "inferred"]


def test_silence_is_an_empty_cell(cards):
    """A column that another claimant fills stays open for who says nothing."""
    assert cell(cards["bcdfgh"], "Orm", "depth") == []
    assert cards["bcdfgh"]["unsaid"] == ["area", "killed", "wounded"]


def test_own_losses_are_called_own(cards):
    """A side's losses told by itself say so."""
    (entry,) = cell(cards["jklmnp"], "Lisk", "killed")

    assert entry["said"] == "“105 of its soldiers”"
    assert entry["notes"] == ["own losses, said by Lisk"]


def test_one_measure_in_two_units_stays_one(cards):
    """The second unit is a note, not another figure."""
    (entry,) = cell(cards["jklmnp"], "Brook", "area")

    assert entry["notes"] == ["the same in another unit: “39 square miles”"]


def test_a_denial_is_voiced_as_one(cards):
    """Who denies does not say."""
    voices = {v["voice"]: [q["voice"] for q in v["quotes"]] for v in cards["bcdfgh"]["voices"]}

    assert voices == {"Lisk says": ["Lisk says"], "Orm denies": ["Orm denies"]}


def test_a_figure_of_an_unusual_kind_is_not_dropped(found, scene, facets, evidence):
    """Captured persons get a column when somebody tells of them."""
    from geoincidents.model import MeasureKind  # noqa: PLC0415 - one test only

    incident = found.incidents[2]
    first = incident.accounts[0]
    captured = replace(first.measures[0], kind=MeasureKind.CAPTURED)
    told = replace(incident, accounts=(replace(first, measures=(captured,)),))

    card = Cards(scene, evidence, facets).draw(told)

    assert "captured" in {c["key"] for c in card["columns"]}


@pytest.mark.parametrize(
    ("url", "start"),
    [
        ("https://news.example/a", "https://news.example/a#:~:text=Lake%20Tarn"),
        ("https://news.example/a#b", "https://news.example/a#b:~:text=Lake%20Tarn"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//news.example/a", ""),
        ("file:///etc/passwd", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(found, evidence, url, start):
    """A link leads to the words on the live page; other schemes are no link."""
    passage = found.incidents[0].accounts[0].where[0].passage
    report = replace(evidence.reports["r1"], url=url)

    assert replace(evidence, reports={"r1": report}).of(passage)["link"] == start


def test_direction_controls_are_visible():
    """A text cannot turn what stands around it."""
    assert shown("a\u202eb\u2066c\x07d") == "a‹U+202E›b‹U+2066›c d"
