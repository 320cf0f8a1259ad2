"""Twice the text takes at most 2.3 times the time, whatever it is made of."""

import itertools
import subprocess
import sys
import time
from datetime import date

import pytest

from geoincidents import pipeline
from geoincidents.reports import documents, metadata, press

MOST_RATIO = 2.3  # of the time for twice the text
SHORTEST_S = 0.2  # below it a clock tells little
MOST_KB = 1_000_000
_CLAIM = "Armenia said Azerbaijani troops had crossed {} kilometers into Syunik Province on May {}."
MADE_OF = {
    "mentions": "Lake Sev and Kelbajar, Yerevan; ",
    "mentions by the sentence": "Fighting near Goris and Kelbajar and Lachin went on. ",
    "claims": None,
    "figures": "12 kilometers, 7 killed and 40 troops; ",
    "figures that fit": "They crossed 12 kilometers, 7 were killed. ",
    "quotes": '"He said ',
    "speakers": "he said that ",
    "denials": "Azerbaijan denies and Armenia rejects ",
    "unknown names": "the village of Xyz, ",
    "dates": "May 12 and ",
    "tags": "<a ",
    "open scripts": "<script>",
    "short lines": "ab\n",
    "bullets": "• a\n",
    "two spaces": "two  kilometers ",
    "carriage returns": "two\r\nkilometers ",
    "unseen": "Syu\u200bnik ",
    "terminal colours": "\x1b[31m ",
    "clauses": "which the troops that the army ",
    "combining marks": "e\u0301\u0301",
    "one word": "a",
    "digits": "7",
    "brackets": "(",
}


@pytest.fixture
def seconds(pack, english):
    """Return a function that gives the time that a text takes, read and merged."""
    words = press.of(english)
    given = metadata.Metadata(published=date(2021, 5, 14), publisher="Wire")

    def measure(text):
        start = time.process_time()
        report, _ = documents.make(text, "x.txt", given, words)
        readings = [*pipeline.read([report], pack, english)]
        pipeline.locate(readings, pack, drawn=False)
        return time.process_time() - start

    measure("One. Two.")
    return measure


def made(name, size):
    """Return a text of about a size."""
    piece = MADE_OF[name]
    if piece:
        return piece * (size // len(piece))
    told = (_CLAIM.format(k % 9 + 2, k % 28 + 1) for k in itertools.count())
    return "\n\n".join(itertools.islice(told, size // len(_CLAIM)))


@pytest.mark.slow
@pytest.mark.parametrize("name", MADE_OF)
def test_time_grows_with_the_text_and_no_faster(name, seconds):
    """The best of three, for a machine that does other things as well."""
    size = 50_000
    while (first := seconds(made(name, size))) < SHORTEST_S and size < 800_000:
        size *= 2
    ratios = []
    for _ in range(3):
        first = min(first, seconds(made(name, size)))
        ratios.append(seconds(made(name, 2 * size)) / max(first, SHORTEST_S / 4))
        if ratios[-1] <= MOST_RATIO:
            break

    assert min(ratios) <= MOST_RATIO


# The peak of a run counts only in a process of its own: this one has run other tests.
# Where /proc tells it, since `ru_maxrss` is handed on from the process that starts another.
COMMAND = """
import pathlib, resource, sys
from geoincidents.cli import main
try:
    main()
finally:
    status = pathlib.Path("/proc/self/status")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if status.is_file():
        peak = status.read_text().partition("VmHWM:")[2].split()[0]
    print(peak, file=sys.stderr)
"""
_KB = 1024 if sys.platform == "darwin" else 1


@pytest.mark.slow
@pytest.mark.parametrize("name", ["mentions", "figures", "claims"])
def test_a_long_text_ends_in_bounded_memory(name, tmp_path):
    """Five million characters: hundreds of thousands of mentions, figures or claims."""
    report, out = tmp_path / "long.txt", tmp_path / "out.jsonl"
    report.write_text(made(name, 5_000_000), encoding="utf-8")
    command = [sys.executable, "-c", COMMAND, "extract", str(report), "-o", str(out)]

    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=1200)

    assert out.stat().st_size > 0
    assert int(run.stderr.split()[-1]) / _KB < MOST_KB
