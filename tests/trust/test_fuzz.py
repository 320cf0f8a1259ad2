"""Fuzz targets: report text, pack, sources, and the reading back of GeoJSON.

A few examples by default; `FUZZ_SECONDS=60 pytest tests/trust/test_fuzz.py` goes on for a
minute a target. What fails is kept in `corpus/`, and `test_corpus.py` replays it.
"""

import functools
import json
import os
import time
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geoincidents import api, export, gazetteer, pipeline, resources
from geoincidents.errors import FaultsError
from geoincidents.reports import documents, metadata, press, sources

SECONDS = float(os.environ.get("FUZZ_SECONDS", "0"))
EXAMPLES = 8  # a round; rounds go on until the time is over
SETTINGS = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
_NEWS = (
    "Armenia Azerbaijan Baku Yerevan Syunik Goris Kelbajar said denied that troops soldiers "
    "crossed shelled captured killed two 3½ kilometers km square border into from near in on "
    "May 12 Thursday about 250 to and the a of not would if according ministry Defense "
    "overnight several 1990s between up-to"
)
WORDS = _NEWS.split()
MARKS = [*".,;:!?()[]\"'“”«»—–-…/%$<>&", "\n", "\n\n", "\r\n", "\t", "  ", "\x0c", "\u2028"]
ODD = ["\x1b[31m", "\x07", "\u202e", "\u200b", "\u00ad", "\ufeff", "é", "e\u0301", "İ", "ß", "😀",
       "Ѕ", "٣", "½", "\u00a0", "\u202f", "<b>", "</script>", "<!--", "${x}", "{{x}}"]  # fmt: skip
TEXT = st.lists(
    st.one_of(
        st.sampled_from(WORDS).map(lambda w: f" {w}"),
        st.sampled_from(WORDS).map(lambda w: f" {w}"),
        st.sampled_from(MARKS),
        st.sampled_from(ODD),
        st.text(max_size=3),
    ),
    max_size=80,
).map("".join)


def boxed(target):
    """Return a target that goes on in rounds, each with other examples, until its time is over."""

    @functools.wraps(target)
    def rounds(**fixtures):
        end = time.monotonic() + SECONDS
        target(**fixtures)
        while time.monotonic() < end:
            target(**fixtures)

    return rounds


@boxed
@SETTINGS
@given(text=TEXT)
def test_any_text_is_read_and_written(text, pack, english):
    """Spans hold their words, files are strict, and GeoJSON reads back as it was."""
    if not text.strip():
        return
    text = text.encode("utf-8", "ignore").decode()
    given_ = metadata.Metadata(published=date(2021, 5, 14), publisher="Wire", title="T")
    report, _ = documents.make(text, "x.txt", given_, press.of(english))

    found = api.collect([report], pack, english)
    files = export.contents(found)

    for passage in _passages(found.readings[0]):
        assert text[slice(*passage.span)] == passage.text
    for name, content in files.items():
        if name.endswith(".geojson"):
            layer = json.loads(content, parse_constant=pytest.fail)
            again = json.dumps(layer, allow_nan=False)
            assert json.loads(again) == layer
    assert export.contents(api.collect([report], pack, english)) == files


def _passages(reading):
    yield from (m.passage for m in reading.mentions)
    for claim in reading.claims:
        yield from claim.evidence
        yield from (w.passage for w in claim.where)
        yield from (m.passage for m in claim.measures)
        if claim.when.passage:
            yield claim.when.passage


@boxed
@SETTINGS
@given(
    table=st.lists(
        st.one_of(
            st.sampled_from(["file,published,url\n", "file", "wire.txt", "..", "/", "=1", '"', ",",
                             "\n", "\r", "\0", ";", "2021-05-14", "9999-99-99", "\ufeff"]),
            st.text(max_size=5),
        ),
        max_size=30,
    ).map("".join)
)  # fmt: skip
def test_any_table_of_sources_is_read_or_refused(table, tmp_path):
    """With faults, never with another error."""
    path = tmp_path / "sources.csv"
    path.write_bytes(table.encode("utf-8", "ignore"))
    rows = {}
    with suppress(FaultsError):
        rows = sources.load(tmp_path).rows
    assert all("/" not in name for name in rows)


@boxed
@SETTINGS
@given(
    name=st.sampled_from(["places.csv", "names.csv", "parties.toml", "pack.toml"]),
    slip=st.tuples(
        st.integers(0, 4000),
        st.integers(0, 60),
        st.one_of(st.text(max_size=6), st.sampled_from(['"', ",,", "\n", "nan", "1e999", "[["])),
    ),
)
def test_any_slip_in_a_pack_is_told(name, slip, small_pack, tmp_path):
    """A stretch lost or overwritten gives faults, never another error."""
    at, length, put = slip
    for file, text in small_pack.items():
        spoilt = text[:at] + put + text[at + length :] if file == name else text
        (tmp_path / file).write_bytes(spoilt.encode("utf-8", "ignore"))

    assert all(str(tmp_path) in fault for fault in gazetteer.faults(tmp_path))


@pytest.fixture
def small_pack():
    """Return the first lines of the files of our own pack, by name."""
    folder = resources.pack_folders()[0]
    return {
        p.name: "".join(p.read_text(encoding="utf-8").splitlines(keepends=True)[:60])
        for p in sorted(folder.iterdir())
        if p.suffix in {".csv", ".toml"}
    }


def test_the_reading_of_nothing_is_nothing(pack, english):
    """The pipeline of no report gives no reading."""
    assert [*pipeline.read([], pack, english)] == []
