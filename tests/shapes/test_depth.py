"""Depths: to scale, on the entered side, with open ends, or words only."""

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geoincidents.model import MeasuredFrom, MeasureKind, ShapeKind, Stance, WhereRole

DEPTH = MeasureKind.DEPTH
LINE, BRACKET, PARALLEL = ShapeKind.DEPTH_LINE, ShapeKind.DEPTH_BRACKET, ShapeKind.DEPTH_PARALLEL


def into(land, place="tarn", *, depth=3500.0, points=None, **fields):
    """Return an account of a depth at a place, drawn."""
    told = land.account(land.where(place), measures=(land.measure(DEPTH, depth),), **fields)
    return land.drawn(told, land.gazetteer(points or land.straight))


@pytest.mark.parametrize("depth_m", [600.0, 3500.0, 12_000.0])
@pytest.mark.parametrize("border", ["straight", "bent"])
def test_the_line_is_at_the_reported_depth_everywhere(land, border, depth_m):
    """On the ellipsoid no point of the line is off by more than 1 %."""
    points = getattr(land, border)
    lines = land.of_kind(into(land, depth=depth_m, points=points), LINE)

    spots = [spot for line in lines for spot in land.points(line)[::5]]

    assert spots
    assert land.to_border_m(spots, points) == pytest.approx(depth_m, rel=0.01)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.floats(-0.03, 0.03), min_size=5, max_size=9),
    st.floats(500, 15_000),
)
def test_a_line_is_at_its_depth_along_any_border(land, bends, depth_m):
    """The law of the row above, for borders of all kinds."""
    step = 2 / (len(bends) + 1)
    inner = [(46 + bend, 39 + step * (i + 1)) for i, bend in enumerate(bends)]
    points = ((46.0, 39.0), *inner, (46.0, 41.0))

    for line in land.of_kind(into(land, "long-lake", depth=depth_m, points=points), LINE):
        spots = land.points(line)[::20]

        assert land.to_border_m(spots, points) == pytest.approx(depth_m, rel=0.01)


def test_the_line_lies_in_the_entered_country(land):
    """Lisk is entered, so the line is west of the border."""
    (line,) = land.of_kind(into(land), LINE)

    assert all(lon < 46 for lon, _ in line.geometry.coordinates)


def test_the_other_side_is_entered_when_the_words_say_so(land):
    """The same place and depth, told of Orm, lie east of the border."""
    told = land.account(
        land.where("long-lake"), by="OR", actor="LS", target="OR",
        measures=(land.measure(DEPTH, 3500.0),),
    )  # fmt: skip

    (line,) = land.of_kind(land.drawn(told), LINE)

    assert all(lon > 46 for lon, _ in line.geometry.coordinates)


def test_the_line_ends_where_nothing_is_said_any_more(land):
    """The stretch is half the place's size, its doubt and the depth to either side."""
    (line,) = land.of_kind(into(land), LINE)
    reach_deg = (500 + 1000 + 3500) / 111_000

    lats = [lat for _, lat in line.geometry.coordinates]

    assert min(lats) == pytest.approx(40 - reach_deg, abs=0.012)
    assert max(lats) == pytest.approx(40 + reach_deg, abs=0.012)
    assert len(set(line.geometry.coordinates)) == len(line.geometry.coordinates)


def test_the_bracket_is_to_scale_from_the_border(land):
    """It starts on the border and is as long as the depth."""
    (bracket,) = land.of_kind(into(land, points=land.bent), BRACKET)
    foot, tip = bracket.geometry.coordinates

    assert land.to_border_m([foot], land.bent)[0] < 15
    assert land.ellipsoid.inv(*foot, *tip)[2] == pytest.approx(3500, rel=0.002)


def test_the_bracket_passes_by_the_site(land):
    """Of all brackets of that depth it is the one nearest to the place."""
    (bracket,) = land.of_kind(into(land), BRACKET)

    assert bracket.geometry.coordinates[-1][1] == pytest.approx(40.0, abs=0.001)


