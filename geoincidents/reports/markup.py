"""Tags, scripts and comments that stand in a plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geoincidents.model import Span

# A letter must follow the sign: "x < 5" is prose. Possessive, so that bait stays linear.
_TAG = re.compile(r"<(?:(!--)|(script|style)\b[^<>]*+>|[/!?]?[a-z][^<>]{0,4000}+>)", re.IGNORECASE)


def spans(text: str) -> tuple[Span, ...]:
    """Return the spans of markup, the contents of scripts and styles included, in order."""
    found: list[Span] = []
    unclosed: set[str] = set()
    at = text.find("<")
    while match := _TAG.search(text, at) if at >= 0 else None:
        close = "-->" if match[1] else f"</{match[2].lower()}" if match[2] else ""
        end = match.end()
        if close and close not in unclosed:
            end = _after(text, close, end)
            if end == match.end():
                unclosed.add(close)  # searched once, or a text of openings is quadratic
        found.append((match.start(), end))
        at = end
    return tuple(found)


def _after(text: str, close: str, start: int) -> int:
    """Return where an element ends, `start` if it is never closed."""
    found = re.compile(re.escape(close), re.IGNORECASE).search(text, start)
    if not found:
        return start
    shut = text.find(">", found.end() - 1)
    return shut + 1 if shut >= 0 else len(text)
