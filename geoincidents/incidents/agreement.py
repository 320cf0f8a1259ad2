"""Whether two settings can be one event: the parties, time, place and figures compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from geoincidents.geography import PlaceKind
from geoincidents.incidents.settings import FIRE, OTHER
from geoincidents.model import ClaimType, DatePrecision
from geoincidents.text import fold

if TYPE_CHECKING:
    from geoincidents.geography import Gazetteer, Place
    from geoincidents.incidents.settings import Period, Setting

# Days between an undated telling's publication and the event, or another publication:
# fire returns to the same places within days, ground is taken once.
UNDATED_WINDOW_DAYS = {FIRE: 1}
UNDATED_WINDOW_DEFAULT_DAYS = 10
NEWS_DAYS = 3  # so long what happened is told as news, by "accused" and without a date
SAME_NEWS_DAYS = 2  # undated tellings that are published so close tell the same news
FEW_PLACES_SHARE = 0.5
SAME, INSIDE, LOOSE = 3, 2, 1
_WORD = re.compile(r"[^\W\d_]{3,}")
_SHORT = frozenset({DatePrecision.DAYS, DatePrecision.WEEK})


class Agreement(NamedTuple):
    """How far one thing agrees: `score` is None where it contradicts; `words` say why."""

    score: int | None
    words: str = ""
    is_road_end: bool = False
    is_whole: bool = True  # every place of either is met by one of the other


def against(words: str) -> Agreement:
    """Return a contradiction."""
    return Agreement(score=None, words=words)


_NOTHING = Agreement(score=0)
_SAME_KIND = Agreement(score=1, words="same kind")
_OTHER_KIND = against("different kinds of event")
_SAME_PARTIES = (_NOTHING, *(Agreement(score=n, words="same parties") for n in (1, 2)))
_OTHER_PARTIES = against("different parties")


def window_days(groups: frozenset[str]) -> int:
    """Return how many days before its publication an undated event may have been."""
    return min(UNDATED_WINDOW_DAYS.get(g, UNDATED_WINDOW_DEFAULT_DAYS) for g in groups)


# --- kind and parties ----------------------------------------------------------


def of_types(a: Setting, b: Setting) -> Agreement:
    """Compare what is said to have happened."""
    if a.groups.isdisjoint(b.groups):
        return _OTHER_KIND
    if a.types.isdisjoint(b.types) or a.groups & b.groups == {OTHER}:
        return _NOTHING
    return _SAME_KIND


def of_parties(a: Setting, b: Setting) -> Agreement:
    """Compare who is said to have acted against whom; unknown parties contradict nothing."""
    if a.is_mutual or b.is_mutual:
        return _of_both_parties(a.parties, b.parties)
    score = 0
    for mine, theirs in ((a.actors, b.actors), (a.targets, b.targets)):
        if mine and theirs:
            if mine.isdisjoint(theirs):
                return _OTHER_PARTIES
            score += 1
    if score or (a.parties and b.parties and a.parties.isdisjoint(b.parties)):
        return _SAME_PARTIES[score]
    crossed = (a.actors & b.targets and not b.actors) or (a.targets & b.actors and not a.actors)
    return against("the parties act the other way round") if crossed else _NOTHING


def _of_both_parties(mine: frozenset[str], theirs: frozenset[str]) -> Agreement:
    if not mine or not theirs:
        return _NOTHING
    shared = len(mine & theirs)
    if shared < min(len(mine), len(theirs), 2):
        return _OTHER_PARTIES
    return _SAME_PARTIES[min(shared, 2)]


# --- time ----------------------------------------------------------------------


def lasts(setting: Setting) -> bool:
    """Return whether it goes on: "troops are deployed" is said long after they came."""
    return setting.types == {ClaimType.DEPLOYMENT}


def of_times(a: Setting, b: Setting) -> Agreement:
    """Compare when it was; the best of the readings counts."""
    if a.periods and b.periods:
        if len(a.periods) == len(b.periods) == 1:
            return _of_periods(a.periods[0], b.periods[0])
        found = [_of_periods(p, q) for p in a.periods for q in b.periods]
        return max(found, key=lambda f: -1 if f.score is None else f.score)
    if not a.periods and not b.periods:
        return _of_undated(a, b)
    dated, undated = (a, b) if a.periods else (b, a)
    return _of_dated_and_undated(dated, undated)


def _of_periods(p: Period, q: Period) -> Agreement:
    if p.end < q.start or q.end < p.start:
        return against(f"different times ({p.said} and {q.said})")
    if p.prec is DatePrecision.DAY and q.prec is DatePrecision.DAY:
        return Agreement(score=SAME, words=f"same day ({p.said})")
    coarser = max(p.prec, q.prec)
    if coarser in _SHORT:
        return Agreement(score=INSIDE, words=f"times that overlap ({p.said} and {q.said})")
    if coarser is DatePrecision.MONTH:
        return Agreement(score=LOOSE, words=f"{p.said} agrees with {q.said}")
    return _NOTHING


def _of_dated_and_undated(dated: Setting, undated: Setting) -> Agreement:
    if undated.published is None:
        return against("one has no date, nor a date of publication")
    groups = dated.groups | undated.groups
    if lasts(dated) and lasts(undated) and dated.periods[0].start <= undated.published:
        return _NOTHING
    gaps = [(undated.published - p.end).days for p in dated.periods if p.start <= undated.published]
    gap, window = min(gaps, default=-1), window_days(groups)
    if not gaps or gap > window:
        return against("undated, and not published in the days after it")
    # Crossings are rare enough that news of these days is news of this one.
    is_news = gap <= NEWS_DAYS and FIRE not in groups
    days = NEWS_DAYS if is_news else window
    return Agreement(
        score=INSIDE if is_news else LOOSE, words=f"undated, published within {days} days of it"
    )


def _of_undated(a: Setting, b: Setting) -> Agreement:
    if a.published is None or b.published is None:
        return against("neither has a date, and one has no date of publication")
    if lasts(a) and lasts(b):
        return _NOTHING
    gap = abs((a.published - b.published).days)
    if gap > window_days(a.groups | b.groups):
        return against("both undated, and published too far apart")
    apart = f"{gap} {'day' if gap == 1 else 'days'} apart" if gap else "on the same day"
    words = f"both undated, published {apart}"
    return Agreement(score=LOOSE if gap <= SAME_NEWS_DAYS else 0, words=words)


# --- place ---------------------------------------------------------------------


def of_places(a: Setting, b: Setting, gazetteer: Gazetteer) -> Agreement:
    """Compare where it was, within the precision of the words."""
    if a.unknown or b.unknown:
        return _of_unknown(a, b, gazetteer)
    if a.places and b.places:
        return _of_named(a, b, gazetteer)
    if a.places or b.places:
        named, vague = (a, b) if a.places else (b, a)
        return _of_named_and_vague(named, vague, gazetteer)
    return _of_vague(a, b)


def _of_unknown(a: Setting, b: Setting, gazetteer: Gazetteer) -> Agreement:
    """Compare places of which one is in no gazetteer: a site somewhere, known by its name."""
    names = sorted({*a.unknown, *b.unknown})
    if shared := sorted({*a.unknown} & {*b.unknown}):
        return Agreement(score=SAME, words=f"same name of an unknown place ({shared[0]!r})")
    if a.unknown and b.unknown:
        return against(f"different unknown places ({', '.join(map(repr, names))})")
    known, unknown = (a, b) if b.unknown else (b, a)
    if known.places and not known.breadth:
        return against(f"{_names(known, gazetteer)}, and the unknown place {names[0]!r}")
    if known.places and unknown.places:
        found = _of_named(a, b, gazetteer)
        if found.score is None:
            return found
        return Agreement(score=INSIDE, words=found.words, is_whole=False)
    return _NOTHING


def _of_named(a: Setting, b: Setting, gazetteer: Gazetteer) -> Agreement:
    met = [(p, q) for p in a.places for q in b.places if _is_met(p, q, gazetteer)]
    if not met:
        return against(f"different places ({_names(a, gazetteer)} and {_names(b, gazetteer)})")
    firsts, seconds = {p for p, _ in met}, {q for _, q in met}
    shares = (len(firsts) / len(a.places), len(seconds) / len(b.places))
    # One place of a long list is a part of that event; two of them are its front.
    if min(shares) < FEW_PLACES_SHARE and min(len(firsts), len(seconds)) < 2:  # noqa: PLR2004 - two places
        return against(f"only some of the places ({_names(a, gazetteer)}; {_names(b, gazetteer)})")
    found = [_of_pair(p, q, gazetteer) for p, q in met]
    along = [f for f in found if f.is_road_end]
    is_whole = min(shares) >= 1
    if len(along) > 1:
        words = "; ".join(f.words for f in along)
        return Agreement(score=SAME, words=words, is_whole=is_whole)
    return max(found, key=lambda f: f.score or 0)._replace(is_whole=is_whole)


def _is_met(p: str, q: str, gazetteer: Gazetteer) -> bool:
    if p == q or gazetteer.encloses(p, q) or gazetteer.encloses(q, p):
        return True
    first, second = gazetteer.place(p), gazetteer.place(q)
    return is_road_end(first, second) or is_road_end(second, first)


def is_road_end(road: Place, site: Place) -> bool:
    """Return whether a road bears the name of a place: "the road from A to B", "A-B road"."""
    return road.kind is PlaceKind.ROAD and fold(site.name) in road_words(road)


def road_words(road: Place) -> tuple[str, ...]:
    """Return the words of a road's name, among them its ends, without case and marks."""
    return tuple(_WORD.findall(fold(road.name)))


