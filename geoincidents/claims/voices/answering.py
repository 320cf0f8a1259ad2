"""Which side answers where an office denies that is named without its side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims.parties.groups import Head
from geoincidents.claims.scenes import CASUALTIES
from geoincidents.claims.voices import speakers
from geoincidents.claims.voices.regions import Region, state
from geoincidents.model import SpeakerRole

if TYPE_CHECKING:
    from geoincidents.claims.lines import Line, Mark
    from geoincidents.claims.parties.groups import Group
    from geoincidents.claims.voices.subjects import Finder
    from geoincidents.model import Speaker

_BY = frozenset({"by", "from", "of"})
_PAPER = 3  # words of "a statement"
_ISSUING = frozenset({Head.OFFICE, Head.PERSON, Head.STATE, Head.FORCE, Head.ORGAN})
_VERDICT = 6  # words between "is" and "false"
_IS = frozenset({"is", "are", "was", "were", "does", "do", "did"})
_ISSUED = ("ed", "out", "gave", "sent", "spread", "put", "made")
_HIT = 5  # words between men and what befell them
_WHOSE = 2  # words between a claim and whose it is


def denier(
    finder: Finder, mark: Mark, region: tuple[int, int], *, is_said: bool = False
) -> tuple[Speaker, ...]:
    """Return the side that is denied to have acted, or the one that did not make the claim.

    `mark` is the verb of denial; where `is_said`, a verb by which a claim is called false.
    Empty where the words of `region` name a side or no office.
    """
    line, groups, context = finder.line, finder.groups, finder.context
    named = any(g.party for g in groups if region[0] <= g.lo < region[1])
    if named or not line.has("head_office", *region):
        return ()
    if is_said and not line.marks.get("deny_false"):
        return ()
    whose = _whose(finder, 0 if is_said else mark.hi)
    other = context.other(whose) if whose else None
    if other:
        return (state(Region(line, groups, *region), other, region, context),)
    accused = [g for g in groups if mark.hi <= g.lo and g.party and not g.prep]
    if whose or is_said or not accused:
        return ()
    return speakers.resolve(Region(line, groups, accused[0].lo, accused[0].hi), context)


def charger(
    finder: Finder, region: tuple[int, int], speaking: tuple[Speaker, ...], offices: frozenset[str]
) -> tuple[Speaker, ...]:
    """Return the other side where a ministry of nobody knows whom tells of one side's men.

    `offices` are those told of before: where no office of its name is among them the side
    that spoke last is no more than a guess, and wrong where its own men are complained of.
    """
    line, groups, context = finder.line, finder.groups, finder.context
    marks = line.within("head_institution", *region)
    own = any(g.party for g in groups if region[0] <= g.lo < region[1])
    if not marks or own or speaking[0].role not in {SpeakerRole.PERSON, SpeakerRole.STATE}:
        return speaking
    told = [g for g in groups if not (region[0] <= g.lo < region[1]) and g.party]
    first = told[0] if told else None
    if first is None or first.prep or first.head not in {Head.FORCE, Head.STATE, Head.PEOPLE}:
        return speaking
    if first.party and _is_hurt(finder, first):  # a side tells its own losses, whoever spoke last
        return (state(Region(line, groups, *region), first.party, region, context),)
    named = {line.words(m.lo, m.hi).casefold() for m in marks}
    is_home = context.home is not None and context.home.party_id == first.party
    is_guess = speaking[0].party_id == first.party and not (is_home or named & offices)
    other = context.other(first.party) if is_guess or not speaking[0].party_id else None
    return (state(Region(line, groups, *region), other, region, context),) if other else speaking


def _is_hurt(finder: Finder, group: Group) -> bool:
    """Return whether men are said to have been hit ("two Northern guards were wounded after")."""
    line = finder.line
    hits = line.within("event_verb", group.hi, group.hi + _HIT)
    was = finder.grammar.passive_auxiliaries
    passive = any(m.key in CASUALTIES and line.low(m.lo - 1) in was for m in hits)
    others = any(g.party and g.party != group.party for g in finder.groups if g.lo > group.hi)
    return passive and others and group.head is Head.FORCE


def claim_end(line: Line, start: int) -> int:
    """Return where a claim ends: "the information that ... | is baseless, the ministry said"."""
    size = len(line.tokens)
    for mark in line.within("deny_false", start, size):
        verdict = range(mark.lo - 1, max(start, mark.lo - _VERDICT) - 1, -1)
        is_ = next((i for i in verdict if line.low(i) in _IS), None)
        if is_ is not None:
            return is_
    return size


def _whose(finder: Finder, start: int) -> str | None:
    """Return the party whose claim is denied ("claims by the South", "the South's claim")."""
    for mark in finder.line.within("deny_claim", start, len(finder.line.tokens)):
        for group in finder.groups:
            if group.party and _is_of(group, mark):
                return group.party
    return None


def _is_of(group: Group, mark: Mark) -> bool:
    before = group.hi in {mark.lo, mark.lo - 1} or group.lo < mark.lo < group.hi
    return before or (0 <= group.lo - mark.hi <= _WHOSE and group.prep in _BY)


def complains(finder: Finder, speaker: Speaker) -> bool:
    """Return whether one of the two sides complains, and no onlooker who condemns an attack."""
    party = speaker.party_id
    return party is not None and finder.context.other(party) is not None


def issuer(finder: Finder, lo: int, hi: int) -> tuple[int, int]:
    """Return the words that name who issued "a statement", or `lo` and `hi` where none do."""
    line = finder.line
    is_paper = line.has("say_statement", lo, hi) and hi - lo <= _PAPER
    is_issued = is_paper and any(line.low(i).endswith(_ISSUED) for i in (lo - 1, lo))
    if not is_issued or any(g.party for g in finder.groups if lo <= g.lo < hi):
        return lo, hi
    for group in finder.groups:
        if group.hi <= lo and group.party and not group.prep and group.head in _ISSUING:
            return group.lo, group.hi
    office = next((m for m in line.marks.get("head_office", ()) if m.hi <= lo), None)
    return (office.lo, office.hi) if office else (lo, hi)
