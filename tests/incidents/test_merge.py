"""Which claims are one event, and which are kept apart."""

from dataclasses import replace
from datetime import date

import pytest

from geoincidents import incidents
from geoincidents.model import ClaimType, DatePrecision, Modality, Stance, Vague, Where, WhereRole


def merged(desk):
    """Return the incidents of a desk."""
    return incidents.merge(desk.readings(), desk.gazetteer)


def told(desk, first, second, days=(14, 15)):
    """Tell two events in two reports and return the incidents."""
    for name, day, said in zip("ab", days, (first, second), strict=True):
        desk.claim(desk.report(name, day), **said)
    return merged(desk)


def border(desk, count=None, kind=Vague.BORDER):
    """Return a stretch of border, or another unnamed place."""
    return Where(
        role=WhereRole.AT, vague=kind, count=count, passage=desk.passage("any", 0, "there")
    )


def test_the_same_day_site_and_parties_are_one_event(desk):
    """Two reports of one day at one lake become one incident."""
    (incident,) = told(desk, {}, {})

    assert [c.id for c in incident.claims] == ["a-0", "b-0"]
    assert incident.reports == ("a", "b")
    assert (incident.first_reported, incident.last_reported) == (
        date(2021, 5, 14),
        date(2021, 5, 15),
    )


def test_a_merge_says_why_in_words(desk):
    """The reasons name the report that joined and what agreed."""
    (incident,) = told(desk, {}, {})

    (reason,) = incident.reasons
    assert reason.startswith("joined: b.txt: ")
    assert "same day (2021-05-12)" in reason
    assert "same place (Mirror)" in reason


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({}, {"when": 13}, id="two days"),
        pytest.param({}, {"when": (13, 16)}, id="a day outside a span of days"),
        pytest.param({"where": ("dell",)}, {"where": ("ford",)}, id="two villages of a district"),
        pytest.param({"where": ("dell",)}, {"where": ("combe",)}, id="a village outside"),
        pytest.param({"where": ("lisk",)}, {"where": ("varn",)}, id="two provinces"),
        pytest.param({}, {"actor": "NOR", "target": "SUD"}, id="the other way round"),
        pytest.param({}, {"actor": "MIL"}, id="another actor"),
        pytest.param({}, {"target": "MIL"}, id="another target"),
        pytest.param({}, {"actor": None, "target": "SUD"}, id="the actor as the target"),
        pytest.param(
            {"target": None}, {"actor": None, "target": "SUD"}, id="the only party the other way"
        ),
        pytest.param({"where": ("dell",)}, {"where": ("sudmark",)}, id="another country"),
        pytest.param({}, {"type": ClaimType.SHELLING}, id="another kind"),
        pytest.param({}, {"type": ClaimType.WITHDRAWAL}, id="a withdrawal"),
        pytest.param({"where": ("norland",)}, {"where": ("sudmark",)}, id="two countries"),
        pytest.param({}, {"where": ("ridge", "tarn", "mirror", "combe")}, id="one of many places"),
    ],
)
def test_what_contradicts_stays_apart(desk, first, second):
    """Different times, places, parties or kinds are never one event."""
    if isinstance(day := second.get("when"), int):
        second = {"when": desk.on(day)}
    elif isinstance(day, tuple):
        second = {"when": desk.on(*day, prec=DatePrecision.DAYS)}

    assert len(told(desk, first, second)) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({}, {"where": ("upper lisk",)}, id="a site inside a district"),
        pytest.param({}, {"where": ("lisk",)}, id="a site inside a province"),
        pytest.param({}, {"where": ("norland",)}, id="a site inside a country"),
        pytest.param({}, {"where": ("sudmark",)}, id="a lake that straddles, in the other one"),
        pytest.param({}, {"where": ()}, id="no place but the same day"),
        pytest.param({}, {"target": None}, id="one party unknown"),
        pytest.param({}, {"actor": None, "target": None}, id="both parties unknown"),
        pytest.param({}, {"type": ClaimType.SEIZURE}, id="a type of the same group"),
        pytest.param({}, {"where": ("mirror", "lisk")}, id="the area named beside the site"),
        pytest.param(
            {"type": ClaimType.CLASH},
            {"type": ClaimType.SHELLING, "actor": "NOR", "target": "SUD"},
            id="a clash told from the other side",
        ),
    ],
)
def test_what_agrees_within_its_precision_is_one_event(desk, first, second):
    """A coarser place, an unknown party or a neighbouring type agrees."""
    assert len(told(desk, first, second)) == 1


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["day first", "month first"])
def test_a_day_agrees_with_its_month(desk, order):
    """12 May and "in May" are one event where all else agrees."""
    month = {"when": desk.on(1, 31, prec=DatePrecision.MONTH)}
    said = ({}, month)

    assert len(told(desk, *(said[i] for i in order))) == 1


