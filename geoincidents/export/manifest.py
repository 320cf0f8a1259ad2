"""`manifest.json`: what a run wrote, so that the next one knows what a person edited."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geoincidents.errors import OutputError
from geoincidents.export import files, strict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """The names of the files of a run, and of those kept because a person edited them."""

    files: tuple[str, ...]
    kept: tuple[str, ...]


def save(folder: Path, contents: Mapping[str, bytes], about: object, *, force: bool) -> Saved:
    """Write files into a folder with their manifest; nothing outside it is touched.

    A file whose hash is not the manifest's was edited: it stays as `NAME.edited-N`
    unless `force`. What an earlier run wrote and this one does not is removed.

    Raises
    ------
    OutputError
        If another run holds the folder, or something cannot be written.
    """
    try:
        with files.locked(folder):
            kept = _saved(folder, contents, about, force=force)
    except OSError as error:
        where = error.filename or folder
        raise OutputError(f"{where}: cannot be read or removed: {error.strerror}") from error
    return Saved(files=(*contents, NAME), kept=tuple(kept))


def _saved(folder: Path, contents: Mapping[str, bytes], about: object, *, force: bool) -> list[str]:
    known = _known(folder / NAME)
    now = {name: _hash(content) for name, content in contents.items()}
    edited = [] if force else [n for n in contents if _is_edited(folder / n, known, now[n])]
    kept = [files.keep(folder / name) for name in edited]
    # First both hashes, old and new: a run that is killed leaves no file unknown.
    both = {n: [*(k for k in known.get(n, ()) if k != h), h] for n, h in now.items()}
    files.replace(folder / NAME, _written({**known, **both}, about))
    for name, content in contents.items():
        if _hash_of(folder / name) != now[name]:
            files.replace(folder / name, content)
    for name in sorted(known.keys() - now.keys()):
        _remove(folder / name, known[name])
    files.replace(folder / NAME, _written({n: [h] for n, h in now.items()}, about))
    return kept


def _is_edited(path: Path, known: Mapping[str, list[str]], new: str) -> bool:
    found = _hash_of(path)
    return found is not None and found != new and found not in known.get(path.name, [])


def _known(path: Path) -> dict[str, list[str]]:
    """Return the hashes of an older manifest by file name; nothing where it is broken."""
    try:
        rows = json.loads(path.read_bytes())["files"]
        return {
            str(row["name"]): [str(row["sha256"]), *map(str, row.get("before", []))]
            for row in rows
            if "/" not in row["name"] and "\\" not in row["name"]
        }
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}  # then every file there counts as a person's, and is kept


def _written(hashes: Mapping[str, list[str]], about: object) -> bytes:
    rows = [
        {"name": name, "sha256": own[-1], **({"before": own[:-1]} if own[1:] else {})}
        for name, own in sorted(hashes.items())
    ]
    return (strict.dumps({"about": about, "files": rows}, indent=1) + "\n").encode()


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _hash_of(path: Path) -> str | None:
    return _hash(path.read_bytes()) if path.is_file() else None


def _remove(path: Path, hashes: list[str]) -> None:
    if _hash_of(path) in hashes:
        path.unlink()
