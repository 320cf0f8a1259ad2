"""Reports: files and folders become immutable documents with their metadata."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from geoincidents.errors import ReportError
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The reports of a run, by file name, and the files that could not be read."""

    reports: tuple[Report, ...]
    failures: tuple[ReportError, ...] = ()
    warnings: tuple[str, ...] = ()


def read(paths: Iterable[Path], lexicon: Lexicon) -> Batch:
    """Return the reports in files and folders; a file that fails does not stop the rest."""
    raise NotImplementedError
