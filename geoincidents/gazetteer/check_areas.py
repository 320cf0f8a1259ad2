"""The rules of `borders.geojson`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, TypeAlias

from geoincidents.gazetteer import rings
from geoincidents.gazetteer.check_places import COUNTRY

if TYPE_CHECKING:
    from geoincidents.gazetteer.packs import Feature, Pack
    from geoincidents.gazetteer.rings import Polygon

FILE = "borders.geojson"
OUTLINE = "outline"
FEWEST_OF_LINE = 2
FEWEST_OF_RING = 4

Outlines: TypeAlias = dict[str, list["Polygon"]]


def check(pack: Pack) -> None:
    """Note the faults of a pack's borders and outlines."""
    outlines: Outlines = {}
    for feature in pack.features:
        if feature.properties.get("kind") == OUTLINE:
            _check_outline(pack, feature, outlines)
            _check_crossings(pack, feature, outlines)
    countries = {str(t.cells.get("id")): t.cells.get("country") for t in pack.parties}
    first: dict[object, int] = {}
    for feature in pack.features:
        if feature.properties.get("kind") != OUTLINE:
            _check_line(pack, feature, first)
            _check_sides(pack, feature, countries, outlines)


# --- outlines ----------------------------------------------------------------


def _check_outline(pack: Pack, feature: Feature, outlines: Outlines) -> None:
    country = feature.properties.get("country")
    if not isinstance(country, str) or not COUNTRY.fullmatch(country):
        words = f"country {country!r} is not an ISO 3166 code of two capital letters"
        pack.fault(FILE, feature.line, words)
        return
    if country in outlines:
        pack.fault(FILE, feature.line, f"country {country!r} has an outline already; keep one")
    polygons = polygons_of(feature)
    if polygons is None:
        words = f"geometry {feature.geometry.get('type')!r} is not a Polygon or MultiPolygon"
        pack.fault(FILE, feature.line, f"{words} with coordinates in lists")
        return
    wrong = [fault for polygon in polygons for ring in polygon if (fault := ring_fault(ring))]
    for fault in wrong:
        pack.fault(FILE, feature.line, f"outline of {country}: {fault}")
    if not wrong:
        outlines[country] = polygons


def _check_crossings(pack: Pack, feature: Feature, outlines: Outlines) -> None:
    polygons = outlines.get(str(feature.properties.get("country")), [])
    found = (rings.crossing(ring) for polygon in polygons for ring in polygon)
    for lon, lat in filter(None, found):
        words = f"a ring crosses itself near {lon}, {lat}; draw it anew"
        pack.fault(FILE, feature.line, words)


def polygons_of(feature: Feature) -> list[Polygon] | None:
    """Return the polygons of a feature, None where they are not in lists as they should be."""
    kind = feature.geometry.get("type")
    coordinates: Any = feature.geometry.get("coordinates")  # Any: what a person wrote in JSON
    if kind == "Polygon":
        coordinates = [coordinates]
    elif kind != "MultiPolygon" or not _is_filled(coordinates):
        return None
    if not all(_is_filled(polygon) and all(map(_is_filled, polygon)) for polygon in coordinates):
        return None
    polygons: list[Polygon] = coordinates
    return polygons


def _is_filled(value: Any) -> bool:  # noqa: ANN401 - what a person wrote in JSON
    return isinstance(value, list) and bool(value)


def ring_fault(ring: list[Any]) -> str:  # Any: what a person wrote in JSON
    """Return what is wrong with a ring, empty where nothing is."""
    if fault := vertices_fault(ring):
        return fault
    if len(ring) < FEWEST_OF_RING:
        return f"a ring has {len(ring)} vertices; it needs {FEWEST_OF_RING} at least"
    if ring[0] != ring[-1]:
        return f"a ring starts at {ring[0]} and ends at {ring[-1]}; end it where it starts"
    return ""


def vertices_fault(vertices: list[Any]) -> str:  # Any: as in ring_fault
    """Return what is wrong with the vertices of a line or ring, empty where nothing is."""
    for vertex in vertices:
        if not isinstance(vertex, list) or len(vertex) != 2:  # noqa: PLR2004 - lon and lat
            return f"vertex {vertex!r} is not a pair of lon and lat"
        lon, lat = vertex
        if not _is_number(lon) or not _is_number(lat):
            return f"vertex {vertex!r} does not hold two numbers"
        if not -180.0 <= lon <= 180.0 or not -90.0 <= lat <= 90.0:  # noqa: PLR2004 - degrees
            return f"vertex {vertex!r} is outside -180..180 and -90..90; put lon before lat"
    return ""


def _is_number(value: object) -> bool:
    return isinstance(value, float | int) and not isinstance(value, bool) and math.isfinite(value)


# --- lines -------------------------------------------------------------------


def _check_line(pack: Pack, feature: Feature, first: dict[object, int]) -> None:
    table = feature.properties
    line_id = table.get("id")
    if not isinstance(line_id, str) or not line_id:
        pack.fault(FILE, feature.line, "'id' is missing; give each border line its own")
    elif line_id in first:
        words = f"id {line_id!r} stands on line {first[line_id]} already; give each its own"
        pack.fault(FILE, feature.line, words)
    else:
        first[line_id] = feature.line
    for key in ("section", "exclave"):
        if not isinstance(table.get(key, ""), str):
            pack.fault(FILE, feature.line, f"{key!r} is not a text")
    accuracy: Any = table.get("accuracy_m")  # Any: what a person wrote in JSON
    if not _is_number(accuracy) or not accuracy > 0:
        pack.fault(FILE, feature.line, "'accuracy_m' is not a number of metres above zero")
    if fault := _line_fault(feature):
        pack.fault(FILE, feature.line, fault)


def _line_fault(feature: Feature) -> str:
    kind, vertices = feature.geometry.get("type"), feature.geometry.get("coordinates")
    if kind != "LineString" or not isinstance(vertices, list):
        return f'geometry {kind!r} is not a LineString; an outline needs "kind": "outline"'
    if len(vertices) < FEWEST_OF_LINE:
        return f"a line has {len(vertices)} vertices; it needs {FEWEST_OF_LINE} at least"
    return vertices_fault(vertices)


def _check_sides(
    pack: Pack, feature: Feature, countries: dict[str, Any], outlines: Outlines
) -> None:  # Any: what a person wrote in TOML
    sides = [str(feature.properties.get(key)) for key in ("a", "b")]
    unknown = [side for side in sides if side not in countries]
    for side in unknown:
        words = f"side {side!r} is not the id of a party of parties.toml"
        pack.fault(FILE, feature.line, words)
    if not unknown and sides[0] == sides[1]:
        pack.fault(FILE, feature.line, f"both sides are {sides[0]!r}; a border parts two")
    elif not unknown and not _line_fault(feature):
        _check_direction(pack, feature, [outlines.get(countries[side]) for side in sides])


def _check_direction(pack: Pack, feature: Feature, areas: list[list[Polygon] | None]) -> None:
    points = rings.beside(feature.geometry["coordinates"])
    if any(area and not rings.holds(area, at) for area, at in zip(areas, points, strict=True)):
        words = "a does not lie on the left of the line and b on the right; turn the line round"
        pack.fault(FILE, feature.line, words)
