"""Faulty packs and tables: exit code 2, nothing written, every fault with file and line."""

import shutil

import pytest

from geoincidents import resources

HEAD = "file,publisher,title,published,url,language\n"
ROW = "wire.txt,Wire,Title,2021-05-14,http://example.org,en\n"
REFUSED = {
    "outside": HEAD + "../wire.txt,a,b,,,\n",
    "absolute": HEAD + "/etc/passwd,a,b,,,\n",
    "twice": HEAD + ROW + ROW,
    "huge": HEAD + f"wire.txt,{'a' * 3000},b,,,\n",
    "open quote": HEAD + 'wire.txt,"a,b,,,\n',
    "other separator": (HEAD + ROW).replace(",", ";"),
    "empty": "",
    "no name": HEAD + ".,a,b,,,\n",
    "endless name": HEAD + "x" * 1900 + ",a,b,,,\n",
    "short row": HEAD + "wire.txt,a\n",
    "column twice": HEAD.replace("title", "publisher") + ROW,
    "not UTF-8": HEAD.encode() + b"wire.txt,\xff,b,,,\n",
}
WARNED = {
    "unknown file": HEAD + "other.txt,a,b,2021-05-14,,\n",
    "odd date": HEAD + ROW.replace("2021-05-14", "14/05/2021"),
    "no such day": HEAD + ROW.replace("2021-05-14", "2021-02-30"),
    "other link": HEAD + ROW.replace("http://example.org", "javascript:alert(1)"),
    "odd language": HEAD + ROW.replace(",en", ",english language"),
    "terminal escapes": HEAD + ROW.replace("2021-05-14", "\x1b[31m2021"),
    "zero in a name": HEAD + "a\0b,a,b,,,\n",
}


@pytest.fixture
def folder(good, tmp_path):
    """Return a folder with one report."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "wire.txt").write_text(good, encoding="utf-8")
    return tmp_path / "in"


@pytest.mark.parametrize("table", REFUSED.values(), ids=REFUSED)
def test_a_faulty_table_of_sources_is_refused(table, folder, command, tmp_path):
    """The fault is named with the file, and nothing is written."""
    (folder / "sources.csv").write_bytes(table if isinstance(table, bytes) else table.encode())

    ended = command("map", folder, "-o", tmp_path / "out")

    assert ended.code == 2
    assert ended.err.startswith(f"{folder / 'sources.csv'}:")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("table", WARNED.values(), ids=WARNED)
def test_a_value_that_cannot_be_used_is_left_out(table, folder, command):
    """With a warning, and never with a date of the machine."""
    (folder / "sources.csv").write_text(table, encoding="utf-8")

    ended = command("extract", folder)

    assert ended.code == 0
    assert "left out" in ended.err
    assert "javascript" not in ended.out


def _added(name, line):
    return name, lambda text: f"{text}{line}\n"


SPOILT_PACKS = {
    "id twice": _added("places.csv", "afghanistan,X,country,AF,,1,1,9,x,CC0-1.0,2026-01-01"),
    "no number": _added("places.csv", "zz,Zz,village,AM,,nan,1e400,9,x,CC0-1.0,2026-01-01"),
    "out of range": _added("places.csv", "zz,Zz,village,AM,,245.1,999,9,x,CC0-1.0,2026-01-01"),
    "short row": _added("places.csv", "zz,Zz"),
    "column twice": ("places.csv", lambda text: text.replace("lat", "lon", 1)),
    "column missing": ("places.csv", lambda text: text.replace("lat", "latitude", 1)),
    "byte-order mark": ("places.csv", lambda text: f"\ufeff{text}"),
    "other separator": ("places.csv", lambda text: text.replace(",", ";")),
    "empty": ("places.csv", lambda _: ""),
    "one letter": _added("names.csv", "syunik,S,en,Latn,,,x"),
    "terminal escape": _added("names.csv", "syunik,\x1b[31mSs,en,Latn,,,x"),
    "not TOML": _added("pack.toml", "[[["),
    "no parties": ("parties.toml", lambda _: "party = 3"),
    "deep": ("borders.geojson", lambda _: "[" * 100_000),
    "not JSON": ("borders.geojson", lambda _: "{"),
    "endless coordinate": ("borders.geojson", lambda text: text.replace("[4", "[NaN,4", 1)),
}


@pytest.mark.slow
@pytest.mark.parametrize(("name", "spoil"), SPOILT_PACKS.values(), ids=SPOILT_PACKS)
def test_a_faulty_pack_is_refused(name, spoil, folder, command, tmp_path):
    """Twenty faults at most, each with file and line, and nothing is written."""
    pack = tmp_path / "pack"
    shutil.copytree(resources.pack_folders()[0], pack)
    (pack / name).write_text(spoil((pack / name).read_text(encoding="utf-8")), encoding="utf-8")

    checked = command("gazetteer", "check", pack)
    mapped = command("map", folder, "--pack", pack, "-o", tmp_path / "out")

    assert (checked.code, mapped.code) == (2, 2)
    assert len(checked.err.splitlines()) <= 21
    assert all(line.startswith((str(pack), "and ")) for line in checked.err.splitlines())
    assert not (tmp_path / "out").exists()
