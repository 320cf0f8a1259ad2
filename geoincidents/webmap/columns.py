"""Many incidents as columns: small, quick to read, and opened card by card."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from geoincidents.webmap import base
from geoincidents.webmap.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_WHOLE = 60  # incidents whose cards stand in the page itself
FIRST_WHOLE = 6  # of many, whose cards are written all the same: they need no script to stand
MOST_NEAR = 6  # close-ups that stand in the page itself; scripts draw the others
MOST_STILL = 300  # incidents of which those without scripts see at least the title
_SHORT_CHUNK = 50
_LONG_CHUNK = 500
_MANY = 5_000
_CODED = ("types", "parties", "outlets", "borders", "countries", "voices")


def columns(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return rows of the map's object as columns; what repeats is coded by number.

    `ids` are run together, all of one length.
    `lon` and `south` are steps on the Mercator map as `base.paths` has them, from the
    row before, over the rows of `placed`; `from` steps of a day over those that are dated;
    `accounts` has only those rows whose accounts have something to draw.
    """
    placed = [n for n, row in enumerate(rows) if row["at"] is not None]
    return {
        "ids": "".join(row["id"] for row in rows),
        "title": _titles(row["title"] for row in rows),
        "status": _numbered(row["status"] for row in rows),
        "said": _numbered(row["said"] for row in rows),
        "placed": [*_stepped(placed)],
        "lon": [*_stepped(round(rows[n]["at"][0] * base.SCALE) for n in placed)],
        "south": [*_stepped(base.south(rows[n]["at"][1]) for n in placed)],
        "label": [n for n in placed if rows[n]["label"]],
        "undated": [n for n, row in enumerate(rows) if row["from"] is None],
        "from": [*_stepped(row["from"] for row in rows if row["from"] is not None)],
        "days": [_length(row) for row in rows],
        **{name: _coded(row[name] for row in rows) for name in _CODED},
        "accounts": {n: row["accounts"] for n, row in enumerate(rows) if _is_drawn(row)},
    }


def chunks(
    cards: Iterable[dict[str, Any]], count: int, parts: Parts | None = None
) -> Iterator[dict[str, Any]]:
    """Yield so many cards in runs that a browser opens one at a time.

    Most cards are alike but for a few words. So each form is held once, its texts left
    out (`forms`), with the form of each card (`which`) and, form by form, a column for
    each text: itself where all cards have the same, else its values and their numbers.

    Parameters
    ----------
    cards
        Without what the columns hold already.
    parts
        What the cards share, so that it is taken apart once.
    """
    left, size = iter(cards), chunk_size(count)
    shared = parts or Parts()
    while run := [*islice(left, size)]:  # no more of them are held at a time
        yield _chunk(run, shared)


def _chunk(cards: Sequence[dict[str, Any]], parts: Parts) -> dict[str, Any]:
    forms: dict[str, list[list[str]]] = {}
    numbers: dict[str, int] = {}
    which = []
    for card in cards:
        own: list[str] = []
        form = parts.form(card, own)
        forms.setdefault(form, []).append(own)
        which.append(numbers.setdefault(form, len(numbers)))
    texts = [[_column(column) for column in zip(*rows, strict=True)] for rows in forms.values()]
    return {"forms": [json.loads(f) for f in forms], "which": which, "texts": texts}


def _column(texts: Sequence[str]) -> Any:  # noqa: ANN401 - a text or columns
    return texts[0] if texts.count(texts[0]) == len(texts) else _numbered(texts)


def chunk_size(count: int) -> int:
    """Return how many cards stand in one chunk."""
    return _SHORT_CHUNK if count < _MANY else _LONG_CHUNK


def _is_drawn(row: dict[str, Any]) -> bool:
    return any(a["shapes"] or a["sites"] or a["at"] or a["borders"] for a in row["accounts"])


def _length(row: dict[str, Any]) -> int:
    return 0 if row["from"] is None else row["to"] - row["from"]


def _stepped(values: Iterable[int]) -> Iterator[int]:
    last = 0
    for value in values:
        yield value - last
        last = value


def _titles(titles: Iterable[str]) -> dict[str, Any]:
    """Return titles in two parts, before and after the first comma: day and place."""
    parts = [title.partition(", ") for title in titles]
    return {"head": _numbered(p[0] for p in parts), "tail": _numbered(p[2] for p in parts)}


def _numbered(values: Iterable[Any]) -> dict[str, Any]:
    """Return each value once, and the number of each row's."""
    rows = [*values]
    numbers = {value: n for n, value in enumerate(dict.fromkeys(rows))}
    return {"values": [*numbers], "rows": [*map(numbers.__getitem__, rows)]}


def _coded(values: Iterable[list[Any]]) -> dict[str, Any]:
    coded = _numbered(tuple(value) for value in values)
    return {"values": [[*value] for value in coded["values"]], "rows": coded["rows"]}
