"""The annotations of our own digests agree with their texts."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHECKER = ROOT.parent / "shared" / "eval" / "check_gold.py"
TEXTS = sorted(Path(__file__).resolve().parent.glob("digests*/*.txt"))
FOLDERS = sorted({path.parent for path in TEXTS})


def test_annotations_are_what_their_tables_give():
    """No offset is typed: the tool makes the same files again."""
    tool = ROOT / "tools" / "annotate_digests.py"

    run = subprocess.run(
        [sys.executable, tool, "--check"], check=False, capture_output=True, text=True
    )

    assert (run.returncode, run.stdout) == (0, "")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_spans_of_an_annotation_hold_its_words(path):
    """The first mention of a place and the words of a figure stand where they should."""
    text = path.read_text(encoding="utf-8")
    noted = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    figures = [figure for incident in noted["incidents"] for figure in incident["measures"]]

    assert all(text[slice(*p["mentions"][0])] == p["text"] for p in noted["places"])
    assert all(text[slice(*f["span"])] == f["text"] for f in figures)


@pytest.mark.skipif(not CHECKER.is_file(), reason="no ../shared")
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_annotations_keep_the_schema(folder):
    """The checker of the annotation finds no fault."""
    run = subprocess.run(
        [sys.executable, CHECKER, folder], check=False, capture_output=True, text=True
    )

    assert run.returncode == 0, run.stdout
