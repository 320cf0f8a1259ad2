"""The page under fingers: real touches, as a phone sends them."""

from __future__ import annotations

import pytest

from geoincidents import webmap

pytestmark = pytest.mark.browser
PHONE = {"width": 400, "height": 600, "has_touch": True, "is_mobile": True}
STATE = "[scrollY, map_0000.getCenter().lat, map_0000.getCenter().lng]"
STEPS = 8


def swipe(said, fingers, by):
    """Put fingers on the map, beside the mark, and move them together."""
    box = said.tab.locator(".leaflet-container").bounding_box()
    x, y = box["x"] + box["width"] * 0.55, box["y"] + box["height"] * 0.7
    session = said.tab.context.new_cdp_session(said.tab)
    for k in range(STEPS + 2):
        kind = "touchStart" if k == 0 else "touchMove" if k <= STEPS else "touchEnd"
        points = [
            {"x": x + 60 * n + by[0] * k / STEPS, "y": y + by[1] * k / STEPS, "id": n}
            for n in range(fingers)
        ]
        told = {"type": kind, "touchPoints": [] if kind == "touchEnd" else points}
        session.send("Input.dispatchTouchEvent", told)
        said.tab.wait_for_timeout(16)


def test_one_finger_scrolls_past_an_embed(show, found):
    """The page beneath moves, the map does not."""
    said = show(webmap.build(found), anchor="?embed=1", **PHONE)
    _, *before = said.tab.evaluate(STATE)
    swipe(said, 1, (0, -150))
    said.wait("scrollY > 50")

    assert said.tab.evaluate(STATE)[1:] == before


def test_two_fingers_move_the_map_of_an_embed(show, found):
    """The map follows them, the page stays."""
    said = show(webmap.build(found), anchor="?embed=1", **PHONE)
    _, lat, lng = said.tab.evaluate(STATE)
    swipe(said, 2, (40, -60))
    said.wait(f"map_0000.getCenter().lng < {lng} && map_0000.getCenter().lat < {lat}")

    assert said.tab.evaluate("scrollY") == 0


def test_one_finger_moves_the_map_of_a_page(show, found):
    """Where the map is the page's own, it takes the touch; the list below scrolls."""
    said = show(webmap.build(found), **PHONE)
    lat = said.tab.evaluate("map_0000.getCenter().lat")
    swipe(said, 1, (0, -80))

    said.wait(f"map_0000.getCenter().lat < {lat}")
    assert said.tab.evaluate("scrollY") == 0


def test_a_tap_chooses_a_mark_and_opens_its_words(show, found):
    """A finger does what a click does; nothing needs hovering."""
    said = show(webmap.build(found), **PHONE)
    said.tab.locator(".gi-mark").tap()
    said.wait("document.activeElement.id === 'bcdfgh'")

    said.tab.locator("#bcdfgh .said summary").first.tap()

    assert said.tab.locator("#bcdfgh .said[open] .behind").first.is_visible()


def test_what_a_finger_must_hit_is_large_enough(show, found):
    """Marks and controls are 24 px or more, titles in the list 44 px (WCAG 2.5.8)."""
    said = show(webmap.build(found), **PHONE)
    said.tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    sides = """nodes => nodes.filter(n => n.getClientRects().length)
      .map(n => [n.className, n.getBoundingClientRect().height, n.getBoundingClientRect().width])"""
    small = [
        row
        for row in said.tab.locator("button, summary, .pick, label:has(input)").evaluate_all(sides)
        if min(row[1:]) < 24
    ]
    titles = said.tab.locator(".card h3").evaluate_all(sides)

    assert small == []
    assert min(row[1] for row in titles) >= 44


@pytest.mark.parametrize("button", ["account", "compare"])
def test_what_is_shown_on_the_map_brings_it_into_view(show, found, button):
    """On a phone the list stands below the map: what a button does there would not be seen."""
    said = show(webmap.build(found), reduced_motion="reduce", **PHONE)
    said.tab.locator(f".list .{button}").first.scroll_into_view_if_needed()
    map_ = said.tab.locator(".leaflet-container")
    assert map_.bounding_box()["y"] < -100

    said.tab.locator(f".list .{button}").first.click()

    box = map_.bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= PHONE["height"] + 1
