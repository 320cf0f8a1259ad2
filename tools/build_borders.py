"""Write the borders and outlines of a pack from the zones of the package `tzfpy`.

The zones are OpenStreetMap areas (ODbL 1.0) that share their vertices, so the border of
two states is where the boundaries of their zones coincide. Nothing is simplified.

Zones reach out to sea. The sea is cut from the outlines: `sea.geojson`, made once from
Natural Earth by way of the npm package `world-atlas`. Its coast is a kilometre off in
places, so water within that of it stays, and no ground is lost.

    python tools/build_borders.py gazetteer/south-caucasus
    npm install --no-save world-atlas@2.0.2
    python tools/build_borders.py gazetteer/south-caucasus --land node_modules/world-atlas
"""

from __future__ import annotations

import argparse
import json
import math
import tomllib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
import tzfpy
from shapely.geometry import MultiPolygon, Polygon, box, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from shapely.geometry.base import BaseGeometry

Vertex = tuple[float, float]
Ring = list[Vertex]

COAST_M = 1_000.0  # how far the coast of Natural Earth may be from the true one
LAND = "land-10m.json"  # of the package world-atlas
FEWEST = 3  # corners of a ring: the smallest islands have shrunk to less
METRES_PER_DEGREE = 111_195.0
DECIMALS = 6  # 0.1 m; the zones are single-precision numbers, good to about 0.4 m


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What `pack.toml` asks for under `[build]`."""

    zones: Mapping[str, str]  # ISO 3166 alpha-2 -> time zone
    whole: tuple[str, ...]  # countries whose outline is kept whole
    region: tuple[float, float, float, float]  # west, south, east, north
    a: str
    b: str
    accuracy_m: float
    sections: Mapping[str, Mapping[str, Any]]  # Any: the tables of the file
    sea: BaseGeometry  # what no outline holds


def plan(pack: Path) -> Plan:
    """Return the plan in a pack's `pack.toml`."""
    table = tomllib.loads((pack / "pack.toml").read_text(encoding="utf-8"))
    build = table["build"]
    return Plan(
        zones=build["zones"],
        whole=tuple(build["whole"]),
        region=tuple(build["region"]),
        a=build["a"],
        b=build["b"],
        accuracy_m=table["border"]["accuracy_m"],
        sections=build["section"],
        sea=_sea_of(pack),
    )


def zone(name: str) -> BaseGeometry:
    """Return a time zone's area, its vertices as they will be written."""
    collection = json.loads(tzfpy.get_tz_polygon_geojson(name))
    (feature,) = collection["features"]
    area = shape(feature["geometry"])
    # Not `set_precision`: it would move shared vertices of two zones apart.
    return shapely.transform(area, lambda vertices: vertices.round(DECIMALS))


def border(left: BaseGeometry, right: BaseGeometry) -> list[Ring]:
    """Return the pieces of the common border, the first area on the left of each."""
    shared = shapely.line_merge(left.boundary.intersection(right.boundary))
    pieces = [list(line.coords) for line in shapely.get_parts(shared)]
    return sorted(_from_first(_with_left(piece, left)) for piece in pieces)


def _with_left(piece: Ring, area: BaseGeometry) -> Ring:
    start, end = max(pairwise(piece), key=lambda ends: _gap(*ends))
    # A point a few metres left of the middle of the longest side tells the side.
    lon, lat = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    step = 1e-4 / _gap(start, end)
    point = (lon - (end[1] - start[1]) * step, lat + (end[0] - start[0]) * step)
    return piece if shapely.contains_xy(area, *point) else piece[::-1]


def _gap(one: Vertex, other: Vertex) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _from_first(ring: Ring) -> Ring:
    """Return a ring from its smallest vertex on; lines stay as they are."""
    if ring[0] != ring[-1]:
        return ring
    at = ring.index(min(ring))
    return [*ring[at:-1], *ring[: at + 1]]


def outline(area: BaseGeometry, region: tuple[float, float, float, float] | None) -> list[Any]:
    """Return an area as MultiPolygon coordinates in a fixed order, cut to a region."""
    if region is not None:
        area = shapely.make_valid(area).intersection(box(*region))
    parts = [part for part in shapely.get_parts(area) if isinstance(part, Polygon)]
    oriented = [shapely.orient_polygons(part) for part in MultiPolygon(parts).geoms]
    return sorted(_rings(part) for part in oriented)


def _rings(part: Polygon) -> list[Ring]:
    holes = sorted(_from_first(_rounded(hole.coords)) for hole in part.interiors)
    return [_from_first(_rounded(part.exterior.coords)), *holes]


