"""Accounts: each claimant's version of an incident, nothing averaged, nothing dropped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents.geography import PlaceKind
from geoincidents.incidents.settings import is_unknown
from geoincidents.model import (
    ANSWERING,
    UNDATED,
    Account,
    ClaimType,
    DateBasis,
    Stance,
    Vague,
    WhereRole,
)
from geoincidents.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geoincidents.geography import Gazetteer
    from geoincidents.incidents.voices import Voice
    from geoincidents.model import Claim, Measure, When, Where

# A claimant that re-describes what it denies has a version of its own to show.
STANCES = (
    Stance.DISPUTES_PLACE,
    Stance.DISPUTES_STATUS,
    Stance.DENIES,
    Stance.ASSERTS,
    Stance.CONCEDES,
    Stance.UNCONFIRMED,
)
_AREA_RANKS = {
    PlaceKind.DISTRICT: 2,
    PlaceKind.PROVINCE: 3,
    PlaceKind.REGION: 3,
    PlaceKind.BORDER: 4,
    PlaceKind.COUNTRY: 6,
}
_VAGUE_RANKS = {Vague.SHARED_LAKE: 2, Vague.BORDER: 5, Vague.SIDE: 5}
_ROLE_RANKS = {
    WhereRole.AT: 0,
    WhereRole.INTO: 1,
    WhereRole.NEAR: 2,
    WhereRole.ALONG: 3,
    WhereRole.DIRECTION: 4,
    WhereRole.FROM: 5,
}
_BASIS_RANKS = list(DateBasis)


def of_voices(heard: Iterable[Voice], gazetteer: Gazetteer) -> tuple[Account, ...]:
    """Return one account per claimant; who tells it first, then who answers."""
    said: dict[str, list[Voice]] = {}
    for voice in heard:
        said.setdefault(voice.speaker.key, []).append(voice)
    made = [_account(key, of_key, gazetteer) for key, of_key in said.items()]
    return tuple(sorted(made, key=lambda a: (a.stance in ANSWERING, not a.claimant.party_id)))


def _account(key: str, said: Sequence[Voice], gazetteer: Gazetteer) -> Account:
    if len(said) == 1:
        return _of_one(key, said[0], gazetteer)
    claims = [v.claim for v in said]
    own = _own_version(claims)
    told = own or claims  # a bare denial names what is denied
    return Account(
        key=key,
        claimant=said[0].speaker,
        stance=min((c.stance for c in claims), key=STANCES.index),
        types=tuple(dict.fromkeys(c.type for c in _told_first(told))),
        claims=tuple(dict.fromkeys(c.id for c in claims)),
        actor=next((c.actor for c in told if c.actor is not None), None),
        target=next((c.target for c in told if c.target is not None), None),
        where=merged_where([w for c in own for w in c.where], gazetteer),
        when=best_when([c.when for c in told]),
        measures=_unique_measures([m for v in said for m in v.measures]),
    )


def _of_one(key: str, voice: Voice, gazetteer: Gazetteer) -> Account:
    """Return as `_account` for who makes one claim, as most do: there is nothing to choose."""
    claim = voice.claim
    is_own = claim.stance is not Stance.DENIES
    return Account(
        key=key,
        claimant=voice.speaker,
        stance=claim.stance,
        types=(claim.type,),
        claims=(claim.id,),
        actor=claim.actor,
        target=claim.target,
        where=merged_where(claim.where, gazetteer) if is_own else (),
        when=best_when((claim.when,)),
        measures=_unique_measures(voice.measures),
    )


def _own_version(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Return the claims that say what happened, by the claimant's own account.

    What a denial names (kind, place, parties) is what is denied: none of it is said by
    the denier.
    """
    answering = [c for c in claims if c.stance in ANSWERING]
    anew = [c for c in answering if c.stance is not Stance.DENIES]
    return anew or [c for c in claims if c.stance not in ANSWERING]


def _told_first(claims: Sequence[Claim]) -> list[Claim]:
    """Return claims with named types before those that only say that something was."""
    return sorted(claims, key=lambda c: c.type is ClaimType.OTHER)


def merged_where(wheres: Sequence[Where], gazetteer: Gazetteer) -> tuple[Where, ...]:
    """Return places without repeats, the most specific first, then the earliest told."""
    if len(wheres) < 2:  # noqa: PLR2004 - nothing to order
        return tuple(wheres)
    unique: dict[tuple[object, ...], Where] = {}
    for w in wheres:
        name = fold(w.passage.text) if is_unknown(w) else ""
        unique.setdefault((w.place_id, w.vague, w.role, w.party_id, w.count, name), w)
    return tuple(sorted(unique.values(), key=lambda w: where_rank(w, gazetteer)))


def where_rank(where: Where, gazetteer: Gazetteer) -> tuple[bool, int, bool, int]:
    """Return what puts sites before areas, and areas before what is only described."""
    aside = where.role in {WhereRole.FROM, WhereRole.DIRECTION}
    if where.place_id is not None:
        breadth = _AREA_RANKS.get(gazetteer.place(where.place_id).kind, 0)
    else:
        # An unknown name comes after the sites that can be placed, and before their areas.
        breadth = _VAGUE_RANKS[where.vague] if where.vague else 1
    return (aside, breadth, where.inferred, _ROLE_RANKS[where.role])


def best_when(whens: Iterable[When]) -> When:
    """Return the most precise time, of equal ones the one best founded, then the first."""
    dated = [w for w in whens if w.start is not None]
    if len(dated) < 2:  # noqa: PLR2004 - nothing to choose from
        return dated[0] if dated else UNDATED
    return min(dated, key=lambda w: (w.prec, _BASIS_RANKS.index(w.basis)))


def _unique_measures(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    unique: dict[tuple[object, ...], Measure] = {}
    for m in measures:
        unique.setdefault((m.kind, m.low, m.high, m.passage), m)
    return tuple(unique.values())


def infer_lakes(claims: Iterable[Claim], lakes: Sequence[str]) -> tuple[Claim, ...]:
    """Return claims in which a shared, unnamed lake is the one lake that others name."""
    if len(lakes) != 1:
        return tuple(claims)
    return tuple(replace(c, where=tuple(_inferred(w, lakes[0]) for w in c.where)) for c in claims)


def _inferred(where: Where, lake: str) -> Where:
    if where.vague is not Vague.SHARED_LAKE or where.place_id is not None:
        return where
    return replace(where, place_id=lake, inferred=True)
