"""Names made of names: "the Lisk-Omen road", "Upper Lisk (Omen) corridor", borders."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from geoincidents.geography import PlaceKind
from geoincidents.places import kinds, surroundings
from geoincidents.places.scenes import Named
from geoincidents.text import fold_word as fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geoincidents.geography import Gazetteer, Place
    from geoincidents.model import Span
    from geoincidents.places.scenes import Scene
    from geoincidents.places.wording import Wording
    from geoincidents.vocabulary import Hit

_Ways: TypeAlias = "Mapping[frozenset[str], list[str]]"
_Known: TypeAlias = "tuple[str, _Ways]"  # a class of ways, and those of the packs
_DASHES = "-–"
_WAYS = frozenset({"road", "bridge"})
_BORDER = "border"
_JOINING = _WAYS | {_BORDER}
_SIDES = 2  # of a border, and the least ends of a way
_INSIDE_WORDS = "'’."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    """What the packs have of compounds.

    `ways` are roads and bridges by class and by the words of their names, in any order.
    """

    ways: Mapping[str, Mapping[frozenset[str], list[str]]]
    borders: tuple[Place, ...]

    @classmethod
    def of(cls, scene: Scene) -> _Index:
        if not (_LAST and _LAST[0][0] is scene.gazetteer and _LAST[0][1] is scene.words):
            _LAST[:] = [(scene.gazetteer, scene.words, cls._read(scene))]
        return _LAST[0][2]

    @classmethod
    def _read(cls, scene: Scene) -> _Index:
        places = scene.gazetteer.places.values()
        return cls(
            ways={ground: _ways(scene, ground) for ground in sorted(_WAYS)},
            borders=tuple(p for p in places if p.kind is PlaceKind.BORDER),
        )


# A run reads all its reports with one gazetteer.
_LAST: list[tuple[Gazetteer, Wording, _Index]] = []


def join(scene: Scene, names: Sequence[Named]) -> list[Named]:
    """Return names with those that make up a longer one replaced by it, in order."""
    triggers = list(_triggers(scene))
    index = _Index.of(scene) if triggers else None
    made = [m for hit in triggers if index for m in _made(scene, hit, index)]
    if not made:
        return list(names)
    for name in made:
        scene.take(name.span)
    covered = {i for m in made for i in range(*m.span)}
    kept = [n for n in names if n.span[0] not in covered and n.span[1] - 1 not in covered]
    return sorted([*kept, *made], key=lambda n: n.span)


def _triggers(scene: Scene) -> Iterator[Hit]:
    end = 0
    for hit in scene.kind_words:
        if hit.span[0] >= end:
            start, end = hit.span
            # A kind word in a known name ("Lisk-Omen road") has made its name already.
            if hit.keys[0] in _JOINING and scene.is_free(start, end):
                yield hit


def _made(scene: Scene, hit: Hit, index: _Index) -> Iterator[Named]:
    start, end = hit.span
    gap = start - 1
    if scene.text[gap:start] not in {" ", "\n"}:
        return
    if surroundings.follows_small(scene.text, start) and not scene.taken[gap - 1]:
        return  # no name before it: so it is mostly
    if hit.keys[0] == _BORDER:
        yield from _border(scene, _chain(scene, gap), end, index)
        return
    ways = index.ways[hit.keys[0]]
    phrase = scene.text[start:end]
    if scene.text[gap - 1 : gap] == ")":
        yield from _bracketed(scene, gap, hit, ways)
    elif kinds.is_joined(scene, phrase, hit.keys[0]):
        units = _chain(scene, gap)
        if len(units) >= _SIDES:
            yield _way(scene, units, (units[0][0], end), (hit.keys[0], ways))
    else:
        yield from _listed_ways(scene, gap, (hit.keys[0], ways))


def _listed_ways(scene: Scene, end: int, known: _Known) -> Iterator[Named]:
    """Yield the members of "Lisk-Omen, Omen-Dray and Dray-Senn roads", the last first."""
    stop: int | None = end
    while stop is not None:
        units = _chain(scene, stop)
        if len(units) < _SIDES:
            return
        start = units[0][0]
        yield _way(scene, units, (start, stop), known)
        stop = surroundings.list_mark_start(scene.text, start)


def _bracketed(scene: Scene, end: int, hit: Hit, ways: _Ways) -> Iterator[Named]:
    """Yield "Lisk (Omen) corridor" as one name."""
    inner = _unit(scene, end - 1)
    if inner is None or scene.text[inner[0] - 2 : inner[0]] != " (":
        return
    outer = _unit(scene, inner[0] - 2)
    if outer and kinds.is_joined(scene, scene.text[slice(*hit.span)], hit.keys[0]):
        keys = {k for unit in (outer, inner) for k in ways.get(_words(scene, [unit]), ())}
        reason = "" if keys else "no pack has a way of these names"
        yield Named(
            span=(outer[0], hit.span[1]),
            keys=tuple(sorted(keys)),
            ground=hit.keys[0],
            joined=True,
            reason=reason,
        )


def _way(scene: Scene, units: Sequence[Span], span: Span, known: _Known) -> Named:
    ground, ways = known
    keys = ways.get(_words(scene, units), ())
    ends = " and ".join(scene.text[slice(*u)] for u in units)
    reason = "" if keys else f"no pack has a way between {ends}"
    return Named(span=span, keys=tuple(keys), ground=ground, joined=True, reason=reason)


def _ways(scene: Scene, ground: str) -> dict[frozenset[str], list[str]]:
    """Return the packs' roads and bridges by the words of their names, in any order."""
    found: dict[frozenset[str], list[str]] = defaultdict(list)
    fits = scene.words.fits.get(ground, ())
    for place in scene.gazetteer.places.values():
        if place.kind in fits:
            texts = {place.name, *(n.text for n in place.names)}
            for words in {frozenset(_proper(scene, fold(t))) for t in texts}:
                found[words].append(place.id)
    return {words: sorted(keys) for words, keys in found.items()}


