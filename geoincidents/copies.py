"""A report as a reader sees it: one space between words, nothing unseen; and the way back.

Rules about words expect one space between them. Texts have two, tabs, line ends of other
machines, tags, soft hyphens and marks of direction. They are taken out of a copy, the copy
is read, and each passage is then that of the report itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import fields, is_dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from geoincidents import text
from geoincidents.model import Candidate, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geoincidents.model import Block, Reading, Report, Span

_CONTROLS = r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
# Soft hyphen, zero width, marks of direction; not the joiners, which are letters' own.
_UNSEEN = rf"\u00ad\u200b\u2060\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069{_CONTROLS}"
_TERMINAL = r"\x1b\[[0-?]{0,32}[@-~]"  # colours and the like; ECMA-48, 5.4
_ODD = re.compile(
    rf"(?:{_TERMINAL}|[\s{_UNSEEN}]){{2,}}+|{_TERMINAL}|[\t\r\x0b\x0c\x85\u2028\u2029{_UNSEEN}]"
)
_HIDDEN = re.compile(rf"{_TERMINAL}|[{_UNSEEN}]+")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")

_Value = TypeVar("_Value")


class _Cut(NamedTuple):
    """A stretch of a text, what stands for it in the copy, and where."""

    start: int
    end: int
    words: str


class Copy:
    """A copy of a report to be read in its stead.

    Attributes
    ----------
    report
        The report with the copy's text; the report itself where nothing had to be cut.
    """

    def __init__(self, report: Report) -> None:
        self._original = report
        seen = text.masked(report)
        self._cuts = [] if text.is_plain(seen) else [*_cuts(seen)]
        if not self._cuts:
            self.report = report
            return
        removed = accumulate(cut.end - cut.start - len(cut.words) for cut in self._cuts)
        self._removed = [0, *removed]
        # Where in the copy each cut is over.
        self._over = [c.end - n for c, n in zip(self._cuts, self._removed[1:], strict=True)]
        blocks = tuple(self._block(block) for block in report.blocks)
        self.report = replace(report, text=_cut(seen, self._cuts), blocks=blocks)

    def restored(self, reading: Reading) -> Reading:
        """Return what was read of the copy as read of the report."""
        if not self._cuts:
            return reading
        return replace(self._of_report(reading), report=self._original)

    def _of_report(self, value: _Value) -> _Value:
        """Return a record with every passage in it that of the report."""
        found: Any = value  # Any: records of all kinds are looked through
        if isinstance(found, Passage):
            found = self._original.passage(self._span(found.span))
        elif isinstance(found, tuple):
            found = tuple(map(self._of_report, found))
        elif is_dataclass(found) and not isinstance(found, (Candidate, type)):
            own = ((f.name, getattr(found, f.name)) for f in fields(found) if f.name != "report")
            inner = {n: (v, self._of_report(v)) for n, v in own if v and not isinstance(v, str)}
            found = replace(found, **{n: new for n, (old, new) in inner.items() if new is not old})
        return found  # type: ignore[no-any-return]  # of the type that came in

    def _span(self, span: Span) -> Span:
        start, end = span
        first = self._place(start)
        return first, max(first, self._place(end - 1) + 1) if end > start else first

    def _place(self, position: int) -> int:
        """Return where in the report a character of the copy stands."""
        return position + self._removed[bisect_right(self._over, position)]

    def _block(self, block: Block) -> Block:
        start, end = block.span
        return replace(block, span=(self._moved(start), self._moved(end)))

    def _moved(self, position: int) -> int:
        """Return where in the copy a position of the report stands."""
        last = bisect_right(self._cuts, position, key=lambda cut: cut.start) - 1
        if last < 0:
            return position
        cut, before = self._cuts[last], self._removed[last]
        inside = min(position - cut.start, len(cut.words))
        return (
            position - self._removed[last + 1]
            if position >= cut.end
            else (cut.start - before + inside)
        )


def _cuts(seen: str) -> Iterator[_Cut]:
    for found in _ODD.finditer(seen):
        words = _plain(found[0])
        if words != found[0]:
            yield _Cut(found.start(), found.end(), words)


def _plain(run: str) -> str:
    visible = _HIDDEN.sub("", run)
    breaks = len(_BREAK.findall(visible))
    if breaks > 1:
        # Between paragraphs nothing is read: only line ends of other machines count.
        return run if visible == run and not _BREAK.search(run.replace("\n", "")) else "\n\n"
    return "\n" if breaks else " " if visible else ""


def _cut(seen: str, cuts: list[_Cut]) -> str:
    pieces, at = [], 0
    for cut in cuts:
        pieces += [seen[at : cut.start], cut.words]
        at = cut.end
    return "".join([*pieces, seen[at:]])
