"""Whether a capital or country is ground, or stands for its government."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from geoincidents.geography import PlaceKind
from geoincidents.places import surroundings
from geoincidents.places.surroundings import Token
from geoincidents.text import fold_word as fold
from geoincidents.vocabulary import HitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.model import Mention, Span
    from geoincidents.places.scenes import Scene

# A look-up in an enumeration is a call.
_PARTY = HitKind.PARTY
_COUNTRY = PlaceKind.COUNTRY
_LONGEST_OWNED = 4  # words in "'s own southern border"
_NEAR = 6  # words in which a motion tells what "to" and "from" mean
_LONGEST_SUFFIX = 12  # characters in "-registered"
_NOTHING = Token("", 0, 0)
_GAPS = frozenset(" ,.\n")  # no suffix begins with one of them
_LONGEST_LOCATIVE = 3  # words in "southern outskirts of"


def mark(mentions: Sequence[Mention], scene: Scene) -> tuple[Mention, ...]:
    """Return mentions with `literal` false where a name stands for its government.

    States and the seats of parties can; the words beside a name decide. Members of a list
    share the sense of its first name. Another place that gave a party its name is ground
    unless it speaks.
    """
    seats, named = _seats(scene), _party_ends(scene)
    marked: list[Mention] = []
    for mention in mentions:
        literal = True
        if not mention.dateline and _can_speak(mention, scene, seats):
            literal = _is_ground(mention, marked[-1] if marked else None, scene, seats)
        elif mention.span[1] in named:
            literal = mention.span[1] + 1 not in scene.verbs_of_saying
        marked.append(mention if literal else replace(mention, literal=False))
    return tuple(marked)


def _seats(scene: Scene) -> frozenset[Span]:
    """Return the spans of capitals and seats that stand for a party's government."""
    return frozenset(h.span for h in scene.hits if h.kind is _PARTY and h.category == "capital")


def _party_ends(scene: Scene) -> frozenset[int]:
    """Return where names of parties end."""
    return frozenset(h.span[1] for h in scene.hits if h.kind is _PARTY and h.category == "name")


def _can_speak(mention: Mention, scene: Scene, seats: frozenset[Span]) -> bool:
    if mention.span in seats:
        return True
    place = scene.gazetteer.places.get(mention.place_id or "")
    return place is not None and place.kind is _COUNTRY


def _is_ground(
    mention: Mention, previous: Mention | None, scene: Scene, seats: frozenset[Span]
) -> bool:
    start, end = mention.span
    if scene.is_in_body(mention.span):
        return False
    if scene.text[end : end + 1] not in _GAPS and _is_based(scene, end):
        return True  # "an Arland-based group"
    owned = _owned(scene.text, end, scene)
    if owned is not None:
        return owned
    before: Sequence[Token] = ()
    word = _small_word(scene.text, start)
    if not word or word in scene.words.before_ground:  # else it tells nothing
        before = surroundings.before(scene.text, start, count=_LONGEST_LOCATIVE + 1)
    located = _located(start, before, scene)
    if located is not None:
        return located
    if previous and _is_listed(previous, mention, scene):
        return previous.literal or not _can_speak(previous, scene, seats)
    return _is_apposed(before, surroundings.after(scene.text, end, 1), previous)


def _small_word(text: str, start: int) -> str:
    """Return the plain word in lower case that a space parts from an offset, "" if none does."""
    word = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
    return word if text[start - 1] == " " and word.isalpha() and word.islower() else ""


def _is_based(scene: Scene, end: int) -> bool:
    suffix = fold(scene.text[end : end + _LONGEST_SUFFIX])
    return suffix.startswith(tuple(scene.words.based))


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


def _is_listed(previous: Mention, mention: Mention, scene: Scene) -> bool:
    start, end = previous.span[1], mention.span[0]
    # A comma alone may set off where a place lies: "Lisk, Arland".
    return (
        surroundings.is_list_mark(scene.text, start, end) and scene.text[start:end].strip() != ","
    )


def _is_apposed(before: Sequence[Token], behind: Sequence[Token], previous: Mention | None) -> bool:
    """Return whether "Lisk, Arland" tells where Lisk is; anything else acts or speaks."""
    if not before or before[0].text != "," or previous is None:
        return False
    return previous.literal and previous.span[1] == before[0].start and not _acts(behind)


def _acts(behind: Sequence[Token]) -> bool:
    return bool(behind) and behind[0].text.isalpha() and behind[0].text.islower()
