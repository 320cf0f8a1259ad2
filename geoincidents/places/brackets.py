"""A second name in brackets behind a name: "Upper Lisk (Lisk Maior)" is one place twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.geography import PlaceKind
from geoincidents.places import surroundings
from geoincidents.places.scenes import SPAN, Named
from geoincidents.text import fold_word as fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geoincidents.model import Span
    from geoincidents.places.scenes import Scene

_OPEN = " ("
_DASHES = frozenset("-–—")
_LONGEST = 3  # words of a second name
# What stands in brackets behind a state or a province is a body or a wire ("Lisk (AP)").
_SETTLED = frozenset(
    {PlaceKind.VILLAGE, PlaceKind.TOWN, PlaceKind.DISTRICT, PlaceKind.LAKE, PlaceKind.MOUNTAIN}
)


def read(scene: Scene, names: Iterable[Named]) -> list[Named]:
    """Return names with those in brackets, each pair of them with one place, in order."""
    ordered = sorted(names, key=SPAN)
    if _OPEN[-1] not in scene.text:
        return ordered
    told: list[Named] = []
    for name in ordered:
        first = told[-1] if told else None
        if first and _is_bracketed(scene, first.span, name.span):
            told[-1], second = _one_place(scene, first, name)
            told.append(second)
            continue
        told.append(name)
        span = _new_name(scene, name)
        if span:
            scene.take(span)
            text = scene.text[slice(*name.span)]
            reason = f"a second name of {text!r}, which no pack has"
            told.append(Named(span=span, keys=name.keys, ground=name.ground, reason=reason))
    return told


def _is_bracketed(scene: Scene, first: Span, second: Span) -> bool:
    text = scene.text
    return text[first[1] : second[0]] == _OPEN and text[second[1] : second[1] + 1] == ")"


def _one_place(scene: Scene, first: Named, second: Named) -> tuple[Named, Named]:
    """Return a name and the one in its brackets; a known one tells what an unknown one is."""
    if second.keys and not first.keys and _is_settled(scene, second):
        reason = f"called {scene.text[slice(*second.span)]!r} in brackets"
        return first._replace(keys=second.keys, reason=reason), second
    if first.keys and not second.keys and _is_settled(scene, first):
        reason = f"a second name of {scene.text[slice(*first.span)]!r}, which no pack has"
        return first, second._replace(keys=first.keys, reason=reason)
    both = tuple(key for key in first.keys if key in second.keys)
    return (first._replace(keys=both), second._replace(keys=both)) if both else (first, second)


def _is_settled(scene: Scene, name: Named) -> bool:
    return all(scene.gazetteer.places[k].kind in _SETTLED for k in name.keys)


def _new_name(scene: Scene, name: Named) -> Span | None:
    """Return the capitalised words in brackets behind a settlement, None if there are others."""
    start = name.span[1] + len(_OPEN)
    if scene.text[name.span[1] : start] != _OPEN or not _is_settled(scene, name):
        return None
    run = surroundings.after(scene.text, start, _LONGEST + 1)
    words = [t for t in run if scene.is_name_word(t) and not t.text.isupper()]
    if not words or len(words) + 1 > len(run) or run[len(words)].text != ")":
        return None
    # "Lisk (Zell Press) -" names a wire.
    behind = scene.text[run[len(words)].end :][:3].lstrip()
    if behind[:1] in _DASHES or any(fold(t.text) in scene.words.no_names for t in words):
        return None
    return (start, words[-1].end) if tuple(words) == run[: len(words)] else None
