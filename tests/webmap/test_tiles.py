"""Map tiles: only where a user asks for them, and never in silence."""

from __future__ import annotations

import base64
import re

import pytest

from geoincidents import resources, webmap
from geoincidents.errors import TilesError
from geoincidents.webmap.tiles import Tiles

needs_leaflet = pytest.mark.skipif(
    not resources.webmap_file("vendor", "leaflet.js").is_file(),
    reason="the page's libraries are not packed: pip install -e .",
)
URL = "https://{s}.tiles.example/{z}/{x}/{y}.png"
LOOK = {"tiles": URL, "tiles_credit": "(c) Tile <b>makers</b>"}
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.mark.parametrize(
    "url",
    [
        "tiles.example/{z}/{x}/{y}.png",
        "https://tiles.example/{z}/{x}.png",
        "https://tiles.example; script-src */{z}/{x}/{y}.png",
        "javascript://a/{z}/{x}/{y}",
    ],
)
def test_an_address_that_shows_no_tile_is_refused(url):
    """Nor does one pass that would add a rule to the page's policy."""
    with pytest.raises(TilesError, match="not an address like"):
        Tiles(url=url, credit="somebody")


def test_tiles_without_a_credit_are_refused():
    """Whoever made them is named on the map."""
    with pytest.raises(TilesError, match="credit"):
        Tiles(url=URL, credit=" ")


@needs_leaflet
def test_their_host_alone_is_let_through_and_named(found):
    """The policy has it, a line of the page says so, and the credit is text."""
    html = webmap.html(found, **LOOK)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1]

    assert "img-src data: https://*.tiles.example;" in policy
    assert "Map tiles are loaded from https://*.tiles.example" in html
    assert "Tile &lt;b&gt;makers&lt;/b&gt;" in html
    assert "Map tiles" not in webmap.html(found)


@needs_leaflet
def test_the_folium_map_has_the_same_tiles(found):
    """`to_map()` and the command write the same page, and nothing warns of what was asked."""
    assert webmap.build(found, **LOOK).html() == webmap.html(found, **LOOK)


@pytest.mark.browser
def test_tiles_lie_beneath_the_marks(show, found):
    """They are loaded without a referrer; marks, border and figures stand above them."""
    asked = []
    said = show(webmap.build(found, **LOOK))
    said.tab.route("**/*.png", lambda r: (asked.append(r.request), r.fulfill(body=PNG))[1])
    said.tab.reload()
    said.tab.wait_for_selector(".leaflet-tile-loaded")

    assert re.fullmatch(r"https://[abc]\.tiles\.example/\d+/\d+/\d+\.png", asked[0].url)
    assert "referer" not in asked[0].headers
    assert said.data("marks") == "1"
    panes = "n => +getComputedStyle(document.querySelector(n).closest('.leaflet-pane')).zIndex"
    assert said.tab.evaluate(f"({panes})('.leaflet-tile')") < said.tab.evaluate(
        f"({panes})('.leaflet-pane path.border')"
    )


@pytest.mark.browser
def test_without_their_server_the_plain_map_stays(show, found):
    """Land, border and marks do not depend on it."""
    said = show(webmap.build(found, **LOOK))

    assert said.data("marks") == "1"
    assert said.tab.locator(".leaflet-pane path.land-party").count() == 2
    assert said.tab.locator(".leaflet-tile-loaded").count() == 0
