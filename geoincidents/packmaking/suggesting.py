"""Proposed rows from OpenStreetMap's Nominatim: asked for, never used by a run.

The second door to geopy, and the one place in the package that opens a connection.
"""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim

from geoincidents import __version__
from geoincidents.errors import OnlineError
from geoincidents.gazetteer import tables
from geoincidents.geography import PlaceKind
from geoincidents.packmaking import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

USER_AGENT = f"geoincidents/{__version__} (gazetteer suggest)"
LICENCE = "ODbL-1.0"
SOURCE = "osm"
_MOST = 5  # answers a name
_METRES_PER_DEGREE = 111_195.0
_LEAST_M = 500.0
_NAME_TAG = "name:"
# What Nominatim calls the thing (`addresstype`, else `type`) as a kind of ours.
_KINDS = {
    PlaceKind.COUNTRY: ("country",),
    PlaceKind.PROVINCE: ("state", "province", "region", "oblast"),
    PlaceKind.DISTRICT: ("county", "district", "state_district", "municipality"),
    PlaceKind.TOWN: ("city", "town", "borough"),
    PlaceKind.VILLAGE: ("village", "hamlet", "isolated_dwelling", "suburb", "neighbourhood"),
    PlaceKind.LAKE: ("lake", "water", "reservoir", "lagoon"),
    PlaceKind.RIVER: ("river", "stream", "canal"),
    PlaceKind.MOUNTAIN: ("peak", "mountain_range", "ridge", "volcano", "hill"),
    PlaceKind.PASS: ("mountain_pass", "saddle"),
    PlaceKind.ROAD: ("road", "motorway", "trunk", "primary", "secondary", "tertiary"),
    PlaceKind.POST: ("border_control", "checkpoint"),
    PlaceKind.FACILITY: ("aerodrome", "military", "barracks", "power", "dam", "mine"),
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Which Nominatim to ask, and how patiently.

    `pause_s` lies between two questions: a second is what the public server asks for.
    """

    url: str = "https://nominatim.openstreetmap.org"
    country: str = ""  # ISO 3166 alpha-2; "" asks for all
    timeout_s: float = 10.0
    pause_s: float = 1.0


def suggest(names: Sequence[str], server: Server) -> str:
    """Return rows to check, as `packmaking.suggest` says."""
    ask = _asker(server)
    found: list[Mapping[str, Any]] = []  # Any: what the server says
    parts: list[str] = []
    for name in names:
        answers = _answers(ask, name, server)
        found += answers
        if not answers:
            parts.append(f"# {name}: not found\n")
    if found:
        parts += ["# places.csv\n", _csv(tables.PLACES.all, map(_place, found))]
        parts += ["# names.csv\n", _csv(tables.NAMES.all, (r for f in found for r in _names(f)))]
    parts.append("# (c) OpenStreetMap contributors, ODbL 1.0. Check each row before you add it.")
    return "".join(parts)


def _asker(server: Server) -> RateLimiter:
    parts = urlsplit(server.url)
    where = Nominatim(
        scheme=parts.scheme or "https",
        domain=f"{parts.netloc}{parts.path}".rstrip("/"),
        user_agent=USER_AGENT,
        timeout=server.timeout_s,
    )
    return RateLimiter(
        where.geocode,
        min_delay_seconds=server.pause_s,
        max_retries=0,
        swallow_exceptions=False,
    )


def _answers(
    ask: RateLimiter, name: str, server: Server
) -> list[Mapping[str, Any]]:  # Any: as above
    try:
        found = ask(
            name,
            exactly_one=False,
            limit=_MOST,
            addressdetails=True,
            namedetails=True,
            language="en",
            country_codes=server.country.lower() or None,
        )
    except GeopyError as error:
        reason = str(error) or type(error).__name__
        raise OnlineError(f"{server.url}: no answer for {name!r} ({reason})") from error
    return [place.raw for place in found or ()]


# --- rows --------------------------------------------------------------------


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def _place(raw: Mapping[str, Any]) -> Sequence[object]:  # Any: as in suggest
    kind = _kind(raw)
    country = str(raw.get("address", {}).get("country_code", "")).upper()
    lat, lon = float(raw["lat"]), float(raw["lon"])
    proof = f"unchecked; OpenStreetMap {raw.get('osm_type', '')} {raw.get('osm_id', '')}"
    head = (_id(raw, kind), _name(raw), kind.value, country, "")
    return (*head, f"{lat:.5f}", f"{lon:.5f}", _size_m(raw, lat), SOURCE, LICENCE, proof)


def _names(raw: Mapping[str, Any]) -> Iterator[Sequence[object]]:  # Any: as in suggest
    known = {_name(raw)}
    for tag, text in sorted(raw.get("namedetails", {}).items()):
        language = tag.removeprefix(_NAME_TAG)
        is_one = tag.startswith(_NAME_TAG) and len(language) in {2, 3} and language.isalpha()
        if is_one and text not in known and wording.is_writable(text):
            known.add(text)
            script = wording.script(text)
            yield (_id(raw, _kind(raw)), text, language.lower(), script, "", "", SOURCE)


def _id(raw: Mapping[str, Any], kind: PlaceKind) -> str:  # Any: as in suggest
    is_area = kind in {PlaceKind.DISTRICT, PlaceKind.PROVINCE}
    return wording.slug(f"{_name(raw)} {kind.value}" if is_area else _name(raw))


def _name(raw: Mapping[str, Any]) -> str:  # Any: as in suggest
    details = raw.get("namedetails", {})
    first = str(raw.get("display_name", "")).split(",", 1)[0]
    return str(details.get("name:en") or raw.get("name") or first).strip()


def _kind(raw: Mapping[str, Any]) -> PlaceKind:  # Any: as in suggest
    said = (str(raw.get("addresstype", "")), str(raw.get("type", "")), str(raw.get("class", "")))
    return next((_KIND_OF[word] for word in said if word in _KIND_OF), PlaceKind.OTHER)


def _size_m(raw: Mapping[str, Any], lat: float) -> int:  # Any: as in suggest
    """Return half the longer side of the box that Nominatim gives, in metres."""
    south, north, west, east = (float(v) for v in raw.get("boundingbox", (lat, lat, 0.0, 0.0)))
    wide = (east - west) * math.cos(math.radians(lat))
    return round(max(max(north - south, wide) / 2 * _METRES_PER_DEGREE, _LEAST_M))
