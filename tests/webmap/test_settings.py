"""The page in other settings: embedded, printed, dark, right to left, without a mouse."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from geoincidents import webmap, wording
from geoincidents.quotes import allot
from geoincidents.webmap import document, sources, view

pytestmark = pytest.mark.browser
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
OPENED = "document.querySelectorAll('details').forEach(d => d.open = true)"
STATES = {
    "first view": ({}, ""),
    "all opened": ({}, OPENED),
    "filtered, nothing left": ({"anchor": "#status=corrected"}, OPENED),
    "one account": ({"anchor": "#by=lisk"}, ""),
    "an incident chosen": ({"anchor": "#bcdfgh"}, ""),
    "a size compared": ({}, "document.querySelector('.compare').click()"),
    "narrow": ({"width": 320, "height": 640}, OPENED),
    "embedded, narrow": ({"anchor": "?embed=1", "width": 320}, OPENED),
    "embedded": ({"anchor": "?embed=1", "width": 600}, ""),
    "dark": ({"color_scheme": "dark"}, OPENED),
    "forced colours": ({"forced_colors": "active"}, OPENED),
}
HOST = """<!doctype html><title>host</title><body style="margin:0;height:3000px">
<iframe src="{src}" title="map" loading="lazy" sandbox="allow-scripts allow-popups"
 style="width:0;min-width:100%;height:900px;border:0"></iframe>
<iframe src="{src}" title="other" sandbox="allow-scripts allow-popups"
 style="width:0;min-width:100%;height:900px;border:0"></iframe>
<script>
window.told = [[], []];
addEventListener("message", (event) => {{
  const frames = [...document.querySelectorAll("iframe")];
  const n = frames.findIndex((f) => f.contentWindow === event.source);
  if (n < 0 || event.data.type !== "geoincidents-height") return;
  told[n].push(event.data.height);
  frames[n].style.height = Math.min(4000, Math.max(200, event.data.height)) + "px";
}});
</script>"""


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(show, found, state):
    """No rule of WCAG 2.2 A and AA, nor of axe's best practices, is broken."""
    if not AXE.is_file():
        pytest.skip("no axe-core: npm ci --ignore-scripts")
    settings, script = STATES[state]
    said = show(webmap.build(found), bypass_csp=True, **settings)
    said.tab.evaluate(script or "1")
    said.tab.add_script_tag(path=AXE)
    result = said.tab.evaluate("axe.run(document)")

    broken = [(v["id"], [n["html"][:160] for n in v["nodes"]]) for v in result["violations"]]
    assert broken == []
    assert result["passes"]


@pytest.fixture
def host(found, chromium, tmp_path):
    """Return a page with the map in it twice, a screen much lower than the two, all drawn."""
    told = tuple(replace(found.incidents[0], id=f"bcdf{n}h") for n in range(5))
    webmap.build(replace(found, incidents=told)).save(tmp_path / "map.html")
    (tmp_path / "host.html").write_text(HOST.format(src="map.html?embed=1"))
    tab = chromium.new_page(viewport={"width": 800, "height": 700})
    tab.goto((tmp_path / "host.html").as_uri())
    for n in range(2):
        tab.locator("iframe").nth(n).scroll_into_view_if_needed()  # they load when they are near
        tab.frame_locator("iframe").nth(n).locator("html[data-ready]").wait_for()
    tab.wait_for_timeout(300)
    yield tab
    tab.close()


def test_an_embeds_height_settles_and_stays(host):
    """Each of two maps tells its height at most twice, and no more while the page is scrolled."""
    for down in range(0, 4000, 400):
        host.mouse.move(795, 300)
        host.evaluate(f"scrollTo(0, {down})")
        host.wait_for_timeout(60)
    told = host.evaluate("told")
    heights = host.locator("iframe").evaluate_all("f => f.map(e => e.clientHeight)")
    inside = [
        f.evaluate("Math.ceil(document.body.getBoundingClientRect().height)")
        for f in host.frames[1:]
    ]

    assert all(1 <= len(messages) <= 2 for messages in told), told
    assert heights == [messages[-1] for messages in told] == inside


def test_two_maps_on_a_page_do_not_disturb_each_other(host):
    """What is chosen in one is chosen in it alone, and the other keeps its height."""
    first, second = host.frames[1:]
    before = host.evaluate("told[1].length")
    first.locator(".voices [data-voice=orm]").click()
    first.get_by_role("button", name="Show all reports").click()
    host.wait_for_timeout(200)

    assert first.locator(".card:visible").count() == 5
    assert second.locator(".card:visible").count() == 3
    assert second.locator(".only").is_hidden()
    assert host.evaluate("told[1].length") == before
    assert len(host.evaluate("told[0]")) > 1


