"""What shows that a report tells of a conflict: an armed side, a weapon of war, a border.

Each word of conflict has an everyday sense, and no list holds all of those. So a report
in which no side, force, weapon of war or border is in sight is held to a higher bar: its
fires, attacks, raids and strikes are those of everyday life.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from geoincidents.claims.lines import dateline_end
from geoincidents.claims.parties.groups import Head, Stand
from geoincidents.claims.triggers import conditions
from geoincidents.geography import PartyKind
from geoincidents.model import BlockKind
from geoincidents.vocabulary import HitKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geoincidents.claims.grammar import Grammar
    from geoincidents.claims.parties.groups import Group
    from geoincidents.claims.scenes import Scene
    from geoincidents.geography import Gazetteer
    from geoincidents.model import Mention, Report, Span
    from geoincidents.vocabulary import Hit

_EVERYDAY = ("civil_accident", "civil_court", "civil_riot")
_FIGHTING = frozenset({"fighting", "combat", "battle", "clash"})
_RAIDS = frozenset({"raid", "attack", "strike", "assault"})
# What a party is that does something ("Norland shelled ...") or to which it is done.
_TARGETED = frozenset({"", "on", "against", "from", "by"})
_REACH = 120  # characters: a sentence
_NUMBER = 3  # words: "killed some four Vestians"
_ON = frozenset({"on", "against"})
NONE_IN_SIGHT = "no side, force, weapon of war or border in sight"


def in_report(
    report: Report,
    found: tuple[Sequence[Mention], Iterable[Hit]],
    grammar: Grammar,
    gazetteer: Gazetteer,
) -> tuple[int, ...]:
    """Return where a side of the packs' conflicts, or a word of war, stands in a report."""
    mentions, hits = found
    places = {m.span for m in mentions if m.literal}
    datelines = [b.span for b in report.blocks if b.kind is BlockKind.DATELINE]
    return tuple(
        sorted(
            h.span[0]
            for h in hits
            if (
                _is_side(h, gazetteer) and h.span not in places
                if h.kind is HitKind.PARTY
                else report.text[slice(*h.span)].casefold() in grammar.warlike
            )
            and not any(lo <= h.span[0] < hi for lo, hi in datelines)
        )
    )


def is_near(shown: Sequence[int], span: Span) -> bool:
    """Return whether evidence stands in the sentences about a span."""
    at = bisect_left(shown, span[0] - _REACH)
    return at < len(shown) and shown[at] < span[1] + _REACH


def _is_side(hit: Hit, gazetteer: Gazetteer) -> bool:
    return hit.category != "outlet" and any(
        gazetteer.party(k).kind is not PartyKind.OBSERVER for k in hit.keys
    )


def rule(scene: Scene, *, shown: bool) -> str:
    """Return why an event is of everyday life; `shown` where its report has evidence.

    A crash, a court or a riot told in its own sentence asks for evidence there.
    """
    if shown and not any(scene.line.marks.get(c) for c in _EVERYDAY):
        return ""
    if is_armed(scene):
        return ""
    return "" if _is_on_ground(scene) or _is_on_place(scene) else NONE_IN_SIGHT


def is_armed(scene: Scene) -> bool:
    """Return whether a side or a word of war stands in a line, its dateline aside."""
    line, opening = scene.line, dateline_end(scene.line)
    return any(
        m.lo >= opening and line.words(m.lo, m.hi).casefold() in scene.grammar.warlike
        for marks in line.marks.values()
        for m in marks
    ) or any(_acts(scene, g) for g in scene.groups)


def _acts(scene: Scene, group: Group) -> bool:
    """Return whether a party is named otherwise than as the place of something."""
    if group.party is None:
        return group.stand is Stand.ENEMY  # men of no party are told by their words
    if group.head is Head.PEOPLE and _is_done_to(scene, group):
        return False  # "killed four Vestians": they are no side
    start = scene.line.tokens[group.named].start
    named = any(m.literal and m.span[0] <= start < m.span[1] for m in scene.line.sentence.mentions)
    return not named and (group.head is not Head.STATE or group.prep in _TARGETED)


def _is_done_to(scene: Scene, group: Group) -> bool:
    """Return whether people of an onlooker stand right behind an event's verb."""
    party = scene.gazetteer.party(group.party or "")
    before = scene.line.within("event_verb", max(0, group.lo - _NUMBER), group.lo)
    return bool(before) and party.kind is PartyKind.OBSERVER


def _is_on_ground(scene: Scene) -> bool:
    """Return whether something happens on the ground of a side of the packs' conflicts."""
    known = (m.place_id for m in scene.line.sentence.mentions if m.literal and not m.dateline)
    owners = (scene.gazetteer.party_of(scene.gazetteer.place(p).country) for p in known if p)
    return any(o is not None and o.kind is not PartyKind.OBSERVER for o in owners)


def _is_on_place(scene: Scene) -> bool:
    """Return whether there is fighting at a place, or one is itself the target ("a raid on X")."""
    line = scene.line
    nouns, verbs = line.marks.get("event_noun", ()), line.marks.get("event_verb", ())
    if any(m.key in _FIGHTING for m in nouns) or any(m.key == "massacre" for m in verbs):
        return bool(conditions.mentions(line, 0, len(line.tokens)))
    return any(
        m.key in _RAIDS
        and line.low(m.hi) in _ON
        and conditions.mentions(line, m.hi, min(len(line.tokens), m.hi + 2))
        for m in nouns
    )
