"""Invented reports in a folder of their own."""

import pytest

from geoincidents import reports
from geoincidents.model import BlockKind

NEWS = """\
Border quiet after two days of shelling

LISKGRAD (Reuters) - The army of Lisk said on Tuesday that shelling had stopped.

Residents of Upper Dorn said that they heard nothing during the night.
"""


@pytest.fixture
def write(tmp_path):
    """Write a file of the test's folder and return its path."""

    def write_(name, content=NEWS):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_


@pytest.fixture
def read_one(write, english):
    """Return the one report that a text is."""

    def read_one_(content, name="report.txt", sources=""):
        path = write(name, content)
        if sources:
            write("sources.csv", sources)
        batch = reports.read([path], english)
        assert not batch.failures
        return batch.reports[0]

    return read_one_


@pytest.fixture
def words_of():
    """Return the words of a report's blocks of one kind, outer space off."""

    def words_of_(report, kind):
        blocks = [b for b in report.blocks if b.kind is BlockKind(kind)]
        return [w for b in blocks if (w := report.text[slice(*b.span)].strip())]

    return words_of_
