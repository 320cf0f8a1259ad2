"""A gazetteer with the places of the world that reports may name."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from geoincidents import gazetteer as packs
from geoincidents import resources
from geoincidents.geography import Gazetteer, Name, PackInfo, Place, PlaceKind
from geoincidents.model import Position
from geoincidents.packmaking import sizes, wording
from geoincidents.text import masked
from geoincidents.world import caching, index, outlines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geoincidents.geography import Party
    from geoincidents.model import Report
    from geoincidents.world.index import Entry, Index

PACK_ID = "world"
LARGE_INHABITANTS = 100_000  # a smaller place counts only where its country is named
MOST_OF_A_NAME = 12  # places of one name, the largest of them
_LONGEST_NAME = 4  # words
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘`.-]*[^\W\d_]+)*")
_BETWEEN = re.compile(r"[ \u00a0]|\n(?!\s)")
_INFO = PackInfo(
    id=PACK_ID,
    title="other regions",
    version="",
    licence="CC-BY-4.0",
    credit="names: GeoNames",
    countries=(),
)


def extend(known: Gazetteer, reports: Iterable[Report]) -> Gazetteer:
    """Return a gazetteer with the world's places that reports may name.

    Raises
    ------
    MakingError
        If the index is not there and cannot be built.
    """
    whole = _with_states(known)
    home = caching.ready()
    countries = _countries_by_name(whole)
    looked_up = _Lookup(index.Index(home))
    named: set[str] = set()
    for report in reports:
        text = masked(report)
        surfaces = {*_surfaces(text)}
        here = {c for s in surfaces for c in countries.get(index.key_of(s), ())}
        looked_up.take(sorted(surfaces), here)
        named |= here
    drawn = outlines.read(home, named - whole.outlines.keys())
    return replace(
        whole,
        packs=(*whole.packs, _INFO),
        places={**whole.places, **{p.id: p for p in looked_up.places()}},
        outlines={**whole.outlines, **drawn},
    )


class _Lookup:
    """The places found so far, each with the words that reports write it with."""

    def __init__(self, source: Index) -> None:
        self._source = source
        self._rows: dict[str, list[int]] = {}
        self._surfaces: dict[int, dict[str, None]] = {}

    def take(self, surfaces: Iterable[str], countries: set[str]) -> None:
        """Keep the places that words may name in a report that names countries."""
        for surface in surfaces:
            if surface not in self._rows:
                self._rows[surface] = self._source.rows(index.key_of(surface))
            for row in self._counting(self._rows[surface], countries):
                self._surfaces.setdefault(row, {})[surface] = None

    def _counting(self, rows: Iterable[int], countries: set[str]) -> Iterator[int]:
        """Yield the largest places that are large, or lie in a country that is named."""
        counted = (
            row
            for row in rows
            if self._source.inhabitants(row) >= LARGE_INHABITANTS
            or self._source.entry(row).country in countries
        )
        return islice(counted, MOST_OF_A_NAME)

    def places(self) -> Iterator[Place]:
        """Yield the places that were found, the largest first."""
        for row in sorted(self._surfaces):
            yield _place(self._source.entry(row), self._surfaces[row])


def _place(entry: Entry, surfaces: Iterable[str]) -> Place:
    """Return a place, called as reports call it: GeoNames has spellings of its own."""
    texts = sorted(surfaces)
    keys = {index.key_of(text) for text in texts}
    called = entry.name if index.key_of(entry.name) in keys else texts[0]
    names = [
        Name(text=t, language="", script="", source="geonames")
        for t in dict.fromkeys((*texts, entry.name))
    ]
    return Place(
        id=f"{PACK_ID}-{entry.geoname_id}",
        name=called,
        kind=sizes.kind_of(entry.inhabitants),
        country=entry.country,
        admin=(),
        position=Position(entry.lon, entry.lat),
        size_m=sizes.size_m(entry.inhabitants),
        source="geonames",
        licence="CC-BY-4.0",
        checked="unchecked",
        names=tuple(names),
        pack_id=PACK_ID,
    )


def _surfaces(text: str) -> Iterator[str]:
    """Yield the runs of one to four words that start with a capital and may be a name."""
    words = [*_WORD.finditer(text)]
    for first, word in enumerate(words):
        if not word[0][0].isupper():
            continue
        for last in range(first, min(first + _LONGEST_NAME, len(words))):
            if last > first and not _BETWEEN.fullmatch(
                text, words[last - 1].end(), words[last].start()
            ):
                break
            surface = text[word.start() : words[last].end()].replace("\n", " ")
            surface = surface.removesuffix("'s").removesuffix("’s")
            if wording.is_name(surface):
                yield surface


def _countries_by_name(known: Gazetteer) -> Mapping[str, set[str]]:
    """Return the countries by all words for them and their people."""
    found: dict[str, set[str]] = {}
    for place in known.places.values():
        if place.kind is PlaceKind.COUNTRY:
            for name in (place.name, *(n.text for n in place.names)):
                found.setdefault(index.key_of(name), set()).add(place.country)
    for party in known.parties.values():
        for word in _words_of(party) if party.country else ():
            found.setdefault(index.key_of(word), set()).add(party.country)
    return found


def _words_of(party: Party) -> Iterator[str]:
    yield from (party.name, *party.names, *party.demonyms, *party.adjectives, *party.capitals)


def _with_states(known: Gazetteer) -> Gazetteer:
    """Return a gazetteer with every state, those of its packs first."""
    table = packs.load(resources.pack_folders())
    have = {p.country for p in known.places.values() if p.kind is PlaceKind.COUNTRY}
    states = {
        p.id: p
        for p in table.places.values()
        if p.kind is PlaceKind.COUNTRY and p.country not in have and p.id not in known.places
    }
    parties = {k: p for k, p in table.parties.items() if k not in known.parties}
    return replace(
        known,
        places={**known.places, **states},
        parties={**known.parties, **parties},
    )
