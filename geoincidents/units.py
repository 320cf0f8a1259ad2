"""Units of length and area, and what they are in SI."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

PERSONS: Final = "persons"  # the unit of counted people
MOST_PERSONS: Final = 10_000_000_000  # more than have ever lived at one time
# Half a meridian of WGS 84, 20,003.93 km: nothing on the ground lies farther away.
MOST_METRES: Final = 20_003_931.5
MOST_SQUARE_METRES: Final = 510_065_621_724_088.0  # surface of the WGS 84 ellipsoid

_FOOT_M: Final = 0.3048  # exact, international foot (1959)
_YARD_M: Final = 0.9144  # exact, international yard (1959)
_MILE_M: Final = 1609.344  # exact, international mile (1959): 5,280 feet
_SQUARE_MILE_M2: Final = 2_589_988.110336  # exact, square of the international mile
_ACRE_M2: Final = 4046.8564224  # exact, 4,840 square yards
_DUNAM_M2: Final = 1000.0  # metric dunam, as used since 1928
_VERST_M: Final = 1066.8  # exact, 3,500 feet
# Noise of binary products (4.35 * 1000) lies far below, what a report can mean far above.
_DECIMALS: Final = 6


class Dimension(StrEnum):
    """What a unit measures."""

    LENGTH = "length"
    AREA = "area"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit by its code; `factor` is one of it in metres or square metres."""

    code: str
    dimension: Dimension
    factor: float


def _length(code: str, metres: float) -> Unit:
    return Unit(code=code, dimension=Dimension.LENGTH, factor=metres)


def _area(code: str, square_metres: float) -> Unit:
    return Unit(code=code, dimension=Dimension.AREA, factor=square_metres)


UNITS: Final = {
    unit.code: unit
    for unit in (
        _length("m", 1.0),
        _length("km", 1000.0),
        _length("mi", _MILE_M),
        _length("ft", _FOOT_M),
        _length("yd", _YARD_M),
        _length("verst", _VERST_M),
        _area("m2", 1.0),
        _area("km2", 1_000_000.0),
        _area("mi2", _SQUARE_MILE_M2),
        _area("ha", 10_000.0),
        _area("ac", _ACRE_M2),
        _area("dunam", _DUNAM_M2),
    )
}
_MOST = {Dimension.LENGTH: MOST_METRES, Dimension.AREA: MOST_SQUARE_METRES}


def to_si(value: float, code: str) -> float | None:
    """Return a value in metres or square metres, None if the earth has no room for it.

    Parameters
    ----------
    value
        Finite, in the unit that `code` names.
    code
        Key of `UNITS`; an unknown one is our bug and raises ``KeyError``.
    """
    unit = UNITS[code]
    si = round(value * unit.factor, _DECIMALS)
    return si if 0 < si <= _MOST[unit.dimension] else None
