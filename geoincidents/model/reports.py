"""Records of what is read: passages, reports and the places they mention."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a report and where they stand; `text` is exactly the report's slice."""

    report_id: str
    span: Span
    text: str


class BlockKind(StrEnum):
    """What a stretch of a report is."""

    TITLE = "title"
    DATELINE = "dateline"
    CREDIT = "credit"  # bylines and wire credits
    BODY = "body"
    FURNITURE = "furniture"  # page parts that are not the report: masked, never deleted
    HEADER = "header"  # `key: value` metadata lines of our own text format


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a report of one kind."""

    kind: BlockKind
    span: Span


class PublishedBasis(StrEnum):
    """Where the publication date is from."""

    GIVEN = "given"
    DATELINE = "dateline"
    TEXT = "text"
    FILE = "file"
    UNKNOWN = "unknown"


class Rights(StrEnum):
    """How much of a report may be quoted."""

    OWN = "own"
    LICENSED = "licensed"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The wire or outlet a report is from; `passage` is what says so, None if metadata."""

    name: str
    passage: Passage | None = None
    helped: bool = False  # "with reporting by": thanked, but not the source


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document, immutable.

    `id` is a hash of text, publisher and date; `doc` the file's name; `blocks` cover
    the text without gaps or overlaps, in order.
    """

    id: str
    doc: str
    text: str
    text_sha256: str
    blocks: tuple[Block, ...]
    publisher: str = ""
    title: str = ""
    url: str = ""
    language: str = "en"
    published: date | None = None
    published_basis: PublishedBasis = PublishedBasis.UNKNOWN
    origins: tuple[Origin, ...] = ()
    rights: Rights = Rights.QUOTE

    def passage(self, span: Span) -> Passage:
        """Return the words at a span."""
        return Passage(report_id=self.id, span=span, text=self.text[slice(*span)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a mention may name, with its score (0..1) and the reasons for it."""

    place_id: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span of a report that names a place.

    `literal` is false where a capital or country stands for its government.
    `place_id` is None for an unknown place, and `reason` says why. `candidates` are weighed
    when they are first asked for.
    """

    passage: Passage
    place_id: str | None
    literal: bool = True
    candidates: Sequence[Candidate] = field(default=(), compare=False)
    reason: str = ""
    dateline: bool = False

    @property
    def score(self) -> float:
        """Return the score of the place, 0 for an unknown one."""
        return self.candidates[0].score if self.place_id and self.candidates else 0.0

    @property
    def span(self) -> Span:
        """Return where the mention stands in its report."""
        return self.passage.span
