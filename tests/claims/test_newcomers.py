"""Armed groups that no pack knows and that a report introduces."""

import pytest

from geoincidents.geography import PartyKind, is_newcomer

INTRODUCED = {
    "a rebel group": "The Dawn Column, a rebel group, attacked a Sudrian post in Ostel on Monday.",
    "calling itself": (
        "A band calling itself the Dawn Column attacked a Sudrian post in Ostel on Monday."
    ),
    "the rebel group": "The rebel group Dawn Column attacked a Sudrian post in Ostel on Monday.",
    "rebels of it": "Dawn Column rebels attacked a Sudrian post in Ostel on Monday.",
    "oldest group": (
        "The Dawn Column, Norland's oldest rebel movement, attacked Sudrian soldiers in Ostel."
    ),
    "a militia": "Fighters of the Dawn Column militia attacked a Sudrian post in Ostel on Monday.",
    "claimed responsibility": (
        "Dawn Column has claimed responsibility for an attack on a Sudrian post in Ostel on Monday."
    ),
    "claimed it with initials": (
        "Dawn Column (DC) later claimed responsibility for an attack on Sudrian men in Ostel."
    ),
    "named before": (
        "The Dawn Column is an outlawed militia of hill farmers. "
        "Armed men attacked a Sudrian post in Ostel on Monday, the militia Dawn Column said."
    ),
}
NAMED = {
    "initials": ("HDL rebels attacked a Sudrian post in Ostel on Monday.", "HDL"),
    "initials in brackets": (
        "The Armed Movement of Norland (AMN) met. AMN men attacked a Sudrian post in Ostel.",
        "Armed Movement of Norland",
    ),
    "liberation front": (
        "The Talva Liberation Front attacked a Norlandic post in Brevik on Monday.",
        "Talva Liberation Front",
    ),
    "a state's word in its name": (
        "The Norlandic Resistance Front attacked a Sudrian post in Ostel on Monday.",
        "Norlandic Resistance Front",
    ),
    "a state behind of": (
        "The Front for the Liberation of Norland, an armed group, attacked Sudrians in Ostel.",
        "Front for the Liberation of Norland",
    ),
}
NONE = {
    "a leader": "Ana Rusk, a rebel leader, attacked a Sudrian post in Ostel on Monday.",
    "a faith": "Islamist rebels attacked a Sudrian post in Ostel on Monday.",
    "planes": "F-16 fighters bombed a Sudrian post in Ostel on Monday.",
    "a rights group": "A group called Open Hands counted shells in Ostel on Monday.",
    "a club of states": "The G20 group met. A shell hit a Sudrian post in Ostel on Monday.",
    "a town before the group that tells": (
        "The Red Front shelled the town of Kelmar, the rebel group said. A shell hit Ostel."
    ),
    "nobody who owned up": (
        "Nobody claimed responsibility for the attack on a Sudrian post in Ostel on Monday."
    ),
    "a capital": "Varos claimed responsibility for an attack on a post in Brevik on Monday.",
    "a place": "Tarsk rebels attacked a Sudrian post in Ostel on Monday.",
}


@pytest.mark.parametrize("text", INTRODUCED.values(), ids=INTRODUCED)
def test_a_group_that_a_report_introduces_is_a_party(text, read):
    """What a group is said to be makes its name a party's."""
    names = {c.actor or c.speaker.party_id for c in read(text).claims}

    assert names == {"group: Dawn Column"}


@pytest.mark.parametrize(("text", "name"), NAMED.values(), ids=NAMED)
def test_a_name_of_an_armed_group_is_its_own(text, name, read):
    """The group acts, and no state of which its name holds a word."""
    (claim,) = read(text).claims

    assert claim.actor == f"group: {name}"


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_other_names_are_no_groups(text, read):
    """A leader, a faith, a plane or a place is no armed group of its own."""
    found = {p for c in read(text).claims for p in (c.actor, c.target, c.speaker.party_id) if p}

    assert not any(map(is_newcomer, found))


def test_initials_and_the_group_stand_for_its_name(read):
    """What is said of a group by its initials, or as "the group", is said of the group."""
    text = (
        "The Hill Defence League (HDL), a militia, attacked Norlandic men in Brevik on Monday. "
        "The HDL denied involvement. The group said Norland had shelled Karvan on Sunday."
    )
    speakers = {c.speaker.party_id for c in read(text).claims}

    assert "group: Hill Defence League" in speakers


def test_a_group_of_a_report_is_an_armed_group(borderland):
    """Its id holds the name, so that no pack is asked."""
    party = borderland.party("group: Dawn Column")

    assert (party.name, party.kind) == ("Dawn Column", PartyKind.ARMED_GROUP)


def test_an_army_of_the_people_is_no_new_group(read):
    """A state's own army may be called so."""
    (claim,) = read("The Norlandic People's Liberation Army shelled Karvan on Monday.").claims

    assert claim.actor == "norland"
