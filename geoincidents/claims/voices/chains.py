"""Whose words they are: what drivers report, he said; what locals told; what came after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents.claims.lines import QUOTES
from geoincidents.claims.voices import speakers
from geoincidents.claims.voices.regions import Region
from geoincidents.model import SpeakerRole

if TYPE_CHECKING:
    from geoincidents.claims.lines import Line, Mark
    from geoincidents.claims.voices.subjects import Finder
    from geoincidents.model import Speaker

_CITING = frozenset({"citing", "quoting"})
_OCCASION = 9  # words behind "after" that hold a subject and its verb


def passed_on(
    finder: Finder, mark: Mark, lo: int, speaking: tuple[Speaker, ...]
) -> tuple[Speaker, ...]:
    """Return speakers with whom they pass on, or with the outlet that unnamed people told."""
    line, first = finder.line, speaking[0]
    cited = finder.before[-1] if finder.before else None
    if cited and line.low(cited.lo) in _CITING and lo < cited.lo < mark.lo:
        # "The Post, citing the ministry, says"
        return tuple(replace(s, chain=(first.name,)) for s in cited.speakers)
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


def without_occasion(
    finder: Finder, content: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    """Return a charge without what the report ties to it ("... of invasion after X fell")."""
    line, (lo, hi) = finder.line, content[-1]
    quoted = any(line.low(i) in QUOTES and i not in line.scare for i in range(lo, hi))
    after = next((i for i in range(lo + 3, hi) if line.low(i) == "after"), None)
    if after is None or quoted:
        return content
    subject = any(g.lo in {after + 1, after + 2} for g in finder.groups)
    acts = line.has("event_verb", after + 1, min(hi, after + _OCCASION))
    return (*content[:-1], (lo, after)) if subject and acts else content


def _are_nameless(line: Line, lo: int, hi: int) -> bool:
    """Return whether locals or sources speak: people whom nobody could ask."""
    people = {m.key for m in line.within("voice_people", lo, hi)}
    return line.has("voice_source", lo, hi) or bool(people & {"residents", "local_residents"})


def _ends_hearer(line: Line, index: int) -> bool:
    return line.low(index) in {",", ";", "that", "."} and not line.at("outlet", index)
