"""Decisions replayed: first on claims, then on the incidents that they are merged into."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geoincidents.decisions.rows import TIES, Action
from geoincidents.model import NO_TIES, Ties, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geoincidents.decisions.rows import Decision
    from geoincidents.model import Account, Claim, Incident, Reading

_EDITS = frozenset({Action.PLACE, Action.DATE, Action.SPEAKER})
# What says that a person read a claim; whether two are one event says nothing of each.
_CHECKS = _EDITS | {Action.KEEP, Action.PUBLISH}
NO_ID = "no claim or incident in these reports has this id"
NO_VALUE = "no claim or incident in these reports has the id in its value"
ONLY_CLAIMS = "this is the id of an incident; decide it claim by claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Readings with their claims as decided, and what is left to replay.

    `open` are decisions about incidents; `unmatched` those that match nothing, in words.
    """

    readings: tuple[Reading, ...]
    known: frozenset[str]  # the ids of all claims, dropped ones too
    ties: Ties = NO_TIES
    open: tuple[Decision, ...] = ()
    checks: tuple[Decision, ...] = ()  # of claims and incidents, in the order of the file
    unmatched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Incidents with who checked them, and the decisions that match nothing, in words."""

    readings: tuple[Reading, ...]
    incidents: tuple[Incident, ...]
    unmatched: tuple[str, ...]


def settle(readings: Iterable[Reading], decided: Sequence[Decision]) -> Settled:
    """Return the readings after all decisions about single claims.

    Of several decisions on one claim and the same thing the last counts, and so does the
    last of keep, publish and drop.
    """
    known = tuple(readings)
    ids = frozenset(c.id for reading in known for c in reading.claims)
    of_claims = [
        d for d in decided if d.id in ids and not (d.action in TIES and d.value not in ids)
    ]
    apart = [(d.id, d.value) for d in of_claims if d.action is Action.APART]
    edits = _by_claim(of_claims)
    edited = tuple(_edited(reading, edits, apart) for reading in known)
    mine = frozenset(id(d) for d in of_claims)
    return Settled(
        readings=edited,
        known=ids,
        ties=Ties(
            together=tuple((d.id, d.value) for d in of_claims if d.action is Action.SAME_AS),
            apart=tuple(apart),
        ),
        open=tuple(d for d in decided if id(d) not in mine),
        checks=tuple(d for d in decided if d.action in _CHECKS),
    )


def resolve(settled: Settled, merged: Iterable[Incident]) -> Settled:
    """Return the same after the decisions that name incidents by their ids.

    `merged` are the incidents of the readings so far: an incident stands for its claims.
    """
    claims_of = {i.id: i.claims for i in merged}
    by_id = {c.id: (c,) for i in claims_of.values() for c in i}
    dropped: set[str] = set()
    ties: dict[Action, list[tuple[str, str]]] = {action: [] for action in sorted(TIES)}
    unmatched: list[str] = []
    for d in settled.open:
        mine = claims_of.get(d.id) or by_id.get(d.id)
        others = claims_of.get(d.value) or by_id.get(d.value)
        if d.action in {Action.KEEP, Action.PUBLISH}:
            continue  # of the incidents in the end: `mark`
        if wrong := _mismatch(d, mine, others if d.action in TIES else ()):
            unmatched.append(f"{d.source}: {d.action.value} {d.id}: {wrong}")
        elif mine and d.action is Action.DROP:
            dropped |= {c.id for c in mine}
        elif mine and others and d.action in TIES:
            ties[d.action] += _pairs(d.action, mine, others)
    readings = tuple(_without(reading, dropped) for reading in settled.readings)
    return replace(
        settled,
        readings=readings,
        ties=Ties(
            together=(*settled.ties.together, *ties[Action.SAME_AS]),
            apart=(*settled.ties.apart, *ties[Action.APART]),
        ),
        open=(),
        unmatched=(*settled.unmatched, *unmatched),
    )


def mark(merged: Iterable[Incident], settled: Settled) -> Marked:
    """Return the incidents with who checked each account, and which may be published.

    An account is checked when each of its claims is; an incident may be published when a
    person said so and all its claims are checked.
    """
    known = tuple(merged)
    of_claim: dict[str, list[Decision]] = {}
    released: set[str] = set()
    unmatched = list(settled.unmatched)
    claims = {c.id: (c,) for i in known for c in i.claims}
    incidents = {i.id: i.claims for i in known}
    home = {c.id: i.id for i in known for c in i.claims}
    for d in settled.checks:
        covered: Sequence[Claim] = claims.get(d.id, ())
        if not covered and d.action not in _EDITS and d.id not in settled.known:
            covered, wrong = _covered(d, incidents.get(d.id))
            unmatched += [f"{d.source}: {d.action.value} {d.id}: {wrong}"] if wrong else []
        for claim in covered:
            of_claim.setdefault(claim.id, []).append(d)
        if d.action is Action.PUBLISH and covered:
            released.add(home[covered[0].id])
    return Marked(
        readings=settled.readings,
        incidents=tuple(_marked(i, of_claim, is_released=i.id in released) for i in known),
        unmatched=tuple(unmatched),
    )


# --- claims ------------------------------------------------------------------


def _by_claim(decided: Iterable[Decision]) -> dict[str, list[Decision]]:
    """Return the decisions of each claim that count, in the order of the file."""
    last: dict[tuple[str, Action], Decision] = {}
    for d in decided:
        if d.action in TIES:
            continue
        # Keep and publish undo a drop, and the other way round.
        kind = Action.KEEP if d.action in {Action.DROP, Action.PUBLISH} else d.action
        last[d.id, kind] = d
    found: dict[str, list[Decision]] = {}
    for d in last.values():
        found.setdefault(d.id, []).append(d)
    return found


def _edited(
    reading: Reading, edits: Mapping[str, Sequence[Decision]], apart: Sequence[tuple[str, str]]
) -> Reading:
    ids = {c.id for c in reading.claims}
    inner = [(a, b) for a, b in apart if a in ids and b in ids]
    if not inner and ids.isdisjoint(edits):
        return reading
    claims = {c.id: _decided(c, edits.get(c.id, ())) for c in reading.claims}
    for a, b in inner:
        claims[a] = _set_apart(claims[a], claims[b])
        claims[b] = replace(claims[b], answers=tuple(x for x in claims[b].answers if x != a))
    dropped = {key for key, of in edits.items() if any(d.action is Action.DROP for d in of)}
    return _without(replace(reading, claims=tuple(claims.values())), dropped)


def _decided(claim: Claim, decided: Iterable[Decision]) -> Claim:
    for d in decided:
        claim = replace(claim, reasons=(*claim.reasons, d.words))
        if d.action is Action.PLACE:
            claim = replace(claim, where=_where(claim, d))
        elif d.time is not None:
            claim = replace(claim, when=replace(d.time, passage=claim.when.passage))
        elif d.speaker is not None:
            passed_on = claim.speaker
            speaker = replace(d.speaker, passage=passed_on.passage, chain=passed_on.chain)
            claim = replace(claim, speaker=speaker)
    return claim


def _where(claim: Claim, decision: Decision) -> tuple[Where, ...]:
    """Return the places decided, at the words of the place that was read."""
    words = claim.where[0].passage if claim.where else claim.evidence[0]
    return tuple(
        Where(role=role, place_id=place_id, passage=words) for role, place_id in decision.places
    )


def _set_apart(claim: Claim, other: Claim) -> Claim:
    """Return a claim as an event of its own, if it was of another's event."""
    answers = tuple(a for a in claim.answers if a != other.id)
    event = f"{claim.event}/{claim.id}" if claim.event == other.event else claim.event
    return replace(claim, answers=answers, event=event)


