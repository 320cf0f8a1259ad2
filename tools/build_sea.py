"""Write the sea of the world, as packs of any region cut it from their outlines.

Time zones reach out to the territorial sea, and nothing happens "in a district" there. The
water is Natural Earth's 1:50 million land turned round, by way of the npm package
`world-atlas`, kept well off every coast, since that land is a few kilometres off.

    npm install --no-save world-atlas@2.0.2
    python tools/build_sea.py node_modules/world-atlas geoincidents/packmaking/sea.json
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, box

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

LAND = "land-50m.json"  # of the package world-atlas
FEWEST = 4  # vertices of a ring
OFF_COAST_DEG = 0.05  # about 5 km
THIN_DEG = 0.02
LEAST_DEG2 = 0.02  # a smaller piece of water is an inlet
SCALE = 100  # coordinates travel as whole hundredths of a degree, as steps


def land(package: Path) -> BaseGeometry:
    """Return the land of the world from the TopoJSON file of a package."""
    table = json.loads((package / LAND).read_text(encoding="utf-8"))
    scale, move = np.array(table["transform"]["scale"]), np.array(table["transform"]["translate"])
    arcs = [np.cumsum(arc, axis=0) * scale + move for arc in table["arcs"]]
    (areas,) = table["objects"]["land"]["geometries"]
    rings = [[_joined(ring, arcs) for ring in part] for part in areas["arcs"]]
    parts = [[ring for ring in part if len(ring) >= FEWEST] for part in rings]
    return shapely.make_valid(MultiPolygon([(part[0], part[1:]) for part in parts if part]))


def _joined(ring: list[int], arcs: list[Any]) -> Any:  # noqa: ANN401 - numpy arrays in and out
    # ~n is arc n turned round; each arc starts where the one before it ends.
    return np.concatenate([(arcs[n] if n >= 0 else arcs[~n][::-1])[:-1] for n in ring])


def sea(ground: BaseGeometry) -> list[BaseGeometry]:
    """Return the pieces of water that no coast is near to, in a fixed order."""
    near = ground.buffer(OFF_COAST_DEG, quad_segs=2)
    water = shapely.simplify(box(-180, -90, 180, 90).difference(near), THIN_DEG)
    parts = [p for p in shapely.get_parts(shapely.make_valid(water)) if p.area > LEAST_DEG2]
    return sorted(parts, key=lambda part: (-part.area, part.bounds))


def steps(ring: Any) -> list[int]:  # noqa: ANN401 - a shapely ring
    """Return a ring as whole steps: lon, lat, then differences."""
    whole = np.round(np.array(ring.coords) * SCALE).astype(int)
    moves = np.diff(whole, axis=0, prepend=np.zeros((1, 2), dtype=int))
    kept = [move for n, move in enumerate(moves.tolist()) if n == 0 or any(move)]
    return [number for move in kept for number in move]


def written(package: Path) -> str:
    """Return the text of the file, a piece a line."""
    pieces = [
        [steps(ring) for ring in (part.exterior, *part.interiors)] for part in sea(land(package))
    ]
    rows = ",\n".join(json.dumps(piece, separators=(",", ":")) for piece in pieces)
    source = "Natural Earth 50m land, public domain, by way of world-atlas 2.0.2 (ISC)"
    return f'{{"source":"{source}","scale":{SCALE},"pieces":[\n{rows}\n]}}\n'


def main() -> None:
    """Write the file that is named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("package", type=Path, help="the folder of world-atlas")
    parser.add_argument("file", type=Path)
    named = parser.parse_args()
    named.file.write_text(written(named.package), encoding="utf-8")
    print(f"{named.file}: {named.file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
