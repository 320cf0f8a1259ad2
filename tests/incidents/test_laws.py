"""Merging is free of order, idempotent and never loses a claim."""

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from geoincidents import incidents
from geoincidents.model import ClaimType, DatePrecision, Stance, Vague, Where, WhereRole

PLACES = ("mirror", "dell", "ford", "upper lisk", "lisk", "combe", "tarn", "norland", "sudmark")


@st.composite
def said(draw):
    """Draw what a claim says: kind, stance, time, place and parties."""
    return {
        "type": draw(st.sampled_from([ClaimType.INCURSION, ClaimType.CLASH, ClaimType.OTHER])),
        "stance": draw(st.sampled_from([Stance.ASSERTS, Stance.ASSERTS, Stance.DENIES])),
        "speaker": draw(st.sampled_from(["NOR", "SUD", "OVR"])),
        "actor": draw(st.sampled_from(["SUD", "SUD", "NOR", None])),
        "target": draw(st.sampled_from(["NOR", "NOR", None])),
        "where": draw(st.lists(st.sampled_from([*PLACES, "lake", "two"]), max_size=2)),
        "when": draw(st.sampled_from([12, 12, 13, "May", None])),
        "measures": draw(st.sampled_from([(), (("killed", 49),), (("depth", 3500),)])),
        "event": draw(st.sampled_from(["one", "two"])),
    }


reports = st.lists(
    st.tuples(st.integers(11, 16), st.lists(said(), min_size=1, max_size=3)),
    min_size=1,
    max_size=6,
)


def written(desk, drawn):
    """Write drawn reports at a desk and return their readings."""
    whens = {
        None: desk.undated(),
        "May": desk.on(1, 31, prec=DatePrecision.MONTH),
        12: desk.on(12),
        13: desk.on(13),
    }
    kinds = {"lake": (Vague.SHARED_LAKE, None), "two": (Vague.BORDER, 2)}
    for i, (day, claims) in enumerate(drawn):
        report = desk.report(f"r{i}", day)
        for claim in claims:
            where = tuple(
                Where(
                    role=WhereRole.AT,
                    vague=kinds[w][0],
                    count=kinds[w][1],
                    passage=desk.passage("any", 0, w),
                )
                if w in kinds
                else w
                for w in claim["where"]
            )
            speaker = desk.state(claim["speaker"])
            made = {**claim, "when": whens[claim["when"]], "where": where, "speaker": speaker}
            desk.claim(
                report, **made, answers=(f"{report}-0",) if made["stance"] is Stance.DENIES else ()
            )
    return desk.readings()


@settings(max_examples=60, deadline=None)
@given(reports, st.randoms(use_true_random=False))
def test_the_order_of_reports_and_claims_does_not_matter(desks, drawn, chance):
    """Shuffled reports give the same incidents, to the last reason."""
    desk = desks()
    readings = written(desk, drawn)
    shuffled = [_shuffled(r, chance) for r in readings]
    chance.shuffle(shuffled)

    assert incidents.merge(shuffled, desk.gazetteer) == incidents.merge(readings, desk.gazetteer)


def _shuffled(reading, chance: random.Random):
    claims = list(reading.claims)
    chance.shuffle(claims)
    return type(reading)(report=reading.report, mentions=(), claims=tuple(claims))


@settings(max_examples=30, deadline=None)
@given(reports)
def test_a_report_given_twice_counts_once(desks, drawn):
    """Merging is idempotent."""
    desk = desks()
    readings = written(desk, drawn)

    assert incidents.merge(readings * 2, desk.gazetteer) == incidents.merge(
        readings, desk.gazetteer
    )


@settings(max_examples=60, deadline=None)
@given(reports)
def test_every_claim_has_an_incident(desks, drawn):
    """No claim is dropped, and each is found by its id."""
    desk = desks()
    readings = written(desk, drawn)
    found = incidents.merge(readings, desk.gazetteer)

    ids = {c.id for r in readings for c in r.claims}
    assert {c.id for i in found for c in i.claims} == ids
    assert all(incidents.find(claim_id, found) for claim_id in ids)
    assert len({i.id for i in found}) == len(found)


