"""What each line of a report is: title, dateline, credit, body or page furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geoincidents.model import Block, BlockKind
from geoincidents.reports import beginnings, datelines, markup
from geoincidents.reports.press import LONGEST_LINE
from geoincidents.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geoincidents.model import Span
    from geoincidents.reports.datelines import PartialDate
    from geoincidents.reports.press import Press

HEAD_LINES = 12  # non-blank lines in which titles, bylines and dates of publication stand
DATELINE_PARAGRAPHS = 3
LONGEST_HEADLINE = 200
MOST_HEADING_WORDS = 14
_SENTENCE_STOP = re.compile(r"[.!?…:;][\"')\]]*$")
_BULLET = re.compile(r"^[\s•*·▪◦‣>–—-]{1,8}")
_BULLETS = frozenset("•*·▪◦‣>–—-")
_BLANK = re.compile(r"[^\n\r]")


@dataclass(slots=True)
class Line:
    """A non-blank line: its place, its words without markup, and what it is."""

    start: int
    end: int  # of the words, outer space excluded
    words: str
    folded: str  # of the words without bullets, empty for a line of prose
    paragraph_starts: bool
    kind: BlockKind = BlockKind.BODY
    inline: list[tuple[BlockKind, int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The blocks of a text and what its edges tell.

    `sources` and `helpers` are the wires credited, each with the span that names it.
    """

    blocks: tuple[Block, ...]
    title: str
    dateline: PartialDate | None
    published: PartialDate | None
    sources: tuple[tuple[str, Span], ...]
    helpers: tuple[tuple[str, Span], ...]


def lay_out(text: str, *, start: int, title: str, publisher: str, press: Press) -> Layout:
    """Return the layout of a text whose header lines end at `start`.

    `title` and `publisher` are what the metadata says; empty, they are not known.
    """
    tags = markup.spans(text)
    visible = _without(text, tags)
    folded = fold(visible)  # at once, which is far faster than line by line
    lines = _lines(visible, folded, start)
    reader = _Reader(press, title, publisher)
    reader.held = [word for word in press.held if word in folded]
    reader.read(lines)
    return Layout(
        blocks=_blocks(text, start, lines, tags),
        title=reader.title,
        dateline=reader.dateline,
        published=reader.published,
        sources=tuple(reader.sources or ([reader.agency] if reader.agency else [])),
        helpers=tuple(reader.helpers),
    )


def _lines(visible: str, folded: str, start: int) -> list[Line]:
    lines: list[Line] = []
    at, blank_before = start, True
    for raw in visible[start:].splitlines(keepends=True):
        words = raw.strip()
        if words:
            left = at + len(raw) - len(raw.lstrip())
            right = left + len(words)
            plain = _plain(words, folded[left:right])
            lines.append(Line(left, right, words, plain, blank_before))
        blank_before = not words
        at += len(raw)
    return lines


def _plain(words: str, folded: str) -> str:
    """Return a folded line without its bullet, empty for prose."""
    if len(words) > LONGEST_LINE:
        return ""
    return folded if words[0] not in _BULLETS else fold(_BULLET.sub("", words) or words)


def _without(text: str, tags: Sequence[Span]) -> str:
    if not tags:
        return text
    pieces, at = [], 0
    for begin, end in tags:
        pieces += [text[at:begin], _BLANK.sub(" ", text[begin:end])]
        at = end
    return "".join([*pieces, text[at:]])


