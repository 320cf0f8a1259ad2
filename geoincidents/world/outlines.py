"""Outlines of all countries, rough, for drawing land around places of the world."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from geoincidents.geography import Outline
from geoincidents.model import Geometry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FOLDER = "outlines"
_THIN_DEG = 0.02  # about 2 km: they are background, nothing is measured from them


def write(folder: Path) -> None:
    """Write an outline of each country that has a time zone, a file each."""
    from geoincidents.geometry import zones  # noqa: PLC0415 - loads shapely, once a cache
    from geoincidents.packmaking import timezones  # noqa: PLC0415 - as above

    home = folder / FOLDER
    home.mkdir()
    for country in sorted(timezones.of_countries()):
        geometry = zones.record(zones.thinned(timezones.area(country), _THIN_DEG))
        text = json.dumps({"type": geometry.type, "coordinates": geometry.coordinates})
        (home / f"{country}.json").write_text(text, encoding="utf-8")


def read(folder: Path, countries: Iterable[str]) -> dict[str, Outline]:
    """Return the outlines of countries, those that there are."""
    found: dict[str, Outline] = {}
    for country in sorted({*countries}):
        path = folder / FOLDER / f"{country}.json"
        if path.is_file():
            table = json.loads(path.read_text(encoding="utf-8"))
            geometry = Geometry(type=table["type"], coordinates=_tuples(table["coordinates"]))
            found[country] = Outline(country=country, geometry=geometry)
    return found


def _tuples(nested: object) -> tuple:  # type: ignore[type-arg]  # nested lists of any depth
    return tuple(_tuples(part) if isinstance(part, list) else part for part in nested)  # type: ignore[attr-defined]  # as above
