"""What one sentence tells, before it is known which sentences tell of the same event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from geoincidents.model import UNDATED

if TYPE_CHECKING:
    from datetime import date

    from geoincidents.claims.sentences import Sentence
    from geoincidents.model import ClaimType, Measure, Speaker, When, Where


class Telling(StrEnum):
    """What a sentence does with an event."""

    ASSERTION = "assertion"
    DENIAL = "denial"
    VERSION = "version"  # a side tells what it did instead


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event as one clause tells it; `type` is None where a denial names no event."""

    telling: Telling
    sentence: Sentence
    number: int  # of the sentence in its report
    type: ClaimType | None
    speakers: tuple[Speaker, ...]
    actor: str | None = None
    target: str | None = None
    is_mutual: bool = False
    is_blame: bool = False  # both sides are said to blame each other
    is_vague: bool = False  # "a provocation": may be any act told beside it
    is_broad: bool = False  # "an offensive": may be any fight, advance or capture told beside it
    where: tuple[Where, ...] = ()
    when: When = UNDATED
    measures: tuple[Measure, ...] = ()
    is_main: bool = True
    is_casualty: bool = False
    has_cause: bool = False  # its losses are tied to an act of a type of its own
    is_military: bool = False  # its losses are soldiers
    is_anaphoric: bool = False
    is_further: bool = False  # "another", "also"
    is_return: bool = False  # fire that answers fire: names no attacker
    is_title: bool = False
    is_series: bool = False  # several events over weeks: "clashes this month"
    is_past: bool = False  # in a year before that of the news
    no_later: date | None = None  # the day on which it was charged, where its own is not told
    needs_event: bool = False  # only tells more of an event that is told elsewhere
    position: int = 0  # of the event's word in the report
    reasons: tuple[str, ...] = ()

    @property
    def places(self) -> frozenset[str]:
        """Return the ids of the named places; those fired from and inferred ones aside."""
        return frozenset(
            w.place_id for w in self.where if w.place_id and w.role != "from" and not w.inferred
        )

    @property
    def unknown(self) -> frozenset[str]:
        """Return the names, folded, of places that no pack has."""
        return frozenset(
            w.passage.text.casefold()
            for w in self.where
            if w.place_id is None and w.vague is None and w.role != "from"
        )
