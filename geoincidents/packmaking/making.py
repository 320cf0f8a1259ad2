"""A pack of some countries, made offline: its records, then its files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geoincidents.errors import MakingError
from geoincidents.geometry import zones
from geoincidents.packmaking import (
    frontiers,
    settlements,
    states,
    timezones,
    waters,
    wording,
    writing,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from geoincidents.geometry.zones import Area, Box
    from geoincidents.packmaking.frontiers import Contested, Dispute, Front, Line
    from geoincidents.packmaking.settlements import Province, Settlement
    from geoincidents.packmaking.states import States

MARGIN_DEG = 2.5  # how far outlines and neighbours reach beyond the border
SMALL_DEG = 20.0  # a country no wider and no taller than this is kept whole
NEAR_DEG = 1.5  # this near to the border each settlement counts
FAR_INHABITANTS = 5_000  # elsewhere only settlements as large as this


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a pack will hold."""

    id: str
    countries: tuple[str, ...]
    states: States
    settlements: tuple[Settlement, ...]
    provinces: tuple[Province, ...]
    lines: tuple[Line, ...]  # on land
    border_km: Mapping[str, float]  # by pair, at sea too
    outlines: Mapping[str, Area]
    contested: tuple[Contested, ...]
    regions: tuple[Dispute, ...]  # disputed ground that reports name
    fronts: tuple[Front, ...]  # lines that reports call by a name of their own
    across: Mapping[int, str]  # by GeoNames id: in which country's area a place lies instead
    left_out: tuple[Settlement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made, for telling: counts, and what a person should look at."""

    folder: Path
    version: str  # of the border
    places: int
    border_km: Mapping[str, float]  # by pair, such as "AA-BB", at sea too
    land_km: Mapping[str, float]  # of them on land: what the pack holds
    contested: tuple[Contested, ...]
    across: tuple[str, ...]  # names of places that lie on the other side than their country
    left_out: int


def make(countries: Sequence[str], folder: Path) -> Made:
    """Write a pack, as `packmaking.make` says."""
    if folder.is_dir() and any(folder.iterdir()):
        raise MakingError(f"{folder}: is not empty; name a new folder")
    made = draft(tuple(sorted({code.upper() for code in countries})), _pack_id(folder))
    writing.write(made, folder)
    return _told(made, folder)


def _pack_id(folder: Path) -> str:
    return wording.slug(folder.resolve().name)


def draft(countries: tuple[str, ...], pack_id: str) -> Draft:
    """Return what a pack of countries will hold."""
    table = states.of(countries)
    areas = {code: _area(code, table) for code in countries}
    lines, contested = frontiers.lines(areas)
    region = _region(lines, areas)
    found = _chosen(settlements.of_countries(countries), lines)
    kept = settlements.apart(found)
    return Draft(
        id=pack_id,
        countries=countries,
        states=table,
        settlements=kept.settlements,
        provinces=settlements.provinces(kept.settlements),
        lines=frontiers.on_land(lines, waters.sea(region)),
        border_km=_lengths_km(lines),
        outlines=_outlines(areas, region),
        contested=contested,
        regions=_regions(countries),
        fronts=frontiers.fronts(countries),
        across=_across(kept.settlements, areas),
        left_out=kept.left_out,
    )


def _regions(countries: Sequence[str]) -> tuple[Dispute, ...]:
    """Return the disputed ground between at least two of the countries, by name."""
    between = (d for d in frontiers.disputes() if len({*d.countries}.intersection(countries)) > 1)
    named = sorted((d for d in between if d.names), key=lambda d: d.name)
    return tuple(replace(d, area=_dry(d.area)) for d in named)


def _dry(area: Area) -> Area:
    return zones.without(area, [waters.sea(zones.bounds(area))])


def _area(country: str, table: States) -> Area:
    if country not in timezones.of_countries():
        raise MakingError(
            f"{table.name_of(country)} ({country}) has no time zone of its own, so that its "
            "area is not known; leave it out, or give borders.geojson yourself"
        )
    return timezones.area(country)


def _region(lines: Sequence[Line], areas: Mapping[str, Area]) -> Box:
    """Return the box around the border and around each small country."""
    rims = [zones.lines_bounds(line.geometry for line in lines)] if lines else []
    boxes = [zones.bounds(area) for area in areas.values()]
    boxes = rims + [b for b in boxes if not rims or _is_small(b)]
    west, south = min(b[0] for b in boxes), min(b[1] for b in boxes)
    east, north = max(b[2] for b in boxes), max(b[3] for b in boxes)
    return (
        max(west - MARGIN_DEG, -180.0),
        max(south - MARGIN_DEG, -90.0),
        min(east + MARGIN_DEG, 180.0),
        min(north + MARGIN_DEG, 90.0),
    )


def _is_small(box: Box) -> bool:
    return box[2] - box[0] <= SMALL_DEG and box[3] - box[1] <= SMALL_DEG


def _outlines(areas: Mapping[str, Area], region: Box) -> dict[str, Area]:
    """Return the areas of a pack's countries and their neighbours, cut to a region."""
    around = {n for code in areas for n in settlements.neighbours(code)} - {*areas}
    known = timezones.of_countries()
    beside = {code: timezones.area(code) for code in sorted(around) if code in known}
    cut = waters.ashore({**areas, **beside}.items(), region)
    return {code: area for code, area in sorted(cut.items()) if not zones.is_empty(area)}


def _chosen(found: Sequence[Settlement], lines: Sequence[Line]) -> list[Settlement]:
    points = zones.points(s.position for s in found)
    gaps = zones.nearest_deg([line.geometry for line in lines], points)
    return [
        s
        for s, gap in zip(found, gaps, strict=True)
        if not lines or gap <= NEAR_DEG or s.inhabitants >= FAR_INHABITANTS
    ]


def _across(found: Sequence[Settlement], areas: Mapping[str, Area]) -> dict[int, str]:
    """Return in which other country's area settlements lie that are outside their own."""
    points = zones.points(s.position for s in found)
    inside = {code: zones.holds(area, points) for code, area in sorted(areas.items())}
    return {
        one.geoname_id: other
        for at, one in enumerate(found)
        for other in sorted(areas)
        if other != one.country and inside[other][at] and not inside[one.country][at]
    }


def _lengths_km(lines: Sequence[Line]) -> dict[str, float]:
    lengths_m: dict[str, float] = {}
    for line in lines:
        pair = f"{line.left}-{line.right}"
        lengths_m[pair] = lengths_m.get(pair, 0.0) + line.length_m
    return {pair: round(length_m / 1000, 1) for pair, length_m in lengths_m.items()}


def _told(made: Draft, folder: Path) -> Made:
    by_id = {s.geoname_id: s for s in made.settlements}
    return Made(
        folder=folder,
        version=timezones.version(),
        places=len(made.settlements) + len(made.provinces) + len(made.regions),
        border_km=made.border_km,
        land_km=_lengths_km(made.lines),
        contested=made.contested,
        across=tuple(
            f"{by_id[key].name} ({by_id[key].country}, lies in {other})"
            for key, other in made.across.items()
        ),
        left_out=len(made.left_out),
    )
