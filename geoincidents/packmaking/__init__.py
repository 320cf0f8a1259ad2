"""Packs of any region, made offline from packages: places, parties, borders, outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from geoincidents.packmaking.making import Made

__all__ = ["make"]


def make(countries: Sequence[str], folder: Path) -> Made:
    """Write a pack of countries into a new or empty folder.

    Parameters
    ----------
    countries
        ISO 3166 alpha-2 codes, two at least for a border.

    Raises
    ------
    MakingError
        If a country is unknown or has no time zone, the folder holds files, or a package
        of the extra `world` is missing.
    """
    from geoincidents.packmaking import making  # noqa: PLC0415 - loads shapely and pyproj

    return making.make(countries, folder)
