"""Our own voice never judges, on the terminal as in the files."""

import re

import pytest

QUOTED = re.compile(r'"[^"]*"', re.DOTALL)


@pytest.fixture
def judging(english):
    """Return the pattern of the list."""
    beginnings = english.section("judging")["judging"]["beginnings"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, beginnings))})\w*", re.IGNORECASE)


def test_no_line_of_the_terminal_judges(judging, command, tmp_path):
    """The table and the files; types stand beside who says them."""
    told = QUOTED.sub("", command("demo", "-o", tmp_path / "out").out)
    lines = [line for line in told.splitlines() if judging.search(line)]

    assert [line for line in lines if not re.search(r"\b(?:says|denies|say)\b", line)] == []


@pytest.mark.parametrize("words", [(), ("map",), ("extract",), ("explain",), ("sources",)])
def test_no_help_judges(words, judging, command):
    """What the program says of itself."""
    told = command(*words, "--help").out

    assert judging.search(told) is None
