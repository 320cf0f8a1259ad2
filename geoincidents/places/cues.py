"""Unknown names that motions, distances and datelines tell to be places."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from geoincidents.places import surroundings, unknowns
from geoincidents.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geoincidents.model import Span
    from geoincidents.places.scenes import Named, Scene
    from geoincidents.places.wording import Wording

_Patterns: TypeAlias = "tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]"
# A run reads all its reports with one lexicon.
_LAST: list[tuple[Wording, _Patterns]] = []
# Any letter but a to z: no class of `re` holds the capitals of all scripts.
_CAPITAL = r"(?=[^\W\d_a-z])"
_FEW_WORDS = r"(?:[ \n][\w-]{1,20}){0,3}?"
_FROM = "from"
_TO = re.compile(rf"[ \n]to[ \n](?:the )?{_CAPITAL}")
_AT = re.compile(rf"at[ \n](?<=\w[ \n]at[ \n])(?:the )?{_CAPITAL}")
# The town of a dateline, in capitals or not, up to the mark behind it.
_TOWN = re.compile(r"[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’-]*){0,3}(?=\s?[,(/.:–—-]|\s--?\s)")


def find(scene: Scene) -> list[Named]:
    """Return the unknown names, taken in the scene, in no order."""
    found: list[Named] = []
    for span in _spans(scene):
        if scene.is_free(*span) and not surroundings.is_headline(scene.text, span):
            scene.take(span)
            found.append(replace(unknowns.unknown(span, ""), sure=False))
    return found


def ends_of_ways(scene: Scene, names: Iterable[Named]) -> list[Named]:
    """Return the unknown names behind "from Lisk to", taken in the scene, in order."""
    found: list[Named] = []
    for name in sorted(names, key=lambda n: n.span):
        before = scene.word_before(name.span[0])
        way = _TO.match(scene.text, name.span[1])
        if way and before and fold(before.text) == _FROM:
            span = _behind(scene, way.end())
            if span:
                scene.take(span)
                found.append(replace(unknowns.unknown(span, ""), sure=False))
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
    moves, distances, owners = _patterns(scene.words)
    reach = 0
    for start, _ in scene.scanned.moves:
        match = moves.match(scene.text, start) if start >= reach else None
        if match:
            reach = match.end()
            span = _behind(scene, reach)
            if span:
                yield span
    for match in _AT.finditer(scene.text):
        previous = scene.word_before(match.start())
        if previous and fold(previous.text) not in scene.words.not_at:
            span = _behind(scene, match.end())
            if span:
                yield span
    for pattern in (distances, owners):
        for match in pattern.finditer(scene.text):
            span = unknowns.name_before(scene, match.start())
            if span:
                yield span


def _behind(scene: Scene, end: int) -> Span | None:
    span = unknowns.name_behind(scene, end)
    return span if span and span[0] == end else None


def _patterns(words: Wording) -> _Patterns:
    """Return what matches a motion before a name, a distance behind, a settlement's noun."""
    if not (_LAST and _LAST[0][0] is words):
        _LAST[:] = [(words, _compiled(words))]
    return _LAST[0][1]


def _compiled(words: Wording) -> _Patterns:
    ways, movers, moved = (_choice(w) for w in (words.way_words, words.movers, words.moved))
    moves = rf"\b(?:(?:{movers}){_FEW_WORDS}|(?:{moved}))[ \n](?:{ways})[ \n](?:the )?{_CAPITAL}"
    rough, lengths, bearings = (_choice(w) for w in (words.rough, words.lengths, words.bearings))
    number = r"[0-9][0-9.,]{0,8}"
    distance = rf",[ \n](?:(?:{rough})[ \n])?{number}[ \n]?(?:{lengths})[ \n](?:{bearings})\b"
    described = rf"(?:(?:{_choice(words.describing)})[ \n])?"
    owner = rf"['’]s[ \n]{described}(?:{_choice(words.urban)})\b"
    return re.compile(moves), re.compile(distance), re.compile(owner)


def _choice(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    return "|".join(re.escape(p) for p in longest_first) or "(?!)"
