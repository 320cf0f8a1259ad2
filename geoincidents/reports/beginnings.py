"""How the lines that patterns match may begin: a look at a few letters spares the match.

Nearly all lines of a report are prose, and dozens of patterns of page parts are tried on
each. What a pattern can begin with is worked out of the pattern itself, so that its author
need not tell; what cannot be worked out may begin with anything.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LETTERS = 6  # so many of a line's first letters are looked at
# Lines on which all patterns are tried: in fewer, to work out beginnings takes longer.
FEW = 300
_ANY = "*"  # behind what a line begins with: anything may follow
_CLOSE_BY = 24  # characters that nearly always hold so many letters
_MARKS = re.compile(r"[\s_.,:;!?'\"/|(-]+")  # of these a line may have any between its letters
_TOKEN = re.compile(
    r"\{(?P<slot>[a-z]+)\}|\{(?P<low>\d+)(?:(?P<comma>,)(?P<high>\d*))?\}[?+]?"
    r"|(?P<often>[?*+])[?+]?|(?P<look>\(\?<?[=!])|\((?:\?:)?(?P<open>)|(?P<close>\))|(?P<or>\|)"
    r"|\[(?P<negated>\^?)(?P<members>\]?(?:\\.|[^\]\\])*)\]|\\(?P<escaped>.)"
    r"|(?P<letters>[a-z]+(?=[a-z][?*+{])|[a-z]+)|(?P<char>.)",
    re.DOTALL,
)
_NO_LETTERS = frozenset("bBsAZ")  # escapes that stand for no letter
_Heads = frozenset[str]
_NOTHING: _Heads = frozenset({""})


class Beginnings:
    """How lines may begin that some patterns, made for folded lines, can match whole.

    `slots` hold the words that stand for `{name}` in a pattern.
    """

    def __init__(self, patterns: Iterable[str], slots: Mapping[str, Iterable[str]]) -> None:
        self._patterns = tuple(patterns)
        self._slots = slots
        self._looks = 0

    def fit(self, line: str, head: str) -> bool:
        """Return whether a folded line, whose first letters are `head`, may match one."""
        if self._looks < FEW:
            self._looks += 1
            return True
        whole, begun, open_ = self._heads
        if head in whole or not head.isalpha():
            return True
        starts = [head[:n] for n in range(1, len(head))]
        return not begun.isdisjoint(starts) or open_.fullmatch(line) is not None

    @cached_property
    def _heads(self) -> tuple[_Heads, _Heads, re.Pattern[str]]:
        """Return full beginnings, shorter ones, and the patterns that have none."""
        ways = {slot: _ways_of(words) for slot, words in self._slots.items()}
        begun = {p: _after(_NOTHING, _parsed(_TOKEN.finditer(p), ways)) for p in self._patterns}
        heads = frozenset().union(*begun.values())
        short = frozenset(h[:-1] for h in heads if h.endswith(_ANY))
        open_ = [f"(?:{pattern})" for pattern, known in begun.items() if _ANY in known]
        return heads | short, short, re.compile("|".join(open_) or "(?!)")


def of(line: str) -> str:
    """Return the first letters of a folded line, without the usual marks."""
    found = line[:_CLOSE_BY].replace(" ", "")[:LETTERS]
    if found.isalpha() and len(found) == LETTERS:
        return found  # so it nearly always is
    found = _MARKS.sub("", line[:_CLOSE_BY])
    if len(found) < LETTERS and len(line) > _CLOSE_BY:
        found = _MARKS.sub("", line)
    return found[:LETTERS]


def _ways_of(words: Iterable[str]) -> _Heads:
    heads = {_MARKS.sub("", word)[:LETTERS] for word in words}
    # Whatever follows a short word: lists of names would have too many beginnings.
    return frozenset(head if len(head) == LETTERS else head + _ANY for head in heads)


class _Part(NamedTuple):
    """A part of a pattern: a group's alternatives, or the letters that it can stand for."""

    group: list[list[_Part]]
    letters: _Heads
    may_lack: bool
    is_repeated: bool


def _parsed(tokens: Iterator[re.Match[str]], slots: Mapping[str, _Heads]) -> list[list[_Part]]:
    """Return the alternatives of a pattern or group as rows of parts."""
    rows: list[list[_Part]] = [[]]
    for token in tokens:
        if token["close"] is not None:
            break
        if token["or"]:
            rows.append([])
        elif token["often"] or token["low"]:
            often = token["often"] or ""
            may_lack = often in "?*" if often else int(token["low"]) == 0
            is_repeated = often != "?"
            rows[-1][-1] = rows[-1][-1]._replace(may_lack=may_lack, is_repeated=is_repeated)
        else:
            opens = token["open"] is not None or token["look"] is not None
            group = _parsed(tokens, slots) if opens else []
            ways = slots.get(token["slot"]) or frozenset(_ways(token))
            rows[-1].append(_Part([] if token["look"] else group, ways, False, False))  # noqa: FBT003 - a tuple
    return rows


def _after(heads: _Heads, rows: list[list[_Part]]) -> _Heads:
    """Return the letters of what may stand behind some, as far as they are looked at."""
    found: set[str] = set()
    for row in rows:
        begun = heads
        for part in row:
            full = {h for h in begun if len(h) >= LETTERS or h.endswith(_ANY)}
            if len(full) == len(begun):
                break
            grown = _grown(begun - full, part)
            if part.is_repeated:
                grown = grown | {h + _ANY for h in grown - begun if not h.endswith(_ANY)}
            begun = begun | grown if part.may_lack else grown | full
        found |= begun
    return frozenset(found)


def _grown(heads: _Heads, part: _Part) -> _Heads:
    if part.group:
        return _after(heads, part.group)
    return frozenset((head + way)[:LETTERS] for head in heads for way in part.letters)


def _ways(token: re.Match[str]) -> Iterator[str]:
    """Yield the letters that a sign, a class or a character of a pattern can stand for."""
    if token["members"] is not None:
        yield from _class(token["members"], is_negated=bool(token["negated"]))
    elif token["escaped"]:
        if token["escaped"] in _NO_LETTERS:
            yield ""
        else:
            yield _ANY if token["escaped"].isalnum() else _kept(token["escaped"])
    elif token["letters"]:
        yield token["letters"]
    elif token["char"]:
        yield _ANY if token["char"] == "." else _kept(token["char"])
    else:
        yield _ANY if token["slot"] else ""  # what only looks around stands for nothing


def _class(members: str, *, is_negated: bool) -> Iterator[str]:
    singles, ranges = re.sub(r".-.", "", members), re.findall(r"(.)-.", members)
    if is_negated or "\\" in members or any(map(str.isalpha, ranges)):
        yield _ANY
    else:
        yield from sorted({_kept(char) for char in (*singles, *ranges)})
    yield ""


def _kept(char: str) -> str:
    if _MARKS.match(char):
        return ""
    return char if char.isalpha() else char + _ANY  # a line with figures or such marks fits
