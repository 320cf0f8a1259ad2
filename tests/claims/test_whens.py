"""When an event was, told by its own clause, a war or the day told before."""

import pytest


def test_men_sent_under_a_wars_truce_were_sent_when_it_was(events):
    """The year that names a war dates the deployment that its truce brought."""
    (event,) = events("Vestia sent 900 troops to Talva under the truce that halted the 2019 war.")

    assert (event["type"], event["date"]) == ("deployment", "2019-01-01")


def test_a_wars_year_dates_no_attack(events):
    """A war that something is the worst since does not date it, nor makes it history."""
    (event,) = events("Two soldiers died in the attack on Ostel, the worst since the 2019 war.")

    assert event["date"] is None


def test_men_sent_since_a_war_ended_were_sent_when_it_did(events):
    """A war is dated in one sentence, what came of it in the next."""
    (event,) = events(
        "The war of last year over Talva lasted six weeks. "
        "Since it ended, Vestian peacekeepers have been deployed in Talva."
    )

    assert (event["type"], event["date"]) == ("deployment", "2023-01-01")


def test_held_from_a_decade_on_is_since_then(events):
    """A handover last year is not dated by how long the land was held."""
    (event,) = events(
        "Norland held the district from the 1990s on, and returned Merren to Sudria last year."
    )

    assert (event["type"], event["date"]) == ("withdrawal", "2023-01-01")


def test_an_area_taken_earlier_keeps_its_own_date(events):
    """Two areas, the second only added to the first, were taken on two days."""
    told = events(
        "Terek said Norlandic forces took 10 square km of Sudrian land this week, in addition "
        "to 40 square km taken in January."
    )

    assert [(e["date"], e["figures"], e["actor"]) for e in told] == [
        ("2024-03-11", ["10 square km"], "norland"),
        ("2024-01-01", ["40 square km"], "norland"),
    ]


def test_two_verbs_share_the_day_behind_the_second(events):
    """In "shelled X and captured Y on Sunday": both were on Sunday."""
    told = events("Norlandic forces shelled Tarsk and captured the village of Ostel on Sunday.")

    assert [(e["type"], e["date"]) for e in told] == [
        ("shelling", "2024-03-10"),
        ("seizure", "2024-03-10"),
    ]


def test_hours_later_is_the_same_day(events):
    """What is told hours after a dated event was on that day."""
    told = events(
        "By the morning of March 12 Norlandic units had redeployed to Kolde district. Hours later "
        "Sudria's army said that they had advanced 300 meters into Merren district."
    )

    assert [(e["type"], e["date"]) for e in told] == [
        ("deployment", "2024-03-12"),
        ("incursion", "2024-03-12"),
    ]


def test_a_day_that_owns_an_event_is_the_events(events):
    """In "described Monday's shelling" the day is that of the shelling."""
    told = events("A spokesman described Monday's shelling of Ostel as the worst so far.")

    assert [e["date"] for e in told] == ["2024-03-11"]


def test_an_hour_without_a_day_is_of_the_day_told_last(events):
    """In "at 7.15 a.m." the day is that of the event before; of a month it is none."""
    behind = "Norlandic guns shelled Karvan at about 7.15 a.m. and fell silent."
    _, of_a_day = events(f"Norlandic troops entered Ostel on Monday. {behind}")
    _, of_a_month = events(f"In January Norlandic troops entered Ostel. {behind}")

    assert of_a_day["date"] == "2024-03-11"
    assert of_a_month["date"] is None


@pytest.mark.parametrize("war", ["a war in 2020", "the war of 2020"])
def test_the_year_of_a_war_told_by_the_way_is_no_events(events, war):
    """It tells who held what before, not when a shot fell."""
    (event,) = events(
        "A Norlandic soldier was wounded on the road to Brevik by forces of Sudria, which "
        f"controlled much of the region prior to {war}."
    )

    assert event["date"] is None
