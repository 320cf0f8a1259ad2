"""Nouns that tell of an event, or only back one up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims.lines import QUOTES
from geoincidents.claims.parties.groups import Head
from geoincidents.claims.scenes import LOSSES, Trigger
from geoincidents.claims.triggers import clauses, conditions
from geoincidents.model import ClaimType, MeasureKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.claims.lines import Line, Mark
    from geoincidents.claims.parties.groups import Group
    from geoincidents.claims.scenes import Part, Scene

_OF_NOUNS = frozenset({MeasureKind.TROOPS, MeasureKind.DEPTH, MeasureKind.AREA})
_TIES = frozenset({"in", "during", "after", "amid", "since", "before", "following"})
_OBJECT = 5  # words between a verb and the noun it is done to
FIRE_AND_MINES = frozenset(
    {ClaimType.CLASH, ClaimType.SHELLING, ClaimType.MINE_BLAST, ClaimType.INCURSION}
)
_SITES = frozenset({"checkpoint", "roadblock"})
_AT = frozenset({"at", "near", "from", "through", "past", "outside"})
_WEAPONS = frozenset({ClaimType.SHELLING, ClaimType.AIR_STRIKE, ClaimType.DRONE_STRIKE})
LINK = 6  # words between a noun and the verb that makes it an event


def find(scene: Scene, verbs: Sequence[Mark], told: Sequence[Trigger]) -> Iterator[Mark]:
    """Return the nouns of a line that may tell of an event of their own."""
    line = scene.line
    under = [t for t in told if t.key == "come_under_fire"]
    for mark in clauses.longest(list(line.marks.get("event_noun", ()))):
        is_verb = any(v.lo < mark.hi and mark.lo < v.hi for v in verbs)
        if mark.key not in scene.grammar.nouns or is_verb or scene.speech.is_frame_word(mark.lo):
            continue
        if line.low(mark.hi) == "-" or _is_hyphened(line, mark) or _is_object(scene, mark, told):
            continue
        if line.at("civil_compound", mark.hi) or _is_struggle(scene, mark):
            continue  # "detention officers", "the fight for the seat"
        if not any(0 <= mark.lo - t.hi < LINK for t in under):
            yield mark


def _is_struggle(scene: Scene, mark: Mark) -> bool:
    """Return whether a "fight" is any struggle: no armed men are named behind it."""
    with_ = range(mark.hi, mark.hi + LINK)
    armed = any(g.head is Head.FORCE and g.lo in with_ for g in scene.groups)
    return mark.key == "fight" and not armed


def _is_object(scene: Scene, mark: Mark, told: Sequence[Trigger]) -> bool:
    """Return whether a noun is what an event's verb is done to ("repelled an attack")."""
    line, grammar = scene.line, scene.grammar
    ends = grammar.prepositions | grammar.conjunctions | grammar.relatives | {","}
    return any(
        0 <= mark.lo - t.hi <= _OBJECT
        and t.type in FIRE_AND_MINES | _WEAPONS
        and all(line.low(i) not in ends for i in range(t.hi, mark.lo))
        for t in told
    )


def read(scene: Scene, mark: Mark) -> Trigger | None:
    """Return the event that a noun tells of, None where it tells of none."""
    line = scene.line
    start, end = 0, len(line.tokens)
    main = _is_main(scene, mark, start, end)
    if (not main and not _is_anchored(scene, mark, end)) or _is_site(scene, mark):
        return None
    kind = _by_weapon(scene, mark, scene.grammar.nouns[mark.key], (start, end))
    return Trigger(
        mark.lo,
        mark.hi,
        mark.key,
        kind,
        start,
        end,
        is_noun=True,
        is_main=main,
        reason=f"the noun {line.words(mark.lo, mark.hi)!r}",
    )


def _is_site(scene: Scene, mark: Mark) -> bool:
    """Return whether a checkpoint is only where something was ("stabbed at a checkpoint")."""
    line = scene.line
    lo = mark.lo - (line.low(mark.lo - 1) in scene.grammar.determiners)
    return mark.key in _SITES and line.low(lo - 1) in _AT


def _is_hyphened(line: Line, mark: Mark) -> bool:
    """Return whether a noun is the second half of another word ("cease-fire")."""
    return (
        line.low(mark.lo - 1) == "-" and line.tokens[mark.lo - 1].end == line.tokens[mark.lo].start
    )


