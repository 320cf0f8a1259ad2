"""The one table of states."""

import tomllib

import pytest

from geoincidents.packmaking import states

# United Nations member states by ISO 3166-1 alpha-2, and three more that reports name.
_CODES = """
AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH
CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN
GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC
LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP
NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV
SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW
"""
MEMBERS = _CODES.split()
FURTHER = ["XK", "PS", "TW"]
# Their capitals bear the state's own name, or a name that means another thing far more often
# (a union of states, a person, a word, the capital of a neighbour).
NAMED_OTHERWISE = [
    *("AG", "BE", "CL", "CR", "DJ", "GD", "JM", "KI", "KW", "LU"),
    *("MC", "MV", "NR", "PW", "SC", "SG", "SM", "ST", "VC"),
]


@pytest.fixture(scope="module")
def table():
    """Return the table as a pack of two states sees it."""
    return states.of(("TH", "KH"))


def test_every_member_of_the_united_nations_is_in_the_table(table):
    """193 members and three more, each with a place and a party."""
    assert len(MEMBERS) == 193
    for country in (*MEMBERS, *FURTHER):
        assert table.name_of(country)
        assert table.party_of(country)


@pytest.mark.slow
def test_every_state_has_words_for_its_people_and_its_government(table):
    """A report says "Bangkok rejected" and "Thai soldiers"."""
    states_ = {c: next(p for p in table.parties if p["id"] == table.party_of(c)) for c in MEMBERS}
    no_people = [c for c, p in states_.items() if not (p.get("demonyms") and p.get("adjectives"))]
    no_capital = [c for c, p in states_.items() if not p.get("capitals")]

    assert no_people == []
    assert no_capital == NAMED_OTHERWISE


def test_only_the_states_asked_for_take_sides(table):
    """All others observe."""
    sides = [p["country"] for p in table.parties if p["kind"] == "state"]

    assert sorted(sides) == ["KH", "TH"]


def test_a_dumped_table_reads_back_equal(table):
    """What is written into a pack is what the table holds."""
    for party in table.parties:
        assert tomllib.loads(states.dumped(party)) == party
