"""Ground that belongs to a district: its area, or what is nearest to places in it."""

from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geoincidents.geography import PlaceKind
from geoincidents.geometry.geodesy import Plane
from geoincidents.model import Geometry, Position, ShapeKind
from geoincidents.shapes import districts


def villages(land, spots):
    """Return a land whose villages lie at spots: west of 45.8 in North Ward, else in Mere."""
    bare = land.gazetteer()
    north, village = bare.place("north-ward"), bare.place("tarn")
    mere = replace(north, id="mere", name="Mere", position=Position(45.9, 40.5))
    ward = replace(north, position=Position(45.7, 40.5))
    made = [
        replace(
            village, id=f"v{i}", position=Position(*spot),
            admin=("north-ward" if spot[0] < 45.8 else "mere",),
        )
        for i, spot in enumerate(spots)
    ]  # fmt: skip
    places = {p.id: p for p in (ward, mere, *made)}
    return replace(bare, places=places)


GRID = [(45.62 + 0.04 * i, 40.42 + 0.04 * j) for i in range(9) for j in range(5)]


def test_an_outline_parts_the_villages_of_two_districts(land):
    """Each village lies in the outline of its own district only."""
    known = villages(land, GRID)
    ward = known.place("north-ward")
    plane = Plane(centre=ward.position)

    outline = districts.extent(ward, known, plane)

    spots = plane.to_metres(np.array(GRID))
    inside = shapely.contains_xy(outline, spots)
    assert inside.tolist() == [lon < 45.8 for lon, _ in GRID]


@given(st.lists(st.tuples(st.floats(45.6, 45.99), st.floats(40.3, 40.7)), max_size=25))
def test_an_outline_is_valid_and_in_its_country(land, spots):
    """Wherever the villages are, one valid polygon comes out, or none."""
    known = villages(land, spots)
    ward = known.place("north-ward")
    plane = Plane(centre=ward.position)

    outline = districts.extent(ward, known, plane)

    if outline is not None:
        assert outline.is_valid
        assert outline.geom_type == "Polygon"
        assert plane.to_degrees(shapely.get_coordinates(outline))[:, 0].max() <= 46.001


def test_places_a_hair_apart_are_one_for_an_outline(land):
    """Villages that two sources put a centimetre apart break no area."""
    pairs = [(lon, lat) for lon in (45.6, 45.62) for lat in (40.5, 40.5000001)]
    known = villages(land, [*[(45.6, 40.3)] * 5, *pairs])
    ward = known.place("north-ward")

    outline = districts.extent(ward, known, Plane(centre=ward.position))

    assert outline.is_valid


def test_few_villages_give_no_outline(land):
    """With six places known a circle is the better guess."""
    known = villages(land, GRID[:5])
    ward = known.place("north-ward")

    assert districts.extent(ward, known, Plane(centre=ward.position)) is None


def test_the_doubt_of_an_area_is_its_rough_outline(land):
    """It says how the outline came about."""
    told = land.drawn(land.account(land.where("north-ward")), villages(land, GRID))

    (doubt,) = land.of_kind(told, ShapeKind.DOUBT)

    assert "rough outline" in doubt.reason
    assert shapely.Polygon(*doubt.geometry.coordinates).bounds[2] == pytest.approx(45.8, abs=0.03)


@pytest.mark.parametrize(
    ("areas", "expected"),
    [
        pytest.param({"north-ward"}, [True, False], id="one"),
        pytest.param({"north-ward", "mere"}, [True, True], id="both"),
        pytest.param({"elsewhere"}, [False, False], id="neither"),
        pytest.param(set(), [True, True], id="none named: all"),
    ],
)
def test_a_point_belongs_to_the_district_of_the_nearest_place(land, areas, expected):
    """The border is shared out by what lies nearest."""
    known = villages(land, GRID)
    plane = Plane(centre=Position(45.8, 40.5))
    spots = plane.to_metres(np.array([(45.65, 40.5), (45.95, 40.5)]))

    belongs = districts.belonging(frozenset(areas), "LS", known, plane)

    assert belongs(spots).tolist() == expected


def test_a_country_of_which_no_place_is_known_has_no_districts(land):
    """Nothing belongs to anything."""
    plane = Plane(centre=Position(45.8, 40.5))

    belongs = districts.belonging(frozenset({"mere"}), "XX", land.gazetteer(), plane)

    assert belongs(np.zeros((2, 2))).tolist() == [False, False]


def test_without_the_countrys_outline_it_is_not_cut(land):
    """The cells of the villages are all there is."""
    known = replace(villages(land, GRID), outlines={})
    ward = known.place("north-ward")

    assert districts.extent(ward, known, Plane(centre=ward.position)).is_valid


def with_areas(land, **spans):
    """Return a land whose districts hold ground between two longitudes, 40.3 to 40.7 N."""
    known = villages(land, GRID)
    areas = {
        key.replace("_", "-"): Geometry(
            type="Polygon",
            coordinates=(((w, 40.3), (e, 40.3), (e, 40.7), (w, 40.7), (w, 40.3)),),
        )
        for key, (w, e) in spans.items()
    }
    return replace(known, areas=areas)


def test_the_outline_of_an_area_is_what_the_pack_holds(land):
    """What is known better than by the nearest village is not made again, only thinned."""
    known = with_areas(land, north_ward=(45.6, 45.9))

    outline = districts.outline(known.place("north-ward"), known)

    assert shapely.Polygon(*outline.coordinates).equals(shapely.box(45.6, 40.3, 45.9, 40.7))


@pytest.mark.parametrize(
    ("lon", "belongs"),
    [
        pytest.param(45.7, True, id="in it"),
        pytest.param(45.85, True, id="in it, though villages of another are nearer"),
        pytest.param(45.95, False, id="in another"),
        pytest.param(45.59, True, id="beside it"),
        pytest.param(45.5, False, id="too far from any"),
        pytest.param(46.005, False, id="beside another"),
    ],
)
def test_a_point_belongs_to_the_area_that_holds_it(land, lon, belongs):
    """The pack's areas win over cells; ground beside them goes to the nearest."""
    known = with_areas(land, north_ward=(45.6, 45.9), mere=(45.9, 46.0))
    plane = Plane(centre=Position(45.8, 40.5))

    test = districts.belonging(frozenset({"north-ward"}), "LS", known, plane)

    assert test(plane.to_metres(np.array([(lon, 40.5)]))).tolist() == [belongs]


def test_an_area_that_the_pack_does_not_hold_is_told_by_its_villages(land):
    """One area of two is not enough to share the border out."""
    known = with_areas(land, north_ward=(45.6, 45.9))
    plane = Plane(centre=Position(45.8, 40.5))

    test = districts.belonging(frozenset({"north-ward", "mere"}), "LS", known, plane)

    assert test(plane.to_metres(np.array([(45.95, 40.5)]))).tolist() == [True]


def test_roads_and_rivers_tell_no_district(land):
    """A river's point says nothing of the ground along it."""
    known = villages(land, GRID)
    river = replace(known.place("v0"), id="r", kind=PlaceKind.RIVER, position=Position(45.95, 40.5))
    known = replace(known, places={**known.places, "r": river})
    plane = Plane(centre=river.position)

    belongs = districts.belonging(frozenset({"north-ward"}), "LS", known, plane)

    assert belongs(plane.to_metres(np.array([river.position]))).tolist() == [False]
