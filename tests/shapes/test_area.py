"""Areas: true to the figure, cut at the border, never summed."""

import math

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geoincidents.model import MeasureKind, ShapeKind, Stance

AREA, DEPTH = MeasureKind.AREA, MeasureKind.DEPTH
DISC, BAND = ShapeKind.AREA_DISC, ShapeKind.AREA_BAND
KM2 = 1e6


def area_m2(land, shape):
    """Return the true area of a shape on the ellipsoid."""
    flat = shapely.geometry.shape(
        {"type": shape.geometry.type, "coordinates": shape.geometry.coordinates}
    )
    return abs(land.ellipsoid.geometry_area_perimeter(flat)[0])


def told(land, place, *figures, points=None, **fields):
    """Return an account of areas at a place, drawn."""
    account = land.account(land.where(place), measures=figures, **fields)
    return land.drawn(account, land.gazetteer(points or land.straight))


@settings(max_examples=30, deadline=None)
@given(st.floats(0.01, 2000), st.sampled_from(["tarn", "long-lake", "inland", "north-ward"]))
def test_a_disc_has_the_reported_area(land, km2, place):
    """Within 0.5 % on the ellipsoid, cut at the border or not; valid and in one piece."""
    (disc,) = land.of_kind(told(land, place, land.measure(AREA, km2 * KM2)), DISC)

    assert area_m2(land, disc) == pytest.approx(km2 * KM2, rel=0.005)
    assert shapely.Polygon(*disc.geometry.coordinates).is_valid
    assert disc.geometry.type == "Polygon"


@pytest.mark.parametrize("border", ["straight", "bent"])
def test_a_disc_on_the_border_stays_in_the_entered_country(land, border):
    """It is cut at the line and widened to the figure on the entered side."""
    points = getattr(land, border)
    drawn = told(land, "long-lake", land.measure(AREA, 41 * KM2), points=points)

    (disc,) = land.of_kind(drawn, DISC)
    lisk = shapely.Polygon(land.gazetteer(points).outlines["LS"].geometry.coordinates[0])

    assert lisk.buffer(1e-5).covers(shapely.Polygon(*disc.geometry.coordinates))
    assert area_m2(land, disc) == pytest.approx(41 * KM2, rel=0.005)


def test_a_disc_away_from_the_border_is_round(land):
    """Every corner is at the radius of the figure."""
    (disc,) = land.of_kind(told(land, "inland", land.measure(AREA, 10 * KM2)), DISC)

    radii = [land.ellipsoid.inv(45.6, 40.0, *c)[2] for c in disc.geometry.coordinates[0]]

    assert radii == pytest.approx([math.sqrt(10 * KM2 / math.pi)] * len(radii), rel=0.002)


def test_ten_in_addition_to_forty_stay_two(land):
    """Areas are never added; the larger lies beneath."""
    drawn = told(land, "inland", land.measure(AREA, 10 * KM2), land.measure(AREA, 40 * KM2))

    assert [disc.high for disc in land.of_kind(drawn, DISC)] == [40 * KM2, 10 * KM2]


def test_only_the_largest_areas_of_an_account_are_drawn(land):
    """Twelve shapes can be told apart; the others are counted."""
    figures = [land.measure(AREA, (i + 1) * KM2) for i in range(15)]

    drawn = told(land, "inland", *figures)

    assert [disc.high / KM2 for disc in land.of_kind(drawn, DISC)] == list(range(15, 3, -1))
    assert drawn.undrawn == ("3 smaller areas: beside the map, not on it",)


def test_one_figure_of_two_reports_is_one_shape(land):
    """It has the words of both behind it."""
    figures = [land.measure(AREA, 10 * KM2, report=report) for report in ("r1", "r2")]

    (disc,) = land.of_kind(told(land, "inland", *figures), DISC)

    assert [p.report_id for p in disc.passages] == ["r1", "r2", "r1"]


def test_an_area_told_with_a_depth_is_a_band(land):
    """Of one claim: as deep as it says, as long as the area asks."""
    figures = (land.measure(AREA, 20 * KM2), land.measure(DEPTH, 2000.0))
    drawn = told(land, "tarn", *figures)

    (band,) = land.of_kind(drawn, BAND)
    spots = [c for ring in band.geometry.coordinates for c in ring]

    assert area_m2(land, band) == pytest.approx(20 * KM2, rel=0.005)
    assert land.to_border_m(spots, land.straight).max() < 2010
    assert not land.of_kind(drawn, DISC)


