"""When an event was: the date of its own clause, never the day of the statement."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents.claims import dates
from geoincidents.claims.dates import DateRelation
from geoincidents.claims.lines import dateline_end
from geoincidents.claims.voices.frames import FrameKind
from geoincidents.model import UNDATED, BlockKind, ClaimType, DateBasis, DatePrecision

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geoincidents.claims.dates import Dated
    from geoincidents.claims.scenes import Scene, Trigger
    from geoincidents.claims.sentences import Sentence
    from geoincidents.claims.voices.frames import Frame
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import When

_YEAR = 300  # days: a year ago or more, months told roughly
_LEAD = 2  # words: "Back in 2019 ..."
_OPENING = frozenset({"", "in", "on", "during", "and"})
_CLOCK = re.compile(r"\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b")
_PARTING = frozenset({";", ":", "but", "while", "after", "before", "when", "since", "as", ","})
_WAR_ENDS = frozenset({ClaimType.DEPLOYMENT, ClaimType.WITHDRAWAL})  # what a truce brings
_LATEST = frozenset({DateRelation.UNTIL, DateRelation.BEFORE, DateRelation.BY})
_USABLE = frozenset({DateRelation.AT, DateRelation.SINCE, DateRelation.AFTER})


def of_events(
    scene: Scene, lexicon: Lexicon, anchor: When | None
) -> tuple[tuple[Dated, ...], tuple[Dated, ...]]:
    """Return the dates of a line that may be an event's, and those when somebody spoke."""
    found = dates.find(scene.line.sentence, lexicon, anchor=anchor)
    opening = dateline_end(scene.line)
    datelines = [b.span for b in scene.line.sentence.report.blocks if b.kind is BlockKind.DATELINE]
    usable = [
        d
        for d in found
        if not d.future
        and scene.line.index(d.span[0]) >= opening
        and not any(s <= d.span[0] < e for s, e in datelines)
    ]
    stated = tuple(d for d in usable if _is_stated(scene, d))
    return tuple(d for d in usable if d not in stated), stated


def no_later(scene: Scene, stated: Sequence[Dated]) -> date | None:
    """Return the day by which events had been charged ("Last month the North accused ...")."""
    line = scene.line
    days = [
        d.when.end
        for f in scene.speech.frames
        for d in stated
        if f.kind is FrameKind.ACCUSE and d.when.end and _belongs(scene, f, line.index(d.span[0]))
    ]
    return min(days, default=None)


def of_war(sentence: Sentence, lexicon: Lexicon) -> When | None:
    """Return the months or years of a war that a sentence tells of, None without them."""
    known = {DateRelation.AT, DateRelation.NAMES}
    for dated in dates.find(sentence, lexicon):
        is_long = dated.when.start is not None and dated.when.prec >= DatePrecision.MONTH
        if is_long and dated.relation in known and not dated.future:
            return dated.when
    return None


def find(
    scene: Scene,
    trigger: Trigger,
    told: Sequence[Dated],
    anchor: When | None = None,
    war: When | None = None,
) -> When:
    """Return when an event was, `UNDATED` where its clause does not say.

    `anchor` is the date told last: "later in the day" is that day; `war` that of the war
    told last: "since it ended".
    """
    line = scene.line
    fit = [
        d
        for d in told
        if trigger.start <= line.index(d.span[0]) < trigger.end
        and d.when.start is not None
        and _is_usable(d, trigger)
        and not _is_end(scene, trigger, line.index(d.span[0]))
        and not _is_of_war(scene, trigger, d)
    ]
    best = min(fit, key=lambda d: _rank(scene, trigger, d), default=None)
    if best:
        return best.when
    if war and trigger.type in _WAR_ENDS:
        return _since_war(scene, trigger, war)
    return _same_day(scene, trigger, anchor) if anchor else UNDATED


def _is_end(scene: Scene, trigger: Trigger, index: int) -> bool:
    """Return whether a day tells when fighting stopped ("the clashes ended late on Monday")."""
    line = scene.line
    return trigger.is_noun and any(
        all(line.low(i) not in _PARTING for i in range(mark.hi, index))
        for mark in line.within("link_end", trigger.hi, index)
    )


