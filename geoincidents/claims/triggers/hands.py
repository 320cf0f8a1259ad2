"""Ground that is in somebody's hands ("the ridge has been in Northern hands since May")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims.scenes import Trigger
from geoincidents.model import ClaimType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geoincidents.claims.scenes import Scene

_HANDS = "hands"
_WHOSE = 3  # words between "in" and "hands"
_TOLD = 5  # words in front of "in" that tell that it was not so before
_INTO = frozenset({"into", "to"})
_STILL = frozenset({"still", "remain", "remains", "remained", "stayed", "stays", "firmly"})


def find(scene: Scene) -> Iterator[Trigger]:
    """Yield the events by which ground came into a side's hands.

    "It is still in Northern hands" tells of no event; "has been since", "is now", "is back" and
    "fell into" do.
    """
    line = scene.line
    for i in range(1, len(line.tokens)):
        if line.low(i) != _HANDS:
            continue
        lo = next((j for j in range(i - 2, max(-1, i - 2 - _WHOSE), -1) if _leads(scene, j)), None)
        whose = lo is not None and any(lo < g.lo < i <= g.hi + 1 for g in scene.groups)
        if lo is not None and whose and _is_new(scene, lo, i):
            at = (lo, lo + 1, "come_under_control", ClaimType.SEIZURE, 0, len(line.tokens))
            yield Trigger(*at, reason=f"the words {line.words(lo, i + 1)!r}")


def _leads(scene: Scene, index: int) -> bool:
    return scene.line.low(index) in _INTO | {"in"}


def _is_new(scene: Scene, lo: int, hi: int) -> bool:
    """Return whether ground came into these hands, and was not in them all along."""
    line = scene.line
    before = {line.low(i) for i in range(max(0, lo - _TOLD), lo)}
    if before & _STILL:
        return False
    moved = line.low(lo) in _INTO or bool(before & {"now", "back", "again"})
    return moved or line.has("object_since", hi, len(line.tokens))
