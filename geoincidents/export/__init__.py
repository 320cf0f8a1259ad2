"""The files of a run: layers, table, licences and manifest, from one table of columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geoincidents import quotes as quotation
from geoincidents import wording
from geoincidents.export import columns, geojson, licences, manifest, rows, table
from geoincidents.export.rows import Context
from geoincidents.model import checkers
from geoincidents.quotes import QuoteMode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from geoincidents.export.rows import Run, ShapeRow
    from geoincidents.model import ShapeKind

PAGE = "map.html"
LICENCES = "LICENCES.txt"
_SHAPES: dict[str, frozenset[ShapeKind]] = {
    "depth_lines.geojson": rows.DEPTHS,
    "depth_strips.geojson": rows.STRIPS,
    "areas.geojson": rows.AREAS,
    "doubt.geojson": rows.DOUBTS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The names of the files of a run, and of those kept because a person edited them."""

    files: tuple[str, ...]
    kept: tuple[str, ...]


def write(
    run: Run,
    folder: Path,
    *,
    page: str | Mapping[str, str] | None = None,
    quotes: QuoteMode | str = QuoteMode.CLAUSE,
    force: bool = False,
) -> Written:
    """Write the outputs of a run into a folder; the same run writes the same bytes.

    Parameters
    ----------
    page
        The rendered `map.html`, or all files of the page by name; without it there is none.
    force
        Overwrite files that a person edited, instead of keeping them as `NAME.edited-N`.

    Raises
    ------
    OutputError
        If the folder cannot be used or another run holds it.
    """
    found = contents(run, page=page, quotes=quotes)
    saved = manifest.save(folder, found, _about(run), force=force)
    return Written(files=saved.files, kept=saved.kept)


def contents(
    run: Run,
    *,
    page: str | Mapping[str, str] | None = None,
    quotes: QuoteMode | str = QuoteMode.CLAUSE,
) -> dict[str, bytes]:
    """Return the outputs of a run by file name, in the order in which they are named."""
    mode = QuoteMode(quotes)
    context = context_of(run, mode)
    checked_by = checkers(run.incidents)
    found = {} if page is None else {PAGE: page} if isinstance(page, str) else {**page}
    for name in columns.TABLES:
        if name.endswith(".geojson"):
            members = licences.members(name, run.gazetteer, mode, checked_by)
            found[name] = geojson.collection(_features(name, run, context), members)
        else:
            found[name] = table.written(rows.claims(run, context), columns.TABLES[name])
    found[LICENCES] = licences.text([*found], run.gazetteer, mode, checked_by)
    return {name: text.encode() for name, text in found.items()}


def context_of(run: Run, mode: QuoteMode = QuoteMode.CLAUSE) -> Context:
    """Return what the rows of a run look up."""
    return Context(
        gazetteer=run.gazetteer,
        reports={reading.report.id: reading.report for reading in run.readings},
        quotes=quotation.allot(run.readings, run.incidents, mode),
        words=wording.load(),
    )


def _features(name: str, run: Run, context: Context) -> Iterator[geojson.Feature]:
    own = columns.TABLES[name]
    if name == "incidents.geojson":
        for incident in rows.incidents(run, context):
            yield incident.id, rows.point(incident.account), geojson.properties(incident, own)
    elif name == "accounts.geojson":
        for account in rows.accounts(run, context):
            yield account.id, rows.point(account.account), geojson.properties(account, own)
    else:
        for shape in _by_account(run, context, name):
            yield shape.id, shape.shape.geometry, geojson.properties(shape, own)


def _by_account(run: Run, context: Context, name: str) -> Iterator[ShapeRow]:
    return rows.shapes(run, context, _SHAPES[name])


def _about(run: Run) -> dict[str, object]:
    """Return what a run was made from; no clock, no machine."""
    reports = sorted(
        (r.report for r in run.readings), key=lambda report: (report.doc, report.text_sha256)
    )
    return {
        "reports": [
            {
                "doc": report.doc,
                "publisher": report.publisher,
                "published": report.published.isoformat() if report.published else None,
                "text_sha256": report.text_sha256,
            }
            for report in reports
        ],
        "packs": [
            {
                "id": pack.id,
                "version": pack.version,
                "border": pack.border.version if pack.border else None,
            }
            for pack in run.gazetteer.packs
        ],
    }
