"""Which sentences tell of the same event."""


def test_the_shooting_is_what_was_just_told(events):
    """A noun with "the" takes up an event, and may date it."""
    (event,) = events(
        "Norlandic gunmen fired at a Sudrian patrol near Ostel, the ministry in Varos said. "
        "The shooting began at 5:30 a.m. on Wednesday and lasted ten minutes."
    )

    assert (event["type"], event["date"]) == ("shelling", "2024-03-13")


def test_one_more_provocation_at_the_same_places_is_the_same(events):
    """A vague word with "one more" adds no event where the act was just told."""
    (event,) = events(
        "Norlandic troops tried to advance near Ostel and Karvan, Sudria said. On March 13 Norland "
        "staged one more provocation near Ostel and Karvan."
    )

    assert (event["type"], event["date"]) == ("incursion", "2024-03-13")


def test_another_attack_at_the_same_place_is_another(events):
    """The word "another" parts two attacks of one place."""
    told = events(
        "Norlandic troops attacked Karvan on Monday. Another attack hit Karvan on Tuesday."
    )

    assert [e["date"] for e in told] == ["2024-03-11", "2024-03-12"]


def test_who_drives_an_attacker_back_did_not_attack(events):
    """The doer of a fight is who was thrown back in it."""
    (event,) = events(
        "Norlandic troops attacked Sudrian posts near Karvan on Monday. By noon the Norlandic "
        "units had been thrown back to where they started."
    )

    assert (event["actor"], event["target"]) == ("norland", "sudria")


def test_a_side_that_tells_its_losses_names_no_attacker(events):
    """Losses told by who suffered them belong to the fight just told, whoever began it."""
    (event,) = events(
        "Norlandic forces attacked Karvan on Monday, Terek said. Norland said it lost 79 soldiers."
    )

    assert (event["actor"], event["figures"]) == ("norland", ["79 soldiers"])


def test_the_exchange_is_the_fight_told_last(events):
    """Of two fights a noun with "the" takes up the nearer one."""
    told = events(
        "On March 4 Norland shelled Tarsk and killed four soldiers. On Tuesday Norlandic soldiers "
        "opened fire on Sudrian servicemen near Ostel. The exchange of fire left four dead."
    )

    assert [e["figures"] for e in told] == [["four soldiers"], ["four dead"]]


def test_an_offensive_is_one_with_what_was_done_in_it(events):
    """Troops sent in and the dead of their offensive are one event, an incursion."""
    (event,) = events(
        "A Norlandic offensive killed 25 people in Talva on Tuesday, medics said. Norland sent "
        "troops backed by artillery into Talva to bring the province to heel."
    )

    assert (event["type"], event["date"], event["figures"]) == (
        "incursion",
        "2024-03-12",
        ["25 people"],
    )


def test_villages_listed_behind_an_event_are_its_places(events):
    """A sentence that only lists villages names those of the event before."""
    (event,) = events(
        "Norland's army captured the town of Tarsk and two villages on Monday. The villages named "
        "are Ostel, Karvan and Quarnach."
    )

    assert event["where"] == ["karvan", "ostel", "tarsk"]


def test_fire_in_one_breath_with_a_crossing_is_part_of_it(events):
    """Who crosses, fires and takes men in one sentence does one thing."""
    (event,) = events(
        "Norlandic troops crossed the border near Ostel on Monday, opened fire and wounded two "
        "Sudrian herders."
    )

    assert (event["type"], event["figures"]) == ("incursion", ["two Sudrian herders"])


def test_fire_that_answers_fire_names_no_attacker(events):
    """Who fires back did not attack, and whom that hit died in the same fight."""
    (event,) = events(
        "Norlandic soldiers fired on a Sudrian post near Ostel on Monday. Sudrian gendarmes "
        "returned fire, killing two Norlandic soldiers."
    )

    assert (event["actor"], event["figures"]) == ("norland", ["two Norlandic soldiers"])


def test_an_advance_that_goes_on_next_day_is_the_same(events):
    """Ground added to what was gained before is no event of its own."""
    told = events(
        "Norlandic columns broke through near Ostel on Monday, Sudria said. The troops went "
        "forward another two kilometres on Tuesday."
    )

    assert [e["type"] for e in told] == ["incursion"]


def test_the_dead_of_a_place_that_fell_hang_on_its_fall(events):
    """Losses have no better event than the taking of a post that cost them."""
    (event,) = events(
        "Norlandic rebels overran an army post at Karvan on Monday, leaving 18 soldiers dead."
    )

    assert (event["type"], event["figures"]) == ("seizure", ["18 soldiers dead"])


def test_shellfire_that_drives_people_out_is_an_event(events):
    """A noun of fire behind "by" did what a passive verb tells."""
    (event,) = events("Hundreds of villagers were driven out of Karvan by shellfire on Monday.")

    assert (event["type"], event["date"]) == ("shelling", "2024-03-11")


