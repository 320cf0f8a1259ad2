"""Packs of any region, made offline from packages: places, parties, borders, outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from geoincidents.geography import PlaceKind
    from geoincidents.packmaking.importing import Imported
    from geoincidents.packmaking.making import Made
    from geoincidents.packmaking.suggesting import Server

__all__ = ["import_areas", "make", "suggest"]


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


def import_areas(  # noqa: PLR0913 - keyword-only, one an option of the command
    file: Path,
    folder: Path,
    *,
    source: str,
    licence: str,
    kind: PlaceKind,
    country: str = "",
    name_column: str = "",
) -> Imported:
    """Add the areas of a GeoJSON or GeoPackage file to a pack.

    An area goes to the pack's place of its name, kind and country, or makes a new place;
    the pack's settlements inside get it into their admin path. Coordinates may be in any
    system that the file names, else in WGS 84 degrees.

    Parameters
    ----------
    source, licence
        Where the file is from, and on what terms: written on each row.
    country
        ISO 3166 alpha-2; if empty, the country of the pack whose outline holds the area.
    name_column
        The column of the areas' names; if empty, the usual ones are tried.

    Raises
    ------
    MakingError
        If the file cannot be read or has no column of names, or the folder is no pack
        without faults.
    """
    from geoincidents.packmaking import importing  # noqa: PLC0415 - loads geopandas

    origin = importing.Origin(
        source=source, licence=licence, kind=kind, country=country, name_column=name_column
    )
    return importing.import_areas(file, folder, origin)


def suggest(names: Sequence[str], server: Server | None = None) -> str:
    """Return proposed rows of `places.csv` and `names.csv` for a person to check.

    The one thing in the package that asks the network; nothing is written, and no run
    reads what it says.

    Raises
    ------
    OnlineError
        If the server does not answer in time.
    """
    from geoincidents.packmaking import suggesting  # noqa: PLC0415 - loads geopy

    return suggesting.suggest(names, server or suggesting.Server())
