"""Figures through the whole chain: the right SI value, or none; never infinity or a negative."""

import math

import pytest

from geoincidents import pipeline
from geoincidents.reports import documents, metadata, press

METRES = {
    "2": 2000, "3 1/2": 3500, "3½": 3500, "½": 500, "3,5": 3500, "3.5": 3500, "1,200": 1_200_000,
    "３": 3000, "٣": 3000, "1\u202f200": 1_200_000, "12\u00a0": 12_000, "two and a half": 2500,
    "1e308": None, "NaN": None, "inf": None, "-5": None, "−5": None, "1/0": None, "5²": None,
    "1_000": None, "7" * 5000: None, "0": None, "0x1F": None, "1e-5": None, "٪": None,
}  # fmt: skip


@pytest.fixture
def figures(pack, english):
    """Return a function that gives the SI bounds of every figure of a text."""
    words = press.of(english)

    def read(text):
        report, _ = documents.make(text, "x.txt", metadata.Metadata(publisher="Wire"), words)
        (reading,) = pipeline.read([report], pack, english)
        return [m for claim in reading.claims for m in claim.measures]

    return read


@pytest.mark.parametrize(("written", "metres"), METRES.items(), ids=[k[:14] for k in METRES])
def test_a_depth_is_the_right_one_or_none(written, metres, figures):
    """The grammar of numbers holds through the chain."""
    found = figures(f"Azerbaijani troops advanced {written} km into Syunik Province on Monday.")

    assert {m.low for m in found if m.low is not None} <= ({metres} if metres else set())
    assert bool(found) or not metres


@pytest.mark.parametrize("unit", ["km", "miles", "square km", "hectares", "troops", "killed"])
@pytest.mark.parametrize("number", ["1e308", "9" * 400, "999999999999999", "-1", "45,000", "1/0"])
def test_no_value_is_endless_or_negative(number, unit, figures):
    """Whatever is written, what comes out is a number one can draw."""
    found = figures(f"They crossed {number} {unit} into Syunik, and {number} {unit} more.")

    values = [v for m in found for v in (m.low, m.high) if v is not None]
    assert all(math.isfinite(v) and 0 < v < 1e16 for v in values)


def test_a_depth_beyond_any_country_is_not_drawn(command, tmp_path):
    """45,000 km deep is words, not a line round the globe."""
    path = tmp_path / "x.txt"
    path.write_text(
        "published: 2021-05-14\n\nArmenia said Azerbaijani troops had crossed 45,000 kilometers "
        "into Syunik Province near Lake Sev on May 12.\n"
    )

    command("map", path, "-o", tmp_path / "out")

    assert '"features":[]' in (tmp_path / "out" / "depth_lines.geojson").read_text().replace(
        " ", ""
    )
