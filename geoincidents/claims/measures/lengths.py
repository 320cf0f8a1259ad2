"""What a length measures, and what it is counted from, by the words around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from geoincidents.model import MeasuredFrom, MeasureKind

if TYPE_CHECKING:
    from geoincidents.claims.measures.phrases import Words
    from geoincidents.claims.measures.words import MeasureWords

_MORE = re.compile(r"\s\w")
_MARKS: Final = frozenset(',;.:()[]"“”«»!?—–')
_REACH_BEFORE: Final = 12  # words that may lie between a verb and its distance
_REACH_AFTER: Final = 5
_REACH_OBJECT: Final = 5  # "from the line of contact"
_REACH_WIDE: Final = 6  # words before, over a comma
_NEAR: Final = 4
_NAMED_SHAPES: Final = (  # "a depth of": the shape, the lexicon's list
    ("high", "height"),
    ("wide", "width"),
    ("deep", "depths"),
    ("long", "lengths"),
)

Extent = tuple[int, int, int]
Reading = tuple[MeasureKind, MeasuredFrom]


def classify(words: Words, span: Extent, lexicon: MeasureWords) -> Reading | None:
    """Return what a length measures and from where, None for heights.

    Parameters
    ----------
    span
        Start of the figure, end of its unit and end of its second unit in brackets, in
        the text that `words` was split from.
    """
    around = _Around(words, span, lexicon)
    return (
        around.by_phrase()
        if around.is_shaped
        else around.by_noun() or around.by_retreat() or around.by_direction() or around.by_verb()
    )


class _Around:
    """The words left and right of a length, within its clause."""

    def __init__(self, words: Words, span: Extent, lexicon: MeasureWords) -> None:
        self._lists = lexicon.lengths
        self._before = _clause(words.before(span[0], _REACH_BEFORE)[::-1])[::-1]
        self._wide = words.before(span[0], _REACH_WIDE)
        shape, end = _shape_after(words.text, span, lexicon)
        self._after = _clause(words.after(end, _REACH_AFTER + _REACH_OBJECT))
        self._shape = shape or self._shape_before()

    @property
    def is_shaped(self) -> bool:
        """Return whether wide, long, deep or high stands right beside the figure."""
        return bool(self._shape)

    def by_phrase(self) -> Reading | None:
        """Return the reading of "wide", "long", "deep" or "a length of"."""
        if self._shape == "high":
            return None
        if self._shape == "deep":
            return MeasureKind.DEPTH, self._entered(self._after)
        return (MeasureKind.WIDTH if self._shape == "wide" else MeasureKind.LENGTH), _UNSAID

    def by_noun(self) -> Reading | None:
        """Return the reading of "a 5 km section", "12 km of trenches", "a 2 km zone"."""
        head, rest = self._at(0), self._after
        is_stretch = self._has(self._before[-3:], "length") and not self._is(head, "entering")
        if self._is(head, "along") or is_stretch:
            return MeasureKind.LENGTH, _UNSAID
        if self._has(rest[:2], "belt"):
            return MeasureKind.WIDTH, _UNSAID
        if self._is(head, "of"):
            return self._by_of()
        is_direction = self._is(head, "inward") or self._is(head, "away")
        is_piece = self._is(head, "piece") or (self._is(self._at(1), "piece") and not is_direction)
        return (MeasureKind.LENGTH, _UNSAID) if is_piece else None

    def by_retreat(self) -> Reading | None:
        """Return a distance where somebody goes back, or where it says so itself."""
        if self._has(self._before[-_NEAR:], "retreat") or self._has(self._before, "distance"):
            return MeasureKind.DISTANCE, self._start()
        return None

    def _start(self) -> MeasuredFrom:
        away = next((i for i, w in enumerate(self._after) if w in self._lists["away"]), None)
        if away is not None:
            return self._counted_from(self._after[away:])
        if self._has(self._after, "border"):
            return MeasuredFrom.BORDER
        is_said = self._has(self._before, "distance") and self._has(self._before, "between_ends")
        return self._counted_from(("", *self._before)) if is_said else _UNSAID

    def by_direction(self) -> Reading | None:
        """Return the reading of the first word of direction after the figure."""
        for index, word in enumerate(self._after[:_REACH_AFTER]):
            is_whose = self._is(word, "of") and index > 0  # "at the edge of the village"
            if word in self._lists["away"] and not is_whose:
                return self._outward(self._after[index:])
            if word in self._lists["inward"]:
                return self._inward(word, self._after[index + 1 :])
        return None

    def by_verb(self) -> Reading:
        """Return a depth where somebody advances, a distance otherwise."""
        if not self._is_advance:
            return MeasureKind.DISTANCE, _UNSAID
        is_crossing = self._has(self._before, "territory") or self._has(self._before, "border")
        return MeasureKind.DEPTH, MeasuredFrom.BORDER if is_crossing else _UNSAID

    @property
    def _is_advance(self) -> bool:
        return self._has(self._before, "advance")

    def _by_of(self) -> Reading:
        if self._has(self._after[1:_REACH_OBJECT], "piece") and not self._is_within:
            return MeasureKind.LENGTH, _UNSAID
        if self._is_within or self._has(self._after[1:_REACH_OBJECT], "spot"):
            return MeasureKind.DISTANCE, self._counted_from(self._after)
        return MeasureKind.OTHER, _UNSAID  # "three km of their land": no depth, no area

    @property
    def _is_within(self) -> bool:
        return self._has(self._before[-2:], "bound")

    def _outward(self, rest: tuple[str, ...]) -> Reading:
        is_counted = self._has(rest[1:2], "of") or self._has(rest[1:3], "from")
        if not self._is(rest[0], "apart") and not is_counted:
            return self._aside(rest)
        source = self._counted_from(rest)
        # "Inside Tavaria, 2 km from the border": the clause before says which side.
        is_inside = self._is_advance or self._has(self._wide, "into")
        is_depth = is_inside and not self._has(self._wide[-_NEAR:], "static")
        if source is MeasuredFrom.BORDER and is_depth:
            return MeasureKind.DEPTH, source
        return MeasureKind.DISTANCE, source

    def _aside(self, rest: tuple[str, ...]) -> Reading:
        """Return the reading of a bare direction: "three miles north"."""
        if self._is_advance:
            return MeasureKind.DEPTH, _UNSAID
        return MeasureKind.DISTANCE, self._counted_from(rest) if len(rest) > 1 else _UNSAID

    def _inward(self, word: str, rest: tuple[str, ...]) -> Reading:
        is_crossing, is_entering = self._is(word, "crossing"), self._is(word, "entering")
        is_bounded = self._has(rest, "border") or self._is_line(rest[:_REACH_OBJECT])
        is_loose = self._is(word, "located") or (is_crossing and not is_bounded)
        if is_loose and not self._is_advance:
            return MeasureKind.DISTANCE, _UNSAID
        is_entered = is_crossing or is_entering or self._has(rest[:2], "into")
        source = self._object(rest) if is_entered else _UNSAID
        is_fire = self._has(self._before, "fire")
        is_depth = self._is_advance or (is_entered and not is_fire)
        return (MeasureKind.DEPTH if is_depth else MeasureKind.DISTANCE), source

    def _entered(self, rest: tuple[str, ...]) -> MeasuredFrom:
        is_entered = self._has(rest[:2], "entering") or self._has(rest[:_NEAR], "border")
        return self._object(rest[1:]) if is_entered else _UNSAID

    def _object(self, rest: tuple[str, ...]) -> MeasuredFrom:
        """Return what is entered; a country or area stands behind its border."""
        near = rest[:_NEAR]
        if self._has(near, "border") or self._has(near, "territory"):
            return MeasuredFrom.BORDER
        if self._is_line(rest[:_REACH_OBJECT]):
            return MeasuredFrom.LINE
        return MeasuredFrom.PLACE if self._has(near[:3], "spot") else MeasuredFrom.BORDER

    def _counted_from(self, rest: tuple[str, ...]) -> MeasuredFrom:
        near = rest[1 : 1 + _REACH_OBJECT]
        if self._is_line(near):
            return MeasuredFrom.LINE
        if self._has(near, "border"):
            return MeasuredFrom.BORDER
        return MeasuredFrom.PLACE if near else _UNSAID

    def _is_line(self, near: tuple[str, ...]) -> bool:
        said = f" {' '.join(near)} "
        return any(f" {phrase} " in said for phrase in self._lists["line"])

    def _shape_before(self) -> str:
        for word in reversed(self._before[-_NEAR:]):
            for shape, key in _NAMED_SHAPES:
                is_aside = shape == "high" and self._has(self._after[:_NEAR], "away")
                if word in self._lists[key] and not is_aside:
                    return shape
        return ""

    def _has(self, words: tuple[str, ...], key: str) -> bool:
        return not self._lists[key].isdisjoint(words)

    def _is(self, word: str, key: str) -> bool:
        return word in self._lists[key]

    def _at(self, index: int) -> str:
        return self._after[index] if index < len(self._after) else ""


_UNSAID: Final = MeasuredFrom.UNSAID


def _shape_after(text: str, span: Extent, lexicon: MeasureWords) -> tuple[str, int]:
    """Return "wide", "long", "deep" or "high" if it stands there, and where to read on."""
    for start in (span[1], span[2]):
        for shape, pattern in lexicon.phrases.items():
            found = pattern.match(text, start)
            # "5 km across the border" has no width; "5 km across." has.
            is_way = found and found[0].strip(" -").lower() in lexicon.lengths["crossing"]
            if found and not (is_way and _MORE.match(text, found.end())):
                return shape, max(found.end(), span[2])
    return "", span[2]


def _clause(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words up to the first mark."""
    stop = next((i for i, w in enumerate(words) if w in _MARKS), len(words))
    return words[:stop]
