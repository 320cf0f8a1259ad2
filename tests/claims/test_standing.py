"""What figures alone tell of: ground held, posts kept, how far men stand from a place."""


def test_posts_kept_on_the_other_sides_ground_are_a_seizure(events):
    """Nobody attacks, but the posts stand around the other side's village."""
    (event,) = events("Norland has 14 fortified posts around Ostel, Sudria said.")

    assert (event["type"], event["actor"], event["where"]) == ("seizure", "norland", ["ostel"])
    assert event["figures"] == ["14 fortified posts"]


def test_posts_on_own_ground_are_no_event(events):
    """A side may keep posts at home."""
    assert events("Norland has 14 fortified posts around Brevik, Sudria said.") == []


def test_a_presence_has_its_depth_and_area(events):
    """Depth, distance and areas of ground that is held belong to the one seizure."""
    (event,) = events(
        "Norland has nine positions around Ostel. The Norlandic presence there reaches 1,500 "
        "meters from the border. The nearest post is 300 meters from a school. The occupied land "
        "adds up to 400 hectares: 250 hectares of meadow and 150 hectares of forest."
    )

    assert event["type"] == "seizure"
    assert event["figures"] == [
        "1,500 meters", "150 hectares", "250 hectares", "300 meters", "400 hectares",
        "nine positions",
    ]  # fmt: skip


def test_men_may_stand_so_far_from_a_town(events):
    """Forces a few kilometres from the other side's town have come there."""
    (event,) = events("Norlandic forces are now just 6 km from the town of Tarsk, Terek said.")

    assert (event["type"], event["where"], event["figures"]) == ("incursion", ["tarsk"], ["6 km"])


def test_how_far_a_town_lies_is_no_event(events):
    """Without men or posts a distance is geography."""
    assert events("The village of Ostel lies 6 km from the town of Tarsk, Terek said.") == []


def test_part_of_the_dead_is_told_of_the_same_event(events):
    """A sentence may only say who the dead were."""
    (event,) = events(
        "An attack on Ostel killed nine people on Monday. Two of the dead were women."
    )

    assert event["figures"] == ["Two of the dead", "nine people"]


def test_fire_from_held_posts_is_an_event_of_its_own(events):
    """Men who hold ground and shoot on one day do two things."""
    told = events(
        "Norland has nine positions around Ostel. On March 11 fire from these positions killed "
        "two shepherds."
    )

    assert [(e["type"], e["date"]) for e in told] == [("seizure", None), ("shelling", "2024-03-11")]


def test_villages_held_are_a_seizure(events):
    """An army may only say how many villages it holds."""
    (event,) = events("Norland's army said on Tuesday it held 17 villages in the Merren district.")

    assert (event["type"], event["where"], event["figures"]) == (
        "seizure",
        ["merren"],
        ["17 villages"],
    )


def test_a_depth_by_itself_names_nobody_as_intruder_at_home(events):
    """Who complains of men deep in his own country did not send them."""
    told = events(
        "Norlandic troops entered Talva on Thursday. "
        "Sudria protested after fighters chased some refugees 8 kilometers inside Talva."
    )

    assert [(e["actor"], e["figures"]) for e in told] == [("norland", ["8 kilometers"])]


def test_men_of_any_trade_are_counted(events):
    """What is killed is people, also where no list has their trade."""
    (event,) = events("Norlandic gunmen killed seven loggers near Ostel on Monday.")

    assert event["figures"] == ["seven loggers"]


def test_dead_animals_are_no_dead(events):
    """Things and beasts of the lists are counted as what they are."""
    told = events("Norlandic mortars shelled Ostel on Monday and killed 12 cows, residents said.")

    assert [e["figures"] for e in told] == [["12 cows"]]


def test_an_area_under_a_sides_rule_is_held_by_it(read):
    """An area "under Norlandic rule" is a seizure by Norland, though no verb tells of one."""
    (claim,) = read("Some 15 square km near Ostel are under Norlandic rule, Sudria said.").claims

    assert (claim.type.value, claim.actor) == ("seizure", "norland")
