"""Reports: files and folders become immutable documents with their metadata.

A folder's `sources.csv` and the `key: value` lines at a text's start tell publisher,
date and the rest; what they leave open is read off datelines, credits and file names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geoincidents.errors import ReportError, SourcesError
from geoincidents.reports import documents, files, press, proposals, sources

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Report
    from geoincidents.reports.sources import Sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The reports of a run, by file name, and the files that could not be read."""

    reports: tuple[Report, ...]
    failures: tuple[ReportError, ...] = ()
    warnings: tuple[str, ...] = ()


def read(
    paths: Iterable[Path],
    lexicon: Lexicon,
    *,
    max_report_bytes: int = files.MAX_REPORT_BYTES,
    encoding: str = files.ENCODING,
) -> Batch:
    """Return the reports in files and folders; a file that fails does not stop the rest.

    Raises
    ------
    SourcesError
        With every fault of every `sources.csv` beside a report.
    """
    found = files.found(paths)
    tables = _tables(found.files)
    warnings = [*found.warnings]
    warnings += [said for folder in sorted(tables) for said in tables[folder].warnings]
    reports: dict[str, Report] = {}
    failed = [*found.failures]
    for path in found.files:
        try:
            text = files.text_of(path, max_bytes=max_report_bytes, encoding=encoding)
        except ReportError as error:
            failed.append(error)
            continue
        given = tables[path.parent].rows.get(path.name)
        report, said = documents.make(text, files.name_of(path), given, press.of(lexicon))
        warnings += said
        if report.id in reports:
            warnings.append(
                f"{files.name_of(path)}: same text as {reports[report.id].doc}; left out"
            )
        reports.setdefault(report.id, report)
    in_order = sorted(reports.values(), key=lambda r: (r.doc, r.id))
    return Batch(reports=tuple(in_order), failures=tuple(failed), warnings=tuple(warnings))


def _tables(found: Iterable[Path]) -> dict[Path, Sources]:
    tables: dict[Path, Sources] = {}
    faults: list[str] = []
    for folder in sorted({path.parent for path in found}):
        try:
            tables[folder] = sources.load(folder)
        except SourcesError as error:
            faults += error.faults
    if faults:
        raise SourcesError(faults)
    return tables


def propose_sources(folder: Path, lexicon: Lexicon) -> str:
    """Return a `sources.csv` to complete for the reports that lie in a folder itself.

    Guesses stand beside their basis; what is not known is left empty, and no date is
    taken from the machine. Reports in folders within it have a table of their own.
    """
    found = files.found([folder]).files
    return proposals.table([f for f in found if f.parent == folder], press.of(lexicon))
