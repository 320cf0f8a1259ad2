"""Packs: folders of places, names, parties and borders, read and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from geoincidents.geography import Gazetteer


def load(folders: Iterable[Path]) -> Gazetteer:
    """Return the gazetteer of one or more packs; raise `PackError` with every fault."""
    raise NotImplementedError


def faults(folder: Path) -> tuple[str, ...]:
    """Return every fault of a pack as ``FILE:LINE: what is wrong, what would be right``."""
    raise NotImplementedError
