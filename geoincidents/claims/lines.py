"""A sentence as a row of words, with the lexicon's marks on them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geoincidents.claims.sentences import Sentence
    from geoincidents.model import Span

# A figure or time, initials, a word, "'s", an apostrophe, or one mark; hyphened words are several.
_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)+\w*|(?:[A-Z]\.){2,}|\w+(?:['’]t\b)?|['’]s\b|[^\w\s]")
_SINGLES = frozenset({"'", "‘", "’"})
QUOTES = frozenset('"“”„«»')
_SHORT = 2  # letters: "UN", "US" open sentences too
_DATELINE = 25  # words: no dateline is longer
_SCARE = 4  # words: longer quotations are somebody's speech
STOPS = frozenset(";:—–()")


class Token(NamedTuple):
    """A word or mark of a line; the span counts from the report's start."""

    start: int
    end: int
    text: str
    low: str


class Mark(NamedTuple):
    """Words `lo` to `hi` (excluded) of a line that the lexicon or a pack knows."""

    lo: int
    hi: int
    key: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as tokens, with marks by category in order of their first token."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    marks: Mapping[str, tuple[Mark, ...]]
    covers: Mapping[str, Mapping[int, Mark]] = field(repr=False)
    scare: frozenset[int] = frozenset()  # quotation marks about a word or two

    def at(self, category: str, index: int) -> Mark | None:
        """Return the mark of a category that covers a token."""
        return self.covers[category].get(index) if category in self.marks else None

    def within(self, category: str, lo: int, hi: int) -> tuple[Mark, ...]:
        """Return the marks of a category that lie in tokens `lo` to `hi`."""
        found = self.marks.get(category)
        return tuple([m for m in found if lo <= m.lo < hi]) if found else ()

    def has(self, category: str, lo: int, hi: int) -> bool:
        """Return whether a category is marked in tokens `lo` to `hi`."""
        return category in self.marks and bool(self.within(category, lo, hi))

    def low(self, index: int) -> str:
        """Return a token in lower case, empty outside the line."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def span(self, lo: int, hi: int) -> Span:
        """Return where tokens `lo` to `hi` (excluded) stand in the report."""
        return self.tokens[lo].start, self.tokens[hi - 1].end

    def words(self, lo: int, hi: int) -> str:
        """Return the words of tokens `lo` to `hi` as the report has them."""
        return self.sentence.words(self.span(lo, hi)) if lo < hi else ""

    def index(self, offset: int) -> int:
        """Return the token at or behind an offset of the report."""
        return bisect_right(self.tokens, offset, key=lambda t: t.end)


def dateline_end(line: Line) -> int:
    """Return the token behind a dateline ("HAGEN, June 20 (Wire) -"), 0 without one."""
    first = line.tokens[0].text if line.tokens else ""
    if not (first.isupper() and len(first) > _SHORT):
        return 0
    for i, token in enumerate(line.tokens[:_DATELINE]):
        spaced = token.text in {"-", "–", "—"} and line.tokens[i - 1].end < token.start
        if i and spaced:
            return i + 1
    return 0


def read(sentence: Sentence) -> Line:
    """Return a sentence as a line."""
    base = sentence.span[0]
    # Straight to the tuple: a sentence has many tokens, and a call for each takes longer.
    made, kind = tuple.__new__, Token
    tokens = tuple(
        [
            made(kind, (base + m.start(), base + m.end(), word := m[0], word.lower()))
            for m in _TOKEN.finditer(sentence.text)
        ]
    )
    if any(mark in sentence.text for mark in _SINGLES):
        tokens = _with_single_quotes(tokens)
    marks: dict[str, list[Mark]] = {}
    starts = [t.start for t in tokens]
    for hit in sentence.hits:
        lo = bisect_left(starts, hit.span[0])
        hi = bisect_left(starts, hit.span[1])
        if lo < hi:
            marks.setdefault(hit.category, []).append(Mark(lo, hi, hit.keys[0], hit.keys))
    ordered = {
        c: tuple(sorted(m, key=lambda m: (m.lo, -m.hi, m.key)) if len(m) > 1 else m)
        for c, m in marks.items()
    }
    return Line(sentence, tokens, ordered, _Covers(ordered), _scare(tokens))


def _with_single_quotes(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return tokens with single quotation marks read as double ones, apostrophes aside."""
    found, opened = list(tokens), -1
    for i, token in enumerate(tokens):
        if token.text not in _SINGLES:
            continue
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        apart = before is None or before.end < token.start or before.low in QUOTES
        glued = after is not None and after.start == token.end
        if opened < 0 and apart and glued and token.text != "’":
            opened = i
        elif opened >= 0 and not apart and not glued and _closes(tokens, opened, i):
            found[opened] = tokens[opened]._replace(low="“")
            found[i] = token._replace(low="”")
            opened = -1
    return tuple(found)


def _closes(tokens: tuple[Token, ...], lo: int, hi: int) -> bool:
    """Return whether a mark ends a quotation: behind a stop, or soon after its beginning."""
    return tokens[hi - 1].text in {",", ".", "!", "?"} or hi - lo <= _SCARE + 1


def _scare(tokens: tuple[Token, ...]) -> frozenset[int]:
    """Return the quotation marks that set off a word or two and no speech."""
    marks = [i for i, t in enumerate(tokens) if t.low in QUOTES]
    found: set[int] = set()
    i = 0
    while i + 1 < len(marks):
        lo, hi = marks[i], marks[i + 1]
        if tokens[lo].low != "”" and hi - lo <= _SCARE + 1:
            found.update((lo, hi))
        i += 2 if tokens[lo].low != "”" else 1
    return frozenset(found)


class _Covers(dict[str, dict[int, Mark]]):
    """The marks of a category by the tokens they cover, worked out when first asked for."""

    def __init__(self, marks: Mapping[str, tuple[Mark, ...]]) -> None:
        super().__init__()
        self._marks = marks

    def __missing__(self, category: str) -> dict[int, Mark]:
        self[category] = found = _cover(self._marks.get(category, ()))
        return found


def _cover(marks: Iterable[Mark]) -> dict[int, Mark]:
    cover: dict[int, Mark] = {}
    for mark in marks:
        for i in range(mark.lo, mark.hi):
            cover.setdefault(i, mark)
    return cover
