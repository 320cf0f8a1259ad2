"""From what single sentences tell to claims, those of one event together."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents.claims import merging
from geoincidents.claims.drafts import Draft, Telling
from geoincidents.claims.merging import FIRE, TAKING
from geoincidents.geography import PartyKind
from geoincidents.model import UNDATED, Claim, ClaimType, MeasureKind, Speaker, SpeakerRole, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geoincidents.claims.merging import Event
    from geoincidents.geography import Gazetteer
    from geoincidents.model import Measure, Passage, Report, Where

_STRONGEST = (Stance.ASSERTS, Stance.CONCEDES, Stance.UNCONFIRMED)
_LOSSES = frozenset({MeasureKind.KILLED, MeasureKind.WOUNDED})
_ID_LENGTH = 12
_JUST = 2  # sentences between a boast and who calls it a lie
_SOON = 4  # sentences between a denial and the charge behind it
_LOOKED_AT = 40  # events before a denial among which the denied one is looked for


def claims(report: Report, drafts: Sequence[Draft], gazetteer: Gazetteer) -> tuple[Claim, ...]:
    """Return the claims of a report, those of an event together."""
    events = _events(drafts, gazetteer)
    hung = {id(a) for e in events for a in e.answers}
    idle = {id(d) for d in drafts if d.telling is Telling.VERSION and id(d) not in hung}
    if idle:  # nothing to answer: a side only tells what it did
        drafts = [replace(d, telling=Telling.ASSERTION) if id(d) in idle else d for d in drafts]
        events = _events(drafts, gazetteer)
    told: list[Claim] = []
    for number, event in enumerate(events):
        told.extend(_told(report, event, f"{report.id}:{number}", gazetteer))
    return (*told, *_answers(report, events, drafts, told))


def _events(drafts: Sequence[Draft], gazetteer: Gazetteer) -> list[Event]:
    events = [e for e in merging.group(drafts, gazetteer) if merging.counts(e)]
    _answer(events, drafts)
    return events


def _told(report: Report, event: Event, key: str, gazetteer: Gazetteer) -> Iterator[Claim]:
    by_speaker: dict[str, list[tuple[Speaker, Draft, Stance]]] = {}
    body = [
        d
        for d in event.drafts
        if (not d.is_title or d.speakers[0].role is not SpeakerRole.NARRATOR)
        and not _is_comment(d, event, gazetteer)
    ]
    for draft in _carried(body or event.drafts):
        for speaker in _claimants(draft):
            stance = _stance(draft, speaker)
            by_speaker.setdefault(speaker.key, []).append((speaker, draft, stance))
    actor = None if event.is_mutual else event.actor
    for stance, told in _by_stance(by_speaker):
        speaker = told[0][0]
        drafts = [d for _, d, _ in told]
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


def _by_stance(
    by_speaker: Mapping[str, list[tuple[Speaker, Draft, Stance]]],
) -> Iterator[tuple[Stance, list[tuple[Speaker, Draft, Stance]]]]:
    """Yield what each speaker tells: a concession or rumour only if he asserts nothing."""
    for told in by_speaker.values():
        stances = {s for _, _, s in told}
        yield next((s for s in _STRONGEST if s in stances), Stance.ASSERTS), told


def _is_comment(draft: Draft, event: Event, gazetteer: Gazetteer) -> bool:
    """Return whether words only point back at what others tell with place or date.

    That is so of an onlooker's comment ("Vestia condemned the shelling"), and of the
    report's own mention of "the attack" that a party tells of.
    """
    party = draft.speakers[0].party_id
    bare = not draft.where and draft.when.start is None and not draft.measures
    if not bare or all(d.speakers[0].key == draft.speakers[0].key for d in event.drafts):
        return False
    if draft.speakers[0].role is SpeakerRole.NARRATOR:
        return draft.is_anaphoric or not draft.is_main
    if party is None or party in {event.actor, event.target, draft.actor, draft.target}:
        return False
    return gazetteer.party(party).kind is PartyKind.OBSERVER


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
    is_own = speaker.role is SpeakerRole.NARRATOR
    if is_own and next(iter(draft.sentence.hits_of("say_unconfirmed")), None):
        return Stance.UNCONFIRMED
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
                (
                    where.place_id or where.vague or where.passage.text.casefold(),
                    where.role == "from",
                ),
                where,
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


def _answer(events: Sequence[Event], drafts: Iterable[Draft]) -> None:
    """Hang each denial and version on the events it answers."""
    starts = [e.numbers[0] for e in events]  # rising: events are in order of first telling
    for draft in drafts:
        if draft.telling is not Telling.ASSERTION:
            before = bisect_right(starts, draft.number)
            told = _answered(events[max(0, before - _LOOKED_AT) : before], draft)
            later = events[before : before + _LOOKED_AT]
            for event in told or _answered(_soon(later, draft), draft)[:1]:
                event.answers.append(draft)


def _soon(events: Sequence[Event], draft: Draft) -> list[Event]:
    """Return the events told soon behind a denial: it may come before the charge."""
    party = draft.speakers[0].party_id
    soon = (e for e in events if e.numbers[0] - draft.number <= _SOON)
    return [e for e in soon if e.actor == party or draft.type is not None]


def _answered(events: Sequence[Event], draft: Draft) -> list[Event]:
    """Return the events that a denial is about: the last told of its speaker's side."""
    party = draft.speakers[0].party_id
    if party is None:
        return []
    told = [
        (e.numbers[bisect_right(e.numbers, draft.number) - 1], e)
        for e in events
        if _is_charged(e, party, draft)
    ]
    if not told:
        told = [(e.last.number, e) for e in events if _is_unvouched(e, party, draft)]
    latest = max((number for number, _ in told), default=0)
    # Words like "rejected that version" are about all that was told just before.
    first = latest - (draft.type is None and draft.telling is Telling.DENIAL)
    return [e for number, e in told if number >= first]


