"""What is told as history or as part of a past war is no report of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims.dates import DateRelation
from geoincidents.claims.filters import civil, habits
from geoincidents.claims.scenes import CASUALTIES
from geoincidents.claims.triggers import clauses
from geoincidents.model import ClaimType, DatePrecision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.claims.dates import Dated
    from geoincidents.claims.lines import Mark
    from geoincidents.claims.scenes import Scene, Trigger

_GATHERING = frozenset({"gather", "concentrate", "mass", "amass"})
_BY_THE_WAY = frozenset({"with", "of", "by", "to", "from", "on"})
_BYSTANDING = "a bystanding participle, not told for itself"
_TIED = frozenset({"in", "during", "after", "since", "amid", "following", "before", "through"})
_TOLL = 5  # words between a war and the "killed" that tells its toll
_OBJECT = 6  # words behind "fought" that can hold "a war"
_YEAR = 4  # digits
_GROUNDS = frozenset({"zone", "zones", "area", "areas", "region", "regions", "line"})
_PARTED = frozenset({"although", "though", "but"})
_CLAUSE = 8  # words of "where ... are deployed"
_SPANS = frozenset({"day", "week", "month", "year"})
_CIVIL = frozenset({ClaimType.BLOCKADE, ClaimType.OTHER})
_WITHDRAWN = frozenset({ClaimType.WITHDRAWAL, ClaimType.DEPLOYMENT})


def rule(scene: Scene, trigger: Trigger, told: Sequence[Dated]) -> str:
    """Return the rule by which an event is history, empty where it is not."""
    whole = civil.rule(scene, trigger) or _of_war(scene, trigger)
    if whole:
        return whole
    if _is_dangling(scene, trigger):  # whatever the day of the main verb is
        return _BYSTANDING
    if any(_is_day(scene, trigger, d) for d in told if not _is_outside(scene, trigger, d)):
        return ""
    return habits.rule(scene, trigger) or _past(scene, trigger, told)


def _of_war(scene: Scene, trigger: Trigger) -> str:
    """Return the rule by which weather or a whole war is told of, empty otherwise."""
    if trigger.type in _CIVIL and scene.line.has("filter_civil", trigger.start, trigger.end):
        return "weather, works or an accident"
    if _is_war(scene, trigger):
        return "a war as a whole"
    is_toll = trigger.key in CASUALTIES and _is_toll(scene, trigger)
    return "the losses of a whole war" if is_toll else ""


def _is_war(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a whole war is told of ("fought a war", "a full-scale invasion")."""
    line = scene.line
    if trigger.key == "invasion":
        return line.low(trigger.lo - 1) == "scale"
    return trigger.key == "fight" and line.has("filter_war", trigger.hi, trigger.hi + _OBJECT)


