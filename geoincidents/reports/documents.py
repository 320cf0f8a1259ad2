"""A text and its metadata become one report."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from geoincidents.model import Origin, PublishedBasis, Report, Rights
from geoincidents.reports import layout, metadata

if TYPE_CHECKING:
    from geoincidents.model import Passage
    from geoincidents.reports.layout import Layout
    from geoincidents.reports.metadata import Metadata
    from geoincidents.reports.press import Press

ID_LENGTH = 12  # hexadecimal digits: one collision in a million reports is 1 in 500
_DATE_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)", re.ASCII)


def make(
    text: str, name: str, given: Metadata | None, press: Press
) -> tuple[Report, tuple[str, ...]]:
    """Return the report that a file's text is, and warnings about its header lines."""
    values, start = metadata.header(text)
    told, warnings = metadata.checked(values, name)
    known = (given or metadata.NOTHING).over(told)
    laid = layout.lay_out(
        text, start=start, title=known.title, publisher=known.publisher, press=press
    )
    published, basis = _published(known, laid, name)
    publisher = known.publisher or next((wire for wire, _ in laid.sources), "")
    report = Report(
        id=_id(text, publisher, published),
        doc=name,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        blocks=laid.blocks,
        publisher=publisher,
        title=known.title or metadata.plain(laid.title),
        url=known.url,
        language=known.language or "en",
        published=published,
        published_basis=basis,
        origins=(),
        rights=known.rights or Rights.QUOTE,
    )
    return _with_origins(report, laid, press), warnings


def _id(text: str, publisher: str, published: date | None) -> str:
    parts = (text, publisher, published.isoformat() if published else "")
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:ID_LENGTH]


def _published(known: Metadata, laid: Layout, name: str) -> tuple[date | None, PublishedBasis]:
    """Return the date from the surest source that has one; never a date of the machine."""
    if known.published:
        return known.published, PublishedBasis.GIVEN
    in_name = _date_in(name)
    years = (laid.published.year if laid.published else None, in_name.year if in_name else None)
    year = next(filter(None, years), None)
    if laid.dateline and (on := laid.dateline.on(year)):
        return on, PublishedBasis.DATELINE
    if laid.published and (on := laid.published.on(year)):
        return on, PublishedBasis.TEXT
    return (in_name, PublishedBasis.FILE) if in_name else (None, PublishedBasis.UNKNOWN)


def _date_in(name: str) -> date | None:
    for found in _DATE_IN_NAME.finditer(name):
        try:
            return date(int(found[1]), int(found[3]), int(found[4]))
        except ValueError:
            continue
    return None


def _with_origins(report: Report, laid: Layout, press: Press) -> Report:
    """Return the report with its origins.

    A wire credited as the source stands in place of the outlet that prints it; those
    that only helped follow. So two outlets that print one wire share an origin.
    """
    said: dict[str, Passage | None] = {name: report.passage(span) for name, span in laid.sources}
    for name, _, _ in press.wires_in(report.publisher):
        said.setdefault(name, None)
    known = set(press.wires.values()) | {report.publisher}
    if report.publisher and not known & said.keys():
        said = {}  # an agency unknown to us does not stand in place of a publisher we know
    if not said and report.publisher:
        said[report.publisher] = None
    origins = tuple(Origin(name=name, passage=passage) for name, passage in said.items())
    origins += tuple(
        Origin(name=name, passage=report.passage(span), helped=True)
        for name, span in laid.helpers
        if name not in said
    )
    return replace(report, origins=origins)
