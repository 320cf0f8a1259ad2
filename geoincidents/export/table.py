"""CSV that no sheet runs as a formula."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geoincidents.export.column import Value
    from geoincidents.export.layers import Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)


def written(table: Table) -> Iterator[str]:
    """Yield a layer as CSV by RFC 4180, row by row.

    A header line, CRLF line ends, empty cells for null, a point's coordinates last.
    """
    columns = table.layer.flat
    yield _line(column.name for column in columns)
    for values in table.values(columns):
        yield _line(map(cell, values))


def cell(value: Value) -> str:
    """Return a value as the text of a cell.

    An apostrophe goes before what a sheet would take for a formula (OWASP, "CSV
    injection"); plain numbers are left alone.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    words = f"{value:.15g}" if isinstance(value, float) else str(value)
    is_formula = words.startswith(_FORMULA) and not _NUMBER.fullmatch(words)
    return f"'{words}" if is_formula else words


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
