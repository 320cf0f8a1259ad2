"""Our own voice never judges: no word of the list outside quotations and speakers' columns."""

import csv
import io
import json
import re

import pytest

from geoincidents import export
from geoincidents.export import layers

# Columns of speakers' own words, names and titles; types stand there beside who says them.
SPOKEN = {
    "words", "measures", "places", "title", "speaker_words", "publishers", "publisher", "reports",
    "report", "url", "types_said", "type_said",
}  # fmt: skip
QUOTED = re.compile(r'"[^"]*"')


@pytest.fixture
def judging(english):
    """Return the pattern of the list."""
    beginnings = english.section("judging")["judging"]["beginnings"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, beginnings))})\w*", re.IGNORECASE)


def _said(content):
    layer = json.loads(content)
    yield from (str(v) for k, v in layer.items() if k != "features")
    for feature in layer["features"]:
        yield from (str(v) for k, v in feature["properties"].items() if k not in SPOKEN)


def _own_words(found):
    for name, content in found.items():
        if name.endswith(".gpkg"):
            continue  # the same values as in the other files
        text = content.decode()
        if name.endswith(".geojson"):
            yield from (QUOTED.sub("", words) for words in _said(text))
        elif name.endswith(".csv"):
            for row in csv.DictReader(io.StringIO(text, newline="")):
                yield from (QUOTED.sub("", v) for k, v in row.items() if k not in SPOKEN)
        else:
            yield text


def test_the_list_finds_what_it_is_for(judging):
    """A list that matches nothing would let all through."""
    for word in ("incursion", "invaded", "Occupied", "seized", "liberation", "enemy", "confirmed",
                 "admits", "aggressor", "terrorists"):  # fmt: skip
        assert judging.search(word)
    assert not judging.search("Lisk says; Orvia denies: lies 3 km from the lake, captured, depth")


def test_no_file_of_the_demo_judges(demo, judging):
    """What is not quoted is ours."""
    found = [words for words in _own_words(export.contents(demo)) if judging.search(words)]

    assert found == []


def test_no_name_or_meaning_of_a_column_judges(judging):
    """The types' codes stand beside the speaker, in columns that end in `_said`."""
    texts = [t for layer in layers.LAYERS for c in layer.flat for t in (c.name, c.meaning)]

    assert [t for t in texts if judging.search(t)] == []
