"""Print which names of places are found in passages of our own about other regions.

    python tools/sights.py [--world] [--misses]

The passages are `tests/places/sights.toml`, their names marked. A mention is found when it
shares at least half of the joint span, as in the annotation's scorer; of those found, "right"
is the share that has its country, where a place is told at all. Without `--world` only the
packs that ship are read.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
PASSAGES = ROOT / "tests" / "places" / "sights.toml"
PUBLISHED = "2025-03-20"
_MARKED = re.compile(r"\[\[([^|\]]+)\|([A-Z]{2}|-)\]\]")
_LEAST = 0.5  # of the joint span

Row: TypeAlias = dict[str, Any]  # Any: JSON values, as `extract` prints them
Span: TypeAlias = tuple[int, int]


class Name(NamedTuple):
    """A marked or a found name; `country` is "" where none is told, "-" where none is one."""

    span: Span
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text with its marks taken off, and the names that they marked.

    `is_later`: written after the rules had been mended for the others.
    """

    id: str
    text: str
    is_later: bool
    names: tuple[Name, ...]

    @classmethod
    def of(cls, item: Mapping[str, Any]) -> Passage:
        """Return a passage from a table with its marked text."""
        names: list[Name] = []
        parts: list[str] = []
        end = length = 0
        for mark in _MARKED.finditer(item["text"]):
            parts += (item["text"][end : mark.start()], mark[1])
            start = length + mark.start() - end
            length, end = start + len(mark[1]), mark.end()
            names.append(Name((start, length), mark[2]))
        return cls(
            id=item["id"],
            text="".join([*parts, item["text"][end:]]),
            is_later="later" in item,
            names=tuple(names),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How many names were marked, found, invented, told a place, and told the right one."""

    marked: int
    found: int
    invented: int
    told: int
    right: int

    @property
    def f1(self) -> float:
        """Return the F1 of finding names."""
        return 2 * self.found / (self.marked + self.found + self.invented)

    @property
    def precision(self) -> float:
        """Return the share of names found that are marked."""
        return self.found / (self.found + self.invented)


def passages() -> list[Passage]:
    """Return all passages."""
    table = tomllib.loads(PASSAGES.read_text(encoding="utf-8"))
    return [Passage.of(item) for item in table["item"]]


def read(known: Sequence[Passage], *options: str) -> list[list[Name]]:
    """Return the names that `extract` finds in each passage."""
    with tempfile.TemporaryDirectory() as folder:
        rows = ["file,publisher,title,published,url,language"]
        for one in known:
            (Path(folder) / f"{one.id}.txt").write_text(one.text, encoding="utf-8", newline="")
            rows.append(f"{one.id}.txt,Example Monitor,,{PUBLISHED},,en")
        (Path(folder) / "sources.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        out = Path(folder) / "out.jsonl"
        command = [sys.executable, "-m", "geoincidents", "extract", folder, "-o", str(out)]
        subprocess.run([*command, *options], check=True, capture_output=True)  # noqa: S603 - our own command
        lines = out.read_text(encoding="utf-8").splitlines()
        found = {row["doc"]: [*_names(row)] for row in map(json.loads, lines)}
    return [found[f"{one.id}.txt"] for one in known]


def _names(row: Row) -> Iterator[Name]:
    for place in row["places"]:
        # A place of no single country, such as a sea, is told by its id.
        country = place["country"] or ("-" if place["place_id"] else "")
        for start, end in place["mentions"]:
            yield Name((start, end), country)


def compare(known: Sequence[Passage], found: Sequence[Sequence[Name]]) -> Figures:
    """Return the figures of what was found."""
    pairs = [_pairs(one, names) for one, names in zip(known, found, strict=True)]
    both = [(a, b) for one in pairs for a, b in one if a and b]
    told = [(a, b) for a, b in both if b.country and a.country != "-"]
    return Figures(
        marked=sum(len(one.names) for one in known),
        found=len(both),
        invented=sum(a is None for one in pairs for a, _ in one),
        told=len(told),
        right=sum(a.country == b.country for a, b in told),
    )


def _pairs(one: Passage, found: Sequence[Name]) -> list[tuple[Name | None, Name | None]]:
    """Return marked names with the found ones they share most with, and the rest alone."""
    rest = list(found)
    pairs: list[tuple[Name | None, Name | None]] = []
    for name in one.names:
        best = max(rest, key=lambda other: _shared(name.span, other.span), default=None)
        if best and _shared(name.span, best.span) >= _LEAST:
            rest.remove(best)
            pairs.append((name, best))
        else:
            pairs.append((name, None))
    return [*pairs, *((None, other) for other in rest)]


def _shared(a: Span, b: Span) -> float:
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common / (max(a[1], b[1]) - min(a[0], b[0])) if common > 0 else 0.0


def misses(known: Sequence[Passage], found: Sequence[Sequence[Name]]) -> Iterator[str]:
    """Yield a line for each name that was missed, invented or told in the wrong country."""
    for one, names in zip(known, found, strict=True):
        for wanted, got in _pairs(one, names):
            if got is None and wanted:
                yield f"{one.id}: missed {_around(one, wanted)}"
            elif wanted is None and got:
                yield f"{one.id}: invented {_around(one, got)}"
            elif wanted and got and got.country and "-" != wanted.country != got.country:
                yield f"{one.id}: {got.country} for {wanted.country} {_around(one, wanted)}"


def _around(one: Passage, name: Name) -> str:
    start, end = name.span
    before, behind = one.text[max(0, start - 25) : start], one.text[end : end + 25]
    return f"{before}[{one.text[start:end]}]{behind}".replace("\n", " ")


def main() -> None:
    """Print the figures, and the misses where they are asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--world", action="store_true", help="with the world's settlements")
    parser.add_argument("--misses", action="store_true", help="print what is wrong")
    chosen = parser.parse_args()
    known = passages()
    found = read(known, *(["--world"] if chosen.world else []))
    if chosen.misses:
        print("\n".join(misses(known, found)))
    for is_later in (False, True):
        some = [(k, f) for k, f in zip(known, found, strict=True) if k.is_later is is_later]
        scores = compare([k for k, _ in some], [f for _, f in some])
        print(f"{'later' if is_later else 'first'} passages: {scores}")
        print(f"f1 {scores.f1:.3f}, precision {scores.precision:.3f}")


if __name__ == "__main__":
    main()
