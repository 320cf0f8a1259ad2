"""The table of found places by kind, on invented reports."""

import json

import pytest


@pytest.fixture(scope="module")
def tool(script):
    """Return the script as a module."""
    return script("measure_places")


def place(kind, mentions, lat=50.0, lon=10.0, country="XL"):
    """Return a place of an annotated or read report."""
    return {"kind": kind, "mentions": mentions, "lat": lat, "lon": lon, "country": country}


def tallies(tool, gold, found):
    """Return the tallies of one report."""
    told = {"doc": "a.txt", "places": gold}
    return tool.measure([told], {"a.txt": {"places": found}})


@pytest.mark.parametrize(
    ("kind", "lat", "right"),
    [
        ("village", 50.05, 1),
        ("village", 50.2, 0),
        ("province", 50.2, 1),
        ("village", None, 0),
    ],
    ids=["6 km off", "22 km off", "22 km off in a province", "no point"],
)
def test_a_place_is_right_within_the_tolerance_of_its_kind(tool, kind, lat, right):
    """Ten kilometres for a village, fifty for a province."""
    found = tallies(tool, [place(kind, [[0, 4]])], [place(kind, [[0, 4]], lat)])

    assert (found[kind].found, found[kind].placed, found[kind].right) == (1, 1, right)


@pytest.mark.parametrize(
    ("span", "count"), [([2, 10], 1), ([0, 5], 1), ([6, 20], 0)], ids=["most", "half", "less"]
)
def test_a_mention_is_found_when_half_of_both_spans_is_shared(tool, span, count):
    """Against a gold span of ten characters."""
    found = tallies(tool, [place("town", [[0, 10]])], [place("town", [span])])

    assert found["town"].found == count


def test_a_country_is_right_by_its_code(tool):
    """Its point says nothing."""
    gold = [place("country", [[0, 4], [10, 14]])]
    found = tallies(
        tool, gold, [place("country", [[0, 4]], 0.0), place("country", [[10, 14]], country="XO")]
    )

    assert (found["country"].found, found["country"].right) == (2, 1)
    assert found["country"].errors_km == []


def test_the_commonest_kind_comes_first_with_its_median_error(tool):
    """One row a kind."""
    gold = [place("town", [[0, 4], [5, 9], [10, 14]]), place("lake", [[20, 24]])]
    found = tallies(tool, gold, [place("town", [[0, 4], [5, 9]], 50.01)])

    rows = tool.table(found).splitlines()[2:]

    assert rows == ["| town | 3 | 67% | 100% | 1.1 | 1.1 |", "| lake | 1 | 0% | - | - | - |"]


def test_only_reports_with_their_text_are_read(tool, tmp_path):
    """Other files of a folder of annotations are left alone."""
    (tmp_path / "a.txt").write_text("Lisk", encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps({"places": []}), encoding="utf-8")
    (tmp_path / "clusters.json").write_text("{}", encoding="utf-8")

    assert [row["doc"] for row in tool.annotated([tmp_path])] == ["a.txt"]