def _rounded(vertices: Iterable[tuple[float, ...]]) -> Ring:
    return [(round(lon, DECIMALS), round(lat, DECIMALS)) for lon, lat in vertices]


def land(package: Path) -> BaseGeometry:
    """Return the land of the world from a TopoJSON file of the package world-atlas."""
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


def sea(package: Path, wanted: Plan) -> str:
    """Return the text of `sea.geojson`: the water of the region that no coast is near to."""
    water = box(*wanted.region).difference(land(package))
    # Pushed back from the coast, on a plane that is true in the middle of the region.
    middle = math.radians((wanted.region[1] + wanted.region[3]) / 2)
    square = np.array([math.cos(middle), 1.0]) * METRES_PER_DEGREE
    off = shapely.transform(water, lambda points: points * square).buffer(-COAST_M)
    off = shapely.simplify(off, COAST_M / 10)
    polygons = outline(shapely.transform(off, lambda points: points / square), wanted.region)
    row = json.dumps(_feature({"kind": "sea"}, "MultiPolygon", polygons), separators=(",", ":"))
    source = "Natural Earth 10m land, public domain, by way of world-atlas 2.0.2 (ISC)"
    return f'{{"type":"FeatureCollection","source":"{source}","features":[\n{row}\n]}}\n'


def _sea_of(pack: Path) -> BaseGeometry:
    path = pack / "sea.geojson"
    if not path.is_file():
        return Polygon()
    (feature,) = json.loads(path.read_text(encoding="utf-8"))["features"]
    return shape(feature["geometry"])


def features(wanted: Plan) -> list[dict[str, Any]]:
    """Return the features of `borders.geojson`, lines first."""
    zones = {country: zone(name) for country, name in sorted(wanted.zones.items())}
    areas = {country: _ashore(area, wanted.sea) for country, area in zones.items()}
    first, second = wanted.whole
    pieces = border(zones[first], zones[second])
    lines = [_line(_section_of(piece, wanted), piece, wanted) for piece in pieces]
    lines.sort(key=lambda line: str(line["properties"]["id"]))
    outlines = [
        _outline(country, outline(area, None if country in wanted.whole else wanted.region))
        for country, area in areas.items()
    ]
    return [*lines, *outlines]


def _ashore(area: BaseGeometry, water: BaseGeometry) -> BaseGeometry:
    """Return a zone without the sea; one that does not reach it stays as it is."""
    whole = shapely.make_valid(area)
    return whole.difference(water) if whole.intersects(water) else area


def _section_of(piece: Ring, wanted: Plan) -> str:
    near = {
        key: min(_gap(vertex, tuple(table["near"])) for vertex in piece)
        for key, table in wanted.sections.items()
    }
    return min(near, key=lambda key: (near[key], key))


def _line(key: str, piece: Ring, wanted: Plan) -> dict[str, Any]:
    table = wanted.sections[key]
    properties = {
        "id": key,
        "a": wanted.a,
        "b": wanted.b,
        "section": table.get("section", ""),
        "exclave": table.get("exclave", ""),
        "accuracy_m": wanted.accuracy_m,
    }
    return _feature(properties, "LineString", _rounded(piece))


def _outline(country: str, polygons: list[Any]) -> dict[str, Any]:
    return _feature({"kind": "outline", "country": country}, "MultiPolygon", polygons)


def _feature(properties: dict[str, Any], kind: str, coordinates: list[Any]) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def written(wanted: Plan) -> str:
    """Return the text of `borders.geojson`, a feature a line."""
    rows = ",\n".join(json.dumps(f, separators=(",", ":")) for f in features(wanted))
    head = f'{{"type":"FeatureCollection","licence":"ODbL-1.0",{_credit()},"features":[\n'
    return f"{head}{rows}\n]}}\n"


def _credit() -> str:
    source = f"OpenStreetMap {tzfpy.data_version()}, by way of tzfpy"
    return f'"credit":"(c) OpenStreetMap contributors","source":"{source}"'


def main() -> None:
    """Write `borders.geojson` into the pack that is named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pack", type=Path)
    parser.add_argument("--land", type=Path, help="folder of world-atlas: make the sea anew")
    asked = parser.parse_args()
    pack = asked.pack
    if asked.land:
        (pack / "sea.geojson").write_text(sea(asked.land, plan(pack)), encoding="utf-8")
    path = pack / "borders.geojson"
    path.write_text(written(plan(pack)), encoding="utf-8")
    print(f"{path}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
