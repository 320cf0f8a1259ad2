"""`sources.csv`: the metadata of a folder's reports."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geoincidents.errors import SourcesError
from geoincidents.reports import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from geoincidents.reports.metadata import Metadata

NAME = "sources.csv"
MAX_BYTES = 50_000_000
_LONGEST_NAME = 255  # bytes, on every usual file system


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The rows of one folder's `sources.csv`, by file name."""

    rows: Mapping[str, Metadata]
    warnings: tuple[str, ...]


def load(folder: Path) -> Sources:
    """Return what a folder's `sources.csv` says; nothing where there is none.

    Raises
    ------
    SourcesError
        With every fault: not UTF-8, no `file` column, repeated columns, short or huge
        rows, a file named twice, a name that leads out of the folder.
    """
    path = folder / NAME
    if not path.is_file():
        return Sources(rows={}, warnings=())
    faults: list[str] = []
    warnings: list[str] = []
    rows: dict[str, Metadata] = {}
    for line, values in _rows(path, faults):
        name = values["file"].strip()
        where = f"{path}:{line}"
        if fault := _name_fault(folder, name, name in rows):
            faults.append(f"{where}: {fault}")
            continue
        if not (folder / name).is_file():
            warnings.append(f"{where}: {name[:80]!r} is not in this folder; row left out")
        rows[name], said = metadata.checked(values, where)
        warnings += said
    if faults:
        raise SourcesError(faults)
    return Sources(rows=rows, warnings=tuple(warnings))


def _name_fault(folder: Path, name: str, is_known: bool) -> str:  # noqa: FBT001 -- private, named at its call
    if not name:
        return "file is empty, should be the name of a report in this folder"
    if "/" in name or "\\" in name or name in {".", ".."}:
        return f"file {name[:80]!r} leads out of the folder, should be a plain file name"
    if len(name.encode()) > _LONGEST_NAME:
        return f"file {name[:80]!r}... is longer than a file's name can be"
    if (folder / name).is_symlink():
        return f"file {name[:80]!r} is a link, should be a file of this folder"
    return f"file {name[:80]!r} has a second row" if is_known else ""


def _rows(path: Path, faults: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    text = _text(path, faults)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = [name.strip().lower() for name in next(reader, [])]
        if fault := _columns_fault(columns):
            faults.append(f"{path}:1: {fault}")
            return
        for cells in reader:
            line = reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if fault := _cells_fault(columns, cells):
                faults.append(f"{path}:{line}: {fault}")
                continue
            yield line, {k: v for k, v in zip(columns, cells, strict=True) if k in metadata.KEYS}
    except csv.Error as error:
        faults.append(f"{path}:{reader.line_num}: {error}")


def _text(path: Path, faults: list[str]) -> str:
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        faults.append(f"{path}: larger than {MAX_BYTES} bytes")
        return "file"
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.append(f"{path}: not UTF-8 (byte {data[error.start]:#04x} at offset {error.start})")
        return "file"


def _columns_fault(columns: list[str]) -> str:
    if "file" not in columns:
        return f"no column 'file'; the columns are {','.join(metadata.KEYS)}"
    twice = sorted({name for name in columns if name and columns.count(name) > 1})
    return f"column {twice[0]!r} stands twice" if twice else ""


def _cells_fault(columns: list[str], cells: list[str]) -> str:
    if len(cells) != len(columns):
        return f"{len(cells)} cells, should be {len(columns)}"
    for name, cell in zip(columns, cells, strict=True):
        if len(cell) > metadata.LONGEST_VALUE:
            return f"{name} has {len(cell)} characters, at most {metadata.LONGEST_VALUE} are read"
    return ""
