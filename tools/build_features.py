"""Write simple geometries of a pack's lakes, rivers and roads, of our own.

No package with a free licence has them. `build.toml` says how each is made: a river
that is a border is that border; a road or river goes straight between places of the
pack on its way; a lake lies within the places on its shore, drawn in until it is as
large as published, or is a circle. Each says so, and is marked as unchecked.

    python tools/build_features.py gazetteer/south-caucasus
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry import LineString, Point, Polygon, box, mapping, shape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Lonlat = tuple[float, float]

DECIMALS = 5  # a metre: far below how well any of them is known
METRES_PER_DEGREE = 111_195.0
CORNERS = 8  # of a quarter circle
SIMPLIFY_M = 50.0
ELLIPSOID = Geod(ellps="WGS84")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A geometry in degrees and how it came about."""

    place_id: str
    geometry: BaseGeometry
    source: str
    checked: str


def features(pack: Path) -> list[Made]:
    """Return the geometries that a pack's `build.toml` asks for, by place id."""
    wanted = tomllib.loads((pack / "build.toml").read_text(encoding="utf-8"))["build"]["features"]
    spots = positions(pack)
    outlines = countries(pack)
    found = [border(key, table, outlines) for key, table in wanted.get("border", {}).items()]
    found += [way(key, ids, spots) for key, ids in wanted.get("way", {}).items()]
    found += [shore(key, table, spots) for key, table in wanted.get("shore", {}).items()]
    found += [circle(key, table, spots) for key, table in wanted.get("circle", {}).items()]
    return sorted(found, key=lambda made: made.place_id)


def positions(pack: Path) -> dict[str, Lonlat]:
    """Return lon/lat of a pack's places by id."""
    with (pack / "places.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: (float(row["lon"]), float(row["lat"])) for row in csv.DictReader(file)}


def countries(pack: Path) -> dict[str, BaseGeometry]:
    """Return the outlines of a pack by country."""
    found = json.loads((pack / "borders.geojson").read_text(encoding="utf-8"))["features"]
    outlines = (f for f in found if f["properties"].get("kind") == "outline")
    return {f["properties"]["country"]: shape(f["geometry"]) for f in outlines}


def border(place_id: str, table: Mapping[str, Any], outlines: Mapping[str, BaseGeometry]) -> Made:
    """Return the common border of two groups of countries in a box of degrees."""
    ours, theirs = (
        shapely.union_all([outlines[country].boundary for country in table[side]])
        for side in ("ours", "theirs")
    )
    line = shapely.line_merge(ours.intersection(theirs).intersection(box(*table["box"])))
    line = shapely.simplify(line, SIMPLIFY_M / METRES_PER_DEGREE)
    words = "the state border along it"
    return Made(place_id=place_id, geometry=line, source="osm", checked=words)


def way(place_id: str, ids: list[str], spots: Mapping[str, Lonlat]) -> Made:
    """Return a line straight between places of the pack."""
    line = LineString([spots[key] for key in ids])
    words = "unchecked; straight between places on its way"
    return Made(place_id=place_id, geometry=line, source="derived", checked=words)


def shore(place_id: str, table: Mapping[str, Any], spots: Mapping[str, Lonlat]) -> Made:
    """Return the ground within places on a shore, drawn in until it has an area in km2."""
    ring = np.array([spots[key] for key in table["places"]])
    square = np.array([math.cos(math.radians(ring[:, 1].mean())), 1.0]) * METRES_PER_DEGREE
    whole = Polygon(ring * square)
    low, high = 0.0, math.sqrt(whole.area)
    while high - low > 1.0:
        middle = (low + high) / 2
        is_large = whole.buffer(-middle).area > table["km2"] * 1e6
        low, high = (middle, high) if is_large else (low, middle)
    water = shapely.transform(whole.buffer(-low), lambda points: points / square)
    words = f"unchecked; within places on its shore, {table['km2']} km2 as published"
    return Made(place_id=place_id, geometry=water, source="derived", checked=words)


def circle(place_id: str, table: Mapping[str, Any], spots: Mapping[str, Lonlat]) -> Made:
    """Return a circle of an area in km2 around the middle of a lake."""
    centre = spots[place_id]
    square = np.array([math.cos(math.radians(centre[1])), 1.0]) * METRES_PER_DEGREE
    radius_m = math.sqrt(table["km2"] * 1e6 / math.pi)
    disc = Point(np.array(centre) * square).buffer(radius_m, quad_segs=CORNERS)
    water = shapely.transform(disc, lambda points: points / square)
    words = f"unchecked; a circle of {table['km2']} km2"
    return Made(place_id=place_id, geometry=water, source="derived", checked=words)


def written(pack: Path) -> str:
    """Return the text of `features.geojson`, a feature a line."""
    rows = [json.dumps(_feature(made), separators=(",", ":")) for made in features(pack)]
    head = (
        '{"type":"FeatureCollection","licence":"ODbL-1.0",'
        '"credit":"(c) OpenStreetMap contributors; GeoNames","features":['
    )
    lines = ",\n".join(rows)
    return f"{head}\n{lines}\n]}}\n"


def _feature(made: Made) -> dict[str, Any]:
    flat = shapely.transform(made.geometry, _rounded)
    if isinstance(flat, Polygon):
        flat = shapely.orient_polygons(flat)
    table = mapping(flat)
    properties = {"place_id": made.place_id, "source": made.source, "checked": made.checked}
    geometry = {"type": table["type"], "coordinates": table["coordinates"]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _rounded(points: NDArray[np.float64]) -> NDArray[np.float64]:
    return points.round(DECIMALS)


def main() -> None:
    """Write `features.geojson` into the pack that is named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pack", type=Path)
    pack = parser.parse_args().pack
    path = pack / "features.geojson"
    path.write_text(written(pack), encoding="utf-8")
    print(f"{path}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
