"""Which of several places of one name is meant."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "surface", "place_id"),
    [
        pytest.param("in Dray district", "Dray", "dray-district", id="kind word behind"),
        pytest.param("in the town of Dray", "Dray", "dray", id="kind word before"),
        pytest.param("in the Dray and Torr districts", "Dray", "dray-district", id="plural behind"),
        pytest.param("the towns of Lisk and Dray", "Dray", "dray", id="plural before"),
        pytest.param("in the Dray region", "Dray", "dray-district", id="looser kind word"),
        pytest.param("Omen, near Lisk", "Omen", "omen", id="nearness"),
        pytest.param("Omen in Torr province", "Omen", "omen-far", id="area beside it"),
        pytest.param("Torr province. Men fled. Omen burned.", "Omen", "omen-far", id="area"),
        pytest.param("the Borland army took Omen", "Omen", "omen-far", id="state named"),
        pytest.param("They took Kell", "Kell", "kell", id="town before lake"),
        pytest.param("on the lake Kell", "lake Kell", "kell-lake", id="lake"),
    ],
)
def test_the_words_of_a_report_settle_a_shared_name(find, text, surface, place_id):
    """Kind words, areas, nearness and states decide."""
    (mention,) = [m for m in find(text) if m.passage.text == surface]

    assert mention.place_id == place_id


def test_a_kind_word_holds_for_the_same_name_elsewhere(find):
    """Called a district once, the bare name is the district too."""
    first, second = find("Shells hit Dray district. Men fled Dray.")

    assert (first.place_id, second.place_id) == ("dray-district", "dray-district")


def test_the_rivals_are_kept_with_scores_and_reasons(find):
    """A reader of the choice sees what else it could have been, and why not."""
    (mention, _) = find("in the town of Dray, Senn")

    best, rival = mention.candidates

    assert (best.place_id, rival.place_id) == ("dray", "dray-district")
    assert 1.0 >= best.score > rival.score > 0.0
    assert mention.score == best.score
    assert "the kind word beside it (town) fits" in best.reasons
    assert "the kind word beside it (town) does not fit" in rival.reasons
    assert "lies in Senn, named beside it" in best.reasons


def test_an_undecided_name_has_a_low_score(find):
    """Without any word to decide, the first is not sure."""
    (mention,) = find("Omen burned")

    assert mention.score < 0.6
    assert len(mention.candidates) == 2


def test_a_name_of_one_place_is_sure(find):
    """No rival, no doubt but for places that no pack has."""
    (mention,) = find("Lisk burned")

    assert mention.score > 0.9


def test_a_place_is_no_reason_for_itself(find):
    """Only other names of a report speak for a place."""
    (mention,) = find("Lisk burned")

    assert mention.candidates[0].reasons == ("a town of this name",)


def test_a_wrong_kind_word_lowers_the_score(find):
    """A river of a town's name is likely a river that no pack has."""
    (plain,) = find("Lisk burned")
    (river,) = find("the Lisk river burned")

    assert river.score < plain.score
