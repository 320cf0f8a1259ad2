"""Speech frames: which part of a sentence is said, charged or denied by whom."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from geoincidents.claims.lines import QUOTES, STOPS, Mark
from geoincidents.claims.parties.groups import Head
from geoincidents.claims.voices import answering, chains, leading, sayings, speakers, subjects
from geoincidents.claims.voices.regions import Region
from geoincidents.claims.voices.subjects import Finder
from geoincidents.model import SpeakerRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.claims.context import Context
    from geoincidents.claims.grammar import Grammar
    from geoincidents.claims.lines import Line
    from geoincidents.claims.parties.groups import Group
    from geoincidents.model import Speaker

_TRADED = frozenset({"trade_accusations", "exchange_accusations", "trade_blame"})
_BY = frozenset({"by", "from", "of"})
_OPENS = 2  # words in front of whose telling opens a sentence
_CLAIM_REACH = 4  # words between "claim" and whose it is
_GO_ON = frozenset({"before", "after", "when", "as"})  # "X, he said, before Y" is all his
_CLEFTS = frozenset({("it", "was"), ("it", "is")})
_SHOWN = 12  # words between pictures and the verb of what they show
_NEVER_INVERTED = frozenset({"tell", "inform"})


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
    overrides: bool = False  # takes over what another frame before was given

    @property
    def span(self) -> tuple[int, int]:
        """Return the tokens of speaker and verb."""
        between = any(self.hi <= c[0] < c[1] <= self.region[0] for c in self.content)
        if self.region[0] == self.region[1] or between:  # "Denying ..., the North ..."
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
                    if lo >= frame.hi or frame.overrides or self._owners[i] is None:
                        self._owners[i] = frame

    def owner(self, index: int) -> Frame | None:
        """Return the frame that a token is said in, None where the report speaks."""
        return self._owners[index]

    def is_frame_word(self, index: int) -> bool:
        """Return whether a token is part of "the ministry said" rather than of what is said."""
        return index in self._words

    def _tail(self, line: Line, frame: Frame) -> int:
        """Return where the words behind a verb of saying end ("told a crowd in the square")."""
        if any(c[0] == frame.hi < c[1] for c in frame.content):
            return frame.hi
        end = max(frame.hi, frame.region[1]) if frame.region[0] >= frame.hi else frame.hi
        if any(c[0] <= end < c[1] for c in frame.content):
            return end
        while end < len(line.tokens) and line.low(end) not in {",", ";", ".", ":"} | QUOTES:
            end += 1
        return end


def find(
    line: Line, groups: Sequence[Group], grammar: Grammar, context: Context
) -> tuple[Frame, ...]:
    """Return the frames of a line, in the order of their verbs."""
    found: list[Frame] = []
    headline = _headline(Finder(line, groups, grammar, context, found))
    if headline:
        found.append(headline)
    for kind, mark in _verbs(line, grammar):
        frame = _frame(Finder(line, groups, grammar, context, found), kind, mark)
        if frame:
            found.append(frame)
    finder = Finder(line, groups, grammar, context, tuple(found))
    nouns = (*line.marks.get("deny_claim", ()), *line.marks.get("say_statement", ()))
    for mark in (*line.marks.get("say_telling", ()), *nouns):
        issued = chains.issued(finder, mark)
        claimed = _claimed(finder, mark) or _told_by(finder, mark)
        claimed = claimed or (Frame(FrameKind.SAY, *issued) if issued else None)
        if claimed:
            found.append(claimed)
            break
    return tuple(found)


def _verbs(line: Line, grammar: Grammar) -> list[tuple[FrameKind | None, Mark]]:
    marks: list[tuple[FrameKind | None, Mark]] = []
    for category, kind in (
        ("say_verb", FrameKind.SAY),
        ("accuse_verb", FrameKind.ACCUSE),
        ("deny_verb", FrameKind.DENY),
        ("show_verb", FrameKind.SAY),
    ):
        marks += [
            (kind, m) for m in line.marks.get(category, ()) if sayings.is_verb(line, grammar, m)
        ]
    marks += [(None, m) for m in line.marks.get("say_according", ())]
    return sorted(marks, key=lambda pair: pair[1])


def _frame(finder: Finder, kind: FrameKind | None, mark: Mark) -> Frame | None:
    if kind is None:
        return _according(finder, mark)
    is_call = kind is FrameKind.DENY and mark.key in sayings.CALLS
    if is_call and not sayings.calls_false(finder.line, mark):
        return None
    if _is_reported(finder, mark):
        return _reported(finder, kind, mark)
    if quoted := chains.quoted(finder, mark):
        return Frame(kind, *quoted)
    led = leading.find(finder, mark)
    return _led(finder, kind, mark, led) if led else _told(finder, kind, mark)


def _led(finder: Finder, kind: FrameKind, mark: Mark, led: tuple[int, int]) -> Frame | None:
    """Return the frame of who denies or charges in a sentence's opening words."""
    speaking = speakers.resolve(Region(finder.line, finder.groups, *led), finder.context)
    if kind is FrameKind.DENY:
        speaking = answering.denier(finder, mark, led) or speaking
    content = ((mark.hi, led[0] - 1),)
    return Frame(kind, speaking, mark.lo, mark.hi, led, content) if speaking else None


