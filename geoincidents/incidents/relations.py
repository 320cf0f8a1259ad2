"""Relations: how the claims of an incident stand to each other."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from geoincidents.incidents import wording
from geoincidents.incidents.figures import SAME_FIGURE_SHARE
from geoincidents.model import ANSWERING, MeasureKind, Relation, RelationKind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from geoincidents.model import Claim, Measure

_KINDS = {
    Stance.DENIES: RelationKind.DENIES,
    Stance.DISPUTES_PLACE: RelationKind.DISPUTES_PLACE,
    Stance.DISPUTES_STATUS: RelationKind.DISPUTES_STATUS,
}
_GROWING = frozenset(
    {MeasureKind.KILLED, MeasureKind.WOUNDED, MeasureKind.CAPTURED, MeasureKind.AREA}
)
NEIGHBOURS = 8  # figures of one kind that are compared with each figure, by size
Told = tuple["Claim", "Measure"]


def of_claims(
    claims: Sequence[Claim], totals: Iterable[Sequence[Claim]] = ()
) -> tuple[Relation, ...]:
    """Return the relations of claims in their order, each once, sorted.

    `totals` are events elsewhere with figures that include those of these claims.
    """
    told = (_answers, _units, _statements, _growth)
    parts = (r for total in totals for r in _parts(claims, total))
    found = {
        (r.kind, r.source, r.target): r
        for r in (*(r for relate in told for r in relate(claims)), *parts)
    }
    return tuple(found[key] for key in sorted(found))


def _answers(claims: Sequence[Claim]) -> Iterator[Relation]:
    present = {c.id for c in claims}
    for claim in claims:
        if claim.stance not in ANSWERING:
            continue
        kind = _KINDS[claim.stance]
        answered = [a for a in claim.answers if a in present]
        for target in answered:
            yield _relation(kind, claim.id, target, "the report sets one against the other")
        if not answered:
            for target in _first_told(claims, claim):
                yield _relation(kind, claim.id, target, "told in another report")


def _first_told(claims: Sequence[Claim], answer: Claim) -> Iterable[str]:
    """Return the first claim of each other claimant that tells what is answered."""
    first: dict[str, str] = {}
    for claim in claims:
        if claim.stance not in ANSWERING and claim.speaker.key != answer.speaker.key:
            first.setdefault(claim.speaker.key, claim.id)
    return first.values()


def _relation(kind: RelationKind, source: str, target: str, reason: str) -> Relation:
    return Relation(kind=kind, source=source, target=target, reason=reason)


# --- figures -------------------------------------------------------------------


def _units(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Yield figures that agree within a tenth but are given in other units."""
    for kind in MeasureKind:
        told = _distinct(claims, kind)
        for i, (claim, measure) in enumerate(told):
            for other, its in told[i + 1 : i + 1 + NEIGHBOURS]:
                if _is_same_in_other_unit(measure, its) and _is_apart(claim, other):
                    reason = f"{measure.passage.text!r} and {its.passage.text!r}"
                    first, second = sorted((claim, other), key=lambda c: c.id)
                    yield _relation(
                        RelationKind.SAME_FIGURE_OTHER_UNIT, first.id, second.id, reason
                    )


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
    return abs(mine.low - its.low) <= SAME_FIGURE_SHARE * max(mine.low, its.low)


def _is_apart(claim: Claim, other: Claim) -> bool:
    return claim.report_id != other.report_id or claim.speaker.key != other.speaker.key


def _growth(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Yield later and higher figures of one speaker over the last one before."""
    told: dict[tuple[str, MeasureKind, str | None], list[tuple[date, float, str]]] = {}
    for claim in claims:
        for m in claim.measures:
            if m.kind in _GROWING and m.low is not None and claim.published is not None:
                key = ((m.said_by or claim.speaker).key, m.kind, m.of)
                told.setdefault(key, []).append((claim.published, m.low, claim.id))
    for (_, kind, _of), figures in told.items():
        highest = None
        for day, low, claim_id in sorted(figures):
            if highest is not None and day > highest[0] and low > highest[1]:
                reason = f"{kind.value} {low:,.0f} on {day}, {highest[1]:,.0f} on {highest[0]}"
                yield _relation(RelationKind.SUPERSEDES, claim_id, highest[2], reason)
            if highest is None or low > highest[1]:
                highest = (day, low, claim_id)


def _parts(claims: Sequence[Claim], total: Sequence[Claim]) -> Iterator[Relation]:
    """Yield the first lower figure of each kind, as a part of the total's."""
    for whole in total:
        for w in whole.measures:
            lower = ((c, m) for c in claims for m in c.measures if _is_part(m, w))
            for part, m in islice(lower, 1):
                reason = f"{m.passage.text!r} of {w.passage.text!r}"
                yield _relation(RelationKind.PART_OF, part.id, whole.id, reason)


def _is_part(part: Measure, whole: Measure) -> bool:
    if part.kind is not whole.kind or part.low is None or whole.low is None:
        return False
    return part.kind in _GROWING and part.low < whole.low


# --- statements ----------------------------------------------------------------


def _statements(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Yield claims of one speaker in two reports with a shared quote or sentence."""
    if len({c.report_id for c in claims}) == 1:
        return
    by_id = {c.id: c for c in claims}
    quoted = {c.id: wording.quoted_runs(c.evidence) for c in claims}
    spoken = {c.id: wording.sentence_runs(c.evidence) for c in claims}
    shared = dict.fromkeys(wording.sharing(quoted), "a shared quote")
    for first, second in wording.sharing(spoken):
        if wording.is_near_identical(spoken[first], spoken[second]):
            shared.setdefault((first, second), "nearly the same words")
    for (first, second), reason in shared.items():
        a, b = by_id[first], by_id[second]
        if a.speaker.key == b.speaker.key and a.report_id != b.report_id:
            yield _relation(RelationKind.SAME_STATEMENT_AS, first, second, reason)