def _is_charged(event: Event, party: str, draft: Draft) -> bool:
    before = [d for d in event.drafts if d.number <= draft.number] or event.drafts
    others = any(s.party_id != party for d in before for s in d.speakers)
    if _is_elsewhere(event, draft):
        return False
    if others and draft.type is None and _is_boast(event, party, draft):
        return True
    if not others or event.actor not in {party, None}:
        return False
    if draft.type is None or draft.telling is Telling.VERSION:
        hit = event.target == party or event.is_mutual
        return event.actor == party or (event.actor is None and not hit)
    return _same_group(draft.type, event.type)


def _is_elsewhere(event: Event, draft: Draft) -> bool:
    """Return whether a denial names other places ("denied that its drones had flown over X")."""
    named = draft.type is None and draft.places and event.places
    return bool(named) and not draft.places & event.places


def _is_unvouched(event: Event, party: str, draft: Draft) -> bool:
    """Return whether a state denies what only sources, locals or papers say befell it."""
    near = [d for d in event.drafts if abs(d.number - draft.number) <= _SOON]
    vouched = any(s.party_id for d in event.drafts for s in d.speakers)
    if not near or vouched or event.target != party or draft.telling is not Telling.DENIAL:
        return False
    if draft.places and not draft.places & event.places:
        return False  # of another place, also where what befell it has none
    if draft.type is not None:
        return draft.actor in {event.actor, None} and _same_group(draft.type, event.type)
    return not draft.sentence.hits_of("deny_charge")  # a charge is another side's


def _is_boast(event: Event, party: str, draft: Draft) -> bool:
    """Return whether a side has just told what it did to who calls that a lie."""
    told = [d for d in event.drafts if 0 <= draft.number - d.number <= _JUST]
    speaking = {s.party_id for d in told for s in d.speakers}
    return bool(told) and event.target == party and speaking == {event.actor} != {party}


def _same_group(a: ClaimType, b: ClaimType) -> bool:
    return (
        a is b
        or {a, b} <= FIRE
        or {a, b} <= TAKING | {ClaimType.DEPLOYMENT}
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
    hung_on: dict[int, list[tuple[int, Event]]] = {}
    for number, event in enumerate(events):
        for answer in event.answers:
            hung_on.setdefault(id(answer), []).append((number, event))
    for draft in drafts:
        if draft.telling is Telling.ASSERTION:
            continue
        hung = hung_on.get(id(draft), [])
        # A denial is of each event by itself; a version stands once, against all.
        for part in [hung] if draft.telling is Telling.VERSION else [[h] for h in hung]:
            answered = tuple(
                i
                for n, _ in part
                for i in ids.get(f"{report.id}:{n}", ())
                if speakers_of[i] != draft.speakers[0].party_id
            )
            if answered:
                yield _reply(report, draft, part[0], answered)


def _reply(
    report: Report, draft: Draft, event: tuple[int, Event], answered: tuple[str, ...]
) -> Claim:
    """Return a denial or version as a claim of the event that it answers."""
    number, told = event
    is_version = draft.telling is Telling.VERSION
    return _claim(
        report,
        [draft],
        draft.speakers[0],
        _answer_stance(draft),
        event=f"{report.id}:{number}",
        type=draft.type if is_version and draft.type else told.type,
        actor=draft.actor if is_version else told.actor,
        target=draft.target if is_version else told.target,
        answers=answered,
    )


def _answer_stance(draft: Draft) -> Stance:
    if draft.telling is Telling.DENIAL:
        return Stance.DENIES
    return Stance.DISPUTES_PLACE if draft.places else Stance.DISPUTES_STATUS
