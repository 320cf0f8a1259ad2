"""Ties: what a person says of two events, by the tellings that hold the claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geoincidents.incidents.tellings import ClaimKey, Telling


def apart_of(
    tellings: Sequence[Telling], pairs: Iterable[tuple[str, str]]
) -> Mapping[ClaimKey, frozenset[ClaimKey]]:
    """Return by the key of a telling those that are another event, each way."""
    wanted = tuple(pairs)
    if not wanted:
        return {}
    home = {claim.id: telling.key for telling in tellings for claim in telling.claims}
    found: dict[ClaimKey, set[ClaimKey]] = {}
    for a, b in wanted:
        if a in home and b in home and home[a] != home[b]:
            found.setdefault(home[a], set()).add(home[b])
            found.setdefault(home[b], set()).add(home[a])
    return {key: frozenset(others) for key, others in found.items()}
