"""Blame: a sentence that only says who did what was told just before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents.claims.drafts import Draft, Telling
from geoincidents.claims.parties.actors import AGAINST
from geoincidents.claims.voices.frames import FrameKind
from geoincidents.model import UNDATED, Speaker, SpeakerRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.claims.context import Context
    from geoincidents.claims.lines import Line, Mark
    from geoincidents.claims.scenes import Scene
    from geoincidents.claims.voices.frames import Frame

_JUST = 2  # sentences between an attack and who is blamed for it
_AGENT = 3  # words between "started by" and whom
_NEAR = 9  # words between "each side" and its verb
_OTHER = 5  # words between "accused" and "the other"
_BOTH = frozenset({"each", "both", "either"})
_OTHERS = frozenset({("the", "other"), ("each", "other"), ("one", "another")})


def find(scene: Scene, told: Sequence[Draft], number: int) -> Iterator[Draft]:
    """Yield the event told last once more, by who blames a party for it ("He blamed X.").

    `told` are the drafts of the sentences before; the blaming one tells no event itself.
    """
    last = told[-1] if told else None
    if last is None or number - last.number > _JUST or last.type not in AGAINST:
        return
    if last.telling is not Telling.ASSERTION or last.actor is not None or last.is_mutual:
        return
    for frame in scene.speech.frames:
        mark = scene.line.at("accuse_verb", frame.lo)
        if frame.kind is not FrameKind.ACCUSE or frame.mutual or not mark or mark.key != "blame":
            continue
        accused = [g for g in scene.groups if g.party and frame.hi <= g.lo and g.prep in {"", "on"}]
        parties = {g.party for g in accused}
        if len(parties) == 1 and not parties & {s.party_id for s in frame.speakers}:
            yield replace(
                last,
                sentence=scene.line.sentence,
                number=number,
                speakers=frame.speakers,
                actor=accused[0].party,
                where=(),
                when=UNDATED,
                measures=(),
                is_anaphoric=True,
                needs_event=True,
                position=scene.line.tokens[frame.lo].start,
                reasons=("blamed for the event before",),
            )
            return


def begun(
    scene: Scene, drafts: Sequence[Draft], told: Sequence[Draft], number: int
) -> Iterator[Draft]:
    """Yield the event told last by who says that the other side began it ("fired first")."""
    line, last = scene.line, told[-1] if told else None
    if last is None or number - last.number > _JUST or last.type not in AGAINST or last.is_blame:
        return
    telling = {d.speakers[0].key for d in drafts}
    for mark in line.marks.get("blame_first", ()):
        frame = scene.speech.owner(mark.lo)
        before = [g for g in scene.groups if g.party and g.hi <= mark.lo]
        began = [g for g in before if not g.prep or g.hi == mark.lo]  # "led to X firing first"
        if frame is None or frame.kind is FrameKind.DENY or not began:
            continue
        accused, accuser = began[-1].party, frame.speakers[0]
        inside = any(lo <= began[-1].lo < hi for lo, hi in frame.content)
        is_other = accuser.role is SpeakerRole.STATE and accused != accuser.party_id
        if inside and is_other and accuser.key not in telling:
            telling.add(accuser.key)
            yield _once_more(scene, last, number, frame, mark, accused)


def started(scene: Scene, drafts: list[Draft]) -> None:
    """Give what "was started by the North" its doer, in place, where one side says so."""
    line = scene.line
    for mark in line.marks.get("blame_by", ()):
        frame = scene.speech.owner(mark.lo)
        near = [g for g in scene.groups if mark.hi <= g.lo <= mark.hi + _AGENT and g.party]
        if frame is None or frame.kind is FrameKind.DENY or not near:
            continue
        for i, draft in enumerate(drafts):
            own = draft.speakers[0].key == frame.speakers[0].key and not draft.is_blame
            if own and draft.actor is None and draft.position < line.tokens[mark.lo].start:
                other = draft.target if draft.target != near[0].party else None
                drafts[i] = replace(draft, actor=near[0].party, target=other, is_mutual=False)


def _once_more(  # noqa: PLR0913, PLR0917 - what a draft of blame is made of
    scene: Scene, last: Draft, number: int, frame: Frame, mark: Mark, accused: str | None
) -> Draft:
    return replace(
        last,
        telling=Telling.ASSERTION,
        sentence=scene.line.sentence,
        number=number,
        speakers=frame.speakers,
        actor=accused,
        target=frame.speakers[0].party_id,
        where=(),
        when=UNDATED,
        measures=(),
        is_anaphoric=True,
        needs_event=True,
        position=scene.line.tokens[mark.lo].start,
        reasons=("said to have begun the event before",),
    )


def by_both(
    scene: Scene, drafts: list[Draft], told: list[Draft], number: int, context: Context
) -> None:
    """Credit an event to both sides where each blames the other for it, in place.

    `drafts` are those of the sentence itself, `told` those before. The report's own words
    become theirs; what others told stays, and both are added to it.
    """
    speaking = _blamers(scene, context)
    found = drafts or told[-1:]
    last = found[-1] if found else None
    if not speaking or last is None or number - last.number > _JUST:
        return
    if last.is_title and not drafts:  # "blamed each other for the conflict" is of no headline
        return
    if last.telling is not Telling.ASSERTION or last.type not in AGAINST or last.is_blame:
        return
    blamed = replace(last, speakers=speaking, actor=None, target=None, is_blame=True)
    if last.speakers[0].role is SpeakerRole.NARRATOR:
        (drafts or told)[-1] = blamed
    else:
        drafts.append(replace(blamed, where=(), when=UNDATED, measures=(), needs_event=True))


def _blamers(scene: Scene, context: Context) -> tuple[Speaker, ...]:
    """Return the two sides of which each says that the other did it."""
    line = scene.line
    frames = [f for f in scene.speech.frames if f.mutual and len(f.speakers) > 1]
    if frames:
        return frames[0].speakers
    marks = (*line.marks.get("accuse_verb", ()), *line.marks.get("say_verb", ()))
    if len(context.sides) < 2 or not any(_is_of_both(line, m) for m in marks):  # noqa: PLR2004 - two sides
        return ()
    parties = [context.gazetteer.party(p) for p in context.sides]
    return tuple(Speaker(name=p.name, role=SpeakerRole.STATE, party_id=p.id) for p in parties)


def _is_of_both(line: Line, mark: Mark) -> bool:
    """Return whether each side accuses, or says it of, "the other"."""
    before = {line.low(i) for i in range(max(0, mark.lo - _NEAR), mark.lo)}
    behind = range(mark.hi, mark.hi + _OTHER)
    other = any((line.low(i), line.low(i + 1)) in _OTHERS for i in behind)
    is_both = bool(before & _BOTH) or line.has("pronoun_both", mark.lo - _NEAR, mark.lo)
    is_charge = line.at("accuse_verb", mark.lo) or line.has("blame_first", mark.hi, mark.hi + _NEAR)
    return other and is_both and bool(is_charge)
