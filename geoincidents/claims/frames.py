"""Speech frames: which part of a sentence is said, charged or denied by whom."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from geoincidents.claims import speakers
from geoincidents.claims.groups import Head
from geoincidents.claims.lines import QUOTES, STOPS, Mark
from geoincidents.claims.speakers import Region

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.claims.context import Context
    from geoincidents.claims.grammar import Grammar
    from geoincidents.claims.groups import Group
    from geoincidents.claims.lines import Line
    from geoincidents.model import Speaker

_POSSESSIVES = frozenset({"'s", "’s"})
_NEVER_INVERTED = frozenset({"tell", "inform"})
_IN_NAMES = frozenset({"-", "al", "de", "von", "van", "bin", "ibn", "da", "der"})
_DASHES = frozenset("-–—")
_FAR = 40  # words: a speaker is not looked for farther away


class FrameKind(StrEnum):
    """What a speaker does with the words of a frame."""

    SAY = "say"
    ACCUSE = "accuse"
    DENY = "deny"


class Frame(NamedTuple):
    """Who says the words of `content`, as (lo, hi) tokens; `lo` to `hi` is the verb."""

    kind: FrameKind
    speakers: tuple[Speaker, ...]
    lo: int
    hi: int
    region: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    mutual: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Return the tokens of speaker and verb."""
        if self.region[0] == self.region[1]:
            return self.lo, self.hi
        return min(self.lo, self.region[0]), max(self.hi, self.region[1])

    @property
    def is_aside(self) -> bool:
        """Return whether what is said goes on behind the frame ("X, he said, Y")."""
        lo = min(self.region[0], self.lo)
        before = any(c[1] <= lo for c in self.content)
        return before and any(c[1] - c[0] > 2 for c in self.content if c[0] >= self.hi)  # noqa: PLR2004 - more than a full stop


class Speech:
    """The frames of a line, and who owns each of its words."""

    def __init__(self, line: Line, frames: Sequence[Frame], carried: Speaker | None) -> None:
        self.frames = tuple(frames)
        self.carried = carried
        self._words = {
            i
            for f in frames
            for lo, hi in ((f.lo, self._tail(line, f)), f.region)
            for i in range(lo, hi)
        }
        self._owners: list[Frame | None] = [None] * len(line.tokens)
        for frame in frames:
            for lo, hi in frame.content:
                for i in range(lo, min(hi, len(self._owners))):
                    if lo >= frame.hi or self._owners[i] is None:
                        self._owners[i] = frame

    def owner(self, index: int) -> Frame | None:
        """Return the frame that a token is said in, None where the report speaks."""
        return self._owners[index]

    def is_frame_word(self, index: int) -> bool:
        """Return whether a token is part of "the ministry said" rather than of what is said."""
        return index in self._words

    def _tail(self, line: Line, frame: Frame) -> int:
        """Return where the words behind a verb of saying end ("told a crowd in the square")."""
        end = frame.hi
        if any(c[0] <= end < c[1] for c in frame.content):
            return end
        while end < len(line.tokens) and line.low(end) not in {",", ";", "."} | QUOTES:
            end += 1
        return end


def find(
    line: Line, groups: Sequence[Group], grammar: Grammar, context: Context
) -> tuple[Frame, ...]:
    """Return the frames of a line, in the order of their verbs."""
    found: list[Frame] = []
    for kind, mark in _verbs(line, grammar):
        frame = _frame(_Finder(line, groups, grammar, context, found), kind, mark)
        if frame:
            found.append(frame)
    return tuple(found)


def _verbs(line: Line, grammar: Grammar) -> list[tuple[FrameKind | None, Mark]]:
    marks: list[tuple[FrameKind | None, Mark]] = []
    for category, kind in (
        ("say_verb", FrameKind.SAY),
        ("accuse_verb", FrameKind.ACCUSE),
        ("deny_verb", FrameKind.DENY),
    ):
        marks += [(kind, m) for m in line.marks.get(category, ()) if _is_verb(line, grammar, m)]
    marks += [(None, m) for m in line.marks.get("say_according", ())]
    return sorted(marks, key=lambda pair: pair[1])


def _is_verb(line: Line, grammar: Grammar, mark: Mark) -> bool:
    before, word = line.low(mark.lo - 1), line.low(mark.lo)
    is_name = mark.lo > 0 and line.tokens[mark.lo].text[:1].isupper()
    if is_name and not line.sentence.in_title and not word.endswith("ing"):
        return False
    if any(line.at(c, mark.lo - 1) for c in ("say_verb", "accuse_verb", "deny_verb")):
        return False  # "denied reports"
    if before in grammar.determiners - {"that", "all", "both"} or before in _POSSESSIVES:
        return False
    if line.at("adjective", mark.lo - 1) and not line.at("head_people", mark.lo - 1):
        return line.tokens[mark.lo - 1].low.endswith("s")
    is_verb = word.endswith(("ed", "ing"))
    is_noun = before in grammar.prepositions or (line.low(mark.hi) == "of" and not is_verb)
    return not is_noun or word.endswith("ing")


