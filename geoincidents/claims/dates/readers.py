"""The readers of dates, one for each pattern of `dates_words`, by precedence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geoincidents.claims.dates import relative, written

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from geoincidents.claims.dates.found import Context, Found

READERS: Final[tuple[tuple[str, Callable[[re.Match[str], Context], tuple[Found, ...]]], ...]] = (
    ("iso", written.iso),
    ("numeric", written.numeric),
    ("month_span", written.month_span),
    ("span_month", written.span_month),
    ("month_days", written.month_days),
    ("days_month", written.days_month),
    ("month_and", written.month_and),
    ("and_month", written.and_month),
    ("day_month", written.day_month),
    ("month_day", written.month_day),
    ("month_year", written.month_year),
    ("years", written.years),
    ("decade", written.decade),
    ("month_of", written.month_of),
    ("season", written.season),
    ("weekdays", relative.weekdays),
    ("weekday", relative.weekday),
    ("ago", relative.ago),
    ("past", relative.past),
    ("relative", relative.relative),
    ("following", relative.following),
    ("night", relative.night),
    ("ordinal", relative.ordinal),
    ("weekend", relative.weekend),
    ("period", relative.period),
    ("month", written.bare_month),
    ("year", written.year),
    ("duration", relative.duration),
)
