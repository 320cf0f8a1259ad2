"""Whether a capital or country is ground, or stands for its government."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

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
_FARTHEST = _NEAR + 1  # words: one of them may stand between "to" and the name
_LONGEST_SUFFIX = 12  # characters in "-registered"
_NOTHING = Token("", 0, 0)
_GAPS = frozenset(" ,.\n")  # no suffix begins with one of them
_PARAGRAPH = 2  # line breaks between two
_LONGEST_LOCATIVE = 3  # words in "southern outskirts of"


# A name whose sense is known: where it ends, whether it can speak, whether it is ground.
_Sensed: TypeAlias = tuple[int, bool, bool]


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
        previous = (span[1], can_speak, is_ground)
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
    located = _located(start, scene) if told & SENSE else None
    if located is not None or previous is None:
        return bool(located)
    return _shares(previous, span, scene)


def _shares(previous: _Sensed, span: Span, scene: Scene) -> bool:
    """Return whether the name before makes one ground too: in a list, or as what lies in it."""
    end, can_speak, is_ground = previous
    between = scene.text[end : span[0]]
    if between.strip() != ",":
        is_listed = surroundings.is_list_mark(scene.text, end, span[0])
        return is_listed and (is_ground or not can_speak)
    # "Lisk, Arland" tells where Lisk is; what goes on otherwise acts or speaks.
    is_beside = between[0] == "," and between.count("\n") < _PARAGRAPH
    return is_beside and is_ground and not _acts(scene.text, span[1])


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


def _located(start: int, scene: Scene) -> bool | None:
    """Return what a locative or a motion before a name says, None if neither is there."""
    before = words = _words_before(scene.text, start, _LONGEST_LOCATIVE + 1)
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
        near = _words_before(scene.text, start, _FARTHEST)
        # "from Lisk to Arland" is a way; "an appeal from Arland to Borland" is none.
        return any(w in scene.words.motion for w in near[skipped : skipped + _NEAR - 1])
    return False if words[0] in scene.words.relations else None


def _words_before(text: str, start: int, count: int) -> list[str]:
    """Return the words and marks before an offset, folded, the nearest first."""
    return [fold(word) for word in surroundings.words_before(text, start, count)]


def _acts(text: str, end: int) -> bool:
    behind = surroundings.after(text, end, 1)
    return bool(behind) and behind[0].text.isalpha() and behind[0].text.islower()
