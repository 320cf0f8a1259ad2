"""Who was hit, from whose ground it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims.parties.actors import AGAINST
from geoincidents.model import ClaimType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.claims.context import Context
    from geoincidents.claims.parties.actors import Roles
    from geoincidents.claims.scenes import Trigger
    from geoincidents.model import Where

_SUFFERED = AGAINST | {ClaimType.DEPLOYMENT}
_FIRE = frozenset(
    {ClaimType.SHELLING, ClaimType.AIR_STRIKE, ClaimType.DRONE_STRIKE, ClaimType.CLASH}
)


def by_ground(
    roles: Roles, trigger: Trigger, where: Sequence[Where], context: Context, speaker: str | None
) -> Roles:
    """Return roles with the target taken from whose ground it was, or who tells of it."""
    owners = [o for o in _owners(where, context) if o != roles.actor]
    if roles.is_guess and owners and roles.target not in owners:
        return roles._replace(target=owners[0])
    if roles.is_mutual or roles.target:
        return roles
    is_told = speaker in owners and context.is_side(speaker)
    if is_told and trigger.type in (_SUFFERED if roles.actor else AGAINST):
        return roles._replace(target=speaker)  # a state tells of what happened on its ground
    if trigger.type not in AGAINST | {ClaimType.BLOCKADE}:
        return roles
    if roles.actor is None and trigger.key != "lose":
        return _going_on(roles, trigger, owners, context)
    return _hit(roles, owners, context, speaker)


def _hit(roles: Roles, owners: Sequence[str], context: Context, speaker: str | None) -> Roles:
    """Return roles with the ground's owner as the target, or else who tells of it."""
    if owners:
        other = context.other(roles.actor)
        target = other if other in owners else owners[0]
        return roles._replace(actor=roles.actor or context.other(target), target=target)
    if speaker and roles.actor and speaker != roles.actor and context.is_main(speaker):
        return roles._replace(target=speaker)
    return roles


def _going_on(roles: Roles, trigger: Trigger, owners: Sequence[str], context: Context) -> Roles:
    """Return roles with the doer told last, where fire goes on ("there is shelling near X")."""
    last = context.subject
    if last is None or not owners or trigger.type not in _FIRE or last != context.other(owners[0]):
        return roles
    return roles._replace(actor=last, target=owners[0])


def _owners(where: Sequence[Where], context: Context) -> list[str]:
    """Return the states on whose ground places lie, those fired from aside."""
    found = []
    for one in where:
        if one.place_id is None or one.role == "from":
            continue
        place = context.gazetteer.place(one.place_id)
        owner = context.gazetteer.party_of(place.country)
        if owner and not place.straddles:
            found.append(owner.id)
    return found
