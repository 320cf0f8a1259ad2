"""What stands around a sentence does not change what it tells."""

import importlib.util
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
CEILINGS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["laws"]


@pytest.fixture(scope="module")
def tool():
    """Return the script as a module."""
    path = HERE.parents[1] / "tools" / "reading_laws.py"
    spec = importlib.util.spec_from_file_location("reading_laws", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["reading_laws"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["reading_laws"]


@pytest.mark.slow
def test_surroundings_spoil_no_more_sentences_than_before(tool):
    """Each variant has a ceiling of the items that it may spoil; a ceiling only falls."""
    spoilt = tool.shares_spoilt(tool.changed())

    assert spoilt.keys() == CEILINGS.keys()
    assert not {name: part for name, part in spoilt.items() if part > CEILINGS[name]}
