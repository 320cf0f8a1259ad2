"""One account drawn: its place, then its depth, areas and side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents.model import ShapeKind
from geoincidents.shapes import area, counter, depth, locus, sides

if TYPE_CHECKING:
    from geoincidents.geography import Gazetteer
    from geoincidents.model import Account, Incident

# What covers ground lies beneath what is thin.
_ORDER = {
    kind: order
    for order, kind in enumerate(
        (
            ShapeKind.DOUBT,
            ShapeKind.AREA_DISC,
            ShapeKind.AREA_BAND,
            ShapeKind.COUNTER_LINE,
            ShapeKind.DEPTH_PARALLEL,
            ShapeKind.DEPTH_LINE,
            ShapeKind.DEPTH_BRACKET,
            ShapeKind.LABEL,
            ShapeKind.SITE,
        )
    )
}


def draw(account: Account, incident: Incident, gazetteer: Gazetteer) -> Account:
    """Return an account with its position and shapes, in drawing order."""
    scene = sides.scene(account, incident, gazetteer)
    placed, sites = locus.place(scene)
    parts = [area.draw(placed, scene), depth.draw(placed, sites, scene), counter.draw(scene)]
    shapes = [*placed.shapes, *(shape for part in parts for shape in part.shapes)]
    notes = [*placed.undrawn, *(note for part in parts for note in part.undrawn)]
    ids = {*placed.border_ids, *(i for part in parts for i in part.border_ids)}
    return replace(
        placed,
        shapes=tuple(sorted(shapes, key=lambda shape: _ORDER[shape.kind])),
        strips=tuple(strip for part in parts for strip in part.strips),
        undrawn=tuple(dict.fromkeys(notes)),
        border_ids=tuple(sorted(ids)),
    )
