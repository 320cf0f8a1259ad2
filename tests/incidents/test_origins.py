"""Wires are counted, not the articles that they feed."""

from geoincidents import incidents

SENTENCE = "Soldiers walked over the ridge near the lake in the early morning of that day"
REWORDED = "Soldiers walked over the ridge near the lake in the early morning of the day"
QUOTE = 'He said: "we have seen no soldier on our side of the ridge today".'
QUOTED_AGAIN = 'The mayor added that "we have seen no soldier on our side of the ridge today".'


def origins(desk):
    """Return the origins of the one incident of a desk."""
    (incident,) = incidents.merge(desk.readings(), desk.gazetteer)
    return incident.origins


def test_reports_of_two_outlets_are_two_origins(desk):
    """Without a wire, each outlet stands for itself."""
    for name in "ab":
        desk.claim(desk.report(name))

    assert origins(desk) == ("A", "B")


def test_two_reports_of_one_outlet_are_one_origin(desk):
    """An outlet that writes twice is still one."""
    for name in "ab":
        desk.claim(desk.report(name, publisher="Paper"))

    assert origins(desk) == ("Paper",)


def test_reports_that_credit_one_wire_are_one_origin(desk):
    """Three outlets that print one wire are one origin, beside an outlet of its own."""
    for name in "abc":
        desk.claim(desk.report(name, wires=("Wire",)))
    desk.claim(desk.report("d"))

    assert origins(desk) == ("D", "Wire")


def test_the_wire_itself_and_who_credits_it_are_one_origin(desk):
    """The wire's own report counts with those made of it."""
    desk.claim(desk.report("a", publisher="wire"))
    desk.claim(desk.report("b", wires=("Wire",)))

    assert origins(desk) == ("Wire",)


def test_who_helped_is_not_named(desk):
    """Where wires were thanked for their reporting, the outlet is the source."""
    desk.claim(desk.report("a", wires=("Radio",), helpers=("Wire", "Post")))

    assert origins(desk) == ("Radio",)


def test_who_helped_ties_to_its_own_report(desk):
    """A report made with the help of a wire is not independent of the wire's own."""
    desk.claim(desk.report("a", wires=("Radio",), helpers=("Wire",)))
    desk.claim(desk.report("b", wires=("Wire",)))

    assert origins(desk) == ("Radio + Wire",)


def test_two_wires_in_one_report_make_one_origin(desk):
    """A report of two wires ties both together."""
    desk.claim(desk.report("a", wires=("Wire", "Post")))
    desk.claim(desk.report("b", wires=("Wire",)))

    assert origins(desk) == ("Post + Wire",)


def test_a_shared_quote_makes_one_origin(desk):
    """A quote of eight words in two reports has one source."""
    desk.claim(desk.report("a"), words=QUOTE)
    desk.claim(desk.report("b", 15), words=QUOTED_AGAIN)

    assert origins(desk) == ("A",)


def test_a_short_shared_quote_makes_none(desk):
    """Fewer than eight words in quotes are shared by chance."""
    desk.claim(desk.report("a"), words='Norland called it "a very grave provocation" on the day.')
    desk.claim(
        desk.report("b"), words='To the mayor it was "a very grave provocation", he told us.'
    )

    assert origins(desk) == ("A", "B")


def test_a_nearly_identical_sentence_makes_one_origin(desk):
    """A sentence changed in a word or two was copied."""
    desk.claim(desk.report("a"), words=SENTENCE)
    desk.claim(desk.report("b", 15), words=REWORDED)

    assert origins(desk) == ("A",)
