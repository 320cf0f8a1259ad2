"""One automaton over places, parties and the lexicon's words, compiled once a run."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, overload

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation

from geoincidents.squeezed import letters, squeeze
from geoincidents.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geoincidents.geography import Gazetteer, Party
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Span
    from geoincidents.squeezed import Squeezed

KIND_WORDS = "place_kind"  # the lexicon category of "province", "lake", "road" ...
# The group of "near", "shelled" and others that a place's name may follow; no hits.
_LEAD = ("word", "place_lead")
# The group of "struck", "took" and others that a list of places may follow; no hits.
_LIST = ("word", "place_list")
# The group of "moved", "sent" and others that may tell of a way to a place; no hits.
_MOVE = ("word", "place_move")
# The group of "shelled" and others that are done to places; no hits either.
_DONE = ("word", "place_done")
# The group of the words that show a report to tell of force; no hits either.
_SIGN = ("word", "sign")
_APART = (_LEAD, _LIST, _MOVE, _DONE, _SIGN)
# The lists of `places.toml`, [spans], that they come from.
_APART_LISTS = {
    _LEAD: ("unknown_after", "unknown_weak"),
    _LIST: ("unknown_lists",),
    _MOVE: ("movers", "moved"),
    _DONE: ("passives",),
}
LONGEST_ABBREVIATION = 5  # letters; longer ones ("UNESCO") are no word in lower case
# Spellings that folding one letter for one cannot join: a ligature or its two letters,
# an apostrophe that transliterations keep or drop.
_VARIANTS = (("և", "եւ"), ("եւ", "և"), ("'", ""))
_BETWEEN_FORMS = "\0"
_TITLES = frozenset({"office", "organ"})  # categories of titles, not of proper names


class HitKind(StrEnum):
    """What a hit names."""

    PLACE = "place"  # keys: place ids, several where a name is shared
    PARTY = "party"  # keys: party ids; category: which of the party's words it is
    WORD = "word"  # keys: one lexicon key; category: the lexicon's category


class Hit(NamedTuple):
    """A form found in a text, at word boundaries, the longest of its kind and category.

    `category` of a party hit: name, demonym, adjective, capital, office, organ, person
    or outlet; of a place hit: place.
    """

    kind: HitKind
    category: str
    keys: tuple[str, ...]
    span: Span


# A look-up of an enumeration's value is slow, and there are many forms.
_WORD_VALUE = HitKind.WORD.value
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


class _Pattern(NamedTuple):
    """A pattern that a text holds: how it is checked there, and what it stands for."""

    lead: int  # characters before its first letter or figure
    length: int
    words: str  # what must stand in the text; empty for a plain word
    entries: tuple[_Entry, ...]


class _Patterns(dict[int, _Pattern]):
    """The patterns of an automaton, each worked out when a text first holds it.

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

    def __missing__(self, at: int) -> _Pattern:
        words, forms = self._forms[at]
        entries: tuple[_Entry, ...] = tuple(
            (self._index[form.group], (form.key,), *_case(form, words, self._generic))
            for form in forms
        )
        if len(entries) > 1:
            entries = self._joined(entries)
        lead = next((i for i, c in enumerate(words) if c.isalnum()), 0)
        checked = "" if words.isalnum() and words.isascii() else words
        self[at] = made = _Pattern(lead, len(words), checked, entries)
        return made

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


