"""More incidents than a page can write out: packed, windowed, counted on the map."""

from __future__ import annotations

import importlib.util
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from geoincidents import webmap, wording
from geoincidents.model import ShapeKind
from geoincidents.quotes import QuoteMode, allot
from geoincidents.webmap import columns, packing, view

ROOT = Path(__file__).resolve().parents[2]
MAKER = ROOT / "benchmarks" / "page_found.py"
pytestmark = pytest.mark.skipif(not MAKER.is_file(), reason="not in a checkout")

# Close-ups have a test of their own.
# Pictures wait until they are looked at, or printed.
DRAWN = "['before', 'after'].every(time => dispatchEvent(new Event(`${time}print`)))"
ELEMENTS = (
    f"""cards => {DRAWN} && """
    """cards.map(card => [
  card, ...card.querySelectorAll(':not(.closeup > svg *)')
].map(e => [
  e.tagName.toLowerCase(),
  ...[...e.attributes].map(a => a.name + '=' + a.value.replace(/[.]0(?!\\d)/g, '')).sort(),
  e.childElementCount ? '' : e.textContent.trim(),
]).concat([[card.textContent.replace(/\\s+/g, '')]]))"""
)


@pytest.fixture(scope="module")
def make():
    """Return the maker of incidents by the thousand."""
    spec = importlib.util.spec_from_file_location("page_found", MAKER)
    module = importlib.util.module_from_spec(spec)
    sys.modules["page_found"] = module
    spec.loader.exec_module(module)
    return module.make


def unpacked(cards):
    """Return cards as the browser puts them together."""
    for chunk in columns.chunks(cards, len(cards)):
        seen = [0] * len(chunk["forms"])
        for form in chunk["which"]:
            row, seen[form] = seen[form], seen[form] + 1
            texts = (
                column if isinstance(column, str) else column["values"][column["rows"][row]]
                for column in chunk["texts"][form]
            )
            yield put(chunk["forms"][form], texts)


def put(value, texts):
    """Return a form with its texts."""
    if value == "":
        return next(texts)
    if isinstance(value, dict):
        return {k: put(v, texts) for k, v in value.items()}
    return [put(v, texts) for v in value] if isinstance(value, list) else value


def test_cards_come_out_of_their_chunks_as_they_went_in(scene, found, facets):
    """Forms and columns lose nothing."""
    drawn = view.Cards(scene, _evidence(found), facets)
    cards = [drawn.body(i) for i in found.incidents] * 60

    assert [*unpacked(cards)] == cards


def _evidence(found):
    from geoincidents.webmap.evidence import Evidence  # noqa: PLC0415 - only here

    reports = {r.report.id: r.report for r in found.readings}
    quotes = allot(found.readings, found.incidents)
    return Evidence(reports=reports, quotes=quotes, words=wording.load())


def test_packed_is_gzip_in_base64_and_the_same_every_time():
    """Nothing that markup could be made of, and no clock in it."""
    text = packing.packed({"a": "</script>"})

    assert re.fullmatch(r"[A-Za-z0-9+/]+=*", text)
    assert text == packing.packed({"a": "</script>"})


def test_three_hundred_fit_in_half_a_megabyte(make, demo):
    """The weight that the page may have, quotes and all."""
    found = make(300, demo.gazetteer)
    allowed = allot(found.readings, found.incidents)

    assert len(webmap.html(found, quotes=allowed).encode()) <= 500_000


@pytest.mark.slow
def test_three_hundred_with_depths_and_areas_fit_as_well(make, demo):
    """A third tells a depth, a tenth an area, each has its circle of doubt."""
    found = make(300, demo.gazetteer, is_scaled=True)
    allowed = allot(found.readings, found.incidents)

    assert len(webmap.html(found, quotes=allowed).encode()) <= 500_000


def test_ten_depths_fit_in_three_hundred_kilobytes(make, demo, monkeypatch):
    """Ten of which each tells a depth, and some an area."""
    monkeypatch.setattr(sys.modules["page_found"], "DEEP", 1)
    found = make(10, demo.gazetteer, is_scaled=True)
    allowed = allot(found.readings, found.incidents)

    assert len(webmap.html(found, quotes=allowed).encode()) <= 300_000


def test_ten_fit_in_three_hundred_kilobytes(make, demo):
    """The same for few."""
    assert len(webmap.html(make(10, demo.gazetteer)).encode()) <= 300_000


@pytest.mark.browser
def test_a_card_made_by_script_is_the_one_that_python_writes(show, found, monkeypatch):
    """Word for word, in the same elements, with the same attributes."""
    written = show(webmap.build(found)).tab.locator(".list > .cards > .card").evaluate_all(ELEMENTS)
    monkeypatch.setattr(columns, "MOST_WHOLE", 2)
    monkeypatch.setattr(columns, "FIRST_WHOLE", 0)
    made = show(webmap.build(found)).tab.locator(".list > .cards > .card").evaluate_all(ELEMENTS)

    assert len(written) == len(found.incidents)
    assert made == written


