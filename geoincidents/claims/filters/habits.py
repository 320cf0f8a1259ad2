"""What happens time and again, without a day of its own, is no event."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geoincidents.claims.scenes import Scene, Trigger

HABIT = "what happens time and again, not an event"
_LEAD = 2  # words: "Often, the North's troops ..."
_PAST = frozenset({"was", "were", "had"})


def rule(scene: Scene, trigger: Trigger) -> str:
    """Return the rule where a verb without a day tells what its subject does or has done often.

    "Troops regularly trade fire" and "clashes have often occurred" are habits; "villagers
    were repeatedly shelled" and what has a figure are told as having happened.
    """
    line = scene.line
    marks = (
        *line.within("filter_habit", 0, _LEAD),
        *line.within("filter_habit", trigger.start, trigger.end),
    )
    if not marks or any(
        trigger.start <= line.index(m.passage.span[0]) < trigger.end for m in scene.measures
    ):
        return ""
    return "" if _is_past(scene, trigger) else HABIT


def _is_past(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a verb, or the one behind a noun, stands in the past."""
    line = scene.line
    around = [line.low(i) for i in range(max(trigger.start, trigger.lo - 3), trigger.hi + 3)]
    if trigger.is_noun:
        return bool(_PAST & set(around))
    perfect = {"have", "has", "are", "is"} & set(around)
    return bool(_PAST & set(around)) or (line.low(trigger.lo).endswith("ed") and not perfect)