def test_a_day_agrees_with_its_year(desk):
    """12 May and "in 2021" are one event where place, parties and type agree."""
    year = desk.on(1, 31, month=5, prec=DatePrecision.LONGER)
    year = replace(year, start=date(2021, 1, 1), end=date(2021, 12, 31))

    assert len(told(desk, {}, {"when": year})) == 1


def test_an_undated_telling_without_publication_joins_no_date(desk):
    """Nothing says that it was at that time."""
    assert len(told(desk, {}, {"when": desk.undated()}, days=(14, None))) == 2


def test_a_month_ties_no_two_days_together(desk):
    """What agrees with both days of a month joins one event at most."""
    month = desk.on(1, 31, prec=DatePrecision.MONTH)
    for name, when in zip("abc", (desk.on(12), desk.on(20), month), strict=True):
        desk.claim(desk.report(name, 30), when=when)

    days = [{c.when for c in i.claims if c.when != month} for i in merged(desk)]

    assert [d for d in days if len(d) > 1] == []


def test_an_alternative_reading_of_a_date_counts(desk):
    """A day read as April or May agrees with 12 May."""
    other = (date(2021, 5, 12), date(2021, 5, 12))

    assert len(told(desk, {}, {"when": desk.on(12, month=4, alternatives=(other,))})) == 1


@pytest.mark.parametrize(
    ("published", "number"),
    [
        pytest.param(11, 2, id="published before it"),
        pytest.param(12, 1, id="published that day"),
        pytest.param(22, 1, id="published ten days later"),
        pytest.param(23, 2, id="published too late"),
    ],
)
def test_an_undated_event_agrees_with_one_of_the_days_before(desk, published, number):
    """An undated telling joins an event of at most ten days before its publication."""
    undated = {"when": desk.undated()}

    assert len(told(desk, {}, undated, days=(14, published))) == number


@pytest.mark.parametrize(
    ("published", "number"),
    [pytest.param(13, 1, id="the day after"), pytest.param(14, 2, id="later")],
)
def test_undated_fire_joins_only_within_a_day(desk, published, number):
    """Fire returns to the same places, so its window is short."""
    first = {"type": ClaimType.SHELLING}
    second = {"type": ClaimType.SHELLING, "when": desk.undated()}

    assert len(told(desk, first, second, days=(14, published))) == number


@pytest.mark.parametrize(
    ("places", "measures", "number"),
    [
        pytest.param(("mirror",), (), 1, id="at the place"),
        pytest.param(("norland",), (), 2, id="somewhere in the country"),
        pytest.param(("norland",), (("killed", 3),), 1, id="somewhere, with the figure"),
    ],
)
def test_fire_somewhere_is_the_same_only_by_a_figure(desk, places, measures, number):
    """A day sees fire at many places of a country."""
    first = {"type": ClaimType.SHELLING, "measures": (("killed", 3),)}
    second = {"type": ClaimType.SHELLING, "where": places, "measures": measures}

    assert len(told(desk, first, second)) == number