def _is_of_war(scene: Scene, trigger: Trigger, dated: Dated) -> bool:
    """Return whether a year is that of a war told of by the way ("before a war in 2020")."""
    if trigger.type in _WAR_ENDS or dated.when.prec < DatePrecision.MONTH:
        return False
    line = scene.line
    index = line.index(dated.span[0])
    return any(
        trigger.hi <= mark.lo and index - mark.hi <= 1 and line.low(index - 1) in {"in", "of"}
        for mark in line.within("filter_war", max(0, index - 4), index)
    )


def is_past(scene: Scene, when: When) -> bool:
    """Return whether an event was in a year before that of the news."""
    return when.start is not None and is_long_ago(scene, when.start)


def is_long_ago(scene: Scene, day: date) -> bool:
    """Return whether a day is a year or more before the news."""
    published = scene.line.sentence.report.published
    return published is not None and (published - day).days > _YEAR


def opening(scene: Scene, told: Sequence[Dated]) -> When:
    """Return an earlier year that opens a sentence ("In April 2016 they ..."): all is of it."""
    for dated in told:
        index = scene.line.index(dated.span[0])
        opens = index <= _LEAD and scene.line.low(index - 1) in _OPENING
        if opens and dated.relation is DateRelation.AT and is_past(scene, dated.when):
            return dated.when
    return UNDATED


def shared(scene: Scene, trigger: Trigger, told: Sequence[Dated]) -> When:
    """Return the date of a verb that "and" ties to this one ("shelled X and took Y on Sunday")."""
    line = scene.line
    for dated in told:
        index = line.index(dated.span[0])
        usable = dated.when.start is not None and _is_usable(dated, trigger)
        if not usable or dated.when.prec > DatePrecision.WEEK:
            continue
        first, last = (index, trigger.start) if index < trigger.start else (trigger.end, index)
        is_tied = line.low(trigger.start if index < trigger.start else trigger.end) == "and"
        words = {line.low(i) for i in range(first, last)}
        if is_tied and not words & (_PARTING | scene.grammar.relatives):
            return dated.when
    return UNDATED


def _since_war(scene: Scene, trigger: Trigger, war: When) -> When:
    """Return the time of a war of which men were sent or withdrawn ("since it ended")."""
    line = scene.line
    for mark in line.within("again_war", trigger.start, trigger.end):
        passage = line.sentence.passage(line.span(mark.lo, mark.hi))
        return replace(war, basis=DateBasis.CONTEXT, passage=passage)
    return UNDATED


def _same_day(scene: Scene, trigger: Trigger, anchor: When) -> When:
    """Return the day told last where an event is said to be of the same."""
    line = scene.line
    opening = line.within("again_day", 0, 2)  # "Hours later the ministry said that ..."
    for mark in (*opening, *line.within("again_day", trigger.start, trigger.end)):
        if mark.lo >= trigger.hi or mark.lo <= 1:
            passage = line.sentence.passage(line.span(mark.lo, mark.hi))
            return replace(anchor, basis=DateBasis.CONTEXT, passage=passage)
    return _at_a_clock(scene, trigger, anchor)


def _at_a_clock(scene: Scene, trigger: Trigger, anchor: When) -> When:
    """Return the day told last where an event has an hour and no day ("at 7.15 a.m.")."""
    if anchor.prec is not DatePrecision.DAY:
        return UNDATED
    sentence = scene.line.sentence
    start, end = scene.line.span(trigger.start, trigger.end)
    clock = _CLOCK.search(sentence.text, start - sentence.span[0], end - sentence.span[0])
    if clock is None:
        return UNDATED
    at = sentence.span[0]
    passage = sentence.passage((at + clock.start(), at + clock.end()))
    return replace(anchor, basis=DateBasis.CONTEXT, passage=passage)


