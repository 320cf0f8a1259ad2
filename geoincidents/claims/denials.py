"""Denials and counter-versions: a side rejects what is said of it, or tells it otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents.claims.drafts import Draft, Telling
from geoincidents.claims.parties.groups import Head, Stand
from geoincidents.claims.voices import speakers
from geoincidents.claims.voices.frames import FrameKind
from geoincidents.claims.voices.regions import NARRATION, Region
from geoincidents.claims.voices.sayings import CALLS
from geoincidents.geography import PlaceKind
from geoincidents.model import ClaimType, SpeakerRole, Where, WhereRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.claims.context import Context
    from geoincidents.claims.lines import Mark
    from geoincidents.claims.parties.groups import Group
    from geoincidents.claims.scenes import Scene
    from geoincidents.claims.voices.frames import Frame
    from geoincidents.model import Speaker

_NEVER = -99
_GOES_ON = 2  # sentences: how soon behind its denial a side tells what it did instead
_LEAD = 6  # words
_HARM = 3  # words between "knew of no" and what is not known of
_OBJECT = 2  # words between a verb of denial and its object
_BY = 2  # words between "denial" and whose it is
_WHOSE = frozenset({"by", "from", "of", "in"})
_HOMES = frozenset({PlaceKind.TOWN, PlaceKind.VILLAGE})
_ENDS = frozenset({",", ";", ".", "and", "but"})  # of what is denied
_POINTS = frozenset({"that", "this", "it", "these", "it's"})  # "that is a lie"
_ALWAYS = frozenset({"deny", "refute", "rebut", "debunk"})


def find(scene: Scene, drafts: list[Draft], number: int, context: Context) -> tuple[Draft, ...]:
    """Return the denials of a line that name no event of their own.

    Assertions in `drafts` by which a side tells what it did instead become versions,
    in place.
    """
    noted = _by_noun(scene, number, context)
    found = (
        *_denials(scene, drafts, number, context),
        *noted,
        *_charges(scene, drafts),
        *_reported(scene, drafts, context),
        *_presupposed(scene, drafts),
    )
    denying = [d.speakers[0].key for d in (*found, *drafts) if d.telling is Telling.DENIAL]
    context.denied.update(dict.fromkeys(denying, number))
    telling = {d.speakers[0].key for d in drafts}
    deniers = {k for k in telling if number - context.denied.get(k, _NEVER) <= _GOES_ON}
    for i, draft in enumerate(drafts):
        if _is_version(scene, draft, deniers):
            drafts[i] = _version(draft)
    return found


def _denials(
    scene: Scene, drafts: Sequence[Draft], number: int, context: Context
) -> Iterator[Draft]:
    named = {d.speakers[0].key for d in drafts if d.telling is Telling.DENIAL}
    for frame in scene.speech.frames:
        speaker = frame.speakers[0]
        if speaker.key in named or not _may_deny(speaker):
            continue
        if _denies(scene, frame) or _calls_false(scene, frame) or _stayed(scene, frame):
            named.add(speaker.key)
            denial = _denial(scene, (frame.lo, frame.hi), number, frame.speakers)
            yield replace(denial, where=_denied_at(scene, frame, context))


def _denied_at(scene: Scene, frame: Frame, context: Context) -> tuple[Where, ...]:
    """Return the towns of what is denied ("denied that its drones had flown over X")."""
    line, start = scene.line, frame.hi
    opens = line.low(start) == "that" or line.low(start).endswith("ing")
    if frame.kind is not FrameKind.DENY or not opens:
        return ()
    end = next((i for i in range(start, len(line.tokens)) if line.low(i) in _ENDS), start)
    lo, hi = line.span(start, end) if start < end else (0, 0)
    return tuple(
        Where(role=WhereRole.AT, passage=m.passage, place_id=m.place_id)
        for m in line.sentence.mentions
        if lo <= m.span[0] < hi
        and m.literal
        and m.place_id
        and context.gazetteer.place(m.place_id).kind in _HOMES
    )


def _denial(scene: Scene, at: tuple[int, int], number: int, speaking: tuple[Speaker, ...]) -> Draft:
    return Draft(
        telling=Telling.DENIAL,
        sentence=scene.line.sentence,
        number=number,
        type=None,
        speakers=speaking,
        position=scene.line.tokens[at[0]].start,
        reasons=(f"denial by {scene.line.words(*at)!r}",),
    )


def _by_noun(scene: Scene, number: int, context: Context) -> Iterator[Draft]:
    """Yield denials that are told as a noun ("despite denials by the North")."""
    line = scene.line
    for mark in line.marks.get("deny_noun", ()):
        whose = [
            g
            for g in scene.groups
            if g.party
            and (g.hi in {mark.lo, mark.lo - 1} or (g.lo - mark.hi <= _BY and g.prep in _WHOSE))
            and (g.hi <= mark.lo or g.lo >= mark.hi)
        ]
        if not whose or line.low(mark.lo - 1) in {"no", "without"}:
            continue
        speaking = speakers.resolve(Region(line, scene.groups, whose[0].lo, whose[0].hi), context)
        if speaking and _may_deny(speaking[0]):
            yield _denial(scene, (mark.lo, mark.hi), number, speaking)


def _charges(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the charge that a denial names ("denied that its men had crossed, as X said")."""
    denied = [d for d in drafts if d.telling is Telling.DENIAL and d.type]
    for frame in scene.speech.frames:
        is_as = scene.line.low(frame.region[0] - 1) == "as" and frame.kind is not FrameKind.DENY
        for draft in denied if is_as else ():
            if draft.speakers[0].key != frame.speakers[0].key:
                yield replace(draft, telling=Telling.ASSERTION, speakers=frame.speakers)


