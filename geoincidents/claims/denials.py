"""Denials and counter-versions: a side rejects what is said of it, or tells it otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents.claims.drafts import Draft, Telling
from geoincidents.claims.frames import CALLS, FrameKind
from geoincidents.model import ClaimType, SpeakerRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.claims.context import Context
    from geoincidents.claims.frames import Frame
    from geoincidents.claims.scenes import Scene
    from geoincidents.model import Speaker

_LEAD = 6  # words
_POINTS = frozenset({"that", "this", "it", "these", "it's"})  # "that is a lie"
_ALWAYS = frozenset({"deny", "refute", "rebut", "debunk"})


def find(scene: Scene, drafts: list[Draft], number: int, context: Context) -> tuple[Draft, ...]:
    """Return the denials of a line that name no event of their own.

    Assertions in `drafts` by which a side tells what it did instead become versions,
    in place.
    """
    del context
    found = tuple(_denials(scene, drafts, number))
    deniers = {d.speakers[0].key for d in (*found, *drafts) if d.telling is Telling.DENIAL}
    for i, draft in enumerate(drafts):
        if _is_version(scene, draft, deniers):
            drafts[i] = _version(draft)
    return found


def _denials(scene: Scene, drafts: Sequence[Draft], number: int) -> Iterator[Draft]:
    named = {d.speakers[0].key for d in drafts if d.telling is Telling.DENIAL}
    for frame in scene.speech.frames:
        speaker = frame.speakers[0]
        if speaker.key in named or not _may_deny(speaker):
            continue
        if _denies(scene, frame) or _calls_false(scene, frame):
            named.add(speaker.key)
            yield Draft(
                telling=Telling.DENIAL,
                sentence=scene.line.sentence,
                number=number,
                type=None,
                speakers=frame.speakers,
                position=scene.line.tokens[frame.lo].start,
                reasons=(f"denial by {scene.line.words(frame.lo, frame.hi)!r}",),
            )


def _denies(scene: Scene, frame: Frame) -> bool:
    """Return whether a verb of denial has a claim for its object, not a plan or an offer."""
    if frame.kind is not FrameKind.DENY:
        return False
    line = scene.line
    mark = line.at("deny_verb", frame.lo)
    if mark and mark.key in _ALWAYS:
        return True
    if mark and mark.key in CALLS:
        return True
    lead = line.has("deny_charge", max(0, frame.lo - _LEAD), frame.lo)  # "a claim that X disputed"
    return lead or any(
        line.has(c, lo, hi) for lo, hi in frame.content for c in ("deny_claim", "pronoun_it")
    )


def _may_deny(speaker: Speaker) -> bool:
    return (
        speaker.role in {SpeakerRole.STATE, SpeakerRole.OFFICIAL} and speaker.party_id is not None
    )


def _calls_false(scene: Scene, frame: Frame) -> bool:
    """Return whether what is said is that a report is false, or that there was nothing."""
    line = scene.line
    for lo, hi in frame.content:
        if line.has("deny_no_such", lo, hi):
            return True
        if not line.has("deny_false", lo, hi):
            continue
        if line.has("deny_claim", 0, len(line.tokens)) or _POINTS & {
            line.low(i) for i in range(lo, min(hi, lo + 3))
        }:
            return True
    return False


def _is_version(scene: Scene, draft: Draft, deniers: set[str]) -> bool:
    """Return whether a side tells of its own men on its own ground, in answer to a charge."""
    speaker = draft.speakers[0]
    if draft.telling is not Telling.ASSERTION or draft.type is not ClaimType.DEPLOYMENT:
        return False
    if speaker.role is not SpeakerRole.STATE or draft.actor not in {speaker.party_id, None}:
        return False
    line = scene.line
    return (
        speaker.key in deniers
        or line.has("own_ground", 0, len(line.tokens))
        or line.has("deny_charge", 0, len(line.tokens))
    )


def _version(draft: Draft) -> Draft:
    return replace(
        draft,
        telling=Telling.VERSION,
        actor=draft.actor or draft.speakers[0].party_id,
        reasons=(*draft.reasons, "told of own ground in answer to a charge"),
    )
