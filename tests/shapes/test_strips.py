"""The ground within a reported depth, for measuring: never on a map, never called held."""

import pytest
import shapely
from pyproj import Geod

from geoincidents.model import MeasureKind, ShapeKind, WhereRole

ELLIPSOID = Geod(ellps="WGS84")


def strips(land, *places, border=None, depth_m=3000.0, **fields):
    """Return the strips of an account, as shapely areas."""
    figure = land.measure(MeasureKind.DEPTH, depth_m)
    told = land.drawn(land.account(*places, measures=(figure,), **fields), border)
    return told, [
        shapely.geometry.shape({"type": s.geometry.type, "coordinates": s.geometry.coordinates})
        for s in told.strips
    ]


@pytest.mark.parametrize("name", ["straight", "bent"])
def test_a_strip_lies_on_the_entered_side_within_the_depth(land, name):
    """No corner is farther from the border than the depth, none beyond the border."""
    border = getattr(land, name)
    _, (strip,) = strips(land, land.where("tarn"), border=land.gazetteer(border))

    corners = shapely.get_coordinates(strip)
    west = shapely.Polygon([*border, (45.0, 41.0), (45.0, 39.0)])
    assert strip.is_valid
    assert land.to_border_m(corners[::5], border).max() <= 3000 * 1.001
    assert shapely.difference(strip, west).area < 1e-6


def test_a_strip_holds_its_bracket(land):
    """What is drawn from the border to the depth lies in it."""
    told, (strip,) = strips(land, land.where("tarn"))
    (bracket,) = land.of_kind(told, ShapeKind.DEPTH_BRACKET)

    middle = shapely.LineString(bracket.geometry.coordinates).interpolate(0.5, normalized=True)
    assert strip.contains(middle)


def test_a_strip_has_the_area_of_its_length_and_depth(land):
    """Along a straight border it is a rectangle, on the ellipsoid."""
    told, (strip,) = strips(land, land.where("tarn"))
    line = land.of_kind(told, ShapeKind.DEPTH_LINE)[0]

    area_m2 = abs(ELLIPSOID.geometry_area_perimeter(strip)[0])
    length_m = ELLIPSOID.geometry_length(shapely.LineString(line.geometry.coordinates))
    assert area_m2 == pytest.approx(length_m * 3000, rel=0.1)


def test_a_strip_is_no_shape_of_the_map(land):
    """It is kept apart from what is drawn, with figure and border."""
    told, _ = strips(land, land.where("tarn"))
    (strip,) = told.strips

    assert strip.kind is ShapeKind.DEPTH_STRIP
    assert not land.of_kind(told, ShapeKind.DEPTH_STRIP)
    assert (strip.low, strip.high, strip.border_accuracy_m) == (3000, 3000, 150)


def test_a_named_area_has_a_strip_along_its_border(land):
    """Without a site it runs along the whole stretch."""
    _, areas = strips(land, land.where("north-ward", WhereRole.INTO))

    assert len(areas) == 1


def test_without_an_outline_there_is_no_strip(land):
    """Which ground is the country's is not known then; the line is drawn all the same."""
    told, areas = strips(land, land.where("tarn"), border=land.gazetteer(outlines=False))

    assert areas == []
    assert land.of_kind(told, ShapeKind.DEPTH_LINE)
