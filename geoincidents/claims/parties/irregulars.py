"""Armed men of no army ("militants", "gunmen"): no state is guessed to stand behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims.parties.groups import Head, Stand

if TYPE_CHECKING:
    from geoincidents.claims.parties.groups import Group
    from geoincidents.claims.scenes import Scene, Trigger

_FOUGHT = frozenset({"", "against", "on", "at", "with"})


def did_it(scene: Scene, trigger: Trigger) -> bool:
    """Return whether nameless irregulars stand as the doer of an event."""
    part = [g for g in scene.groups if trigger.start <= g.lo < trigger.end]
    if trigger.is_noun or trigger.is_passive:
        return any(g.lo >= trigger.hi and g.prep == "by" and _is_one(scene, g) for g in part)
    before = [g for g in part if g.hi <= trigger.lo and not g.prep]
    return bool(before) and _is_one(scene, before[-1])


def were_hit(scene: Scene, trigger: Trigger) -> bool:
    """Return whether nameless irregulars are the first that an event is done to."""
    behind = [g for g in scene.groups if trigger.hi <= g.lo < trigger.end and g.prep in _FOUGHT]
    return bool(behind) and _is_one(scene, behind[0])


def _is_one(scene: Scene, group: Group) -> bool:
    return (
        group.stand is Stand.NOBODY
        and group.head is Head.FORCE
        and scene.line.has("irregular", max(0, group.lo - 1), group.hi)
    )
