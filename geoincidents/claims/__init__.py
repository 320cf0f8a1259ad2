"""Claims: who says what happened, where, when, how deep and how large."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.geography import Gazetteer
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Mention, Reading, Report
    from geoincidents.vocabulary import Hit


def extract(
    report: Report,
    mentions: Sequence[Mention],
    hits: Sequence[Hit],
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> Reading:
    """Return a report with its claims, and what was filtered by which rule."""
    raise NotImplementedError
