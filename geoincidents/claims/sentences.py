"""A sentence with all that the readers of claims need of it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from geoincidents import text as texts
from geoincidents.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geoincidents.model import Mention, Passage, Report, Span
    from geoincidents.vocabulary import Hit


_LONGEST = 2000  # characters


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


def split(report: Report, mentions: Sequence[Mention], hits: Sequence[Hit]) -> Iterator[Sentence]:
    """Return the sentences of a report in order, each with its hits and mentions."""
    masked = texts.masked(report)
    titles = [b.span for b in report.blocks if b.kind is BlockKind.TITLE]
    near_hits, near_mentions = _Within(hits), _Within(mentions)
    paragraph, before = 0, 0
    for span in _bounded(masked, texts.sentences(masked)):
        if masked.count("\n\n", before, span[0]) or "\n" in masked[before : span[0]].strip(" "):
            paragraph += 1
        before = span[1]
        yield Sentence(
            report=report,
            span=span,
            text=masked[slice(*span)],
            paragraph=paragraph,
            in_title=any(t[0] <= span[0] < t[1] for t in titles),
            hits=near_hits.take(span),
            mentions=near_mentions.take(span),
        )


def _bounded(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield sentences, those longer than any writer's cut at a space: rules look far in one."""
    for start, end in spans:
        left = start
        while end - left > _LONGEST:
            cut = text.rfind(" ", left + 1, left + _LONGEST)
            cut = cut if cut > left else left + _LONGEST
            yield left, cut
            left = cut + (text[cut] == " ")
        if left < end:
            yield left, end


class _Spanned(Protocol):
    """What stands somewhere in a report."""

    @property
    def span(self) -> Span:
        """Return where it stands."""


_Record = TypeVar("_Record", bound=_Spanned)


class _Within(Generic[_Record]):
    """Gives out ordered records by rising spans, each looked at once."""

    def __init__(self, records: Sequence[_Record]) -> None:
        self._records = sorted(records, key=lambda r: r.span[0])
        self._starts = [r.span[0] for r in self._records]
        self._next = 0

    def take(self, span: Span) -> tuple[_Record, ...]:
        """Return the records that start inside a span; spans must rise."""
        first = bisect_left(self._starts, span[0], self._next)
        self._next = bisect_left(self._starts, span[1], first)
        return tuple([r for r in self._records[first : self._next] if r.span[1] <= span[1]])
