"""An invented border, reports about it in our own words, and the incidents they tell."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date
from types import SimpleNamespace

import pytest

from geoincidents import wording
from geoincidents.geography import (
    BorderLine,
    BorderSource,
    Gazetteer,
    Outline,
    PackInfo,
    Party,
    PartyKind,
    Place,
    PlaceKind,
)
from geoincidents.model import (
    Account,
    Block,
    BlockKind,
    Claim,
    ClaimType,
    DatePrecision,
    Geometry,
    Hedge,
    Incident,
    Measure,
    MeasuredFrom,
    MeasureKind,
    Modality,
    Position,
    Reading,
    Report,
    Shape,
    ShapeKind,
    Speaker,
    SpeakerRole,
    Stance,
    Status,
    Vague,
    When,
    Where,
    WherePrecision,
    WhereRole,
)
from geoincidents.webmap.facets import Facets
from geoincidents.webmap.scene import Scene

LAT_M = 111_142.0
LON_M = 78_850.0  # at 45 degrees
FIRST = (
    "Lisk says Orm's troops moved 3 1/2 kilometers past Lake Tarn early on 12 May, while its "
    "premier spoke of two miles. An estimated 250 soldiers took part. Orm denies this and says "
    "its men stood on their own side, in Vell district."
)
SECOND = (
    "Lisk counts 105 of its soldiers killed in two days of fighting; Orm says it lost 50. "
    "The outlet Brook reports 100 square kilometers (39 square miles) taken along the line, "
    "Lisk speaks of 10 square kilometers. Two other sections of the border were breached."
)


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a page needs of a run."""

    incidents: tuple[Incident, ...]
    readings: tuple[Reading, ...]
    gazetteer: Gazetteer


def make_report(id_: str, text: str, publisher: str, **fields) -> Report:
    """Return a report whose text is all body."""
    block = Block(kind=BlockKind.BODY, span=(0, len(text)))
    return Report(
        id=id_,
        doc=f"{id_}.txt",
        text=text,
        text_sha256=id_,
        blocks=(block,),
        publisher=publisher,
        **fields,
    )


REPORTS = {
    "r1": make_report(
        "r1", FIRST, "Valley Wire", published=date(2021, 5, 14), url="https://valley.example/1"
    ),
    "r2": make_report("r2", SECOND, "Brook Daily", published=date(2022, 9, 14)),
}


def words(report_id: str, text: str):
    """Return the passage of some words of a report."""
    report = REPORTS[report_id]
    start = report.text.index(text)
    return report.passage((start, start + len(text)))


def border_lon(lat: float) -> float:
    """Return where the invented border runs."""
    return 20.0 + 0.06 * math.sin(lat * 9) + 0.02 * math.sin(lat * 47)


LINE = tuple((round(border_lon(44 + n / 100), 6), 44 + n / 100) for n in range(200, -1, -1))


def make_place(*row) -> Place:
    """Return a place of the invented land: id, name, kind, country, lon/lat, size."""
    id_, name, kind, country, at, size = row
    return Place(
        id=id_, name=name, kind=kind, country=country, admin=(), position=Position(*at),
        size_m=size, source="made up", licence="CC0", checked="2026-01-01",
    )  # fmt: skip


def box(*corners):
    """Return a polygon of corners."""
    return Geometry(type="Polygon", coordinates=((*corners, corners[0]),))


