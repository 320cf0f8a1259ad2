"""What the attacks need: the command in this process, and what every output must be."""

import csv
import io
import json
import re
import sqlite3
import sys
import unicodedata
from contextlib import closing
from pathlib import Path

import pytest

from geoincidents import cli

CORPUS = Path(__file__).parent / "corpus"
OBEYED = {"Cc", "Zl", "Zp", "Cs"}  # categories of what a terminal or a script would obey
ALLOWED = {"map.html": "\n\t", "claims.csv": "\r\n", "sources.csv": "\n"}
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
DATA_BLOCK = re.compile(
    r'<script[^>]*type="application/(?:json|gzip|octet-stream)[^>]*>(.*?)</script', re.DOTALL
)
GOOD = (
    "publisher: Example Wire\npublished: 2021-05-14\n\n"
    "YEREVAN -- Armenia's Defense Ministry said on Thursday that Azerbaijani troops had crossed "
    "two kilometers into Syunik Province near Lake Sev on May 12. Azerbaijan denied the claim.\n"
)


class Ended:
    """How a command ended."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def command(monkeypatch, capsys):
    """Return a function that runs the command; it never ends in a traceback."""

    def run(*words):
        monkeypatch.setattr(sys, "argv", ["geoincidents", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capsys.readouterr()
        assert ended.value.code in {0, 1, 2, 3}
        assert obeyed(told.out, "\n") == set()
        assert obeyed(told.err, "\n") == set()
        return Ended(ended.value.code, told.out, told.err)

    return run


@pytest.fixture
def good():
    """Return a report that tells of one incident, each side's version."""
    return GOOD


@pytest.fixture
def corpus():
    """Return the files that once broke something, by name."""
    return {path.name: path for path in sorted(CORPUS.iterdir())}


@pytest.fixture
def sound():
    """Return a function that holds a folder of outputs to what must hold of them all."""
    return check


def obeyed(words, allowed=""):
    """Return the characters of words that a terminal, a sheet or a script would obey."""
    odd = {c for c in words if unicodedata.category(c) in OBEYED}
    return odd - set(allowed)


def check(folder):
    """Hold every file of a folder of outputs to what must hold whatever came in."""
    for path in sorted(folder.iterdir()):
        if path.suffix == ".gpkg":
            _check_base(path)
            continue
        text = path.read_bytes().decode()
        assert obeyed(text, ALLOWED.get(path.name, "\n")) == set(), path.name
        if path.suffix in {".geojson", ".json"}:
            assert set(text) & BIDI == set(), path.name
            _check_json(text)
        elif path.suffix == ".csv":
            _check_cells(text)
        elif path.suffix == ".html":
            assert set(text) & BIDI == set()
            assert all("</" not in block for block in DATA_BLOCK.findall(text))


def _check_base(path):
    with closing(sqlite3.connect(path)) as base:
        names = [n for (n,) in base.execute("SELECT table_name FROM gpkg_contents")]
        for name in names:
            for row in base.execute(f'SELECT * FROM "{name}"'):  # noqa: S608 -- names are ours
                words = "".join(cell for cell in row if isinstance(cell, str))
                assert obeyed(words, "\n" if name == "layer_styles" else "") == set(), name


def _check_json(text):
    def refuse(words):
        raise AssertionError(f"{words} is no number of strict JSON")

    layer = json.loads(text, parse_constant=refuse)
    if layer.get("type") != "FeatureCollection":
        return
    ids = [feature["id"] for feature in layer["features"]]
    assert len(ids) == len(set(ids))
    assert "crs" not in layer
    for feature in layer["features"]:
        assert all(not isinstance(v, dict | list) for v in feature["properties"].values())
        for number in re.findall(r"-?\d+\.\d+", json.dumps(feature["geometry"])):
            assert len(number.split(".")[1]) <= 7


def _check_cells(text):
    plain = re.compile(r"[+-]?\d+(\.\d+)?")
    for row in csv.reader(io.StringIO(text, newline=""), strict=True):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")) or plain.fullmatch(cell)
