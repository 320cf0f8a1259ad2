"""How deep: a bracket to scale from the border and a line at that depth."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geoincidents.geometry import frontiers, planar
from geoincidents.geometry.geodesy import Plane
from geoincidents.model import (
    ANSWERING,
    MeasuredFrom,
    MeasureKind,
    Shape,
    ShapeKind,
    WherePrecision,
    WhereRole,
)
from geoincidents.shapes import borders, districts, memory
from geoincidents.shapes.sides import Drawn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geoincidents.geometry.frontiers import Frontier, Wanted
    from geoincidents.geometry.planar import Flat, Mask, Points
    from geoincidents.model import Account, Geometry, Measure, Passage
    from geoincidents.shapes.locus import Site
    from geoincidents.shapes.sides import Scene

LEAST_ACCURACIES = 3  # a depth under so many times the border's accuracy is not told from none
ROUGH = 0.002  # share of the depth by which the border may be simplified
DEEPEST_M = 200_000.0  # the plane is true to 0.05 % over that; nothing deeper is a depth
_NOT_FROM_BORDER = {
    MeasuredFrom.EARLIER: "adds to an earlier depth and is not counted from the border",
    MeasuredFrom.PLACE: "is counted from a place, not from the border",
    MeasuredFrom.LINE: "is counted from a line that no pack holds",
    MeasuredFrom.UNSAID: "is not said to be counted from the border",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Depth:
    """The depths of one speaker, as one range, with the words for it."""

    low_m: float
    high_m: float
    measures: tuple[Measure, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(m.passage for m in self.measures)

    @property
    def words(self) -> str:
        low, high = f"{self.low_m:,.0f}", f"{self.high_m:,.0f}"
        return f"{high} m" if low == high else f"{low} to {high} m"


def draw(account: Account, sites: Sequence[Site], scene: Scene) -> Drawn:
    """Return the depth of a placed account: lines and bracket, or why there are none.

    There is one bracket: at the first of the sites that goes with the depth.
    """
    depth, undrawn = _told(account)
    if depth is None:
        return Drawn(undrawn=undrawn)
    reason = _obstacle(account, depth, scene)
    if reason:
        return Drawn(undrawn=(*undrawn, reason))
    drawn = _at_sites(sites, depth, scene) if sites else _along(account, depth, scene)
    return drawn._replace(undrawn=(*undrawn, *drawn.undrawn))


def usable(measure: Measure, account: Account) -> bool:
    """Return whether a depth has a value that is counted from the border."""
    is_into = any(where.role is WhereRole.INTO for where in account.where)
    return (
        measure.kind is MeasureKind.DEPTH
        and measure.high is not None
        and (
            measure.measured_from is MeasuredFrom.BORDER
            or (measure.measured_from is MeasuredFrom.UNSAID and is_into)
        )
    )


def _told(account: Account) -> tuple[_Depth | None, tuple[str, ...]]:
    """Return the range of an account's depths, and why some of them do not count."""
    told = [m for m in account.measures if m.kind is MeasureKind.DEPTH]
    is_kept = [_is_own(m, account) and usable(m, account) for m in told]
    kept = tuple(m for m, is_one in zip(told, is_kept, strict=True) if is_one)
    undrawn = tuple(_left_out(m) for m, is_one in zip(told, is_kept, strict=True) if not is_one)
    bounds = [m.high if m.low is None else m.low for m in kept]
    lows = [low for low in bounds if low is not None]
    highs = [m.high for m in kept if m.high is not None]
    if not highs:
        return None, undrawn
    return _Depth(low_m=min(lows), high_m=max(highs), measures=kept), undrawn


def _is_own(measure: Measure, account: Account) -> bool:
    return measure.said_by is None or measure.said_by.key == account.key


def _left_out(measure: Measure) -> str:
    words = f"“{measure.passage.text}”"
    if measure.high is None:
        return f"{words} has no value"
    why = _NOT_FROM_BORDER.get(measure.measured_from, "is another speaker's figure")
    return f"{words} {why}"


def _obstacle(account: Account, depth: _Depth, scene: Scene) -> str:
    """Return why a depth has no geometry at all, empty where it has."""
    if account.stance in ANSWERING:
        return f"{depth.words} is the figure that it answers, no version of its own"
    if scene.side is None:
        return f"{depth.words}: not said into which country"
    if not scene.lines:
        return f"{depth.words}: no pack holds the border that it is counted from"
    if scene.actor == scene.side:
        return f"{depth.words}: who acted is on its own side, the border is not crossed"
    if account.where_prec is WherePrecision.UNPLACED:
        return f"{depth.words}: no place is named along which to draw it"
    return _out_of_scale(depth, scene)


