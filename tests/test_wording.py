"""Display words of dates, figures, statuses and speakers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geoincidents import wording
from geoincidents.geography import Gazetteer, Party, PartyKind
from geoincidents.model import (
    Account,
    Claim,
    ClaimType,
    DatePrecision,
    Hedge,
    Incident,
    Measure,
    MeasureKind,
    Passage,
    Speaker,
    SpeakerRole,
    Stance,
    Status,
    When,
)

JUDGING = ("incursion", "invade", "occupy", "seize", "liberate", "aggression", "enemy",
           "terrorist", "confirm", "admit")  # fmt: skip
WORDS = wording.load()
LAND = Gazetteer(
    packs=(),
    places={},
    parties={
        key: Party(id=key, name=name, kind=PartyKind.STATE, country=key)
        for key, name in (("LS", "Lisk"), ("OR", "Orm"))
    },
)


def speaker(party: str | None = None, name: str = "Ministry") -> Speaker:
    """Return somebody who speaks, for a party if one is given."""
    role = SpeakerRole.STATE if party else SpeakerRole.OUTLET
    return Speaker(name=name, role=role, party_id=party)


def measure(text: str, kind: MeasureKind = MeasureKind.DEPTH, **fields) -> Measure:
    """Return a figure in miles unless fields say otherwise."""
    known = {"low": 3218.688, "high": 3218.688, "value": 2.0, "unit": "mile"}
    passage = Passage(report_id="r", span=(0, len(text)), text=text)
    return Measure(kind=kind, passage=passage, **({"hedge": Hedge.EXACT} | known | fields))


def account(party: str | None, stance: Stance, claims: tuple[str, ...], **fields) -> Account:
    """Return an account of a party."""
    who = speaker(party)
    types = (ClaimType.INCURSION,)
    return Account(key=who.key, claimant=who, stance=stance, types=types, claims=claims, **fields)


def claim(id_: str, stance: Stance, party: str | None) -> Claim:
    """Return a bare claim."""
    return Claim(
        id=id_, report_id="r", event="e", type=ClaimType.INCURSION, stance=stance,
        speaker=speaker(party), evidence=(),
    )  # fmt: skip


def incident(status: Status, *stances: tuple[str | None, Stance]) -> Incident:
    """Return an incident with one account and one claim for each party and stance."""
    claims = tuple(claim(f"c{n}", s, p) for n, (p, s) in enumerate(stances))
    accounts = tuple(account(p, s, (f"c{n}",)) for n, (p, s) in enumerate(stances))
    return Incident(
        id="bcdfgh", title="", status=status, background=False, accounts=accounts, claims=claims
    )


DAY = date(2021, 5, 12)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When(start=DAY, end=DAY, prec=DatePrecision.DAY), "12 May 2021"),
        (When(start=DAY, end=date(2021, 5, 14), prec=DatePrecision.DAYS), "12 to 14 May 2021"),
        (
            When(start=date(2021, 4, 30), end=date(2021, 5, 1), prec=DatePrecision.DAYS),
            "30 April 2021 to 1 May 2021",
        ),
        (When(start=DAY, end=date(2021, 5, 18), prec=DatePrecision.WEEK), "week of 12 May 2021"),
        (
            When(start=date(2021, 5, 1), end=date(2021, 5, 31), prec=DatePrecision.MONTH),
            "May 2021",
        ),
        (
            When(start=date(2021, 1, 1), end=date(2021, 12, 31), prec=DatePrecision.LONGER),
            "2021",
        ),
        (When(), "date not given"),
        (When(end=DAY), "before 12 May 2021"),
        (
            When(
                start=date(2022, 5, 1),
                end=date(2022, 5, 31),
                prec=DatePrecision.MONTH,
                alternatives=((date(2021, 5, 1), date(2021, 5, 31)),),
            ),
            "May 2022 or May 2021",
        ),
    ],
    ids=["day", "days", "across_months", "week", "month", "year", "none", "before", "either"],
)
def test_a_time_is_written_as_exactly_as_it_is_known(when, words):
    """Precision shows in the words and nothing is made up."""
    assert WORDS.when(when) == words


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (measure("2 miles"), "2 miles (3,219 m)"),
        (measure("3 1/2 km", value=3.5, unit="km", low=3500.0, high=3500.0), "3 ½ km"),
        (measure("3.5 km", value=3.5, unit="km", low=3500.0, high=3500.0), "3.5 km"),
        (
            measure("several km", value=None, low=None, high=None, hedge=Hedge.SEVERAL),
            "several km",
        ),
        (
            measure("up to 300 m", value=300.0, unit="m", low=0.0, high=300.0,
                    hedge=Hedge.AT_MOST),
            "up to 300 m",
        ),
        (
            measure("about 250", MeasureKind.TROOPS, value=250.0, unit="persons", low=250.0,
                    high=250.0, hedge=Hedge.ABOUT),
            "about 250",
        ),
        (
            measure("39 square miles", MeasureKind.AREA, value=39.0, unit="mi2", low=101e6,
                    high=101e6),
            "39 square miles (101 km²)",
        ),
    ],
    ids=["miles", "fraction", "decimal", "vague", "at_most", "troops", "area"],
)  # fmt: skip
def test_a_figure_comes_in_its_own_unit_first(figure, words):
    """SI follows only where it is another number."""
    assert WORDS.figure_with_si(figure) == words


def test_reported_words_come_before_si():
    """The table of a card quotes the words and puts metres behind."""
    assert WORDS.said(measure("2 miles")) == "“2 miles” (3,219 m)"


def test_a_depth_label_names_its_author():
    """Two figures of one claimant become a stretch with the claimant behind."""
    in_km = measure("3 1/2 km", value=3.5, unit="km", low=3500.0, high=3500.0)
    own = account("LS", Stance.ASSERTS, ("c0",), measures=(in_km, measure("2 miles")))

    assert WORDS.depth_label(own, LAND) == "2 miles to 3 ½ km (Lisk)"


def test_the_same_depth_twice_is_lettered_once():
    """The firmer of two equal figures stands for both."""
    fields = {"value": 3.5, "unit": "km", "high": 3500.0}
    exact = measure("3.5 km", low=3500.0, **fields)
    most = measure("up to 3.5 km", low=0.0, hedge=Hedge.AT_MOST, **fields)

    label = WORDS.depth_label(account("LS", SAYS, (), measures=(most, exact)), LAND)

    assert label == "3.5 km (Lisk)"


SAYS, DENIES, PLACE = Stance.ASSERTS, Stance.DENIES, Stance.DISPUTES_PLACE


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (incident(Status.ONE_SIDE, ("LS", SAYS)), "Said by Lisk"),
        (incident(Status.BOTH_SIDES, ("LS", SAYS), ("OR", SAYS)), "Said by both sides"),
        (
            incident(Status.DENIED, ("LS", SAYS), (None, SAYS), ("OR", DENIES)),
            "Said by Lisk, denied by Orm",
        ),
        (
            incident(Status.DENIED, ("LS", SAYS), ("OR", PLACE)),
            "Said by Lisk, disputed by Orm",
        ),
        (incident(Status.OTHERS_ONLY, (None, SAYS)), "Said by others"),
        (incident(Status.CORRECTED, ("LS", SAYS)), "Corrected"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_status_names_who_says_and_who_denies(told, words):
    """A denial is only called one when it is explicit."""
    assert WORDS.status(told, LAND) == words


def test_a_third_voice_does_not_change_who_says_it():
    """Others who repeat it are listed elsewhere."""
    told = incident(Status.DENIED, ("LS", SAYS), ("FR", SAYS), ("OR", DENIES))

    assert WORDS.status(replace(told, also_said_by=("FR",)), LAND) == "Said by Lisk, denied by Orm"


def test_a_denial_is_followed_by_what_that_side_says():
    """An account that denies and re-describes reads "denies; says"."""
    told = incident(Status.DENIED, ("OR", DENIES), ("OR", PLACE))
    both = replace(told.accounts[0], claims=("c0", "c1"))

    assert WORDS.voice(both, told, LAND) == "Orm denies; says"
    assert WORDS.voice(told.accounts[0], told, LAND) == "Orm denies"


def test_types_stand_beside_their_speaker():
    """A type is a speaker's word."""
    assert WORDS.type_said(account("LS", SAYS, ()), LAND) == "incursion, says Lisk"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Upper Ford residents", "say"),
        ("relatives of the captives", "say"),
        ("a soldier's brother", "says"),
        ("head of the two villages", "says"),
        ("the local press", "says"),
        ("United States", "says"),
        ("Reporters of Lisk", "says"),
        ("Lisk News", "says"),
    ],
)
def test_several_people_say_and_one_says(name, told):
    """The verb agrees with who speaks."""
    teller = replace(account(None, Stance.ASSERTS, ()), claimant=speaker(None, name))
    run = replace(incident(Status.OTHERS_ONLY), accounts=(teller,))

    assert WORDS.voice(teller, run, LAND) == f"{name} {told}"
    assert WORDS.type_said(teller, LAND) == f"incursion, {told} {name}"


