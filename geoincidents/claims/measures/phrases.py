"""The words of a sentence by number, so that rules can look left and right of a figure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geoincidents.model import Span

_TOKEN = re.compile(r"\d(?:[\d.,]*\d)?|[^\W\d_][\w'’]*(?:[-‐‑][\w'’]+)*|\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A sentence's words and marks, lower case, with where each stands in it."""

    text: str
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def from_(self, position: int) -> int:
        """Return the index of the first word at or after a position."""
        return bisect_left(self.starts, position)

    def until(self, position: int) -> int:
        """Return the index after the last word that ends at or before a position."""
        return bisect_right(self.ends, position)

    def at(self, index: int) -> str:
        """Return a word, empty outside the sentence."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def after(self, position: int, count: int) -> tuple[str, ...]:
        """Return the next words, at most `count`."""
        first = self.from_(position)
        return self.lower[first : first + count]

    def before(self, position: int, count: int) -> tuple[str, ...]:
        """Return the words before, the nearest last, at most `count`."""
        last = self.until(position)
        return self.lower[max(0, last - count) : last]

    def span(self, first: int, last: int) -> Span:
        """Return where the words of two indices stand, both included."""
        return self.starts[first], self.ends[last]


def split(text: str) -> Words:
    """Return the words and marks of a text."""
    tokens = tuple(_TOKEN.finditer(text))
    return Words(
        text=text,
        lower=tuple(t[0].lower() for t in tokens),
        starts=tuple(t.start() for t in tokens),
        ends=tuple(t.end() for t in tokens),
    )
