"""Decisions change claims, tie and part incidents, and say what a person checked."""

from datetime import date

import pytest

from geoincidents.model import Stance, checkers

BY = "Ada,2026-01-31,"


def claims_of(told):
    """Return the ids of the claims of each incident."""
    return [{c.id for c in incident.claims} for incident in told.incidents]


@pytest.fixture
def two_days(desk):
    """Tell of two days in two reports: two incidents."""
    desk.claim(desk.report("a"), id="aaaa")
    desk.claim(desk.report("b", 15), id="bbbb", when=desk.on(3))


@pytest.fixture
def one_event(desk):
    """Tell of one event in two reports, with a denial in the second."""
    desk.claim(desk.report("a"), id="aaaa")
    desk.claim(desk.report("b", 15), id="bbbb")
    desk.claim("b", id="dddd", speaker=desk.state("SUD"), stance=Stance.DENIES, answers=("bbbb",))


@pytest.mark.usefixtures("one_event")
def test_nothing_decided_changes_nothing(decide, desk):
    """An empty file is the run without it."""
    told = decide()

    assert told.incidents == desk.merged()
    assert told.unmatched == ()


@pytest.mark.usefixtures("two_days")
def test_a_dropped_claim_is_in_no_incident(decide):
    """It is left out, and no other."""
    assert claims_of(decide(f"aaaa,drop,,{BY}")) == [{"bbbb"}]


@pytest.mark.usefixtures("one_event")
def test_a_dropped_incident_takes_all_its_claims(decide, desk):
    """An incident is named by its id."""
    (incident,) = desk.merged()

    assert decide(f"{incident.id},drop,,{BY}").incidents == ()
    assert decide(f"{incident.id},drop,3,{BY}").incidents == ()


@pytest.mark.usefixtures("one_event")
def test_a_dropped_incident_that_has_grown_stays(decide, desk):
    """Who dropped two claims has not seen the third."""
    (incident,) = desk.merged()
    told = decide(f"{incident.id},drop,2,{BY}")

    assert len(told.incidents) == 1
    assert "an incident of 3 claims, and its value says 2" in told.unmatched[0]


@pytest.mark.usefixtures("two_days")
def test_the_last_of_keep_and_drop_counts(decide):
    """A person may think again."""
    assert len(decide(f"aaaa,drop,,{BY}", f"aaaa,keep,,{BY}").incidents) == 2
    assert len(decide(f"aaaa,keep,,{BY}", f"aaaa,drop,,{BY}").incidents) == 1


@pytest.mark.usefixtures("two_days")
def test_a_place_is_set_at_the_words_that_were_read(decide):
    """The claim keeps its id, and says who moved it."""
    (claim,) = [
        c
        for i in decide(f"aaaa,place,near dell,{BY}").incidents
        for c in i.claims
        if c.id == "aaaa"
    ]

    assert [(w.role.value, w.place_id) for w in claim.where] == [("near", "dell")]
    assert claim.reasons[-1] == "place decided by Ada on 2026-01-31"


@pytest.mark.usefixtures("two_days")
def test_a_date_is_set(decide):
    """With the same day, both are one event."""
    assert claims_of(decide(f"bbbb,date,2021-05-12,{BY}")) == [{"aaaa", "bbbb"}]


@pytest.mark.usefixtures("two_days")
def test_a_speaker_is_set(decide):
    """The claim becomes another claimant's account."""
    told = decide(f"aaaa,speaker,SUD,{BY}", f"bbbb,drop,,{BY}")

    assert [a.key for a in told.incidents[0].accounts] == ["SUD"]


@pytest.mark.usefixtures("two_days")
def test_the_last_place_counts(decide):
    """Rows are replayed in the order of the file."""
    told = decide(f"aaaa,place,dell,{BY}", f"aaaa,place,ford,{BY}")
    claims = {c.id: c for i in told.incidents for c in i.claims}

    assert [w.place_id for w in claims["aaaa"].where] == ["ford"]


@pytest.mark.usefixtures("two_days")
def test_two_claims_are_one_event_when_a_person_says_so(decide):
    """Different days do not hold them apart, and the reason is told."""
    told = decide(f"aaaa,same_as,bbbb,{BY}")

    assert claims_of(told) == [{"aaaa", "bbbb"}]
    assert any("a person says" in reason for reason in told.incidents[0].reasons)


@pytest.mark.usefixtures("two_days")
def test_two_incidents_are_one_when_a_person_says_so(decide, desk):
    """Incidents are named by their ids, in either cell."""
    first, second = desk.merged()

    assert len(decide(f"{first.id},same_as,{second.id},{BY}").incidents) == 1
    assert len(decide(f"aaaa,same_as,{first.id},{BY}").incidents) == 1


