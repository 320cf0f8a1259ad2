"""An invented frontier, and short ways to say who claims what about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

import pytest

from geoincidents import incidents, model
from geoincidents.geography import Gazetteer, Party, PartyKind, Place, PlaceKind
from geoincidents.model import Claim, ClaimType, Incident, Stance, Vague, Where, WhereRole

Said = dict[str, Any]
Days = tuple[int | date | None, int | date | None]


def _place(place_id: str, kind: PlaceKind, country: str, *admin: str, **more: Any) -> Place:
    return Place(
        id=place_id,
        name=more.pop("name", place_id.title()),
        kind=kind,
        country=country,
        admin=admin,
        position=model.Position(10.0, 50.0),
        size_m=1000,
        source="invented",
        licence="CC0",
        checked="2026-01-01",
        **more,
    )


_PLACES = (
    _place("norland", PlaceKind.COUNTRY, "XN"),
    _place("sudmark", PlaceKind.COUNTRY, "XS"),
    _place("frontier", PlaceKind.BORDER, "XN", name="Norland-Sudmark border"),
    _place("dell-ford road", PlaceKind.ROAD, "XN", name="Dell-Ford road"),
    _place("lisk", PlaceKind.PROVINCE, "XN"),
    _place("upper lisk", PlaceKind.DISTRICT, "XN", "lisk", name="Upper Lisk"),
    _place("mirror", PlaceKind.LAKE, "XN", "upper lisk", "lisk", straddles=("XN", "XS")),
    _place("dell", PlaceKind.VILLAGE, "XN", "upper lisk", "lisk"),
    _place("ford", PlaceKind.VILLAGE, "XN", "upper lisk", "lisk"),
    _place("combe", PlaceKind.DISTRICT, "XN", "varn"),
    _place("varn", PlaceKind.PROVINCE, "XN"),
    _place("tarn", PlaceKind.DISTRICT, "XS"),
    _place("ridge", PlaceKind.DISTRICT, "XS"),
)
_PARTIES = (
    Party(id="NOR", name="Norland", kind=PartyKind.STATE, country="XN"),
    Party(id="SUD", name="Sudmark", kind=PartyKind.STATE, country="XS"),
    Party(id="MIL", name="Hill Army", kind=PartyKind.ARMED_GROUP, country="XS"),
    Party(id="OVR", name="Overseas", kind=PartyKind.OBSERVER, country="XO"),
)
GAZETTEER = Gazetteer(
    packs=(),
    places={p.id: p for p in _PLACES},
    parties={p.id: p for p in _PARTIES},
)


@dataclass
class Desk:
    """Makes reports whose claims are said in one call each; every text is invented."""

    gazetteer: Gazetteer = GAZETTEER
    reports: dict[str, model.Report] = field(default_factory=dict)
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    numbers: Any = field(default_factory=count)

    def report(self, report_id: str, day: int | date | None = 14, **more: Any) -> str:
        """Add a report of a day of May 2021 and return its id."""
        published = date(2021, 5, day) if isinstance(day, int) else day
        self.reports[report_id] = model.Report(
            id=report_id,
            doc=f"{report_id}.txt",
            text="",
            text_sha256="",
            blocks=(),
            publisher=more.pop("publisher", report_id.upper()),
            published=published,
            origins=(
                *(model.Origin(name=n) for n in more.pop("wires", ())),
                *(model.Origin(name=n, helped=True) for n in more.pop("helpers", ())),
            ),
            **more,
        )
        self.claims[report_id] = []
        return report_id

    def claim(self, report_id: str, **said: Any) -> Claim:
        """Add a claim to a report; by default Norland says Sudmark crossed its border."""
        number = next(self.numbers)
        words = said.pop("words", f"invented words number {number}")
        measures = tuple(
            self.measure(report_id, number, *m) if isinstance(m, tuple) else m
            for m in said.pop("measures", ())
        )
        where = tuple(
            w if isinstance(w, Where) else self.at(w) for w in said.pop("where", ("mirror",))
        )
        claim = Claim(
            id=said.pop("id", f"{report_id}-{len(self.claims[report_id])}"),
            report_id=report_id,
            event=said.pop("event", f"{report_id}-event"),
            type=said.pop("type", ClaimType.INCURSION),
            stance=said.pop("stance", Stance.ASSERTS),
            speaker=said.pop("speaker", self.state("NOR")),
            actor=said.pop("actor", "SUD"),
            target=said.pop("target", "NOR"),
            where=where,
            when=said.pop("when", self.on(12)),
            measures=measures,
            evidence=(self.passage(report_id, number, words),),
            published=self.reports[report_id].published,
            **said,
        )
        self.claims[report_id].append(claim)
        return claim

    def passage(self, report_id: str, number: int, words: str) -> model.Passage:
        """Return a passage in a place of the text of its own."""
        start = len(self.claims.get(report_id, ())) * 1000 + number
        return model.Passage(report_id=report_id, span=(start, start + len(words)), text=words)

    @staticmethod
    def state(party_id: str, name: str = "") -> model.Speaker:
        """Return a state as a speaker."""
        return model.Speaker(name=name or party_id, role=model.SpeakerRole.STATE, party_id=party_id)

    @staticmethod
    def on(
        day: int,
        until: int | None = None,
        *,
        prec: model.DatePrecision = model.DatePrecision.DAY,
        month: int = 5,
        **more: Any,
    ) -> model.When:
        """Return a time in 2021."""
        start = date(2021, month, day)
        return model.When(
            start=start,
            end=date(2021, month, until or day),
            prec=prec,
            basis=more.pop("basis", model.DateBasis.EXPLICIT),
            **more,
        )

    def at(self, place_id: str, role: WhereRole = WhereRole.AT) -> Where:
        """Return a named place of an event."""
        return Where(role=role, place_id=place_id, passage=PASSAGE)

    def unknown(self, name: str) -> Where:
        """Return a named place that is in no gazetteer."""
        return Where(role=WhereRole.AT, passage=self.passage("any", 0, name))

    def measure(
        self, report_id: str, number: int, kind: str, low: float, unit: str = "", **more: Any
    ) -> model.Measure:
        """Return a figure."""
        return model.Measure(
            kind=model.MeasureKind(kind),
            low=low,
            high=more.pop("high", low),
            value=low,
            unit=unit,
            hedge=model.Hedge.EXACT,
            passage=self.passage(report_id, number, f"{low:g} {unit}"),
            **more,
        )

    @staticmethod
    def undated() -> model.When:
        """Return a time that is only known to be before publication."""
        return model.UNDATED

    def border(self, count: int | None = None, kind: Vague = Vague.BORDER) -> Where:
        """Return a stretch of border, or another place that is described but not named."""
        passage = self.passage("any", 0, "there")
        return Where(role=WhereRole.AT, vague=kind, count=count, passage=passage)

    def told(self, first: Said, second: Said, days: Days = (14, 15)) -> tuple[Incident, ...]:
        """Tell two events in reports of two days of May 2021 and return the incidents."""
        for name, day, said in zip("ab", days, (first, second), strict=True):
            self.claim(self.report(name, day), **said)
        return self.merged()

    def merged(self) -> tuple[Incident, ...]:
        """Return the incidents of all reports."""
        return incidents.merge(self.readings(), self.gazetteer)

    def readings(self) -> list[model.Reading]:
        """Return the readings of all reports, in the order in which they were made."""
        return [
            model.Reading(report=report, mentions=(), claims=tuple(self.claims[key]))
            for key, report in self.reports.items()
        ]


PASSAGE = model.Passage(report_id="any", span=(0, 0), text="")


@pytest.fixture
def desk():
    """Return an empty desk on the invented frontier."""
    return Desk()


@pytest.fixture(scope="session")
def desks():
    """Return how to make a desk, for properties that need a new one each time."""
    return Desk
