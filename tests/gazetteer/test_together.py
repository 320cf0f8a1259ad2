"""Several packs in one run."""

import shutil

import pytest

from geoincidents import gazetteer
from geoincidents.errors import PackError
from geoincidents.geography import PartyKind


@pytest.fixture
def two(write, tmp_path):
    """Return a function that writes the pack, and a copy of it with texts replaced."""

    def two_(**changes):
        first, second = write(), tmp_path / "second"
        shutil.copytree(first, second)
        for name, pairs in changes.items():
            path = next(p for p in second.iterdir() if p.stem == name)
            text = path.read_text("utf-8")
            for old, new in pairs:
                assert old in text
                text = text.replace(old, new)
            path.write_text(text, encoding="utf-8")
        return first, second

    return two_


def test_packs_may_share_states_and_places_that_agree(two):
    """Of the same row twice the first counts."""
    first, second = two(pack=[('id = "lisk"', 'id = "other"')])
    both = gazetteer.load([first, second])

    assert both.places == gazetteer.load([first]).places


def test_a_place_elsewhere_under_the_same_id_is_a_fault(two):
    """No pack silently replaces a place of another."""
    folders = two(
        places=[("marn,Marn,town,XL,hill,50.10,9.95", "marn,Marn,town,XL,hill,50.11,9.95")]
    )

    with pytest.raises(PackError, match=r"places.csv:5: id 'marn' is also in the pack"):
        gazetteer.load(folders)


@pytest.mark.parametrize("order", [1, -1], ids=["observer second", "observer first"])
def test_who_takes_sides_in_one_pack_takes_sides(two, order):
    """A neighbour's pack knows it as an observer only."""
    folders = two(parties=[('"state"', '"observer"')])[::order]

    assert gazetteer.load(folders).party("lisk").kind is PartyKind.STATE


@pytest.mark.parametrize("order", [1, -1], ids=["cut second", "cut first"])
def test_the_outline_of_a_country_is_that_of_its_own_pack(two, order):
    """A neighbour's pack holds only the part of it beside the border."""
    first, second = two(
        pack=[('"XL", "XO"', '"XO"')], borders=[("[9.7,50.0]", "[9.9,50.0]"), ("9.7", "9.9")]
    )
    whole = gazetteer.load([first]).outlines["XL"]

    assert gazetteer.load([second]).outlines["XL"] != whole
    assert gazetteer.load([first, second][::order]).outlines["XL"] == whole
