"""XLSX with typed cells: incidents, accounts, claims, and decisions to fill in."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import xlsxwriter

from geoincidents.decisions.rows import COLUMNS, Action
from geoincidents.errors import OutputError
from geoincidents.export import layers
from geoincidents.export.column import ColumnType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geoincidents.export.column import Column, Value
    from geoincidents.export.layers import Table

SHEETS = layers.named({"incidents", "accounts", "claims"})
DECIDED = 500  # rows of the sheet to fill in that are checked while one types
_MOST_ROWS = 1_048_576  # of a sheet, its header included
_MOST_LETTERS = 32_767  # of a cell
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same run, the same bytes
_FIRST_DAY = date(1900, 3, 1)  # sheets count a 29 February 1900 that never was
_DAY = "yyyy-mm-dd"
_WIDTHS = {ColumnType.TEXT: 24, ColumnType.DATE: 11}
_HOW = (
    "To decide: fill in the sheet 'decisions', one row a decision, ids as in the sheet 'claims'.",
    "Save that sheet as CSV (UTF-8), without empty rows, and give it to --decisions.",
)


def written(tables: Iterable[Table], licences: str) -> bytes:
    """Return the sheets as one workbook; no cell is a formula or a link.

    Raises
    ------
    OutputError
        If there are more rows than a sheet can hold.
    """
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": _DAY,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": _CREATED, "comments": licences})
        rows = {table.layer.name: _sheet(book, table) for table in tables}
        _decisions(book, rows["claims"])
        _about(book, licences)
    return out.getvalue()


def _sheet(book: Any, table: Table) -> int:  # noqa: ANN401 - xlsxwriter has no types
    """Write a layer and return how many rows it has."""
    count = len(table.rows)
    if count >= _MOST_ROWS:
        raise OutputError(f"{table.layer.name}: {count} rows do not fit a sheet; take .csv")
    sheet = book.add_worksheet(table.layer.name)
    columns = table.layer.flat
    _head(book, sheet, columns)
    day = book.add_format({"num_format": _DAY})
    for number, values in enumerate(table.values(columns), 1):
        for at, value in enumerate(values):
            _write(sheet, (number, at), value, day)
    sheet.autofilter(0, 0, max(count, 1), len(columns) - 1)
    return count


def _head(book: Any, sheet: Any, columns: Sequence[Column]) -> None:  # noqa: ANN401 - as `_sheet`
    bold = book.add_format({"bold": True})
    for at, column in enumerate(columns):
        sheet.write_string(0, at, column.name, bold)
        sheet.set_column(at, at, _WIDTHS.get(column.type, 12))
    sheet.freeze_panes(1, 1)


def _write(sheet: Any, at: tuple[int, int], value: Value, day: Any) -> None:  # noqa: ANN401 - as `_sheet`
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(*at, value)
    elif isinstance(value, date) and value >= _FIRST_DAY:
        sheet.write_datetime(*at, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001 - a day has no zone
    elif isinstance(value, (int, float)):
        sheet.write_number(*at, value)
    else:
        sheet.write_string(*at, _cell(str(value)))


def _cell(words: str) -> str:
    """Return words as a cell may hold them, cut with a mark where they are too long."""
    plain = words.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    return plain if len(plain) <= _MOST_LETTERS else f"{plain[: _MOST_LETTERS - 1]}…"


def _decisions(book: Any, claims: int) -> None:  # noqa: ANN401 - as `_sheet`
    sheet = book.add_worksheet("decisions")
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": _DAY})
    for at, name in enumerate(COLUMNS):
        sheet.write_string(0, at, name, bold)
        sheet.set_column(at, at, 24, day if name == "when" else None)
    sheet.freeze_panes(1, 0)
    known = {"validate": "list", "source": f"=claims!$B$2:$B${claims + 1}", "error_type": "warning"}
    actions = {"validate": "list", "source": [action.value for action in Action]}
    days = {"validate": "date", "criteria": ">=", "value": _FIRST_DAY}
    for name, rule in (("id", known), ("action", actions), ("when", days)):
        at = COLUMNS.index(name)
        if name != "id" or claims:
            sheet.data_validation(1, at, DECIDED, at, rule)


def _about(book: Any, licences: str) -> None:  # noqa: ANN401 - as `_sheet`
    sheet = book.add_worksheet("about")
    sheet.set_column(0, 1, 24)
    lines = [*licences.splitlines(), "", *_HOW]
    for number, line in enumerate(lines):
        sheet.write_string(number, 0, line)
    rows = [(layer, column) for layer in SHEETS for column in layer.flat]
    for number, (layer, column) in enumerate(rows, len(lines) + 1):
        words = (layer.name, column.name, column.type.value, column.unit, column.meaning)
        for at, word in enumerate(words):
            sheet.write_string(number, at, word)
