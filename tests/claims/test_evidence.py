"""A report with no side, force, weapon of war or border in sight is held to a higher bar."""

import pytest

EVERYDAY = {
    "a blast": "Seventeen guests died when a blast tore through an inn at Melborn on Friday.",
    "shots at a house": "A man fired three shots at a house in Melborn on Friday, the police said.",
    "a brawl": "Fighting broke out among guests on Friday, and six of them were injured.",
    "crime's own weapons": "A man with two pistols opened fire on a car in Melborn on Friday.",
    "guards": "Two guards were attacked at a jail in Melborn on Friday and badly injured.",
    "onlookers who are hurt": "A falling crane killed four Vestians in Melborn on Friday.",
    "a patrol of the roads": "A lorry rolled across a lane near Melborn, the Highway Patrol said.",
    "whoever is meant by they": "They were attacked and beaten in Melborn on Friday.",
    "a place in a party's land": "Three pupils were hurt in an attack in Oroland on Monday.",
}
CONFLICT = {
    "a force": "Gunmen fired three shots at a house in Melborn on Friday.",
    "a weapon of war": "Three mortar rounds were fired at a house in Melborn on Friday.",
    "an act of war": "A house in Melborn was shelled on Friday.",
    "a border": "Three shots were fired at a house near the border at Melborn on Friday.",
    "a side that speaks": "Norland said that three shots were fired at a house in Melborn.",
    "a side's ground": "Three shots were fired at a house in Ostel on Friday.",
    "fighting at a place": "Fighting broke out near the town of Melborn on Friday.",
    "a place that is raided": "A raid on Melborn town on Friday left 17 dead.",
}


@pytest.mark.parametrize("text", EVERYDAY.values(), ids=EVERYDAY)
def test_words_of_conflict_without_a_conflict_tell_of_no_event(text, read):
    """Whoever shoots, burns or fights there is no side of a conflict."""
    assert read(text).claims == ()


@pytest.mark.parametrize("text", CONFLICT.values(), ids=CONFLICT)
def test_one_word_of_a_conflict_is_enough(text, read):
    """An armed side, a weapon of war, a border or a place of the conflict shows what it is."""
    assert len(read(text).claims) == 1


def test_what_was_shown_once_holds_for_the_report(read):
    """The sentences that follow need not name the sides again."""
    told = read("Soldiers shelled Melborn on Friday. On Sunday two people were killed in Brinz.")

    assert len({c.event for c in told.claims}) == 2


FAR = "The council spoke of bread and of the old mill by the river for some hours. " * 3


def test_a_word_of_war_far_off_shows_nothing(read):
    """A soldier told of elsewhere in a report makes no war of a brawl."""
    brawl = "Two guests were injured and three beaten in Melborn on Friday."

    assert read(f"{brawl} {FAR} A soldier had sold the bread.").claims == ()
    assert len(read(f"{brawl} Soldiers had come to the inn.").claims) == 1


EVERYDAY_BESIDE_SOLDIERS = {
    "a court": "A man is behind bars for five shots that were fired at a house in Melborn.",
    "a crash": "A coach crashed in Melborn on Friday and rolled into a field, killing two.",
    "a riot": "Rioters closed the road to Melborn on Friday.",
}


@pytest.mark.parametrize("text", EVERYDAY_BESIDE_SOLDIERS.values(), ids=EVERYDAY_BESIDE_SOLDIERS)
def test_a_crash_court_or_riot_needs_a_side_in_its_own_sentence(text, read):
    """A word of war elsewhere in the report makes no armed act of it."""
    assert read(f"{text} Soldiers came to help.").claims == ()


def test_what_is_left_out_is_told_with_its_rule(read):
    """Nothing is dropped in silence."""
    told = read("A man fired three shots at a house in Melborn on Friday.")

    assert [f.rule for f in told.filtered] == ["no side, force, weapon of war or border in sight"]
