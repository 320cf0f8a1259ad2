"""Figures: the quantities that tellings give of an event, compared without their words."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import floor, log
from typing import TYPE_CHECKING

from geoincidents.incidents.agreement import LOOSE, SAME, Agreement
from geoincidents.model import MeasureKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geoincidents.model import Claim

SAME_FIGURE_SHARE = 0.1  # "3 1/2 km" and "2 miles" differ by 8 %
TELLING_COUNT = 10  # two reports may have "two killed" of two events, hardly "105 killed"
TOTAL_RATIO = 2
_COUNTS = frozenset(
    {MeasureKind.TROOPS, MeasureKind.KILLED, MeasureKind.WOUNDED, MeasureKind.CAPTURED}
)
_SUMMED = _COUNTS | {MeasureKind.AREA}
_METRES = (MeasureKind.DEPTH, MeasureKind.DISTANCE, MeasureKind.LENGTH, MeasureKind.WIDTH)
_UNITS = {MeasureKind.AREA: " m2", **dict.fromkeys(_METRES, " m")}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Figure:
    """A reported quantity without its words; bounds in SI or counts.

    `of` is whose men or losses they are, empty if unsaid; `by` is who gives it.
    """

    kind: MeasureKind
    low: float
    high: float
    of: str
    by: str

    @property
    def cell(self) -> int:
        """Return the cell of its size; figures within a tenth are in neighbouring cells."""
        return floor(log(self.low) / -log(1 - SAME_FIGURE_SHARE))


def of_claims(claims: Iterable[Claim]) -> tuple[Figure, ...]:
    """Return the figures above zero that claims give, each once, sorted."""
    found = {
        Figure(
            kind=m.kind,
            low=m.low,
            high=m.high,
            of=m.of or "",
            by=(m.said_by or claim.speaker).key,
        )
        for claim in claims
        for m in claim.measures
        if m.low and m.high is not None
    }
    return tuple(sorted(found))


def are_apart(mine: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """Return whether both give figures of a kind, and none of one is any of the other's."""
    pairs = [(f, g) for f in mine for g in theirs if f.kind is g.kind]
    kinds = sorted({f.kind for f, _ in pairs})
    return any(all(not _score(f, g) for f, g in pairs if f.kind is kind) for kind in kinds)


def _score(f: Figure, g: Figure) -> int:
    if f.kind is not g.kind or (f.of and g.of and f.of != g.of):
        return 0
    if abs(f.low - g.low) > SAME_FIGURE_SHARE * max(f.low, g.low):
        return 0
    if f.kind not in _COUNTS:
        return SAME
    if f.low != g.low:
        return 0
    return SAME if f.low >= TELLING_COUNT else LOOSE


@dataclass(slots=True, kw_only=True, eq=False)
class Ledger:
    """All figures of a cluster, to be found by their size."""

    _cells: dict[tuple[MeasureKind, int], dict[Figure, None]] = field(default_factory=dict)
    _totals: dict[tuple[MeasureKind, str, str], Figure] = field(default_factory=dict)
    _parts: dict[tuple[MeasureKind, str, str], Figure] = field(default_factory=dict)

    def add(self, figures: Iterable[Figure], *, is_placed: bool) -> None:
        """Take in figures for a named place, or for none."""
        for f in figures:
            self._cells.setdefault((f.kind, f.cell), {}).setdefault(f)
            if f.kind not in _SUMMED:
                continue
            key = (f.kind, f.of, f.by)
            if is_placed:
                self._parts[key] = min(self._parts.get(key, f), f, key=lambda g: g.high)
            else:
                self._totals[key] = max(self._totals.get(key, f), f, key=lambda g: g.low)

    def agreement(self, figures: Iterable[Figure]) -> Agreement:
        """Compare figures; different ones contradict nothing, equal ones speak for it."""
        best = Agreement(score=0)
        for f in figures:
            for cell in (f.cell - 1, f.cell, f.cell + 1):
                for g in self._cells.get((f.kind, cell), ()):
                    score = _score(f, g)
                    if score > (best.score or 0):
                        words = f"same figure ({f.kind.value} {f.low:,.0f}{_UNITS.get(f.kind, '')})"
                        best = Agreement(score=score, words=words)
                    if score == SAME:
                        return best
        return best

    def has_total_or_part(self, figures: Iterable[Figure], *, is_placed: bool) -> bool:
        """Return whether a figure for no named place exceeds that for a place.

        Areas and a speaker's own counts are told apart by a tenth, the counts of two
        speakers only when one is twice the other: they count the dead of one event apart.
        """
        if is_placed:
            return any(_exceeds(g, f) for f in figures for g in self._totals.values())
        return any(_exceeds(f, g) for f in figures for g in self._parts.values())


def _exceeds(whole: Figure, part: Figure) -> bool:
    if whole.kind is not part.kind or whole.kind not in _SUMMED:
        return False
    if whole.of and part.of and whole.of != part.of:
        return False
    is_sharp = whole.kind is MeasureKind.AREA or whole.by == part.by
    return whole.low > part.high * (1 + SAME_FIGURE_SHARE if is_sharp else TOTAL_RATIO)
