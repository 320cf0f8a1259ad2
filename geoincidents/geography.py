"""The records of a gazetteer: places, parties and borders, and how to look them up."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geoincidents.model import Geometry, Position


class PlaceKind(StrEnum):
    """What a place is; the values are those of `places.csv`."""

    COUNTRY = "country"
    REGION = "region"
    PROVINCE = "province"
    DISTRICT = "district"
    TOWN = "town"
    VILLAGE = "village"
    LAKE = "lake"
    RIVER = "river"
    MOUNTAIN = "mountain"
    PASS = "pass"  # noqa: S105 - a mountain pass, not a word of access
    ROAD = "road"
    BORDER = "border"
    FACILITY = "facility"
    POST = "post"
    OTHER = "other"


AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.PROVINCE, PlaceKind.DISTRICT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One way to write a place, as a row of `names.csv`."""

    text: str
    language: str
    script: str
    side: str = ""  # which side uses it, a party id
    period: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A gazetteer entry.

    `country` is ISO 3166 alpha-2; `admin` the enclosing areas' place ids, the smallest
    first; `size_m` the radius in metres within which "at the place" may lie;
    `straddles` the countries whose border passes within `size_m` and its accuracy;
    `accuracy_m` how far off nine of ten positions are at most that were checked as this
    one was, 0 where its pack says nothing of it.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str
    admin: tuple[str, ...]
    position: Position
    size_m: float
    source: str
    licence: str
    checked: str
    names: tuple[Name, ...] = ()
    straddles: tuple[str, ...] = ()
    pack_id: str = ""
    accuracy_m: float = 0.0

    def within_m(self, extent_m: float) -> float:
        """Return how far from its position something within an extent of the place may be.

        Where it is in the extent and how far the position is off have nothing to do with
        each other, so the root of the squares counts.
        """
        return math.hypot(extent_m, self.accuracy_m)


NEWCOMER = "group: "  # begins the id of an armed group that a report introduces


class PartyKind(StrEnum):
    """What a party is to the conflicts of a pack."""

    STATE = "state"
    ARMED_GROUP = "armed group"
    OBSERVER = "observer"  # third states, missions and organisations


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who speaks for a party, by every spelling of the name."""

    names: tuple[str, ...]
    office: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A state or armed side, and the words that stand for it."""

    id: str
    name: str
    kind: PartyKind
    country: str
    names: tuple[str, ...] = ()  # further names of the party itself
    demonyms: tuple[str, ...] = ()  # nouns for its people
    adjectives: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()  # cities and seats that stand for its government
    offices: tuple[str, ...] = ()  # bodies whose words are the party's
    organs: tuple[str, ...] = ()  # bodies with a name of their own (ombudsman)
    people: tuple[Person, ...] = ()
    media: tuple[str, ...] = ()  # outlets of that country: never a party


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderLine:
    """A piece of a state border; `a` lies on its left, `b` on its right, as party ids."""

    id: str
    a: str
    b: str
    section: str
    exclave: str  # name of the exclave it rings, empty for a section
    accuracy_m: float
    geometry: Geometry  # LineString


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The area of a country of a pack, for drawing and for telling sides."""

    country: str
    geometry: Geometry  # Polygon or MultiPolygon


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderSource:
    """Where a pack's border is from."""

    source: str
    version: str
    date: str
    accuracy_m: float
    licence: str
    credit: str
    convention: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackInfo:
    """What `pack.toml` says of a pack."""

    id: str
    title: str
    version: str
    licence: str
    credit: str
    countries: tuple[str, ...]
    border: BorderSource | None = None
    contested: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # names to show, by id


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Everything that the packs of a run know, for looking up."""

    packs: tuple[PackInfo, ...]
    places: Mapping[str, Place]
    parties: Mapping[str, Party]
    borders: tuple[BorderLine, ...] = ()
    outlines: Mapping[str, Outline] = field(default_factory=dict)  # by country
    areas: Mapping[str, Geometry] = field(default_factory=dict)  # by place id: of areas
    features: Mapping[str, Geometry] = field(default_factory=dict)  # of lakes, rivers, roads

    def place(self, place_id: str) -> Place:
        """Return a place; an unknown id is our bug and raises ``KeyError``."""
        return self.places[place_id]

    def party(self, party_id: str) -> Party:
        """Return a party; an unknown id is our bug and raises ``KeyError``.

        The id of an armed group that only a report knows holds its name.
        """
        if is_newcomer(party_id):
            name = party_id.removeprefix(NEWCOMER)
            return Party(id=party_id, name=name, kind=PartyKind.ARMED_GROUP, country="")
        return self.parties[party_id]

    def party_name(self, party_id: str) -> str:
        """Return a party's usual name, its id where no pack knows it."""
        known = party_id in self.parties or is_newcomer(party_id)
        return self.party(party_id).name if known else party_id

    def party_of(self, country: str) -> Party | None:
        """Return the state whose ISO 3166 alpha-2 code is given, None if no pack has it."""
        states = (p for p in self.parties.values() if country and p.country == country)
        return next((p for p in states if p.kind is not PartyKind.ARMED_GROUP), None)

    def encloses(self, outer: str, inner: str) -> bool:
        """Return whether a place lies in another by its admin path or its country."""
        if outer == inner:
            return True
        area, place = self.places[outer], self.places[inner]
        if area.kind is PlaceKind.COUNTRY:
            return area.country in {place.country, *place.straddles}
        return outer in place.admin


def is_newcomer(party_id: str) -> bool:
    """Return whether an id is that of an armed group which only a report knows."""
    return party_id.startswith(NEWCOMER)
