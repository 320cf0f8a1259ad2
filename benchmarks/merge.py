"""How long merging takes, and how it grows: the claims of many reports, and pairs beside it.

    python benchmarks/merge.py [CLAIMS ...]

Each report tells of one to three events of its days at invented places of the packs, by
one side, answered by the other; a quarter of them undated, one in seven without a place.
The plain way compares each event with each.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geoincidents import gazetteer, incidents, resources
from geoincidents.incidents import matching, tellings
from geoincidents.incidents.clusters import UNTOLD
from geoincidents.model import (
    UNDATED,
    Claim,
    ClaimType,
    DateBasis,
    DatePrecision,
    Hedge,
    Measure,
    MeasureKind,
    Passage,
    Reading,
    Report,
    Speaker,
    SpeakerRole,
    Stance,
    When,
    Where,
    WhereRole,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.geography import Gazetteer

DAYS = 3650
NAIVE = 400  # events that the plain way compares
WORDS = [f"w{i}" for i in range(3000)]
TYPES = (ClaimType.SHELLING, ClaimType.CLASH, ClaimType.INCURSION, ClaimType.SEIZURE)
FIGURES = (
    (MeasureKind.KILLED, 2.0),
    (MeasureKind.KILLED, 12.0),
    (MeasureKind.KILLED, 105.0),
    (MeasureKind.DEPTH, 3500.0),
)


class Desk:
    """Writes invented reports about the places and states of a gazetteer."""

    def __init__(self, world: Gazetteer, seed: int = 1) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - invented reports, no secrets
        self.sites = sorted(p.id for p in world.places.values() if p.admin)
        self.sides = sorted({(b.a, b.b) for b in world.borders})
        self.told = 0

    def readings(self, claims: int) -> list[Reading]:
        """Return reports that make so many claims together."""
        found: list[Reading] = []
        while self.told < claims:
            found.append(self._reading(f"r{len(found):06d}"))
        return found

    def _reading(self, report_id: str) -> Reading:
        published = date(2015, 1, 1) + timedelta(days=self.chance.randrange(DAYS))
        report = Report(
            id=report_id,
            doc=f"{report_id}.txt",
            text="",
            text_sha256="",
            blocks=(),
            publisher=f"Paper {self.chance.randrange(60)}",
            published=published,
        )
        claims = [
            c for n in range(self.chance.choice([1, 1, 2, 3])) for c in self._event(report, n)
        ]
        return Reading(report=report, mentions=(), claims=tuple(claims))

    def _event(self, report: Report, number: int) -> Iterator[Claim]:
        chance = self.chance
        actor, target = chance.sample(chance.choice(self.sides), 2)
        kind = chance.choice(TYPES)
        day = (report.published or date.min) - timedelta(days=chance.randrange(3))
        site = chance.choice(self.sites) if chance.random() < 0.85 else None  # noqa: PLR2004
        is_dated = chance.random() < 0.75  # noqa: PLR2004 - shares, said above
        for speaker, stance in ((target, Stance.ASSERTS), (actor, Stance.DENIES)):
            words = self._words(report.id)
            told = stance is Stance.ASSERTS and chance.random() < 0.3  # noqa: PLR2004
            yield Claim(
                id=f"c{self.told:07d}",
                report_id=report.id,
                event=f"{report.id}-{number}",
                type=kind,
                stance=stance,
                speaker=Speaker(name=speaker, role=SpeakerRole.STATE, party_id=speaker),
                actor=actor,
                target=target,
                where=(Where(role=WhereRole.AT, passage=words, place_id=site),) if site else (),
                when=_on(day, words) if is_dated else UNDATED,
                measures=(_figure(*chance.choice(FIGURES), words),) if told else (),
                evidence=(words,),
                answers=() if stance is Stance.ASSERTS else (f"c{self.told - 1:07d}",),
                published=report.published,
            )
            self.told += 1

    def _words(self, report_id: str) -> Passage:
        text = " ".join(self.chance.choice(WORDS) for _ in range(18))
        start = self.told * 200
        return Passage(report_id=report_id, span=(start, start + len(text)), text=text)


def _on(day: date, words: Passage) -> When:
    return When(start=day, end=day, prec=DatePrecision.DAY, basis=DateBasis.EXPLICIT, passage=words)


def _figure(kind: MeasureKind, value: float, words: Passage) -> Measure:
    return Measure(
        kind=kind, low=value, high=value, value=value, unit="", hedge=Hedge.EXACT, passage=words
    )


def main(words: Sequence[str]) -> None:
    """Print what merging of each number of claims costs, and how much more than the last."""
    gc.set_threshold(500_000)  # as the command does
    world = gazetteer.load(resources.pack_folders())
    last = 0.0
    for count in [int(w) for w in words] or [12_500, 25_000, 50_000, 100_000]:
        readings = Desk(world).readings(count)
        start = time.process_time()
        found = incidents.merge(readings, world)
        spent = time.process_time() - start
        times = f", {spent / last:.2f} times the last" if last else ""
        print(f"{count:7d} claims, {len(found):6d} incidents: {spent:.2f} s CPU{times}")
        last = spent
    told = tellings.tell(Desk(world).readings(4 * NAIVE), world)[:NAIVE]
    start = time.process_time()
    for one in told:
        for other in told:
            matching.match(one.setting, other.setting, UNTOLD, world)
    spent = time.process_time() - start
    print(f"each with each: {NAIVE} events in {spent:.2f} s CPU, 4 times as much for twice as many")


if __name__ == "__main__":
    main(sys.argv[1:])
