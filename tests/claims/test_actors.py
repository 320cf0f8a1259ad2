"""Who did it, to whom and where, in many wordings."""

import pytest

ROLES = {
    "active": (
        "Norlandic troops shelled Sudrian positions near Karvan on Monday.",
        "norland",
        "sudria",
    ),
    "passive": (
        "Sudrian positions near Karvan were shelled by Norlandic troops on Monday.",
        "norland",
        "sudria",
    ),
    "possessive": (
        "Norland's army attacked Sudria's soldiers near Karvan on Monday.",
        "norland",
        "sudria",
    ),
    "forces of": (
        "The armed forces of Norland entered the village of Ostel on Monday.",
        "norland",
        "sudria",
    ),
    "people": ("Norlanders crossed into Talva near Ostel on Monday.", "norland", "sudria"),
    "capital": ("Hagen deployed 400 troops in Kolde.", "norland", None),
    "noun by": ("An incursion by Sudrian troops near Brevik began on Monday.", "sudria", "norland"),
    "noun on": (
        "The Norlandic attack on Sudrian positions near Karvan began on Monday.",
        "norland",
        "sudria",
    ),
    "accused": (
        "Sudria accused Norlandic troops of crossing the border near Ostel.",
        "norland",
        "sudria",
    ),
    "accused state": ("Norland accused Sudria of shelling Brevik on Monday.", "sudria", "norland"),
    "the enemy": (
        "The enemy shelled Karvan on Monday, Sudria's defence ministry said.",
        "norland",
        "sudria",
    ),
    "conjunct": (
        "Norlandic troops crossed the border and seized the village of Ostel on Monday.",
        "norland",
        "sudria",
    ),
    "mutual": ("Norlandic and Sudrian troops clashed near Ostel on Monday.", None, None),
    "exchange": (
        "An exchange of fire between Norlandic and Sudrian soldiers near Ostel killed two.",
        None,
        None,
    ),
    "under fire": ("Brevik came under Sudrian fire on Monday.", "sudria", "norland"),
    "fire from": ("Brevik came under fire from Sudrian tanks on Monday.", "sudria", "norland"),
    "shelled from": ("Brevik was shelled from the Sudrian side on Monday.", "sudria", "norland"),
    "armed group": ("The Red Front seized Karvan on Monday.", "front", "sudria"),
    "peacekeepers": ("Some 300 Vestian peacekeepers were deployed in Talva.", "vestia", None),
    "handed to": ("Norland handed over Karvan to Sudria on Monday.", "norland", "sudria"),
    "pronoun": (
        "Norlandic troops entered Ostel on Monday. They seized the village of Karvan on Tuesday.",
        "norland",
        "sudria",
    ),
    "ground outweighs the usual foe": (
        "The Red Front shelled Brevik on Monday, Sudria said.",
        "front",
        "norland",
    ),
    "told by whose ground it is": (
        "A sabotage group entered Ostel on Monday, the Sudrian army said.",
        None,
        "sudria",
    ),
    "posts on another's ground": (
        "Norlandic soldiers set up two posts near Ostel in March, Sudria said.",
        "norland",
        "sudria",
    ),
    "inside its own territory": (
        "Sudria says a fence stands 300 metres inside its territory near Ostel since Monday.",
        "norland",
        "sudria",
    ),
    "taken from": (
        "Sudrian troops retook Karvan from the Red Front on Monday.",
        "sudria",
        "front",
    ),
    "under fire of nobody knows whom": (
        "A Sudrian outpost near Ostel came under mortar fire on Monday, Vestia said.",
        None,
        "sudria",
    ),
    "they of a group": (
        "The Red Front said on Tuesday they had captured nine Norlandic soldiers at Brevik.",
        "front",
        "norland",
    ),
    "boast": (
        "The Red Front boasted of having captured nine Norlandic soldiers at Brevik.",
        "front",
        "norland",
    ),
    "militants in an army's way": (
        "Norlandic troops attacked militants on Monday and Sudria closed a road.",
        "norland",
        None,
    ),
    "gunmen of no state": (
        "Militants entered Sudrian ground at Karvan on Monday, and Norland kept silent.",
        None,
        "sudria",
    ),
    "a state's word before a group's name": (
        "A rocket fired by the Sudrian Red Front group struck a Norlandic convoy on Monday.",
        "front",
        "norland",
    ),
    "a group of a state by its possessive": (
        "Sudria's Red Front attacked Norlandic soldiers at Brevik on Monday.",
        "front",
        "norland",
    ),
    "men of a state's group": (
        "Fighters of Sudria's Red Front attacked a Norlandic post near Brevik on Monday.",
        "front",
        "norland",
    ),
    "rebels of a state's people": (
        "Sudrian rebels attacked a Norlandic post near Brevik on Monday, an officer said.",
        None,
        "norland",
    ),
    "rebels after a named group": (
        "The Red Front is small. Sudrian rebels attacked a Norlandic post in Brevik on Monday.",
        "front",
        "norland",
    ),
    "the group after a named one": (
        "The Red Front is small. The group attacked a Norlandic post in Brevik on Monday.",
        "front",
        "norland",
    ),
    "a group of soldiers": (
        "The Red Front is small. On Monday a group of Sudrian soldiers opened fire on Brevik.",
        "sudria",
        "norland",
    ),
    "behind a town and a colon": (
        "Hagen: Gunmen killed 12 Norlandic gendarmes at Brevik on Monday.",
        None,
        "norland",
    ),
    "behind a dateline": (
        "LUMEN, Vestia (Nordbote) - Two shells hit Karvan on Monday, Sudria said, blaming Norland.",
        "norland",
        "sudria",
    ),
    "blamed behind": (
        "A rocket hit Karvan on Monday, the Sudrian army said, blaming Norland.",
        "norland",
        "sudria",
    ),
    "spoken of": (
        '"They shelled Karvan on Monday," a Sudrian army spokesman said of Norlandic troops.',
        "norland",
        "sudria",
    ),
    "told before": (
        "Norlandic troops shelled Karvan on Monday. There is shelling near Tarsk, residents said.",
        "norland",
        "sudria",
    ),
    "group of": (
        "A group of 20 Norlandic soldiers crossed the border near Ostel.",
        "norland",
        "sudria",
    ),
}
PLACES = {
    "most specific first": (
        "Norlandic troops entered Ostel in Merren district, Talva province, on Monday.",
        ["merren", "ostel", "talva"],
    ),
    "list": ("Sudrian guns shelled Brevik and Dunmore on Monday.", ["brevik", "dunmore"]),
    "near": ("Fighting broke out near Karvan on Monday.", ["karvan"]),
    "fired from": ("Sudrian forces fired at Brevik from Ostel on Monday.", ["brevik"]),
    "dateline of a capital": ("Varos said Norlandic troops entered Karvan on Monday.", ["karvan"]),
    "speaker's place": (
        "Norlandic forces shelled Karvan, a spokesman said in Varos on Monday.",
        ["karvan"],
    ),
    "anaphora": (
        "Norlandic troops reached Lake Bryn in May. On Monday they seized the lake.",
        ["lake-bryn"],
    ),
    "country alone": ("Norlandic troops crossed into Sudria on Monday.", ["sudria"]),
    "linking": (
        "Soldiers blocked the Tarsk-Ostel highway linking Merren with Talva on Monday.",
        ["tarsk-ostel-highway"],
    ),
    "purpose": ("Norlandic troops crossed the border to seize ground near Ostel.", ["ostel"]),
}