def test_an_embed_shows_three_reports_and_no_strip(show, found):
    """The rest is behind a button; time strip and inset are left out."""
    told = tuple(replace(found.incidents[0], id=f"bcdf{n}h") for n in range(5))
    said = show(webmap.build(replace(found, incidents=told)), anchor="?embed=1", width=600)
    assert said.tab.locator(".card:visible").count() == 3
    assert not said.tab.locator(".time").is_visible()
    assert said.tab.locator(".inset").count() == 0

    said.tab.get_by_role("button", name="Show all reports").click()

    assert said.tab.locator(".card:visible").count() == 5


def test_paper_has_the_still_map_and_every_link(show, found):
    """Printed: the picture instead of the map, two columns, where links lead."""
    said = show(webmap.build(found))
    said.tab.emulate_media(media="print")

    assert said.tab.locator(".still > svg").is_visible()
    assert not said.tab.locator(".frame").is_visible()
    assert said.tab.locator(".cards").first.evaluate("e => getComputedStyle(e).columnCount") == "2"
    link = said.tab.locator("a[href^='http']").first
    printed = link.evaluate("e => getComputedStyle(e, '::after').content")
    assert "valley.example" in printed
    assert ":~:text=" not in printed  # what a browser looks for there is nothing to read


def test_paper_has_a_legend_of_the_picture(show, found):
    """Each symbol and line of the still map is explained under it."""
    said = show(webmap.build(found))
    said.tab.emulate_media(media="print")
    legend = said.tab.locator(".still ul").inner_text()

    assert "said by one side, denied by the other" in legend
    assert "reported depth, to scale" in legend


def test_what_is_opened_for_paper_is_closed_after(show, found):
    """Printing leaves the page as its reader had it."""
    said = show(webmap.build(found))
    count = "document.querySelectorAll('.list .card details[open]').length"
    before = said.tab.evaluate(count)

    said.tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened = said.tab.evaluate(count)
    said.tab.evaluate("dispatchEvent(new Event('afterprint'))")

    assert opened > before
    assert said.tab.evaluate(count) == before


def test_what_is_folded_away_is_on_paper_without_scripts(show, found):
    """No script can open it there: the style does."""
    said = show(webmap.build(found), scripts=False)
    said.tab.emulate_media(media="print")

    assert said.tab.locator(".said .behind").first.is_visible()


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_reduced_motion_moves_at_once(show, found, motion):
    """Who asks for less motion sees the map where it goes; others see it go there."""
    said = show(webmap.build(found), reduced_motion=motion)
    said.tab.evaluate("map_0000.setView([44.2, 18.6], 8, { animate: false })")
    is_there = said.tab.evaluate(
        """() => {
          document.querySelector("#bcdfgh .pick").click();
          return new Promise((done) => setTimeout(() => {
            const mark = document.querySelector(".gi-mark.on").getBoundingClientRect();
            const map = document.querySelector(".leaflet-container").getBoundingClientRect();
            done(Math.abs(mark.x - map.x - map.width / 2) < 40);
          }, 20));
        }"""
    )
    transition = said.tab.locator(".gi-mark .symbol").first.evaluate(
        "e => getComputedStyle(e).transitionDuration"
    )

    assert is_there == (motion == "reduce")
    assert (transition == "0s") == (motion == "reduce")


def test_forced_colours_keep_what_colour_says(show, found):
    """The map keeps its colours; a pressed button is told apart by a line, not by its ground."""
    said = show(webmap.build(found), forced_colors="active")
    mark = said.tab.locator(".gi-mark .symbol").first.evaluate("e => getComputedStyle(e).color")
    outline = "e => getComputedStyle(e).outlineStyle"
    denied = sources.theme()["colours"]["denied"].lstrip("#")

    assert mark == f"rgb({', '.join(str(int(denied[n : n + 2], 16)) for n in (0, 2, 4))})"
    assert said.tab.locator(".voices [aria-pressed=true]").evaluate(outline) == "solid"
    assert said.tab.locator(".voices [aria-pressed=false]").first.evaluate(outline) == "none"


def test_a_dark_page_has_a_light_map(show, found):
    """The marks keep the ground their colours were measured against."""
    said = show(webmap.build(found), color_scheme="dark")
    ground = "e => getComputedStyle(e).getPropertyValue('--paper').trim()"
    paper = sources.theme()

    assert said.tab.locator("body").evaluate(ground) == paper["dark"]["paper"]
    assert said.tab.locator(".frame").evaluate(ground) == paper["colours"]["paper"]


def pseudo(value):
    """Return strings of the catalogue in brackets, with a letter of a right-to-left script."""
    if isinstance(value, dict):
        return {k: pseudo(v) for k, v in value.items()}
    if isinstance(value, list):
        return [pseudo(v) for v in value]
    if not isinstance(value, str) or not re.search(r"[A-Za-z]{2}", re.sub(r"\{\w+\}", "", value)):
        return value
    return f"⟦א{value}⟧"


