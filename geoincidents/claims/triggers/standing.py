"""What figures alone tell of, without a verb or noun of an event: losses, ground held."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents.claims.parties.groups import Head
from geoincidents.claims.scenes import LOSSES, Trigger
from geoincidents.model import ClaimType, MeasureKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.claims.context import Context
    from geoincidents.claims.drafts import Draft
    from geoincidents.claims.scenes import Scene
    from geoincidents.model import Measure

_POSTS = frozenset({"posts", "positions", "outposts", "checkpoints", "strongholds"})
_TOWNS = frozenset({"villages", "towns", "settlements", "cities", "districts", "hills"})
_RULED = "come_under_control"  # read as the verb is: whose rule it is stands behind
_UNDER = 4  # words between "under" and "rule"
_ALONE = frozenset({"reach", "keep", "stand", _RULED})


def find(scene: Scene) -> Iterator[tuple[Trigger, Sequence[Measure]]]:
    """Yield the events that only figures tell of, with their figures."""
    for kind, key, measures in (
        (ClaimType.CLASH, "die", [m for m in scene.measures if m.kind in LOSSES]),
        (ClaimType.INCURSION, "reach", _of(scene, MeasureKind.DEPTH)),
        (ClaimType.SEIZURE, _RULED, _ruled(scene)),
        (ClaimType.SEIZURE, "hold", [] if _ruled(scene) else _of(scene, MeasureKind.AREA)),
        (ClaimType.SEIZURE, "keep", _kept(scene)),
        (ClaimType.INCURSION, "stand", _distant(scene)),
    ):
        if measures:
            index = scene.line.index(measures[0].passage.span[0])
            reason = "told by figure alone"
            end = len(scene.line.tokens)
            at = (index, index + 1, key, kind, 0, end)
            yield Trigger(*at, reason=reason, is_figure=True), measures


def by_another(draft: Draft, context: Context) -> Draft:
    """Return a draft without its doer where that is who owns the ground."""
    own = context.countries.get(draft.actor or "")
    if own is None or draft.type not in {ClaimType.INCURSION, ClaimType.SEIZURE}:
        return draft
    country = context.gazetteer.place(own).country
    is_own = any(context.gazetteer.place(p).country == country for p in draft.places)
    return replace(draft, actor=None, target=None) if is_own else draft


def is_event(draft: Draft, key: str, context: Context) -> bool:
    """Return whether a figure tells of an event by itself, and not only more of another."""
    if key not in _ALONE or draft.actor is None:
        return False
    if key == _RULED:
        return bool(draft.places)
    if key == "reach":
        return bool(draft.places) or draft.when.start is not None
    return any(_is_theirs(place, draft.actor, context) for place in sorted(draft.places))


def _is_theirs(place: str, actor: str, context: Context) -> bool:
    """Return whether a place lies with the other of a report's two sides."""
    owner = context.gazetteer.party_of(context.gazetteer.place(place).country)
    return owner is not None and owner.id != actor and owner.id == context.other(actor)


def _of(scene: Scene, kind: MeasureKind) -> list[Measure]:
    return [m for m in scene.measures if m.kind is kind]


def _ruled(scene: Scene) -> list[Measure]:
    """Return the areas that are under a side's rule ("50 sq km are under Northern rule")."""
    line = scene.line
    found = []
    for measure in _of(scene, MeasureKind.AREA):
        start = line.index(measure.passage.span[1] - 1)
        under = next((i for i in range(start, len(line.tokens)) if line.low(i) == "under"), None)
        if under is not None and line.has("standing_control", under, under + _UNDER):
            found.append(measure)
    return found


def _kept(scene: Scene) -> list[Measure]:
    """Return the posts that somebody has, or the villages that somebody holds."""
    line = scene.line
    things = [m for m in scene.measures if m.kind is MeasureKind.OTHER]
    posts = [m for m in things if m.unit in _POSTS | _TOWNS]
    if not posts:
        return []
    word = "standing_hold" if posts[0].unit in _POSTS else "standing_rule"
    index = line.index(posts[0].passage.span[0])
    owner = next((g for g in reversed(scene.groups) if g.hi <= index and not g.prep), None)
    holds = owner is not None and line.has(word, owner.hi, index)
    return posts if holds else []


def _distant(scene: Scene) -> list[Measure]:
    """Return how far men or posts stand from a place ("are now 4.5 km from the town")."""
    line = scene.line
    found = []
    for measure in _of(scene, MeasureKind.DISTANCE):
        index = line.index(measure.passage.span[0])
        men = any(g.head is Head.FORCE for g in scene.groups if g.hi <= index)
        if men or line.has("object_post", 0, index) or line.has("standing_enemy", 0, index):
            found.append(measure)
    return found