def _is_main(scene: Scene, mark: Mark, start: int, end: int) -> bool:
    """Return whether a noun is what is told, not only what something else is tied to."""
    line = scene.line
    if clauses.comparison(scene, mark.hi, mark.hi + 2) == mark.hi and _is_backing(scene, mark):
        return False  # "in the deepest raid since ..."
    before, behind = max(start, mark.lo - LINK), min(end, mark.hi + LINK)
    if line.has("link_do", before, mark.lo) or line.has("link_undergo", before, mark.lo):
        return True
    if line.has("link_happen", mark.hi, behind + LINK) or line.has("link_happen", before, mark.lo):
        return True
    owner = scene.speech.owner(mark.lo)
    said = max(owner.hi, owner.region[1]) if owner is not None else 0  # "in the words of X, ..."
    close = owner is not None and 0 <= mark.lo - (said if said <= mark.lo else owner.hi) < LINK
    if close and not _is_backing(scene, mark):
        return True
    if any(_is_subject(scene, g) for g in scene.groups if g.lo <= mark.lo < g.hi):
        return True
    return line.sentence.in_title or _is_agent(scene, mark)


def _is_agent(scene: Scene, mark: Mark) -> bool:
    """Return whether fire did what a participle tells ("driven from the town by shellfire")."""
    line, grammar = scene.line, scene.grammar
    if grammar.nouns[mark.key] not in _WEAPONS:
        return False
    by = next((i for i in range(mark.lo - 1, mark.lo - 4, -1) if line.low(i) == "by"), None)
    if by is None or any(line.low(i) in grammar.prepositions for i in range(by + 1, mark.lo)):
        return False
    before = range(by - 1, max(-1, by - 1 - LINK), -1)
    return any(line.low(i) in grammar.passive_auxiliaries for i in before)


def _is_backing(scene: Scene, mark: Mark) -> bool:
    """Return whether a noun is only tied on ("in the deepest raid since ...")."""
    line = scene.line
    for i in range(mark.lo - 1, max(-1, mark.lo - 4), -1):
        if line.low(i) in _TIES:
            return True
        if line.low(i) in scene.grammar.prepositions or not line.low(i)[:1].isalpha():
            return False
    return False


def _is_subject(scene: Scene, group: Group) -> bool:
    """Return whether a party's act opens a clause ("Northern fire kept ...")."""
    if group.head is not Head.EVENT or group.party is None or group.prep:
        return False
    before = scene.line.low(group.lo - 1)
    return before in {"", ",", ";", "the", "an", "a"} or before in QUOTES


def _is_anchored(scene: Scene, mark: Mark, end: int) -> bool:
    """Return whether a place stands right behind a noun ("fighting near the ford")."""
    line = scene.line
    behind = mark.hi + (mark.hi in line.scare)
    after = line.low(behind)
    reach = min(end, mark.hi + 10)
    ties = scene.grammar.prepositions - {"after", "before", "since", "until", "between"}
    if after in ties and conditions.has_narrow_place(scene, mark.hi, reach):
        return True
    return _has_figure(scene, mark, end, behind)


def _has_figure(scene: Scene, mark: Mark, end: int, behind: int) -> bool:
    """Return whether a figure of the event follows a noun ("infiltration of 250 men")."""
    line = scene.line
    lo, hi = line.span(mark.lo, end)
    near = line.span(mark.lo, min(end, mark.hi + 16))[1]
    tied = line.low(behind) == "of"
    return any(
        lo <= m.passage.span[0] < hi
        and (m.kind in LOSSES or (tied and m.kind in _OF_NOUNS and m.passage.span[0] < near))
        for m in scene.measures
    )


def _is_with(scene: Scene, index: int) -> bool:
    return scene.line.low(index) in {"with", "by", "using"}


def _by_weapon(scene: Scene, mark: Mark, kind: ClaimType, part: Part) -> ClaimType:
    """Return what an attack or strike is, by the weapon that its clause names."""
    if kind not in {ClaimType.CLASH, ClaimType.SHELLING} or mark.key not in {
        "attack",
        "strike",
        "raid",
        "assault",
        "explosion",
    }:
        return kind
    lo, hi = max(part[0], mark.lo - 4), min(part[1], mark.hi + 5)
    with_ = next((i for i in range(mark.hi, min(part[1], mark.hi + LINK)) if _is_with(scene, i)), 0)
    hi = max(hi, with_ and min(part[1], with_ + LINK))  # "strikes were made with two big drones"
    for word, found in (
        ("drone", ClaimType.DRONE_STRIKE),
        ("aircraft", ClaimType.AIR_STRIKE),
        ("artillery", ClaimType.SHELLING),
    ):
        if scene.line.has(f"object_{word}", lo, hi):
            return found
    return kind
