"""Errors that a user can cause and mend.

    GeoincidentsError
    ├── ReportError      a report that cannot be read; the rest of the batch goes on
    ├── PackError        a pack with faults, all of them at once
    ├── LexiconError     a lexicon that does not hold what its schema asks for
    ├── SourcesError     a `sources.csv` with faults
    ├── DecisionsError   a file of decisions with faults
    ├── TilesError       an address of map tiles that cannot be used
    ├── EarlierError     an earlier output that cannot be compared with
    ├── MakingError      a pack or an index that cannot be made as asked
    ├── OnlineError      a server that does not answer a look-up
    ├── ShapeError       a geometry that cannot be drawn as asked
    ├── OutputError      a folder or file that cannot be written
    ├── LayerError       a file of layers that cannot be read back
    ├── PictureError     a picture that cannot be drawn, or whose extra is missing
    └── AssetsError      the page's scripts and styles are not installed

A broken invariant is our own bug and stays a ``ValueError`` or ``AssertionError``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST_FAULTS_SHOWN = 20  # a longer list is not read; the count still tells


class GeoincidentsError(Exception):
    """Any error of this package that its user can mend."""


class ReportError(GeoincidentsError):
    """A report that cannot be read.

    Attributes
    ----------
    path
        The file as it was named.
    reason
        What is wrong and what would be right, in lower case.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class FaultsError(GeoincidentsError):
    """Invalid data, with every fault as ``FILE:LINE: what is wrong, what would be right``."""

    def __init__(self, faults: Sequence[str]) -> None:
        shown = [*faults[:MOST_FAULTS_SHOWN]]
        if len(faults) > MOST_FAULTS_SHOWN:
            shown.append(f"and {len(faults) - MOST_FAULTS_SHOWN} more faults")
        super().__init__("\n".join(shown))
        self.faults = tuple(faults)


class PackError(FaultsError):
    """A pack with faults."""


class LexiconError(FaultsError):
    """A lexicon with faults."""


class SourcesError(FaultsError):
    """A `sources.csv` with faults."""


class DecisionsError(FaultsError):
    """A file of decisions with faults."""


class TilesError(FaultsError):
    """An address of map tiles that cannot be used."""


class EarlierError(FaultsError):
    """An earlier output that cannot be compared with."""


class MakingError(GeoincidentsError):
    """A pack or an index of the world that cannot be made as asked."""


class OnlineError(GeoincidentsError):
    """A server that does not answer a look-up of `gazetteer suggest --online`."""


class ShapeError(GeoincidentsError):
    """A geometry that cannot be drawn as asked."""


class OutputError(GeoincidentsError):
    """A folder or file that cannot be written."""


class PictureError(GeoincidentsError):
    """A picture that cannot be drawn, or whose extra is not installed."""


class LayerError(GeoincidentsError):
    """A layer that there is not, or a file that holds none of ours."""


class AssetsError(GeoincidentsError):
    """The page's scripts and styles are not installed."""
