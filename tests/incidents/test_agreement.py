"""How far times, places and figures must agree for one event."""

from datetime import date

import pytest

from geoincidents.model import ClaimType, DatePrecision, Vague


def test_an_undated_telling_without_publication_joins_no_date(desk):
    """Nothing says that it was at that time."""
    assert len(desk.told({}, {"when": desk.undated()}, days=(14, None))) == 2


def test_an_alternative_reading_of_a_date_counts(desk):
    """A day read as April or May agrees with 12 May."""
    other = (date(2021, 5, 12), date(2021, 5, 12))

    assert len(desk.told({}, {"when": desk.on(12, month=4, alternatives=(other,))})) == 1


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

    assert len(desk.told({}, undated, days=(14, published))) == number


@pytest.mark.parametrize(
    ("published", "number"),
    [pytest.param(13, 1, id="the day after"), pytest.param(14, 2, id="later")],
)
def test_undated_fire_joins_only_within_a_day(desk, published, number):
    """Fire returns to the same places, so its window is short."""
    first = {"type": ClaimType.SHELLING}
    second = {"type": ClaimType.SHELLING, "when": desk.undated()}

    assert len(desk.told(first, second, days=(14, published))) == number


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

    assert len(desk.told(first, second)) == number


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

    assert len(desk.told(clash, unnamed)) == number


def test_undated_fire_at_no_place_is_not_the_same_news(desk):
    """Every day has its own fire."""
    bare = {"type": ClaimType.SHELLING, "when": desk.undated(), "where": ()}

    assert len(desk.told(bare, bare)) == 2


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

    assert len(desk.told(other, {**other, **second})) == number


@pytest.mark.parametrize(
    ("published", "number"), [pytest.param(15, 1, id="as news"), pytest.param(16, 2, id="later")]
)
def test_an_undated_crossing_of_the_border_is_the_one_of_these_days(desk, published, number):
    """News of a crossing of "the border" joins the one crossing of three days."""
    news = {"when": desk.undated(), "where": (desk.border(),)}

    assert len(desk.told({}, news, days=(14, published))) == number


def test_another_type_in_the_same_month_stays_apart(desk):
    """A gain of ground at the lake in May need not be the crossing of 12 May."""
    month = desk.on(1, 31, prec=DatePrecision.MONTH)

    assert len(desk.told({}, {"type": ClaimType.SEIZURE, "when": month})) == 2


def test_another_type_without_a_place_stays_apart(desk):
    """A gain of ground somewhere in the country is not that day's crossing at a lake."""
    second = {"type": ClaimType.SEIZURE, "where": ("norland",)}

    assert len(desk.told({}, second)) == 2


def test_an_undated_crossing_of_the_border_joins_none_of_two(desk):
    """After two crossings, "the border" says nothing."""
    desk.claim(desk.report("a"), where=("dell",))
    desk.claim(desk.report("b"), where=("combe",))
    desk.claim(desk.report("c"), where=(desk.border(),), when=desk.undated())

    assert len(desk.merged()) == 3


def test_undated_and_unplaced_tellings_of_one_news_are_one_event(desk):
    """Two headlines of two days with the same parties and type are the same news."""
    bare = {"when": desk.undated(), "where": ()}

    assert len(desk.told(bare, bare)) == 1


def test_undated_and_unplaced_tellings_weeks_apart_are_two_events(desk):
    """Nothing ties two bare tellings that were published a week apart."""
    bare = {"when": desk.undated(), "where": ()}

    assert len(desk.told(bare, bare, days=(14, 20))) == 2


def test_a_shared_figure_ties_undated_and_unplaced_tellings(desk):
    """The same large figure speaks for the same event."""
    bare = {"when": desk.undated(), "where": (), "measures": (("troops", 250),)}

    assert len(desk.told(bare, bare, days=(14, 18))) == 1


def test_a_small_count_ties_nothing(desk):
    """Two killed are told of many events."""
    bare = {"when": desk.undated(), "where": (), "measures": (("killed", 2),)}

    assert len(desk.told(bare, bare, days=(14, 18))) == 2


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

    found = desk.told({**bare, "measures": (one,)}, {**bare, "measures": (other,)}, days=(14, 18))

    assert len(found) == number