def _told(finder: Finder, kind: FrameKind, mark: Mark) -> Frame | None:
    """Return the frame of a verb behind or in front of its subject."""
    line, offices = finder.line, frozenset(finder.context.offices)
    lo, hi = subjects.before(finder, mark)
    if line.at("show_verb", mark.lo):
        return _shown(finder, mark, (lo, hi))
    speaking = _speaking(finder, mark, lo, hi) or (_shared(finder, mark) if lo == hi else ())
    inverted = False
    inverts = kind is FrameKind.SAY and mark.key not in _NEVER_INVERTED
    if not speaking and inverts and _may_invert(line, mark):
        (lo, hi), speaking = _inverted(finder, mark)
        inverted = bool(speaking)
    if not speaking or (mark.key == "object_to" and not answering.complains(finder, speaking[0])):
        return None
    content = _content(finder, mark, (lo, hi), inverted=inverted)
    speaking = chains.passed_on(finder, mark, lo, speaking)
    speaking = answering.charger(finder, (lo, hi), speaking, offices)
    if kind is not FrameKind.ACCUSE:
        speaking = (
            answering.denier(finder, mark, (lo, hi), is_said=kind is FrameKind.SAY) or speaking
        )
    both = line.has("pronoun_both", lo, min(mark.hi + 4, len(line.tokens)))
    mutual = kind is FrameKind.ACCUSE and (both or mark.key in _TRADED)
    if kind is FrameKind.ACCUSE and not inverted:
        content = chains.without_occasion(finder, content)
    if mutual:
        speaking = _both(finder, lo, hi) or speaking
    return Frame(kind, speaking, mark.lo, mark.hi, (lo, hi), content, mutual)


def _inverted(finder: Finder, mark: Mark) -> tuple[tuple[int, int], tuple[Speaker, ...]]:
    """Return who is named behind a verb ("said the mayor")."""
    lo, hi = subjects.behind(finder, mark.hi)
    if lo >= hi or finder.line.low(lo) in finder.grammar.prepositions | {"that"}:
        return (lo, hi), ()
    region = Region(finder.line, finder.groups, lo, hi)
    return (lo, hi), speakers.resolve(region, finder.context)


def _shown(finder: Finder, mark: Mark, region: tuple[int, int]) -> Frame | None:
    """Return the frame of whose pictures show something ("a video from the army shows")."""
    line, hi = finder.line, region[1]
    pictures = line.within("say_footage", max(0, mark.lo - _SHOWN), mark.lo)
    if not pictures or any(line.low(i) in STOPS for i in range(pictures[-1].hi, mark.lo)):
        return None
    lo, start = min(region[0], pictures[-1].lo), pictures[-1].hi
    by = next((i for i in range(start, hi) if line.low(i) in _BY), None)
    whose = (lo, pictures[-1].lo) if by is None else (by + 1, hi)
    if whose[0] >= whose[1]:
        return None
    speaking = speakers.resolve(Region(line, finder.groups, *whose), finder.context)
    if not speaking or speaking[0].role is SpeakerRole.PERSON:
        return None
    end = len(line.tokens)
    if not any(line.has(c, mark.hi, end) for c in ("event_verb", "event_noun")):
        return None
    return Frame(FrameKind.SAY, speaking, mark.lo, mark.hi, (lo, hi), ((mark.hi, end),))


def _is_reported(finder: Finder, mark: Mark) -> bool:
    """Return whether a verb of saying is passive: "was reported by ..."."""
    line = finder.line
    is_passive = line.low(mark.lo - 1) in finder.grammar.passive_auxiliaries
    return (is_passive or sayings.is_short(line, mark)) and sayings.by(line, mark) > 0


