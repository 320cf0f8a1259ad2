"""CSV cells: typed, and never a formula."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoincidents.export import layers, table
from geoincidents.export.column import Column, ColumnType


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+31 20", "'+31 20"),
        ("-5 km", "'-5 km"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("-5", "-5"),
        ("+3.5", "+3.5"),
        ("-1e5", "'-1e5"),
        ("plain", "plain"),
        (None, ""),
        (True, "true"),
        (3218.688, "3218.688"),
        (-2.5, "-2.5"),
        (40, "40"),
        (date(2023, 4, 5), "2023-04-05"),
    ],
)
def test_a_cell_is_never_a_formula(value, written):
    """Only a plain number may begin with a sign."""
    assert table.cell(value) == written


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))))
def test_rows_can_be_read_back(words):
    """Quotes, commas and line ends included."""
    column = Column(name="words", type=ColumnType.TEXT, unit="", meaning="", of=lambda row: row)
    layer = replace(layers.BY_NAME["claims"], columns=(column,))
    text = "".join(table.written(layers.Table(layer=layer, rows=tuple(words), shapes=())))
    rows = list(csv.reader(io.StringIO(text, newline="")))

    assert rows[0] == ["words"]
    assert [r[0] if r else "" for r in rows[1:]] == [table.cell(column.value(w)) for w in words]
