"""Which place a name names: candidates with scores, and the reasons in words."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geoincidents.geography import AREAS, PlaceKind
from geoincidents.model import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geoincidents.geography import Gazetteer, Place
    from geoincidents.places.scenes import Named
    from geoincidents.places.wording import Wording

MOST_CANDIDATES = 5
# Weights of the reasons: each multiplies a candidate's standing. Set by hand from what
# readers do; docs/method.md, "Choosing a place".
FITS_BEST, FITS, FITS_NOT = 6.0, 3.0, 0.2
IN_NAMED_AREA = 3.0  # the report names an area that encloses it
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a report's other names say about where it plays."""

    anchors: tuple[Place, ...]  # places of names that have one meaning, countries aside
    areas: frozenset[str]  # ids of areas that the report names
    countries: Mapping[str, int]  # how often each country is named


def setting(names: Iterable[Named], gazetteer: Gazetteer) -> Setting:
    """Return the setting of a report from its names."""
    sure: dict[str, Place] = {}
    areas: set[str] = set()
    countries: Counter[str] = Counter()
    for name in names:
        for key in name.keys:
            place = gazetteer.places[key]
            if place.kind in AREAS:
                areas.add(key)
            if len(name.keys) == 1:
                countries[place.country] += 1
                sure[key] = place
    anchors = tuple(p for _, p in sorted(sure.items()) if p.kind is not PlaceKind.COUNTRY)
    return Setting(anchors=anchors, areas=frozenset(areas), countries=countries)


def rank(
    name: Named, around: Setting, gazetteer: Gazetteer, words: Wording
) -> tuple[Candidate, ...]:
    """Return the places that a name may mean, the best first, at most five."""
    weighed = [_weigh(gazetteer.places[key], name, around, words) for key in name.keys]
    total = sum(weight for _, weight, _ in weighed) + UNKNOWN_RIVAL
    candidates = [
        Candidate(place_id=key, score=round(weight / total, 3), reasons=reasons)
        for key, weight, reasons in weighed
    ]
    candidates.sort(key=lambda c: (-c.score, c.place_id))
    return tuple(candidates[:MOST_CANDIDATES])


def _weigh(
    place: Place, name: Named, around: Setting, words: Wording
) -> tuple[str, float, tuple[str, ...]]:
    weight = _PRIOR.get(place.kind, 1.0)
    reasons = [f"a {place.kind.value} of this name"]
    for factor, reason in (
        _by_kind(place, name, words),
        _by_area(place, around),
        _by_nearness(place, around),
        _by_party(place, around),
    ):
        weight *= factor
        if reason:
            reasons.append(reason)
    return place.id, weight, tuple(reasons)


def _by_kind(place: Place, name: Named, words: Wording) -> tuple[float, str]:
    kinds = words.fits.get(name.ground, ())
    if not kinds:
        return 1.0, ""
    if place.kind in kinds:
        best = place.kind is kinds[0]
        return (FITS_BEST if best else FITS), f"the kind word beside it ({name.ground}) fits"
    return FITS_NOT, f"the kind word beside it ({name.ground}) does not fit"


def _by_area(place: Place, around: Setting) -> tuple[float, str]:
    named = [a for a in place.admin if a in around.areas and a != place.id]
    return (IN_NAMED_AREA, f"lies in {named[0]}, named in the report") if named else (1.0, "")


def _by_nearness(place: Place, around: Setting) -> tuple[float, str]:
    others = [p for p in around.anchors if p.id != place.id]
    if not others or place.kind is PlaceKind.COUNTRY:
        return 1.0, ""
    km, nearest = min((_distance_km(place, p), p.id) for p in others)
    factor = 1 + NEAR_OTHERS * math.exp(-km / NEAR_KM)
    return factor, f"{km:.0f} km from {nearest}, named in the report"


def _by_party(place: Place, around: Setting) -> tuple[float, str]:
    if around.countries.get(place.country):
        return OF_NAMED_PARTY, "its country is named in the report"
    return 1.0, ""


def _distance_km(a: Place, b: Place) -> float:
    """Return the distance on a sphere; good to 0.5 %, which is enough for ranking."""
    lon, lat = (
        math.radians(b.position.lon - a.position.lon),
        math.radians(b.position.lat - a.position.lat),
    )
    mid = math.radians(a.position.lat + b.position.lat) / 2
    return _EARTH_KM * math.hypot(lon * math.cos(mid), lat)


def best(
    candidates: Sequence[Candidate], name: Named, gazetteer: Gazetteer, words: Wording
) -> str | None:
    """Return the place that a name means, None if what it names is in no pack."""
    if not candidates:
        return None
    place = gazetteer.places[candidates[0].place_id]
    # "Lisk Pass" is no town, also where only a town of that name is known.
    if name.joined and name.ground in words.distinct and place.kind not in words.fits[name.ground]:
        return None
    return place.id
