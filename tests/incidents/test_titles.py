"""Titles say date and place, and nothing else."""

from datetime import date

import pytest

from geoincidents import incidents
from geoincidents.incidents import titles
from geoincidents.model import UNDATED, DatePrecision, Stance, Vague, When, Where, WhereRole


def title(desk, **said):
    """Return the title of a claim's incident."""
    desk.claim(desk.report("a", 30), **said)
    (incident,) = incidents.merge(desk.readings(), desk.gazetteer)
    return incident.title


def unnamed(desk, kind=Vague.BORDER, count=None):
    """Return a place that is described but not named."""
    return Where(
        role=WhereRole.AT, vague=kind, count=count, passage=desk.passage("any", 0, "there")
    )


@pytest.mark.parametrize(
    ("places", "words"),
    [
        pytest.param(("mirror", "border", "lisk"), "Lake Mirror and the border of Lisk", id="both"),
        pytest.param(("mirror",), "Lake Mirror", id="a lake"),
        pytest.param(("dell", "lisk"), "Dell, Lisk", id="a site in its area"),
        pytest.param(("dell", "ford"), "Dell and Ford", id="two sites"),
        pytest.param(("tarn",), "Tarn district", id="a district"),
        pytest.param(("lisk", "border"), "the border of Lisk", id="the border of an area"),
        pytest.param(("norland",), "Norland", id="a country"),
        pytest.param(("border", "norland"), "the border", id="the border of a country"),
        pytest.param(("frontier",), "the Norland-Sudmark border", id="a named border"),
        pytest.param(
            ("frontier", "mirror", "lisk"),
            "Lake Mirror and the border of Lisk",
            id="a site at a named border",
        ),
        pytest.param(("mirror", "varn", "lisk"), "Lake Mirror, Lisk", id="a site and two areas"),
        pytest.param(("unknown", "lisk"), "Nowhere, Lisk", id="an unknown place in an area"),
        pytest.param(("two",), "two sections of the border", id="counted sections"),
        pytest.param(("lake",), "a lake on the border", id="an unnamed lake"),
        pytest.param(
            ("combe", "tarn", "ridge", "upper lisk"),
            "Combe district, Tarn district and 2 other places",
            id="many",
        ),
        pytest.param(("dell", "tarn"), "Dell", id="a site and an area elsewhere"),
        pytest.param((), "no place given", id="nothing"),
    ],
)
def test_the_most_specific_places_are_named(desk, places, words):
    """Sites lead, areas tell them apart, the border is named where it is crossed."""
    described = {
        "border": unnamed(desk),
        "unknown": desk.unknown("Nowhere"),
        "two": unnamed(desk, count=2),
        "lake": unnamed(desk, Vague.SHARED_LAKE),
    }
    where = tuple(described.get(p, p) for p in places)

    assert title(desk, where=where) == f"12 May 2021, {words}"


def test_a_version_elsewhere_gives_no_title(desk):
    """The title is of those who tell the event."""
    report = desk.report("b", 29)
    desk.claim(report, id="told")
    answer = {"speaker": desk.state("SUD"), "answers": ("told",)}
    desk.claim(report, stance=Stance.DISPUTES_PLACE, where=("tarn",), **answer)

    assert title(desk) == "12 May 2021, Lake Mirror"


def when(start, end, prec, *alternatives):
    """Return a time of whole dates."""
    return When(start=start, end=end, prec=prec, alternatives=alternatives)


MAY, JUNE = date(2021, 5, 1), date(2021, 6, 2)


@pytest.mark.parametrize(
    ("time", "words"),
    [
        pytest.param(when(MAY, MAY, DatePrecision.DAY), "1 May 2021", id="a day"),
        pytest.param(
            when(MAY, date(2021, 5, 3), DatePrecision.DAYS), "1–3 May 2021", id="some days"
        ),
        pytest.param(
            when(MAY, JUNE, DatePrecision.LONGER), "1 May – 2 June 2021", id="over a month's end"
        ),
        pytest.param(
            when(MAY, date(2022, 6, 2), DatePrecision.LONGER),
            "1 May 2021 – 2 June 2022",
            id="over a year's end",
        ),
        pytest.param(when(MAY, date(2021, 5, 31), DatePrecision.MONTH), "May 2021", id="a month"),
        pytest.param(
            when(date(2020, 1, 1), date(2020, 12, 31), DatePrecision.LONGER), "2020", id="a year"
        ),
        pytest.param(
            when(date(2020, 1, 1), date(2021, 12, 31), DatePrecision.LONGER),
            "2020–2021",
            id="two years",
        ),
        pytest.param(
            when(
                MAY, date(2021, 5, 31), DatePrecision.MONTH, (date(2020, 5, 1), date(2020, 5, 31))
            ),
            "May 2021 or May 2020",
            id="two readings",
        ),
        pytest.param(UNDATED, "undated", id="no date"),
    ],
)
def test_a_time_is_told_as_precisely_as_it_is_known(time, words):
    """A month stays a month, and both readings of a date are told."""
    assert titles.when_words(time) == words
