"""Events of long before the reports that recall them."""

from datetime import date

import pytest

from geoincidents import incidents
from geoincidents.model import DateBasis, DatePrecision


def is_background(desk, *whens, day=30):
    """Return whether the one incident that reports tell is background."""
    for i, when in enumerate(whens):
        desk.claim(desk.report(f"r{i}", day), when=when)
    (incident,) = incidents.merge(desk.readings(), desk.gazetteer)
    return incident.background


@pytest.mark.parametrize(
    ("month", "day", "expected"),
    [
        pytest.param(3, 30, True, id="61 days before"),
        pytest.param(3, 31, False, id="60 days before"),
        pytest.param(5, 12, False, id="this month"),
    ],
)
def test_an_event_of_more_than_sixty_days_before_is_background(desk, month, day, expected):
    """The publication on 30 May decides."""
    assert is_background(desk, desk.on(day, month=month)) is expected


def test_an_undated_event_is_no_background(desk):
    """Without a date nothing says that it is old."""
    assert not is_background(desk, desk.undated())


def test_without_a_date_of_publication_nothing_is_background(desk):
    """How long ago it was cannot be told."""
    assert not is_background(desk, desk.on(3, month=1), day=None)


def test_last_year_is_background_even_in_january(desk):
    """A relative year that is over is recalled, however near its end."""
    last_year = desk.on(1, 2, month=5, prec=DatePrecision.LONGER, basis=DateBasis.RELATIVE)

    assert is_background(desk, last_year)


def test_one_report_of_the_days_makes_it_no_background(desk):
    """What a later report recalls was news in an earlier one."""
    desk.claim(desk.report("early", 14))
    from_later = desk.report("late", date(2022, 5, 1))
    desk.claim(from_later)

    (incident,) = incidents.merge(desk.readings(), desk.gazetteer)

    assert not incident.background
