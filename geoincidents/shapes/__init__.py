"""Shapes: where an account is drawn, how deep and how large, and with what doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geoincidents.geography import Gazetteer
    from geoincidents.model import Incident


def draw(incident: Incident, gazetteer: Gazetteer) -> Incident:
    """Return an incident whose accounts are placed and have their shapes."""
    raise NotImplementedError
