"""Who says it, and whether a party to it denies it."""

import pytest

from geoincidents import incidents
from geoincidents.model import ClaimType, Speaker, SpeakerRole, Stance, Status

OUTLET = Speaker(name="Paper", role=SpeakerRole.OUTLET)
NARRATOR = Speaker(name="narrator", role=SpeakerRole.NARRATOR)
MAYOR = Speaker(name="Mayor of Dell", role=SpeakerRole.OFFICIAL)
MISSION = Speaker(name="Mission", role=SpeakerRole.BODY)


def only(desk):
    """Return the one incident of a desk."""
    (incident,) = incidents.merge(desk.readings(), desk.gazetteer)
    return incident


def speaker(desk, who):
    """Return a speaker by party id, or the speaker itself."""
    return desk.state(who) if isinstance(who, str) else who


@pytest.mark.parametrize(
    ("tellers", "denier", "status"),
    [
        pytest.param(["NOR"], "SUD", Status.DENIED, id="the actor denies it"),
        pytest.param(["OVR"], "SUD", Status.DENIED, id="a third state tells it, a party denies"),
        pytest.param(["NOR"], "OVR", Status.ONE_SIDE, id="a third state denies it"),
        pytest.param(["NOR"], OUTLET, Status.ONE_SIDE, id="an outlet denies it"),
        pytest.param(["NOR", "SUD"], None, Status.BOTH_SIDES, id="both parties"),
        pytest.param(["NOR"], None, Status.ONE_SIDE, id="one party"),
        pytest.param(["NOR", "OVR"], None, Status.ONE_SIDE, id="one party and a third state"),
        pytest.param(["OVR"], None, Status.OTHERS_ONLY, id="a third state"),
        pytest.param([NARRATOR], None, Status.OTHERS_ONLY, id="the outlet itself"),
        pytest.param([MAYOR], None, Status.OTHERS_ONLY, id="a local body"),
        pytest.param([OUTLET, MISSION], None, Status.OTHERS_ONLY, id="an outlet and a mission"),
    ],
)
def test_the_status_is_the_first_that_fits(desk, tellers, denier, status):
    """Only parties to an event make it one- or two-sided, or denied."""
    report = desk.report("a")
    ids = [desk.claim(report, speaker=speaker(desk, t)).id for t in tellers]
    if denier is not None:
        who = speaker(desk, denier)
        desk.claim(report, stance=Stance.DENIES, speaker=who, answers=tuple(ids))

    assert only(desk).status is status


@pytest.mark.parametrize("stance", [Stance.DISPUTES_PLACE, Stance.DISPUTES_STATUS])
def test_a_party_that_describes_it_anew_denies_it(desk, stance):
    """Another place or another right to be there is a denial of what was told."""
    report = desk.report("a")
    desk.claim(report)
    desk.claim(report, stance=stance, speaker=desk.state("SUD"), answers=("a-0",))

    assert only(desk).status is Status.DENIED


def test_own_losses_told_by_each_side_are_of_both_sides(desk):
    """A side that tells its own losses says that it happened."""
    report = desk.report("a")
    for party in ("NOR", "SUD"):
        mine = desk.measure(report, 0, "killed", 49, of=party)
        desk.claim(
            report,
            type=ClaimType.CLASH,
            stance=Stance.CONCEDES,
            speaker=desk.state(party),
            measures=(mine,),
            actor=None,
            target=None,
        )

    assert only(desk).status is Status.BOTH_SIDES


def test_a_state_that_is_attacked_is_a_party_though_unnamed(desk):
    """Who says that troops crossed into "our" land is a party to it."""
    desk.claim(desk.report("a"), target=None)

    assert only(desk).status is Status.ONE_SIDE


def test_what_its_only_speaker_took_back_is_corrected(desk):
    """A speaker that denies its own earlier claim corrects it."""
    report = desk.report("a")
    desk.claim(report, speaker=OUTLET)
    desk.claim(report, speaker=OUTLET, stance=Stance.DENIES, answers=("a-0",))

    assert only(desk).status is Status.CORRECTED


def test_third_voices_are_listed_beside_the_parties(desk):
    """A third state, a mission and a local body are also heard; an outlet is not."""
    report = desk.report("a")
    for who in ("NOR", "OVR", MAYOR, MISSION, OUTLET, NARRATOR):
        desk.claim(report, speaker=speaker(desk, who))

    assert only(desk).also_said_by == ("Mayor of Dell", "Mission", "Overseas")


def test_third_voices_alone_are_not_listed_twice(desk):
    """Where only others say it, they are its voices, not further ones."""
    desk.claim(desk.report("a"), speaker=desk.state("OVR"))

    assert only(desk).also_said_by == ()
