"""Many incidents as columns: small, quick to read, and opened card by card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geoincidents.webmap.base import SCALE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_WHOLE = 60  # incidents whose cards stand in the page itself
MOST_STILL = 300  # incidents of which those without scripts see at least the title
_SHORT_CHUNK = 50
_LONG_CHUNK = 500
_MANY = 5_000
_CODED = ("types", "parties", "outlets", "borders", "countries", "voices")


def columns(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return rows of the map's object as columns; what repeats is coded by number.

    `lon` and `lat` are steps of 1e-5 degree from the row before, over the rows of
    `placed`; `accounts` has only those rows whose accounts have something to draw.
    """
    placed = [n for n, row in enumerate(rows) if row["at"] is not None]
    return {
        "ids": " ".join(row["id"] for row in rows),
        "title": [row["title"] for row in rows],
        "status": _numbered(row["status"] for row in rows),
        "said": _numbered(row["said"] for row in rows),
        "placed": [*_stepped(placed)],
        "lon": [*_stepped(round(rows[n]["at"][0] * SCALE) for n in placed)],
        "lat": [*_stepped(round(rows[n]["at"][1] * SCALE) for n in placed)],
        "label": [n for n in placed if rows[n]["label"]],
        "from": [row["from"] for row in rows],
        "days": [_length(row) for row in rows],
        **{name: _coded(row[name] for row in rows) for name in _CODED},
        "accounts": {n: row["accounts"] for n, row in enumerate(rows) if _is_drawn(row)},
    }


def chunks(cards: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Yield cards in runs that a browser opens one at a time."""
    size = chunk_size(len(cards))
    for start in range(0, len(cards), size):
        yield [*cards[start : start + size]]


def chunk_size(count: int) -> int:
    """Return how many cards stand in one chunk."""
    return _SHORT_CHUNK if count < _MANY else _LONG_CHUNK


def _is_drawn(row: dict[str, Any]) -> bool:
    return any(a["shapes"] or a["sites"] or a["at"] for a in row["accounts"])


def _length(row: dict[str, Any]) -> int:
    return 0 if row["from"] is None else row["to"] - row["from"]


def _stepped(values: Iterable[int]) -> Iterator[int]:
    last = 0
    for value in values:
        yield value - last
        last = value


def _numbered(values: Iterable[Any]) -> dict[str, Any]:
    """Return each value once, and the number of each row's."""
    numbers: dict[Any, int] = {}
    rows = [numbers.setdefault(value, len(numbers)) for value in values]
    return {"values": [*numbers], "rows": rows}


def _coded(values: Iterable[list[Any]]) -> dict[str, Any]:
    coded = _numbered(tuple(value) for value in values)
    return {"values": [[*value] for value in coded["values"]], "rows": coded["rows"]}
