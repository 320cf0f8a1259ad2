"""Which rows the legend needs: those of what is drawn, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.model import ShapeKind
from geoincidents.webmap.marks import outlines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geoincidents.model import Account, Incident
    from geoincidents.webmap.scene import Scene

_ROWS = {
    ShapeKind.DEPTH_BRACKET: "depth_bracket",
    ShapeKind.DEPTH_LINE: "depth_line",
    ShapeKind.DEPTH_PARALLEL: "depth_parallel",
    ShapeKind.COUNTER_LINE: "counter_line",
    ShapeKind.AREA_DISC: "area",
    ShapeKind.AREA_BAND: "area",
}
# What is drawn beside the symbols, in the legend's order; words and samples have these names.
KINDS = (
    *("depth_bracket", "depth_line", "depth_parallel", "counter_line"),
    *("doubt", "somewhere", "area", "tie"),
)
_POINTS = frozenset({ShapeKind.SITE, ShapeKind.LABEL})


def drawn(incidents: Iterable[Incident], scene: Scene) -> set[str]:
    """Return what of incidents is drawn beside their symbols, by the legend's row."""
    return {row for i in incidents for row in _rows(i, scene)}


def _rows(incident: Incident, scene: Scene) -> Iterator[str]:
    chosen = scene.place_of(incident)
    if chosen is not None and chosen.geom_role is ShapeKind.LABEL:
        yield "hollow"
    for account in incident.accounts:
        if not account.shapes:
            continue
        yield from _of_account(account, scene)
        points = sum(s.kind in _POINTS for s in account.shapes)
        if points > 1 or (points and account is not chosen):
            yield "tie"


def _of_account(account: Account, scene: Scene) -> Iterator[str]:
    is_outlined = any(outlines(account, scene.gazetteer))
    for shape in account.shapes:
        if shape.kind is ShapeKind.DOUBT:
            yield "somewhere" if is_outlined else "doubt"
        elif shape.kind in _ROWS:
            yield _ROWS[shape.kind]