def _of_pair(p: str, q: str, gazetteer: Gazetteer) -> Agreement:
    first, second = gazetteer.place(p), gazetteer.place(q)
    if p == q:
        wide = first.kind in {PlaceKind.REGION, PlaceKind.PROVINCE}
        return Agreement(score=INSIDE if wide else SAME, words=f"same place ({first.name})")
    for road, site in ((first, second), (second, first)):
        if is_road_end(road, site):
            words = f"{site.name} is on {road.name}"
            return Agreement(score=INSIDE, words=words, is_road_end=True)
    inner, outer = (first, second) if q in first.admin else (second, first)
    return Agreement(score=INSIDE, words=f"{inner.name} lies in {outer.name}")


def _names(setting: Setting, gazetteer: Gazetteer) -> str:
    return ", ".join(gazetteer.place(p).name for p in setting.places)


def shared_lakes(named: Setting, vague: Setting, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the named lakes that "a lake shared by the two countries" may be."""
    parties = (gazetteer.parties.get(p) for p in sorted(vague.parties))
    countries = {p.country for p in parties if p is not None and p.country}
    lakes = (gazetteer.place(p) for p in named.places)
    return tuple(
        lake.id
        for lake in lakes
        if lake.kind is PlaceKind.LAKE
        and len(lake.straddles) > 1
        and countries <= set(lake.straddles)
    )


def _of_named_and_vague(named: Setting, vague: Setting, gazetteer: Gazetteer) -> Agreement:
    if vague.is_shared_lake:
        return _of_named_and_lake(named, vague, gazetteer)
    if vague.count is not None:
        return _of_named_and_counted(named, vague, gazetteer)
    if vague.countries:
        return _of_named_and_countries(named, vague, gazetteer)
    words = f"{_names(named, gazetteer)} may lie at the border" if vague.is_border else ""
    return Agreement(score=LOOSE if vague.is_border else 0, words=words)


def _of_named_and_lake(named: Setting, vague: Setting, gazetteer: Gazetteer) -> Agreement:
    lakes = shared_lakes(named, vague, gazetteer)
    if lakes:
        name = gazetteer.place(lakes[0]).name
        return Agreement(score=INSIDE, words=f"the shared lake is taken to be {name}")
    wide = {PlaceKind.REGION, PlaceKind.PROVINCE, PlaceKind.DISTRICT}
    if all(gazetteer.place(p).kind in wide for p in named.places):
        return Agreement(score=LOOSE, words=f"the lake may lie in {_names(named, gazetteer)}")
    return against(f"a shared lake, and {_names(named, gazetteer)}")


def _of_named_and_counted(named: Setting, vague: Setting, gazetteer: Gazetteer) -> Agreement:
    names = _names(named, gazetteer)
    if vague.count != len(named.places):
        return against(f"{vague.count} sections of the border, and {names}")
    return Agreement(score=INSIDE, words=f"{vague.count} sections of the border agree with {names}")


def _of_named_and_countries(named: Setting, vague: Setting, gazetteer: Gazetteer) -> Agreement:
    lying = {
        country for p in map(gazetteer.place, named.places) for country in (p.country, *p.straddles)
    }
    if not lying & vague.countries:
        return against(f"{_names(named, gazetteer)} is in another country")
    return Agreement(score=LOOSE, words=f"{_names(named, gazetteer)} is in the country named")


def _of_vague(a: Setting, b: Setting) -> Agreement:
    if a.is_shared_lake and b.is_shared_lake:
        return Agreement(score=INSIDE, words="both name no lake, but a shared one")
    if a.count is not None and b.count is not None:
        if a.count != b.count:
            return against("different numbers of sections of the border")
        return Agreement(score=INSIDE, words="as many sections of the border")
    if a.countries and b.countries and not a.countries & b.countries:
        return against("different countries")
    if (a.countries & b.countries) or (a.is_border and b.is_border):
        return Agreement(score=LOOSE, words="both at the border" if a.is_border else "same country")
    return _NOTHING
