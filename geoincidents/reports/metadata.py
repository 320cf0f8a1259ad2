"""What is told about a report besides its text: keys, dates and addresses, checked."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from geoincidents.model import Rights

if TYPE_CHECKING:
    from collections.abc import Mapping

KEYS = ("file", "publisher", "title", "published", "url", "language", "rights")
LONGEST_VALUE = 2000  # characters; a longer cell is a text that slipped into the table
_ISO_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].{0,40})?", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_HEADER_LINE = re.compile(r"([a-z]{2,12})[ \t]*:[ \t]*([^\r\n]*)(\r\n|\n|\r|\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a table or a header tells of one report; empty where it tells nothing."""

    publisher: str = ""
    title: str = ""
    published: date | None = None
    url: str = ""
    language: str = ""
    rights: Rights | None = None

    def over(self, other: Metadata) -> Metadata:
        """Return this with the gaps filled from another."""
        gaps = {key: getattr(other, key) for key in KEYS[1:] if not getattr(self, key)}
        return replace(self, **gaps)


NOTHING = Metadata()


def checked(values: Mapping[str, str], where: str) -> tuple[Metadata, tuple[str, ...]]:
    """Return metadata of raw values, and a warning for each that cannot be used.

    `where` begins each warning: a file and line. A date is never guessed: what is not
    ISO 8601 stays unknown.
    """
    clean = {key: plain(value) for key, value in values.items()}
    warnings: list[str] = []
    made = Metadata(
        publisher=clean.get("publisher", ""),
        title=clean.get("title", ""),
        published=_date(clean.get("published", ""), where, warnings),
        url=_url(clean.get("url", ""), where, warnings),
        language=_language(clean.get("language", ""), where, warnings),
        rights=_rights(clean.get("rights", ""), where, warnings),
    )
    return made, tuple(warnings)


def header(text: str) -> tuple[dict[str, str], int]:
    """Return the `key: value` lines at a text's start and where they end, with their blank line.

    They count only when every key is known and a blank line follows; else nothing, 0.
    """
    values: dict[str, str] = {}
    at = 0
    while match := _HEADER_LINE.match(text, at):
        key = match[1]
        if key not in KEYS or key in values:
            return {}, 0
        values[key] = match[2]
        at = match.end()
    blank = re.compile(r"[ \t]*(?:\r\n|\n|\r)").match(text, at)
    return (values, blank.end()) if values and blank else ({}, 0)


def plain(value: str) -> str:
    """Return a value on one line, without control characters and outer space."""
    if value.isprintable():
        return " ".join(value.split())
    visible = (" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in value)
    return " ".join("".join(visible).split())


def _date(value: str, where: str, warnings: list[str]) -> date | None:
    if not value:
        return None
    match = _ISO_DATE.fullmatch(value)
    try:
        if match:
            return date.fromisoformat(match[1])
    except ValueError:
        pass  # a day that no month has
    _unused("published", value, where, warnings)
    return None


def _unused(key: str, value: str, where: str, warnings: list[str]) -> None:
    right = {
        "published": "a date such as 2021-05-14",
        "url": "an address that begins with http:// or https://",
        "language": "a language code such as en",
        "rights": "one of own, licensed, quote",
    }
    warnings.append(f"{where}: {key} {value[:80]!r} is not {right[key]}; left out")


def _url(value: str, where: str, warnings: list[str]) -> str:
    if value and not re.fullmatch(r"https?://[^\s/][^\s]*", value, re.IGNORECASE):
        _unused("url", value, where, warnings)
        return ""
    return value


def _language(value: str, where: str, warnings: list[str]) -> str:
    if value and not _LANGUAGE.fullmatch(value):
        _unused("language", value, where, warnings)
        return ""
    return value.lower()


def _rights(value: str, where: str, warnings: list[str]) -> Rights | None:
    if not value:
        return None
    if value.lower() not in set(Rights):
        _unused("rights", value, where, warnings)
        return None
    return Rights(value.lower())
