"""One automaton over places, parties and the lexicon's words, compiled once a run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geoincidents.geography import Gazetteer
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Span


class HitKind(StrEnum):
    """What a hit names."""

    PLACE = "place"  # keys: place ids, several where a name is shared
    PARTY = "party"  # keys: party ids; category: which of the party's words it is
    WORD = "word"  # keys: one lexicon key; category: the lexicon's category


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A form found in a text, at word boundaries, the longest of its kind and category.

    `category` of a party hit: name, demonym, adjective, capital, office, organ, person
    or outlet.
    """

    kind: HitKind
    category: str
    keys: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The compiled automaton."""

    def scan(self, text: str) -> tuple[Hit, ...]:
        """Return every hit in a text, by start, then longest first."""
        raise NotImplementedError


def compile_(gazetteer: Gazetteer, lexicon: Lexicon) -> Vocabulary:
    """Return the automaton of a gazetteer and a lexicon."""
    raise NotImplementedError
