"""Places that are told from another place stand at their distance and bearing."""

from dataclasses import replace

import pytest

from geoincidents.model import MeasuredFrom, MeasureKind, ShapeKind, WherePrecision, WhereRole


@pytest.fixture
def told(land):
    """Return how to tell of a distance from a place, maybe towards another."""

    def told_(base="tarn", towards="inland", metres=3000.0, role=WhereRole.FROM, gap=1):
        figure = land.measure(
            MeasureKind.DISTANCE, metres, text="3 km", measured_from=MeasuredFrom.PLACE
        )
        places = [_at(land.where(base, role), 4 + gap)]
        if towards:
            places.append(_at(land.where(towards, WhereRole.DIRECTION), 20 + gap))
        return land.drawn(land.account(*places, measures=(figure,)))

    return told_


def _at(where, start):
    passage = where.passage
    return replace(where, passage=replace(passage, span=(start, start + len(passage.text))))


def test_the_mark_stands_at_the_distance_and_bearing(told, land):
    """3 km from one place on the way to another, on the ellipsoid."""
    account = told()
    places = land.gazetteer().places
    start, end = places["tarn"].position, places["inland"].position

    bearing, _, distance_m = land.ellipsoid.inv(*start, *account.position)
    wanted, _, _ = land.ellipsoid.inv(*start, *end)

    assert distance_m == pytest.approx(3000, abs=1)
    assert bearing == pytest.approx(wanted, abs=0.05)
    assert account.where_prec is WherePrecision.NEAR
    assert account.place_label == "3,000 m from Tarn towards Inland"


def test_the_doubt_is_the_size_and_what_towards_leaves_open(told, land):
    """1 km of the place, 22.5 degrees and a tenth of the distance."""
    (doubt,) = land.of_kind(told(), ShapeKind.DOUBT)

    assert doubt.uncertainty_m == pytest.approx(1000 + (1148.1**2 + 300**2) ** 0.5, abs=1)


def test_without_a_direction_the_distance_is_the_doubt(told, land):
    """Anywhere around the place, as far as that."""
    account = told(towards=None)

    assert account.position == land.gazetteer().places["tarn"].position
    assert land.of_kind(account, ShapeKind.DOUBT)[0].uncertainty_m == 4000
    assert account.place_label == "3,000 m from Tarn"


def test_a_place_far_behind_the_distance_is_where_it_came_from(told):
    """Only the next words say what a distance is counted from."""
    assert told(gap=30).place_label != "3,000 m from Tarn towards Inland"


@pytest.mark.parametrize("metres", [30_000.0, 200_000.0])
def test_beyond_25_km_there_is_no_spot(told, metres):
    """So far away, a distance from a place names no site."""
    assert "30,000" not in told(metres=metres).place_label


def test_a_district_has_no_spot_to_count_from(told):
    """A distance from an area says nothing of where in it."""
    assert told(base="ket").place_label != "3,000 m from Ket towards Inland"
    assert told(towards="north-ward").place_label == "3,000 m from Tarn"
