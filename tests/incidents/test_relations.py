"""How the claims of an incident stand to each other."""

import pytest

from geoincidents import incidents
from geoincidents.model import RelationKind, Stance

QUOTE = 'The minister said "two hundred men have crossed the ridge and the river today".'


def relations(desk):
    """Return the relations of the one incident of a desk as kind, source and target."""
    (incident,) = incidents.merge(desk.readings(), desk.gazetteer)
    return [(r.kind, r.source, r.target) for r in incident.relations]


@pytest.mark.parametrize(
    ("stance", "kind"),
    [
        (Stance.DENIES, RelationKind.DENIES),
        (Stance.DISPUTES_PLACE, RelationKind.DISPUTES_PLACE),
        (Stance.DISPUTES_STATUS, RelationKind.DISPUTES_STATUS),
    ],
)
def test_an_answer_is_tied_to_what_it_answers(desk, stance, kind):
    """A denial points at the claim that the report sets it against."""
    report = desk.report("a")
    desk.claim(report)
    desk.claim(report, stance=stance, speaker=desk.state("SUD"), answers=("a-0",))

    assert relations(desk) == [(kind, "a-1", "a-0")]


def test_an_answer_in_another_report_is_tied_to_each_claimants_first(desk):
    """A denial without its counterpart answers the first claim of each other voice."""
    for name in "ab":
        desk.claim(desk.report(name))
    desk.claim(desk.report("c"), speaker=desk.state("OVR"))
    desk.claim(desk.report("d"), stance=Stance.DENIES, speaker=desk.state("SUD"))

    assert relations(desk) == [
        (RelationKind.DENIES, "d-0", "a-0"),
        (RelationKind.DENIES, "d-0", "c-0"),
    ]


def test_a_figure_in_another_unit_is_the_same_within_a_tenth(desk):
    """3.5 km and 2 miles are one figure."""
    desk.claim(desk.report("a"), measures=(("depth", 3500, "km"),))
    desk.claim(desk.report("b"), measures=(("depth", 3218.688, "miles"),))

    assert relations(desk) == [(RelationKind.SAME_FIGURE_OTHER_UNIT, "a-0", "b-0")]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(("depth", 3218.688, "km"), id="the same unit"),
        pytest.param(("depth", 3000, "miles"), id="more than a tenth apart"),
        pytest.param(("length", 3500, "miles"), id="another quantity"),
    ],
)
def test_other_figures_are_not_the_same(desk, other):
    """Another value, quantity or the same unit ties no figures."""
    desk.claim(desk.report("a"), measures=(("depth", 3500, "km"),))
    desk.claim(desk.report("b"), measures=(other,))

    assert relations(desk) == []


def test_a_later_higher_figure_of_one_speaker_supersedes(desk):
    """49, then 71, then 105: each replaces the one before."""
    for name, day, killed in (("a", 13, 49), ("b", 14, 105), ("c", 15, 71)):
        desk.claim(desk.report(name, day), measures=(("killed", killed),))

    assert relations(desk) == [(RelationKind.SUPERSEDES, "b-0", "a-0")]


def test_a_figure_has_a_history(desk):
    """49, then 105, then 207, each with its day; a lower one between is none of them."""
    for name, day, killed in (("a", 13, 49), ("b", 14, 105), ("c", 15, 71), ("d", 16, 207)):
        desk.claim(desk.report(name, day), measures=(("killed", killed),))

    (incident,) = incidents.merge(desk.readings(), desk.gazetteer)
    (history,) = incident.histories

    assert history.speaker.party_id == "NOR"
    assert [(day.day, m.low) for day, m in history.steps] == [(13, 49), (14, 105), (16, 207)]


def test_of_one_day_the_highest_figure_counts(desk):
    """Two figures of one day are no growth."""
    for name, killed in (("a", 49), ("b", 50)):
        desk.claim(desk.report(name, 13), measures=(("killed", killed),))

    (incident,) = incidents.merge(desk.readings(), desk.gazetteer)

    assert incident.histories == ()


def test_another_speakers_figure_is_higher_and_supersedes_nothing(desk):
    """Two speakers' figures stay side by side."""
    desk.claim(desk.report("a", 13), measures=(("killed", 49),))
    desk.claim(desk.report("b", 14), measures=(("killed", 71),), speaker=desk.state("OVR"))

    assert relations(desk) == [
        (RelationKind.HIGHER_THAN, "b-0", "a-0"),
        (RelationKind.LOWER_THAN, "a-0", "b-0"),
    ]


def test_each_figure_is_compared_with_the_next_lower_one(desk):
    """Three speakers make two steps, by the last figure of each."""
    for name, day, killed, who in (
        ("a", 13, 20, "NOR"),
        ("b", 14, 60, "NOR"),
        ("c", 14, 40, "SUD"),
        ("d", 14, 90, "OVR"),
    ):
        desk.claim(desk.report(name, day), measures=(("killed", killed),), speaker=desk.state(who))

    ties = [r for r in relations(desk) if r[0] is RelationKind.HIGHER_THAN]
    assert [r[1:] for r in ties] == [("b-0", "c-0"), ("d-0", "b-0")]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(("killed", 51), id="within a tenth"),
        pytest.param(("wounded", 90), id="another quantity"),
    ],
)
def test_figures_that_cannot_be_told_apart_are_not_ranked(desk, other):
    """A tenth more, or another quantity, is neither higher nor lower."""
    desk.claim(desk.report("a", 13), measures=(("killed", 49),))
    desk.claim(desk.report("b", 14), measures=(other,), speaker=desk.state("OVR"))

    assert relations(desk) == []


def test_a_shared_quote_of_one_speaker_is_the_same_statement(desk):
    """Two reports that quote the same words of one speaker repeat a statement."""
    for name in "ab":
        desk.claim(desk.report(name), words=QUOTE)

    assert relations(desk) == [(RelationKind.SAME_STATEMENT_AS, "a-0", "b-0")]


def test_the_same_words_of_two_speakers_are_two_statements(desk):
    """A statement has one speaker."""
    desk.claim(desk.report("a"), words=QUOTE)
    desk.claim(desk.report("b"), words=QUOTE, speaker=desk.state("OVR"))

    assert relations(desk) == []


def test_a_part_of_a_total_points_at_the_total(desk):
    """A figure of one place is tied to the figure for the whole border."""
    desk.claim(desk.report("a"), measures=(("area", 2e7, "sq km"),))
    whole = (("killed", 9), ("area", 1e8, "sq km"))
    desk.claim(desk.report("b"), measures=whole, where=("norland",))

    found = incidents.merge(desk.readings(), desk.gazetteer)

    ties = [(r.kind, r.source, r.target) for i in found for r in i.relations]
    assert ties == [(RelationKind.PART_OF, "a-0", "b-0")]