def test_two_figures_of_one_speaker_make_one_bracket(land):
    """The lesser depth is a vertex of the bracket, and each has its line."""
    measures = (land.measure(DEPTH, 3500.0), land.measure(DEPTH, 3218.688))
    told = land.drawn(land.account(land.where("tarn"), measures=measures))

    (bracket,) = land.of_kind(told, BRACKET)
    foot, low, high = bracket.geometry.coordinates

    assert (bracket.low, bracket.high) == (3218.688, 3500.0)
    assert land.ellipsoid.inv(*foot, *low)[2] == pytest.approx(3218.688, rel=0.002)
    assert land.ellipsoid.inv(*foot, *high)[2] == pytest.approx(3500, rel=0.002)
    assert [line.low for line in land.of_kind(told, LINE)] == [3218.688, 3500.0]


def test_nothing_of_a_depth_is_an_area(land):
    """A depth is a distance, not ground held."""
    kinds = {s.geometry.type for s in into(land).shapes if s.kind in {LINE, BRACKET, PARALLEL}}

    assert kinds == {"LineString"}


@pytest.mark.parametrize(("report", "joined"), [("r1", False), ("r2", True)])
def test_place_and_depth_of_different_reports_are_joined(land, report, joined):
    """The shape says so, and carries the words of both."""
    told = land.account(land.where("tarn"), measures=(land.measure(DEPTH, 3500.0, report=report),))

    (bracket,) = land.of_kind(land.drawn(told), BRACKET)

    assert bracket.joined is joined
    assert {p.report_id for p in bracket.passages} == ({"r1", "r2"} if joined else {"r1"})
    assert ("different reports" in bracket.reason) is joined


def test_a_shape_names_the_border_it_was_drawn_from(land):
    """Version and accuracy travel with the geometry."""
    (bracket,) = land.of_kind(into(land), BRACKET)

    assert (bracket.border_version, bracket.border_accuracy_m) == ("v1", 150.0)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        pytest.param({"measured_from": MeasuredFrom.EARLIER}, "adds to an earlier", id="increment"),
        pytest.param({"measured_from": MeasuredFrom.PLACE}, "from a place", id="from a town"),
        pytest.param({"measured_from": MeasuredFrom.LINE}, "no pack holds", id="another line"),
        pytest.param({"measured_from": MeasuredFrom.UNSAID}, "is not said", id="unsaid"),
        pytest.param({"low": None}, "has no value", id="several"),
        pytest.param({"low": 440.0}, "three times the accuracy", id="under the accuracy"),
        pytest.param({"low": 900_000.0}, "more than 200 km", id="absurd"),
    ],
)
def test_such_a_depth_stays_words(land, fields, reason):
    """No geometry, and the reason in plain words."""
    figure = land.measure(DEPTH, **({"low": 3500.0} | fields))

    told = land.drawn(land.account(land.where("tarn"), measures=(figure,)))

    assert not {LINE, BRACKET, PARALLEL} & {shape.kind for shape in told.shapes}
    assert reason in " ".join(told.undrawn)


def test_a_depth_into_a_country_counts_from_its_border(land):
    """What goes into a country crosses its border, even if the words do not say so."""
    figure = land.measure(DEPTH, 3500.0, measured_from=MeasuredFrom.UNSAID)
    places = (land.where("tarn"), land.where("lisk", WhereRole.INTO))

    told = land.drawn(land.account(*places, measures=(figure,)))

    assert land.of_kind(told, BRACKET)


def test_a_denied_depth_is_no_version_of_its_own(land):
    """Who rejects a figure has none."""
    told = into(land, by="OR", stance=Stance.DENIES)

    assert not land.of_kind(told, BRACKET)
    assert "no version of its own" in told.undrawn[0]


@pytest.mark.parametrize(
    ("place", "fields", "reason"),
    [
        pytest.param("tarn", {"actor": None, "target": None}, "into which country", id="no side"),
        pytest.param("tarn", {"actor": "LS"}, "border is not crossed", id="own ground"),
        pytest.param(None, {}, "no place is named", id="unknown place"),
        pytest.param("dol", {}, "does not reach the border", id="district across the border"),
        pytest.param("wide-lake", {"depth": 150_000.0}, "does not reach", id="too deep to be"),
        pytest.param(
            "tarn", {"depth": 100_000.0}, "no point of Lisk", id="deeper than the country"
        ),
        pytest.param("hill", {"depth": 2000.0}, "m against", id="just out of reach"),
    ],
)
def test_without_a_side_or_a_stretch_a_depth_stays_words(land, place, fields, reason):
    """Each reason is told apart."""
    told = into(land, place, **fields)

    assert not {LINE, BRACKET, PARALLEL} & {shape.kind for shape in told.shapes}
    assert reason in " ".join(told.undrawn)


