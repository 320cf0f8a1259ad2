"""The command line: exit codes, what goes to stdout and what to stderr."""

import json
import sys

import pytest

from geoincidents import cli, resources

REPORT = """\
publisher: Example Wire
published: 2021-05-14

YEREVAN -- Armenia's Defense Ministry said on Thursday that Azerbaijani troops had crossed two
kilometers into Syunik Province on May 12. Azerbaijan denied the claim.
"""


@pytest.fixture
def run(monkeypatch, capsys):
    """Return a function that runs the command and gives (code, stdout, stderr)."""

    def run_(*words):
        monkeypatch.setattr(sys, "argv", ["geoincidents", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capsys.readouterr()
        return ended.value.code, told.out, told.err

    return run_


@pytest.fixture
def report(tmp_path):
    """Return a folder with one report."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "wire.txt").write_text(REPORT, encoding="utf-8")
    return folder


def test_no_report_is_wrong_use(run):
    """`map` without reports ends with 2."""
    code, _, err = run("map")

    assert code == 2
    assert "REPORTS" in err


def test_an_unknown_option_is_wrong_use(run, report):
    """No option is accepted and ignored."""
    assert run("map", report, "--no-such-option")[0] == 2


def test_map_writes_every_file_and_lists_them(run, report, tmp_path):
    """The main job leaves what DESIGN names."""
    code, out, _ = run("map", report, "-o", tmp_path / "out")

    names = {p.name for p in (tmp_path / "out").iterdir()}
    assert code == 0
    assert {
        "map.html",
        "incidents.geojson",
        "accounts.geojson",
        "depth_lines.geojson",
        "areas.geojson",
        "doubt.geojson",
        "claims.csv",
        "manifest.json",
        "LICENCES.txt",
    } <= names
    assert "map.html" in out
    assert "Not checked by a person. Why this? geoincidents explain ID" in out


def test_the_terminal_stays_within_80_columns(run, report, tmp_path):
    """Every line of the table fits a plain terminal."""
    _, out, _ = run("map", report, "-o", tmp_path / "out")

    table = out.split("Not checked")[0]
    assert max(map(len, table.splitlines())) <= 80


def test_each_side_has_a_line_of_its_own(run, report, tmp_path):
    """Who says and who denies stand apart."""
    _, out, _ = run("map", report, "-o", tmp_path / "out")

    assert "Armenia says:" in out
    assert "Azerbaijan denies" in out


def test_a_bad_report_is_named_and_the_rest_goes_on(run, report, tmp_path):
    """One bad file ends in 3, with the others written."""
    (report / "bad.txt").write_bytes(b"\xff\xfe\xfa")

    code, _, err = run("map", report, "-o", tmp_path / "out")

    assert code == 3
    assert "skipped" in err
    assert "bad.txt" in err
    assert (tmp_path / "out" / "map.html").exists()


def test_nothing_to_read_is_an_error(run, tmp_path):
    """An empty folder ends in 1."""
    assert run("map", tmp_path, "-o", tmp_path / "out")[0] == 1


def test_extract_prints_a_line_a_report(run, report):
    """Results go to stdout, progress to stderr."""
    code, out, err = run("extract", report)

    (row,) = map(json.loads, out.splitlines())
    assert code == 0
    assert row["doc"] == "wire.txt"
    assert row["incidents"][0]["denied_by"] == ["Azerbaijan"]
    assert "read 1 report" in err


def test_explain_shows_words_spans_and_reasons(run, report):
    """The id of the terminal opens everything behind it."""
    _, out, _ = run("extract", report)
    id_ = json.loads(out)["incidents"][0]["incident_id"]

    code, told, _ = run("explain", id_, "--from", report)

    assert code == 0
    assert '"two\nkilometers" (wire.txt:' in told or "two kilometers" in told
    assert "read by" in told


def test_explain_of_an_unknown_id_names_the_known_ones(run, report):
    """A wrong id is an error with a way on."""
    code, _, err = run("explain", "zzzzzz", "--from", report)

    assert code == 1
    assert "incidents:" in err


def test_only_shows_the_incident_asked_for(run, report, tmp_path):
    """`--only` with an id that is not there is refused by name."""
    code, _, err = run("map", report, "-o", tmp_path / "out", "--only", "zzzzzz")

    assert code == 1
    assert "'zzzzzz'" in err


def test_no_incident_is_an_answer_with_its_reasons(run, tmp_path):
    """A report of talks alone gives an empty map and says why."""
    (tmp_path / "talks.txt").write_text("The ministers met and talked for an hour.\n")

    code, out, _ = run("map", tmp_path / "talks.txt", "-o", tmp_path / "out")

    assert code == 0
    assert "No incident in these reports." in out


def test_sources_drafts_the_metadata_of_a_folder(run, report):
    """The draft has a row a report and never overwrites."""
    code, _, _ = run("sources", report)
    again, _, err = run("sources", report)

    assert code == 0
    assert "wire.txt" in (report / "sources.csv").read_text(encoding="utf-8")
    assert again == 1
    assert "is there already" in err


def test_gazetteer_check_finds_no_fault_in_our_pack(run):
    """The pack that ships is sound."""
    for folder in resources.pack_folders():
        assert run("gazetteer", "check", folder)[0] == 0


def test_gazetteer_find_shows_position_and_source(run):
    """A name in another spelling is found."""
    code, out, _ = run("gazetteer", "find", "Kelbajar")

    assert code == 0
    assert "Kalbajar" in out
    assert "lat" in out
