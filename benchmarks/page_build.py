"""Measure how long building the page takes, beside folium's own pages of the same incidents.

    python benchmarks/page_build.py -n 3 100 10000
    python benchmarks/page_build.py -n 1 --scaled 10000

Prints a table for docs/performance.md: processor seconds of each page, the least of the runs,
taken in turn, and bytes. Folium's pages are written as folium writes them, nothing inlined.
With `--scaled` a third of the incidents tells a depth, a tenth an area, and all have the shapes
that a run draws; folium's pages show nothing of these. Opens no browser and no connection.
"""

from __future__ import annotations

import argparse
import gc
import time
from typing import TYPE_CHECKING

import page
import page_found

from geoincidents import api, webmap
from geoincidents.quotes import QuoteMode, allot

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_SINGLE = 10_000  # of which folium writes a script each


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("counts", nargs="+", type=int)
    asked.add_argument("-n", "--runs", type=int, default=3)
    asked.add_argument("--scaled", action="store_true")
    options = asked.parse_args()
    gc.set_threshold(100_000)  # as the command does
    print("| incidents | page | build, s | size, kB |")
    print("|---|---|---|---|")
    for count in options.counts:
        measure(count, options.runs, is_scaled=options.scaled)


def measure(count: int, runs: int, *, is_scaled: bool) -> None:
    """Print the rows of one number of incidents."""
    found = page_found.make(count, api.open_packs([]), is_scaled=is_scaled)
    kinds = _kinds(found, count)
    least = dict.fromkeys(kinds, float("inf"))
    size = dict.fromkeys(kinds, 0)
    for _ in range(runs):
        for name, make in kinds.items():
            gc.collect()  # what the page before left is not this one's
            start = time.process_time()
            html = make()
            least[name] = min(least[name], time.process_time() - start)
            size[name] = len(html.encode())
    for name in kinds:
        print(f"| {count:,} | {name} | {least[name]:.2f} | {size[name] / 1000:,.0f} |")


def _kinds(found: page_found.Found, count: int) -> dict[str, Callable[[], str]]:
    quotes = allot(found.readings, found.incidents, QuoteMode.NONE)
    texts = [*page.said(found)]
    kinds: dict[str, Callable[[], str]] = {
        "geoincidents": lambda: webmap.html(found, quotes=quotes),
        "`FastMarkerCluster`, a line of text": lambda: page.fast(found, texts),
        "`FastMarkerCluster`, what a card says": lambda: page.fast(found, [*page.carded(found)]),
    }
    if count <= MOST_SINGLE:
        kinds["`MarkerCluster`, a line of text"] = lambda: page.clustered(found, texts)
        kinds["`Marker` + `Popup`, a line of text"] = lambda: page.single(found, texts)
    return kinds


if __name__ == "__main__":
    main()
