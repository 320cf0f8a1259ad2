"""Initials that a report gives an office or an army."""

import pytest


def test_initials_of_an_army_stand_for_its_state(read):
    """Soldiers told by the initials that a report gave are the state's."""
    text = "The Norlandic Border Guard Army (NBGA) is small. NBGA soldiers entered Ostel on Monday."
    (claim,) = read(text).claims

    assert claim.actor == "norland"


@pytest.mark.parametrize(
    "given",
    [
        "The Line of Passage (LP) splits Norland.",  # no office
        "Norland's Home Guard Service (LP) met.",  # not its initials
    ],
)
def test_other_brackets_give_no_initials(given, read):
    """Letters in brackets that no office's words begin with name nobody."""
    (claim,) = read(f"{given} LP soldiers entered Ostel on Monday.").claims

    assert claim.actor is None
