"""What two sides do to each other, and whom one of them blames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims.voices.frames import FrameKind
from geoincidents.model import ClaimType

if TYPE_CHECKING:
    from geoincidents.claims.context import Context
    from geoincidents.claims.parties.groups import Group
    from geoincidents.claims.scenes import Scene, Trigger

_HELD = 4  # words between "by" and a side
_FIRE = frozenset({ClaimType.CLASH, ClaimType.SHELLING})
# Verbs of two equals: the report does not say who did it to whom.
_MUTUAL = frozenset({"clash", "fight", "exchange_fire", "battle", "skirmish"})
_MUTUAL_NOUNS = frozenset(
    {
        "clash",
        "fighting",
        "battle",
        "skirmish",
        "firefight",
        "gunfight",
        "gun_battle",
        "gunbattle",
        "shootout",
        "exchange_of_fire",
        "hostilities",
        "combat",
    }
)


def is_mutual(scene: Scene, trigger: Trigger) -> bool:
    """Return whether the event is told as something between two sides."""
    frame = scene.speech.owner(trigger.lo)
    if frame and frame.mutual:
        return True
    if trigger.type is not ClaimType.CLASH:
        return False
    if trigger.cause in _MUTUAL_NOUNS:
        return True
    if trigger.is_noun:
        own = any(g.lo <= trigger.lo < g.hi and g.party for g in scene.groups)
        return trigger.key in _MUTUAL_NOUNS and not own
    return trigger.key in _MUTUAL


def both_tell(scene: Scene, trigger: Trigger, context: Context) -> bool:
    """Return whether both sides report fire, and so neither of them alone did it."""
    frame = scene.speech.owner(trigger.lo)
    told = {s.party_id for s in frame.speakers} if frame else set()
    return (
        trigger.is_noun and trigger.type in _FIRE and told == set(context.sides) and len(told) > 1
    )


def blamed_on(scene: Scene, trigger: Trigger) -> Group | None:
    """Return the party that an event is blamed on ("blamed the attack on the North")."""
    frame = scene.speech.owner(trigger.lo)
    if frame is None or frame.kind is not FrameKind.ACCUSE or frame.hi > trigger.lo:
        return None
    mark = scene.line.at("accuse_verb", frame.lo)
    if mark is None or mark.key != "blame":
        return None
    behind = (g for g in scene.groups if trigger.hi <= g.lo < trigger.end and g.party)
    return next((g for g in behind if g.prep == "on"), None)


def is_holder(scene: Scene, group: Group) -> bool:
    """Return whether a side only holds what was attacked ("a post manned by the North's men")."""
    line, by = scene.line, group.lo - 1
    while by > 0 and line.low(by) != "by" and group.lo - by <= _HELD:
        by -= 1
    held = any(line.at(c, by - 2) for c in ("object_post", "object_ground", "head_ground"))
    return line.low(by) == "by" and held
