"""Status: who says it and whether a party to it denies it; never who is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.incidents.settings import is_belligerent
from geoincidents.model import ANSWERING, SpeakerRole, Stance, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geoincidents.geography import Gazetteer
    from geoincidents.incidents.voices import Voice
    from geoincidents.model import Claim, Speaker

TWO_SIDES = 2
_THIRD_ROLES = frozenset({SpeakerRole.STATE, SpeakerRole.OFFICIAL, SpeakerRole.BODY})


def of_claims(
    claims: Sequence[Claim], said: Sequence[Voice], gazetteer: Gazetteer
) -> tuple[Status, tuple[str, ...]]:
    """Return the status of an incident, and the third voices that say it as well."""
    parties = _parties(claims, said, gazetteer)
    withdrawn = _withdrawn(claims)
    told = [v for v in said if v.claim.stance not in ANSWERING and v.speaker.key not in withdrawn]
    denied = [v for v in said if v.claim.stance in ANSWERING and v.speaker.key not in withdrawn]
    tellers = {v.speaker.party_id for v in told if _is_side(v.speaker, parties)}
    deniers = {v.speaker.party_id for v in denied if _is_side(v.speaker, parties)}
    status = _first_that_fits(deniers, tellers, is_withdrawn=bool(withdrawn and not told))
    return status, () if status is Status.OTHERS_ONLY else _thirds(told, parties, gazetteer)


def _first_that_fits(
    deniers: set[str | None], tellers: set[str | None], *, is_withdrawn: bool
) -> Status:
    if deniers:
        return Status.DENIED
    if len(tellers) >= TWO_SIDES:
        return Status.BOTH_SIDES
    if tellers:
        return Status.ONE_SIDE
    return Status.CORRECTED if is_withdrawn else Status.OTHERS_ONLY


def _is_side(speaker: Speaker, parties: frozenset[str]) -> bool:
    """Return whether a party to the event speaks; its local bodies and outlets do not."""
    return speaker.role is SpeakerRole.STATE and speaker.party_id in parties


def _parties(
    claims: Sequence[Claim], said: Iterable[Voice], gazetteer: Gazetteer
) -> frozenset[str]:
    """Return the states and armed groups that the event is between, as the words have it.

    Where the words name fewer than two, a state or armed group of the pack that speaks
    about it is a party too: "troops crossed our border" does not name the speaker.
    """
    named: set[str | None] = set()
    for c in [c for c in claims if c.stance not in ANSWERING] or claims:
        named |= {c.actor, c.target}
        if c.measures:
            named |= {m.of for m in c.measures}
    parties = {p for p in named if p is not None and is_belligerent(p, gazetteer)}
    if len(parties) < TWO_SIDES:
        speaking = {v.speaker.party_id for v in said if v.speaker.role is SpeakerRole.STATE}
        parties |= {p for p in speaking if p is not None and is_belligerent(p, gazetteer)}
    return frozenset(parties)


def _withdrawn(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the speakers that took back what they said themselves."""
    answers = [c for c in claims if c.stance is Stance.DENIES and c.answers]
    if not answers:
        return frozenset()
    said = {c.id: c.speaker.key for c in claims if c.stance not in ANSWERING}
    taken_back = ((c.speaker.key, c.answers) for c in answers)
    return frozenset(key for key, ids in taken_back if key in [said.get(a) for a in ids])


def _thirds(
    told: Iterable[Voice], parties: frozenset[str], gazetteer: Gazetteer
) -> tuple[str, ...]:
    names = {
        _name(v.speaker, gazetteer)
        for v in told
        if v.speaker.role in _THIRD_ROLES and not _is_side(v.speaker, parties)
    }
    return tuple(sorted(names))


def _name(speaker: Speaker, gazetteer: Gazetteer) -> str:
    party = gazetteer.parties.get(speaker.party_id) if speaker.party_id else None
    return party.name if party is not None else speaker.name
