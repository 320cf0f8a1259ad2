"""Relations: how the claims of an incident stand to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from geoincidents.incidents import quantities, wording
from geoincidents.incidents.quantities import GROWING, relation
from geoincidents.model import ANSWERING, RelationKind, Stance

if TYPE_CHECKING:
    from geoincidents.model import Claim, Measure, Relation

_KINDS = {
    Stance.DENIES: RelationKind.DENIES,
    Stance.DISPUTES_PLACE: RelationKind.DISPUTES_PLACE,
    Stance.DISPUTES_STATUS: RelationKind.DISPUTES_STATUS,
}


Relate = Callable[[Sequence["Claim"]], Iterator["Relation"]]


def of_claims(
    claims: Sequence[Claim], totals: Iterable[Sequence[Claim]] = ()
) -> tuple[Relation, ...]:
    """Return the relations of claims in their order, each once, sorted.

    `totals` are events elsewhere with figures that include those of these claims.
    """
    told: list[Relate] = [_answers, _statements]
    if any(c.measures for c in claims):
        told += [quantities.units, quantities.ranks, quantities.growth]
    made = [r for relate in told for r in relate(claims)]
    made += [r for total in totals for r in _parts(claims, total)]
    if len(made) < 2:  # noqa: PLR2004 - as most have, and nothing to order
        return tuple(made)
    found = {(r.kind, r.source, r.target): r for r in made}
    return tuple(found[key] for key in sorted(found))


def _answers(claims: Sequence[Claim]) -> Iterator[Relation]:
    present = {c.id for c in claims}
    for claim in claims:
        if claim.stance not in ANSWERING:
            continue
        kind = _KINDS[claim.stance]
        answered = [a for a in claim.answers if a in present]
        for target in answered:
            yield relation(kind, claim.id, target, "the report sets one against the other")
        if not answered:
            for target in _first_told(claims, claim):
                yield relation(kind, claim.id, target, "told in another report")


def _first_told(claims: Sequence[Claim], answer: Claim) -> Iterable[str]:
    """Return the first claim of each other claimant that tells what is answered."""
    first: dict[str, str] = {}
    for claim in claims:
        if claim.stance not in ANSWERING and claim.speaker.key != answer.speaker.key:
            first.setdefault(claim.speaker.key, claim.id)
    return first.values()


def _parts(claims: Sequence[Claim], total: Sequence[Claim]) -> Iterator[Relation]:
    """Yield the first lower figure of each kind, as a part of the total's."""
    for whole in total:
        for w in whole.measures:
            lower = ((c, m) for c in claims for m in c.measures if _is_part(m, w))
            for part, m in islice(lower, 1):
                reason = f"{m.passage.text!r} of {w.passage.text!r}"
                yield relation(RelationKind.PART_OF, part.id, whole.id, reason)


def _is_part(part: Measure, whole: Measure) -> bool:
    if part.kind is not whole.kind or part.low is None or whole.low is None:
        return False
    return part.kind in GROWING and part.low < whole.low


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
            yield relation(RelationKind.SAME_STATEMENT_AS, first, second, reason)
