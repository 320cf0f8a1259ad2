"""The map without tiles: land, other borders and the pack's border, made small.

Neighbouring outlines share vertices, so they are cut into arcs where three meet and
each arc is thinned once: no gap opens between two countries.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from geoincidents.geography import AREAS, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geoincidents.geography import Gazetteer
    from geoincidents.model import Geometry

SCALE = 100_000  # coordinates travel as whole 1e-5 degrees, each as the step from the last
FIRST_TOLERANCE = 0.002  # degrees: about 200 m, a pixel at zoom 9
_GRID = 20  # steps of 1e-5 degree, a tenth of that: between such points a browser draws the ground
MOST_VERTICES = 3_000  # of all outlines together; the tolerance grows until they fit
MOST_AREA_VERTICES = 1_200  # of the lines between districts
_COARSER = 1.4
_NEAR_DEG = 0.6  # lines between districts are drawn so far around incidents
_WIDEST_STEP = 0.03  # degrees: vertices of a river lie no farther apart on the mean
_WIDEST = 1.0  # degrees: with less, no country has a shape
BORDER_TOLERANCE = 0.0002  # about 20 m, far below the accuracy of a border we hold

Point: TypeAlias = tuple[float, float]
Line: TypeAlias = tuple[Point, ...]
Weighed: TypeAlias = tuple[tuple[Point, float], ...]
Arc: TypeAlias = tuple[Line, bool]  # an arc, and whether it is walked backwards
_LEVELS = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """Countries of a pack as rings of shared arcs."""

    arcs: tuple[Line, ...]
    rings: dict[str, tuple[tuple[int, ...], ...]]  # by country; ~n is arc n backwards
    shared: tuple[int, ...]  # arcs between two countries, pairs with an own border left out


def draw(
    gazetteer: Gazetteer, countries: Iterable[str], spots: Iterable[Point] = ()
) -> dict[str, object]:
    """Return the base layer as plain lists, small enough for a page.

    Parameters
    ----------
    countries
        ISO codes of those drawn in the tone of the parties.
    spots
        Where incidents are, lon and lat: only lines between districts near them are drawn;
        without any, all.

    Returns
    -------
    `arcs` and `borders[].line` as steps of 1e-5 degree, longitude first; `land` with
    rings of arc numbers (`-n-1` is arc n backwards); `edges` the arcs drawn as borders;
    `areas` the lines between districts or provinces, each once; `waters` rings of lakes
    and seas and `rivers` the lines of rivers that the pack holds.
    """
    land = _land(gazetteer)
    near = set(countries)
    return {
        "arcs": [steps(arc) for arc in land.arcs],
        "land": [
            {"country": country, "near": country in near, "rings": [list(r) for r in walks]}
            for country, walks in sorted(land.rings.items())
        ],
        "edges": list(land.shared),
        "borders": [
            {
                "id": b.id,
                "line": steps(thinned(next(lines(b.geometry)), BORDER_TOLERANCE)),
                "accuracy": round(b.accuracy_m),
            }
            for b in sorted(gazetteer.borders, key=lambda b: b.id)
        ],
        "areas": [steps(line) for line in _inner(gazetteer, [*spots])],
        "rivers": [steps(line) for line in _rivers(gazetteer)],
        "waters": [[steps(ring) for ring in rings] for rings in _waters(gazetteer)],
    }


def bounds(gazetteer: Gazetteer) -> list[float] | None:
    """Return the least west, south and most east, north of what packs hold, None of nothing."""
    outlines = [outline.geometry for outline in gazetteer.outlines.values()]
    corners = [point for outline in outlines for ring in lines(outline) for point in ring]
    if not corners:
        return None
    lons, lats = zip(*corners, strict=True)
    return [round(v, 5) for v in (min(lons), min(lats), max(lons), max(lats))]


def steps(line: Sequence[Point]) -> list[int]:
    """Return a line as whole steps of 1e-5 degree: lon, lat, then differences."""
    out: list[int] = []
    last_lon = last_lat = 0
    for lon, lat in line:
        east, north = round(lon * SCALE), round(lat * SCALE)
        out += [east - last_lon, north - last_lat]
        last_lon, last_lat = east, north
    return out


def paths(ground: Mapping[str, Any]) -> dict[str, Any]:
    """Return a base layer as paths on the Mercator map, which a browser draws as they are.

    Parameters
    ----------
    ground
        The base layer, as `draw` gives it.

    Returns
    -------
    `land`, `edges`, `borders`, `areas`, `rivers` and `waters` as there, each line as
    `M` with a point and `l` with steps: 1e-5 degree of longitude, east and then south of
    where the equator meets the meridian of Greenwich. Rings end with `Z`.
    """
    arcs = [*map(_coarse, ground["arcs"])]
    land = (
        {**row, "rings": "".join(_path(_ring(arcs, r)) + "Z" for r in row["rings"])}
        for row in ground["land"]
    )
    return {
        "land": [*land],
        "edges": "".join(_path(arcs[n]) for n in ground["edges"]),
        "borders": [{**b, "line": _path(_flat(b["line"]))} for b in ground["borders"]],
        "areas": "".join(_path(_coarse(line)) for line in ground["areas"]),
        "rivers": "".join(_path(_coarse(line)) for line in ground["rivers"]),
        "waters": [
            "".join(_path(_coarse(ring)) + "Z" for ring in rings) for rings in ground["waters"]
        ],
    }


def _path(line: Sequence[int]) -> str:
    """Return steps as what the attribute `d` of a path holds."""
    return f"M{line[0]} {line[1]}l{' '.join(map(str, line[2:]))}"


def _ring(arcs: Sequence[list[int]], numbers: Iterable[int]) -> list[int]:
    """Return arcs as the steps of one ring: each begins where the last one ended."""
    ring: list[int] = []
    for n in numbers:
        arc = _reversed(arcs[~n]) if n < 0 else arcs[n]
        ring += arc[2:] if ring else arc
    return ring


def _reversed(line: Sequence[int]) -> list[int]:
    """Return steps from the other end."""
    back = [sum(line[::2]), sum(line[1::2])]
    for n in range(len(line) - 2, 0, -2):
        back += [-line[n], -line[n + 1]]
    return back


def _flat(line: Sequence[int], grid: int = 1) -> list[int]:
    """Return steps north as steps south on the Mercator map, between points of a grid."""
    out = [*line]
    lon = lat = east = down = 0
    for n in range(0, len(line), 2):
        lon, lat = lon + line[n], lat + line[n + 1]
        x, y = round(lon / grid) * grid, round(south(lat / SCALE) / grid) * grid
        out[n : n + 2] = x - east, y - down
        east, down = x, y
    return out


def _coarse(line: Sequence[int]) -> list[int]:
    """Return steps of a line that is thinned so far that its last digit tells nothing."""
    return _flat(line, _GRID)


def south(lat: float) -> int:
    """Return how far south of the equator a latitude lies on the Mercator map, in steps."""
    return round(math.degrees(-math.asinh(math.tan(math.radians(lat)))) * SCALE)


def thinned(line: Line, tolerance: float) -> Line:
    """Return a line with fewer vertices, none left out that is off by the tolerance.

    Douglas and Peucker (1973), in degrees; ends stay. A closed line is cut in two at
    the vertex farthest from its start.
    """
    return tuple(point for point, _ in _weighed(line, tolerance))


def _weighed(line: Line, tolerance: float) -> Weighed:
    """Return the vertices that a line thinned so far keeps, and up to which tolerance."""
    kept = {0: math.inf, len(line) - 1: math.inf}
    pending = [(0, len(line) - 1, math.inf)]
    while pending:
        first, last, weight = pending.pop()
        if last - first < 2:  # noqa: PLR2004 - two neighbours have none between
            continue
        far, distance = _farthest(line, first, last)
        if distance > tolerance:
            # A vertex goes when it, or one by which the line was cut before, goes.
            kept[far] = weight = min(weight, distance)
            pending += [(first, far, weight), (far, last, weight)]
    return tuple((line[n], kept[n]) for n in sorted(kept))


def _fewer(lines_: Iterable[Line], most: int) -> list[Line]:
    """Return lines thinned to a number of vertices in all, with a growing tolerance."""
    tolerance = FIRST_TOLERANCE
    weighed = [_weighed(line, tolerance) for line in lines_]
    while True:
        thin = [tuple(p for p, weight in line if weight > tolerance) for line in weighed]
        if sum(map(len, thin)) <= most or tolerance > _WIDEST:  # ends alone may be too many
            return thin
        tolerance *= _COARSER


def _land(gazetteer: Gazetteer) -> Land:
    outlines = {
        country: tuple(_rings(outline.geometry))
        for country, outline in sorted(gazetteer.outlines.items())
    }
    corners = _corners(outlines)
    cut = {country: [_cut(r, corners) for r in own] for country, own in outlines.items()}
    return _assembled(cut, _own_pairs(gazetteer))


def _inner(gazetteer: Gazetteer, spots: Sequence[Point]) -> list[Line]:
    """Return the lines between neighbouring areas of a pack, coasts and borders left out."""
    inland = {
        place_id: tuple(_rings(geometry))
        for place_id, geometry in sorted(gazetteer.areas.items())
        if gazetteer.places[place_id].kind in AREAS
    }
    corners = _corners(inland)
    uses = Counter(
        _canonical(arc)[0] for own in inland.values() for ring in own for arc in _cut(ring, corners)
    )
    box = _box(spots)
    shared = (arc for arc, count in uses.items() if count > 1 and _meets(arc, box))
    return _fewer(shared, MOST_AREA_VERTICES)


def _box(spots: Sequence[Point]) -> tuple[float, float, float, float]:
    """Return west, south, east and north of what is near incidents; of all without any."""
    if not spots:
        return (-math.inf, -math.inf, math.inf, math.inf)
    (west, east), (south, north) = ((min(v), max(v)) for v in zip(*spots, strict=True))
    return west - _NEAR_DEG, south - _NEAR_DEG, east + _NEAR_DEG, north + _NEAR_DEG


def _meets(line: Line, box: tuple[float, float, float, float]) -> bool:
    """Return whether a vertex of a line lies in a box."""
    west, south, east, north = box
    return any(west < lon < east and south < lat < north for lon, lat in line)


def _waters(gazetteer: Gazetteer) -> Iterator[list[Line]]:
    for place_id, geometry in sorted({**gazetteer.areas, **gazetteer.features}.items()):
        is_area = geometry.type in {"Polygon", "MultiPolygon"}
        if is_area and gazetteer.places[place_id].kind is PlaceKind.LAKE:
            yield [thinned((*ring, ring[0]), FIRST_TOLERANCE) for ring in _rings(geometry)]


def _rivers(gazetteer: Gazetteer) -> Iterator[Line]:
    for place_id, geometry in sorted(gazetteer.features.items()):
        if gazetteer.places[place_id].kind is PlaceKind.RIVER:
            fine = (line for line in lines(geometry) if _is_fine(line))
            yield from (thinned(line, FIRST_TOLERANCE * _COARSER) for line in fine)


def _is_fine(line: Line) -> bool:
    """Return whether a line follows what it stands for: few long steps would cross land."""
    length = sum(math.dist(a, b) for a, b in pairwise(line))
    return length <= _WIDEST_STEP * (len(line) - 1)


def _own_pairs(gazetteer: Gazetteer) -> set[frozenset[str]]:
    """Return the pairs of countries whose border the pack holds as lines of its own."""
    return {
        frozenset(p.country for p in (gazetteer.parties.get(b.a), gazetteer.parties.get(b.b)) if p)
        for b in gazetteer.borders
    }


def lines(geometry: Geometry) -> Iterator[Line]:
    """Yield each line or ring of a geometry as lon/lat pairs; points yield none."""
    groups: list[Any] = [geometry.coordinates]  # Any: as deep as the type says
    for _ in range(_LEVELS.get(geometry.type, 0)):
        groups = [inner for group in groups for inner in group]
    if geometry.type in _LEVELS:
        yield from (tuple((p[0], p[1]) for p in line) for line in groups)


def _rings(geometry: Geometry) -> Iterator[Line]:
    """Yield each ring of an area, without its repeated end."""
    for line in lines(geometry):
        yield line[:-1] if line[0] == line[-1] else line


def _corners(outlines: dict[str, tuple[Line, ...]]) -> frozenset[Point]:
    """Return the vertices where more than two arcs meet, or that end a shared stretch."""
    around: dict[Point, set[Point]] = defaultdict(set)
    for own in outlines.values():
        for ring in own:
            for n, point in enumerate(ring):
                around[point] |= {ring[n - 1], ring[(n + 1) % len(ring)]}
    return frozenset(point for point, others in around.items() if len(others) > 2)  # noqa: PLR2004 - a line passes with two


def _cut(ring: Line, corners: frozenset[Point]) -> list[Line]:
    """Return a ring as arcs from corner to corner; one closed arc where it has none."""
    at = [n for n, point in enumerate(ring) if point in corners]
    # Without corners, neighbours must still start at the same vertex to share the arc.
    start = at[0] if at else ring.index(min(ring))
    turned = (*ring[start:], *ring[:start], ring[start])
    ends = [n for n, point in enumerate(turned) if point in corners or n in {0, len(ring)}]
    return [turned[a : b + 1] for a, b in pairwise(ends)]


def _assembled(cut: dict[str, list[list[Line]]], own: set[frozenset[str]]) -> Land:
    numbers: dict[Line, int] = {}
    users: dict[int, set[str]] = defaultdict(set)
    walks: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    for country, cut_rings in cut.items():
        for arcs in cut_rings:
            walked = []
            for arc, backwards in map(_canonical, arcs):
                number = numbers.setdefault(arc, len(numbers))
                users[number].add(country)
                walked.append(~number if backwards else number)
            walks[country].append(tuple(walked))
    shared = tuple(n for n, by in sorted(users.items()) if len(by) > 1 and frozenset(by) not in own)
    return Land(
        arcs=tuple(_fewer(numbers, MOST_VERTICES)),
        rings={country: tuple(r) for country, r in walks.items()},
        shared=shared,
    )


def _canonical(arc: Line) -> Arc:
    backwards = arc[::-1]
    return (backwards, True) if backwards < arc else (arc, False)


def _farthest(line: Line, first: int, last: int) -> tuple[int, float]:
    """Return the vertex between two that is farthest from their chord, and how far."""
    (ax, ay), (bx, by) = line[first], line[last]
    dx, dy = bx - ax, by - ay
    length = (dx * dx + dy * dy) ** 0.5
    between = line[first + 1 : last]
    if length:
        start = ax * dy - ay * dx
        offs = [abs(x * dy - y * dx - start) / length for x, y in between]
    else:
        offs = [((x - ax) ** 2 + (y - ay) ** 2) ** 0.5 for x, y in between]
    most = max(offs)
    return first + 1 + offs.index(most), most
