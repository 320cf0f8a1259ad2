"""A sentence with all that the readers of claims need of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geoincidents.model import Mention, Passage, Report, Span
    from geoincidents.vocabulary import Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a report; all spans count from the report's start.

    `text` is the masked report's slice; `hits` and `mentions` are those inside it.
    """

    report: Report
    span: Span
    text: str
    paragraph: int
    in_title: bool
    hits: tuple[Hit, ...]
    mentions: tuple[Mention, ...]

    def words(self, span: Span) -> str:
        """Return the words at a span of the report that lies in this sentence."""
        start = self.span[0]
        return self.text[span[0] - start : span[1] - start]

    def passage(self, span: Span) -> Passage:
        """Return the passage at a span of the report."""
        return self.report.passage(span)

    def hits_of(self, category: str) -> tuple[Hit, ...]:
        """Return the hits of one category, in order."""
        return tuple(h for h in self.hits if h.category == category)