def _without(reading: Reading, dropped: Iterable[str]) -> Reading:
    gone = frozenset(dropped)
    if gone.isdisjoint(c.id for c in reading.claims):
        return reading
    return replace(reading, claims=tuple(c for c in reading.claims if c.id not in gone))


# --- incidents ---------------------------------------------------------------


def _mismatch(
    decision: Decision, mine: Sequence[Claim] | None, others: Sequence[Claim] | None
) -> str:
    """Return why a decision matches nothing, empty if it does or `mark` will tell."""
    if mine is None:
        return NO_ID
    if others is None:
        return NO_VALUE
    if decision.action in _EDITS:
        return ONLY_CLAIMS
    is_drop = decision.action is Action.DROP
    if is_drop and decision.count is not None and decision.count != len(mine):
        return _other_count(decision, mine)
    return ""


def _other_count(decision: Decision, claims: Sequence[Claim]) -> str:
    said = "no number" if decision.count is None else decision.count
    return (
        f"an incident of {len(claims)} claims, and its value says {said}: look at it again and"
        f" write {len(claims)}"
    )


def _pairs(action: Action, mine: Sequence[Claim], others: Sequence[Claim]) -> list[tuple[str, str]]:
    """Return the pairs of claims that two incidents, or a claim and an incident, stand for."""
    if action is Action.SAME_AS:
        return [(mine[0].id, others[0].id)]
    # One claim stands for all that its report tells of the event.
    first, second = ({(c.report_id, c.event): c.id for c in of} for of in (mine, others))
    return [(a, b) for key, a in first.items() for k, b in second.items() if key != k]


def _covered(decision: Decision, claims: Sequence[Claim] | None) -> tuple[Sequence[Claim], str]:
    """Return the claims of an incident that were kept or published as a whole, or why none.

    Only if it still has as many as were checked: nobody has seen the others.
    """
    if claims is None:
        return (), NO_ID
    if decision.count != len(claims):
        return (), _other_count(decision, claims)
    return claims, ""


def _marked(
    incident: Incident, of_claim: Mapping[str, Sequence[Decision]], *, is_released: bool
) -> Incident:
    accounts = tuple(_checked(account, of_claim) for account in incident.accounts)
    is_checked = all(c.id in of_claim for c in incident.claims)
    return replace(incident, accounts=accounts, released=is_released and is_checked)


def _checked(account: Account, of_claim: Mapping[str, Sequence[Decision]]) -> Account:
    if not all(claim_id in of_claim for claim_id in account.claims):
        return account
    decided = [d for claim_id in account.claims for d in of_claim[claim_id]]
    who = tuple(sorted({d.who for d in decided}))
    return replace(account, checked_by=who, checked_on=max(d.when for d in decided))
