"""Flat geometry: records, borders, offsets, discs."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geoincidents.geometry import held, planar
from geoincidents.model import Geometry

SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0))
BOX = (1.0, 1.0, 6.0, 3.0)


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

    (piece,) = held.near(line, BOX)

    assert (np.diff(piece[:, 0]) < 0).all()


def test_a_cut_ring_is_not_split_at_its_first_vertex():
    """The joint of a ring inside the box is no end."""
    ring = Geometry(type="LineString", coordinates=SQUARE)

    pieces = held.near(ring, (-1.0, -1.0, 3.0, 3.0))

    assert len(pieces) == 1


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
