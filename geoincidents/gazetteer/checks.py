"""The rules that a pack keeps, each fault with its line and its mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geoincidents.gazetteer.packs import Pack


def faults(pack: Pack) -> tuple[str, ...]:
    """Return every fault of a pack, by file."""
    return pack.faults


def faults_between(packs: tuple[Pack, ...]) -> tuple[str, ...]:
    """Return the faults that only show when packs are used together."""
    return ()
