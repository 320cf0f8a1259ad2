"""Text with offsets that never move: masking, folding, paragraphs and sentences."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from geoincidents.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.model import Report, Span

UNREAD = frozenset({BlockKind.FURNITURE, BlockKind.HEADER})
_UNBROKEN = re.compile(r"[^\n\r]")

# --- folding -----------------------------------------------------------------

_NON_ASCII = re.compile(r"[^\x00-\x7f]+")
_PLAIN = {
    **dict.fromkeys("‐‑‒–—―−﹘﹣－⁃֊", "-"),
    **dict.fromkeys("‘’‚‛′ʹʻʼʽʾʿˈ՚＇`´", "'"),
    **dict.fromkeys("“”„‟″«»〝〞＂", '"'),
    **dict.fromkeys("ıİ", "i"),  # NFD takes the dot off neither; casefold lengthens the second
    **dict.fromkeys("øØ", "o"),
    **dict.fromkeys("łŁ", "l"),
    **dict.fromkeys("đĐðÐ", "d"),
    **dict.fromkeys("ħĦ", "h"),
    **dict.fromkeys("əƏ", "e"),
    **dict.fromkeys("\u0085\u2028\u2029", "\n"),
}


class _Folds(dict[int, str]):
    """The fold of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(char: str) -> str:
    # Until nothing changes, or forms folded twice would differ from texts.
    while (folded := _folded_once(char)) != char:
        char = folded
    return char


