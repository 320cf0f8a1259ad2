"""Words that are passed on: what drivers report, he said; what locals told a paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents.claims.voices import speakers
from geoincidents.claims.voices.speakers import Region
from geoincidents.model import SpeakerRole

if TYPE_CHECKING:
    from geoincidents.claims.lines import Line, Mark
    from geoincidents.claims.voices.subjects import Finder
    from geoincidents.model import Speaker


def passed_on(
    finder: Finder, mark: Mark, lo: int, speaking: tuple[Speaker, ...]
) -> tuple[Speaker, ...]:
    """Return speakers with whom they pass on, or with the outlet that unnamed people told."""
    line, first = finder.line, speaking[0]
    earlier = finder.before[-1] if finder.before else None
    is_apart = earlier is not None and earlier.speakers[0].key != first.key and lo < mark.lo
    if earlier and is_apart and line.low(lo - 1) == "," and earlier.hi == lo - 1:
        # "drivers report, he said,"
        chain = (earlier.speakers[0].name,)
        return tuple(replace(s, chain=chain) for s in speaking)
    if mark.key != "tell" or not _are_nameless(line, lo, mark.lo):
        return speaking
    end = next((i for i in range(mark.hi, len(line.tokens)) if _ends_hearer(line, i)), mark.hi)
    if not any(line.has(c, mark.hi, end) for c in ("outlet", "voice_media")):
        return speaking
    told = speakers.resolve(Region(line, finder.groups, mark.hi, end), finder.context)
    told = tuple(s for s in told if s.role is SpeakerRole.OUTLET)
    if told and line.has("voice_source", lo, mark.lo):  # nobody but the outlet vouches for them
        return tuple(replace(s, chain=(first.name,)) for s in told)
    return (*speaking, *told)


def _are_nameless(line: Line, lo: int, hi: int) -> bool:
    """Return whether locals or sources speak: people whom nobody could ask."""
    people = {m.key for m in line.within("voice_people", lo, hi)}
    return line.has("voice_source", lo, hi) or bool(people & {"residents", "local_residents"})


def _ends_hearer(line: Line, index: int) -> bool:
    return line.low(index) in {",", ";", "that", "."} and not line.at("outlet", index)