class _Finder(NamedTuple):
    line: Line
    groups: Sequence[Group]
    grammar: Grammar
    context: Context
    before: Sequence[Frame]


def _frame(finder: _Finder, kind: FrameKind | None, mark: Mark) -> Frame | None:
    if kind is None:
        return _according(finder, mark)
    line = finder.line
    lo, hi = _left(finder, mark)
    inverted = False
    speaking = _speaking(finder, mark, lo, hi)
    if not speaking and lo == hi:
        speaking = _shared(finder, mark)
    inverts = kind is FrameKind.SAY and mark.key not in _NEVER_INVERTED
    if not speaking and inverts and _may_invert(line, mark):
        lo, hi = _right(finder, mark.hi)
        if lo < hi and line.low(lo) not in finder.grammar.prepositions | {"that"}:
            speaking = speakers.resolve(Region(line, finder.groups, lo, hi), finder.context)
        inverted = bool(speaking)
    if not speaking:
        return None
    content = _content(finder, mark, (lo, hi), inverted=inverted)
    mutual = kind is FrameKind.ACCUSE and line.has(
        "pronoun_both", lo, min(mark.hi + 4, len(line.tokens))
    )
    if mutual:
        speaking = _both(finder, lo, hi) or speaking
    return Frame(kind, speaking, mark.lo, mark.hi, (lo, hi), content, mutual)


def _speaking(finder: _Finder, mark: Mark, lo: int, hi: int) -> tuple[Speaker, ...]:
    """Return who is named in front of a verb, or by "in CAPITAL" behind it."""
    if lo == hi:
        return ()
    line, groups = finder.line, finder.groups
    whose = any(g.party for g in groups if lo <= g.lo < hi)
    if not whose and line.has("head_office", lo, hi):
        seat = next((g for g in groups if 0 < g.lo - mark.hi < 3 and g.prep == "in"), None)  # noqa: PLR2004 - "said in"
        if seat and line.at("capital", seat.named):
            found = speakers.resolve(Region(line, groups, seat.lo, seat.hi), finder.context)
            if found:
                return found
    return speakers.resolve(Region(line, groups, lo, hi), finder.context)


def _both(finder: _Finder, lo: int, hi: int) -> tuple[Speaker, ...]:
    """Return the two sides that blame each other."""
    parts = [g for g in finder.groups if lo <= g.lo < hi and g.party]
    regions = [Region(finder.line, finder.groups, g.lo, g.hi) for g in parts]
    found = [s for r in regions for s in speakers.resolve(r, finder.context)]
    return tuple({s.key: s for s in found}.values())


# --- where the speaker stands --------------------------------------------------


def _left(finder: _Finder, mark: Mark) -> tuple[int, int]:
    """Return the words in front of a verb that name its subject; empty where none do."""
    line, grammar = finder.line, finder.grammar
    hi = mark.lo
    while hi > 0 and (
        line.low(hi - 1) in grammar.auxiliaries or line.low(hi - 1) in grammar.adverbs
    ):
        hi -= 1
    if hi > 1 and line.low(hi - 1) in grammar.relatives - {"that"}:
        hi -= 2 if line.low(hi - 2) == "," else 1
    if line.low(mark.lo).endswith("ing") and line.low(mark.lo - 1) == ",":
        return mark.lo, mark.lo  # "..., saying": the subject stands before the comma's verb
    hi = _before_aside(finder, hi)
    lo, comma = _before_dashes(line, hi), hi
    if line.low(hi - 1) in grammar.prepositions or line.low(hi - 1) in grammar.subordinators:
        return hi, hi
    while lo > 0 and hi - lo < _FAR:
        word = line.low(lo - 1)
        if word == ",":
            if not _is_aside(finder, lo, comma, hi):
                break
            comma = lo - 1
        elif _ends_subject(finder, lo - 1, hi):
            break
        lo -= 1
    while lo < hi and line.low(lo) in {",", "-"}:
        lo += 1
    return lo, hi


def _before_aside(finder: _Finder, hi: int) -> int:
    """Return the end of a subject: a comma with "for its part" or "who ..." before it aside."""
    line, grammar = finder.line, finder.grammar
    leads = grammar.prepositions | grammar.adverbs | grammar.relatives
    for _ in range(2):
        if line.low(hi - 1) != ",":
            return hi
        start = hi - 1
        while start > 0 and hi - start < _FAR and line.low(start - 1) != ",":
            start -= 1
        if start == 0:
            return hi  # "..., said": a whole clause stands before the comma
        has_verb = _has_verb(finder, start, hi - 1)
        if _names_somebody(finder, start, hi - 1) and not has_verb:
            return hi - 1
        is_apposed = line.low(start) in {"a", "an", "the"} and not has_verb
        if line.low(start) not in leads and not is_apposed:
            return hi
        hi = start
    return hi


