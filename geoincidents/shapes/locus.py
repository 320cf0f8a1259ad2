"""Where an account is: the most specific place that its words locate it at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from geoincidents.geography import AREAS, PlaceKind
from geoincidents.geometry import planar
from geoincidents.geometry.geodesy import Plane
from geoincidents.model import (
    ANSWERING,
    MeasuredFrom,
    MeasureKind,
    Position,
    Shape,
    ShapeKind,
    Stance,
    Vague,
    WherePrecision,
    WhereRole,
)
from geoincidents.shapes import borders, districts, memory, relative
from geoincidents.shapes.sides import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geoincidents.geography import Place
    from geoincidents.model import Account, Geometry, Passage, Where
    from geoincidents.shapes.relative import Relative
    from geoincidents.shapes.sides import Scene

    _Rank = tuple[WherePrecision, bool, bool, int, int]

# "At a village" is on its land, which ends about half way to the next one. Half of the
# median distance between neighbouring settlements of a pack is 1.84 km.
VILLAGE_LAND_M = 1_800.0
NEAR_M = 5_000.0  # how far "near" may be from the place: a choice, stated with each shape
TOWARDS_M = 10_000.0  # how far short of the place "in the direction of" may be
FARTHEST_M = 25_000.0  # what is "near" by DESIGN of the precision codes; beyond, it is no site
SHORT_WAY_M = 10_000.0  # a road, river, lake or range beyond this has no spot of its own
MOST_MARKS = 30  # of one account; more are no places of one event
MOST_NAMES = 3  # in a label; a longer list is none
_COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_AREA_PRECISION = {
    PlaceKind.DISTRICT: WherePrecision.DISTRICT,
    PlaceKind.PROVINCE: WherePrecision.PROVINCE,
    PlaceKind.REGION: WherePrecision.PROVINCE,
    PlaceKind.COUNTRY: WherePrecision.COUNTRY,
    PlaceKind.BORDER: WherePrecision.BORDER,
}
_SETTLED = frozenset({PlaceKind.TOWN, PlaceKind.VILLAGE})  # a city is one site, however large
_ROLES = (WhereRole.AT, WhereRole.INTO, WhereRole.ALONG, WhereRole.NEAR, WhereRole.DIRECTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A named place at which an account is, with the words that say so."""

    label: str  # "at Lisk", "near Lisk"
    place: Place
    position: Position  # of the mark: on the line where the place straddles it
    doubt_m: float
    passages: tuple[Passage, ...]


