"""The data dictionary, made from the table of columns."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from geoincidents import export
from geoincidents.export import layers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geoincidents.export.column import Column, Value
    from geoincidents.export.layers import Layer
    from geoincidents.export.rows import Run

_LONGEST = 60  # letters of an example
_HEAD = """# Data

Made from `geoincidents/export/columns.py`; `pytest tests/export --regold` rewrites it.
Every format has these layers and columns: GeoJSON, GeoPackage, GeoParquet, KML, CSV, XLSX and
data frames. Lists are joined by `; `. Dates are ISO 8601 days; where a format has a type for
days, they have it. Empty cells are null: not in these reports. Figures stand beside who gives
them; no column merges the figures of two speakers. Coordinates are longitude and latitude in
WGS 84, rounded to what their accuracy deserves: five decimals of a degree from 1 km on, six
from 100 m on, else seven. The examples are invented."""


def dictionary(run: Run) -> str:
    """Return `docs/data.md`: every column of every layer, with examples from a run."""
    parts = [_HEAD]
    for layer in layers.LAYERS:
        kind = layer.geometry or "no geometry"
        parts += [f"\n## `{layer.name}`\n", f"{layer.title.capitalize()} ({kind}).\n"]
        refers = [f"`{own}` refers to `{table}.{key}`" for own, table, key in layer.parents]
        parts += [f"{'; '.join(refers)}.\n"] if refers else []
        parts += ["| column | type | unit | meaning | example |", "|---|---|---|---|---|"]
        parts += _rows(layer, run)
    return "\n".join(parts) + "\n"


def _rows(layer: Layer, run: Run) -> Iterator[str]:
    table = layers.table(layer, run, export.context_of(run))
    rows = [*table.values(layer.flat)]
    for number, column in enumerate(layer.flat):
        example = next((row[number] for row in rows if row[number] is not None), None)
        yield _row(column, example)


def _row(column: Column, example: Value) -> str:
    cells = (f"`{column.name}`", column.type.value, column.unit, column.meaning, _shown(example))
    return f"| {' | '.join(cells)} |"


def _shown(example: Value) -> str:
    if example is None:
        return ""
    if isinstance(example, bool):
        return "true" if example else "false"
    words = example.isoformat() if isinstance(example, date) else str(example)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
