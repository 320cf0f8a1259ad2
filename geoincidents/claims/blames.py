"""Blame: a sentence that only says who did what was told just before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents.claims.drafts import Draft, Telling
from geoincidents.claims.parties.actors import AGAINST
from geoincidents.claims.voices.frames import FrameKind
from geoincidents.model import UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.claims.scenes import Scene

_JUST = 2  # sentences between an attack and who is blamed for it


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
