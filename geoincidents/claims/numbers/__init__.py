"""Numbers of a text, in digits, words and both, by a grammar of their own.

Nothing of a report ever reaches ``float()``: digits are read one by one, so that
"1e308", "nan", "1_000" and 5,000 digits yield nothing. Every value is finite, above
zero and below `MOST`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geoincidents.claims.numbers.digits import read_digits
from geoincidents.claims.numbers.words import (
    FIRST_LETTERS,
    FIRST_WORDS,
    SCALES,
    Figure,
    read_vague,
    read_words,
)

if TYPE_CHECKING:
    from geoincidents.model import Span

MOST: Final = 10**12  # no report of an incident counts farther

# A look at the first letter spares most words the many alternatives.
_LETTERS = FIRST_LETTERS + FIRST_LETTERS.upper()
_START = re.compile(rf"[\d¼½¾⅐-⅞]|\b(?=[{_LETTERS}])(?:{FIRST_WORDS})\b")
# A spaced em dash parts clauses ("killed five — two of them ..."), so only the bare one.
_TO = re.compile(r"\s?[-–−‐‑]\s?|—|\s(?:to|or)\s(?:about\s|some\s|around\s)?")
_BETWEEN = re.compile(r"\b[Bb]etween\s$")
_AND = re.compile(r"\sand\s")
_LONGEST_BEFORE: Final = len("between ") + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number and where it stands in the text that was searched.

    `low` and `high` are None for words that give no value ("several"). `grouped` is the
    other reading of a point before three digits: 2,500 for "2.500".
    """

    span: Span
    low: float | None
    high: float | None
    words: str
    grouped: float | None = None

    @property
    def is_range(self) -> bool:
        """Return whether two values are given."""
        return self.low != self.high

    @property
    def is_whole(self) -> bool:
        """Return whether it can count things."""
        return self.low is None or self.high is None or (_whole(self.low) and _whole(self.high))


def find(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text in order; spans count from the text's start.

    Digits may be of any script and carry separators of thousands; words reach to
    millions. Ranges are one number. Ordinals, negatives, times of day and figures that
    are part of a name ("S-300", "km2") are none.
    """
    found: list[Number] = []
    position = 0
    while start := _START.search(text, position):
        number, position = _read(text, start.start())
        if number is not None:
            found.append(number)
    return tuple(found)


def _read(text: str, start: int) -> tuple[Number | None, int]:
    if vague := read_vague(text, start):
        return Number(span=(start, vague), low=None, high=None, words=text[start:vague]), vague
    figure = _figure(text, start)
    if figure.value is None:
        return None, figure.end
    upper = _upper(text, start, figure)
    end = upper.end if upper else figure.end
    low, high = _bounds(figure, upper)
    if not 0 < low <= high < MOST:
        return None, end
    grouped = None if upper else figure.grouped
    return Number(
        span=(start, end), low=low, high=high, words=text[start:end], grouped=grouped
    ), end


def _figure(text: str, start: int) -> Figure:
    if text[start].isalpha():
        return read_words(text, start)
    return read_digits(text, start)


def _upper(text: str, start: int, lower: Figure) -> Figure | None:
    joint = _TO.match(text, lower.end) or _and(text, start, lower.end)
    if joint is None or not _START.match(text, joint.end()) or lower.value is None:
        return None
    if read_vague(text, joint.end()):
        return None
    upper = _figure(text, joint.end())
    return upper if upper.value is not None and upper.value > lower.value else None


def _and(text: str, start: int, end: int) -> re.Match[str] | None:
    before = text[max(0, start - _LONGEST_BEFORE) : start]
    return _AND.match(text, end) if _BETWEEN.search(before) else None


def _bounds(lower: Figure, upper: Figure | None) -> tuple[float, float]:
    low = lower.value or 0.0
    if upper is None or upper.value is None:
        return low, low
    # "two to three hundred" are 200 to 300: the scale belongs to both.
    scale = SCALES.get(upper.scale, 1)
    if scale > 1 and not lower.scale and low < scale and low * scale < upper.value:
        low *= scale
    return low, upper.value


def _whole(value: float) -> bool:
    return value == int(value)
