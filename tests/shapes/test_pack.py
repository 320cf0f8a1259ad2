"""Shapes on the pack that comes with the program: a depth beside a lake on the border."""

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geoincidents import gazetteer, resources
from geoincidents.model import MeasureKind, ShapeKind, Stance, WherePrecision, WhereRole

ELLIPSOID = Geod(ellps="WGS84")
DEPTH_M = 3500.0
BY_LAKE = {"by": "armenia", "actor": "azerbaijan", "target": "armenia"}


@pytest.fixture(scope="module")
def pack():
    """Return the gazetteer of the packs that come with the program."""
    return gazetteer.load(resources.pack_folders())


@pytest.fixture(scope="module")
def sections(pack):
    """Return the border without exclaves, on the ellipsoid's degrees."""
    return shapely.MultiLineString(
        [line.geometry.coordinates for line in pack.borders if not line.exclave]
    )


@pytest.fixture(scope="module")
def beside_the_lake(land, pack):
    """Return one side's account: into a province, by a lake, to a depth."""
    places = (land.where("syunik", WhereRole.INTO), land.where("lake-sev", report="r2"))
    figures = (land.measure(MeasureKind.DEPTH, DEPTH_M),)
    return land.drawn(land.account(*places, measures=figures, **BY_LAKE), pack)


def _outline(pack, country):
    record = pack.outlines[country].geometry
    return shapely.geometry.shape({"type": record.type, "coordinates": record.coordinates})


def _lines(told, kind):
    return [
        shapely.LineString(shape.geometry.coordinates) for shape in told.shapes
        if shape.kind is kind
    ]  # fmt: skip


def _to_line_m(spots, lines, reach_deg=0.1):
    """Return true distances of points to lines, against points of the lines 10 m apart."""
    found = []
    for lon, lat in spots:
        box = (lon - reach_deg, lat - reach_deg, lon + reach_deg, lat + reach_deg)
        near = shapely.get_coordinates(
            shapely.segmentize(shapely.clip_by_rect(lines, *box), 0.0001)
        )
        here = np.tile((lon, lat), (len(near), 1))
        found.append(ELLIPSOID.inv(*here.T, *near.T)[2].min())
    return np.array(found)


def test_the_mark_stands_on_the_line_by_the_lake(pack, beside_the_lake, sections):
    """The lake's centre is metres beyond the line; the mark stays within its size."""
    lake = pack.place("lake-sev")

    moved_m = ELLIPSOID.inv(*beside_the_lake.position, *lake.position)[2]

    assert beside_the_lake.where_prec is WherePrecision.SITE
    assert _to_line_m([beside_the_lake.position], sections)[0] < 10
    assert 0 < moved_m < lake.size_m


def test_the_depth_is_true_everywhere_along_the_line(beside_the_lake, sections):
    """Within 1 % of the figure, 40 m apart, against the whole border."""
    (line,) = _lines(beside_the_lake, ShapeKind.DEPTH_LINE)
    spots = shapely.get_coordinates(shapely.segmentize(line, 0.0004))

    assert len(spots) > 300
    assert _to_line_m(spots, sections) == pytest.approx(DEPTH_M, rel=0.01)


def test_line_and_bracket_are_on_the_entered_side(pack, beside_the_lake):
    """Inside the entered country's outline, and not in the other's."""
    (line,) = _lines(beside_the_lake, ShapeKind.DEPTH_LINE)
    (bracket,) = _lines(beside_the_lake, ShapeKind.DEPTH_BRACKET)

    assert _outline(pack, "AM").contains(line)
    assert _outline(pack, "AM").buffer(1e-5).contains(bracket)
    assert not _outline(pack, "AZ").intersects(line)


def test_the_caption_says_that_two_reports_are_joined(beside_the_lake):
    """The lake is named by one report, the depth by another."""
    (bracket,) = [s for s in beside_the_lake.shapes if s.kind is ShapeKind.DEPTH_BRACKET]

    assert bracket.joined
    assert "lake-sev" in bracket.reason
    assert "3500" in bracket.reason


