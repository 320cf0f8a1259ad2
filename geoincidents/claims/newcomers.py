"""Armed groups that no pack knows, but that a report introduces: "the rebel group Dawn Column"."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from geoincidents import text as texts
from geoincidents.claims import grammar
from geoincidents.claims.initials import GIVEN, name_of
from geoincidents.geography import NEWCOMER
from geoincidents.vocabulary import Hit, HitKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Mention, Report, Span

_MANY = 200  # words of armed groups that are looked at: no report needs more
_FAR = 130  # characters in front of such a word
_CAPITAL = r"[A-Z][^\W_]{0,24}(?:[-'’][^\W_]{2,24}|-[A-Z\d]){0,2}"
_NAME = rf"{_CAPITAL}(?: (?:(?:of|for|and|the|de|del|al) ){{0,2}}{_CAPITAL}){{0,6}}"
_SHORT = re.compile(r"[A-Z](?=[^\s]*[A-Z\d])[A-Z\d]*(?:-[A-Z\d]{1,3}|[a-z]?[A-Z\d]{1,6})?")
_PEOPLES = re.compile(r"['’]s \Z")
_AFTER = 3  # characters of "'s "
_PLANE = re.compile(r"[A-Za-z]{1,4}-\d{1,3}[A-Z]?")  # "F-16 fighters"
_NAMED = frozenset({"name", "office", "organ", "outlet", "person"})
_STATES = frozenset({"name", "adjective", "demonym", "capital"})
_EVENTS = frozenset({"event_noun", "event_verb"})
_KINDS = ("groups", "men", "weak", "leads", "owns")  # of words for armed groups


class _Forms(NamedTuple):
    """The patterns made of a lexicon's words for armed groups."""

    lexicon: Lexicon
    roots: tuple[str, ...]  # without any of these a report introduces no group
    sign: re.Pattern[str]  # a word for a group or its men
    behind: re.Pattern[str]  # a name right behind a word for a group
    called: re.Pattern[str]  # "calling itself NAME"
    apposed: re.Pattern[str]  # "NAME, an armed" in front of it
    before: re.Pattern[str]  # "NAME" in front of it
    strong: re.Pattern[str]  # a name that says itself what it is
    men: frozenset[str]
    weak: frozenset[str]  # "group": of any kind
    leads: frozenset[str]  # "the rebel Dawn Front"
    owns: frozenset[str]  # "claimed responsibility"
    owner: re.Pattern[str]  # a name in front of these
    cores: frozenset[str]
    never: frozenset[str]
    plain: frozenset[str]  # in front of a name, but no part of it


class _Group(NamedTuple):
    """A group's name and the initials that a report gives it."""

    name: str
    initials: str = ""


def read(
    report: Report,
    found: tuple[Sequence[Mention], Sequence[Hit]],
    lexicon: Lexicon,
) -> tuple[tuple[Mention, ...], tuple[Hit, ...]]:
    """Return mentions and hits with the names of groups that a report introduces as parties.

    What lies inside such a name ("of Norland") is no place, party or event of its own.
    """
    mentions, hits = found
    forms, text = _forms(lexicon), texts.masked(report)
    low = text.casefold()
    groups = _groups(text, found, forms) if any(r in low for r in forms.roots) else {}
    if not groups:
        return tuple(mentions), tuple(hits)
    new = tuple(_occurrences(text, groups, hits))
    inside = _Inside([h.span for h in new])
    kept = tuple(h for h in hits if not (_is_replaced(h) and inside.meets(h.span)))
    return tuple(m for m in mentions if not inside.holds(m.span)), (*kept, *new)


def _is_replaced(hit: Hit) -> bool:
    return hit.kind is HitKind.PARTY or hit.category in _EVENTS


