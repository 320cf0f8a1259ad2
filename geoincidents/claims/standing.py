"""How a named place stands to an event: at, into, near, from, along or towards it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.geography import PlaceKind
from geoincidents.model import ClaimType, MeasureKind, WhereRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geoincidents.claims.scenes import Scene, Trigger
    from geoincidents.model import Mention

BACK = 6  # words between a place and the preposition that places it
_ROLES = ("into", "near", "from", "along", "direction")


def roles(
    scene: Scene, trigger: Trigger, mentions: Iterable[Mention]
) -> Iterator[tuple[Mention, WhereRole | None]]:
    """Yield places with their roles, None where only men set out from them.

    What stands in a list is where its first name is: "near A, B and the village of C".
    """
    last: Mention | None = None
    role: WhereRole | None = None
    for mention in mentions:
        between = _between(scene, last, mention) if last else []
        if not _is_listed(scene, between) and not _is_far_end(scene, role, between):
            fired_from = last if role is WhereRole.FROM else None
            role = _role(scene, trigger, mention)
            if _is_fired_from(scene, trigger, mention, fired_from):
                role = WhereRole.FROM
        last = mention
        yield mention, role


def _between(scene: Scene, last: Mention, mention: Mention) -> list[str]:
    line = scene.line
    tokens = line.tokens[line.index(last.span[1]) : line.index(mention.span[0])]
    return [token.low for token in tokens]


def _is_fired_from(
    scene: Scene, trigger: Trigger, mention: Mention, before: Mention | None
) -> bool:
    """Return whether a place is where fire came from, as the one `before` it is.

    "Northern forces posted in A and on heights in B shelled C", "came under fire from posts in
    A village of the B district".
    """
    if trigger.type is not ClaimType.SHELLING or trigger.is_noun:
        return False
    line, words = scene.line, scene.grammar.where
    index = line.index(mention.span[0])
    if before is not None and not line.index(before.span[0]) < trigger.lo <= index:
        lead = [line.low(i) for i in range(line.index(before.span[1]), index)]
        return lead[-1:] != ["on"] and set(lead).isdisjoint(words["fired_at"])
    start = max(trigger.hi if index > trigger.lo else trigger.start, index - 2 * BACK)
    lead = [line.low(i) for i in range(start, index)]
    posts = lead[lead.index("from") + 1 :] if "from" in lead else []
    if len(posts) > 1 and {*posts} <= {*words["posts"]}:
        return True
    is_doers = index < trigger.lo and not trigger.is_passive and trigger.key != "come_under_fire"
    if not is_doers or not _is_hit_named(scene, trigger):
        return False
    return any(_is_doer_posted(scene, i, trigger.start) for i in range(start, index))


def _is_hit_named(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a place stands behind a verb, which is then what was fired on."""
    line = scene.line
    at = (line.index(m.span[0]) for m in line.sentence.mentions if m.literal)
    return any(trigger.hi <= i < trigger.end for i in at)


def _is_doer_posted(scene: Scene, index: int, start: int) -> bool:
    """Return whether "posted" and the like stands behind men who do something."""
    line = scene.line
    end = index - 1 if line.low(index - 1) == "," else index
    return line.low(index) in scene.grammar.where["posted"] and any(
        start <= g.lo and g.hi == end and not g.prep for g in scene.groups
    )


def _is_listed(scene: Scene, between: Sequence[str]) -> bool:
    """Return whether only marks of a list stand between two names."""
    words = scene.grammar.where
    is_list = not set(between).isdisjoint(words["listing"])
    listed = {*words["listing"], *words["list_kinds"]}
    return is_list and all(word in listed for word in between)


def _is_far_end(scene: Scene, role: WhereRole | None, between: Sequence[str]) -> bool:
    """Return whether a name ends the road that the one before began ("from X to Y")."""
    return role is WhereRole.ALONG and tuple(between) in {
        (word,) for word in scene.grammar.where["far_end"]
    }


def _role(scene: Scene, trigger: Trigger, mention: Mention) -> WhereRole | None:
    line, words = scene.line, scene.grammar.where
    index, after = line.index(mention.span[0]), line.index(mention.span[1])
    if not {line.low(after), line.low(after + 1)}.isdisjoint(words["direction_after"]):
        return WhereRole.DIRECTION
    first = max(trigger.hi if index >= trigger.hi else trigger.start, index - BACK)
    role = _told(scene, " ".join(t.low for t in line.tokens[first:index]))
    is_end = role is WhereRole.FROM or line.low(index - 1) in words["near_end"]
    if is_end and line.within("object_road", first, index):
        return WhereRole.ALONG  # "on the road from X to Y"
    if role is WhereRole.FROM and index > trigger.lo and _is_measured(scene, first, index):
        return WhereRole.NEAR
    if role is WhereRole.FROM and index > trigger.lo and _is_taken_from(scene, trigger, mention):
        return WhereRole.AT
    return _from(trigger) if role is WhereRole.FROM else role


def _is_taken_from(scene: Scene, trigger: Trigger, mention: Mention) -> bool:
    """Return whether people were led away from a site ("abducted from the ford")."""
    if trigger.type is not ClaimType.CAPTURE or mention.place_id is None:
        return False
    return scene.gazetteer.place(mention.place_id).kind is not PlaceKind.COUNTRY


def _is_measured(scene: Scene, first: int, index: int) -> bool:
    """Return whether a distance stands before "from": "hit 15 km from the town" is near it."""
    at = next((i for i in range(index - 1, first - 1, -1) if scene.line.low(i) == "from"), None)
    return at is not None and any(
        m.kind is MeasureKind.DISTANCE and scene.line.index(m.passage.span[1] - 1) == at - 1
        for m in scene.measures
    )


def _told(scene: Scene, lead: str) -> WhereRole:
    """Return the role that the last preposition in front of a name tells."""
    words = scene.grammar.where
    best, role = -1, WhereRole.AT
    for name in _ROLES:
        for word in words[name]:
            at = f" {lead} ".rfind(f" {word} ")
            if at > best and set(lead[at + len(word) :].split()).isdisjoint(words["places_anew"]):
                best, role = at, WhereRole(name)
    return role


def _from(trigger: Trigger) -> WhereRole | None:
    if trigger.key == "stand":  # "are 4.5 km from the town"
        return WhereRole.NEAR
    if trigger.type is ClaimType.WITHDRAWAL:
        return WhereRole.AT
    if trigger.type is ClaimType.BLOCKADE:
        return WhereRole.ALONG
    if trigger.type in {ClaimType.SEIZURE, ClaimType.OTHER}:
        return WhereRole.AT
    return WhereRole.FROM
