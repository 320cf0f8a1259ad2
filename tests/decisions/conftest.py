"""Two reports of an invented frontier, and decisions about what they claim."""

import importlib.util
import sys
from pathlib import Path

import pytest

from geoincidents import decisions, pipeline

_DESK = Path(__file__).resolve().parent.parent / "incidents" / "conftest.py"
HEADER = "id,action,value,who,when,why\n"


def _desk_module():
    spec = importlib.util.spec_from_file_location("incidents_desk", _DESK)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their own module up
    spec.loader.exec_module(module)
    return module


_MODULE = _desk_module()


@pytest.fixture
def desk():
    """Return an empty desk on the invented frontier of the tests of incidents."""
    return _MODULE.Desk()


@pytest.fixture
def read(desk):
    """Return how to read rows of a file of decisions."""

    def read_(*rows, header=HEADER):
        content = (header + "".join(f"{row}\n" for row in rows)).encode()
        return decisions.read(content, "desk.csv", desk.gazetteer)

    return read_


@pytest.fixture
def decide(desk, read):
    """Return how to replay rows on the reports of the desk."""

    def decide_(*rows):
        return pipeline.decide(desk.readings(), desk.gazetteer, read(*rows), drawn=False)

    return decide_