def _before_dashes(line: Line, hi: int) -> int:
    """Return the token in front of an aside between dashes that ends at a token."""
    if line.low(hi - 1) == ")":
        i = hi - 2
        while i > 0 and hi - i < _FAR and line.low(i) != "(":
            i -= 1
        return i if line.low(i) == "(" else hi
    if line.low(hi - 1) not in _DASHES:
        return hi
    i = hi - 2
    while i > 0 and line.low(i) in _DASHES:
        i -= 1
    while i > 0 and hi - i < _FAR and line.low(i) not in _DASHES:
        i -= 1
    while i > 0 and line.low(i - 1) in _DASHES:
        i -= 1
    return i if i > 0 else hi


def _ends_subject(finder: _Finder, index: int, hi: int) -> bool:
    line, grammar = finder.line, finder.grammar
    word = line.low(index)
    if word in QUOTES or word in STOPS:
        return True
    if word in grammar.conjunctions:
        return not (word == "and" and _joins(finder, index))
    if word in grammar.subordinators and word not in {"before", "since", "after"}:
        return True
    if line.tokens[index].text[:1].isupper() and index > 0:
        return False
    if any(line.at(c, index) for c in ("say_verb", "accuse_verb", "deny_verb")):
        return index + 1 == hi or line.low(index - 1) not in grammar.determiners
    if word in grammar.auxiliaries and word not in _POSSESSIVES:
        return True
    return (
        line.at("event_verb", index) is not None
        and not line.at("event_noun", index)
        and word.endswith("ed")
    )


def _joins(finder: _Finder, index: int) -> bool:
    """Return whether "and" stands between two parties or within a name."""
    ends = {g.hi for g in finder.groups}
    starts = {g.lo for g in finder.groups}
    line = finder.line
    capital = (
        line.tokens[index - 1].text[:1].isupper() and line.tokens[index + 1].text[:1].isupper()
    )
    voices = ("voice_people", "voice_official", "voice_body", "head_office")
    spoken = any(line.at(c, index - 1) for c in voices) and any(
        line.at(c, i) for c in voices for i in range(index + 1, index + 4)
    )
    return spoken or (index in ends and index + 1 in starts) or (capital and index not in ends)


def _is_aside(finder: _Finder, lo: int, comma: int, hi: int) -> bool:
    """Return whether a comma parts a speaker from his office, and not a clause from another."""
    line = finder.line
    segment = (lo, comma)
    if lo == hi:  # ", who said" or ", said": the comma closes an aside
        return line.low(hi) != "" and not any(
            line.at(c, hi) for c in ("say_verb", "accuse_verb", "deny_verb")
        )
    start = lo - 1
    while (
        start > 0
        and line.low(start - 1) not in {",", ";", ":"}
        and line.low(start - 1) not in QUOTES
    ):
        start -= 1
    if _has_verb(finder, start, lo - 1) or _has_verb(finder, *segment):
        return False
    roles = (
        "head_office",
        "voice_official",
        "person",
        "office",
        "organ",
        "voice_people",
        "voice_body",
    )
    return (
        any(line.has(c, start, lo - 1) or line.has(c, *segment) for c in roles)
        and (
            line.tokens[lo].text[:1].isupper()
            or line.low(lo) in finder.grammar.determiners
            or any(line.has(c, *segment) for c in roles)
        )
        and _names_somebody(finder, start, lo - 1)
    )


def _names_somebody(finder: _Finder, lo: int, hi: int) -> bool:
    line = finder.line
    roles = (
        "head_office",
        "voice_official",
        "person",
        "office",
        "organ",
        "voice_people",
        "voice_body",
    )
    if any(line.has(c, lo, hi) for c in roles):
        return line.low(lo) not in finder.grammar.prepositions
    named = all(t.text[:1].isupper() or t.low in _IN_NAMES for t in line.tokens[lo:hi])
    return named and hi - lo > 1


def _has_verb(finder: _Finder, lo: int, hi: int) -> bool:
    line, grammar = finder.line, finder.grammar
    for i in range(lo, hi):
        if line.low(i) in grammar.auxiliaries and line.low(i) not in _POSSESSIVES:
            return True
        if (
            line.at("event_verb", i)
            and not line.at("event_noun", i)
            and not line.at("head_office", i)
        ):
            return True
        if line.at("say_verb", i) and line.low(i).endswith(("ed", "ing")):
            return True
    return False