@pytest.mark.parametrize(
    ("teller", "number"),
    [
        pytest.param("SUD", 1, id="its parties tell it"),
        pytest.param("OVR", 2, id="an observer tells it"),
    ],
)
def test_who_tells_a_clash_of_unnamed_parties_is_in_it(desk, teller, number):
    """A clash that two parties tell is between them."""
    clash = {"type": ClaimType.CLASH, "where": ()}
    unnamed = {**clash, "actor": None, "target": None, "speaker": desk.state(teller)}
    unnamed["also_said_by"] = (desk.state("NOR"),)

    assert len(told(desk, clash, unnamed)) == number


def test_undated_fire_at_no_place_is_not_the_same_news(desk):
    """Every day has its own fire."""
    bare = {"type": ClaimType.SHELLING, "when": desk.undated(), "where": ()}

    assert len(told(desk, bare, bare)) == 2


@pytest.mark.parametrize(
    ("second", "number"),
    [
        pytest.param({}, 1, id="day, place and parties"),
        pytest.param({"actor": None, "target": None}, 2, id="day and place"),
        pytest.param({"where": ("norland",)}, 2, id="day, country and parties"),
    ],
)
def test_events_of_no_known_kind_need_more(desk, second, number):
    """What is only "other" may be anything that happened there that day."""
    other = {"type": ClaimType.OTHER}

    assert len(told(desk, other, {**other, **second})) == number


@pytest.mark.parametrize(
    ("published", "number"), [pytest.param(15, 1, id="as news"), pytest.param(16, 2, id="later")]
)
def test_an_undated_crossing_of_the_border_is_the_one_of_these_days(desk, published, number):
    """News of a crossing of "the border" joins the one crossing of three days."""
    news = {"when": desk.undated(), "where": (border(desk),)}

    assert len(told(desk, {}, news, days=(14, published))) == number


def test_another_type_in_the_same_month_stays_apart(desk):
    """A gain of ground at the lake in May need not be the crossing of 12 May."""
    month = desk.on(1, 31, prec=DatePrecision.MONTH)

    assert len(told(desk, {}, {"type": ClaimType.SEIZURE, "when": month})) == 2


def test_another_type_without_a_place_stays_apart(desk):
    """A gain of ground somewhere in the country is not that day's crossing at a lake."""
    second = {"type": ClaimType.SEIZURE, "where": ("norland",)}

    assert len(told(desk, {}, second)) == 2


def test_an_undated_crossing_of_the_border_joins_none_of_two(desk):
    """After two crossings, "the border" says nothing."""
    desk.claim(desk.report("a"), where=("dell",))
    desk.claim(desk.report("b"), where=("combe",))
    desk.claim(desk.report("c"), where=(border(desk),), when=desk.undated())

    assert len(merged(desk)) == 3


def test_undated_and_unplaced_tellings_of_one_news_are_one_event(desk):
    """Two headlines of two days with the same parties and type are the same news."""
    bare = {"when": desk.undated(), "where": ()}

    assert len(told(desk, bare, bare)) == 1


def test_undated_and_unplaced_tellings_weeks_apart_are_two_events(desk):
    """Nothing ties two bare tellings that were published a week apart."""
    bare = {"when": desk.undated(), "where": ()}

    assert len(told(desk, bare, bare, days=(14, 20))) == 2


def test_a_shared_figure_ties_undated_and_unplaced_tellings(desk):
    """The same large figure speaks for the same event."""
    bare = {"when": desk.undated(), "where": (), "measures": (("troops", 250),)}

    assert len(told(desk, bare, bare, days=(14, 18))) == 1


def test_a_small_count_ties_nothing(desk):
    """Two killed are told of many events."""
    bare = {"when": desk.undated(), "where": (), "measures": (("killed", 2),)}

    assert len(told(desk, bare, bare, days=(14, 18))) == 2