def _words(scene: Scene, units: Iterable[Span]) -> frozenset[str]:
    return frozenset(_proper(scene, fold(" ".join(scene.text[slice(*u)] for u in units))))


def _proper(scene: Scene, folded: str) -> Iterator[str]:
    words = folded.replace("-", " ").replace("(", " ").replace(")", " ").split()
    return (w for w in words if w not in scene.words.class_of and w != "the")


def _border(scene: Scene, units: Sequence[Span], end: int, index: _Index) -> Iterator[Named]:
    """Yield "the Arland-Borland border", by names or by adjectives of states."""
    if len(units) != _SIDES:
        return
    sides = [scene.states_at.get(start, ()) for start, _ in units]
    if not all(s or _is_nation(scene, u) for s, u in zip(sides, units, strict=True)):
        return
    countries = [{scene.gazetteer.parties[k].country for k in side} for side in sides]
    keys = [p.id for p in index.borders if all(c & {p.country, *p.straddles} for c in countries)]
    reason = "" if keys else "no pack has this border as a place"
    yield Named(
        span=(units[0][0], end),
        keys=tuple(sorted(keys)),
        ground=_BORDER,
        joined=True,
        reason=reason,
    )


def _is_nation(scene: Scene, unit: Span) -> bool:
    return fold(scene.text[slice(*unit)]) in scene.words.adjectives


def _chain(scene: Scene, end: int) -> list[Span]:
    """Return the names that dashes join up to an offset: "Lisk-Omen-Dray" has three."""
    units: list[Span] = []
    while unit := _unit(scene, end):
        units.append(unit)
        end = unit[0] - 1
        if end < 1 or scene.text[end] not in _DASHES:
            break
    else:
        # A dash with no capitalised word before it joins nothing ("anti-Lisk road").
        return []
    return units[::-1]


def _unit(scene: Scene, end: int) -> Span | None:
    """Return the known name or the capitalised word that ends at an offset."""
    start = end
    if end and scene.taken[end - 1]:
        while start and scene.taken[start - 1]:
            start -= 1
        return start, end
    while start and (scene.text[start - 1].isalnum() or scene.text[start - 1] in _INSIDE_WORDS):
        start -= 1
    return (start, end) if scene.text[start:end][:1].isupper() else None
