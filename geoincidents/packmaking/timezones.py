"""Time zones by country, and their areas: OpenStreetMap's, by way of `tzfpy`.

`zone.tab` names one country a zone; `zone1970.tab` joins zones that agree since 1970 and
would make two neighbours one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from geoincidents.geometry import zones
from geoincidents.packmaking.extras import library

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def of_countries() -> Mapping[str, tuple[str, ...]]:
    """Return the zones of each country, by ISO 3166 alpha-2 code, in order."""
    library("tzdata")
    table = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    found: dict[str, list[str]] = defaultdict(list)
    for line in table.splitlines():
        if line and not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            found[country].append(zone)
    return {country: tuple(sorted(names)) for country, names in found.items()}


@cache
def area(country: str) -> zones.Area:
    """Return the area of a country of the table, its territorial sea included."""
    shapes = [_geometry(name) for name in of_countries()[country]]
    return zones.area([shape for shape in shapes if shape])


def zone_area(zone: str) -> zones.Area:
    """Return the area of one time zone."""
    shape = _geometry(zone)
    return zones.area([shape] if shape else [])


def _geometry(zone: str) -> dict[str, Any] | None:  # Any: GeoJSON
    text = library("tzfpy").get_tz_polygon_geojson(zone)
    features = json.loads(text)["features"]
    geometry: dict[str, Any] | None = features[0]["geometry"] if features else None
    return geometry


def version() -> str:
    """Return the version of the zones, such as "2026e"."""
    return str(library("tzfpy").data_version())
