"""Which spans of a text name a place: longest names, kind words, and what is no place."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geoincidents.geography import PartyKind, PlaceKind
from geoincidents.places import surroundings
from geoincidents.text import fold
from geoincidents.vocabulary import HitKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.geography import Gazetteer
    from geoincidents.model import Span
    from geoincidents.places.wording import Wording
    from geoincidents.vocabulary import Hit

# Names of bodies and persons that may hold the name of a place.
_BODIES = frozenset({"office", "organ"})
_BLOCKERS = frozenset({"office", "organ", "outlet", "person"})
_LONGEST_KIND_WORD = 3  # words in "line of contact"
_SETTLED = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.PROVINCE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A span that names a place, before one is chosen.

    `keys` are the places of that name, none for a name that no pack has. `ground` is the
    class of the kind word beside it; `joined` says that the kind word is in the span.
    """

    span: Span
    keys: tuple[str, ...]
    ground: str = ""
    joined: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A text with what the finders of names need to know of it."""

    text: str
    hits: Sequence[Hit]
    gazetteer: Gazetteer
    words: Wording
    taken: bytearray = field(repr=False)  # 1 where a character belongs to a name
    parties: bytearray = field(repr=False)  # 1 where it belongs to words of a party

    @classmethod
    def of(cls, text: str, hits: Sequence[Hit], gazetteer: Gazetteer, words: Wording) -> Scene:
        """Return the scene of a text, with no name taken yet."""
        parties = bytearray(len(text))
        for hit in hits:
            if hit.kind is HitKind.PARTY:
                start, end = hit.span
                parties[start:end] = b"\1" * (end - start)
        return cls(
            text=text,
            hits=hits,
            gazetteer=gazetteer,
            words=words,
            taken=bytearray(len(text)),
            parties=parties,
        )

    def take(self, span: Span) -> None:
        """Mark a span as a name."""
        self.taken[span[0] : span[1]] = b"\1" * (span[1] - span[0])

    def is_free(self, span: Span) -> bool:
        """Return whether no name lies in a span; exact while names are taken longest first."""
        return not any(self.taken[span[0] : span[1]])


def known(scene: Scene) -> list[Named]:
    """Return the spans that name places of the packs, in order, without overlaps."""
    chosen = _longest_first(scene, _outside_bodies(scene, _place_hits(scene)))
    chosen.sort(key=lambda n: n.span)
    names = [n for n in chosen if _is_place(scene, n)]
    return [_with_kind_word(scene, n) for n in names]


# --- which hits --------------------------------------------------------------


def _place_hits(scene: Scene) -> Iterator[Named]:
    """Yield the hits of places, and of states by the further names that only parties have."""
    countries = {
        p.country: p.id for p in scene.gazetteer.places.values() if p.kind is PlaceKind.COUNTRY
    }
    for hit in scene.hits:
        if hit.kind is HitKind.PLACE:
            yield Named(span=hit.span, keys=hit.keys)
        elif hit.kind is HitKind.PARTY and hit.category == "name":
            parties = [scene.gazetteer.parties[k] for k in hit.keys]
            keys = [
                countries[p.country]
                for p in parties
                if p.country in countries and p.kind is not PartyKind.ARMED_GROUP
            ]
            if keys:
                yield Named(span=hit.span, keys=tuple(keys))


def _outside_bodies(scene: Scene, names: Iterator[Named]) -> Iterator[Named]:
    """Yield the names that are not a part of an office's, outlet's or person's name."""
    blockers = [h for h in scene.hits if h.kind is HitKind.PARTY and h.category in _BLOCKERS]
    starts = [h.span[0] for h in blockers]
    widest = max((h.span[1] - h.span[0] for h in blockers), default=0)
    for name in names:
        first = bisect_left(starts, name.span[0] - widest)
        last = bisect_left(starts, name.span[1])
        if not any(_hides(scene, b, name) for b in blockers[first:last]):
            yield name


def _hides(scene: Scene, body: Hit, name: Named) -> bool:
    start, end = name.span
    if not (body.span[0] <= start and end <= body.span[1]):
        return False
    if body.span == name.span:
        return body.category == "outlet"
    if body.category in _BODIES:
        # "the Ministry of Defence of Lisk" names the country, "Lisk Group" does not.
        return not scene.text[body.span[0] : start].rstrip().lower().endswith((" of", " in"))
    return True


def _longest_first(scene: Scene, names: Iterator[Named]) -> list[Named]:
    chosen: dict[Span, Named] = {}
    ordered = sorted(names, key=lambda n: (n.span[0] - n.span[1], n.span, n.keys))
    for name in ordered:
        start, end = name.span
        same = chosen.get(name.span)
        if same:
            keys = tuple(sorted({*same.keys, *name.keys}))
            chosen[name.span] = replace(same, keys=keys)
        # The ones before are as long or longer: an overlap shows at one of the ends.
        elif not scene.taken[start] and not scene.taken[end - 1]:
            chosen[name.span] = name
            scene.take(name.span)
    return list(chosen.values())


# --- what is no place --------------------------------------------------------


def _is_place(scene: Scene, name: Named) -> bool:
    """Return whether the capitalised words beside a name do not make it another name."""
    if _names_a_body(scene, name) or _names_a_person(scene, name):
        start, end = name.span
        scene.taken[start:end] = b"\0" * (end - start)
        return False
    return True


