"""Borders of a pack's countries: shared rims of their zones, and what is contested."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from geoincidents.geometry import geodesy, zones
from geoincidents.model import Position
from geoincidents.packmaking import timezones

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from geoincidents.geometry.zones import Area
    from geoincidents.model import Geometry

# The zones were thinned: against OpenStreetMap's own line they are off by up to 200 m
# (docs/gazetteer.md, "The border"; measured on one border).
ACCURACY_M = 200.0
LEAST_OVERLAP_M2 = 10e6  # a smaller one is noise along the line
_METRES_PER_DEGREE = 111_195.0
IN_BOTH = "in the zones of both"
_SHORTEST_M = 500.0  # a shorter piece is where three areas meet


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A piece of border between two countries, the first on its left."""

    left: str
    right: str
    section: str
    is_ring: bool
    accuracy_m: float
    length_m: float
    geometry: Geometry


class Contested(NamedTuple):
    """Ground that two or more states dispute, on or beside a pack's border."""

    name: str
    countries: tuple[str, ...]
    area_km2: float  # of an overlap of zones; 0 of ground that a list names
    border_km: float  # how much of the border runs through it


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Ground that the program knows as disputed; `names` are what reports call it."""

    name: str
    names: tuple[str, ...]
    countries: tuple[str, ...]
    area: Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """A line between states that reports call by a name of its own; `names` from `name` on."""

    name: str
    names: tuple[str, ...]
    countries: tuple[str, ...]
    position: Position
    size_m: int


def lines(areas: Mapping[str, Area]) -> tuple[tuple[Line, ...], tuple[Contested, ...]]:
    """Return the border lines between countries, longest first, and contested ground."""
    found: list[Line] = []
    contested: list[Contested] = []
    for left, right in combinations(sorted(areas), 2):
        pair = _between((left, right), areas)
        if pair.lines:
            found += pair.lines
            contested += pair.contested
    found.sort(key=lambda e: (e.left, e.right, e.is_ring, -e.length_m, e.geometry.coordinates[0]))
    return tuple(found), tuple(contested)


class _Pair(NamedTuple):
    lines: list[Line]
    contested: list[Contested]


def on_land(found: Iterable[Line], sea: Area) -> tuple[Line, ...]:
    """Return border lines without their parts at sea: no depth is measured from those."""
    kept: list[Line] = []
    for line in found:
        inside, outside = zones.split(line.geometry, sea)
        pair = (line.left, line.right)
        cut = [_line(pair, g, line.accuracy_m, line.section) for g in outside]
        kept += [p for p in cut if p.length_m >= _SHORTEST_M] if inside else [line]
    return tuple(kept)


def _between(pair: tuple[str, str], areas: Mapping[str, Area]) -> _Pair:
    left, right = (areas[code] for code in pair)
    overlaps = zones.overlaps(left, right)
    shared = [p for p in overlaps if _area_m2(p) >= LEAST_OVERLAP_M2]
    noise = zones.united(overlaps[len(shared) :])
    rims = zones.border(left, right, zones.united(overlaps))
    found = [_line(pair, g, ACCURACY_M, "") for g in rims]
    found += [_line(pair, g, ACCURACY_M, "") for g in zones.rim_in(left, noise, right)]
    for part in shared:
        # Each state's line through ground that both zones hold: as far apart as it is wide.
        wide_m = max(zones.width_deg(part) * _METRES_PER_DEGREE, ACCURACY_M)
        edges = zones.rim_in(left, part, right)
        edges += tuple(map(zones.turned, zones.rim_in(right, part, left)))
        found += [_line(pair, g, wide_m, IN_BOTH) for g in edges]
    named, contested = _named(pair, [line for line in found if line.length_m >= _SHORTEST_M])
    return _Pair(named, [*_overlaps(pair, shared, named), *contested])


def _line(pair: tuple[str, str], geometry: Geometry, accuracy_m: float, section: str) -> Line:
    vertices = geometry.coordinates
    return Line(
        left=pair[0],
        right=pair[1],
        section=section,
        is_ring=vertices[0] == vertices[-1],
        accuracy_m=round(accuracy_m),
        length_m=geodesy.length_m(geometry),
        geometry=geometry,
    )


def _named(pair: tuple[str, str], whole: list[Line]) -> tuple[list[Line], list[Contested]]:
    """Return lines cut where they run through disputed ground, and that ground."""
    found, contested = whole, []
    for dispute in disputes():
        if not {*pair} <= {*dispute.countries}:
            continue
        kept: list[Line] = []
        through_m = 0.0
        for line in found:
            inside, outside = zones.split(line.geometry, dispute.area)
            if line.section or line.is_ring or not inside:
                kept.append(line)
                through_m += line.length_m if line.section == dispute.name else 0
                continue
            pieces = [_line(pair, g, line.accuracy_m, dispute.name) for g in inside]
            through_m += sum(p.length_m for p in pieces)
            kept += [*pieces, *(_line(pair, g, line.accuracy_m, "") for g in outside)]
        found = kept
        if through_m:
            contested.append(_contested(dispute, through_m))
    return found, contested


def _contested(dispute: Dispute, through_m: float) -> Contested:
    return Contested(dispute.name, dispute.countries, 0.0, round(through_m / 1000, 1))


def _overlaps(pair: tuple[str, str], shared: list[Area], named: list[Line]) -> list[Contested]:
    border_km = sum(n.length_m for n in named if n.section == IN_BOTH) / 1000
    area_km2 = sum(map(_area_m2, shared)) / 1e6
    if not shared:
        return []
    name = next((d.name for d in disputes() if {*pair} <= {*d.countries}), "")
    return [
        Contested(
            name or "ground in the zones of both", pair, round(area_km2, 1), round(border_km, 1)
        )
    ]


def _area_m2(area: Area) -> float:
    return geodesy.area_m2(zones.record(area))


def fronts(countries: Collection[str]) -> tuple[Front, ...]:
    """Return the named lines between two of some countries, in order."""
    between = (f for f in _fronts() if len({*f.countries}.intersection(countries)) > 1)
    return tuple(sorted(between, key=lambda f: f.name))


@cache
def _fronts() -> tuple[Front, ...]:
    return tuple(
        Front(
            name=t["names"][0],
            names=tuple(t["names"]),
            countries=tuple(sorted(t["countries"])),
            position=Position(*t["point"]),
            size_m=1000 * t["half_km"],
        )
        for t in _table()["line"]
    )


@cache
def _table() -> dict[str, Any]:  # Any: TOML values
    path = Path(__file__).with_name("contested.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def disputes() -> tuple[Dispute, ...]:
    """Return the disputed areas that the program knows by name."""
    return tuple(
        Dispute(
            name=t["name"],
            names=tuple(t.get("place", ())),
            countries=tuple(sorted({*t["countries"], *t.get("touches", ())})),
            area=timezones.zone_area(t["zone"]) if "zone" in t else zones.polygon(t["ring"]),
        )
        for t in _table()["area"]
    )
