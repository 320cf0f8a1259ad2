"""From what single sentences tell to claims: one event over several sentences is one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geoincidents.claims.drafts import Draft, Telling
from geoincidents.geography import AREAS
from geoincidents.model import (
    UNDATED,
    Claim,
    ClaimType,
    DatePrecision,
    MeasureKind,
    Speaker,
    SpeakerRole,
    Stance,
    Vague,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geoincidents.geography import Gazetteer
    from geoincidents.model import Measure, Passage, Report, Where

_FIRE = frozenset(
    {ClaimType.CLASH, ClaimType.SHELLING, ClaimType.AIR_STRIKE, ClaimType.DRONE_STRIKE}
)
_TAKING = frozenset({ClaimType.INCURSION, ClaimType.SEIZURE})
_LOSSES = frozenset({MeasureKind.KILLED, MeasureKind.WOUNDED})
_EXTENT = frozenset({MeasureKind.DEPTH, MeasureKind.AREA})
_BESIDE = 2  # sentences: how near another type of fire must be to be of the same fight
_ENOUGH = 2.0  # points at which two sentences tell of one event
_FAR = 12  # sentences: only events with a place or date in common are farther apart
_ID_LENGTH = 12


@dataclass(slots=True)
class Event:
    """The drafts that tell of one event, and what they say together."""

    drafts: list[Draft] = field(default_factory=list)
    answers: list[Draft] = field(default_factory=list)
    actor: str | None = None
    is_mutual: bool = False
    target: str | None = None
    places: set[str] = field(default_factory=set)
    when: When = UNDATED

    def add(self, draft: Draft) -> None:
        """Take in a draft that tells of the event."""
        self.drafts.append(draft)
        self.is_mutual |= draft.is_blame
        if draft.actor and not (self.actor and draft.is_casualty):
            self.actor = self.actor or draft.actor
            self.is_mutual |= draft.type is ClaimType.CLASH and self.actor != draft.actor
        self.target = self.target or draft.target
        self.places |= draft.places
        if draft.when.prec < self.when.prec:
            self.when = draft.when

    @property
    def type(self) -> ClaimType:
        """Return the type that most drafts give, a headline's last."""
        told = [d for d in self.drafts if not d.is_title and not d.is_casualty] or self.drafts
        types = [d.type for d in told if d.type]
        types = [t for t in types if t is not ClaimType.OTHER] or types
        return max(types, key=lambda t: (types.count(t), -types.index(t)))

    @property
    def last(self) -> Draft:
        """Return the draft told last."""
        return self.drafts[-1]


def claims(report: Report, drafts: Sequence[Draft], gazetteer: Gazetteer) -> tuple[Claim, ...]:
    """Return the claims of a report, those of an event together."""
    events = [e for e in _grouped(drafts, gazetteer) if _counts(e)]
    _answer(events, drafts)
    told: list[Claim] = []
    for number, event in enumerate(events):
        told.extend(_told(report, event, f"{report.id}:{number}"))
    return (*told, *_answers(report, events, drafts, told))


# --- one event over several sentences --------------------------------------------


def _grouped(drafts: Iterable[Draft], gazetteer: Gazetteer) -> list[Event]:
    events: list[Event] = []
    for draft in drafts:
        if draft.telling is not Telling.ASSERTION:
            continue
        scored = [(_likeness(e, draft, gazetteer), i) for i, e in enumerate(events[-_FAR * 4 :])]
        best = max(scored, key=lambda s: (s[0], s[1]), default=(0.0, 0))
        if best[0] >= _ENOUGH:
            events[-_FAR * 4 :][best[1]].add(draft)
        elif not draft.needs_event:
            events.append(Event())
            events[-1].add(draft)
    return events


