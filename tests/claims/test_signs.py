"""Whether a report may tell of an event at all: words of force, and sides."""

import pytest

from geoincidents.claims import signs

BREAD = "Bread is dear in Lumen, and the council met again on Monday to speak about it. " * 15


@pytest.mark.parametrize(
    ("told", "events"),
    [
        pytest.param("Two men were killed in an attack on Lumen.", 0, id="nothing of force"),
        pytest.param(
            "Two men were killed by gunmen in an attack on Lumen.", 1, id="a word of force"
        ),
        pytest.param("Norland said two men were killed in an attack on Lumen.", 1, id="a side"),
    ],
)
def test_a_long_report_without_force_or_sides_tells_of_no_event(read, told, events):
    """News of other things uses the same verbs."""
    assert len(read(BREAD + told).claims) == events


def test_a_short_report_is_always_read(read):
    """In a few lines the want of such words says little."""
    told = "Two men were killed in an attack on Lumen."

    assert len(told) <= signs.SHORT < len(BREAD)
    assert len(read(told).claims) == 1
