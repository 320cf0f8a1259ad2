"""Which figures of a sentence belong to which of its events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.model import ClaimType, MeasureKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.claims.scenes import Scene, Trigger
    from geoincidents.model import Measure

# Which figures fit which events; others hang on the nearest event of their clause.
_FITS = {
    MeasureKind.DEPTH: frozenset({ClaimType.INCURSION, ClaimType.SEIZURE}),
    MeasureKind.AREA: frozenset({ClaimType.SEIZURE, ClaimType.INCURSION, ClaimType.WITHDRAWAL}),
    MeasureKind.CAPTURED: frozenset({ClaimType.CAPTURE, ClaimType.CLASH, ClaimType.INCURSION}),
    MeasureKind.KILLED: frozenset(
        {
            ClaimType.CLASH,
            ClaimType.SHELLING,
            ClaimType.AIR_STRIKE,
            ClaimType.DRONE_STRIKE,
            ClaimType.MINE_BLAST,
            ClaimType.INCURSION,
            ClaimType.OTHER,
        }
    ),
    MeasureKind.TROOPS: frozenset(ClaimType) - {ClaimType.SHELLING, ClaimType.MINE_BLAST},
}
_LOSSES = frozenset({MeasureKind.KILLED, MeasureKind.WOUNDED})
_TOLL = _LOSSES | {MeasureKind.CAPTURED}
_FITS[MeasureKind.WOUNDED] = _FITS[MeasureKind.KILLED]


def of_events(
    scene: Scene, triggers: Sequence[Trigger], left_out: Sequence[Trigger]
) -> dict[int, list[Measure]]:
    """Return the figures of a line by the event they belong to, each with one event.

    Figures of what was left out are nobody's.
    """
    held: dict[int, list[Measure]] = {}
    for measure in scene.measures:
        index = scene.line.index(measure.passage.span[0])
        fit = [t for t in triggers if t.type in _FITS.get(measure.kind, frozenset(ClaimType))]
        if not fit and measure.kind in _TOLL:  # "overran a post, leaving six dead"
            fit = [t for t in triggers if t.type is ClaimType.SEIZURE]
        if measure.kind is MeasureKind.CAPTURED:  # "three men who crossed were taken prisoner"
            fit = [t for t in fit if t.type is ClaimType.CAPTURE] or fit
        inside = [t for t in fit if t.start <= index < t.end]
        if not inside and any(t.start <= index < t.end for t in left_out):
            continue
        best = min(inside or fit, key=lambda t: (abs(t.lo - index), t.lo), default=None)
        if best:
            held.setdefault(best.lo, []).append(measure)
    return held
