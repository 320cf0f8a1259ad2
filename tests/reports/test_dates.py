"""The date of publication: given, dateline, text, file name, unknown; never the machine's."""

from datetime import date

import pytest

from geoincidents.model import PublishedBasis

BODY = "The army of Lisk said that two soldiers were wounded near Dorn."


@pytest.mark.parametrize(
    ("text", "name", "published", "basis"),
    [
        ("Liskgrad/17.12.20/Lisknews: Two died.", "a.txt", date(2020, 12, 17), "dateline"),
        ("LISKGRAD, May 27. /TASS/. Two died.", "2021-05-28_a.txt", date(2021, 5, 27), "dateline"),
        ("LISKGRAD, May 27. /TASS/. Two died.", "a.txt", None, "unknown"),
        (f"Published: May 14, 2021, 10:23 GMT\n\n{BODY}", "a.txt", date(2021, 5, 14), "text"),
        (f"A quiet night\n\n14 May 2021\n\n{BODY}", "a.txt", date(2021, 5, 14), "text"),
        (BODY, "2021-05-14_lisk.txt", date(2021, 5, 14), "file"),
        (BODY, "lisk_20210514.txt", date(2021, 5, 14), "file"),
        (BODY, "lisk_20219914.txt", None, "unknown"),
        (BODY, "lisk.txt", None, "unknown"),
        (f"On May 12, 2021 it began.\n\n{BODY}", "a.txt", None, "unknown"),
    ],
)
def test_the_surest_source_of_a_date_wins(text, name, published, basis, read_one):
    """Where none is sure, there is none."""
    report = read_one(text, name)

    assert (report.published, report.published_basis) == (published, PublishedBasis(basis))


def test_a_given_date_wins_over_all(read_one):
    """The table beside the text is somebody's word."""
    report = read_one(
        "LISKGRAD, May 27, 2020 (AP) -- Two died.",
        "2021-05-28.txt",
        sources="file,published\n2021-05-28.txt,2021-05-29T10:00:00Z\n",
    )

    assert (report.published, report.published_basis) == (date(2021, 5, 29), PublishedBasis.GIVEN)
