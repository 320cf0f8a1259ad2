"""Clusters: tellings of different reports that are one event.

The sharpest tellings come first and later ones join the cluster they fit best, so the
order of the reports does not matter. A telling must contradict no member of a cluster
(complete linkage), or chains of vague tellings would tie distant events together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geoincidents.incidents.agreement import window_days
from geoincidents.incidents.matching import (
    NEAR,
    Match,
    match,
    match_answer,
    match_twins,
    names_kind,
)
from geoincidents.model import DatePrecision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geoincidents.geography import Gazetteer
    from geoincidents.incidents.settings import Setting
    from geoincidents.incidents.tellings import ClaimKey, Telling

Key = tuple[str, str, int]
ALWAYS = -1  # in the place of a day: every event
LONG = -2  # in the place of a day: events that no short time is known of
ANYWHERE = "*"
LONG_DAYS = 45  # a month and some; longer periods are looked up by place alone
TOLD_REFUSALS = 3
PLACES_UNNAMED = 3
MARGIN = 2


@dataclass(slots=True, kw_only=True, eq=False)
class Cluster:
    """Tellings of one event while they are gathered; `refused` are near misses."""

    members: list[Telling] = field(default_factory=list)
    settings: dict[Setting, set[str]] = field(default_factory=dict)  # with their report ids
    answers: list[Telling] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    refused: list[tuple[Telling, str]] = field(default_factory=list)

    def add(self, telling: Telling) -> None:
        """Take in a telling."""
        self.members.append(telling)
        self.settings.setdefault(telling.setting, set()).add(telling.report_id)


def gather(tellings: Iterable[Telling], gazetteer: Gazetteer) -> tuple[Cluster, ...]:
    """Return the clusters of all tellings, in the order in which they were begun."""
    events, answers = _Index(gazetteer), _Index(gazetteer)
    clusters: list[Cluster] = []
    for telling in sorted(tellings, key=_sharpness):
        if telling.is_answer and (answered := _answered(telling, events)):
            answered.answers.append(telling)
            continue
        index = answers if telling.is_answer else events
        cluster = _fitting(telling, index)
        if cluster is None:
            cluster = Cluster()
            clusters.append(cluster)
        cluster.add(telling)
        index.enter(cluster, telling.setting)
    return tuple(clusters)


def _sharpness(telling: Telling) -> tuple[bool, int, int, int, ClaimKey]:
    """Return what puts the sharpest tellings first, then the earliest."""
    s = telling.setting
    place = [bool(s.places), s.is_shared_lake, s.count is not None, True].index(True)
    named = s.countries or s.is_border or place < PLACES_UNNAMED
    time = min((int(p.prec) for p in s.periods), default=int(DatePrecision.BEFORE_PUBLICATION))
    return (telling.is_answer, place + (not named), s.breadth, time, telling.key)


# --- joining -------------------------------------------------------------------


def _fitting(telling: Telling, index: _Index) -> Cluster | None:
    fits: list[tuple[Match, Cluster]] = []
    for cluster in index.candidates(telling.setting):
        found = _match_all(telling, cluster, index.gazetteer)
        if found.joins:
            fits.append((found, cluster))
        elif found.score >= NEAR and len(cluster.refused) < TOLD_REFUSALS:
            cluster.refused.append((telling, found.words))
    return _chosen(telling, fits)


def _match_all(telling: Telling, cluster: Cluster, gazetteer: Gazetteer) -> Match:
    """Return the best match with a member, or the first contradiction of any."""
    best: Match | None = None
    for setting, report_ids in cluster.settings.items():
        found = match(telling.setting, setting, gazetteer)
        if telling.report_id in report_ids:
            twin = match_twins(telling.setting, setting)
            found = twin if not twin.joins else found
        if found.contradicts:
            return found
        if best is None or (found.joins, found.rank) > (best.joins, best.rank):
            best = found
    if best is None:
        raise AssertionError("a cluster without members")
    return best


def _chosen(telling: Telling, fits: list[tuple[Match, Cluster]]) -> Cluster | None:
    """Return the one cluster that fits best; None where the words leave several open."""
    if not fits:
        return None
    fits.sort(key=lambda f: f[0].rank, reverse=True)
    best, cluster = fits[0]
    rivals = [f for f in fits[1:] if _is_rival(f[0], best)]
    if rivals:
        words = f"fits {1 + len(rivals)} events as well, so it joins none"
        for _, rival in fits[:TOLD_REFUSALS]:
            rival.refused.append((telling, words))
        return None
    cluster.joined.append(f"{telling.doc}: {best.words}")
    return cluster


def _is_rival(other: Match, best: Match) -> bool:
    """Return whether a second match is as good; vague places must be beaten clearly."""
    return other.rank == best.rank or (not best.is_placed and other.score > best.score - MARGIN)


def _answered(telling: Telling, index: _Index) -> Cluster | None:
    fits = [
        (found, cluster)
        for cluster in index.answerable(telling.setting)
        for found in [_match_answer(telling, cluster, index.gazetteer)]
        if found.joins
    ]
    return _chosen(telling, fits)


def _match_answer(telling: Telling, cluster: Cluster, gazetteer: Gazetteer) -> Match:
    found = [match_answer(telling, setting, gazetteer) for setting in cluster.settings]
    return min(found, key=lambda m: (m.joins, m.rank))


# --- blocking ------------------------------------------------------------------


class _Index:
    """Finds clusters by kind, place and day, so that not every pair is compared."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._at: dict[Key, dict[int, Cluster]] = {}
        self._inside: dict[Key, dict[int, Cluster]] = {}
        self._groups: set[str] = set()

    def enter(self, cluster: Cluster, setting: Setting) -> None:
        """Make a cluster findable by a setting of its own."""
        self._groups |= setting.groups
        days = (*(_days(setting) or (LONG,)), ALWAYS)
        for group in setting.groups:
            for day in days:
                for place in (ANYWHERE, *setting.places):
                    self._at.setdefault((group, place, day), {})[id(cluster)] = cluster
                for area in self._areas(setting):
                    self._inside.setdefault((group, area, day), {})[id(cluster)] = cluster

    def candidates(self, setting: Setting) -> Iterable[Cluster]:
        """Return each cluster once whose kind, time and place may agree with a setting."""
        if not setting.places:
            return self._anywhere(setting, sorted(setting.groups))
        seen: dict[int, Cluster] = {}
        areas = self._areas(setting)
        for group in sorted(setting.groups):
            for day in _sought(setting):
                for place in setting.places:
                    seen |= self._at.get((group, place, day), {})
                    seen |= self._inside.get((group, place, day), {})
                for area in areas:
                    seen |= self._at.get((group, area, day), {})
        return seen.values()

    def answerable(self, setting: Setting) -> Iterable[Cluster]:
        """Return each cluster once that a denial may answer: any place, often any kind."""
        groups = sorted(self._groups if not names_kind(setting) else setting.groups)
        return self._anywhere(setting, groups)

    def _anywhere(self, setting: Setting, groups: list[str]) -> Iterable[Cluster]:
        seen: dict[int, Cluster] = {}
        for group in groups:
            for day in _sought(setting):
                seen |= self._at.get((group, ANYWHERE, day), {})
        return seen.values()

    def _areas(self, setting: Setting) -> tuple[str, ...]:
        areas = (a for p in setting.places for a in self.gazetteer.place(p).admin)
        return tuple(dict.fromkeys(areas))


def _sought(setting: Setting) -> tuple[int, ...]:
    days = _days(setting)
    return (*days, LONG) if days else (ALWAYS,)


def _days(setting: Setting) -> tuple[int, ...]:
    """Return the days of an event as ordinals, none where they are too many or unknown."""
    spans = [(p.start.toordinal(), p.end.toordinal()) for p in setting.periods]
    if not spans and setting.published is not None:
        last = setting.published.toordinal()
        spans = [(last - window_days(setting.groups), last)]
    if sum(end - start + 1 for start, end in spans) > LONG_DAYS:
        return ()
    return tuple(sorted({day for start, end in spans for day in range(start, end + 1)}))
