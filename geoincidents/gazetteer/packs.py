"""A pack as its files hold it, before anything is checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from geoincidents.gazetteer import tables
from geoincidents.gazetteer.tables import Faults, NameRow, PlaceRow

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Table:
    """A TOML table and the line that it starts on."""

    line: int
    cells: dict[str, Any]  # Any: what a person wrote, checked later


@dataclass(frozen=True, slots=True)
class Feature:
    """A GeoJSON feature and the line that it starts on."""

    line: int
    properties: dict[str, Any]  # Any: as in Table
    geometry: dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Pack:
    """The rows of a pack, and the faults of each of its files."""

    folder: Path
    is_lone: bool
    info: dict[str, Any] = field(default_factory=dict)
    places: list[PlaceRow] = field(default_factory=list)
    names: list[NameRow] = field(default_factory=list)
    parties: list[Table] = field(default_factory=list)
    features: list[Feature] = field(default_factory=list)
    files: dict[str, Faults] = field(default_factory=dict)

    def fault(self, file: str, line: int, words: str) -> None:
        """Note a fault of one of the pack's files."""
        self.files.setdefault(file, Faults(self.folder / file)).add(line, words)

    @property
    def faults(self) -> tuple[str, ...]:
        """Return every fault, file by file in the order of reading."""
        return tuple(words for file in self.files.values() for words in file.found)

    def file(self, name: str) -> Faults:
        """Return the faults of a file, to be added to."""
        return self.files.setdefault(name, Faults(self.folder / name))

    def has(self, name: str) -> bool:
        """Return whether the pack holds a file."""
        return (self.folder / name).is_file()


def read(folder: Path) -> Pack:
    """Return what the files of a folder hold; a folder without `pack.toml` is a lone table."""
    is_table = folder.is_file()
    if is_table or not (folder / "pack.toml").is_file():
        pack = Pack(folder=folder.parent if is_table else folder, is_lone=True)
        table = pack.file(folder.name if is_table else "places.csv")
        pack.files["places.csv"] = table
        pack.places = tables.rows_of(table, tables.LONE_PLACES, PlaceRow)
        return pack
    pack = Pack(folder=folder, is_lone=False)
    pack.info = tables.toml_of(pack.file("pack.toml"))
    pack.places = tables.rows_of(pack.file("places.csv"), tables.PLACES, PlaceRow)
    pack.names = tables.rows_of(pack.file("names.csv"), tables.NAMES, NameRow)
    if pack.has("parties.toml"):
        pack.parties = _parties(pack)
    if pack.has("borders.geojson"):
        pack.features = features_of(pack, "borders.geojson")
    return pack


def _parties(pack: Pack) -> list[Table]:
    file = pack.file("parties.toml")
    found = tables.toml_of(file).get("party")
    if not found:
        return []
    if not isinstance(found, list) or not all(isinstance(t, dict) for t in found):
        file.add(1, "'party' is not a list of tables; begin each party with [[party]]")
        return []
    lines = _lines_with(file.path, "[[party]]")
    # A table written another way than [[party]] still gets a line: the first.
    lines += [1] * (len(found) - len(lines))
    return [Table(line, cells) for line, cells in zip(lines, found, strict=False)]


def _lines_with(path: Path, start: str) -> list[int]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [at for at, line in enumerate(lines, 1) if line.startswith(start)]


def features_of(pack: Pack, name: str) -> list[Feature]:
    """Return the features of one of a pack's GeoJSON files."""
    file = pack.file(name)
    value, text = tables.json_of(file)
    if value is None:
        return []
    found = value.get("features") if isinstance(value, dict) else None
    if not isinstance(found, list):
        file.add(1, "is not a GeoJSON FeatureCollection; 'features' must be a list")
        return []
    lines = _feature_lines(text, len(found))
    return [made for at, f in zip(lines, found, strict=True) if (made := _feature(f, at, file))]


def _feature(value: object, line: int, file: Faults) -> Feature | None:
    properties = value.get("properties") if isinstance(value, dict) else None
    geometry = value.get("geometry") if isinstance(value, dict) else None
    if isinstance(properties, dict) and isinstance(geometry, dict):
        return Feature(line, properties, geometry)
    file.add(line, "is not a feature; it needs 'properties' and 'geometry' as objects")
    return None


def _feature_lines(text: str, count: int) -> list[int]:
    """Return the line of each feature when they stand a line each, else the first line."""
    marks = (at for at, line in enumerate(text.split("\n"), 1) if '"Feature"' in line)
    lines = list(marks)
    return lines if len(lines) == count else [1] * count