def _out_of_scale(depth: _Depth, scene: Scene) -> str:
    """Return why a depth is too small or too large to draw, empty where it is neither."""
    least_m = LEAST_ACCURACIES * scene.accuracy_m
    if depth.high_m < least_m:
        return (
            f"{depth.words} is less than three times the accuracy of the border"
            f" ({scene.accuracy_m:,.0f} m)"
        )
    if depth.high_m > DEEPEST_M:
        return f"{depth.words} is more than {DEEPEST_M / 1000:,.0f} km: not drawn as a depth"
    return ""


# --- with a site -------------------------------------------------------------


def _at_sites(sites: Sequence[Site], depth: _Depth, scene: Scene) -> Drawn:
    reasons: list[str] = []
    for site in sites:
        drawn = _at_site(site, depth, scene)
        if drawn.shapes:
            return drawn
        reasons.extend(drawn.undrawn)
    return Drawn(undrawn=tuple(reasons))


class _Drawing(NamedTuple):
    """The geometry of a depth at a site, or why there is none."""

    misfit: str = ""
    lines: tuple[tuple[float, Geometry], ...] = ()
    bracket: Geometry | None = None
    zone: tuple[Geometry, ...] = ()
    border_ids: tuple[str, ...] = ()


def _at_site(site: Site, depth: _Depth, scene: Scene) -> Drawn:
    """Return the bracket, and the line along the stretch of border near the site."""
    spot = (site.place.id, site.position, site.doubt_m)
    key = ("depth", scene.side, scene.line_ids, spot, depth.low_m, depth.high_m)
    drawing = memory.once(scene.gazetteer, key, lambda: _drawing(site, depth, scene))
    if drawing.bracket is None:
        return Drawn(undrawn=(f"{depth.words}: {drawing.misfit}",))
    shape = _shape(depth, scene, site.label, site.passages)
    shapes = [
        shape(kind=ShapeKind.DEPTH_LINE, geometry=line, low=m, high=m) for m, line in drawing.lines
    ]
    shapes.append(shape(kind=ShapeKind.DEPTH_BRACKET, geometry=drawing.bracket))
    strips = tuple(
        shape(kind=ShapeKind.DEPTH_STRIP, geometry=area, on_demand=True) for area in drawing.zone
    )
    return Drawn(shapes=tuple(shapes), border_ids=drawing.border_ids, strips=strips)


def _drawing(site: Site, depth: _Depth, scene: Scene) -> _Drawing:
    reach_m = site.place.size_m / 2 + site.doubt_m + depth.high_m
    plane = Plane(centre=site.position)
    # All border within a depth of any point of the line has a say in where it runs.
    far_m, tolerance_m = reach_m + 2.2 * depth.high_m, ROUGH * depth.low_m
    frontier = borders.frontier(scene, plane, far_m, tolerance_m=tolerance_m)
    spot = plane.point(site.position)
    misfit = _misfit(frontier, site, scene, reach_m)
    if frontier is None or misfit:
        return _Drawing(misfit=misfit)

    ground = borders.outline(scene.country, scene.gazetteer, plane, reach_m + depth.high_m)

    def near(feet: Points) -> Mask:
        return planar.within(feet, spot, reach_m)

    def among(points: Points) -> Mask:
        found = planar.within(points, spot, reach_m + depth.high_m)
        found[found] = borders.holds(ground, points[found])
        return found

    lines = _lines(frontier, depth, scene, (among, near))
    lines = [(m, borders.inside_only(pieces, ground)) for m, pieces in lines]
    if not lines or not lines[-1][1]:
        return _Drawing(misfit=f"no point of {scene.side_name} is so far in there")
    strip = _strip(frontier, depth.high_m, ground, near)
    return _Drawing(
        lines=tuple((m, borders.written(piece, plane)) for m, pieces in lines for piece in pieces),
        bracket=borders.written(_bracket(frontier, lines, spot), plane),
        zone=borders.areas(strip, plane),
        border_ids=frontier.names_beside([piece for _, pieces in lines for piece in pieces]),
    )


def _strip(
    frontier: Frontier, depth_m: float, ground: Flat | None, wanted: Callable[[Points], Mask]
) -> Flat | None:
    """Return the ground within a depth of a stretch, None where no pack holds the country."""
    return None if ground is None else frontiers.strip(frontier, depth_m, ground, wanted)


def _misfit(frontier: Frontier | None, site: Site, scene: Scene, reach_m: float) -> str:
    """Return why a place and a depth do not go together, empty where they do."""
    far = f"{site.place.name} lies farther from the border than depth and doubt reach"
    if frontier is None:
        return far
    _, distance_m, is_inside = frontier.foot(Plane(centre=site.position).point(site.position))
    if distance_m > reach_m:
        return f"{far} ({distance_m:,.0f} m against {reach_m:,.0f} m)"
    if not is_inside and distance_m > site.place.size_m + scene.accuracy_m:
        return f"{site.place.name} lies {distance_m:,.0f} m on the other side of the border"
    return ""


