"""Settings: the kind, parties, time and place by which tellings are compared."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geoincidents.geography import PartyKind, PlaceKind, is_newcomer
from geoincidents.model import (
    ClaimType,
    DatePrecision,
    SpeakerRole,
    Vague,
    WhereRole,
)
from geoincidents.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geoincidents.geography import Gazetteer, Place
    from geoincidents.model import Claim, When, Where

# Sides and outlets name one event by different types; types of one group may be one event.
_GROUPS = {
    "movement of forces": (ClaimType.INCURSION, ClaimType.SEIZURE, ClaimType.DEPLOYMENT),
    "fire": (ClaimType.CLASH, ClaimType.SHELLING, ClaimType.AIR_STRIKE, ClaimType.DRONE_STRIKE),
}
GROUP_OF = {t: group for group, types in _GROUPS.items() for t in types}
FIRE = "fire"
OTHER = ClaimType.OTHER.value
_COARSE = frozenset({PlaceKind.COUNTRY, PlaceKind.BORDER})
_BREADTH = {PlaceKind.DISTRICT: 1, PlaceKind.PROVINCE: 2, PlaceKind.REGION: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A time that an event may have been at; both ends are included."""

    start: date
    end: date
    prec: DatePrecision
    said: str = field(init=False, compare=False, repr=False)  # in words, for reasons

    def __post_init__(self) -> None:
        """Set the words once: a period is compared with those of many events."""
        is_day = self.start == self.end
        said = self.start.isoformat() if is_day else f"{self.start} to {self.end}"
        object.__setattr__(self, "said", said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is compared of a telling; equal settings are compared once.

    `places` are the finest named places below countries, `breadth` how wide the widest
    is (0 site, 1 district, 2 province or region), `unknown` the names of places that no
    gazetteer has, folded; `periods` is empty for an undated
    event, which is known to be before `published` (None for dated ones). `parties` are all
    who act or are acted on; `is_mutual` says that who acted on whom does not matter, as in
    clashes and mutual blame.
    """

    groups: frozenset[str]
    types: frozenset[ClaimType]
    actors: frozenset[str]
    targets: frozenset[str]
    periods: tuple[Period, ...]
    published: date | None
    places: tuple[str, ...]
    unknown: tuple[str, ...]
    breadth: int
    countries: frozenset[str]
    is_shared_lake: bool
    is_border: bool
    count: int | None
    parties: frozenset[str] = field(init=False, compare=False, repr=False)
    is_mutual: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Set what follows from the rest once: a setting is compared with many."""
        is_mutual = ClaimType.CLASH in self.types or not self.actors.isdisjoint(self.targets)
        object.__setattr__(self, "parties", self.actors | self.targets)
        object.__setattr__(self, "is_mutual", is_mutual)


def setting_of(claims: Sequence[Claim], gazetteer: Gazetteer) -> Setting:
    """Return the setting of an event from the claims that tell it."""
    wheres = _located([w for c in claims for w in c.where])
    named = [gazetteer.place(p) for p in {w.place_id for w in wheres if w.place_id is not None}]
    countries = frozenset(p.country for p in named if p.kind is PlaceKind.COUNTRY)
    has_border = any(p.kind is PlaceKind.BORDER for p in named)
    places = _finest([p for p in named if p.kind not in _COARSE])
    types = frozenset(c.type for c in claims)
    periods = _periods([c.when for c in claims])
    actors = frozenset(c.actor for c in claims if c.actor is not None)
    # A third state's drivers or observers are met on a side's ground: who is met says
    # nothing of whose ground it is.
    targets = frozenset(c.target for c in claims if c.target and not _is_third(c.target, gazetteer))
    return Setting(
        groups=frozenset(GROUP_OF.get(t, t.value) for t in types),
        types=types,
        actors=actors or (frozenset() if targets else _sides(claims, types, gazetteer)),
        targets=targets,
        periods=periods,
        published=None if periods else claims[0].published,
        places=tuple(p.id for p in places),
        unknown=tuple(sorted({fold(w.passage.text) for w in wheres if is_unknown(w)})),
        breadth=max((_BREADTH.get(p.kind, 0) for p in places), default=0),
        countries=countries,
        is_shared_lake=any(w.vague is Vague.SHARED_LAKE for w in wheres),
        is_border=has_border or any(w.vague is Vague.BORDER for w in wheres),
        count=max((w.count for w in wheres if w.count is not None), default=None),
    )


def _sides(
    claims: Sequence[Claim], types: frozenset[ClaimType], gazetteer: Gazetteer
) -> frozenset[str]:
    """Return who fought in a clash of unnamed parties: who tells it, and who has losses."""
    if ClaimType.CLASH not in types:
        return frozenset()
    speakers = [s for c in claims for s in (c.speaker, *c.also_said_by)]
    told = {s.party_id for s in speakers if s.role is SpeakerRole.STATE}
    told |= {m.of for c in claims for m in c.measures}
    return frozenset(p for p in told if p is not None and is_belligerent(p, gazetteer))


def is_belligerent(party_id: str, gazetteer: Gazetteer) -> bool:
    """Return whether a party is a state or armed group of a pack, no observer."""
    party = gazetteer.parties.get(party_id)
    is_known = party is not None and party.kind is not PartyKind.OBSERVER
    return is_known or is_newcomer(party_id)


def _is_third(party_id: str, gazetteer: Gazetteer) -> bool:
    party = gazetteer.parties.get(party_id)
    return party is not None and party.kind is PartyKind.OBSERVER


def is_unknown(where: Where) -> bool:
    """Return whether a place is named, but in no gazetteer."""
    return where.place_id is None and where.vague is None


def _located(wheres: Sequence[Where]) -> Sequence[Where]:
    """Return the places where it happened; a direction counts when nothing better is known."""
    apart = (WhereRole.FROM, WhereRole.DIRECTION)
    return [w for w in wheres if w.role not in apart] or [
        w for w in wheres if w.role is WhereRole.DIRECTION
    ]


def _finest(places: Sequence[Place]) -> Sequence[Place]:
    """Return the places that enclose no other one of them, sorted."""
    if len(places) < 2:  # noqa: PLR2004 - nothing to enclose
        return places
    enclosing = {area for p in places for area in p.admin}
    return sorted((p for p in places if p.id not in enclosing), key=lambda p: p.id)


def _periods(whens: Sequence[When]) -> tuple[Period, ...]:
    """Return the most precise readings of the time, the alternatives of one `When` too."""
    dated = [w for w in whens if w.start is not None]
    if not dated:
        return ()
    best = min(w.prec for w in dated)
    readings = {
        Period(start=start, end=end, prec=w.prec)
        for w in dated
        if w.prec is best
        for start, end in ((w.start, w.end or w.start), *w.alternatives)
        if start is not None and end is not None
    }
    return tuple(sorted(readings, key=lambda p: (p.start, p.end)))
