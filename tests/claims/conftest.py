"""An invented borderland, and a way to read reports about it."""

import datetime as dt
import hashlib

import pytest

from geoincidents import claims, places, vocabulary
from geoincidents.geography import Gazetteer, Party, PartyKind, Person, Place, PlaceKind
from geoincidents.model import ANSWERING, Block, BlockKind, Position, Report
from geoincidents.text import masked

PUBLISHED = dt.date(2024, 3, 15)  # a Friday


def place(name, kind, country, admin=(), straddles=()):
    """Return a place of the invented world, its id from its name."""
    return Place(
        id=name.casefold().replace(" ", "-"),
        name=name,
        kind=PlaceKind(kind),
        country=country,
        admin=admin,
        position=Position(20.0, 50.0),
        size_m=1000.0,
        source="invented",
        licence="none",
        checked="2024-01-01",
        straddles=straddles,
    )


PLACES = (
    place("Norland", "country", "NX"),
    place("Sudria", "country", "SX"),
    place("Vestia", "country", "VX"),
    place("Talva", "province", "SX"),
    place("Ostermark", "province", "NX"),
    place("Merren", "district", "SX", ("talva",)),
    place("Kolde", "district", "NX", ("ostermark",)),
    place("Ostel", "village", "SX", ("merren", "talva")),
    place("Karvan", "village", "SX", ("merren", "talva")),
    place("Tarsk", "town", "SX", ("talva",)),
    place("Brevik", "village", "NX", ("kolde", "ostermark")),
    place("Dunmore", "town", "NX", ("ostermark",)),
    place("Lake Bryn", "lake", "SX", ("talva",), ("NX", "SX")),
    place("Mount Skarn", "mountain", "SX", ("talva",)),
    place("Tarsk-Ostel highway", "road", "SX", ("talva",)),
    place("Hagen", "town", "NX"),
    place("Varos", "town", "SX"),
)
PARTIES = (
    Party(
        id="norland",
        name="Norland",
        kind=PartyKind.STATE,
        country="NX",
        demonyms=("Norlander", "Norlanders"),
        adjectives=("Norlandic",),
        capitals=("Hagen",),
        people=(Person(names=("Ida Brandt", "Brandt"), office="prime minister"),),
        organs=("Norlandic ombudsman",),
        media=("Nordbote",),
    ),
    Party(
        id="sudria",
        name="Sudria",
        kind=PartyKind.STATE,
        country="SX",
        demonyms=("Sudrian", "Sudrians"),
        adjectives=("Sudrian",),
        capitals=("Varos",),
        people=(Person(names=("Milo Terek", "Terek"), office="president"),),
        offices=("Sudrian Ministry of Defence", "Ministry of Defence of Sudria"),
    ),
    Party(
        id="front",
        name="Red Front",
        kind=PartyKind.ARMED_GROUP,
        country="SX",
        names=("RF",),
    ),
    Party(
        id="vestia",
        name="Vestia",
        kind=PartyKind.OBSERVER,
        country="VX",
        demonyms=("Vestian", "Vestians"),
        adjectives=("Vestian",),
        capitals=("Lumen",),
    ),
)


@pytest.fixture(scope="session")
def borderland():
    """Return the gazetteer of two neighbours, an armed group and an onlooker."""
    return Gazetteer(packs=(), places={p.id: p for p in PLACES}, parties={p.id: p for p in PARTIES})


@pytest.fixture(scope="session")
def read(borderland, english):
    """Return a function that reads a text of the borderland."""
    words = vocabulary.compile_(borderland, english)

    def reading(text, published=PUBLISHED, title=""):
        head = len(title)
        blocks = (Block(kind=BlockKind.TITLE, span=(0, head)),) if title else ()
        text = f"{title}\n\n{text}" if title else text
        report = Report(
            id="r",
            doc="r.txt",
            text=text,
            text_sha256=hashlib.sha256(text.encode()).hexdigest(),
            blocks=(*blocks, Block(kind=BlockKind.BODY, span=(head, len(text)))),
            published=published,
        )
        hits = words.scan(masked(report))
        mentions = places.find(report, hits, borderland, english)
        return claims.extract(report, mentions, hits, borderland, english)

    return reading


@pytest.fixture(scope="session")
def events(read):
    """Return a function that tells what events a text reports, as plain words."""

    def told(text):
        groups = {}
        for claim in read(text).claims:
            groups.setdefault(claim.event, []).append(claim)
        return [summary(group) for group in groups.values()]

    return told


def summary(group):
    """Return an event's claims as plain words."""
    asserting = [c for c in group if c.stance not in ANSWERING]
    first = asserting[0]
    where = [w for c in asserting for w in c.where]
    dated = [c.when for c in asserting if c.when.start]
    return {
        "type": first.type.value,
        "actor": first.actor,
        "target": first.target,
        "by": sorted(c.speaker.key for c in asserting),
        "denied": sorted(c.speaker.key for c in group if c.stance in ANSWERING),
        "where": sorted({w.place_id for w in where if w.place_id and w.role != "from"}),
        "from": sorted({w.place_id for w in where if w.role == "from"}),
        "date": dated[0].start.isoformat() if dated else None,
        "figures": sorted(m.passage.text for c in asserting for m in c.measures),
        "stances": sorted({c.stance.value for c in group}),
    }