# Where each part of a close-up stands, and the words in it.
NEAR = (
    f"""svgs => {DRAWN} && """
    """svgs.map(svg => [
  ...svg.querySelectorAll('path, rect, text:not(.t-other), svg')
].map(e => {
  const { x, y, width, height } = e.getBBox();
  return [e.tagName, e.getAttribute('class'), e.textContent, [x, y, width, height]];
}))"""
)


@pytest.mark.browser
@pytest.mark.parametrize("most_whole", [2, 60], ids=["in a card made", "in a card written"])
def test_a_closeup_drawn_by_script_is_the_one_that_python_draws(
    show, make, demo, monkeypatch, most_whole
):
    """The same parts in the same order, none a pixel off; borders and villages are the map's."""
    found = make(20, demo.gazetteer, is_scaled=True)
    monkeypatch.setattr(columns, "MOST_NEAR", 20)
    written = show(webmap.build(found)).tab.locator(".list .closeup > svg").evaluate_all(NEAR)
    monkeypatch.setattr(columns, "MOST_WHOLE", most_whole)
    monkeypatch.setattr(columns, "FIRST_WHOLE", 0)
    monkeypatch.setattr(columns, "MOST_NEAR", 0)
    made = show(webmap.build(found)).tab.locator(".list .closeup > svg").evaluate_all(NEAR)

    assert len(made) == len(written) > 3
    for one, other in zip(made, written, strict=True):
        assert [part[:3] for part in one] == [part[:3] for part in other]
        assert [part[3] for part in one] == [pytest.approx(part[3], abs=1) for part in other]


@pytest.mark.browser
@pytest.mark.parametrize("count", [20, 70], ids=["cards written", "cards made"])
def test_what_reports_recall_has_its_closeup(show, make, demo, count):
    """An earlier event off the map is drawn to scale in its card all the same."""
    found = make(count, demo.gazetteer, is_scaled=True)
    past = tuple(replace(i, background=True) for i in found.incidents)
    said = show(webmap.build(replace(found, incidents=past)))
    said.tab.locator(".background > summary").click()
    said.wait("document.querySelectorAll('.background .card[tabindex]').length > 9")
    said.tab.emulate_media(media="print")
    said.wait("document.querySelectorAll('.closeup > svg').length")
    said.wait("!document.querySelector('.closeup > svg:empty')")

    depths = sum(
        any(s.kind is ShapeKind.DEPTH_BRACKET for a in i.accounts for s in a.shapes)
        for i in past[:50]
    )
    assert said.tab.locator(".closeup .sh-depth_bracket").count() == depths
    assert said.lines == []


@pytest.mark.browser
def test_a_thousand_are_counted_on_the_map_and_windowed_in_the_list(show, make, demo):
    """All are in the first view as numbers; the list holds fifty and moves on."""
    said = show(webmap.build(make(1000, demo.gazetteer)))
    assert said.data("marks") == "1000"
    assert said.tab.locator(".gi-mark").count() < 300
    assert said.tab.locator(".list > .cards > .card").count() == 50
    first = said.tab.locator(".list > .cards > .card").first.get_attribute("id")

    said.tab.get_by_role("button", name="On", exact=True).click()

    said.wait(f"document.querySelector('.list .card').id !== '{first}'")
    assert said.tab.locator(".window span").inner_text() == "51 to 100 of 1,000"
    assert said.lines == []


@pytest.mark.browser
def test_the_first_cards_of_many_stand_before_a_script_makes_one(show, make, demo):
    """Those that the page is opened with are written in it, the window goes on behind them."""
    found = make(100, demo.gazetteer)
    read = show(webmap.build(found), scripts=False).tab.locator(".card[tabindex]")
    written = read.evaluate_all(ELEMENTS)
    said = show(webmap.build(found))
    shown = said.tab.locator(".list > .cards > .card").evaluate_all(ELEMENTS)

    assert len(written) == columns.FIRST_WHOLE
    assert shown[: len(written)] == written
    assert len(shown) == len(said.tab.locator(".cards > .card[tabindex]").all()) == 50


@pytest.mark.browser
def test_counts_are_written_in_the_signs_of_the_catalogue(show, make, demo, monkeypatch):
    """Digits, grouping and what stands for a thousand: on the map, in the list and its window."""
    signs = {"digits": "٠١٢٣٤٥٦٧٨٩", "group": "٬", "decimal": "٫", "thousands": "{n} ألف"}
    words = wording.load()
    tables = {**words.tables, "script": {**words.tables["script"], **signs}}
    changed = wording.Wording(tables=tables)
    monkeypatch.setattr(wording, "load", lambda **_: changed)
    said = show(webmap.build(make(6000, demo.gazetteer)), anchor="#map=4/40/46")

    numbers = said.tab.locator(".gi-mark .number").all_inner_texts()
    assert said.tab.locator(".count").inner_text() == "٦٬٠٠٠"
    assert any(n.endswith(" ألف") for n in numbers)
    assert not re.search("[0-9.,]", " ".join(numbers))