@pytest.mark.parametrize(
    ("of", "low", "number"),
    [
        pytest.param("NOR", 250, 1, id="the same"),
        pytest.param("SUD", 250, 2, id="of another party"),
        pytest.param("NOR", 240, 2, id="nearly as many"),
    ],
)
def test_a_count_is_the_same_only_exactly_and_of_one_party(desk, of, low, number):
    """250 men of one party are not 240, nor 250 of another."""
    bare = {"when": desk.undated(), "where": ()}
    one = desk.measure("a", 0, "troops", 250, of="NOR")
    other = desk.measure("b", 0, "troops", low, of=of)

    found = told(desk, {**bare, "measures": (one,)}, {**bare, "measures": (other,)}, days=(14, 18))

    assert len(found) == number


def test_the_losses_of_another_party_are_no_total(desk):
    """Sixty dead of one side do not include two of the other."""
    one = desk.measure("a", 0, "killed", 2, of="NOR")
    other = desk.measure("b", 0, "killed", 60, of="SUD")

    assert len(told(desk, {"measures": (one,)}, {"measures": (other,), "where": ("norland",)})) == 1


def test_reports_without_a_date_of_publication_are_not_tied_by_time(desk):
    """Without any time two tellings of one site stay apart."""
    undated = {"when": desk.undated()}

    assert len(told(desk, undated, undated, days=(None, None))) == 2


def test_a_shared_lake_joins_the_named_lake_as_inferred(desk):
    """An unnamed lake, shared by the two countries, is the lake that straddles their border."""
    shared = {"where": (border(desk, kind=Vague.SHARED_LAKE),), "when": desk.undated()}

    (incident,) = told(desk, {}, shared)

    (account,) = incident.accounts
    assert [(w.place_id, w.inferred) for w in account.where] == [
        ("mirror", False),
        ("mirror", True),
    ]
    assert "the shared lake is taken to be Mirror" in incident.reasons[0]


def test_a_shared_lake_is_no_village(desk):
    """A place that is no lake on the border contradicts it."""
    shared = {"where": (border(desk, kind=Vague.SHARED_LAKE),)}

    assert len(told(desk, {"where": ("dell",)}, shared)) == 2


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        pytest.param(("?Nowhere",), ("?NOWHERE",), 1, id="the same name"),
        pytest.param(("?Nowhere",), ("?Elsewhere",), 2, id="another unknown name"),
        pytest.param(("?Nowhere", "combe"), ("combe",), 1, id="in the same district"),
        pytest.param(("?Nowhere", "combe"), ("?Elsewhere", "combe"), 2, id="two in a district"),
        pytest.param(("?Nowhere", "upper lisk"), ("dell",), 2, id="a known site"),
        pytest.param(("?Nowhere", "tarn"), ("combe",), 2, id="another district"),
        pytest.param(("?Nowhere",), ("norland",), 1, id="somewhere in the country"),
    ],
)
def test_an_unknown_place_is_a_site_by_its_name(desk, first, second, number):
    """A name that no gazetteer has agrees with itself and with the area around it."""
    wheres = [
        {"where": tuple(desk.unknown(p[1:]) if p.startswith("?") else p for p in places)}
        for places in (first, second)
    ]

    assert len(told(desk, *wheres)) == number


def test_counted_sections_agree_with_as_many_named_places(desk):
    """Two sections of the border are the two places named for the same day."""
    counted = {"where": (border(desk, 2),)}

    assert len(told(desk, {"where": ("dell", "combe")}, counted)) == 1


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        pytest.param((Vague.BORDER, 2), (Vague.BORDER, 2), 1, id="as many sections"),
        pytest.param((Vague.BORDER, 2), (Vague.BORDER, 3), 2, id="more sections"),
        pytest.param((Vague.BORDER, None), (Vague.BORDER, None), 1, id="the border"),
        pytest.param((Vague.SHARED_LAKE, None), (Vague.SHARED_LAKE, None), 1, id="a lake"),
    ],
)
def test_unnamed_places_of_a_day_agree_by_their_words(desk, first, second, number):
    """What no report names is compared as it is described."""
    wheres = [{"where": (border(desk, count, kind),)} for kind, count in (first, second)]

    assert len(told(desk, *wheres)) == number


