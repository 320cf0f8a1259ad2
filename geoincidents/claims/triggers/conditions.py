"""What frames ask of the words about a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims.parties.groups import Head
from geoincidents.geography import PlaceKind
from geoincidents.model import ClaimType, MeasureKind

if TYPE_CHECKING:
    from geoincidents.claims.lines import Line
    from geoincidents.claims.parties.groups import Group
    from geoincidents.claims.scenes import Part, Scene

_DEPTHS = frozenset({MeasureKind.DEPTH, MeasureKind.DISTANCE, MeasureKind.LENGTH})
_UNDER = 6  # words
_SITE = 4  # words behind "hold" in which the site stands
_FIRE = frozenset({ClaimType.SHELLING, ClaimType.CLASH})


def holds(scene: Scene, word: str, part: Part) -> bool:
    """Return whether a class of words stands in a part of a line."""
    line, (lo, hi) = scene.line, part
    if word == "any":
        return True
    if word in {"depth", "area"}:
        kinds = _DEPTHS if word == "depth" else {MeasureKind.AREA}
        return any(
            m.kind in kinds and lo <= line.index(m.passage.span[0]) < hi for m in scene.measures
        )
    if word in {"party", "force", "to_party", "force_object"}:
        return any(_stands(word, g) for g in scene.groups if lo <= g.lo < hi)
    special = _SPECIAL.get(word)
    return special(scene, lo, hi) if special else line.has(f"object_{word}", lo, hi)


def _is_placed(scene: Scene, lo: int, hi: int) -> bool:
    return bool(mentions(scene.line, lo, hi))


def _is_under_fire(scene: Scene, lo: int, hi: int) -> bool:
    """Return whether "under heavy Northern fire" stands behind a verb."""
    nouns = scene.line.within("event_noun", lo, min(hi, lo + _UNDER))
    fire = any(scene.grammar.nouns.get(m.key) in _FIRE for m in nouns)
    return fire and scene.line.low(lo) == "under"


def _is_into_place(scene: Scene, lo: int, hi: int) -> bool:
    return any(
        mentions(scene.line, m.hi, min(m.hi + 7, hi)) or _grounded(scene, m.hi, min(m.hi + 6, hi))
        for m in scene.line.within("object_into", lo, hi)
    )


def _is_direct(scene: Scene, lo: int, hi: int) -> bool:
    """Return whether a place stands right behind a verb, without a preposition."""
    line, grammar = scene.line, scene.grammar
    for i in range(lo, min(hi, lo + 6)):
        if line.low(i) in grammar.prepositions - {"of"}:
            return False
        if mentions(line, i, i + 1):
            return True
    return False


def _is_place_since(scene: Scene, lo: int, hi: int) -> bool:
    """Return whether a site that is held is followed by since when ("hold the ford since May")."""
    site = (lo, min(hi, lo + _SITE))
    held = _is_direct(scene, *site) or scene.line.has("object_road", *site)
    return held and scene.line.has("object_since", lo, hi)


def _is_within(scene: Scene, lo: int, hi: int) -> bool:
    """Return whether somebody's ground is where something is shown ("soldiers inside Vestia")."""
    insides = [i for i in range(lo, hi) if scene.line.low(i) in {"inside", "within"}]
    return any(
        mentions(scene.line, i + 1, min(hi, i + 4))
        or any(i < g.lo <= i + 3 and g.party for g in scene.groups)
        for i in insides
    )


def _is_named(scene: Scene, lo: int, hi: int) -> bool:
    """Return whether a name stands right behind a verb ("crossed the Upper Lisk")."""
    i = lo + (scene.line.low(lo) == "the")
    return i < hi and scene.line.tokens[i].text[:1].isupper()


_SPECIAL = {
    "place": _is_placed,
    "place_country": _is_placed,
    "under_fire": _is_under_fire,
    "direct_name": _is_named,
    "direct_place": _is_direct,
    "into_place": _is_into_place,
    "place_since": _is_place_since,
    "within_place": _is_within,
}


def _stands(word: str, group: Group) -> bool:
    if word == "party":
        return group.party is not None or group.stand is not None
    if word == "force":
        return group.head in {Head.FORCE, Head.STATE, Head.PERSON} or (
            group.head is Head.PEOPLE and group.party is not None
        )
    if word == "force_object":
        return group.head is Head.FORCE
    return group.prep == "to"


def _grounded(scene: Scene, lo: int, hi: int) -> bool:
    return scene.line.has("object_ground", lo, hi) or any(
        lo <= g.lo < hi and g.party for g in scene.groups
    )


def mentions(line: Line, lo: int, hi: int) -> list[int]:
    """Return a token for each place named literally in tokens `lo` to `hi`."""
    if lo >= hi:
        return []
    start, end = line.span(lo, hi)
    return [
        1
        for m in line.sentence.mentions
        if start <= m.span[0] < end and m.literal and not m.dateline
    ]


def has_narrow_place(scene: Scene, lo: int, hi: int) -> bool:
    """Return whether a place narrower than a country is named in tokens `lo` to `hi`."""
    if lo >= hi:
        return False
    start, end = scene.line.span(lo, hi)
    for mention in scene.line.sentence.mentions:
        if start <= mention.span[0] < end and mention.literal and not mention.dateline:
            known = mention.place_id
            if known is None or scene.gazetteer.place(known).kind is not PlaceKind.COUNTRY:
                return True
    return False
