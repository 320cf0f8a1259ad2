"""Files that are the old one or the new one, whole, whatever happens in between."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from geoincidents.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: two runs at once are not told apart there
    fcntl = None  # type: ignore[assignment]  # the module's absence is what is tested for

TEMPORARY = ".geoincidents-"  # begins the name of a file that is being written


def replace(path: Path, content: bytes) -> None:
    """Write a file in one step: a temporary file beside it takes its place.

    Raises
    ------
    OutputError
        If it cannot be written; the older file is then as it was.
    """
    temporary = path.with_name(f"{TEMPORARY}{os.getpid()}")  # short: names have a limit
    try:
        _write(temporary, content)
        os.replace(temporary, path)  # noqa: PTH105 -- one name to fail in tests of faults
        _sync_folder(path.parent)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a name to write a file under that then takes the place of the older one.

    Raises
    ------
    OutputError
        If it cannot be written; the older file is then as it was.
    """
    temporary = path.with_name(f"{TEMPORARY}{os.getpid()}")
    try:
        temporary.unlink(missing_ok=True)  # of a run that was killed
        yield temporary
        _sync(temporary)
        os.replace(temporary, path)  # noqa: PTH105 -- as in `replace`
        _sync_folder(path.parent)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def put(path: Path, pieces: Iterable[str]) -> None:
    """Write a file that a user named; a pipe or device is written into, never replaced.

    Raises
    ------
    OutputError
        If it cannot be written.
    """
    if not path.exists() or path.is_file() or path.is_dir():
        with replacing(path) as temporary:
            _put(temporary, pieces, "x")
        return
    try:
        _put(path, pieces, "w")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from error


def _put(path: Path, pieces: Iterable[str], mode: str) -> None:
    with path.open(mode, encoding="utf-8", newline="") as file:
        file.writelines(pieces)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Make a folder and hold it, so that two runs do not mix their files.

    Raises
    ------
    OutputError
        If it cannot be made, or another run holds it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = os.open(folder, os.O_RDONLY) if fcntl else -1
    except OSError as error:
        raise OutputError(f"{folder}: cannot be used: {error.strerror}") from error
    try:
        if fcntl:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _remove_leftovers(folder)
        yield
    except BlockingIOError as error:
        raise OutputError(
            f"{folder}: another run is writing here; wait for it or name another folder"
        ) from error
    finally:
        if held >= 0:
            os.close(held)


def keep(path: Path) -> str:
    """Give a file that a person edited a name of its own; return that name."""
    number = 1
    while (kept := path.with_name(f"{path.name}.edited-{number}")).exists():
        number += 1
    try:  # a link, not a rename: the file must not be missing for a moment
        kept.hardlink_to(path)
    except OSError:
        try:
            replace(kept, path.read_bytes())  # file systems without hard links
        except OSError as error:
            raise OutputError(f"{path}: cannot be kept: {error.strerror}") from error
    return kept.name


def _write(path: Path, content: bytes) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(file, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # folders cannot be opened there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove_leftovers(folder: Path) -> None:
    """Remove what a run that was killed left; nobody else writes while the lock is held."""
    for leftover in sorted(folder.glob(f"{TEMPORARY}*")):
        with suppress(OSError):
            leftover.unlink()
