"""Every input that once broke something, replayed.

A file's name says what it broke: `skipped-...` must be refused by name, `depth2km-...` must
give one depth of two kilometres, `quiet-...` no incident; all must end well.
"""

import json
from pathlib import Path

import pytest

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())


@pytest.mark.parametrize("path", CORPUS, ids=[p.name for p in CORPUS])
def test_what_once_broke_something_ends_well(path, command):
    """As its name says."""
    ended = command("extract", path)

    rule = path.name.split("-")[0]
    assert (ended.code == 1) == (rule == "skipped")
    if rule == "skipped":
        assert f"skipped {path}: " in ended.err
        return
    (row,) = map(json.loads, ended.out.splitlines())
    if rule == "quiet":
        assert row["incidents"] == []
    if rule == "depth2km":
        found = [m for i in row["incidents"] for m in i["measures"]]
        assert [(m["kind"], m["si"]) for m in found] == [("depth", 2000.0)]


def test_there_is_something_to_replay():
    """An empty folder would let all pass."""
    assert len(CORPUS) >= 10
