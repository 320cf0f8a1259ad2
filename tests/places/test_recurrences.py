"""Unknown places that a report names again."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Men fled the town of Zell. Zell burned.", 2, id="bare name"),
        pytest.param("Men fled the town of Upper Zell. Upper Zell burned.", 2, id="two words"),
        pytest.param("ZELL, May 3. Shells hit the town of Zell.", 2, id="in capitals"),
        pytest.param("Shots near Zell. Then Zell's mayor fled.", 2, id="possessive"),
        pytest.param("Shots in Zell. Men fled in Zell. Zell burned.", 3, id="twice behind in"),
        pytest.param("Shots in Zell. Then Zell burned.", 1, id="once behind in"),
        pytest.param("Men fled the town of Zell. Zellers burned.", 1, id="longer word"),
        pytest.param("Men fled the town of Zell. He met Ada Zell.", 1, id="person"),
        pytest.param("Men fled the town of Zell. The Zell Council met.", 1, id="body"),
        pytest.param("Men fled on the Lisk-Zell road. Zell burned.", 1, id="end of a road"),
    ],
)
def test_a_name_that_was_told_to_be_a_place_is_one_again(find, text, count):
    """Once a kind word or two locatives said so, the bare name is a mention too."""
    mentions = find(text)

    assert len(mentions) == count
    assert {m.place_id for m in mentions} == {None}
