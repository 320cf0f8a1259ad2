"""How large: a disc or band of the reported area; its true shape is not reported."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geoincidents.geometry import frontiers, planar
from geoincidents.geometry.geodesy import Plane
from geoincidents.model import ANSWERING, MeasureKind, Shape, ShapeKind, WherePrecision
from geoincidents.shapes import borders, depth, memory
from geoincidents.shapes.sides import Drawn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geoincidents.geometry.planar import Flat
    from geoincidents.model import Account, Geometry, Measure, Passage
    from geoincidents.shapes.sides import Scene

WIDEST_M = 150_000.0  # an area that reaches farther is no area at a place
MOST_SHAPES = 12  # of one account, the largest; more are not told apart on a map
_LEEWAY = 0.001  # an area in one piece may be off by so much; the map promises 0.5 %
_FIRST = 2.0  # and how far at first, before looking farther
_TIMES = 8  # how far a cut disc may be widened, as a multiple of the uncut radius


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """An area as told, by however many reports."""

    low_m2: float
    high_m2: float
    passages: tuple[Passage, ...]
    depth_m: float | None  # of the same claim, counted from the border


def draw(account: Account, scene: Scene) -> Drawn:
    """Return one shape a reported area, the largest first, or why there is none.

    Areas are never added: "10 in addition to 40" stays two shapes.
    """
    told = [m for m in account.measures if m.kind is MeasureKind.AREA]
    undrawn = tuple(f"“{m.passage.text}” has no value" for m in told if m.high is None)
    figures = _figures(told, account, scene)
    if len(figures) > MOST_SHAPES:
        undrawn += (f"{len(figures) - MOST_SHAPES} smaller areas: beside the map, not on it",)
        figures = figures[:MOST_SHAPES]
    reason = _obstacle(account) if figures else ""
    if reason or account.position is None:
        return Drawn(undrawn=(*undrawn, reason) if reason else undrawn)
    plane = Plane(centre=account.position)
    shapes = [(figure, _shape(figure, account, scene, plane)) for figure in figures]
    misfits = (_misfit(figure) for figure, shape in shapes if shape is None)
    return Drawn(
        shapes=tuple(shape for _, shape in shapes if shape is not None),
        undrawn=(*undrawn, *misfits),
    )


def _figures(told: Iterable[Measure], account: Account, scene: Scene) -> list[_Figure]:
    """Return the areas of an account, a figure once, the largest first."""
    depths = _depths_beside(account, scene)
    passages: dict[tuple[float, float], list[Passage]] = {}
    for m in told:
        if m.high:  # an area of nothing has no shape
            key = (m.high if m.low is None else m.low, m.high)
            passages.setdefault(key, []).append(m.passage)
    return [
        _Figure(
            low_m2=low,
            high_m2=high,
            passages=tuple(words),
            depth_m=max((depths[p] for p in words if p in depths), default=None),
        )
        for (low, high), words in sorted(passages.items(), key=lambda f: (-f[0][1], -f[0][0]))
    ]


def _depths_beside(account: Account, scene: Scene) -> dict[Passage, float]:
    """Return by the words of each area the greatest depth that the same claim gives."""
    least_m = depth.LEAST_ACCURACIES * scene.accuracy_m
    found: dict[Passage, float] = {}
    own = frozenset(account.claims)
    for claim in scene.incident.claims:
        told = [m.high for m in claim.measures if depth.usable(m, account) and m.high is not None]
        drawable = [m for m in told if least_m <= m <= depth.DEEPEST_M]
        if claim.id in own and drawable:
            for m in claim.measures:
                found[m.passage] = max(drawable)
    return found


def _obstacle(account: Account) -> str:
    """Return why areas of an account are not on the map, empty where they are."""
    if account.stance in ANSWERING:
        return "the area is the one that it answers, no version of its own"
    if account.where_prec > WherePrecision.DISTRICT:
        return "the area has no place of its own: shown to scale beside the map, not on it"
    return ""


def _misfit(figure: _Figure) -> str:
    return f"{_words(figure)} does not fit on one side of the border near the place named"


def _words(figure: _Figure) -> str:
    low, high = f"{figure.low_m2 / 1e6:,.6g}", f"{figure.high_m2 / 1e6:,.6g}"
    return f"{high} km²" if low == high else f"{low} to {high} km²"


def _shape(figure: _Figure, account: Account, scene: Scene, plane: Plane) -> Shape | None:
    """Return the disc or band of a figure, None where its side of the border is too small."""
    spot = (account.place_id, plane.centre)
    key = ("area", scene.side, scene.line_ids, spot, figure.high_m2, figure.depth_m)
    geometry, is_band = memory.once(
        scene.gazetteer, key, lambda: _geometry(figure, account, scene, plane)
    )
    if geometry is None:
        return None
    how = (
        f"a band of the depth told with it ({figure.depth_m:,.0f} m)"
        if is_band
        else "a disc at the place"
    )
    places = [w.passage for w in account.where if w.place_id and w.place_id == account.place_id]
    told = {p.report_id for p in places}
    joined = bool(places) and any(p.report_id not in told for p in figure.passages)
    return Shape(
        kind=ShapeKind.AREA_BAND if is_band else ShapeKind.AREA_DISC,
        geometry=geometry,
        reason=f"{_words(figure)}, drawn as {how}; shape not reported",
        passages=(*figure.passages, *(places if joined else ())),
        low=figure.low_m2,
        high=figure.high_m2,
        uncertainty_m=max((s.uncertainty_m for s in account.shapes), default=0.0),
        border_version=scene.version,
        border_accuracy_m=scene.accuracy_m if scene.lines else None,
        joined=joined,
    )


def _geometry(
    figure: _Figure, account: Account, scene: Scene, plane: Plane
) -> tuple[Geometry | None, bool]:
    """Return an area, and whether it is a band; None where its side is too small for it."""
    band = _band(figure.high_m2, figure.depth_m, scene, plane) if figure.depth_m else None
    flat = _disc(figure.high_m2, account, scene, plane) if band is None else band
    if flat is None:
        return None, False
    return planar.write(planar.moved(flat, plane.to_degrees)), band is not None


def _disc(area_m2: float, account: Account, scene: Scene, plane: Plane) -> Flat | None:
    """Return a disc of an area, cut at the border and widened to the figure."""
    radius_m = math.sqrt(area_m2 / math.pi)
    if radius_m > WIDEST_M:
        return None
    centre = plane.point(plane.centre)
    whole = planar.disc(centre, radius_m)
    country = _country(scene, plane, _FIRST * radius_m)
    place = scene.gazetteer.places.get(account.place_id or "")
    straddles = place is not None and bool(place.straddles)
    if country is None or not (straddles or planar.holds(country, centre)):
        return whole
    if planar.common(whole, country).area > whole.area * (1 - 1e-9):
        return whole
    # Most discs fit into ground that is small, and quickly cut.
    cut = _cut(country, centre, area_m2, _FIRST * radius_m, is_one=True)
    if cut is not None:
        return cut
    most_m = min(_TIMES * radius_m, 2 * WIDEST_M)
    country = _country(scene, plane, most_m)
    return None if country is None else _cut(country, centre, area_m2, most_m)


def _cut(
    ground: Flat,
    centre: tuple[float, float],
    area_m2: float,
    most_m: float,
    *,
    is_one: bool = False,
) -> Flat | None:
    """Return what a disc that is widened to an area shares with some ground.

    In one piece where that has the area; a bend of the border may leave only two, which
    `is_one` refuses.
    """

    def shared(radius_m: float) -> Flat:
        return planar.common(planar.disc(centre, radius_m), ground)

    def whole(radius_m: float) -> Flat:
        return planar.piece_at(shared(radius_m), centre)

    one = planar.grown(whole, area_m2, most_m)
    if one is not None and abs(one.area / area_m2 - 1) < _LEEWAY:
        return one
    return None if is_one else planar.grown(shared, area_m2, most_m)


def _band(area_m2: float, deep_m: float, scene: Scene, plane: Plane) -> Flat | None:
    """Return what lies between the border and a depth around a place, to an area."""
    longest_m = min(area_m2 / deep_m + deep_m, WIDEST_M)
    first_m = min(_FIRST * math.sqrt(area_m2) + deep_m, longest_m)
    is_first = first_m < longest_m
    band = _band_within(area_m2, deep_m, scene, plane, most_m=first_m, is_one=is_first)
    if band is None and is_first:
        band = _band_within(area_m2, deep_m, scene, plane, most_m=longest_m)
    return band


def _band_within(  # noqa: PLR0913 - the figure, where, and how far
    area_m2: float,
    deep_m: float,
    scene: Scene,
    plane: Plane,
    *,
    most_m: float,
    is_one: bool = False,
) -> Flat | None:
    tolerance_m = depth.ROUGH * deep_m
    lines = borders.lines(scene, plane, most_m + deep_m, tolerance_m=tolerance_m)
    country = _country(scene, plane, most_m + deep_m) if lines is not None else None
    if lines is None or country is None:
        return None
    strip = planar.common(frontiers.band(lines, deep_m, frontiers.QUICK), country)
    return _cut(strip, plane.point(plane.centre), area_m2, most_m, is_one=is_one)


def _country(scene: Scene, plane: Plane, radius_m: float) -> Flat | None:
    """Return the country of the scene's side around a place, None where no border counts."""
    if scene.side is None or not scene.lines:
        return None
    return borders.mainland(scene.country, scene.gazetteer, plane, radius_m)
