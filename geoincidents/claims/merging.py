"""Which sentences of a report tell of the same event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geoincidents.claims.drafts import Draft, Telling
from geoincidents.geography import AREAS, PlaceKind
from geoincidents.model import (
    UNDATED,
    ClaimType,
    DatePrecision,
    MeasuredFrom,
    MeasureKind,
    Vague,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geoincidents.geography import Gazetteer

FIRE = frozenset(
    {ClaimType.CLASH, ClaimType.SHELLING, ClaimType.AIR_STRIKE, ClaimType.DRONE_STRIKE}
)
TAKING = frozenset({ClaimType.INCURSION, ClaimType.SEIZURE})
_EXTENT = frozenset({MeasureKind.DEPTH, MeasureKind.AREA})
_NEXT_DAY = 1.0  # points for an advance that goes on
_BESIDE = 2  # sentences: how near another type of fire must be to be of the same fight
_LINES = frozenset({PlaceKind.RIVER, PlaceKind.BORDER})
_ANOTHER = 5.0  # what "another" takes off, so that a shared place or day is not enough
_ENOUGH = 2.0  # points at which two sentences tell of one event
_FAR = 12  # sentences: only events with a place or date in common are farther apart


@dataclass(slots=True)
class Event:
    """The drafts that tell of one event, and what they say together.

    The sums are kept as drafts come in: an event may have thousands of drafts.
    """

    drafts: list[Draft] = field(default_factory=list)
    answers: list[Draft] = field(default_factory=list)
    actor: str | None = None
    is_mutual: bool = False
    target: str | None = None
    places: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)  # names of places that no pack has
    when: When = UNDATED
    types: dict[ClaimType, int] = field(default_factory=dict)  # how many drafts, in order
    loose: dict[ClaimType, int] = field(default_factory=dict)  # headlines and losses
    figures: set[tuple[MeasureKind, float | None, float | None]] = field(default_factory=set)
    numbers: list[int] = field(default_factory=list)  # of the drafts' sentences, rising

    def add(self, draft: Draft) -> None:
        """Take in a draft that tells of the event."""
        self.drafts.append(draft)
        self.numbers.append(draft.number)
        self.is_mutual |= draft.is_blame
        is_answer = draft.is_return or (self.drafts[-2:-1] and self.drafts[-2].is_return)
        is_outcome = draft.is_casualty and any(d.is_mutual for d in _same_sentence(self, draft))
        if is_outcome:  # "A and B traded fire, killing two": by whom is not told
            is_answer = True
        if draft.actor and not is_answer and not (self.actor and draft.is_casualty):
            self.actor = self.actor or draft.actor
            self.is_mutual |= draft.type is ClaimType.CLASH and self.actor != draft.actor
        hit = None if is_outcome else draft.target
        first_told = self.drafts[0]
        if self.target == self.actor and hit and not first_told.is_casualty:
            self.target = hit  # the doer was taken for the side hit before he was told
        self.target = self.target or hit
        self.places |= draft.places
        self.unknown |= draft.unknown
        if draft.when.prec < self.when.prec:
            self.when = draft.when
        if draft.type:
            is_loose = (
                draft.is_title or draft.needs_event or (draft.is_casualty and not draft.has_cause)
            )
            counted = self.loose if is_loose else self.types
            counted[draft.type] = counted.get(draft.type, 0) + 1
        self.figures |= {(m.kind, m.low, m.high) for m in draft.measures if m.low}

    @property
    def type(self) -> ClaimType:
        """Return the type that most drafts give; headlines, losses and "other" come last."""
        told = self.types or self.loose
        known: list[ClaimType] = [t for t in told if t is not ClaimType.OTHER]
        known = known or [*told]
        if not TAKING.isdisjoint(known):  # who crossed and dug in has crossed
            known = [t for t in known if t is not ClaimType.DEPLOYMENT]
        return max(known, key=lambda t: (told[t], t is not ClaimType.CLASH))

    def has(self, kinds: frozenset[ClaimType]) -> bool:
        """Return whether any draft is of one of some types."""
        return any(t in kinds for t in (*self.types, *self.loose))

    @property
    def last(self) -> Draft:
        """Return the draft told last."""
        return self.drafts[-1]


def group(drafts: Iterable[Draft], gazetteer: Gazetteer) -> list[Event]:
    """Return the events that drafts tell of, in order of first telling."""
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
    if time < 0 and _adds_on(event, draft):
        time = _NEXT_DAY
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
    is_bare = draft.when.start is None and not (
        draft.unknown or _firm(set(draft.places), gazetteer)
    )
    is_more = draft.is_vague and draft.places <= event.places  # "one more provocation there"
    points += 1.25 * (draft.is_anaphoric and gap <= 1)  # "the X" is what was told last
    is_apart = draft.is_further and not is_more and (draft.places or draft.when.start is not None)
    points += (
        1.5 * draft.is_anaphoric + 1.0 * (draft.is_casualty and is_bare) - _ANOTHER * bool(is_apart)
    )
    if is_bare or not event.places:
        points += 0.75 if not draft.is_further or is_bare else 0.0
    return points + _figure_points(event, draft)


def _differs(event: Event, draft: Draft) -> bool:
    """Return whether one sentence gives two figures for what would be one event."""
    if draft.places and not draft.places & event.places and _contradicts(event, draft):
        return True
    if _is_another_time(event, draft):
        return True
    before = {
        m.kind: m.low
        for d in _same_sentence(event, draft)
        for m in d.measures
        if m.kind in _EXTENT and m.low
    }
    return any(m.low and m.kind in before and before[m.kind] != m.low for m in draft.measures)


def _is_another_time(event: Event, draft: Draft) -> bool:
    """Return whether an event is of another time than one told, though no day says so."""
    start = event.when.start
    if draft.is_past and start is None:  # "In 2019 ..." is not what was told without a day
        return True
    if draft.when.start is None:
        return bool(draft.no_later and start and start > draft.no_later)
    return draft.is_series and event.when.prec is DatePrecision.DAY  # one day of many is told apart


def _contradicts(event: Event, draft: Draft) -> bool:
    """Return whether a speaker gives another extent for another place ("near X alone")."""
    told = {
        m.kind: m.low
        for d in event.drafts[-_FAR:]
        if d.speakers[0].key == draft.speakers[0].key
        for m in d.measures
        if m.kind in _EXTENT and m.low
    }
    return any(m.low and m.kind in told and told[m.kind] != m.low for m in draft.measures)


def _same_sentence(event: Event, draft: Draft) -> Iterator[Draft]:
    for before in reversed(event.drafts):
        if before.number != draft.number:
            return
        yield before


def _kinds(event: Event, draft: Draft) -> float:
    kind = draft.type
    if kind in event.types or kind in event.loose:
        return 0.5
    gap = draft.number - event.last.number
    if kind in TAKING and event.has(TAKING):
        return 0.25 if gap == 0 else 0.0
    fits = (
        _same_fight(event, draft)
        or _same_capture(event, draft)
        or _of_one(event, draft)
        or _in_one_breath(event, draft)
        or _digs_in(event, draft)
    )
    if gap <= 1 and ClaimType.OTHER in {kind, event.type}:
        fits = (draft.is_vague or event.last.is_vague) and draft.actor == event.actor
    return 0.25 if fits else -1.0


def _same_fight(event: Event, draft: Draft) -> bool:
    """Return whether fire and losses may be of one fight, though told as two kinds."""
    if draft.type in FIRE and event.has(FIRE):
        return ClaimType.CLASH in {draft.type, event.type} or draft.is_casualty
    if draft.type is ClaimType.MINE_BLAST and not event.has(frozenset({ClaimType.MINE_BLAST})):
        return False  # who stepped on a mine was not hurt in the fight told before
    hurting = FIRE | TAKING | {ClaimType.MINE_BLAST}
    if draft.has_cause and draft.when.start is not None and event.when.start is None:
        hurting = FIRE | {ClaimType.MINE_BLAST}  # men who hold ground shot on a day of its own
    return draft.is_casualty and event.has(hurting)


def _of_one(event: Event, draft: Draft) -> bool:
    """Return whether an offensive and what was done in it are told by one side's name."""
    ground = draft.type in TAKING and event.has(FIRE)
    fire = draft.type in FIRE and event.has(TAKING)
    if not (ground or fire) or draft.actor not in {event.actor, None}:
        return False
    is_broad = draft.is_broad or any(d.is_broad for d in event.drafts[-_FAR:])
    return is_broad and bool(draft.places & event.places)


