"""Which files are reports, and their text exactly as it stands in them."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geoincidents.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Iterable

SUFFIXES = frozenset({".txt"})
ENCODING = "utf-8"
MAX_REPORT_BYTES = 20_000_000
_NOT_REPORTS = ("readme", "license", "licence", "licences", "licenses")
# Texts of a bundle for articles: they tell of incidents, and reading them would count those twice.
OWN_TEXTS = frozenset({"alt.txt", "caption.txt", "credit.txt", "embed.txt"})
_MANIFEST = "manifest.json"  # lies beside them
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BINARY = {b"%PDF-": "a PDF file", b"{\\rtf": "a rich text file"}  # that may be ASCII throughout
_SEEN = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.05  # of the characters of a text


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The report files that paths name, and what among them is none."""

    files: tuple[Path, ...]
    failures: tuple[ReportError, ...]
    warnings: tuple[str, ...]


def found(paths: Iterable[Path]) -> Found:
    """Return the report files that paths name, each once, by name.

    Folders are searched recursively for files with a known suffix; links in them are
    named and not followed. A file that is named itself is taken whatever its suffix.
    """
    files: dict[Path, Path] = {}
    failures: list[ReportError] = []
    warnings: list[str] = []
    for path in sorted(paths):
        if path.is_dir():
            inside = _walk(path, failures, warnings)
            if not inside:
                warnings.append(f"{path}: no report in this folder; text files end in .txt")
        elif path.exists():
            inside = [path]
        else:
            failures.append(ReportError(path, "no such file or folder"))
            continue
        for file in inside:
            files.setdefault(file.resolve(), file)
    in_order = sorted(files.values(), key=lambda f: (name_of(f), f.as_posix()))
    return Found(files=tuple(in_order), failures=tuple(failures), warnings=tuple(warnings))


def is_report_name(name: str) -> bool:
    """Return whether a folder's file of this name is read as a report."""
    stem, dot, suffix = name.casefold().rpartition(".")
    return dot + suffix in SUFFIXES and stem not in _NOT_REPORTS and not name.startswith(".")


def text_of(path: Path, *, max_bytes: int = MAX_REPORT_BYTES, encoding: str = ENCODING) -> str:
    """Return a file's text, a byte-order mark taken off and newlines as they are.

    Raises
    ------
    ReportError
        If the file cannot be opened, is empty, too large, not text or not in the encoding.
    """
    data = _bytes_of(path, max_bytes)
    if kind := next((k for mark, k in _BINARY.items() if data.startswith(mark)), ""):
        raise ReportError(path, f"not text ({kind})")
    text = _utf8(path, data) if encoding == ENCODING else _decoded(path, data, encoding)
    if not _SEEN.search(text):
        raise ReportError(path, "empty" if not _CONTROL.search(text) else "not text (controls)")
    if "\0" in text:
        raise ReportError(path, f"not text (U+0000 at offset {text.index(chr(0))})")
    if len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise ReportError(path, "not text (controls)")
    return text


def name_of(path: Path) -> str:
    """Return a file's name as text; bytes of it that are not UTF-8 are written out."""
    return os.fsencode(path.name).decode("utf-8", "backslashreplace")


def _utf8(path: Path, data: bytes) -> str:
    if not data.startswith(_UTF16) and b"\0" in data:
        raise ReportError(path, f"not text (byte 0x00 at offset {data.index(0)})")
    skipped = len(_BOM) if data.startswith(_BOM) else 0
    try:
        return data[skipped:].decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + skipped
        said = f"not UTF-8 (byte {data[at]:#04x} at offset {at}); use --encoding"
        raise ReportError(path, said) from error


def _decoded(path: Path, data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
        text.encode()  # some codecs give halves of characters
    except UnicodeError as error:
        at = f" at offset {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise ReportError(path, f"not {encoding}{at}") from error
    return text


def _bytes_of(path: Path, max_bytes: int) -> bytes:
    try:
        with path.open("rb") as file:
            # One byte more than allowed tells a file that is too large, pipes included.
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise ReportError(path, f"cannot be read: {error.strerror}") from error
    if len(data) > max_bytes:
        raise ReportError(path, f"larger than {max_bytes} bytes; split it or raise the limit")
    return data


def _walk(folder: Path, failures: list[ReportError], warnings: list[str]) -> list[Path]:
    def unread(error: OSError) -> None:
        failures.append(ReportError(Path(error.filename), f"cannot be read: {error.strerror}"))

    files = []
    for root, folders, names in os.walk(folder, onerror=unread):  # Python 3.11 has no `Path.walk`
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        own = OWN_TEXTS.intersection(names) if _MANIFEST in names else frozenset()
        if own:
            warnings.append(f"{root}: left out what is of a bundle: {', '.join(sorted(own))}")
        kept = sorted(name for name in names if is_report_name(name) and name not in own)
        files += [Path(root) / name for name in kept]
    links = [file for file in files if file.is_symlink()]
    warnings += [f"{link}: a link; left out, name it to have it read" for link in links]
    return [file for file in files if file.is_file() and file not in links]
