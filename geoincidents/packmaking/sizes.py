"""What a settlement's inhabitants say of its kind and its ground."""

from __future__ import annotations

import math

from geoincidents.geography import PlaceKind

TOWN_INHABITANTS = 5_000
# Inhabitants a square kilometre of built-up ground: an order of magnitude is enough for
# how far "at the place" may reach.
_DENSITY_PER_KM2 = 3_000.0
_LEAST_M, _MOST_M = 500.0, 15_000.0


def kind_of(inhabitants: int) -> PlaceKind:
    """Return whether so many live in a town or in a village."""
    return PlaceKind.TOWN if inhabitants >= TOWN_INHABITANTS else PlaceKind.VILLAGE


def size_m(inhabitants: int) -> int:
    """Return the radius in metres of ground for so many inhabitants, in hundreds."""
    radius_m = 1_000 * math.sqrt(inhabitants / _DENSITY_PER_KM2 / math.pi)
    return 100 * round(min(max(radius_m, _LEAST_M), _MOST_M) / 100)
