"""`geoincidents sources`: guesses with their basis, empty where nothing is known."""

import csv
import io

from geoincidents import reports


def _rows(folder, english):
    table = reports.propose_sources(folder, english)
    return {row["file"]: row for row in csv.DictReader(io.StringIO(table))}


def test_guesses_stand_beside_their_basis(write, english, tmp_path):
    """Title, publisher and date say where they are from."""
    write("2023-01-02_lisk.txt")

    row = _rows(tmp_path, english)["2023-01-02_lisk.txt"]

    assert (row["publisher"], row["published"]) == ("Reuters", "2023-01-02")
    assert row["title"] == "Border quiet after two days of shelling"
    assert row["basis"] == (
        "publisher: 'Reuters' in the text; title: line of the text; published: file name"
    )


def test_what_is_not_known_is_empty(write, english, tmp_path):
    """No date is taken from the machine."""
    write("a.txt", "The army left.")

    row = _rows(tmp_path, english)["a.txt"]

    assert (row["publisher"], row["title"], row["published"]) == ("", "", "")


def test_a_file_that_cannot_be_read_has_a_row(write, english, tmp_path):
    """So that none is missed."""
    write("a.txt", b"\xff\xfe")

    assert _rows(tmp_path, english)["a.txt"]["basis"].startswith("not read: not UTF-8")


def test_the_proposal_can_be_read_again(write, english, tmp_path):
    """Its own extra column is no fault."""
    path = write("a.txt")
    write("sources.csv", reports.propose_sources(tmp_path, english))

    batch = reports.read([path], english)

    assert batch.reports[0].publisher == "Reuters"
    assert not batch.warnings


def test_no_cell_is_a_formula(write, english, tmp_path):
    """A sheet that opens the table runs nothing."""
    write("a.txt", "=HYPERLINK(1)\n\nThe army of Lisk left the village.\n")

    assert _rows(tmp_path, english)["a.txt"]["title"] == "'=HYPERLINK(1)"
