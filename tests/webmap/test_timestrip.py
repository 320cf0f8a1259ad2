"""The strip of time in the browser: bars that can be compared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geoincidents import webmap

from .test_controls import UNDATED

pytestmark = pytest.mark.browser
HIGHEST = """(bars) => Math.max(...bars.map((bar) =>
    [...bar.querySelectorAll('rect')]
        .reduce((sum, e) => sum + Number(e.getAttribute('height')), 0)))"""


def test_many_undated_do_not_flatten_the_days(show, found):
    """Their bar ends at the strip's height, with a gap across it; the days keep their scale."""
    lost = found.incidents[2]
    accounts = tuple(replace(a, when=UNDATED) for a in lost.accounts)
    crowd = tuple(replace(lost, id=f"bcdf{n}h", accounts=accounts) for n in range(9))
    said = show(webmap.build(replace(found, incidents=(*found.incidents, *crowd))))

    assert said.tab.locator(".strip:not(.lone) g").evaluate_all(HIGHEST) == 35
    assert said.tab.locator(".strip.lone .gap").count() == 1
    assert said.tab.locator(".strip.lone").get_attribute("aria-label") == "Undated: 9"


def test_no_bar_is_cut_without_need(show, found):
    """A gap says that a bar is higher than it is drawn."""
    said = show(webmap.build(found))

    assert said.tab.locator(".strip rect").count() > 1
    assert said.tab.locator(".gap").count() == 0