def _lines(
    frontier: Frontier,
    depth: _Depth,
    scene: Scene,
    wanted: Wanted,
) -> list[tuple[float, tuple[Points, ...]]]:
    """Return for each bound of a depth the pieces of the line there, the deepest last."""
    least_m = LEAST_ACCURACIES * scene.accuracy_m
    figures = sorted({m for m in (depth.low_m, depth.high_m) if m >= least_m})
    return [(m, frontiers.offset(frontier, m, wanted)) for m in figures]


def _bracket(
    frontier: Frontier, lines: list[tuple[float, tuple[Points, ...]]], site: tuple[float, float]
) -> Points:
    """Return the line from the border to the depth that passes nearest to a site.

    Its length is the depth, and each point of it has the same nearest point of the
    border: so the lesser depth of a range lies on it too, as the middle vertex.
    """
    _, pieces = lines[-1]
    tip = np.array(frontiers.nearest_on(pieces, site))
    foot = np.array(frontier.foot((float(tip[0]), float(tip[1])))[0])
    way = (tip - foot) / np.hypot(*(tip - foot))
    return np.array([foot, *(foot + way * m for m, _ in lines)])


# --- without a site ----------------------------------------------------------


def _along(account: Account, depth: _Depth, scene: Scene) -> Drawn:
    """Return the parallel of the whole stretch that belongs to what is named."""
    areas = _named(account)
    key = ("parallel", scene.side, scene.line_ids, areas, depth.low_m, depth.high_m)
    lines, zone, ids = memory.once(scene.gazetteer, key, lambda: _parallels(areas, depth, scene))
    label = account.place_label or "the border"
    places = tuple(
        w.passage for w in account.where if w.place_id and w.place_id == account.place_id
    )
    shape = _shape(depth, scene, f"somewhere along this line ({label}; no site named)", places)
    shapes = tuple(
        shape(kind=ShapeKind.DEPTH_PARALLEL, geometry=line, low=m, high=m, on_demand=True)
        for m, line in lines
    )
    if not shapes:
        return Drawn(undrawn=(f"{depth.words}: {label} does not reach the border in this pack",))
    strips = tuple(
        shape(kind=ShapeKind.DEPTH_STRIP, geometry=geometry, on_demand=True) for geometry in zone
    )
    return Drawn(shapes=shapes, border_ids=ids, strips=strips)


def _parallels(
    areas: frozenset[str], depth: _Depth, scene: Scene
) -> tuple[tuple[tuple[float, Geometry], ...], tuple[Geometry, ...], tuple[str, ...]]:
    """Return lines at a depth along the border of areas, the ground to it, border ids."""
    plane, frontier = borders.whole(scene)
    belongs = districts.belonging(areas, scene.country, scene.gazetteer, plane)
    ground = borders.outline(scene.country, scene.gazetteer, plane, None)

    lines = _lines(frontier, depth, scene, (partial(borders.holds, ground), belongs))
    lines = [(m, borders.inside_only(pieces, ground)) for m, pieces in lines]
    ids = frontier.names_beside([piece for _, pieces in lines for piece in pieces])
    written = tuple((m, borders.written(p, plane)) for m, pieces in lines for p in pieces)
    strip = _strip(frontier, depth.high_m, ground, belongs) if written else None
    return written, borders.areas(strip, plane), ids


def _named(account: Account) -> frozenset[str]:
    """Return the areas along whose border an account may be, none where it may be anywhere."""
    if account.where_prec >= WherePrecision.BORDER:
        return frozenset()
    return frozenset(w.place_id for w in account.where if w.place_id)


# --- both --------------------------------------------------------------------


def _shape(
    depth: _Depth, scene: Scene, where: str, places: tuple[Passage, ...]
) -> Callable[..., Shape]:
    """Return how shapes of a depth are made: all but kind and geometry is set."""
    told = {passage.report_id for passage in places}
    joined = bool(places) and any(p.report_id not in told for p in depth.passages)
    reason = f"{depth.words} into {scene.side_name} {where}, counted from the border nearest by"
    if joined:
        figures = ", ".join(dict.fromkeys(f"“{p.text}”" for p in depth.passages))
        reason += f"; “{places[0].text}” and {figures} are told by different reports"
    return partial(
        Shape,
        reason=reason,
        passages=(*depth.passages, *(places if joined else ())),
        low=depth.low_m,
        high=depth.high_m,
        uncertainty_m=scene.accuracy_m,
        border_version=scene.version,
        border_accuracy_m=scene.accuracy_m,
        joined=joined,
    )
