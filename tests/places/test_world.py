"""Names that only the world's index knows: which of them count."""

import hashlib

import pytest

from geoincidents import lexicon, places, vocabulary
from geoincidents.geography import Gazetteer, Name, PackInfo, Party, PartyKind, Place, PlaceKind
from geoincidents.model import Block, BlockKind, Position, Report

ENGLISH = lexicon.load()


def place(id_, name, where, **facts):
    """Return a place of the world, unless said otherwise."""
    facts = {"country": "BB", "size_m": 1000.0, "pack_id": "world", "kind": "town", **facts}
    return Place(
        id=id_,
        name=name,
        kind=PlaceKind(facts["kind"]),
        country=facts["country"],
        admin=(),
        position=Position(*where),
        size_m=facts["size_m"],
        source="invented",
        licence="CC0-1.0",
        checked="unchecked",
        names=(Name(text=name, language="en", script="Latn"),),
        pack_id=facts["pack_id"],
    )


PLACES = (
    place("arland", "Arland", (10, 50), country="AA", pack_id="arland", kind="country"),
    place("borland", "Borland", (30, 20), pack_id="arland", kind="country"),
    place("lisk", "Lisk", (11.5, 50), country="AA", pack_id="arland"),
    place("omen", "Omen", (11.6, 50), country="AA", pack_id="arland"),
    place("w-omen", "Omen", (30.2, 20)),
    place("w-lisk", "Lisk", (70, 60), country="CC"),
    place("w-great", "Torrim", (30, 21), size_m=8000.0),
    place("w-great-cc", "Torrim", (71, 60), country="CC", size_m=900.0),
    place("w-small", "Kellen", (30.5, 20.5)),
    place("w-small-cc", "Kellen", (72, 60), country="CC"),
    place("w-near", "Dravin", (11.9, 50.2), country="DD"),
    place("w-far", "Sollan", (80, 10), country="DD"),
)
PARTIES = tuple(
    Party(
        id=id_,
        name=id_.title(),
        kind=PartyKind.STATE,
        country=country,
        adjectives=(f"{id_.title()}ic",),
    )
    for id_, country in (("arland", "AA"), ("borland", "BB"))
)
INFO = [
    PackInfo(id=i, title=i, version="1", licence="", credit="", countries=())
    for i in ("arland", "world")
]
WORLD = Gazetteer(
    packs=tuple(INFO),
    places={p.id: p for p in PLACES},
    parties={p.id: p for p in PARTIES},
)
WORDS = vocabulary.compile_(WORLD, ENGLISH)


@pytest.fixture
def told():
    """Return a function that gives the words and the place of each mention of a text."""

    def told_(text):
        made = Report(
            id=hashlib.sha256(text.encode()).hexdigest()[:8],
            doc="a.txt",
            text=text,
            text_sha256="",
            blocks=(Block(kind=BlockKind.BODY, span=(0, len(text))),),
        )
        found = places.find(made, WORDS.scan(text), WORLD, ENGLISH)
        return {m.passage.text: m.place_id for m in found}

    return told_


def test_a_large_place_counts_behind_a_locative(told):
    """A city of half a million needs no more."""
    assert told("Two people died in Torrim.") == {"Torrim": "w-great"}


def test_a_small_place_counts_with_its_country(told):
    """A locative alone could be anywhere."""
    assert told("Two people died in Kellen.").get("Kellen") is None
    assert told("Borland said that two people died in Kellen.")["Kellen"] == "w-small"


def test_the_country_that_the_report_names_settles_a_homonym(told):
    """The other one of the name is not even a candidate."""
    assert told("Borlandic troops entered the village of Kellen.")["Kellen"] == "w-small"


def test_a_small_place_counts_near_another_of_the_report(told):
    """Forty kilometres from a place that the pack knows, in whatever country."""
    assert told("Shells fell on Lisk in Arland and near Dravin.")["Dravin"] == "w-near"


def test_a_small_place_far_from_all_does_not_count(told):
    """Neither its country nor another place speaks for it."""
    assert told("Shells fell on Lisk in Arland and near Sollan.").get("Sollan") is None


@pytest.mark.parametrize(
    "text",
    [
        "Borland's minister Ada Kellen flew home.",
        "Borland sent Mr. Kellen home.",
        "In Borland, Kellen said that two people died.",
        "Borland trusts in Kellen Noor.",
        "Borland said it again. Kellen smiled.",
    ],
)
def test_a_surname_that_is_a_town_does_not_count(told, text):
    """A title, another name or a verb of speech makes it a person."""
    assert "w-small" not in told(text).values()


def test_a_name_that_is_a_person_elsewhere_does_not_count(told):
    """The report calls somebody so: what stands behind "in" is no safer."""
    text = "Borland's minister Ada Kellen flew home. Trust in Kellen is low."

    assert "w-small" not in told(text).values()


def test_a_place_of_the_pack_comes_before_the_world(told):
    """Of one name the curated place counts, and the other is no candidate."""
    assert told("Arland said that shells fell on Lisk.")["Lisk"] == "lisk"
    assert told("Shells fell on the town of Omen.")["Omen"] == "omen"


def test_the_world_comes_before_a_pack_of_another_country(told):
    """The report is about Borland, and the pack's place lies in a state it does not name."""
    assert told("Borland said that shells fell on the town of Omen.")["Omen"] == "w-omen"


def test_once_supported_a_name_counts_all_through_the_report(told):
    """The second time it is the subject."""
    text = "Borland said that two people died in Kellen. Later Kellen was quiet."

    assert told(text)["Kellen"] == "w-small"


def test_a_list_behind_a_locative_counts_whole(told):
    """In A and B: the locative stands for both."""
    assert told("Borlandic shells fell in Torrim and Kellen.") == {
        "Torrim": "w-great",
        "Kellen": "w-small",
    }