class _Inside:
    """Tells whether a span lies in one of some."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._ends = {i: end for start, end in spans for i in range(start, end)}

    def holds(self, span: Span) -> bool:
        """Return whether a span lies inside a known one."""
        return self._ends.get(span[0], -1) >= span[1]

    def meets(self, span: Span) -> bool:
        """Return whether a span begins or ends in a known one."""
        return span[0] in self._ends or span[1] - 1 in self._ends


def _groups(
    text: str, found: tuple[Sequence[Mention], Sequence[Hit]], forms: _Forms
) -> dict[str, str]:
    """Return the names and initials of groups, each with the party's id."""
    seen: dict[str, str] = {}
    for _, group in sorted(_introduced(text, found, forms)):
        known = seen.get(group.initials) or seen.get(group.name) or NEWCOMER + group.name
        seen.setdefault(group.name, known)
        if group.initials:
            seen.setdefault(group.initials, known)
    return seen


def _introduced(
    text: str, found: tuple[Sequence[Mention], Sequence[Hit]], forms: _Forms
) -> Iterator[tuple[int, _Group]]:
    taken = _Taken(found, forms)
    told: set[str] = set()
    for span, is_told in _named(text, forms):
        start, end = taken.trimmed(text, span)
        if start < end and (is_told or taken.is_own(text[start:end])):
            told.add(text[start:end])
            yield start, _Group(text[start:end])
    for strong in islice(forms.strong.finditer(text), _MANY):
        if _PEOPLES.search(text[max(0, strong.start() - _AFTER) : strong.start()]):
            continue  # a state's army may be called so
        start, end = taken.trimmed(text, strong.span(), is_whole=True)
        if start < end:
            yield start, _Group(text[start:end])
    for given in islice(GIVEN.finditer(text), _MANY):
        lo = name_of(text, given)
        if lo is None:
            continue
        start, end = taken.trimmed(text, (lo, given.start() - 1), is_whole=True)
        words = set(text[start:end].casefold().split())
        if start < end and (words & forms.cores or text[start:end] in told):
            yield start, _Group(text[start:end], given[1])


def _named(text: str, forms: _Forms) -> Iterator[tuple[Span, bool]]:
    """Yield where names stand, and whether the words about them say that they are a group's."""
    for sign in islice(forms.sign.finditer(text), _MANY):
        is_men, is_weak = sign[0].casefold() in forms.men, sign[0].casefold() in forms.weak
        behind = forms.called.match(text, sign.end())
        if behind and is_weak and "sel" not in behind[0][: behind.start(1) - behind.start()]:
            behind = None  # "a group called X": of which kind nobody knows
        if not (is_men or is_weak):
            behind = behind or forms.behind.match(text, sign.end())
        if behind:
            yield behind.span(1), sign[0].casefold() not in forms.leads
        if sign[0].casefold() in forms.leads:
            continue
        if sign[0].casefold() in forms.owns:
            owner = forms.owner.search(text, max(0, sign.start() - _FAR), sign.start())
            if owner:
                yield owner.span(1), True
            continue
        lead = text[max(0, sign.start() - _FAR) : sign.start()]
        shift = sign.start() - len(lead)
        apposed = None if is_men or is_weak else forms.apposed.search(lead)
        before = apposed or forms.before.search(lead)
        is_plain = before is not None and " " not in before[1]
        if before and not (is_plain and (is_weak or _PLANE.fullmatch(before[1]))):
            lo, hi = before.span(1)
            yield (lo + shift, hi + shift), apposed is not None


