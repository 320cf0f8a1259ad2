"""Dates: the times that a sentence names, worked out from the publication date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from geoincidents.claims.dates import calendar
from geoincidents.claims.dates import words as dates_words
from geoincidents.claims.dates.found import Context, Found
from geoincidents.claims.dates.readers import READERS
from geoincidents.model import DateBasis, DatePrecision, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geoincidents.claims.dates.calendar import Days
    from geoincidents.claims.dates.words import DateWords
    from geoincidents.claims.sentences import Sentence
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Span

# A time of day may stand before each end: "from 2220 on May 12 to 6 a.m. on May 13".
_TIME = (
    r"(?:(?:\d[\d:.]{0,6}|[ap]\.?m\.?|\d[\d:.]{0,4}[ap]\.?m\.?|on|at|in|the|of|noon|midnight|dawn|dusk"
    r"|early|late|night|morning|afternoon|evening|hours|o'clock|about|around)\s){0,7}"
)
_FROM = re.compile(rf"\b(?:[Ff]rom|[Bb]etween)\s{_TIME}\Z")
_TO = re.compile(rf",?\s(?:to|into|until|till|and|through)\s{_TIME}\Z")
_ONWARD = re.compile(r"\s(?:on|onwards?|forth)\b(?!\s(?:a|an|the)\b)")  # "from 1994 on, ..."
_INTO = re.compile(r"\b(?:[Oo]vernight|[Nn]ight)\s(?:in)?to\s\Z")
_LIST = re.compile(r"\s(?:and|to|or|until|through)\s\Z|,\s\Z|\s?[-–]\s?\Z")
_BESIDE = re.compile(r"\s?[,(]?\s?(?:the\s)?\Z")
_OF = re.compile(r",?\s(?:of\s)?")
_REACH: Final = 40  # characters before a date that can hold its preposition
_NIGHT_REACH: Final = 16  # "overnight on the 12th": the night belongs to that date


class DateRelation(StrEnum):
    """How an event stands to a date."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"  # on that day at the latest: "by Thursday they had entered"
    BEFORE = "before"
    AFTER = "after"
    NAMES = "names"  # "the 2020 war": tells which war, and so only what came of it when
    DURATION = "duration"  # how long, not when


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date of a sentence; `future` where the words speak of what is to come."""

    when: When
    relation: DateRelation
    span: Span
    future: bool = False


def find(sentence: Sentence, lexicon: Lexicon, *, anchor: When | None = None) -> tuple[Dated, ...]:
    """Return the dates of a sentence in order; their spans count from the report.

    Parameters
    ----------
    anchor
        The date that the text told last; "the next day" counts from it, unless the
        sentence itself names one before.

    Notes
    -----
    Years are filled so that the date is the nearest before publication. Without a date
    of publication, words that need one have no start and no end.
    """
    words = dates_words.of(lexicon)
    context = Context(text=sentence.text, words=words, published=sentence.report.published)
    found = _resolved(_combined(_read(context), context), anchor)
    return tuple(_dated(f, sentence, words) for f in found)


def _read(context: Context) -> list[Found]:
    """Return what the readers find; where two overlap, the earlier reader wins."""
    found: list[Found] = []
    taken = bytearray(len(context.text))
    likely = frozenset(context.words.likely(context.text))
    for name, reader in READERS:
        if name not in likely:
            continue
        for match in context.words.patterns[name].finditer(context.text):
            if any(taken[match.start() : match.end()]):
                continue
            for entry in reader(match, context):
                found.append(entry)
                start, end = entry.span
                taken[start:end] = b"\x01" * (end - start)
    return sorted(found, key=lambda f: f.span)


def _combined(found: list[Found], context: Context) -> list[Found]:
    dates = _without_nights(found)
    dates = _with_years(dates, context)
    dates = [_into(f, context) for f in dates]
    return list(_merged(dates, context))


def _without_nights(found: list[Found]) -> list[Found]:
    """Leave out "overnight" beside a date of its own."""
    kept: list[Found] = []
    for index, entry in enumerate(found):
        beside = [*found[max(0, index - 1) : index], *found[index + 1 : index + 2]]
        others = [f for f in beside if not f.is_night and not f.duration]
        if not entry.is_night or not any(_is_near(entry, f) for f in others):
            kept.append(entry)
    return kept


def _is_near(night: Found, other: Found) -> bool:
    gap = max(other.span[0] - night.span[1], night.span[0] - other.span[1])
    return 0 <= gap <= _NIGHT_REACH


def _with_years(found: list[Found], context: Context) -> list[Found]:
    """Give a bare "May 12" the year of the date that it is listed with."""
    dates = list(found)
    for index in range(len(dates) - 2, -1, -1):
        first, second = dates[index], dates[index + 1]
        between = context.text[first.span[1] : second.span[0]]
        is_listed = len(between) < _NIGHT_REACH and _LIST.match(between)
        if first.bare is None or not is_listed or second.days is None:
            continue
        if second.basis is not DateBasis.EXPLICIT or second.days[0] != second.days[1]:
            continue
        day = calendar.day(second.days[0].year, *first.bare)
        if day:
            dates[index] = replace(first, days=(day, day), basis=DateBasis.EXPLICIT, future=False)
    return [_onward(d, dates[i - 1] if i else None, context) for i, d in enumerate(dates)]


def _onward(found: Found, last: Found | None, context: Context) -> Found:
    """Read "began on May 12, 2020 and ended on June 3" in one year, the other kept."""
    if found.bare is None or found.days is None or last is None or last.days is None:
        return found
    between = context.text[last.span[1] : found.span[0]]
    is_joined = len(between) <= _REACH and not context.words.and_.isdisjoint(between.split())
    if not is_joined or last.basis is not DateBasis.EXPLICIT or found.basis is DateBasis.EXPLICIT:
        return found
    start = last.days[0]
    days = [calendar.day(start.year + step, *found.bare) for step in (0, 1)]
    day = next((d for d in days if d and start <= d < found.days[0]), None)
    return replace(found, days=(day, day), alternatives=(found.days,)) if day else found


def _into(found: Found, context: Context) -> Found:
    """Let "overnight into Sunday" begin on Saturday."""
    if found.days is None or found.days[0] != found.days[1]:
        return found
    before = context.text[max(0, found.span[0] - _REACH) : found.span[0]]
    start = calendar.shift(found.days[0], -1)
    return replace(found, days=(start, found.days[1])) if start and _INTO.search(before) else found


def _merged(found: list[Found], context: Context) -> Iterator[Found]:
    """Yield "from Tuesday to June 3" as one, and a weekday with its date as the date."""
    index = 0
    while index < len(found):
        first = found[index]
        second = found[index + 1] if index + 1 < len(found) else None
        both = second and _merge(first, second, context)
        yield both or first
        index += 2 if both else 1


def _merge(first: Found, second: Found, context: Context) -> Found | None:
    if first.days is None or second.days is None:
        return None
    between = context.text[first.span[1] : second.span[0]]
    if len(between) > _REACH:
        return None
    span = (first.span[0], second.span[1])
    before = context.text[max(0, first.span[0] - _REACH) : first.span[0]]
    if dated := _of_year(first, second, between):
        return replace(dated, span=span)
    if _TO.match(between) and _FROM.search(before) and first.days[0] <= second.days[1]:
        return replace(
            second, span=span, days=(first.days[0], second.days[1]), prec=None, bare=None
        )
    if len(between) > _NIGHT_REACH or not _BESIDE.match(between):
        return None
    return _same(first, second, span, context.text)


def _of_year(first: Found, second: Found, between: str) -> Found | None:
    """Return "May 12 last year" and "in May of last year" in that year."""
    if first.days is None or second.days is None or not _OF.fullmatch(between):
        return None
    year = second.days[0].year
    is_year = second.basis is DateBasis.RELATIVE and second.prec is DatePrecision.LONGER
    if not is_year or first.basis is not DateBasis.COMPLETED or second.days[0] != date(year, 1, 1):
        return None
    if first.bare:
        day = calendar.day(year, *first.bare)
        return replace(first, days=(day, day), alternatives=(), future=False) if day else None
    month = calendar.months(year, first.days[0].month)
    return replace(first, days=month, alternatives=(), future=False) if month else None


def _same(first: Found, second: Found, span: Span, text: str) -> Found | None:
    """Return "Tuesday, September 13" as the date that was written out."""
    bases = (first.basis, second.basis)
    is_day = second.days and first.days and first.days[0] == first.days[1]
    is_day = is_day and DatePrecision.LONGER not in {first.prec, second.prec}
    if not is_day or DateBasis.RELATIVE not in bases or bases[0] == bases[1]:
        return None
    written = second if first.basis is DateBasis.RELATIVE else first
    is_single = written.days and written.days[0] == written.days[1]
    return replace(written, span=_closed(span, text)) if is_single else None


def _closed(span: Span, text: str) -> Span:
    """Return a span with the bracket that closes it."""
    is_open = "(" in text[slice(*span)] and text[span[1] : span[1] + 1] == ")"
    return (span[0], span[1] + 1) if is_open else span


def _resolved(found: list[Found], anchor: When | None) -> list[Found]:
    """Return dates with those that count from the one before worked out."""
    resolved: list[Found] = []
    last: Days | None = None
    if anchor and anchor.start and anchor.end:
        last = (anchor.start, anchor.end)
    for index, entry in enumerate(found):
        current = entry
        if entry.ahead:
            current = _from_next(entry, found[index + 1 : index + 2])
        elif entry.after is not None:
            current = _from_last(entry, entry.after, last)
        if current.days and not current.future:
            last = current.days
        resolved.append(current)
    return resolved


def _from_last(found: Found, after: int, last: Days | None) -> Found:
    if last is None or calendar.precision(last) > DatePrecision.DAYS:
        return found
    return _counted(replace(found, after=after), last[1] if after > 0 else last[0])


def _counted(found: Found, start: date) -> Found:
    """Return a date so many days from another, with the slack of its unit."""
    first = calendar.shift(start, (found.after or 0) - found.slack)
    last = calendar.shift(start, (found.after or 0) + found.slack)
    return replace(found, days=(first, last)) if first and last else found


def _from_next(found: Found, following: list[Found]) -> Found:
    """Return "two days after May 12" worked out; what follows must be near."""
    if not following or found.after is None or following[0].days is None:
        return found
    start, end = following[0].days
    is_near = following[0].span[0] - found.span[1] <= _REACH
    return _counted(found, start) if is_near and start == end else found


def _dated(found: Found, sentence: Sentence, words: DateWords) -> Dated:
    base = sentence.span[0]
    span = (base + found.span[0], base + found.span[1])
    return Dated(
        when=_when(found, sentence, span),
        relation=_relation(found, sentence.text, words),
        span=span,
        future=found.future,
    )


def _when(found: Found, sentence: Sentence, span: Span) -> When:
    passage = sentence.passage(span)
    if found.days is None:
        return When(passage=passage, basis=DateBasis.NONE)
    return When(
        start=found.days[0],
        end=found.days[1],
        prec=found.prec or calendar.precision(found.days),
        basis=found.basis,
        passage=passage,
        alternatives=found.alternatives,
    )


def _relation(found: Found, text: str, words: DateWords) -> DateRelation:
    if found.duration:
        return DateRelation.DURATION
    if found.is_name:
        return DateRelation.NAMES
    before = text[max(0, found.span[0] - _REACH) : found.span[0]]
    if _ONWARD.match(text, found.span[1]) and _FROM.search(before):
        return DateRelation.SINCE
    if found.days and found.days[0] != found.days[1] and _FROM.search(before):
        return DateRelation.AT
    for relation, pattern in words.relations.items():
        if pattern.search(before):
            return DateRelation(relation)
    return DateRelation.AT