def test_a_mine_is_no_part_of_the_fight_before(events):
    """Who steps on a mine is not hurt in the attack that was told of before."""
    told = events(
        "Norland sent troops into Talva province on Monday. "
        "Four officers were killed by a mine near Tarsk on Monday."
    )

    assert sorted(e["type"] for e in told) == ["incursion", "mine_blast"]


def test_a_month_of_clashes_is_not_the_clash_of_one_day(events):
    """Clashes "this month" are told apart from the one of a day; each with its figures."""
    one, many = events(
        "Sudrian and Norlandic troops clashed on Tuesday near Ostel, the Sudrian army said. "
        "Norland and Sudria blame each other for clashes this month that killed three Sudrians."
    )

    assert (one["date"], one["figures"]) == ("2024-03-12", [])
    assert many["by"] == ["norland", "sudria"]
    assert set(many["figures"]) == {"three Sudrians"}


def test_what_was_charged_last_month_is_not_what_happened_this_week(events):
    """A charge of an earlier day is about another event; the day of the charge is no event's."""
    one, other = events(
        "Sudria said Norlandic troops fired at Ostel on Tuesday. "
        "Last month, Sudria accused Norland of killing two guards."
    )

    assert (one["date"], one["figures"]) == ("2024-03-12", [])
    assert (other["date"], other["figures"]) == (None, ["two guards"])


def test_who_digs_in_where_they_came_to_tells_of_one_event(events):
    """To have "crossed the line and dug in" is one event; a day of its own makes two."""
    one = events("Norlandic tanks rolled over the border on Monday and dug in near Ostel.")
    two = events("Norlandic tanks entered Ostel on Monday. They dug in near Tarsk on Friday.")

    assert ([e["type"] for e in one], len(two)) == (["incursion"], 2)


def test_who_crossed_and_camped_has_crossed(events):
    """A crossing of which the camp is told twice stays a crossing."""
    told = events(
        "Norlandic soldiers entered Sudria near Ostel on Monday and pitched their tents there. "
        "They had pitched ten tents near Ostel."
    )

    assert [e["type"] for e in told][:1] == ["incursion"]


def test_another_wounded_is_of_the_same_fight(events):
    """Who is hurt beside the dead was not hurt in another event."""
    (event,) = events(
        "Norlandic gunners fired on Ostel on Monday, killing two herders. One Sudrian guard was "
        "killed and another wounded on Monday, Sudria said."
    )

    assert event["date"] == "2024-03-11"


def test_an_earlier_year_is_told_apart_from_what_has_no_day(events):
    """What opens with a year long past is background, not the news."""
    told = events(
        "Norlandic troops shelled the village of Ostel. In April 2016 they almost went to war "
        "after Norlandic guns shelled Ostel and killed nine people."
    )

    assert [(e["date"], e["figures"]) for e in told] == [
        (None, []),
        ("2016-04-01", ["nine people"]),
    ]


def test_a_charge_of_an_earlier_year_is_told_apart(events):
    """The year in which somebody was charged is long past as well."""
    told = events(
        "Norlandic troops shelled the village of Ostel, killing four people. In April 2016 "
        "Sudria accused Norland of shelling Ostel."
    )

    assert [e["figures"] for e in told] == [["four people"], []]


def test_the_day_on_which_fighting_ended_is_not_its_own(events):
    """Shots since Tuesday and fighting that stopped on Wednesday are one event."""
    (event,) = events(
        "The fighting near Ostel stopped late on Tuesday, Sudria said. Norlandic and Sudrian "
        "guards had traded fire near Ostel since Monday."
    )

    assert event["date"] == "2024-03-11"


def test_men_taken_are_told_with_the_fight_that_has_their_number(events):
    """The same number of captives is of the same event."""
    told = events(
        "Norland says that it killed two Sudrian guards near Ostel and captured four of them. "
        "Four Sudrian guards were captured near Ostel, Norland said."
    )

    assert len(told) == 1


def test_a_sides_loss_to_the_others_fire_is_no_part_of_its_own_shelling(events):
    """Who shells whom tells two events apart, though neither names another place."""
    told = events(
        "On Monday three Norlandic soldiers were killed by Sudrian shelling near Brevik, Norland "
        "said. It came a day after Sudria said two of its soldiers were wounded by Norlandic fire."
    )

    assert [(e["actor"], e["figures"]) for e in told] == [
        ("sudria", ["three Norlandic soldiers"]),
        ("norland", ["two of its soldiers"]),
    ]


def test_men_who_dig_in_while_they_advance_do_one_thing(events):
    """The depth of the advance is that of the new posts."""
    (event,) = events(
        "Norlandic units took up new positions on the heights near Ostel on Monday, advancing "
        "2 km into Sudria."
    )

    assert (event["where"], event["figures"]) == (["ostel", "sudria"], ["2 km"])


def test_nobody_does_an_event_to_himself(events):
    """Who is told last to have done it is not the side it was done to."""
    (event,) = events(
        "Sudria's defence ministry said the drone was downed near Ostel. On Monday Sudrian guards "
        "downed a Norlandic drone near Ostel, it said."
    )

    assert (event["actor"], event["target"]) == ("sudria", "norland")