@pytest.fixture(scope="session")
def land() -> Gazetteer:
    """Return two states, their border and some places."""
    tarn = (border_lon(45.2) - 0.002, 45.2)
    rows = (
        ("lk", "Lisk", PlaceKind.COUNTRY, "LK", (19.0, 45.1), 200_000.0),
        ("om", "Orm", PlaceKind.COUNTRY, "OM", (21.0, 45.1), 200_000.0),
        ("tarn", "Lake Tarn", PlaceKind.LAKE, "LK", tarn, 1500.0),
        ("vell", "Vell district", PlaceKind.DISTRICT, "OM", (20.4, 45.25), 20_000.0),
        ("mill", "Mill", PlaceKind.VILLAGE, "LK", (19.93, 45.22), 900.0),
        ("ford", "Upper Ford", PlaceKind.TOWN, "LK", (19.7, 45.0), 4000.0),
        ("gate", "Gate", PlaceKind.TOWN, "OM", (20.35, 45.45), 4000.0),
        ("cross", "Cross", PlaceKind.VILLAGE, "OM", (20.2, 45.1), 900.0),
    )
    source = BorderSource(
        source="Invented survey", version="1", date="2026-01-01", accuracy_m=150.0,
        licence="ODbL-1.0", credit="(c) Invented contributors", convention="line of 1900",
    )  # fmt: skip
    info = PackInfo(
        id="twolands", title="Two Lands", version="1", licence="CC0-1.0",
        credit="names: made up", countries=("LK", "OM"), border=source,
    )  # fmt: skip
    return Gazetteer(
        packs=(info,),
        places={r[0]: make_place(*r) for r in rows},
        parties={
            id_: Party(id=id_, name=name, kind=PartyKind.STATE, country=code)
            for id_, name, code in (("lisk", "Lisk", "LK"), ("orm", "Orm", "OM"))
        },
        borders=(
            BorderLine(
                id="main", a="orm", b="lisk", section="main section", exclave="",
                accuracy_m=150.0, geometry=Geometry(type="LineString", coordinates=LINE),
            ),
        ),
        outlines={
            "LK": Outline(country="LK", geometry=box((18.0, 46.0), (18.0, 44.0), *reversed(LINE))),
            "OM": Outline(country="OM", geometry=box((22.0, 44.0), (22.0, 46.0), *LINE)),
            "ND": Outline(
                country="ND",
                geometry=box((18.0, 46.0), LINE[0], (22.0, 46.0), (22.0, 46.6), (18.0, 46.6)),
            ),
        },
    )  # fmt: skip


def side(party: str) -> Speaker:
    """Return a party that speaks."""
    return Speaker(name=party, role=SpeakerRole.STATE, party_id=party)


def make_claim(id_: str, report: str, stance: Stance, speaker: Speaker, evidence: str) -> Claim:
    """Return a claim with its evidence."""
    return Claim(
        id=id_, report_id=report, event="e", type=ClaimType.INCURSION, stance=stance,
        modality=Modality.HAPPENED, speaker=speaker, evidence=(words(report, evidence),),
    )  # fmt: skip


def make_measure(kind: MeasureKind, report: str, text: str, low: float, **fields) -> Measure:
    """Return a figure with its words."""
    known = {"high": low, "hedge": Hedge.EXACT, "value": low, "unit": "persons"}
    passage = words(report, text)
    return Measure(kind=kind, low=low, passage=passage, **(known | fields))


def shift(lon: float, lat: float, west_m: float) -> tuple[float, float]:
    """Return a point moved west."""
    return (lon - west_m / LON_M, lat)


def circle(lon: float, lat: float, radius_m: float) -> Geometry:
    """Return a ring around a point."""
    turns = [2 * math.pi * n / 48 for n in range(48)]
    ring = [
        (lon + radius_m * math.cos(t) / LON_M, lat + radius_m * math.sin(t) / LAT_M) for t in turns
    ]
    return Geometry(type="Polygon", coordinates=((*ring, ring[0]),))


def on(day: date) -> When:
    """Return one day."""
    return When(start=day, end=day, prec=DatePrecision.DAY)


