"""The words beside a span of a text."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, islice
from operator import sub
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from geoincidents.model import Span

REACH = 90  # characters looked at before a name; enough for six long words
_LONG = len("with")
_NEARLY_ALL = 0.85  # of a headline's long words are capitalised
_PAST_LATIN = "\u0250"
_VIETNAMESE = ("\u1e00", "\u1eff")  # and all else of Latin Extended Additional
_KEPT = 1024  # looks: the rules ask for the same words again and again
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[-–'’.]\w+)*|[^\w\s]|\n\s*\n")
# Bounded, or a wide gap would be tried in all its parts.
_SPACE = r"[^\S\n]{0,4}\n?[^\S\n]{0,4}"
_AND = r"(?<!\w)(?:and|or|nor|as\s{1,4}well\s{1,4}as)(?!\w)"
_MARK = rf"{_SPACE}(?:,{_SPACE}{_AND}|[,&–-]|{_AND}){_SPACE}(?:(?<!\w)the(?!\w){_SPACE})?"
_LIST_MARK = re.compile(_MARK)
_LAST_LIST_MARK = re.compile(rf"{_MARK}\Z")
_PLAIN_MARKS = (" and ", ", ")
_MARK_ENDS = (",", "&", "–", "-", "and", "or", "as", "the")
_WIDEST_LIST_MARK = 24  # characters in ", as well as the "


class Token(NamedTuple):
    """A word or a mark, and where it stands."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=_KEPT)
def before(text: str, start: int, *, reach: int = REACH, count: int = REACH) -> tuple[Token, ...]:
    """Return words and marks before an offset, the nearest first, within its paragraph."""
    left = max(0, start - reach)
    plain = _plain_before(text, start, left, count)
    if plain:
        ends = accumulate((len(word) + 1 for word in plain), sub, initial=start - 1)
        return tuple([Token(w, end - len(w), end) for w, end in zip(plain, ends, strict=False)])
    near = text[left:start]
    pieces = near.rsplit(None, count)
    if len(pieces) > count:
        del pieces[0]
    found: list[Token] = []
    at = len(near)
    for piece in reversed(pieces):
        behind, at = at, near.rfind(piece, 0, at)
        if near.count("\n", at + len(piece), behind) > 1 or len(found) >= count:
            break
        first, last = left + at, left + at + len(piece)
        found += (
            [Token(piece, first, last)] if piece.isalpha() else _tokens(text, first, last)[::-1]
        )
    # A word that the reach cuts is no word.
    if found and left and found[-1].start == left and text[left - 1].isalnum():
        found.pop()
    return tuple(found[:count])


def words_before(text: str, start: int, count: int) -> list[str]:
    """Return the texts of what `before` returns."""
    found = _plain_before(text, start, max(0, start - REACH), count)
    return found or [token.text for token in before(text, start, count=count)]


def _plain_before(text: str, start: int, left: int, count: int) -> list[str]:
    """Return words before an offset if all are plain ones between spaces, as mostly."""
    found: list[str] = []
    while len(found) < count:
        gap = text.rfind(" ", left, start - 1)
        word = text[gap + 1 : start - 1]
        if gap < 0 or not word.isalpha() or text[start - 1] != " ":
            return []
        found.append(word)
        start = gap + 1
    return found


def follows_small(text: str, start: int) -> bool:
    """Return whether a plain word in lower case and a space stand before an offset."""
    gap = text.rfind(" ", max(0, start - REACH), start - 1)
    word = text[gap + 1 : start - 1] if gap >= 0 or start <= REACH else ""
    return text[start - 1] == " " and word.isalpha() and word.islower()


@lru_cache(maxsize=_KEPT)
def after(text: str, end: int, count: int) -> tuple[Token, ...]:
    """Return the words and marks behind an offset, at most so many, within its paragraph."""
    gap = text.find(" ", end + 1, end + REACH)
    word = text[end + 1 : gap]
    if count == 1 and gap > 0 and word.isalpha() and text[end] == " ":
        return (Token(word, end + 1, gap),)
    found: list[Token] = []
    for match in islice(_TOKEN.finditer(text, end), count):
        if match[0].isspace():
            break
        found.append(Token(match[0], *match.span()))
    return tuple(found)


def is_list_mark(text: str, start: int, end: int) -> bool:
    """Return whether what stands between two offsets joins the members of a list."""
    return _LIST_MARK.fullmatch(text, start, end) is not None


def is_latin(letter: str) -> bool:
    """Return whether a letter is of the Latin script, with any accent."""
    return letter < _PAST_LATIN or _VIETNAMESE[0] <= letter <= _VIETNAMESE[1]


def list_mark_end(text: str, end: int) -> int | None:
    """Return where the comma or "and" behind a name ends, None if its list does."""
    found = _LIST_MARK.match(text, end)
    return found.end() if found else None


def list_mark_start(text: str, start: int) -> int | None:
    """Return where the comma or "and" before a name begins, None if its list does."""
    for mark in _PLAIN_MARKS:
        if text.endswith(mark, 0, start) and text[start - len(mark) - 1].isalnum():
            return start - len(mark)
    left = max(0, start - _WIDEST_LIST_MARK)
    tail = text[left:start]
    found = _LAST_LIST_MARK.search(tail) if tail.rstrip().endswith(_MARK_ENDS) else None
    return left + found.start() if found else None


@lru_cache(maxsize=_KEPT)
def is_headline(text: str, span: Span) -> bool:
    """Return whether nearly all long words of the line around a span are capitalised."""
    window = 150
    cut = max(0, span[0] - window)
    left = max(text.rfind("\n", cut, span[0]) + 1, cut)
    right = text.find("\n", span[1], span[1] + window)
    right = right if right >= 0 else span[1] + window
    # A headline starts with a capital and ends without a full stop.
    if text[right - 1 : right] == ".":
        return False
    line = text[left:right]
    if (line[:1].islower() and (left > cut or not cut)) or line.rstrip().endswith("."):
        return False
    return _is_capitalised(line)


def _is_capitalised(line: str) -> bool:
    few = 3  # two capitalised words are a name, not a headline
    most = (len(line) + 1) / (_LONG + 1)
    enough = (1 - _NEARLY_ALL) * most
    capitals = others = 0
    for word in line.split():
        if len(word) >= _LONG and word[0].isalpha():
            if word[0].isupper():
                capitals += 1
            else:
                others += 1
                if others > enough:
                    return False  # the line cannot hold enough of the others
    total = capitals + others
    return total >= few and capitals >= _NEARLY_ALL * total


def is_sentence_start(text: str, start: int) -> bool:
    """Return whether a sentence, a quotation or an item of a list begins at an offset."""
    previous = text[max(0, start - 4) : start].rstrip(" \t\"'“”‘(")
    return not previous or previous[-1] in ".!?:\n–—-•*"


def _tokens(text: str, left: int, right: int) -> list[Token]:
    return [Token(m.group(), *m.span()) for m in _TOKEN.finditer(text, left, right)]