def _names_a_body(scene: Scene, name: Named) -> bool:
    run = _capitalised_run(scene, name.span[1])
    if run and is_headline(scene.text, name.span):
        run = run[:1]
    return any(fold(word) in scene.words.organisations for word, _ in run)


def _names_a_person(scene: Scene, name: Named) -> bool:
    """Return whether a settlement's name stands beside a given or a family name."""
    kinds = {scene.gazetteer.places[k].kind for k in name.keys}
    if kinds & _SETTLED or " " in scene.text[slice(*name.span)]:
        return False
    previous = _adjacent_before(scene, name.span[0])
    if previous and _is_part_of_name(scene, *previous):
        return not is_headline(scene.text, name.span)
    run = _capitalised_run(scene, name.span[1])
    if not run or not _is_part_of_name(scene, *run[0]):
        return False
    if previous and fold(previous[0]) in {*scene.words.locatives, "of", "from", "to"}:
        return False
    return not is_headline(scene.text, name.span)


def _is_part_of_name(scene: Scene, word: str, span: Span) -> bool:
    """Return whether a capitalised word is likely a part of a longer proper name."""
    folded = fold(word).rstrip(".")
    if folded in scene.words.titles:
        return not _is_sentence_start(scene.text, span[0])
    if not word[:1].isupper() or (word.isupper() and len(word) > 1) or len(folded) < 2:
        return False
    if folded in scene.words.openers or folded in scene.words.class_of:
        return False
    if not scene.is_free(span) or any(scene.parties[span[0] : span[1]]):
        return False
    return not _is_sentence_start(scene.text, span[0])


def _is_sentence_start(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" \t\"'“”‘(")
    return not before or before[-1] in ".!?:\n–—-•*"


def is_headline(text: str, span: Span) -> bool:
    """Return whether nearly all long words of the line around a span are capitalised."""
    left = text.rfind("\n", max(0, span[0] - 150), span[0]) + 1 or max(0, span[0] - 150)
    right = text.find("\n", span[1], span[1] + 150)
    line = text[left : right if right >= 0 else span[1] + 150]
    long = [w for w in line.split() if len(w) > 3 and w[0].isalpha()]
    return len(long) > 2 and sum(w[0].isupper() for w in long) >= 0.75 * len(long)  # noqa: PLR2004 - a third small word is no headline


def _adjacent_before(scene: Scene, start: int) -> tuple[str, Span] | None:
    """Return the word right before an offset, None if a mark is between."""
    found = surroundings.before(scene.text, start, reach=40)
    return found[0] if found and found[0][0][0].isalnum() else None


def _capitalised_run(scene: Scene, end: int) -> list[tuple[str, Span]]:
    """Return up to three capitalised words right behind an offset."""
    if scene.text[end : end + 1] not in {" ", "\n"}:
        return []
    run: list[tuple[str, Span]] = []
    for word, span in surroundings.after(scene.text, end, reach=60)[:3]:
        if not word[0].isupper():
            break
        run.append((word, span))
    return run


# --- kind words --------------------------------------------------------------


def _with_kind_word(scene: Scene, name: Named) -> Named:
    """Return a name with the kind word beside it, inside the span where it belongs to it."""
    return _kind_behind(scene, name) or _kind_before(scene, name) or name


def _kind_behind(scene: Scene, name: Named) -> Named | None:
    start, end = name.span
    if scene.text[end : end + 1] not in {" ", "\n", "-"}:
        return None
    following = surroundings.after(scene.text, end, reach=50)[:_LONGEST_KIND_WORD]
    for count in range(len(following), 0, -1):
        phrase = " ".join(word for word, _ in following[:count])
        ground = scene.words.class_of.get(fold(phrase).rstrip("."))
        stop = following[count - 1][1][1]
        if ground is None or not scene.is_free((end, stop)):
            continue
        joined = phrase[0].isupper() or (
            ground in scene.words.lower_after and not fold(phrase).endswith("s")
        )
        span = (start, stop) if joined else name.span
        if joined:
            scene.take(span)
        return replace(name, span=span, ground=ground, joined=joined)
    return None


def _kind_before(scene: Scene, name: Named) -> Named | None:
    start, end = name.span
    previous = surroundings.before(scene.text, start, reach=40)[: _LONGEST_KIND_WORD + 1]
    if not previous:
        return None
    if fold(previous[0][0]) == "of":
        return _kind_of(scene, name, previous[1:])
    word, (left, _) = previous[0]
    ground = scene.words.class_of.get(fold(word).rstrip("."))
    if ground is None or not scene.is_free((left, start)):
        return None
    if ground in scene.words.before_name and (
        word[0].isupper() or ground in scene.words.lower_before
    ):
        scene.take((left, end))
        return replace(name, span=(left, end), ground=ground, joined=True)
    return replace(name, ground=ground) if word[0].islower() else None


def _kind_of(scene: Scene, name: Named, previous: list[tuple[str, Span]]) -> Named | None:
    """Return a name behind "village of" with that kind."""
    for count in range(len(previous), 0, -1):
        phrase = " ".join(word for word, _ in reversed(previous[:count]))
        ground = scene.words.class_of.get(fold(phrase))
        if ground is not None:
            return replace(name, ground=ground)
    return None