def _likeness(event: Event, draft: Draft, gazetteer: Gazetteer) -> float:
    """Return the points for a draft telling of an event; 0 where something contradicts."""
    if _differs(event, draft):
        return 0.0
    kinds = _kinds(event, draft)
    place = _place_points(event, draft, gazetteer)
    time = _time_points(event, draft)
    doer = _doer_points(event, draft)
    if min(kinds, place, time, doer) < 0:
        return 0.0
    gap = draft.number - event.last.number
    if gap > _FAR and place + time < _ENOUGH:
        return 0.0
    if (
        draft.type is not event.type
        and not draft.is_casualty
        and gap > _BESIDE
        and place + time <= 0
    ):
        return 0.0
    near = {0: 1.5, 1: 1.0, 2: 0.75, 3: 0.5, 4: 0.5}.get(gap, 0.25 if gap < _FAR else 0.0)
    if draft.sentence.paragraph == event.last.sentence.paragraph:
        near += 0.5
    points = kinds + place + time + doer + near
    is_apart = draft.is_further and (draft.places or draft.when.start is not None)
    points += 1.5 * draft.is_anaphoric + 1.0 * draft.is_casualty - 3.0 * bool(is_apart)
    is_bare = not draft.places and draft.when.start is None
    if is_bare or not event.places:
        points += 0.75 if not draft.is_further or is_bare else 0.0
    return points + _figure_points(event, draft)


def _differs(event: Event, draft: Draft) -> bool:
    """Return whether one sentence gives two figures for what would be one event."""
    before = {
        m.kind: m.low
        for d in event.drafts
        if d.number == draft.number
        for m in d.measures
        if m.kind in _EXTENT and m.low
    }
    return any(m.low and m.kind in before and before[m.kind] != m.low for m in draft.measures)


def _kinds(event: Event, draft: Draft) -> float:
    kind = draft.type
    types = {d.type for d in event.drafts}
    if kind in types:
        return 0.5
    if kind in _TAKING and types & _TAKING:
        return 0.25 if draft.number == event.last.number else 0.0
    if kind in _FIRE and types & _FIRE:
        return 0.25 if ClaimType.CLASH in {kind, event.type} or draft.is_casualty else -1.0
    if (
        kind is ClaimType.CAPTURE
        and types & (_FIRE | _TAKING)
        and draft.is_anaphoric
        and not draft.places
    ):
        return 0.25
    if draft.number - event.last.number <= 1 and ClaimType.OTHER in {kind, event.type}:
        loose = draft.is_vague or event.last.is_vague
        return 0.25 if loose and draft.actor == event.actor else -1.0
    if draft.is_casualty and types & (_FIRE | _TAKING | {ClaimType.MINE_BLAST}):
        return 0.25
    return -1.0


def _place_points(event: Event, draft: Draft, gazetteer: Gazetteer) -> float:
    if not event.places or not draft.places:
        return 0.0
    apart = draft.type is not event.type and not draft.is_casualty
    if (
        apart
        and draft.type in _FIRE
        and not draft.is_anaphoric
        and draft.number != event.last.number
    ):
        return -1.0
    ours, theirs = event.places, draft.places
    if apart:
        # Villages under fire are told apart from the fight in their province.
        ours = {p for p in ours if gazetteer.place(p).kind not in AREAS} or ours
        theirs = {p for p in theirs if gazetteer.place(p).kind not in AREAS} or theirs
    if ours & theirs:
        return 2.0
    near = not apart and any(
        gazetteer.encloses(a, b) or gazetteer.encloses(b, a) for a in ours for b in theirs
    )
    return 1.0 if near else -1.0


def _time_points(event: Event, draft: Draft) -> float:
    a, b = event.when, draft.when
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return 0.0
    if a.start <= b.end and b.start <= a.end:
        return 1.5
    return -1.0


def _doer_points(event: Event, draft: Draft) -> float:
    if event.is_mutual or draft.is_mutual or None in {event.actor, draft.actor}:
        return 0.25
    if event.actor == draft.actor:
        return 0.75
    if draft.type is ClaimType.CAPTURE or event.type is ClaimType.CAPTURE:
        return 0.0
    return 0.0 if event.type is draft.type is ClaimType.CLASH else -1.0


def _figure_points(event: Event, draft: Draft) -> float:
    known = {(m.kind, m.low, m.high) for d in event.drafts for m in d.measures if m.low}
    return 1.5 if known & {(m.kind, m.low, m.high) for m in draft.measures} else 0.0


def _counts(event: Event) -> bool:
    """Return whether an event has a place, a date or a figure."""
    described = any(
        w.vague in {Vague.BORDER, Vague.SHARED_LAKE} and d.type is ClaimType.INCURSION
        for d in event.drafts
        for w in d.where
    )
    figure = any(m.low is not None for d in event.drafts for m in d.measures)
    if event.type in {ClaimType.DEPLOYMENT, ClaimType.WITHDRAWAL}:
        vague = any(w.vague for d in event.drafts for w in d.where)
        return _is_placed(event) or figure or (vague and event.when.start is not None)
    if not any(d.is_main for d in event.drafts):
        return figure or bool(event.places)
    return _is_placed(event) or event.when.start is not None or figure or described


