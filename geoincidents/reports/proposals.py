"""A `sources.csv` to complete: what the reports of a folder tell of themselves."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from geoincidents.errors import ReportError
from geoincidents.model import BlockKind, PublishedBasis
from geoincidents.reports import documents, files, metadata

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from geoincidents.model import Report
    from geoincidents.reports.press import Press

COLUMNS = (*metadata.KEYS, "basis")
_DATE_BASIS = {
    PublishedBasis.GIVEN: "header line",
    PublishedBasis.DATELINE: "dateline",
    PublishedBasis.TEXT: "line of the text",
    PublishedBasis.FILE: "file name",
    PublishedBasis.UNKNOWN: "not found",
}


def table(paths: Iterable[Path], press: Press) -> str:
    """Return the rows of some files of one folder as CSV text, sorted by name.

    Guesses come with their basis in a last column, which reading ignores. Files that
    cannot be read have a row too, so that none is missed.
    """
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for path in sorted(paths, key=lambda p: p.name):
        if files.name_of(path) != path.name:
            continue  # a name that is not UTF-8 cannot stand in the table
        rows.writerow(map(_cell, _row(path, press)))
    return out.getvalue()


def _row(path: Path, press: Press) -> list[str]:
    try:
        report, _ = documents.make(files.text_of(path), files.name_of(path), None, press)
    except ReportError as error:
        return [files.name_of(path), "", "", "", "", "", "", f"not read: {error.reason}"]
    published = report.published.isoformat() if report.published else ""
    return [
        report.doc,
        report.publisher,
        report.title,
        published,
        report.url,
        report.language,
        report.rights.value,
        _basis(report),
    ]


def _basis(report: Report) -> str:
    has_title = any(block.kind is BlockKind.TITLE for block in report.blocks)
    said = [o.passage.text for o in report.origins if o.passage and o.name == report.publisher]
    publisher = f"{said[0]!r} in the text" if said else "header line"
    publisher = publisher if report.publisher else "not found"
    title = "line of the text" if has_title else "header line" if report.title else "not found"
    dated = _DATE_BASIS[report.published_basis]
    return f"publisher: {publisher}; title: {title}; published: {dated}"


def _cell(value: str) -> str:
    # A sheet would run these as a formula.
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
