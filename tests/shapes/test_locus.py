"""Where an account is placed, and what stays without a point."""

from dataclasses import replace

import numpy as np
import pytest

from geoincidents.model import (
    Geometry,
    MeasuredFrom,
    MeasureKind,
    ShapeKind,
    Stance,
    Vague,
    WherePrecision,
    WhereRole,
)

AT, INTO, NEAR, FROM = WhereRole.AT, WhereRole.INTO, WhereRole.NEAR, WhereRole.FROM
SITE, LABEL, DOUBT = ShapeKind.SITE, ShapeKind.LABEL, ShapeKind.DOUBT


@pytest.mark.parametrize(
    ("place", "role", "prec", "label"),
    [
        pytest.param("tarn", AT, WherePrecision.SITE, "Tarn", id="at a village"),
        pytest.param("tarn", INTO, WherePrecision.SITE, "Tarn", id="into a village"),
        pytest.param("tarn", NEAR, WherePrecision.NEAR, "near Tarn", id="near a village"),
        pytest.param("tarn", WhereRole.DIRECTION, WherePrecision.NEAR, "near Tarn", id="towards"),
        pytest.param("ford-road", AT, WherePrecision.NEAR, "near Ford Road", id="short road"),
        pytest.param("big-city", AT, WherePrecision.SITE, "Big City", id="at a city of 12 km"),
        pytest.param("dol", AT, WherePrecision.DISTRICT, "somewhere in Dol", id="district"),
        pytest.param("wide-lake", NEAR, WherePrecision.DISTRICT, "somewhere around Wide Lake",
                     id="a lake of 15 km"),
        pytest.param("ridge", AT, WherePrecision.PROVINCE, "somewhere around Ridge", id="range"),
        pytest.param("high-lisk", INTO, WherePrecision.PROVINCE, "somewhere in High Lisk",
                     id="province"),
    ],
)  # fmt: skip
def test_a_named_place_gives_a_point(land, place, role, prec, label):
    """Spots are sites, areas are labels, and the label says which."""
    told = land.drawn(land.account(land.where(place, role)))

    assert (told.where_prec, told.place_id, told.place_label) == (prec, place, label)
    assert told.geom_role is (SITE if prec <= WherePrecision.NEAR else LABEL)
    assert told.position == pytest.approx(land.gazetteer().place(place).position, abs=1e-6)
    assert told.unplaced_reason == ""


@pytest.mark.parametrize(
    ("where", "prec", "reason"),
    [
        pytest.param({"place_id": "silt"}, 5, "somewhere along Silt", id="long river"),
        pytest.param({"vague": Vague.BORDER}, 5, "the border; no section named", id="the border"),
        pytest.param({"vague": Vague.BORDER, "count": 2}, 5,
                     "two sections of the border, not named", id="two sections"),
        pytest.param({"vague": Vague.BORDER, "count": 14}, 5,
                     "14 sections of the border, not named", id="many sections"),
        pytest.param({"place_id": "long-border"}, 5,
                     "the Long Border; no section named", id="a border by name"),
        pytest.param({"place_id": "long-border", "count": 3}, 5,
                     "three sections of the Long Border, not named", id="sections of it"),
        pytest.param({"vague": Vague.SHARED_LAKE}, 5, "a lake on the border, not named", id="lake"),
        pytest.param({"vague": Vague.SIDE, "party_id": "OR"}, 5,
                     "on Orm's side of the border; no place named", id="own side"),
        pytest.param({"vague": Vague.SIDE}, 5,
                     "on one side of the border; no place named", id="a side"),
        pytest.param({"place_id": "lisk", "role": INTO}, 6, "somewhere in Lisk", id="country"),
        pytest.param({"place_id": "tarn", "role": FROM}, 7,
                     "only where it came from is named", id="from a place"),
        pytest.param({"place_id": "tarn", "role": WhereRole.ALONG}, 5,
                     "somewhere on a road; named by Tarn", id="the end of a road"),
        pytest.param({}, 7, "no pack holds the place named: there", id="unknown place"),
    ],
)  # fmt: skip
def test_what_names_no_point_gets_none(land, where, prec, reason):
    """No point is made up; the reason stands in plain words."""
    told = land.drawn(land.account(land.where(**where)))

    assert (told.where_prec, told.unplaced_reason) == (prec, reason)
    assert (told.position, told.geom_role, told.shapes) == (None, None, ())