@settings(max_examples=60, deadline=None)
@given(reports)
def test_no_incident_joins_two_days_that_reports_tell_apart(desks, drawn):
    """Complete linkage: no chain of vague tellings ties 12 and 13 May together."""
    desk = desks()
    for incident in incidents.merge(written(desk, drawn), desk.gazetteer):
        days = {}
        for claim in incident.claims:
            if claim.stance is Stance.ASSERTS and claim.when.prec is DatePrecision.DAY:
                days.setdefault((claim.report_id, claim.event), set()).add(claim.when.start)

        assert not days or set.intersection(*days.values())


@settings(max_examples=40, deadline=None)
@given(reports)
def test_a_report_of_something_else_changes_nothing(desks, drawn):
    """An unrelated report adds its incident and leaves all others as they were."""
    desk = desks()
    before = incidents.merge(written(desk, drawn), desk.gazetteer)

    other = desk.report("other", 14)
    desk.claim(other, type=ClaimType.MINE_BLAST, where=("ridge",), when=desk.on(3))
    after = incidents.merge(desk.readings(), desk.gazetteer)

    assert [i for i in after if i.reports != (other,)] == list(before)
    assert len(after) == len(before) + 1


@settings(max_examples=60, deadline=None)
@given(reports, st.tuples(st.integers(11, 16), st.lists(said(), min_size=1, max_size=3)))
def test_a_further_report_deletes_no_incident_and_no_claim(desks, drawn, further):
    """Whatever a report adds, each claim before it is still in an incident and found."""
    desk = desks()
    before = incidents.merge(written(desk, drawn), desk.gazetteer)
    grown = desks()
    after = incidents.merge(written(grown, [*drawn, further]), grown.gazetteer)

    homes = {c.id: i for i in after for c in i.claims}
    for incident in before:
        assert {c.id for c in incident.claims} <= homes.keys()
        # Its first claim still finds an incident that its own report tells.
        first = incident.claims[0]
        assert first.report_id in homes[first.id].reports


@settings(max_examples=60, deadline=None)
@given(reports, st.integers(11, 16), st.lists(said(), min_size=1, max_size=3))
def test_a_further_report_moves_no_claim_between_unrelated_incidents(desks, drawn, day, claims):
    """What a report cannot be about, by kind, keeps its incidents to the last reason."""
    desk = desks()
    quiet = [(d, [{**c, "type": ClaimType.MINE_BLAST} for c in told]) for d, told in drawn]
    before = incidents.merge(written(desk, quiet), desk.gazetteer)
    grown = desks()
    loud = [{**c, "type": ClaimType.SHELLING, "stance": Stance.ASSERTS} for c in claims]
    after = incidents.merge(written(grown, [*quiet, (day, loud)]), grown.gazetteer)

    own = [i for i in after if f"r{len(quiet)}" not in i.reports]
    assert own == list(before)


@settings(max_examples=60, deadline=None)
@given(reports, st.lists(said(), min_size=1, max_size=3))
def test_a_report_of_another_month_moves_no_claim(desks, drawn, claims):
    """Of any kind, at any place: a day in August has nothing to do with May."""
    desk = desks()
    before = incidents.merge(written(desk, drawn), desk.gazetteer)
    desk.report("later", date(2021, 8, 3))
    for claim in claims:
        where = [p for p in claim["where"] if p in PLACES]
        speaker = desk.state(claim["speaker"])
        told = {**claim, "stance": Stance.ASSERTS, "where": where, "speaker": speaker}
        desk.claim("later", **told | {"when": desk.on(2, month=8)})
    after = incidents.merge(desk.readings(), desk.gazetteer)

    assert [i for i in after if i.reports != ("later",)] == list(before)
