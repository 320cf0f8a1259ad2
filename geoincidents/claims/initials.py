"""Initials that a report gives an office or army: "the State Guard Service (SGS)", "the SGS"."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from geoincidents import text as texts
from geoincidents.vocabulary import Hit, HitKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.model import Report, Span

GIVEN = re.compile(r"\(([A-Z][A-Za-z]{0,6}[A-Z])\)")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 120  # characters of the longest name in front of its initials
_SMALL = frozenset({"of", "the", "and", "for", "s"})  # "s": of "People's"
_MORE = 5  # small words in a name
_BEFORE = 3  # characters: "the Northern Guard Service", "the North's Guard Service"
_BEHIND = len(" of the ")
_MANY = 50  # initials: no report gives as many
_OFFICES = frozenset({"head_office", "head_force", "office", "organ"})
_SIDES = frozenset({"name", "adjective", "demonym", "office", "organ"})


class _Known(NamedTuple):
    """Initials, the party whose they are if the report says so, and where they are given."""

    letters: str
    party: str | None
    at: int


def hits(report: Report, found: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return the initials of offices and armies in a report, each given in brackets once.

    Those of a party are words for an office of that party; others for an office without
    a name, whose side is known by what is said of it elsewhere.
    """
    text = texts.masked(report)
    given = list(islice(GIVEN.finditer(text), _MANY))
    known = {k.letters: k for m in reversed(given) if (k := _read(text, m, found))}
    if not known:
        return ()
    taken = {h.span for h in found if h.kind is HitKind.PARTY}
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(known)))})\b")
    return tuple(
        _hit(known[m[0]], m.span())
        for m in words.finditer(text)
        if m.start() != known[m[0]].at and m.span() not in taken
    )


def _hit(known: _Known, span: Span) -> Hit:
    if known.party:
        return Hit(HitKind.PARTY, "office", (known.party,), span)
    return Hit(HitKind.WORD, "head_office", ("office",), span)


def _read(text: str, given: re.Match[str], found: Sequence[Hit]) -> _Known | None:
    start = name_of(text, given)
    if start is None:
        return None
    end = given.start()
    near = [h for h in found if start - _REACH <= h.span[0] <= given.end() + _BEHIND]
    inside = [h for h in near if start <= h.span[0] and h.span[1] <= end]
    if not any(h.category in _OFFICES for h in inside):
        return None  # "the Line of Passage (LoP)" is no office
    sides = [h for h in near if h.category in _SIDES and len(set(h.keys)) == 1]
    whose = next(_whose(text, (start, end, given.end()), sides), None)
    return _Known(given[1], whose, given.start(1))


def name_of(text: str, given: re.Match[str]) -> int | None:
    """Return where the name begins of which a bracket gives the initials."""
    letters, end = given[1].casefold(), given.start()
    words = list(_WORD.finditer(text, max(0, end - _REACH), end))
    for size in range(len(letters), min(len(words), len(letters) + _MORE) + 1):
        last = words[-size:]
        firsts = "".join(w[0][0] for w in last).casefold()
        large = "".join(w[0][0] for w in last if w[0] not in _SMALL).casefold()
        if letters in {firsts, large} and last[0][0][0].isupper():
            return last[0].start()
    return None


def _whose(text: str, at: tuple[int, int, int], sides: Sequence[Hit]) -> Iterator[str]:
    """Yield the parties named in, right before or, behind "of", after an office's name."""
    start, end, behind = at
    for hit in sides:
        inside = start <= hit.span[0] and hit.span[1] <= end
        before = 0 <= start - hit.span[1] <= _BEFORE
        after = (
            text[behind : hit.span[0]] in {" of ", " of the "} if hit.span[0] > behind else False
        )
        if inside or before or after:
            yield hit.keys[0]
