"""Conflicting news reports of border incidents become an honest, attributed map.

>>> import geoincidents as gi
>>> incidents = gi.locate("reports/")  # doctest: +SKIP
>>> incidents.to_map().save("map.html")  # doctest: +SKIP
"""

from geoincidents.api import locate
from geoincidents.collection import IncidentCollection
from geoincidents.errors import GeoincidentsError

__all__ = ["GeoincidentsError", "IncidentCollection", "locate"]
__version__ = "0.1.0"
