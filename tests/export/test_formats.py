"""Which file holds what: by suffix and name, by request, and without a package."""

import subprocess
import sys
from pathlib import Path

import pytest

from geoincidents import export
from geoincidents.errors import OutputError
from geoincidents.export import formats

ROOT = Path(__file__).parents[2]


def _saved(run, path, **options):
    export.save(run, path, **options)
    return path.read_bytes()


@pytest.mark.parametrize("suffix", formats.SUFFIXES)
def test_a_suffix_says_the_format(suffix, rich, tmp_path):
    """Each writes a file that begins as its kind does, licences inside."""
    begins = {".csv": b"id,title", ".geojson": b'{"type"', ".gpkg": b"SQLite format 3",
              ".kml": b"<?xml", ".parquet": b"PAR1", ".xlsx": b"PK"}  # fmt: skip
    content = _saved(rich, tmp_path / f"any{suffix}")

    assert content.startswith(begins[suffix])
    assert suffix == ".xlsx" or b"CC-BY-4.0" in content or b"ODbL-1.0" in content


def test_a_name_says_the_layer(rich, tmp_path):
    """A name that is no layer's gives the incidents."""
    assert _saved(rich, tmp_path / "reports.csv").startswith(b"id,file,publisher")
    assert _saved(rich, tmp_path / "spring.csv") == _saved(rich, tmp_path / "incidents.csv")


def test_a_table_without_geometry_is_no_geojson(rich, tmp_path):
    """The message says what holds it."""
    with pytest.raises(OutputError, match=r"claims: a table without geometry; \.csv"):
        export.save(rich, tmp_path / "claims.geojson")


@pytest.mark.parametrize("name", ["a.shp", "a", ".gpkg"])
def test_an_unknown_suffix_is_an_error_that_names_the_known(name, rich, tmp_path):
    """Nothing is written."""
    with pytest.raises(OutputError, match=r"\.csv, \.geojson, \.gpkg, \.kml, \.parquet, \.xlsx"):
        export.save(rich, tmp_path / name)

    assert [*tmp_path.iterdir()] == []


def test_further_formats_come_on_request(rich):
    """Beside the usual files, and named in the licences."""
    usual = export.contents(rich)
    more = export.contents(rich, further=["csv", "kml", "parquet", "xlsx"])
    added = {*more} - {*usual}

    assert {"incidents.kml", "incidents.xlsx", "accounts.csv", "claims.parquet"} <= added
    assert all(name.encode() in more["LICENCES.txt"] for name in added)
    assert {name: more[name] for name in usual if name != "LICENCES.txt"} == {
        name: content for name, content in usual.items() if name != "LICENCES.txt"
    }


def test_an_unknown_format_is_an_error(rich):
    """It names the known ones."""
    with pytest.raises(OutputError, match="'shp' is unknown, should be one of csv, kml"):
        export.contents(rich, further=["shp"])


def test_csv_begins_with_a_mark_on_request_only(rich, tmp_path):
    """Excel takes a file without it for another encoding."""
    marked = _saved(rich, tmp_path / "a.csv", bom=True)

    assert marked == b"\xef\xbb\xbf" + _saved(rich, tmp_path / "b.csv")


def test_a_csv_has_the_coordinates_of_points(rich, tmp_path):
    """Behind the other columns; shapes have none."""
    head, first, second = _saved(rich, tmp_path / "incidents.csv").decode().splitlines()

    assert head.endswith(",lon,lat")
    assert first.endswith(",45.05,40.05")
    assert second.endswith(",,")


@pytest.mark.parametrize(
    ("suffix", "package", "module", "extra"),
    [("parquet", "pyarrow", "parquet", "parquet"), ("xlsx", "xlsxwriter", "workbook", "xlsx")],
)
def test_a_missing_package_is_named_with_its_extra(  # noqa: PLR0913, PLR0917 -- fixtures
    suffix, package, module, extra, rich, tmp_path, monkeypatch
):
    """And the older file stays."""
    path = tmp_path / f"incidents.{suffix}"
    path.write_bytes(b"older")
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, f"geoincidents.export.{module}", raising=False)

    with pytest.raises(OutputError, match=rf"{package}: pip install 'geoincidents\[{extra}\]'"):
        export.save(rich, path)

    assert path.read_bytes() == b"older"


def test_the_usual_files_need_no_heavy_library():
    """A run is as quick as without layers for GIS."""
    run_demo = "from geoincidents import api, export; export.contents(api.locate('seeds'))"
    code = f"import sys; {run_demo}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert not {"pandas", "pyogrio", "geopandas", "pyarrow", "xlsxwriter"} & {*run.stdout.split()}
