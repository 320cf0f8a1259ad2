"""Which places a map letters: the incidents' own first, then by rank of kind."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from geoincidents.geography import PlaceKind
from geoincidents.webmap.evidence import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geoincidents.geography import Gazetteer, Place
    from geoincidents.model import Incident, Position
    from geoincidents.webmap.scene import Scene

_NEAR_DEG = 0.6  # how far from an incident a place still gets a label
_DOTTED = frozenset({PlaceKind.TOWN, PlaceKind.VILLAGE, PlaceKind.FACILITY, PlaceKind.POST})


def places(
    scene: Scene, incidents: Iterable[Incident], ranks: Mapping[str, int], *, is_many: bool
) -> Iterator[dict[str, Any]]:
    """Yield the places to letter, those that must be first.

    Parameters
    ----------
    ranks
        Rank by kind; kinds without one are not lettered.
    is_many
        Of many incidents each names some place: to letter them all first would be no rank.
    """
    told = [*incidents]
    named = {} if is_many else _named(told)
    cells = {_cell(a.position) for i in told for a in i.accounts if a.position}
    kept = [
        p
        for p in scene.gazetteer.places.values()
        if p.kind.value in ranks and (p.id in named or _is_near(p, cells, scene.gazetteer))
    ]
    kept.sort(key=lambda p: (p.id not in named, ranks[p.kind.value], -p.size_m, p.id))
    for place in kept[: scene.sizes["most_labels"]]:
        yield {
            "name": shown(scene.lettered(place)),
            "kind": place.kind.value,
            **({"capital": True} if scene.is_capital(place) else {}),
            **({"country": place.country} if place.kind is PlaceKind.COUNTRY else {}),
            "at": [round(place.position.lon, 5), round(place.position.lat, 5)],
            **({"own": named[place.id]} if place.id in named else {}),
            **({"dot": True} if place.kind in _DOTTED else {}),
        }


def _named(incidents: Iterable[Incident]) -> dict[str, list[str]]:
    """Return the incidents that name a place, by place: without them it is none of theirs."""
    named: dict[str, list[str]] = {}
    for incident in incidents:
        for id_ in dict.fromkeys(a.place_id for a in incident.accounts if a.place_id):
            named.setdefault(id_, []).append(incident.id)
    return named


def _is_near(place: Place, cells: set[tuple[int, int]], gazetteer: Gazetteer) -> bool:
    if place.kind is PlaceKind.COUNTRY:  # of the many that reports may name, those drawn
        return place.country in gazetteer.outlines
    across, up = _cell(place.position)
    around = ((across + a, up + b) for a in (-1, 0, 1) for b in (-1, 0, 1))
    return any(cell in cells for cell in around)


def _cell(position: Position) -> tuple[int, int]:
    return math.floor(position.lon / _NEAR_DEG), math.floor(position.lat / _NEAR_DEG)
