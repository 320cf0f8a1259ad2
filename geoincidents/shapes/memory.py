"""What was drawn once for a gazetteer and is asked for again.

A thousand accounts that name a province share its outline and its parallel, and those at
one village and of one depth share their lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from geoincidents.geography import Gazetteer

T = TypeVar("T")
MOST = 16_384  # kept at a time; a run that needs more starts afresh


class Memory:
    """Results by key, of the gazetteer that was asked for last."""

    __slots__ = ("_gazetteer", "_made")

    def __init__(self) -> None:
        self._gazetteer: Gazetteer | None = None
        self._made: dict[Hashable, object] = {}

    def once(self, gazetteer: Gazetteer, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` gave for a key of a gazetteer, made at the first call."""
        # By identity: a gazetteer holds mappings and cannot be hashed. The reference keeps
        # it alive, so that its place in memory is not taken by another one.
        if self._gazetteer is not gazetteer or len(self._made) >= MOST:
            self._gazetteer, self._made = gazetteer, {}
        if key not in self._made:
            self._made[key] = make()
        return cast("T", self._made[key])  # of this key's own `make`


once = Memory().once
