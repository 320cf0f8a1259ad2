"""The command line: exit codes, what goes to stdout and what to stderr."""

import json
import sys

import click
import pytest

from geoincidents import cli, cli_gazetteer, resources


def test_no_report_is_wrong_use(run):
    """`map` without reports ends with 2."""
    code, _, err = run("map")

    assert code == 2
    assert "REPORTS" in err


def test_an_unknown_option_is_wrong_use(run, report):
    """No option is accepted and ignored."""
    assert run("map", report, "--no-such-option")[0] == 2


@pytest.mark.parametrize("asked", [("map", ""), ("map", "seeds", "-o", ""), ("sources", "")])
def test_an_empty_name_is_wrong_use(run, asked):
    """Of a variable that is not set: it is not the folder one stands in."""
    code, _, err = run(*asked)

    assert code == 2
    assert "the name is empty" in err


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
        "depth_strips.geojson",
        "areas.geojson",
        "doubt.geojson",
        "claims.csv",
        "incidents.gpkg",
        "incidents.qml",
        "manifest.json",
        "LICENCES.txt",
    } <= names
    assert "map.html" in out
    assert "Not checked by a person. Why this? geoincidents explain ID" in out


def test_further_formats_are_written_on_request(run, report, tmp_path):
    """Each that is named, and the mark for Excel where it is asked for."""
    folder = tmp_path / "out"
    asked = ("--format", "csv", "--format", "xlsx", "--bom")
    code, out, _ = run("map", report, "-o", folder, *asked)

    assert code == 0
    assert "incidents.xlsx" in out
    assert (folder / "accounts.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert not (folder / "incidents.kml").exists()
    assert run("map", report, "-o", folder, "--format", "shp")[0] == 2


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
    assert "Why this?" not in out


def test_map_takes_a_border_of_the_users_own(run, report, tmp_path):
    """Its source stands in the licences, and the hint names the option."""
    folder = next(iter(resources.pack_folders()))
    told = json.loads((folder / "borders.geojson").read_text(encoding="utf-8"))
    told["features"] = [f for f in told["features"] if "a" in f["properties"]]
    told |= {"source": "Joint survey", "version": "2", "date": "2024-05-01"}
    own = tmp_path / "ours.geojson"
    own.write_text(json.dumps(told), encoding="utf-8")
    code, out, _ = run("map", report, "-o", tmp_path / "out", "--border", own)

    assert code == 0
    assert "--border" in out
    licences = (tmp_path / "out" / "LICENCES.txt").read_text(encoding="utf-8")
    assert "Joint survey, 2, 2024-05-01" in licences


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


DECIDED = "id,action,value,who,when,why\n"


@pytest.fixture
def first_id(run, report, tmp_path):
    """Return the id of the one incident of the report, and how many claims it has."""
    run("map", report, "-o", tmp_path / "before")
    layer = json.loads((tmp_path / "before" / "incidents.geojson").read_text(encoding="utf-8"))
    told = layer["features"][0]["properties"]
    return told["id"], told["claims_count"]


def test_decisions_with_faults_are_invalid(run, report, tmp_path):
    """Every fault is named with file and line, and nothing is written."""
    file = tmp_path / "desk.csv"
    file.write_text(f"{DECIDED}abcd,bless,,Ada,2026-01-31,\nabcd,keep,,,x,\n", encoding="utf-8")
    code, _, err = run("map", report, "--decisions", file, "-o", tmp_path / "out")

    assert code == 2
    assert f"{file}:2: action 'bless'" in err
    assert f"{file}:3: who is empty" in err
    assert not (tmp_path / "out").exists()


def test_a_checked_run_says_who_checked_it(run, report, tmp_path, first_id):
    """Terminal, page, files and layers name the person once everything is checked."""
    id_, claims = first_id
    file = tmp_path / "desk.csv"
    file.write_text(f"{DECIDED}{id_},keep,{claims},Ada,2026-01-31,\n", encoding="utf-8")
    code, out, err = run("map", report, "--decisions", file, "-o", tmp_path / "out")

    texts = {
        p.name: p.read_text(encoding="utf-8", errors="replace")
        for p in (tmp_path / "out").iterdir()
    }
    told = json.loads(texts["incidents.geojson"])["features"][0]["properties"]
    assert (code, err.count("without effect")) == (0, 0)
    assert "Checked by Ada. Why this?" in out
    assert "Read by a program from 1 report; checked by Ada" in texts["map.html"]
    assert "not checked by a person" not in "".join(texts.values())
    assert (told["checked_by"], told["checked_on"]) == ("Ada", "2026-01-31")


def test_a_decision_without_effect_is_told(run, report, tmp_path):
    """What no longer matches is listed, and the rest is done."""
    file = tmp_path / "desk.csv"
    file.write_text(f"{DECIDED}abcd,keep,,Ada,2026-01-31,\n", encoding="utf-8")
    code, out, err = run("map", report, "--decisions", file, "-o", tmp_path / "out")

    assert code == 0
    assert f"decision without effect: {file}:2: keep abcd: no claim or incident" in err
    assert "Not checked by a person" in out


def test_only_what_a_person_released_is_published(run, report, tmp_path, first_id):
    """Without a decision nothing is shown; with one for every claim, all of it."""
    id_, claims = first_id
    file = tmp_path / "desk.csv"
    file.write_text(DECIDED, encoding="utf-8")
    _, out, err = run("map", report, "--decisions", file, "--publish-only", "-o", tmp_path / "out")
    file.write_text(f"{DECIDED}{id_},publish,{claims},Ada,2026-01-31,\n", encoding="utf-8")
    _, released, _ = run(
        "map", report, "--decisions", file, "--publish-only", "-o", tmp_path / "out"
    )

    assert id_ not in out
    assert f"held back, not released with every claim checked: {id_}" in err
    assert id_ in released


def test_what_is_new_since_an_earlier_run_is_marked(run, report, tmp_path):
    """Nothing against itself; a further report adds its incident and its figures."""
    run("map", report, "-o", tmp_path / "before")
    _, same, _ = run("map", report, "--since", tmp_path / "before", "-o", tmp_path / "same")
    (report / "later.txt").write_text(
        (report / "wire.txt")
        .read_text(encoding="utf-8")
        .replace("two\nkilometers", "five\nkilometers")
        .replace("Wire", "Post"),
        encoding="utf-8",
    )
    _, out, _ = run("map", report, "--since", tmp_path / "before", "-o", tmp_path / "after")

    layer = json.loads((tmp_path / "after" / "incidents.geojson").read_text(encoding="utf-8"))
    assert "[new]" not in same
    assert "[changed]" not in same
    assert "5 km [changed]" in out
    assert {f["properties"]["change"] for f in layer["features"]} <= {"new", "changed"}


def test_a_folder_without_an_earlier_run_is_wrong_use(run, report, tmp_path):
    """There is nothing to compare with."""
    (tmp_path / "empty").mkdir()
    code, _, err = run("map", report, "--since", tmp_path / "empty", "-o", tmp_path / "out")

    assert code == 2
    assert "no claims.csv" in err


@pytest.mark.parametrize("content", [b"id,words\n1,x\n", b"\xff", b'claim_id\n"x'])
def test_a_broken_earlier_file_is_invalid(run, report, tmp_path, content):
    """Another table, other bytes, an open quote."""
    earlier = tmp_path / "before"
    earlier.mkdir()
    (earlier / "claims.csv").write_bytes(content)
    code, _, err = run("map", report, "--since", earlier, "-o", tmp_path / "out")

    assert code == 2
    assert "claims.csv:1: " in err


def test_assets_can_lie_beside_the_page(run, report, tmp_path):
    """Nothing inline runs in the page, its files are listed, and none is licensed as a point."""
    code, out, _ = run("map", report, "-o", tmp_path / "out", "--assets", "dir")
    page = (tmp_path / "out" / "map.html").read_text("utf-8")
    points = (tmp_path / "out" / "LICENCES.txt").read_text("utf-8").split(":")[0]

    assert code == 0
    assert '<script src="map.js" data-own></script>' in page
    assert (tmp_path / "out" / "map.js").is_file()
    assert "leaflet.js" in out
    assert ".js" not in points
    assert ".css" not in points


@pytest.mark.parametrize("group", [(), ("gazetteer",)], ids=["program", "gazetteer"])
def test_a_bare_command_shows_its_help_once(run, group):
    """It is wrong use, but nothing went wrong: no "Error" stands before the help."""
    code, _, err = run(*group)

    assert code == 2
    assert err.count("Usage:") == 1
    assert "Error" not in err


@pytest.mark.parametrize("group", [(), ("gazetteer",)], ids=["program", "gazetteer"])
def test_each_command_is_told_in_a_whole_sentence(run, group):
    """On 80 columns no line of the help is cut off."""
    _, out, _ = run(*group, "--help")

    assert "..." not in out.partition("Commands:")[2]


def test_the_folder_is_named_where_the_files_are(run, report, tmp_path):
    """Whoever runs it for the first time finds the map."""
    _, out, _ = run("map", report, "-o", tmp_path / "found")

    assert f"{tmp_path / 'found'}: wrote map.html" in " ".join(out.split())


@pytest.mark.parametrize(
    ("package", "extra", "words"),
    [
        ("typst", "images", ["--unreviewed", "--bundle"]),
        ("xlsxwriter", "xlsx", ["--format", "xlsx", "-o"]),
        ("pyarrow", "parquet", ["--format", "parquet", "-o"]),
    ],
)
def test_a_missing_extra_is_told_before_anything_is_read(  # noqa: PLR0913, PLR0917 -- fixtures
    package, extra, words, run, report, tmp_path, monkeypatch
):
    """A long run does not end at its last file for want of a package."""
    monkeypatch.setitem(sys.modules, package, None)
    code, told, err = run("map", report, *words, tmp_path / "out")

    assert (code, told) == (1, "")
    assert f"pip install 'geoincidents[{extra}]'" in err
    assert err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_folder_without_reports_has_no_sources_to_draft(run, tmp_path):
    """No empty table is left for a person to complete."""
    code, told, err = run("sources", tmp_path)

    assert (code, told) == (1, "")
    assert "no report in this folder; text files end in .txt" in err
    assert not (tmp_path / "sources.csv").exists()


def test_who_only_denies_is_told_to_deny_and_no_more(run, tmp_path):
    """No word follows that would be read as what is denied."""
    (tmp_path / "wire.txt").write_text(
        "published: 2021-05-14\n\nArmenia said Azerbaijani troops crossed the border near "
        "Shurnukh on May 12 and advanced 800 meters. Azerbaijan denied the claim.\n"
    )
    _, out, _ = run("map", tmp_path / "wire.txt", "-o", tmp_path / "out")

    assert "\n  Azerbaijan denies\n" in out


@pytest.mark.parametrize("name", sorted({*cli.command.commands, *cli_gazetteer.group.commands}))
def test_every_option_is_explained(name):
    """Nothing in the help is a bare name."""
    commands = cli.command.commands | cli_gazetteer.group.commands
    options = [p for p in commands[name].params if isinstance(p, click.Option)]

    assert [o.name for o in options if not o.help] == []


def test_a_bundle_has_a_folder_of_its_own(run, report, tmp_path):
    """In one folder the bundle would clear away the map's files."""
    code, _, err = run(
        "map", report, "-o", tmp_path / "x", "--bundle", tmp_path / "." / "x", "--unreviewed"
    )

    assert code == 2
    assert "name two" in err
    assert not (tmp_path / "x").exists()


def test_a_bundles_address_is_one_of_the_web(run, report, tmp_path):
    """Lines to paste load nothing but a page."""
    url = "javascript:alert(1)"
    words = ("--bundle", tmp_path / "b", "--unreviewed", "--public-url", url)
    code, _, err = run("map", report, "-o", tmp_path / "x", *words)

    assert code == 2
    assert "'javascript:alert(1)' does not begin with https://" in err
