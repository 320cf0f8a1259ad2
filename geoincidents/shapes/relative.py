"""Places that are told from another place: "3 km from Lisk towards Tarn"."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geoincidents.geography import AREAS, PlaceKind
from geoincidents.geometry import planar
from geoincidents.geometry.geodesy import Plane
from geoincidents.model import MeasuredFrom, MeasureKind, Position, WhereRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geoincidents.geography import Gazetteer, Place
    from geoincidents.model import Account, Measure, Where

# Half of the angle between two of the eight winds: "towards" is no bearing.
BEARING_DOUBT_DEG = 22.5
ROUND_SHARE = 0.1  # "3 km" may be 2.7 or 3.3
_BETWEEN = 12  # characters between a distance and the place that it is counted from
_ONWARDS = 40  # and between that place and the one that it leads to
_NO_SPOT = AREAS | {PlaceKind.ROAD, PlaceKind.RIVER, PlaceKind.BORDER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """A distance from a place, and towards another one if the words say so."""

    measure: Measure
    base: Where
    towards: Where | None
    distance_m: float


def told(account: Account, gazetteer: Gazetteer) -> tuple[Relative, ...]:
    """Return the places of an account that are told from another, in order of telling."""
    return tuple(
        Relative(
            measure=measure, base=base, towards=_onwards(base, account, gazetteer), distance_m=m
        )
        for measure in account.measures
        if (m := _distance_m(measure)) is not None
        for base in _bases(measure, account, gazetteer)
    )


def _distance_m(measure: Measure) -> float | None:
    is_one = measure.kind is MeasureKind.DISTANCE and measure.measured_from is MeasuredFrom.PLACE
    if not is_one or measure.high is None:
        return None
    return measure.high if measure.low is None else (measure.low + measure.high) / 2


def _bases(measure: Measure, account: Account, gazetteer: Gazetteer) -> Iterator[Where]:
    """Yield the place that stands behind the distance, if it has a spot of its own."""
    behind = (
        w
        for w in account.where
        if w.place_id is not None
        and w.passage.report_id == measure.passage.report_id
        and 0 < w.passage.span[0] - measure.passage.span[1] <= _BETWEEN
    )
    base = min(behind, key=lambda w: w.passage.span, default=None)
    place_id = base.place_id if base else None
    if base and place_id and gazetteer.place(place_id).kind not in _NO_SPOT:
        yield base


def _onwards(base: Where, account: Account, gazetteer: Gazetteer) -> Where | None:
    """Return the place that stands behind "towards", None where none does."""
    ahead = (
        w
        for w in account.where
        if w.place_id is not None
        and w.place_id != base.place_id
        and w.role is WhereRole.DIRECTION
        and w.passage.report_id == base.passage.report_id
        and 0 < w.passage.span[0] - base.passage.span[1] <= _ONWARDS
    )
    found = min(ahead, key=lambda w: w.passage.span, default=None)
    if found is None or found.place_id is None:
        return None
    return found if gazetteer.place(found.place_id).kind not in _NO_SPOT else None


def position(relative: Relative, base: Place, gazetteer: Gazetteer) -> tuple[Position, float]:
    """Return the spot at a distance from a place, and by how many metres it may be off.

    Along the line to the place that it leads to. Without one, the spot is the place
    itself, and it may be off by the distance.
    """
    way_m = relative.distance_m
    if relative.towards is None or relative.towards.place_id is None:
        return base.position, base.within_m(base.size_m + way_m)
    plane = Plane(centre=base.position)
    start = plane.point(base.position)
    end = plane.point(gazetteer.place(relative.towards.place_id).position)
    share = way_m / max(math.dist(start, end), 1.0)
    spot = plane.position(*(a + share * (b - a) for a, b in zip(start, end, strict=True)))
    aside_m = way_m * math.sin(math.radians(BEARING_DOUBT_DEG))
    doubt_m = base.within_m(base.size_m + math.hypot(aside_m, ROUND_SHARE * way_m))
    return Position(round(spot.lon, planar.DIGITS), round(spot.lat, planar.DIGITS)), doubt_m


def words(relative: Relative, gazetteer: Gazetteer) -> str:
    """Return "3,000 m from Lisk towards Tarn"."""
    away = f"{relative.distance_m:,.0f} m from {_name(relative.base, gazetteer)}"
    if relative.towards is None:
        return away
    return f"{away} towards {_name(relative.towards, gazetteer)}"


def _name(where: Where, gazetteer: Gazetteer) -> str:
    return gazetteer.place(where.place_id).name if where.place_id else where.passage.text
