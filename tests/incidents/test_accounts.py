"""Each claimant's version of an incident."""

from geoincidents import incidents
from geoincidents.model import (
    ClaimType,
    DatePrecision,
    Speaker,
    SpeakerRole,
    Stance,
    WhereRole,
)

NARRATOR = Speaker(name="narrator", role=SpeakerRole.NARRATOR)


def accounts(desk):
    """Return the accounts of the one incident of a desk, by claimant."""
    (incident,) = incidents.merge(desk.readings(), desk.gazetteer)
    return {a.key: a for a in incident.accounts}


def test_one_claimant_has_one_account_over_all_reports(desk):
    """What a party says in two reports is one version."""
    for name in "ab":
        desk.claim(desk.report(name))

    assert accounts(desk)["NOR"].claims == ("a-0", "b-0")


def test_each_outlet_speaks_in_its_own_voice(desk):
    """What two outlets state themselves are two accounts."""
    for name in "ab":
        desk.claim(desk.report(name, publisher=f"Paper {name}"), speaker=NARRATOR)

    found = accounts(desk)

    assert {key: a.claimant.name for key, a in found.items()} == {
        "paper a": "Paper a",
        "paper b": "Paper b",
    }
    assert {a.claimant.role for a in found.values()} == {SpeakerRole.NARRATOR}


def test_a_report_without_publisher_speaks_by_its_file(desk):
    """Unnamed outlets are not thrown together."""
    for name in "ab":
        desk.claim(desk.report(name, publisher=""), speaker=NARRATOR)

    assert list(accounts(desk)) == ["a.txt", "b.txt"]


def test_further_speakers_of_a_sentence_have_accounts(desk):
    """What both sides reported is a version of each."""
    desk.claim(desk.report("a"), also_said_by=(desk.state("SUD"),), type=ClaimType.CLASH)

    assert {a.claims for a in accounts(desk).values()} == {("a-0",)}
    assert set(accounts(desk)) == {"NOR", "SUD"}


def test_a_figure_belongs_to_who_gave_it(desk):
    """A figure of another speaker inside a claim goes to that speaker's account."""
    report = desk.report("a")
    theirs = desk.measure(report, 0, "killed", 71, said_by=desk.state("SUD"), of="SUD")
    mine = desk.measure(report, 9, "killed", 49, of="NOR")
    desk.claim(report, type=ClaimType.CLASH, measures=(mine, theirs))

    found = {key: [m.low for m in a.measures] for key, a in accounts(desk).items()}

    assert found == {"NOR": [49], "SUD": [71]}


def test_each_of_two_speakers_has_its_own_figure(desk):
    """Of two speakers of a sentence each keeps the figure that it gave."""
    report = desk.report("a")
    theirs = desk.measure(report, 0, "killed", 71, said_by=desk.state("SUD"))
    mine = desk.measure(report, 9, "killed", 49, said_by=desk.state("NOR"))
    both = desk.measure(report, 20, "wounded", 5)
    desk.claim(report, also_said_by=(desk.state("SUD"),), measures=(mine, theirs, both))

    found = {key: {m.low for m in a.measures} for key, a in accounts(desk).items()}

    assert found == {"NOR": {49, 5}, "SUD": {71, 5}}


def test_places_come_with_the_most_specific_first_and_once(desk):
    """A site leads, its areas follow, a repeat is dropped."""
    desk.claim(desk.report("a"), where=("norland", "lisk", "mirror"))
    desk.claim(desk.report("b"), where=("upper lisk", "mirror"))

    (account,) = accounts(desk).values()

    assert [w.place_id for w in account.where] == ["mirror", "upper lisk", "lisk", "norland"]


def test_where_fire_came_from_is_named_last(desk):
    """A direction and a starting point are no place of the event."""
    start = desk.at("dell", WhereRole.FROM)
    desk.claim(desk.report("a"), where=(start, "lisk"))

    (account,) = accounts(desk).values()

    assert [w.place_id for w in account.where] == ["lisk", "dell"]


def test_the_most_precise_time_is_kept(desk):
    """A day wins over its month."""
    desk.claim(desk.report("a"), when=desk.on(1, 31, prec=DatePrecision.MONTH))
    desk.claim(desk.report("b"))

    (account,) = accounts(desk).values()

    assert account.when == desk.on(12)


def test_all_figures_are_kept(desk):
    """Two figures of one speaker stay side by side, with their own words."""
    desk.claim(desk.report("a"), measures=(("depth", 3500),))
    desk.claim(desk.report("b"), measures=(("depth", 3218.688), ("troops", 250)))

    (account,) = accounts(desk).values()

    assert [m.low for m in account.measures] == [3500, 3218.688, 250]
    assert [m.passage.report_id for m in account.measures] == ["a", "b", "b"]


def test_who_denies_and_describes_anew_has_the_version_it_gives(desk):
    """What is denied is no part of the denier's version."""
    report = desk.report("a")
    desk.claim(report)
    answer = {"speaker": desk.state("SUD"), "answers": ("a-0",)}
    desk.claim(report, stance=Stance.DENIES, **answer)
    anew = {"type": ClaimType.DEPLOYMENT, "where": ("tarn",), "target": None}
    desk.claim(report, stance=Stance.DISPUTES_PLACE, **anew, **answer)

    account = accounts(desk)["SUD"]

    assert account.stance is Stance.DISPUTES_PLACE
    assert account.types == (ClaimType.DEPLOYMENT,)
    assert (account.actor, account.target) == ("SUD", None)
    assert [w.place_id for w in account.where] == ["tarn"]
    assert account.claims == ("a-1", "a-2")


def test_a_bare_denial_puts_nothing_anywhere(desk):
    """Who only denies has no place of its own."""
    report = desk.report("a")
    desk.claim(report)
    desk.claim(report, stance=Stance.DENIES, speaker=desk.state("SUD"), answers=("a-0",))

    assert accounts(desk)["SUD"].where == ()


def test_who_tells_it_comes_before_who_answers(desk):
    """Accounts that tell the event stand first."""
    report = desk.report("a")
    desk.claim(report, stance=Stance.DENIES, speaker=desk.state("SUD"), answers=("a-1",))
    desk.claim(report)

    assert list(accounts(desk)) == ["NOR", "SUD"]
