"""Text with offsets that never move: masking, folding and sentences."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from geoincidents.model import BlockKind

if TYPE_CHECKING:
    from geoincidents.model import Report, Span

UNREAD = frozenset({BlockKind.FURNITURE, BlockKind.HEADER})
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")


def masked(report: Report) -> str:
    """Return a report's text with what is not the report blanked, every offset kept."""
    chars = list(report.text)
    for block in report.blocks:
        if block.kind in UNREAD:
            start, end = block.span
            chars[start:end] = [c if c == "\n" else " " for c in chars[start:end]]
    return "".join(chars)


def fold(text: str) -> str:
    """Return text without case, diacritics and variants of marks, one character for one."""
    return "".join(map(_fold_character, text))


def _fold_character(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0].casefold()
    return base if len(base) == 1 else char


def sentences(text: str) -> tuple[Span, ...]:
    """Return the spans of the sentences, without surrounding space, in order."""
    spans: list[Span] = []
    start = 0
    for end in [*(m.end() for m in _PARAGRAPH_END.finditer(text)), len(text)]:
        cuts = [m.end() for m in _SENTENCE_END.finditer(text, start, end)]
        for stop in [*cuts, end]:
            words = text[start:stop]
            if words.strip():
                left = start + len(words) - len(words.lstrip())
                spans.append((left, left + len(words.strip())))
            start = stop
    return tuple(spans)
