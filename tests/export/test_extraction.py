"""What `extract` prints: a line a report, though reports that tell of nothing are let go."""

import json
from dataclasses import replace

from geoincidents import incidents
from geoincidents.export import extraction, strict
from geoincidents.model import Mention


def _lines(readings, incidents, gazetteer):
    lines = extraction.Lines(gazetteer)
    for reading in readings:
        lines.add(reading)
    return lines, [json.loads(line) for line in lines.written(incidents)]


def test_lines_are_the_rows_in_the_order_of_the_reports(run):
    """What is let go early is written in its place."""
    quiet = replace(run.readings[0], claims=())
    readings = (quiet, *run.readings, quiet)

    _, written = _lines(readings, run.incidents, run.gazetteer)

    rows = extraction.rows(readings, run.incidents, run.gazetteer)
    assert written == [json.loads(json.dumps(row)) for row in rows]


def test_a_quiet_line_is_its_row_letter_for_letter(run):
    """It is put together from encoded pieces, the second time from those of the first."""
    report = run.readings[0].report
    named = [Mention(passage=report.passage((n, n + 4)), place_id="mere") for n in (0, 9)]
    other = Mention(passage=report.passage((5, 8)), place_id=None, literal=False)
    quiet = replace(run.readings[0], claims=(), mentions=(named[0], other, named[1]))
    lines = extraction.Lines(run.gazetteer)

    for _ in range(2):
        lines.add(quiet)

    (row,) = extraction.rows([quiet], (), run.gazetteer)
    assert [len(place["mentions"]) for place in row["places"]] == [2, 1]
    assert [*lines.written(())] == [strict.dumps(row) + "\n"] * 2


def test_only_claims_of_reports_that_tell_of_something_are_held(run):
    """Of the others a run needs no more than their line, of these no text."""
    quiet = replace(run.readings[0], claims=())

    lines, _ = _lines((quiet, *run.readings, quiet), run.incidents, run.gazetteer)

    assert [r.claims for r in lines.telling] == [r.claims for r in run.readings]
    assert not any(r.mentions or r.filtered or r.report.text for r in lines.telling)
    assert lines.reports == len(run.readings) + 2


def test_many_lines_lie_in_a_file(run, monkeypatch):
    """Lines that memory need not hold are written all the same."""
    _, few = _lines(run.readings, run.incidents, run.gazetteer)
    monkeypatch.setattr(extraction, "_IN_MEMORY", 1)

    _, many = _lines(run.readings, run.incidents, run.gazetteer)

    assert many == few


def test_the_same_incidents_are_found_in_what_is_held(run):
    """What is let go of a report is not needed to tell which incident a claim belongs to."""
    lines, _ = _lines(run.readings, run.incidents, run.gazetteer)

    held, whole = (incidents.merge(r, run.gazetteer) for r in (lines.telling, run.readings))

    assert held == whole
