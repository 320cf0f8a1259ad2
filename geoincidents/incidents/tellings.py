"""Tellings: what one report tells of one event, its claims with those that answer them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from geoincidents.incidents import figures
from geoincidents.incidents.settings import Setting, setting_of
from geoincidents.model import ANSWERING, Modality, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geoincidents.geography import Gazetteer
    from geoincidents.incidents.figures import Figure
    from geoincidents.model import Claim, Reading

ClaimKey = tuple[int, str, int, int, str]
NOWHERE = Passage(report_id="", span=(0, 0), text="")
NEVER = date.max.toordinal()  # claims without a date of publication come last


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Telling:
    """What one report tells of one event.

    `claims` have their home here; `guests` are denials that answer this event too, but
    have their home in another telling of the report. `is_answer` says that no claim
    tells the event itself.
    """

    report_id: str
    doc: str
    published: date | None
    claims: tuple[Claim, ...]
    guests: tuple[Claim, ...]
    is_answer: bool
    setting: Setting
    figures: tuple[Figure, ...]
    key: ClaimKey  # of the first claim: what orders tellings

    @property
    def is_placed(self) -> bool:
        """Return whether a place below the country is named."""
        return bool(self.setting.places or self.setting.unknown)


def claim_key(claim: Claim) -> ClaimKey:
    """Return what orders claims: publication, report, place in the text, id."""
    published = claim.published.toordinal() if claim.published else NEVER
    first, *others = claim.evidence or (NOWHERE,)
    start, end = min(first.span, *(p.span for p in others)) if others else first.span
    return (published, claim.report_id, start, end, claim.id)


def tell(readings: Iterable[Reading], gazetteer: Gazetteer) -> tuple[Telling, ...]:
    """Return the tellings of all reports, each claim once, in the order of their keys."""
    claims: dict[str, dict[str, Claim]] = {}
    docs: dict[str, str] = {}
    for reading in readings:
        known = claims.setdefault(reading.report.id, {})
        known.update((c.id, c) for c in _happened(reading.claims))
        docs[reading.report.id] = reading.report.doc
    tellings = (
        telling
        for report_id, of_report in claims.items()
        for telling in _of_report(docs[report_id], tuple(of_report.values()), gazetteer)
    )
    return tuple(sorted(tellings, key=lambda t: t.key))


def _happened(claims: tuple[Claim, ...]) -> Iterable[Claim]:
    """Return what is said to have happened, and denials of it; not denials of a plan."""
    other = {c.id for c in claims if c.modality is not Modality.HAPPENED}
    return (
        c for c in claims if c.id not in other and not (c.answers and other.issuperset(c.answers))
    )


def _of_report(doc: str, claims: tuple[Claim, ...], gazetteer: Gazetteer) -> Iterable[Telling]:
    ordered = sorted(claims, key=claim_key)
    homes: dict[str, list[Claim]] = {}
    guests: dict[str, list[Claim]] = {}
    for claim, events in _events(ordered):
        homes.setdefault(events[0], []).append(claim)
        for event in events[1:]:
            guests.setdefault(event, []).append(claim)
    for event, members in homes.items():
        core = [c for c in members if c.stance not in ANSWERING]
        yield Telling(
            report_id=members[0].report_id,
            doc=doc,
            published=members[0].published,
            claims=tuple(members),
            guests=tuple(guests.get(event, ())),
            is_answer=not core,
            setting=setting_of(core or members, gazetteer),
            figures=figures.of_claims(core or members),
            key=claim_key(members[0]),
        )


def _events(claims: list[Claim]) -> Iterable[tuple[Claim, list[str]]]:
    """Yield each claim with its home event, then the other events that it answers."""
    told = {c.event for c in claims if c.stance not in ANSWERING}
    event_of = {c.id: c.event for c in claims}
    for claim in claims:
        events = [claim.event]
        if claim.stance in ANSWERING:
            answered = [event_of[a] for a in claim.answers if a in event_of]
            known = [e for e in answered if e in told]
            # A denial alone in its event belongs where the denied claim is.
            events = [*([claim.event] if claim.event in told or not known else []), *known]
        yield claim, list(dict.fromkeys(events))
