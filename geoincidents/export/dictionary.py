"""The data dictionary, made from the table of columns."""

from __future__ import annotations

from geoincidents.export.columns import TABLES


def dictionary() -> str:
    """Return `docs/data-dictionary.md`: every column of every file."""
    parts = [
        "# Data dictionary\n",
        "Made from `geoincidents/export/columns.py`; `pytest tests/export --regold` rewrites it.",
        "Lists are joined by `; `. Dates are ISO 8601. Empty cells are null: not in these reports.",
        "Figures stand beside who gives them; no column merges the figures of two speakers.",
    ]
    for name, table in TABLES.items():
        parts += [f"\n## `{name}`\n", "| column | type | unit | meaning |", "|---|---|---|---|"]
        parts += [f"| `{c.name}` | {c.type.value} | {c.unit} | {c.meaning} |" for c in table]
    return "\n".join(parts) + "\n"
