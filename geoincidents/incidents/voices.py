"""Voices: who says a claim, and which of its figures, one voice per claimant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from geoincidents.model import NARRATOR, SpeakerRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geoincidents.model import Claim, Measure, Report, Speaker


class Voice(NamedTuple):
    """A claimant's part of a claim: all of it, or only the figures it gave."""

    claim: Claim
    speaker: Speaker
    measures: tuple[Measure, ...]


def voices(claim: Claim, reports: Mapping[str, Report]) -> Iterator[Voice]:
    """Yield who says a claim: its speaker, then the others, then who gave single figures."""
    report = reports[claim.report_id]
    if not claim.also_said_by and all(m.said_by is None for m in claim.measures):
        yield Voice(claim=claim, speaker=_named(claim.speaker, report), measures=claim.measures)
        return
    said = [_named(s, report) for s in _speakers(claim)]
    given: dict[str, list[Measure]] = {}
    givers: dict[str, Speaker] = {}
    for measure in claim.measures:
        if measure.said_by is not None:
            giver = _named(measure.said_by, report)
            given.setdefault(giver.key, []).append(measure)
            givers.setdefault(giver.key, giver)
    shared = [m for m in claim.measures if m.said_by is None]
    for speaker in said:
        mine = [*shared, *given.get(speaker.key, ())]
        yield Voice(claim=claim, speaker=speaker, measures=tuple(mine))
        givers.pop(speaker.key, None)
    for key, giver in givers.items():
        yield Voice(claim=claim, speaker=giver, measures=tuple(given[key]))


def _speakers(claim: Claim) -> list[Speaker]:
    unique = {s.key: s for s in reversed((claim.speaker, *claim.also_said_by))}
    return [
        unique[key] for key in dict.fromkeys(s.key for s in (claim.speaker, *claim.also_said_by))
    ]


def _named(speaker: Speaker, report: Report) -> Speaker:
    """Return the outlet in the place of "the report itself", so that outlets stay apart."""
    if speaker.role is not SpeakerRole.NARRATOR:
        return speaker
    return replace(speaker, name=report.publisher or report.doc or NARRATOR, party_id=None)