def test_of_several_sites_the_depth_is_at_the_first_that_fits(land):
    """Neither the town inland nor a village across the border goes with it, Tarn does."""
    places = [land.where(place) for place in ("inland", "ketby", "tarn")]
    told = land.drawn(land.account(*places, measures=(land.measure(DEPTH, 3500.0),)))

    (bracket,) = land.of_kind(told, BRACKET)

    assert "at Tarn" in bracket.reason
    assert told.place_id == "inland"
    assert told.undrawn == ()


def test_a_place_out_of_reach_does_not_go_with_the_depth(land):
    """Thirty kilometres inland and one kilometre deep do not fit together."""
    told = into(land, "inland", depth=1000.0)

    assert not land.of_kind(told, LINE)
    assert "farther from the border" in told.undrawn[0]


def test_a_place_on_the_wrong_side_does_not_go_with_the_depth(land):
    """A depth into Lisk is not drawn by a village in Orm."""
    told = into(land, "ketby", depth=9000.0)

    assert not land.of_kind(told, LINE)
    assert "other side" in told.undrawn[0]


@pytest.mark.parametrize(
    ("place", "count"),
    [
        pytest.param("lisk", 1, id="country"),
        pytest.param("high-lisk", 1, id="province"),
        pytest.param("north-ward", 1, id="district"),
    ],
)
def test_without_a_site_the_depth_is_somewhere_along(land, place, count):
    """The parallel exists, but shows only while its claim is selected."""
    lines = land.of_kind(into(land, place), PARALLEL)

    assert len(lines) == count
    assert all(line.on_demand and "somewhere along" in line.reason for line in lines)
    assert not land.of_kind(into(land, place), BRACKET)


def test_a_parallel_is_at_the_depth_along_the_whole_border(land):
    """Two hundred kilometres of it, on the ellipsoid."""
    (line,) = land.of_kind(into(land, "lisk", points=land.bent), PARALLEL)

    spots = land.points(line)[::60]

    assert land.to_border_m(spots, land.bent) == pytest.approx(3500, rel=0.01)
    assert land.ellipsoid.line_length(*zip(*line.geometry.coordinates, strict=True)) > 200_000


@pytest.mark.parametrize(("words", "is_counted"), [
    ("they came past Holm", True), ("they came past Weir", True), ("they came", False),
])  # fmt: skip
def test_the_rim_of_an_exclave_counts_only_when_it_is_named(land, words, is_counted):
    """Holm's ring is a border of Lisk too, but nobody means it unless they say so."""
    told = land.account(
        land.where("high-lisk", WhereRole.INTO), measures=(land.measure(DEPTH, 600.0),)
    )
    claim = land.claim(told, evidence=(land.passage(words),))

    drawn = land.drawn(told, claims=(claim,))

    assert ("ring" in drawn.border_ids) is is_counted


def test_a_line_stops_at_the_border_of_a_third_country(land):
    """What is not in the entered country is not a depth into it."""
    points = ((46.0, 39.0), (46.0, 40.01), (46.5, 40.01))
    country = land.gazetteer(points)
    rim = shapely.Polygon(country.outlines["LS"].geometry.coordinates[0])

    for line in land.of_kind(into(land, depth=9000.0, points=points), LINE):
        assert rim.buffer(1e-5).covers(shapely.LineString(line.geometry.coordinates))


def test_without_a_border_a_depth_stays_words(land):
    """A pack of places alone draws no depth."""
    told = land.account(land.where("tarn"), measures=(land.measure(DEPTH, 3500.0),))
    bare = land.gazetteer()
    bare = type(bare)(packs=(), places=bare.places, parties=bare.parties)

    drawn = land.drawn(told, bare)

    assert drawn.position is not None
    assert "no pack holds the border" in drawn.undrawn[0]
