"""Well-known binary and boxes, held against shapely."""

import pytest
import shapely
from shapely.geometry import shape as shaped

from geoincidents.export import geometries
from geoincidents.model import Geometry

RING = ((45.0, 40.0), (45.1, 40.0), (45.1, 40.1), (45.0, 40.0))
HOLE = ((45.04, 40.01), (45.08, 40.02), (45.08, 40.05), (45.04, 40.01))
SHAPES = {
    "Point": (45.5, -40.25),
    "LineString": RING[:3],
    "Polygon": (RING, HOLE),
    "MultiPoint": (RING[0], RING[1]),
    "MultiLineString": (RING[:3], HOLE[:2]),
    "MultiPolygon": ((RING, HOLE), (RING,)),
}


@pytest.mark.parametrize("type_", SHAPES)
def test_binary_is_what_another_reader_takes(type_):
    """Each type, with holes and parts, comes back coordinate by coordinate."""
    made = geometries.wkb(Geometry(type=type_, coordinates=SHAPES[type_]))

    assert shapely.from_wkb(made).equals_exact(
        shaped({"type": type_, "coordinates": SHAPES[type_]}), tolerance=0
    )


@pytest.mark.parametrize("type_", SHAPES)
def test_a_box_holds_its_geometry(type_):
    """West, south, east, north; holes cannot change it."""
    made = Geometry(type=type_, coordinates=SHAPES[type_])

    assert geometries.box([None, made]) == shaped(vars_of(made)).bounds


def vars_of(shape):
    """Return a geometry as GeoJSON has it."""
    return {"type": shape.type, "coordinates": shape.coordinates}


def test_rounding_keeps_the_demo_valid(demo):
    """No ring of a drawn shape crosses itself once its digits are fewer."""
    from geoincidents.export import frame, layers  # noqa: PLC0415 -- geopandas is slow to load

    for layer in layers.SPATIAL:
        drawn = frame.to_frame(demo, layer.name).geometry.dropna()
        assert drawn.is_valid.all(), layer.name