@pytest.fixture
def mirrored(found):
    """Return a page in the pseudo-language, as something that can be saved."""
    words = wording.load()
    tables = pseudo(dict(words.tables))
    tables["page"] |= {"lang": "he", "dir": "rtl"}
    tables["script"] |= {"locale": "he"}
    drawn = view.Drawn(
        found, allot(found.readings, found.incidents), wording.Wording(tables=tables),
        sources.theme(),
    )  # fmt: skip
    html = document.plain(drawn.page(), drawn.map())

    class Page:
        def save(self, path):
            path.write_text(html, encoding="utf-8")

    return Page()


def test_a_page_can_be_written_from_right_to_left(show, mirrored):
    """The list lies on the other side, and nothing overflows, narrow or wide."""
    said = show(mirrored)
    box = said.tab.locator(".list").bounding_box()
    narrow = show(mirrored, width=320, height=640)

    assert said.tab.locator("html").get_attribute("dir") == "rtl"
    assert box["x"] == 0
    assert said.tab.evaluate("document.documentElement.scrollWidth") == 1280
    assert narrow.tab.evaluate("document.documentElement.scrollWidth") == 320
    assert said.lines == []


def test_every_string_of_the_page_is_in_the_catalogue(show, mirrored):
    """In the pseudo-language no word of ours is left in English."""
    said = show(mirrored)
    said.tab.evaluate(OPENED)
    texts = said.tab.evaluate(
        """() => {
          const found = [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const node = walk.currentNode;
            const skip = "script, style, pre, bdi, q, cite, .gi-text, .leaflet-control-scale, " +
              ".leaflet-control-attribution, .id, .still, .closeup svg, .card th, .unsaid";
            if (!node.parentElement.closest(skip)) found.push(node.textContent.trim());
          }
          for (const e of document.querySelectorAll("[aria-label]:not(.leaflet-container, svg)")) {
            found.push(e.getAttribute("aria-label"));
          }
          return found;
        }"""
    )

    assert [t for t in texts if re.search("[A-Za-z]{3}", t) and "⟦" not in t] == []


@pytest.mark.parametrize("width", [1280, 768, 360])
def test_about_the_map_can_be_read_to_its_end(show, found, width):
    """Opened, it leaves the map its room, and its last line can be scrolled to."""
    said = show(webmap.build(found), width=width, height=800)
    said.tab.locator("footer summary").click()
    said.tab.locator("footer pre").evaluate("e => e.scrollIntoView(false)")
    end = said.tab.locator("footer pre").bounding_box()

    assert said.tab.locator(".frame").bounding_box()["height"] >= 250
    assert 0 < end["y"] + end["height"] <= 801


def test_paper_says_what_of_it_is_left_out(show, found):
    """With one account chosen, its words alone are printed, and the picture is said to show all."""
    said = show(webmap.build(found), anchor="#by=orm&status=denied")
    said.tab.emulate_media(media="print")
    note = said.tab.locator(".only-paper")

    assert note.inner_text() == (
        "Showing only what Orm says. Showing 1 of 3. The picture of the map shows all."
    )
    assert said.tab.locator(".voice:visible").count() == 1
    assert not said.tab.locator(".filtered").is_visible()


@pytest.mark.parametrize(
    ("settings", "height"),
    [
        ({"width": 360, "height": 740}, 407),
        ({"width": 320, "height": 500}, 320),
        ({"width": 1000, "height": 480}, 320),
        ({"anchor": "?embed=1", "width": 800}, 540),
        ({"anchor": "?embed=1", "width": 500}, 360),
    ],
    ids=["phone", "low phone", "low window", "wide embed", "narrow embed"],
)
def test_the_map_has_its_height_and_its_boxes_open_in_it(show, found, settings, height):
    """55 % of a phone's screen, 72 % of an embed's width; legend and tray can be read inside."""
    said = show(webmap.build(found), **settings)
    said.tab.evaluate("document.querySelectorAll('.box').forEach(b => { b.open = true; })")
    frame = said.tab.locator(".frame").bounding_box()
    lists = said.tab.locator(".frame details.box ul").evaluate_all(
        "u => u.map(e => e.clientHeight)"
    )

    assert frame["height"] == pytest.approx(height, abs=1)
    assert min(lists) > 60
    assert said.tab.locator(".time").is_visible() == ("anchor" not in settings)


def test_axe_finds_nothing_on_an_empty_page(show, found):
    """Where nothing was found, the list can still be reached and scrolled by keys."""
    if not AXE.is_file():
        pytest.skip("no axe-core: npm ci --ignore-scripts")
    said = show(webmap.build(replace(found, incidents=())), bypass_csp=True)
    said.tab.add_script_tag(path=AXE)

    assert [v["id"] for v in said.tab.evaluate("axe.run(document)")["violations"]] == []
