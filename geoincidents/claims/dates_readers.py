"""One reader for each way to write a date; `READERS` lists them by precedence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geoincidents.claims import dates_calendar as calendar
from geoincidents.claims.numbers import find as find_numbers
from geoincidents.model import DateBasis, DatePrecision

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from geoincidents.claims.dates_calendar import Days
    from geoincidents.claims.dates_words import DateWords
    from geoincidents.model import Span

_CENTURY: Final = 100
_SHORT_YEAR: Final = 2  # digits of "17.12.20"
_DAY_HOURS: Final = 24
_MONTHS: Final = 12
_DAYS_OF: Final = {"day": 1, "week": 7}
_TENSE_REACH: Final = 160  # characters before a date that can hold its verb
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
    bare: tuple[int, int] | None = None
    duration: bool = False
    is_night: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a reader may look at beside its own words."""

    text: str
    words: DateWords
    published: date | None

    def is_future(self, start: int) -> bool:
        """Return whether the nearest verb before a position speaks of what is to come."""
        before = self.text[max(0, start - _TENSE_REACH) : start]
        words = _SENTENCE_MARK.split(before)[-1].split()
        for index in range(len(words) - 1, -1, -1):
            word = words[index].strip(",()\"'“”’")
            if word in self.words.future or " ".join(words[index : index + 2]) in self.words.future:
                return True
            is_past = word in self.words.past or word.endswith("ed")
            if is_past and not self.words.leads.intersection(words[max(0, index - 2) : index]):
                return False
        return False


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
    return _explicit(match.span(), days)


