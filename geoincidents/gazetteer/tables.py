"""Reading the files of a pack, with every fault of their form."""

from __future__ import annotations

import csv
import io
import json
import math
import tomllib
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
OTHER_SEPARATORS = ";\t|"


class PlaceRow(NamedTuple):
    """A row of `places.csv` and the line of the file that it starts on."""

    line: int
    id: str
    name: str
    kind: str
    country: str
    admin: str
    lat: str
    lon: str
    size_m: str
    source: str
    licence: str
    checked: str
    aliases: str


class NameRow(NamedTuple):
    """A row of `names.csv` and the line of the file that it starts on."""

    line: int
    place_id: str
    text: str
    language: str
    script: str
    side: str
    period: str
    source: str


R = TypeVar("R", PlaceRow, NameRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What a table's first line must and may hold."""

    all: tuple[str, ...]
    needed: tuple[str, ...]


PLACES = Columns(all=PlaceRow._fields[1:-1], needed=PlaceRow._fields[1:-1])
LONE_PLACES = Columns(
    all=PlaceRow._fields[1:], needed=("id", "name", "kind", "country", "lat", "lon")
)
NAMES = Columns(all=NameRow._fields[1:], needed=NameRow._fields[1:])


@dataclass(slots=True)
class Faults:
    """Faults of one file, as ``FILE:LINE: what is wrong, what would be right``."""

    path: Path
    found: list[str] = field(default_factory=list)

    def add(self, line: int, words: str) -> None:
        """Note a fault at a line, counted from 1."""
        self.found.append(f"{self.path.as_posix()}:{line}: {words}")


def text_of(faults: Faults) -> str | None:
    """Return a file's text, None when it is missing or not UTF-8."""
    try:
        content = faults.path.read_bytes()
    except OSError as error:
        faults.add(1, f"cannot be read ({error.strerror}); a pack needs this file")
        return None
    if content.startswith(BYTE_ORDER_MARK):
        faults.add(1, "starts with a byte-order mark; save the file as UTF-8 without it")
        content = content.removeprefix(BYTE_ORDER_MARK)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start]
        faults.add(line, f"byte 0x{byte:02x} is not UTF-8; save the file as UTF-8")
        return None


def rows_of(faults: Faults, columns: Columns, kind: type[R]) -> list[R]:
    """Return the rows of a CSV file that have the right number of cells, as records."""
    text = text_of(faults)
    if text is None:
        return []
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(lines, [])
        if not _is_header(header, faults, columns):
            return []
        return _rows(lines, header, faults, kind)
    except csv.Error as error:
        faults.add(lines.line_num, f"is not CSV ({error}); quote cells that hold commas or quotes")
        return []


def _is_header(header: list[str], faults: Faults, columns: Columns) -> bool:
    before = len(faults.found)
    if len(header) == 1 and (wrong := [c for c in OTHER_SEPARATORS if c in header[0]]):
        faults.add(1, f"cells are separated by {wrong[0]!r}; separate them by ','")
        return False
    for name in columns.needed:
        if name not in header:
            faults.add(1, f"column {name!r} is missing; the columns are {','.join(columns.all)}")
    for name in dict.fromkeys(header):
        if header.count(name) > 1:
            faults.add(1, f"column {name!r} stands {header.count(name)} times; keep one")
        if name not in columns.all:
            faults.add(1, f"column {name!r} is unknown; the columns are {','.join(columns.all)}")
    return len(faults.found) == before


def _rows(lines: Any, header: list[str], faults: Faults, kind: type[R]) -> list[R]:  # noqa: ANN401 - csv names no type for its readers
    rows: list[R] = []
    width = len(header)
    order = [header.index(name) if name in header else width for name in kind._fields[1:]]
    ordered: Callable[[list[str]], tuple[str, ...]] = itemgetter(*order)
    start = lines.line_num + 1
    cells: list[str]
    for cells in lines:
        if len(cells) == width:
            cells.append("")  # what a column that the table does not have holds
            rows.append(kind._make((start, *ordered(cells))))
        elif cells:
            faults.add(start, f"has {len(cells)} cells instead of {width}; mend or quote the row")
        start = lines.line_num + 1
    return rows


def toml_of(faults: Faults) -> dict[str, Any]:
    """Return a TOML file's tables, empty when it is broken."""
    text = text_of(faults)
    if text is None:
        return {}
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        faults.add(_line_in(str(error), text), f"is not TOML ({error})")
        return {}


def _line_in(message: str, text: str) -> int:
    """Return the line that a message of `tomllib` names; it names none at the end."""
    _, _, tail = message.partition("(at line ")
    digits = tail.partition(",")[0]
    return int(digits) if digits.isdecimal() else text.count("\n") + 1


def json_of(faults: Faults) -> tuple[Any, str]:
    """Return a JSON file's value and its text, None when it is broken."""
    text = text_of(faults)
    if text is None:
        return None, ""
    try:
        return json.loads(text, parse_constant=_refuse), text
    except json.JSONDecodeError as error:
        faults.add(error.lineno, f"is not JSON ({error.msg})")
    except (ValueError, RecursionError) as error:
        faults.add(1, f"is not JSON ({error})")
    return None, text


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is not a number")


def number(text: str) -> float | None:
    """Return a finite number written with ASCII digits and a point, else None."""
    if not text or not text.isascii() or not set(text) <= set("0123456789.+-eE"):
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
