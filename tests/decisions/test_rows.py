"""A file of decisions is read whole, or refused with every fault."""

from datetime import date

import pytest

from geoincidents import decisions
from geoincidents.decisions import Action
from geoincidents.errors import DecisionsError
from geoincidents.model import DatePrecision, SpeakerRole, WhereRole

BY = "Ada,2026-01-31,"


def faults_of(read, *rows, **more):
    """Return the faults of rows."""
    with pytest.raises(DecisionsError) as refused:
        read(*rows, **more)
    return refused.value.faults


def test_a_row_says_who_decided_what_and_when(read):
    """All six cells are kept."""
    (decision,) = read("c0ffee,keep,,Ada,2026-01-31,seen in the original")

    assert (decision.id, decision.action, decision.who) == ("c0ffee", Action.KEEP, "Ada")
    assert decision.when == date(2026, 1, 31)
    assert decision.words == "keep decided by Ada on 2026-01-31: seen in the original"


def test_a_place_has_a_role_or_stands_alone(read):
    """Ids of places are separated by semicolons, with the roles of claims."""
    (decision,) = read(f"c0ffee,place,near dell; into sudmark; mirror,{BY}")

    assert decision.places == (
        (WhereRole.NEAR, "dell"),
        (WhereRole.INTO, "sudmark"),
        (WhereRole.AT, "mirror"),
    )


def test_no_place_may_be_decided(read):
    """A place that was read by mistake is taken away."""
    assert read(f"c0ffee,place,none,{BY}")[0].places == ()


@pytest.mark.parametrize(
    ("value", "start", "end", "prec"),
    [
        ("2021-05-12", date(2021, 5, 12), date(2021, 5, 12), DatePrecision.DAY),
        ("2021-05-12/2021-05-14", date(2021, 5, 12), date(2021, 5, 14), DatePrecision.DAYS),
        ("2021-05-10/2021-05-16", date(2021, 5, 10), date(2021, 5, 16), DatePrecision.WEEK),
        ("2021-05", date(2021, 5, 1), date(2021, 5, 31), DatePrecision.MONTH),
        ("2021", date(2021, 1, 1), date(2021, 12, 31), DatePrecision.LONGER),
        ("unknown", None, None, DatePrecision.BEFORE_PUBLICATION),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(read, value, start, end, prec):
    """Days, ranges, months, years and nothing at all."""
    time = read(f"c0ffee,date,{value},{BY}")[0].time

    assert (time.start, time.end, time.prec) == (start, end, prec)


def test_a_speaker_is_a_party_or_named_with_a_role(read):
    """A party by its id, anybody else by role and name."""
    party, outlet = read(f"c0ffee,speaker,NOR,{BY}", f"c0ffee,speaker,outlet: The Post,{BY}")

    assert party.speaker.party_id == "NOR"
    assert (outlet.speaker.name, outlet.speaker.role) == ("The Post", SpeakerRole.OUTLET)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (f",keep,,{BY}", "id '' is not"),
        (f"=A1,keep,,{BY}", "id '=A1' is not"),
        (f"c0ffee,bless,,{BY}", "action 'bless' is unknown, should be one of keep, drop"),
        ("c0ffee,keep,,,2026-01-31,", "who is empty"),
        ("c0ffee,keep,,Ada,31.1.2026,", "when '31.1.2026' is no day, should be like 2026-01-31"),
        ("c0ffee,keep,,Ada,2026-02-30,", "when '2026-02-30' is no day"),
        (f"c0ffee,place,nowhere,{BY}", "place 'nowhere' is in no pack"),
        (f"c0ffee,place,,{BY}", "place '' is in no pack"),
        (f"c0ffee,date,May,{BY}", "date 'May' is none, should be like"),
        (f"c0ffee,date,2021-13,{BY}", "date '2021-13' is none"),
        (f"c0ffee,date,2021-06/2021-05,{BY}", "date '2021-06/2021-05' is none"),
        (f"c0ffee,date,0000,{BY}", "date '0000' is none"),
        (f"c0ffee,speaker,Nobody,{BY}", "speaker 'Nobody' is the id of no party"),
        (f"c0ffee,same_as,,{BY}", "value '' should be the id of another"),
        (f"c0ffee,apart,c0ffee,{BY}", "value 'c0ffee' should be the id of another"),
        (f"bcdfgh,keep,all,{BY}", "value 'all' should be empty, or for an incident"),
        ("c0ffee,keep", "has 2 cells instead of 6"),
        (f"c0ffee,keep,,Ada,2026-01-31,{'x' * 3000}", "why has more than 2000 characters"),
    ],
)
def test_a_fault_names_file_line_and_what_is_right(read, row, fault):
    """Line 3 is the second row."""
    (told,) = faults_of(read, f"c0ffee,keep,,{BY}", row)

    assert told.startswith(f"desk.csv:3: {fault}")


def test_every_fault_is_told_at_once(read):
    """A person mends a file once."""
    assert len(faults_of(read, f"x,keep,,{BY}", f"c0ffee,bless,,{BY}")) == 2


@pytest.mark.parametrize(
    ("header", "fault"),
    [
        ("id,action\n", "desk.csv:1: columns 'id,action', should be"),
        ("", "desk.csv:1: columns '', should be"),
        ('id,action,value,who,when,why\n"x', "is not CSV"),
    ],
)
def test_a_file_that_is_no_table_of_decisions_is_refused(read, header, fault):
    """Wrong columns, no columns, an open quote."""
    assert fault in faults_of(read, header=header)[0]


def test_columns_come_in_any_order_and_case(read):
    """A sheet may be sorted as a person likes it."""
    (decision,) = read(
        "Ada,2026-01-31,c0ffee,keep,,why not", header="Who,When,ID,Action,Value,Why\n"
    )

    assert (decision.id, decision.why) == ("c0ffee", "why not")


def test_bytes_that_are_not_utf_8_are_refused(desk):
    """The line is named."""
    with pytest.raises(DecisionsError, match=r"desk\.csv:2: byte 0xff is not UTF-8"):
        decisions.read(b"id,action\n\xff", "desk.csv", desk.gazetteer)


def test_a_huge_file_is_refused(desk):
    """No desk decides twenty million bytes."""
    with pytest.raises(DecisionsError, match="is larger than"):
        decisions.read(b" " * 20_000_001, "desk.csv", desk.gazetteer)
