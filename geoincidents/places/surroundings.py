"""The words beside a span of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geoincidents.model import Span

REACH = 90  # characters looked at on either side; enough for six long words
_TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*\.?|[^\w\s]|\n\s*\n", re.UNICODE)
PARAGRAPH = "\n"


def before(text: str, start: int, *, reach: int = REACH) -> list[tuple[str, Span]]:
    """Return words and marks before an offset, the nearest first, within its paragraph."""
    left = max(0, start - reach)
    found = [_token(m.group(), m.span()) for m in _TOKEN.finditer(text, left, start)]
    # A word cut by the reach is not a word.
    if found and left and found[0][1][0] == left and text[left - 1].isalnum():
        del found[0]
    found.reverse()
    return _within_paragraph(found)


def after(text: str, end: int, *, reach: int = REACH) -> list[tuple[str, Span]]:
    """Return words and marks behind an offset, in order, within its paragraph."""
    right = min(len(text), end + reach)
    found = [_token(m.group(), m.span()) for m in _TOKEN.finditer(text, end, right)]
    if found and right < len(text) and found[-1][1][1] == right and text[right].isalnum():
        del found[-1]
    return _within_paragraph(found)


def _token(word: str, span: Span) -> tuple[str, Span]:
    return (PARAGRAPH, span) if word.isspace() else (word, span)


def _within_paragraph(tokens: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    for index, (word, _span) in enumerate(tokens):
        if word == PARAGRAPH:
            return tokens[:index]
    return tokens
