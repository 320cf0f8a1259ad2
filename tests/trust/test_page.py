"""The page of a hostile report, made by the command and opened with every mark chosen."""

import pytest

PWN = (
    "${window.PWN=1}`${window.PWN=2}`</script><script>window.PWN=3</script>"
    "<img src=x onerror=window.PWN=4><!--{{ 7*7 }}`)[0];window.PWN=5;//\"'>"
)
pytestmark = pytest.mark.browser


@pytest.fixture
def page(good, command, tmp_path):
    """Return the page of a report that is hostile wherever a report can be."""
    folder = tmp_path / "in"
    folder.mkdir()
    told = good.replace("publisher: Example Wire", f"publisher: {PWN}\ntitle: {PWN}")
    told = told.replace("denied the claim", f'denied the claim, saying "{PWN} \u2028\u202e two km"')
    (folder / f"{PWN.replace('/', '')}.txt").write_text(told, encoding="utf-8")
    (folder / "two.txt").write_text(f"url: javascript:window.PWN=6\n{good}", encoding="utf-8")
    assert command("map", folder, "-o", tmp_path / "out", "--title", PWN).code == 0
    return tmp_path / "out" / "map.html"


def test_nothing_of_a_hostile_report_runs(page, chromium):
    """Every mark and card opened: no script, no request, no link but to the web."""
    tab = chromium.new_page()
    said, asked = [], []
    tab.on("console", lambda line: said.append(line.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(page.as_uri())
    tab.wait_for_selector("html[data-ready]")
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for mark in tab.locator(".gi-mark").all():
        mark.press("Enter")

    assert tab.evaluate("window.PWN") is None
    assert tab.locator("img[src=x]").count() == 0
    links = tab.evaluate("[...document.querySelectorAll('a')].map(a => a.protocol)")
    assert {p for p in links if p not in {"http:", "https:", "file:"}} == set()
    assert said == []
    assert [url for url in asked if not url.startswith("data:")] == [tab.url.split("#")[0]]
    tab.close()
