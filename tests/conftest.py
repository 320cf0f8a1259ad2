"""What many tests need: the lexicon, the pack, the demo's run, and `--regold`."""

import shutil
import sys
from pathlib import Path

import hypothesis
import pytest

from geoincidents import api, cli, gazetteer, lexicon, resources

# A busy machine is no fault of the code: laws are held, times are not.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True)
hypothesis.settings.load_profile("steady")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

REPORT = """\
publisher: Example Wire
published: 2021-05-14

YEREVAN -- Armenia's Defense Ministry said on Thursday that Azerbaijani troops had crossed two
kilometers into Syunik Province on May 12. Azerbaijan denied the claim.
"""


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


@pytest.fixture
def run(monkeypatch, capsys):
    """Return a function that runs the command and gives (code, stdout, stderr)."""

    def run_(*words):
        monkeypatch.setattr(sys, "argv", ["geoincidents", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capsys.readouterr()
        return ended.value.code, told.out, told.err

    return run_


@pytest.fixture
def report(tmp_path):
    """Return a folder with one report."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "wire.txt").write_text(REPORT, encoding="utf-8")
    return folder
