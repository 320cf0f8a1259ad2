"""What is told in words of conflict but is sport, weather, work or art."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims.filters import ordinary
from geoincidents.claims.parties.groups import Head
from geoincidents.claims.scenes import CASUALTIES
from geoincidents.model import ClaimType

if TYPE_CHECKING:
    from geoincidents.claims.parties.groups import Group
    from geoincidents.claims.scenes import Scene, Trigger

_NEAR = 5  # words between "an exhibition on" and the siege it shows
_ABSTRACT = 7  # words between "stepped into" and the crisis
_LOAD = 6  # words between "carrying" and those who are carried
_UNARMED = "unarmed"  # travellers who are no force whosever they are; trucks may be one
_STRIKES = frozenset({ClaimType.SHELLING, ClaimType.CLASH})
_JOURNEYS = frozenset(
    {ClaimType.INCURSION, ClaimType.SEIZURE, ClaimType.WITHDRAWAL, ClaimType.DEPLOYMENT}
)
_GOING = frozenset({"go", "come", "get", "enter", "cross", "drive", "walk", "fly", "sail", "slip"})
_MOVES = frozenset({ClaimType.INCURSION, ClaimType.SEIZURE})


def rule(scene: Scene, trigger: Trigger) -> str:
    """Return why words of conflict tell of no conflict, empty where they do."""
    line, end = scene.line, len(scene.line.tokens)
    if line.has("civil_sport", 0, end):
        return "sport"
    if line.has("civil_online", 0, end):
        return "an attack on computers"
    first = 0 if trigger.key in CASUALTIES and not trigger.cause else max(0, trigger.start - 1)
    if line.has("civil_nature", first, trigger.lo) or _by_beast(scene, trigger):
        return "nature, no party"
    if line.has("civil_show", max(0, trigger.lo - _NEAR), trigger.lo) or line.has(
        "civil_parade", 0, end
    ):
        return "a show or ceremony"
    if trigger.type in _MOVES and (rule := _figurative(scene, trigger)):
        return rule
    return (
        _work(scene, trigger)
        or _travel(scene, trigger)
        or _politics(scene, trigger)
        or ordinary.rule(scene, trigger)
    )


def _by_beast(scene: Scene, trigger: Trigger) -> bool:
    """Return whether an animal does it ("attacked by a bear", "killed in a bear attack")."""
    line = scene.line
    nouns = [m.lo for m in line.within("event_noun", trigger.start, trigger.end)]
    if any(line.at("civil_nature", i - 1) for i in nouns):
        return True
    by = trigger.hi if line.low(trigger.hi) == "by" else 0
    return bool(by) and line.has("civil_nature", by, min(trigger.end, by + _NEAR))


def _figurative(scene: Scene, trigger: Trigger) -> str:
    """Return whether no ground is entered or taken, but a crisis, a market or a field of crops."""
    line = scene.line
    behind = (trigger.hi, trigger.end)
    if line.has("civil_business", *behind):
        return "business"
    for mark in line.within("civil_abstract", trigger.hi, min(trigger.end, trigger.hi + _ABSTRACT)):
        small = scene.grammar.prepositions - {"of"}
        between = sum(line.low(i) in small for i in range(trigger.hi, mark.lo))
        is_whose = line.low(mark.lo - 1) == "of"  # "a zone of responsibility"
        if between <= 1 and not is_whose and not line.has("object_ground", trigger.hi, mark.lo):
            return "no ground is entered"
    if line.has("head_force", 0, len(line.tokens)):
        return ""
    if line.has("civil_business", 0, trigger.lo):
        return "business"
    return "nature, no party" if line.has("civil_nature", 0, trigger.lo) else ""


def _politics(scene: Scene, trigger: Trigger) -> str:
    """Return whether lawmakers, fans or protesters clash, and no side of a conflict."""
    if trigger.key not in {"clash", "fight", "battle"}:
        return ""
    line = scene.line
    armed = any(
        g.head is Head.FORCE or (g.party and not g.prep) for g in scene.groups if g.hi <= trigger.lo
    )
    crowd = line.has("civil_crowd", trigger.start, trigger.lo)
    return "politics or protest" if crowd and not armed else ""


def _work(scene: Scene, trigger: Trigger) -> str:
    """Return whether workers, mines of ore, crops, papers or traffic are meant."""
    line, end = scene.line, len(scene.line.tokens)
    whole, behind, part = (0, end), (trigger.hi, trigger.end), (trigger.start, trigger.end)
    rules = (
        (trigger.key == "strike", "civil_labour", part, "a strike of workers"),
        (trigger.type is ClaimType.MINE_BLAST, "civil_pit", whole, "a mine of ore or coal"),
        (trigger.type in _STRIKES, "civil_crop", behind, "farm work"),
        (trigger.type in _STRIKES, "civil_money", behind, "sanctions or fines"),
        (trigger.type is ClaimType.WITHDRAWAL, "civil_paper", behind, "papers or words, no men"),
        (trigger.key in CASUALTIES, "civil_traffic", whole, "an accident"),
    )
    return next((why for applies, c, at, why in rules if applies and line.has(c, *at)), "")


def _travel(scene: Scene, trigger: Trigger) -> str:
    """Return whether travellers without arms crossed, and no force is named."""
    line = scene.line
    if trigger.key == "launch" and line.has("civil_errand", trigger.hi, trigger.end):
        return "travellers, no force"  # "aircraft were launched to search for the crew"
    if trigger.type not in _JOURNEYS:
        return ""
    if trigger.key == "land" and _carries_travellers(scene, trigger):
        return "travellers, no force"
    if trigger.key in _GOING and _has_errand(scene, trigger):
        return "travellers, no force"
    before = [g for g in scene.groups if trigger.start <= g.lo < trigger.lo]
    travellers = line.within("civil_traveller", trigger.start, trigger.lo)
    are_people = any(line.at("head_people", m.lo) for m in travellers)
    whose = {m.lo for m in travellers if m.key == _UNARMED}  # "Northern mediators"
    armed = any(
        (g.head in {Head.FORCE, Head.STATE, Head.EVENT} and not g.prep)
        or (
            g.party
            and not (g.head in {Head.PEOPLE, Head.NONE} and g.hi in whose)
            and not _is_origin(g, are_people=are_people)
        )
        for g in before
    )
    return "travellers, no force" if travellers and not armed else ""


def _has_errand(scene: Scene, trigger: Trigger) -> bool:
    """Return whether somebody without arms goes somewhere for a purpose of peace."""
    line = scene.line
    armed = any(
        g.head in {Head.FORCE, Head.STATE} and not g.prep and not _is_everyday(scene, g)
        for g in scene.groups
        if trigger.start <= g.lo and g.hi <= trigger.hi
    )
    return not armed and line.has("civil_errand", trigger.hi, len(line.tokens))


def _is_everyday(scene: Scene, group: Group) -> bool:
    """Return whether police or a crew are meant, of no side of a conflict."""
    return group.party is None and scene.line.has("civil_force", group.lo, group.hi)


def _carries_travellers(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a boat or plane landed with travellers ("landed carrying 69 migrants")."""
    line = scene.line
    loads = [i for i in range(trigger.hi, trigger.end) if line.low(i) in {"carrying", "with"}]
    armed = any(g.head is Head.FORCE and g.lo >= trigger.hi for g in scene.groups)
    return not armed and any(line.has("civil_traveller", i, i + _LOAD) for i in loads)


def _is_origin(group: Group, *, are_people: bool) -> bool:
    """Return whether a party's word only tells where travellers are from ("Lisk refugees")."""
    if group.head is Head.FORCE:
        return False
    return group.prep == "from" or (are_people and group.head is Head.PEOPLE)