@pytest.mark.parametrize(
    ("stance", "places", "prec"),
    [
        pytest.param(Stance.DENIES, [("lisk", INTO)], 7, id="the country it did not enter"),
        pytest.param(Stance.DENIES, [("tarn", AT)], 7, id="the village it did not shell"),
        pytest.param(Stance.DENIES, [("long-lake", AT)], 1, id="a lake it shares"),
        pytest.param(Stance.DENIES, [("tarn", AT), ("dol", AT)], 3, id="its own district"),
        pytest.param(Stance.DISPUTES_PLACE, [("lisk", INTO), ("dol", AT)], 3, id="not there, here"),
        pytest.param(Stance.DISPUTES_STATUS, [("tarn", AT)], 1, id="there, but otherwise"),
    ],
)
def test_who_denies_is_not_placed_where_it_says_it_was_not(land, stance, places, prec):
    """A denied place is the other side's version; its own places count."""
    told = land.account(*(land.where(*place) for place in places), by="OR", stance=stance)

    assert land.drawn(told).where_prec == prec


def test_the_ends_of_a_road_are_no_sites_beside_a_place_at_it(land):
    """A road told by its towns is where the village near it is."""
    ends = (land.where("big-city", WhereRole.ALONG), land.where("inland", WhereRole.ALONG))
    told = land.drawn(land.account(*ends, land.where("tarn", NEAR)))

    assert told.place_label == "near Tarn"
    assert sum(s.kind is DOUBT for s in told.shapes) == 1


def test_no_place_at_all_is_said_so(land):
    """An account without a place is unplaced."""
    told = land.drawn(land.account())

    assert told.where_prec is WherePrecision.UNPLACED
    assert told.unplaced_reason == "no place in these reports"


def test_the_border_lights_up_when_only_the_border_is_named(land):
    """Sections count, the ring of an exclave that nobody names does not."""
    told = land.drawn(land.account(land.where(vague=Vague.BORDER)))

    assert told.border_ids == ("main",)


@pytest.mark.parametrize("turn", [1, -1])
def test_the_most_specific_place_wins(land, turn):
    """Country, province and village in any order place it at the village."""
    places = [land.where("lisk", INTO), land.where("high-lisk"), land.where("tarn")][::turn]

    assert land.drawn(land.account(*places)).place_id == "tarn"


def test_of_equal_places_those_on_the_entered_side_come_first(land):
    """Coming from Orm's village to Lisk's, the account is in Lisk."""
    places = (land.where("dolby"), land.where("inland"), land.where("tarn"))

    told = land.drawn(land.account(*places))

    assert told.place_label == "Inland, Tarn and Dolby"


def test_a_place_that_is_inferred_yields_to_one_that_is_named(land):
    """What the words name comes before what we conclude."""
    places = (land.where("long-lake", inferred=True), land.where("tarn"))

    assert land.drawn(land.account(*places)).place_id == "tarn"


def test_near_by_name_comes_before_at_by_inference(land):
    """Of two tellings of one place the one that names it decides."""
    places = (land.where("tarn", inferred=True), land.where("tarn", NEAR))

    assert land.drawn(land.account(*places)).place_label == "near Tarn"


def test_an_inferred_place_says_so(land):
    """The reason of the mark tells that the words do not name it."""
    told = land.drawn(land.account(land.where("tarn", inferred=True)))

    assert "inferred" in land.of_kind(told, SITE)[0].reason


def test_where_it_came_from_never_locates(land):
    """A village of origin does not beat the district of the event."""
    told = land.drawn(land.account(land.where("tarn", FROM), land.where("dol")))

    assert told.place_id == "dol"


def test_each_of_several_sites_has_its_mark(land):
    """Three villages shelled are three points, the account stands at the first."""
    told = land.drawn(land.account(*(land.where(p) for p in ("tarn", "dolby", "ketby"))))

    assert [s.geometry.coordinates for s in land.of_kind(told, SITE)] == [
        (45.98, 40.0), (46.05, 40.25), (46.05, 39.75),
    ]  # fmt: skip
    assert told.place_label == "Tarn, Dolby and Ketby"
    assert len(land.of_kind(told, DOUBT)) == 3


def test_a_label_names_three_places_at_most(land):
    """The rest is counted."""
    told = land.drawn(
        land.account(*(map(land.where, ("tarn", "inland", "hill", "dolby", "ketby"))))
    )

    assert told.place_label == "Tarn, Inland, Hill and 2 more"


def test_an_account_has_thirty_marks_at_most(land):
    """More places than that are counted, not drawn."""
    known = land.gazetteer()
    village = known.place("tarn")
    places = {f"v{i}": replace(village, id=f"v{i}") for i in range(33)}
    known = replace(known, places=places)

    told = land.drawn(land.account(*map(land.where, places)), known)

    assert len(land.of_kind(told, SITE)) == 30
    assert told.undrawn == ("3 more places without a mark of their own",)


