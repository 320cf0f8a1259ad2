"""A tiny invented world: two states, a border, areas, settlements and shared names."""

from __future__ import annotations

import hashlib
from types import SimpleNamespace

import pytest

from geoincidents import lexicon, places, vocabulary
from geoincidents.geography import Gazetteer, Name, Party, PartyKind, Person, Place, PlaceKind
from geoincidents.model import Block, BlockKind, Position, Report
from geoincidents.text import masked


def place(id_, kind, where, **more):
    """Return a place from `(lon, lat)` and its names after the first."""
    names = more.pop("names", ())
    return Place(
        id=id_,
        name=more.pop("name", id_.title()),
        kind=PlaceKind(kind),
        country=more.pop("country", "AA"),
        admin=more.pop("admin", ()),
        position=Position(*where),
        size_m=1000.0,
        source="invented",
        licence="CC0-1.0",
        checked="yes",
        names=tuple(Name(text=t, language="en", script="Latn") for t in names),
        **more,
    )


PLACES = (
    place("arland", "country", (10.0, 50.0), names=("Republic of Arland",)),
    place("borland", "country", (14.0, 50.0), country="BB"),
    place("senn", "province", (11.0, 50.0), names=("Senn Province",)),
    place("dray-district", "district", (11.2, 50.2), name="Dray", admin=("senn",)),
    place("dray", "town", (11.21, 50.21), admin=("dray-district", "senn")),
    place("lisk", "town", (11.5, 50.0), admin=("senn",)),
    place("upper-lisk", "village", (11.6, 50.1), name="Upper Lisk", admin=("senn",)),
    place("omen", "village", (11.7, 50.0), admin=("senn",)),
    place("omen-far", "village", (13.9, 52.0), name="Omen", country="BB", admin=("torr",)),
    place("torr", "province", (14.0, 52.0), country="BB"),
    place("kell", "town", (13.0, 50.0), country="BB"),
    place("kell-lake", "lake", (13.2, 50.1), name="Lake Kell", country="BB", names=("Kell",)),
    place("sevan", "village", (11.4, 50.3), names=("Georg",)),
    place("nore-pass", "pass", (11.8, 50.4), name="Nore Pass"),
    place("nore-mine", "facility", (11.9, 50.6), name="Nore Gold Mine"),
    place("nore", "village", (11.9, 50.5)),
    place("lisk-omen-road", "road", (11.6, 50.0), name="Lisk-Omen road"),
    place("kell-corridor", "road", (12.5, 50.0), name="Kell corridor"),
    place("arla", "town", (10.1, 50.1)),
    place("bora", "town", (14.1, 50.1), country="BB"),
    place("tiran", "village", (11.1, 50.7)),
    place("turkish", "village", (11.3, 50.6), name="Turkish"),
    place(
        "border",
        "border",
        (12.0, 50.0),
        name="Arland-Borland border",
        names=("border between Arland and Borland",),
        straddles=("AA", "BB"),
    ),
)
PARTIES = (
    Party(
        id="arland",
        name="Arland",
        kind=PartyKind.STATE,
        country="AA",
        names=("A.L.",),
        demonyms=("Arlander", "Arlanders"),
        adjectives=("Arlandic",),
        capitals=("Arla",),
        offices=("Arland Defence Ministry", "Defence Ministry of Arland", "Lisk Command"),
        people=(Person(names=("Sevan Omen", "Lisk Noor", "Tiran"), office="minister"),),
        media=("Lisk Times", "Radio Borland"),
    ),
    Party(
        id="borland",
        name="Borland",
        kind=PartyKind.STATE,
        country="BB",
        demonyms=("Borlander",),
        adjectives=("Borlandic",),
        capitals=("Bora",),
    ),
    Party(id="band", name="Senn", kind=PartyKind.ARMED_GROUP, country="AA"),
    Party(id="front", name="Lisk Liberation Front", kind=PartyKind.ARMED_GROUP, country="AA"),
)
WORLD = Gazetteer(packs=(), places={p.id: p for p in PLACES}, parties={p.id: p for p in PARTIES})
ENGLISH = lexicon.load()
WORDS = vocabulary.compile_(WORLD, ENGLISH)


def report(text, *, dateline=0):
    """Return a report whose first characters are a dateline."""
    head = [Block(kind=BlockKind.DATELINE, span=(0, dateline))] if dateline else []
    return Report(
        id=hashlib.sha256(text.encode()).hexdigest()[:8],
        doc="a.txt",
        text=text,
        text_sha256="",
        blocks=(*head, Block(kind=BlockKind.BODY, span=(dateline, len(text)))),
    )


def find(text, *, dateline=0):
    """Return the mentions in a text."""
    made = report(text, dateline=dateline)
    return places.find(made, WORDS.scan(masked(made)), WORLD, ENGLISH)


@pytest.fixture
def told():
    """Return a function that gives the words and the place of each mention of a text."""
    return lambda text: [(m.passage.text, m.place_id) for m in find(text)]


@pytest.fixture(name="find")
def _find():
    return find


@pytest.fixture(scope="session")
def world():
    """Return the tiny world and what finds places in it."""
    return SimpleNamespace(gazetteer=WORLD, lexicon=ENGLISH, find=find, report=report)
