"""A war as a whole, its dead and its years are no event."""

import pytest

WARS = {
    "its dead in a clause": "They fought a war that ended last May and in which 6,000 people died.",
    "its dead aside": "The war of 2019, in which thousands of soldiers died, ended with a truce.",
    "full-scale": "Norland launched a full-scale invasion in February 2022.",
    "a war was fought": "Norland and Sudria fought a war over Talva in October 2019.",
}


@pytest.mark.parametrize("text", WARS.values(), ids=WARS)
def test_a_war_as_a_whole_is_no_event(text, events):
    """Neither the war nor its toll is told as an event, whatever its date."""
    assert events(text) == []


BYSTANDING = {
    "with men": "Norland, with 3,000 troops deployed on the frontier, votes on Sunday.",
    "gathering": "Norland praised drivers of tanks that were gathering near Ostel.",
    "once bombed": "Once bombed by both sides, the bridge at Ostel is a museum.",
    "when, long ago": "The dispute dates from the 1990s, when Norland occupied lands of Sudria.",
    "earlier times": "Norland and Sudria had twice previously clashed over the Talva border.",
    "feared": "An attack on Norland is feared in Tarsk.",
    "kept from going": "Norland shut the road, keeping Sudrians from leaving or entering Talva.",
    "as a rule": "As a rule, those held are charged with illegally crossing Norland's border.",
    "is done often": "Sudrians are frequently detained by Norlandic patrols on the river.",
    "charged with": "Two Sudrians were charged with an illegal border crossing and fined.",
    "a resolution": "Norland has not heeded the resolutions on withdrawal of its men from Talva.",
    "deployed anyway": "On May 3 the army searched Talva, where peacekeepers are deployed.",
    "went missing": "Two Norlandic hikers went missing near Ostel on Monday.",
    "of locusts": "The invasion of Talva by locusts cost it a harvest.",
    "of grain": "Norlandic wheat goes to Varos by the Tarsk-Ostel highway.",
}


@pytest.mark.parametrize("text", BYSTANDING.values(), ids=BYSTANDING)
def test_what_is_told_by_the_way_is_no_event(text, events):
    """Men who stand somewhere, old times, fears and pests are no reports of events."""
    assert events(text) == []


@pytest.mark.parametrize("word", ["although", "though", "but"])
def test_a_long_conflict_takes_no_news_behind_a_but_with_it(events, word):
    """What a concession is set against is told for itself."""
    (event,) = events(
        f"The two have long been in conflict over Talva, {word} the latest clashes occurred "
        "around Tarsk."
    )

    assert "tarsk" in event["where"]


def test_a_conflict_zone_is_ground_and_no_war_of_the_past(events):
    """What happens there is told for itself."""
    (event,) = events("Sudrian guards downed a Norlandic drone in the conflict zone near Ostel.")

    assert event["actor"] == "sudria"
