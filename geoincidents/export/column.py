"""What a column is, and the columns that several files share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from geoincidents.export import geometries, rows, values
from geoincidents.export.values import clean
from geoincidents.model import MeasureKind

if TYPE_CHECKING:
    from collections.abc import Callable

Value: TypeAlias = str | int | float | bool | date | None


class ColumnType(StrEnum):
    """What a column holds; empty cells are null."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"


TEXT, INTEGER, NUMBER = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.NUMBER
DATE, BOOLEAN = ColumnType.DATE, ColumnType.BOOLEAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column; `of` makes its value from a row of its file."""

    name: str
    type: ColumnType
    unit: str
    meaning: str
    of: Callable[[Any], Value]  # Any: each file's rows have their own record

    def value(self, row: object) -> Value:
        """Return a row's value, None where there is none."""
        found = self.of(row)
        if found is None or found == "":
            return None
        if isinstance(found, str):
            return clean(found)
        return float(found) if self.type is NUMBER and isinstance(found, int) else found


def column(
    name: str, type_: ColumnType, meaning: str, of: Callable[[Any], Value], *, unit: str = ""
) -> Column:
    """Return a column of some type."""
    return Column(name=name, type=type_, unit=unit, meaning=meaning, of=of)


def text(name: str, meaning: str, of: Callable[[Any], Value]) -> Column:
    """Return a column of words."""
    return column(name, TEXT, meaning, of)


def bounds(kind: MeasureKind, name: str, unit: str, meaning: str) -> tuple[Column, ...]:
    """Return the lower and upper bound of a figure of an account."""
    value, type_ = (values.count, INTEGER) if unit == "persons" else (values.bound, NUMBER)
    return (
        column(
            f"{name}_low",
            type_,
            f"{meaning}, lower bound",
            lambda r: value(r.account, kind, upper=False),
            unit=unit,
        ),
        column(
            f"{name}_high",
            type_,
            f"{meaning}, upper bound",
            lambda r: value(r.account, kind, upper=True),
            unit=unit,
        ),
    )


FIGURES = (
    (MeasureKind.DEPTH, "depth", "m", "Depth"),
    (MeasureKind.AREA, "area", "m2", "Area; null where more than one is given"),
    (MeasureKind.TROOPS, "troops", "persons", "Troops"),
    (MeasureKind.KILLED, "killed", "persons", "Killed"),
    (MeasureKind.WOUNDED, "wounded", "persons", "Wounded"),
    (MeasureKind.CAPTURED, "captured", "persons", "Captured"),
)
SUFFIX = {"m": "_m", "m2": "_m2", "persons": ""}


def all_said(kind: MeasureKind, name: str, unit: str) -> Column:
    """Return the column of what every account of an incident says of one kind."""
    meaning = f"Every {name} figure in {unit} with who gives it; words where there is no value"
    return text(f"{name}_said", meaning, lambda r: values.said_by_all(r, kind))


def account_said(kind: MeasureKind, name: str, unit: str) -> Column:
    """Return the column of what one account says of one kind."""
    meaning = f"The account's {name} figures in {unit}, each as it was said"
    return text(f"{name}_said", meaning, lambda r: values.said(r.account, kind, r.context))


def where(of: Callable[[Any], Any]) -> tuple[Column, ...]:  # Any: an account or None
    """Return the precision of a place as number, word and metres."""
    return (
        column(
            "where_prec",
            INTEGER,
            "Precision of the place: 1 named site, 2 near a site, 3 district, 4 province, "
            "5 border section or line, 6 country, 7 unplaced",
            lambda r: int(of(r).where_prec) if of(r) else 7,
        ),
        text(
            "where_word",
            "The same in words",
            lambda r: r.context.words.where_prec(of(r).where_prec) if of(r) else None,
        ),
        column(
            "where_m",
            NUMBER,
            "Radius within which the place may lie",
            lambda r: values.doubt_m(of(r)),
            unit="m",
        ),
        text(
            "geom_role",
            "site: the point is the place; label: somewhere in a named area",
            lambda r: of(r).geom_role.value if of(r) and of(r).geom_role else None,
        ),
        text(
            "unplaced_reason",
            "Why there is no point",
            lambda r: of(r).unplaced_reason if of(r) else "no account asserts a place",
        ),
    )


def when(of: Callable[[Any], Any]) -> tuple[Column, ...]:  # Any: a date record or None
    """Return the columns of a date; the date of publication never fills a gap."""
    return (
        column("date_start", DATE, "First day it may have been", lambda r: values.start(of(r))),
        column("date_end", DATE, "Last day it may have been", lambda r: values.end(of(r))),
        column(
            "date_prec",
            INTEGER,
            "Precision of the date: 1 day, 2 two to six days, 3 week, 4 month, 5 longer, "
            "6 only before publication",
            lambda r: values.precision(of(r)),
        ),
        text("date_word", "The same in words", lambda r: values.precision_word(of(r))),
    )


PLACE_SOURCE = (
    text(
        "place_source",
        "Source of the place's coordinates",
        lambda r: p.source if (p := rows.place(r.account, r.context)) else None,
    ),
    text(
        "place_licence",
        "Licence of the place's coordinates",
        lambda r: p.licence if (p := rows.place(r.account, r.context)) else None,
    ),
)

STATUS = text(
    "status",
    "The incident's: denied, both_sides, one_side, others_only or corrected",
    lambda r: r.incident.status.value,
)

# In files without geometry, where the row has a point.
POSITION = (
    column("lon", NUMBER, "Longitude of the point", lambda r: degrees(r, 0), unit="degrees"),
    column("lat", NUMBER, "Latitude of the point", lambda r: degrees(r, 1), unit="degrees"),
)


def degrees(row: Any, axis: int) -> float | None:  # noqa: ANN401 - a row with an account
    """Return longitude (axis 0) or latitude (1) of a row's point as files hold it."""
    found = rows.point(row.account)
    if found is None:
        return None
    value = geometries.rounded(found, values.doubt_m(row.account)).coordinates[axis]
    return value if isinstance(value, float) else None


def _licence(code: str) -> Column:
    meaning = f"{code}, and whom to credit"
    return text("licence", meaning, lambda r: f"{code}; {r.context.credit}")


FROM_POINTS, FROM_BORDER = _licence("CC-BY-4.0"), _licence("ODbL-1.0")
