"""Marks and shapes of the map: one mark an incident, each account with its own shapes."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

from geoincidents.model import MeasureKind, ShapeKind, Stance
from geoincidents.webmap.base import FIRST_TOLERANCE, SCALE, lines, steps, thinned
from geoincidents.webmap.circles import ellipse
from geoincidents.webmap.evidence import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geoincidents.geography import Gazetteer
    from geoincidents.model import Account, Geometry, Incident, Shape
    from geoincidents.webmap.base import Line
    from geoincidents.webmap.facets import Facets
    from geoincidents.webmap.scene import Scene

_SLACK = 0.003
_DIGIT = 10.0  # a tolerance of so many steps makes the last digit idle
_NESTED = re.compile(r"\(([^()]{1,200})\(([^()]{1,200})\)\)")  # a name with brackets, in brackets
_M_PER_DEGREE = 111_320.0  # of latitude; a degree of longitude is shorter, so the error too
_POINTS = frozenset({ShapeKind.SITE, ShapeKind.LABEL})
_DEPTHS = frozenset({ShapeKind.DEPTH_BRACKET, ShapeKind.DEPTH_LINE, ShapeKind.DEPTH_PARALLEL})
# How far a circle may be off its ring, as a share of its radius.
_ROUND = {ShapeKind.DOUBT: _SLACK, ShapeKind.AREA_DISC: _SLACK / 2}
_AREAS = frozenset({ShapeKind.AREA_DISC, ShapeKind.AREA_BAND})


class Marks:
    """Makes what the map's script draws of incidents."""

    def __init__(
        self, scene: Scene, facets: Facets, *, is_many: bool = False, is_near: bool = False
    ) -> None:
        self._scene = scene
        self._facets = facets
        self._is_many = is_many  # accounts that draw nothing are left out
        self._is_near = is_near  # scripts draw close-ups
        self._borders = cache(_all)
        self._countries = cache(self._lit)
        self._voices = cache(self._said)
        self._numbers: dict[tuple[int, ...], int] = {}
        self._rounds: dict[tuple[int, ...], int] = {}
        # By identity, which costs less than to compare; held, so that no other takes its place.
        self._sent: dict[tuple[int, float], tuple[Geometry, list[int]]] = {}

    @property
    def lines(self) -> list[list[int]]:
        """Return each line or ring that a drawn shape has, once, as `base.steps` gives it."""
        return [[*line] for line in self._numbers]

    @property
    def circles(self) -> list[list[int]]:
        """Return each circle once: lon and lat of its middle and half axes, in 1e-5 degree."""
        return [[*circle] for circle in self._rounds]

    def draw(self, incident: Incident) -> dict[str, object]:
        """Return an incident as the map needs it; `at` is lon, lat or None."""
        chosen = self._scene.place_of(incident)
        return {
            "id": incident.id,
            "title": shown(incident.title),
            "said": self._scene.status(incident),
            "status": str(incident.status),
            "at": _point(chosen),
            "label": chosen is not None and chosen.geom_role is ShapeKind.LABEL,
            "borders": self._borders(tuple([a.border_ids for a in incident.accounts])),
            "countries": self._countries(tuple(_named(incident))),
            "voices": self._voices(tuple([a.key for a in incident.accounts])),
            **self._facets.of(incident),
            "accounts": self._accounts(incident, chosen),
        }

    def near(self, incident: Incident) -> dict[str, object]:
        """Return what a close-up needs of an incident that is off the map."""
        chosen = self._scene.place_of(incident)
        return {
            "at": _point(chosen),
            "label": chosen is not None and chosen.geom_role is ShapeKind.LABEL,
            "accounts": self._accounts(incident, chosen),
        }

    def _accounts(self, incident: Incident, chosen: Account | None) -> list[dict[str, object]]:
        if self._is_many and not any(_has_shape(a, chosen) for a in incident.accounts):
            return []
        return [self._account(a, incident, a is chosen) for a in incident.accounts]

    def _lit(self, place_ids: tuple[str, ...]) -> list[str]:
        """Return the countries to light where an incident has no point and no border."""
        places = self._scene.gazetteer.places
        return sorted({places[i].country for i in place_ids if i in places})

    def _said(self, keys: tuple[str, ...]) -> list[str]:
        return sorted({self._facets.voice_of(key) for key in keys})

    def _account(self, account: Account, incident: Incident, chosen: bool) -> dict[str, object]:  # noqa: FBT001 - one caller, above
        areas = [*outlines(account, self._scene.gazetteer)]
        return {
            "key": account.key,
            "voice": self._facets.voice(account),
            "chosen": chosen,
            "who": shown(self._scene.who(account.claimant)),
            "at": None if chosen else _point(account),
            "label": account.geom_role is ShapeKind.LABEL,
            "sites": [[round(v * SCALE) / SCALE for v in site] for site in further_sites(account)],
            "borders": sorted(account.border_ids),
            **(_near(account, chosen) if self._is_near and _is_scaled(incident) else {}),
            "shapes": [
                self._shape(s, account, incident)
                for s in account.shapes
                if s.kind not in _POINTS and not (areas and s.kind is ShapeKind.DOUBT)
            ]
            + [*map(self._somewhere, areas)],
        }

    def _somewhere(self, area: Geometry) -> dict[str, object]:
        rings = (tuple(steps(thinned(line, FIRST_TOLERANCE))) for line in lines(area))
        numbers = [self._numbers.setdefault(ring, len(self._numbers)) for ring in rings]
        known = {"high": None, "demand": False, "label": ""}
        return {"kind": "somewhere", "lines": numbers, "area": True, **known}

    def _numbered(self, shape: Shape) -> list[int]:
        """Return the numbers of a shape's lines, ~n of circle n.

        Many incidents of one place share a shape.
        """
        tolerance = tolerance_deg(shape)
        key = id(shape.geometry), tolerance
        if key not in self._sent:
            slack = _ROUND.get(shape.kind, 0.0)
            self._sent[key] = shape.geometry, [*self._added(shape.geometry, tolerance, slack)]
        return self._sent[key][1]

    def _added(self, geometry: Geometry, tolerance: float, slack: float) -> Iterator[int]:
        for line in lines(geometry):
            round_ = ellipse(line, slack) if slack else None
            if round_ is not None:
                sent = tuple(round(v * SCALE) for v in round_)
                yield ~self._rounds.setdefault(sent, len(self._rounds))
                continue
            # Not even a vertex on the straight way is left out of what must stay whole.
            kept = thinned(line, tolerance) if tolerance else line
            sent = tuple(steps(_snapped(kept, tolerance)))
            yield self._numbers.setdefault(sent, len(self._numbers))

    def _shape(self, shape: Shape, account: Account, incident: Incident) -> dict[str, object]:
        return {
            "kind": shape.kind.value,
            "lines": self._numbered(shape),
            "area": shape.geometry.type.endswith("Polygon"),
            "high": None if shape.high is None else round(shape.high),
            "demand": shape.on_demand,
            "label": shown(label(shape, account, incident, self._scene)),
        }


