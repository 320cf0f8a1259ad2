"""Which spans of a text name places of the packs: the longest names, without overlaps."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

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
from geoincidents.places.sides import NAME
from geoincidents.text import fold_word as fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geoincidents.geography import Gazetteer
    from geoincidents.model import Span
    from geoincidents.places.scenes import Scene
    from geoincidents.vocabulary import Hit

# A look-up in an enumeration is a call.
_COUNTRY = PlaceKind.COUNTRY
_ARMED_GROUP = PartyKind.ARMED_GROUP
# Names of bodies and persons that may hold the name of a place.
_BLOCKERS = BODIES | {"outlet", "person"}
_Found: TypeAlias = "tuple[int, Span, tuple[str, ...]]"  # minus the length of its form, keys
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
    token = scene.word_before(start) if scene.left(start) & NAME else None
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


def _place_hits(scene: Scene) -> Iterator[_Found]:
    """Yield hits of places, states also by names that only parties have."""
    text, parties = scene.text, _Parties.of(scene.gazetteer)
    named = [(h.span, h.keys) for h in scene.places]
    named += [(h.span, parties[h.keys].states) for h in scene.parties if h.category == "name"]
    for span, keys in named:
        if not keys:
            continue
        start, end = span
        if text.find(" ", start, end) < 0:
            yield start - end, span, keys
        elif not _describes(scene, span):
            yield start - end, _trimmed(scene, span), keys


class _Named(NamedTuple):
    """What parties of one name are: the places of the states, and whether all are groups."""

    states: tuple[str, ...]
    is_group: bool


class _Parties(dict[tuple[str, ...], _Named]):
    """The parties of a pack by the keys of their hits, each looked up when first met."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__()
        places = gazetteer.places.values()
        self._gazetteer = gazetteer
        self._countries = {p.country: p.id for p in places if p.kind is _COUNTRY}

    @classmethod
    def of(cls, gazetteer: Gazetteer) -> _Parties:
        """Return those of a gazetteer, made once a run."""
        if not (_LAST and _LAST[0][0] is gazetteer):
            _LAST[:] = [(gazetteer, cls(gazetteer))]
        return _LAST[0][1]

    def __missing__(self, keys: tuple[str, ...]) -> _Named:
        parties = [self._gazetteer.parties[k] for k in keys]
        countries = [p.country for p in parties if p.kind is not _ARMED_GROUP]
        states = sorted(self._countries[c] for c in countries if c in self._countries)
        self[keys] = made = _Named(tuple(states), len(countries) == 0)
        return made


_LAST: list[tuple[Gazetteer, _Parties]] = []


def _describes(scene: Scene, span: Span) -> bool:
    """Return whether a form is a description ("border between Arland and Borland")."""
    first, _, rest = scene.text[slice(*span)].partition(" ")
    return first.islower() and scene.class_of(first) == "border" and " and " in rest


def _trimmed(scene: Scene, span: Span) -> Span:
    """Return a name without a lower-case kind word that its form had with a capital."""
    start, end = span
    words = scene.text[start:end].split(" ")
    for first in range(max(1, len(words) - kinds.LONGEST_KIND_WORD), len(words)):
        phrase = " ".join(words[first:])
        ground = scene.class_of(phrase)
        # The border of two states has no name without its kind word.
        if ground in {None, "border", "line"} or kinds.is_joined(scene, phrase, str(ground)):
            continue
        return start, start + len(" ".join(words[:first]).rstrip())
    return span


def _outside_bodies(scene: Scene) -> Iterator[_Found]:
    """Yield the names that are not a part of an office's, outlet's or person's name."""
    parties = _Parties.of(scene.gazetteer)
    blockers = [
        h
        for h in scene.parties
        # "Lisk Liberation Front" holds a place as well.
        if h.category in _BLOCKERS or (h.category == "name" and parties[h.keys].is_group)
    ]
    if not blockers:
        return _place_hits(scene)
    return _not_hidden(scene, blockers)


def _not_hidden(scene: Scene, blockers: Sequence[Hit]) -> Iterator[_Found]:
    starts = [h.span[0] for h in blockers]
    widest = max(h.span[1] - h.span[0] for h in blockers)
    for found in _place_hits(scene):
        _, span, keys = found
        first = bisect_left(starts, span[0] - widest)
        last = bisect_left(starts, span[1])
        if not any(_hides(scene, b, span, keys) for b in blockers[first:last]):
            yield found


def _hides(scene: Scene, body: Hit, span: Span, keys: Iterable[str]) -> bool:
    start, end = span
    if not (body.span[0] <= start and end <= body.span[1]):
        return False
    if body.span == span:
        located = body.category == "person" and _is_located(scene, start)
        return body.category not in {*BODIES, "name"} and not located
    if body.category in BODIES:
        # A body's name tells whose it is: "Arland State Department", "Army of Arland".
        if any(scene.gazetteer.places[k].kind is _COUNTRY for k in keys):
            return False
        return not scene.text[body.span[0] : start].rstrip().lower().endswith(_OF)
    return True


def _is_located(scene: Scene, start: int) -> bool:
    previous = scene.word_before(start)
    return previous is not None and fold(previous.text) in scene.words.locatives


def _longest_first(scene: Scene, found: Iterator[_Found]) -> list[Named]:
    chosen: dict[Span, tuple[int, tuple[str, ...]]] = {}
    taken = scene.taken
    for length, span, keys in sorted(found):
        longer = chosen.get(span)
        if longer and longer[0] == length:
            if longer[1] != keys:
                chosen[span] = length, tuple(sorted({*longer[1], *keys}))
        # Those before are as long or longer: an overlap shows at one of the ends.
        elif not taken[span[0]] and not taken[span[1] - 1]:
            chosen[span] = length, keys
            scene.take(span)
    return [Named(span=span, keys=keys) for span, (_, keys) in sorted(chosen.items())]
