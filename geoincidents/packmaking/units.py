"""First-level units by their own names, and how reports write these."""

from __future__ import annotations

import csv
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoincidents.packmaking import wording
from geoincidents.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HERE = Path(__file__)


@cache
def own_names() -> Mapping[tuple[str, str], str]:
    """Return the units' own names by country and GeoNames' code; not every unit has one.

    The table is made by `tools/build_provinces.py`, from GeoNames (CC BY 4.0).
    """
    with _HERE.with_name("provinces.csv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    return {(r["country"], r["admin1"]): r["name"] for r in rows if wording.is_writable(r["name"])}


def bare(name: str) -> tuple[str, ...]:
    """Return a unit's name without its kind word, and as reports in English write it.

    None where nothing but a direction or a word of three letters is left.
    """
    core = _core(name)
    found = dict.fromkeys((core, *_in_english(core)))
    return tuple(text for text in found if wording.is_name(text) and fold(text) not in _compass())


def _core(name: str) -> str:
    words = _words()
    behind = "|".join(map(re.escape, sorted(words["kinds"], key=len, reverse=True)))
    before = "|".join(map(re.escape, words["before"]))
    core = re.sub(rf"(?i)\s+(?:{behind})$", "", name.replace("’", "'"))
    return re.sub(rf"(?i)^(?:{before})\s+", "", core)


def _in_english(core: str) -> Iterator[str]:
    """Yield "North Lisk" for "Nord Lisk", "Northern Lisk" and "Lisk-Nord"."""
    parts = re.split(r"[ -]", core)
    if len(parts) == 1:
        return
    first, last = (_compass().get(fold(part)) for part in (parts[0], parts[-1]))
    if first:
        yield " ".join((first, *parts[1:]))
    elif last:
        yield " ".join((last, *parts[:-1]))


def _compass() -> Mapping[str, str]:
    compass: dict[str, str] = _words()["compass"]
    return {**compass, **{fold(word): word for word in compass.values()}}


@cache
def _words() -> dict[str, Any]:  # Any: values of TOML
    return tomllib.loads(_HERE.with_name("province_words.toml").read_text(encoding="utf-8"))
