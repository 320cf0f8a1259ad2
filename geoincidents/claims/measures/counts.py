"""Counted people and things: what is counted, and what befell it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from geoincidents.claims.measures.fates import ENDS, MARKS, Fates
from geoincidents.model import MeasureKind
from geoincidents.units import PERSONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.claims.measures.phrases import Words
    from geoincidents.claims.measures.words import MeasureWords
    from geoincidents.claims.numbers import Number
    from geoincidents.model import Span

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_BEFALLEN: Final = frozenset({"killed", "wounded"})  # flags are captured too
_NOUN_REACH: Final = 6  # "four more of his country's border guards"
_SHARED_REACH: Final = 3  # "two Tavarian and three Liskan soldiers"
_REST_REACH: Final = 12  # "nine men in the first group and, in the other, 15"
_REST_NEAR: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A counted noun; spans are relative to the sentence.

    `noun` is the words between figure and head, None for a bare figure. `is_object`
    says that a verb before the figure tells what befell it; `is_open` that no word does.
    """

    number: Number
    kind: MeasureKind
    unit: str
    span: Span
    noun: Span | None
    is_object: bool = False
    is_open: bool = False
    is_bare: bool = False  # "five of them": counts nothing by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class _Noun:
    first: int  # index of the first word after the number
    last: int  # index of the head
    word: str  # the head; empty for "of them"
    fate: str  # "wounded" in "two wounded soldiers"
    is_part: bool = False  # "two of its soldiers"

    @property
    def is_pronoun(self) -> bool:
        return not self.word


def read(
    words: Words, numbers: Sequence[Number], lexicon: MeasureWords, demonyms: frozenset[int]
) -> tuple[Count, ...]:
    """Return what numbers count, in order; those that count nothing known are left out.

    Parameters
    ----------
    demonyms
        Ends of the demonyms of parties in the sentence: "five Tavarians".
    """
    starts = frozenset(n.span[0] for n in numbers)
    counts: list[Count] = []
    skipped: Number | None = None
    for number in numbers:
        last = counts[-1] if counts else None
        if last and number.span[0] < last.span[1]:
            continue
        reader = _Reader(words, number, lexicon, (demonyms, starts))
        count = _with_last(reader.read(), last, reader)
        if count is None:
            skipped = None if reader.is_label() else number
            continue
        if skipped and (shared := _shared(skipped, count, words, lexicon)):
            counts.append(shared)
        counts.append(count)
        skipped = None
    return tuple(counts)


def _with_last(count: Count | None, last: Count | None, reader: _Reader) -> Count | None:
    """Return a count with what it takes over from the one before."""
    if count is None:
        return last and reader.rest(last)
    if last and count.is_open and reader.is_listed(last, count):
        return replace(count, kind=last.kind, is_object=True)
    return None if count.is_open and count.is_bare else count


def _shared(number: Number, count: Count, words: Words, lexicon: MeasureWords) -> Count | None:
    """Return "two Tavarian" of "two Tavarian and three Liskan soldiers"."""
    first, last = words.from_(number.span[1]), words.until(count.span[0]) - 1
    between = words.lower[first : last + 1]
    joints = [i for i, word in enumerate(between) if word in lexicon.grammar["joints"]]
    if len(joints) != 1 or not 0 < joints[0] <= _SHARED_REACH or count.noun is None:
        return None
    if any(w in MARKS or w in lexicon.grammar["stops"] for w in between[: joints[0]]):
        return None
    span = (number.span[0], words.ends[first + joints[0] - 1])
    return replace(count, number=number, span=span, noun=(words.starts[first], span[1]))


