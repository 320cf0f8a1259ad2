"""Made-up incidents by the thousand, all different, for measuring the page."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from geoincidents import shapes
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
    MeasuredFrom,
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
from geoincidents.webmap.base import lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geoincidents.geography import Gazetteer, Place

LETTERS = "bcdfghjkmnpqrstvwxz23456789"
START = date(2019, 1, 1)
DAYS = 2_000
REPORTS = 36
TYPES = (ClaimType.SHELLING, ClaimType.CLASH, ClaimType.DRONE_STRIKE, ClaimType.INCURSION)
DEEP, WIDE = 1 / 3, 1 / 10  # shares that tell a depth and an area
NEAR_DEG = 0.15  # how near to the border a depth is told
OUTLETS = ("Valley Wire", "Brook Daily", "Hill Post", "Ford Times")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a page needs of a run."""

    incidents: tuple[Incident, ...]
    readings: tuple[Reading, ...]
    gazetteer: Gazetteer


def make(count: int, gazetteer: Gazetteer, *, words: int = 18, is_scaled: bool = False) -> Found:
    """Return so many different incidents in a pack's places, `words` to a quoted clause.

    Parameters
    ----------
    is_scaled
        Whether a third tells a depth and a tenth an area, and all have the shapes that a
        run draws: circles of doubt, brackets, depth lines, discs.
    """
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
    if is_scaled:
        near = _near(places, gazetteer)
        made = (_scaled(maker, n, near, gazetteer) for n in range(count))
    else:
        made = (maker.incident(n) for n in range(count))
    incidents = tuple(sorted(made, key=lambda i: (i.first_reported, i.id)))
    return Found(incidents=incidents, readings=maker.readings(incidents), gazetteer=gazetteer)


class _Maker:
    def __init__(
        self, chance: random.Random, places: list[Place], parties: list[str], words: int
    ) -> None:
        self.chance = chance
        self.places = places
        self._parties = parties
        self._words = words
        self._killed = 0
        self._texts: dict[str, list[str]] = {f"r{n}": [] for n in range(REPORTS)}
        self._lengths = dict.fromkeys(self._texts, 0)

    def incident(
        self, n: int, places: Sequence[Place] | None = None, told: Sequence[str] = ()
    ) -> Incident:
        """Return one incident of two accounts, or one, at one of some places."""
        place = self.chance.choice(places or self.places)
        on = START + timedelta(days=self.chance.randrange(DAYS))
        denied = self.chance.random() < 1 / 3
        report = f"r{n % REPORTS}"
        first, second = self._parties if n % 2 else self._parties[::-1]
        self._killed = self.chance.randrange(1, 40)
        claims = [self._claim(f"c{n}", report, first, place, Stance.ASSERTS, told)]
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

    def _claim(  # noqa: PLR0913, PLR0917 - what a sentence is made of; called above
        self, id_: str, report: str, party: str, place: Place, stance: Stance,
        told: Sequence[str] = (),
    ) -> Claim:  # fmt: skip
        filler = " ".join(
            self.chance.choice(
                ("near", "post", "village", "shots", "night", "road", "hill", "fire")
            )
            for _ in range(self._words)
        )
        figures = ", ".join([f"{self._killed} killed", *told])
        sentence = f"{figures} at {place.name}, {party} says, {filler} {id_}. "
        start = self._lengths[report]
        self._texts[report].append(sentence)
        self._lengths[report] += len(sentence)
        passage = Passage(
            report_id=report, span=(start, start + len(sentence) - 1), text=sentence[:-1]
        )
        return Claim(
            id=id_, report_id=report, event=id_, type=self.chance.choice(TYPES), stance=stance,
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
            round(lon + self.chance.uniform(-0.1, 0.1), 5),
            round(lat + self.chance.uniform(-0.1, 0.1), 5),
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


def _scaled(maker: _Maker, n: int, near: list[Place], gazetteer: Gazetteer) -> Incident:
    """Return an incident drawn as a run draws it, some with a depth, some with an area."""
    chance = maker.chance
    is_deep, is_wide = chance.random() < DEEP, chance.random() < WIDE
    km, km2 = chance.randrange(80, 200) / 10, chance.randrange(5, 900) / 10
    depth, area = f"{km} kilometres", f"{km2} square kilometres"
    told = [depth] * is_deep + [area] * is_wide
    made = maker.incident(n, near if is_deep else None, told=told)
    first, *others = made.accounts
    figures: dict[str, dict[str, Any]] = {
        depth: {"kind": MeasureKind.DEPTH, "low": km * 1e3, "unit": "km", "value": km},
        area: {"kind": MeasureKind.AREA, "low": km2 * 1e6, "unit": "km²", "value": km2},
    }
    measures = [
        Measure(**figures[text], high=figures[text]["low"], hedge=Hedge.EXACT,
                measured_from=MeasuredFrom.BORDER, passage=_words(made.claims[0], text))
        for text in told
    ]  # fmt: skip
    # Who is said to have come in is the party of the other country.
    side = gazetteer.places[first.place_id or ""].country
    parties = [gazetteer.parties[p] for p in (first.actor, first.target) if p]
    outer, inner = sorted(parties, key=lambda p: p.country == side)
    account = replace(
        first,
        actor=outer.id,
        target=inner.id,
        measures=(*first.measures, *measures),
        where=(replace(first.where[0], role=WhereRole.INTO),),
    )
    return shapes.draw(replace(made, accounts=(account, *others)), gazetteer)


def _near(places: Iterable[Place], gazetteer: Gazetteer) -> list[Place]:
    """Return places at which a depth can be told: not far from the border."""
    points = [p for b in gazetteer.borders for line in lines(b.geometry) for p in line]
    return [p for p in places if any(math.dist(p.position, at) < NEAR_DEG for at in points)]


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