@pytest.mark.usefixtures("one_event")
def test_claims_of_two_reports_are_set_apart(decide):
    """The denial goes with what it denies."""
    told = decide(f"aaaa,apart,bbbb,{BY}")

    assert claims_of(told) == [{"aaaa"}, {"bbbb", "dddd"}]


@pytest.mark.usefixtures("one_event")
def test_a_claim_is_set_apart_from_its_incident(decide, desk):
    """Apart from all that other reports tell of it."""
    (incident,) = desk.merged()

    assert len(decide(f"aaaa,apart,{incident.id},{BY}").incidents) == 2


@pytest.mark.usefixtures("one_event")
def test_claims_of_one_report_are_set_apart(decide):
    """A denial that is none of this event becomes its own."""
    told = decide(f"dddd,apart,bbbb,{BY}", f"dddd,apart,aaaa,{BY}")

    assert {"aaaa", "bbbb"} in claims_of(told)
    assert {"dddd"} in claims_of(told)


@pytest.mark.usefixtures("one_event")
def test_an_account_is_checked_when_all_its_claims_are(decide):
    """One of two claims is not enough."""
    half = decide(f"aaaa,keep,,{BY}").incidents[0]
    whole = decide(f"aaaa,keep,,{BY}", "bbbb,place,mirror,Bo,2026-02-01,").incidents[0]

    assert [a.checked_by for a in half.accounts] == [(), ()]
    assert [a.checked_by for a in whole.accounts] == [("Ada", "Bo"), ()]
    assert whole.accounts[0].checked_on == date(2026, 2, 1)


@pytest.mark.usefixtures("two_days")
def test_ties_check_nothing(decide):
    """Whether two claims are one event says nothing of each."""
    told = decide(f"aaaa,same_as,bbbb,{BY}")

    assert all(not a.checked_by for i in told.incidents for a in i.accounts)


@pytest.mark.usefixtures("one_event")
def test_a_run_is_checked_when_every_account_is(decide, desk):
    """A kept incident names its number of claims."""
    (incident,) = desk.merged()

    assert checkers(decide(f"aaaa,keep,,{BY}").incidents) == ()
    assert checkers(decide(f"{incident.id},keep,3,{BY}").incidents) == ("Ada",)


@pytest.mark.usefixtures("one_event")
def test_an_incident_that_has_grown_is_checked_no_more(decide, desk):
    """Nobody has seen the claim that came after."""
    (incident,) = desk.merged()
    told = decide(f"{incident.id},keep,2,{BY}")

    assert checkers(told.incidents) == ()
    (words,) = told.unmatched
    assert words.startswith(f"desk.csv:2: keep {incident.id}: an incident of 3 claims")
    assert words.endswith("its value says 2: look at it again and write 3")


@pytest.mark.usefixtures("one_event")
def test_publishing_needs_every_claim_checked(decide, desk):
    """No unchecked reading is released with a checked one."""
    (incident,) = desk.merged()

    assert not decide(f"aaaa,publish,,{BY}").incidents[0].released
    assert decide(f"{incident.id},publish,3,{BY}").incidents[0].released
    rows = [f"{c.id},keep,,{BY}" for c in incident.claims]
    assert decide(*rows, f"aaaa,publish,,{BY}").incidents[0].released
    assert not decide(*rows).incidents[0].released


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (f"zzzz,keep,,{BY}", "no claim or incident in these reports has this id"),
        (f"zzzz,drop,,{BY}", "no claim or incident in these reports has this id"),
        (f"zzzz,place,dell,{BY}", "no claim or incident in these reports has this id"),
        (
            f"aaaa,same_as,zzzz,{BY}",
            "no claim or incident in these reports has the id in its value",
        ),
    ],
)
@pytest.mark.usefixtures("two_days")
def test_a_decision_that_matches_nothing_is_told(decide, row, why):
    """With file, line, action and id."""
    (told,) = decide(row).unmatched
    id_, action = row.split(",")[:2]

    assert told == f"desk.csv:2: {action} {id_}: {why}"


@pytest.mark.usefixtures("two_days")
def test_a_place_is_decided_claim_by_claim(decide, desk):
    """An incident has many versions of where it was."""
    (told,) = decide(f"{desk.merged()[0].id},place,dell,{BY}").unmatched

    assert "decide it claim by claim" in told


@pytest.mark.usefixtures("two_days")
def test_decisions_find_their_claims_when_reports_are_added(decide, desk):
    """Ids are stable, so a file of decisions outlives new reports."""
    before = decide(f"aaaa,place,ford,{BY}", f"aaaa,apart,bbbb,{BY}")
    desk.claim(desk.report("c", 16), id="cccc", when=desk.on(13), where=("tarn",))
    after = decide(f"aaaa,place,ford,{BY}", f"aaaa,apart,bbbb,{BY}")

    assert before.unmatched == after.unmatched == ()
    assert claims_of(before) == [c for c in claims_of(after) if c != {"cccc"}]