class _Reader:
    def __init__(
        self,
        words: Words,
        number: Number,
        lexicon: MeasureWords,
        marks: tuple[frozenset[int], frozenset[int]],
    ) -> None:
        self._words = words
        self._number = number
        self._lexicon = lexicon
        self._demonyms, starts = marks
        self._fates = Fates(words, lexicon, self._demonyms, starts)
        self._next = words.from_(number.span[1])
        self._left = words.until(number.span[0]) - 1

    def read(self) -> Count | None:
        if self.is_label():
            return None
        if strong := self._lexicon.strong.match(self._words.text, self._number.span[1]):
            span = (self._number.span[0], strong.end())
            return Count(
                number=self._number, kind=MeasureKind.TROOPS, unit=PERSONS, span=span, noun=None
            )
        if self._words.text[self._number.span[1] : self._number.span[1] + 1] in {"%", "°", "-"}:
            return None
        noun = self._noun()
        return self._bare() if noun is None else self._counted(noun)

    def is_listed(self, last: Count, count: Count) -> bool:
        """Return whether two figures share a fate: "killed six men, including two officers"."""
        between = self._words.text[last.span[1] : count.span[0]]
        said, grammar = between.strip(" ,("), self._lexicon.grammar
        is_near = len(said.split()) <= _REST_REACH and ENDS.isdisjoint(said)
        is_part = said in grammar["parts"] or between == " (" or (count.is_bare and is_near)
        is_listed = is_part or (last.is_object and said in grammar["lists"])
        return is_listed and last.unit == count.unit

    def rest(self, last: Count) -> Count | None:
        """Read a bare figure as more of what the one before counts: "the other 15"."""
        between = self._words.lower[self._words.from_(last.span[1]) : self._left + 1]
        is_near = len(between) <= _REST_REACH and not ENDS.intersection(between)
        is_rest = not self._lexicon.grammar["rest"].isdisjoint(between[-_REST_NEAR:])
        if not (is_near and is_rest and self._is_end() and last.unit == PERSONS):
            return None
        if self._number.low is None:
            return None
        return replace(last, number=self._number, span=self._number.span, noun=None)

    def _is_end(self) -> bool:
        follower = self._words.at(self._next)
        return not follower or follower in MARKS or follower in self._lexicon.grammar["stops"]

    # --- what is counted ---

    def is_label(self) -> bool:
        """Return whether a number names something, a year or a day of a month."""
        before = self._words.at(self._left).rstrip(".")
        grammar = self._lexicon.grammar
        # "Hill 12" is a label; "at the hill 12 men were seen" counts.
        is_name = self._words.at(self._left - 1) not in grammar["determiners"]
        if (before in grammar["labels"] and is_name) or self._is_month(self._left):
            return True
        if self._is_month(self._next):
            return True
        of_war = before == "of" and self._words.at(self._left - 1) in grammar["year_nouns"]
        is_dated = before in grammar["year_before"] or of_war
        return bool(_YEAR.fullmatch(self._number.words)) and is_dated

    def _is_month(self, index: int) -> bool:
        """Return whether a word is a month; "twelve may have died" has none."""
        is_month = self._words.at(index) in self._lexicon.grammar["calendar"]
        return is_month and self._words.text[self._words.starts[index]].isupper()

    def _noun(self) -> _Noun | None:
        first = self._next
        is_part = self._words.at(first) == "of"
        if is_part and self._words.at(first + 1) in self._lexicon.grammar["pronouns"]:
            return _Noun(first=first, last=first + 1, word="", fate="")
        return self._head(first, first + is_part)

    def _head(self, first: int, start: int) -> _Noun | None:
        is_part, fate, head = start > first, "", -1
        for index in range(start, start + _NOUN_REACH):
            word = self._words.at(index)
            if not word or word in MARKS or self._stops(word, is_part=is_part):
                break
            if self._is_noun(word, index):
                fate = fate or (self._fates.of(self._words.at(head)) if head >= 0 else "")
                head = index
                continue
            if head >= 0:
                break
            fate = fate or self._fates.of(word)
        if head < 0:
            return None
        return _Noun(first=first, last=head, word=self._words.at(head), fate=fate, is_part=is_part)

    def _stops(self, word: str, *, is_part: bool) -> bool:
        if is_part and word in self._lexicon.grammar["determiners"]:
            return False
        return word in self._lexicon.grammar["stops"] and not self._fates.of(word)

    def _is_noun(self, word: str, index: int) -> bool:
        if self._lexicon.is_noun(word):
            return word not in self._lexicon.singular or self._number.low in {1, None}
        is_demonym = self._words.ends[index] in self._demonyms
        return is_demonym and (word.endswith("s") or self._number.low == 1)

    # --- what befell it ---

    def _counted(self, noun: _Noun) -> Count | None:
        if noun.word in self._lexicon.things and not self._is_person(noun.word):
            return self._things(noun)
        fate, is_object = self._fate_of(noun)
        if not fate and self._number.low == 1:
            return None
        is_military = noun.word in self._lexicon.military
        kind = MeasureKind(fate or ("troops" if is_military else "other"))
        count = self._count(kind, PERSONS, noun.last, noun)
        return replace(count, is_object=is_object, is_open=not fate, is_bare=noun.is_pronoun)

    def _fate_of(self, noun: _Noun) -> tuple[str, bool]:
        """Return what befell it, and whether a verb before says so."""
        before, said = (
            self._fates.before(self._left, has_noun=True),
            noun.fate or self._fates.of(noun.word),
        )
        if said and not (noun.is_part and self._number.low == 1):
            # "thirty prisoners were handed over": nobody was captured in that event.
            is_freed = "other" in {before, self._fates.after(noun.last + 1)}
            fate = "other" if said == "captured" and is_freed else said
            if said == "wounded" and self._fates.after(noun.last + 1) == "killed":
                fate = "killed"  # "three of the wounded died"
            return self._fates.joint(noun.last, fate), before == fate
        claims = self._words.at(self._left) in self._lexicon.casualties["also_said"]
        if before and claims and (fate := self._fates.after(noun.last + 1)):
            return fate, False  # "claimed two of its soldiers were wounded"
        if before:
            return self._fates.joint(noun.last, before), True
        return self._fates.after(noun.last + 1), False

    def _is_person(self, word: str) -> bool:
        return word in self._lexicon.military or word in self._lexicon.people

    def _things(self, noun: _Noun) -> Count | None:
        if self._number.words.lower() == "one":
            return None  # "in one village" counts nothing
        return self._count(MeasureKind.OTHER, self._lexicon.things[noun.word], noun.last, noun)

    def _bare(self) -> Count | None:
        """Read a number without a noun: "four wounded", "killing 12", "24 are missing"."""
        index = self._next
        if fate := self._fates.of(self._words.at(index)):
            if self._fates.is_active(index):
                return None
            return self._count(MeasureKind(self._fates.joint(index, fate)), PERSONS, index, None)
        before = {self._words.at(self._left), self._words.at(self._left - 1)}
        if not before.isdisjoint(self._lexicon.grammar["numbering"]):
            return self._count(MeasureKind.TROOPS, PERSONS, None, None)
        if fate := self._fates.toll(self._left):
            return self._count(MeasureKind(fate), PERSONS, None, None)
        is_more = self._words.at(index) == "more"
        word = self._words.at(index)
        is_verb = word in self._lexicon.grammar["auxiliaries"] or self._fates.intransitive(word)
        if is_more or is_verb:
            fate = self._fates.after(index + is_more) or (
                self._fates.before(self._left, has_noun=False) if is_more else ""
            )
            last = index if is_more else None
            return self._count(MeasureKind(fate), PERSONS, last, None) if fate else None
        return self._object() or self._unknown()

    def _unknown(self) -> Count | None:
        """Read the object of a verb whose noun is in no list: "killed seven loggers"."""
        fate = self._fates.verb(self._words.at(self._left), has_noun=True)
        first, last = self._next, self._next
        if fate and not self._is_plural(last):
            last += 1
        if fate not in _BEFALLEN or not all(self._may_name(i) for i in {first, last}):
            return None
        if not self._is_plural(last):
            return None
        noun = _Noun(first=first, last=last, word=self._words.at(last), fate="")
        return replace(self._count(MeasureKind(fate), PERSONS, last, noun), is_object=True)

    def _is_plural(self, index: int) -> bool:
        word = self._words.at(index)
        return word.endswith("s") and not word.endswith("ss") and word.isalpha()

    def _may_name(self, index: int) -> bool:
        word = self._words.at(index)
        return word.isalpha() and not self._stops(word, is_part=False) and not self._is_thing(word)

    def _is_thing(self, word: str) -> bool:
        return word in self._lexicon.things or word in self._lexicon.unit_of

    def _object(self) -> Count | None:
        """Read the bare object of a verb: "wounding two"."""
        fate = self._fates.before(self._left, has_noun=False) if self._is_end() else ""
        if not fate:
            return None
        return replace(self._count(MeasureKind(fate), PERSONS, None, None), is_object=True)

    def _count(self, kind: MeasureKind, unit: str, last: int | None, noun: _Noun | None) -> Count:
        start, end = self._number.span
        if last is not None:
            end = self._words.ends[last]
        elif (
            self._number.low is not None
            and not noun
            and self._fates.before(self._left, has_noun=False)
        ):  # "killed thousands" is told by "thousands" alone
            start = self._with_verb(start)
        span = self._words.span(noun.first, noun.last) if noun else None
        return Count(number=self._number, kind=kind, unit=unit, span=(start, end), noun=span)

    def _with_verb(self, start: int) -> int:
        """Return the start of a verb right before a bare figure: "wounding two"."""
        is_beside = self._fates.verb(self._words.at(self._left), has_noun=False)
        return self._words.starts[self._left] if is_beside else start