def test_counted_sections_are_not_another_number_of_places(desk):
    """Two sections of the border are not one lake."""
    assert len(told(desk, {}, {"where": (border(desk, 2),)})) == 2


def test_other_sections_the_next_day_stay_apart_from_the_first(desk):
    """The report's own second event has its own day, place and incident."""
    first, second = desk.report("a"), desk.report("b")
    for report in (first, second):
        desk.claim(report, event="lake")
        desk.claim(report, event="next", when=desk.on(13), where=(border(desk, 2),))

    assert [[c.event for c in i.claims] for i in merged(desk)] == [["lake"] * 2, ["next"] * 2]


def test_a_vague_telling_that_fits_two_events_joins_neither(desk):
    """A crossing at no named place, on a day of two, is neither."""
    desk.claim(desk.report("a"), where=("dell",))
    desk.claim(desk.report("b"), where=("combe",))
    desk.claim(desk.report("c"), where=("norland",))

    found = merged(desk)

    assert len(found) == 3
    assert any("fits 2 events equally, so it joins none" in r for i in found for r in i.reasons)


@pytest.mark.parametrize(
    ("second", "number"),
    [
        pytest.param({}, 1, id="the same again"),
        pytest.param({"where": (), "when": "undated"}, 1, id="its headline"),
        pytest.param({"where": ("norland",)}, 1, id="in the country"),
        pytest.param({"type": ClaimType.SEIZURE}, 2, id="another type"),
        pytest.param({"target": None}, 2, id="other parties"),
        pytest.param({"when": "days"}, 2, id="another time"),
        pytest.param({"where": ("upper lisk",)}, 2, id="another place"),
        pytest.param({"measures": (("depth", 300),)}, 2, id="another figure"),
    ],
)
def test_a_report_tells_two_events_apart_by_what_differs(desk, second, number):
    """Two events of one report are two, unless nothing sets them apart."""
    whens = {"undated": desk.undated(), "days": desk.on(12, 14, prec=DatePrecision.DAYS)}
    report = desk.report("a")
    desk.claim(report, event="one", measures=(("depth", 3500),))
    desk.claim(
        report, event="two", **{**second, "when": whens.get(second.get("when"), desk.on(12))}
    )

    assert len(merged(desk)) == number


def test_a_headline_over_two_events_joins_neither(desk):
    """A crossing without day and place is of neither of the report's two crossings."""
    report = desk.report("a")
    desk.claim(report, event="one", where=("dell",))
    desk.claim(report, event="two", where=("combe",))
    desk.claim(report, event="headline", where=(), when=desk.undated())

    assert len(merged(desk)) == 3


@pytest.mark.parametrize(
    ("part", "whole", "speaker", "number"),
    [
        pytest.param(("area", 2e7), ("area", 3e7), "OVR", 2, id="a larger area"),
        pytest.param(("area", 2e7), ("area", 2e7), "OVR", 1, id="the same area"),
        pytest.param(("killed", 20), ("killed", 30), "NOR", 2, id="a speaker's own higher count"),
        pytest.param(("killed", 20), ("killed", 30), "OVR", 1, id="another's higher count"),
        pytest.param(("killed", 20), ("killed", 60), "OVR", 2, id="another's much higher count"),
    ],
)
def test_a_total_and_its_part_stay_apart(desk, part, whole, speaker, number):
    """A total along the border is not the figure of one place."""
    total = {"where": ("norland",), "measures": (whole,), "speaker": desk.state(speaker)}

    assert len(told(desk, {"measures": (part,)}, total)) == number


