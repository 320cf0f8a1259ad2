"""Where a speaker is named, and the record made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.model import NARRATOR, Speaker, SpeakerRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.claims.context import Context
    from geoincidents.claims.lines import Line
    from geoincidents.claims.parties.groups import Group

NARRATION = Speaker(name=NARRATOR, role=SpeakerRole.NARRATOR)
_NO_QUOTES = str.maketrans("", "", '"“”„«»')


class Region:
    """The words `lo` to `hi` of a line in which a speaker is named."""

    def __init__(self, line: Line, groups: Sequence[Group], lo: int, hi: int) -> None:
        self.line = line
        self.lo = lo
        self.hi = hi
        self.groups = [g for g in groups if g.lo < hi and g.hi > lo]
        self.before = [g for g in groups if g.hi <= lo]


def state(region: Region, party: str, at: tuple[int, int], context: Context) -> Speaker:
    """Return a state as who speaks in the words `at`."""
    return speaker_of(region, context.gazetteer.party(party).name, SpeakerRole.STATE, party, at)


def speaker_of(
    region: Region, name: str, role: SpeakerRole, party: str | None, at: tuple[int, int]
) -> Speaker:
    """Return a speaker by name as the words `at` have it, without quotation marks."""
    passage = region.line.sentence.passage(region.line.span(*at))
    return Speaker(
        name=" ".join(name.translate(_NO_QUOTES).split()).strip(",;:- "),
        role=role,
        party_id=party,
        passage=passage,
    )
