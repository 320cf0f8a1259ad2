"""The command line's bundle for articles, and reports as of a day."""

import pytest

from geoincidents import resources

pytest.importorskip("typst", reason="the extra `images` is not installed")
pytestmark = pytest.mark.skipif(
    not resources.webmap_file("vendor", "leaflet.js").is_file(),
    reason="the page's libraries are not packed: pip install -e .",
)


def test_a_bundle_without_a_decision_asks_for_unreviewed(run, report, tmp_path):
    """No desk publishes unchecked machine reading by accident."""
    out, bundle = tmp_path / "out", tmp_path / "bundle"
    code, _, err = run("map", report, "-o", out, "--bundle", bundle)

    assert code == 2
    assert "--unreviewed" in err
    assert not bundle.exists()
    assert not out.exists()


def test_an_unreviewed_bundle_says_so_and_needs_an_address(run, report, tmp_path):
    """Caption and terminal tell what is missing."""
    out, bundle = tmp_path / "out", tmp_path / "bundle"
    code, told, err = run("map", report, "-o", out, "--bundle", bundle, "--unreviewed")

    assert code == 0
    assert "not checked by a person" in (bundle / "caption.txt").read_text()
    assert "--public-url" in err
    assert "map.png" in told
    assert {"manifest.json", "LICENCES.txt"} <= {p.name for p in bundle.iterdir()}


def test_an_address_title_credit_and_units_are_taken_over(run, report, tmp_path):
    """Each option shows in the files it is for."""
    bundle = tmp_path / "bundle"
    words = ("--title", "At the border", "--credit", "The Tarn Herald", "--units", "mi")
    url = ("--public-url", "https://news.example/map")
    code, _, err = run(
        "map", report, "-o", tmp_path / "o", "--bundle", bundle, "--unreviewed", *words, *url
    )

    assert code == 0
    assert "--public-url" not in err
    assert 'src="https://news.example/map/map.png"' in (bundle / "embed.txt").read_text()
    assert (bundle / "caption.txt").read_text().startswith("At the border.")
    assert "The Tarn Herald" in (bundle / "map.svg").read_text()
    assert "(1.24 mi)" in (bundle / "index.html").read_text()


def test_an_edited_caption_is_kept(run, report, tmp_path):
    """What a person wrote is not overwritten by the next run."""
    words = ("map", report, "-o", tmp_path / "o", "--bundle", tmp_path / "b", "--unreviewed")
    run(*words)
    (tmp_path / "b" / "caption.txt").write_text("Our own words.")
    _, told, _ = run(*words)

    assert "kept your edited caption.txt.edited-1" in told
    assert (tmp_path / "b" / "caption.txt.edited-1").read_text() == "Our own words."


@pytest.mark.parametrize(("day", "expected"), [("2021-05-14", 0), ("2021-05-13", 1)])
def test_reports_after_a_day_are_left_out(run, report, tmp_path, day, expected):
    """`--as-of` is by the day of publication, that day included; each left out is named."""
    code, _, err = run("map", report, "-o", tmp_path / "out", "--as-of", day)

    assert code == expected
    assert ("left out wire.txt: published 2021-05-14" in err) is bool(expected)
    assert (f"no report is known to be published by {day}" in err) is bool(expected)


def test_a_day_must_be_a_date(run, report):
    """The message shows one that is right."""
    code, _, err = run("map", report, "--as-of", "14 May")

    assert code == 2
    assert "2021-05-14 is" in err
