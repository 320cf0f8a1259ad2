"""The ellipsoid: a local plane in metres, and true distances and areas.

The one door to pyproj and geopy. Drawing needs neither: `Plane` is plain numpy, since
loading the two libraries costs more than all shapes of a run. They measure what was
drawn, in `distance_m`, `length_m` and `area_m2`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from geoincidents.model import Position

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geoincidents.model import Geometry

    Points: TypeAlias = NDArray[np.float64]  # shape (n, 2): lon, lat or east, north

SEMI_MAJOR_M = 6_378_137.0  # WGS 84 (NIMA TR8350.2, 2000)
FLATTENING = 1 / 298.257223563  # WGS 84, exact by definition
_N = FLATTENING / (2 - FLATTENING)
_RADIUS_M = SEMI_MAJOR_M / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_CONFORMAL = 2 * np.sqrt(_N) / (1 + _N)
# Series of L. Krueger, "Konforme Abbildung des Erdellipsoids in der Ebene" (1912), to
# the third power of n: better than 0.1 mm within 1,000 km of the central meridian.
_FORWARD = (
    _N / 2 - 2 * _N**2 / 3 + 5 * _N**3 / 16,
    13 * _N**2 / 48 - 3 * _N**3 / 5,
    61 * _N**3 / 240,
)
_BACK = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96,
    _N**2 / 48 + _N**3 / 15,
    17 * _N**3 / 480,
)
_LATITUDE = (
    2 * _N - 2 * _N**2 / 3 - 2 * _N**3,
    7 * _N**2 / 3 - 8 * _N**3 / 5,
    56 * _N**3 / 15,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plane:
    """A flat map of the ellipsoid around a position, in metres.

    Transverse Mercator with its central meridian through `centre` and scale 1 there:
    conformal, so that circles stay circles, and too large by 0.01 % at 90 km and 0.1 %
    at 285 km east or west of `centre`; exact north and south of it.
    """

    centre: Position

    def to_metres(self, degrees: Points) -> Points:
        """Return lon/lat points of shape (n, 2) as metres east and north of the equator."""
        lon = np.radians((degrees[:, 0] - self.centre.lon + 180) % 360 - 180)
        sine = np.sin(np.radians(degrees[:, 1]))
        conformal = np.sinh(np.arctanh(sine) - _CONFORMAL * np.arctanh(_CONFORMAL * sine))
        north = np.arctan2(conformal, np.cos(lon))
        east = np.arcsinh(np.sin(lon) / np.hypot(conformal, np.cos(lon)))
        flat = north + 1j * east
        flat = flat + sum(k * np.sin(2 * j * flat) for j, k in enumerate(_FORWARD, 1))
        return _RADIUS_M * np.column_stack([flat.imag, flat.real])

    def to_degrees(self, metres: Points) -> Points:
        """Return points of this plane as lon/lat degrees, shape (n, 2)."""
        flat = (metres[:, 1] + 1j * metres[:, 0]) / _RADIUS_M
        flat = flat - sum(k * np.sin(2 * j * flat) for j, k in enumerate(_BACK, 1))
        north, east = flat.real, flat.imag
        conformal = np.arcsin(np.sin(north) / np.cosh(east))
        lat = conformal + sum(k * np.sin(2 * j * conformal) for j, k in enumerate(_LATITUDE, 1))
        lon = np.degrees(np.arctan2(np.sinh(east), np.cos(north))) + self.centre.lon
        return np.column_stack([(lon + 180) % 360 - 180, np.degrees(lat)])

    def point(self, position: Position) -> tuple[float, float]:
        """Return a position as metres east and north."""
        return _point(self, position)

    def position(self, east: float, north: float) -> Position:
        """Return the position of a point of this plane."""
        ((lon, lat),) = self.to_degrees(np.array([(east, north)], dtype=float))
        return Position(float(lon), float(lat))


@lru_cache(maxsize=4096)  # the same few spots are asked for again and again
def _point(plane: Plane, position: Position) -> tuple[float, float]:
    ((east, north),) = plane.to_metres(np.array([position], dtype=float))
    return float(east), float(north)


def distance_m(start: Position, end: Position) -> float:
    """Return the length in metres of the shortest way between two positions."""
    from geopy.distance import geodesic  # noqa: PLC0415 - costs 70 ms, rarely needed

    return float(geodesic((start.lat, start.lon), (end.lat, end.lon)).meters)


def length_m(geometry: Geometry) -> float:
    """Return the length in metres of a line, or of an area's rim."""
    return float(_ellipsoid().geometry_length(_interface(geometry)))


def area_m2(geometry: Geometry) -> float:
    """Return the area in square metres on the ellipsoid, 0 for lines and points."""
    area, _ = _ellipsoid().geometry_area_perimeter(_interface(geometry))
    return abs(float(area))


@cache
def _ellipsoid() -> Any:  # noqa: ANN401 - pyproj's Geod, which only this file may name
    from pyproj import Geod  # noqa: PLC0415 - costs 90 ms, rarely needed

    return Geod(ellps="WGS84")


def _interface(geometry: Geometry) -> Any:  # noqa: ANN401 - a shapely geometry
    from geoincidents.geometry import planar  # noqa: PLC0415 - as above

    return planar.read(geometry)
