"""Measure the page beside folium's own pages of the same incidents, assets inlined alike.

    npm install --no-save leaflet@1.9.4 leaflet.markercluster@1.5.3 jquery@3.7.1
    python benchmarks/page.py --node-modules node_modules -n 5 100 10000 100000

Prints a table for docs/performance.md: processor seconds to build, bytes, and milliseconds
from navigation until marks stand, two frames are painted and a click on a mark has been
answered and painted, the median of the runs; of ours also until names and time strip stand.
Needs playwright and Chromium; opens no connection.
"""

from __future__ import annotations

import argparse
import gc
import re
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium
import page_found
from folium.plugins import FastMarkerCluster, MarkerCluster
from playwright.sync_api import sync_playwright

from geoincidents import api, webmap, wording
from geoincidents.quotes import QuoteMode, allot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from geoincidents.model import Incident

PATIENCE_S = 60
MOST_SINGLE = 1_000  # markers of which folium writes a script each: 10,000 take over a minute
FILES = {
    "style": ("leaflet/dist/leaflet.css", "leaflet.markercluster/dist/MarkerCluster.css",
              "leaflet.markercluster/dist/MarkerCluster.Default.css"),
    "script": ("leaflet/dist/leaflet.js", "jquery/dist/jquery.min.js",
               "leaflet.markercluster/dist/leaflet.markercluster.js"),
}  # fmt: skip
LOADED = re.compile(r'<script src="[^"]*"></script>|<link rel="stylesheet" href="[^"]*"/>')
# Resolves to when marks had stood for two frames, when a click on the first one had been
# painted, and when all was drawn: the same time for a page that does not draw by steps.
READY = """() => new Promise((resolve) => {
  const begin = performance.now();
  const frame = requestAnimationFrame;
  const root = document.documentElement;
  const until = (done, next) => {
    if (done()) next();
    else if (performance.now() - begin < 60000) setTimeout(() => until(done, next), 4);
    else resolve([Infinity, Infinity, Infinity]);
  };
  const painted = (next) => frame(() => frame(() => next(performance.now())));
  const isOurs = () => document.querySelector('#gi-data');
  const stands = () => root.dataset.answers || (!isOurs() && document.readyState === 'complete' &&
    document.querySelector('.leaflet-marker-icon'));
  const answered = () => !isOurs() || document.querySelector('.card.on, .filtered:not([hidden])');
  const drawn = () => !isOurs() || root.dataset.ready;
  until(stands, () => painted((shown) => {
    document.querySelector('.leaflet-marker-icon').click();
    until(answered, () => painted((clicked) => {
      until(drawn, () => resolve([shown, clicked, performance.now()]));
    }));
  }));
})"""


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("counts", nargs="+", type=int)
    asked.add_argument("-n", "--runs", type=int, default=5)
    asked.add_argument("--node-modules", type=Path, required=True)
    options = asked.parse_args()
    gc.set_threshold(100_000)  # as the command does
    print("| incidents | page | build, s | size, kB | marks, ms | click answered, ms | all, ms |")
    print("|---|---|---|---|---|---|---|")
    for count in options.counts:
        measure(count, options.runs, options.node_modules)


def measure(count: int, runs: int, modules: Path) -> None:
    """Print the rows of one number of incidents, the pages opened in turn."""
    gazetteer = api.open_packs([])
    found = page_found.make(count, gazetteer)
    quotes = allot(found.readings, found.incidents, QuoteMode.NONE)
    texts = [*said(found)]
    kinds: dict[str, Callable[[], str]] = {
        "geoincidents": lambda: webmap.html(found, quotes=quotes),
        "`FastMarkerCluster`, bare points": lambda: inlined(fast(found, None), modules),
        "`FastMarkerCluster`, a line of text": lambda: inlined(fast(found, texts), modules),
        "`FastMarkerCluster`, what a card says": lambda: inlined(
            fast(found, [*carded(found)]), modules
        ),
    }
    if count <= MOST_SINGLE:
        kinds["`MarkerCluster`, a line of text"] = lambda: inlined(clustered(found, texts), modules)
        kinds["`Marker` + `Popup`, a line of text"] = lambda: inlined(single(found, texts), modules)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        browser = player.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        built = {name: build(make, Path(folder, f"{n}.html"), runs)
                 for n, (name, make) in enumerate(kinds.items())}  # fmt: skip
        times: dict[str, list[list[float]]] = {name: [] for name in kinds}
        for _ in range(runs):
            for name, (_, path) in built.items():
                times[name].append(interactive(browser, path))
        browser.close()
        for name, (seconds, path) in built.items():
            size = path.stat().st_size / 1000
            ready = " | ".join(
                f"{statistics.median(t):,.0f}" for t in zip(*times[name], strict=True)
            )
            print(f"| {count:,} | {name} | {seconds:.2f} | {size:,.0f} | {ready} |")


