"""The drawn doubt holds the annotated sites of reports, and is not wide."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "eval" / "gold" / "dev"


@pytest.fixture(scope="module")
def tool():
    """Return the tool as a module."""
    spec = importlib.util.spec_from_file_location(
        "measure_doubt", ROOT / "tools" / "measure_doubt.py"
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def sites(tool):
    """Return the annotated sites."""
    if not GOLD.is_dir():
        pytest.skip("no ../shared")
    return tool.measure([GOLD])


def test_nine_of_ten_sites_lie_inside_their_doubt(tool, sites):
    """Doubts follow from how positions were checked, not from these sites."""
    assert tool.share(sites) >= 0.9


def test_towns_and_villages_have_a_narrow_doubt(tool, sites):
    """A doubt of half a province holds everything and says nothing."""
    assert tool.median_m(s for s in sites if s.kind in tool.SETTLED) <= 3000


def test_a_table_has_a_row_a_kind(tool, sites):
    """The row of all sites comes last."""
    assert tool.table(sites).splitlines()[-1].startswith("| all |")
