"""What many tests need: the lexicon, the pack, the demo's run, and `--regold`."""

import shutil
from pathlib import Path

import hypothesis
import pytest

from geoincidents import api, gazetteer, lexicon, resources

# A busy machine is no fault of the code: laws are held, times are not.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True)
hypothesis.settings.load_profile("steady")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser):
    """Add the option that rewrites golden files."""
    parser.addoption("--regold", action="store_true", help="rewrite the golden files")


@pytest.fixture(scope="session")
def english():
    """Return the English lexicon."""
    return lexicon.load()


@pytest.fixture(scope="session")
def pack():
    """Return the gazetteer of the packs that come with the program."""
    return gazetteer.load(resources.pack_folders())


@pytest.fixture(scope="session")
def demo():
    """Return what the demo's digests tell."""
    return api.locate(resources.seeds_folder())


@pytest.fixture(scope="session")
def founding():
    """Return what the five founding reports tell."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("no ../shared")
    return api.locate(folder)


@pytest.fixture(scope="session")
def chromium():
    """Return a browser that resolves no host."""
    command = shutil.which("chromium")
    if command is None:
        pytest.skip("no chromium")
    if not resources.webmap_file("vendor", "leaflet.js").is_file():
        pytest.skip("the page's libraries are not packed")
    api = pytest.importorskip("playwright.sync_api", reason="no playwright")
    with api.sync_playwright() as player:
        browser = player.chromium.launch(
            executable_path=command,
            args=["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"],
        )
        yield browser
        browser.close()
