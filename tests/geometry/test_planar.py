"""Flat geometry: records, borders, offsets, discs."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geoincidents.geometry import planar
from geoincidents.model import Geometry

SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0))
NORTH = np.array([(0.0, 0.0), (0.0, 1000.0)])
BOX = (1.0, 1.0, 6.0, 3.0)


def everywhere(points, _feet):
    """Keep every point."""
    return np.ones(len(points), dtype=bool)


# --- records -----------------------------------------------------------------


def test_rings_turn_the_way_of_rfc_7946():
    """An outer ring that runs clockwise is turned round."""
    flat = planar.read(Geometry(type="Polygon", coordinates=(SQUARE[::-1],)))

    (ring,) = planar.write(flat).coordinates

    assert shapely.LinearRing(ring).is_ccw


def test_coordinates_are_rounded_to_a_decimetre():
    """Six digits of a degree are kept."""
    written = planar.write(shapely.Point(1.23456789, 2.0))

    assert written == Geometry(type="Point", coordinates=(1.234568, 2.0))


@pytest.mark.parametrize(
    ("kind", "coordinates", "area", "length"),
    [
        pytest.param("Polygon", (SQUARE,), 6.0, 10.0, id="polygon"),
        pytest.param("LineString", ((0.0, 2.0), (9.0, 2.0)), 0.0, 5.0, id="line"),
    ],
)
def test_a_clipped_geometry_keeps_what_is_in_the_box(kind, coordinates, area, length):
    """The part inside is returned in the same dimension."""
    kept = planar.read(planar.clip(Geometry(type=kind, coordinates=coordinates), BOX))

    assert (kept.area, kept.length) == (area, length)


@pytest.mark.parametrize("box", [(4.0, 0.0, 6.0, 3.0), (9.0, 9.0, 10.0, 10.0)])
def test_an_area_that_only_touches_the_box_is_not_in_it(box):
    """A shared edge is no area."""
    assert planar.clip(Geometry(type="Polygon", coordinates=(SQUARE,)), box) is None


def test_a_self_crossing_area_can_be_clipped():
    """A bow tie loses nothing that lies in the box."""
    tie = ((0.0, 0.0), (4.0, 4.0), (4.0, 0.0), (0.0, 4.0), (0.0, 0.0))

    kept = planar.clip(Geometry(type="Polygon", coordinates=(tie,)), (0.0, 0.0, 4.0, 4.0))

    assert planar.read(kept).area == pytest.approx(8.0)


def test_a_simplified_line_moves_no_vertex_far():
    """A vertex within the tolerance goes, one beyond it stays."""
    line = ((0.0, 0.0), (1.0, 0.01), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0))

    thin = planar.simplify(Geometry(type="LineString", coordinates=line), 0.1)

    assert thin.coordinates == (line[0], line[2], line[3], line[4])


@pytest.mark.parametrize(
    ("kind", "coordinates", "expected"),
    [
        pytest.param("Polygon", (SQUARE,), (2.0, 2.0), id="widest spot"),
        pytest.param("LineString", ((0.0, 0.0), (4.0, 0.0)), (2.0, 0.0), id="middle"),
        pytest.param("Point", (3.0, 4.0), (3.0, 4.0), id="itself"),
        pytest.param(
            "MultiPolygon",
            ((SQUARE,), (((9.0, 9.0), (9.5, 9.0), (9.5, 9.5), (9.0, 9.0)),)),
            (2.0, 2.0),
            id="largest part",
        ),
    ],
)
def test_a_label_stands_in_the_midst(kind, coordinates, expected):
    """Names are written where there is room."""
    spot = planar.label_point(Geometry(type=kind, coordinates=coordinates))

    assert spot == pytest.approx(expected, abs=0.05)


def test_a_cut_line_keeps_its_direction():
    """Left and right of a border survive the crop."""
    line = Geometry(type="LineString", coordinates=((9.0, 2.0), (0.0, 2.0)))

    (piece,) = planar.near(line, BOX)

    assert (np.diff(piece[:, 0]) < 0).all()


def test_a_cut_ring_is_not_split_at_its_first_vertex():
    """The joint of a ring inside the box is no end."""
    ring = Geometry(type="LineString", coordinates=SQUARE)

    pieces = planar.near(ring, (-1.0, -1.0, 3.0, 3.0))

    assert len(pieces) == 1


# --- borders -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("point", "distance_m", "is_left"),
    [
        pytest.param((-5.0, 500.0), 5.0, True, id="west of north"),
        pytest.param((5.0, 500.0), 5.0, False, id="east of north"),
    ],
)
def test_left_is_left_of_the_way_along_the_line(point, distance_m, is_left):
    """Going north, west is left."""
    _, distance, left = planar.frontier([("n", NORTH)]).foot(point)

    assert (distance, left) == (distance_m, is_left)


@pytest.mark.parametrize("side", [1, -1])
def test_the_side_is_right_beyond_the_tip_of_a_spike(side):
    """A point beyond a tip lies on the outside, whichever segment is nearest."""
    spike = np.array([(0.0, 0.0), (100.0, side * 1.0), (0.0, side * 2.0)])

    _, _, left = planar.frontier([("s", spike)]).foot((120.0, side * 1.5))

    assert left == (side < 0)


def test_a_doubled_vertex_does_no_harm():
    """Segments without length are left out."""
    doubled = np.array([(0.0, 0.0), (0.0, 0.0), (0.0, 1000.0)])

    assert planar.frontier([("n", doubled)]).foot((3.0, 10.0))[1] == 3.0


def test_no_lines_are_no_frontier():
    """Nothing near is None, not an empty geometry."""
    assert planar.frontier([("n", np.array([(1.0, 1.0), (1.0, 1.0)]))]) is None


def test_an_offset_line_has_open_ends():
    """Nothing goes around the end of a border."""
    (piece,) = planar.offset(planar.frontier([("n", NORTH)]), 100.0, everywhere)

    assert piece[:, 0] == pytest.approx(-100.0)
    assert (piece[:, 1] >= 0).all()
    assert (piece[:, 1] <= 1000).all()


def test_an_offset_line_covers_the_whole_side():
    """Only the last step at each end may be missing."""
    (piece,) = planar.offset(planar.frontier([("n", NORTH)]), 100.0, everywhere)

    assert np.ptp(piece[:, 1]) >= 1000 - 2 * 25


def test_inside_a_ring_the_offset_is_closed():
    """A ring wide enough holds a whole ring at the depth."""
    ring = np.array(SQUARE) * 1000

    (piece,) = planar.offset(planar.frontier([("r", ring)]), 500.0, everywhere)

    assert tuple(piece[0]) == tuple(piece[-1])
    assert shapely.Polygon(piece).area == pytest.approx(3000**2, rel=1e-3)


@given(
    st.lists(st.integers(-300, 300), min_size=4, max_size=12),
    st.integers(50, 2000),
    st.booleans(),
)
def test_every_point_of_an_offset_is_at_the_distance(wiggles, distance_m, is_turned):
    """Within 0.7 % along the chords too, and on the left, however the border bends."""
    line = np.array([(float(w), 700.0 * i) for i, w in enumerate(wiggles)])[:: 1 - 2 * is_turned]
    frontier = planar.frontier([("b", line)])

    for piece in planar.offset(frontier, distance_m, everywhere):
        spots = shapely.get_coordinates(shapely.segmentize(shapely.LineString(piece), 20))
        feet = frontier.feet(spots)

        assert feet.distance_m == pytest.approx(distance_m, rel=0.007)
        assert feet.is_left.all()


# --- discs -------------------------------------------------------------------


@given(st.floats(1, 1e5))
def test_a_disc_has_the_area_of_its_circle(radius_m):
    """The corners are moved out so that no area is lost."""
    assert planar.disc((5.0, 6.0), radius_m).area == pytest.approx(np.pi * radius_m**2)


def test_a_shape_is_grown_to_its_area():
    """Half a disc is widened until it holds what was asked for."""
    half = shapely.box(0, -1e6, 1e6, 1e6)

    shape = planar.grown(
        lambda radius: planar.common(planar.disc((0.0, 0.0), radius), half), 1e6, 1e4
    )

    assert shape.area == pytest.approx(1e6, rel=1e-4)


def test_an_area_that_does_not_fit_gives_nothing():
    """A shape that never gets so large is None."""
    small = shapely.box(0, 0, 10, 10)

    assert planar.grown(lambda radius: planar.common(planar.disc((0.0, 0.0), radius), small),
                        1e6, 1e4) is None  # fmt: skip
