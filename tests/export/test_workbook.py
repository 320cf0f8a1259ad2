"""XLSX: typed cells that another program reads, and a sheet of decisions to fill in."""

import io
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest

from geoincidents import decisions, export
from geoincidents.decisions import rows as decided
from geoincidents.errors import OutputError
from geoincidents.export import formats, layers, workbook


def _written(run):
    content = b"".join(formats.written(export.source_of(run, names=["x.xlsx"]), "x.xlsx"))
    return openpyxl.load_workbook(io.BytesIO(content))


def _cells(sheet, row):
    names = [cell.value for cell in sheet[1]]
    return dict(zip(names, sheet[row], strict=True))


def test_the_sheets_are_the_layers_and_what_to_fill_in(rich):
    """With the columns of the one table, a point's coordinates behind them."""
    book = _written(rich)

    assert book.sheetnames == ["incidents", "accounts", "claims", "decisions", "about"]
    for layer in workbook.SHEETS:
        names = [cell.value for cell in book[layer.name][1]]
        assert names == [column.name for column in layer.flat]


def test_cells_have_types(rich):
    """A day is a day, a count a number, yes or no is that, a gap is empty."""
    book = _written(rich)
    incident, account = _cells(book["incidents"], 2), _cells(book["accounts"], 2)

    assert incident["date_start"].value == datetime(2023, 4, 4)  # noqa: DTZ001 -- a day
    assert incident["date_start"].number_format == "yyyy-mm-dd"
    assert incident["background"].value is True
    assert (incident["lon"].value, incident["lat"].value) == (45.05, 40.05)
    assert (account["troops_low"].value, account["depth_m_low"].value) == (40, 3218.688)
    assert _cells(book["incidents"], 3)["lon"].value is None


def test_no_cell_is_a_formula_or_a_link(run, report):
    """Words that a sheet would run stay words."""
    wild = replace(report, publisher="=1+1", url="https://post.example/")
    run.readings = (replace(run.readings[0], report=wild),)
    cells = _cells(_written(run)["claims"], 2)

    assert (cells["publisher"].value, cells["publisher"].data_type) == ("=1+1", "s")
    assert cells["url"].hyperlink is None


def test_the_decisions_are_the_columns_that_the_program_reads(rich):
    """Actions and ids can be chosen; a day is asked for."""
    sheet = _written(rich)["decisions"]
    rules = {str(r.sqref)[0]: r for r in sheet.data_validations.dataValidation}

    assert tuple(cell.value for cell in sheet[1]) == decided.COLUMNS
    assert rules["B"].formula1.strip('"').split(",") == [*decisions.Action]
    assert rules["A"].formula1 == "claims!$B$2:$B$3"
    assert rules["E"].type == "date"


def test_the_workbook_names_its_licence(rich):
    """On a sheet and in the properties, with the meaning of each column."""
    book = _written(rich)
    told = [cell.value for cell in book["about"]["A"] if cell.value]

    assert any("CC BY 4.0" in words for words in told)
    assert "(c) surveyors of Lisk" in "".join(told)
    assert "CC BY 4.0" in book.properties.description
    assert len(told) > sum(len(layer.flat) for layer in workbook.SHEETS)


def test_a_cell_that_is_too_long_is_cut_with_a_mark(run, incident):
    """A sheet would leave it out without a word."""
    run.incidents = (replace(incident, title="x" * 40_000),)
    value = _cells(_written(run)["incidents"], 2)["title"].value

    assert len(value) == 32_767
    assert value.endswith("x…")


def test_a_day_before_the_calendar_of_sheets_stays_text(run, incident):
    """1899 is no number to them."""
    account = incident.accounts[0]
    early = replace(account.when, start=date(1899, 5, 1), end=date(1899, 5, 1))
    run.incidents = (replace(incident, accounts=(replace(account, when=early),)),)

    assert _cells(_written(run)["incidents"], 2)["date_start"].value == "1899-05-01"


def test_more_rows_than_a_sheet_holds_are_an_error(run, monkeypatch):
    """Nothing is left out without a word."""
    monkeypatch.setattr(workbook, "_MOST_ROWS", 2)

    with pytest.raises(OutputError, match=r"accounts: 2 rows do not fit a sheet; take \.csv"):
        _written(run)


def test_the_same_run_gives_the_same_bytes(rich):
    """No clock in the properties or the archive."""
    source = export.source_of(rich)

    assert [*formats.written(source, "x.xlsx")] == [*formats.written(source, "x.xlsx")]
    assert layers.BY_NAME["claims"] in workbook.SHEETS
