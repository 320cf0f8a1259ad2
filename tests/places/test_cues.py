"""Unknown names that motions, distances, possessives and kind words tell to be places."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Troops pulled out of Zell.", ["Zell"], id="out of"),
        pytest.param("Two units drove on Saturday from Zell.", ["Zell"], id="from, words between"),
        pytest.param("She was taken to Zell, he said.", ["Zell"], id="taken to"),
        pytest.param("They flew from Zell to Marr on Monday.", ["Zell", "Marr"], id="from and to"),
        pytest.param("The road from Zell to Marr is shut.", ["Zell", "Marr"], id="road"),
        pytest.param("They came from Lisk to Marr.", ["Lisk", "Marr"], id="from a known place"),
        pytest.param("The mast at Zell, about 20 km north of it", ["Zell"], id="distance"),
        pytest.param("Guns fired in the hills. Zell, 4.5 km away, shook.", ["Zell"], id="away"),
        pytest.param("Zell's hospital took in two men.", ["Zell"], id="hospital"),
        pytest.param("Shops on Zell's eastern outskirts burned.", ["Zell"], id="outskirts"),
        pytest.param("Shots rang out on the Zell axis.", ["Zell"], id="axis"),
        pytest.param("He fell in the Zell sector.", ["Zell"], id="sector"),
        pytest.param("the Zell department is poor", ["Zell"], id="department"),
        pytest.param("the Zell border crossing was shut", ["Zell"], id="crossing"),
        pytest.param("the Zell Corridor is long", ["Zell Corridor"], id="corridor"),
        pytest.param("along the Zell Line", ["Zell Line"], id="line"),
        pytest.param("along the Line of Control", ["Line of Control"], id="line of its own"),
        pytest.param("in the Gulf of Zell", ["Gulf of Zell"], id="gulf"),
        pytest.param("on the Indian Ocean", ["Indian Ocean"], id="ocean of a nation"),
        pytest.param("fighting in eastern Zell", ["Zell"], id="a part of a place"),
        pytest.param("near Porto da Zell", ["Porto da Zell"], id="small word inside"),
        pytest.param("He entered Deir al-Zell.", ["Deir al-Zell"], id="article inside"),
        pytest.param("They left Zell for Marr.", ["Zell", "Marr"], id="left for"),
        pytest.param("Fighting raged at Zell on Monday.", ["Zell"], id="at"),
        pytest.param("Two men fell as Zell was shelled.", ["Zell"], id="shelled"),
        pytest.param("the Zell-based band", ["Zell"], id="based"),
        pytest.param("near Zell village and Marr.", ["Zell", "Marr"], id="list past a kind word"),
        pytest.param(
            "the Military Demarcation Line", ["Military Demarcation Line"], id="long line"
        ),
        pytest.param("the Bab al-Zell Strait", ["Bab al-Zell Strait"], id="article, then a kind"),
        pytest.param("in the Gulf of Arland", ["Gulf of Arland"], id="gulf of a state"),
        pytest.param("The rebels hold Zell, Marr and Gond.", ["Zell", "Marr", "Gond"], id="hold"),
    ],
)
def test_words_around_an_unknown_name_tell_a_place(find, text, expected):
    """No pack has it, and yet it is ground."""
    found = [m.passage.text for m in find(text)]

    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A letter was handed from Ada Noor to the court.", id="persons"),
        pytest.param("Noor's letter came on Monday.", id="a person's letter"),
        pytest.param("the Health Department said so", id="department of a government"),
        pytest.param("the front line moved", id="front line"),
        pytest.param("Two Men Driven to Despair From Fear", id="headline"),
        pytest.param("in the Second Army Region", id="army region"),
        pytest.param("they moved to the north", id="direction"),
        pytest.param("in May and in June", id="months"),
        pytest.param("an Omenite village burned", id="people's village"),
        pytest.param("an analyst at Zell said", id="analyst"),
        pytest.param("they fired at Noor", id="target"),
        pytest.param("she left Noor alone", id="left a person"),
    ],
)
def test_other_words_tell_no_place(find, text):
    """Persons, bodies and directions are none."""
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        pytest.param("ZELL, May 3 (NWS) - Two men", 19, ["ZELL"], id="date and wire"),
        pytest.param("ZELL, Arland (Lisk Wire) -- Two men", 26, ["ZELL", "Arland"], id="country"),
        pytest.param("Port Zell (NWS) - Two men", 17, ["Port Zell"], id="two words"),
        pytest.param("May 3, NWS - Two men", 12, [], id="no town"),
    ],
)
def test_a_dateline_begins_with_a_place(find, text, length, expected):
    """Its town counts, also where no pack has it; its wire does not."""
    found = [m.passage.text for m in find(text, dateline=length)]

    assert found == expected


def test_a_town_of_a_dateline_is_found_again_in_the_text(find):
    """Capitals there, a plain name below."""
    found = find("ZELL (NWS) - A mast fell.\nPeople of Zell ran.", dateline=11)

    assert [m.passage.text for m in found] == ["ZELL", "Zell"]


@pytest.mark.parametrize("opening", ["Two herders fled", "Several men fell", "Herders fled"])
def test_the_dash_of_a_dateline_joins_no_list(find, opening):
    """What stands behind it begins the report, whatever its capital."""
    found = find(f"ZELL, Arland – {opening} near Lisk.", dateline=14)

    assert [m.passage.text for m in found] == ["ZELL", "Arland", "Lisk"]


@pytest.mark.parametrize("name", ["Русский", "Հայերեն", "Ελληνικά", "العربية"])
def test_a_language_of_the_page_is_no_place(find, name):
    """In a text of Latin script a word of another one names itself."""
    assert find(f"This text is available in {name} and English.") == ()


def test_a_latin_name_may_have_any_accent(find):
    """Vietnamese letters are Latin ones."""
    assert [m.passage.text for m in find("Shots fell near Ắng on Monday.")] == ["Ắng"]


def test_a_wire_in_brackets_is_no_second_name(told):
    """What a dash follows says who reports."""
    assert told("Lisk (Zell Press) - Two men") == [("Lisk", "lisk")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("heard on Radio Lisk", id="radio"),
        pytest.param("the Lisk Doctors Network said", id="network"),
        pytest.param("the Arland Standard said", id="paper"),
        pytest.param("the Lisk Liberation Front said", id="armed group"),
        pytest.param("at Porto da Lisk's gates", id="end of a longer name"),
        pytest.param("jets struck Porta al-Lisk on Monday", id="behind an article"),
    ],
)
def test_a_known_name_inside_another_is_no_place(told, text):
    """Bodies, papers and longer names hold names of places."""
    assert not {"lisk", "arland"} & {key for _, key in told(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Arland's army", [("Arland", "arland")], id="genitive"),
        pytest.param("Arland’s army", [("Arland", "arland")], id="curly genitive"),
        pytest.param("Arland-held ground", [("Arland", "arland")], id="held"),
        pytest.param("Arland-backed men", [("Arland", "arland")], id="backed"),
        pytest.param("a pro-Arland band", [("Arland", "arland")], id="pro"),
        pytest.param("an anti-Borland post", [("Borland", "borland")], id="anti"),
        pytest.param("jets struck al-Lisk", [("Lisk", "lisk")], id="with an article"),
        pytest.param("Near al-Lisk men fell", [("Lisk", "lisk")], id="article behind a start"),
        pytest.param("the Zell anti-Lisk band", [("Lisk", "lisk")], id="against a town"),
        pytest.param("non-Arland troops", [("Arland", "arland")], id="non"),
        pytest.param("the Arland-led mission", [("Arland", "arland")], id="led"),
        pytest.param(
            "Arland-Borland talks", [("Arland", "arland"), ("Borland", "borland")], id="pair"
        ),
        pytest.param(
            "the Arland-Borland border", [("Arland-Borland border", "border")], id="border"
        ),
        pytest.param(
            "the Borland-Arland frontier", [("Borland-Arland frontier", "border")], id="turned"
        ),
        pytest.param(
            "the Arland–Borland border", [("Arland–Borland border", "border")], id="long dash"
        ),
        pytest.param(
            "the Arlandic-Borlandic border", [("Arlandic-Borlandic border", "border")], id="nations"
        ),
        pytest.param("Lisk's mayor", [("Lisk", "lisk")], id="town"),
        pytest.param("Lisk-based men", [("Lisk", "lisk")], id="based"),
        pytest.param("Lisks' walls", [], id="no plural of a town"),
        pytest.param("the Arlanders' post", [], id="people"),
        pytest.param("Arlandish songs", [], id="longer word"),
    ],
)
def test_genitives_and_compounds_hold_the_bare_name(told, text, expected):
    """The name is what stands in the pack, without what is hung on it."""
    assert told(text) == expected
