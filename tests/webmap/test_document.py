"""The page without folium: the same bytes as the map that is a folium map."""

from __future__ import annotations

import subprocess
import sys

import pytest

from geoincidents import resources, webmap, wording
from geoincidents.quotes import allot
from geoincidents.webmap import document, page, sources, view

pytestmark = pytest.mark.skipif(
    not resources.webmap_file("vendor", "leaflet.js").is_file(),
    reason="the page's libraries are not packed: pip install -e .",
)


def test_the_page_is_the_same_without_folium(found):
    """What the command writes is what `to_map()` gives."""
    assert webmap.html(found, title="A {{ title }}") == (
        webmap.build(found, title="A {{ title }}").html()
    )


@pytest.mark.parametrize("length", [1, 50_000], ids=["little data", "much data, packed"])
def test_data_lies_in_the_page_as_folium_writes_it(found, length):
    """Packed or not, the island and the map's options are the same."""
    drawn = view.Drawn(
        found, allot(found.readings, found.incidents), wording.load(), sources.theme()
    )
    data = {**drawn.map(), "silence": "-" * length}

    folium_map = page.IncidentMap(drawn.page(), data, str)

    assert document.island(data)[0] is (length > 1)
    assert document.plain(drawn.page(), data) == folium_map.html()


def test_a_script_loses_its_comments_and_nothing_else():
    """Code travels without what is written for readers of the source; a star may begin code."""
    script = "// one\n/** two */\nlet a = 1; // three\n  /**\n   * four\n   */\n  *b() {\n  }\n"

    assert sources.lean(script) == "let a = 1; // three\n*b() {\n}"


def test_the_command_loads_no_folium(tmp_path):
    """A run that adds nothing to the map need not load what adds to maps."""
    code = (
        "import sys\n"
        f"sys.argv = ['geoincidents', 'demo', '-o', {str(tmp_path / 'out')!r}]\n"
        "from geoincidents import cli\n"
        "try:\n    cli.main()\n"
        "finally:\n    print('folium' in sys.modules, 'pandas' in sys.modules)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.splitlines()[-1] == "False False"


def test_leaflets_one_function_stands_in_brackets():
    """Browsers parse a bracketed function once; the rest of Leaflet is as it came."""
    script = sources.leaflet()

    assert "}(this,(function(t){" in script
    assert script.rstrip().endswith("window.L=t}));")
