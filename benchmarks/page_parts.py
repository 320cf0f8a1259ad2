"""What each part of a page weighs, as it lies in the page.

    python benchmarks/page_parts.py 10 300
    python benchmarks/page_parts.py --scaled 10 300

Prints a table for docs/performance.md: bytes in thousands, clauses quoted, packed parts as gzip
in base64. With `--scaled` a third of the incidents tells a depth, a tenth an area, and all have
their circles of doubt; with `--deep` each tells a depth. Opens no browser and no connection.
"""

from __future__ import annotations

import argparse
import re

import page_found

from geoincidents import api, webmap
from geoincidents.quotes import allot

PARTS = {
    "library and scripts": r'<script type="text/plain" id="gi-code">.*?</script>',
    "what the map draws": r'<script[^>]*id="gi-data".*?</script>',
    "cards, packed": r'<script type="text/plain" id="gi-cards.*?</script>',
    "still map": r'<figure class="still">.*?</figure>',
    "close-ups, written": r'<figure class="closeup">.*?</figure>',
    "list without scripts": r"<noscript>.*?</noscript>",
    "cards, written": r'<article class="card".*?</article>',
    "styles": r"<style>.*?</style>",
}


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("counts", nargs="+", type=int)
    asked.add_argument("--scaled", action="store_true")
    asked.add_argument("--deep", action="store_true")
    options = asked.parse_args()
    if options.deep:
        page_found.DEEP = 1
    is_scaled = options.scaled or options.deep
    columns = [weighed(count, is_scaled=is_scaled) for count in options.counts]
    print("| kB of | " + " | ".join(f"{count:,}" for count in options.counts) + " |")
    print("|---|" + "---|" * len(columns))
    for name in columns[0]:
        print(f"| {name} | " + " | ".join(f"{c[name] / 1000:,.0f}" for c in columns) + " |")


def weighed(count: int, *, is_scaled: bool) -> dict[str, int]:
    """Return how many bytes each part of a page of so many incidents has."""
    found = page_found.make(count, api.open_packs([]), is_scaled=is_scaled)
    html = webmap.html(found, quotes=allot(found.readings, found.incidents))
    sizes = {}
    left = html
    for name, pattern in PARTS.items():
        met = re.findall(pattern, left, re.DOTALL)
        sizes[name] = sum(len(part.encode()) for part in met)
        left = re.sub(pattern, "", left, flags=re.DOTALL)
    return {**sizes, "all else": len(left.encode()), "the page": len(html.encode())}


if __name__ == "__main__":
    main()