def _is_placed(event: Event) -> bool:
    return any(w.place_id and w.role != "from" for d in event.drafts for w in d.where)


# --- claims ----------------------------------------------------------------------


def _told(report: Report, event: Event, key: str) -> Iterator[Claim]:
    by_speaker: dict[tuple[str, Stance], list[tuple[Speaker, Draft]]] = {}
    body = [
        d for d in event.drafts if not d.is_title or d.speakers[0].role is not SpeakerRole.NARRATOR
    ]
    for draft in _carried(body or event.drafts):
        for speaker in _claimants(draft):
            by_speaker.setdefault((speaker.key, _stance(draft, speaker)), []).append(
                (speaker, draft)
            )
    actor = None if event.is_mutual else event.actor
    for (_, stance), told in by_speaker.items():
        speaker = told[0][0]
        drafts = [d for _, d in told]
        yield _claim(
            report,
            drafts,
            speaker,
            stance,
            event=key,
            type=event.type,
            actor=actor,
            target=None if event.is_mutual else event.target,
        )


def _carried(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield drafts, those that go on in the paragraph of a credited one credited as well."""
    before: Draft | None = None
    for draft in sorted(drafts, key=lambda d: d.position):
        is_plain = draft.speakers[0].role is SpeakerRole.NARRATOR
        if (
            is_plain
            and before
            and before.speakers[0].role is not SpeakerRole.NARRATOR
            and draft.number - before.number <= 1
            and draft.sentence.paragraph == before.sentence.paragraph
        ):
            reason = "credited as the sentence before"
            draft = replace(draft, speakers=before.speakers, reasons=(*draft.reasons, reason))  # noqa: PLW2901 - the credited one goes on
        yield draft
        before = draft


def _claimants(draft: Draft) -> tuple[Speaker, ...]:
    """Return the speakers that each make a claim of their own."""
    first = draft.speakers[0]
    if first.role is SpeakerRole.OFFICIAL:
        return (first,)
    return draft.speakers


def _stance(draft: Draft, speaker: Speaker) -> Stance:
    losses = [m for m in draft.measures if m.kind in _LOSSES and m.of] if draft.is_military else []
    if (
        speaker.role is SpeakerRole.STATE
        and losses
        and all(m.of == speaker.party_id for m in losses)
    ):
        return Stance.CONCEDES
    return Stance.ASSERTS


def _claim(  # noqa: PLR0913 - the parts of a claim, by name
    report: Report,
    drafts: Sequence[Draft],
    speaker: Speaker,
    stance: Stance,
    *,
    event: str,
    type: ClaimType,  # noqa: A002 - the record's own field
    actor: str | None,
    target: str | None,
    answers: tuple[str, ...] = (),
) -> Claim:
    when = min((d.when for d in drafts), key=lambda w: w.prec, default=UNDATED)
    where = _places(drafts)
    measures = _figures(drafts)
    evidence = _evidence(drafts)
    first = drafts[0]
    also = first.speakers[1:] if first.speakers[0].role is SpeakerRole.OFFICIAL else ()
    claim = Claim(
        id="",
        report_id=report.id,
        event=event,
        type=type,
        stance=stance,
        speaker=speaker,
        also_said_by=also,
        actor=actor,
        target=target,
        where=where,
        when=when,
        measures=measures,
        evidence=evidence,
        answers=answers,
        published=report.published,
        reasons=tuple(dict.fromkeys(r for d in drafts for r in d.reasons)),
    )
    return replace(claim, id=_id(claim))


def _figures(drafts: Sequence[Draft]) -> tuple[Measure, ...]:
    """Return the figures of drafts, an exact repeat once."""
    found: dict[tuple[object, ...], Measure] = {}
    for measure in (m for d in drafts for m in d.measures):
        giver = measure.said_by.key if measure.said_by else ""
        key = (measure.kind, measure.low, measure.high, giver)
        found.setdefault(key if measure.low is not None else (measure.passage.span,), measure)
    return tuple(found.values())


def _places(drafts: Sequence[Draft]) -> tuple[Where, ...]:
    found: dict[tuple[object, ...], Where] = {}
    for draft in drafts:
        for where in draft.where:
            found.setdefault(
                (where.place_id, where.vague, where.place_id and where.role == "from"), where
            )
    return tuple(found.values())


def _evidence(drafts: Sequence[Draft]) -> tuple[Passage, ...]:
    spans = sorted({d.sentence.span: d.sentence for d in drafts}.items(), key=lambda s: s[0])
    return tuple(sentence.passage(span) for span, sentence in spans)


def _id(claim: Claim) -> str:
    parts = [
        claim.report_id,
        *(str(p.span) for p in claim.evidence),
        claim.type.value,
        claim.stance.value,
        claim.speaker.key,
        *(w.place_id or w.vague or "" for w in claim.where),
        claim.when.passage.text if claim.when.passage else "",
        str(claim.measures[0].passage.span) if claim.measures else "",
        claim.event,
    ]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_ID_LENGTH]


# --- denials ---------------------------------------------------------------------


def _answer(events: Sequence[Event], drafts: Iterable[Draft]) -> None:
    """Hang each denial and version on the events it answers."""
    for draft in drafts:
        if draft.telling is Telling.ASSERTION:
            continue
        for event in _answered(events, draft):
            event.answers.append(draft)


def _answered(events: Sequence[Event], draft: Draft) -> list[Event]:
    """Return the events that a denial is about: the last told of its speaker's side."""
    party = draft.speakers[0].party_id
    if party is None:
        return []
    charged = [e for e in events if _is_charged(e, party, draft)]
    told = [(max(d.number for d in e.drafts if d.number <= draft.number), e) for e in charged]
    if not told:
        return []
    latest = max(number for number, _ in told)
    return [e for number, e in told if number == latest]


def _is_charged(event: Event, party: str, draft: Draft) -> bool:
    before = [d for d in event.drafts if d.number <= draft.number]
    others = any(s.party_id != party for d in before for s in d.speakers)
    if not before or not others or event.actor not in {party, None}:
        return False
    if draft.type is None or draft.telling is Telling.VERSION:
        return event.actor == party
    return _same_group(draft.type, event.type)


def _same_group(a: ClaimType, b: ClaimType) -> bool:
    return (
        a is b
        or {a, b} <= _FIRE
        or {a, b} <= _TAKING | {ClaimType.DEPLOYMENT}
        or ClaimType.OTHER in {a, b}
    )


def _answers(
    report: Report, events: Sequence[Event], drafts: Sequence[Draft], told: Sequence[Claim]
) -> Iterator[Claim]:
    """Yield the denials and versions as claims that answer others."""
    ids: dict[str, list[str]] = {}
    for claim in told:
        ids.setdefault(claim.event, []).append(claim.id)
    speakers_of = {c.id: c.speaker.party_id for c in told}
    for draft in drafts:
        if draft.telling is Telling.ASSERTION:
            continue
        speaker = draft.speakers[0]
        hung = [(n, e) for n, e in enumerate(events) if any(a is draft for a in e.answers)]
        answered = tuple(
            i
            for n, _ in hung
            for i in ids.get(f"{report.id}:{n}", ())
            if speakers_of[i] != speaker.party_id
        )
        if not answered:
            continue
        number, event = hung[0]
        yield _claim(
            report,
            [draft],
            speaker,
            _answer_stance(draft),
            event=f"{report.id}:{number}",
            type=draft.type if draft.telling is Telling.VERSION and draft.type else event.type,
            actor=draft.actor if draft.telling is Telling.VERSION else event.actor,
            target=draft.target if draft.telling is Telling.VERSION else event.target,
            answers=answered,
        )


def _answer_stance(draft: Draft) -> Stance:
    if draft.telling is Telling.DENIAL:
        return Stance.DENIES
    return Stance.DISPUTES_PLACE if draft.places else Stance.DISPUTES_STATUS


def is_precise(when: When) -> bool:
    """Return whether a time is known to a week or better."""
    return when.prec <= DatePrecision.WEEK


def figures(measures: Iterable[Measure]) -> bool:
    """Return whether any measure has a value."""
    return any(m.low is not None for m in measures)
