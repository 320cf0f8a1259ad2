"""Print which of our own sentences are read otherwise when what stands around them changes.

    python tools/reading_laws.py [--misses]

A dateline, page furniture, a neutral paragraph, line breaks or another event before it do
not change what a sentence tells. What was read right must stay right.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent))

import reading_report as report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from geoincidents.geography import Gazetteer

_NEUTRAL = "Shops in the old town stayed open until late, and the league begins again next week."
_CALL = "The United Nations called for calm and said its envoy would travel there next week."
_OTHER = "In Peru, a mine killed seven soldiers near Macara on January 3."
_LINE_WIDTH = 60

VARIANTS: dict[str, Callable[[str], str]] = {
    "dateline": lambda text: f"OSLO, Norway (Border Wire) - {text}",
    "furniture": lambda text: f"Share this article\n\n{text}\n\nRead more: Ten summer walks",
    "neutral after": lambda text: f"{text}\n\n{_NEUTRAL}",
    "neutral before": lambda text: f"{_NEUTRAL}\n\n{text}",
    "diplomacy after": lambda text: f"{text}\n\n{_CALL}",
    "other event before": lambda text: f"{_OTHER}\n\n{text}",
    "wrapped": lambda text: textwrap.fill(text, _LINE_WIDTH),
    "curly": lambda text: text.replace("'", "’"),
}
_OF_THE_OTHER = {"invented", "quiet"}  # the other event is read as well, and rightly so


def changed() -> Iterator[tuple[str, report.Check]]:
    """Return each check that is right of a sentence alone and wrong of a variant of it."""
    known = _untitled()
    places = report.packs()
    alone = _checks(known, places)
    for name, vary in VARIANTS.items():
        varied = _checks([{**item, "text": vary(item["text"])} for item in known], places)
        for before, after in zip(alone, varied, strict=True):
            is_other = name == "other event before" and after.field in _OF_THE_OTHER
            if before.is_right and not after.is_right and not is_other:
                yield name, after


def _untitled() -> list[report.Item]:
    """Return the items that are no headlines, which nothing stands around."""
    return [item for item in report.items() if "title" not in item]


def _checks(known: list[report.Item], places: Gazetteer) -> list[report.Check]:
    """Return the checks of the items; how many and which depends on the items alone."""
    rows = report.read(known, places)
    return [c for item, row in zip(known, rows, strict=True) for c in report.checks(item, row)]


def shares_spoilt(found: Iterable[tuple[str, report.Check]]) -> dict[str, float]:
    """Return the share of items that are read worse, by variant."""
    items: dict[str, set[tuple[str, str]]] = {name: set() for name in VARIANTS}
    for name, check in found:
        items[name].add((check.theme, check.item))
    return {name: len(spoilt) / len(_untitled()) for name, spoilt in items.items()}


def main() -> None:
    """Print how many sentences each variant spoils, and which fields."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="name the fields")
    is_long = parser.parse_args().misses

    found = list(changed())
    for name, share in shares_spoilt(found).items():
        print(f"{name:20} {share:.3f}")
    for name, c in found if is_long else ():
        print(f"{name}: {c.theme}/{c.item} {c.field}: wanted {c.wanted!r}, got {c.got!r}")


if __name__ == "__main__":
    main()