@pytest.mark.parametrize(
    ("places", "number"),
    [
        pytest.param(("dell", "ford"), 1, id="both ends"),
        pytest.param(("combe",), 2, id="another place"),
    ],
)
def test_a_road_agrees_with_the_places_it_is_named_after(desk, places, number):
    """The Dell-Ford road is the road from Dell to Ford."""
    road = {"type": ClaimType.BLOCKADE, "where": ("dell-ford road",)}

    assert len(told(desk, road, {"type": ClaimType.BLOCKADE, "where": places})) == number


@pytest.mark.parametrize(
    ("kind", "troops", "number"),
    [
        pytest.param(ClaimType.DEPLOYMENT, 2000, 1, id="a deployment of as many"),
        pytest.param(ClaimType.DEPLOYMENT, 500, 2, id="a deployment of another number"),
        pytest.param(ClaimType.INCURSION, 2000, 2, id="a crossing"),
    ],
)
def test_a_deployment_lasts(desk, kind, troops, number):
    """Troops that are deployed, without a date, may have come long before."""
    first = {"type": kind, "where": ("lisk",), "measures": (("troops", 2000),)}
    second = {**first, "when": desk.undated(), "measures": (("troops", troops),), "target": None}

    assert len(told(desk, first, second, days=(14, date(2021, 9, 1)))) == number


def test_two_undated_deployments_of_one_force_are_one(desk):
    """As many men of one actor at one place, told months apart, are one deployment."""
    force = {"type": ClaimType.DEPLOYMENT, "where": ("lisk",), "measures": (("troops", 2000),)}
    force["when"] = desk.undated()

    assert len(told(desk, force, force, days=(14, date(2021, 9, 1)))) == 1


def test_an_undated_deployment_is_no_crossing_of_months_later(desk):
    """What lasts agrees only with what lasts."""
    undated = {"when": desk.undated()}
    force = {**undated, "type": ClaimType.DEPLOYMENT}

    assert len(told(desk, force, undated, days=(14, date(2021, 9, 1)))) == 2


def test_two_places_of_a_long_list_are_its_front(desk):
    """What two lists of places share twice is one event, though each names more."""
    first = {"where": ("dell", "combe", "tarn")}
    second = {"where": ("dell", "combe", "ford", "ridge", "mirror")}

    assert len(told(desk, first, second)) == 1


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.THREATENED, Modality.HYPOTHETICAL])
def test_what_did_not_happen_is_no_incident(desk, modality):
    """Plans, threats and hypotheticals are left out."""
    desk.claim(desk.report("a"), modality=modality)

    assert merged(desk) == ()


def test_a_denial_of_a_plan_is_no_incident(desk):
    """Who denies a plan denies nothing that happened."""
    report = desk.report("a")
    desk.claim(report, modality=Modality.PLANNED)
    desk.claim(report, stance=Stance.DENIES, speaker=desk.state("SUD"), answers=("a-0",))

    assert merged(desk) == ()


def test_a_refusal_near_the_threshold_says_why(desk):
    """What nearly joined is told with the contradiction."""
    found = told(desk, {"where": ("dell",)}, {"where": ("upper lisk", "combe", "tarn")})

    words = [r.split(": ", 2)[2] for i in found for r in i.reasons]
    assert words == ["only some of the places (Combe, Tarn, Upper Lisk; Dell)"] * 2


def test_an_event_of_the_next_day_says_why_it_is_apart(desk):
    """Both neighbours name the other and the two days."""
    found = told(desk, {}, {"when": desk.on(13)})

    words = "different times (2021-05-12 and 2021-05-13)"
    assert found[0].reasons == (f"kept apart: b.txt ({found[1].id}): {words}",)
    assert found[1].reasons[0].startswith(f"kept apart: a.txt ({found[0].id})")


def test_a_denial_in_another_report_joins_the_event(desk):
    """A party's denial with the same parties and day answers the event of other reports."""
    denial = {"stance": Stance.DENIES, "speaker": desk.state("SUD"), "where": ()}

    (incident,) = told(desk, {}, denial)

    assert [a.stance for a in incident.accounts] == [Stance.ASSERTS, Stance.DENIES]


