"""Packs: folders of places, names, parties and borders, read and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents import resources
from geoincidents.errors import PackError
from geoincidents.gazetteer import geometries, packs, records
from geoincidents.gazetteer.lookup import Match, find
from geoincidents.geography import Gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from geoincidents.gazetteer.packs import Pack
    from geoincidents.geography import BorderLine, Outline, Party

__all__ = ["Match", "faults", "find", "load"]


def load(folders: Iterable[Path]) -> Gazetteer:
    """Return the gazetteer of one or more packs.

    Where packs hold the same party, border or outline, the first pack's counts; a place
    id may stand in one pack only.

    Raises
    ------
    PackError
        With every fault of every pack.
    """
    read = tuple(packs.read(folder) for folder in folders)
    found = _faults(read)
    if found:
        raise PackError(found)
    return _gazetteer(read)


def faults(folder: Path) -> tuple[str, ...]:
    """Return every fault of a pack as ``FILE:LINE: what is wrong, what would be right``."""
    from geoincidents.gazetteer import checks  # noqa: PLC0415 - a run trusts what ships

    return checks.faults(packs.read(folder))


def _faults(read: tuple[Pack, ...]) -> list[str]:
    # A run trusts the packs that ship: our own tests hold them to every rule, which
    # takes as long as reading them. Faults of form are found by reading in any case.
    ours = resources.pack_folders()
    if len(read) == 1 and read[0].folder in ours:
        return list(read[0].faults)
    from geoincidents.gazetteer import checks  # noqa: PLC0415 - as above

    found = [f for p in read for f in (p.faults if p.folder in ours else checks.faults(p))]
    return found or list(checks.faults_between(read))


def _gazetteer(read: tuple[Pack, ...]) -> Gazetteer:
    parties: dict[str, Party] = {}
    lines: dict[str, BorderLine] = {}
    outlines: dict[str, Outline] = {}
    for pack in read:
        parties = {**records.parties(pack), **parties}
        lines = {**{line.id: line for line in records.borders(pack)}, **lines}
        outlines = {**records.outlines(pack), **outlines}
    country_of = {party.id: party.country for party in parties.values()}
    borders = tuple(lines[key] for key in sorted(lines))
    places = {}
    for pack in read:
        places.update(records.places(pack, borders, country_of))
    return Gazetteer(
        packs=tuple(records.info(pack) for pack in read),
        places=places,
        parties=parties,
        borders=borders,
        outlines=outlines,
        areas=_geometries(read, geometries.AREAS),
        features=_geometries(read, geometries.FEATURES),
    )


def _geometries(read: tuple[Pack, ...], name: str) -> geometries.Geometries:
    return geometries.Geometries(pack.folder / name for pack in read if pack.has(name))