def test_the_losses_of_another_party_are_no_total(desk):
    """Sixty dead of one side do not include two of the other."""
    one = desk.measure("a", 0, "killed", 2, of="NOR")
    other = desk.measure("b", 0, "killed", 60, of="SUD")

    assert len(desk.told({"measures": (one,)}, {"measures": (other,), "where": ("norland",)})) == 1


def test_reports_without_a_date_of_publication_are_not_tied_by_time(desk):
    """Without any time two tellings of one site stay apart."""
    undated = {"when": desk.undated()}

    assert len(desk.told(undated, undated, days=(None, None))) == 2


def test_a_shared_lake_joins_the_named_lake_as_inferred(desk):
    """An unnamed lake, shared by the two countries, is the lake that straddles their border."""
    shared = {"where": (desk.border(kind=Vague.SHARED_LAKE),), "when": desk.undated()}

    (incident,) = desk.told({}, shared)

    (account,) = incident.accounts
    assert [(w.place_id, w.inferred) for w in account.where] == [
        ("mirror", False),
        ("mirror", True),
    ]
    assert "the shared lake is taken to be Mirror" in incident.reasons[0]


def test_a_shared_lake_is_no_village(desk):
    """A place that is no lake on the border contradicts it."""
    shared = {"where": (desk.border(kind=Vague.SHARED_LAKE),)}

    assert len(desk.told({"where": ("dell",)}, shared)) == 2


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

    assert len(desk.told(*wheres)) == number


def test_counted_sections_agree_with_as_many_named_places(desk):
    """Two sections of the border are the two places named for the same day."""
    counted = {"where": (desk.border(2),)}

    assert len(desk.told({"where": ("dell", "combe")}, counted)) == 1


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
    wheres = [{"where": (desk.border(count, kind),)} for kind, count in (first, second)]

    assert len(desk.told(*wheres)) == number


def test_counted_sections_are_not_another_number_of_places(desk):
    """Two sections of the border are not one lake."""
    assert len(desk.told({}, {"where": (desk.border(2),)})) == 2


def test_other_sections_the_next_day_stay_apart_from_the_first(desk):
    """The report's own second event has its own day, place and incident."""
    first, second = desk.report("a"), desk.report("b")
    for report in (first, second):
        desk.claim(report, event="lake")
        desk.claim(report, event="next", when=desk.on(13), where=(desk.border(2),))

    assert [[c.event for c in i.claims] for i in desk.merged()] == [["lake"] * 2, ["next"] * 2]


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

    assert len(desk.told({"measures": (part,)}, total)) == number


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

    assert len(desk.told(road, {"type": ClaimType.BLOCKADE, "where": places})) == number


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

    assert len(desk.told(first, second, days=(14, date(2021, 9, 1)))) == number


def test_two_undated_deployments_of_one_force_are_one(desk):
    """As many men of one actor at one place, told months apart, are one deployment."""
    force = {"type": ClaimType.DEPLOYMENT, "where": ("lisk",), "measures": (("troops", 2000),)}
    force["when"] = desk.undated()

    assert len(desk.told(force, force, days=(14, date(2021, 9, 1)))) == 1


def test_an_undated_deployment_is_no_crossing_of_months_later(desk):
    """What lasts agrees only with what lasts."""
    undated = {"when": desk.undated()}
    force = {**undated, "type": ClaimType.DEPLOYMENT}

    assert len(desk.told(force, undated, days=(14, date(2021, 9, 1)))) == 2


def test_two_places_of_a_long_list_are_its_front(desk):
    """What two lists of places share twice is one event, though each names more."""
    first = {"where": ("dell", "combe", "tarn")}
    second = {"where": ("dell", "combe", "ford", "ridge", "mirror")}

    assert len(desk.told(first, second)) == 1


def test_incidents_come_by_date_with_undated_ones_last(desk):
    """The list is in the order of the events."""
    desk.claim(desk.report("a"), when=desk.undated(), where=("combe",))
    desk.claim(desk.report("b"), when=desk.on(13), where=("dell",))
    desk.claim(desk.report("c"))

    assert [i.title.split(",")[0] for i in desk.merged()] == [
        "12 May 2021",
        "13 May 2021",
        "undated",
    ]