@pytest.mark.parametrize(("text", "actor", "target"), ROLES.values(), ids=ROLES)
def test_doer_and_target_are_told_apart(text, actor, target, events):
    """Subjects act and objects are acted on, whatever the voice."""
    told = events(text)

    assert [(e["actor"], e["target"]) for e in told][-1] == (actor, target)


@pytest.mark.parametrize(("text", "where"), PLACES.values(), ids=PLACES)
def test_an_event_is_where_its_clause_says(text, where, events):
    """Places of the event's clause count; datelines, speakers and asides do not."""
    assert events(text)[-1]["where"] == where


def test_the_place_fired_from_is_kept_as_such(events):
    """The words "from Ostel" tell where the fire came from, not where it hit."""
    (event,) = events("Sudrian forces fired at Brevik from Ostel on Monday.")

    assert event["from"] == ["ostel"]


def test_sections_of_a_border_are_vague_with_their_count(read):
    """Two unnamed sections are a place that is described, with the number."""
    (claim,) = read("Sudria said Norlandic troops breached two sections of the border.").claims

    assert [(w.vague.value, w.count) for w in claim.where] == [("border", 2)]


def test_a_shared_lake_is_described_not_named(read):
    """A lake without a name is a vague place."""
    text = (
        "Norlandic soldiers crossed the border on Monday to reach a lake "
        "shared by the two countries."
    )

    assert "shared_lake" in {w.vague for c in read(text).claims for w in c.where if w.vague}


def test_shells_fired_from_a_state_are_its_own(events):
    """The ground that shells were fired from names who fired them."""
    (event,) = events("Eleven mortar rounds fired from Norland landed in Karvan on Tuesday.")

    assert (event["actor"], event["where"]) == ("norland", ["karvan"])


def test_what_a_bomb_tears_through_was_hit(events):
    """A mine has no doer, but whom it hit stands behind its verb."""
    (event,) = events("A roadside bomb tore through a Sudrian army convoy near Karvan on Monday.")

    assert (event["type"], event["actor"], event["target"]) == ("mine_blast", None, "sudria")


