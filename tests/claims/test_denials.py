"""Denials, counter-versions and concessions."""

import pytest

CHARGE = "Sudria accused Norlandic troops of crossing the border near Ostel on Monday. "
DENIALS = {
    "rejected": "Norland rejected the claims.",
    "denied": "Norland denied the accusation.",
    "denies doing": "The Norlandic army denied crossing the border.",
    "insists not": "Norland insists that its troops did not cross the border.",
    "called false": 'The report was "false", Norland\'s defence ministry said.',
    "dismissed": "Hagen dismissed the allegations as absurd.",
    "no such": "There was no such incursion, the Norlandic foreign ministry said.",
    "called it": 'Ida Brandt called that "a fairy tale".',
    "groundless before": "Norland called groundless the report that its troops had crossed.",
    "groundless behind": "Hagen called the report that troops had crossed on Monday groundless.",
    "noun": "Despite denials by Hagen, Sudria stood by its words.",
    "pointing": "Hagen rejected that, saying nothing had happened.",
    "account": "Norland's foreign ministry rejected the account.",
    "responsibility": "Norland denied responsibility.",
    "stayed": "Norland said its troops had stayed on their own side of the border.",
    "never entered": "Ida Brandt said Norlandic soldiers had never entered Sudria.",
    "unaware": "The Norlandic government, however, said it was unaware of any incursion.",
    "not a shot": "Norland's army said not a single shot had been fired.",
    "no evidence": "Norland said there was no evidence that this had happened.",
    "on its own side": "Norland said its patrol was on its own side of the border.",
    "not the facts": "Norland's foreign ministry said the report did not match the facts.",
    "rejected by": "The talks failed over the allegations rejected by Norland.",
    "opening words": "Denying the Sudrian report, the Norlandic foreign office asked for proof.",
    "opening words, side unnamed": "Rejecting Sudria's claim, the foreign office asked for proof.",
    "side unnamed": "The foreign ministry rejected claims by Sudrian media of an incursion.",
    "side unnamed, false": '"The claims by Sudria are a lie," the defence ministry said.',
}


@pytest.mark.parametrize("denial", DENIALS.values(), ids=DENIALS)
def test_a_denial_answers_the_charge(denial, read):
    """An explicit denial by the accused side answers the claims before it."""
    told = read(CHARGE + denial).claims

    asserted = [c for c in told if c.stance.value == "asserts"]
    denied = [c for c in told if c.stance.value == "denies"]
    assert [c.speaker.party_id for c in asserted] == ["sudria"]
    assert [c.speaker.party_id for c in denied] == ["norland"]
    assert denied[0].answers == (asserted[0].id,)
    assert denied[0].event == asserted[0].event


NO_DENIALS = {
    "other business": "Norland rejected a peace plan by Vestia.",
    "third state": "Vestia urged restraint.",
    "counter charge": "Norland accused Sudria of shelling Brevik on Sunday.",
    "knows of no losses": "Norland's army said it knew of no civilian losses.",
    "denies something else": "Norland denied backing rebels in Vestia.",
    "speaks of a denial that was not": "There was no denial by Norland.",
    "has not commented": "Norland's defence ministry has not commented on the report.",
    "no comment": "Norland did not comment.",
}


@pytest.mark.parametrize("text", NO_DENIALS.values(), ids=NO_DENIALS)
def test_what_denies_nothing_is_no_denial(text, read):
    """A refusal of something else, a counter-charge or silence denies nothing."""
    assert "denies" not in {c.stance.value for c in read(CHARGE + text).claims}


LATER = {
    "charge behind": (
        "Norland denied the accusation. "
        "Sudria had said that Norlandic troops crossed the border near Ostel on Monday."
    ),
    "charge as": (
        "Norland denied that its troops had entered Ostel on Monday, as Sudria had charged."
    ),
}