def outlines(account: Account, gazetteer: Gazetteer) -> Iterator[Geometry]:
    """Yield the areas that an account is somewhere in, drawn in place of a circle.

    None where it names a site, and where no pack holds the outline of the first.
    """
    if account.geom_role is not ShapeKind.LABEL or account.place_id not in gazetteer.areas:
        return
    labels = {s.geometry.coordinates for s in account.shapes if s.kind is ShapeKind.LABEL}
    for id_ in dict.fromkeys([account.place_id, *(w.place_id for w in account.where)]):
        if id_ is None or id_ not in gazetteer.areas:
            continue
        if id_ == account.place_id or tuple(gazetteer.places[id_].position) in labels:
            yield gazetteer.areas[id_]


def _snapped(line: Line, tolerance: float) -> Line:
    """Return a line with coordinates of no more digits than a tolerance tells apart."""
    if tolerance * SCALE < _DIGIT:
        return line
    digits = math.floor(-math.log10(tolerance))
    return tuple((round(lon, digits), round(lat, digits)) for lon, lat in line)


def tolerance_deg(shape: Shape) -> float:
    """Return how far vertices of a shape may be left out, in degrees.

    A third of a per cent of the figure that it shows (a doubt's radius, a depth line's
    depth), so that what is drawn stays within 1 % of what is said; nothing of a bracket,
    whose vertices are figures, and of an area.
    """
    if shape.kind in {ShapeKind.DEPTH_LINE, ShapeKind.DEPTH_PARALLEL}:
        return (shape.high or 0.0) * _SLACK / _M_PER_DEGREE
    is_doubt = shape.kind is ShapeKind.DOUBT
    return shape.uncertainty_m * _SLACK / _M_PER_DEGREE if is_doubt else 0.0


