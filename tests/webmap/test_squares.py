"""Areas without a place, as squares."""

from __future__ import annotations

import pytest

from geoincidents.webmap import squares

LARGEST_PX = 96


@pytest.fixture
def drawn(found, scene):
    """Return the squares of the incident with two areas."""
    incident = found.incidents[2]
    scale = squares.squares_scale(found.incidents, LARGEST_PX)
    return squares.squares(incident, scene, scale), scale


def test_each_claim_has_a_square_of_its_true_size(drawn):
    """Sides are to one scale within 0.5 %."""
    rows, scale = drawn[0]["rows"], drawn[1]

    for row, area_m2 in zip(rows, (1e8, 1e7), strict=True):
        assert (row["side"] * scale) ** 2 == pytest.approx(area_m2, rel=0.005)


def test_squares_stand_by_speaker(drawn):
    """They lie side by side, by the name of who says it, with who says it."""
    assert [r["who"] for r in drawn[0]["rows"]] == ["Brook", "Lisk"]
    assert [r["size"] for r in drawn[0]["rows"]] == ["100 km²", "10 km²"]


def test_the_scale_is_stated(drawn):
    """A bar of a round length stands beside them."""
    bar, scale = drawn[0]["bar"], drawn[1]

    assert bar["label"] == "5 km"
    assert bar["px"] * scale == pytest.approx(5000, rel=0.01)


def test_an_incident_without_areas_has_none(found, scene):
    """Nothing is drawn where nothing is told."""
    assert squares.squares(found.incidents[1], scene, 100.0) is None
