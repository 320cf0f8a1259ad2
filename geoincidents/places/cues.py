"""Unknown names that motions, distances and datelines tell to be places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from geoincidents.places import surroundings, unknowns
from geoincidents.places.scenes import SPAN
from geoincidents.places.sides import WAY
from geoincidents.text import fold_word as fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geoincidents.model import Span
    from geoincidents.places.scenes import Named, Scene
    from geoincidents.places.wording import Wording

_Patterns: TypeAlias = "tuple[re.Pattern[str], ...]"
# A run reads all its reports with one lexicon.
_LAST: list[tuple[Wording, _Patterns]] = []
# Any letter but a to z: no class of `re` holds the capitals of all scripts.
_CAPITAL = r"(?=[^\W\d_a-z])"
_FEW_WORDS = r"(?:[ \n][\w-]{1,20}){0,3}?"
_WAYS = {"to": "from", "for": "left"}  # "from Lisk to", "left Lisk for"
_TO = re.compile(rf"[ \n](to|for)[ \n](?:the )?{_CAPITAL}")
_FOR = (" for ", "\nfor ")
_LEFT = re.compile(rf"left[ \n](?:the )?{_CAPITAL}")
_BEEN = re.compile(r"(?:was|were|is|has[ \n]been|had[ \n]been|being)[ \n]\Z")
_LONGEST_BEEN = len("has been ")
_AT = re.compile(rf"at[ \n](?:the )?{_CAPITAL}")
# The town of a dateline, in capitals or not, up to the mark behind it.
_TOWN = re.compile(
    r"[^\W\d_a-z][\w'’.-]{0,40}(?: [^\W\d_a-z][\w'’-]{0,40}){0,3}(?=\s?[,(/.:–—-]|\s--?\s)"
)


def find(scene: Scene) -> list[Named]:
    """Return the unknown names, taken in the scene, in no order."""
    found: list[Named] = []
    for span in _spans(scene):
        if scene.is_free(*span) and not surroundings.is_headline(scene.text, span):
            scene.take(span)
            found.append(unknowns.unknown(span, "", sure=False))
    return found


def ends_of_ways(scene: Scene, names: Iterable[Named]) -> list[Named]:
    """Return the unknown names behind "from Lisk to" and "left Lisk for", taken, in order."""
    found: list[Named] = []
    for name in sorted(names, key=SPAN):
        way = _TO.match(scene.text, name.span[1]) if scene.right(name.span[1]) & WAY else None
        before = scene.word_before(name.span[0]) if way else None
        if way and before and fold(before.text) == _WAYS[way[1]]:
            span = _behind(scene, way.end())
            if span:
                scene.take(span)
                found.append(unknowns.unknown(span, "", sure=False))
    return found


def datelines(scene: Scene, spans: Sequence[Span]) -> list[Named]:
    """Return the unknown towns that datelines begin with, taken in the scene."""
    found: list[Named] = []
    for start, end in spans:
        town = _TOWN.match(scene.text, start, end)
        if town and _is_town(scene, town.span()):
            scene.take(town.span())
            found.append(unknowns.unknown(town.span(), ""))
    return found


def _is_town(scene: Scene, span: Span) -> bool:
    words = {fold(w) for w in scene.text[slice(*span)].split()}
    known = scene.words.openers | scene.words.no_names
    return scene.is_free(*span) and not scene.is_party(*span) and not words & known


def _spans(scene: Scene) -> Iterator[Span]:
    moves, *marks = _patterns(scene.words)
    reach = 0
    for start, _ in scene.scanned.moves:
        match = moves.match(scene.text, start) if start >= reach else None
        if match:
            reach = match.end()
            yield from filter(None, [_behind(scene, reach)])
    yield from _at(scene)
    yield from _left(scene)
    starts = [match.start() for pattern in marks for match in pattern.finditer(scene.text)]
    starts += _done(scene)
    yield from filter(None, (unknowns.name_before(scene, start) for start in starts))


def _done(scene: Scene) -> Iterator[int]:
    """Yield where "was shelled" and the like begin: settlements are, and hardly persons."""
    text = scene.text
    for start, end in scene.scanned.done:
        been = _BEEN.search(text, max(0, start - _LONGEST_BEEN), start)
        if been and text[start:end] in scene.words.passives and text[end : end + 1] != "_":
            yield been.start()


def _at(scene: Scene) -> Iterator[Span]:
    """Yield names behind "at"; behind "an analyst at" a body follows."""
    for match in _AT.finditer(scene.text):
        is_new = not scene.taken[match.end()] and _opens(scene, match)
        previous = scene.word_before(match.start()) if is_new else None
        if previous and fold(previous.text) not in scene.words.not_at:
            yield from filter(None, [_behind(scene, match.end())])


def _left(scene: Scene) -> Iterator[Span]:
    """Yield names in "left Lisk for Omen": persons leave nobody for something."""
    for match in _LEFT.finditer(scene.text):
        span = _behind(scene, match.end()) if _opens(scene, match) else None
        if span and scene.text.startswith(_FOR, span[1]):
            yield span


def _opens(scene: Scene, match: re.Match[str]) -> bool:
    """Return whether a match begins a word: a pattern that asked for that would be slow."""
    start = match.start()
    return not (start and scene.text[start - 1].isalnum())


def _behind(scene: Scene, end: int) -> Span | None:
    span = unknowns.name_behind(scene, end)
    return span if span and span[0] == end else None


def _patterns(words: Wording) -> _Patterns:
    """Return what matches a motion before a name, then what matches the marks behind one."""
    if not (_LAST and _LAST[0][0] is words):
        _LAST[:] = [(words, _compiled(words))]
    return _LAST[0][1]


def _compiled(words: Wording) -> _Patterns:
    ways, movers, moved = (_choice(w) for w in (words.way_words, words.movers, words.moved))
    moves = rf"(?:(?:{movers}){_FEW_WORDS}|(?:{moved}))[ \n](?:{ways})[ \n](?:the )?{_CAPITAL}"
    rough, lengths, bearings = (_choice(w) for w in (words.rough, words.lengths, words.bearings))
    number = r"[0-9][0-9.,]{0,8}"
    distance = rf",[ \n](?:(?:{rough})[ \n])?{number}[ \n]?(?:{lengths})[ \n](?:{bearings})\b"
    described = rf"(?:(?:{_choice(words.describing)})[ \n])?"
    # Two patterns, since the engine finds a plain character faster than one of two.
    owners = [rf"{mark}s[ \n]{described}(?:{_choice(words.urban)})\b" for mark in "'’"]
    based = rf"(?:{_choice(words.based)})\b"
    return tuple(map(re.compile, (moves, distance, *owners, based)))


def _choice(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    return "|".join(re.escape(p) for p in longest_first) or "(?!)"