def test_the_parallel_of_a_province_is_true_too(land, pack, sections):
    """Without the lake the line is somewhere along the province's whole border."""
    figures = (land.measure(MeasureKind.DEPTH, DEPTH_M),)
    told = land.drawn(
        land.account(land.where("syunik", WhereRole.INTO), measures=figures, **BY_LAKE), pack
    )

    lines = _lines(told, ShapeKind.DEPTH_PARALLEL)
    spots = np.concatenate(
        [shapely.get_coordinates(shapely.segmentize(p, 0.01))[::3] for p in lines]
    )

    assert len(spots) > 100
    assert _to_line_m(spots, sections) == pytest.approx(DEPTH_M, rel=0.01)
    assert spots[:, 1].max() < 39.9  # the province ends there, the border does not


@pytest.fixture(scope="module")
def answered(land, pack):
    """Return the other side's account: on its own side, in two districts."""
    places = (land.where("lachin-district"), land.where("kalbajar-district"))
    told = land.account(
        *places, by="azerbaijan", stance=Stance.DISPUTES_PLACE, actor="azerbaijan",
        target="armenia",
    )  # fmt: skip
    return land.drawn(told, pack)


def test_the_answer_runs_on_the_other_side(pack, answered):
    """Wholly inside the country of the party that answers."""
    lines = _lines(answered, ShapeKind.COUNTER_LINE)

    assert lines
    assert all(_outline(pack, "AZ").contains(line) for line in lines)


def test_the_answer_runs_along_the_two_districts(answered):
    """From the ridge north of one district to the river in the south of the other."""
    lats = [lat for line in _lines(answered, ShapeKind.COUNTER_LINE) for _, lat in line.coords]

    # Where the districts' outlines meet the border (mesoshapes, by way of Who's On First,
    # +-2 km), give or take as much for the areas of the pack.
    assert max(lats) == pytest.approx(40.29, abs=0.03)
    assert min(lats) == pytest.approx(39.49, abs=0.03)


def test_the_answer_stays_beside_the_border(answered, sections):
    """500 m, give or take what the coarse line is simplified by."""
    for line in _lines(answered, ShapeKind.COUNTER_LINE):
        spots = shapely.get_coordinates(shapely.segmentize(line, 0.01))[::3]
        distances = _to_line_m(spots, sections)

        assert distances.min() > 350
        assert distances.max() < 650


@pytest.mark.parametrize("exclave", ["Kerki", "Artsvashen"])
def test_an_exclave_counts_only_where_it_is_named(land, pack, exclave):
    """Naming it adds its ring to the border that lights up."""
    told = land.account(
        land.where("armenia", WhereRole.INTO),
        measures=(land.measure(MeasureKind.DEPTH, 1000.0),), **BY_LAKE,
    )  # fmt: skip
    named = land.claim(told, evidence=(land.passage(f"They entered by way of {exclave}."),))

    without = land.drawn(told, pack)
    with_it = land.drawn(told, pack, claims=(named,))

    assert not any("exclave" in line for line in without.border_ids)
    assert f"exclave-{exclave.lower()}" in with_it.border_ids


def test_an_area_in_an_exclave_stays_in_it(land, pack):
    """What is larger than the exclave is not spilt over to the mainland."""
    figures = [land.measure(MeasureKind.AREA, km2 * 1e6) for km2 in (20.0, 50.0)]
    told = land.account(land.where("artsvashen"), measures=tuple(figures), **BY_LAKE)

    drawn = land.drawn(told, pack)

    assert [s.high for s in drawn.shapes if s.kind is ShapeKind.AREA_DISC] == [20e6]
    assert "50 km² does not fit" in drawn.undrawn[0]


@pytest.mark.parametrize("km2", [1.0, 41.0, 100.0])
def test_an_area_by_the_lake_is_cut_and_true(land, pack, km2):
    """A disc on the border holds the figure on the entered side alone."""
    told = land.account(
        land.where("lake-sev"), measures=(land.measure(MeasureKind.AREA, km2 * 1e6),), **BY_LAKE
    )

    (disc,) = [s for s in land.drawn(told, pack).shapes if s.kind is ShapeKind.AREA_DISC]
    flat = shapely.geometry.shape(
        {"type": disc.geometry.type, "coordinates": disc.geometry.coordinates}
    )

    assert abs(ELLIPSOID.geometry_area_perimeter(flat)[0]) == pytest.approx(km2 * 1e6, rel=0.005)
    assert _outline(pack, "AM").buffer(1e-5).contains(flat)
