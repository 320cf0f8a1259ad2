"""The other version: a party that re-describes an event to its own side of the border."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.geography import AREAS, PlaceKind
from geoincidents.geometry import frontiers
from geoincidents.model import ANSWERING, Shape, ShapeKind, Stance, Vague, WhereRole
from geoincidents.shapes import borders, districts, memory
from geoincidents.shapes.sides import Drawn, listed

if TYPE_CHECKING:
    from geoincidents.model import Account, Geometry, Where
    from geoincidents.shapes.sides import Scene

OFFSET_M = 500.0  # how far on its own side the line runs: seen beside the border, no depth
_ACCURACIES = 1.5  # and no nearer than this times the border's accuracy
_NEIGHBOURS_M = 3_000.0  # gaps and pieces shorter than this are errors of the cells


def draw(scene: Scene) -> Drawn:
    """Return the line of a re-describing party, along the districts it names, or why none."""
    account = scene.account
    if account.stance not in ANSWERING or scene.side is None:
        return Drawn()
    named = _districts(account, scene)
    if not named:
        return _without_districts(account, scene)
    if not scene.lines:
        return Drawn(undrawn=(f"{_list(named, scene)}: no pack holds the border there",))
    areas = frozenset(w.place_id for w in named if w.place_id)
    key = ("counter", scene.side, scene.line_ids, areas)
    pieces, line_ids = memory.once(scene.gazetteer, key, lambda: _pieces(areas, scene))
    if not pieces:
        return Drawn(undrawn=(f"{_list(named, scene)}: not on the border in this pack",))
    offset_m = _offset_m(scene)
    shapes = tuple(
        Shape(
            kind=ShapeKind.COUNTER_LINE,
            geometry=geometry,
            reason=(
                f"on {scene.side_name}'s side along the border of {_list(named, scene)}, drawn"
                f" {offset_m:,.0f} m from the border to be seen beside it; no site named"
            ),
            passages=tuple(where.passage for where in named),
            uncertainty_m=scene.accuracy_m,
            border_version=scene.version,
            border_accuracy_m=scene.accuracy_m,
        )
        for geometry in pieces
    )
    return Drawn(shapes=shapes, border_ids=line_ids)


def _districts(account: Account, scene: Scene) -> tuple[Where, ...]:
    """Return where the party names areas of its own country, an area once."""
    found: dict[str, Where] = {}
    for where in account.where:
        if where.place_id is None or where.role is WhereRole.FROM:
            continue
        known = scene.gazetteer.place(where.place_id)
        if known.kind in AREAS - {PlaceKind.COUNTRY} and known.country == scene.country:
            found.setdefault(where.place_id, where)
    return tuple(found.values())


def _without_districts(account: Account, scene: Scene) -> Drawn:
    if any(where.vague is Vague.SIDE for where in account.where):
        return Drawn(undrawn=("its own side of the border; no place named to draw it along",))
    if account.where and account.stance is not Stance.DENIES:
        return Drawn(undrawn=(f"names no district of {scene.side_name}: no line of its own",))
    return Drawn()


def _list(named: tuple[Where, ...], scene: Scene) -> str:
    return listed([scene.gazetteer.place(w.place_id).name for w in named if w.place_id])


def _offset_m(scene: Scene) -> float:
    return max(OFFSET_M, _ACCURACIES * scene.accuracy_m)


def _pieces(areas: frozenset[str], scene: Scene) -> tuple[tuple[Geometry, ...], tuple[str, ...]]:
    """Return the lines beside the border of the areas named, and the border lines' ids."""
    plane, frontier = borders.whole(scene)
    belongs = districts.belonging(areas, scene.country, scene.gazetteer, plane)
    wanted = (borders.inside(scene, plane, None), belongs)
    offset_m = _offset_m(scene)
    pieces = frontiers.offset(
        frontier, offset_m, wanted, grain=frontiers.COARSE, shortest_m=_NEIGHBOURS_M
    )
    return tuple(borders.written(p, plane) for p in pieces), frontier.names_beside(pieces)
