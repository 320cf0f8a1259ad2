"""One automaton over places, parties and the lexicon's words, compiled once a run."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from geoincidents.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geoincidents.geography import Gazetteer, Party
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Span

KIND_WORDS = "place_kind"  # the lexicon category of "province", "lake", "road" ...
LONGEST_ABBREVIATION = 5  # letters; longer ones ("UNESCO") are no word in lower case
# Spellings that folding one letter for one cannot join: Armenian writes the ligature
# or its two letters, transliterations keep or drop the apostrophe.
_VARIANTS = (("և", "եւ"), ("եւ", "և"), ("'", ""))
_INNER_HYPHEN = re.compile(r"(?<=\w)[-‐‑‒–](?=\w)")
_WRAP = re.compile(r"(?<!\s)\n(?!\s)")
# Longer runs of space part columns or stand for masked words; names do not cross them.
_WIDEST_GAP = 40
_UNEVEN = re.compile(rf"\s{{2,{_WIDEST_GAP}}}|[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]+")


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


class _Form(NamedTuple):
    """One way to write something."""

    kind: HitKind
    category: str
    key: str
    text: str


class _Entry(NamedTuple):
    """What a pattern stands for, and how its letters must be written in the text."""

    kind: HitKind
    category: str
    keys: tuple[str, ...]
    capitals: tuple[int, ...]  # offsets into the pattern
    exact: str  # the form itself where its case must match, else empty


class _Squeezed(NamedTuple):
    """A text as the automaton sees it, and the way back to the report's offsets."""

    text: str
    cuts: list[int]  # offsets in `text` from which the shift of the same index counts
    shifts: list[int]

    def origin(self, offset: int) -> int:
        """Return where a character of the squeezed text stands in the report."""
        return offset + self.shifts[bisect_right(self.cuts, offset) - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The compiled automaton; `entries` are by pattern."""

    automaton: AhoCorasick
    entries: tuple[tuple[_Entry, ...], ...]

    def scan(self, text: str) -> tuple[Hit, ...]:
        """Return every hit in a text, by start, then longest first."""
        seen = _squeeze(text)
        groups: dict[tuple[HitKind, str], list[Hit]] = defaultdict(list)
        matches = self.automaton.find_matches_as_indexes(seen.text, overlapping=True)
        for pattern, start, end in matches:
            if not _is_bounded(seen.text, start, end):
                continue
            span = _span(text, seen, start, end)
            for entry in self.entries[pattern]:
                if _is_written_so(text, seen, start, span, entry):
                    hit = Hit(kind=entry.kind, category=entry.category, keys=entry.keys, span=span)
                    groups[entry.kind, entry.category].append(hit)
        return tuple(sorted((h for g in groups.values() for h in _longest(g)), key=_order))


def compile_(gazetteer: Gazetteer, lexicon: Lexicon) -> Vocabulary:
    """Return the automaton of a gazetteer and a lexicon."""
    generic = frozenset(fold(t.form) for t in lexicon.terms if t.category == KIND_WORDS)
    patterns: dict[str, dict[tuple[object, ...], list[str]]] = {}
    for form in _forms(gazetteer, lexicon):
        for pattern in _patterns(form):
            capitals, exact = _case(form, pattern, generic)
            # A word hit holds one key, so that its category stays a plain choice.
            apart = form.key if form.kind is HitKind.WORD else ""
            rule = (form.kind, form.category, capitals, exact, apart)
            patterns.setdefault(pattern, {}).setdefault(rule, []).append(form.key)
    automaton = AhoCorasick(list(patterns), implementation=Implementation.ContiguousNFA)
    return Vocabulary(
        automaton=automaton, entries=tuple(_entries(rules) for rules in patterns.values())
    )


def _entries(rules: dict[tuple[object, ...], list[str]]) -> tuple[_Entry, ...]:
    return tuple(
        _Entry(rule[0], rule[1], tuple(sorted({*keys})), rule[2], rule[3])  # type: ignore[arg-type]  # a rule is its entry's fields
        for rule, keys in rules.items()
    )


# --- forms -------------------------------------------------------------------


def _forms(gazetteer: Gazetteer, lexicon: Lexicon) -> Iterator[_Form]:
    for place in gazetteer.places.values():
        for text in {place.name: None, **{n.text: None for n in place.names}}:
            yield _Form(HitKind.PLACE, "place", place.id, text)
    for party in gazetteer.parties.values():
        for category, texts in _party_forms(party):
            for text in texts:
                yield _Form(HitKind.PARTY, category, party.id, text)
    for term in lexicon.terms:
        yield _Form(HitKind.WORD, term.category, term.key, term.form)


def _party_forms(party: Party) -> Iterator[tuple[str, Iterable[str]]]:
    yield "name", (party.name, *party.names)
    yield "demonym", party.demonyms
    yield "adjective", party.adjectives
    yield "capital", party.capitals
    yield "office", party.offices
    yield "organ", party.organs
    yield "person", (name for person in party.people for name in person.names)
    yield "outlet", party.media


def _patterns(form: _Form) -> dict[str, None]:
    """Return a form as the automaton sees it, with the variants that a rule makes."""
    plain = _squeeze(form.text.strip()).text
    if not plain:
        return {}
    variants = {plain: None}
    if form.kind is not HitKind.WORD:
        variants |= {plain.replace(*pair): None for pair in _VARIANTS if pair[0] in plain}
    return variants


def _case(form: _Form, pattern: str, generic: frozenset[str]) -> tuple[tuple[int, ...], str]:
    """Return which letters of a pattern must be capital, or the form if all must match."""
    text = unicodedata.normalize("NFC", " ".join(form.text.split()))
    letters = [c for c in text if c.isalpha()]
    if len(letters) <= LONGEST_ABBREVIATION and sum(c.isupper() for c in letters) > 1:
        return (), text
    if len(text) != len(pattern):
        # A variant moved the letters: the first still tells a name from a word.
        return ((0,) if text[:1].isupper() else ()), ""
    starts = [m.start() for m in re.finditer(r"\w+", pattern)]
    capitals = [i for i in starts if text[i].isupper()]
    if form.category in {"office", "organ"} and len(starts) > 1:
        return (), ""  # "the defence ministry" is as good as "the Defence Ministry"
    proper = [i for i in capitals if _word_at(pattern, i) not in generic]
    return tuple(proper or capitals), ""


def _word_at(pattern: str, start: int) -> str:
    return pattern[start:].split(" ", 1)[0]


# --- texts -------------------------------------------------------------------


def _squeeze(text: str) -> _Squeezed:
    """Return a text folded, with hyphens and wrapped lines as spaces, without loose marks."""
    plain = _WRAP.sub(" ", _INNER_HYPHEN.sub(" ", fold(text)))
    parts: list[str] = []
    cuts, shifts = [0], [0]
    end = length = 0
    for match in _UNEVEN.finditer(plain):
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


def _is_bounded(text: str, start: int, end: int) -> bool:
    """Return whether a match is of whole words; "s" after an apostrophe is outside."""
    if start and text[start].isalnum():
        before = text[start - 1]
        if before.isalnum() or (before == "'" and text[max(start - 2, 0)].isalnum()):
            return False
    return end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum())


def _is_written_so(text: str, seen: _Squeezed, start: int, span: Span, entry: _Entry) -> bool:
    """Return whether the case of the words fits; letters of a caseless script always do."""
    if entry.exact:
        return text[slice(*span)] == entry.exact
    if len(seen.cuts) == 1:
        return not any(text[start + i].islower() for i in entry.capitals)
    return not any(text[seen.origin(start + i)].islower() for i in entry.capitals)


def _longest(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the hits of one kind and category that lie in no longer one."""
    reach = 0
    last: Hit | None = None
    for hit in sorted(hits, key=_order):
        if last and hit.span == last.span:
            yield hit
        elif hit.span[1] > reach:
            last, reach = hit, hit.span[1]
            yield hit


def _order(hit: Hit) -> tuple[int, int, HitKind, str, tuple[str, ...]]:
    return hit.span[0], -hit.span[1], hit.kind, hit.category, hit.keys
