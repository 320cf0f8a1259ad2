"""Conflicting news reports of border incidents become an honest, attributed map.

>>> import geoincidents as gi
>>> incidents = gi.locate("reports/")  # doctest: +SKIP
>>> incidents.to_map().save("map.html")  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geoincidents.api import from_geojson, from_gpkg, from_parquet, locate
    from geoincidents.collection import IncidentCollection
    from geoincidents.errors import GeoincidentsError
else:
    _HOMES = {
        "GeoincidentsError": "errors",
        "IncidentCollection": "collection",
        "from_geojson": "api",
        "from_gpkg": "api",
        "from_parquet": "api",
        "locate": "api",
    }

    def __getattr__(name: str) -> object:
        """Return what users call, loaded when it is first asked for.

        The command is then soon in `__main__`, where an interrupt is a way to end.
        """
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


__all__ = [
    "GeoincidentsError",
    "IncidentCollection",
    "from_geojson",
    "from_gpkg",
    "from_parquet",
    "locate",
]
__version__ = "0.1.0"
