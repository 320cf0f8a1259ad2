"""One automaton over places, parties and the lexicon's words, compiled once a run."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ahocorasick_rs import AhoCorasick, Implementation

from geoincidents.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geoincidents.geography import Gazetteer, Party
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Span

KIND_WORDS = "place_kind"  # the lexicon category of "province", "lake", "road" ...
LONGEST_ABBREVIATION = 5  # letters; longer ones ("UNESCO") are no word in lower case
# Spellings that folding one letter for one cannot join: a ligature or its two letters,
# an apostrophe that transliterations keep or drop.
_VARIANTS = (("և", "եւ"), ("եւ", "և"), ("'", ""))
# Each starts with a plain character or set, which the engine finds far faster than a
# look-behind or an alternative; dashes of all kinds are folded to "-".
_INNER_HYPHEN = re.compile(r"-(?<=\w-)(?=\w)")
_WRAP = re.compile(r"\n(?<!\s\n)(?!\s)")
# Longer runs of space part columns or stand for masked words; names do not cross them.
_WIDEST_GAP = 40
_MARK = r"\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff"
_GAP = re.compile(rf"\s\s{{1,{_WIDEST_GAP - 1}}}")
_GAP_OR_MARK = re.compile(
    rf"[\s{_MARK}](?:(?<=\s)\s{{1,{_WIDEST_GAP - 1}}}|(?<=[{_MARK}])[{_MARK}]*)"
)
_BETWEEN_FORMS = "\0"
_TITLES = frozenset({"office", "organ"})  # categories of titles, not of proper names


class HitKind(StrEnum):
    """What a hit names."""

    PLACE = "place"  # keys: place ids, several where a name is shared
    PARTY = "party"  # keys: party ids; category: which of the party's words it is
    WORD = "word"  # keys: one lexicon key; category: the lexicon's category


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A form found in a text, at word boundaries, the longest of its kind and category.

    `category` of a party hit: name, demonym, adjective, capital, office, organ, person
    or outlet; of a place hit: place.
    """

    kind: HitKind
    category: str
    keys: tuple[str, ...]
    span: Span


Group: TypeAlias = tuple[HitKind, str]  # kind and category
_Keys: TypeAlias = tuple[str, ...]
# What a pattern stands for: index of its group, keys, the offsets of letters that must be
# capital in the text, and the form itself where its case must match, else "".
_Entry: TypeAlias = tuple[int, _Keys, tuple[int, ...], str]
_Match: TypeAlias = tuple[int, int, int, _Keys]  # start, minus end, group, keys


class _Form(NamedTuple):
    """One way to write something; `group` is its kind's value and its category."""

    group: tuple[str, str]
    key: str
    text: str


class _Squeezed(NamedTuple):
    """A text as the automaton sees it, and the way back to the report's offsets."""

    text: str
    cuts: list[int]  # offsets in `text` from which the shift of the same index counts
    shifts: list[int]

    def origin(self, offset: int) -> int:
        """Return where a character of the squeezed text stands in the report."""
        return offset + self.shifts[bisect_right(self.cuts, offset) - 1]