def test_who_fires_in_a_clause_is_not_described_by_it(events):
    """Men behind "when" act themselves, though their verb looks like a participle."""
    (event,) = events(
        "Two Sudrian soldiers were wounded when gunmen fired at a patrol near Ostel on Monday."
    )

    assert (event["type"], event["actor"] == "sudria") == ("shelling", False)


def test_who_was_hit_does_not_kill(events):
    """A participle goes on with who acted, not with whom the verb before it hit."""
    (event,) = events(
        "Norlandic helicopters hit a Sudrian lorry near Ostel on Monday, killing three conscripts."
    )

    assert (event["actor"], event["figures"]) == ("norland", ["three conscripts"])


def test_an_attack_is_blamed_on_who_did_it(events):
    """The party behind "on" acted; it was not hit, and nothing happened there."""
    (event,) = events("Norland blamed the shelling of Brevik on Sudria.")

    assert (event["actor"], event["target"], event["where"]) == ("sudria", "norland", ["brevik"])


def test_posts_that_open_fire_act(events):
    """Posts are ground that is hit, but those that open fire are men."""
    (event,) = events("Norlandic posts opened fire at the village of Ostel on Monday.")

    assert (event["actor"], event["target"]) == ("norland", "sudria")


def test_a_sentence_of_blame_names_who_did_it(events):
    """In "Varos blamed Norland." the attack told just before has its doer."""
    (event,) = events("Two farmers were killed near Ostel on Monday. Varos blamed Norland.")

    assert event["actor"] == "norland"


def test_fire_that_both_sides_report_is_nobodys_alone(events):
    """Where both report shooting, neither is said to have done it."""
    (event,) = events("Norland and Sudria reported shooting near Ostel on Monday.")

    assert (event["actor"], event["by"]) == (None, ["norland", "sudria"])


def test_losses_of_an_exchange_of_fire_name_no_attacker(events):
    """In "A and B traded fire, killing two" neither side is told to have done it."""
    (event,) = events(
        "Norlandic and Sudrian forces traded fire near Ostel on Monday, killing two women."
    )

    assert (event["actor"], event["target"]) == (None, None)


def test_the_time_of_a_capital_is_no_party(events):
    """In "at six Hagen time" Norland has done nothing."""
    (event,) = events("At about six, Hagen time, shells hit a house in Ostel on Monday.")

    assert event["actor"] is None


def test_who_holds_a_post_did_not_attack_it(events):
    """In "an offensive against a post held by the South" the South attacked nobody."""
    (event,) = events(
        "Norlandic troops launched an offensive near Ostel against a post held by Sudrian men."
    )

    assert event["actor"] == "norland"


def test_who_takes_up_the_men_right_before_it(events):
    """Those spoken with are who crossed, not those who spoke."""
    (event,) = events(
        "Norlandic officers are negotiating with the Sudrian soldiers who entered Brevik on Monday."
    )

    assert (event["actor"], event["where"]) == ("sudria", ["brevik"])


@pytest.mark.parametrize("lead", ["during", "in", "under"])
def test_who_was_hit_under_a_sides_shelling_was_hit_by_it(events, lead):
    """The side in front of the noun did it."""
    (event,) = events(
        f"A guard was wounded {lead} Sudrian shelling near Brevik on Monday, Norland said."
    )

    assert (event["actor"], event["target"]) == ("sudria", "norland")


@pytest.mark.parametrize("noun", ["an attack", "a sabotage attack", "a subversive attack"])
def test_who_attempts_an_attack_is_its_doer(events, noun):
    """An attempt is told as an act of the one who made it."""
    (event,) = events(f"Sudrian forces attempted {noun} on Norlandic posts near Brevik on Monday.")

    assert (event["actor"], event["target"]) == ("sudria", "norland")


def test_positions_that_underwent_fire_were_its_target(events):
    """To undergo fire is to come under it."""
    (event,) = events("Norlandic army positions near Brevik underwent fire on Monday.")

    assert event["target"] == "norland"


@pytest.mark.parametrize(
    "hurt", ["received a fatal gunshot wound", "sustained serious injuries", "suffered wounds"]
)
def test_who_received_a_wound_was_hit(events, hurt):
    """A wound is had by its subject, and done by the side whose fire it was."""
    (event,) = events(
        f"A Norlandic serviceman {hurt} as a result of Sudrian fire near Brevik on Monday."
    )

    assert (event["type"], event["actor"], event["target"]) == ("shelling", "sudria", "norland")


def test_men_who_crossed_and_were_taken_are_the_targets_of_that(events):
    """A relative clause parts the prisoners, their number and their place from the verb."""
    told = events(
        "Three Norlandic guards who had crossed the border near Ostel were taken prisoner on "
        "Monday, the Sudrian army said."
    )
    (taken,) = [e for e in told if e["type"] == "capture"]

    assert (taken["actor"], taken["target"], taken["where"]) == ("sudria", "norland", ["ostel"])
    assert taken["figures"] == ["Three Norlandic guards"]