def _reported(finder: Finder, kind: FrameKind, mark: Mark) -> Frame | None:
    lo, hi = subjects.behind(finder, sayings.by(finder.line, mark) + 1)
    speaking = speakers.resolve(Region(finder.line, finder.groups, lo, hi), finder.context)
    if not speaking:
        return None
    short = sayings.is_short(finder.line, mark)
    content = ((mark.lo - 1 if short else subjects.clause_start(finder, mark.lo), mark.lo),)
    if finder.line.low(hi) == "that":  # "it was reported by ... that ..."
        content = ((hi, len(finder.line.tokens)),)
    return Frame(kind, speaking, mark.lo, mark.hi, (lo, hi), content)


def _claimed(finder: Finder, mark: Mark) -> Frame | None:
    """Return the frame of "a claim by the North that ...", as in another's denial."""
    line, groups = finder.line, finder.groups
    by = next((g for g in groups if 0 <= g.lo - mark.hi <= _CLAIM_REACH and g.prep in _BY), None)
    whose = by or next((g for g in groups if g.hi in {mark.lo, mark.lo - 1} and g.possessive), None)
    denial = next((f for f in finder.before if f.kind is FrameKind.DENY and f.hi <= mark.lo), None)
    if whose is None:
        return None
    start = max(mark.hi, whose.hi)
    if "that" not in {line.low(i) for i in range(start, start + 2)}:
        return None
    region = Region(line, groups, whose.lo, whose.hi)
    speaking = speakers.resolve(region, finder.context)
    if not speaking or (denial and speaking[0].key == denial.speakers[0].key):
        return None
    content = ((start, answering.claim_end(line, start)),)
    return Frame(FrameKind.SAY, speaking, mark.lo, mark.hi, (whose.lo, whose.hi), content)


def _told_by(finder: Finder, mark: Mark) -> Frame | None:
    """Return the frame of "in the North's telling, ..."."""
    line, groups = finder.line, finder.groups
    whose = next((g for g in groups if g.hi in {mark.lo, mark.lo - 1} and g.possessive), None)
    if whose is None or whose.prep != "in" or not line.at("say_telling", mark.lo):
        return None
    speaking = speakers.resolve(Region(line, groups, whose.lo, whose.hi), finder.context)
    at_start = whose.lo <= _OPENS
    content = (mark.hi, len(line.tokens)) if at_start else (0, whose.lo)
    at = (whose.lo, whose.hi)
    return Frame(FrameKind.SAY, speaking, mark.lo, mark.hi, at, (content,)) if speaking else None


def _headline(finder: Finder) -> Frame | None:
    """Return the frame of a headline that opens with its speaker ("North: ...")."""
    line = finder.line
    group = finder.groups[0] if finder.groups else None
    if not line.sentence.in_title or group is None or group.lo or line.low(group.hi) != ":":
        return None
    speaking = speakers.resolve(Region(line, finder.groups, 0, group.hi), finder.context)
    content = ((group.hi + 1, len(line.tokens)),)
    at = (0, group.hi)
    return Frame(FrameKind.SAY, speaking, group.hi, group.hi + 1, at, content) if speaking else None


def _speaking(finder: Finder, mark: Mark, lo: int, hi: int) -> tuple[Speaker, ...]:
    """Return who is named in front of a verb, or by "in CAPITAL" behind it."""
    if lo == hi:
        return ()
    line, groups = finder.line, finder.groups
    whose = any(g.party for g in groups if lo <= g.lo < hi)
    heard = next((g for g in groups if 0 <= g.lo - mark.hi <= 1), None)
    if not whose and heard and heard.party and line.has("home_audience", heard.lo, heard.hi):
        # A premier who tells his parliament speaks for that state.
        return speakers.resolve(Region(line, groups, heard.lo, heard.hi), finder.context)
    if not whose and line.has("head_office", lo, hi):
        seat = next((g for g in groups if 0 < g.lo - mark.hi < 3 and g.prep == "in"), None)  # noqa: PLR2004 - "said in"
        if seat and line.at("capital", seat.named):
            found = speakers.resolve(Region(line, groups, seat.lo, seat.hi), finder.context)
            if found:
                return found
    lo, hi = answering.issuer(finder, lo, hi)  # "the army issued a statement saying"
    return speakers.resolve(Region(line, groups, lo, hi), finder.context)


def _both(finder: Finder, lo: int, hi: int) -> tuple[Speaker, ...]:
    """Return the two sides that blame each other."""
    parts = [g for g in finder.groups if lo <= g.lo < hi and g.party]
    regions = [Region(finder.line, finder.groups, g.lo, g.hi) for g in parts]
    found = [s for r in regions for s in speakers.resolve(r, finder.context)]
    return tuple({s.key: s for s in found}.values())


