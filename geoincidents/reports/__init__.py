"""Reports: files and folders become immutable documents with their metadata.

A folder's `sources.csv` and the `key: value` lines at a text's start tell publisher,
date and the rest; what they leave open is read off datelines, credits and file names.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from geoincidents.errors import ReportError, SourcesError
from geoincidents.reports import documents, files, press, proposals, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
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
    opening = Opening(paths, lexicon, max_report_bytes=max_report_bytes, encoding=encoding)
    in_order = tuple(opening)
    failures, warnings = tuple(opening.failures), tuple(opening.warnings)
    return Batch(reports=in_order, failures=failures, warnings=warnings)


class Opening:
    """The reports in files and folders, each opened when it is asked for, by file name.

    Attributes
    ----------
    failures, warnings
        What could not be read, and what is to be told, up to the report opened last.

    Raises
    ------
    SourcesError
        With every fault of every `sources.csv` beside a report.
    """

    def __init__(
        self,
        paths: Iterable[Path],
        lexicon: Lexicon,
        *,
        max_report_bytes: int = files.MAX_REPORT_BYTES,
        encoding: str = files.ENCODING,
    ) -> None:
        self._found = files.found(paths)
        self._tables = _tables(self._found.files)
        self._press = press.of(lexicon)
        self._limits = max_report_bytes, encoding
        self.failures: list[ReportError] = []
        self.warnings: list[str] = []

    def __iter__(self) -> Iterator[Report]:
        """Open the reports from the first one on, also where that was done before."""
        self.failures = [*self._found.failures]
        self.warnings = [*self._found.warnings]
        self.warnings += [w for f in sorted(self._tables) for w in self._tables[f].warnings]
        docs: dict[str, str] = {}
        for _, same in groupby(self._found.files, key=files.name_of):
            # Files of one name come in an order that does not depend on their folders.
            yield from sorted(self._opened(same, docs), key=lambda report: report.id)

    def _opened(self, paths: Iterable[Path], docs: dict[str, str]) -> Iterator[Report]:
        """Yield the reports in some files, but for those that `docs` knows by their id."""
        max_bytes, encoding = self._limits
        for path in paths:
            try:
                text = files.text_of(path, max_bytes=max_bytes, encoding=encoding)
            except ReportError as error:
                self.failures.append(error)
                continue
            given, name = self._tables[path.parent].rows.get(path.name), files.name_of(path)
            report, said = documents.make(text, name, given, self._press)
            self.warnings += said
            if report.id in docs:
                self.warnings.append(f"{name}: same text as {docs[report.id]}; left out")
                continue
            docs[report.id] = name
            yield report


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
    return proposals.table(listed(folder), press.of(lexicon))


def listed(folder: Path) -> list[Path]:
    """Return the files of reports that lie in a folder itself, by name."""
    return [f for f in files.found([folder]).files if f.parent == folder]
