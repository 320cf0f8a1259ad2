"""Shapes: where an account is drawn, how deep and how large, and with what doubt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geoincidents.geography import Gazetteer
    from geoincidents.model import Incident


def draw(incident: Incident, gazetteer: Gazetteer) -> Incident:
    """Return an incident whose accounts are placed and have their shapes.

    Each account is drawn from its own words alone. Shapes of an account come in drawing
    order: doubt, areas (the largest first), lines, points.

    Notes
    -----
    How each geometry is chosen, and with what error: docs/method/shapes.md.
    """
    from geoincidents.shapes import accounts  # noqa: PLC0415 - keeps numpy and shapely from `extract`

    drawn = tuple(accounts.draw(account, incident, gazetteer) for account in incident.accounts)
    return replace(incident, accounts=drawn)
