"""CSV that no sheet runs as a formula."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geoincidents.export.column import Column, Value

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)


def written(rows: Iterable[object], columns: Sequence[Column]) -> str:
    """Return rows as CSV by RFC 4180: a header line, CRLF line ends, empty cells for null."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([cell(column.value(row)) for column in columns])
    return out.getvalue()


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