def _in_one_breath(event: Event, draft: Draft) -> bool:
    """Return whether intruders fire or take men in the same sentence, at no place of its own."""
    if draft.where or draft.when.start is not None or draft.number != event.last.number:
        return False
    acts = FIRE | {ClaimType.CAPTURE}
    return draft.type in acts and event.has(TAKING) and draft.actor in {event.actor, None}


def _digs_in(event: Event, draft: Draft) -> bool:
    """Return whether intruders settle where they came to ("crossed the line and dug in")."""
    same = draft.number == event.last.number and draft.actor is not None
    settles = draft.type is ClaimType.DEPLOYMENT and event.has(TAKING)
    settles |= draft.type is ClaimType.INCURSION and event.type is ClaimType.DEPLOYMENT
    return same and settles and draft.actor == event.actor


def _same_capture(event: Event, draft: Draft) -> bool:
    """Return whether men were taken as the outcome of what was told before."""
    if draft.type is not ClaimType.CAPTURE or not event.has(FIRE | TAKING):
        return False
    told = {(m.kind, m.low, m.high) for m in draft.measures if m.kind is MeasureKind.CAPTURED}
    return bool(told & event.figures) or (draft.is_anaphoric and not draft.places)


def _place_points(event: Event, draft: Draft, gazetteer: Gazetteer) -> float:
    if event.unknown & draft.unknown:
        return 2.0
    if not event.places or not draft.places:
        # Two different unknown names are two places; one beside a known one may be in it.
        return -1.0 if event.unknown and draft.unknown else 0.0
    apart = draft.type is not event.type and not draft.is_casualty and not event.last.is_title
    if (
        apart
        and draft.type in FIRE
        and not draft.is_anaphoric
        and draft.number != event.last.number
    ):
        return -1.0
    ours, theirs = set(event.places), set(draft.places)
    if apart:
        # Villages under fire are told apart from the fight in their province.
        ours = {p for p in ours if gazetteer.place(p).kind not in AREAS} or ours
        theirs = {p for p in theirs if gazetteer.place(p).kind not in AREAS} or theirs
    if ours & theirs:
        return 2.0
    ours, theirs = _firm(ours, gazetteer), _firm(theirs, gazetteer)
    together = draft.number == event.last.number and (draft.is_casualty or event.last.is_casualty)
    together = together or (not apart and _goes_on(event, draft))
    if not ours or not theirs or together or event.last.is_title:
        return 0.0
    same = draft.number == event.last.number
    near = (same or not apart) and any(
        gazetteer.encloses(a, b) or gazetteer.encloses(b, a) for a in ours for b in theirs
    )
    return 1.0 if near else -1.0