def _may_invert(line: Line, mark: Mark) -> bool:
    before = line.low(mark.lo - 1)
    return before in QUOTES or before in {",", "", "—", "–"} or mark.lo == 0


def _shared(finder: Finder, mark: Mark) -> tuple[Speaker, ...]:
    """Return the speaker of a verb without a subject of its own ("..., saying that")."""
    line = finder.line
    if finder.before:
        return finder.before[-1].speakers
    if not (
        line.low(mark.lo).endswith("ing") or line.low(mark.lo - 1) in finder.grammar.conjunctions
    ):
        return ()
    hi = 0
    while hi < mark.lo and not subjects.has_verb(finder, hi, hi + 1):
        hi += 1
    subject = [g for g in finder.groups if g.lo < hi and not g.prep and g.head is not Head.EVENT]
    if not subject:
        return ()
    region = Region(line, finder.groups, subject[0].lo, hi)
    return speakers.resolve(region, finder.context)


def _according(finder: Finder, mark: Mark) -> Frame | None:
    line, grammar = finder.line, finder.grammar
    lo, hi = subjects.behind(finder, mark.hi)
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
    if line.low(mark.lo).endswith("ing") and finder.before and mark.hi - mark.lo == 1:
        return _cited(finder, mark, (lo, hi), speaking)
    starts_line = mark.lo == 0 or line.low(mark.lo - 1) in QUOTES
    hi = subjects.with_apposition(line, hi)
    following = ((hi, len(line.tokens)),)
    clause = subjects.clause_start(finder, mark.lo)
    content = (
        following
        if starts_line
        else ((clause, mark.lo), *(following if hi - lo and line.low(hi) == "," else ()))
    )
    return Frame(FrameKind.SAY, speaking, mark.lo, mark.hi, (lo, hi), content)


def _cited(
    finder: Finder, mark: Mark, region: tuple[int, int], speaking: tuple[Speaker, ...]
) -> Frame:
    """Return the frame of whom a speaker cites: what that speaker said is the cited one's."""
    passed_on = finder.before[-1]
    chain = (passed_on.speakers[0].name,)
    cited = tuple(replace(s, chain=chain) for s in speaking)
    return Frame(FrameKind.SAY, cited, mark.lo, mark.hi, region, passed_on.content, overrides=True)


def _content(
    finder: Finder, mark: Mark, region: tuple[int, int], *, inverted: bool
) -> tuple[tuple[int, int], ...]:
    line = finder.line
    end = len(line.tokens)
    if inverted:
        after = region[1]
        return (
            (subjects.clause_start(finder, mark.lo), mark.lo),
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
        opens
        and first > 1
        and not _tells(finder, mark.hi, stop)
        and not _opens_clause(line, mark.hi)
    )
    if not is_aside:
        return ((mark.hi, end),)
    is_last = not finder.before and stop >= end - 1  # "A; B, she said."
    left = (0 if is_last else subjects.clause_start(finder, first), first)
    if stop < end and _goes_on(finder, stop, left[0], first):
        return (left, (stop, end))
    return (left,)


def _tells(finder: Finder, lo: int, hi: int) -> bool:
    """Return whether words hold an event or a clause of their own."""
    line = finder.line
    marks = (m for c in ("event_verb", "event_noun") for m in line.within(c, lo, hi))
    # "in a note to Bar Sulen": a name is no verb
    told = any(
        line.tokens[m.lo].text[:1].islower() and not line.at("say_statement", m.lo) for m in marks
    )
    return told or line.low(lo) == ":" or _opens_clause(line, lo)


def _opens_clause(line: Line, index: int) -> bool:
    """Return whether "that" leads to what is said, and to no time ("said that evening")."""
    return line.low(index) == "that" and line.at("that_time", index) is None


def _goes_on(finder: Finder, stop: int, start: int, first: int) -> bool:
    """Return whether what is said goes on behind "..., he said, ..."."""
    line = finder.line
    following = line.low(stop + 1)
    if following in QUOTES:
        return True
    if (
        following == "that"
    ):  # "It was the North, he said, that ..."; "drivers report, he said, that"
        frames = finder.before
        is_passed_on = bool(frames) and frames[-1].hi == first - 1
        return is_passed_on or (line.low(start), line.low(start + 1)) in _CLEFTS
    return following not in finder.grammar.subordinators - _GO_ON
