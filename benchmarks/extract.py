"""Time `extract` on generated news beside `str.casefold` and spaCy's `PhraseMatcher`.

    python benchmarks/extract.py [-m MEGABYTES] [--rare SHARE] [--spacy PYTHON] [--table MEGABYTES]

The news is made up from `news.toml`: reports of about 3,000 characters with persons, quotes,
figures and dates, of which one in twenty tells of an incident in two to four sentences; rare
words in between give it about as many different words as news has, more with `--rare`. What
is timed is what the command does once the files are open: places, claims, incidents over all
reports, and the lines of JSON. `--table` also times so much news with other shares of
reports that tell of incidents, and twice the text. `--spacy` names a Python that has spaCy;
without it that line is left out. All times are processor seconds of one run.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import resource
import subprocess
import sys
import time
import tomllib
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from geoincidents import api, lexicon
from geoincidents.geography import PartyKind
from geoincidents.reports import documents, press
from geoincidents.reports.metadata import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geoincidents.geography import Gazetteer
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Report
    from geoincidents.reports.press import Press

NEWS = Path(__file__).with_name("news.toml")
REPORT_CHARACTERS = 3_000
FIRST_DAY = date(2001, 1, 1)
REPORTS_A_DAY = 20
USUAL = 20  # one report in so many tells of an incident
COLLECTING = 500_000  # new records: the command lets Python look for cycles that seldom too
SHARES = (100, 20, 5, 1)
# News goes on using words it has not used before; a text of templates alone would not, which
# helps whoever keeps what he knows of a word. About one word in ten is a rare, made-up one.
RARE = 0.25  # of the plain words of five letters and more have one before them
RAREST = 300_000  # the log of a rank is even, so that few are frequent: Zipf's law
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
SPACY = """
import json, sys, time
import spacy
from spacy.matcher import PhraseMatcher
given = json.load(sys.stdin)
nlp = spacy.blank("en")
matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
matcher.add("names", [nlp.make_doc(name) for name in given["names"]])
nlp.max_length = 10**9
started = time.process_time()
found = sum(len(matcher(nlp.make_doc(text))) for text in given["texts"])
print(json.dumps([time.process_time() - started, found]))
"""


class Times(NamedTuple):
    """Processor seconds for some texts."""

    characters: int
    casefold: float
    opening: float  # from text to report: layout, dates, credits
    reading: float  # from report to line

    @property
    def ratio(self) -> float:
        """Return how many times `casefold` the reading takes."""
        return self.reading / self.casefold


class News:
    """Makes up reports, the same on each run."""

    def __init__(self, world: Gazetteer, share: int, rare: float = RARE) -> None:
        made = tomllib.loads(NEWS.read_text(encoding="utf-8"))
        self._chance = random.Random(0)  # noqa: S311 - the same texts on each run
        self._slots = made["slots"]
        self._ordinary, self._incident = made["ordinary"], made["incident"]
        self._places = sorted(p.name for p in world.places.values())
        self._states = sorted(p.name for p in world.parties.values() if p.kind is PartyKind.STATE)
        self._share, self._rare_share = share, rare

    def texts(self, size: int) -> Iterator[str]:
        """Yield texts that are together about `size` characters long."""
        for number in range(max(1, size // REPORT_CHARACTERS)):
            yield self._text(number)

    def _text(self, number: int) -> str:
        chance = self._chance
        told = [self._spread(self._sentence(self._ordinary)) for _ in range(2)]
        length = sum(map(len, told))
        while length < REPORT_CHARACTERS:
            told.append(self._spread(self._sentence(self._ordinary)))
            length += len(told[-1]) + 1
        if number % self._share == 0:
            at = chance.randrange(len(told) // 2)
            told[at:at] = [self._sentence(self._incident) for _ in range(chance.randint(2, 4))]
        return f"{self._title()}\n\n{self._paragraphs(told)}\n"

    def _paragraphs(self, told: list[str]) -> str:
        return "".join(
            sentence + ("\n\n" if self._chance.random() < 0.4 else " ")  # noqa: PLR2004 - of sentences
            for sentence in told
        ).rstrip()

    def _title(self) -> str:
        return self._filled("{country} and {company}: what {surname} said in {city}")

    def _sentence(self, templates: list[str]) -> str:
        return self._filled(self._chance.choice(templates))

    def _spread(self, sentence: str) -> str:
        """Return a sentence with rare words before some of its own."""
        return " ".join(
            f"{self._rare()} {w}" if self._takes_rare(w) else w for w in sentence.split(" ")
        )

    def _takes_rare(self, word: str) -> bool:
        is_plain = len(word) >= 5 and word.isalpha() and word.islower()  # noqa: PLR2004 - letters
        return is_plain and self._chance.random() < self._rare_share

    def _rare(self) -> str:
        rank, count = int(RAREST ** self._chance.random()), len(SYLLABLES)
        return "".join(SYLLABLES[rank // count**n % count] for n in range(3))

    def _filled(self, template: str) -> str:
        pick, slots = self._chance.choice, self._slots
        a, b = self._chance.sample(self._states, 2)
        place, other = self._chance.sample(self._places, 2)
        values = {name: pick(choices) for name, choices in slots.items()}
        values |= {"person": f"{pick(slots['given'])} {pick(slots['surname'])}"}
        values |= {f"{name}2": pick(slots[name]) for name in ("country", "city", "club")}
        values |= {"n": self._chance.randint(11, 89), "m": self._chance.randint(2, 9)}
        values |= {"d": self._chance.randint(1, 9), "year": self._chance.randint(1961, 2030)}
        return template.format(a=a, b=b, place=place, other=other, **values)


def main() -> None:
    """Print the times and their ratios."""
    options = _options()
    gc.set_threshold(COLLECTING)
    world, words = api.open_packs([]), lexicon.load()
    size = round(1_000_000 * options.megabytes)
    _timed(list(News(world, 1).texts(30_000)), world, words)  # compiles what is compiled once
    texts = list(News(world, USUAL, options.rare).texts(size))
    _tell("1 in 20", _timed(texts, world, words))
    if options.spacy:
        _tell_spacy(options.spacy, texts, world)
    else:
        print("spaCy: left out, no --spacy PYTHON given")
    if options.table:
        size = round(1_000_000 * options.table)
        for share in SHARES:
            _tell(f"1 in {share}", _timed(list(News(world, share).texts(size)), world, words))
        _tell("twice", _timed(list(News(world, USUAL).texts(2 * size)), world, words))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"most memory: {peak / 1024:.0f} MB")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("-m", "--megabytes", type=float, default=20.0)
    parser.add_argument("--rare", type=float, default=RARE, metavar="SHARE")
    parser.add_argument("--spacy", default="", metavar="PYTHON")
    parser.add_argument("--table", type=float, default=0.0, metavar="MEGABYTES")
    return parser.parse_args()


def _timed(texts: list[str], world: Gazetteer, words: Lexicon) -> Times:
    known = press.of(words)
    at = [time.process_time()]
    "\n".join(texts).casefold()
    at.append(time.process_time())
    reports = [_opened(number, text, known) for number, text in enumerate(texts)]
    at.append(time.process_time())
    _extract(reports, world, words)
    at.append(time.process_time())
    return Times(sum(map(len, texts)), *(b - a for a, b in pairwise(at)))


def _opened(number: int, text: str, known: Press) -> Report:
    day = FIRST_DAY + timedelta(days=number // REPORTS_A_DAY)
    given = Metadata(publisher="The Example", published=day)
    return documents.make(text, f"{number:06}.txt", given, known)[0]


def _extract(reports: list[Report], world: Gazetteer, words: Lexicon) -> int:
    """Do what `extract` does with open reports; return the length of its lines."""
    lines, found = api.extract(reports, world, words)
    return sum(map(len, lines.written(found)))


def _tell(name: str, times: Times) -> None:
    speed = times.characters / times.reading / 1e6
    print(
        f"{name:8} {times.characters:12,} casefold {times.casefold:6.3f} s"
        f"  opening {times.opening:7.2f} s  extract {times.reading:7.2f} s"
        f"  {speed:6.2f} MB/s  {times.ratio:6.1f} x casefold"
    )


def _tell_spacy(python: str, texts: list[str], world: Gazetteer) -> None:
    given = json.dumps({"names": _names(world), "texts": texts})
    done = subprocess.run(  # noqa: S603 - the program that the user named
        [python, "-c", SPACY], input=given, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(f"spaCy: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return
    seconds, found = json.loads(done.stdout)
    size = sum(map(len, texts))
    print(
        f"spaCy blank + PhraseMatcher: {seconds:.2f} s, {size / seconds / 1e6:.2f} MB/s, "
        f"{found:,} names found"
    )


def _names(world: Gazetteer) -> list[str]:
    names = {n for p in world.places.values() for n in (p.name, *(t.text for t in p.names))}
    return sorted(names | {n for p in world.parties.values() for n in (p.name, *p.names)})


if __name__ == "__main__":
    main()
