"""The extraction floors, measured with the annotation's own scorer."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
EVALUATION = HERE.parent.parent / "shared" / "eval"
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(
    not (EVALUATION / "gold").is_dir(), reason="floors: skipped (no ../shared)"
)


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    """Return the scores of `extract` on the annotated reports."""
    folder = tmp_path_factory.mktemp("floors")
    gold, out, scores = EVALUATION / "gold", folder / "out.jsonl", folder / "scores.json"
    extract = [sys.executable, "-m", "geoincidents", "extract", gold / "seeds", gold / "dev"]
    subprocess.run([*extract, "-o", out], check=True, capture_output=True)
    score = [sys.executable, EVALUATION / "score.py", gold, out, "--json", scores]
    subprocess.run([*score, "--clusters", gold / "clusters.json"], check=True, capture_output=True)
    return json.loads(scores.read_text(encoding="utf-8"))


def _figure(figures, name):
    score, part = name.rsplit(".", 1)
    return figures[score][part]


@pytest.mark.parametrize(("name", "floor"), FLOORS["at_least"].items())
def test_a_score_is_at_least_its_floor(figures, name, floor):
    """Reading does not get worse."""
    assert _figure(figures, name) >= floor


@pytest.mark.parametrize(("name", "ceiling"), FLOORS["at_most"].items())
def test_an_error_is_at_most_its_ceiling(figures, name, ceiling):
    """Inventing does not get more frequent."""
    assert _figure(figures, name) <= ceiling
