"""What is told as history or as part of a past war is no report of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.model import ClaimType, DatePrecision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.claims.dates import Dated
    from geoincidents.claims.events import Scene, Trigger

_TIED = frozenset(
    {
        "in",
        "during",
        "after",
        "since",
        "amid",
        "of",
        "following",
        "before",
        "from",
        "when",
        "through",
    }
)
_WITHDRAWN = frozenset({ClaimType.WITHDRAWAL, ClaimType.DEPLOYMENT})


def rule(scene: Scene, trigger: Trigger, told: Sequence[Dated]) -> str:
    """Return the rule by which an event is history, empty where it is not."""
    line = scene.line
    if any(_is_day(scene, trigger, d) for d in told):
        return ""
    if line.has("filter_past", trigger.start, trigger.end):
        return "history without a date"
    if trigger.type not in _WITHDRAWN and _in_war(scene, trigger):
        return "told as part of a past war"
    return ""


def _is_day(scene: Scene, trigger: Trigger, dated: Dated) -> bool:
    """Return whether a day or month stands in an event's clause."""
    index = scene.line.index(dated.span[0])
    return trigger.start <= index < trigger.end and dated.when.prec <= DatePrecision.MONTH


def _in_war(scene: Scene, trigger: Trigger) -> bool:
    """Return whether the clause ties an event to a war ("in the war", "a war in which")."""
    line = scene.line
    for mark in line.within("filter_war", trigger.start, trigger.end):
        words = [line.low(i) for i in range(max(0, mark.lo - 6), mark.lo)]
        if any(w in _TIED for w in words):
            return True
    # "fought a war in 2020, when ..."
    return any(
        mark.hi <= trigger.lo and line.low(trigger.start) in {"when", "that", "which"}
        for mark in line.within("filter_war", max(0, trigger.start - 5), trigger.start)
    )
