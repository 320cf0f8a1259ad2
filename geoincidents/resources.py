"""Where the files that travel with the package lie, installed or in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent


def lexicon_folder(language: str) -> Path:
    """Return the folder of a language's lexicon."""
    return _PACKAGE / "lexicons" / language


def pack_folders() -> tuple[Path, ...]:
    """Return the packs that come with the program, by name."""
    # The checkout first: an editable install may hold a stale copy in the package.
    root = _first(_CHECKOUT / "gazetteer", _PACKAGE / "_packs")
    return tuple(sorted(f.parent for f in root.glob("*/pack.toml")))


def seeds_folder() -> Path:
    """Return the demo's reports."""
    return _first(_CHECKOUT / "seeds", _PACKAGE / "_seeds")


def webmap_file(*parts: str) -> Path:
    """Return a template, asset or vendored file of the page."""
    return _PACKAGE.joinpath("webmap", *parts)


def export_file(name: str) -> Path:
    """Return a template of the files of a run."""
    return _PACKAGE / "export" / "templates" / name


def _first(checkout: Path, installed: Path) -> Path:
    is_checkout = (_CHECKOUT / "pyproject.toml").is_file() and checkout.is_dir()
    return checkout if is_checkout else installed
