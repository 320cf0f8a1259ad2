"""A border of the user's own in place of the packs' lines."""

import json

import pytest

from geoincidents import gazetteer
from geoincidents.errors import PackError

MEMBERS = {
    "source": "Joint survey",
    "version": "2",
    "date": "2024-05-01",
    "licence": "CC0-1.0",
    "credit": "the surveyors",
}
LINE = {
    "type": "Feature",
    "properties": {"id": "ours", "a": "lisk", "b": "orm", "accuracy_m": 10},
    "geometry": {"type": "LineString", "coordinates": [[9.999, 50.0], [9.999, 50.2]]},
}


@pytest.fixture
def own(tmp_path):
    """Return a function that writes a border file, members and features changed."""

    def own_(*features, **members):
        table = {**MEMBERS, **members, "type": "FeatureCollection", "features": list(features)}
        path = tmp_path / "ours.geojson"
        path.write_text(json.dumps({k: v for k, v in table.items() if v is not None}))
        return path

    return own_


def test_it_replaces_the_lines_between_its_two_states(write, own):
    """The pack's line is gone, its outlines stay."""
    pack = gazetteer.load([write()])
    found = gazetteer.load([write()], own(LINE))

    assert [line.id for line in found.borders] == ["ours"]
    assert found.borders[0].geometry.coordinates == ((9.999, 50.0), (9.999, 50.2))
    assert found.outlines == pack.outlines
    assert [*found.places] == [*pack.places]


def test_its_source_is_told(write, own):
    """Credit, licence and accuracy come with it, in front of those of the packs."""
    first = gazetteer.load([write()], own(LINE)).packs[0]

    assert (first.id, first.countries) == ("own-border", ("XL", "XO"))
    assert first.border is not None
    assert (first.border.source, first.border.credit) == ("Joint survey", "the surveyors")
    assert first.border.accuracy_m == 10


def test_lines_between_other_states_stay(write, own):
    """Only the border that the user gave is replaced."""

    def third(text):
        return text + '[[party]]\nid = "vell"\nname = "Vell"\nkind = "state"\ncountry = "XV"\n'

    def row(text):
        return text + "vell,Vell,country,XV,,50.1,10.9,20000,made-up,CC0-1.0,drawn\n"

    line = {**LINE, "properties": {**LINE["properties"], "b": "vell"}}
    found = gazetteer.load([write(parties=third, places=row)], own(line))

    assert [one.id for one in found.borders] == ["main", "ours"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param({"credit": None}, "'credit' is missing", id="no credit"),
        pytest.param({"source": " "}, "'source' is missing", id="empty source"),
    ],
)
def test_what_it_must_say_of_itself(write, own, change, words):
    """A line without a source is not drawn."""
    with pytest.raises(PackError, match=words):
        gazetteer.load([write()], own(LINE, **change))


@pytest.mark.parametrize(
    ("features", "words"),
    [
        pytest.param([], "holds no border line", id="empty"),
        pytest.param(
            [{**LINE, "properties": {**LINE["properties"], "a": "nowhere"}}],
            "'nowhere' is not the id of a party",
            id="unknown side",
        ),
        pytest.param(
            [{**LINE, "properties": {**LINE["properties"], "a": "orm", "b": "lisk"}}],
            "turn it round",
            id="sides swapped",
        ),
        pytest.param(
            [{**LINE, "geometry": {"type": "Point", "coordinates": [10, 50]}}],
            "is not a LineString",
            id="point",
        ),
        pytest.param(
            [LINE, {**LINE, "properties": {"kind": "outline", "country": "XL"}}],
            "belongs into a pack",
            id="outline",
        ),
    ],
)
def test_faults_name_the_file(write, own, features, words):
    """Each says what is wrong in the user's file."""
    with pytest.raises(PackError, match=rf"ours\.geojson:1: .*{words}"):
        gazetteer.load([write()], own(*features))


def test_a_file_that_is_no_json_is_told(write, tmp_path):
    """As for every file of a pack."""
    path = tmp_path / "ours.geojson"
    path.write_text("{")

    with pytest.raises(PackError, match=r"ours\.geojson:1"):
        gazetteer.load([write()], path)
