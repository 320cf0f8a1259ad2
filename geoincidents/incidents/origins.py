"""Origins: who was there to tell it first. Wires are counted, not the articles they feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.incidents import wording
from geoincidents.incidents.wording import Union

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geoincidents.model import Claim, Passage, Report


def of_claims(claims: Sequence[Claim], reports: Mapping[str, Report]) -> tuple[str, ...]:
    """Return the names of the independent origins of an incident, sorted, each once.

    Reports are one origin when they credit one wire (as their source or for its help), or
    when the words they give for the incident share a quote of eight words or a
    near-identical sentence.
    """
    passages: dict[str, list[Passage]] = {}
    for claim in claims:
        passages.setdefault(claim.report_id, []).extend(claim.evidence)
    if len(passages) == 1:
        return (_name([reports[r] for r in passages]),)
    union = Union(passages)
    for first, second in (*_by_credit(passages, reports), *_by_words(passages)):
        union.join(first, second)
    names: dict[str, list[str]] = {}
    for report_id in sorted(passages):
        names.setdefault(union.root(report_id), []).append(report_id)
    return tuple(sorted(_name([reports[r] for r in ids]) for ids in names.values()))


def _credits(report: Report) -> tuple[str, ...]:
    return tuple(o.name for o in report.origins) or (
        (report.publisher,) if report.publisher else ()
    )


def _by_credit(
    passages: Mapping[str, object], reports: Mapping[str, Report]
) -> list[tuple[str, str]]:
    first: dict[str, str] = {}
    return [
        (first.setdefault(name.casefold(), report_id), report_id)
        for report_id in sorted(passages)
        for name in _credits(reports[report_id])
    ]


def _by_words(passages: Mapping[str, Sequence[Passage]]) -> list[tuple[str, str]]:
    quoted = {r: wording.quoted_runs(p) for r, p in passages.items()}
    pairs = list(wording.sharing(quoted))
    sentences = {
        f"{report_id}\n{i}": wording.sentence_runs([passage])
        for report_id, of_report in passages.items()
        for i, passage in enumerate(of_report)
    }
    for first, second in wording.sharing(sentences):
        a, b = first.split("\n")[0], second.split("\n")[0]
        if a != b and wording.is_near_identical(sentences[first], sentences[second]):
            pairs.append((a, b))
    return pairs


def _name(reports: Sequence[Report]) -> str:
    """Return the wires behind reports, or the outlet that was first, or the file.

    Who only helped ties reports together, but is not their source.
    """
    wires = {o.name.casefold(): o.name for r in reports for o in r.origins if not o.helped}
    if wires:
        return " + ".join(wires[key] for key in sorted(wires))
    first = min(reports, key=lambda r: (r.published is None, r.published or 0, r.id))
    return first.publisher or first.doc
