"""The rules of `places.csv`."""

from __future__ import annotations

import re
from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING

from geoincidents.gazetteer import check_words, tables
from geoincidents.gazetteer.records import ALIAS_SEPARATOR
from geoincidents.geography import AREAS, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geoincidents.gazetteer.packs import Pack
    from geoincidents.gazetteer.tables import Row

FILE = "places.csv"
KINDS = {kind.value: kind for kind in PlaceKind}
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
COUNTRY = re.compile(r"[A-Z]{2}")
WIDEST_M = 10_000_000.0  # a quarter of a great circle: no place is wider
_NEAR_DEG = 6.0
_FEWEST = 3  # rows of a country that have a middle

Pair = tuple[float, float]


def check(pack: Pack) -> None:
    """Note the faults of a pack's places."""
    first: dict[str, Row] = {}
    pairs: dict[int, Pair] = {}
    for row in pack.places:
        _check_id(pack, row, first)
        _check_words(pack, row)
        pair = _pair(pack, row)
        if pair is not None:
            pairs[row.line] = pair
    _check_admin(pack, first)
    _check_swaps(pack, pairs)


def _check_id(pack: Pack, row: Row, first: dict[str, Row]) -> None:
    place_id = row.get("id")
    if not ID.fullmatch(place_id):
        pack.fault(FILE, row.line, f"id {place_id!r} is not lower-case words joined by '-'")
    other = first.setdefault(place_id, row)
    if other is not row:
        words = f"id {place_id!r} stands on line {other.line} already; give each place its own"
        pack.fault(FILE, row.line, words)


def _check_words(pack: Pack, row: Row) -> None:
    kind, country = row.get("kind"), row.get("country")
    for text in [row.get("name"), *filter(None, row.get("aliases").split(ALIAS_SEPARATOR))]:
        if wrong := check_words.fault_of(text):
            pack.fault(FILE, row.line, f"name {text!r} {wrong}")
    if kind not in KINDS:
        words = f"kind {kind!r} is unknown; the kinds are {', '.join(KINDS)}"
        pack.fault(FILE, row.line, words)
    if not COUNTRY.fullmatch(country) and not _may_span(kind, country):
        words = f"country {country!r} is not an ISO 3166 code of two capital letters"
        pack.fault(FILE, row.line, words)
    for column in () if pack.is_lone else ("source", "licence", "checked"):
        if not row.get(column).strip():
            pack.fault(FILE, row.line, f"{column} is empty; say it, or 'unchecked' for checked")


def _may_span(kind: str, country: str) -> bool:
    """Return whether a place lies in no single state, as a sea or a wide region does."""
    return not country and kind in {PlaceKind.REGION, PlaceKind.LAKE, PlaceKind.OTHER}


def _pair(pack: Pack, row: Row) -> Pair | None:
    """Return a row's lon/lat when both are right, and note what is wrong with its numbers."""
    lat = _number(pack, row, "lat", ("latitude", -90.0, 90.0))
    lon = _number(pack, row, "lon", ("longitude", -180.0, 180.0))
    size = row.get("size_m")
    if size or not pack.is_lone:
        _number(pack, row, "size_m", ("size_m", 1.0, WIDEST_M))
    return None if lat is None or lon is None else (lon, lat)


def _number(pack: Pack, row: Row, column: str, wanted: tuple[str, float, float]) -> float | None:
    name, low, high = wanted
    text = row.get(column)
    value = tables.number(text)
    if value is None:
        pack.fault(FILE, row.line, f"{name} {text!r} is not a number; write it like 40.1825")
    elif not low <= value <= high:
        pack.fault(FILE, row.line, f"{name} {text} is outside {low:.0f}..{high:.0f}")
    else:
        return value
    return None


def _check_admin(pack: Pack, places: Mapping[str, Row]) -> None:
    areas = {kind.value for kind in AREAS}
    for row in pack.places:
        for area in filter(None, row.get("admin").split(";")):
            if area == row.get("id") or area not in places:
                words = f"admin {area!r} is not the id of another place of this file"
                pack.fault(FILE, row.line, words)
            elif places[area].get("kind") not in areas:
                words = f"admin {area!r} is a {places[area].get('kind')}, not an area"
                pack.fault(FILE, row.line, words)


def _check_swaps(pack: Pack, pairs: Mapping[int, Pair]) -> None:
    by_country: dict[str, list[Row]] = defaultdict(list)
    for row in pack.places:
        if row.line in pairs and row.get("kind") != PlaceKind.COUNTRY:
            by_country[row.get("country")].append(row)
    for country, rows in by_country.items():
        if not country or len(rows) < _FEWEST:
            continue
        middle = (
            median(pairs[row.line][0] for row in rows),
            median(pairs[row.line][1] for row in rows),
        )
        for row in rows:
            lon, lat = pairs[row.line]
            if _gap((lat, lon), middle) < _NEAR_DEG and _gap((lon, lat), middle) > _NEAR_DEG:
                words = f"latitude {lat} and longitude {lon} look swapped; put lat before lon"
                pack.fault(FILE, row.line, words)


def _gap(one: Pair, other: Pair) -> float:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))
