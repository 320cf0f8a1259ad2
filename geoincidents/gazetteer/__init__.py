"""Packs: folders of places, names, parties and borders, read and checked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents import resources
from geoincidents.errors import PackError
from geoincidents.gazetteer import geometries, packs, records
from geoincidents.gazetteer.lookup import Match, find
from geoincidents.geography import Gazetteer, PartyKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from geoincidents.gazetteer.packs import Pack
    from geoincidents.geography import BorderLine, Outline, Party, Place

__all__ = ["Match", "faults", "find", "load"]


def load(folders: Iterable[Path], border: Path | None = None) -> Gazetteer:
    """Return the gazetteer of one or more packs, with a border of the user's own if given.

    Where packs hold the same state, place, party or border, the first pack's counts; a
    party that takes sides in one of them takes sides. Of two outlines of a country that of
    a pack of the country counts. An id may not stand for two places. The border replaces
    all lines that packs hold between the same two states (`own_border.read`).

    Raises
    ------
    PackError
        With every fault of every pack.
    """
    read = tuple(packs.read(folder) for folder in folders)
    found = _faults(read)
    if found:
        raise PackError(found)
    return _gazetteer(read if border is None else _with_own(read, border))


def _with_own(read: tuple[Pack, ...], border: Path) -> tuple[Pack, ...]:
    from geoincidents.gazetteer import own_border  # noqa: PLC0415 - few runs have one

    own = own_border.read(border, read)
    if own.faults:
        raise PackError(list(own.faults))
    return (own, *(own_border.without(pack, own) for pack in read))


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
    for pack in read:
        _add_parties(records.parties(pack), parties)
        lines = {**{line.id: line for line in records.borders(pack)}, **lines}
    country_of = {party.id: party.country for party in parties.values()}
    borders = tuple(lines[key] for key in sorted(lines))
    places: dict[str, Place] = {}
    for pack in read:
        for place_id, place in records.places(pack, borders, country_of).items():
            places.setdefault(place_id, place)
    return Gazetteer(
        packs=tuple(records.info(pack) for pack in read),
        places=places,
        parties=parties,
        borders=borders,
        outlines=_outlines(read),
        areas=_geometries(read, geometries.AREAS),
        features=_geometries(read, geometries.FEATURES),
    )


def _add_parties(found: Mapping[str, Party], parties: dict[str, Party]) -> None:
    """Add parties; the first pack's counts, but who takes sides in one pack takes sides."""
    for key, party in found.items():
        known = parties.setdefault(key, party)
        if known.kind is PartyKind.OBSERVER and party.kind is PartyKind.STATE:
            parties[key] = replace(known, kind=PartyKind.STATE)


def _outlines(read: tuple[Pack, ...]) -> dict[str, Outline]:
    """Return an outline a country: a pack cuts those of its own countries the least."""
    own: dict[str, Outline] = {}
    beside: dict[str, Outline] = {}
    for pack in read:
        countries = records.info(pack).countries
        for country, outline in records.outlines(pack).items():
            (own if country in countries else beside).setdefault(country, outline)
    return {**beside, **own}


def _geometries(read: tuple[Pack, ...], name: str) -> geometries.Geometries:
    return geometries.Geometries(pack.folder / name for pack in read if pack.has(name))
