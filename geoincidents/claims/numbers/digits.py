"""Figures written in digits: separators, decimals, fractions and scales."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from geoincidents.claims.numbers.words import SCALES, Figure

_MOST_DIGITS: Final = 15  # what a double holds without loss
_GROUP: Final = 3
_SPACES: Final = "\u00a0\u2007\u2009\u202f"
_MARKS: Final = {"．": ".", "，": ",", "٫": ".", "٬": "'", "’": "'"} | dict.fromkeys(_SPACES, " ")

_RUN = re.compile(r"\d[\d.,'’．，٫٬]*")
# Four groups at most: a longer chain is no number, and must not be read again and again.
_SPACED = re.compile(rf"\d{{1,3}}(?:[{_SPACES} ]\d{{3}}){{1,4}}(?![\d.,]?\d)")
_WORD_REST = re.compile(r"[\w.,:/^²³-]*")
# Glued parts that make it no number: "1e308", "0x1F", "1_000", "10:30", "5²", "3rd", "1990s".
_SPOILED = re.compile(r"[eExX][+-]?\d|[_^]|:\d|[²³¹⁰-⁹]|(?:st|nd|rd|th|s|ST|ND|RD|TH)\b|['’]s\b")
_VULGAR = re.compile(r"\s?([¼½¾⅐-⅞])")
_FRACTION = re.compile(r"(\d{1,2})[/⁄](\d{1,2})(?![\d/⁄.])")
_MIXED = re.compile(r"[\s-](?=\d{1,2}[/⁄]\d{1,2}(?![\d/⁄.]))")
_SCALE = re.compile(rf"[\s-]?({'|'.join(SCALES)})\b")
_PLAIN = re.compile(r"(\d+)(?:([.,])(\d+))?")
_DENOMINATORS: Final = frozenset({2, 3, 4, 5, 6, 8, 10, 16})
_LABELS: Final = "#№§^$€£¥"


def read_digits(text: str, start: int) -> Figure:
    """Return the figure whose first digit or fraction stands at `start`.

    Of what cannot be a number the whole run of characters is passed over.
    """
    if _is_part_of_word(text, start):
        return _nothing(text, start)
    if vulgar := _VULGAR.match(text, start):
        return Figure(end=vulgar.end(), value=unicodedata.numeric(vulgar[1]))
    if (fraction := _FRACTION.match(text, start)) and not text[start - 1 : start].isdigit():
        return _fraction(text, fraction, 0.0)
    return _whole_or_decimal(text, start)


def _whole_or_decimal(text: str, start: int) -> Figure:
    run = _spaced(text, start) or _RUN.match(text, start)
    if run is None:
        return _nothing(text, start)
    words = run[0].rstrip(".,'’．，٫٬")
    end = start + len(words)
    value, grouped = _value(_plain(words))
    if value is None or _SPOILED.match(text, end):
        return _nothing(text, start)
    return _continued(text, end, value, grouped)


def _spaced(text: str, start: int) -> re.Match[str] | None:
    run = _SPACED.match(text, start)
    # "on May 12 250 men" are two figures, but no figure begins with "000".
    return run if run and (" " not in run[0] or " 0" in run[0]) else None


def _continued(text: str, end: int, value: float, grouped: float | None) -> Figure:
    if vulgar := _VULGAR.match(text, end):
        return Figure(end=vulgar.end(), value=value + unicodedata.numeric(vulgar[1]))
    if gap := _MIXED.match(text, end):
        fraction = _FRACTION.match(text, gap.end())
        if fraction and _part(fraction):
            return _fraction(text, fraction, value)
    if text[end : end + 1] in {"/", "⁄"} and text[end + 1 : end + 2].isdigit():
        return _nothing(text, end)
    if scale := _SCALE.match(text, end):
        return Figure(end=scale.end(), value=value * SCALES[scale[1]], scale=scale[1])
    return Figure(end=end, value=value, grouped=grouped)


def _fraction(text: str, fraction: re.Match[str], whole: float) -> Figure:
    part = _part(fraction)
    if part is None:
        return _nothing(text, fraction.start())
    return Figure(end=fraction.end(), value=whole + part)


def _part(fraction: re.Match[str]) -> float | None:
    above, below = int(_plain(fraction[1])), int(_plain(fraction[2]))
    return above / below if below in _DENOMINATORS and 0 < above < below else None


def _is_part_of_word(text: str, start: int) -> bool:
    """Return whether a digit belongs to a name, a time, a negative or a sum of money."""
    before = text[max(0, start - 2) : start]
    last, previous = before[-1:], before[:-1]
    if last.isalnum() or last == "_" or (last and last in _LABELS):
        return True
    if last in {"-", "−", "–", "‐", "‑"}:
        return not previous.isdigit()
    if last in {".", ",", ":", "/", "⁄"}:
        return previous.isdigit() or last == "."
    return False


def _nothing(text: str, start: int) -> Figure:
    rest = _WORD_REST.match(text, start)
    return Figure(end=max(start + 1, rest.end() if rest else 0), value=None)


def _plain(words: str) -> str:
    """Return digits of any script in ASCII, with the marks told apart."""
    return "".join(
        _MARKS.get(c) or (str(unicodedata.decimal(c, None) or 0) if c.isdigit() else c)
        for c in words
    )


def _value(words: str) -> tuple[float | None, float | None]:
    """Return the value of plain digits, and the other reading of "2.500"."""
    if sum(map(str.isdigit, words)) > _MOST_DIGITS:
        return None, None
    whole, mark, decimals = _split(words)
    if whole is None or (len(whole) > 1 and whole.startswith("0")):
        return None, None
    value = int(whole + decimals) / 10 ** len(decimals)
    is_doubtful = mark == "." and len(decimals) == _GROUP and len(whole) <= _GROUP and whole != "0"
    return value, float(int(whole + decimals)) if is_doubtful else None


def _split(words: str) -> tuple[str | None, str, str]:
    """Return whole part, decimal mark and decimals; None for what is no number."""
    marks = [c for c in words if not c.isdigit()]
    if not marks:
        return words, "", ""
    if len(set(marks)) == 1:
        return _split_one_kind(words, marks)
    last = marks[-1]
    whole, _, decimals = words.rpartition(last)
    is_ordered = last in {".", ","} and last not in marks[:-1] and len(set(marks[:-1])) == 1
    if not is_ordered or not _is_grouped(whole, marks[0]):
        return None, "", ""
    return whole.replace(marks[0], ""), last, decimals


def _split_one_kind(words: str, marks: list[str]) -> tuple[str | None, str, str]:
    mark = marks[0]
    if len(marks) == 1 and mark == ".":
        whole, _, decimals = words.partition(mark)
        return whole, mark, decimals
    if _is_grouped(words, mark):
        return words.replace(mark, ""), "", ""
    whole, _, decimals = words.partition(mark)
    # "3,5 km": a decimal comma; after three digits it would part thousands.
    is_decimal = len(marks) == 1 and mark == "," and (len(decimals) < _GROUP or whole == "0")
    return (whole, mark, decimals) if is_decimal else (None, "", "")


def _is_grouped(words: str, mark: str) -> bool:
    first, *groups = words.split(mark)
    return 1 <= len(first) <= _GROUP and first != "0" and all(len(g) == _GROUP for g in groups)
