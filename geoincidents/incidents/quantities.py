"""Quantities: how the figures of an incident stand to each other, and how they grew."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from geoincidents.incidents.figures import SAME_FIGURE_SHARE
from geoincidents.model import ANSWERING, History, MeasureKind, Relation, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from geoincidents.model import Claim, Measure, Speaker

GROWING = frozenset(
    {MeasureKind.KILLED, MeasureKind.WOUNDED, MeasureKind.CAPTURED, MeasureKind.AREA}
)
_COMPARED = GROWING | {MeasureKind.TROOPS, MeasureKind.DEPTH}
NEIGHBOURS = 8  # figures of one kind that are compared with each figure, by size
Told = tuple["Claim", "Measure"]
Topic = tuple[MeasureKind, str]  # what is counted, and whose


def relation(kind: RelationKind, source: str, target: str, reason: str) -> Relation:
    """Return a tie from one claim to another."""
    return Relation(kind=kind, source=source, target=target, reason=reason)


def speaker_of(claim: Claim, measure: Measure) -> Speaker:
    """Return who gives a figure."""
    return measure.said_by or claim.speaker


# --- units -------------------------------------------------------------------


def units(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Yield figures that agree within a tenth but are given in other units."""
    for kind in sorted({m.kind for c in claims for m in c.measures}):
        told = _distinct(claims, kind)
        for i, (claim, measure) in enumerate(told):
            for other, its in told[i + 1 : i + 1 + NEIGHBOURS]:
                if _is_same_in_other_unit(measure, its) and _is_apart(claim, other):
                    reason = f"{measure.passage.text!r} and {its.passage.text!r}"
                    first, second = sorted((claim, other), key=lambda c: c.id)
                    yield relation(RelationKind.SAME_FIGURE_OTHER_UNIT, first.id, second.id, reason)


def _distinct(claims: Sequence[Claim], kind: MeasureKind) -> list[Told]:
    """Return a claim for each figure and unit of a kind, by size."""
    told: dict[tuple[float, str, str], Told] = {}
    for claim in claims:
        for m in claim.measures:
            if m.kind is kind and m.low:
                told.setdefault((m.low, m.unit, claim.speaker.key), (claim, m))
    return [told[key] for key in sorted(told)]


def _is_same_in_other_unit(mine: Measure, its: Measure) -> bool:
    if mine.unit.casefold() == its.unit.casefold() or not mine.low or not its.low:
        return False
    return _is_close(mine.low, its.low)


def _is_close(one: float, other: float) -> bool:
    return abs(one - other) <= SAME_FIGURE_SHARE * max(one, other)


def _is_apart(claim: Claim, other: Claim) -> bool:
    return claim.report_id != other.report_id or claim.speaker.key != other.speaker.key


# --- higher and lower --------------------------------------------------------


def ranks(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Yield which speaker's figure is higher than the next lower one, and the other way.

    Of each speaker the last one counts. Figures within a tenth of each other, or whose
    bounds overlap, are neither higher nor lower.
    """
    topics: dict[Topic, dict[str, Told]] = {}
    for claim in claims:
        for m in claim.measures if claim.stance not in ANSWERING else ():
            if m.kind in _COMPARED and m.low and m.high is not None:
                last = topics.setdefault((m.kind, m.of or ""), {})
                key = speaker_of(claim, m).key
                last[key] = max(last.get(key, (claim, m)), (claim, m), key=_lateness)
    for kind, of in sorted(topics):
        told = sorted(topics[kind, of].values(), key=lambda t: (_low(t[1]), t[0].id))
        for (claim, m), (other, its) in pairwise(told):
            if (m.high or 0.0) < _low(its) and not _is_close(_low(m), _low(its)):
                reason = f"{kind.value} {_low(its):,.0f} against {_low(m):,.0f}"
                yield relation(RelationKind.HIGHER_THAN, other.id, claim.id, reason)
                yield relation(RelationKind.LOWER_THAN, claim.id, other.id, reason)


def _lateness(told: Told) -> tuple[str, float, str]:
    claim, measure = told
    published = claim.published.isoformat() if claim.published else ""
    return (published, _low(measure), claim.id)


def _low(measure: Measure) -> float:
    return measure.low or 0.0


# --- growth ------------------------------------------------------------------


def growth(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Yield later and higher figures of one speaker over the last one before."""
    for steps in _grown(claims).values():
        for (day, claim, m), (later, other, its) in pairwise(steps):
            reason = f"{m.kind.value} {_low(its):,.0f} on {later}, {_low(m):,.0f} on {day}"
            yield relation(RelationKind.SUPERSEDES, other.id, claim.id, reason)


def histories(claims: Sequence[Claim]) -> tuple[History, ...]:
    """Return how the figures of each speaker grew, where they did."""
    return tuple(
        History(
            speaker=speaker_of(steps[0][1], steps[0][2]),
            steps=tuple((day, measure) for day, _, measure in steps),
        )
        for steps in _grown(claims).values()
        if len(steps) > 1
    )


def _grown(
    claims: Sequence[Claim],
) -> dict[tuple[str, MeasureKind, str], list[tuple[date, Claim, Measure]]]:
    """Return by speaker and topic each figure that was higher than all before it."""
    told: dict[tuple[str, MeasureKind, str], list[tuple[date, Claim, Measure]]] = {}
    for claim in claims:
        for m in claim.measures:
            if m.kind in GROWING and m.low is not None and claim.published is not None:
                key = (speaker_of(claim, m).key, m.kind, m.of or "")
                told.setdefault(key, []).append((claim.published, claim, m))
    return {key: _steps(told[key]) for key in sorted(told)}


def _steps(told: list[tuple[date, Claim, Measure]]) -> list[tuple[date, Claim, Measure]]:
    steps: list[tuple[date, Claim, Measure]] = []
    for day, claim, m in sorted(told, key=lambda t: (t[0], _low(t[2]), t[1].id)):
        if not steps or (_low(m) > _low(steps[-1][2]) and day > steps[-1][0]):
            steps.append((day, claim, m))
        elif _low(m) > _low(steps[-1][2]):
            steps[-1] = (day, claim, m)  # of one day the highest
    return steps
