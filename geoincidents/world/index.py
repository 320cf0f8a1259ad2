"""The compiled index: a trie of names, rows of places, both memory-mapped."""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geoincidents.packmaking.extras import library
from geoincidents.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from geoincidents.packmaking.settlements import Settlement

TRIE, ROWS, NAMES = "names.marisa", "rows.bin", "names.bin"
# Longitude, latitude, inhabitants, GeoNames id, country, where the name starts, its bytes.
_ROW = struct.Struct("<ffII2sIH")
_KEY_RECORD = "<I"  # a row's number; rows are in order of inhabitants, the largest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A settlement of the index."""

    row: int
    geoname_id: int
    name: str
    country: str
    lon: float
    lat: float
    inhabitants: int


class Index:
    """The index in a folder, opened without reading it."""

    def __init__(self, folder: Path) -> None:
        self._trie: Any = library("marisa_trie").RecordTrie(_KEY_RECORD)  # Any: no types
        self._trie.mmap(str(folder / TRIE))
        self._rows = _mapped(folder / ROWS)
        self._names = _mapped(folder / NAMES)

    def rows(self, key: str) -> list[int]:
        """Return the rows of the settlements of a key, the largest first."""
        return sorted(row for (row,) in self._trie.get(key, ()))

    def inhabitants(self, row: int) -> int:
        """Return how many live in the settlement of a row."""
        return int(_ROW.unpack_from(self._rows, row * _ROW.size)[2])

    def entry(self, row: int) -> Entry:
        """Return the settlement of a row."""
        lon, lat, inhabitants, geoname_id, country, start, size = _ROW.unpack_from(
            self._rows, row * _ROW.size
        )
        return Entry(
            row=row,
            geoname_id=geoname_id,
            name=self._names[start : start + size].decode(),
            country=country.decode(),
            lon=round(lon, 5),
            lat=round(lat, 5),
            inhabitants=inhabitants,
        )


def key_of(name: str) -> str:
    """Return what a name is looked up by: folded, without hyphens and apostrophes."""
    return " ".join(fold(name).replace("'", "").replace("-", " ").split())


def write(found: Iterable[Settlement], folder: Path) -> None:
    """Write the index of settlements, which come the largest first, into a folder."""
    settlements = list(found)
    rows, names = bytearray(), bytearray()
    for one in settlements:
        text = one.name.encode()
        country = one.country.encode()
        lon, lat = one.position
        rows += _ROW.pack(lon, lat, one.inhabitants, one.geoname_id, country, len(names), len(text))
        names += text
    (folder / ROWS).write_bytes(rows)
    (folder / NAMES).write_bytes(names)
    trie = library("marisa_trie").RecordTrie(_KEY_RECORD, _keys(settlements))
    trie.save(str(folder / TRIE))


def _keys(settlements: Iterable[Settlement]) -> Iterator[tuple[str, tuple[int]]]:
    for row, one in enumerate(settlements):
        for key in sorted({key_of(name) for name in (one.name, *one.names)}):
            yield key, (row,)


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
