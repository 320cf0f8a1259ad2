"""Time the reading of generated reports of one length and of twice that length.

    python benchmarks/throughput.py [KILOBYTES]

The sentences are made up from the places and parties of the packs. `str.casefold` of the
same texts stands beside the times: what a pass over them costs at the least.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

from geoincidents import api, incidents, lexicon, pipeline
from geoincidents.geography import PartyKind
from geoincidents.reports import documents, press

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geoincidents.geography import Gazetteer
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Report

SENTENCES = (
    "{a}'s Defense Ministry said on {day} that troops of {b} had crossed the border near {place}.",
    "They moved up to {n} kilometers into {a} and took a height above {other}, it said.",
    "{b} denied the claim and said that its soldiers had not left their posts.",
    "Some {n} people met in {place} to speak about the harvest and the price of bread.",
    "Shelling was reported at {other} on May {n}; {n} soldiers were wounded, officials said.",
    "The road from {place} to {other} was open again, residents told reporters.",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
REPORT_CHARACTERS = 3_000
FIRST_DAY = date(2001, 1, 1)
DAYS_APART = 3  # twice the reports are twice the time, not twice the reports of a day


def main() -> None:
    """Print the times of n and of 2n characters, and their ratios."""
    size = 1000 * int(sys.argv[1]) if len(sys.argv) > 1 else 500_000
    world, words = api.open_packs([]), lexicon.load()
    list(pipeline.read(_reports(REPORT_CHARACTERS, world, words), world, words))  # compiles
    rows = [_times(_reports(n, world, words), world, words) for n in (size, 2 * size)]
    print("           casefold, s   read, s  merge, s  characters a second")
    for n, (fold, read, merge) in zip((size, 2 * size), rows, strict=True):
        print(f"{n:10,} {fold:12.4f} {read:9.2f} {merge:9.2f} {n / (read + merge):20,.0f}")
    print("twice/once" + "".join(f"{b / a:10.2f}" for a, b in zip(*rows, strict=True)))


def _times(reports: list[Report], world: Gazetteer, words: Lexicon) -> tuple[float, float, float]:
    started = time.process_time()
    for report in reports:
        report.text.casefold()
    folded = time.process_time()
    readings = list(pipeline.read(reports, world, words))
    read = time.process_time()
    incidents.merge(readings, world)
    return folded - started, read - folded, time.process_time() - read


def _reports(size: int, world: Gazetteer, words: Lexicon) -> list[Report]:
    texts = _texts(size, world)
    known = press.of(words)
    return [documents.make(t, f"{n}.txt", None, known)[0] for n, t in enumerate(texts)]


def _texts(size: int, world: Gazetteer) -> Iterator[str]:
    """Yield texts of about equal length that are together about `size` characters long."""
    chance = random.Random(0)  # noqa: S311 - the same texts on each run
    places = sorted(p.name for p in world.places.values())
    states = sorted(p.name for p in world.parties.values() if p.kind is PartyKind.STATE)
    for number in range(max(1, size // REPORT_CHARACTERS)):
        day = FIRST_DAY + timedelta(days=DAYS_APART * number)
        lines, length = [f"published: {day}\n\n"], 0
        while length < REPORT_CHARACTERS:
            a, b = chance.sample(states, 2)
            place, other = chance.sample(places, 2)
            n, weekday = chance.randint(2, 28), chance.choice(WEEKDAYS)
            made = chance.choice(SENTENCES).format(
                a=a, b=b, place=place, other=other, n=n, day=weekday
            )
            lines.append(made + "\n\n" * (chance.random() < 0.3))  # noqa: PLR2004 - of paragraphs
            length += len(lines[-1]) + 1
        yield " ".join(lines)


if __name__ == "__main__":
    main()
