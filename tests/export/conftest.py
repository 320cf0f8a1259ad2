"""A run of an invented border: Lisk and Orvia, a lake between them, one report each."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from geoincidents.geography import (
    BorderLine,
    BorderSource,
    Gazetteer,
    PackInfo,
    Party,
    PartyKind,
    Place,
    PlaceKind,
)
from geoincidents.model import (
    Account,
    Change,
    Claim,
    ClaimType,
    DateBasis,
    DatePrecision,
    Geometry,
    Hedge,
    History,
    Incident,
    Measure,
    MeasureKind,
    Origin,
    Passage,
    Position,
    Reading,
    Relation,
    RelationKind,
    Report,
    Shape,
    ShapeKind,
    Speaker,
    SpeakerRole,
    Stance,
    Status,
    When,
    Where,
    WherePrecision,
    WhereRole,
)

TEXT = (
    "Lisk said on Tuesday that 40 soldiers of Orvia had moved 2 miles past Lake Mere. "
    "Orvia denied it: its troops are on their own side, its ministry said."
)


@pytest.fixture
def report():
    """Return the one report."""
    return Report(
        id="r1",
        doc="2023-04-05_post.txt",
        text=TEXT,
        text_sha256="0" * 64,
        blocks=(),
        publisher="The Post",
        published=date(2023, 4, 5),
        origins=(Origin(name="The Post"),),
    )


@pytest.fixture
def passage(report):
    """Find words in the report."""

    def passage_(words):
        at = report.text.index(words)
        return Passage(report_id=report.id, span=(at, at + len(words)), text=words)

    return passage_


def _measure(kind, value, passage, *, si, unit=""):
    return Measure(
        kind=kind, low=si, high=si, value=value, unit=unit, hedge=Hedge.EXACT, passage=passage
    )


@pytest.fixture
def told(report, passage):
    """Return Lisk's claim and Orvia's denial."""
    lisk = Speaker(name="Lisk", role=SpeakerRole.STATE, party_id="lisk", passage=passage("Lisk"))
    orvia = Speaker(name="Orvia", role=SpeakerRole.STATE, party_id="orvia")
    first, second = passage(TEXT[:80]), passage(TEXT[81:])
    one = Claim(
        id="c1",
        report_id="r1",
        event="e1",
        type=ClaimType.INCURSION,
        stance=Stance.ASSERTS,
        speaker=lisk,
        actor="orvia",
        target="lisk",
        where=(Where(role=WhereRole.NEAR, passage=passage("Lake Mere"), place_id="mere"),),
        when=When(
            start=date(2023, 4, 4),
            end=date(2023, 4, 4),
            prec=DatePrecision.DAY,
            basis=DateBasis.RELATIVE,
            passage=passage("Tuesday"),
        ),
        measures=(
            _measure(MeasureKind.TROOPS, 40, passage("40 soldiers"), si=40),
            _measure(MeasureKind.DEPTH, 2, passage("2 miles"), si=3218.688, unit="mi"),
        ),
        evidence=(first,),
        published=report.published,
    )
    two = replace(
        one,
        id="c2",
        stance=Stance.DENIES,
        speaker=orvia,
        where=(),
        when=When(),
        measures=(),
        evidence=(second,),
        answers=("c1",),
    )
    return one, two


SQUARE = ((45.0, 40.0), (45.0, 40.1), (45.1, 40.1), (45.1, 40.0), (45.0, 40.0))  # clockwise


@pytest.fixture
def incident(told):
    """Return the incident of both claims, drawn."""
    one, two = told
    shapes = (
        Shape(
            kind=ShapeKind.DOUBT,
            geometry=Geometry(type="Polygon", coordinates=(SQUARE,)),
            reason="within the lake",
            uncertainty_m=2000.0,
        ),
        Shape(
            kind=ShapeKind.DEPTH_LINE,
            geometry=Geometry(
                type="LineString", coordinates=((45.01234567891, 40.0), (45.2, 40.3))
            ),
            reason="2 miles from the border",
            low=3218.688,
            high=3218.688,
            passages=(one.measures[1].passage,),
            border_version="v1",
            border_accuracy_m=150.0,
        ),
    )
    lisk = Account(
        key="lisk",
        claimant=one.speaker,
        stance=Stance.ASSERTS,
        types=(ClaimType.INCURSION,),
        claims=("c1",),
        actor="orvia",
        target="lisk",
        where=one.where,
        when=one.when,
        measures=one.measures,
        position=Position(45.05, 40.05),
        where_prec=WherePrecision.SITE,
        geom_role=ShapeKind.SITE,
        place_id="mere",
        place_label="Lake Mere",
        shapes=shapes,
    )
    orvia = Account(
        key="orvia",
        claimant=two.speaker,
        stance=Stance.DENIES,
        types=(ClaimType.INCURSION,),
        claims=("c2",),
        unplaced_reason="no place given",
    )
    return Incident(
        id="bcdfgh",
        title="4 April 2023, Lake Mere",
        status=Status.DENIED,
        background=False,
        accounts=(lisk, orvia),
        claims=told,
        origins=("The Post",),
        reports=("r1",),
        first_reported=date(2023, 4, 5),
        last_reported=date(2023, 4, 5),
    )


@pytest.fixture
def run(report, told, incident):
    """Return what a run found."""
    lake = Place(
        id="mere",
        name="Lake Mere",
        kind=PlaceKind.LAKE,
        country="LK",
        admin=(),
        position=Position(45.05, 40.05),
        size_m=2000.0,
        source="invented",
        licence="CC0-1.0",
        checked="2023-01-01",
    )
    parties = {
        key: Party(id=key, name=key.title(), kind=PartyKind.STATE, country=key[:2].upper())
        for key in ("lisk", "orvia")
    }
    border = BorderSource(
        source="invented line",
        version="v1",
        date="2023-01-01",
        accuracy_m=150.0,
        licence="ODbL-1.0",
        credit="(c) surveyors of Lisk",
    )
    pack = PackInfo(
        id="lisk",
        title="Lisk",
        version="1",
        licence="CC-BY-4.0",
        credit="names: invented",
        countries=("LK",),
        border=border,
    )
    gazetteer = Gazetteer(packs=(pack,), places={"mere": lake}, parties=parties)
    reading = Reading(report=report, mentions=(), claims=told)
    return SimpleNamespace(incidents=(incident,), readings=(reading,), gazetteer=gazetteer)


# --- a run in which every column has a value ---------------------------------

FIRST, LAST = date(2023, 4, 1), date(2023, 4, 9)


@pytest.fixture
def rich(run, report, told, incident):
    """Return a run in which no column of any layer is empty."""
    lisk, orvia = incident.accounts
    claim = replace(
        told[0],
        speaker=replace(told[0].speaker, chain=("The Post",)),
        also_said_by=(told[1].speaker,),
        when=replace(told[0].when, alternatives=((FIRST, LAST),)),
        measures=tuple(_all_measures(told[0])),
    )
    full = replace(
        lisk,
        claimant=claim.speaker,
        when=claim.when,
        measures=claim.measures,
        shapes=(_of_border(lisk.shapes[0], lisk), lisk.shapes[1], _area(lisk)),
        strips=(_strip(lisk),),
        undrawn=("its second area has no place",),
        checked_by=("A. Editor",),
        checked_on=date(2023, 4, 7),
    )
    other = replace(
        orvia,
        key="post",
        claims=(),
        stance=Stance.ASSERTS,
        unplaced_reason="a border is no point",
        checked_by=("A. Editor",),
        checked_on=date(2023, 4, 7),
    )
    placed = replace(
        incident,
        accounts=(full, other, replace(orvia, checked_by=("A. Editor",), checked_on=LAST)),
        claims=(claim, told[1]),
        relations=(Relation(kind=RelationKind.DENIES, source="c1", target="c2", reason="told"),),
        histories=(History(speaker=claim.speaker, steps=((FIRST, claim.measures[0]),)),),
        also_said_by=("France",),
        change=Change.NEW,
        released=True,
        background=True,
    )
    vague = replace(
        lisk, when=claim.when, position=None, unplaced_reason="a border is no point",
        where_prec=WherePrecision.NEAR, geom_role=ShapeKind.LABEL,
    )  # fmt: skip
    unplaced = replace(incident, id="ghjkmn", accounts=(vague,), claims=())
    full_report = replace(report, title="A day at the lake", url="https://post.example/1")
    run.readings = (Reading(report=full_report, mentions=(), claims=(claim, told[1])),)
    run.incidents = (placed, unplaced)
    run.gazetteer = replace(run.gazetteer, borders=(_border(),))
    return run


def _all_measures(claim):
    troops, depth = claim.measures
    yield replace(troops, value_max=50.0, high=50.0, of="orvia")
    yield depth
    yield replace(depth, kind=MeasureKind.AREA, low=1e6, high=1e6, value=1.0, unit="km2")
    for kind in (MeasureKind.KILLED, MeasureKind.WOUNDED, MeasureKind.CAPTURED):
        yield replace(troops, kind=kind, of="lisk")


def _of_border(shape, account):
    words = account.shapes[1].passages
    return replace(shape, border_version="v1", border_accuracy_m=150.0, passages=words)


def _area(account):
    disc = replace(account.shapes[0], kind=ShapeKind.AREA_DISC, low=1e6, high=1e6)
    return _of_border(disc, account)


def _strip(account):
    strip = replace(account.shapes[0], kind=ShapeKind.DEPTH_STRIP, low=3218.688, high=3218.688)
    return _of_border(strip, account)


def _border():
    line = Geometry(type="LineString", coordinates=((45.0, 40.0), (45.2, 40.0)))
    return BorderLine(
        id="LK-OV-1", a="lisk", b="orvia", section="southern section", exclave="Mere Island",
        accuracy_m=150.0, geometry=line,
    )  # fmt: skip
