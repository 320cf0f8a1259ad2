"""The page with its files beside it, for sites that allow nothing inline."""

from __future__ import annotations

import re

import pytest

from geoincidents import resources, webmap

pytestmark = pytest.mark.skipif(
    not resources.webmap_file("vendor", "leaflet.js").is_file(),
    reason="the page's libraries are not packed: pip install -e .",
)
SITE = "http://site.example/"
TYPES = {"html": "text/html; charset=utf-8", "js": "text/javascript", "css": "text/css"}


@pytest.fixture
def files(found):
    """Return the files of the invented run's page."""
    return webmap.files(found)


@pytest.fixture
def site(chromium, files):
    """Return a function that opens the page on a site with the strictest usual policy."""
    tabs = []

    def opener(left_out=()):
        tab = chromium.new_page(viewport={"width": 1280, "height": 800})
        tabs.append(tab)
        tab.said = []
        tab.on("console", lambda line: tab.said.append(line.text))
        tab.on("pageerror", lambda error: tab.said.append(str(error)))
        tab.route(
            "**/*", lambda route: route.fulfill(**_answer(route.request.url, files, left_out))
        )
        tab.goto(f"{SITE}index.html")
        return tab

    yield opener
    for tab in tabs:
        tab.close()


def _answer(url, files, left_out):
    name = url.removeprefix(SITE)
    if name not in files or name in left_out:
        return {"status": 204 if name == "favicon.ico" else 404, "body": ""}
    headers = {
        "Content-Security-Policy": "default-src 'self'",
        "Content-Type": TYPES[name.rpartition(".")[2]],
    }
    return {"status": 200, "headers": headers, "body": files[name]}


def test_nothing_inline_runs_or_styles(files):
    """Each script but blocks of data has a file, and there is no style in the page."""
    html = files["index.html"]
    inline = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", html)

    assert all(re.search(r'type="(application/(ld\+)?json|text/plain)"', a) for a in inline)
    assert "<style" not in html
    assert not re.search(r"\s(style|on\w+)=", html)


def test_every_file_is_there_once(files):
    """What the page names lies beside it, and nothing else does."""
    html = files["index.html"]
    named = re.findall(r'<script src="([^"]+)"|<link rel="stylesheet" href="([^"]+)"', html)

    assert sorted(a or b for a, b in named) == sorted(set(files) - {"index.html"})


def test_two_runs_give_the_same_files(found, files):
    """No name and no content changes."""
    assert webmap.files(found) == files


@pytest.mark.browser
def test_it_works_where_only_the_sites_own_files_may_run(site):
    """Marks, cards and filters work, and nothing is said to the console."""
    tab = site()
    tab.wait_for_selector("html[data-ready]")
    tab.locator("#bcdfgh .pick").click()

    assert tab.evaluate("document.documentElement.dataset.marks") == "1"
    assert tab.locator(".card.on").get_attribute("id") == "bcdfgh"
    assert tab.said == []


@pytest.mark.browser
@pytest.mark.parametrize("lost", ["map.js", "leaflet.js"])
def test_without_its_scripts_the_still_map_is_there(site, lost):
    """A file that was not copied costs the controls, not the map."""
    tab = site(left_out=(lost,))
    tab.wait_for_selector(".still > svg")

    assert tab.locator(".still > svg").is_visible()
    assert tab.locator(".card").first.is_visible()