class _Reader:
    """One pass over the lines, from the head to the tail."""

    def __init__(self, press: Press, title: str, publisher: str) -> None:
        self.press = press
        self.given = _letters(title)
        self.outlets = {_letters(part) for part in re.split(r"[/()|,]| with ", publisher)} - {""}
        self.held: list[str] = []  # words in the text that a line other than prose may hold
        self.outlet_heads = {beginnings.of(outlet) for outlet in self.outlets}
        self.title = ""
        self.dateline: PartialDate | None = None
        self.published: PartialDate | None = None
        self.sources: list[tuple[str, Span]] = []
        self.helpers: list[tuple[str, Span]] = []
        self.agency: tuple[str, Span] | None = None  # of a dateline, unknown to the lexicon

    def read(self, lines: list[Line]) -> None:
        prose = 0
        for number, line in enumerate(lines):
            in_head = number < HEAD_LINES
            at_edge = in_head or number >= len(lines) - HEAD_LINES
            following = lines[number + 1] if number + 1 < len(lines) else None
            if in_head and prose == 0 and self._is_title(line, following):
                line.kind = BlockKind.TITLE
                continue
            if self._is_dateline(line, prose):
                prose += 1
                continue
            line.kind = self._kind(line, at_edge=at_edge)
            prose += line.kind is BlockKind.BODY
        self._read_tail(lines)

    def _is_title(self, line: Line, following: Line | None) -> bool:
        letters = _letters(line.words)
        if self.given:
            is_given = letters == self.given or (len(letters) > 20 and letters in self.given)  # noqa: PLR2004 -- a wrapped line of it
            if is_given:
                self.title = self.title or line.words
                return True
        if self.title or not following or not line.folded or not _is_headline(line.words):
            return False
        if self._is_dateline(line, 0) or self._kind(line, at_edge=True) is not BlockKind.BODY:
            line.inline.clear()
            return False
        is_set_off = following.paragraph_starts or self._is_edge(following)
        self.title = line.words if is_set_off else ""
        return is_set_off

    def _is_edge(self, line: Line) -> bool:
        return self._kind(line, at_edge=True) is not BlockKind.BODY

    def _is_dateline(self, line: Line, prose: int) -> bool:
        if prose >= DATELINE_PARAGRAPHS or not (line.words[0].isupper() or line.words[0] == "("):
            return False
        found = datelines.match(line.words, self.press, is_first=prose == 0)
        if not found:
            return False
        span = (line.start, line.start + found.length)
        line.inline = [(BlockKind.DATELINE, *span)]
        self.dateline = self.dateline or found.dated
        self._credit(self.sources, line.words[: found.length], line.start)
        if found.agency and not self.press.wires_in(found.agency):
            at = line.start + line.words.index(found.agency)
            self.agency = self.agency or (found.agency, (at, at + len(found.agency)))
        return True

    def _kind(self, line: Line, *, at_edge: bool) -> BlockKind:
        words, press = line.folded, self.press
        if not (words and self._may_be_apart(words)):
            return BlockKind.BODY
        if press.source.fullmatch(words) or (at_edge and self._is_byline(line)):
            self._credit(self.sources, line.words, line.start)
            return BlockKind.CREDIT
        if press.helper.fullmatch(words):
            self._credit(self.helpers, line.words, line.start)
            return BlockKind.CREDIT
        if at_edge and (found := press.published.fullmatch(words)):
            self.published = self.published or datelines.find_date(found[0], press)
            return BlockKind.CREDIT
        if at_edge and _letters(line.words) in self.outlets:
            return BlockKind.CREDIT
        is_link = press.links.fullmatch(words) and not _SENTENCE_STOP.search(words)
        return BlockKind.FURNITURE if is_link or press.is_furniture(words) else BlockKind.BODY

    def _may_be_apart(self, words: str) -> bool:
        """Return whether a look at a line leaves it open that it is no prose."""
        head = beginnings.of(words)
        if head in self.outlet_heads or self.press.beginnings.fit(words, head):
            return True
        return any(word in words for word in self.held)

    def _is_byline(self, line: Line) -> bool:
        if not line.folded.startswith(self.press.bylines):
            return False
        start = next(b for b in self.press.bylines if line.folded.startswith(b))
        rest = line.words[len(line.words) - len(line.folded) + len(start) :]
        names = re.findall(r"[^\W\d_][\w'’.-]*", rest)
        if not 1 <= len(names) <= MOST_HEADING_WORDS or rest.endswith("."):
            return False
        return names[0][0].isupper() and all(n[0].isupper() or len(n) < 5 for n in names)  # noqa: PLR2004 -- "and", "from", "the"

    def _credit(self, to: list[tuple[str, Span]], words: str, start: int) -> None:
        for name, left, right in self.press.wires_in(words):
            if all(name != known for known, _ in [*self.sources, *self.helpers]):
                to.append((name, (start + left, start + right)))

    def _read_tail(self, lines: list[Line]) -> None:
        """Read what follows the last sentence: a wire's name, links without a mark."""
        last = next((n for n in range(len(lines) - 1, -1, -1) if _is_prose(lines[n])), -1)
        if last < 0:
            return
        line = lines[last]
        if found := self.press.tail.search(fold(line.words[-LONGEST_HEADLINE:])):
            at = line.end - min(len(line.words), LONGEST_HEADLINE) + found.start()
            line.inline.append((BlockKind.CREDIT, at, line.end))
            self._credit(self.sources, line.words[at - line.start :], at)
        after = lines[last + 1 :]
        first = next(
            (n for n, tail in enumerate(after) if tail.kind is not BlockKind.BODY), len(after)
        )
        for tail in after[first:]:
            tail.kind = BlockKind.FURNITURE if tail.kind is BlockKind.BODY else tail.kind