def _folded_once(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    if unicodedata.category(char) == "Zs":
        return " "
    is_wide = "！" <= char <= "～"  # full-width forms of ASCII
    base = unicodedata.normalize("NFKD", char) if is_wide else unicodedata.normalize("NFD", char)
    lowered = base[0].lower()
    return lowered if len(lowered) == 1 else char


_FOLDS = _Folds()
_ASCII = bytes(range(128))
_FEW = 24  # different characters beyond ASCII, as a text in Latin letters has


def fold(text: str) -> str:
    """Return text without case, diacritics and variants of marks, one character for one.

    Hyphens and dashes become "-", apostrophes "'", double quotes '"', spaces of every
    width " ". Folding twice changes nothing.
    """
    if text.isascii():
        return text.lower()
    beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    found = set(beyond.decode("utf-8", "surrogatepass"))
    if len(found) <= _FEW:
        for char in found:
            text = text.replace(char, _FOLDS[ord(char)])  # by far faster than a table
    else:
        text = _NON_ASCII.sub(lambda run: run[0].translate(_FOLDS), text)
    # `lower` is one for one on what is left: ASCII, and characters that are lower already.
    return text.lower()


# The rules ask for the same few thousand words again and again.
fold_word = lru_cache(maxsize=1 << 15)(fold)


# --- spaces ------------------------------------------------------------------


@lru_cache(maxsize=2)  # asked again of the text just asked about
def is_plain(text: str) -> bool:
    """Return whether nothing but single spaces and line breaks parts the words of a text.

    So it is in most texts, and what makes it so need not be looked for.
    """
    return (
        "  " not in text
        and " \n" not in text
        and "\n " not in text
        and text.strip(" ") == text
        and text.replace("\n", "").isprintable()
    )


# --- masking -----------------------------------------------------------------


def masked(report: Report) -> str:
    """Return a report's text with what is not the report blanked, every offset kept."""
    pieces, at = [], 0
    for block in report.blocks:
        if block.kind in UNREAD:
            start, end = block.span
            pieces += [report.text[at:start], _UNBROKEN.sub(" ", report.text[start:end])]
            at = end
    return "".join([*pieces, report.text[at:]]) if pieces else report.text


# --- paragraphs --------------------------------------------------------------

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*+(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|$)")
_BULLET = re.compile(r"(?:[•*·▪◦‣●■►➤✓–—-]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_CLOSED = re.compile(r"[.!?:;…։؟۔।。！？።]['\"’”»)\]]*+$")
MOST_HEADING_WORDS = 10
LONGEST_HEADING = 70
HEADING_SHARE = 0.75  # of the next line's length: lines wrapped at a width are about equal


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the spans of the paragraphs, without surrounding space, in order.

    An empty line ends a paragraph. So does a single line break after a line that ends
    like a sentence or looks like a heading, or before a bullet; lines that were wrapped
    at a width stay together.
    """
    spans: list[Span] = []
    start = -1  # of the paragraph that is still open
    lines = list(_stripped_lines(text))
    for (left, right), following in zip(lines, [*lines[1:], (len(text), len(text))], strict=True):
        if left == right:
            continue
        is_first = start < 0
        start = left if is_first else start
        after = text[slice(*following)]
        if not after or _ends(text[left:right], after, is_first=is_first):
            spans.append((start, right))
            start = -1
    return tuple(spans)


def paragraph_of(spans: Sequence[Span], offset: int) -> int:
    """Return the index of the paragraph at or before an offset, -1 before the first."""
    return bisect_right(spans, offset, key=lambda span: span[0]) - 1


def _stripped_lines(text: str) -> Iterator[Span]:
    for line in _LINE.finditer(text):
        words = line[0]
        left = line.start() + len(words) - len(words.lstrip())
        yield (left, line.start() + len(words.rstrip())) if words.strip() else (left, left)


def _ends(line: str, following: str, *, is_first: bool) -> bool:
    """Return whether a paragraph ends with a line that another follows at once."""
    if _BULLET.match(following):
        return True
    tail = line[-24:]
    if _CLOSED.search(tail):
        return not _is_abbreviated(line, following)
    is_short = len(line) <= min(LONGEST_HEADING, HEADING_SHARE * len(following))
    if not (is_first and is_short and len(line.split()) <= MOST_HEADING_WORDS):
        return False
    first = _OPENERS.match(following).end()  # type: ignore[union-attr]  # matches nothing too
    return not following[first : first + 1].islower() and line[-1] not in ",-–—&/"


def _is_abbreviated(line: str, following: str) -> bool:
    stop = _STOP.search(line, max(0, len(line) - 24))
    return (
        stop is not None
        and stop.end() == len(line)
        and not _is_end(f"{line} {following[:40]}", stop)
    )


# --- sentences ---------------------------------------------------------------

# Possessive: a run of marks is read once, whatever follows, so bait stays linear.
_STOP = re.compile(r"[.!?…։؟۔।。！？።]++['\"’”»)\]]*+")
_OPENERS = re.compile(r"[\s'\"‘“„«‚(\[•*·▪–—-]*+")
_TOKEN = re.compile(r"[^\s()\[\]\"'“”‘’«»/,;–—-]*$")
_WORD = re.compile(r"[^\W\d_]+")


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UNSPACED = frozenset("。！？")
_ALWAYS_OPEN = _set_of(
    "mr mrs ms messrs dr prof gen lt col maj capt cpt sgt cpl pvt brig adm cmdr cdr cmd comdr "
    "pres sen rep gov hon rev fr st ste mt ft sq approx est vs viz e.g i.e cf al "
    "mssr amb min.gen supt insp det ald atty hr"
)
_OPEN_BEFORE_FIGURES = _set_of(
    "no nos nr art sec fig figs vol p pp ch para paras jan feb mar apr jun jul aug sep sept oct "
    "nov dec mon tue tues wed thu thur thurs fri sat sun ca c v res km m"
)
_HOURS = frozenset({"a.m", "p.m"})
_DAY_WORDS = _set_of(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december "
    "gmt utc est edt cet cest eet local"
)
# After "U.S." and its like a capital may go on with the name; these words begin anew.
_BEGINNERS = _set_of(
    "the a an this that these those he she it they we you i his her its their our in on at by for "
    "from with without after before during since until while when where as if although though "
    "but and or so yet however meanwhile moreover earlier later both all some many most no not "
    "there here what who how why according last next one two three several"
)


def sentences(text: str) -> tuple[Span, ...]:
    """Return the spans of the sentences, without surrounding space, in order.

    No sentence crosses a paragraph. Abbreviations, initials and decimals do not end
    one; a closing quotation mark belongs to the sentence it closes.
    """
    spans: list[Span] = []
    for left, right in paragraphs(text):
        start = left
        for stop in _STOP.finditer(text, left, right):
            if stop.end() < right and _is_end(text, stop):
                spans.append((start, stop.end()))
                start = _start(text, stop.end(), right)
        if start < right:
            spans.append((start, right))
    return tuple(spans)


def _start(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _is_end(text: str, stop: re.Match[str]) -> bool:
    """Return whether a mark ends a sentence, by the token before and the word after."""
    at = stop.end()
    if at < len(text) and not text[at].isspace():
        return stop[0][-1] in _UNSPACED or _is_glued(text, stop)
    opened = _OPENERS.match(text, at)
    first = text[opened.end() : opened.end() + 1] if opened else ""
    if not first or not (first.isalnum()) or first.islower():
        return False
    marks = stop[0].rstrip("'\"’”»)]")
    if marks == ".":
        return not _goes_on(text, stop, opened.end() if opened else at)
    is_set_off = stop.start() == 0 or text[stop.start() - 1].isspace()
    return not (is_set_off and set(marks) <= set(".…"))


def _is_glued(text: str, stop: re.Match[str]) -> bool:
    """Return whether a page lost the space behind a full stop ("he said.Troops had ...")."""
    before = _TOKEN.search(text, max(0, stop.start() - 24), stop.start())
    word, after = before[0] if before else "", _WORD.match(text, stop.end())
    following = after[0] if after else ""
    is_long = len(word) > 2 and word.isalpha()  # noqa: PLR2004 - "p.m.", "U.S."
    if stop[0] != "." or not is_long or not following[:1].isupper():
        return False
    is_apart = text[stop.end() + len(following) : stop.end() + len(following) + 1] == " "
    opens = following.lower() in _BEGINNERS
    is_word = len(following) > 3 and following[1:].islower()  # noqa: PLR2004 - no ".Com"
    return is_apart and (opens or (word.islower() and is_word))


def _goes_on(text: str, stop: re.Match[str], after: int) -> bool:
    """Return whether a full stop only shortens the word before it."""
    start = max(0, stop.start() - 24)
    token = _TOKEN.search(text, start, stop.start())
    before = token[0] if token else ""
    lowered, following = before.lower(), text[after : after + 24]
    word = _WORD.match(following)
    next_word = word[0].lower() if word else ""
    if lowered in _ALWAYS_OPEN:
        return True
    if lowered in _OPEN_BEFORE_FIGURES:
        return following[:1].isdigit()
    if lowered in _HOURS:
        return next_word in _DAY_WORDS
    is_initial = len(before) == 1 and before.isupper()
    parts = before.split(".")
    # "U.S", "Ph.D", "Maj.Gen", but not a web address.
    is_dotted = len(parts) > 1 and all(p.isalpha() and len(p) <= 3 for p in parts)  # noqa: PLR2004
    is_dotted = is_dotted and before[0].isupper()
    return (is_initial or is_dotted) and next_word not in _BEGINNERS
