"""Whose words they are: what drivers report, he said; what locals told; what came after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from geoincidents.claims.lines import QUOTES
from geoincidents.claims.voices import speakers, subjects
from geoincidents.claims.voices.regions import Region
from geoincidents.model import SpeakerRole

if TYPE_CHECKING:
    from geoincidents.claims.lines import Line, Mark
    from geoincidents.claims.voices.subjects import Finder
    from geoincidents.model import Speaker

_CITING = frozenset({"citing", "quoting"})
_CITED = frozenset({"quoted", "quotes", "quote", "cited", "cites", "cite"}) | _CITING
_ISSUED = 5  # words between "issued" and "statement"
_QUOTED = 14  # words between "quoted" and "as saying" that name who is quoted
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


class Quoted(NamedTuple):
    """Who is quoted by whom else: the beginning of a frame."""

    speakers: tuple[Speaker, ...]
    lo: int
    hi: int
    region: tuple[int, int]
    content: tuple[tuple[int, int], ...]


def quoted(finder: Finder, mark: Mark) -> Quoted | None:
    """Return whom another quotes ("X quoted Y as saying that", "Y was quoted as saying")."""
    line = finder.line
    region = _region_quoted(finder, mark)
    if region is None:
        return None
    speaking = speakers.resolve(Region(line, finder.groups, *region), finder.context)
    size = len(line.tokens)
    content = (mark.hi, size)
    if size - mark.hi <= 1:  # '"...", the wire quoted him as saying.'
        quotes = [i for i in range(region[0]) if line.low(i) in QUOTES]
        content = (0, quotes[-1] if quotes else region[0])
    return Quoted(speaking, mark.lo, mark.hi, region, (content,)) if speaking else None


def _region_quoted(finder: Finder, mark: Mark) -> tuple[int, int] | None:
    line = finder.line
    if line.low(mark.lo - 1) != "as" or not line.low(mark.lo).endswith("ing"):
        return None
    lo = max(0, mark.lo - _QUOTED)
    at = next((i for i in range(mark.lo - 2, lo - 1, -1) if line.low(i) in _CITED), None)
    if at is None:
        return None
    if line.low(at - 1) not in finder.grammar.passive_auxiliaries:
        return (at + 1, mark.lo - 1)
    found = subjects.before(finder, mark._replace(lo=at, hi=at + 1))
    return found if found[0] < found[1] else None


def issued(finder: Finder, mark: Mark) -> Quoted | None:
    """Return who issued what a colon leads to ("the army issued the following statement: ...")."""
    line = finder.line
    verb = next((i for i in range(mark.lo - 1, mark.lo - _ISSUED, -1) if _issues(line, i)), None)
    if verb is None or line.low(mark.hi) != ":":
        return None
    region = subjects.before(finder, mark._replace(lo=verb, hi=verb + 1))
    if region[0] >= region[1]:
        return None
    speaking = speakers.resolve(Region(line, finder.groups, *region), finder.context)
    content = ((mark.hi, len(line.tokens)),)
    return Quoted(speaking, verb, mark.hi, region, content) if speaking else None


def _issues(line: Line, index: int) -> bool:
    return line.low(index) in {"issued", "released", "made", "published", "posted", "spread"}


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
