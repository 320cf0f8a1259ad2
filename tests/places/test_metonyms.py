"""Whether a capital or a state is ground, or stands for its government."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Fighting went on in {}.", id="in"),
        pytest.param("The premier arrived in {} on Monday.", id="arrived in"),
        pytest.param("Troops crossed into {} at dawn.", id="into"),
        pytest.param("They moved through {} at night.", id="through"),
        pytest.param("Shells fell near {}.", id="near"),
        pytest.param("Men fled to {} on foot.", id="motion to"),
        pytest.param("They withdrew from {} on Friday.", id="motion from"),
        pytest.param("They shelled {} for hours.", id="shelled"),
        pytest.param("It lies in the south of {}.", id="south of"),
        pytest.param("the territory of {} was crossed", id="territory of"),
        pytest.param("the border with {} was shut", id="border with"),
        pytest.param("shots on {}'s southern border", id="possessive and border"),
        pytest.param("deep in {}’s sovereign territory", id="possessive and territory"),
        pytest.param("in {}'s Senn province", id="possessive and place"),
        pytest.param("a blast in Lisk, {}", id="place, state"),
        pytest.param("shells hit southern {} at noon", id="direction"),
        pytest.param("a {}-based group", id="based"),
        pytest.param("the capital, {}, was calm", id="capital"),
        pytest.param("in neighbouring {}", id="neighbouring"),
    ],
)
@pytest.mark.parametrize("name", ["Arland", "Bora"])
def test_a_name_with_its_locative_is_ground(find, text, name):
    """Prepositions, motions and nouns of ground make it a place."""
    (mention,) = [m for m in find(text.format(name)) if m.passage.text == name]

    assert mention.literal


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{} rejected the claim.", id="rejected"),
        pytest.param("{} said its men held fire.", id="said"),
        pytest.param("{} has accused them of lying.", id="auxiliary"),
        pytest.param("Men said that {} was to blame.", id="that"),
        pytest.param("relations with {} are bad", id="relations with"),
        pytest.param("talks between {} and others", id="talks between"),
        pytest.param("an appeal to {} for help", id="appeal to"),
        pytest.param("a letter from {} arrived", id="letter from"),
        pytest.param("the president of {} spoke", id="president of"),
        pytest.param("a pact against {} was signed", id="against"),
        pytest.param("{}'s military fired", id="possessive and army"),
        pytest.param("{}’s accusations are false", id="possessive and speech"),
        pytest.param("the men accused {} of lying", id="object of accusing"),
        pytest.param("a {}-led bloc", id="compound"),
        pytest.param("{}'s border guards fired", id="possessive and guards"),
        pytest.param("{}'s own army fired", id="possessive and describing word"),
        pytest.param("the win was {}'s.", id="possessive and nothing"),
        pytest.param("{}", id="alone"),
    ],
)
@pytest.mark.parametrize("name", ["Arland", "Bora"])
def test_a_name_that_acts_or_speaks_is_a_government(find, text, name):
    """A speaker is no place of an event."""
    (mention,) = [m for m in find(text.format(name)) if m.passage.text == name]

    assert not mention.literal


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        pytest.param("Men fled in Arland and Borland.", True, id="ground"),
        pytest.param("Arland and Borland signed a truce.", False, id="governments"),
        pytest.param("the border between Arland and Borland", True, id="border between"),
        pytest.param("talks between Arland and Borland", False, id="talks between"),
    ],
)
def test_the_members_of_a_list_share_their_sense(find, text, literal):
    """What stands before the first holds for the second."""
    assert [m.literal for m in find(text)] == [literal, literal]


def test_a_town_that_is_no_seat_is_always_ground(find):
    """Only states and seats of parties speak."""
    (mention,) = find("Lisk rejected the claim")

    assert mention.literal


def test_a_region_that_gave_a_party_its_name_speaks_where_it_says_so(find):
    """A breakaway region is ground unless a verb of saying follows."""
    first, second = find("Senn said its men held. Fighting in the south reached Senn again.")

    assert (first.literal, second.literal) == (False, True)


def test_a_dateline_is_ground_and_marked(find):
    """It says where the report was written, and locates no event."""
    mention, _ = find("ARLA -- Arland said so.", dateline=len("ARLA --"))

    assert mention.dateline
    assert mention.literal


def test_a_name_behind_the_dateline_is_not_marked(find):
    """The mark ends with the dateline."""
    _, mention = find("ARLA -- Shots in Lisk.", dateline=len("ARLA --"))

    assert not mention.dateline


def test_a_state_in_a_ministrys_name_is_a_government(find):
    """The ministry speaks, wherever it is."""
    (mention,) = find("shots in the north, the Arland Defence Ministry said")

    assert not mention.literal
