"""Texts much longer than anybody expects: the page stays as wide as its window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geoincidents import webmap

pytestmark = pytest.mark.browser
LONG = "Lisk" * 500
SENTENCE = "Lisk says that Orm came near. " * 70
OVER = """[...document.querySelectorAll('header *, main *, footer *')].filter((e) =>
    !e.closest('.leaflet-pane, .key-help, thead, [hidden]') && e.getClientRects().length
    && e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.className || e.tagName)"""


def lengthened(found, text):
    """Return the invented run with a text in every place that holds somebody's words."""
    report = replace(found.readings[0].report, publisher=text, title=text)
    first = found.incidents[0]
    account = replace(first.accounts[0], place_label=text)
    told = replace(first, title=text, origins=(text,), accounts=(account, *first.accounts[1:]))
    lost = replace(found.incidents[1].accounts[0], unplaced_reason=text)
    untold = replace(found.incidents[1], accounts=(lost,), also_said_by=(text,), title=text)
    party = replace(found.gazetteer.party("orm"), name=text)
    place = replace(found.gazetteer.place("tarn"), name=text)
    land = replace(
        found.gazetteer,
        parties={**found.gazetteer.parties, "orm": party},
        places={**found.gazetteer.places, "tarn": place},
    )
    return replace(
        found,
        incidents=(told, untold, *found.incidents[2:]),
        readings=(replace(found.readings[0], report=report), *found.readings[1:]),
        gazetteer=land,
    )


@pytest.mark.parametrize("text", [LONG, SENTENCE], ids=["a word", "a sentence"])
@pytest.mark.parametrize("width", [320, 1280])
def test_long_texts_break_inside_the_page(show, found, text, width):
    """Nothing runs over the edge, and the map keeps its height."""
    said = show(webmap.build(lengthened(found, text), title=text), width=width)
    said.tab.evaluate("document.querySelectorAll('.list details').forEach(d => d.open = true)")

    assert said.tab.evaluate("document.documentElement.scrollWidth") == width
    assert said.tab.evaluate(OVER) == []
    box = said.tab.locator(".frame").bounding_box()
    assert box["height"] >= 320
    assert width < 720 or box["y"] + box["height"] <= 800  # nothing of it is cut off
