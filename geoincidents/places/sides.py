"""Which rules have to look beside a name: its two neighbours are looked up once in a table.

Beside nearly all names stand words that no rule asks for. To run sixty rules that each look
there again took ten times as long as to find the names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geoincidents.places.wording import Wording

# What a neighbour may tell: that the name is a part of a longer one, its kind, that it stands
# in a list, whether it is ground or a government, a way to another place.
NAME, KIND, LIST, SENSE, WAY = (1 << n for n in range(5))
# All of that: a capital, a figure, a mark, a word in other letters. The rules look for themselves.
ODD = NAME | KIND | LIST | SENSE | WAY
GROUND = ODD + 1  # the word before alone says that the name is ground: "in"
_LONGEST = 24  # characters of a word that is looked up
_JOINING = ("and", "or", "nor", "as")
_STOPS = ".,;:)"
_MARKS = {**dict.fromkeys(".;:)?!'’\"”", 0), ",": LIST}


class Sides:
    """The table: which of that each word in lower case may tell, before a name and behind it."""

    def __init__(self, words: Wording) -> None:
        parts = {w for w, sense in words.directions.items() if sense == "part"}
        skipped = words.describing | {"the"}  # the word before them tells
        ground = (words.locatives - skipped) | parts
        last = {phrase.rpartition(" ")[2] for phrase in words.locatives}
        # "of", "with" and the like tell of no ground unless the word before them does.
        self._turns = words.relations - words.locatives - skipped - words.directions.keys()
        self._pairs = {" ".join(phrase.split()[-2:]) for phrase in words.locatives}
        self._pairs |= {f"{phrase.split()[-1]} of" for phrase in words.class_of}
        self._before = _table(
            {
                NAME: words.particles | words.titles,
                KIND: {*words.class_of, "of"},
                LIST: {*_JOINING, "the"},
                SENSE: (last | words.ways | words.relations | skipped) - ground,
                GROUND: ground,
            }
        )
        self._behind = _table(
            {
                NAME: words.particles,
                KIND: words.kind_openers,
                LIST: {*words.kind_openers, *_JOINING},
                WAY: ("to", "for"),
            }
        )

    @classmethod
    def of(cls, words: Wording) -> Sides:
        """Return the table of some words, made once a run."""
        if not (_LAST and _LAST[0][0] is words):
            _LAST[:] = [(words, cls(words))]
        return _LAST[0][1]

    def before(self, text: str, start: int) -> int:
        """Return what may be told by what stands before an offset."""
        if text[max(0, start - 1) : start] != " ":
            return 0 if not start or text[max(0, start - 2) : start] == "\n\n" else ODD
        left = max(0, start - _LONGEST)
        gap = text.rfind(" ", left, start - 1)
        if gap < 0 < left:
            return ODD
        word = text[gap + 1 : start - 1]
        told = self._before.get(word)
        if told is None:
            return _of_others(word)
        return 0 if word in self._turns and self._turns_away(word, text, gap) else told

    def _turns_away(self, word: str, text: str, gap: int) -> bool:
        """Return whether the word before "of" and the like tells of no ground."""
        at = text.rfind(" ", max(0, gap - _LONGEST), gap) if gap > 0 else -1
        first = text[at + 1 : gap] if at >= 0 else ""
        return first.isalpha() and first.isascii() and f"{first.lower()} {word}" not in self._pairs

    def behind(self, text: str, end: int) -> int:
        """Return what may be told by what stands behind an offset."""
        mark = text[end : end + 1]
        if mark != " ":
            return 0 if text[end : end + 2] == "\n\n" else _MARKS.get(mark, ODD)
        gap = text.find(" ", end + 1, end + _LONGEST)
        word = text[end + 1 : gap] if gap > 0 else ""
        if not word.isascii():
            return ODD
        if not word.isalpha():
            word = word.rstrip(_STOPS)
        if word.islower():
            return self._behind.get(word, 0) if word.isalpha() else ODD
        return NAME | KIND if word.isalpha() and word[0].isupper() else ODD


# A run reads all its reports with one lexicon.
_LAST: list[tuple[Wording, Sides]] = []


def _of_others(word: str) -> int:
    """Return what words tell that the table does not hold."""
    if not word.isascii():
        return ODD
    if word.isalpha():
        return 0 if word.islower() else NAME | KIND | SENSE
    if not word[:-1].isalpha() or word[-1] not in ",.":
        return ODD
    if word[-1] == ",":
        return LIST | SENSE
    return 0 if word.islower() else ODD  # the end of a sentence; abbreviations have capitals


def _table(told: Mapping[int, Iterable[str]]) -> dict[str, int]:
    table: dict[str, int] = {}
    for bit, words in told.items():
        for word in words:
            table[word] = table.get(word, 0) | bit
    return table
