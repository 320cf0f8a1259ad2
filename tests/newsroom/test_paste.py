"""The lines to paste, in real host pages: a plain one, and one with a strict policy."""

import mimetypes

import pytest

from geoincidents import newsroom

pytestmark = pytest.mark.browser
SITE = "http://news.invalid"
HOST = "<!doctype html><meta charset=utf-8><title>Host</title><h1>An article</h1>\n{lines}\n<p>End."


@pytest.fixture(scope="module")
def files(bundle):
    """Return a site: the bundle and host pages with each of its lines to paste, by path."""
    pasted = bundle["embed.txt"].decode().split("\n\n<!-- ")
    found = {}
    for part in ("plain", "strict"):
        found |= {f"/{part}/{name}": content for name, content in bundle.items()}
        for n, lines in enumerate(pasted, start=1):
            own = lines.replace(newsroom.PLACEHOLDER, f"{SITE}/{part}")
            page = HOST.format(lines=own if n == 1 else f"<!-- {own}")
            found[f"/{part}/host{n}.html"] = page.encode()
    return found


@pytest.fixture
def visit(chromium, files):
    """Return a function that opens a host page; under `strict/` all has a strict policy."""
    tabs = []

    def serve(route):
        path = route.request.url.removeprefix(SITE).partition("?")[0]
        if path not in files:
            route.fulfill(status=404)
            return
        headers = {"Content-Type": mimetypes.guess_type(path)[0] or "text/plain"}
        if path.startswith("/strict/"):
            headers["Content-Security-Policy"] = "default-src 'self'"
        route.fulfill(body=files[path], headers=headers)

    def open_(page):
        tab = chromium.new_page(viewport={"width": 720, "height": 1200})
        tabs.append(tab)
        tab.route(f"{SITE}/**", serve)
        tab.goto(f"{SITE}/{page}")
        return tab

    yield open_
    for tab in tabs:
        tab.close()


def test_in_a_plain_page_the_frame_takes_the_maps_height(visit):
    """The first lines: as high as what they show, with nothing to scroll inside."""
    tab = visit("plain/host1.html")
    frame = tab.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached")
    tab.wait_for_timeout(1000)
    inner = frame.locator("html").evaluate("e => e.scrollHeight")

    assert abs(tab.locator("iframe").evaluate("e => e.clientHeight") - inner) <= 2


@pytest.mark.parametrize("part", ["plain", "strict"])
def test_the_second_lines_show_the_map_under_any_policy(visit, part):
    """Also where the site lets nothing inline run or style."""
    tab = visit(f"{part}/host2.html")
    frame = tab.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached")

    assert frame.locator(".leaflet-container").count() == 1
    assert "Lake Sev" in frame.locator("body").inner_text()


@pytest.mark.parametrize("part", ["plain", "strict"])
def test_the_third_lines_show_the_image_with_its_caption(visit, part):
    """Where frames are stripped."""
    tab = visit(f"{part}/host3.html")

    assert tab.locator("img").evaluate("e => e.naturalWidth") == 1440
    assert "Azerbaijan denies" in tab.locator("figcaption").inner_text()
    assert "not checked by a person" in tab.locator("img").get_attribute("alt")
    assert tab.locator("figcaption").inner_text().count("\n") > 3  # each incident on its line


def test_the_image_is_as_wide_as_its_column(visit):
    """On a telephone it does not run off the page."""
    tab = visit("plain/host3.html")
    tab.set_viewport_size({"width": 360, "height": 740})

    assert tab.evaluate("document.documentElement.scrollWidth") == 360


def test_under_a_strict_policy_the_first_lines_show_the_still_map(visit):
    """What may not run there leaves picture and list."""
    tab = visit("strict/host1.html")
    body = tab.frame_locator("iframe").locator("body")

    assert "Lake Sev" in body.inner_text()
