"""Names of first-level units, as the table has them and as reports write them."""

import csv
from pathlib import Path

import pytest

from geoincidents import packmaking
from geoincidents.packmaking import units

TABLE = Path(packmaking.__file__).with_name("provinces.csv")


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        pytest.param("Lisk", ("Lisk",), id="bare"),
        pytest.param("Lisk Oblast", ("Lisk",), id="kind word behind"),
        pytest.param("Republic of Lisk", ("Lisk",), id="kind word before"),
        pytest.param("Nord Lisk", ("Nord Lisk", "North Lisk"), id="compass in French"),
        pytest.param("Lisk-Ouest", ("Lisk-Ouest", "West Lisk"), id="compass behind"),
        pytest.param("Western Lisk", ("Western Lisk", "West Lisk"), id="adjective"),
        pytest.param("Eastern Province", (), id="only a direction"),
        pytest.param("Tak", (), id="three letters"),
        pytest.param("Central District", ("Central",), id="a word"),
    ],
)
def test_a_unit_is_written_without_its_kind_word(name, forms):
    """In its own language and in English; nothing where only a direction is left."""
    assert units.bare(name) == forms


def test_the_table_is_in_order_and_names_each_unit_once():
    """Country, code, name: no row twice."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    keys = [(row["country"], row["admin1"]) for row in rows]

    assert keys == sorted({*keys})
    assert all(row["name"] == row["name"].strip() != "" for row in rows)


def test_units_of_nearly_all_countries_are_named():
    """GeoNames has them; city states have none."""
    countries = {country for country, _ in units.own_names()}

    assert len(countries) > 190
    assert units.own_names()["UA", "14"] == "Luhansk"
