"""How much of a report's words the outputs may show.

Each value is quoted with the clause that carries it, in at most 25 words. A report
gives at most a tenth of its words, or 60 where that is more; once they are used up, a
value is shown with five words either side. Texts that are ours or licensed have no
such limit. Spans are never shortened: only what is shown is.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from geoincidents import text
from geoincidents.model import Rights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geoincidents.model import Claim, Incident, Passage, Reading, Report, Span

MOST_WORDS = 25  # of a quotation
SHARE = 0.10  # of a report's words
FLOOR_WORDS = 60
WORDS_BESIDE = 5  # either side of a value, once a report's share is used up
SHORTEST_CLAUSE = 6  # words; less is joined with its neighbour to be understood
LONGEST_SENTENCE = 1500  # characters
CUT = "…"
_WORD = re.compile(r"\S+")
_CLAUSE_MARK = re.compile(r"[,;:)\]–—]['\"’”»]?$|^--+$")


class QuoteMode(StrEnum):
    """How much is quoted, as ``--quotes`` says."""

    CLAUSE = "clause"
    NONE = "none"
    FULL = "full"  # whole sentences: a private working copy


class Quote(NamedTuple):
    """A quotation in three parts: the value's own words and those about it."""

    before: str
    words: str
    after: str

    def __str__(self) -> str:
        """Return the quotation as one string."""
        return self.before + self.words + self.after