def test_a_rejected_version_is_all_that_was_told_just_before(read):
    """Words like "rejected that version" deny each event of the sentences before."""
    text = (
        "Sudria said Norlandic guns shelled Karvan on Sunday. "
        "Norlandic troops entered Ostel on Monday, it said. Norland rejected that version."
    )
    denied = {c.event for c in read(text).claims if c.stance.value == "denies"}

    assert len(denied) == 2


@pytest.mark.parametrize("text", LATER.values(), ids=LATER)
def test_a_charge_may_stand_behind_its_denial(text, read):
    """A denial told first answers the charge told after it."""
    told = {(c.speaker.party_id, c.stance.value) for c in read(text).claims}

    assert told == {("sudria", "asserts"), ("norland", "denies")}


def test_a_side_speaks_once_of_an_event_with_its_own_losses(read):
    """An attack and the losses of it are one claim of the side that was hit."""
    text = (
        "Sudria said Norlandic troops shelled Karvan on Monday. "
        "Two of its soldiers were killed, it said."
    )

    assert [(c.speaker.key, c.stance.value) for c in read(text).claims] == [("sudria", "asserts")]


def test_a_version_with_other_places_disputes_the_place(read):
    """Words like "took positions on our side, in Kolde" are that side's own account."""
    text = CHARGE + (
        "Norland rejected the claim, saying its border guards took up positions in Kolde district."
    )
    version = [c for c in read(text).claims if c.stance.value == "disputes_place"]

    assert [c.speaker.party_id for c in version] == ["norland"]
    assert [w.place_id for w in version[0].where] == ["kolde"]
    assert version[0].answers


def test_a_version_may_stand_behind_the_denial(read):
    """What a side tells of its own men right after its denial is its version."""
    text = CHARGE + (
        "Norland rejected the accusation. "
        "Hagen says its border troops are taking up positions in Kolde district."
    )
    version = [c for c in read(text).claims if c.stance.value == "disputes_place"]

    assert [c.speaker.party_id for c in version] == ["norland"]


def test_a_version_without_a_place_disputes_the_status(read):
    """Words like "deployed guards on its own territory" name no place but another status."""
    text = CHARGE + (
        "Norland rejected the charge, claiming to have deployed border guards on its own territory."
    )

    assert "disputes_status" in {c.stance.value for c in read(text).claims}


def test_a_denied_event_is_not_stated_as_fact(events):
    """The words of a denial make no event of their own."""
    assert events("Norland denied shelling Karvan on Monday.") == []


def test_own_losses_are_conceded(read):
    """A side that tells its own losses concedes them, and still says it."""
    text = "Clashes erupted near Ostel on Monday. Norland said two of its soldiers were killed."

    assert {(c.speaker.key, c.stance.value) for c in read(text).claims} == {
        ("narrator", "asserts"),
        ("norland", "concedes"),
    }


def test_who_was_beaten_calls_the_boast_a_lie(events):
    """A denial may be of what the other side says that it did."""
    (event,) = events(
        "Norland said on Monday that its troops had taken Ostel from Sudrian forces. "
        "Varos called the announcement a lie."
    )

    assert event["denied"] == ["sudria"]


def test_a_denial_of_another_place_answers_nothing(events):
    """Words like "denied that its drones had flown over X" are not about what befell Y."""
    (event,) = events(
        "Norlandic rockets struck Ostel on Monday, Varos said. "
        "Norland denied that its drones had flown over Tarsk."
    )

    assert event["denied"] == []


CHARGED = {
    "passive": "The Sudrian report of shelling near Ostel on Monday was termed a lie by Hagen.",
    "a statement on": "Norland called Sudria's statement on a raid near Ostel on Monday a lie.",
}


@pytest.mark.parametrize("text", CHARGED.values(), ids=CHARGED)
def test_a_denied_report_is_the_claim_of_whose_report_it_is(text, read):
    """Who calls a side's report a lie names its claimant; who denies is who is charged."""
    told = read(text).claims

    assert [(c.speaker.party_id, c.stance.value) for c in told] == [
        ("sudria", "asserts"),
        ("norland", "denies"),
    ]
    assert told[0].actor == "norland"