class Placed(NamedTuple):
    """An account with its place, and its sites in order of preference."""

    account: Account
    sites: tuple[Site, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A place that locates an account, with all its words."""

    prec: WherePrecision
    where: Where
    wheres: tuple[Where, ...]
    place: Place | None
    relative: Relative | None = None  # the place is where it is counted from


def place(scene: Scene) -> Placed:
    """Return the scene's account with its position, precision and the shapes of its place."""
    spots = _spots(scene)
    if not spots:
        return Placed(_unplaced(scene, WherePrecision.UNPLACED, _nothing(scene)))
    best = spots[0]
    if best.prec >= WherePrecision.BORDER or best.place is None:
        return Placed(_unplaced(scene, best.prec, _described(best, scene)))
    same = [spot for spot in spots if spot.prec is best.prec]
    marks = [_mark(spot, spot.place, scene) for spot in same[:MOST_MARKS] if spot.place]
    more = len(same) - len(marks)
    account = replace(
        scene.account,
        position=marks[0][0].position,
        where_prec=best.prec,
        geom_role=_kind(best),
        place_id=best.place.id,
        place_label=_label(same, scene),
        unplaced_reason="",
        border_ids=(),
        shapes=tuple(shape for _, shapes in marks for shape in shapes),
        undrawn=(f"{more} more places without a mark of their own",) if more else (),
    )
    is_site = account.geom_role is ShapeKind.SITE
    return Placed(account, tuple(site for site, _ in marks) if is_site else ())


def _spots(scene: Scene) -> list[_Spot]:
    """Return what locates an account, the most specific first, a place once."""
    grouped: dict[object, list[tuple[WherePrecision, int, Where]]] = {}
    apart, used = _relative(scene)
    for order, where in enumerate(scene.account.where):
        if where in used:
            continue
        prec = _precision(where, scene) if _is_own(where, scene) else None
        if prec is not None:
            key = where.place_id or where.vague
            grouped.setdefault(key, []).append((prec, order, where))
    spots = apart
    for told in grouped.values():
        prec, order, where = min(told, key=lambda t: (t[2].inferred, t[0], t[1]))
        known = scene.gazetteer.place(where.place_id) if where.place_id else None
        spot = _Spot(prec=prec, where=where, wheres=tuple(t[2] for t in told), place=known)
        is_beyond = known is not None and not _is_on_side(known, scene)
        rank = (prec, where.inferred, is_beyond, _ROLES.index(where.role), order)
        spots.append((rank, spot))
    return [spot for _, spot in sorted(spots, key=lambda s: s[0])]


def _relative(scene: Scene) -> tuple[list[tuple[_Rank, _Spot]], frozenset[Where]]:
    """Return the spots that are told from another place, and the places used for them.

    A place of its own that a distance follows ("near Lisk, 3 km from Tarn") stays one.
    """
    spots: list[tuple[_Rank, _Spot]] = []
    used: set[Where] = set()
    for order, found in enumerate(relative.told(scene.account, scene.gazetteer)):
        is_plain = found.towards is None and found.base.role is not WhereRole.FROM
        if is_plain or found.distance_m > FARTHEST_M or found.base.place_id is None:
            continue
        wheres = tuple(w for w in (found.base, found.towards) if w is not None)
        known = scene.gazetteer.place(found.base.place_id)
        rank = (WherePrecision.NEAR, False, not _is_on_side(known, scene), 0, order)
        spot = _Spot(
            prec=WherePrecision.NEAR, where=found.base, wheres=wheres, place=known, relative=found
        )
        spots.append((rank, spot))
        used.update(wheres)
    return spots, frozenset(used)


def _is_own(where: Where, scene: Scene) -> bool:
    """Return whether a place is of this version, and not of the one that it answers.

    "Its troops did not enter the neighbour": the neighbour's places are what is denied.
    """
    if scene.account.stance not in ANSWERING or scene.side is None or where.place_id is None:
        return True
    known = scene.gazetteer.place(where.place_id)
    if _is_on_side(known, scene):
        return True
    if known.kind is PlaceKind.BORDER:
        return True
    return scene.account.stance is not Stance.DENIES and where.role is not WhereRole.INTO


def _is_on_side(known: Place, scene: Scene) -> bool:
    """Return whether a place is in the country of the scene's side, or on its border."""
    return scene.side is None or scene.country in {known.country, *known.straddles}


def _precision(where: Where, scene: Scene) -> WherePrecision | None:
    """Return how exactly a place locates, None where it does not."""
    if where.role is WhereRole.FROM:
        return None
    if where.place_id is None:
        return WherePrecision.BORDER if where.vague else None
    known = scene.gazetteer.place(where.place_id)
    if known.kind in _AREA_PRECISION or _is_end(where, known):
        return _AREA_PRECISION.get(known.kind, WherePrecision.BORDER)
    is_long = known.size_m > SHORT_WAY_M
    if known.kind in {PlaceKind.ROAD, PlaceKind.RIVER}:
        return WherePrecision.BORDER if is_long else WherePrecision.NEAR
    if (
        is_long and known.kind not in _SETTLED
    ):  # "Lake so-and-so", 70 km long, says no more than a district
        is_vast = known.size_m > FARTHEST_M
        return WherePrecision.PROVINCE if is_vast else WherePrecision.DISTRICT
    is_near = where.role in {WhereRole.NEAR, WhereRole.DIRECTION}
    return WherePrecision.NEAR if is_near else WherePrecision.SITE


def _is_end(where: Where, known: Place) -> bool:
    """Return whether a town only tells which road is meant ("the road from Lisk to Tarn")."""
    return where.role is WhereRole.ALONG and known.kind in _SETTLED


def _kind(spot: _Spot) -> ShapeKind:
    return ShapeKind.SITE if spot.prec <= WherePrecision.NEAR else ShapeKind.LABEL


# --- a place with a point ----------------------------------------------------


def _mark(spot: _Spot, known: Place, scene: Scene) -> tuple[Site, tuple[Shape, ...]]:
    """Return where a place's mark stands, and its doubt and point."""
    if spot.relative is not None:
        return _relative_mark(spot, spot.relative, known, scene)
    beside = ("beside", known.id, scene.side, scene.line_ids)
    position, moved_m = memory.once(scene.gazetteer, beside, lambda: _beside_the_line(known, scene))
    slack_m = 0.0 if moved_m is None else moved_m + scene.accuracy_m
    words, doubt_m = _doubt(spot, known, scene)
    kind = _kind(spot)
    doubt_m = min(doubt_m + slack_m, FARTHEST_M) if kind is ShapeKind.SITE else doubt_m
    reason = _why(spot, f"{words} {known.name}", doubt_m)
    if moved_m is not None:
        reason += _why_moved(known, moved_m, scene)
    if spot.where.inferred:
        reason += "; inferred, the words do not name it"
    plane = Plane(centre=position)
    common = Shape(
        kind=kind,
        geometry=planar.write(planar.point(position)),
        reason=reason,
        passages=tuple(where.passage for where in spot.wheres),
        uncertainty_m=doubt_m,
        border_version=scene.version if moved_m is not None else "",
        border_accuracy_m=scene.accuracy_m if moved_m is not None else None,
    )
    extent = ("extent", known.id, spot.prec, position, doubt_m)
    area, how = memory.once(scene.gazetteer, extent, lambda: _extent(spot, scene, plane, doubt_m))
    doubt = replace(
        common,
        kind=ShapeKind.DOUBT,
        reason=reason + how,
        geometry=area,
        on_demand=common.kind is ShapeKind.LABEL,
    )
    site = Site(
        label=f"{words} {known.name}",
        place=known,
        position=position,
        doubt_m=doubt_m,
        passages=common.passages,
    )
    return site, (doubt, common)


def _why(spot: _Spot, words: str, doubt_m: float) -> str:
    if _kind(spot) is ShapeKind.LABEL:
        return f"{words}; the point is for its label only"
    return f"{words}, taken as within {doubt_m:,.0f} m"


def _why_moved(known: Place, moved_m: float, scene: Scene) -> str:
    return (
        f"; {known.name} lies on the border: its centre is {moved_m:,.0f} m beyond the line"
        f" (good to {scene.accuracy_m:,.0f} m), the mark stands on the line"
    )


def _relative_mark(
    spot: _Spot, found: Relative, known: Place, scene: Scene
) -> tuple[Site, tuple[Shape, ...]]:
    """Return where the mark of a place stands that is told from another one."""
    position, doubt_m = relative.position(found, known, scene.gazetteer)
    doubt_m = min(doubt_m, FARTHEST_M)
    words = relative.words(found, scene.gazetteer)
    mark = Shape(
        kind=ShapeKind.SITE,
        geometry=planar.write(planar.point(position)),
        reason=f"{words}, taken as within {doubt_m:,.0f} m",
        passages=(found.measure.passage, *(where.passage for where in spot.wheres)),
        uncertainty_m=doubt_m,
    )
    area, _ = _extent(spot, scene, Plane(centre=position), doubt_m)
    site = Site(
        label=words, place=known, position=position, doubt_m=doubt_m, passages=mark.passages
    )
    return site, (replace(mark, kind=ShapeKind.DOUBT, geometry=area), mark)


def _doubt(spot: _Spot, known: Place, scene: Scene) -> tuple[str, float]:
    """Return how the words stand to the place, and the radius in metres that they leave."""
    if spot.prec > WherePrecision.NEAR:
        return _somewhere(spot), known.size_m
    if spot.prec is WherePrecision.SITE:
        land_m = VILLAGE_LAND_M if known.kind is PlaceKind.VILLAGE else 0.0
        return "at", known.within_m(known.size_m + land_m)
    words, away_m = _away(spot, scene)
    return words, known.within_m(known.size_m + away_m)


def _away(spot: _Spot, scene: Scene) -> tuple[str, float]:
    """Return how the words stand to a place that they do not reach, and how far they may mean."""
    reports = {where.passage.report_id for where in spot.wheres}
    said = [
        m.high
        for m in scene.account.measures
        if m.kind is MeasureKind.DISTANCE
        and m.measured_from is MeasuredFrom.PLACE
        and m.high is not None
        and m.high <= FARTHEST_M
        and m.passage.report_id in reports
    ]
    if said:
        return f"{max(said):,.0f} m from", max(said)
    if spot.where.role is WhereRole.DIRECTION:
        return "in the direction of", TOWARDS_M
    return "near", NEAR_M


def _beside_the_line(known: Place, scene: Scene) -> tuple[Position, float | None]:
    """Return a place's position, put on the line where it straddles and its centre is beyond.

    The second value is by how many metres it was moved, None where it was not.
    """
    plane = Plane(centre=known.position)
    reach_m = known.size_m + scene.accuracy_m
    frontier = borders.frontier(scene, plane, 2 * reach_m) if known.straddles else None
    if frontier is None:
        return known.position, None
    foot, distance_m, is_inside = frontier.foot(plane.point(known.position))
    if is_inside or distance_m > reach_m:
        return known.position, None
    spot = plane.position(*foot)
    return Position(round(spot.lon, planar.DIGITS), round(spot.lat, planar.DIGITS)), distance_m


def _extent(spot: _Spot, scene: Scene, plane: Plane, doubt_m: float) -> tuple[Geometry, str]:
    """Return the area in which the event may lie, and what to say of its outline.

    A circle; of an area its rough outline, or what of the circle is in its own country.
    """
    if spot.place is not None and spot.place.kind in AREAS:
        rough = districts.outline(spot.place, scene.gazetteer)
        if rough is not None:
            return rough, "; a rough outline, from the places known to lie in it"
    if spot.place is not None and spot.place.id in scene.gazetteer.features:
        held = scene.gazetteer.features[spot.place.id]
        if spot.prec > WherePrecision.NEAR and held.type.endswith("Polygon"):
            return held, "; a rough outline"
    area = planar.disc(plane.point(plane.centre), max(doubt_m, 1.0))
    if spot.prec > WherePrecision.NEAR and spot.place is not None and not spot.place.straddles:
        country = borders.outline(spot.place.country, scene.gazetteer, plane, 1.1 * doubt_m)
        inside = area if country is None else planar.common(area, country)
        area = area if inside.is_empty else inside
    return planar.write(planar.moved(area, plane.to_degrees)), ""


def _label(spots: list[_Spot], scene: Scene) -> str:
    if spots[0].relative is not None:
        return relative.words(spots[0].relative, scene.gazetteer)
    names = [spot.place.name for spot in spots if spot.place]
    if len(names) > MOST_NAMES:
        names = [*names[:MOST_NAMES], f"{len(names) - MOST_NAMES} more"]
    shown = listed(names)
    lead = {WherePrecision.SITE: "", WherePrecision.NEAR: "near "}
    return lead.get(spots[0].prec, f"{_somewhere(spots[0])} ") + shown


def _somewhere(spot: _Spot) -> str:
    is_area = spot.place is not None and spot.place.kind in AREAS
    return "somewhere in" if is_area else "somewhere around"


# --- no point ----------------------------------------------------------------


def _unplaced(scene: Scene, prec: WherePrecision, reason: str) -> Account:
    ids = scene.line_ids if prec is WherePrecision.BORDER else ()
    return replace(
        scene.account,
        position=None,
        where_prec=prec,
        geom_role=None,
        place_id=None,
        place_label=reason if prec < WherePrecision.UNPLACED else "",
        unplaced_reason=reason,
        shapes=(),
        border_ids=ids,
        undrawn=(),
    )


def _described(spot: _Spot, scene: Scene) -> str:
    if spot.place is None:
        return _vague(spot, scene)
    if spot.prec is WherePrecision.COUNTRY:
        return f"somewhere in {spot.place.name}"
    if spot.place.kind is PlaceKind.BORDER:
        return _sections(spot.wheres, f"the {spot.place.name}")
    if _is_end(spot.where, spot.place):
        return f"somewhere on a road; named by {' and '.join(_ends(scene))}"
    return f"somewhere along {spot.place.name}"


def _ends(scene: Scene) -> Iterator[str]:
    """Yield the names of the towns that a road is told by, each once."""
    ids = dict.fromkeys(w.place_id for w in scene.account.where if w.role is WhereRole.ALONG)
    for place_id in ids:
        known = scene.gazetteer.places.get(place_id or "")
        if known is not None and known.kind in _SETTLED:
            yield known.name


def _vague(spot: _Spot, scene: Scene) -> str:
    where = spot.where
    if where.vague is Vague.SIDE:
        known = scene.gazetteer.parties.get(where.party_id or "")
        side = f"{known.name}'s" if known else "one"
        return f"on {side} side of the border; no place named"
    if where.vague is Vague.SHARED_LAKE:
        return "a lake on the border, not named"
    return _sections(spot.wheres, "the border")


def _sections(wheres: tuple[Where, ...], border: str) -> str:
    count = max(where.count or 0 for where in wheres)
    if count > 1:
        number = _COUNTED[count] if count < len(_COUNTED) else str(count)
        return f"{number} sections of {border}, not named"
    return f"{border}; no section named"


def _nothing(scene: Scene) -> str:
    told = scene.account.where
    if not told:
        return "no place in these reports"
    if all(where.role is WhereRole.FROM for where in told):
        return "only where it came from is named"
    words = sorted({where.passage.text for where in told if where.place_id is None})
    if words:
        return f"no pack holds the place named: {', '.join(words)}"
    return "no place of its own in these reports"
