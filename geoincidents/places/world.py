"""Which names of the world's settlements count in a report: those that its words support.

Many towns are called like persons, bodies and plain words. A name that only the world's
index knows counts where the text shows ground: a kind word, a locative, its country, other
places near. The smaller the place, the more of that it needs; beside a title, another name
or a verb of speech it never counts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geoincidents.geography import PlaceKind
from geoincidents.places import surroundings
from geoincidents.text import fold_word as fold
from geoincidents.vocabulary import HitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.geography import Gazetteer, Place
    from geoincidents.model import Span
    from geoincidents.places.surroundings import Token
    from geoincidents.places.wording import Wording
    from geoincidents.vocabulary import Hit, Hits

PACK_ID = "world"  # of the records that the index gives
LARGE_M = 3_000.0  # size of about 85,000 inhabitants: a locative is support enough
NEAR_KM = 150.0  # a small place counts this near to another one of the report
MUCH_SMALLER = 0.4  # of sizes: six times fewer inhabitants
_MOST_LOCATIVE = 3  # words in "outskirts of the"
_SPEECH = "say_verb"  # the lexicon's category
_EARTH_KM = 6371.0
_NATIONAL = frozenset({"name", "demonym", "adjective"})  # a capital may share its name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """A hit that only places of the world have, and what stands around it."""

    hit: Hit
    word: str
    is_located: bool  # a locative or a kind word tells that it is ground
    is_person: bool  # a title, a given name, a surname or a verb of speech beside it


@dataclass(kw_only=True)
class _Report:
    """What a report says of where it plays."""

    gazetteer: Gazetteer
    words: Wording
    text: str
    hits: Sequence[Hit]
    place_ends: frozenset[int]  # where names of places end
    verb_starts: frozenset[int]  # where verbs of speech begin
    countries: frozenset[str] = frozenset()
    anchors: list[Place] = field(default_factory=list)


def supported(text: str, scanned: Hits, gazetteer: Gazetteer, words: Wording) -> Sequence[Hit]:
    """Return the hits of names without the world's places that nothing in the text supports."""
    hits = scanned.names
    if all(pack.id != PACK_ID for pack in gazetteer.packs):
        return hits
    report = _Report(
        gazetteer=gazetteer,
        words=words,
        text=text,
        hits=hits,
        place_ends=frozenset(h.span[1] for h in hits if h.kind is HitKind.PLACE),
        verb_starts=frozenset(h.span[0] for h in scanned if h.category == _SPEECH),
    )
    report.countries = _countries(report)
    own = {id(h): _own_keys(h, report) for h in hits if h.kind is HitKind.PLACE}
    report.anchors = _anchors(own, gazetteer)
    names = [_name(h, report) for h in hits if h.kind is HitKind.PLACE and not own[id(h)]]
    kept = _kept(names, report)
    found: list[Hit] = []
    for hit in hits:
        keys = (own[id(hit)] or kept.get(id(hit), ())) if id(hit) in own else hit.keys
        if keys:
            found.append(hit if keys == hit.keys else hit._replace(keys=keys))
    return found


def _own_keys(hit: Hit, report: _Report) -> tuple[str, ...]:
    """Return the places of a hit that a pack holds: they come before the world's.

    None where the report names the country of one of the world's, and not of the pack's.
    """
    places = report.gazetteer.places
    own = tuple(k for k in hit.keys if places[k].pack_id != PACK_ID)
    if len(own) == len(hit.keys):
        return own
    home = {k for k in hit.keys if places[k].country in report.countries}
    return () if home and not home.intersection(own) else own


def _countries(report: _Report) -> frozenset[str]:
    """Return the countries that a report names, by themselves or by their people."""
    parties, places = report.gazetteer.parties, report.gazetteer.places
    found: set[str] = set()
    for hit in report.hits:
        if hit.kind is HitKind.PARTY and hit.category in _NATIONAL:
            found.update(parties[key].country for key in hit.keys)
        elif hit.kind is HitKind.PLACE:
            named = (places[k] for k in hit.keys)
            found.update(p.country for p in named if p.kind is PlaceKind.COUNTRY)
    return frozenset(found - {""})


def _anchors(own: dict[int, tuple[str, ...]], gazetteer: Gazetteer) -> list[Place]:
    keys = sorted({keys[0] for keys in own.values() if len(keys) == 1})
    found = (gazetteer.places[k] for k in keys)
    return [p for p in found if p.kind is not PlaceKind.COUNTRY]