def bare_month(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "in May": the latest one, with the one a year before as the other reading."""
    before = context.text[max(0, match.start() - 20) : match.start()]
    if not context.words.bare_month.search(before):
        return ()
    number = context.words.month_of[match[1]]
    return _month(match.span(), context, number, is_future=context.is_future(match.start()))


def month_of(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "last May", "next May"."""
    is_future = match[1].lower() in context.words.next
    return _month(match.span(), context, context.words.month_of[match[2]], is_future=is_future)


def year(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "in 2020"."""
    before = context.text[max(0, match.start() - 20) : match.start()]
    if not context.words.bare_year.search(before):
        return ()
    return _explicit(match.span(), calendar.years(int(match[1]), int(match[1])))


def years(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "1991-94" and "2020 to 2022"."""
    del context
    first, last = int(match[1]), int(match[2])
    if len(match[2]) == _SHORT_YEAR:
        last += first - first % _CENTURY
    return _explicit(match.span(), calendar.years(first, last))


def decade(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "the 1990s", "the early 1990s"."""
    del context
    first = int(match[1])
    return _explicit(match.span(), calendar.years(first, first + 9))


def season(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "last autumn", "the summer of 2021"; a bare season is none."""
    which, name, written = match.groups()
    if not written and not which:
        return ()
    first, count = context.words.seasons[name.lower()]
    if written:
        return _explicit(match.span(), calendar.months(int(written), first, count))
    if context.published is None:
        return _unknown(match.span())
    is_future = which.lower() in context.words.next
    start = calendar.month_before(first, context.published, is_future=is_future)
    days = start and calendar.months(start[0].year, first, count)
    return (Found(span=match.span(), days=days, prec=DatePrecision.LONGER, future=is_future),)


def weekdays(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "Tuesday and Wednesday", "Monday to Thursday"."""
    if context.published is None:
        return _unknown(match.span())
    first, last = (context.words.weekday_of[name] for name in match.groups())
    is_future = context.is_future(match.start())
    end = _weekday(last, context.published, is_future=is_future)
    start = end and calendar.shift(end, -((last - first) % 7))
    days = (start, end) if start and end else None
    return (Found(span=match.span(), days=days, future=is_future),)


def weekday(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "Tuesday", "last Tuesday", "next Tuesday"."""
    if _is_name(match, context):
        return ()
    if context.published is None:
        return _unknown(match.span())
    number = context.words.weekday_of[match[2]]
    which = (match[1] or "").lower()
    if which in context.words.last:
        return _last_weekday(match.span(), context.published, number)
    if which in context.words.next:
        found = calendar.weekday(number, context.published, weeks=1)
        return (Found(span=match.span(), days=found and (found, found), future=True),)
    is_future = context.is_future(match.start())
    found = _weekday(number, context.published, is_future=is_future)
    return (Found(span=match.span(), days=found and (found, found), future=is_future),)


def relative(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "yesterday"."""
    if context.published is None:
        return _unknown(match.span())
    count = context.words.relative[_plain(match[1])]
    found = calendar.shift(context.published, count)
    return (Found(span=match.span(), days=found and (found, found), future=count > 0),)


def night(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "overnight": the two days that it may touch."""
    if context.published is None:
        return _unknown(match.span())
    first, last = context.words.nights[_plain(match[1])]
    start = calendar.shift(context.published, first)
    end = calendar.shift(context.published, last)
    return (Found(span=match.span(), days=(start, end) if start and end else None, is_night=True),)


def following(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "the next day": counted from the date before in the text."""
    return (Found(span=match.span(), days=None, after=context.words.following[_plain(match[1])]),)


def ago(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "two days ago" (from publication) and "two days later" (from the date before)."""
    count = _count(match[1])
    unit = context.words.period_of[match[2].lower()]
    way = match[3].lower()
    if count is None or (way in {"before", "after"} and unit not in _DAYS_OF):
        return ()
    if way != "ago":
        days = count * _DAYS_OF.get(unit, 0) * (1 if way in {"later", "after"} else -1)
        return (Found(span=match.span(), days=None, after=days),) if days else ()
    if context.published is None:
        return _unknown(match.span())
    return _ago(match.span(), context.published, unit, count)


def past(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "the past three days"."""
    count = _count(match[1])
    unit = context.words.period_of[match[2].lower()]
    if count is None or unit not in {*_DAYS_OF, "month", "year"}:
        return ()
    if context.published is None:
        return _unknown(match.span())
    start = _back(context.published, unit, count)
    days = (start, context.published) if start else None
    return (Found(span=match.span(), days=days),)


def period(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "last week", "earlier this month", "next year"."""
    unit = context.words.period_of[match[2].lower()]
    if unit not in {"week", "month", "year"} or match[2].lower().endswith("s"):
        return ()
    if context.published is None:
        return _unknown(match.span())
    which = match[1].lower()
    step = 1 if which in context.words.next else -1 if which in context.words.last else 0
    days = _period(context.published, unit, step)
    if step == 0 and days:
        days = (days[0], min(days[1], context.published))
    prec = {"week": DatePrecision.WEEK, "month": DatePrecision.MONTH, "year": DatePrecision.LONGER}
    return (Found(span=match.span(), days=days, prec=prec[unit], future=step > 0),)


def ordinal(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "on the 13th": the latest one up to publication."""
    span = (match.start(1), match.end())
    if context.published is None:
        return _unknown(span)
    for back in range(_MONTHS):
        month = calendar.month(context.published, -back)
        found = month and calendar.day(month[0].year, month[0].month, int(match[1]))
        if found and found <= context.published:
            return (Found(span=span, days=(found, found), basis=DateBasis.COMPLETED),)
    return ()


def duration(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "two days": how long, not when."""
    del context
    if match[1].lower() in {"a", "an"}:
        return ()
    return (Found(span=match.span(), days=None, basis=DateBasis.NONE, duration=True),)


READERS: Final[tuple[tuple[str, Callable[[re.Match[str], Context], tuple[Found, ...]]], ...]] = (
    ("iso", iso),
    ("numeric", numeric),
    ("month_span", month_span),
    ("span_month", span_month),
    ("month_days", month_days),
    ("days_month", days_month),
    ("month_and", month_and),
    ("and_month", and_month),
    ("day_month", day_month),
    ("month_day", month_day),
    ("month_year", month_year),
    ("years", years),
    ("decade", decade),
    ("month_of", month_of),
    ("season", season),
    ("weekdays", weekdays),
    ("weekday", weekday),
    ("ago", ago),
    ("past", past),
    ("relative", relative),
    ("following", following),
    ("night", night),
    ("period", period),
    ("ordinal", ordinal),
    ("month", bare_month),
    ("year", year),
    ("duration", duration),
)


def _single(
    span: Span, context: Context, bare: tuple[int, int], written: str | None
) -> tuple[Found, ...]:
    if written:
        found = calendar.day(int(written), *bare)
        return _explicit(span, (found, found)) if found else ()
    if calendar.day(2000, *bare) is None:  # a leap year has every day that there is
        return ()
    if context.published is None:
        return _unknown(span)
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
        return _unknown(span)
    days = calendar.month_before(number, context.published, is_future=is_future)
    before = None if days is None else calendar.months(days[0].year - 1, number)
    others = (before,) if before and not is_future else ()
    basis = DateBasis.COMPLETED
    return (Found(span=span, days=days, basis=basis, alternatives=others, future=is_future),)


def _explicit(span: Span, days: Days | None) -> tuple[Found, ...]:
    return () if days is None else (Found(span=span, days=days, basis=DateBasis.EXPLICIT),)


def _unknown(span: Span) -> tuple[Found, ...]:
    return (Found(span=span, days=None, basis=DateBasis.NONE),)


def _year(written: str, context: Context) -> int:
    number = int(written)
    if len(written) > _SHORT_YEAR:
        return number
    latest = context.published.year + 1 if context.published else calendar.LAST_YEAR - 1
    century = latest - latest % _CENTURY
    return century + number if century + number <= latest else century - _CENTURY + number


def _is_name(match: re.Match[str], context: Context) -> bool:
    after = context.text[match.end() : match.end() + 20].split()
    before = context.text[max(0, match.start() - 20) : match.start()].split()
    is_after = bool(after) and after[0].strip(".,;:)") in context.words.names_after
    return is_after or (bool(before) and before[-1] in context.words.names_before)


def _weekday(number: int, published: date, *, is_future: bool) -> date | None:
    """Return the latest such weekday, or the next one; today's own is both."""
    is_today = published.weekday() == number
    return calendar.weekday(number, published, weeks=1 if is_future and not is_today else 0)


def _last_weekday(span: Span, published: date, number: int) -> tuple[Found, ...]:
    """Read "last Tuesday": before publication; the one a week before may be meant."""
    weeks = -1 if published.weekday() == number else 0
    found = calendar.weekday(number, published, weeks=weeks)
    other = found and calendar.shift(found, -7)
    others = ((other, other),) if other else ()
    return (Found(span=span, days=found and (found, found), alternatives=others),)


def _ago(span: Span, published: date, unit: str, count: int) -> tuple[Found, ...]:
    if unit in {"hour", "minute"}:
        days = calendar.shift(published, -round(count / _DAY_HOURS) if unit == "hour" else 0)
        return (Found(span=span, days=days and (days, days)),)
    found = _back(published, unit, count)
    if found is None:
        return _unknown(span)
    if unit == "day":
        return (Found(span=span, days=(found, found)),)
    prec = {"week": DatePrecision.WEEK, "month": DatePrecision.MONTH}.get(
        unit, DatePrecision.LONGER
    )
    return (Found(span=span, days=_period(found, unit, 0), prec=prec),)


def _back(published: date, unit: str, count: int) -> date | None:
    if unit in _DAYS_OF:
        return calendar.shift(published, -count * _DAYS_OF[unit])
    months = calendar.month(published, -count * (_MONTHS if unit == "year" else 1))
    return months and months[0]


def _period(day: date, unit: str, step: int) -> Days | None:
    if unit == "week":
        return calendar.week(day, step)
    if unit == "month":
        return calendar.month(day, step)
    return calendar.years(day.year + step, day.year + step)


def _count(words: str) -> int | None:
    """Return a whole number, None for "several"."""
    if words.lower() in {"a", "an"}:
        return 1
    number = next(iter(find_numbers(words)), None)
    return None if number is None or number.low is None else int(number.low)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