@pytest.mark.browser
@pytest.mark.parametrize("count", [3, 1000])
def test_a_page_answers_before_all_is_drawn(chromium, make, demo, tmp_path, count):
    """Marks and cards answer first; names and time strip follow, and then it is ready."""
    webmap.build(make(count, demo.gazetteer)).save(tmp_path / "map.html")
    tab = chromium.new_page()
    tab.add_init_script(
        """new MutationObserver((changes) => {
          const has = (place) => document.querySelectorAll(place).length > 0;
          for (const { attributeName: name } of changes) (window.seen ||= []).push(
            [name, has(".gi-mark"), has(".card[tabindex]"), has(".gi-text"), has(".strip")]);
        }).observe(document, { subtree: true, attributeFilter: ["data-answers", "data-ready"] });"""
    )
    tab.goto((tmp_path / "map.html").as_uri())
    tab.wait_for_selector("html[data-ready]")

    assert tab.evaluate("seen") == [
        ["data-answers", True, True, False, False],
        ["data-ready", True, True, True, True],
    ]
    tab.close()


@pytest.mark.browser
def test_a_click_before_the_list_stands_opens_its_card(chromium, make, demo, tmp_path):
    """Cards are laid out after the marks, but the one asked for is at once."""
    webmap.build(make(3, demo.gazetteer)).save(tmp_path / "map.html")
    tab = chromium.new_page()
    tab.add_init_script(
        """new MutationObserver(() => {
          const waits = () => document.querySelectorAll(".cards.later").length > 0;
          const before = waits();
          document.querySelector(".gi-mark").click();
          setTimeout(() => { window.seen ||= [before, waits()]; });
        }).observe(document, { subtree: true, attributeFilter: ["data-answers"] });"""
    )
    tab.goto((tmp_path / "map.html").as_uri())
    tab.wait_for_selector("html[data-ready]")

    assert tab.evaluate("seen") == [True, False]
    assert tab.locator(".card.on").is_visible()
    tab.close()


@pytest.mark.browser
@pytest.mark.parametrize("count", [30, 120], ids=["cards written", "cards made"])
def test_without_scripts_the_first_closeups_stand(show, make, demo, count):
    """As many as the page is written with, in whole cards and in short ones."""
    found = make(count, demo.gazetteer, is_scaled=True)
    said = show(webmap.build(found), scripts=False)

    assert said.tab.locator(".closeup .sh-depth_bracket, .closeup .sh-area_disc").count() >= 6
    assert said.tab.locator(".closeup:visible").count() == columns.MOST_NEAR


@pytest.mark.browser
def test_a_link_to_one_of_many_opens_its_window(show, make, demo):
    """Its card is made, shown and focused."""
    found = make(1000, demo.gazetteer)
    wanted = found.incidents[612].id
    said = show(webmap.build(found), anchor=f"#{wanted}")

    assert said.tab.evaluate("document.activeElement.id") == wanted
    assert said.tab.locator(".window span").inner_text() == "601 to 650 of 1,000"


@pytest.mark.browser
def test_a_filter_of_many_counts_anew(show, make, demo):
    """Marks, list and count follow."""
    found = make(1000, demo.gazetteer)
    denied = sum(i.status == "denied" for i in found.incidents)
    said = show(webmap.build(found), anchor="#status=denied")

    assert said.tab.locator(".count").inner_text() == f"{denied} of 1,000"
    assert said.data("marks") == str(denied)


@pytest.mark.browser
def test_without_scripts_many_are_listed_shortly(show, make, demo):
    """Title, status and what each claimant says first."""
    said = show(webmap.build(make(120, demo.gazetteer)), scripts=False)

    assert said.tab.locator(".card").count() == 120
    assert said.tab.locator(".card q").count() > 20


@pytest.mark.slow
def test_a_hundred_thousand_fit_in_four_megabytes(make, demo):
    """Without quotes, each of them another."""
    found = make(100_000, demo.gazetteer)
    none = allot(found.readings, found.incidents, QuoteMode.NONE)

    assert len(webmap.html(found, quotes=none).encode()) <= 4_000_000


@pytest.mark.browser
def test_an_old_browser_shows_what_needs_no_script(chromium, make, demo, tmp_path):
    """Where packed code cannot be opened, the still map and the short cards stand."""
    webmap.build(make(100, demo.gazetteer)).save(tmp_path / "map.html")
    tab = chromium.new_page()
    tab.add_init_script("delete window.DecompressionStream;")
    tab.goto((tmp_path / "map.html").as_uri())
    tab.wait_for_selector(".still > svg")

    assert tab.locator(".card:visible").count() == 100
    assert tab.locator(".js-only:visible").count() == 0
    tab.close()
