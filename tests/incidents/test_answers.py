"""Which event a denial or another version answers."""

import pytest

from geoincidents.model import ClaimType, Modality, Stance


def test_a_denial_of_a_plan_is_no_incident(desk):
    """Who denies a plan denies nothing that happened."""
    report = desk.report("a")
    desk.claim(report, modality=Modality.PLANNED)
    desk.claim(report, stance=Stance.DENIES, speaker=desk.state("SUD"), answers=("a-0",))

    assert desk.merged() == ()


def test_a_denial_in_another_report_joins_the_event(desk):
    """A party's denial with the same parties and day answers the event of other reports."""
    denial = {"stance": Stance.DENIES, "speaker": desk.state("SUD"), "where": ()}

    (incident,) = desk.told({}, denial)

    assert [a.stance for a in incident.accounts] == [Stance.ASSERTS, Stance.DENIES]


def test_a_version_elsewhere_joins_the_event_with_its_own_place(desk):
    """Who disputes the place has an account at its own place."""
    version = {
        "stance": Stance.DISPUTES_PLACE,
        "speaker": desk.state("SUD"),
        "where": ("tarn", "ridge"),
        "target": None,
    }

    (incident,) = desk.told({}, version)

    assert {a.key: [w.place_id for w in a.where] for a in incident.accounts} == {
        "NOR": ["mirror"],
        "SUD": ["tarn", "ridge"],
    }
    assert incident.title == "12 May 2021, Lake Mirror"


def test_a_denial_by_no_party_joins_nothing(desk):
    """A third state's denial is an incident of its own."""
    denial = {"stance": Stance.DENIES, "speaker": desk.state("OVR"), "where": ()}

    assert len(desk.told({}, denial)) == 2


def test_a_denial_by_who_tells_it_joins_nothing(desk):
    """Who tells an event and denies something denies something else."""
    denial = {"stance": Stance.DENIES, "where": ()}

    assert len(desk.told({}, denial)) == 2


@pytest.mark.parametrize(
    ("kind", "published", "number"),
    [
        pytest.param(ClaimType.INCURSION, 20, 1, id="of a crossing, days later"),
        pytest.param(ClaimType.OTHER, 15, 1, id="of something, at once"),
        pytest.param(ClaimType.OTHER, 20, 2, id="of something, days later"),
        pytest.param(ClaimType.SHELLING, 15, 2, id="of fire"),
    ],
)
def test_a_denial_without_its_object_answers_only_news(desk, kind, published, number):
    """A bare denial is of the news of these days."""
    denial = {"stance": Stance.DENIES, "speaker": desk.state("SUD"), "where": (), "type": kind}

    found = desk.told({}, {**denial, "when": desk.undated()}, days=(14, published))

    assert len(found) == number


def test_a_denial_that_fits_two_events_joins_neither(desk):
    """Who crossed nowhere has no one event to answer."""
    desk.claim(desk.report("a"))
    desk.claim(desk.report("b"), where=("combe",))
    desk.claim(desk.report("c"), stance=Stance.DENIES, speaker=desk.state("SUD"), where=())

    assert len(desk.merged()) == 3


@pytest.mark.parametrize("stance", [Stance.ASSERTS, Stance.DENIES])
def test_among_too_many_events_of_a_day_none_is_chosen(desk, stance):
    """On a day of 65 crossings, one at no named place joins none, and says so."""
    for i in range(65):
        desk.claim(desk.report(f"r{i:02}"), where=(desk.unknown(f"hamlet {i}"),))
    desk.claim(desk.report("z"), where=(), stance=stance, speaker=desk.state("SUD"))

    (reasons,) = (i.reasons for i in desk.merged() if i.reports == ("z",))

    assert reasons[0] == "kept apart: too many events of those days to tell which"


def test_a_denial_of_two_events_is_among_the_claims_of_both(desk):
    """A denial in the same report answers each claim that it names."""
    report = desk.report("a")
    desk.claim(report, event="lake")
    desk.claim(report, event="dell", where=("dell",), when=desk.on(13))
    desk.claim(
        report,
        event="denial",
        stance=Stance.DENIES,
        speaker=desk.state("SUD"),
        answers=("a-0", "a-1"),
    )

    assert [[c.id for c in i.claims] for i in desk.merged()] == [["a-0", "a-2"], ["a-1", "a-2"]]