def test_reports_and_origins_are_counted_apart():
    """Origins are named behind their number."""
    told = replace(incident(Status.ONE_SIDE), reports=("a", "b"), origins=("AFP",))

    assert WORDS.origins(told) == "2 reports, 1 origin (AFP)"


def test_only_types_hold_judging_words():
    """Our own voice never judges."""
    ours = [str([*table.values()]) for name, table in WORDS.tables.items() if name != "types"]

    assert not [word for word in JUDGING if word in str(ours).casefold()]


@pytest.mark.parametrize(
    ("units", "metres", "expected"),
    [
        ("km", 3500, "3.5 km"),
        ("mi", 3500, "2.17 mi"),
        ("both", 3500, "3.5 km, 2.17 mi"),
        ("mi", 100, "328 ft"),
        ("both", 100, "100 m, 328 ft"),
    ],
)
def test_lengths_are_written_in_the_units_asked_for(units, metres, expected):
    """Kilometres, miles or both; feet where a mile is too long."""
    assert wording.load(units=units).kilometres(metres) == expected


@pytest.mark.parametrize(
    ("units", "value", "expected"),
    [
        ("mi", 1e8, "38.61 sq mi"),
        ("both", 1e8, "100 km², 38.61 sq mi"),
        ("mi", 8093.7128448, "2 acres"),
    ],
)
def test_areas_are_written_in_the_units_asked_for(units, value, expected):
    """Square miles, acres where a square mile is too large."""
    assert wording.load(units=units).square_metres(value) == expected


@pytest.mark.parametrize("units", wording.UNITS)
def test_a_scale_bar_has_both_units(units):
    """Whoever reads the map knows one of them."""
    assert wording.load(units=units).scale(20_000) == "20 km · 12 mi"


@pytest.mark.parametrize(
    ("doubt_m", "told"),
    [(1500.0, "1.5 km"), (1563.2, "1.6 km"), (412.0, "420 m"), (12_340.0, "13 km")],
)
def test_how_exactly_a_place_is_known_is_told_in_two_figures(doubt_m, told):
    """Never nearer than it is: the second figure is rounded up."""
    assert wording.load().within("named site", doubt_m) == f"named site, within {told}"
