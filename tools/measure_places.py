"""Measure by kind which places of annotated reports are found, and how far off they lie.

    geoincidents extract GOLD -o found.jsonl
    python tools/measure_places.py found.jsonl GOLD [GOLD ...]

GOLD is a folder of NAME.txt with NAME.json beside it, in the schema of `extract`. A
mention is found when two spans share half of their union; it is right when its point
lies within the tolerance of its kind. The error is that of what was found and placed.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Row: TypeAlias = dict[str, Any]  # Any: JSON
Span: TypeAlias = tuple[int, int]

EARTH_KM = 6371.0088  # mean radius
DEFAULT_KM = 10.0
TOLERANCE_KM = {
    "province": 50.0,
    "district": 25.0,
    "region": 75.0,
    "river": 75.0,
    "road": 60.0,
    "border": 150.0,
    "mountain": 15.0,
    "other": 25.0,
}


@dataclass(slots=True)
class Tally:
    """What was counted for one kind of place."""

    mentions: int = 0
    found: int = 0
    placed: int = 0  # found, and gold has a point
    right: int = 0
    errors_km: list[float] = field(default_factory=list)

    def row(self, kind: str) -> str:
        """Return the kind's row of the table."""
        found = f"{self.found / self.mentions:.0%}" if self.mentions else "-"
        right = f"{self.right / self.placed:.0%}" if self.placed else "-"
        errors = sorted(self.errors_km)
        median = f"{errors[len(errors) // 2]:.1f}" if errors else "-"
        worst = f"{errors[math.ceil(0.95 * len(errors)) - 1]:.1f}" if errors else "-"
        return f"| {kind} | {self.mentions} | {found} | {right} | {median} | {worst} |"


def measure(gold: Iterable[Row], found: dict[str, Row]) -> dict[str, Tally]:
    """Return the tallies by kind of place, of mentions in the body of reports."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for told in gold:
        ours = [(tuple(s), p) for p in found[told["doc"]]["places"] for s in p["mentions"]]
        for place in told["places"]:
            for span in place["mentions"]:
                _count(tallies[place["kind"]], place, _beside(tuple(span), ours))
    return tallies


def _beside(span: Span, ours: list[tuple[Any, Row]]) -> Row | None:
    """Return our place at a span, None where there is none."""
    return next((place for other, place in ours if _is_same(span, other)), None)


def _is_same(one: Span, other: Span) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and 2 * shared >= max(one[1], other[1]) - min(one[0], other[0])


def _count(tally: Tally, gold: Row, ours: Row | None) -> None:
    tally.mentions += 1
    if ours is None:
        return
    tally.found += 1
    if gold["kind"] == "country":
        tally.placed += 1
        tally.right += ours["country"] == gold["country"]
    elif gold["lat"] is not None:
        tally.placed += 1
        if ours["lat"] is not None:
            gap_km = distance_km((gold["lat"], gold["lon"]), (ours["lat"], ours["lon"]))
            tally.errors_km.append(gap_km)
            tally.right += gap_km <= TOLERANCE_KM.get(gold["kind"], DEFAULT_KM)


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two lat/lon pairs in degrees."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*one, *other))
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def annotated(folders: Iterable[Path]) -> Iterator[Row]:
    """Return the annotated reports of folders, by file name."""
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            if path.with_suffix(".txt").is_file():
                yield {
                    "doc": path.with_suffix(".txt").name,
                    **json.loads(path.read_text(encoding="utf-8")),
                }


def table(tallies: dict[str, Tally]) -> str:
    """Return the tallies as a table, the commonest kind first."""
    head = "| kind | mentions | found | right | median error, km | 95 % below, km |\n"
    head += "|---|---|---|---|---|---|\n"
    kinds = sorted(tallies, key=lambda kind: (-tallies[kind].mentions, kind))
    return head + "\n".join(tallies[kind].row(kind) for kind in kinds)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("found", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    asked = parser.parse_args()
    rows = map(json.loads, asked.found.read_text(encoding="utf-8").splitlines())
    print(table(measure(annotated(asked.gold), {row["doc"]: row for row in rows})))


if __name__ == "__main__":
    main()