def lake_incident(land: Gazetteer) -> Incident:
    """Return an incident that one side tells and the other denies and re-describes."""
    lake = land.place("tarn").position
    foot = (border_lon(lake.lat), lake.lat)
    depths = (
        make_measure(
            MeasureKind.DEPTH, "r1", "3 1/2 kilometers", 3500.0, value=3.5, unit="km",
            measured_from=MeasuredFrom.BORDER,
        ),
        make_measure(
            MeasureKind.DEPTH, "r1", "two miles", 3218.688, value=2.0, unit="mile",
            measured_from=MeasuredFrom.BORDER,
        ),
        make_measure(
            MeasureKind.TROOPS, "r1", "An estimated 250", 250.0, hedge=Hedge.ABOUT, of="orm"
        ),
    )  # fmt: skip
    behind = tuple(m.passage for m in depths[:2])
    deep = [p for p in LINE if abs(p[1] - lake.lat) < 0.05]
    line = Geometry(type="LineString", coordinates=tuple(shift(*p, 3500.0) for p in deep))
    bracket = Geometry(type="LineString", coordinates=(foot, shift(*foot, 3500.0)))
    own = tuple(shift(*p, -900.0) for p in LINE if abs(p[1] - 45.25) < 0.15)
    lisk = Account(
        key="lisk", claimant=side("lisk"), stance=Stance.ASSERTS, types=(ClaimType.INCURSION,),
        claims=("c1",), actor="orm", target="lisk",
        where=(Where(role=WhereRole.AT, passage=words("r1", "Lake Tarn"), place_id="tarn"),),
        when=replace(on(date(2021, 5, 12)), passage=words("r1", "12 May")),
        measures=depths, position=lake, where_prec=WherePrecision.SITE, geom_role=ShapeKind.SITE,
        place_id="tarn", place_label="Lake Tarn",
        shapes=(
            Shape(kind=ShapeKind.DOUBT, geometry=circle(*lake, 1500.0), reason="size",
                  uncertainty_m=1500.0),
            Shape(kind=ShapeKind.DEPTH_BRACKET, geometry=bracket, reason="depth", passages=behind,
                  low=3218.688, high=3500.0, joined=True),
            Shape(kind=ShapeKind.DEPTH_LINE, geometry=line, reason="depth", passages=behind,
                  low=3218.688, high=3500.0),
        ),
    )  # fmt: skip
    orm = Account(
        key="orm", claimant=side("orm"), stance=Stance.DENIES, types=(ClaimType.DEPLOYMENT,),
        claims=("c2",), actor="orm",
        where=(Where(role=WhereRole.AT, passage=words("r1", "Vell district"), place_id="vell"),),
        unplaced_reason="no site named", place_label="Vell district", place_id="vell",
        border_ids=("main",),
        shapes=(
            Shape(kind=ShapeKind.COUNTER_LINE, reason="own side",
                  geometry=Geometry(type="LineString", coordinates=own)),
        ),
    )  # fmt: skip
    claims = (
        make_claim("c1", "r1", Stance.ASSERTS, side("lisk"), "Lisk says"),
        replace(
            make_claim("c2", "r1", Stance.DENIES, side("orm"), "Orm denies this"),
            type=ClaimType.DEPLOYMENT,
        ),
    )
    return Incident(
        id="bcdfgh", title="12 May 2021, Lake Tarn", status=Status.DENIED, background=False,
        accounts=(lisk, orm), claims=claims, origins=("Valley Wire",), reports=("r1",),
        first_reported=date(2021, 5, 14), last_reported=date(2021, 5, 14),
    )  # fmt: skip


def losses_incident() -> Incident:
    """Return an incident both sides tell, without a place, with three areas."""
    outlet = Speaker(name="Brook", role=SpeakerRole.OUTLET)
    rows = (
        (side("lisk"), (
            make_measure(MeasureKind.KILLED, "r2", "105 of its soldiers", 105.0, of="lisk"),
            make_measure(MeasureKind.AREA, "r2", "10 square kilometers", 1e7, value=10.0,
                         unit="km2"),
        )),
        (side("orm"), (make_measure(MeasureKind.KILLED, "r2", "50", 50.0, of="orm"),)),
        (outlet, (
            make_measure(MeasureKind.AREA, "r2", "100 square kilometers", 1e8, value=100.0,
                         unit="km2", also=(words("r2", "39 square miles"),)),
        )),
    )  # fmt: skip
    accounts = tuple(
        Account(
            key=who.key, claimant=who, stance=Stance.ASSERTS, types=(ClaimType.CLASH,),
            claims=(f"d{n}",), measures=measures, unplaced_reason="no place is named",
            when=on(date(2022, 9, 13)),
        )
        for n, (who, measures) in enumerate(rows)
    )  # fmt: skip
    evidence = ("Lisk counts 105", "Orm says", "The outlet Brook")
    claims = tuple(
        replace(make_claim(f"d{n}", "r2", Stance.ASSERTS, rows[n][0], text), type=ClaimType.CLASH)
        for n, text in enumerate(evidence)
    )
    return Incident(
        id="jklmnp", title="13 September 2022, no place named", status=Status.BOTH_SIDES,
        background=False, accounts=accounts, claims=claims, origins=("Brook",), reports=("r2",),
        first_reported=date(2022, 9, 14), last_reported=date(2022, 9, 14),
    )  # fmt: skip


