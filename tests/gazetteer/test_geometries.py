"""Areas and outlines of places: read when asked for, and the faults of their files."""

import json

import pytest

from geoincidents import gazetteer
from geoincidents.geography import Gazetteer

SQUARE = [[9.8, 50.05], [9.99, 50.05], [9.99, 50.15], [9.8, 50.15], [9.8, 50.05]]
WAY = [[9.8, 50.1], [9.95, 50.1]]
TOLD = {"source": "drawn", "checked": "unchecked"}


def feature(place_id, coordinates, kind="Polygon", **properties):
    """Return a feature of a place."""
    return {
        "type": "Feature",
        "properties": {"place_id": place_id, **properties},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


@pytest.fixture
def pack(write):
    """Return a function that adds a file of features to the small pack."""

    def write_(name, *features):
        folder = write()
        rows = ",\n".join(map(json.dumps, features))
        text = f'{{"type":"FeatureCollection","features":[\n{rows}\n]}}\n'
        (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write_


def test_an_area_is_found_by_its_place(pack):
    """Coordinates come as lon/lat tuples."""
    world = gazetteer.load([pack("areas.geojson", feature("hill", [SQUARE]))])

    assert list(world.areas) == ["hill"]
    assert len(world.areas) == 1
    assert "marn" not in world.areas
    assert world.areas["hill"].type == "Polygon"
    assert world.areas["hill"].coordinates[0][0] == (9.8, 50.05)


def test_a_lake_and_a_road_are_features(pack):
    """What is no district is held apart."""
    world = gazetteer.load([pack("features.geojson", feature("tarn", [SQUARE], **TOLD))])

    assert list(world.features) == ["tarn"]
    assert dict(world.areas) == {}


def test_no_file_of_areas_is_read_before_one_is_asked_for(pack, monkeypatch):
    """A run that draws nothing pays nothing."""
    folder = pack("areas.geojson", feature("hill", [SQUARE]))
    monkeypatch.setattr("geoincidents.resources.pack_folders", lambda: (folder,))
    world = gazetteer.load([folder])
    (folder / "areas.geojson").unlink()

    with pytest.raises(FileNotFoundError):
        world.areas["hill"]


def test_a_pack_without_such_files_has_no_areas(write):
    """They are no duty."""
    world = gazetteer.load([write()])

    assert dict(world.areas) == dict(world.features) == {}


def test_a_gazetteer_can_be_made_without_areas():
    """Records of one's own need none."""
    assert Gazetteer(packs=(), places={}, parties={}).areas == {}


BOW_TIE = [[9.8, 50.0], [9.9, 50.1], [9.9, 50.0], [9.8, 50.1], [9.8, 50.0]]


@pytest.mark.parametrize(
    ("name", "features", "line", "words"),
    [
        ("areas", [feature("nowhere", [SQUARE])], 2, "'nowhere' is not in places.csv"),
        ("areas", [feature("marn", [SQUARE])], 2, "'marn' is a town, not an area"),
        ("areas", [feature("hill", [SQUARE])] * 2, 3, "'hill' stands on line 2 already"),
        ("areas", [feature("hill", SQUARE, "LineString")], 2, "not a Polygon or MultiPolygon"),
        ("areas", [feature("hill", [SQUARE[:-1]])], 2, "end it where it starts"),
        ("areas", [feature("hill", [BOW_TIE])], 2, "a ring crosses itself"),
        ("features", [feature("tarn", [SQUARE])], 2, "'source' or 'checked' is empty"),
        ("features", [feature("tarn", WAY, "LineString", **TOLD)], 2, "not a Polygon"),
    ],
    ids=[
        "an unknown place",
        "no area",
        "the same place twice",
        "a line for an area",
        "an open ring",
        "a ring that crosses itself",
        "no source",
        "a line for a lake",
    ],
)
def test_a_fault_is_told_with_its_line(pack, name, features, line, words):
    """File, line, and what is wrong."""
    (fault,) = gazetteer.faults(pack(f"{name}.geojson", *features))

    assert f"{name}.geojson:{line}: " in fault
    assert words in fault


@pytest.mark.parametrize(
    ("coordinates", "kind", "words"),
    [
        (WAY, "LineString", None),
        ([WAY, WAY], "MultiLineString", None),
        ([SQUARE], "Polygon", "not a LineString or MultiLineString"),
        ([WAY[0]], "LineString", "needs 2 vertices"),
        ([[9.8, 950.1], WAY[1]], "LineString", "outside -180..180 and -90..90"),
    ],
    ids=["a line", "two lines", "an area", "a point", "a vertex off the globe"],
)
def test_a_road_is_a_line(pack, coordinates, kind, words):
    """Rivers and roads have no width."""
    folder = pack("features.geojson", feature("road", coordinates, kind, **TOLD))
    with (folder / "places.csv").open("a", encoding="utf-8") as file:
        file.write("road,Marn road,road,XL,,50.1,9.9,9000,made-up,CC0-1.0,unchecked\n")

    faults = gazetteer.faults(folder)

    assert [words in fault for fault in faults] == ([] if words is None else [True])


def test_unreadable_places_are_told_alone(pack):
    """A river is no fault of its own where the kind of its place is not known."""
    folder = pack("features.geojson", feature("road", WAY, "LineString", **TOLD))
    (folder / "places.csv").write_bytes(b"\xff\xfe")

    (fault,) = gazetteer.faults(folder)

    assert "places.csv:1: byte 0xff is not UTF-8" in fault
