"""Ids that stay the same, and lead from any claim to its incident."""

from geoincidents import incidents
from geoincidents.incidents import identity


def merged(desk):
    """Return the incidents of a desk."""
    return incidents.merge(desk.readings(), desk.gazetteer)


def test_an_id_has_six_letters_and_digits_that_cannot_be_confused(desk):
    """No vowels, and none of 0, 1, l and o."""
    desk.claim(desk.report("a"))

    (incident,) = merged(desk)

    assert len(incident.id) == 6
    assert set(incident.id) <= set("bcdfghjkmnpqrstvwxz23456789")


def test_a_later_report_leaves_the_id(desk):
    """The earliest claim makes the id."""
    desk.claim(desk.report("a", 13))
    (before,) = merged(desk)

    desk.claim(desk.report("b", 14))

    assert [i.id for i in merged(desk)] == [before.id]


def test_where_ids_would_be_the_same_the_earlier_incident_keeps_its_own(desk):
    """Of 20 one-letter ids some must clash; adding later claims moves no earlier one."""
    firsts = [desk.claim(desk.report(f"r{i:02}", 1 + i)) for i in range(20)]

    ids = identity.ids_of(firsts, length=1)

    assert len(set(ids)) == 20
    assert identity.ids_of(firsts[:10], length=1) == ids[:10]


def test_any_claim_finds_its_incident(desk):
    """A claim's id and an incident's id lead to the same incident."""
    desk.claim(desk.report("a"))
    desk.claim(desk.report("b"), where=("combe",))
    found = merged(desk)

    for incident in found:
        assert incidents.find(incident.id, found) is incident
        assert incidents.find(incident.claims[0].id, found) is incident


def test_an_unknown_id_finds_nothing(desk):
    """There is no incident of an unknown id."""
    desk.claim(desk.report("a"))

    assert incidents.find("zzzzzz", merged(desk)) is None
