"""The committed `output/` is what the demo gives now; `make map` renews it."""

import hashlib
import json
from pathlib import Path

import pytest

from geoincidents import export

ROOT = Path(__file__).resolve().parent.parent

OUTPUT = ROOT / "output"
# Made anew by `make map`: too large, or no text that a code host shows.
UNCOMMITTED = {"map.html", "incidents.gpkg"}
NAMES = sorted(p.name for p in OUTPUT.glob("*") if p.name not in {*UNCOMMITTED, "manifest.json"})


@pytest.fixture(scope="module")
def made(demo):
    """Return the demo's files by name, without the page."""
    return export.contents(demo)


def test_every_layer_is_committed(made):
    """A code host shows each of them."""
    assert set(made) - {"LICENCES.txt"} - UNCOMMITTED <= set(NAMES)


@pytest.mark.parametrize("name", [n for n in NAMES if n != "LICENCES.txt"])
def test_a_layer_is_what_the_demo_gives(made, name):
    """What one sees in the repository is what the program does."""
    assert (OUTPUT / name).read_bytes() == made[name]


def test_the_manifest_knows_the_committed_files():
    """The next `make map` takes none of them for edited by a person."""
    rows = json.loads((OUTPUT / "manifest.json").read_bytes())["files"]
    known = {row["name"]: row["sha256"] for row in rows}

    for name in NAMES:
        assert known[name] == hashlib.sha256((OUTPUT / name).read_bytes()).hexdigest()