# --- what stands around a name ------------------------------------------------


def _name(hit: Hit, report: _Report) -> _Name:
    start, end = hit.span
    before = surroundings.before(report.text, start, reach=60, count=_MOST_LOCATIVE)
    behind = surroundings.after(report.text, end, 2)
    return _Name(
        hit=hit,
        word=fold(report.text[start:end]),
        is_located=_is_located(before, behind, report.words) or _is_second(hit.span, report),
        is_person=_is_person(before, behind, report),
    )


def _is_located(before: Sequence[Token], behind: Sequence[Token], words: Wording) -> bool:
    texts = [fold(t.text) for t in before if t.text[0].isalnum()]
    texts = texts[1:] if texts[:1] == ["the"] else texts
    phrases = (" ".join(reversed(texts[:n])) for n in range(1, len(texts) + 1))
    if any(p in words.locatives or p.removesuffix(" of") in words.class_of for p in phrases):
        return True
    following = [fold(t.text) for t in behind]
    return any(" ".join(following[:n]) in words.class_of for n in (1, 2) if following)


def _is_second(span: Span, report: _Report) -> bool:
    """Return whether a name goes on a list, "in Lisk and Omen", or a line, "Lisk, Arland"."""
    start = surroundings.list_mark_start(report.text, span[0])
    return start in report.place_ends


def _is_person(before: Sequence[Token], behind: Sequence[Token], report: _Report) -> bool:
    if before and _is_of_a_name(before[0], report):
        return True
    if not behind:
        return False
    follows = behind[0]
    if follows.text in {"'s", "’s"} and len(behind) > 1:
        follows = behind[1]
    return _is_of_a_name(follows, report) or follows.start in report.verb_starts


def _is_of_a_name(token: Token, report: _Report) -> bool:
    """Return whether a word beside a name makes it a longer name or a person's."""
    folded, words = fold(token.text), report.words
    if folded in words.titles:
        return True
    if not token.text[0].isupper() or folded in words.openers | words.class_of.keys():
        return False
    return folded not in words.directions and folded not in words.adjectives


# --- which places count -------------------------------------------------------


def _kept(names: list[_Name], report: _Report) -> dict[int, tuple[str, ...]]:
    """Return the places of each name that counts, by the hit's identity."""
    persons = {n.word for n in names if n.is_person}
    chosen: dict[str, tuple[str, ...]] = {}
    # Twice: what is found in the first round lies near what the second finds.
    for _ in range(2):
        for name in names:
            keys = () if name.is_person else _choose(name, name.word in persons, report)
            if keys and name.word not in chosen:
                chosen[name.word] = keys
                report.anchors.append(report.gazetteer.places[keys[0]])
    return {
        id(n.hit): tuple(sorted(chosen[n.word]))
        for n in names
        if n.word in chosen and not n.is_person
    }


def _choose(name: _Name, is_shared: bool, report: _Report) -> tuple[str, ...]:  # noqa: FBT001 - a fact of the name, not a switch
    """Return the places that a name may mean, the likeliest first."""
    places = [report.gazetteer.places[k] for k in name.hit.keys]
    fit = [p for p in places if _counts(p, name, is_shared, report)]
    home = [p for p in fit if p.country in report.countries]
    fit = home or fit
    if not fit:
        return ()
    fit.sort(key=lambda p: (-p.size_m, p.id))
    least = fit[0].size_m * MUCH_SMALLER
    near = [p for p in fit if p.size_m >= least or _is_near(p, report)]
    return tuple(p.id for p in near)


def _counts(place: Place, name: _Name, is_shared: bool, report: _Report) -> bool:  # noqa: FBT001 - as above
    is_home = place.country in report.countries
    is_large = place.size_m >= LARGE_M
    if is_shared:
        return False
    if not name.is_located:
        return is_home and is_large
    return is_large or is_home or _is_near(place, report)


def _is_near(place: Place, report: _Report) -> bool:
    return any(p.id != place.id and _km(p, place) <= NEAR_KM for p in report.anchors)


def _km(a: Place, b: Place) -> float:
    """Return the distance on a sphere, flat between the two: enough for "near"."""
    lon = math.radians((b.position.lon - a.position.lon + 180) % 360 - 180)
    lat = math.radians(b.position.lat - a.position.lat)
    middle = math.radians(a.position.lat + b.position.lat) / 2
    return _EARTH_KM * math.hypot(lon * math.cos(middle), lat)
