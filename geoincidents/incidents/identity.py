"""Identity: ids that stay the same when reports are added."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from geoincidents.incidents.tellings import claim_key
from geoincidents.model import ANSWERING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.model import Claim

# No vowels, so that no word arises; none of 0 O 1 I l, which look alike.
ALPHABET = "bcdfghjkmnpqrstvwxz23456789"
LENGTH = 6


def first_claim(claims: Sequence[Claim]) -> Claim:
    """Return the earliest claim that tells an event, or else that answers it."""
    told = [c for c in claims if c.stance not in ANSWERING]
    return told[0] if len(told) == 1 else min(told or claims, key=claim_key)


def ids_of(firsts: Sequence[Claim], *, length: int = LENGTH) -> tuple[str, ...]:
    """Return an id for each incident by its first claim; the earlier keeps a shared one."""
    taken: dict[str, str] = {}
    for claim in sorted(firsts, key=claim_key):
        attempt = 0
        while (made := _made(claim.id, attempt, length)) in taken:
            attempt += 1
        taken[made] = claim.id
    by_claim = {claim_id: made for made, claim_id in taken.items()}
    return tuple(by_claim[c.id] for c in firsts)


def _made(claim_id: str, attempt: int, length: int) -> str:
    digest = hashlib.sha256(f"{claim_id}/{attempt}".encode()).digest()
    number = int.from_bytes(digest[:8])
    letters = []
    for _ in range(length):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    return "".join(letters)
