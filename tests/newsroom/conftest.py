"""The demo's run, with its bundle made once."""

import pytest

from geoincidents import newsroom, resources

pytest.importorskip("typst", reason="the extra `images` is not installed")


@pytest.fixture(scope="session")
def bundle(demo):
    """Return the files of the demo's bundle by name."""
    if not resources.webmap_file("vendor", "leaflet.js").is_file():
        pytest.skip("the page's libraries are not packed: pip install -e .")
    return newsroom.bundle(demo)
