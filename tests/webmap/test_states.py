"""List, map and tray show the same incidents in every state of the filters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from geoincidents import webmap
from geoincidents.model import ClaimType, DatePrecision, Position, Status, When

pytestmark = pytest.mark.browser
STATUSES = (Status.DENIED, Status.ONE_SIDE, Status.BOTH_SIDES, Status.OTHERS_ONLY)
TYPES = (ClaimType.INCURSION, ClaimType.SHELLING, ClaimType.CLASH)
SEEN = """() => {
  const shown = (s) => [...document.querySelectorAll(s)].filter((n) => !n.closest("[hidden]"));
  const list = shown(".list > .cards > .card").map((c) => c.id);
  const tray = shown(".tray li").map((r) => r.dataset.id);
  const marks = [...document.querySelectorAll(".gi-mark")].map((m) => {
    const counted = /^(\\d+) incidents$/.exec(m.getAttribute("aria-label"));
    return counted ? Number(counted[1]) : m.getAttribute("aria-label").split(".")[0];
  });
  const title = (id) => document.getElementById(id).querySelector("h3").textContent.trim();
  const titles = list.map(title);
  return { list, tray, marks, titles, count: document.querySelector(".count").textContent };
}"""


@pytest.fixture(scope="module")
def many(found):
    """Return a run of twelve incidents with points, and two without."""
    lake, border, lost = found.incidents
    return replace(found, incidents=(*(_moved(lake, n) for n in range(12)), border, lost))


def _moved(lake, n):
    """Return the incident at the lake on another day, at another spot, otherwise told."""
    day = date(2021, 5, 12) + timedelta(days=9 * n)
    when = When(start=day, end=day, prec=DatePrecision.DAY)
    lon, lat = lake.accounts[0].position
    own = replace(
        lake.accounts[0], position=Position(lon - 0.11 * n, lat + 0.07 * (n % 4)), when=when,
        types=(TYPES[n % 3],), shapes=(),
    )  # fmt: skip
    return replace(
        lake, id=f"bc{n:02d}fg".replace("0", "h").replace("1", "k"), title=f"Day {n}, spot {n}",
        status=STATUSES[n % 4], accounts=(own, *lake.accounts[1:]),
    )  # fmt: skip


@pytest.fixture
def said(show, many):
    """Return the page of the twelve and two."""
    return show(webmap.build(many))


def _states(said):
    """Return addresses: each choice of each filter, some pairs, words and stretches of time."""
    boxes = said.tab.locator("[data-facet]").evaluate_all(
        "f => f.flatMap(s => [...s.querySelectorAll('input')].map(i => [s.dataset.facet, i.value]))"
    )
    single = [f"#{facet}={value}" for facet, value in boxes]
    pairs = [f"{one}&{other[1:]}" for one in single for other in single if one[:4] < other[:4]]
    time = ["#from=2021-06-01", "#to=2021-06-20", "#from=2021-06-01&to=2021-07-10", "#undated=0"]
    words = ["#q=spot+7", "#q=lake", "#q=nothing+like+it", "#q=orm&status=denied"]
    return ["#", *single, *pairs, *time, *words]


def test_list_equals_map_in_every_state(said, many):
    """What has a point is a mark, what has none is in the tray, and both are in the list."""
    without = {i.id for i in many.incidents[-2:]}
    states = _states(said)
    assert len(states) > 40
    for state in states:
        said.tab.evaluate("s => { location.hash = s; }", state)
        said.wait(f"decodeURIComponent(location.hash || '#') === decodeURIComponent({state!r})")
        said.tab.wait_for_timeout(30)
        seen = said.tab.evaluate(SEEN)
        placed = [
            t for id_, t in zip(seen["list"], seen["titles"], strict=True) if id_ not in without
        ]
        named = [m for m in seen["marks"] if isinstance(m, str)]
        counted = sum(m for m in seen["marks"] if not isinstance(m, str))

        assert len(named) + counted == len(placed), state
        assert set(named) <= set(placed), state
        assert set(seen["tray"]) == without & set(seen["list"]), state
        assert seen["count"].split(" ")[0] == str(len(seen["list"])), state


def test_one_voice_shows_its_incidents_alone(said, many):
    """For each account: a mark only for what is in the list, and the count is the list's."""
    for voice in ("lisk", "orm", "others"):
        said.tab.locator(f".voices [data-voice={voice}]").click()
        seen = said.tab.evaluate(SEEN)
        spoken = [i for i in many.incidents if _speaks(i, voice)]

        assert len(seen["list"]) == len(spoken)
        assert {m for m in seen["marks"] if isinstance(m, str)} <= set(seen["titles"])
        assert seen["count"].split(" ")[0] == str(len(seen["list"]))


def _speaks(incident, voice):
    keys = {a.key for a in incident.accounts}
    return bool(keys - {"lisk", "orm"}) if voice == "others" else voice in keys
