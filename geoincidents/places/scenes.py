"""A text with what the finders of names need to know of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from geoincidents.geography import PartyKind
from geoincidents.places import surroundings
from geoincidents.text import fold_word as fold
from geoincidents.vocabulary import KIND_WORDS, HitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.geography import Gazetteer
    from geoincidents.model import Span
    from geoincidents.places.sides import Sides
    from geoincidents.places.surroundings import Token
    from geoincidents.places.wording import Wording
    from geoincidents.vocabulary import Hit, Hits

# A look-up in an enumeration is a call.
_PLACE = HitKind.PLACE
_PARTY = HitKind.PARTY
_WORD = HitKind.WORD
_ARMED_GROUP = PartyKind.ARMED_GROUP
BODIES = frozenset({"office", "organ"})  # categories of party hits
_SAYING = "say_verb"  # the lexicon's category of "said", "accused" ...


class Named(NamedTuple):
    """A span that names a place, before one is chosen.

    `keys` are the places of that name, none for a name that no pack has. `ground` is the
    class of the kind word beside it, `plural` says that it holds for a list; `joined`
    that it is in the span. `sure` is false where only "in" or the like told that an unknown
    name is a place.
    """

    span: Span
    keys: tuple[str, ...] = ()
    ground: str = ""
    plural: bool = False
    joined: bool = False
    reason: str = ""
    sure: bool = True


SPAN = itemgetter(0)  # of a name, to sort by


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A text, its hits, and which characters are already part of a name.

    `hits` are those of places, parties and kind words; `scanned` has the others too.
    """

    text: str
    hits: Sequence[Hit]
    scanned: Hits
    gazetteer: Gazetteer
    words: Wording
    sides: Sides
    taken: bytearray = field(repr=False)
    datelines: Sequence[Span] = ()
    _left: dict[int, int] = field(default_factory=dict, repr=False)
    _right: dict[int, int] = field(default_factory=dict, repr=False)

    @cached_property
    def places(self) -> list[Hit]:
        """Return the hits of places."""
        return [h for h in self.hits if h.kind is _PLACE]

    @cached_property
    def parties(self) -> list[Hit]:
        """Return the hits of parties."""
        return [h for h in self.hits if h.kind is _PARTY]

    @cached_property
    def kind_words(self) -> list[Hit]:
        """Return the hits of kind words."""
        return [h for h in self.hits if h.kind is _WORD and h.category == KIND_WORDS]

    def left(self, start: int) -> int:
        """Return what the word before a name may tell, as bits of `sides`."""
        found = self._left.get(start)
        if found is None:
            found = self._left[start] = self.sides.before(self.text, start)
        return found

    def right(self, end: int) -> int:
        """Return what the word behind a name may tell, as bits of `sides`."""
        found = self._right.get(end)
        if found is None:
            found = self._right[end] = self.sides.behind(self.text, end)
        return found

    @cached_property
    def party_marks(self) -> bytearray:
        """Return 1 for each character of the words of a party."""
        marks = bytearray(len(self.text))
        for hit in self.parties:
            start, end = hit.span
            marks[start:end] = b"\1" * (end - start)
        return marks

    @cached_property
    def bodies(self) -> list[Span]:
        """Return the spans of the names of offices and other bodies."""
        return [h.span for h in self.parties if h.category in BODIES]

    @cached_property
    def verbs_of_saying(self) -> frozenset[int]:
        """Return where verbs of saying start."""
        return frozenset(h.span[0] for h in self.scanned if h.category == _SAYING)

    @cached_property
    def states_at(self) -> dict[int, tuple[str, ...]]:
        """Return the states by where their names, demonyms and adjectives start."""
        parties = self.gazetteer.parties
        found: dict[int, tuple[str, ...]] = {}
        for hit in self.parties:
            if hit.category in {"name", "demonym", "adjective"}:
                armed = _ARMED_GROUP
                states = tuple(k for k in hit.keys if parties[k].kind is not armed)
                if states:
                    found[hit.span[0]] = states
        return found

    def take(self, span: Span) -> None:
        """Mark a span as part of a name."""
        self.taken[span[0] : span[1]] = b"\1" * (span[1] - span[0])

    def release(self, span: Span) -> None:
        """Take the mark off a span again."""
        self.taken[span[0] : span[1]] = b"\0" * (span[1] - span[0])

    def is_free(self, start: int, end: int) -> bool:
        """Return whether no name lies between two offsets."""
        return self.taken.find(1, start, end) < 0

    def is_party(self, start: int, end: int) -> bool:
        """Return whether words of a party lie between two offsets."""
        return self.party_marks.find(1, start, end) >= 0

    def is_in_body(self, span: Span) -> bool:
        """Return whether a span lies in the name of an office or another body."""
        ends = (span[0], span[1] - 1)
        return bool(self.bodies) and all(any(b[0] <= at < b[1] for b in self.bodies) for at in ends)

    def is_dateline(self, span: Span) -> bool:
        """Return whether a span lies in a dateline."""
        lines = self.datelines
        if not lines:
            return False
        index = bisect_right(lines, span[0], key=itemgetter(0)) - 1
        return index >= 0 and span[1] <= lines[index][1]

    def class_of(self, phrase: str) -> str | None:
        """Return the class of a kind word or phrase, None if it is none."""
        return self.words.class_of.get(fold(phrase))

    def word_before(self, start: int) -> Token | None:
        """Return the word right before an offset, None if a mark stands between."""
        text = self.text
        gap = text.rfind(" ", max(0, start - 40), max(0, start - 1)) + 1
        # One plain word between spaces, so it is nearly always.
        if gap and text[start - 1] == " " and (word := text[gap : start - 1]).isalpha():
            return surroundings.Token(word, gap, start - 1)
        nearest = next(iter(surroundings.before(text, start, reach=40, count=1)), None)
        if nearest is None or nearest.text[0].isalnum():
            return nearest
        if nearest.text != ".":
            return None
        # "Mt. Lisk", "Col. Lisk": the full stop is the abbreviation's.
        found = surroundings.before(text, start, reach=40, count=2)
        return found[1] if len(found) > 1 and self._is_abbreviation(found[1]) else None

    def _is_abbreviation(self, token: Token) -> bool:
        short = len(token.text) <= len("Capt") and token.text[0].isupper()
        folded = fold(token.text)
        return short and (folded in self.words.titles or folded in self.words.class_of)

    def is_name_word(self, token: Token) -> bool:
        """Return whether a capitalised word may be a part of a proper name of its own."""
        word, start, end = token
        if not word[0].isupper():
            return False
        folded = fold(word).removesuffix("'s")
        return (
            len(folded) > 1
            and folded not in self.words.openers
            and folded not in self.words.class_of
            and folded not in self.words.adjectives
            and self.is_free(start, end)
            and not self.is_party(start, end)
        )
