"""Dates that are written out: days, months, seasons, years, in any order of parts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from geoincidents.claims.dates import calendar
from geoincidents.claims.dates.found import Context, Found, explicit, unknown
from geoincidents.model import DateBasis, DatePrecision

if TYPE_CHECKING:
    from geoincidents.model import Span

_CENTURY: Final = 100
_SHORT_YEAR: Final = 2  # digits of "17.12.20"
_LEAP_YEAR: Final = 2000  # has every day that there is
_PLURAL = re.compile(r"\s(?!(?:was|as|its|has|is|this|forces)\b)[a-z]+(?:s|men|people)\b")


def month_span(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "May 30 to June 2, 2021"."""
    month1, day1, year1, month2, day2, year2 = match.groups()
    first = (context.words.month_of[month1], int(day1))
    last = (context.words.month_of[month2], int(day2))
    return _between(match, context, first, last, year2 or year1)


def span_month(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "30 May to 2 June 2021"."""
    day1, month1, year1, day2, month2, year2 = match.groups()
    first = (context.words.month_of[month1], int(day1))
    last = (context.words.month_of[month2], int(day2))
    return _between(match, context, first, last, year2 or year1)


def month_days(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "May 12-14, 2021"."""
    month, day1, day2, year = match.groups()
    number = context.words.month_of[month]
    return _between(match, context, (number, int(day1)), (number, int(day2)), year)


def days_month(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "12-14 May 2021"."""
    day1, day2, month, year = match.groups()
    number = context.words.month_of[month]
    return _between(match, context, (number, int(day1)), (number, int(day2)), year)


def month_and(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "May 12 and 13": a span of two days in a row, else two dates."""
    month, day1, day2, year = match.groups()
    return _both(match, context, (month, year), ((day1, 2), (day2, 3)))


def and_month(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "12 and 13 May": a span of two days in a row, else two dates."""
    day1, day2, month, year = match.groups()
    return _both(match, context, (month, year), ((day1, 1), (day2, 2)))


def month_day(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "May 12" and "May 12, 2021"."""
    month, day, year = match.groups()
    return _single(match.span(), context, (context.words.month_of[month], int(day)), year)


def day_month(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "12 May" and "12th of May 2021"."""
    day, month, year = match.groups()
    if context.text[match.start() - 1 : match.start()] == ":":
        return ()  # "at 09:30 May 12": the minutes of a clock
    return _single(match.span(), context, (context.words.month_of[month], int(day)), year)


def iso(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "2021-05-12"."""
    year, month, day = match.groups()
    return _single(match.span(), context, (int(month), int(day)), year)


def numeric(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "12.05.2021", "17.12.20" and "12/05/2021": the day first, slashes both ways."""
    first, mark, second, written = match.groups()
    year = _year(written, context)
    day_first = calendar.day(year, int(second), int(first))
    month_first = calendar.day(year, int(first), int(second)) if mark != "." else None
    readings = [d for d in (day_first, month_first) if d is not None]
    if not readings:
        return ()
    others = tuple((d, d) for d in readings[1:] if d != readings[0])
    basis = DateBasis.EXPLICIT if len(written) > _SHORT_YEAR else DateBasis.COMPLETED
    days = (readings[0], readings[0])
    return (Found(span=match.span(), days=days, basis=basis, alternatives=others),)


def month_year(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "May 2021"."""
    days = calendar.months(int(match[2]), context.words.month_of[match[1]])
    return explicit(match.span(), days)


def bare_month(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "in May": the latest one, with the one a year before as the other reading."""
    before = context.before(match.start())
    if not context.words.bare_month.search(before):
        return ()
    number = context.words.month_of[match[1]]
    return _month(match.span(), context, number, is_future=context.is_future(match.start()))


def month_of(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "last May", "next May"."""
    which, number = match[1].lower(), context.words.month_of[match[2]]
    if context.published and which in context.words.last and number == context.published.month:
        days = calendar.months(context.published.year - 1, number)
        return (Found(span=match.span(), days=days, basis=DateBasis.COMPLETED),)
    return _month(match.span(), context, number, is_future=which in context.words.next)


def year(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "in 2020" and "the 2020 war"."""
    days = calendar.years(int(match[1]), int(match[1]))
    if _is_year(match, context):
        return explicit(match.span(), days)
    if context.words.year_named.match(context.text, match.end()):
        return tuple(replace(f, is_name=True) for f in explicit(match.span(), days))
    return ()


def years(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "in 1991-94" and "from 2020 to 2022"."""
    if not _is_year(match, context):
        return ()
    first, last = int(match[1]), int(match[2])
    if len(match[2]) == _SHORT_YEAR:
        last += first - first % _CENTURY
    return explicit(match.span(), calendar.years(first, last))


def decade(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "the 1990s", "the early 1990s"."""
    del context
    first = int(match[1])
    return explicit(match.span(), calendar.years(first, first + 9))


def season(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "last autumn", "the summer of 2021"; a bare season is none."""
    which, name, written = match.groups()
    if not written and not which:
        return ()
    first, count = context.words.seasons[name.lower()]
    if written:
        return explicit(match.span(), calendar.months(int(written), first, count))
    if context.published is None:
        return unknown(match.span())
    is_future = which.lower() in context.words.next
    start = calendar.month_before(first, context.published, is_future=is_future)
    days = start and calendar.months(start[0].year, first, count)
    if days and which.lower() in context.words.last and days[1] >= context.published:
        days = calendar.months(days[0].year - 1, first, count)
    return (Found(span=match.span(), days=days, prec=DatePrecision.LONGER, future=is_future),)


def _single(
    span: Span, context: Context, bare: tuple[int, int], written: str | None
) -> tuple[Found, ...]:
    if written:
        found = calendar.day(int(written), *bare)
        return explicit(span, (found, found)) if found else ()
    if calendar.day(_LEAP_YEAR, *bare) is None:
        return ()
    if context.published is None:
        return unknown(span)
    is_future = context.is_future(span[0])
    found = calendar.complete(*bare, context.published, is_future=is_future)
    if found is None:
        return ()
    is_ahead = found > context.published
    return (
        Found(
            span=span, days=(found, found), basis=DateBasis.COMPLETED, future=is_ahead, bare=bare
        ),
    )


def _between(
    match: re.Match[str],
    context: Context,
    first: tuple[int, int],
    last: tuple[int, int],
    written: str | None,
) -> tuple[Found, ...]:
    ends = _single(match.span(), context, last, written)
    if not ends or ends[0].days is None:
        return ends
    end = ends[0].days[1]
    starts = [calendar.day(end.year - back, *first) for back in (0, 1)]
    start = next((s for s in starts if s and s <= end), None)
    if start is None:
        return ()
    found = ends[0]
    return (Found(span=found.span, days=(start, end), basis=found.basis, future=found.future),)


def _both(
    match: re.Match[str],
    context: Context,
    month: tuple[str, str | None],
    days: tuple[tuple[str, int], tuple[str, int]],
) -> tuple[Found, ...]:
    number = context.words.month_of[month[0]]
    (day1, _), (day2, group) = days
    first, last = (number, int(day1)), (number, int(day2))
    if last[1] - first[1] == 1:
        return _between(match, context, first, last, month[1])
    cut = match.start(group)
    return (
        *_single((match.start(), match.end(group - 1)), context, first, month[1]),
        *_single((cut, match.end()), context, last, month[1]),
    )


def _month(span: Span, context: Context, number: int, *, is_future: bool) -> tuple[Found, ...]:
    if context.published is None:
        return unknown(span)
    days = calendar.month_before(number, context.published, is_future=is_future)
    before = None if days is None else calendar.months(days[0].year - 1, number)
    others = (before,) if before and not is_future else ()
    basis = DateBasis.COMPLETED
    return (Found(span=span, days=days, basis=basis, alternatives=others, future=is_future),)


def _is_year(match: re.Match[str], context: Context) -> bool:
    """Return whether four digits stand where a year does, and no count."""
    before = context.before(match.start())
    said = context.words.bare_year.search(before)
    if said is None:
        return False
    is_doubtful = said[1].lower() in context.words.year_or_count
    return not (is_doubtful and _PLURAL.match(context.text, match.end()))


def _year(written: str, context: Context) -> int:
    number = int(written)
    if len(written) > _SHORT_YEAR:
        return number
    latest = context.published.year + 1 if context.published else calendar.LAST_YEAR - 1
    century = latest - latest % _CENTURY
    return century + number if century + number <= latest else century - _CENTURY + number
