"""The packages of the extra `world`, imported where they are used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from geoincidents.errors import MakingError

_HOW = "pip install 'geoincidents[world]'"


def library(name: str) -> Any:  # noqa: ANN401 - a module without types
    """Return a module of the extra `world`.

    Raises
    ------
    MakingError
        If it is not installed.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise MakingError(f"{name} is not installed; it comes with: {_HOW}") from error