def test_a_version_elsewhere_joins_the_event_with_its_own_place(desk):
    """Who disputes the place has an account at its own place."""
    version = {
        "stance": Stance.DISPUTES_PLACE,
        "speaker": desk.state("SUD"),
        "where": ("tarn", "ridge"),
        "target": None,
    }

    (incident,) = told(desk, {}, version)

    assert {a.key: [w.place_id for w in a.where] for a in incident.accounts} == {
        "NOR": ["mirror"],
        "SUD": ["tarn", "ridge"],
    }
    assert incident.title == "12 May 2021, Lake Mirror"


def test_a_denial_by_no_party_joins_nothing(desk):
    """A third state's denial is an incident of its own."""
    denial = {"stance": Stance.DENIES, "speaker": desk.state("OVR"), "where": ()}

    assert len(told(desk, {}, denial)) == 2


def test_a_denial_by_who_tells_it_joins_nothing(desk):
    """Who tells an event and denies something denies something else."""
    denial = {"stance": Stance.DENIES, "where": ()}

    assert len(told(desk, {}, denial)) == 2


@pytest.mark.parametrize(
    ("kind", "published", "number"),
    [
        pytest.param(ClaimType.INCURSION, 20, 1, id="of a crossing, days later"),
        pytest.param(ClaimType.OTHER, 15, 1, id="of something, at once"),
        pytest.param(ClaimType.OTHER, 20, 2, id="of something, days later"),
        pytest.param(ClaimType.SHELLING, 15, 2, id="of fire"),
    ],
)
def test_a_denial_without_its_object_answers_only_news(desk, kind, published, number):
    """A bare denial is of the news of these days."""
    denial = {"stance": Stance.DENIES, "speaker": desk.state("SUD"), "where": (), "type": kind}

    found = told(desk, {}, {**denial, "when": desk.undated()}, days=(14, published))

    assert len(found) == number


def test_a_denial_that_fits_two_events_joins_neither(desk):
    """Who crossed nowhere has no one event to answer."""
    desk.claim(desk.report("a"))
    desk.claim(desk.report("b"), where=("combe",))
    desk.claim(desk.report("c"), stance=Stance.DENIES, speaker=desk.state("SUD"), where=())

    assert len(merged(desk)) == 3


@pytest.mark.parametrize("stance", [Stance.ASSERTS, Stance.DENIES])
def test_among_too_many_events_of_a_day_none_is_chosen(desk, stance):
    """On a day of 65 crossings, one at no named place joins none, and says so."""
    for i in range(65):
        desk.claim(desk.report(f"r{i:02}"), where=(desk.unknown(f"hamlet {i}"),))
    desk.claim(desk.report("z"), where=(), stance=stance, speaker=desk.state("SUD"))

    (reasons,) = (i.reasons for i in merged(desk) if i.reports == ("z",))

    assert reasons[0] == "kept apart: too many events of those days to tell which"


def test_a_denial_of_two_events_is_among_the_claims_of_both(desk):
    """A denial in the same report answers each claim that it names."""
    report = desk.report("a")
    desk.claim(report, event="lake")
    desk.claim(report, event="dell", where=("dell",), when=desk.on(13))
    desk.claim(
        report,
        event="denial",
        stance=Stance.DENIES,
        speaker=desk.state("SUD"),
        answers=("a-0", "a-1"),
    )

    assert [[c.id for c in i.claims] for i in merged(desk)] == [["a-0", "a-2"], ["a-1", "a-2"]]


def test_incidents_come_by_date_with_undated_ones_last(desk):
    """The list is in the order of the events."""
    desk.claim(desk.report("a"), when=desk.undated(), where=("combe",))
    desk.claim(desk.report("b"), when=desk.on(13), where=("dell",))
    desk.claim(desk.report("c"))

    assert [i.title.split(",")[0] for i in merged(desk)] == [
        "12 May 2021",
        "13 May 2021",
        "undated",
    ]
