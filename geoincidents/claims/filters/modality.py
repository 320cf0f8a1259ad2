"""Whether an event is said to have happened, and the rule that says it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geoincidents.claims.lines import QUOTES
from geoincidents.model import Modality

if TYPE_CHECKING:
    from geoincidents.claims.scenes import Scene, Trigger

ADDRESSED = "words to the reader, not an event"
PURPOSE = "a purpose, not an event"
_WINDOW = 7  # words in front of an event in which a word may take it out of the world
_UNTRUE = 14  # words between "no truth in" and what did not happen
_OPENING = 3  # words of the longest phrase that turns to the reader
_NEAR = 5
_CLOSE = 3
_LETTING = frozenset({"let", "lets"})  # "letting its men cross" is told as done
_PARTING = frozenset({",", "and", "but", "that", "which", "who"})
_LET = 4  # words between "lets" and the verb of what is allowed
_IN_ORDER = frozenset({("in", "order"), ("so", "as")})  # in front of "to": a purpose, no command
_RULES = (
    ("filter_called", Modality.PLANNED, "a call or demand, not an event"),
    ("filter_planned", Modality.PLANNED, "a plan, not an event"),
    ("filter_threatened", Modality.THREATENED, "a threat or warning, not an event"),
    ("filter_feared", Modality.HYPOTHETICAL, "feared or possible, not an event"),
    ("filter_prevented", Modality.HYPOTHETICAL, "to be prevented, not an event"),
    ("filter_referred", Modality.HYPOTHETICAL, "only spoken of, not told"),
)


_PASSIVE = frozenset({"filter_planned", "filter_feared"})  # "an attack is planned, is feared"
_MODAL = ("filter_modal", Modality.PLANNED, "a modal verb, not an event")


class Verdict(NamedTuple):
    """How an event is told; `rule` is empty where it happened."""

    modality: Modality = Modality.HAPPENED
    is_negated: bool = False
    rule: str = ""


HAPPENED = Verdict()


def judge(scene: Scene, trigger: Trigger) -> Verdict:
    """Return whether an event is said to have happened."""
    line = scene.line
    if _is_addressed(scene) or line.low(trigger.lo - 1) == "=":
        return Verdict(Modality.HYPOTHETICAL, rule=ADDRESSED)
    if line.has("filter_exercise", 0, len(line.tokens)):
        return Verdict(Modality.HYPOTHETICAL, rule="an exercise or fiction")
    if line.low(len(line.tokens) - 1) == "?":
        return Verdict(Modality.HYPOTHETICAL, rule="a question")
    left = _left(scene, trigger)
    if line.has("deny_untrue", max(0, trigger.lo - _UNTRUE), trigger.lo):
        return Verdict(is_negated=True, rule="negated")
    if line.has("filter_if", left, trigger.lo):
        return Verdict(Modality.HYPOTHETICAL, rule="a condition")
    return _noun(scene, trigger, left) if trigger.is_noun else _verb(scene, trigger, left)


def _is_addressed(scene: Scene) -> bool:
    """Return whether a sentence begins by telling its reader what to do or suppose."""
    line = scene.line
    first = 1 if line.low(0) in QUOTES else 0
    return any(m.lo == first for m in line.within("filter_addressed", first, first + _OPENING))


def _left(scene: Scene, trigger: Trigger) -> int:
    """Return where the words begin that may govern an event."""
    line = scene.line
    start = trigger.start
    for i in range(trigger.lo - 1, start - 1, -1):
        if (line.low(i) in QUOTES and i not in line.scare) or line.low(i) == ";":
            return i + 1
    return start


def _verb(scene: Scene, trigger: Trigger, left: int) -> Verdict:
    line, grammar = scene.line, scene.grammar
    i = trigger.lo - 1
    infinitive = perfect = False
    while i >= 0:
        word = line.low(i)
        if line.at("filter_negation", i):
            return Verdict(is_negated=True, rule="negated")
        if line.at("filter_modal", i):
            return Verdict(Modality.PLANNED, rule="a modal verb, not an event")
        if line.at("filter_called", i) and word in {"must", "should"}:
            return Verdict(Modality.PLANNED, rule="a call or demand, not an event")
        if word == "to" and not trigger.is_figure:  # "adds up to 300 hectares"
            infinitive = True
            break
        if word in {"have", "been"}:
            perfect = True
        small = word in grammar.auxiliaries | grammar.adverbs or word.endswith("ly")
        if not small and i not in line.scare:
            break
        i -= 1
    if infinitive and not perfect:
        return _infinitive(scene, i)
    return _governed(scene, trigger, left)


def _infinitive(scene: Scene, to: int) -> Verdict:
    """Return the verdict on "to cross": tried counts, planned and the like does not."""
    line = scene.line
    lo = max(0, to - _NEAR)
    if (line.low(to - 2), line.low(to - 1)) in _IN_ORDER:
        return Verdict(Modality.PLANNED, rule=PURPOSE)
    tried = line.within("filter_tried", max(0, to - 2 * _NEAR), to + 1)
    for category, modality, rule in _RULES:
        marks = line.within(category, max(0, to - _WINDOW - 1), to + 1)
        if marks and (not tried or marks[-1].lo > tried[-1].lo):
            return Verdict(modality, rule=rule)
    negation = line.within("filter_negation", lo, to + 1)
    if negation:
        return Verdict(is_negated=True, rule="negated")
    if tried:
        return HAPPENED
    return Verdict(Modality.PLANNED, rule=PURPOSE)


def _governed(scene: Scene, trigger: Trigger, left: int) -> Verdict:
    """Return the verdict by a word that governs the clause ("demanded that ...")."""
    line = scene.line
    lo = max(left - 2, trigger.lo - _WINDOW, 0)
    word = line.low(trigger.lo)
    if line.low(trigger.lo - 1) == "without":
        return Verdict(is_negated=True, rule="negated")
    if word.endswith("ing") and _is_kept_from(scene, trigger.lo):
        return Verdict(Modality.HYPOTHETICAL, rule="kept from, not an event")
    if word.endswith("ing") and line.low(trigger.lo - 1) in {"against", "of", "for", "by"}:
        for category, modality, rule in (*_RULES, _MODAL):
            if line.has(category, lo, trigger.lo):
                return Verdict(modality, rule=rule)
    if not word.endswith(("ed", "ing")) and (bare := _bare_form(scene, trigger, lo)):
        return bare
    subject_negated = any(
        line.low(m.lo) in {"no", "none", "neither", "nobody"}
        for m in line.within("filter_negation", max(left, trigger.lo - _WINDOW), trigger.lo)
    )
    return Verdict(is_negated=True, rule="negated") if subject_negated else HAPPENED


def _is_kept_from(scene: Scene, index: int) -> bool:
    """Return whether "from" leads to a verb, or to two ("from leaving or entering the town")."""
    line = scene.line
    pair = line.low(index - 1) in {"or", "and"} and line.low(index - 2).endswith("ing")
    return line.low(index - 3 if pair else index - 1) == "from"


def _bare_form(scene: Scene, trigger: Trigger, lo: int) -> Verdict | None:
    """Return the verdict on a bare form that another verb governs ("lets them cross")."""
    line = scene.line
    if any(line.low(i) in _LETTING for i in range(max(lo, trigger.lo - _LET), trigger.lo)):
        return Verdict(Modality.HYPOTHETICAL, rule="allowed, not an event")
    if line.has("filter_prevented", lo, trigger.lo):
        return Verdict(Modality.HYPOTHETICAL, rule="to be prevented, not an event")
    for mark in line.within("filter_called", lo, trigger.lo):
        if "that" in {line.low(mark.hi - 1), line.low(mark.hi)}:
            return Verdict(Modality.PLANNED, rule="a call or demand, not an event")
    return None


def _noun(scene: Scene, trigger: Trigger, left: int) -> Verdict:
    line = scene.line
    lo = max(0, trigger.lo - _WINDOW)
    for category, modality, rule in _RULES:
        for mark in line.within(category, lo, trigger.lo):
            if all(line.low(i) not in {",", "and", "but"} for i in range(mark.hi, trigger.lo)):
                return Verdict(modality, rule=rule)
    marks = line.within("filter_negation", max(left, trigger.lo - _NEAR), trigger.lo)
    if marks:
        return Verdict(is_negated=True, rule="negated")
    behind = min(len(line.tokens), trigger.hi + 2 * _NEAR)
    for category, modality, rule in _RULES:
        for mark in line.within(category, trigger.hi, behind) if category in _PASSIVE else ():
            if line.low(mark.lo - 1) in scene.grammar.passive_auxiliaries:
                return Verdict(modality, rule=rule)
    if _is_modal(scene, trigger) or _may_come(scene, trigger, lo):
        return Verdict(Modality.PLANNED, rule="a modal verb, not an event")
    behind = min(trigger.end, trigger.hi + _NEAR)
    if any(
        m.lo - trigger.hi < _CLOSE and line.low(m.lo - 1) != ","  # "a sortie, without ..."
        for m in line.within("filter_negation", trigger.hi, behind)
    ):
        return Verdict(is_negated=True, rule="negated")
    return HAPPENED


def _may_come(scene: Scene, trigger: Trigger, lo: int) -> bool:
    """Return whether a noun is what a modal verb is done to ("could set off fighting")."""
    line = scene.line
    return any(
        all(line.low(i) not in _PARTING for i in range(mark.hi, trigger.lo))
        and not line.has("link_undergo", mark.hi, trigger.lo)  # "could hear shelling" is told
        for mark in line.within("filter_modal", lo, trigger.lo)
    )


def _is_modal(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a noun's own verb is a modal one ("the deployment ... could not be")."""
    line, grammar = scene.line, scene.grammar
    for i in range(trigger.hi, min(trigger.end, trigger.hi + 3 * _NEAR)):
        if line.at("filter_modal", i):
            return True
        if line.low(i) in {",", ";"} or line.low(i) in grammar.relatives | grammar.auxiliaries:
            return False
    return False