NO_QUOTE = Quote("", "", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """What may be shown of each report; made by `allot`."""

    mode: QuoteMode
    shares: Mapping[str, _Share]
    clauses: Mapping[str, tuple[str, Span]]  # claim id -> report id and span

    def of(self, passage: Passage) -> str:
        """Return what may be shown of a passage with the words about it; may be empty.

        The words are the report's own on one line; "…" stands where they are cut.
        """
        return str(self.parts(passage))

    def parts(self, passage: Passage) -> Quote:
        """Return the same in three parts, so that the passage can be highlighted."""
        share = self.shares.get(passage.report_id)
        if self.mode is QuoteMode.NONE or share is None:
            return NO_QUOTE
        return share.shown(share.span_for(passage.span), passage.span)

    def clause(self, claim_id: str) -> str:
        """Return the clause that carries a claim; empty for a claim that was not allotted."""
        if self.mode is QuoteMode.NONE or claim_id not in self.clauses:
            return ""
        report_id, span = self.clauses[claim_id]
        return str(self.shares[report_id].shown(span, span))


def allot(
    readings: Iterable[Reading],
    incidents: Iterable[Incident],
    mode: QuoteMode = QuoteMode.CLAUSE,
) -> Quotes:
    """Return what may be quoted for the values that incidents show.

    Incidents on the map come before background, earlier ones before later ones, so
    that the same run always quotes the same words.
    """
    shares = {
        r.report.id: _Share(r.report, is_free=_is_free(r.report, mode))
        for r in readings
        if r.claims
    }
    claims = [claim for incident in sorted(incidents, key=_turn) for claim in incident.claims]
    clauses: dict[str, tuple[str, Span]] = {}
    for claim in claims:
        if claim.evidence and (share := shares.get(claim.report_id)):
            clauses[claim.id] = (claim.report_id, share.take_for(claim))
    for claim in claims:
        for passage in claim.evidence:
            if share := shares.get(passage.report_id):
                share.note(passage.span, clauses[claim.id][1])
        for passage in _passages(claim):
            if share := shares.get(passage.report_id):
                share.take(passage.span)
    return Quotes(mode=mode, shares=shares, clauses=clauses)


def _turn(incident: Incident) -> tuple[bool, str, str]:
    first = incident.first_reported.isoformat() if incident.first_reported else "9999"
    return incident.background, first, incident.id


def _is_free(report: Report, mode: QuoteMode) -> bool:
    return mode is QuoteMode.FULL or report.rights in {Rights.OWN, Rights.LICENSED}


def _passages(claim: Claim) -> Iterator[Passage]:
    """Return the values that outputs open, figures first."""
    yield from (measure.passage for measure in claim.measures)
    yield from (where.passage for where in claim.where)
    if claim.when.passage:
        yield claim.when.passage
    if claim.speaker.passage:
        yield claim.speaker.passage


@dataclass(slots=True)
class _Share:
    """What is quoted of one report, and how many words may still be."""

    report: Report
    is_free: bool
    sentences: tuple[Span, ...] = field(init=False)
    left: int = field(init=False)
    quoted: dict[Span, Span] = field(init=False, default_factory=dict)  # value -> clause
    taken: dict[int, list[Span]] = field(init=False, default_factory=dict)  # by sentence
    words: set[int] = field(init=False, default_factory=set)  # starts of the words quoted

    def __post_init__(self) -> None:
        """Split the text and count what may be quoted of it."""
        body = text.masked(self.report)
        self.sentences = text.sentences(body)
        self.left = max(FLOOR_WORDS, int(SHARE * len(body.split())))

    def take_for(self, claim: Claim) -> Span:
        """Quote the clause that carries as many of a claim's values as fit."""
        sentence = self._sentence(claim.evidence[0].span)
        inside = [p.span for p in _passages(claim) if _within(p.span, sentence)]
        core = inside[0] if inside else claim.evidence[0].span
        for span in inside[1:]:
            wider = (min(core[0], span[0]), max(core[1], span[1]))
            core = wider if len(self._words(wider)) <= MOST_WORDS else core
        return self.take(core)

    def take(self, value: Span) -> Span:
        """Quote a value's clause, or less where the report's share is used up."""
        if value not in self.quoted:
            self.quoted[value] = clause = self._taken(value)
            self.taken.setdefault(self._sentence(value)[0], []).append(clause)
        return self.quoted[value]

    def note(self, evidence: Span, clause: Span) -> None:
        """Show a sentence of evidence by the clause that was taken from it."""
        if _within(clause, evidence):
            self.quoted.setdefault(evidence, clause)

    def span_for(self, value: Span) -> Span:
        """Return the span to show a value in: as quoted, else the value's near words."""
        return self.quoted.get(value) or self._shortest_holding(value) or self._beside(value)

    def shown(self, span: Span, value: Span) -> Quote:
        """Return the words of a span in three parts, cuts marked."""
        sentence = self._sentence(span)
        begin, end = max(value[0], span[0]), min(value[1], span[1])
        if begin >= end:
            begin, end = span
        raw = self.report.text
        lead = CUT if span[0] > sentence[0] else ""
        tail = CUT if span[1] < sentence[1] else ""
        if span[1] < value[1] and not tail:
            tail = CUT
        return Quote(
            lead + _shown(raw[span[0] : begin]),
            _shown(raw[begin:end]),
            _shown(raw[end : span[1]]) + tail,
        )

    def _taken(self, value: Span) -> Span:
        if self.is_free:
            return self._sentence(value)
        if held := self._shortest_holding(value):
            return held
        clause = self._clause(value)
        fresh = {start for start, _ in self._words(clause)} - self.words
        if len(fresh) > self.left:
            clause = self._beside(value)
            fresh = {start for start, _ in self._words(clause)} - self.words
        self.left = max(0, self.left - len(fresh))
        self.words |= fresh
        return clause

    def _shortest_holding(self, value: Span) -> Span | None:
        near = self.taken.get(self._sentence(value)[0], ())
        held = [span for span in near if _within(value, span)]
        return min(held, key=lambda span: (span[1] - span[0], span), default=None)

    def _clause(self, value: Span) -> Span:
        """Return the clause about a value, at most `MOST_WORDS` long."""
        words = self._words(self._sentence(value))
        first, last = _indices(words, value)
        if last - first >= MOST_WORDS:
            return words[first][0], words[first + MOST_WORDS - 1][1]
        if len(words) <= MOST_WORDS:
            return words[0][0], words[-1][1]
        first, last = self._grown(words, *self._widened(words, first, last))
        return words[first][0], self._trimmed(words[last], value)

    def _trimmed(self, word: Span, value: Span) -> int:
        """Return a word's end, without the comma before a cut unless it is the value's."""
        start, end = word
        has_comma = end - start > 1 and self.report.text[end - 1] in ",;:"
        return end - (has_comma and value[1] < end)

    def _grown(self, words: list[Span], first: int, last: int) -> tuple[int, int]:
        """Return indices grown to what can be understood, where no mark is near."""
        while last - first + 1 < SHORTEST_CLAUSE or not self._is_mark(words, last):
            if last + 1 == len(words) or last - first + 1 == MOST_WORDS:
                break
            last += 1
        while first and last - first + 1 < SHORTEST_CLAUSE:
            first -= 1
        return first, last

    def _is_mark(self, words: list[Span], index: int) -> bool:
        return bool(_CLAUSE_MARK.search(self._raw(words[index])))

    def _widened(self, words: list[Span], first: int, last: int) -> tuple[int, int]:
        """Return word indices widened to the marks about them, a mark at a time."""
        marks = [n for n in range(len(words)) if self._is_mark(words, n)]
        while True:
            left = max((n + 1 for n in marks if n + 1 < first), default=0) if first else 0
            is_shut = last in marks or last == len(words) - 1
            right = last if is_shut else min((n for n in marks if n > last), default=len(words) - 1)
            starts_clause = first == 0 or first - 1 in marks
            options = [(first if starts_clause else left, right), (first, right), (left, last)]
            wider = [o for o in options if o != (first, last) and o[1] - o[0] < MOST_WORDS]
            if not wider or (starts_clause and is_shut and last - first + 1 >= SHORTEST_CLAUSE):
                break
            first, last = wider[0]
        return first, last

    def _beside(self, value: Span) -> Span:
        words = self._words(self._sentence(value))
        if not words:
            return value
        first, last = _indices(words, value)
        last = min(last, first + 2 * WORDS_BESIDE)  # of a sentence only its first words
        room = (3 * WORDS_BESIDE - (last - first)) // 2
        beside = min(WORDS_BESIDE, room)
        left, right = max(0, first - beside), min(len(words) - 1, last + beside)
        return words[left][0], words[right][1]

    def _sentence(self, span: Span) -> Span:
        at = bisect_right(self.sentences, span[0], key=lambda s: s[0]) - 1
        start, end = self.sentences[at] if at >= 0 else span
        if not start <= span[0] < end:
            return span
        # Bait without a full stop must not be read again for each of its values.
        near = (span[0] - LONGEST_SENTENCE, max(span) + LONGEST_SENTENCE)
        return (start, end) if end - start <= LONGEST_SENTENCE else _common((start, end), near)

    def _words(self, span: Span) -> list[Span]:
        return [w.span() for w in _WORD.finditer(self.report.text, *span)]

    def _raw(self, span: Span) -> str:
        return self.report.text[slice(*span)]


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _common(one: Span, other: Span) -> Span:
    return max(one[0], other[0]), min(one[1], other[1])


def _indices(words: list[Span], value: Span) -> tuple[int, int]:
    """Return the first and last word that a value touches."""
    touched = [n for n, (start, end) in enumerate(words) if start < value[1] and end > value[0]]
    return (touched[0], touched[-1]) if touched else (0, 0)


def _shown(words: str) -> str:
    """Return words on one line, without control characters."""
    return "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in words)