def build(make: Callable[[], str], path: Path, runs: int) -> tuple[float, Path]:
    """Return the median processor time of a page, and where it was written."""
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        html = make()
        seconds.append(time.process_time() - start)
        if seconds[-1] > PATIENCE_S / runs:
            break
    path.write_text(html, encoding="utf-8")
    return statistics.median(seconds), path


def interactive(browser: Browser, path: Path) -> list[float]:
    """Return the milliseconds until marks stand, a click is answered, and all is drawn."""
    tab = browser.new_page(viewport={"width": 1280, "height": 800})
    tab.set_default_timeout(PATIENCE_S * 2000)
    tab.goto(path.as_uri(), wait_until="commit")
    ready = [float(v) for v in tab.evaluate(READY)]
    tab.close()
    return ready


# --- the same incidents as folium's pages --------------------------------------


def said(found: page_found.Found) -> Iterator[str]:
    """Yield what the card of each incident says, as one text."""
    words = wording.load()
    for incident in found.incidents:
        parts = [incident.title, words.status(incident, found.gazetteer)]
        for account in incident.accounts:
            parts.append(words.types_said(account, incident, found.gazetteer))
            parts += [words.said(m) for m in account.measures]
            parts.append(account.place_label)
        yield "; ".join([*parts, words.origins(incident), incident.id])


def _at(incident: Incident) -> tuple[float, float]:
    position = incident.accounts[0].position
    assert position is not None  # noqa: S101 - made so
    return position.lat, position.lon


def _map(found: page_found.Found) -> Any:  # noqa: ANN401 - folium is not typed
    spots = [_at(i) for i in found.incidents]
    map_ = folium.Map(tiles=None, maxZoom=18)
    map_.fit_bounds([[min(p[n] for p in spots) for n in (0, 1)],
                     [max(p[n] for p in spots) for n in (0, 1)]])  # fmt: skip
    return map_


def single(found: page_found.Found, texts: list[str]) -> str:
    """Return a page with a marker and a popup an incident."""
    map_ = _map(found)
    for incident, text in zip(found.incidents, texts, strict=True):
        folium.Marker(_at(incident), popup=folium.Popup(text)).add_to(map_)
    return str(map_.get_root().render())


def clustered(found: page_found.Found, texts: list[str]) -> str:
    """Return the same, clustered."""
    map_ = _map(found)
    cluster = MarkerCluster().add_to(map_)  # type: ignore[no-untyped-call] # folium has no types
    for incident, text in zip(found.incidents, texts, strict=True):
        folium.Marker(_at(incident), popup=folium.Popup(text)).add_to(cluster)
    return str(map_.get_root().render())


def carded(found: page_found.Found) -> Iterator[str]:
    """Yield a popup an incident that says what its card says, with the same words."""
    words, gazetteer = wording.load(), found.gazetteer
    for incident in found.incidents:
        rows = []
        for account in incident.accounts:
            figures = "; ".join(words.said(m) for m in account.measures)
            voice = words.voice(account, incident, gazetteer)
            types = words.types_said(account, incident, gazetteer)
            where = f"{account.place_label or account.unplaced_reason}"
            prec, when = words.where_prec(account.where_prec), words.when(account.when)
            cells = "".join(
                f"<td>{cell}</td>" for cell in (voice, types, where, prec, figures, when)
            )
            rows.append(f"<tr>{cells}</tr>")
        status, origins = words.status(incident, gazetteer), words.origins(incident)
        yield (
            f"<h3>{incident.title}</h3><p>{status}</p><table>{''.join(rows)}</table>"
            f"<p>{origins} {incident.id}</p>"
        )


def fast(found: page_found.Found, texts: list[str] | None) -> str:
    """Return a page with one script for all, clustered; bare points without texts."""
    map_ = _map(found)
    rows: list[list[Any]] = [[*_at(i)] for i in found.incidents]
    for row, text in zip(rows, texts or (), strict=False):
        row.append(text)
    popup = ".bindPopup(row[2])" if texts else ""
    callback = f"function (row) {{ return L.marker([row[0], row[1]]){popup}; }}"
    FastMarkerCluster(rows, callback=callback).add_to(map_)  # type: ignore[no-untyped-call] # folium has no types
    return str(map_.get_root().render())


def inlined(html: str, modules: Path) -> str:
    """Return a page with the libraries that it needs in it, and no other."""
    parts = []
    for tag, names in FILES.items():
        for name in names:
            text = (modules / name).read_text(encoding="utf-8")
            text = re.sub(r"url\([^)]*\)", "none", text) if tag == "style" else text
            parts.append(f"<{tag}>{text}</{tag}>")
    head = "\n".join(parts)
    return LOADED.sub("", html).replace("<head>", f"<head>{head}", 1)


if __name__ == "__main__":
    main()
