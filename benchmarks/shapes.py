"""How long shapes take against a border of 20,000 vertices, and a plain loop beside it.

    python benchmarks/shapes.py [INCIDENTS] [VERTICES]

The plain loop draws of each incident only the buffer of the border at the depth, cut by
the country, the way a first script does it: one row at a time in geopandas, in UTM.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

import geopandas
import land
import shapely

from geoincidents import shapes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.geography import Gazetteer
    from geoincidents.model import Incident

PLACES = 600  # about as many as the pack has beside its border
NAIVE = 20  # incidents that the plain loop draws; more would take minutes
UTM = "EPSG:32638"
DEFAULT = ("10000", "20000")  # incidents, vertices


def main(words: Sequence[str]) -> None:
    """Print what each way costs an incident."""
    gc.set_threshold(500_000)  # as the command does
    count, vertices = (int(w) for w in (*words, *DEFAULT[len(words) :]))
    world = land.gazetteer(vertices, places=PLACES)
    told = land.incidents(world, count)
    shapes.draw(told[0], world)  # imports are no part of it
    start = time.process_time()
    drawn = [shapes.draw(incident, world) for incident in told]
    spent = time.process_time() - start
    kinds = Counter(s.kind.value for i in drawn for a in i.accounts for s in a.shapes)
    print(f"shapes.draw: {count} incidents in {spent:.1f} s CPU, {spent / count * 1e3:.2f} ms each")
    print("  " + ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items())))
    spent = naive(world, told[:NAIVE])
    print(f"a loop over rows in geopandas: {spent / NAIVE * 1e3:.1f} ms each")


def naive(world: Gazetteer, told: Sequence[Incident]) -> float:
    """Return the CPU seconds that a loop over rows takes."""
    line = shapely.LineString(world.borders[0].geometry.coordinates)
    areas = {k: shapely.Polygon(o.geometry.coordinates[0]) for k, o in world.outlines.items()}
    border = geopandas.GeoSeries([line], crs="EPSG:4326")
    start = time.process_time()
    for incident in told:
        (account,) = incident.accounts
        place = world.places[account.where[0].place_id or ""]
        area = geopandas.GeoSeries([areas[place.country]], crs="EPSG:4326").to_crs(UTM)
        spot = geopandas.GeoSeries([shapely.Point(place.position)], crs="EPSG:4326").to_crs(UTM)
        near = border.to_crs(UTM).intersection(spot.buffer(20_000).iloc[0])
        near.buffer(account.measures[0].high).intersection(area.iloc[0]).to_crs("EPSG:4326")
    return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])
