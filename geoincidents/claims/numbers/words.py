"""Figures written in English words.

The numerals of a language are a grammar more than a word list, so they live here and
not in the lexicon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_UNITS: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_SMALL: Final = {word: value for value, word in enumerate(_UNITS.split(), start=1)}
_TENS: Final = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
SCALES: Final = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_PARTS: Final = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}
_NINE: Final = 9
_THOUSAND: Final = 1000
_HUNDRED: Final = 100
_MOST_WORDS: Final = 12  # "nine hundred and ninety-nine thousand nine hundred ..."


def _cased(words: str) -> str:
    """Return an alternation of words in lower case, with a capital, and in capitals."""
    ordered = sorted(words.split(), key=len)[::-1]
    return "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}|{w.upper()}" for w in ordered)


_VAGUE_SCALES = "(?:hundred|thousand|million|dozen|score)s?"
FIRST_WORDS: Final = (
    rf"(?:{_cased(' '.join([*_SMALL, *_TENS]))}|{_cased('half several few dozens scores tens')}"
    rf"|{_cased('hundreds thousands millions')}"
    r"|(?:[Aa]n?|[Tt]he)\s(?=(?:few|handful|couple|pair|dozen|hundred|thousand|million|half|quarter"
    r"|third|fifth|score)\b)[a-z]+)"
)
FIRST_LETTERS: Final = "".join(sorted({word[0] for word in (*_SMALL, *_TENS)} | {*"hsfdtmat"}))
_VAGUE = re.compile(
    rf"(?:(?:[Ss]everal|(?:[Aa]\s|[Ss]ome\s)?[Ff]ew|[Aa]\s(?:handful|score)\sof)(?:\s{_VAGUE_SCALES})?"
    r"|(?:[Tt]ens|[Dd]ozens|[Ss]cores|[Hh]undreds|[Tt]housands|[Mm]illions)"
    rf"(?:\sof\s{_VAGUE_SCALES})*)\b(?:\sof(?=\s(?!the\b|these\b|those\b)))?"
)
_PAIR = re.compile(r"[Aa]\s(?:couple|pair)(?:\sof)?\b")
_WORD = re.compile(r"(?:[\s-])?([A-Za-z]+)")
_AND_HALF = re.compile(r"\sand\s(?:a|one)[\s-](half|quarter|third)\b")
_HALF = re.compile(r"(?:(?:[Aa]|[Oo]ne)[\s-])?[Hh]alf(?:(?:[\s-]|\sof\s)an?)?\b")
_PART = re.compile(
    r"(?:([Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our)[\s-])(third|quarter|fifth)s?(?:\sof\san?)?\b"
)
_OF_A = re.compile(r"\sof\san?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One value and where it ends; `value` is None where the words give none.

    `scale` is the last scale word; `grouped` the other reading of "2.500".
    """

    end: int
    value: float | None
    scale: str = ""
    grouped: float | None = None


def read_vague(text: str, start: int) -> int:
    """Return the end of words for a number without a value, 0 if there are none."""
    vague = _VAGUE.match(text, start)
    return vague.end() if vague else 0


def read_words(text: str, start: int) -> Figure:
    """Return the figure whose first word stands at `start`."""
    if pair := _PAIR.match(text, start):
        return _scaled(text, pair.end(), 2.0)
    if part := _part(text, start):
        return part
    return _with_half(text, _cardinal(text, start))


def _part(text: str, start: int) -> Figure | None:
    if half := _HALF.match(text, start):
        return _scaled(text, half.end(), 0.5)
    part = _PART.match(text, start)
    if part is None:
        return None
    # "a third soldier" is an ordinal: only "a third of a mile" measures.
    if part[2] != "quarter" and not _OF_A.search(part[0]):
        return Figure(end=part.end(), value=None)
    above = _SMALL.get(part[1].lower(), 1)
    return Figure(end=part.end(), value=above / _PARTS[part[2]])


def _scaled(text: str, end: int, value: float) -> Figure:
    """Return a value times the scale that may follow: "half a million"."""
    scale = _WORD.match(text, end)
    if scale and scale[1] in SCALES:
        return Figure(end=scale.end(), value=value * SCALES[scale[1]], scale=scale[1])
    return Figure(end=end, value=value)


def _with_half(text: str, whole: Figure) -> Figure:
    half = _AND_HALF.match(text, whole.end)
    if half is None or whole.value is None:
        return whole
    value = whole.value + 1 / _PARTS[half[1]]
    return _scaled(text, half.end(), value)


def _cardinal(text: str, start: int) -> Figure:
    """Return the value of the longest run of words that makes a number."""
    sum_, end, scale = _Sum(), start, ""
    position = start
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, position)
        if word is None or not sum_.takes(word[1].lower()):
            break
        position = word.end()
        if word[1].lower() != "and":
            end = position
            scale = word[1].lower() if word[1].lower() in SCALES else ""
    value = float(sum_.value) if end > start else None
    return Figure(end=max(end, start + 1), value=value, scale=scale)


class _Sum:
    """A number that grows word by word."""

    def __init__(self) -> None:
        self._done = 0  # thousands and millions
        self._open = 0  # what is below the next scale
        self._last = ""

    @property
    def value(self) -> int:
        return self._done + self._open

    def takes(self, word: str) -> bool:
        """Add a word; return whether it can follow the ones before."""
        is_taken = self._add(word)
        if is_taken:
            self._last = word
        return is_taken

    def _add(self, word: str) -> bool:
        if word in SCALES:
            return self._scale(SCALES[word])
        if word == "and":
            return self._last in {"hundred", "thousand", "million"}
        if word in {"a", "an", "the"}:
            return not self._last
        return self._small(word)

    def _scale(self, scale: int) -> bool:
        if self._last == "and":
            return False
        count = self._open or (1 if self._last in {"a", "an"} else 0)
        if not count or (self._done and scale >= _THOUSAND and self._done % (scale * _THOUSAND)):
            return False
        if scale < _THOUSAND:
            self._open = count * scale
            return count < _HUNDRED
        self._done, self._open = self._done + count * scale, 0
        return True

    def _small(self, word: str) -> bool:
        if word in _TENS:
            is_next = not self._last or self._last in {"and", "hundred", "thousand", "million"}
            value = _TENS[word]
        else:
            value = _SMALL.get(word, 0)
            is_next = not self._last or self._last in {"and", "hundred", "thousand", "million"}
            is_next = is_next or (self._last in _TENS and value <= _NINE)
        if not value or not is_next:
            return False
        self._open += value
        return True
