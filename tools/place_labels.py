"""Put the label points of areas into the middle of their areas.

    python tools/place_labels.py gazetteer/south-caucasus

Rows of `places.csv` whose `checked` says "middle of its area" get position and size from
`areas.geojson`: the centroid, or a point inside where that lies outside, and the radius
of a circle of the area. Run it after `build_areas.py`, which does not look at such rows.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import math
from pathlib import Path
from typing import TYPE_CHECKING

import shapely
from pyproj import Geod
from shapely.geometry import shape

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

MARK = "middle of its area"
ELLIPSOID = Geod(ellps="WGS84")
SIZE_STEP_M = 1_000  # no rounder than what is known of an area


def label(area: BaseGeometry) -> tuple[float, float, int]:
    """Return lon, lat and size in metres of an area in degrees."""
    spot = area.centroid
    if not area.contains(spot):
        spot = shapely.point_on_surface(area)
    m2 = abs(ELLIPSOID.geometry_area_perimeter(area)[0])
    size_m = round(math.sqrt(m2 / math.pi) / SIZE_STEP_M) * SIZE_STEP_M
    return float(spot.x), float(spot.y), max(size_m, SIZE_STEP_M)


def written(pack: Path) -> str:
    """Return the text of `places.csv` with the labels in their place."""
    found = json.loads((pack / "areas.geojson").read_text(encoding="utf-8"))["features"]
    areas = {f["properties"]["place_id"]: shape(f["geometry"]) for f in found}
    with (pack / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["checked"] == MARK:
            lon, lat, size_m = label(areas[row["id"]])
            row |= {"lon": f"{lon:.4f}", "lat": f"{lat:.4f}", "size_m": f"{size_m}"}
    text = io.StringIO()
    table = csv.DictWriter(text, rows[0].keys(), lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()


def main() -> None:
    """Write `places.csv` of the pack that is named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pack", type=Path)
    pack = parser.parse_args().pack
    (pack / "places.csv").write_text(written(pack), encoding="utf-8")


if __name__ == "__main__":
    main()
