"""What a decision sets: places, a time or a speaker, from the words of its value."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING

from geoincidents.model import (
    UNDATED,
    DateBasis,
    DatePrecision,
    Speaker,
    SpeakerRole,
    When,
    WhereRole,
)

if TYPE_CHECKING:
    from geoincidents.geography import Gazetteer

SEPARATOR = ";"
NOWHERE = "none"
UNKNOWN = "unknown"
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_NAMED = (SpeakerRole.OFFICIAL, SpeakerRole.OUTLET, SpeakerRole.PERSON, SpeakerRole.BODY)
_DAYS, _WEEK = 6, 7  # the most days of a date precision


def places(value: str, gazetteer: Gazetteer) -> tuple[tuple[WhereRole, str], ...]:
    """Return the places of "lake-mirror", "near dell; into sudmark" or "none".

    Raises
    ------
    ValueError
        In words, if one of them is in no pack.
    """
    if value == NOWHERE:
        return ()
    found = [_place(part.strip()) for part in value.split(SEPARATOR)]
    for _, id_ in found:
        if id_ not in gazetteer.places:
            roles = ", ".join(WhereRole)
            raise ValueError(
                f"place {id_[:80]!r} is in no pack, should be {NOWHERE!r} or ids of places with"
                f" {SEPARATOR!r} between them, each alone or after one of {roles}"
            )
    return tuple(found)


def _place(part: str) -> tuple[WhereRole, str]:
    role, _, id_ = part.partition(" ")
    if id_ and role in set(WhereRole):
        return WhereRole(role), id_.strip()
    return WhereRole.AT, part


def time(value: str) -> When:
    """Return the time of "2021-05-12", "2021-05-12/2021-05-14", "2021-05", "2021", "unknown".

    Raises
    ------
    ValueError
        In words, if it is none of them.
    """
    if value == UNKNOWN:
        return UNDATED
    first, _, last = value.partition("/")
    start, end = _ends(first), _ends(last or first)
    if start is None or end is None or start[0] > end[1]:
        raise ValueError(
            f"date {value[:80]!r} is none, should be like 2021-05-12, 2021-05-12/2021-05-14,"
            f" 2021-05, 2021 or {UNKNOWN!r}"
        )
    return When(
        start=start[0], end=end[1], prec=_precision(start[0], end[1]), basis=DateBasis.EXPLICIT
    )


def day(value: str) -> date | None:
    """Return a day written as 2021-05-12, None if it is none."""
    ends = _ends(value)
    return ends[0] if ends and ends[0] == ends[1] else None


def _ends(text: str) -> tuple[date, date] | None:
    """Return the first and last day of a year, month or day, None if it is none of them."""
    found = _DAY.fullmatch(text)
    if not found:
        return None
    year, month, number = (int(part) if part else None for part in found.groups())
    try:
        if year is None or month is None:
            return (date(year or 0, 1, 1), date(year or 0, 12, 31))
        last = number or calendar.monthrange(year, month)[1]
        return (date(year, month, number or 1), date(year, month, last))
    except ValueError:  # also calendar's own, of a month 13
        return None


def _precision(start: date, end: date) -> DatePrecision:
    days = (end - start).days + 1
    if days <= 1:
        return DatePrecision.DAY
    if days <= _DAYS:
        return DatePrecision.DAYS
    if days <= _WEEK:
        return DatePrecision.WEEK
    is_in_a_month = (start.year, start.month) == (end.year, end.month)
    return DatePrecision.MONTH if is_in_a_month else DatePrecision.LONGER


def speaker(value: str, gazetteer: Gazetteer) -> Speaker:
    """Return the speaker of a party's id, or of "outlet: NAME" and the like.

    Raises
    ------
    ValueError
        In words, if it is neither.
    """
    if value in gazetteer.parties:
        name = gazetteer.party(value).name
        return Speaker(name=name, role=SpeakerRole.STATE, party_id=value)
    role, _, name = (part.strip() for part in value.partition(":"))
    if name and role in _NAMED:
        return Speaker(name=name, role=SpeakerRole(role))
    forms = ", ".join(f"'{role}: NAME'" for role in _NAMED)
    raise ValueError(f"speaker {value[:80]!r} is the id of no party, nor one of {forms}")
