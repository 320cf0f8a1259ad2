"""Whether a capital or country is ground, or stands for its government."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from geoincidents.geography import PlaceKind
from geoincidents.places import surroundings
from geoincidents.places.sides import GROUND, LIST, SENSE
from geoincidents.places.surroundings import Token
from geoincidents.text import fold_word as fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.model import Span
    from geoincidents.places.scenes import Named, Scene

# A look-up in an enumeration is a call.
_COUNTRY = PlaceKind.COUNTRY
_LONGEST_OWNED = 4  # words in "'s own southern border"
_NEAR = 6  # words in which a motion tells what "to" and "from" mean
_LONGEST_SUFFIX = 12  # characters in "-registered"
_NOTHING = Token("", 0, 0)
_GAPS = frozenset(" ,.\n")  # no suffix begins with one of them
_LONGEST_LOCATIVE = 3  # words in "southern outskirts of"


class _Sensed(NamedTuple):
    """A name whose sense is known."""

    span: Span
    can_speak: bool
    literal: bool


def literal(names: Sequence[Named], places: Sequence[str | None], scene: Scene) -> list[bool]:
    """Return of each name with its place whether it is ground; else it is its government.

    States and the seats of parties can stand for a government; the words beside a name
    decide. Members of a list share the sense of its first name. Another place that gave a
    party its name is ground unless it speaks.
    """
    seats, named = _seats(scene), _party_ends(scene)
    places_of = scene.gazetteer.places
    told: list[bool] = []
    previous: _Sensed | None = None
    for name, place in zip(names, places, strict=True):
        span = name.span
        can_speak = span in seats or bool(place and places_of[place].kind is _COUNTRY)
        if can_speak and not scene.is_dateline(span):
            is_ground = _is_ground(span, previous, scene)
        else:
            is_ground = span[1] not in named or span[1] + 1 not in scene.verbs_of_saying
        previous = _Sensed(span, can_speak, is_ground)
        told.append(is_ground)
    return told


def _seats(scene: Scene) -> frozenset[Span]:
    """Return the spans of capitals and seats that stand for a party's government."""
    return frozenset(h.span for h in scene.parties if h.category == "capital")


def _party_ends(scene: Scene) -> frozenset[int]:
    """Return where names of parties end."""
    return frozenset(h.span[1] for h in scene.parties if h.category == "name")


def _is_ground(span: Span, previous: _Sensed | None, scene: Scene) -> bool:
    start, end = span
    if scene.is_in_body(span):
        return False
    affixed = _affixed(end, scene)
    if affixed is not None:
        return affixed
    told = scene.left(start)
    if not told & (SENSE | LIST):
        return bool(told & GROUND)  # so it is nearly always
    before: Sequence[Token] = ()
    if told & SENSE:
        before = surroundings.before(scene.text, start, count=_LONGEST_LOCATIVE + 1)
        located = _located(start, before, scene)
        if located is not None:
            return located
    if previous and _is_listed(previous, span, scene):
        return previous.literal or not previous.can_speak
    return _is_apposed(before, end, previous, scene)


def _affixed(end: int, scene: Scene) -> bool | None:
    """Return what a suffix or a possessive behind a name says, None if there is neither."""
    if scene.text[end : end + 1] in _GAPS:
        return None
    suffix = fold(scene.text[end : end + _LONGEST_SUFFIX])
    if suffix.startswith(tuple(scene.words.based)):
        return True  # "an Arland-based group"
    return _owned(scene.text, end, scene)


def _owned(text: str, end: int, scene: Scene) -> bool | None:
    """Return what a possessive says: ground behind "'s" is a place, an organ is not."""
    tail = text[end : end + 2]
    if tail not in {"'s", "’s"} and not (tail[:1] in {"'", "’"} and text[end - 1] == "s"):
        return None
    skip = 2 if tail[1:] == "s" else 1
    following = surroundings.after(text, end + skip, _LONGEST_OWNED)
    for token, behind in pairwise([*following, _NOTHING]):
        folded = fold(token.text)
        if folded in scene.words.describing:
            continue
        if fold(behind.text) in scene.words.organs:
            return False  # "Arland's border guards"
        return folded in scene.words.ground or not scene.is_free(token.start, token.end)
    return False


def _located(start: int, before: Sequence[Token], scene: Scene) -> bool | None:
    """Return what a locative or a motion before a name says, None if neither is there."""
    words = [fold(t.text) for t in before]
    if words and scene.words.directions.get(words[0]) == "part":
        return True  # "in southern Arland" is ground, whatever is before it
    if words and (words[0] == "the" or words[0] in scene.words.describing):
        words = words[1:]
    if not words:
        return None
    if words[0] == "," and "capital" in words[1:3]:
        return True
    for count in range(min(_LONGEST_LOCATIVE, len(words)), 0, -1):
        if " ".join(reversed(words[:count])) in scene.words.locatives:
            return True
    if words[0] in scene.words.ways:
        skipped = len(before) - len(words) + 1
        far = surroundings.before(scene.text, start, count=skipped + _NEAR - 1)[skipped:]
        between = [fold(t.text) for t in far]
        # "from Lisk to Arland" is a way; "an appeal from Arland to Borland" is none.
        return any(w in scene.words.motion for w in between)
    return False if words[0] in scene.words.relations else None


def _is_listed(previous: _Sensed, span: Span, scene: Scene) -> bool:
    start, end = previous.span[1], span[0]
    # A comma alone may set off where a place lies: "Lisk, Arland".
    return (
        surroundings.is_list_mark(scene.text, start, end) and scene.text[start:end].strip() != ","
    )


def _is_apposed(before: Sequence[Token], end: int, previous: _Sensed | None, scene: Scene) -> bool:
    """Return whether "Lisk, Arland" tells where Lisk is; anything else acts or speaks."""
    if not before or before[0].text != "," or previous is None:
        return False
    is_beside = previous.literal and previous.span[1] == before[0].start
    return is_beside and not _acts(scene.text, end)


def _acts(text: str, end: int) -> bool:
    behind = surroundings.after(text, end, 1)
    return bool(behind) and behind[0].text.isalpha() and behind[0].text.islower()
