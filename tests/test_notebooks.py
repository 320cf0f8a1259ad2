"""The example notebooks run as they stand."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "docs").glob("*.ipynb"))


def _cells(path, kind):
    cells = json.loads(path.read_bytes())["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == kind]


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path, tmp_path):
    """Cell after cell, in a folder of its own beside the reports."""
    pytest.importorskip("mapclassify", reason="the extra `explore`")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    code = "\n".join(_cells(path, "code"))
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_committed_with_what_it_printed(path):
    """Readers of a code host see results, and no markup of a map is stored."""
    cells = json.loads(path.read_bytes())["cells"]
    outputs = [o for c in cells if c["cell_type"] == "code" for o in c["outputs"]]

    assert outputs
    assert not re.search(r"<html|text/html", json.dumps(outputs))
    assert all(o["output_type"] != "error" for o in outputs)
