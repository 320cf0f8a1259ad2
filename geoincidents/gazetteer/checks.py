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

if TYPE_CHECKING:
    from geoincidents.gazetteer.packs import Pack


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
    """Return the faults that only show when packs are used together."""
    home: dict[str, Pack] = {}
    found: list[str] = []
    for pack in packs:
        for row in pack.places:
            other = home.setdefault(row.id, pack)
            if other is not pack:
                path = (pack.folder / "places.csv").as_posix()
                there = other.folder.as_posix()
                words = f"id {row.id!r} is also in the pack {there}; give one another id"
                found.append(f"{path}:{row.line}: {words}")
    return tuple(found)
