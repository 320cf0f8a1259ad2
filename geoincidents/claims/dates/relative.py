"""Dates that count from publication, and those that count from the date before."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from geoincidents.claims.dates import calendar
from geoincidents.claims.dates.found import Context, Found, unknown
from geoincidents.claims.numbers import find as find_numbers
from geoincidents.model import DateBasis, DatePrecision

if TYPE_CHECKING:
    from datetime import date

    from geoincidents.claims.dates.calendar import Days
    from geoincidents.model import Span

_AHEAD: Final = frozenset({"before", "after"})
_WORD = re.compile(r"\s\w")
_NEXT_WORDS = re.compile(r"(?<!\s)\s+(\w+)")
_WEEK_REACH: Final = 24  # characters of " morning of last week"
_DAY_PARTS: Final = 3  # words of "morning of last"
_WEEK_SLACK: Final = 3  # "two weeks later" is good to a week
_DAY_HOURS: Final = 24
_MONTHS: Final = 12
_PREC_OF: Final = {
    "week": DatePrecision.WEEK,
    "month": DatePrecision.MONTH,
    "year": DatePrecision.LONGER,
}
_SATURDAY: Final = 5
_DAYS_OF: Final = {"day": 1, "week": 7}


def weekdays(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "Tuesday and Wednesday", "Monday to Thursday"."""
    if context.published is None:
        return unknown(match.span())
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
        return unknown(match.span())
    number = context.words.weekday_of[match[2]]
    end = _of_last_week(match, context)
    if end:
        before = calendar.week(context.published, -1)
        day = before and calendar.shift(before[0], number)
        return (Found(span=(match.start(), end), days=_only(day)),)
    which = (match[1] or "").lower()
    if which in context.words.last:
        return _last_weekday(match.span(), context.published, number)
    if which in context.words.next:
        found = calendar.weekday(number, context.published, weeks=1)
        return (Found(span=match.span(), days=_only(found), future=True),)
    tense = context.tense(match.start())
    is_future = tense is True or (which in context.words.this and tense is None)
    found = _weekday(number, context.published, is_future=is_future)
    return (Found(span=match.span(), days=_only(found), future=is_future),)


def relative(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "yesterday"."""
    if context.published is None:
        return unknown(match.span())
    count = context.words.relative[_plain(match[1])]
    found = calendar.shift(context.published, count)
    return (Found(span=match.span(), days=_only(found), future=count > 0),)


def night(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "overnight": the two days that it may touch."""
    if context.published is None:
        return unknown(match.span())
    first, last = context.words.nights[_plain(match[1])]
    start = calendar.shift(context.published, first)
    end = calendar.shift(context.published, last)
    return (Found(span=match.span(), days=(start, end) if start and end else None, is_night=True),)


def following(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "the next day": counted from the date before in the text."""
    phrase = _plain(match[1])
    is_ahead = phrase.split()[-1] in _AHEAD and bool(_WORD.match(context.text, match.end()))
    after = context.words.following[phrase]
    return (Found(span=match.span(), days=None, after=after, ahead=is_ahead),)


def ago(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "two days ago" (from publication) and "two days later" (from the date before)."""
    count = _count(match[1])
    unit = context.words.period_of[match[2].lower()]
    way = match[3].lower()
    if count is None or (way in {"before", "after"} and unit not in _DAYS_OF):
        return ()
    if way != "ago":
        days = count * _DAYS_OF.get(unit, 0) * (1 if way in {"later", "after"} else -1)
        if not days:
            return ()
        is_ahead = way in _AHEAD and bool(_WORD.match(context.text, match.end()))
        slack = _WEEK_SLACK if unit == "week" else 0
        return (Found(span=match.span(), days=None, after=days, slack=slack, ahead=is_ahead),)
    if context.published is None:
        return unknown(match.span())
    return _ago(match.span(), context.published, unit, count)


def past(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "the past three days"."""
    count = _count(match[1])
    unit = context.words.period_of[match[2].lower()]
    if count is None or unit not in {*_DAYS_OF, "month", "year"}:
        return ()
    if context.published is None:
        return unknown(match.span())
    start = _back(context.published, unit, count)
    days = (start, context.published) if start else None
    return (Found(span=match.span(), days=days),)


def weekend(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "over the weekend", "last weekend": a Saturday and its Sunday."""
    if context.published is None:
        return unknown(match.span())
    which = (match[1] or "").lower()
    is_future = which in context.words.next
    saturday = calendar.weekday(_SATURDAY, context.published, weeks=1 if is_future else 0)
    sunday = saturday and calendar.shift(saturday, 1)
    days = (saturday, sunday) if saturday and sunday else None
    return (Found(span=match.span(), days=days, future=is_future),)


def period(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "last week", "earlier this month", "next year"."""
    unit = context.words.period_of[match[2].lower()]
    if unit not in {"week", "month", "year"} or match[2].lower().endswith("s"):
        return ()
    if context.published is None:
        return unknown(match.span())
    which = match[1].lower()
    if which in context.words.rolling:
        return _rolling(match.span(), context.published, unit)
    step = 1 if which in context.words.next else -1 if which in context.words.last else 0
    days = _period(context.published, unit, step)
    if step == 0 and days:
        days = (days[0], min(days[1], context.published))
    return (Found(span=match.span(), days=days, prec=_PREC_OF[unit], future=step > 0),)


def ordinal(match: re.Match[str], context: Context) -> tuple[Found, ...]:
    """Read "on the 13th": the latest one up to publication."""
    span = (match.start(1), match.end())
    if context.published is None:
        return unknown(span)
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


def _is_name(match: re.Match[str], context: Context) -> bool:
    after = context.text[match.end() : match.end() + 20].split()
    before = context.before(match.start()).split()
    is_after = bool(after) and after[0].strip(".,;:)") in context.words.names_after
    return is_after or (bool(before) and before[-1] in context.words.names_before)


def _of_last_week(match: re.Match[str], context: Context) -> int | None:
    """Return where "Friday last week" or "Friday evening of last week" ends, None for neither."""
    words = [*_NEXT_WORDS.finditer(context.text, match.end(), match.end() + _WEEK_REACH)]
    for i, (which, unit) in enumerate(pairwise(words)):
        week = context.words.period_of.get(unit[1].lower())
        if i < _DAY_PARTS and which[1].lower() in context.words.last and week == "week":
            return unit.end()
    return None


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
    return (Found(span=span, days=_only(found), alternatives=others),)


def _ago(span: Span, published: date, unit: str, count: int) -> tuple[Found, ...]:
    if unit in {"hour", "minute"}:
        days = calendar.shift(published, -round(count / _DAY_HOURS) if unit == "hour" else 0)
        return (Found(span=span, days=_only(days)),)
    found = _back(published, unit, count)
    if found is None:
        return unknown(span)
    if unit == "day":
        return (Found(span=span, days=(found, found)),)
    prec = {"week": DatePrecision.WEEK, "month": DatePrecision.MONTH}.get(
        unit, DatePrecision.LONGER
    )
    return (Found(span=span, days=_period(found, unit, 0), prec=prec),)


def _rolling(span: Span, published: date, unit: str) -> tuple[Found, ...]:
    """Read "the past week": the days up to publication."""
    start = _back(published, unit, 1)
    days = (start, published) if start else None
    return (Found(span=span, days=days, prec=_PREC_OF[unit]),)


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


def _only(day: date | None) -> Days | None:
    """Return one day as a span, None without it."""
    return None if day is None else (day, day)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
