"""Whose side of the border an account plays on: from its words alone."""

from dataclasses import replace

import pytest

from geoincidents.model import Geometry, Position, Stance, WhereRole
from geoincidents.shapes import sides

INTO = WhereRole.INTO


@pytest.mark.parametrize(
    ("places", "fields", "side", "other"),
    [
        pytest.param((), {}, "LS", "OR", id="target"),
        pytest.param((), {"target": None}, "LS", "OR", id="across from the actor"),
        pytest.param((("orm", INTO),), {"target": None, "actor": None}, "OR", None, id="into"),
        pytest.param((("dol", INTO),), {"actor": "LS", "target": None}, "OR", "LS", id="district"),
        pytest.param((("long-lake", INTO),), {"target": "OR", "actor": "LS"}, "OR", "LS",
                     id="a lake on the border has no side"),
        pytest.param((), {"actor": "LS", "target": "band"}, "OR", "LS", id="armed group"),
        pytest.param((), {"stance": Stance.DENIES, "by": "OR"}, "OR", "LS", id="denies: its own"),
        pytest.param((), {"target": None, "actor": None}, None, None, id="nobody"),
    ],
)  # fmt: skip
def test_the_side_is_in_the_words(land, places, fields, side, other):
    """Into, then target, then across from the actor; an answer is about its own side."""
    told = land.account(*(land.where(p, role) for p, role in places), **fields)

    scene = sides.scene(told, land.incident(told), land.gazetteer())

    assert (scene.side, scene.other) == (side, other)


@pytest.mark.parametrize(
    ("names", "phrase"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_make_a_phrase(names, phrase):
    """The last two are joined by a word."""
    assert sides.listed(names) == phrase


@pytest.mark.parametrize(
    ("place", "ids"), [("dol", {"main"}), ("far-dol", {"main", "doubtful"})], ids=["far", "near"]
)
def test_a_doubtful_stretch_far_away_does_not_blur_the_border(land, place, ids):
    """Two lines, one of them contested and good to ten kilometres only."""
    known = land.gazetteer()
    (line, *_) = known.borders
    dol = known.place("dol")
    far = replace(dol, id="far-dol", position=Position(46.2, 43.9))
    sure = replace(line, id="main", accuracy_m=150.0)
    lines = ((46.0, 43.0), (46.0, 44.0))
    doubtful = replace(
        line,
        id="doubtful",
        accuracy_m=10_000.0,
        geometry=Geometry(type="LineString", coordinates=lines),
    )
    known = replace(known, places={**known.places, "far-dol": far}, borders=(sure, doubtful))
    told = land.account(land.where(place, WhereRole.NEAR))

    scene = sides.scene(told, land.incident(told), known)

    assert {*scene.line_ids} == ids
