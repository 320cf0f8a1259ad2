"""RFC 7946: winding, closing, digits, bounding box, ids, no `crs`; strict JSON."""

import itertools
import json
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoincidents import export
from geoincidents.export import geojson, geometries, layers
from geoincidents.export.column import Column, ColumnType
from geoincidents.model import Geometry

SQUARE = ((0.0, 0.0), (0.0, 2.0), (2.0, 2.0), (2.0, 0.0), (0.0, 0.0))  # clockwise
HOLE = ((0.5, 0.5), (1.5, 0.5), (1.5, 1.5), (0.5, 1.5), (0.5, 0.5))  # counterclockwise


def _strict(text):
    def refuse(word):
        raise AssertionError(word)

    def unique(pairs):
        assert len(dict(pairs)) == len(pairs)
        return dict(pairs)

    return json.loads(text, parse_constant=refuse, object_pairs_hook=unique)


def _table(shapes, values):
    """Return a layer of one column, a row a shape."""
    column = Column(name="n", type=ColumnType.TEXT, unit="", meaning="", of=lambda row: row.value)
    layer = replace(layers.BY_NAME["doubt"], columns=(column,))
    rows = tuple(SimpleNamespace(id=str(n), value=value) for n, value in enumerate(values))
    shaped = [shape and geometries.rounded(shape) for shape in shapes]
    return layers.Table(layer=layer, rows=rows, shapes=geometries.of_one_type(shaped))


def _written(*shapes, **members):
    return _strict("".join(geojson.collection(_table(shapes, [*range(len(shapes))]), members)))


def _area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring)) / 2


def test_outer_rings_are_counterclockwise_and_holes_clockwise():
    """RFC 7946, 3.1.6, the right-hand rule."""
    made = _written(Geometry(type="Polygon", coordinates=(SQUARE, HOLE)))
    outer, hole = made["features"][0]["geometry"]["coordinates"]

    assert _area(outer) == 4
    assert _area(hole) == -1


def test_a_right_winding_is_left_alone():
    """Only what is wrong is turned."""
    made = _written(Geometry(type="Polygon", coordinates=(SQUARE[::-1],)))

    assert made["features"][0]["geometry"]["coordinates"][0] == [[*p] for p in SQUARE[::-1]]


def test_an_open_ring_is_closed():
    """First and last position are the same."""
    made = _written(Geometry(type="Polygon", coordinates=(SQUARE[:-1],)))
    (ring,) = made["features"][0]["geometry"]["coordinates"]

    assert ring[0] == ring[-1]
    assert len(ring) == 5


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_coordinates_have_seven_decimals_at_most(lon, lat):
    """More would pretend to know millimetres."""
    made = _written(Geometry(type="Point", coordinates=(lon, lat)))
    written = made["features"][0]["geometry"]["coordinates"]

    assert written == [round(lon, 7), round(lat, 7)]
    assert made["bbox"] == written * 2


def test_the_bounding_box_holds_all_geometries():
    """West, south, east, north."""
    made = _written(
        Geometry(type="LineString", coordinates=((1.0, 5.0), (3.0, 4.0))),
        None,
        Geometry(type="LineString", coordinates=((2.0, 7.0), (2.5, 6.0))),
    )

    assert made["bbox"] == [1, 4, 3, 7]


def test_no_geometry_gives_no_bounding_box():
    """An empty box is no box."""
    assert "bbox" not in _written(None)
    assert _written() == {"type": "FeatureCollection", "features": []}


def test_one_geometry_type_a_file():
    """Where one shape is of several parts, all are written so."""
    made = _written(
        Geometry(type="Polygon", coordinates=(SQUARE,)),
        Geometry(type="MultiPolygon", coordinates=((SQUARE,), (SQUARE,))),
    )

    assert {f["geometry"]["type"] for f in made["features"]} == {"MultiPolygon"}


def test_foreign_members_stand_beside_the_features():
    """Licence and credit travel in the file itself; there is no `crs`."""
    made = _written(None, licence="CC-BY-4.0")

    assert made["licence"] == "CC-BY-4.0"
    assert "crs" not in made


def test_an_id_stands_once(run):
    """A second one is our bug."""
    run.incidents *= 2

    with pytest.raises(ValueError, match="unique"):
        layers.table(layers.BY_NAME["incidents"], run, export.context_of(run))


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_is_none_is_never_written(number):
    """Not even as a word that some readers take."""
    with pytest.raises(ValueError, match="JSON"):
        [*geojson.collection(_table([None], [number]), {})]


@given(st.text().filter(lambda words: words and words.isprintable()))
def test_any_text_comes_back_as_it_was(words):
    """Quotes, markup and line separators need no care of the reader."""
    made = _strict("".join(geojson.collection(_table([None], [words]), {})))

    assert made["features"][0]["properties"]["n"] == words


@pytest.mark.parametrize(
    ("accuracy_m", "digits"), [(None, 7), (99.0, 7), (100.0, 6), (999.0, 6), (1e3, 5), (9e4, 5)]
)
def test_coordinates_are_rounded_to_a_thousandth_of_their_accuracy(accuracy_m, digits):
    """A border known to 150 m needs no centimetres."""
    made = geometries.rounded(Geometry(type="Point", coordinates=(45.123456789, 0)), accuracy_m)
    moved_m = abs(made.coordinates[0] - 45.123456789) * 111_320

    assert made.coordinates[0] == round(45.123456789, digits)
    assert accuracy_m is None or moved_m < accuracy_m / 1000