class _Finder:
    """An automaton over forms.

    Forms in ASCII are sought between spaces in bytes where all but letters and figures is a
    space: words inside words, most of what an automaton finds, never reach Python. Other
    forms are sought in the text itself.
    """

    def __init__(self, forms: Mapping[str, list[_Form]], generic: frozenset[str]) -> None:
        cores = {p: letters(p).strip() if p.isascii() else b"" for p in forms}
        bounded = [p for p in forms if cores[p]]
        others = [p for p in forms if not cores[p]]
        self._patterns = _Patterns({p: forms[p] for p in (*bounded, *others)}, generic)
        self._bounded = BytesAhoCorasick(
            [b" %b " % cores[p] for p in bounded], implementation=Implementation.ContiguousNFA
        )
        self._others = AhoCorasick(others) if others else None
        # What any of them holds at least one of; to look for that costs next to nothing.
        letters_beyond = {c for p in others for c in p if not c.isascii()}
        is_all = any(p.isascii() for p in others)
        beyond = "".join(map(re.escape, sorted(letters_beyond)))
        self._foreign = re.compile("" if is_all else f"[{beyond}]" if beyond else "(?!)")
        self._count = len(bounded)
        groups = self._patterns.groups
        # Their places in `_APART` by their indices among the groups.
        self.apart = {groups.index(g): at for at, g in enumerate(_APART) if g in groups}
        self.knows_signs = _SIGN in groups

    def hits(self, text: str, seen: Squeezed, matches: Iterable[_Match]) -> tuple[Hit, ...]:
        """Return the hits among the matches in a text, by start, then longest first."""
        groups = self._patterns.groups
        reach = [0] * len(groups)  # where the last hit of a group ends
        start_of = [0] * len(groups)
        is_even = len(seen.cuts) == 1
        hits: list[Hit] = []
        made = tuple.__new__  # there are many hits, and a call for each takes longer
        last: _Match | None = None
        for match in sorted(matches):
            if match == last:
                continue  # two forms of one thing that fold alike
            start, end, group, keys = last = match
            # Longest first from each start: what ends no later lies in a longer hit,
            # but for the same words with another key.
            if -end > reach[group] or (-end == reach[group] and start == start_of[group]):
                reach[group], start_of[group] = -end, start
                kind, category = groups[group]
                span = (start, -end) if is_even else seen.span(text, start, -end)
                hits.append(made(Hit, (kind, category, keys, span)))
        return tuple(hits)

    def matches(self, text: str, seen: Squeezed, in_letters: bytes) -> list[_Match]:
        """Return the matches of whole words in the right case."""
        plain, patterns = seen.text, self._patterns
        is_ascii, is_even = plain.isascii(), len(seen.cuts) == 1
        found: list[_Match] = []
        # This loop sees each match: calls are kept out of it.
        for at, start, _ in self._bounded.find_matches_as_indexes(in_letters, overlapping=True):
            lead, length, words, entries = patterns[at]
            start -= lead  # noqa: PLW2901 - from the core to the whole
            end = start + length
            if words and not plain.startswith(words, start):
                continue
            if start > 1 and plain[start - 1] == "'" and not lead and plain[start - 2].isalnum():
                continue
            is_plain = is_ascii or (plain[start - 1 : start] + plain[end : end + 1]).isascii()
            if not is_plain and _is_inside_word(plain, start, end):
                continue
            for group, keys, capitals, exact in entries:
                if is_even and not exact:
                    if capitals and text[start + capitals[0]].islower():
                        continue
                    fits = len(capitals) < 2  # noqa: PLR2004 - the first is enough
                else:
                    fits = False
                if fits or _is_cased(text, seen, (start, end), (capitals, exact)):
                    found.append((start, -end, group, keys))
        return found if is_ascii else [*found, *self._other_matches(text, seen)]

    def _other_matches(self, text: str, seen: Squeezed) -> Iterator[_Match]:
        """Yield the matches of forms with letters beyond ASCII."""
        if self._others is None or not self._foreign.search(seen.text):
            return
        for at, start, end in self._others.find_matches_as_indexes(seen.text, overlapping=True):
            if _is_inside_word(seen.text, start, end):
                continue
            for group, keys, capitals, exact in self._patterns[self._count + at].entries:
                if _is_cased(text, seen, (start, end), (capitals, exact)):
                    yield start, -end, group, keys


class Hits(Sequence[Hit]):
    """The hits of a text, by start, then longest first: those of names, and all when asked for.

    Attributes
    ----------
    names
        The hits of places, of parties and of kind words, in the same order.
    leads
        The spans of words that the name of a place may follow, by start, then longest first.
    list_leads
        The spans of words that a list of places may follow, likewise.
    moves
        The spans of words that may tell of a way to a place, likewise.
    done
        The spans of words for what is done to places, likewise.
    has_sign
        Whether a word shows that the text tells of force; true without a list of such words.
    """

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self._vocabulary, self._text = vocabulary, text
        self._seen = squeeze(text)
        self._letters = b" %b " % letters(self._seen.text)
        finder = vocabulary.names
        named: list[_Match] = []
        apart: list[list[_Match]] = [[] for _ in _APART]
        for match in finder.matches(text, self._seen, self._letters):
            at = finder.apart.get(match[2])
            (named if at is None else apart[at]).append(match)
        self.has_sign = bool(apart[_APART.index(_SIGN)]) or not finder.knows_signs
        self.names = finder.hits(text, self._seen, named)
        self.leads, self.list_leads, self.moves, self.done = map(self._spans, apart[:-1])

    def _spans(self, matches: Iterable[_Match]) -> tuple[Span, ...]:
        found = sorted({match[:2] for match in matches})
        if len(self._seen.cuts) == 1:
            return tuple([(start, -end) for start, end in found])
        return tuple([self._seen.span(self._text, start, -end) for start, end in found])

    @cached_property
    def _all(self) -> tuple[Hit, ...]:
        finder = self._vocabulary.words
        matches = finder.matches(self._text, self._seen, self._letters)
        return finder.hits(self._text, self._seen, matches)

    @overload
    def __getitem__(self, index: int) -> Hit: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Hit, ...]: ...

    def __getitem__(self, index: int | slice) -> Hit | tuple[Hit, ...]:
        """Return one hit or a tuple of them."""
        return self._all[index]

    def __len__(self) -> int:
        """Return how many hits there are."""
        return len(self._all)

    def __iter__(self) -> Iterator[Hit]:
        """Iterate over all hits."""
        return iter(self._all)


