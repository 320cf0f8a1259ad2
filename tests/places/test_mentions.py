"""Which spans name a place, and which do not."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Shots were heard in Lisk.", [("Lisk", "lisk")], id="town"),
        pytest.param("Shots hit Upper Lisk.", [("Upper Lisk", "upper-lisk")], id="longest name"),
        pytest.param("He left Senn Province.", [("Senn Province", "senn")], id="capital kind word"),
        pytest.param("He left Senn province.", [("Senn", "senn")], id="lower-case kind word"),
        pytest.param("He left Senn Region.", [("Senn Region", "senn")], id="another kind word"),
        pytest.param("He left Lake Kell.", [("Lake Kell", "kell-lake")], id="lake"),
        pytest.param("He left lake Kell.", [("lake Kell", "kell-lake")], id="lake, lower case"),
        pytest.param("the Nore Pass is open", [("Nore Pass", "nore-pass")], id="pass"),
        pytest.param("the Nore gold mine shut", [("Nore", "nore-mine")], id="kind of two words"),
        pytest.param("the Nore pass is open", [("Nore", "nore-pass")], id="pass, lower case"),
        pytest.param(
            "trucks on the Lisk-Omen road", [("Lisk-Omen road", "lisk-omen-road")], id="road"
        ),
        pytest.param(
            "trucks on the Omen-Lisk road", [("Omen-Lisk road", "lisk-omen-road")], id="road back"
        ),
        pytest.param(
            "trucks on the Omen–Lisk highway",
            [("Omen–Lisk highway", "lisk-omen-road")],
            id="road with another word",
        ),
        pytest.param(
            "trucks in the Kell corridor", [("Kell corridor", "kell-corridor")], id="corridor"
        ),
        pytest.param(
            "the Zell (Kell) corridor",
            [("Zell (Kell) corridor", "kell-corridor")],
            id="corridor of two names",
        ),
        pytest.param("on Lisk’s outskirts", [("Lisk", "lisk")], id="possessive"),
        pytest.param("an A.L. drone", [("A.L.", "arland")], id="abbreviation of a state"),
        pytest.param(
            "the Republic of Arland", [("Republic of Arland", "arland")], id="full name"
        ),
        pytest.param(
            "Upper Lisk (Omen) was hit", [("Upper Lisk", "upper-lisk"), ("Omen", "omen")],
            id="name in brackets",
        ),
        pytest.param(
            "between Lisk and Omen", [("Lisk", "lisk"), ("Omen", "omen")], id="two towns"
        ),
        pytest.param("in Eastern Arland", [("Eastern Arland", "arland")], id="part of a state"),
        pytest.param("on East Arland soil", [("East Arland", None)], id="another place"),
        pytest.param(
            "at the Arland-Borland border", [("Arland-Borland border", "border")], id="border"
        ),
        pytest.param(
            "at the Arlandic-Borlandic state border",
            [("Arlandic-Borlandic state border", "border")],
            id="border by adjectives",
        ),
        pytest.param(
            "the border between Arland and Borland",
            [("Arland", "arland"), ("Borland", "borland")],
            id="described border",
        ),
        pytest.param(
            "the Arland Defence Ministry", [("Arland", "arland")], id="state in a ministry's name"
        ),
        pytest.param(
            "the Defence Ministry of Arland", [("Arland", "arland")], id="state behind a ministry"
        ),
        pytest.param(
            "Clashes Near Lisk Leave Many Dead", [("Lisk", "lisk")], id="headline"
        ),
        pytest.param("LISK, May 3 - Two men", [("LISK", "lisk")], id="capitals"),
        pytest.param("shots in Tiran", [("Tiran", "tiran")], id="person's name in a place"),
        pytest.param("calm on the Arland Border", [("Arland", "arland")], id="one side's border"),
        pytest.param("Lisk Road Cut by Heavy Fire", [("Lisk", "lisk")], id="road in a headline"),
        pytest.param("in Lisk City Hall", [("Lisk", "lisk")], id="hall of a town"),
        pytest.param(
            "the Arland State Department", [("Arland", "arland")], id="department of a state"
        ),
        pytest.param(
            "the Senn Province Governor", [("Senn Province", "senn")], id="title behind a province"
        ),
        pytest.param("in Turkish village", [("Turkish", "turkish")], id="a nation's adjective"),
    ],
)  # fmt: skip
def test_a_span_is_the_longest_name(told, text, expected):
    """Capitalised generic words belong to the name, lower-case ones mostly do not."""
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the Lisk Group met", id="group"),
        pytest.param("the Lisk State University", id="university"),
        pytest.param("a Kell Treaty member", id="treaty"),
        pytest.param("he told Lisk Times", id="outlet of a party"),
        pytest.param("he told the Omen Post", id="paper"),
        pytest.param("the Lisk Command said", id="office of a party"),
        pytest.param("when Sevan Omen spoke", id="person of a party"),
        pytest.param("he met Ada Sevan", id="family name"),
        pytest.param("he met Sevan Noorian", id="given name"),
        pytest.param("the driver, Col. Omen", id="name behind a title"),
        pytest.param("the minister told President Omen", id="name behind an office"),
        pytest.param("Arlandic troops fired", id="adjective"),
        pytest.param("two Arlanders fled", id="demonym"),
        pytest.param("a Turkish drone", id="a nation's adjective"),
        pytest.param("a bad omen", id="common word"),
        pytest.param("the border between two states", id="border without names"),
        pytest.param("a pro-Zell road block", id="no road"),
        pytest.param("the (old) road was cut", id="brackets before a road"),
        pytest.param("the north-south border", id="border of directions"),
        pytest.param("the Zell-Marr border", id="border of no states"),
        pytest.param("Tiran said so", id="family name of a party's person"),
        pytest.param("he read the Kell News", id="paper that no party has"),
    ],
)
def test_other_names_are_no_places(told, text):
    """Bodies, papers, persons, adjectives and common words are not places."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("the village of Zell", [("Zell", None)], id="village of"),
        pytest.param("near the village of Upper Zell,", [("Upper Zell", None)], id="two words"),
        pytest.param("the town of Zell's mayor", [("Zell", None)], id="possessive"),
        pytest.param("near Zell village", [("Zell", None)], id="name before the kind word"),
        pytest.param("shelled near Zell on Monday", [("Zell", None)], id="near"),
        pytest.param("north of Zell", [("Zell", None)], id="direction"),
        pytest.param("30 km from Zell", [("Zell", None)], id="distance"),
        pytest.param("near Zell al-Marr,", [("Zell al-Marr", None)], id="small article"),
        pytest.param("Jets struck Zell and Marr", [("Zell", None), ("Marr", None)], id="struck"),
        pytest.param("on Mount Zell", [("Mount Zell", None)], id="mount"),
        pytest.param("in Zell Province", [("Zell Province", None)], id="province"),
        pytest.param("They left Zell State.", [("Zell State", None)], id="state"),
        pytest.param("in Zell Valley", [("Zell Valley", None)], id="valley"),
        pytest.param("fighting in Zell", [("Zell", None)], id="in"),
        pytest.param("In Zell, men fled", [("Zell", None)], id="in, at the start"),
        pytest.param("in Zell's Marr quarter", [("Zell", None)], id="possessive in between"),
        pytest.param("they shelled Zell and Marr", [("Zell", None), ("Marr", None)], id="pair"),
        pytest.param(
            "the villages of Zell, Omen and Marr",
            [("Zell", None), ("Omen", "omen"), ("Marr", None)],
            id="list behind the kind word",
        ),
        pytest.param(
            "in Zell and Marr villages", [("Zell", None), ("Marr", None)],
            id="list before the kind word",
        ),
        pytest.param(
            "they took Lisk, Zell and Omen",
            [("Lisk", "lisk"), ("Zell", None), ("Omen", "omen")],
            id="list with known places",
        ),
        pytest.param("on the Lisk-Zell road", [("Lisk-Zell road", None)], id="road to a place"),
        pytest.param(
            "on Lisk-Zell and Zell-Marr roads",
            [("Lisk-Zell", None), ("Zell-Marr", None)],
            id="roads",
        ),
        pytest.param(
            "on Lisk-Zell, Zell-Marr roads",
            [("Lisk-Zell", None), ("Zell-Marr", None)],
            id="roads parted by a comma",
        ),
        pytest.param(
            "the Zell (Marr) corridor", [("Zell (Marr) corridor", None)], id="corridor"
        ),
        pytest.param(
            "at the Ukrainian-Polish border", [("Ukrainian-Polish border", None)], id="border"
        ),
        pytest.param("the Lisk Pass is closed", [("Lisk Pass", None)], id="no pass of a town"),
        pytest.param("a fire at Lisk Airport", [("Lisk Airport", None)], id="no airport"),
    ],
)  # fmt: skip
def test_a_name_that_no_pack_has_is_an_unknown_place(told, text, expected):
    """The words beside it say that it is a place; which one is never guessed."""
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the village of the dead", id="no capital"),
        pytest.param("the Borlandic village", id="adjective of a party"),
        pytest.param("a Ukrainian town", id="adjective of a nation"),
        pytest.param("Many villages were hit", id="start of a sentence"),
        pytest.param("near Monday's line", id="weekday"),
        pytest.param("he spoke in Parliament", id="parliament"),
        pytest.param("he wrote in Hindi", id="language"),
        pytest.param("in President Noor's office", id="title"),
        pytest.param("in Article 2", id="article"),
        pytest.param("near NWT lines", id="abbreviation"),
        pytest.param("Jets struck Noor hard", id="struck, but one name"),
        pytest.param("Three Soldiers Die in Heavy Fighting", id="headline"),
        pytest.param("in the Zell Council", id="council"),
        pytest.param("Omen-far, he said", id="not a member of a list"),
        pytest.param("the City Council met", id="body"),
        pytest.param("he left Lisk, Ada Noor said", id="apposed speaker"),
    ],
)
def test_other_capitals_are_no_unknown_places(find, text):
    """A capital letter alone makes no place."""
    assert [m.passage.text for m in find(text) if m.place_id is None] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "near Lisk (Zell Maior)", [("Lisk", "lisk"), ("Zell Maior", "lisk")], id="new name"
        ),
        pytest.param(
            "the village of Zell (Upper Lisk)",
            [("Zell", "upper-lisk"), ("Upper Lisk", "upper-lisk")],
            id="known name",
        ),
        pytest.param(
            "the village of Zell (Marr)", [("Zell", None), ("Marr", None)], id="two new names"
        ),
        pytest.param("Lisk (NWS) - Two men", [("Lisk", "lisk")], id="wire"),
        pytest.param("Lisk (Zell said so)", [("Lisk", "lisk")], id="other words"),
        pytest.param("Arland (Zell)", [("Arland", "arland")], id="state"),
    ],
)
def test_a_name_in_brackets_is_a_second_name(told, text, expected):
    """Two names of one place are one place twice."""
    assert told(text) == expected


def test_an_unknown_place_says_why(find):
    """The reason names the kind and the words."""
    (mention,) = find("the village of Zell")

    assert mention.reason == "no pack has a village 'Zell'"
    assert mention.candidates == ()
    assert mention.score == 0.0


def test_a_road_that_no_pack_has_names_its_ends(find):
    """Neither end stands for the road."""
    (mention,) = find("on the Lisk-Kell road")

    assert mention.place_id is None
    assert mention.reason == "no pack has a way between Lisk and Kell"
