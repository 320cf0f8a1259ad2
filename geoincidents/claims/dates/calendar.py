"""Arithmetic of the calendar; nothing here reads a clock or a text."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from geoincidents.model import DatePrecision

Days = tuple[date, date]  # first and last day, both included

FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2100
_WEEK: Final = 7
_DECEMBER: Final = 12
_SLACK: Final = timedelta(days=1)  # a report's date may be of another time zone
_LONGEST: Final = ((DatePrecision.DAY, 1), (DatePrecision.DAYS, 6), (DatePrecision.WEEK, 7))
_MONTH_DAYS: Final = 31


def day(year: int, month: int, number: int) -> date | None:
    """Return a date, None if the calendar has none or the year is out of reach."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def shift(start: date, days: int) -> date | None:
    """Return the date so many days later, None beyond the calendar."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def months(year: int, month: int, count: int = 1) -> Days | None:
    """Return the first and last day of months in a row."""
    first = day(year, month, 1)
    after = month - 1 + count
    follower = day(year + after // _DECEMBER, after % _DECEMBER + 1, 1)
    if first is None or follower is None:
        return None
    return first, follower - _SLACK


def years(first: int, last: int) -> Days | None:
    """Return the first and last day of years in a row."""
    start, end = day(first, 1, 1), day(last, _DECEMBER, 31)
    return None if start is None or end is None or end < start else (start, end)


def complete(month: int, number: int, published: date, *, is_future: bool) -> date | None:
    """Return the day of a month in the year nearest before publication.

    One day after publication still counts as before it. With `is_future` it is the
    nearest one from publication on.
    """
    around = [day(published.year + step, month, number) for step in range(-4, 5)]
    readings = [d for d in around if d is not None]  # 29 February has few
    if is_future:
        return next((d for d in readings if d >= published), None)
    last = shift(published, 1) or published
    return next((d for d in reversed(readings) if d <= last), None)


def month_before(month: int, published: date, *, is_future: bool = False) -> Days | None:
    """Return the latest such month that began on or before publication, or the next one."""
    is_later = month > published.month
    step = (0 if is_later else 1) if is_future else (-1 if is_later else 0)
    return months(published.year + step, month)


def weekday(number: int, published: date, *, weeks: int = 0) -> date | None:
    """Return the latest such weekday up to publication, and whole weeks from it."""
    back = (published.weekday() - number) % _WEEK
    return shift(published, weeks * _WEEK - back)


def week(published: date, weeks: int) -> Days | None:
    """Return Monday and Sunday of the week so many weeks from publication's."""
    monday = shift(published, weeks * _WEEK - published.weekday())
    sunday = monday and shift(monday, _WEEK - 1)
    return (monday, sunday) if monday and sunday else None


def month(published: date, count: int) -> Days | None:
    """Return the month so many months from publication's."""
    index = published.year * _DECEMBER + published.month - 1 + count
    return months(index // _DECEMBER, index % _DECEMBER + 1)


def precision(days: Days) -> DatePrecision:
    """Return how exact a span of days is."""
    length = (days[1] - days[0]).days + 1
    for prec, longest in _LONGEST:
        if length <= longest:
            return prec
    return DatePrecision.MONTH if length <= _MONTH_DAYS else DatePrecision.LONGER
