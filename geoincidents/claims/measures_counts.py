"""Counted people and things: what is counted, and what befell it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geoincidents.model import MeasureKind
from geoincidents.units import PERSONS

if TYPE_CHECKING:
    from geoincidents.claims.measures_phrases import Words
    from geoincidents.claims.measures_words import MeasureWords
    from geoincidents.claims.numbers import Number
    from geoincidents.model import Span

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_KINDS: Final = ("killed", "wounded", "captured", "other")
_NOUN_REACH: Final = 6  # "four more of his country's border guards"
_VERB_REACH: Final = 16  # "seven people, two of them minors, ... were wounded"
_FILLER_REACH: Final = 8  # "killing at least another ..."
_PARTICIPLE_REACH: Final = 4  # "had reportedly all been killed"
_PRONOUNS: Final = frozenset({"them", "whom", "us"})
_ENDS: Final = frozenset('.;:()[]?!“”"')
_MARKS: Final = _ENDS | {","}
_JOINTS: Final = frozenset({"or", "and", "/"})
_PASSED: Final = frozenset(
    {"or", "and", "/", "went", "gone", "either", "are", "were", "have", "been"}
)
_OBJECTS: Final = frozenset(
    {
        "a",
        "an",
        "the",
        "his",
        "its",
        "their",
        "several",
        "many",
        "dozens",
        "some",
        "hundreds",
        "more",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A counted noun; `span` is relative to the sentence, `noun` the words of it."""

    kind: MeasureKind
    unit: str
    span: Span
    noun: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Noun:
    first: int  # index of the first word after the number
    last: int  # index of the head
    word: str  # the head; empty for "of them"
    fate: str  # "wounded" in "two wounded soldiers"

    @property
    def is_pronoun(self) -> bool:
        return not self.word


def read(
    words: Words, number: Number, lexicon: MeasureWords, demonyms: frozenset[int]
) -> Count | None:
    """Return what a number counts, None if it counts nothing that is known.

    Parameters
    ----------
    demonyms
        Ends of the demonyms of parties in the sentence: "five Tavarians".
    """
    return _Reader(words, number, lexicon, demonyms).read()


