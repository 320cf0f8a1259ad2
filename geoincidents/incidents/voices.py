"""Voices: who says a claim, and which of its figures, one voice per claimant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geoincidents.model import NARRATOR, SpeakerRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geoincidents.model import Claim, Measure, Report, Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A claimant's part of a claim: all of it, or only the figures it gave."""

    claim: Claim
    speaker: Speaker
    measures: tuple[Measure, ...]


def voices(claim: Claim, reports: Mapping[str, Report]) -> Iterator[Voice]:
    """Yield who says a claim: its speaker, then the others, then who gave single figures."""
    said = [replace_narrator(s, reports[claim.report_id]) for s in _speakers(claim)]
    keys = {s.key for s in said}
    own = tuple(m for m in claim.measures if m.said_by is None or m.said_by.key in keys)
    for speaker in said:
        mine = tuple(m for m in own if m.said_by is None or m.said_by.key == speaker.key)
        yield Voice(claim=claim, speaker=speaker, measures=mine)
    others = {m.said_by.key: m.said_by for m in claim.measures if m.said_by is not None}
    for key, speaker in others.items():
        if key not in keys:
            figures = tuple(m for m in claim.measures if m.said_by and m.said_by.key == key)
            yield Voice(claim=claim, speaker=speaker, measures=figures)


def _speakers(claim: Claim) -> list[Speaker]:
    unique = {s.key: s for s in reversed((claim.speaker, *claim.also_said_by))}
    return [
        unique[key] for key in dict.fromkeys(s.key for s in (claim.speaker, *claim.also_said_by))
    ]


def replace_narrator(speaker: Speaker, report: Report) -> Speaker:
    """Return the outlet in the place of "the report itself", so that outlets stay apart."""
    if speaker.role is not SpeakerRole.NARRATOR:
        return speaker
    return replace(speaker, name=report.publisher or report.doc or NARRATOR, party_id=None)
