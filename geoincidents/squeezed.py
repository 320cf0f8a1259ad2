"""A text as automata see it: folded, one space between words; and the way back."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from geoincidents.text import fold, is_plain

if TYPE_CHECKING:
    from geoincidents.model import Span

# Each starts with a plain character or set, which the engine finds far faster than a
# look-behind or an alternative; dashes of all kinds are folded to "-".
_INNER_HYPHEN = re.compile(r"-(?<=\w-)(?=\w)")
_WRAP = re.compile(r"\n(?<!\s\n)(?!\s)")
# Longer runs of space part columns or stand for masked words; names do not cross them.
_WIDEST_GAP = 40
_MARK = r"\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff"
_LOOSE = re.compile(rf"[{_MARK}]")
_GAP = re.compile(rf"\s\s{{1,{_WIDEST_GAP - 1}}}")
_GAP_OR_MARK = re.compile(
    rf"[\s{_MARK}](?:(?<=\s)\s{{1,{_WIDEST_GAP - 1}}}|(?<=[{_MARK}])[{_MARK}]*)"
)
_LETTERS = bytes(c if chr(c).isalnum() and c < 128 else 32 for c in range(256))  # noqa: PLR2004 - ASCII


class Squeezed(NamedTuple):
    """A text as automata see it, and the way back to the report's offsets."""

    text: str
    cuts: list[int]  # offsets in `text` from which the shift of the same index counts
    shifts: list[int]

    def origin(self, offset: int) -> int:
        """Return where a character of the squeezed text stands in the report."""
        return offset + self.shifts[bisect_right(self.cuts, offset) - 1]

    def span(self, text: str, start: int, end: int) -> Span:
        """Return where a stretch of the squeezed text stands in the report's `text`."""
        if len(self.cuts) == 1:
            return start, end
        first, last = self.origin(start), self.origin(end - 1) + 1
        while last < len(text) and unicodedata.combining(text[last]):
            last += 1
        return first, last


def squeeze(text: str) -> Squeezed:
    """Return a text folded, with hyphens and wrapped lines as spaces, without loose marks."""
    plain = fold(text)
    if "-" in plain:
        plain = _INNER_HYPHEN.sub(" ", plain)
    if "\n" in plain:
        plain = _WRAP.sub(" ", plain)
    if is_plain(text) and (plain.isascii() or not _LOOSE.search(plain)):
        return Squeezed(plain, [0], [0])
    parts: list[str] = []
    cuts, shifts = [0], [0]
    end = length = 0
    for match in (_GAP if plain.isascii() else _GAP_OR_MARK).finditer(plain):
        kept = _narrowed(match.group())
        if kept is None:
            continue
        parts += (plain[end : match.start()], kept)
        length += match.start() - end + len(kept)
        end = match.end()
        cuts.append(length)
        shifts.append(end - length)
    return Squeezed("".join([*parts, plain[end:]]), cuts, shifts)


def letters(plain: str) -> bytes:
    """Return a byte a character: letters and figures of ASCII, a space for all else."""
    return plain.encode("ascii", "replace").translate(_LETTERS)


def _narrowed(run: str) -> str | None:
    """Return what stands for a run of spaces or marks, None where it stays as it is."""
    if not run.isspace():
        return ""
    return " " if run.count("\n") < 2 and len(run) < _WIDEST_GAP else None  # noqa: PLR2004 - a blank line
