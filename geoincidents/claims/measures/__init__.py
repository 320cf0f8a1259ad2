"""Measures: the figures of a sentence, with what they measure."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from geoincidents.claims import numbers
from geoincidents.claims.measures import counts as measures_counts
from geoincidents.claims.measures import lengths as measures_lengths
from geoincidents.claims.measures import phrases as measures_phrases
from geoincidents.claims.measures import words as lexicon_words
from geoincidents.model import Hedge, Measure, MeasuredFrom, MeasureKind
from geoincidents.units import MOST_PERSONS, PERSONS, UNITS, Dimension, to_si
from geoincidents.vocabulary import HitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geoincidents.claims.measures.counts import Count
    from geoincidents.claims.measures.phrases import Words
    from geoincidents.claims.measures.words import MeasureWords
    from geoincidents.claims.numbers import Number
    from geoincidents.claims.sentences import Sentence
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Passage, Span
    from geoincidents.vocabulary import Hit

_BRACKET = re.compile(r"(?:[\s-][a-z]{3,5})?\s?[(\[]\s?(?:[a-z]+\s(?:[a-z]+\s)?)?\Z")
_OR = re.compile(
    r",?\s(?:or|that\sis|i\.e\.,?)\s(?:about\s|some\s|roughly\s|nearly\s|around\s)?\Z|\s?/\s?\Z"
)
_TO = re.compile(r"\s?[-–—]\s?\Z|\s(?:to|or)\s\Z")
_BETWEEN = re.compile(r"\b[Bb]etween\s\Z")
_AND_A_HALF = re.compile(r"\sand\sa\s(half|quarter)\b")
_ABBREVIATED = re.compile(r"\.(?=\s[a-z(])")  # "5 km. from the town" ends no sentence
_COUPLE = re.compile(r"[Aa]\scouple\b")  # two, loosely
_MONEY = re.compile(r"[$€£¥₽₾֏]\s?\Z|\b(?:USD|EUR|AMD|AZN|GEL|RUB|TRY)\s?\Z")
_HEDGE_REACH: Final = 40  # characters before a figure that can hold a hedge
_CURRENCY_REACH: Final = len("USD ")
_RISE_REACH: Final = 5  # words that hold "rose from"
_ORIGIN_REACH: Final = len(" from the ") + 1
_SAME_QUANTITY: Final = 0.25  # "half a mile (1 km)": how far rounding parts two units
_NAME_CATEGORIES: Final = frozenset({"adjective", "demonym", "name"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quantity:
    """A number with a unit; spans are relative to the sentence."""

    span: Span
    number: Span | None  # of the number alone
    value: float | None
    value_max: float | None
    unit: str
    also: tuple[Span, ...] = ()
    end: int  # after the second unit and its bracket

    @property
    def si(self) -> float | None:
        return None if self.value is None else to_si(self.value, self.unit)


def find(sentence: Sentence, lexicon: Lexicon) -> tuple[Measure, ...]:
    """Return the measures of a sentence in order; their spans count from the report.

    Figures that measure no event are none: ages, years, durations, money, calibres,
    percentages, ranks, labels and heights.
    """
    words = lexicon_words.of(lexicon)
    found = numbers.find(sentence.text)
    articles = tuple(words.article_unit.finditer(sentence.text))
    if not found and not articles:
        return ()
    reader = _Reader(sentence, words)
    return reader.read(found, articles)


class _Reader:
    def __init__(self, sentence: Sentence, lexicon: MeasureWords) -> None:
        self._sentence = sentence
        self._text = sentence.text
        self._lexicon = lexicon
        self._words: Words = measures_phrases.split(sentence.text)
        self._parties = [
            h for h in sentence.hits if h.kind is HitKind.PARTY and h.category in _NAME_CATEGORIES
        ]
        self._party_starts = [h.span[0] - sentence.span[0] for h in self._parties]
        self._demonyms = frozenset(h.span[1] - sentence.span[0] for h in self._parties)

    def read(
        self, found: tuple[Number, ...], articles: tuple[re.Match[str], ...]
    ) -> tuple[Measure, ...]:
        found = tuple(self._risen(n) for n in found)
        quantities = self._quantities(found, articles)
        measured = {q.number for q in quantities}
        counts = [n for n in found if n.span not in measured]
        measures = [m for q in _joined(quantities, self._text) if (m := self._of_quantity(q))]
        measures.extend(self._of_counts(counts))
        return tuple(sorted(measures, key=lambda m: m.passage.span))

    def _risen(self, number: Number) -> Number:
        """Return the second figure of "rose from 9 to 12"."""
        before = self._words.before(number.span[0], _RISE_REACH)
        changes = self._lexicon.grammar["changes"]
        is_told = before[-1:] == ("from",) and not changes.isdisjoint(before)
        if not is_told or not number.is_range or " to " not in number.words:
            return number
        last = next(iter(numbers.find(number.words.rpartition(" to ")[2])), number)
        end = number.span[1]
        return replace(last, span=(end - len(last.words), end))

    # --- lengths and areas ---

    def _quantities(
        self, found: tuple[Number, ...], articles: tuple[re.Match[str], ...]
    ) -> list[_Quantity]:
        quantities = [q for n in found if (q := self._quantity(n))]
        measured = {q.end for q in quantities}
        quantities.extend(self._one(a) for a in articles if a.end() not in measured)
        return sorted(quantities, key=lambda q: q.span)

    def _quantity(self, number: Number) -> _Quantity | None:
        unit = self._lexicon.unit.match(self._text, number.span[1])
        if unit is None or self._is_money(number):
            return None
        code = self._lexicon.unit_of.get(" ".join(unit["unit"].lower().split()), "")
        if not code or self._is_million(unit["unit"], unit.end()):
            return None
        start, end, low, high = number.span[0], unit.end(), number.low, number.high
        if low is not None and low == high and (half := _AND_A_HALF.match(self._text, end)):
            low = high = low + (0.5 if half[1] == "half" else 0.25)
            end = half.end()
        top = None if low == high else high
        return _Quantity(
            span=(start, end),
            number=number.span,
            value=low,
            value_max=top,
            unit=code,
            end=end + bool(_ABBREVIATED.match(self._text, end)),
        )

    def _one(self, article: re.Match[str]) -> _Quantity:
        """Read "a kilometre" and "a mile and a half"."""
        code = self._lexicon.unit_of[article["unit"]]
        half = _AND_A_HALF.match(self._text, article.end())
        value = 1.0 if half is None else 1.5 if half[1] == "half" else 1.25
        end = half.end() if half else article.end()
        return _Quantity(
            span=(article.start(), end),
            number=None,
            value=value,
            value_max=None,
            unit=code,
            end=end,
        )

    def _is_money(self, number: Number) -> bool:
        start = number.span[0]
        return bool(_MONEY.search(self._text[max(0, start - _CURRENCY_REACH) : start]))

    def _is_million(self, unit: str, end: int) -> bool:
        """Return whether "m" counts people: "5m refugees"."""
        following = self._words.after(end, 1)
        return unit.lower() == "m" and bool(following) and self._lexicon.is_noun(following[0])

    def _of_quantity(self, quantity: _Quantity) -> Measure | None:
        low = quantity.si
        high = low if quantity.value_max is None else to_si(quantity.value_max, quantity.unit)
        if quantity.value is not None and (low is None or high is None):
            return None
        reading = self._reading(quantity)
        if reading is None:
            return None
        kind, source = reading
        hedge, is_increment = self._hedge(quantity.span[0], quantity.end, quantity.value)
        is_increment = is_increment or self._has_increment_after(quantity.end)
        if is_increment and UNITS[quantity.unit].dimension is Dimension.LENGTH:
            source = MeasuredFrom.EARLIER
        return Measure(
            kind=kind,
            low=low,
            high=high,
            value=quantity.value,
            value_max=quantity.value_max,
            unit=quantity.unit,
            hedge=hedge,
            passage=self._passage(quantity.span),
            also=tuple(self._passage(span) for span in quantity.also),
            measured_from=source,
        )

    def _reading(self, quantity: _Quantity) -> tuple[MeasureKind, MeasuredFrom] | None:
        if UNITS[quantity.unit].dimension is Dimension.AREA:
            return MeasureKind.AREA, MeasuredFrom.UNSAID
        span = (quantity.span[0], quantity.span[1], quantity.end)
        return measures_lengths.classify(self._words, span, self._lexicon)

    # --- people and things ---

    def _of_counts(self, found: list[Number]) -> Iterator[Measure]:
        counted = [
            n for n in found if not _MONEY.search(self._text[max(0, n.span[0] - 4) : n.span[0]])
        ]
        for count in measures_counts.read(self._words, counted, self._lexicon, self._demonyms):
            if measure := self._of_count(count):
                yield measure

    def _of_count(self, count: Count) -> Measure | None:
        number = count.number
        low, high = number.low, number.high
        if not number.is_whole:
            low = high = number.grouped
        if number.low is not None and (low is None or high is None or high > MOST_PERSONS):
            return None
        hedge, _ = self._hedge(number.span[0], count.span[1], low)
        return Measure(
            kind=count.kind,
            low=low,
            high=high,
            value=low,
            value_max=None if low == high else high,
            unit=count.unit,
            hedge=hedge,
            passage=self._passage(count.span),
            of=self._owner(count),
        )

    def _owner(self, count: Count) -> str | None:
        """Return the party whose men they are, by the words beside the noun."""
        if count.noun is None:
            return None
        base = self._sentence.span[0]
        for hit in self._parties_near(count.number.span[0], count.span[1]):
            start, end = hit.span[0] - base, hit.span[1] - base
            is_compound = "-" in {self._text[start - 1 : start], self._text[end : end + 1]}
            if is_compound or len(hit.keys) != 1:
                continue
            is_inside = count.noun[0] <= start and end <= count.noun[1]
            if is_inside or self._is_owned(count, start, end):
                return hit.keys[0]
        return None

    def _is_owned(self, count: Count, start: int, end: int) -> bool:
        """Return whether a party owns or sends what is counted, by the words between."""
        grammar = self._lexicon.grammar
        before = self._text[end : count.number.span[0]]
        after = self._text[count.span[1] : start]
        is_origin = count.unit == PERSONS and after.strip() in grammar["origins"]
        return before.rstrip() in grammar["possessives"] or (is_origin and start >= count.span[1])

    def _parties_near(self, start: int, end: int) -> list[Hit]:
        first = bisect_left(self._party_starts, start - _HEDGE_REACH)
        last = bisect_left(self._party_starts, end + _ORIGIN_REACH)
        return self._parties[first:last]

    # --- hedges ---

    def _hedge(self, start: int, end: int, value: float | None) -> tuple[Hedge, bool]:
        """Return the hedge of a figure, and whether it adds to an earlier one."""
        before = self._text[max(0, start - _HEDGE_REACH) : start]
        is_increment = bool(self._lexicon.hedges["increment"].search(before))
        if value is None:
            return Hedge.SEVERAL, is_increment
        if _COUPLE.match(self._text, start):
            return Hedge.ABOUT, is_increment
        if self._lexicon.hedges["none"].search(before):
            return Hedge.EXACT, is_increment
        for hedge in (Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.ABOUT):
            if self._lexicon.hedges[hedge].search(before):
                return self._negated(hedge, before), is_increment
        for hedge in (Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.ABOUT):
            if self._lexicon.hedges_after[hedge].match(self._text, end):
                return hedge, is_increment
        return Hedge.EXACT, is_increment

    def _negated(self, hedge: Hedge, before: str) -> Hedge:
        """Return the longer hedge that a shorter one ends: "no more than"."""
        longer = self._lexicon.hedges[Hedge.AT_MOST].search(before)
        shorter = self._lexicon.hedges[hedge].search(before)
        if longer and shorter and longer.start() < shorter.start():
            return Hedge.AT_MOST
        return hedge

    def _has_increment_after(self, end: int) -> bool:
        return bool(self._lexicon.hedges_after["increment"].match(self._text, end))

    def _passage(self, span: Span) -> Passage:
        base = self._sentence.span[0]
        return self._sentence.passage((base + span[0], base + span[1]))


def _joined(quantities: list[_Quantity], text: str) -> list[_Quantity]:
    """Return quantities with second units and ranges over two units made one."""
    joined: list[_Quantity] = []
    for quantity in quantities:
        if joined and (both := _join(joined[-1], quantity, text)):
            joined[-1] = both
        else:
            joined.append(quantity)
    return joined


def _join(first: _Quantity, second: _Quantity, text: str) -> _Quantity | None:
    if UNITS[first.unit].dimension is not UNITS[second.unit].dimension:
        return None
    between = text[first.end : second.span[0]]
    is_bracket = bool(_BRACKET.match(between))
    if first.unit != second.unit and (is_bracket or _OR.match(between)) and _is_same(first, second):
        end = second.end
        if is_bracket and text[end : end + 1] in {")", "]"}:
            end += 1
        return replace(first, also=(*first.also, second.span), end=end)
    is_between = between == " and " and _BETWEEN.search(
        text[max(0, first.span[0] - _HEDGE_REACH) : first.span[0]]
    )
    return _range(first, second) if is_between or _TO.match(between) else None


def _is_same(first: _Quantity, second: _Quantity) -> bool:
    if first.si is None or second.si is None:
        return first.si is second.si
    return abs(first.si - second.si) <= _SAME_QUANTITY * first.si


def _range(first: _Quantity, second: _Quantity) -> _Quantity | None:
    """Return "200 metres to 1 km" as one range, in the first one's unit."""
    if first.si is None or second.si is None or first.si >= second.si or first.value_max:
        return None
    top = second.si / UNITS[first.unit].factor
    return replace(first, span=(first.span[0], second.span[1]), value_max=top, end=second.end)
