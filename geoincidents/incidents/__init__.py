"""Incidents: claims about the same event, each claimant's version kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geoincidents.geography import Gazetteer
    from geoincidents.model import Incident, Reading


def merge(readings: Iterable[Reading], gazetteer: Gazetteer) -> tuple[Incident, ...]:
    """Return the incidents that the claims of all reports tell of, undated ones last."""
    raise NotImplementedError
