"""Made-up incidents by the thousand, all different, for measuring the page."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geoincidents.model import (
    Account,
    Block,
    BlockKind,
    Claim,
    ClaimType,
    DatePrecision,
    Hedge,
    Incident,
    Measure,
    MeasureKind,
    Modality,
    Passage,
    Position,
    Reading,
    Report,
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

if TYPE_CHECKING:
    from geoincidents.geography import Gazetteer, Place

LETTERS = "bcdfghjkmnpqrstvwxz23456789"
START = date(2019, 1, 1)
DAYS = 2_000
REPORTS = 36
TYPES = (ClaimType.SHELLING, ClaimType.CLASH, ClaimType.DRONE_STRIKE, ClaimType.INCURSION)
OUTLETS = ("Valley Wire", "Brook Daily", "Hill Post", "Ford Times")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a page needs of a run."""

    incidents: tuple[Incident, ...]
    readings: tuple[Reading, ...]
    gazetteer: Gazetteer


def make(count: int, gazetteer: Gazetteer, *, words: int = 18) -> Found:
    """Return so many different incidents in a pack's places, `words` to a quoted clause."""
    chance = random.Random(count)  # noqa: S311 - nothing secret: the same every time
    home = gazetteer.packs[0].countries
    places = [
        p
        for p in sorted(gazetteer.places.values(), key=lambda p: p.id)
        if p.country in home and p.kind.value in {"town", "village"}
    ]
    parties = [p.id for p in sorted(gazetteer.parties.values(), key=lambda p: p.id)
               if p.country in home][:2]  # fmt: skip
    maker = _Maker(chance, places, parties, words)
    made = (maker.incident(n) for n in range(count))
    incidents = tuple(sorted(made, key=lambda i: (i.first_reported, i.id)))
    return Found(incidents=incidents, readings=maker.readings(incidents), gazetteer=gazetteer)


class _Maker:
    def __init__(
        self, chance: random.Random, places: list[Place], parties: list[str], words: int
    ) -> None:
        self._chance = chance
        self._places = places
        self._parties = parties
        self._words = words
        self._killed = 0
        self._texts: dict[str, list[str]] = {f"r{n}": [] for n in range(REPORTS)}
        self._lengths = dict.fromkeys(self._texts, 0)

    def incident(self, n: int) -> Incident:
        """Return one incident of two accounts, or one."""
        place = self._chance.choice(self._places)
        on = START + timedelta(days=self._chance.randrange(DAYS))
        denied = self._chance.random() < 1 / 3
        report = f"r{n % REPORTS}"
        first, second = self._parties if n % 2 else self._parties[::-1]
        self._killed = self._chance.randrange(1, 40)
        claims = [self._claim(f"c{n}", report, first, place, Stance.ASSERTS)]
        accounts = [self._account(claims[0], first, second, place, on)]
        if denied:
            claims.append(self._claim(f"d{n}", report, second, place, Stance.DENIES))
            accounts.append(
                Account(
                    key=second,
                    claimant=_side(second),
                    stance=Stance.DENIES,
                    types=(claims[0].type,),
                    claims=(claims[1].id,),
                    unplaced_reason="no place is named",
                )
            )
        return Incident(
            id=_id(n), title=f"{on.day} {on:%B %Y}, {place.name}",
            status=Status.DENIED if denied else Status.ONE_SIDE, background=False,
            accounts=tuple(accounts), claims=tuple(claims), origins=(OUTLETS[n % 4],),
            reports=(report,), first_reported=on, last_reported=on,
        )  # fmt: skip

    def _claim(self, id_: str, report: str, party: str, place: Place, stance: Stance) -> Claim:
        filler = " ".join(
            self._chance.choice(
                ("near", "post", "village", "shots", "night", "road", "hill", "fire")
            )
            for _ in range(self._words)
        )
        sentence = f"{self._killed} killed at {place.name}, {party} says, {filler} {id_}. "
        start = self._lengths[report]
        self._texts[report].append(sentence)
        self._lengths[report] += len(sentence)
        passage = Passage(
            report_id=report, span=(start, start + len(sentence) - 1), text=sentence[:-1]
        )
        return Claim(
            id=id_, report_id=report, event=id_, type=self._chance.choice(TYPES), stance=stance,
            modality=Modality.HAPPENED, speaker=_side(party), evidence=(passage,),
        )  # fmt: skip

    def _account(self, claim: Claim, by: str, against: str, place: Place, on: date) -> Account:
        killed = float(self._killed)
        measure = Measure(
            kind=MeasureKind.KILLED, low=killed, high=killed, hedge=Hedge.EXACT, value=killed,
            unit="persons", passage=_words(claim, f"{self._killed} killed"), of=by,
        )  # fmt: skip
        lon, lat = place.position
        position = Position(
            round(lon + self._chance.uniform(-0.1, 0.1), 5),
            round(lat + self._chance.uniform(-0.1, 0.1), 5),
        )
        where = Where(role=WhereRole.AT, passage=_words(claim, place.name), place_id=place.id)
        return Account(
            key=by, claimant=_side(by), stance=Stance.ASSERTS, types=(claim.type,),
            claims=(claim.id,), actor=against, target=by, where=(where,),
            when=When(start=on, end=on, prec=DatePrecision.DAY), measures=(measure,),
            position=position, where_prec=WherePrecision.SITE, geom_role=ShapeKind.SITE,
            place_id=place.id, place_label=place.name,
        )  # fmt: skip

    def readings(self, incidents: tuple[Incident, ...]) -> tuple[Reading, ...]:
        """Return the reports that the claims were made up with."""
        claims: dict[str, list[Claim]] = {id_: [] for id_ in self._texts}
        for incident in incidents:
            for claim in incident.claims:
                claims[claim.report_id].append(claim)
        return tuple(
            Reading(report=_report(id_, "".join(parts)), mentions=(), claims=tuple(claims[id_]))
            for id_, parts in self._texts.items()
        )


def _words(claim: Claim, text: str) -> Passage:
    """Return the passage of some words of a claim's sentence."""
    (evidence,) = claim.evidence
    start = evidence.span[0] + evidence.text.index(text)
    return Passage(report_id=claim.report_id, span=(start, start + len(text)), text=text)


def _id(n: int) -> str:
    """Return six letters and digits, another for each number."""
    n = (n * 104_729 + 7) % len(LETTERS) ** 6  # a prime, so that neighbours look different
    digits = []
    for _ in range(6):
        n, digit = divmod(n, len(LETTERS))
        digits.append(LETTERS[digit])
    return "".join(digits)


def _side(party: str) -> Speaker:
    return Speaker(name=party, role=SpeakerRole.STATE, party_id=party)


def _report(id_: str, text: str) -> Report:
    return Report(
        id=id_, doc=f"{id_}.txt", text=text, text_sha256=id_,
        blocks=(Block(kind=BlockKind.BODY, span=(0, len(text))),),
        publisher=OUTLETS[int(id_[1:]) % 4], published=START,
    )  # fmt: skip