def _goes_on(event: Event, draft: Draft) -> bool:
    """Return whether "the shelling in the next sector" goes on with what was just told."""
    speaker = draft.speakers[0]
    is_doer = event.actor is not None and speaker.party_id == event.actor
    answers = is_doer and speaker.key != event.last.speakers[0].key
    return draft.is_anaphoric and draft.number - event.last.number <= 1 and not answers


def _firm(places: set[str], gazetteer: Gazetteer) -> set[str]:
    """Return places without rivers and borders: these run past many others."""
    return {p for p in places if gazetteer.place(p).kind not in _LINES}


def _time_points(event: Event, draft: Draft) -> float:
    a, b = event.when, draft.when
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return 0.0
    if a.start <= b.end and b.start <= a.end:
        return 1.5
    return -1.0


def _adds_on(event: Event, draft: Draft) -> bool:
    """Return whether an advance goes on, on a later day ("went another 3 km on Monday")."""
    if draft.places or draft.unknown or draft.number - event.last.number > _BESIDE:
        return False
    is_more = any(
        m.measured_from is MeasuredFrom.EARLIER and m.kind in _EXTENT for m in draft.measures
    )
    return is_more and draft.type in TAKING and event.has(TAKING)


def _doer_points(event: Event, draft: Draft) -> float:
    if event.is_mutual or draft.is_mutual or None in {event.actor, draft.actor}:
        return 0.25
    if event.actor == draft.actor:
        return 0.75
    if _hits_back(event, draft):
        return 0.25
    own = draft.is_casualty and draft.target and draft.speakers[0].party_id == draft.target
    own = own and not (draft.has_cause and draft.places)  # an act of its own, at its own place
    own = own and not (draft.has_cause and event.type is not ClaimType.CLASH and draft.actor)
    if own:  # a side tells its own losses: that names no attacker
        return 0.25
    if draft.type is ClaimType.CAPTURE or event.type is ClaimType.CAPTURE:
        return 0.0
    return 0.0 if event.type is draft.type is ClaimType.CLASH else -1.0


def _hits_back(event: Event, draft: Draft) -> bool:
    """Return whether a side that was fired on fires back, or tells whom it hit with that."""
    last = event.last
    is_outcome = draft.is_casualty and last.is_return and draft.actor == last.actor
    return draft.is_return or (is_outcome and draft.number == last.number)


def _figure_points(event: Event, draft: Draft) -> float:
    return 1.5 if any((m.kind, m.low, m.high) in event.figures for m in draft.measures) else 0.0


def counts(event: Event) -> bool:
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
    """Return the events that drafts tell of, in order of first telling."""
    return any(
        (w.place_id or w.vague is None) and w.role != "from" for d in event.drafts for w in d.where
    )
