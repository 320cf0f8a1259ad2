"""Outlines of all countries, rough, for drawing land around places of the world."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from geoincidents.geography import Outline
from geoincidents.model import Geometry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FOLDER = "outlines"
_THIN_DEG = 0.02  # about 2 km: they are background, nothing is measured from them


def read(folder: Path, countries: Iterable[str]) -> dict[str, Outline]:
    """Return the outlines of countries that have a time zone, made when first asked for."""
    home = folder / FOLDER
    home.mkdir(exist_ok=True)
    found: dict[str, Outline] = {}
    for country in sorted({*countries}):
        path = home / f"{country}.json"
        table = json.loads(_text(path, country))
        geometry = Geometry(type=table["type"], coordinates=_tuples(table["coordinates"]))
        if geometry.coordinates:
            found[country] = Outline(country=country, geometry=geometry)
    return found


def _text(path: Path, country: str) -> str:
    if not path.is_file():
        made = path.with_name(f".{os.getpid()}-{path.name}")
        made.write_text(_made(country), encoding="utf-8")
        made.replace(path)
    return path.read_text(encoding="utf-8")


def _made(country: str) -> str:
    from geoincidents.geometry import zones  # noqa: PLC0415 - loads shapely, once a country
    from geoincidents.packmaking import timezones  # noqa: PLC0415 - as above

    known = country in timezones.of_countries()
    area = zones.thinned(timezones.area(country), _THIN_DEG) if known else zones.united([])
    shape = zones.record(area)
    return json.dumps({"type": shape.type, "coordinates": shape.coordinates})


def _tuples(nested: object) -> tuple:  # type: ignore[type-arg]  # nested lists of any depth
    return tuple(_tuples(part) if isinstance(part, list) else part for part in nested)  # type: ignore[attr-defined]  # as above
