"""Which spans of a text name places of the packs: the longest names, without overlaps."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from geoincidents.geography import PartyKind, PlaceKind
from geoincidents.places import (
    brackets,
    compounds,
    cues,
    guards,
    kinds,
    recurrences,
    surroundings,
    unknowns,
)
from geoincidents.places.scenes import BODIES, Named
from geoincidents.text import fold_word as fold
from geoincidents.vocabulary import HitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geoincidents.geography import Gazetteer
    from geoincidents.places.scenes import Scene
    from geoincidents.vocabulary import Hit

# A look-up in an enumeration is a call.
_PLACE = HitKind.PLACE
_PARTY = HitKind.PARTY
_COUNTRY = PlaceKind.COUNTRY
_ARMED_GROUP = PartyKind.ARMED_GROUP
# Names of bodies and persons that may hold the name of a place.
_BLOCKERS = BODIES | {"outlet", "person"}
_OF = (" of", " in", " of the", " in the")


def find(scene: Scene) -> list[Named]:
    """Return the spans that name a place, known or not, in order, without overlaps."""
    names = [n for n in _longest_first(scene, _outside_bodies(scene)) if _is_kept(scene, n)]
    names = [_with_direction(scene, n) for n in names]
    names = compounds.join(scene, names)
    names = kinds.beside(scene, names)
    names += unknowns.find(scene)
    names += cues.datelines(scene, scene.datelines)
    names += cues.find(scene)
    names += cues.ends_of_ways(scene, names)
    names += unknowns.in_lists(scene, names)
    names += recurrences.find(scene, names)
    return brackets.read(scene, names)


def _is_kept(scene: Scene, name: Named) -> bool:
    kept = guards.is_place(scene, name)
    if not kept:
        scene.release(name.span)
    return kept


def _with_direction(scene: Scene, name: Named) -> Named:
    """Return "Eastern Arland" as one name; "East Arland" is another place than Arland."""
    start, end = name.span
    token = scene.word_before(start)
    if token is None or not token.text[0].isupper() or scene.text[token.end] == ".":
        return name
    directions = scene.words.directions
    if fold(token.text) not in directions or not scene.is_free(token.start, token.end):
        return name
    opens = surroundings.is_sentence_start(scene.text, token.start)
    if opens or surroundings.is_headline(scene.text, name.span):
        return name
    scene.take((token.start, end))
    extended = name._replace(span=(token.start, end))
    kinds_named = {scene.gazetteer.places[k].kind for k in name.keys}
    if directions[fold(token.text)] == "part" or _COUNTRY not in kinds_named:
        return extended
    return extended._replace(keys=())


def _place_hits(scene: Scene) -> Iterator[tuple[int, Named]]:
    """Yield hits of places with their length, states also by names that only parties have."""
    countries = _countries(scene.gazetteer)
    for hit in scene.hits:
        keys: tuple[str, ...] = ()
        if hit.kind is _PLACE:
            keys = hit.keys
        elif hit.kind is _PARTY and hit.category == "name":
            parties = (scene.gazetteer.parties[k] for k in hit.keys)
            states = [p.country for p in parties if p.kind is not _ARMED_GROUP]
            keys = tuple(sorted(countries[c] for c in states if c in countries))
        if keys and not _describes(scene, hit):
            yield hit.span[1] - hit.span[0], _trimmed(scene, Named(span=hit.span, keys=keys))


def _countries(gazetteer: Gazetteer) -> dict[str, str]:
    """Return the places that are countries by their codes, read once a gazetteer."""
    if not (_LAST and _LAST[0][0] is gazetteer):
        places = gazetteer.places.values()
        found = {p.country: p.id for p in places if p.kind is _COUNTRY}
        _LAST[:] = [(gazetteer, found)]
    return _LAST[0][1]


_LAST: list[tuple[Gazetteer, dict[str, str]]] = []


def _describes(scene: Scene, hit: Hit) -> bool:
    """Return whether a form is a description ("border between Arland and Borland")."""
    first, _, rest = scene.text[slice(*hit.span)].partition(" ")
    return bool(rest) and first.islower() and scene.class_of(first) == "border" and " and " in rest


def _trimmed(scene: Scene, name: Named) -> Named:
    """Return a name without a lower-case kind word that its form had with a capital."""
    start, end = name.span
    words = scene.text[start:end].split(" ")
    if len(words) == 1:
        return name
    for first in range(max(1, len(words) - kinds.LONGEST_KIND_WORD), len(words)):
        phrase = " ".join(words[first:])
        ground = scene.class_of(phrase)
        # The border of two states has no name without its kind word.
        if ground in {None, "border", "line"} or kinds.is_joined(scene, phrase, str(ground)):
            continue
        return name._replace(span=(start, start + len(" ".join(words[:first]).rstrip())))
    return name


def _outside_bodies(scene: Scene) -> Iterator[tuple[int, Named]]:
    """Yield the names that are not a part of an office's, outlet's or person's name."""
    blockers = [h for h in scene.hits if h.kind is _PARTY and _may_hide(scene, h)]
    starts = [h.span[0] for h in blockers]
    widest = max((h.span[1] - h.span[0] for h in blockers), default=0)
    for length, name in _place_hits(scene):
        first = bisect_left(starts, name.span[0] - widest)
        last = bisect_left(starts, name.span[1])
        if not any(_hides(scene, b, name) for b in blockers[first:last]):
            yield length, name


def _may_hide(scene: Scene, hit: Hit) -> bool:
    """Return whether a party's words may hold a place: "Lisk Liberation Front" does."""
    if hit.category in _BLOCKERS:
        return True
    parties = scene.gazetteer.parties
    return hit.category == "name" and all(parties[k].kind is _ARMED_GROUP for k in hit.keys)


def _hides(scene: Scene, body: Hit, name: Named) -> bool:
    start, end = name.span
    if not (body.span[0] <= start and end <= body.span[1]):
        return False
    if body.span == name.span:
        located = body.category == "person" and _is_located(scene, start)
        return body.category not in {*BODIES, "name"} and not located
    if body.category in BODIES:
        # A body's name tells whose it is: "Arland State Department", "Army of Arland".
        if any(scene.gazetteer.places[k].kind is _COUNTRY for k in name.keys):
            return False
        return not scene.text[body.span[0] : start].rstrip().lower().endswith(_OF)
    return True


def _is_located(scene: Scene, start: int) -> bool:
    previous = scene.word_before(start)
    return previous is not None and fold(previous.text) in scene.words.locatives


def _longest_first(scene: Scene, hits: Iterator[tuple[int, Named]]) -> list[Named]:
    chosen: dict[tuple[int, int], tuple[int, Named]] = {}
    for length, name in sorted(hits, key=lambda h: (-h[0], h[1].span, h[1].keys)):
        start, end = name.span
        longer = chosen.get(name.span)
        if longer and longer[0] == length:
            keys = tuple(sorted({*longer[1].keys, *name.keys}))
            chosen[name.span] = length, name._replace(keys=keys)
        # Those before are as long or longer: an overlap shows at one of the ends.
        elif not scene.taken[start] and not scene.taken[end - 1]:
            chosen[name.span] = length, name
            scene.take(name.span)
    return sorted((name for _, name in chosen.values()), key=lambda n: n.span)
