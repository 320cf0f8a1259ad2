"""Incidents: claims about the same event, each claimant's version kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from geoincidents.incidents import (
    accounts,
    agreement,
    background,
    clusters,
    identity,
    origins,
    quantities,
    relations,
    status,
    tellings,
    titles,
)
from geoincidents.incidents.voices import voices
from geoincidents.model import NO_TIES, Incident

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geoincidents.geography import Gazetteer
    from geoincidents.incidents.clusters import Cluster
    from geoincidents.incidents.tellings import Telling
    from geoincidents.model import Claim, Reading, Report, Ties


def merge(
    readings: Iterable[Reading], gazetteer: Gazetteer, ties: Ties = NO_TIES
) -> tuple[Incident, ...]:
    """Return the incidents that the claims of all reports tell of, undated ones last.

    Only what is said to have happened counts. The order of the readings does not
    matter, and a report given twice counts once. A denial that answers two events is
    among the claims of both. `ties` are what a person says of single claims.
    """
    known = {r.report.id: r for r in readings}
    reports = {key: reading.report for key, reading in known.items()}
    found = clusters.gather(tellings.tell(known.values(), gazetteer), gazetteer, ties)
    homes = [_home_claims(cluster) for cluster in found]
    ids = identity.ids_of([identity.first_claim(claims) for claims in homes])
    id_of = {claim.id: i for claims, i in zip(homes, ids, strict=True) for claim in claims}
    made = [
        _incident(cluster, _all_claims(cluster, home, gazetteer), reports, gazetteer, id_of)
        for cluster, home in zip(found, homes, strict=True)
    ]
    return tuple(sorted(made, key=_by_date))


def find(id_or_claim_id: str, incidents: Iterable[Incident]) -> Incident | None:
    """Return the incident of an id or of any claim's id, None where there is none."""
    known = tuple(incidents)
    by_id = (i for i in known if i.id == id_or_claim_id)
    by_claim = (i for i in known for c in i.claims if c.id == id_or_claim_id)
    return next(by_id, None) or next(by_claim, None)


def _home_claims(cluster: Cluster) -> list[Claim]:
    if len(cluster.members) == 1 and not cluster.answers:
        return list(cluster.members[0].claims)  # in this order already
    told = [c for t in cluster.members for c in t.claims]
    answers = [c for t in cluster.answers for c in t.claims]
    return sorted((*told, *answers), key=tellings.claim_key)


def _all_claims(cluster: Cluster, home: Sequence[Claim], gazetteer: Gazetteer) -> tuple[Claim, ...]:
    guests = [c for t in (*cluster.members, *cluster.answers) for c in t.guests]
    unique = {c.id: c for c in (*home, *guests)}
    unnamed = [s for s in cluster.settings if s.is_shared_lake]
    lakes = {
        lake
        for vague in unnamed
        for named in cluster.settings
        for lake in agreement.shared_lakes(named, vague, gazetteer)
    }
    ordered = sorted(unique.values(), key=tellings.claim_key) if guests else home
    return accounts.infer_lakes(ordered, sorted(lakes))


def _incident(
    cluster: Cluster,
    claims: tuple[Claim, ...],
    reports: Mapping[str, Report],
    gazetteer: Gazetteer,
    id_of: Mapping[str, str],
) -> Incident:
    days = [c.published for c in claims if c.published is not None]
    said = [voice for claim in claims for voice in voices(claim, reports)]
    known_status, thirds = status.of_claims(claims, said, gazetteer)
    return Incident(
        id=id_of[cluster.members[0].claims[0].id],
        title=titles.of_claims(claims, gazetteer),
        status=known_status,
        background=background.is_background(claims),
        accounts=accounts.of_voices(said, gazetteer),
        claims=claims,
        relations=relations.of_claims(claims, [t.claims for t in cluster.totals]),
        histories=quantities.histories(claims) if len(claims) > 1 else (),
        origins=origins.of_claims(claims, reports),
        reports=tuple(sorted({c.report_id for c in claims})),
        first_reported=min(days, default=None),
        last_reported=max(days, default=None),
        also_said_by=thirds,
        reasons=_reasons(cluster, id_of),
    )


def _reasons(cluster: Cluster, id_of: Mapping[str, str]) -> tuple[str, ...]:
    refused = (_refusal(telling, words, id_of) for telling, words in cluster.refused)
    joined = (f"joined: {words}" for words in cluster.joined)
    return (*joined, *(f"kept apart: {words}" for words in cluster.notes), *refused)


def _refusal(telling: Telling, words: str, id_of: Mapping[str, str]) -> str:
    return f"kept apart: {telling.doc} ({id_of[telling.claims[0].id]}): {words}"


def _by_date(incident: Incident) -> tuple[bool, date, date, str, str]:
    dated = [a.when for a in incident.accounts if a.when.start is not None]
    start, end = min(
        ((w.start, w.end or w.start) for w in dated if w.start is not None),
        default=(date.max, date.max),
    )
    return (not dated, start, end, incident.title, incident.id)
