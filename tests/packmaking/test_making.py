"""What cannot be made, and why."""

import pytest

from geoincidents import packmaking
from geoincidents.errors import MakingError

pytest.importorskip("tzfpy", reason="no tzfpy (extra 'world')")


def test_a_country_without_a_zone_is_refused_by_name(tmp_path):
    """Its area is not known: no border can be computed."""
    with pytest.raises(MakingError, match=r"Kosovo \(XK\) has no time zone of its own"):
        packmaking.make(["RS", "XK"], tmp_path / "pack")

    assert not (tmp_path / "pack").exists()


def test_an_unknown_country_is_refused_by_name(tmp_path):
    """ISO 3166 codes of two letters are wanted."""
    with pytest.raises(MakingError, match="'QQ': no such state"):
        packmaking.make(["RS", "QQ"], tmp_path / "pack")


def test_a_folder_with_files_is_left_alone(tmp_path):
    """A pack that somebody edited is never overwritten."""
    (tmp_path / "places.csv").write_text("mine", encoding="utf-8")

    with pytest.raises(MakingError, match="is not empty"):
        packmaking.make(["RS", "HR"], tmp_path)

    assert (tmp_path / "places.csv").read_text("utf-8") == "mine"


def test_a_missing_package_is_told_with_the_extra_that_brings_it(monkeypatch):
    """No traceback, but what to install."""
    from geoincidents.packmaking import extras  # noqa: PLC0415 - only here

    def absent(name):
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(extras, "import_module", absent)

    with pytest.raises(MakingError, match=r"geoincidents\[world\]"):
        extras.library("tzfpy")
