"""Finding places by typed names."""

import pytest

from geoincidents import gazetteer


@pytest.mark.parametrize("typed", ["Marno", "MARNO", "màrno", "mar'no"])
def test_case_and_marks_do_not_count(write, typed):
    """A person need not type a name as the pack writes it."""
    match = gazetteer.find(typed, gazetteer.load([write()]))[0]

    assert (match.place.id, match.score) == ("marn", 1.0)
    assert match.reason == "called 'Marno'"


def test_a_close_name_is_marked(write):
    """A slip of the finger proposes, it never decides."""
    (match,) = gazetteer.find("Marrno", gazetteer.load([write()]))

    assert match.place.id == "marn"
    assert match.reason.startswith("close")
    assert match.score < 1


def test_the_wider_of_two_places_comes_first(write):
    """The province stands before the town of the same name."""
    names = "place_id,text,language,script,side,period,source\nhill,Marn,en,Latn,,,made-up\n"
    world = gazetteer.load([write(names=names)])

    assert [m.place.id for m in gazetteer.find("Marn", world)] == ["hill", "marn"]


def test_an_unlike_name_finds_nothing(write):
    """Nothing is guessed."""
    assert gazetteer.find("Zyxwv", gazetteer.load([write()])) == ()
