"""The rules of `areas.geojson` and `features.geojson`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geoincidents.gazetteer import geometries, packs, rings
from geoincidents.gazetteer.check_areas import (
    FEWEST_OF_LINE,
    polygons_of,
    ring_fault,
    vertices_fault,
)
from geoincidents.geography import AREAS, PlaceKind

if TYPE_CHECKING:
    from geoincidents.gazetteer.packs import Feature, Pack

WAYS = frozenset({PlaceKind.RIVER, PlaceKind.ROAD, PlaceKind.BORDER})


def check(pack: Pack) -> None:
    """Note the faults of a pack's areas, lakes and ways, where it has such files."""
    kinds = {row.id: row.kind for row in pack.places}
    if not kinds and pack.faults:
        return  # whether a geometry suits its place cannot be told: the places' faults come first
    for name in (geometries.AREAS, geometries.FEATURES):
        first: dict[str, int] = {}
        for feature in packs.features_of(pack, name) if pack.has(name) else ():
            for words in _faults(feature, kinds, name, first):
                pack.fault(name, feature.line, words)


def _faults(feature: Feature, kinds: dict[str, str], name: str, first: dict[str, int]) -> list[str]:
    place_id = feature.properties.get("place_id")
    if not isinstance(place_id, str) or (kinds and place_id not in kinds):
        return [f"place_id {place_id!r} is not in places.csv"]
    line = first.setdefault(place_id, feature.line)
    found = [] if line == feature.line else [f"{place_id!r} stands on line {line} already"]
    kind = kinds.get(place_id, "")
    if name == geometries.AREAS and kind and kind not in AREAS:
        found.append(f"{place_id!r} is a {kind}, not an area; put it into features.geojson")
    if name == geometries.FEATURES and not _texts(feature, "source", "checked"):
        found.append("'source' or 'checked' is empty; say where the geometry is from")
    fault = _line_fault(feature) if kind in WAYS else _area_fault(feature)
    return [*found, f"{place_id}: {fault}"] if fault else found


def _texts(feature: Feature, *keys: str) -> bool:
    values = [feature.properties.get(key) for key in keys]
    return all(isinstance(value, str) and value.strip() for value in values)


def _area_fault(feature: Feature) -> str:
    polygons = polygons_of(feature)
    if polygons is None:
        return f"geometry {feature.geometry.get('type')!r} is not a Polygon or MultiPolygon"
    for ring in (ring for polygon in polygons for ring in polygon):
        if fault := ring_fault(ring):
            return fault
        if at := rings.crossing(ring):
            return f"a ring crosses itself near {at[0]}, {at[1]}; draw it anew"
    return ""


def _line_fault(feature: Feature) -> str:
    kind = feature.geometry.get("type")
    lines: Any = feature.geometry.get("coordinates")  # Any: what a person wrote in JSON
    if kind == "LineString":
        lines = [lines]
    elif kind != "MultiLineString" or not isinstance(lines, list) or not lines:
        return f"geometry {kind!r} is not a LineString or MultiLineString"
    for line in lines:
        if not isinstance(line, list) or len(line) < FEWEST_OF_LINE:
            return f"a line needs {FEWEST_OF_LINE} vertices at least"
        if fault := vertices_fault(line):
            return fault
    return ""
