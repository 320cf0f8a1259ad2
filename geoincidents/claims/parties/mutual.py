"""What two sides do to each other, neither alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.model import ClaimType

if TYPE_CHECKING:
    from geoincidents.claims.scenes import Scene, Trigger

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
