"""What the page says of its own quality is what was measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geoincidents import resources, webmap
from geoincidents.webmap import sources

DOCS = Path(__file__).parents[2] / "docs" / "quality.md"
ROW = re.compile(r"^\| ([\w.]+) \|.*?\*\*([\d.]+)\*\*", re.MULTILINE)


def test_the_page_and_the_documentation_agree():
    """Both are written by one run of `tools/quality.py`; neither is edited alone."""
    documented = dict(ROW.findall(DOCS.read_text(encoding="utf-8")))
    shown = {s["id"]: f"{s['value']:.3f}" for s in sources.quality()["score"]}

    assert shown
    assert shown == {name: documented[name] for name in shown}


@pytest.mark.skipif(
    not resources.webmap_file("vendor", "leaflet.js").is_file(),
    reason="the page's libraries are not packed: pip install -e .",
)
def test_every_score_stands_in_the_page_with_its_day(found):
    """A figure without the day and the number of reports would be no measurement."""
    html = webmap.html(found)
    measured = sources.quality()
    cells = re.findall(r'<th scope="row">[^<]+</th><td>([\d.]+)</td>', html)

    assert [float(c) for c in cells] == [round(s["value"], 2) for s in measured["score"]]
    assert f"{measured['reports']} reports that a person annotated, {measured['date']}" in html
