"""Renew the pictures of `docs/images` from the demo's page, in a headless browser.

    python tools/pictures.py      # needs: pip install playwright pillow, and a chromium

Our own digests alone are shown: no words of an outlet stand in the repository.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

from geoincidents import api, resources

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
COLOURS = 200  # a third of the bytes, and nobody sees it
FIRST = "document.querySelector('.list .card')"
OPEN = f"{FIRST}.querySelectorAll('.accounts details').forEach(d => d.open = true);"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture: what is done to the page before, and which part of it is kept."""

    name: str
    width: int = 1280
    height: int = 800
    chosen: bool = False  # whether the first incident is
    script: str = ""
    part: str = ""  # a selector; the whole view without
    media: str = "screen"


PICTURES = (
    Picture(name="map-1280", chosen=True),
    Picture(name="map-768", width=768, height=1024),
    Picture(name="map-360", width=360, height=740),
    Picture(name="print", width=1000, height=1300, media="print"),
    Picture(name="account", script="document.querySelectorAll('.voices button')[1].click()"),
    Picture(name="how-deep", chosen=True, part=".frame"),
    Picture(name="who-denies", chosen=True, height=1000, part=".list"),
    Picture(name="where-each", height=640, part=".frame"),
    Picture(
        name="how-sure", height=900, chosen=True, part=".list",
        script=f"{FIRST}.querySelector('.accounts').scrollIntoView()",
    ),
    Picture(
        name="words", height=1000, chosen=True, part=".list",
        script=f"{OPEN} {FIRST}.querySelector('.accounts').scrollIntoView()",
    ),
    Picture(
        name="compare", part=".stage",
        script="document.querySelectorAll('.tray')[0].open = true;"
        "document.querySelectorAll('.compare')[0].click()",
    ),
)  # fmt: skip


def main() -> None:
    """Write every picture, or those named."""
    command = shutil.which("chromium")
    if command is None:
        sys.exit("no chromium: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        page = Path(folder, "map.html")
        page.write_text(api.locate(resources.seeds_folder()).to_html(), encoding="utf-8")
        browser = player.chromium.launch(executable_path=command, args=["--no-sandbox"])
        for picture in PICTURES:
            if not sys.argv[1:] or picture.name in sys.argv[1:]:
                _take(browser, page, picture)


def _take(browser: Browser, page: Path, picture: Picture) -> None:
    tab = browser.new_page(
        viewport={"width": picture.width, "height": picture.height}, reduced_motion="reduce"
    )
    tab.goto(page.as_uri())
    tab.wait_for_selector("html[data-ready]")
    if picture.chosen:
        tab.evaluate(f"location.hash = {FIRST}.id")
        tab.wait_for_selector(".card.on")
    tab.emulate_media(media="print" if picture.media == "print" else "screen")
    tab.evaluate(picture.script or "0")
    tab.wait_for_timeout(700)  # letters are laid out on the next frame, cards when they are seen
    kept = tab.locator(picture.part).first if picture.part else tab
    path = IMAGES / f"{picture.name}.png"
    kept.screenshot(path=path)
    tab.close()
    with Image.open(path) as image:
        small = image.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE)
    small.save(path, optimize=True)


if __name__ == "__main__":
    main()