class _Reader:
    def __init__(
        self, words: Words, number: Number, lexicon: MeasureWords, demonyms: frozenset[int]
    ) -> None:
        self._words = words
        self._number = number
        self._lexicon = lexicon
        self._demonyms = demonyms
        self._next = words.from_(number.span[1])
        self._left = words.until(number.span[0]) - 1

    def read(self) -> Count | None:
        if self._is_label():
            return None
        noun = self._noun()
        return self._bare() if noun is None else self._counted(noun)

    # --- what is counted ---

    def _is_label(self) -> bool:
        before = self._words.at(self._left).rstrip(".")
        grammar = self._lexicon.grammar
        if before in grammar["labels"] or before in grammar["calendar"]:
            return True
        if self._words.at(self._next) in grammar["calendar"]:
            return True
        return bool(_YEAR.fullmatch(self._number.words)) and before in grammar["year_before"]

    def _noun(self) -> _Noun | None:
        first = self._next
        is_part = self._words.at(first) == "of"
        if is_part and self._words.at(first + 1) in _PRONOUNS:
            return _Noun(first=first, last=first + 1, word="", fate="")
        return self._head(first, first + is_part)

    def _head(self, first: int, start: int) -> _Noun | None:
        is_part, fate, head = start > first, "", -1
        for index in range(start, start + _NOUN_REACH):
            word = self._words.at(index)
            if not word or word in _MARKS or self._stops(word, is_part=is_part):
                break
            if self._is_noun(word, index):
                if head < 0 or index == head + 1:
                    head = index
                continue
            if head >= 0:
                break
            fate = fate or self._fate(word)
        if head < 0 or (is_part and self._number.low == 1):
            return None
        return _Noun(first=first, last=head, word=self._words.at(head), fate=fate)

    def _stops(self, word: str, *, is_part: bool) -> bool:
        if is_part and word in {"a", "an", "the", "this"}:
            return False
        return word in self._lexicon.grammar["stops"] and not self._fate(word)

    def _is_noun(self, word: str, index: int) -> bool:
        if self._lexicon.is_noun(word):
            return word not in self._lexicon.singular or self._number.low in {1, None}
        is_demonym = self._words.ends[index] in self._demonyms
        return is_demonym and (word.endswith("s") or self._number.low == 1)

    def _fate(self, word: str) -> str:
        lists = self._lexicon.casualties
        return next((kind for kind in _KINDS if word in lists[kind]), "")

    # --- what befell it ---

    def _counted(self, noun: _Noun) -> Count | None:
        if noun.word in self._lexicon.things and not self._is_person(noun.word):
            return self._things(noun)
        fate = noun.fate or self._fate(noun.word) or self._verb_before(noun)
        fate = self._joint(noun.last, fate) if fate else self._verb_after(noun.last + 1)
        if not fate and (noun.is_pronoun or self._number.low == 1):
            return None
        is_military = noun.word in self._lexicon.military
        kind = MeasureKind(fate or ("troops" if is_military else "other"))
        return self._count(kind, PERSONS, noun.last, noun)

    def _is_person(self, word: str) -> bool:
        return word in self._lexicon.military or word in self._lexicon.people

    def _things(self, noun: _Noun) -> Count | None:
        if self._number.words.lower() == "one":
            return None  # "in one village" counts nothing
        return self._count(MeasureKind.OTHER, self._lexicon.things[noun.word], noun.last, noun)

    def _bare(self) -> Count | None:
        """Read a number without a noun: "four wounded", "killing 12", "24 are missing"."""
        index = self._next
        if fate := self._fate(self._words.at(index)):
            if self._is_active(index):
                return None
            return self._count(MeasureKind(self._joint(index, fate)), PERSONS, index, None)
        if fate := self._toll():
            return self._count(MeasureKind(fate), PERSONS, None, None)
        if self._words.at(index) in self._lexicon.grammar["auxiliaries"] | {"more"}:
            fate = self._verb_after(index)
            return self._count(MeasureKind(fate), PERSONS, None, None) if fate else None
        return self._object()

    def _object(self) -> Count | None:
        """Read the bare object of a verb: "wounding two"."""
        follower = self._words.at(self._next)
        is_end = not follower or follower in _MARKS or follower in self._lexicon.grammar["stops"]
        fate = self._verb_before(None) if is_end else ""
        if not fate or self._number.low is None:
            return None
        return self._count(MeasureKind(fate), PERSONS, None, None)

    def _toll(self) -> str:
        lists, left = self._lexicon.casualties, self._left
        while left >= 0 and self._words.at(left) in self._lexicon.grammar["fillers"] - {"to", "of"}:
            left -= 1
        if self._words.at(left) not in lists["toll_verbs"]:
            return ""
        nearby = self._words.lower[max(0, left - 5) : left]
        return "killed" if lists["toll"].intersection(nearby) else ""

    def _verb_before(self, noun: _Noun | None) -> str:
        index = self._left
        lists, fillers = self._lexicon.casualties, self._lexicon.grammar["fillers"]
        for _ in range(_FILLER_REACH):
            for phrase in (self._phrase(index, 2), self._words.at(index)):
                if fate := self._verb(phrase, noun):
                    is_passive = self._words.at(index - 1) in {"were", "was", "been", "being"}
                    return "" if is_passive and phrase not in lists["other_verbs"] else fate
            if self._words.at(index) not in fillers:
                return ""
            index -= 1
        return ""

    def _phrase(self, index: int, count: int) -> str:
        return " ".join(self._words.lower[max(0, index - count + 1) : index + 1])

    def _verb(self, phrase: str, noun: _Noun | None) -> str:
        lists = self._lexicon.casualties
        if phrase in lists["needs_dead"] or (phrase in lists["needs_people"] and noun is None):
            return ""
        return next((kind for kind in _KINDS if phrase in lists[f"{kind}_verbs"]), "")

    def _verb_after(self, start: int) -> str:
        """Return what the verb after a subject says of it, empty if it says nothing."""
        auxiliary = -_VERB_REACH
        for index in range(start, start + _VERB_REACH):
            word = self._words.at(index)
            if not word or word in _ENDS or word in self._lexicon.grammar["breaks"]:
                return self._lost_lives(index)
            if fate := self._intransitive(word):
                return self._joint(index, fate)
            if fate := self._fate(word):
                is_passive = index - auxiliary <= _PARTICIPLE_REACH or self._is_reduced(index)
                return (
                    self._joint(index, fate)
                    if is_passive and not self._is_active(index, auxiliary)
                    else ""
                )
            if word in self._lexicon.grammar["auxiliaries"]:
                auxiliary = index
            elif word in self._lexicon.casualties["suffered"]:
                return self._injured(index)
            elif self._is_other_verb(word) and index - auxiliary > _PARTICIPLE_REACH:
                return ""
        return ""

    def _intransitive(self, word: str) -> str:
        lists = self._lexicon.casualties
        if word in lists["died"]:
            return "killed"
        if word in lists["disappeared"]:
            return "other"
        return "captured" if word in lists["surrendered"] else ""

    def _injured(self, index: int) -> str:
        following = self._words.lower[index + 1 : index + 6]
        return "wounded" if self._lexicon.casualties["injuries"].intersection(following) else ""

    def _lost_lives(self, index: int) -> str:
        is_lost = self._words.at(index) in self._lexicon.casualties["lost_lives"]
        following = self._words.lower[index + 1 : index + 4]
        return "killed" if is_lost and {"life", "lives"}.intersection(following) else ""

    def _is_reduced(self, index: int) -> bool:
        """Return whether a participle stands right after a noun: "soldiers killed in"."""
        before = self._words.at(index - 1)
        return self._lexicon.is_noun(before) or self._words.ends[index - 1] in self._demonyms

    def _is_active(self, index: int, auxiliary: int = -_VERB_REACH) -> bool:
        """Return whether a verb has an object of its own: "two gunmen killed three"."""
        if self._words.at(index) in self._lexicon.casualties["missing"] or index - auxiliary == 1:
            return False
        follower = self._words.at(index + 1)
        if follower in {"at", "up"}:
            return self._words.at(index + 2) in {"least", "most", "to"}
        return follower in _OBJECTS or follower[:1].isdigit()

    def _is_other_verb(self, word: str) -> bool:
        is_verb = word.endswith("ed") and word not in self._lexicon.grammar["not_verbs"]
        return is_verb and "-" not in word

    def _joint(self, index: int, fate: str) -> str:
        """Return the fate of "killed or missing" (killed) and "wounded or dead" (other)."""
        if self._words.at(index + 1) not in _JOINTS:
            return fate
        second = index + 1
        while self._words.at(second) in _PASSED:
            second += 1
        word = self._words.at(second)
        other = self._fate(word) or self._intransitive(word)
        is_missing = word in self._lexicon.casualties["missing"]
        if not other or is_missing or other == fate or self._is_active(second):
            return fate
        return "other"

    def _count(self, kind: MeasureKind, unit: str, last: int | None, noun: _Noun | None) -> Count:
        start, end = self._number.span
        if last is not None:
            end = self._words.ends[last]
        elif self._verb_before(None) and not noun:
            start = self._with_verb(start)
        span = self._words.span(noun.first, noun.last) if noun else None
        return Count(kind=kind, unit=unit, span=(start, end), noun=span)

    def _with_verb(self, start: int) -> int:
        """Return the start of a verb right before a bare figure: "wounding two"."""
        is_beside = self._verb(self._words.at(self._left), None)
        return self._words.starts[self._left] if is_beside else start
