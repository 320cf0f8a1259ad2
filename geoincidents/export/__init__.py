"""The files of a run: layers, tables, licences and manifest, from one table of columns."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geoincidents import quotes as quotation
from geoincidents import wording
from geoincidents.export import files, formats, layers, licences, manifest
from geoincidents.export.rows import Context
from geoincidents.model import checkers
from geoincidents.quotes import QuoteMode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from os import PathLike

    from geoincidents.export.formats import Source
    from geoincidents.export.rows import Run

PAGE = "map.html"
LICENCES = "LICENCES.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The names of the files of a run, and of those kept because a person edited them."""

    files: tuple[str, ...]
    kept: tuple[str, ...]


def write(  # noqa: PLR0913 - two are given by place
    run: Run,
    folder: Path,
    *,
    page: str | Mapping[str, str] | None = None,
    quotes: QuoteMode | str = QuoteMode.CLAUSE,
    force: bool = False,
    further: Sequence[str] = (),
    bom: bool = False,
) -> Written:
    """Write the outputs of a run into a folder; the same run writes the same bytes.

    Parameters
    ----------
    page
        The rendered `map.html`, or all files of the page by name; without it there is none.
    force
        Overwrite files that a person edited, instead of keeping them as `NAME.edited-N`.
    further
        Formats beside the usual ones: csv, kml, parquet, xlsx.
    bom
        Begin CSV files with a byte-order mark, by which Excel knows UTF-8.

    Raises
    ------
    OutputError
        If the folder cannot be used, another run holds it, or a format is unknown or needs
        a package that is missing.
    """
    found = contents(run, page=page, quotes=quotes, further=further, bom=bom)
    saved = manifest.save(folder, found, _about(run), force=force)
    return Written(files=saved.files, kept=saved.kept)


def contents(
    run: Run,
    *,
    page: str | Mapping[str, str] | None = None,
    quotes: QuoteMode | str = QuoteMode.CLAUSE,
    further: Sequence[str] = (),
    bom: bool = False,
) -> dict[str, bytes]:
    """Return the outputs of a run by file name, in the order in which they are named."""
    names = formats.names(tuple(further))
    pages = {} if page is None else {PAGE: page} if isinstance(page, str) else {**page}
    source = source_of(run, QuoteMode(quotes), [*pages, *names], bom=bom)
    found = {name: text.encode() for name, text in pages.items()}
    found |= {name: b"".join(formats.written(source, name)) for name in names}
    return {**found, LICENCES: source.licences.encode()}


def save(
    run: Run,
    path: str | PathLike[str],
    *,
    quotes: QuoteMode | str = QuoteMode.CLAUSE,
    bom: bool = False,
) -> None:
    """Write one file, its format by the suffix: .csv .geojson .gpkg .kml .parquet .xlsx.

    `.gpkg`, `.kml` and `.xlsx` hold all layers; the others the layer that the file is named
    after, such as `accounts.csv`, or else the incidents. The older file is replaced in one step.

    Raises
    ------
    OutputError
        If it cannot be written, the suffix is of no format, or the format needs a package
        that is missing.
    """
    target = Path(path)
    source = source_of(run, QuoteMode(quotes), [target.name], bom=bom)
    formats.check(target.name)
    with files.replacing(target) as temporary:
        formats.save(source, target.name, temporary)


def source_of(
    run: Run,
    mode: QuoteMode = QuoteMode.CLAUSE,
    names: Iterable[str] = (),
    *,
    bom: bool = False,
) -> Source:
    """Return what formats are written from; `names` are the files that licences are told of."""
    checked_by = checkers(run.incidents)
    return formats.Source(
        run=run,
        context=context_of(run, mode),
        about={
            layer.name: licences.members(layer, run.gazetteer, mode, checked_by)
            for layer in layers.LAYERS
        },
        licences=licences.text(names, run.gazetteer, mode, checked_by),
        bom=bom,
    )


def context_of(run: Run, mode: QuoteMode = QuoteMode.CLAUSE) -> Context:
    """Return what the rows of a run look up."""
    return Context(
        gazetteer=run.gazetteer,
        reports={reading.report.id: reading.report for reading in run.readings},
        quotes=quotation.allot(run.readings, run.incidents, mode),
        words=wording.load(),
        credit="; ".join(licences.credits_of(run.gazetteer)),
    )


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
