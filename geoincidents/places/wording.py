"""The lexicon's words beside the names of places, ready for looking up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geoincidents.errors import LexiconError
from geoincidents.geography import PlaceKind
from geoincidents.places import surroundings
from geoincidents.vocabulary import KIND_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geoincidents.lexicon import Lexicon

_FILE = "places.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Sets of folded words and phrases; a class groups the words for one kind of ground."""

    class_of: Mapping[str, str]  # kind word -> class
    kind_openers: frozenset[str]  # the first words and marks of the kind words
    fits: Mapping[str, tuple[PlaceKind, ...]]  # class -> kinds it may name, the best first
    lower_after: frozenset[str]
    lower_before: frozenset[str]
    distinct: frozenset[str]
    before_name: frozenset[str]
    after_name: frozenset[str]
    of_name: frozenset[str]
    unknown_after: frozenset[str]
    unknown_weak: frozenset[str]
    unknown_lists: frozenset[str]
    only_lower: frozenset[str]
    only_capital: frozenset[str]
    of_nations: frozenset[str]
    of_joined: frozenset[str]
    movers: frozenset[str]
    moved: frozenset[str]
    way_words: frozenset[str]
    not_at: frozenset[str]
    passives: frozenset[str]
    particles: frozenset[str]
    urban: frozenset[str]
    rough: frozenset[str]
    lengths: frozenset[str]
    bearings: frozenset[str]
    adjectives: frozenset[str]
    no_names: frozenset[str]  # titles, bodies and others: capitalised, and no places
    directions: Mapping[str, str]  # word -> "part" of the named place, or a place of its own
    openers: frozenset[str]
    organisations: frozenset[str]
    body_openers: frozenset[str]
    given: frozenset[str]
    titles: frozenset[str]
    locatives: frozenset[str]
    motion: frozenset[str]
    ground: frozenset[str]
    organs: frozenset[str]
    ways: frozenset[str]
    relations: frozenset[str]
    based: frozenset[str]
    describing: frozenset[str]

    never_alone: frozenset[str] = frozenset()  # what no unknown name of one word is

    @classmethod
    def of(cls, lexicon: Lexicon) -> Wording:
        """Return a lexicon's words for places; raise `LexiconError` with every fault."""
        if not (_LAST and _LAST[0][0] is lexicon):
            _LAST[:] = [(lexicon, cls._read(lexicon))]
        return _LAST[0][1]

    @classmethod
    def _read(cls, lexicon: Lexicon) -> Wording:
        section = lexicon.sections.get("places", {})
        class_of = {t.form: t.key for t in lexicon.terms if t.category == KIND_WORDS}
        reader = _Reader(section)
        known = reader.words("names", "openers") | reader.words("names", "adjectives")
        made = cls(
            never_alone=known | class_of.keys() | reader.no_names() | reader.directions().keys(),
            class_of=class_of,
            kind_openers=frozenset(surroundings.after(form, 0, 1)[0].text for form in class_of),
            fits=reader.fits(),
            lower_after=reader.words("spans", "lower_after"),
            lower_before=reader.words("spans", "lower_before"),
            distinct=reader.words("spans", "distinct"),
            before_name=reader.words("spans", "before_name"),
            after_name=reader.words("spans", "after_name"),
            of_name=reader.words("spans", "of_name"),
            unknown_after=reader.words("spans", "unknown_after"),
            unknown_weak=reader.words("spans", "unknown_weak"),
            unknown_lists=reader.words("spans", "unknown_lists"),
            only_lower=reader.words("spans", "only_lower"),
            only_capital=reader.words("spans", "only_capital"),
            of_nations=reader.words("spans", "of_nations"),
            of_joined=reader.words("spans", "of_joined"),
            movers=reader.words("spans", "movers"),
            moved=reader.words("spans", "moved"),
            way_words=reader.words("spans", "ways"),
            not_at=reader.words("spans", "not_at"),
            passives=reader.words("spans", "passives"),
            particles=reader.words("spans", "particles"),
            urban=reader.words("spans", "urban"),
            rough=reader.words("spans", "rough"),
            lengths=reader.words("spans", "lengths"),
            bearings=reader.words("spans", "bearings"),
            adjectives=reader.words("names", "adjectives"),
            no_names=reader.no_names(),
            directions=reader.directions(),
            openers=reader.words("names", "openers"),
            organisations=reader.words("names", "organisations"),
            body_openers=reader.words("names", "body_openers"),
            given=reader.words("names", "given"),
            titles=reader.words("names", "titles"),
            locatives=reader.words("locatives", "before"),
            motion=reader.words("locatives", "motion"),
            ground=reader.words("locatives", "ground"),
            ways=reader.words("locatives", "ways"),
            relations=reader.words("locatives", "relations"),
            based=reader.words("locatives", "based"),
            organs=reader.words("locatives", "organs"),
            describing=reader.words("locatives", "describing"),
        )
        if reader.faults:
            raise LexiconError(list(dict.fromkeys(reader.faults)))
        return made


# A run reads all its reports with one lexicon; to read its tables for each takes longer
# than to find the places of a short report.
_LAST: list[tuple[Lexicon, Wording]] = []


class _Reader:
    """Reads tables and gathers their faults; a lexicon without the file has no words."""

    def __init__(self, section: Mapping[str, Any]) -> None:  # Any: TOML values
        self.section = section
        self.faults: list[str] = []

    def words(self, table: str, key: str) -> frozenset[str]:
        found = self.section.get(table, {}).get(key, [])
        if isinstance(found, list) and all(isinstance(w, str) for w in found):
            return frozenset(found)
        self.faults.append(f"{_FILE}: {table}.{key} is {found!r}, a list of words would be right")
        return frozenset()

    def no_names(self) -> frozenset[str]:
        lists = ("others", "titles", "organisations")
        return frozenset(word for name in lists for word in self.words("names", name))

    def directions(self) -> dict[str, str]:
        groups = ("part", "own")
        return {w: group for group in groups for w in self.words("directions", group)}

    def fits(self) -> dict[str, tuple[PlaceKind, ...]]:
        fits: dict[str, tuple[PlaceKind, ...]] = {}
        known = {k.value for k in PlaceKind}
        for name, kinds in self.section.get("fits", {}).items():
            wrong = [k for k in kinds if k not in known]
            if wrong:
                self.faults.append(
                    f"{_FILE}: fits.{name} holds {wrong!r}, kinds of place are {sorted(known)}"
                )
            fits[name] = tuple(PlaceKind(k) for k in kinds if k in known)
        return fits