def label(shape: Shape, account: Account, incident: Incident, scene: Scene) -> str:
    """Return what stands beside a shape: figure and author, never one without the other."""
    return _NESTED.sub(r"(\1[\2])", _label(shape, account, incident, scene))


def _label(shape: Shape, account: Account, incident: Incident, scene: Scene) -> str:
    if shape.kind in _DEPTHS:
        return _depth_label(shape, account, incident, scene)
    who = scene.who(account.claimant)
    if shape.kind in _AREAS:
        size = scene.words.si_range(MeasureKind.AREA, shape.low, shape.high)
        return f"≈ {size} ({who}); shape not reported"
    return f"{who}: no site named" if shape.kind is ShapeKind.COUNTER_LINE else ""


def _depth_label(shape: Shape, account: Account, incident: Incident, scene: Scene) -> str:
    behind = [m for m in account.measures if m.passage in shape.passages]
    figures = scene.words.measures_label(behind, account, scene.gazetteer)
    if not figures:
        figures = scene.words.si_range(MeasureKind.DEPTH, shape.low, shape.high)
        figures += f" ({scene.who(account.claimant)})"
    along = "somewhere along: " if shape.kind is ShapeKind.DEPTH_PARALLEL else ""
    return "; ".join([along + figures, *_denials(incident, scene)])


def _denials(incident: Incident, scene: Scene) -> Iterator[str]:
    """Yield "X denies" for each claimant with an explicit denial."""
    denials = {c.id for c in incident.claims if c.stance is Stance.DENIES}
    for account in incident.accounts:
        if account.stance is Stance.DENIES or denials.intersection(account.claims):
            yield f"{scene.who(account.claimant)} denies"


def _point(account: Account | None) -> list[float] | None:
    if account is None or account.position is None:
        return None
    lon, lat = account.position
    return [round(lon * SCALE) / SCALE, round(lat * SCALE) / SCALE]


def further_sites(account: Account) -> Iterator[tuple[float, float]]:
    """Yield the points of an account, lon and lat, beside the one at which it stands."""
    for shape in account.shapes:
        point = shape.geometry.coordinates
        if shape.kind in _POINTS and point != account.position:
            lon, lat = point
            yield float(lon), float(lat)  # type: ignore[arg-type]  # a point has two numbers


def _is_scaled(incident: Incident) -> bool:
    return any(s.kind in _DEPTHS | _AREAS for a in incident.accounts for s in a.shapes)


def _near(account: Account, chosen: bool) -> dict[str, object]:  # noqa: FBT001 - one caller, above
    """Return what a close-up shows besides: the place's name, whether reports were joined."""
    place = {"place": shown(account.place_label)} if chosen and account.place_label else {}
    return place | ({"joined": True} if any(s.joined for s in account.shapes) else {})


def _named(incident: Incident) -> Iterator[str]:
    for account in incident.accounts:
        yield account.place_id or ""
        yield from [where.place_id or "" for where in account.where]


def _all(borders: tuple[tuple[str, ...], ...]) -> list[str]:
    return sorted({id_ for ids in borders for id_ in ids})


def _has_shape(account: Account, chosen: Account | None) -> bool:
    is_beside = account.position is not None and account is not chosen
    return is_beside or bool(account.shapes or account.border_ids)