class _Taken:
    """What packs and everyday words know already: no name of a new group."""

    def __init__(self, found: tuple[Sequence[Mention], Sequence[Hit]], forms: _Forms) -> None:
        mentions, hits = found
        parties = [h for h in hits if h.kind is HitKind.PARTY]
        self._forms = forms
        self._known = _Inside([h.span for h in parties if h.category in _NAMED])
        places = (m for m in mentions if m.place_id or not self._has_core(m.passage.text))
        self._places = _Inside([m.span for m in places])
        self._words = {h.span[0]: h.span[1] for h in parties if h.category in _STATES}

    def trimmed(self, text: str, span: Span, *, is_whole: bool = False) -> Span:
        """Return a name without a state's word or an article in front; empty if none is left.

        Where `is_whole`, a state's word in front is part of the name ("Norlandic Dawn Front").
        """
        start, end = span
        if self._known.holds(span) or self._places.holds(span):
            return end, end
        while start < end:
            word = re.match(r"[^\s]+", text[start:end])
            stop = start + (word.end() if word else end)
            low = text[start:stop].casefold()
            is_state = start in self._words and not is_whole
            never = self._forms.plain if is_whole else self._forms.never
            stop = self._words[start] if is_state else stop if low in never else 0
            if stop == 0:
                break
            start = stop + 1 if text[stop : stop + 1] == " " else end
        if self._known.holds((start, end)) or self._places.holds((start, end)):
            return end, end
        return start, end

    def is_own(self, name: str) -> bool:
        """Return whether a name in front of "rebels" is one group's: initials, or "X Front"."""
        words = name.split()
        if len(words) == 1:
            return _SHORT.fullmatch(name) is not None
        return self._has_core(name)

    def _has_core(self, name: str) -> bool:
        return not self._forms.cores.isdisjoint(name.casefold().split())


def _occurrences(text: str, groups: Mapping[str, str], hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield every place where a group's name or initials stand."""
    known = _Inside([h.span for h in hits if h.kind is HitKind.PARTY and h.category in _NAMED])
    longest = sorted(groups, key=lambda n: (-len(n), n))
    words = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")
    for match in words.finditer(text):
        if not known.holds(match.span()):
            yield Hit(HitKind.PARTY, "name", (groups[match[0]],), match.span())


_MADE: list[_Forms] = []


def _forms(lexicon: Lexicon) -> _Forms:
    """Return the patterns of a lexicon, made once: a run reads all reports with one."""
    if not (_MADE and _MADE[0].lexicon is lexicon):
        _MADE[:] = [_make(lexicon)]
    return _MADE[0]


def _make(lexicon: Lexicon) -> _Forms:
    told = lexicon.section("speakers")["newcomers"]
    calls, nouns = _any(told["calls"]), _any([w for k in _KINDS for w in told[k]])
    persons = rf"(?!(?:'s|’s)?[ -](?:{_any(told['persons'])})\b)"
    first, last = _any(told["strong_first"]), _any(told["strong_last"])
    owner = rf"(?:which is |who are |is )?(?:an?|one of the|{_CAPITAL}['’]s)"
    short = r"(?: \([A-Z][A-Z-]{1,7}\))?"
    tail = rf"(?: (?:of|for)(?: the)? {_CAPITAL}){{0,2}}"
    plain = grammar.of(lexicon).no_names | {w.casefold() for w in (*told["men"], *told["of_men"])}
    return _Forms(
        lexicon=lexicon,
        roots=tuple(told["roots"]),
        sign=re.compile(rf"\b(?i:{nouns})\b{persons}"),
        behind=re.compile(rf" (?:the )?({_NAME})"),
        called=re.compile(rf",? (?:{calls}) (?:the )?[\"“‘]?({_NAME})"),
        apposed=re.compile(rf"\b({_NAME}){short},? {owner} (?:[\w-]{{1,20}} ){{0,4}}\Z"),
        before=re.compile(rf"\b({_NAME}) \Z"),
        strong=re.compile(rf"\b(?:{_CAPITAL} ){{0,4}}(?:{first}) (?:{last})\b{tail}"),
        men=frozenset(told["men"]),
        weak=frozenset(told["weak"]),
        leads=frozenset(told["leads"]),
        owns=frozenset(told["owns"]),
        owner=re.compile(rf"\b({_NAME}){short} (?:(?:has|had|have|also|later|then) ){{0,2}}\Z"),
        cores=frozenset(told["cores"]),
        never=frozenset(told["never"]) | plain,
        plain=plain,
    )


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