def test_a_depth_of_another_claim_makes_no_band(land):
    """Figures of two claims are not put together."""
    figures = (land.measure(AREA, 20 * KM2), land.measure(DEPTH, 2000.0))
    account = land.account(land.where("tarn"), measures=figures, claims=("c1", "c2"))
    claims = tuple(
        land.claim(account, id=key, measures=(figure,))
        for key, figure in zip(("c1", "c2"), figures, strict=True)
    )

    drawn = land.drawn(account, claims=claims)

    assert land.of_kind(drawn, DISC)
    assert not land.of_kind(drawn, BAND)


@pytest.mark.parametrize(
    ("place", "fields", "reason"),
    [
        pytest.param("high-lisk", {}, "no place of its own", id="province"),
        pytest.param("lisk", {}, "no place of its own", id="country"),
        pytest.param("tarn", {"stance": Stance.DENIES}, "no version of its own", id="denied"),
        pytest.param("tarn", {"km2": None}, "no value", id="several"),
        pytest.param("tarn", {"km2": 20_000.0}, "does not fit", id="larger than the country"),
        pytest.param("tarn", {"km2": 90_000.0}, "does not fit", id="wider than any place"),
    ],
)
def test_such_an_area_is_not_on_the_map(land, place, fields, reason):
    """It stays a square beside the map, and the reason is given."""
    km2 = fields.pop("km2", 10.0)
    drawn = told(land, place, land.measure(AREA, km2 and km2 * KM2), **fields)

    assert not {DISC, BAND} & {shape.kind for shape in drawn.shapes}
    assert reason in " ".join(drawn.undrawn)


@pytest.mark.parametrize("with_depth", [False, True])
def test_without_outlines_a_disc_is_not_cut(land, with_depth):
    """A pack that holds no outline cannot tell what is whose: the disc is whole."""
    figures = [land.measure(AREA, 41 * KM2)]
    figures += [land.measure(DEPTH, 2000.0)] if with_depth else []
    account = land.account(land.where("long-lake"), measures=tuple(figures))

    (disc,) = land.of_kind(land.drawn(account, land.gazetteer(outlines=False)), DISC)

    assert area_m2(land, disc) == pytest.approx(41 * KM2, rel=0.005)
    assert max(lon for lon, _ in disc.geometry.coordinates[0]) > 46.03


def test_a_disc_in_the_other_country_is_not_cut(land):
    """What lies beyond the entered side altogether is drawn where it is said to be."""
    (disc,) = land.of_kind(told(land, "ketby", land.measure(AREA, 10 * KM2)), DISC)

    assert area_m2(land, disc) == pytest.approx(10 * KM2, rel=0.005)


def test_an_area_of_nothing_has_no_shape(land):
    """Zero square kilometres are words."""
    assert not land.of_kind(told(land, "tarn", land.measure(AREA, 0.0)), DISC)


def test_without_a_border_a_disc_is_whole(land):
    """A pack of places alone draws discs."""
    bare = land.gazetteer()
    bare = type(bare)(packs=(), places=bare.places, parties=bare.parties)
    account = land.account(land.where("tarn"), measures=(land.measure(AREA, KM2),))

    assert land.of_kind(land.drawn(account, bare), DISC)


def test_place_and_area_of_different_reports_are_joined(land):
    """The shape says that one report gives the place and another the area."""
    (disc,) = land.of_kind(told(land, "tarn", land.measure(AREA, KM2, report="r2")), DISC)

    assert disc.joined


def test_larger_shapes_lie_beneath(land):
    """Doubt, then areas, then lines, then points."""
    figures = (land.measure(AREA, KM2), land.measure(DEPTH, 2000.0, report="r2"))
    account = land.account(land.where("tarn"), measures=figures)
    claims = (land.claim(account, measures=figures[:1]),)

    kinds = [shape.kind for shape in land.drawn(account, claims=claims).shapes]

    assert kinds == [
        ShapeKind.DOUBT, DISC, ShapeKind.DEPTH_LINE, ShapeKind.DEPTH_BRACKET, ShapeKind.SITE,
    ]  # fmt: skip
