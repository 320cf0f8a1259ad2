"""Further mentions of an unknown place that the report has told to be one."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from geoincidents.places import guards
from geoincidents.places.scenes import Named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geoincidents.places.scenes import Scene

# Any letter but a to z: no class of `re` holds the capitals of all scripts.
_CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w*")
_OFTEN = 2  # times that "in" and the like stand before a name, to be sure of it


def find(scene: Scene, names: Iterable[Named]) -> list[Named]:
    """Return the bare mentions of unknown names, taken in the scene, in order."""
    told = _told(scene, names)
    if not told:
        return []
    found: list[Named] = []
    for start, first in sorted(_starts(scene, told)):
        for surface in told[first]:
            span = (start, start + len(surface))
            if _stands(scene, surface, start) and guards.is_place(scene, Named(span=span)):
                scene.take(span)
                found.append(Named(span=span))
                break
    return found


def _starts(scene: Scene, words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield where some capitalised words stand whole in a text and are of no name."""
    text, taken = scene.text, scene.taken
    for word in words:
        at = text.find(word)
        while at >= 0:
            if not taken[at]:
                whole = _CAPITALISED.match(text, at)
                if whole and whole[0] == word:
                    yield at, word
            at = text.find(word, at + 1)


def _told(scene: Scene, names: Iterable[Named]) -> Mapping[str, list[str]]:
    """Return the unknown names by their first word, the longest first."""
    counted: dict[str, int] = defaultdict(int)
    for name in names:
        if not name.keys and not name.joined:
            counted[scene.text[slice(*name.span)]] += _OFTEN if name.sure else 1
    told: dict[str, list[str]] = defaultdict(list)
    sure = {surface for surface, count in counted.items() if count >= _OFTEN}
    # A dateline or a headline may write it in capitals, or alone tell it.
    both = sure | {s.upper() for s in sure} | {s.title() for s in sure if s.isupper()}
    for surface in sorted(both, key=lambda s: (-len(s), s)):
        first = _CAPITALISED.match(surface)
        if first:
            told[first.group()].append(surface)
    return told


def _stands(scene: Scene, surface: str, start: int) -> bool:
    end = start + len(surface)
    return (
        scene.text.startswith(surface, start)
        and not scene.text[end : end + 1].isalnum()
        and scene.is_free(start, end)
        and not scene.is_party(start, end)
    )
