"""Who began it: blame for what was told just before."""

import pytest

FIRE = "Norlandic and Sudrian troops exchanged fire near Ostel on Monday"
MUTUAL = {
    "in one breath": f"{FIRE}, each blaming the other for shooting first.",
    "each side": f"{FIRE}. Each side blamed the other.",
    "both sides": f"{FIRE}. Both sides said the other had fired first.",
    "each other": f"{FIRE}. Norland and Sudria accused each other of firing first.",
    "one after the other": (
        f"{FIRE}. Norland said Sudrian troops fired first, while Sudria said Norland started it."
    ),
}


@pytest.mark.parametrize("text", MUTUAL.values(), ids=MUTUAL)
def test_what_each_blames_on_the_other_is_told_by_both(text, read):
    """Where two sides blame each other both tell of it, and neither did it."""
    claims = [c for c in read(text).claims if c.speaker.party_id]

    assert {c.speaker.party_id for c in claims} == {"norland", "sudria"}
    assert {c.event for c in claims} == {claims[0].event}
    assert {(c.actor, c.stance.value) for c in claims} == {(None, "asserts")}


@pytest.mark.parametrize(
    "behind",
    [
        "Norland's army said the Sudrians started it.",
        "According to Norland, a mistake led to Sudrian forces firing first.",
    ],
)
def test_who_is_said_to_have_fired_first_did_it(behind, events):
    """One side's word for who fired first names the doer of the fire told before."""
    (event,) = events(f"{FIRE}. {behind}")

    assert (event["by"], event["actor"]) == (["narrator", "norland"], "sudria")


@pytest.mark.parametrize(
    "behind",
    [
        "Each side has troops on the other bank.",  # no blame
        "Norland said its own men fired first.",  # nobody else
        "It rained. It snowed. The wind rose. Each side blamed the other.",  # too far
    ],
)
def test_words_that_blame_nobody_for_it_add_no_speaker(behind, events):
    """Neither "the other" alone nor blame that comes late is blame for the event before."""
    (event,) = events(f"{FIRE}. {behind}")

    assert "sudria" not in event["by"]


@pytest.mark.parametrize(
    "text",
    [
        "The clash at Ostel on Monday was started by the Norlanders, Sudria said.",
        "Sudria said the fighting at Ostel on Monday was sparked by a Norlandic patrol.",
    ],
)
def test_what_was_started_by_a_side_was_done_by_it(text, events):
    """A clash of which one side says who began it has a doer."""
    (event,) = events(text)

    assert (event["by"], event["actor"]) == (["sudria"], "norland")


def test_who_began_it_being_unclear_is_no_event(events):
    """Words like "it was unclear who started the attack" tell of no further attack."""
    (event,) = events(f"{FIRE}. It was not clear who had started the attack on Karvan.")

    assert event["where"] == ["ostel"]


def test_blame_for_a_conflict_at_large_is_none_for_the_headlines_event(read):
    """Whom a lead says to blame each other did not together do what the headline tells."""
    claims = read(
        "Norland and Sudria blamed each other on Friday for a conflict over a road.",
        title="Norlandic troops shelled posts at Ostel, Sudria says",
    ).claims

    assert {(c.actor, c.speaker.party_id) for c in claims} == {("norland", "sudria")}