def test_who_denies_a_part_in_an_event_leaves_the_event_told(read):
    """To deny involvement in a raid does not deny the raid."""
    told = read("Norland denied any involvement in Monday's raid on Ostel.").claims

    assert next((c.speaker.name, c.stance.value) for c in told) == ("narrator", "asserts")
    assert [c.speaker.party_id for c in told if c.stance.value == "denies"] == ["norland"]


UNVOUCHED = "Norlandic soldiers entered Ostel on Monday, sources said. "
OF_ONES_OWN_GROUND = {
    "no such": "But the Sudrian army headquarters insisted there was no such incident.",
    "reports": "Sudria rejected the reports as baseless.",
    "the act": "The Sudrian army denied reports that Norlandic soldiers had entered Ostel.",
}


@pytest.mark.parametrize("denial", OF_ONES_OWN_GROUND.values(), ids=OF_ONES_OWN_GROUND)
def test_a_state_may_deny_what_sources_say_befell_it(denial, read):
    """A state whose ground is said to be entered denies it, where no side vouches for it."""
    told = {(c.speaker.name, c.stance.value) for c in read(UNVOUCHED + denial).claims}

    assert told == {("sources", "asserts"), ("Sudria", "denies")}


def test_who_was_hit_denies_no_charge_of_the_hitter(read):
    """A charge that a side rejects is not what sources say befell it."""
    text = UNVOUCHED + "Norland accused Sudria of lying. Sudria denied the accusation."

    assert "denies" not in {c.stance.value for c in read(text).claims}


def test_a_charge_may_open_its_sentence(read):
    """Words like "Accusing the North of shelling X, the army ..." are that army's charge."""
    text = "Accusing Norland of shelling Ostel, the Sudrian army sent for its reserves."
    (claim,) = read(text).claims

    assert (claim.speaker.party_id, claim.actor) == ("sudria", "norland")
    assert [w.place_id for w in claim.where] == ["ostel"]


def test_there_is_no_truth_in_what_is_denied(read):
    """What "there is no truth in" is no word of the side that says so."""
    denied = (
        "There was no truth in the reports that Norlandic troops had crossed the border at Ostel "
        "on Monday, Norland's army said."
    )
    charge = "Sudria said Norlandic troops had crossed the border at Ostel on Monday. "
    told = {(c.speaker.party_id, c.stance.value) for c in read(charge + denied).claims}

    assert read(denied).claims == ()
    assert told == {("sudria", "asserts"), ("norland", "denies")}


INFORMATION = {
    "said": (
        "The information disseminated by Sudria that Norlandic units opened fire on Ostel is "
        "baseless, Norland's defence ministry said."
    ),
    "quoted": (
        "“The information spread by the Sudrian side that Norlandic units allegedly shelled Ostel "
        "is false and groundless,” the Norlandic army told Spark."
    ),
    "does not match": (
        "Reports by Sudria that Norlandic units shelled Ostel do not reflect the truth, the "
        "Norlandic army said."
    ),
}


@pytest.mark.parametrize("text", INFORMATION.values(), ids=INFORMATION)
def test_a_verdict_behind_a_claim_is_its_deniers(events, text):
    """What is called false is the other side's claim; "is false" is no longer part of it."""
    (event,) = events(text)

    assert (event["actor"], event["by"], event["denied"]) == ("norland", ["sudria"], ["norland"])


def test_what_was_not_the_purpose_denies_nothing(read):
    """A side that tells why somebody came has not denied that he came."""
    claims = read(
        "A Sudrian soldier entered Brevik on Monday, not for the purpose of committing a "
        "provocation, Norland said."
    ).claims

    assert [c.stance.value for c in claims] == ["asserts"]


@pytest.mark.parametrize("verb", ["disputed", "rejected", "contested", "denied"])
def test_which_takes_up_what_a_side_denies(events, verb):
    """A relative clause behind a claim needs no noun for it."""
    (event,) = events(f"Norland said Sudrian troops entered Brevik on Monday, which Sudria {verb}.")

    assert event["denied"] == ["sudria"]