def _is_prose(line: Line) -> bool:
    """Return whether a line is a sentence or longer than any link."""
    if line.kind is not BlockKind.BODY:
        return False
    is_long = len(line.words.split(maxsplit=MOST_HEADING_WORDS)) > MOST_HEADING_WORDS
    return is_long or bool(_SENTENCE_STOP.search(fold(line.words[-9:])))


def _is_headline(words: str) -> bool:
    """Return whether a line may be a headline: short, with no full stop, in quotes or not."""
    return len(words) <= LONGEST_HEADLINE and not re.search(r"[.!…:;,][\"'”’»]?$", words)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, fold(words)))


def _blocks(
    text: str, start: int, lines: Iterable[Line], tags: Sequence[Span]
) -> tuple[Block, ...]:
    """Return blocks without gaps; the space after a line belongs to it."""
    marks: list[tuple[int, BlockKind]] = [(0, BlockKind.HEADER)] if start else []
    for line in lines:
        marks.append((line.start, line.kind))
        for kind, left, right in line.inline:
            marks.append((left, kind))
            if right < line.end:
                marks.append((right, line.kind))
    marks = _with_tags(marks, tags)
    return _merged(text, marks)


def _with_tags(
    marks: list[tuple[int, BlockKind]], tags: Sequence[Span]
) -> list[tuple[int, BlockKind]]:
    """Return marks with furniture from each tag's start, and what was before from its end."""
    made: list[tuple[int, BlockKind]] = []
    at, current = 0, BlockKind.BODY
    for left, right in tags:
        while at < len(marks) and marks[at][0] < left:
            current = marks[at][1]
            made.append(marks[at])
            at += 1
        made.append((left, BlockKind.FURNITURE))
        while at < len(marks) and marks[at][0] <= right:
            current = marks[at][1]
            at += 1
        made.append((right, current))
    return made + marks[at:]


def _merged(text: str, marks: list[tuple[int, BlockKind]]) -> tuple[Block, ...]:
    pieces: list[tuple[int, BlockKind]] = []
    for at, kind in marks:
        if at == len(text):
            break
        if pieces and pieces[-1][0] == at:
            pieces.pop()
        if not pieces or pieces[-1][1] is not kind:
            pieces.append((at, kind))
    if pieces:
        pieces[0] = (0, pieces[0][1])
    ends = [at for at, _ in pieces[1:]] + [len(text)]
    return tuple(
        Block(kind=kind, span=(at, end)) for (at, kind), end in zip(pieces, ends, strict=True)
    )
