"""What the readers of dates return, and what they may look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geoincidents.model import DateBasis, DatePrecision

if TYPE_CHECKING:
    from datetime import date

    from geoincidents.claims.dates.calendar import Days
    from geoincidents.claims.dates.words import DateWords
    from geoincidents.model import Span

_TENSE_REACH: Final = 160  # characters before a date that can hold its verb
_PREPOSITION_REACH: Final = 20  # characters
_SENTENCE_MARK = re.compile(r"[;.:?!]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A date as it was read; the span is relative to the sentence.

    `days` is None where the words need a date that is not known. `after` counts days
    from the date before in the text. `bare` is the month and day whose year was filled.
    """

    span: Span
    days: Days | None
    basis: DateBasis = DateBasis.RELATIVE
    prec: DatePrecision | None = None  # None: by the length of `days`
    alternatives: tuple[Days, ...] = ()
    future: bool = False
    after: int | None = None
    slack: int = 0  # days to both sides of what is counted: "two weeks later"
    ahead: bool = False  # `after` counts from the date that follows: "two days after May 12"
    bare: tuple[int, int] | None = None
    duration: bool = False
    is_night: bool = False
    is_name: bool = False  # "the 2020 war": the year tells which war, not when something was


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a reader may look at beside its own words."""

    text: str
    words: DateWords
    published: date | None

    def before(self, start: int) -> str:
        """Return the few characters that hold the preposition before a position."""
        return self.text[max(0, start - _PREPOSITION_REACH) : start]

    def is_future(self, start: int) -> bool:
        """Return whether the nearest verb before a position speaks of what is to come."""
        return self.tense(start) is True

    def tense(self, start: int) -> bool | None:
        """Return whether the nearest verb is a future one, None where there is no verb."""
        before = self.text[max(0, start - _TENSE_REACH) : start]
        words = _SENTENCE_MARK.split(before)[-1].split()
        for index in range(len(words) - 1, -1, -1):
            word = words[index].strip(",()\"'“”’")
            if word in self.words.future or " ".join(words[index : index + 2]) in self.words.future:
                return True
            is_past = word in self.words.past or word.endswith("ed")
            if is_past and not self.words.leads.intersection(words[max(0, index - 2) : index]):
                return False
        return None


def explicit(span: Span, days: Days | None) -> tuple[Found, ...]:
    """Return a date that is written out in full, nothing if the calendar has none."""
    return () if days is None else (Found(span=span, days=days, basis=DateBasis.EXPLICIT),)


def unknown(span: Span) -> tuple[Found, ...]:
    """Return words whose date needs a publication date that is not known."""
    return (Found(span=span, days=None, basis=DateBasis.NONE),)
