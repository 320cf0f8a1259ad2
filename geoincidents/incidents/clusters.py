"""Clusters: tellings of different reports that are one event.

The sharpest tellings come first and later ones join the cluster they fit best, so the
order of the reports does not matter. A telling must contradict no member of a cluster
(complete linkage), or chains of vague tellings would tie distant events together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from geoincidents.incidents.agreement import Agreement
from geoincidents.incidents.blocking import Index
from geoincidents.incidents.figures import Ledger
from geoincidents.incidents.matching import (
    NEAR,
    Match,
    match,
    match_answer,
    match_twins,
    names_kind,
    refusal,
    total_and_part,
)
from geoincidents.incidents.ties import apart_of
from geoincidents.incidents.wording import Union
from geoincidents.model import NO_TIES, DatePrecision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geoincidents.geography import Gazetteer
    from geoincidents.incidents.settings import Setting
    from geoincidents.incidents.tellings import ClaimKey, Telling
    from geoincidents.model import Ties

TOLD_REFUSALS = 3
PLACES_UNNAMED = 3
NEIGHBOURS = 3  # events of like days of which a cluster tells why they are apart
LIKE = 3  # the score of the same kind and both parties
MARGIN = 2
UNTOLD = Agreement(score=0)  # figures that are not compared
BY_A_PERSON = "a person says that it is the same event"
NOT_BY_A_PERSON = "a person says that it is another event"
TOO_MANY = "too many events of those days to tell which"
MANY = 64  # events of those days that a telling without place may be compared with


@dataclass(slots=True, kw_only=True, eq=False)
class Cluster:
    """Tellings of one event while they are gathered.

    `refused` are near misses; `notes` say why the first telling joined no other cluster;
    `totals` give a figure that includes this event's.
    """

    members: list[Telling] = field(default_factory=list)
    settings: dict[Setting, set[str]] = field(default_factory=dict)  # with their report ids
    by_report: dict[str, list[Telling]] = field(default_factory=dict)
    ledger: Ledger = field(default_factory=Ledger)
    answers: list[Telling] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    refused: list[tuple[Telling, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    totals: list[Telling] = field(default_factory=list)

    def add(self, telling: Telling) -> None:
        """Take in a telling."""
        self.members.append(telling)
        self.settings.setdefault(telling.setting, set()).add(telling.report_id)
        self.by_report.setdefault(telling.report_id, []).append(telling)
        self.ledger.add(telling.figures, is_placed=telling.is_placed)

    def absorb(self, other: Cluster) -> None:
        """Take in another cluster whole, since a person says that both are one event."""
        for telling in other.members:
            self.add(telling)
        self.answers += other.answers
        self.joined += [*other.joined, f"{other.members[0].doc}: {BY_A_PERSON}"]
        self.refused = [r for r in (*self.refused, *other.refused) if r[0] not in self.members]
        self.notes += other.notes
        self.totals += other.totals


def gather(
    tellings: Iterable[Telling], gazetteer: Gazetteer, ties: Ties = NO_TIES
) -> tuple[Cluster, ...]:
    """Return the clusters of all tellings, in the order in which they were begun."""
    told = sorted(tellings, key=_sharpness)
    gathering = _Gathering(gazetteer, apart_of(told, ties.apart))
    for telling in told:
        gathering.place(telling)
    gathering.tell_neighbours()
    return _tied(gathering.clusters, ties.together)


def _tied(clusters: list[Cluster], pairs: Iterable[tuple[str, str]]) -> tuple[Cluster, ...]:
    """Return clusters of which those are one that a person says are one."""
    home = {
        claim.id: i
        for i, cluster in enumerate(clusters)
        for telling in (*cluster.members, *cluster.answers)
        for claim in telling.claims
    }
    union = Union(range(len(clusters)))
    for a, b in pairs:
        if a in home and b in home:
            union.join(home[a], home[b])
    kept = [cluster for i, cluster in enumerate(clusters) if union.root(i) == i]
    for i, cluster in enumerate(clusters):
        if union.root(i) != i:
            clusters[union.root(i)].absorb(cluster)
    return tuple(kept)


def _sharpness(telling: Telling) -> tuple[bool, int, int, int, ClaimKey]:
    """Return what puts the sharpest tellings first, then the earliest."""
    s = telling.setting
    place = [bool(s.places or s.unknown), s.is_shared_lake, s.count is not None, True].index(True)
    named = s.countries or s.is_border or place < PLACES_UNNAMED
    time = min((int(p.prec) for p in s.periods), default=int(DatePrecision.BEFORE_PUBLICATION))
    return (telling.is_answer, place + (not named), s.breadth, time, telling.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """The cluster that a telling joins, or why it joins none."""

    cluster: Cluster | None = None
    note: str = ""


class _Gathering:
    """The clusters so far, and how to find those that a telling may join."""

    def __init__(self, gazetteer: Gazetteer, apart: Mapping[ClaimKey, frozenset[ClaimKey]]) -> None:
        self.clusters: list[Cluster] = []
        self._gazetteer = gazetteer
        self._apart = apart
        self._events = Index(gazetteer)
        self._answers = Index(gazetteer)  # denials of what no report tells

    def place(self, telling: Telling) -> None:
        """Put a telling into the cluster that it fits, or into a new one."""
        choice = self._answered(telling) if telling.is_answer else _Choice()
        if choice.cluster is not None:
            choice.cluster.answers.append(telling)
            return
        index = self._answers if telling.is_answer else self._events
        choice = self._fitting(telling, index, choice)
        cluster = choice.cluster or self._begun(choice.note)
        cluster.add(telling)
        index.enter(cluster, telling)

    def tell_neighbours(self) -> None:
        """Note why events of neighbouring days and like parties were not merged."""
        for cluster in self.clusters:
            setting = cluster.members[0].setting
            near = (c for c in self._events.neighbours(setting) if c is not cluster)
            told = [telling for telling, _ in cluster.refused]
            for other in islice(near, NEIGHBOURS):
                if other.members[0] in told:
                    continue
                found = match(setting, other.members[0].setting, UNTOLD, self._gazetteer)
                if found.contradicts and found.score >= LIKE:
                    cluster.refused.append((other.members[0], found.words))

    def _begun(self, note: str) -> Cluster:
        self.clusters.append(Cluster(notes=[note] if note else []))
        return self.clusters[-1]

    def _not_apart(self, telling: Telling, known: Sequence[Cluster]) -> Sequence[Cluster]:
        """Return the clusters of which no person says that they are other events."""
        if telling.key not in self._apart:
            return known
        others = self._apart[telling.key]
        refused = [c for c in known if any(t.key in others for t in (*c.members, *c.answers))]
        for cluster in refused:
            cluster.refused.append((telling, NOT_BY_A_PERSON))
        return [c for c in known if c not in refused]

    def _answered(self, telling: Telling) -> _Choice:
        known = self._events.answerable(telling.setting, names_kind=names_kind(telling.setting))
        known = self._not_apart(telling, known)
        if len(known) > MANY:
            return _Choice(note=TOO_MANY)
        found = [(_match_answer(telling, c, self._gazetteer), c) for c in known]
        return _chosen(telling, [f for f in found if f[0].joins])

    def _fitting(self, telling: Telling, index: Index, before: _Choice) -> _Choice:
        known = self._not_apart(telling, index.candidates(telling))
        if len(known) > MANY and not telling.is_placed:
            return _Choice(note=TOO_MANY)
        fits: list[tuple[Match, Cluster]] = []
        for cluster in known:
            found = _match_all(telling, cluster, self._gazetteer)
            if found.joins:
                fits.append((found, cluster))
                continue
            if found.is_total_and_part and not telling.is_placed:
                cluster.totals.append(telling)
            if found.score >= NEAR and len(cluster.refused) < TOLD_REFUSALS:
                cluster.refused.append((telling, found.words))
        choice = _chosen(telling, fits)
        return choice if choice.cluster or choice.note else before


def _match_all(telling: Telling, cluster: Cluster, gazetteer: Gazetteer) -> Match:
    """Return the best match with a member, or the first contradiction of any."""
    told = cluster.ledger.agreement(telling.figures) if telling.figures else UNTOLD
    if len(cluster.members) == 1 and telling.report_id not in cluster.by_report:
        best = match(telling.setting, cluster.members[0].setting, told, gazetteer)  # as most do
        return best if best.contradicts else _not_a_part(telling, cluster, best)
    found = [
        match(telling.setting, setting, told, gazetteer)
        for setting, report_ids in cluster.settings.items()
        if report_ids != {telling.report_id}
    ]
    found += [
        match_twins(telling, twin, gazetteer)
        for twin in cluster.by_report.get(telling.report_id, ())
    ]
    if bad := next((f for f in found if f.contradicts), None):
        return bad
    return _not_a_part(telling, cluster, max(found, key=lambda f: (f.joins, f.rank)))


def _not_a_part(telling: Telling, cluster: Cluster, best: Match) -> Match:
    """Return the best match with a cluster, unless one gives a total and the other a part."""
    if telling.figures and cluster.ledger.has_total_or_part(
        telling.figures, is_placed=telling.is_placed
    ):
        return total_and_part(best.score)
    return best


def _match_answer(telling: Telling, cluster: Cluster, gazetteer: Gazetteer) -> Match:
    deniers = {c.speaker.key for c in telling.claims}
    if all(c.speaker.key in deniers for t in cluster.members for c in t.claims):
        return refusal("only the denier tells it")
    found = [match_answer(telling, setting, gazetteer) for setting in cluster.settings]
    return min(found, key=lambda m: (m.joins, m.rank))


def _chosen(telling: Telling, fits: list[tuple[Match, Cluster]]) -> _Choice:
    """Return the one cluster that fits best; none where the words leave several open."""
    if not fits:
        return _Choice()
    fits.sort(key=lambda f: f[0].rank, reverse=True)
    best, cluster = fits[0]
    rivals = [f for f in fits[1:] if _is_rival(f[0], best)]
    if rivals:
        words = f"fits {1 + len(rivals)} events equally, so it joins none"
        for _, rival in fits[:TOLD_REFUSALS]:
            rival.refused.append((telling, words))
        return _Choice(note=words)
    cluster.joined.append(f"{telling.doc}: {best.words}")
    return _Choice(cluster=cluster)


def _is_rival(other: Match, best: Match) -> bool:
    """Return whether a second match is as good; vague places must be beaten clearly."""
    return other.rank == best.rank or (not best.is_placed and other.score > best.score - MARGIN)