class Vocabulary:
    """The compiled forms: names, which each report is searched for, and all words."""

    def __init__(self, forms: Mapping[str, list[_Form]], generic: frozenset[str]) -> None:
        named = {p: same for p, f in forms.items() if (same := [x for x in f if _is_name(x)])}
        told = {
            p: same for p, f in forms.items() if (same := [x for x in f if x.group not in _APART])
        }
        self._forms, self._generic = told, generic
        self.names = _Finder(named, generic)

    @cached_property
    def words(self) -> _Finder:
        """Return the finder of all words, made when a report first asks for it."""
        return _Finder(self._forms, self._generic)

    def scan(self, text: str) -> Hits:
        """Return the hits in a text, by start, then longest first."""
        return Hits(self, text)


def compile_(gazetteer: Gazetteer, lexicon: Lexicon) -> Vocabulary:
    """Return the automaton of a gazetteer and a lexicon."""
    kind_words = (t.form for t in lexicon.terms if t.category == KIND_WORDS)
    generic = frozenset(word for form in kind_words for word in fold(form).split())
    by_pattern: dict[str, list[_Form]] = {}
    forms = list(_forms(gazetteer, lexicon))
    for form, plain in zip(forms, _squeezed_forms(forms), strict=True):
        for pattern in _variants(form, plain):
            by_pattern.setdefault(pattern, []).append(form)
    return Vocabulary(by_pattern, generic)


# --- forms -------------------------------------------------------------------


def _is_name(form: _Form) -> bool:
    kind, category = form.group
    return kind != _WORD_VALUE or form.group in _APART or category == KIND_WORDS


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
    spans = lexicon.sections.get("places", {}).get("spans", {})
    for group, names in _APART_LISTS.items():
        for words in sorted({w for name in names for w in spans.get(name, ())}):
            yield _Form(group, "", words)
    for form in sorted(signs(lexicon)):
        yield _Form(_SIGN, "", form)


def signs(lexicon: Lexicon) -> frozenset[str]:
    """Return the forms that show a report to tell of force."""
    told = lexicon.sections.get("signs", {})
    categories, verbs = told.get("categories", ()), told.get("verbs", ())
    everyday = frozenset(told.get("everyday", ()))
    return frozenset(
        t.form
        for t in lexicon.terms
        if t.form not in everyday
        and (t.category in categories or (t.category == "event_verb" and t.key in verbs))
    )


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
    return squeeze(_BETWEEN_FORMS.join(texts)).text.split(_BETWEEN_FORMS)


def _variants(form: _Form, plain: str) -> Iterable[str]:
    """Return a form with the variants that a rule makes; a blank form has none."""
    if not plain:
        return ()
    if form.group[0] == _WORD_VALUE or (plain.isascii() and "'" not in plain):
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


def _is_inside_word(text: str, start: int, end: int) -> bool:
    """Return whether letters go on around a stretch, or a letter's apostrophe before it."""
    if end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        return True
    if not (start and text[start].isalnum()):
        return False
    before = text[start - 1]
    return before.isalnum() or (before == "'" and start > 1 and text[start - 2].isalnum())


def _is_cased(text: str, seen: Squeezed, found: Span, rule: tuple[tuple[int, ...], str]) -> bool:
    """Return whether the case of the words fits; letters of a caseless script always do."""
    capitals, exact = rule
    start, end = found
    if exact:
        return text[slice(*seen.span(text, start, end))] == exact
    if len(seen.cuts) == 1:
        return not any(text[start + i].islower() for i in capitals)
    return not any(text[seen.origin(start + i)].islower() for i in capitals)
