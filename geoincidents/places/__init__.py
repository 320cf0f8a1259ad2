"""Places: which spans of a report name a place, and which place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.geography import Gazetteer
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Mention, Report
    from geoincidents.vocabulary import Hit


def find(
    report: Report, hits: Sequence[Hit], gazetteer: Gazetteer, lexicon: Lexicon
) -> tuple[Mention, ...]:
    """Return the mentions of places in a report, in order, without overlaps."""
    raise NotImplementedError
