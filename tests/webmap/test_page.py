"""The page as a file: whole, the same on every run, and a folium map."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from dataclasses import replace

import folium
import pytest

from geoincidents import quotes, resources, webmap, wording
from geoincidents.errors import AssetsError
from geoincidents.webmap import packing, page, sources

JUDGING = (
    "incursion", "invade", "invad", "occupy", "occupi", "seize", "seizure", "liberate",
    "aggression", "enemy", "terrorist", "confirm", "admit",
)  # fmt: skip
needs_leaflet = pytest.mark.skipif(
    not resources.webmap_file("vendor", "leaflet.js").is_file(),
    reason="the page's libraries are not packed: pip install -e .",
)
pytestmark = needs_leaflet


@pytest.fixture
def built(found):
    """Return the map of the invented run."""
    return webmap.build(found)


def test_it_is_a_folium_map(built):
    """What works with a folium map works with ours."""
    assert isinstance(built, folium.Map)


def test_two_runs_give_the_same_bytes(found, built):
    """Folium's random names do not reach the page, with a user's element neither."""
    other = webmap.build(found)
    for map_ in (built, other):
        folium.GeoJson({"type": "Point", "coordinates": [20, 45]}).add_to(map_)

    assert built.html() == other.html()
    assert built.html() == built.html()


def test_the_policy_names_no_host(built):
    """Hashes only: nothing can be fetched and nothing foreign can run."""
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', built.html())[1]

    assert "default-src &#39;none&#39;" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_island_cannot_end_its_element():
    """Markup and line separators in data are escaped, and read back equal."""
    hostile = {"a": "</script><!-- & \u2028\u2029 ${x} `y`"}

    text = packing.plain(hostile)

    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == hostile


def test_a_number_that_json_lacks_is_our_bug():
    """No NaN reaches a page."""
    with pytest.raises(ValueError, match="JSON"):
        packing.plain({"a": float("nan")})


def test_save_writes_exactly_the_page(built, tmp_path):
    """The file is what was rendered, and no other file is left."""
    built.save(tmp_path / "map.html")

    assert (tmp_path / "map.html").read_text("utf-8") == built.html()
    assert [p.name for p in tmp_path.iterdir()] == ["map.html"]


def test_save_takes_an_open_file(built):
    """As folium's own does."""
    file = io.BytesIO()
    built.save(file, close_file=False)

    assert file.getvalue().decode() == built.html()


def test_a_failed_save_keeps_the_older_file(built, tmp_path, monkeypatch):
    """A page is the old one or the new one, whole."""
    path = tmp_path / "map.html"
    path.write_text("older")

    def fail(_):
        raise OSError("no space left")

    monkeypatch.setattr(page.os, "fsync", fail)
    with pytest.raises(OSError, match="no space"):
        built.save(path)

    assert path.read_text() == "older"
    assert [p.name for p in tmp_path.iterdir()] == ["map.html"]


def test_a_notebook_shows_it(built):
    """`_repr_html_` holds the page in a frame."""
    assert "srcdoc=" in built._repr_html_()


def test_a_users_element_has_a_script_of_its_own(built):
    """Its failure cannot stop the page."""
    folium.GeoJson({"type": "Point", "coordinates": [20, 45]}).add_to(built)
    scripts = re.findall(r"<script>(.*?)</script>", built.html(), re.DOTALL)

    (ours,) = [n for n, text in enumerate(scripts) if "geoincidents.start(map" in text]
    (theirs,) = [n for n, text in enumerate(scripts) if "L.geoJson(null" in text]
    assert ours < theirs


def test_an_element_that_loads_from_elsewhere_is_named(built):
    """The page says that it is no longer self-contained, and lets just that through."""
    folium.TileLayer("https://{s}.tiles.example/{z}/{x}/{y}.png", attr="Tiles").add_to(built)

    with pytest.warns(UserWarning, match=r"TileLayer need https://\*\.tiles\.example"):
        html = built.html()

    assert "img-src data: https://*.tiles.example;" in html


def test_missing_libraries_are_named(built, monkeypatch, tmp_path):
    """Without Leaflet the message says what is missing and how to get it."""
    monkeypatch.setattr(sources.resources, "webmap_file", tmp_path.joinpath)

    with pytest.raises(AssetsError, match=r"leaflet\.js.*reinstall"):
        built.html()


def test_our_own_voice_does_not_judge(built):
    """Outside quotes and beside no speaker, no judging word stands on the page."""
    text = _own_words(built.html())

    assert not [w for w in JUDGING if w in text]


def test_the_demo_does_not_judge_either(demo):
    """Real wording passes the same list."""
    text = _own_words(webmap.build(demo).html())

    assert not [w for w in JUDGING if w in text]


def _own_words(html: str) -> str:
    """Return the text of a page without quotes, types beside their speaker and licences."""
    body = html[html.index("<body>") :]
    for dropped in (r"<q\b.*?</q>", r'<p class="type">.*?</p>', r"<script.*?</script>",
                    r"<pre>.*?</pre>", r"<title>.*?</title>"):  # fmt: skip
        body = re.sub(dropped, " ", body, flags=re.DOTALL)
    return re.sub(r"<[^>]+>", " ", body).casefold()


def test_no_quotes_means_none(found):
    """Figures, places and voices stay; not a clause is shown."""
    none = quotes.allot(found.readings, found.incidents, quotes.QuoteMode.NONE)
    html = webmap.build(found, quotes=none).html()

    assert "<q" not in html
    assert "Orm denies" in html


def test_a_private_copy_says_so(found):
    """Whole sentences are for one's own desk."""
    full = quotes.allot(found.readings, found.incidents, quotes.QuoteMode.FULL)

    assert "Private working copy" in webmap.build(found, quotes=full).html()
    assert "Private working copy" not in webmap.build(found).html()


def test_a_hostile_text_is_text(found):
    """A title with markup reaches the list escaped."""
    hostile = "<img src=x onerror=alert(1)></script>{{ 7*7 }}"
    incident = replace(found.incidents[0], title=hostile)
    html = webmap.build(replace(found, incidents=(incident,))).html()

    assert "<img src=x" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html
    assert "49" not in re.findall(r"<h3.*?</h3>", html, re.DOTALL)[0]


def test_an_empty_run_is_a_page_that_says_so(found):
    """No incident is an answer."""
    html = webmap.build(replace(found, incidents=())).html()

    assert "No incident was found in these reports." in html


def test_building_needs_no_folium_until_it_builds():
    """Importing the package of the page is cheap."""
    code = "import sys, geoincidents.webmap; print('folium' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "False"


def test_words_of_the_page_are_those_of_the_terminal(found, built):
    """One wording serves every output."""
    status = wording.load().status(found.incidents[0], found.gazetteer)

    assert status in built.html()


def test_only_earlier_events_are_not_told_as_none(found):
    """Where reports recall events, the list does not say that there are none."""
    past = tuple(replace(i, background=True) for i in found.incidents)
    html = webmap.build(replace(found, incidents=past)).html()

    assert "No incident was found" not in html
    assert "earlier ones that they recall are below" in html
