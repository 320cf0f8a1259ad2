"""Who did it and to whom where a noun tells the event: "an incursion by", "the shelling of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims.parties import mutual
from geoincidents.claims.parties.groups import Head
from geoincidents.claims.parties.whose import DOERS, HURT
from geoincidents.claims.voices.frames import FrameKind
from geoincidents.model import ClaimType

if TYPE_CHECKING:
    from geoincidents.claims.parties.groups import Group
    from geoincidents.claims.parties.whose import Parts, Whose
    from geoincidents.claims.scenes import Scene, Trigger

_BOASTS = frozenset({"announce", "claim", "declare"})
_UNDER = 6  # words: "attacks on the post by heavily armed Northern men"
_SUFFERED = frozenset({"on", "against", "of", "at", "in", "into", "inside"})
_OWN_MOVES = frozenset({ClaimType.INCURSION, ClaimType.DEPLOYMENT, ClaimType.WITHDRAWAL})
_AGAINST_NOBODY = frozenset({ClaimType.DEPLOYMENT, ClaimType.BLOCKADE, ClaimType.OTHER})


def sides(
    scene: Scene, trigger: Trigger, parts: Parts, whose: Whose
) -> tuple[str | None, str | None, Group | None]:
    """Return who did and who bore what a noun tells, and the words of the latter."""
    actor = _doer(scene, trigger, parts, whose)
    hurt = [g for g in parts.behind if g.prep in _SUFFERED and g.head in HURT]
    target = next((p for g in hurt if (p := whose.party(g)) and p != actor), None)
    if target is None and _is_suffered(scene, trigger):
        target = next((whose.party(g) for g in reversed(parts.before) if not g.prep), None)
    if trigger.type in _AGAINST_NOBODY:
        target = None
    if trigger.type is ClaimType.WITHDRAWAL:
        left = next((g for g in parts.behind if g.prep == "from" and whose.party(g) != actor), None)
        target = whose.party(left)
    return actor, target, next(iter(hurt), None)


def _doer(scene: Scene, trigger: Trigger, parts: Parts, whose: Whose) -> str | None:
    own = next(
        (g for g in scene.groups if g.lo <= trigger.lo < g.hi and g.head is Head.EVENT), None
    )
    actor = whose.party(own) or _behind(scene, trigger, parts, whose)
    if actor is None and _is_done(scene, trigger):
        doer = [g for g in parts.before if not g.prep and g.head in DOERS]
        actor = whose.party(doer[-1]) if doer else _accused(scene, trigger, whose)
    if actor is None and _owned_up(scene, trigger, whose):
        actor = whose.speaker
    return _accused(scene, trigger, whose) if actor is None else actor


def _behind(scene: Scene, trigger: Trigger, parts: Parts, whose: Whose) -> str | None:
    """Return the doer named behind the noun: "an attack by the North"."""
    doers = [
        g
        for g in parts.behind
        if g.prep in {"by", "of", "from"}
        and not mutual.is_holder(scene, g)
        and g.lo - trigger.hi < _UNDER
        and g.head in {Head.FORCE, Head.STATE, Head.NONE}
    ]
    by = min(doers, key=lambda g: (g.prep != "by", g.lo), default=None)
    is_borne = by is not None and by.prep == "of" and trigger.type not in _OWN_MOVES
    return None if is_borne else whose.party(by)  # "the shelling of the North"


def _owned_up(scene: Scene, trigger: Trigger, whose: Whose) -> bool:
    """Return whether the speaker says that it was his own act."""
    frame = scene.speech.owner(trigger.lo)
    between = range(frame.hi, trigger.lo) if frame else range(0)
    told = scene.line.at("say_verb", frame.lo) if frame else None
    if told and told.key in _BOASTS and trigger.type is ClaimType.SEIZURE:
        return whose.speaker is not None  # "announced the capture of X"
    return any(scene.line.low(i) == "responsibility" for i in between)


def _accused(scene: Scene, trigger: Trigger, whose: Whose) -> str | None:
    frame = scene.speech.owner(trigger.lo)
    if frame is None or frame.kind is not FrameKind.ACCUSE:
        return None
    accused = [g for g in scene.groups if frame.hi <= g.lo < trigger.lo and not g.possessive]
    return whose.party(accused[0]) if accused else None


def _is_done(scene: Scene, trigger: Trigger) -> bool:
    return scene.line.has("link_do", max(trigger.start, trigger.lo - 6), trigger.lo)


def _is_suffered(scene: Scene, trigger: Trigger) -> bool:
    return scene.line.has("link_undergo", max(trigger.start, trigger.lo - 5), trigger.lo)
