"""Where an event was, and which places only tell of somebody or something else."""

import pytest


def test_a_purpose_places_a_crossing(events):
    """What is "in order to" orders nothing: the land meant is where they went."""
    (event,) = events(
        "Sudria accused Norlandic forces of crossing the border in order to take control of land "
        "on the shores of Lake Bryn."
    )

    assert (event["type"], event["where"]) == ("incursion", ["lake-bryn"])


def test_where_a_speaker_is_at_home_is_no_place_of_the_event(events):
    """An apposition tells who somebody is, not where it happened."""
    (event,) = events(
        "Norlandic troops took 60 square kilometers along the border, according to Spark, "
        "a news service in Dunmore."
    )

    assert event["where"] == []


def test_there_is_first_what_its_own_sentence_named(events):
    """A bare "there" means the place just named, not that of the event before."""
    told = events(
        "Norlandic troops seized Karvan on Monday.\n\n"
        "Vestia said it saw evidence that Norland shelled targets in Tarsk and damaged "
        "infrastructure there."
    )

    assert [e["where"] for e in told] == [["karvan"], ["tarsk"]]


def test_border_guards_are_no_border(read):
    """Men named after the border do not place an event at it."""
    claims = read("Norland has sent 40 border guards to help the police.").claims

    assert [w.vague for c in claims for w in c.where] == []


def test_who_controls_a_place_is_no_aside(events):
    """A compound in front of a name leaves the name as the place."""
    (event,) = events("Norland sent troops into Sudrian-controlled Talva on Monday.")

    assert event["where"] == ["talva"]


def test_witnesses_place_what_they_saw_at_their_village(events):
    """People of a village tell of what came to it, where nothing nearer is named."""
    (event,) = events("Residents of Ostel said Norlandic soldiers had come 800 meters into Sudria.")

    assert event["where"] == ["ostel"]


def test_where_a_deal_was_signed_is_no_place_of_the_event(events):
    """Towns where people meet or sign are not where troops leave."""
    (event,) = events("Under a deal signed in Tarsk, Norlandic troops left Ostel on Sunday.")

    assert event["where"] == ["ostel"]


def test_all_names_of_a_list_stand_where_the_first_does(read):
    """One preposition places a list, however long, also behind a name that no pack holds."""
    (claim,) = read(
        "Norlandic troops fired shots near the villages of Ostel, Karvan, Quorlin, Brevik and "
        "the town of Tarsk in Talva."
    ).claims

    roles = [(w.place_id or w.passage.span, str(w.role)) for w in claim.where]
    assert [r for _, r in roles] == ["near"] * 5 + ["at"], roles


def test_the_ends_of_a_road_come_behind_the_place_at_it(read):
    """Towns that tell which road is meant are no sites: the village near it is."""
    (claim,) = read(
        "Norlandic troops blocked the road from Tarsk to Varos near the village of Ostel."
    ).claims

    assert [(w.place_id, str(w.role)) for w in claim.where] == [
        ("ostel", "near"),
        ("tarsk", "along"),
        ("varos", "along"),
    ]


def test_a_road_between_two_towns_is_along_both(read):
    """Words like "between X and Y" place a road's ends as "from" and "to" do."""
    (claim,) = read("Norlandic troops blocked the road between Tarsk and Varos.").claims

    assert {str(w.role) for w in claim.where} == {"along"}


def test_what_was_hit_some_way_from_a_town_was_hit_near_it(read):
    """A distance in front of "from" places an event; nobody came from there."""
    (claim,) = read("A convoy was hit some 15 km from Tarsk on Monday.").claims

    assert [(w.place_id, str(w.role)) for w in claim.where] == [("tarsk", "near")]


def test_a_place_in_front_of_the_losses_blamed_on_a_side_is_where_it_was(read):
    """In "blamed the South for a clash near X that killed two" the clash was near X."""
    (claim,) = read(
        "Norland blamed Sudria for a clash near Karvan that killed two people on Monday."
    ).claims

    assert [w.place_id for w in claim.where] == ["karvan"]


def test_where_men_who_fire_are_posted_was_not_hit(events):
    """The places behind the verb were, also where posts are only said to be located there."""
    (event,) = events(
        "Sudrian troops, located on heights in Karvan, in the village of Ostel and on hills in "
        "Tarsk, subjected to fire the positions of the Norlandic army located in Brevik and "
        "Dunmore on Monday."
    )

    assert (event["where"], event["from"]) == (["brevik", "dunmore"], ["karvan", "ostel", "tarsk"])


def test_where_men_are_posted_places_their_fire_if_nothing_else_does(events):
    """Better near than nowhere."""
    (event,) = events("Sudrian troops stationed near Ostel opened fire on Monday.")

    assert event["where"] == ["ostel"]


def test_all_places_behind_from_were_fired_from(events):
    """A list of posts goes on, whatever small words stand in it."""
    (event,) = events(
        "Norlandic posts at Brevik came under fire on Monday from Sudrian villages including "
        "Ostel in the Merren district and Karvan in Talva."
    )

    assert event["where"] == ["brevik"]


def test_positions_in_a_direction_fired_from_there(events):
    """A direction behind "from" is the doer's."""
    (event,) = events(
        "On Monday Sudrian units from positions in the direction of Ostel shelled the posts in "
        "the direction of Brevik."
    )

    assert (event["where"], event["from"]) == (["brevik"], ["ostel"])


HOMES = {
    "resident": "A farmer, a resident of Dunmore, was hurt in Sudrian fire near Brevik on Monday.",
    "lives": "A man who lives in Dunmore was wounded in Sudrian fire near Brevik on Monday.",
    "born": "A soldier born in the town of Dunmore was shot dead near Brevik on Monday.",
}


@pytest.mark.parametrize("text", HOMES.values(), ids=HOMES)
def test_where_one_person_is_at_home_is_not_where_it_happened(events, text):
    """Another place of the sentence is."""
    (event,) = events(text)

    assert event["where"] == ["brevik"]


def test_a_home_is_the_place_where_no_other_is_told(events):
    """People are mostly hit where they live."""
    (event,) = events("A resident of Dunmore was wounded in Sudrian fire on Monday.")

    assert event["where"] == ["dunmore"]


@pytest.mark.parametrize("lead", ["after crossing", "while crossing", "when he crossed"])
def test_who_was_held_after_he_crossed_was_held_there(events, lead):
    """Where he came to is where he was taken."""
    told = events(f"A Norlandic herder was detained on Monday {lead} into Sudria near Ostel.")

    assert [e["where"] for e in told if e["type"] == "capture"] == [["ostel"]]