class _Entries(dict[int, tuple[_Entry, ...]]):
    """What each pattern stands for, worked out when a text first holds it.

    Reports hold a few hundred of many thousand patterns: to work out the rules of case
    of all of them took as long as everything else here.
    """

    def __init__(self, forms: Mapping[str, list[_Form]], generic: frozenset[str]) -> None:
        super().__init__()
        self._forms = tuple(forms.items())
        self._generic = generic
        found = sorted({form.group for same in forms.values() for form in same})
        self._index = {group: index for index, group in enumerate(found)}
        self.groups = tuple((HitKind(kind), category) for kind, category in found)

    def __missing__(self, at: int) -> tuple[_Entry, ...]:
        pattern, forms = self._forms[at]
        entries: tuple[_Entry, ...] = tuple(
            (self._index[form.group], (form.key,), *_case(form, pattern, self._generic))
            for form in forms
        )
        if len(entries) > 1:
            entries = self._joined(entries)
        self[at] = entries
        return entries

    def _joined(self, entries: Iterable[_Entry]) -> tuple[_Entry, ...]:
        """Return the entries of a pattern with the keys of those that differ in nothing else.

        A word hit holds one key, so that its category stays a plain choice.
        """
        rules: dict[tuple[object, ...], list[_Entry]] = defaultdict(list)
        for entry in entries:
            group, keys, capitals, exact = entry
            is_word = self.groups[group][0] is HitKind.WORD
            rules[group, keys if is_word else (), capitals, exact].append(entry)
        return tuple(
            (same[0][0], tuple(sorted({k for e in same for k in e[1]})), *same[0][2:])
            for same in rules.values()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The compiled automaton; `entries` are by pattern."""

    automaton: AhoCorasick
    entries: _Entries

    def scan(self, text: str) -> tuple[Hit, ...]:
        """Return every hit in a text, by start, then longest first."""
        seen = _squeeze(text)
        cuts, shifts = [*seen.cuts, len(seen.text) + 1], seen.shifts
        piece = 0  # the stretch of `seen` that a hit starts in
        groups = self.entries.groups
        reach = [0] * len(groups)  # where the last hit of a group ends
        start_of = [0] * len(groups)
        hits: list[Hit] = []
        last: _Match | None = None
        for match in sorted(self._matches(text, seen)):
            if match == last:
                continue  # two forms of one thing that fold alike
            start, end, group, keys = last = match
            # Longest first from each start: what ends no later lies in a longer hit,
            # but for the same words with another key.
            if -end > reach[group] or (-end == reach[group] and start == start_of[group]):
                reach[group], start_of[group] = -end, start
                while cuts[piece + 1] <= start:
                    piece += 1
                if -end < cuts[piece + 1]:
                    span = (start + shifts[piece], shifts[piece] - end)
                else:
                    span = _span(text, seen, start, -end)
                kind, category = groups[group]
                hits.append(Hit(kind=kind, category=category, keys=keys, span=span))
        return tuple(hits)

    def _matches(self, text: str, seen: _Squeezed) -> list[_Match]:
        """Return the matches of whole words in the right case."""
        plain, entries = seen.text, self.entries
        size = len(plain)
        found: list[_Match] = []
        # This loop sees each match, also those inside words: calls are kept out of it.
        for pattern, start, end in self.automaton.find_matches_as_indexes(plain, overlapping=True):
            if end < size and plain[end].isalnum() and plain[end - 1].isalnum():
                continue
            if start and plain[start].isalnum() and _is_inside_word(plain, start):
                continue
            for group, keys, capitals, exact in entries[pattern]:
                if not (capitals or exact) or _is_cased(
                    text, seen, (start, end), (capitals, exact)
                ):
                    found.append((start, -end, group, keys))
        return found


def compile_(gazetteer: Gazetteer, lexicon: Lexicon) -> Vocabulary:
    """Return the automaton of a gazetteer and a lexicon."""
    kind_words = (t.form for t in lexicon.terms if t.category == KIND_WORDS)
    generic = frozenset(word for form in kind_words for word in fold(form).split())
    by_pattern: dict[str, list[_Form]] = {}
    forms = list(_forms(gazetteer, lexicon))
    for form, plain in zip(forms, _squeezed_forms(forms), strict=True):
        for pattern in _variants(form, plain):
            by_pattern.setdefault(pattern, []).append(form)
    return Vocabulary(
        automaton=AhoCorasick(list(by_pattern), implementation=Implementation.ContiguousNFA),
        entries=_Entries(by_pattern, generic),
    )


# --- forms -------------------------------------------------------------------


def _forms(gazetteer: Gazetteer, lexicon: Lexicon) -> Iterator[_Form]:
    # Plain strings: an enumeration's members are slow to hash, and there are many forms.
    place_, party_, word = (kind.value for kind in (HitKind.PLACE, HitKind.PARTY, HitKind.WORD))
    named = (place_, "place")
    for place in gazetteer.places.values():
        yield _Form(named, place.id, place.name)
        for name in place.names:
            yield _Form(named, place.id, name.text)
    for party in gazetteer.parties.values():
        for category, texts in _party_forms(party):
            for text in texts:
                yield _Form((party_, category), party.id, text)
    for term in lexicon.terms:
        yield _Form((word, term.category), term.key, term.form)


def _party_forms(party: Party) -> Iterator[tuple[str, Iterable[str]]]:
    yield "name", (party.name, *party.names)
    yield "demonym", party.demonyms
    yield "adjective", party.adjectives
    yield "capital", party.capitals
    yield "office", party.offices
    yield "organ", party.organs
    yield "person", (name for person in party.people for name in person.names)
    yield "outlet", party.media


def _squeezed_forms(forms: Iterable[_Form]) -> list[str]:
    """Return forms as the automaton sees them, squeezed in one go."""
    texts = [" ".join(form.text.split()) for form in forms]
    if not texts:
        return []
    return _squeeze(_BETWEEN_FORMS.join(texts)).text.split(_BETWEEN_FORMS)


def _variants(form: _Form, plain: str) -> Iterable[str]:
    """Return a form with the variants that a rule makes; a blank form has none."""
    if not plain:
        return ()
    if form.group[0] == HitKind.WORD.value or (plain.isascii() and "'" not in plain):
        return (plain,)
    return {plain: None} | {plain.replace(*pair): None for pair in _VARIANTS if pair[0] in plain}


def _case(form: _Form, pattern: str, generic: frozenset[str]) -> tuple[tuple[int, ...], str]:
    """Return which letters of a pattern must be capital, or the form if all must match."""
    if form.text == pattern:
        return (), ""
    text = " ".join(form.text.split())
    text = text if text.isascii() else unicodedata.normalize("NFC", text)
    capitals = [i for i, c in enumerate(text) if c.isupper()]
    if len(capitals) > 1 and sum(map(str.isalpha, text)) <= LONGEST_ABBREVIATION:
        return (), text
    if len(text) != len(pattern):
        # A variant moved the letters: the first still tells a name from a word.
        return ((0,) if text[0].isupper() else ()), ""
    if form.group[1] in _TITLES and " " in pattern:
        return (), ""  # "the defence ministry" is as good as "the Defence Ministry"
    first = [i for i in capitals if i == 0 or not pattern[i - 1].isalnum()]
    proper = [i for i in first if pattern[i:].split(" ", 1)[0] not in generic]
    return tuple(proper or first), ""


# --- texts -------------------------------------------------------------------


def _squeeze(text: str) -> _Squeezed:
    """Return a text folded, with hyphens and wrapped lines as spaces, without loose marks."""
    plain = _WRAP.sub(" ", _INNER_HYPHEN.sub(" ", fold(text)))
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
    return _Squeezed("".join([*parts, plain[end:]]), cuts, shifts)


def _narrowed(run: str) -> str | None:
    """Return what stands for a run of spaces or marks, None where it stays as it is."""
    if not run.isspace():
        return ""
    return " " if run.count("\n") < 2 and len(run) < _WIDEST_GAP else None  # noqa: PLR2004 - a blank line


def _span(text: str, seen: _Squeezed, start: int, end: int) -> Span:
    if len(seen.cuts) == 1:
        return start, end
    first, last = seen.origin(start), seen.origin(end - 1) + 1
    while last < len(text) and unicodedata.combining(text[last]):
        last += 1
    return first, last


def _is_inside_word(text: str, start: int) -> bool:
    """Return whether a letter or a letter's apostrophe stands before an offset."""
    before = text[start - 1]
    return before.isalnum() or (before == "'" and start > 1 and text[start - 2].isalnum())


def _is_cased(text: str, seen: _Squeezed, found: Span, rule: tuple[tuple[int, ...], str]) -> bool:
    """Return whether the case of the words fits; letters of a caseless script always do."""
    capitals, exact = rule
    start, end = found
    if exact:
        return text[slice(*_span(text, seen, start, end))] == exact
    if len(seen.cuts) == 1:
        return not any(text[start + i].islower() for i in capitals)
    return not any(text[seen.origin(start + i)].islower() for i in capitals)
