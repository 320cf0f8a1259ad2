"""Whether a report may tell of an event at all, by a look at its names and words of force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.geography import PartyKind
from geoincidents.vocabulary import HitKind

if TYPE_CHECKING:
    from geoincidents.geography import Gazetteer
    from geoincidents.model import Report
    from geoincidents.vocabulary import Hits

# Characters: in a few lines the want of such words says little, and they are soon read.
SHORT = 1_000
_LAST: list[tuple[Gazetteer, frozenset[str]]] = []  # a run reads all reports with one


def may_tell(report: Report, hits: Hits, gazetteer: Gazetteer) -> bool:
    """Return whether a report holds a word of force or names a side of the packs' conflicts.

    A short one is always read. News of sport, trade, courts and weather holds neither: its
    attacks, strikes, fires and battles are of another kind, and no event is looked for.
    """
    if hits.has_sign or len(report.text) <= SHORT:
        return True
    sides = _sides(gazetteer)
    return any(
        hit.kind is HitKind.PARTY and hit.category != "outlet" and not sides.isdisjoint(hit.keys)
        for hit in hits.names
    )


def _sides(gazetteer: Gazetteer) -> frozenset[str]:
    """Return the sides of the packs' conflicts, found once a gazetteer."""
    if not (_LAST and _LAST[0][0] is gazetteer):
        parties = gazetteer.parties.values()
        sides = frozenset(p.id for p in parties if p.kind is not PartyKind.OBSERVER)
        _LAST[:] = [(gazetteer, sides)]
    return _LAST[0][1]
