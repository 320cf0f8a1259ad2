"""Blocking: which clusters may fit a telling at all, so that few pairs are compared.

Clusters are looked up by kind, day and a token: a place, an area around it, a figure.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from geoincidents.geography import PlaceKind
from geoincidents.incidents.agreement import (
    NEWS_DAYS,
    SAME_NEWS_DAYS,
    lasts,
    road_words,
    window_days,
)
from geoincidents.model import DatePrecision
from geoincidents.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geoincidents.geography import Gazetteer, Place
    from geoincidents.incidents.clusters import Cluster
    from geoincidents.incidents.figures import Figure
    from geoincidents.incidents.settings import Setting
    from geoincidents.incidents.tellings import Telling

Token = tuple[str, ...]
Key = tuple[str, Token]
ALWAYS = -1  # in the place of a day: every event
LONG = -2  # in the place of a day: events that no short time is known of
LONG_DAYS = 45  # a month and some; longer periods are looked up without their days
ANY: Token = ("any",)
DATED: Token = ("dated",)
NEWS: Token = ("news",)  # undated events, by the day of their publication


class Index:
    """Finds clusters by the settings that they were entered with."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._clusters: dict[Key, dict[int, dict[Cluster, None]]] = defaultdict(
            partial(defaultdict, dict)
        )  # by day, in order of entry
        self._groups: set[str] = set()
        self._ends: dict[str, tuple[Token, ...]] = {}  # by place

    def enter(self, cluster: Cluster, telling: Telling) -> None:
        """Make a cluster findable by a telling of its own."""
        setting = telling.setting
        self._groups |= setting.groups
        days = (*(_days(setting) or (LONG,)), ALWAYS)
        tokens = [ANY, *(("at", p) for p in setting.places), *self._names(setting)]
        tokens += [("in", area) for area in self._areas(setting)]
        tokens += [("figure", f.kind.value, str(f.cell)) for f in telling.figures]
        tokens += [DATED] if _is_short(setting) else []
        for token in tokens:
            self._enter(cluster, setting, token, days)
        if not setting.periods and setting.published is not None:
            self._enter(cluster, setting, NEWS, (setting.published.toordinal(),))
        self._enter(cluster, setting, ("report", telling.report_id), (ALWAYS,))

    def _enter(self, cluster: Cluster, setting: Setting, token: Token, days: Iterable[int]) -> None:
        for group in setting.groups:
            by_day = self._clusters[group, token]
            for day in days:
                by_day[day][cluster] = None

    def candidates(self, telling: Telling) -> Sequence[Cluster]:
        """Return each cluster once that a telling may agree with, in order of entry."""
        setting = telling.setting
        groups = sorted(setting.groups)
        if setting.places or setting.unknown:
            tokens: list[Token] = [("at", p) for p in (*setting.places, *self._areas(setting))]
            tokens += [("in", p) for p in setting.places]
            tokens += self._names(setting)
            return self._found(groups, tokens, _sought(setting))
        if setting.is_shared_lake or setting.count is not None:
            return self._found(groups, [ANY], _sought(setting))
        return self._found_unplaced(groups, telling)

    def answerable(self, setting: Setting, *, names_kind: bool) -> Sequence[Cluster]:
        """Return each cluster once that a denial may answer: any place, often any kind."""
        groups = sorted(setting.groups if names_kind else self._groups)
        return self._found(groups, [ANY], _sought(setting))

    def neighbours(self, setting: Setting) -> Iterator[Cluster]:
        """Yield each cluster once of the same kind and days, or of the day before or after."""
        if not _is_short(setting):
            return
        days = _days(setting)
        around = (*days, days[0] - 1, days[-1] + 1)
        seen: set[Cluster] = set()
        for found in self._cells(sorted(setting.groups), [DATED], around):
            for cluster in found:
                if cluster not in seen:
                    seen.add(cluster)
                    yield cluster

    def _found_unplaced(self, groups: Sequence[str], telling: Telling) -> Sequence[Cluster]:
        """Return the clusters that a telling without place can reach enough agreement with.

        Kind, parties and country alone are not enough (`matching.ENOUGH`): it takes a
        time of days on both sides, a figure, the same report, or news of the same days.
        """
        setting = telling.setting
        figures = sorted({*_figure_tokens(telling.figures)})
        seen = self._seen(groups, figures, _sought(setting))
        seen |= self._seen(groups, [("report", telling.report_id)], (ALWAYS,))
        if _is_short(setting):
            seen |= self._seen(groups, [DATED], _days(setting))
        if not setting.periods and setting.published is not None:
            day = setting.published.toordinal()
            around = range(day - SAME_NEWS_DAYS, day + SAME_NEWS_DAYS + 1)
            seen |= self._seen(groups, [NEWS], around)
            seen |= self._seen(groups, [DATED], range(day - NEWS_DAYS, day + 1))
        return tuple(seen)

    def _found(
        self, groups: Sequence[str], tokens: Iterable[Token], days: Sequence[int]
    ) -> Sequence[Cluster]:
        return tuple(self._seen(groups, tokens, days))

    def _seen(
        self, groups: Sequence[str], tokens: Iterable[Token], days: Sequence[int]
    ) -> dict[Cluster, None]:
        return dict.fromkeys(chain.from_iterable(self._cells(groups, tokens, days)))

    def _cells(
        self, groups: Sequence[str], tokens: Iterable[Token], days: Sequence[int]
    ) -> Iterator[dict[Cluster, None]]:
        for token in tokens:
            for group in groups:
                by_day = self._clusters.get((group, token))
                if by_day:
                    yield from (by_day[day] for day in days if day in by_day)

    def _names(self, setting: Setting) -> Iterator[Token]:
        """Yield the names of unknown places, and those that a road shares with its ends."""
        yield from (("name", name) for name in setting.unknown)
        for place_id in setting.places:
            if place_id not in self._ends:
                self._ends[place_id] = _ends(self._gazetteer.place(place_id))
            yield from self._ends[place_id]

    def _areas(self, setting: Setting) -> tuple[str, ...]:
        areas = (a for p in setting.places for a in self._gazetteer.place(p).admin)
        return tuple(dict.fromkeys(areas))


