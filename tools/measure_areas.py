"""Measure a pack's areas against independent outlines, as docs/method/shapes.md states.

    python tools/measure_areas.py gazetteer/south-caucasus REFERENCE.geojson

REFERENCE holds polygons with `country` and `name`. Prints for each unit how much of it
within 30 km of the border the pack has right, and how much of its stretch of the border.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import pyproj
import shapely
from shapely.geometry import shape

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Areas: TypeAlias = dict[str, BaseGeometry]

NEAR_M = 30_000.0
STEP_M = 200.0
KINDS = {"marz", "rayon"}
COUNTRIES = {"ARM": "AM", "AZE": "AZ"}
_MOVE = pyproj.Transformer.from_crs(
    "EPSG:4326", "+proj=laea +lat_0=40.2 +lon_0=46.5 +datum=WGS84 +units=m", always_xy=True
)


def metres(area: BaseGeometry) -> BaseGeometry:
    """Return a geometry of degrees in metres, areas true."""
    return shapely.make_valid(shapely.transform(area, _moved))


def _moved(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.column_stack(_MOVE.transform(lonlat[:, 0], lonlat[:, 1]))


def reference(path: Path) -> dict[str, Areas]:
    """Return the reference's units by country and place id."""
    found: dict[str, Areas] = defaultdict(dict)
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        table = feature["properties"]
        if table["kind"] in KINDS:
            country = COUNTRIES[table["country"]]
            found[country][_place_id(country, table["name"])] = metres(shape(feature["geometry"]))
    return found


def _place_id(country: str, name: str) -> str:
    words = name.partition(" (")[0].lower().replace(" ", "-")
    if country == "AM":
        return "yerevan-province" if words == "yerevan" else words
    return f"{words}-district"


def areas(pack: Path) -> Areas:
    """Return the areas of a pack by place id."""
    found = json.loads((pack / "areas.geojson").read_text(encoding="utf-8"))["features"]
    return {f["properties"]["place_id"]: metres(shape(f["geometry"])) for f in found}


def border(pack: Path) -> BaseGeometry:
    """Return the border lines of a pack."""
    found = json.loads((pack / "borders.geojson").read_text(encoding="utf-8"))["features"]
    lines = [shape(f["geometry"]) for f in found if "a" in f["properties"]]
    return shapely.transform(shapely.union_all(lines), _moved)


def right_share(true: Areas, ours: Areas, near: BaseGeometry) -> dict[str, tuple[float, float]]:
    """Return for each unit the m2 near the border that ours has right, and all of them."""
    shares: dict[str, tuple[float, float]] = {}
    for unit, whole in true.items():
        part = shapely.intersection(whole, near)
        if part.area:
            right = shapely.intersection(part, ours[unit]).area if unit in ours else 0.0
            shares[unit] = (right, part.area)
    return shares


def stretches(true: Areas, ours: Areas, line: BaseGeometry) -> dict[str, tuple[float, float]]:
    """Return for each unit the share of its stretch found, and of ours that is right."""
    points = shapely.points(shapely.get_coordinates(shapely.segmentize(line, STEP_M)))
    theirs, mine = _nearest(true, points), _nearest({k: ours[k] for k in ours if k in true}, points)
    both = theirs == mine
    counted = {unit: (theirs == unit, mine == unit) for unit in sorted({*theirs, *mine})}
    return {
        unit: (float(both[a].mean()) if a.any() else 0.0, float(both[b].mean()) if b.any() else 0.0)
        for unit, (a, b) in counted.items()
    }


def shared_share(true: Areas, ours: Areas) -> dict[str, float]:
    """Return for each unit the area that both hold over the area that either holds."""
    both = {unit: ours[unit] for unit in true if unit in ours}
    return {
        unit: area.intersection(true[unit]).area / area.union(true[unit]).area
        for unit, area in both.items()
    }


def _nearest(units: Areas, points: NDArray[np.object_]) -> NDArray[np.str_]:
    names = np.array(list(units))
    found: NDArray[np.str_] = names[shapely.STRtree(list(units.values())).nearest(points)]
    return found


def main() -> None:
    """Print the errors of a pack's areas."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pack", type=Path)
    parser.add_argument("reference", type=Path)
    asked = parser.parse_args()
    ours, line = areas(asked.pack), border(asked.pack)
    near = line.buffer(NEAR_M)
    columns = ("", "right near the border", "shared over joint", "stretch found", "stretch right")
    print("|", " | ".join(columns), "|")
    print("|---" * len(columns) + "|")
    for country, true in reference(asked.reference).items():
        shares = right_share(true, ours, near)
        found, joint = stretches(true, ours, line), shared_share(true, ours)
        for unit, (right, whole) in shares.items():
            ends = " | ".join(f"{share:.0%}" for share in found.get(unit, ())) or " | "
            print(f"| {unit} | {right / whole:.0%} | {joint.get(unit, 0):.2f} | {ends} |")
        right, whole = np.sum(list(shares.values()), axis=0)
        print(f"| **{country}** | {right / whole:.1%} | | | |")


if __name__ == "__main__":
    main()
