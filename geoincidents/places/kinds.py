"""Kind words beside names: "Lisk Province", "the villages of Upper Lisk and Omen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.places import surroundings
from geoincidents.places.sides import KIND
from geoincidents.text import fold_word as fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geoincidents.places.scenes import Named, Scene

_GAPS = frozenset(" \n-")
_LINES = frozenset({"border", "line"})  # of two sides: one name alone does not name them
LONGEST_KIND_WORD = 3  # words in "line of contact"


def beside(scene: Scene, names: Iterable[Named]) -> list[Named]:
    """Return names with the kind words beside them; a plural one holds for its list."""
    told = [
        (scene.right(n.span[1]) & KIND and _behind(scene, n))
        or (scene.left(n.span[0]) & KIND and _before(scene, n))
        or n
        for n in names
    ]
    if any(n.plural for n in told):
        _share(scene, told, range(1, len(told)), step=-1)
        _share(scene, told, range(len(told) - 2, -1, -1), step=1)
    return told


def _share(scene: Scene, names: list[Named], order: range, *, step: int) -> None:
    """Give each name without a kind word the plural one of its neighbour in a list."""
    for index in order:
        name, neighbour = names[index], names[index + step]
        if name.ground or not neighbour.plural:
            continue
        first, second = sorted((name.span, neighbour.span))
        if surroundings.is_list_mark(scene.text, first[1], second[0]):
            names[index] = name._replace(ground=neighbour.ground, plural=True)


def _behind(scene: Scene, name: Named) -> Named | None:
    start, end = name.span
    if scene.text[end : end + 1] not in _GAPS:
        return None
    first = surroundings.after(scene.text, end, 1)
    if not first or fold(first[0].text) not in scene.words.kind_openers:
        return None
    following = surroundings.after(scene.text, end, LONGEST_KIND_WORD)
    for count in range(len(following), 0, -1):
        phrase = " ".join(t.text for t in following[:count])
        ground, stop = scene.class_of(phrase), following[count - 1].end
        if ground is None or not scene.is_free(end, stop):
            continue
        if phrase[0].isupper() and (
            is_of_a_body(scene, stop) or _is_by_chance(scene, name, ground)
        ):
            continue
        plural = fold(phrase).endswith("s")
        if not is_joined(scene, phrase, ground):
            return name._replace(ground=ground, plural=plural)
        scene.take((start, stop))
        return name._replace(span=(start, stop), ground=ground, joined=True)
    return None


def _is_by_chance(scene: Scene, name: Named, ground: str) -> bool:
    """Return whether a capitalised kind word only follows: "Arland Border Calm", a headline."""
    if ground not in scene.words.distinct:
        return False
    kinds = {scene.gazetteer.places[k].kind for k in name.keys}
    if kinds.intersection(scene.words.fits[ground]):
        return False
    return ground in _LINES or surroundings.is_headline(scene.text, name.span)


def is_of_a_body(scene: Scene, end: int) -> bool:
    """Return whether a capitalised kind word is in a body's name: "Lisk City Hall"."""
    if scene.text[end : end + 1] != " ":
        return False
    fair = scene.words.openers | scene.words.titles
    following = surroundings.after(scene.text, end, 1)
    return any(t.text[0].isupper() and fold(t.text) not in fair for t in following)


def is_joined(scene: Scene, phrase: str, ground: str) -> bool:
    """Return whether a kind word behind a name belongs to the name."""
    if phrase[0].isupper():
        return True
    return ground in scene.words.lower_after and not fold(phrase).endswith("s")


def _before(scene: Scene, name: Named) -> Named | None:
    start, end = name.span
    token = scene.word_before(start)
    if token is None:
        return None
    if fold(token.text) == "of":
        return _of(scene, name, token.start)
    ground = scene.class_of(token.text)
    if ground is None or not scene.is_free(token.start, start):
        return None
    is_capital = token.text[0].isupper()
    if ground in scene.words.before_name and (is_capital or ground in scene.words.lower_before):
        scene.take((token.start, end))
        return name._replace(span=(token.start, end), ground=ground, joined=True)
    return None if is_capital else name._replace(ground=ground)


def _joined_of(scene: Scene, name: Named, start: int, ground: str) -> Named:
    """Return "Gulf of Lisk" as one name: it is not Lisk."""
    span = (start, name.span[1])
    scene.take(span)
    fits = scene.words.fits.get(ground, ())
    keys = tuple(k for k in name.keys if scene.gazetteer.places[k].kind in fits)
    return name._replace(span=span, keys=keys, ground=ground, joined=True)


def _of(scene: Scene, name: Named, start: int) -> Named | None:
    """Return a name behind "village of" with that kind."""
    previous = surroundings.before(scene.text, start, reach=40, count=LONGEST_KIND_WORD)
    for count in range(min(LONGEST_KIND_WORD, len(previous)), 0, -1):
        phrase = " ".join(t.text for t in reversed(previous[:count]))
        ground = scene.class_of(phrase)
        if ground in scene.words.of_joined and phrase[0].isupper():
            return _joined_of(scene, name, previous[count - 1].start, ground)
        if ground is not None:
            return name._replace(ground=ground, plural=fold(phrase).endswith("s"))
    return None