def _reported(scene: Scene, drafts: Sequence[Draft], context: Context) -> Iterator[Draft]:
    """Yield the charge whose noun a denial names ("called the North's report of a raid a lie")."""
    line = scene.line
    denied = [d for d in drafts if d.telling is Telling.DENIAL and d.type]
    told = {s.key for d in drafts if d.telling is Telling.ASSERTION for s in d.speakers}
    for mark in line.marks.get("deny_claim", ()) if denied else ():
        whose = next((g for g in scene.groups if g.party and _is_whose(g, mark)), None)
        region = Region(line, scene.groups, whose.lo, whose.hi) if whose else None
        speaking = speakers.resolve(region, context) if region else ()
        for draft in denied if speaking and speaking[0].key not in told else ():
            if (
                draft.speakers[0].key != speaking[0].key
                and draft.position > line.tokens[mark.lo].start
            ):
                yield _charge(draft, speaking)
        told |= {s.key for s in speaking}


def _presupposed(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the event of which a side denies only its part ("denied a role in Friday's raid")."""
    line = scene.line
    parts = [line.tokens[m.lo].start for m in line.marks.get("deny_part", ())]
    for draft in drafts:
        denied = draft.telling is Telling.DENIAL and draft.type and draft.places
        if denied and any(p < draft.position for p in parts):
            yield replace(draft, telling=Telling.ASSERTION, speakers=(NARRATION,), actor=None)


def _charge(denial: Draft, speaking: tuple[Speaker, ...]) -> Draft:
    """Return what a side is denied to have done, as the side that charges it tells it."""
    accuser, accused = speaking[0].party_id, denial.speakers[0].party_id
    actor = accused if denial.actor in {accuser, None} else denial.actor
    target = accuser if denial.target == accused == actor else denial.target
    return replace(denial, telling=Telling.ASSERTION, speakers=speaking, actor=actor, target=target)


def _is_whose(group: Group, mark: Mark) -> bool:
    """Return whether a claim is a party's ("the Northern report", "the North's report")."""
    return (
        mark.lo in {group.hi, group.hi + 1}
        or group.lo < mark.lo < group.hi
        or (group.hi == mark.hi and group.lo < mark.lo)
    )


def _stayed(scene: Scene, frame: Frame) -> bool:
    """Return whether a side says that its men stayed where they belong."""
    line, party = scene.line, frame.speakers[0].party_id
    if frame.kind is not FrameKind.SAY:
        return False
    for lo, hi in frame.content:
        for mark in line.within("deny_stayed", lo, hi):
            end = min(hi, mark.hi + _LEAD)
            own = any(
                g.head is Head.GROUND
                and (g.party == party or g.stand is Stand.OWN)
                and mark.hi <= g.lo < end
                for g in scene.groups
            )
            if own or line.has("own_ground", mark.hi, end):
                return True
    return False


def _denies(scene: Scene, frame: Frame) -> bool:
    """Return whether a verb of denial has a claim for its object, not a plan or an offer."""
    if frame.kind is not FrameKind.DENY:
        return False
    line = scene.line
    mark = line.at("deny_verb", frame.lo)
    if line.has("deny_other", frame.hi, frame.hi + _OBJECT):
        return False  # "deny backing rebels", "denied reporters entry"
    if line.low(frame.hi) in _POINTS and not line.low(frame.hi + 1)[:1].isalnum():
        return True  # "rejected that, saying ..."
    takes_up = line.low(frame.region[0] - 1) == "which"  # "..., which the North disputed"
    if takes_up or (mark and mark.key in _ALWAYS | CALLS):
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
        own = [i for i in range(lo, hi) if scene.speech.owner(i) is frame]
        nothing = next((m for i in own if (m := line.at("deny_no_such", i))), None)
        if nothing and not line.has("deny_harm", nothing.hi, nothing.hi + _HARM):
            return True  # to know of no losses denies no attack
        if not any(line.at("deny_false", i) for i in own):
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
