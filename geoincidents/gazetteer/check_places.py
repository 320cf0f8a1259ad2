"""The rules of `places.csv`."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from geoincidents.gazetteer import check_words, tables
from geoincidents.gazetteer.records import ALIAS_SEPARATOR
from geoincidents.geography import AREAS, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geoincidents.gazetteer.packs import Pack
    from geoincidents.gazetteer.tables import PlaceRow

Pair: TypeAlias = tuple[float, float]  # lon, lat


class _Range(NamedTuple):
    """A number and the bounds that it keeps, both included."""

    name: str
    low: float
    high: float


FILE = "places.csv"
KINDS = {kind.value: kind for kind in PlaceKind}
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
COUNTRY = re.compile(r"[A-Z]{2}")
LATITUDE = _Range("latitude", -90.0, 90.0)
LONGITUDE = _Range("longitude", -180.0, 180.0)
SIZE = _Range("size_m", 1.0, 10_000_000.0)  # a quarter of a great circle: no place is wider
_NEAR_DEG = 6.0
_TIMES_FARTHER = 4.0  # than half of a state's places are from their middle
_FEWEST = 3  # rows of a country that have a middle


def check(pack: Pack) -> None:
    """Note the faults of a pack's places."""
    first: dict[str, PlaceRow] = {}
    pairs: dict[int, Pair] = {}
    for row in pack.places:
        _check_id(pack, row, first)
        _check_words(pack, row)
        pair = _pair(pack, row)
        if pair is not None:
            pairs[row.line] = pair
    _check_admin(pack, first)
    _check_swaps(pack, pairs)


def _check_id(pack: Pack, row: PlaceRow, first: dict[str, PlaceRow]) -> None:
    place_id = row.id
    if not ID.fullmatch(place_id):
        pack.fault(FILE, row.line, f"id {place_id!r} is not lower-case words joined by '-'")
    other = first.setdefault(place_id, row)
    if other is not row:
        words = f"id {place_id!r} stands on line {other.line} already; give each place its own"
        pack.fault(FILE, row.line, words)


def _check_words(pack: Pack, row: PlaceRow) -> None:
    kind, country = row.kind, row.country
    for text in [row.name, *filter(None, row.aliases.split(ALIAS_SEPARATOR))]:
        if wrong := check_words.fault_of(text):
            pack.fault(FILE, row.line, f"name {text!r} {wrong}")
    if kind not in KINDS:
        words = f"kind {kind!r} is unknown; the kinds are {', '.join(KINDS)}"
        pack.fault(FILE, row.line, words)
    if not COUNTRY.fullmatch(country) and not _may_span(kind, country):
        words = f"country {country!r} is not an ISO 3166 code of two capital letters"
        pack.fault(FILE, row.line, words)
    proofs = {"source": row.source, "licence": row.licence, "checked": row.checked}
    for column, text in () if pack.is_lone else proofs.items():
        if not text.strip():
            pack.fault(FILE, row.line, f"{column} is empty; say it, or 'unchecked' for checked")


def _may_span(kind: str, country: str) -> bool:
    """Return whether a place lies in no single state, as a sea or a wide region does."""
    return not country and kind in {PlaceKind.REGION, PlaceKind.LAKE, PlaceKind.OTHER}


def _pair(pack: Pack, row: PlaceRow) -> Pair | None:
    """Return a row's lon/lat when both are right, and note what is wrong with its numbers."""
    lat = _number(pack, row.line, row.lat, LATITUDE)
    lon = _number(pack, row.line, row.lon, LONGITUDE)
    if row.size_m or not pack.is_lone:
        _number(pack, row.line, row.size_m, SIZE)
    return None if lat is None or lon is None else (lon, lat)


def _number(pack: Pack, line: int, text: str, wanted: _Range) -> float | None:
    value = tables.number(text)
    if value is None:
        pack.fault(FILE, line, f"{wanted.name} {text!r} is not a number; write it like 40.1825")
    elif not wanted.low <= value <= wanted.high:
        words = f"{wanted.name} {text} is outside {wanted.low:.0f}..{wanted.high:.0f}"
        pack.fault(FILE, line, words)
    else:
        return value
    return None


def _check_admin(pack: Pack, places: Mapping[str, PlaceRow]) -> None:
    areas = {kind.value for kind in AREAS}
    for row in pack.places:
        for area in filter(None, row.admin.split(";")):
            if area == row.id or area not in places:
                words = f"admin {area!r} is not the id of another place of this file"
                pack.fault(FILE, row.line, words)
            elif places[area].kind not in areas:
                words = f"admin {area!r} is a {places[area].kind}, not an area"
                pack.fault(FILE, row.line, words)


def _check_swaps(pack: Pack, pairs: Mapping[int, Pair]) -> None:
    by_country: dict[str, list[PlaceRow]] = defaultdict(list)
    for row in pack.places:
        if row.line in pairs and row.kind != PlaceKind.COUNTRY:
            by_country[row.country].append(row)
    for country, rows in by_country.items():
        if not country or len(rows) < _FEWEST:
            continue
        middle = (
            _median([pairs[row.line][0] for row in rows]),
            _median([pairs[row.line][1] for row in rows]),
        )
        # In a wide state a place as far off as others are is where it should be.
        gaps = [_gap(pairs[row.line], middle) for row in rows]
        far = max(_NEAR_DEG, _TIMES_FARTHER * _median(gaps))
        for row, gap in zip(rows, gaps, strict=True):
            lon, lat = pairs[row.line]
            if _gap((lat, lon), middle) < _NEAR_DEG and gap > far:
                words = f"latitude {lat} and longitude {lon} look swapped; put lat before lon"
                pack.fault(FILE, row.line, words)


def _median(numbers: list[float]) -> float:
    # The module `statistics` takes longer to import than a pack to read.
    return sorted(numbers)[len(numbers) // 2]


def _gap(one: Pair, other: Pair) -> float:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))
