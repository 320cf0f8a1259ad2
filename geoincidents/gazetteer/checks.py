"""The rules that a pack keeps: all of them, in the order of its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.gazetteer import (
    check_areas,
    check_geometries,
    check_info,
    check_names,
    check_places,
    check_speakers,
)
from geoincidents.geography import PlaceKind

if TYPE_CHECKING:
    from geoincidents.gazetteer.packs import Pack
    from geoincidents.gazetteer.tables import PlaceRow


def faults(pack: Pack) -> tuple[str, ...]:
    """Return every fault of a pack, file by file."""
    check_places.check(pack)
    if not pack.is_lone:
        check_info.check(pack)
        check_names.check(pack)
        check_speakers.check(pack)
        check_areas.check(pack)
        check_geometries.check(pack)
    return pack.faults


def faults_between(packs: tuple[Pack, ...]) -> tuple[str, ...]:
    """Return the faults that only show when packs are used together.

    Packs may hold the same state, or the same place of one source: then the rows agree.
    """
    home: dict[str, tuple[Pack, PlaceRow]] = {}
    found: list[str] = []
    for pack in packs:
        for row in pack.places:
            other, first = home.setdefault(row.id, (pack, row))
            if other is not pack and not _is_same(row, first):
                path = (pack.folder / "places.csv").as_posix()
                there = other.folder.as_posix()
                words = f"id {row.id!r} is also in the pack {there}; give one another id"
                found.append(f"{path}:{row.line}: {words}")
    return tuple(found)


def _is_same(one: PlaceRow, other: PlaceRow) -> bool:
    if one.kind != other.kind or one.country != other.country:
        return False
    is_state = one.kind == PlaceKind.COUNTRY.value
    return is_state or (one.lat, one.lon, one.source) == (other.lat, other.lon, other.source)