def _may_invert(line: Line, mark: Mark) -> bool:
    before = line.low(mark.lo - 1)
    return before in QUOTES or before in {",", "", "—", "–"} or mark.lo == 0


def _right(finder: _Finder, start: int) -> tuple[int, int]:
    """Return the words behind a verb that name its subject ("said the mayor, ...")."""
    line, grammar = finder.line, finder.grammar
    hi = start
    while hi < len(line.tokens):
        word = line.low(hi)
        if word in QUOTES or word in STOPS or word == ".":
            break
        if word == ",":
            end = hi + 1
            while (
                end < len(line.tokens)
                and line.low(end) not in {",", "."}
                and line.low(end) not in QUOTES
            ):
                end += 1
            roles = ("head_office", "voice_official", "office", "voice_body")
            named = any(line.has(c, hi + 1, end) for c in roles)
            if not named or _has_verb(finder, hi + 1, end):
                break
        if hi > start and (word in grammar.auxiliaries - _POSSESSIVES or word in grammar.relatives):
            break
        hi += 1
    return start, hi


def _shared(finder: _Finder, mark: Mark) -> tuple[Speaker, ...]:
    """Return the speaker of a verb without a subject of its own ("..., saying that")."""
    line = finder.line
    if finder.before:
        return finder.before[-1].speakers
    if not (
        line.low(mark.lo).endswith("ing") or line.low(mark.lo - 1) in finder.grammar.conjunctions
    ):
        return ()
    hi = 0
    while hi < mark.lo and not _has_verb(finder, hi, hi + 1):
        hi += 1
    subject = [g for g in finder.groups if g.lo < hi and not g.prep and g.head is not Head.EVENT]
    if not subject:
        return ()
    region = Region(line, finder.groups, subject[0].lo, hi)
    return speakers.resolve(region, finder.context)


def _according(finder: _Finder, mark: Mark) -> Frame | None:
    line, grammar = finder.line, finder.grammar
    lo, hi = _right(finder, mark.hi)
    for i in range(lo + 1, hi):
        if (
            line.low(i) in {"the", "a"}
            and line.low(i - 1) not in grammar.prepositions
            and line.low(i - 1) not in {",", "and"}
        ):
            hi = i
            break
    speaking = speakers.resolve(Region(line, finder.groups, lo, hi), finder.context)
    if not speaking:
        return None
    starts_line = mark.lo == 0 or line.low(mark.lo - 1) in QUOTES
    following = ((hi, len(line.tokens)),)
    clause = _clause_start(finder, mark.lo)
    content = (
        following
        if starts_line
        else ((clause, mark.lo), *(following if hi - lo and line.low(hi) == "," else ()))
    )
    return Frame(FrameKind.SAY, speaking, mark.lo, mark.hi, (lo, hi), content)


# --- what is said --------------------------------------------------------------


def _content(
    finder: _Finder, mark: Mark, region: tuple[int, int], *, inverted: bool
) -> tuple[tuple[int, int], ...]:
    line = finder.line
    end = len(line.tokens)
    if inverted:
        after = region[1]
        return (
            (_clause_start(finder, mark.lo), mark.lo),
            *(((after, end),) if after < end else ()),
        )
    if region[0] == region[1]:
        return ((mark.hi, end),)
    first = region[0]
    stop = mark.hi
    while (
        stop < end
        and line.low(stop) not in {",", ";"}
        and line.low(stop) not in QUOTES
        and not (line.low(stop) == "." and stop == end - 1)
    ):
        stop += 1
    opens = line.low(first - 1) in {",", "—", "–"} or line.low(first - 1) in QUOTES
    is_aside = (
        opens and first > 1 and not _tells(finder, mark.hi, stop) and line.low(mark.hi) != "that"
    )
    if not is_aside:
        return ((mark.hi, end),)
    left = (_clause_start(finder, first), first)
    if stop < end and _goes_on(finder, stop):
        return (left, (stop, end))
    return (left,)


def _tells(finder: _Finder, lo: int, hi: int) -> bool:
    """Return whether words hold an event or a clause of their own."""
    line = finder.line
    return any(line.has(c, lo, hi) for c in ("event_verb", "event_noun")) or line.low(lo) in {
        "that",
        ":",
    }


def _goes_on(finder: _Finder, stop: int) -> bool:
    """Return whether what is said goes on behind "..., he said, ..."."""
    following = finder.line.low(stop + 1)
    if following in QUOTES:
        following = finder.line.low(stop + 2)
    return following not in finder.grammar.subordinators | {"and"}


def _clause_start(finder: _Finder, index: int) -> int:
    """Return where the clause begins that ends in front of a token."""
    line = finder.line
    i = index
    while i > 0:
        if line.low(i - 1) == ";":
            return i
        if line.low(i - 1) in {"but", "while", "whereas"} and line.low(i - 2) == ",":
            return i
        i -= 1
    return 0