def _is_usable(dated: Dated, trigger: Trigger) -> bool:
    """Return whether a date may be an event's; "by Monday" counts, "until May" does not."""
    if dated.relation is DateRelation.NAMES:  # "deployed under the truce that ended the 2020 war"
        return trigger.type in _WAR_ENDS
    return dated.relation in _USABLE or (
        dated.relation in _LATEST and dated.when.prec is DatePrecision.DAY
    )


def _rank(scene: Scene, trigger: Trigger, dated: Dated) -> tuple[bool, bool, bool, int]:
    """Return how badly a date fits: aside, coarse, not "on" it, far from the event's word."""
    line = scene.line
    index = line.index(dated.span[0])
    aside = any(line.low(i) in scene.grammar.relatives for i in range(trigger.hi, index))
    return (
        aside,
        dated.when.prec > DatePrecision.WEEK,
        dated.relation is not DateRelation.AT,
        abs(index - trigger.lo),
    )


def _is_stated(scene: Scene, dated: Dated) -> bool:
    """Return whether a date is when somebody spoke, not when something happened."""
    index = scene.line.index(dated.span[0])
    if _is_events_own(scene, dated):
        return False
    return any(_belongs(scene, frame, index) for frame in scene.speech.frames)


def _is_events_own(scene: Scene, dated: Dated) -> bool:
    """Return whether a day owns the event behind it ("described Monday's shelling")."""
    line, after = scene.line, scene.line.index(dated.span[1] - 1)
    owns = line.low(after) in _OWNS or line.low(after + 1) in _OWNS
    return owns and line.has("event_noun", after + 1, after + _OWNED)


def _belongs(scene: Scene, frame: Frame, index: int) -> bool:
    line = scene.line
    lo, hi = min(frame.region[0], frame.lo), max(frame.region[1], frame.hi)
    if lo <= index < hi:
        return True
    if index < lo:
        # "On Friday the ministry said", "On May 14, the ministry said"
        opens = frame.region[0] if frame.region[0] < frame.region[1] else frame.lo
        is_within = any(c[0] <= index < c[1] for c in frame.content)
        return not is_within and _is_lead(scene, index, opens)
    if any(line.has(c, hi, index) for c in ("event_verb", "event_noun")):
        return False
    between = range(hi, index)
    words = [line.low(i) for i in between]
    if "that" in words or ":" in words:
        return False
    aside = all(c[1] <= frame.lo or c[0] > index for c in frame.content)
    return aside or _is_tail(scene, frame, index)


def _is_lead(scene: Scene, index: int, opens: int) -> bool:
    """Return whether a date opens the sentence in front of who speaks."""
    line = scene.line
    if any(line.has(c, index, opens) for c in ("event_verb", "event_noun")):
        return False
    start = index
    while start > 0 and line.low(start - 1) in {
        "on",
        "late",
        "early",
        "earlier",
        "later",
        "at",
        "in",
        "the",
        "by",
        "evening",
        "of",
    }:
        start -= 1
    return (
        start == 0
        or line.low(start - 1) in {",", ";"}
        or line.low(start - 1) in scene.grammar.conjunctions
    )


def _is_tail(scene: Scene, frame: Frame, index: int) -> bool:
    """Return whether a date stands right behind a verb of saying ("said on Friday ...")."""
    line = scene.line
    for i in range(frame.hi, index):
        low = line.low(i)
        in_group = any(g.lo <= i < g.hi for g in scene.groups)
        if frame.kind is FrameKind.ACCUSE:
            if low in {"of", "for"}:
                return False
            continue  # "accused the North on Friday of ..."
        if in_group and frame.kind is not FrameKind.SAY:
            return False
        if low == "," or low in scene.grammar.auxiliaries:
            return False
        if in_group and not (
            line.at("head_office", i) or line.at("outlet", i) or line.at("voice_media", i)
        ):
            return False
    return index - frame.hi <= _REACH and not _opens_clause(scene, index)


_REACH = 6
_OWNED = 5  # words between "Monday's" and its event
_OWNS = frozenset({"'s", "’s"})


def _opens_clause(scene: Scene, index: int) -> bool:
    """Return whether a comma sets a date off from the verb of saying before it."""
    return scene.line.low(index - 1) == ","