def border_incident() -> Incident:
    """Return an incident somewhere on the border."""
    passage = words("r2", "Two other sections of the border")
    account = Account(
        key="lisk", claimant=side("lisk"), stance=Stance.ASSERTS, types=(ClaimType.INCURSION,),
        claims=("f1",), where=(Where(role=WhereRole.AT, passage=passage, vague=Vague.BORDER,
                                     count=2),),
        where_prec=WherePrecision.BORDER, border_ids=("main",), place_label="the border",
        unplaced_reason="two sections of the border, not named", when=on(date(2021, 5, 13)),
    )  # fmt: skip
    claim = make_claim("f1", "r2", Stance.ASSERTS, side("lisk"), "Two other sections")
    return Incident(
        id="qrstvw", title="13 May 2021, sections of the border", status=Status.ONE_SIDE,
        background=False, accounts=(account,), claims=(claim,), reports=("r2",),
    )  # fmt: skip


@pytest.fixture(scope="session")
def found(land) -> Found:
    """Return what the invented reports tell."""
    incidents = (lake_incident(land), border_incident(), losses_incident())
    claims = {c.report_id: [] for i in incidents for c in i.claims}
    for incident in incidents:
        for claim in incident.claims:
            claims[claim.report_id].append(claim)
    readings = tuple(
        Reading(report=report, mentions=(), claims=tuple(claims[id_]))
        for id_, report in REPORTS.items()
    )
    return Found(incidents=incidents, readings=readings, gazetteer=land)


@pytest.fixture(scope="session")
def scene(found) -> Scene:
    """Return what drawers need of the invented run."""
    sizes = {
        "closeup_depth_px": 60,
        "closeup_width_px": 320,
        "closeup_height_px": 220,
        "closeup_names": 8,
    }
    reports = {r.report.id: r.report for r in found.readings}
    return Scene(gazetteer=found.gazetteer, words=wording.load(), reports=reports, sizes=sizes)


@pytest.fixture(scope="session")
def facets(scene, found) -> Facets:
    """Return what the invented run can be filtered by."""
    return Facets(scene, found.incidents)


@pytest.fixture
def show(chromium, tmp_path):
    """Return a function that opens a map and what the browser had to say."""
    opened = []

    def opener(map_, *, width=1280, height=800, scripts=True, anchor="", **settings):
        path = tmp_path / "map.html"
        map_.save(path)
        context = chromium.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=scripts, **settings
        )
        opened.append(context)
        tab = context.new_page()
        tab.set_default_timeout(30_000)
        said = SimpleNamespace(tab=tab, lines=[], requests=[], size=path.stat().st_size)
        said.wait = lambda script: _waited(tab, script)
        said.data = lambda name: tab.evaluate(f"document.documentElement.dataset.{name}")
        tab.on("console", lambda line: said.lines.append(line.text))
        tab.on("pageerror", lambda error: said.lines.append(str(error)))
        tab.on("request", lambda request: said.requests.append(request.url))
        tab.goto(path.as_uri() + anchor)
        if scripts:
            tab.wait_for_selector("html[data-ready]")
        return said

    yield opener
    for context in opened:
        context.close()


def _waited(tab, script):
    """Wait until a script gives something true; the page's policy forbids Playwright's own way."""
    for _ in range(100):
        if tab.evaluate(script):
            return
        tab.wait_for_timeout(50)
    raise AssertionError(f"never true: {script}")
