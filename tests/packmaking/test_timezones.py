"""Zones by country."""

import pytest

pytest.importorskip("tzfpy", reason="no tzfpy (extra 'world')")
pytest.importorskip("tzdata", reason="no tzdata (extra 'world')")

from geoincidents.geometry import zones
from geoincidents.packmaking import timezones


def test_each_zone_is_one_country_s():
    """`zone.tab`, not `zone1970.tab`, which joins neighbours and lists Crimea twice."""
    found = timezones.of_countries()
    all_zones = [zone for names in found.values() for zone in names]

    assert found["TH"] == ("Asia/Bangkok",)
    assert found["KH"] == ("Asia/Phnom_Penh",)
    assert len(all_zones) == len({*all_zones})


def test_areas_of_neighbours_share_their_vertices():
    """So the border is exactly where their rims coincide."""
    left, right = timezones.area("KH"), timezones.area("TH")
    lines = zones.border(left, right, zones.united(zones.overlaps(left, right)))

    assert len(lines) == 1
    assert len(lines[0].coordinates) > 900
