"""Which claims are one event, and which are kept apart."""

from dataclasses import replace
from datetime import date

import pytest

from geoincidents.model import ClaimType, DatePrecision, Modality


def test_the_same_day_site_and_parties_are_one_event(desk):
    """Two reports of one day at one lake become one incident."""
    (incident,) = desk.told({}, {})

    assert [c.id for c in incident.claims] == ["a-0", "b-0"]
    assert incident.reports == ("a", "b")
    assert (incident.first_reported, incident.last_reported) == (
        date(2021, 5, 14),
        date(2021, 5, 15),
    )


def test_a_merge_says_why_in_words(desk):
    """The reasons name the report that joined and what agreed."""
    (incident,) = desk.told({}, {})

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

    assert len(desk.told(first, second)) == 2


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
    assert len(desk.told(first, second)) == 1


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["day first", "month first"])
def test_a_day_agrees_with_its_month(desk, order):
    """12 May and "in May" are one event where all else agrees."""
    month = {"when": desk.on(1, 31, prec=DatePrecision.MONTH)}
    said = ({}, month)

    assert len(desk.told(*(said[i] for i in order))) == 1


def test_a_day_agrees_with_its_year(desk):
    """12 May and "in 2021" are one event where place, parties and type agree."""
    year = desk.on(1, 31, month=5, prec=DatePrecision.LONGER)
    year = replace(year, start=date(2021, 1, 1), end=date(2021, 12, 31))

    assert len(desk.told({}, {"when": year})) == 1


def test_a_month_ties_no_two_days_together(desk):
    """What agrees with both days of a month joins one event at most."""
    month = desk.on(1, 31, prec=DatePrecision.MONTH)
    for name, when in zip("abc", (desk.on(12), desk.on(20), month), strict=True):
        desk.claim(desk.report(name, 30), when=when)

    days = [{c.when for c in i.claims if c.when != month} for i in desk.merged()]

    assert [d for d in days if len(d) > 1] == []


def test_a_vague_telling_that_fits_two_events_joins_neither(desk):
    """A crossing at no named place, on a day of two, is neither."""
    desk.claim(desk.report("a"), where=("dell",))
    desk.claim(desk.report("b"), where=("combe",))
    desk.claim(desk.report("c"), where=("norland",))

    found = desk.merged()

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

    assert len(desk.merged()) == number


def test_a_headline_over_two_events_joins_neither(desk):
    """A crossing without day and place is of neither of the report's two crossings."""
    report = desk.report("a")
    desk.claim(report, event="one", where=("dell",))
    desk.claim(report, event="two", where=("combe",))
    desk.claim(report, event="headline", where=(), when=desk.undated())

    assert len(desk.merged()) == 3


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.THREATENED, Modality.HYPOTHETICAL])
def test_what_did_not_happen_is_no_incident(desk, modality):
    """Plans, threats and hypotheticals are left out."""
    desk.claim(desk.report("a"), modality=modality)

    assert desk.merged() == ()


def test_a_refusal_near_the_threshold_says_why(desk):
    """What nearly joined is told with the contradiction."""
    found = desk.told({"where": ("dell",)}, {"where": ("upper lisk", "combe", "tarn")})

    words = [r.split(": ", 2)[2] for i in found for r in i.reasons]
    assert words == ["only some of the places (Combe, Tarn, Upper Lisk; Dell)"] * 2


def test_an_event_of_the_next_day_says_why_it_is_apart(desk):
    """Both neighbours name the other and the two days."""
    found = desk.told({}, {"when": desk.on(13)})

    words = "different times (2021-05-12 and 2021-05-13)"
    assert found[0].reasons == (f"kept apart: b.txt ({found[1].id}): {words}",)
    assert found[1].reasons[0].startswith(f"kept apart: a.txt ({found[0].id})")


def test_an_event_whose_places_all_agree_is_no_rival_of_one_with_some(desk):
    """Somewhere in a province: at its lake, rather than at that and places elsewhere."""
    desk.claim(desk.report("a"), where=("mirror",), when=desk.undated())
    desk.claim(desk.report("b"), where=("mirror", "combe", "tarn"), when=desk.undated())
    desk.claim(desk.report("c"), where=("lisk",), when=desk.undated())

    found = [i.reports for i in desk.merged()]

    assert ("a", "c") in found


def test_a_third_state_that_is_met_says_nothing_of_the_ground(desk):
    """Foreign drivers stopped on a side's road are no other event than that road closed."""
    desk.claim(desk.report("a"), type=ClaimType.BLOCKADE, where=("dell",))
    desk.claim(desk.report("b"), type=ClaimType.BLOCKADE, where=("dell",), target="OVR")

    assert [i.reports for i in desk.merged()] == [("a", "b")]
