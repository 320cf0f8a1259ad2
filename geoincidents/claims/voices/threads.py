"""Whose words plain sentences are that stand between two of one speaker's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from geoincidents.claims.drafts import Telling
from geoincidents.claims.lines import QUOTES
from geoincidents.claims.voices.frames import FrameKind
from geoincidents.model import SpeakerRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.claims.drafts import Draft
    from geoincidents.claims.scenes import Scene
    from geoincidents.claims.voices.frames import Frame
    from geoincidents.model import Speaker

_FEW = 3  # plain sentences: more are the report's own story
_ANSWERS = frozenset({FrameKind.ACCUSE, FrameKind.DENY})
_REASON = "credited as the sentences around it"
_AFTER = "credited by the sentence behind it"
_GIVEN = frozenset({"report", "announce", "inform", "say", "state", "confirm", "tell", "note"})
_THIS = frozenset({"this", "it", "that"})
_WHAT = frozenset({("this", "is", "what"), ("that", "is", "what"), ("this", "was", "what")})
_TO_WHOM = frozenset({"to", "in", "during", "at", "on", "when", "while", ".", ","})
_TAIL = 7  # words behind "reported" that say no more than to whom and when
_TOLD = frozenset({SpeakerRole.STATE, SpeakerRole.OFFICIAL, SpeakerRole.OUTLET, SpeakerRole.BODY})
_EVENTS = ("event_verb", "event_noun", "filter_negation", "that_time")


class Voice(NamedTuple):
    """A speaker of the sentences `lo` and `hi`, and of a paragraph's plain ones between."""

    speakers: tuple[Speaker, ...]
    lo: int
    hi: int
    paragraph: int


class Thread:
    """Follows who speaks from sentence to sentence."""

    def __init__(self) -> None:
        self._last: Voice | None = None

    def see(self, frames: Sequence[Frame], number: int, paragraph: int) -> Voice | None:
        """Take in a sentence; return who spoke before and after the plain ones before it."""
        if not frames:
            return None
        before, first, last = self._last, frames[0].speakers, frames[-1].speakers
        charges = any(f.kind in _ANSWERS for f in frames)  # about what was told, not told by him
        self._last = Voice(last, number, number, paragraph)
        if before is None or before.speakers[0].key != first[0].key:
            return None
        if charges or not 0 < number - before.lo - 1 <= _FEW:
            return None
        return Voice(first, before.lo, number, paragraph)


def credit(drafts: list[Draft], voice: Voice) -> None:
    """Credit the plain drafts between a speaker's sentences to him, in place.

    Only the last drafts are looked at: a report may have thousands.
    """
    for i in range(len(drafts) - 1, -1, -1):
        draft = drafts[i]
        if draft.number <= voice.lo:
            return
        is_plain = draft.speakers[0].role is SpeakerRole.NARRATOR and not draft.is_title
        inside = draft.number < voice.hi and draft.telling is Telling.ASSERTION
        if is_plain and inside and draft.sentence.paragraph == voice.paragraph:
            reasons = (*draft.reasons, _REASON)
            drafts[i] = replace(draft, speakers=voice.speakers, reasons=reasons)


def afterword(scene: Scene) -> tuple[Speaker, ...]:
    """Return who told what stands before: "The border service reported." says no more."""
    line, frames = scene.line, scene.speech.frames
    others = [f for f in frames[1:] if not line.at("say_according", f.lo)]
    frame = frames[0] if frames and not others else None  # "..., citing a source"
    mark = line.at("say_verb", frame.lo) if frame else None
    if frame is None or mark is None or frame.speakers[0].role not in _TOLD:
        return ()
    if mark.key in _GIVEN and _is_about_before(scene, frame):
        return frame.speakers
    size = len(line.tokens)
    words = {line.low(i) for i in range(frame.hi, size)}
    more = words & ({"that", ":"} | QUOTES) or any(line.has(c, 0, size) for c in _EVENTS)
    if more or mark.key not in _GIVEN or frame.kind is not FrameKind.SAY:
        return ()
    lo, hi = frame.region
    if lo > frame.hi:  # "This was announced by the border service."
        return frame.speakers if line.low(0) in _THIS and frame.lo - 1 <= 1 else ()
    is_whole = lo <= 1 and hi <= frame.lo and size - frame.hi <= _TAIL
    return frame.speakers if is_whole and hi > lo else ()


def _is_about_before(scene: Scene, frame: Frame) -> bool:
    """Return whether "This is what he told X" or "He told this to X" points back."""
    line = scene.line
    opens = tuple(line.low(i) for i in range(3)) in _WHAT
    return opens or (line.low(frame.hi) == "this" and line.low(frame.hi + 1) in _TO_WHOM)


def credit_before(drafts: list[Draft], speaking: tuple[Speaker, ...], at: tuple[int, int]) -> None:
    """Credit the report's own sentence in front of `at`, its number and paragraph, in place."""
    number, paragraph = at
    for i in range(len(drafts) - 1, -1, -1):
        draft = drafts[i]
        if draft.number < number - 1:
            return
        is_plain = draft.speakers[0].role is SpeakerRole.NARRATOR and not draft.is_title
        if is_plain and draft.sentence.paragraph == paragraph:
            reasons = (*draft.reasons, _AFTER)
            drafts[i] = replace(draft, speakers=speaking, reasons=reasons)
