"""Packs become the records of `geography`."""

import pytest

from geoincidents import gazetteer
from geoincidents.errors import PackError
from geoincidents.geography import PartyKind, PlaceKind


def test_a_place_carries_its_row(write):
    """Kind, area, position, size, source and licence come from the row."""
    marn = gazetteer.load([write()]).place("marn")

    assert marn.kind is PlaceKind.TOWN
    assert marn.admin == ("hill",)
    assert marn.position == (9.95, 50.10)
    assert (marn.size_m, marn.source, marn.licence) == (1000.0, "made-up", "CC0-1.0")
    assert marn.pack_id == "lisk"


def test_the_display_name_is_one_of_the_names(write):
    """A place is found by its own name as by those of `names.csv`."""
    marn = gazetteer.load([write()]).place("marn")

    assert [n.text for n in marn.names] == ["Marn", "Marno", "Марн"]


def test_a_name_keeps_who_uses_it_and_when(write):
    """Side, period, language, script and source of a name are kept."""
    _, name, _ = gazetteer.load([write()]).place("marn").names

    assert (name.side, name.period, name.language, name.script) == (
        "lisk",
        "until 1990",
        "en",
        "Latn",
    )


def test_a_party_carries_its_words(write):
    """Demonyms, capitals and people come from `parties.toml`."""
    lisk = gazetteer.load([write()]).party("lisk")

    assert lisk.kind is PartyKind.STATE
    assert lisk.demonyms == ("Lisker", "Liskers")
    assert lisk.people[0].names == ("Ann Bell", "Bell")
    assert lisk.people[0].office == "premier"


def test_a_pack_says_what_its_border_is(write):
    """Source, version, accuracy and licence of the border travel with the pack."""
    (info,) = gazetteer.load([write()]).packs

    assert info.countries == ("XL", "XO")
    assert info.border is not None
    assert (info.border.version, info.border.accuracy_m) == ("1", 100.0)


def test_borders_and_outlines_are_tuples(write):
    """Coordinates are lon/lat tuples, outlines are by country."""
    world = gazetteer.load([write()])

    assert world.borders[0].geometry.coordinates == ((10.0, 50.0), (10.0, 50.2))
    assert sorted(world.outlines) == ["XL", "XO"]
    assert world.outlines["XO"].geometry.coordinates[0][0] == (10.0, 50.0)


def test_a_place_straddles_when_its_size_reaches_the_border(write):
    """A lake 360 m from the line, 600 m wide, belongs to both; a town 3.6 km off does not."""
    world = gazetteer.load([write()])

    assert world.place("tarn").straddles == ("XL", "XO")
    assert world.place("marn").straddles == ()


def test_an_area_never_straddles(write):
    """A province on the border is not in both states."""
    assert gazetteer.load([write()]).place("hill").straddles == ()


def test_a_lone_table_is_a_pack_without_borders(tmp_path):
    """Six columns are enough; aliases are parted by a bar."""
    text = "id,name,kind,country,lat,lon,aliases\nmarn,Marn,town,XL,50.1,9.9,Marno|Marnu\n"
    (tmp_path / "places.csv").write_text(text, encoding="utf-8")

    world = gazetteer.load([tmp_path])

    assert [n.text for n in world.place("marn").names] == ["Marn", "Marno", "Marnu"]
    assert world.place("marn").size_m == 1000.0
    assert world.borders == ()
    assert world.packs[0].countries == ("XL",)


def test_a_lone_table_may_be_named_by_its_file(tmp_path):
    """The path of the table itself opens it too."""
    text = "id,name,kind,country,lat,lon\nmarn,Marn,town,XL,50.1,9.9\n"
    (tmp_path / "mine.csv").write_text(text, encoding="utf-8")

    assert list(gazetteer.load([tmp_path / "mine.csv"]).places) == ["marn"]


def test_a_lone_table_straddles_the_border_of_another_pack(write, tmp_path):
    """Borders of one pack count for the places of all."""
    text = "id,name,kind,country,lat,lon\nford,Ford,other,XL,50.1,9.999\n"
    lone = tmp_path / "lone"
    lone.mkdir()
    (lone / "places.csv").write_text(text, encoding="utf-8")

    assert gazetteer.load([write(), lone]).place("ford").straddles == ("XL", "XO")


def test_faults_stop_the_loading_all_at_once(write):
    """Every fault is told, not the first."""
    folder = write(places="id,name\nx,y\n")

    with pytest.raises(PackError) as caught:
        gazetteer.load([folder])

    assert caught.value.faults == gazetteer.faults(folder)
    assert len(caught.value.faults) > 1


def test_one_place_id_in_two_packs_is_a_fault(write, tmp_path):
    """No pack silently replaces a place of another."""
    lone = tmp_path / "lone"
    lone.mkdir()
    text = "id,name,kind,country,lat,lon\nmarn,Marn,town,XL,50.1,9.9\n"
    (lone / "places.csv").write_text(text, encoding="utf-8")

    with pytest.raises(PackError, match=r"places.csv:2: id 'marn' is also in the pack"):
        gazetteer.load([write(), lone])
