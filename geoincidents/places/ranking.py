"""Which place a name names: candidates with scores, and the reasons in words."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, overload

from geoincidents.geography import AREAS, PlaceKind
from geoincidents.model import Candidate
from geoincidents.text import fold_word as fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geoincidents.geography import Gazetteer, Place
    from geoincidents.places.scenes import Named, Scene
    from geoincidents.places.wording import Wording

# A look-up in an enumeration is a call.
_COUNTRY = PlaceKind.COUNTRY
MOST_CANDIDATES = 5
# Weights of the reasons: each multiplies a candidate's standing. Set by hand from what
# readers do; docs/method.md, "Choosing a place".
FITS_BEST, FITS, FITS_NOT = 6.0, 3.0, 0.2
FITS_ELSEWHERE = 1.6  # the report says elsewhere which kind of place the name is
BESIDE_AREA = 4.0  # the area that encloses it stands right beside the name
IN_NAMED_AREA = 2.0  # the report names an area that encloses it
NEAR_OTHERS = 2.0  # close to the report's other places; falls off with distance
NEAR_KM = 60.0
OF_NAMED_PARTY = 1.5
UNKNOWN_RIVAL = 0.15  # what stands for the places that no pack has
# Without a kind word a larger thing is meant more often than a smaller one of its name.
_PRIOR = {
    PlaceKind.COUNTRY: 4.0,
    PlaceKind.REGION: 2.5,
    PlaceKind.PROVINCE: 2.5,
    PlaceKind.TOWN: 2.0,
    PlaceKind.DISTRICT: 1.6,
}
_EARTH_KM = 6371.0
_BESIDE = 20  # characters between a place and its area in "Lisk, in the Omen region"
_Reason = tuple[float, str]
_NOWHERE: frozenset[str] = frozenset()
_NO_REASON: _Reason = (1.0, "")


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What the names of a report say about where it plays; most reports never ask.

    `grounds` are the classes of kind words by folded name, of names that places share.
    """

    names: Sequence[Named]
    gazetteer: Gazetteer
    words: Wording
    grounds: Mapping[str, frozenset[str]]
    ranked: dict[object, tuple[Candidate, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def anchors(self) -> tuple[Place, ...]:
        """Return the places of names that have one meaning, countries aside."""
        places = self.gazetteer.places
        sure = sorted({n.keys[0] for n in self.names if len(n.keys) == 1})
        return tuple(places[k] for k in sure if places[k].kind is not _COUNTRY)

    @cached_property
    def areas(self) -> frozenset[str]:
        """Return the areas that the report names."""
        keys = {k for name in self.names for k in name.keys}
        return frozenset(k for k in keys if self.gazetteer.places[k].kind in AREAS)

    @cached_property
    def countries(self) -> Mapping[str, frozenset[str]]:
        """Return which places of a country the report names for sure."""
        found: dict[str, set[str]] = defaultdict(set)
        for name in self.names:
            if len(name.keys) == 1:
                found[self.gazetteer.places[name.keys[0]].country].add(name.keys[0])
        return {country: frozenset(keys) for country, keys in found.items()}


class Candidates(Sequence[Candidate]):
    """The places that a name may mean, the best first, at most five: weighed when asked for.

    Reports that tell of nothing are never asked, and most names have but one place.
    """

    def __init__(self, index: int, elsewhere: frozenset[str], around: Setting) -> None:
        self._index, self._elsewhere, self._around = index, elsewhere, around

    @cached_property
    def _all(self) -> tuple[Candidate, ...]:
        around, elsewhere = self._around, self._elsewhere
        name, beside = around.names[self._index], _beside(around.names, self._index)
        known = (name.keys, name.ground, beside, elsewhere)
        if known not in around.ranked:
            around.ranked[known] = _ranked(name, beside, elsewhere, around)
        return around.ranked[known]

    @overload
    def __getitem__(self, index: int) -> Candidate: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Candidate, ...]: ...

    def __getitem__(self, index: int | slice) -> Candidate | tuple[Candidate, ...]:
        """Return one candidate or a tuple of them."""
        return self._all[index]

    def __len__(self) -> int:
        """Return how many there are."""
        return min(MOST_CANDIDATES, len(self._around.names[self._index].keys))

    def __repr__(self) -> str:
        """Return them as a tuple is written."""
        return repr(self._all)


def setting(names: Sequence[Named], scene: Scene) -> Setting:
    """Return the setting of a report from its names."""
    grounds: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.ground and len(name.keys) > 1:
            grounds[_surface(name, scene)].add(name.ground)
    return Setting(
        names=names,
        gazetteer=scene.gazetteer,
        words=scene.words,
        grounds={surface: frozenset(found) for surface, found in grounds.items()},
    )


def rank(index: int, around: Setting, scene: Scene) -> Sequence[Candidate]:
    """Return the places that a known name may mean, the best first, at most five."""
    elsewhere: frozenset[str] = _NOWHERE
    if around.grounds and not around.names[index].ground:
        elsewhere = around.grounds.get(_surface(around.names[index], scene), elsewhere)
    return Candidates(index, elsewhere, around)


def best(candidates: Sequence[Candidate], name: Named, around: Setting) -> str | None:
    """Return the place that a known name means, None if what it names is in no pack."""
    key = name.keys[0] if len(name.keys) == 1 else candidates[0].place_id
    # "Lisk Pass" is no town, also where only a town of that name is known.
    distinct = name.joined and name.ground in around.words.distinct
    if distinct and around.gazetteer.places[key].kind not in around.words.fits[name.ground]:
        return None
    return key


def _surface(name: Named, scene: Scene) -> str:
    return fold(scene.text[slice(*name.span)])


def _beside(names: Sequence[Named], index: int) -> frozenset[str]:
    """Return the places of the names that stand right beside a name."""
    start, end = names[index].span
    found: set[str] = set()
    if index and start - names[index - 1].span[1] <= _BESIDE:
        found.update(names[index - 1].keys)
    if index + 1 < len(names) and names[index + 1].span[0] - end <= _BESIDE:
        found.update(names[index + 1].keys)
    return frozenset(found)


def _ranked(
    name: Named, beside: frozenset[str], elsewhere: frozenset[str], around: Setting
) -> tuple[Candidate, ...]:
    weighed: list[tuple[str, float, tuple[str, ...]]] = []
    for key in name.keys:
        place = around.gazetteer.places[key]
        found = (
            (_PRIOR.get(place.kind, 1.0), f"a {place.kind.value} of this name"),
            _by_kind(place, name, around),
            _by_sense(place, elsewhere, around),
            _by_area(place, beside.difference(name.keys), name.keys, around),
            _by_nearness(place, around),
            _by_party(place, around),
        )
        weight = math.prod(factor for factor, _ in found)
        weighed.append((key, weight, tuple(reason for _, reason in found if reason)))
    total = sum(weight for _, weight, _ in weighed) + UNKNOWN_RIVAL
    candidates = [
        Candidate(place_id=key, score=round(weight / total, 3), reasons=reasons)
        for key, weight, reasons in weighed
    ]
    candidates.sort(key=lambda c: (-c.score, c.place_id))
    return tuple(candidates[:MOST_CANDIDATES])


def _by_kind(place: Place, name: Named, around: Setting) -> _Reason:
    kinds = around.words.fits.get(name.ground, ())
    if not kinds:
        return _NO_REASON
    if place.kind in kinds:
        factor = FITS_BEST if place.kind is kinds[0] else FITS
        return factor, f"the kind word beside it ({name.ground}) fits"
    return FITS_NOT, f"the kind word beside it ({name.ground}) does not fit"


def _by_sense(place: Place, elsewhere: frozenset[str], around: Setting) -> _Reason:
    fits = [g for g in sorted(elsewhere) if place.kind in around.words.fits.get(g, ())]
    if not fits:
        return _NO_REASON
    return FITS_ELSEWHERE, f"the report calls it a {fits[0]} elsewhere"


def _by_area(
    place: Place, beside: frozenset[str], own: tuple[str, ...], around: Setting
) -> _Reason:
    """Return what the areas around a place say; an area of its own name says nothing."""
    for key in place.admin:
        if key in beside:
            return BESIDE_AREA, f"lies in {_name(key, around)}, named beside it"
    for key in place.admin:
        if key in around.areas and key not in own:
            return IN_NAMED_AREA, f"lies in {_name(key, around)}, named in the report"
    return _NO_REASON


def _name(key: str, around: Setting) -> str:
    return around.gazetteer.places[key].name


def _by_nearness(place: Place, around: Setting) -> _Reason:
    if place.kind is _COUNTRY:
        return _NO_REASON
    others = [p for p in around.anchors if p.id != place.id]
    if not others:
        return _NO_REASON
    km, nearest = min((_distance_km(place, p), p.id) for p in others)
    factor = 1 + NEAR_OTHERS * math.exp(-km / NEAR_KM)
    return factor, f"{km:.0f} km from {_name(nearest, around)}, named in the report"


def _by_party(place: Place, around: Setting) -> _Reason:
    named = around.countries.get(place.country, frozenset())
    if len(named) > (place.id in named):
        return OF_NAMED_PARTY, "the report names its country, or other places of it"
    return _NO_REASON


def _distance_km(a: Place, b: Place) -> float:
    """Return the distance on a sphere; good to 0.5 %, which is enough for ranking."""
    lon = math.radians(b.position.lon - a.position.lon)
    lat = math.radians(b.position.lat - a.position.lat)
    mid = math.radians(a.position.lat + b.position.lat) / 2
    return _EARTH_KM * math.hypot(lon * math.cos(mid), lat)
