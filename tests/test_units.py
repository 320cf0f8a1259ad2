"""Tests of the units of length and area."""

import pytest

from geoincidents.units import UNITS, Dimension, to_si


@pytest.mark.parametrize(
    ("value", "code", "si"),
    [
        (3.5, "km", 3500),
        (2, "mi", 3218.688),
        (10, "ft", 3.048),
        (100, "yd", 91.44),
        (3, "verst", 3200.4),
        (1, "mi2", 2_589_988.110336),
        (2700, "ha", 27_000_000),
        (1, "ac", 4046.856422),
        (5, "dunam", 5000),
        (60.06, "km2", 60_060_000),
        (4.35, "km", 4350),
    ],
)
def test_a_value_is_kept_in_metres_or_square_metres(value, code, si):
    """Each unit has its exact factor, without binary noise."""
    assert to_si(value, code) == si


@pytest.mark.parametrize(
    ("value", "code"), [(45_000, "km"), (1e9, "km2"), (0, "m"), (-3, "km"), (1e-9, "m")]
)
def test_what_the_earth_has_no_room_for_has_no_value(value, code):
    """A depth of 45,000 km, an area above the earth's and nothing at all are none."""
    assert to_si(value, code) is None


def test_every_unit_is_a_length_or_an_area():
    """The table's keys are the codes of its units, and each factor is above zero."""
    assert all(code == unit.code and unit.factor > 0 for code, unit in UNITS.items())
    assert {unit.dimension for unit in UNITS.values()} == set(Dimension)
