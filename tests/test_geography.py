"""Looking things up in a gazetteer."""

import pytest

from geoincidents.geography import Gazetteer, Party, PartyKind, Place, PlaceKind
from geoincidents.model import Position


def place(place_id, kind, country="XL", admin=(), straddles=()):
    """Return a place at nowhere in particular."""
    return Place(
        id=place_id,
        name=place_id.title(),
        kind=kind,
        country=country,
        admin=admin,
        position=Position(0, 0),
        size_m=1000,
        source="",
        licence="",
        checked="",
        straddles=straddles,
    )


def party(party_id, kind, country=""):
    """Return a party without words."""
    return Party(id=party_id, name=party_id.title(), kind=kind, country=country)


PLACES = (
    place("lisk", PlaceKind.COUNTRY),
    place("orm", PlaceKind.COUNTRY, "XO"),
    place("hill", PlaceKind.PROVINCE),
    place("marn", PlaceKind.TOWN, admin=("hill",)),
    place("tarn", PlaceKind.LAKE, admin=("hill",), straddles=("XL", "XO")),
)
PARTIES = (
    party("rebels", PartyKind.ARMED_GROUP, "XL"),
    party("league", PartyKind.OBSERVER),
    party("lisk", PartyKind.STATE, "XL"),
    party("orm", PartyKind.OBSERVER, "XO"),
)
WORLD = Gazetteer(packs=(), places={p.id: p for p in PLACES}, parties={p.id: p for p in PARTIES})


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("marn", "marn", True),
        ("hill", "marn", True),
        ("marn", "hill", False),
        ("lisk", "marn", True),
        ("orm", "marn", False),
        ("lisk", "tarn", True),
        ("orm", "tarn", True),
    ],
)
def test_an_area_encloses_what_lies_in_it(outer, inner, expected):
    """By the admin path, by the country, and by both countries of a straddling place."""
    assert WORLD.encloses(outer, inner) is expected


def test_an_armed_group_never_stands_for_a_country():
    """The state of a country is its state, though a group in it comes first."""
    found = WORLD.party_of("XL")

    assert found is not None
    assert found.id == "lisk"


def test_a_third_state_stands_for_its_country():
    """Observers that have a country are states too."""
    found = WORLD.party_of("XO")

    assert found is not None
    assert found.id == "orm"


@pytest.mark.parametrize("country", ["XQ", ""], ids=["unknown", "no country"])
def test_no_party_stands_for_no_country(country):
    """An organisation without country is not the state of nowhere."""
    assert WORLD.party_of(country) is None


def test_an_unknown_place_is_our_bug():
    """Ids that no pack has raise at once."""
    with pytest.raises(KeyError):
        WORLD.place("nowhere")
