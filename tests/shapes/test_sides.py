"""Whose side of the border an account plays on: from its words alone."""

import pytest

from geoincidents.model import Stance, WhereRole
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