def test_words_of_all_reports_stand_behind_a_mark(land):
    """A place named by two reports keeps both."""
    told = land.drawn(land.account(land.where("tarn"), land.where("tarn", report="r2")))

    (site,) = land.of_kind(told, SITE)

    assert [p.report_id for p in site.passages] == ["r1", "r2"]


@pytest.mark.parametrize(
    ("role", "said_m", "radius_m"),
    [
        pytest.param(AT, None, 2800, id="a village's size and land"),
        pytest.param(NEAR, None, 6000, id="near"),
        pytest.param(WhereRole.DIRECTION, None, 11_000, id="in the direction of"),
        pytest.param(NEAR, 4500.0, 5500, id="4.5 km from"),
        pytest.param(NEAR, 25_000.0, 25_000, id="never over 25 km"),
    ],
)
def test_the_doubt_is_as_wide_as_the_words_are_vague(land, role, said_m, radius_m):
    """Each point of the circle is at the stated distance on the ellipsoid."""
    figures = (
        (land.measure(MeasureKind.DISTANCE, said_m, measured_from=MeasuredFrom.PLACE),)
        if said_m
        else ()
    )
    told = land.drawn(land.account(land.where("tarn", role), measures=figures))

    (doubt,) = land.of_kind(told, DOUBT)
    rim = np.array(doubt.geometry.coordinates[0])
    centre = np.tile(told.position, (len(rim), 1))
    radii = land.ellipsoid.inv(*centre.T, *rim.T)[2]

    assert doubt.uncertainty_m == radius_m
    assert radii == pytest.approx(radius_m, rel=0.002)


@pytest.mark.parametrize(("role", "radius_m"), [(AT, 4883), (NEAR, 7211)], ids=["at", "near"])
def test_the_doubt_holds_how_far_the_position_may_be_off(land, role, radius_m):
    """What the words leave open (2.8 or 6 km) and the position's 4 km add as squares."""
    known = land.gazetteer()
    tarn = replace(known.places["tarn"], accuracy_m=4000.0)
    known = replace(known, places={**known.places, "tarn": tarn})

    (doubt,) = land.of_kind(land.drawn(land.account(land.where("tarn", role)), known), DOUBT)

    assert doubt.uncertainty_m == pytest.approx(radius_m, abs=1)


def test_the_doubt_of_a_long_lake_is_its_outline(land):
    """Where the pack holds one: better than a circle around its middle."""
    lake = Geometry(
        type="Polygon", coordinates=(((45.3, 39.9), (45.5, 39.9), (45.4, 40.1), (45.3, 39.9)),)
    )
    known = replace(land.gazetteer(), features={"wide-lake": lake})

    (doubt,) = land.of_kind(land.drawn(land.account(land.where("wide-lake")), known), DOUBT)

    assert doubt.geometry is lake
    assert "rough outline" in doubt.reason


def test_an_area_has_its_own_country_only(land):
    """A province's doubt does not spill over the border, and shows on demand."""
    (doubt,) = land.of_kind(land.drawn(land.account(land.where("high-lisk"))), DOUBT)

    assert max(lon for lon, _ in doubt.geometry.coordinates[0]) == pytest.approx(46.0, abs=1e-6)
    assert doubt.on_demand


def test_a_lake_on_the_border_has_its_mark_on_the_line(land):
    """Its centre lies 85 m beyond the line, which is good to 150 m: it is not refused."""
    told = land.drawn(land.account(land.where("long-lake")))

    (site,) = land.of_kind(told, SITE)

    assert told.position.lon == pytest.approx(46.0, abs=1e-6)
    assert "85 m beyond the line" in site.reason
    assert site.uncertainty_m == pytest.approx(1000 + 85 + 150, abs=1)


def test_the_side_is_told_by_the_words_not_by_the_point(land):
    """For an account into Orm the same lake's centre is on the right side and stays."""
    told = land.drawn(land.account(land.where("long-lake"), by="OR", actor="LS", target="OR"))

    assert told.position.lon == 46.001


def test_a_side_that_re_describes_has_the_lake_on_its_own(land):
    """Orm says it is Orm's shore: the mark is not moved to Lisk."""
    told = land.drawn(land.account(land.where("long-lake"), by="OR", stance=Stance.DISPUTES_PLACE))

    assert told.position.lon == 46.001


def test_without_sides_a_lake_on_the_border_stays(land):
    """Nobody said into which country, so nothing is moved."""
    told = land.drawn(land.account(land.where("long-lake"), actor=None, target=None, by=None))

    assert told.position.lon == 46.001
