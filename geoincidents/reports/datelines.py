"""Datelines: "KYIV, May 3 (AP) --", "Rome /Agency/.", "Oslo/17.12.20/Agency:" and their like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from geoincidents.text import fold

if TYPE_CHECKING:
    from geoincidents.reports.press import Press

LONGEST = 110  # characters from a paragraph's start to the dateline's end
MOST_PLACES = 3  # city, state, country
MOST_WORDS = 4  # of one place or unknown agency
SHORTEST = 2  # letters that make no place: "On May 12" is a sentence
_END = re.compile(
    r"(?P<dash>\s{0,9}+(?:--+|[–—―])\s*+|\s-\s)"
    r"|(?P<colon>:(?=\s)\s*+)|(?P<stop>\.(?=\s)\s*+)|(?P<shut>(?<=[/)])\s*+(?=\S))|(?P<line>$)"
)
# A word of a sentence: longer than the particles of a name, in small letters, by itself.
_SMALL = re.compile(rf"(?<!\S)[a-z]{{{MOST_PLACES + 1},{LONGEST}}}(?=\s)")
_OPENED = re.compile(r"[(/]")
_ENCLOSED = re.compile(r"\(([^()]{2,40})\)|/([^/]{2,40})/")
_DELIMITER = re.compile(r"[,.()|;/]|\s-\s")
_CENTURY = 2000  # of years written with two digits
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)? )?\b([a-z]{3,9})\b\.?"
    r"(?: (\d{1,2})(?:st|nd|rd|th)?\b)?(?:,? (\d{4}))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A day and month, and the year where it is given."""

    year: int | None
    month: int
    day: int

    def on(self, year: int | None) -> date | None:
        """Return the date, in `year` where it names none; None if there is no such day."""
        known = self.year or year
        try:
            return date(known, self.month, self.day) if known else None
        except ValueError:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline's length with its dash or stop, and what it tells."""

    length: int
    dated: PartialDate | None
    agency: str  # as written, empty if none is named


def match(paragraph: str, press: Press, *, is_first: bool) -> Dateline | None:
    """Return the dateline that a paragraph begins with, None if it has none.

    A place in capitals alone counts only where `is_first`: further down, a
    paragraph that begins with an acronym and a dash is prose.
    """
    start, best = paragraph[: _reach(paragraph, press)], None
    for end in _END.finditer(start):
        if end.lastgroup == "line" and len(paragraph) > len(start):
            break
        by_place = is_first and end.lastgroup in {"dash", "colon"}
        read = _read(start[: end.start()], press, by_place=by_place)
        # A line of its own needs a date, or a byline or a wire's name would do.
        if read and (read[0] or end.lastgroup != "line"):
            best = Dateline(length=end.end(), dated=read[0], agency=read[1])
        if end.lastgroup == "dash":
            break
    return best


def _reach(paragraph: str, press: Press) -> int:
    """Return where the first word begins that no dateline holds, or how long one can be.

    Only in brackets and between slashes any word may stand.
    """
    for word in _SMALL.finditer(paragraph, 0, LONGEST):
        if word[0] not in press.dateline:
            opened = _OPENED.search(paragraph, 0, word.start())
            return LONGEST if opened else word.start() + 1
    return LONGEST


def find_date(folded: str, press: Press) -> PartialDate | None:
    """Return the first date with day and month in folded words."""
    found = press.dated.search(folded)
    return parse_date(found[0], press) if found else None


def parse_date(folded: str, press: Press) -> PartialDate | None:
    """Return the date that folded words are; day before month where both are numbers."""
    if iso := _ISO.search(folded):
        return PartialDate(year=int(iso[1]), month=int(iso[2]), day=int(iso[3]))
    if number := _NUMERIC.search(folded):
        day, month, year = map(int, number.groups())
        if month > 12 >= day:  # noqa: PLR2004 -- months of the year
            day, month = month, day
        return PartialDate(year=year + _CENTURY * (year < 100), month=month, day=day)  # noqa: PLR2004 -- two digits
    for named in _NAMED.finditer(folded):
        month_number, day_words = press.months.get(named[2]), named[1] or named[3]
        if month_number and day_words:
            year_given = int(named[4]) if named[4] else None
            return PartialDate(year=year_given, month=month_number, day=int(day_words))
    return None


def _read(words: str, press: Press, *, by_place: bool) -> tuple[PartialDate | None, str] | None:
    """Return date and agency if words are nothing but places, a date and an agency."""
    dated, rest = None, words
    if day := press.dated.search(fold(words)):
        dated = parse_date(day[0], press)
        rest = f"{words[: day.start()]},{words[day.end() :]}"
    agency, rest, is_set_off = _agency(rest, press)
    places = [" ".join(part.split()) for part in _DELIMITER.split(rest)]
    places = [place for place in places if place and fold(place) not in press.weekdays]
    if len(places) > MOST_PLACES or not all(map(_is_place, places)):
        return None
    in_capitals = bool(places) and places[0].isupper()
    known = dated or agency or (by_place and in_capitals)
    return (dated, agency) if known and (places or is_set_off) else None


def _agency(words: str, press: Press) -> tuple[str, str, bool]:
    """Return the agency that words name, the words without it, and if it is in brackets."""
    for found in _ENCLOSED.finditer(words):
        name = (found[1] or found[2]).strip()
        # Slashes set off agencies only; brackets also hold parties and regions.
        is_likely = bool(found[2]) or words[: found.start()].strip().isupper()
        if press.wire.search(fold(name)) or (is_likely and _is_place(name)):
            return name, f"{words[: found.start()]},{words[found.end() :]}", True
    for part in _DELIMITER.split(words):
        if fold(part.strip()) in press.wires:
            return part.strip(), words.replace(part, "", 1), False
    return "", words, False


def _is_place(words: str) -> bool:
    """Return whether words are a name: capitals, but for short particles."""
    parts = words.replace("-", " ").replace("'", " ").replace("’", " ").split()
    if not 1 <= len(parts) <= MOST_WORDS or not parts[0][0].isupper():
        return False
    if len("".join(parts)) <= SHORTEST:
        return False
    return all(p.isalpha() and (p[0].isupper() or len(p) <= MOST_PLACES) for p in parts)
