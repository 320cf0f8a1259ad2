"""Reported areas without a place: squares to one scale, side by side, never summed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from geoincidents.model import MeasureKind, ShapeKind
from geoincidents.webmap.evidence import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geoincidents.model import Account, Incident, Measure
    from geoincidents.webmap.scene import Scene

_DRAWN = frozenset({ShapeKind.AREA_DISC, ShapeKind.AREA_BAND})
_BAR_PX = 60  # the scale bar is the round length nearest below this
_STEPS = (1, 2, 5)


def squares_scale(incidents: Iterable[Incident], largest_px: float) -> float:
    """Return metres a pixel at which the largest square of a page has a given side."""
    areas = [_area_m2(m) for i in incidents for _, m in _unplaced(i)]
    return math.sqrt(max(areas, default=0.0)) / largest_px or 1.0


def squares(incident: Incident, scene: Scene, metres_per_px: float) -> dict[str, Any] | None:
    """Return the areas of an incident that no place holds, None where there is none.

    `side` is in pixels of the page's one scale; `bar` a round length for the eye.
    """
    unplaced = [*_unplaced(incident)]
    if not unplaced:
        return None
    rows = [
        {
            "who": shown(scene.who(account.claimant)),
            "size": scene.words.si_range(MeasureKind.AREA, measure.low, measure.high),
            "m2": round(_area_m2(measure)),
            "side": round(math.sqrt(_area_m2(measure)) / metres_per_px, 2),
        }
        for account, measure in unplaced
    ]
    rows.sort(key=lambda r: (str(r["who"]).casefold(), r["size"]))
    bar_m = round_length(_BAR_PX * metres_per_px)
    bar = {"px": round(bar_m / metres_per_px, 1), "label": scene.words.kilometres(bar_m)}
    return {"rows": rows, "bar": bar}


def round_length(most_m: float) -> float:
    """Return the largest 1, 2 or 5 times a power of ten that is not above a length."""
    power = 10.0 ** math.floor(math.log10(most_m))
    return max(step * power for step in _STEPS if step * power <= most_m)


def round_lengths(most_m: float) -> Iterator[int]:
    """Yield each such length from a metre on, below a length."""
    power = 1
    while power < most_m:
        yield from (step * power for step in _STEPS)
        power *= 10


def _unplaced(incident: Incident) -> Iterator[tuple[Account, Measure]]:
    for account in incident.accounts:
        areas = [m for m in account.measures if m.kind is MeasureKind.AREA]
        if not areas:
            continue
        on_map = {p for s in account.shapes if s.kind in _DRAWN for p in s.passages}
        for measure in areas:
            if measure.passage not in on_map and _area_m2(measure) > 0:
                yield account, measure


def _area_m2(measure: Measure) -> float:
    return measure.high or measure.low or 0.0