def _is_toll(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a war itself is what killed ("the war that killed thousands")."""
    line, grammar = scene.line, scene.grammar
    small = grammar.relatives | grammar.auxiliaries | grammar.adverbs
    return any(
        all(line.low(i) in small for i in range(mark.hi, trigger.lo))
        for mark in line.within("filter_war", max(0, trigger.lo - _TOLL), trigger.lo)
    ) or _died_in_war(scene, trigger)


def _died_in_war(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a clause tells of a war's dead ("a war in which 6,000 died")."""
    line = scene.line
    if trigger.cause:
        return False
    for mark in line.within("filter_war", 0, trigger.lo):
        tied = [i for i in range(mark.hi, trigger.lo) if line.low(i) in {"which", "that"}]
        if tied and all(line.low(i) != ";" for i in range(mark.hi, tied[-1])):
            return not any(line.has(c, tied[-1], trigger.lo) for c in ("event_verb", "event_noun"))
    return False


def _past(scene: Scene, trigger: Trigger, told: Sequence[Dated]) -> str:
    """Return why an event without a day of its own is history."""
    if _is_old(scene, trigger, told):
        return "history without a date"
    if trigger.type not in _WITHDRAWN and (_in_war(scene, trigger) or _in_past_war(scene, trigger)):
        return "told as part of a past war"
    if trigger.key in CASUALTIES and scene.line.has("filter_war", trigger.start, trigger.lo):
        return "the losses of a whole war"
    if _is_standing(scene, trigger):
        return "men who are stationed there, not an event"
    return _BYSTANDING if _is_opening(scene, trigger) else ""


def _is_standing(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a relative clause tells where men are anyway ("where guards are deployed")."""
    line = scene.line
    if trigger.type is not ClaimType.DEPLOYMENT or trigger.is_noun or not trigger.is_passive:
        return False
    words = {line.low(i) for i in range(max(trigger.start, trigger.lo - _CLAUSE), trigger.lo)}
    return bool(words & {"is", "are"}) and bool(words & scene.grammar.relatives)


def _is_outside(scene: Scene, trigger: Trigger, dated: Dated) -> bool:
    """Return whether a day stands in front of the clause that tells where men are anyway."""
    if not _is_standing(scene, trigger):
        return False
    index = scene.line.index(dated.span[0])
    relatives = scene.grammar.relatives
    return any(scene.line.low(i) in relatives for i in range(index, trigger.lo))


def _is_old(scene: Scene, trigger: Trigger, told: Sequence[Dated]) -> bool:
    """Return whether words of the past or a long "since" stand in an event's clause."""
    marks = scene.line.within("filter_past", trigger.start, trigger.end)
    return any(_is_near(scene, trigger, m.lo) for m in marks) or any(
        _is_since_long(scene, trigger, d) for d in told
    )


def _is_near(scene: Scene, trigger: Trigger, index: int) -> bool:
    """Return whether words of the past stand in an event's own clause, not in an aside."""
    commas = [i for i in range(index, trigger.lo) if scene.line.low(i) == ","]
    return index > trigger.lo or not commas or _goes_on(scene, commas)


def _goes_on(scene: Scene, commas: Sequence[int]) -> bool:
    """Return whether a clause of the same time follows ("in the 1990s, when the North took")."""
    return len(commas) == 1 and scene.line.low(commas[0] + 1) == "when"


def _is_since_long(scene: Scene, trigger: Trigger, dated: Dated) -> bool:
    index = scene.line.index(dated.span[0])
    is_inside = trigger.start <= index < trigger.end and _is_near(scene, trigger, index)
    return (
        is_inside
        and dated.relation is DateRelation.SINCE
        and dated.when.prec is DatePrecision.LONGER
    )


def _in_past_war(scene: Scene, trigger: Trigger) -> bool:
    """Return whether the sentence ties an event to a war that is told to be over."""
    line = scene.line
    if any(_is_dated_war(scene, m) for m in line.within("filter_war", 0, trigger.lo)):
        return True
    for mark in line.within("filter_war", trigger.hi, len(line.tokens)):
        lead = [line.low(i) for i in range(max(0, mark.lo - 6), mark.lo)]
        if _in_relative(scene, trigger.hi, mark.lo):
            continue
        is_tied = any(w in _TIED for w in lead) and not clauses.is_compared(scene, mark.lo)
        numbered = any(len(w) == _YEAR and w.isdigit() for w in lead)
        lasted = "-" in lead and any(w in _SPANS for w in lead)
        if is_tied and (numbered or lasted or "last" in lead):
            return True
    return False


def _is_dated_war(scene: Scene, mark: Mark) -> bool:
    """Return whether a war told of before an event has a year or a length of its own."""
    line = scene.line
    words = [line.low(i) for i in range(max(0, mark.lo - 4), mark.hi + 3)]
    numbered = any(len(w) == _YEAR and w.isdigit() for w in words)
    return numbered or ("-" in words and any(w in _SPANS for w in words))


def _is_set_against(scene: Scene, mark: Mark, trigger: Trigger) -> bool:
    """Return whether a "but" parts a war from what is told behind it, or a zone is named."""
    if scene.line.low(mark.hi) in _GROUNDS:  # "in the conflict zone"
        return True
    return any(scene.line.low(i) in _PARTED for i in range(mark.hi, trigger.lo))


def _in_relative(scene: Scene, lo: int, hi: int) -> bool:
    """Return whether a token stands in a relative clause that opens behind another."""
    line, inside = scene.line, False
    for i in range(lo, hi):
        if line.low(i) == ",":
            inside = line.low(i + 1) in scene.grammar.relatives
    return inside


def _is_dangling(scene: Scene, trigger: Trigger) -> bool:
    """Return whether men are only said to be deployed by the way ("with troops deployed")."""
    if trigger.is_noun or trigger.type is not ClaimType.DEPLOYMENT or trigger.is_passive:
        return False
    line = scene.line
    before = {line.low(i) for i in range(trigger.lo - 2, trigger.lo)}
    if trigger.key in _GATHERING and before & {"that", "which"} and before & {"was", "were"}:
        return True  # "armour that was gathering"
    if not line.low(trigger.lo).endswith("ed"):
        return False
    group = next((g for g in reversed(scene.groups) if g.hi <= trigger.lo), None)
    return (
        group is not None
        and group.hi == trigger.lo
        and (group.prep or _before_number(scene, group.lo)) in _BY_THE_WAY
        and not _is_number(scene, group.lo)
    )


def _before_number(scene: Scene, index: int) -> str:
    """Return the word in front of a number of men ("with 3,000 troops")."""
    is_number = scene.line.low(index - 1)[:1].isdigit()
    return scene.line.low(index - 2) if is_number else ""


def _is_number(scene: Scene, index: int) -> bool:
    """Return whether men are what a number is of ("the number of tanks massed near ...")."""
    return any(scene.line.low(i) == "number" for i in range(max(0, index - 3), index))


def _is_opening(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a participle only opens a sentence of today ("Once bombed, it is ...")."""
    return trigger.lo == 1 and scene.line.low(0) == "once" and not trigger.is_noun


def _is_day(scene: Scene, trigger: Trigger, dated: Dated) -> bool:
    """Return whether a day or month stands in an event's clause."""
    index = scene.line.index(dated.span[0])
    return trigger.start <= index < trigger.end and dated.when.prec <= DatePrecision.MONTH


def _in_war(scene: Scene, trigger: Trigger) -> bool:
    """Return whether the clause ties an event to a war ("in the war", "a war in which")."""
    line = scene.line
    for mark in line.within("filter_war", trigger.start, trigger.end):
        if _in_relative(scene, trigger.hi, mark.lo) or _is_set_against(scene, mark, trigger):
            continue
        words = [line.low(i) for i in range(max(0, mark.lo - 6), mark.lo)]
        if any(w in _TIED for w in words) and not clauses.is_compared(scene, mark.lo):
            return True
    if trigger.key == "fight" and line.has("filter_war", trigger.hi, trigger.hi + _OBJECT):
        return True
    # "fought a war in 2020, when ..."
    return any(
        mark.hi <= trigger.lo and line.low(trigger.start) in {"when", "that", "which"}
        for mark in line.within("filter_war", max(0, trigger.start - 5), trigger.start)
    )
