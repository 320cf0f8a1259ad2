"""Background: events long before the reports that recall them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.model import ANSWERING, DateBasis, DatePrecision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geoincidents.model import Claim

RECENT_DAYS = 60


def is_background(claims: Iterable[Claim]) -> bool:
    """Return whether every dated claim recalls an event of more than 60 days before.

    Undated claims say nothing either way, but an event without any date is no background.
    """
    dated = [c for c in claims if c.stance not in ANSWERING and c.when.start is not None]
    return bool(dated) and all(_is_recalled(c) for c in dated)


def _is_recalled(claim: Claim) -> bool:
    when = claim.when
    if claim.published is None or when.end is None:
        return False
    if when.prec is DatePrecision.LONGER and when.basis is DateBasis.RELATIVE:
        # "Last year" ends on 31 December, and may be read on 2 January.
        return when.end < claim.published
    ends = [when.end, *(end for _, end in when.alternatives)]
    return (claim.published - max(ends)).days > RECENT_DAYS
