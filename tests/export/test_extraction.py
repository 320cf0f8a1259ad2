"""What `extract` prints: a line a report, though reports that tell of nothing are let go."""

import json
from dataclasses import replace

from geoincidents.export import extraction


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


def test_only_reports_that_tell_of_something_are_held(run):
    """Of the others a run needs no more than their line."""
    quiet = replace(run.readings[0], claims=())

    lines, _ = _lines((quiet, *run.readings, quiet), run.incidents, run.gazetteer)

    assert lines.telling == run.readings
    assert lines.reports == len(run.readings) + 2