def _ends(place: Place) -> tuple[Token, ...]:
    """Return a place's name, or those of a road's ends."""
    names = road_words(place) if place.kind is PlaceKind.ROAD else (fold(place.name),)
    return tuple(("end", name) for name in names)


def _is_short(setting: Setting) -> bool:
    """Return whether the time is known to a week or better."""
    periods = setting.periods
    if len(periods) == 1:
        return periods[0].prec <= DatePrecision.WEEK
    return bool(periods) and all(p.prec <= DatePrecision.WEEK for p in periods)


def _sought(setting: Setting) -> tuple[int, ...]:
    days = _days(setting)
    return (*days, LONG) if days else (ALWAYS,)


def _days(setting: Setting) -> tuple[int, ...]:
    """Return the days of an event as ordinals, none where they are too many or unknown."""
    spans = [(p.start.toordinal(), p.end.toordinal()) for p in setting.periods]
    if not spans and (lasts(setting) or setting.published is None):
        return ()
    if not spans and setting.published is not None:
        last = setting.published.toordinal()
        spans = [(last - window_days(setting.groups), last)]
    if len(spans) == 1 and spans[0][1] - spans[0][0] < LONG_DAYS:
        return tuple(range(spans[0][0], spans[0][1] + 1))
    if sum(end - start + 1 for start, end in spans) > LONG_DAYS:
        return ()
    return tuple(sorted({day for start, end in spans for day in range(start, end + 1)}))


def _figure_tokens(figures: Iterable[Figure]) -> Iterator[Token]:
    """Yield tokens of which two figures within a tenth share one."""
    for f in figures:
        yield from (("figure", f.kind.value, str(c)) for c in (f.cell - 1, f.cell, f.cell + 1))
