"""One automaton over places, parties and words: what is found, and where it stands."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geoincidents import lexicon, vocabulary
from geoincidents.geography import Gazetteer, Name, Party, PartyKind, Person, Place, PlaceKind
from geoincidents.model import Position
from geoincidents.vocabulary import HitKind


def _place(id_, name, *names):
    return Place(
        id=id_,
        name=name,
        kind=PlaceKind.VILLAGE,
        country="AA",
        admin=(),
        position=Position(10.0, 50.0),
        size_m=1000.0,
        source="invented",
        licence="CC0-1.0",
        checked="yes",
        names=tuple(Name(text=t, language="en", script="Latn") for t in names),
    )


PLACES = (
    _place("lisk", "Lisk", "Λισκ"),
    _place("upper-lisk", "Upper Lisk"),
    _place("lake-omen", "Lake Omen"),
    _place("omen", "Omen"),
    _place("omen-2", "Omen"),
    _place("zoran", "Žoran", "K'ashen", "Երևան"),
    _place("dray", "Dray-Senn"),
    _place("ban", "Bân"),
    _place("ur", "UR"),
)
PARTIES = (
    Party(
        id="arland",
        name="Arland",
        kind=PartyKind.STATE,
        country="AA",
        names=("U.A.", "UA", "United Arland"),
        demonyms=("Arlander", "Arlanders"),
        adjectives=("Arlandic",),
        capitals=("Omen",),
        offices=("Defence Ministry", "MoD", "Chancery"),
        organs=("Peace Defender",),
        people=(Person(names=("Ada Noor", "Noor"), office="president"),),
        media=("Lisk Times",),
    ),
)
WORDS = {
    "acts": {
        "words": {
            "verb": {"attack": ["attack", "attacked"], "move": ["move up", "move"]},
            "phrase": {"move_up": ["move up"], "up": ["up"]},
            "month": {"5": ["May"]},
            "place_kind": {"lake": ["lake"], "village": ["village"]},
        }
    }
}
WORLD = Gazetteer(packs=(), places={p.id: p for p in PLACES}, parties={p.id: p for p in PARTIES})
TINY = vocabulary.compile_(WORLD, lexicon.make(WORDS))


def found(text, kind=HitKind.PLACE):
    """Return the words and keys of the hits of a kind."""
    return [(text[slice(*h.span)], h.keys) for h in TINY.scan(text) if h.kind is kind]


@pytest.mark.parametrize(
    ("text", "surface", "keys"),
    [
        pytest.param("They left Lisk.", "Lisk", ("lisk",), id="plain"),
        pytest.param("LISK, May 3", "LISK", ("lisk",), id="all capitals"),
        pytest.param("in Lisk's south", "Lisk", ("lisk",), id="possessive"),
        pytest.param("in Lisk’s south", "Lisk", ("lisk",), id="curly possessive"),
        pytest.param("a Lisk-led bloc", "Lisk", ("lisk",), id="hyphen behind"),
        pytest.param("a non-Lisk road", "Lisk", ("lisk",), id="hyphen before"),
        pytest.param("(Lisk)", "Lisk", ("lisk",), id="brackets"),
        pytest.param("to Upper Lisk now", "Upper Lisk", ("upper-lisk",), id="longest wins"),
        pytest.param("to Upper-Lisk now", "Upper-Lisk", ("upper-lisk",), id="hyphen for space"),
        pytest.param("near Dray Senn", "Dray Senn", ("dray",), id="space for hyphen"),
        pytest.param("near Dray–Senn", "Dray–Senn", ("dray",), id="en dash for hyphen"),
        pytest.param("to Upper\nLisk", "Upper\nLisk", ("upper-lisk",), id="wrapped line"),
        pytest.param("to Upper \n  Lisk", "Upper \n  Lisk", ("upper-lisk",), id="indented line"),
        pytest.param("to Upper  Lisk", "Upper  Lisk", ("upper-lisk",), id="two spaces"),
        pytest.param("to Upper\u00a0Lisk", "Upper\u00a0Lisk", ("upper-lisk",), id="hard space"),
        pytest.param("by Lake Omen", "Lake Omen", ("lake-omen",), id="kind word"),
        pytest.param("by lake Omen", "lake Omen", ("lake-omen",), id="kind word in lower case"),
        pytest.param("in Omen", "Omen", ("omen", "omen-2"), id="shared name"),
        pytest.param("in Zoran", "Zoran", ("zoran",), id="diacritic left out"),
        pytest.param("in Žoran", "Žoran", ("zoran",), id="diacritic"),
        pytest.param("in Z\u030coran", "Z\u030coran", ("zoran",), id="combining mark"),
        pytest.param("in Kashen", "Kashen", ("zoran",), id="apostrophe left out"),
        pytest.param("in K’ashen", "K’ashen", ("zoran",), id="curly apostrophe"),
        pytest.param("Երևան է", "Երևան", ("zoran",), id="ligature"),
        pytest.param("Երեւան է", "Երեւան", ("zoran",), id="ligature as two letters"),
        pytest.param("στη Λισκ", "Λισκ", ("lisk",), id="other script"),
        pytest.param("in UR", "UR", ("ur",), id="capitals as written"),
        pytest.param("to Lis\u00adk", "Lis\u00adk", ("lisk",), id="soft hyphen"),
    ],
)
def test_a_name_is_found_in_each_way_to_write_it(text, surface, keys):
    """Case, marks, hyphens and line breaks do not hide a name, and its span is exact."""
    assert found(text) == [(surface, keys)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("he made an omen", id="common word"),
        pytest.param("the upper lisk", id="lower case"),
        pytest.param("Liskov", id="longer word"),
        pytest.param("Obelisk", id="end of a word"),
        pytest.param("d'Omen", id="behind an apostrophe"),
        pytest.param("Upper\n\nomen", id="two paragraphs"),
        pytest.param("a ban on arms", id="common word with diacritic in the name"),
        pytest.param("Ur", id="abbreviation in other case"),
        pytest.param("Lisk2", id="digit behind"),
    ],
)
def test_other_words_are_no_names(text):
    """A name needs its capital and its own word boundaries."""
    assert found(text) == []


def test_names_do_not_cross_a_blank_line():
    """The end of a paragraph ends a name."""
    assert found("Upper\n\nLisk") == [("Lisk", ("lisk",))]


def test_names_do_not_cross_columns():
    """A wide gap parts columns of a table, or stands for masked words."""
    assert found("Upper" + " " * 50 + "Lisk") == [("Lisk", ("lisk",))]


@pytest.mark.parametrize(
    ("text", "surface", "category"),
    [
        pytest.param("Arland said", "Arland", "name", id="name"),
        pytest.param("the U.A. said", "U.A.", "name", id="name that ends in a full stop"),
        pytest.param("the U.A.'s army", "U.A.", "name", id="possessive behind a full stop"),
        pytest.param("two Arlanders", "Arlanders", "demonym", id="demonym"),
        pytest.param("Arlandic troops", "Arlandic", "adjective", id="adjective"),
        pytest.param("the MoD said", "MoD", "office", id="abbreviation of an office"),
        pytest.param("the defence ministry", "defence ministry", "office", id="office, any case"),
        pytest.param("Chancery sources", "Chancery", "office", id="office of one word"),
        pytest.param("the peace defender", "peace defender", "organ", id="organ, any case"),
        pytest.param("Ada Noor said", "Ada Noor", "person", id="longest person"),
        pytest.param("the Lisk Times", "Lisk Times", "outlet", id="outlet"),
    ],
)
def test_each_word_of_a_party_tells_what_it_is(text, surface, category):
    """The category of a hit is which of the party's words it is."""
    hits = [h for h in TINY.scan(text) if h.kind is HitKind.PARTY]

    assert [(text[slice(*h.span)], h.category, h.keys) for h in hits] == [
        (surface, category, ("arland",))
    ]


@pytest.mark.parametrize("text", ["ua", "mod", "the chancery", "Mod", "noor"])
def test_abbreviations_and_names_of_parties_need_their_case(text):
    """The word "mod" is no ministry."""
    assert found(text, HitKind.PARTY) == []


def test_a_word_may_be_place_and_party():
    """Overlapping hits of different kinds and categories are all kept."""
    hits = TINY.scan("Omen")

    assert {(h.kind, h.category) for h in hits} == {
        (HitKind.PLACE, "place"),
        (HitKind.PARTY, "capital"),
    }


def test_a_lower_case_word_of_the_lexicon_matches_any_case():
    """Headlines and sentence starts do not hide a verb."""
    assert found("ATTACKED Attack attack", HitKind.WORD) == [
        ("ATTACKED", ("attack",)),
        ("Attack", ("attack",)),
        ("attack", ("attack",)),
    ]


def test_a_capital_in_the_lexicon_asks_for_a_capital():
    """The month is no permission."""
    assert found("they may attack in May", HitKind.WORD)[1:] == [("May", ("5",))]


def test_the_longest_of_each_category_is_kept():
    """Two categories do not hide each other's words: "move up" and "move" are both there."""
    hits = [(h.category, h.keys, h.span) for h in TINY.scan("to move up")]

    assert hits == [("phrase", ("move_up",), (3, 10)), ("verb", ("move",), (3, 10))]


def test_hits_come_by_start_then_longest_first():
    """Readers may walk along the text."""
    spans = [h.span for h in TINY.scan("Ada Noor left Upper Lisk by Lake Omen in May")]

    assert spans == sorted(spans, key=lambda s: (s[0], -s[1]))


_PIECES = st.sampled_from(
    ["Lisk", "Upper", "Omen", "lake", "Ada", "Noor", "Arland", "attack", "May", "U.A.",
     "'s", "’", "-", "–", ". ", "\n", "\n\n", " ", "  ", "ž", "\u030c", "é", "ß",
     "İ", "ﬁ", "և", "x"]
)  # fmt: skip


@settings(deadline=None)  # a busy machine is no fault
@given(st.lists(_PIECES, max_size=30).map("".join))
def test_every_span_lies_in_the_text_and_starts_and_ends_with_its_name(text):
    """Folding and squeezing never move an offset."""
    for hit in TINY.scan(text):
        start, end = hit.span

        assert 0 <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()


@settings(deadline=None)  # a busy machine is no fault
@given(st.lists(_PIECES, max_size=20).map("".join), st.sampled_from(["\n\n", ".\n\n"]))
def test_a_paragraph_is_read_alike_wherever_it_stands(text, gap):
    """What stands in another paragraph changes no hit."""
    text = text.strip()
    shift = len("Lisk" + gap)

    alone = [(h.category, h.keys, h.span) for h in TINY.scan(text)]
    moved = [
        (h.category, h.keys, (h.span[0] - shift, h.span[1] - shift))
        for h in TINY.scan("Lisk" + gap + text)[1:]
    ]

    assert moved == alone


@settings(deadline=None)  # a busy machine is no fault
@given(st.lists(_PIECES, max_size=30).map("".join))
def test_composed_and_decomposed_text_tell_the_same(text):
    """Letters with loose marks are read as letters with marks."""
    one, other = (
        [(h.category, h.keys) for h in TINY.scan(unicodedata.normalize(form, text))]
        for form in ("NFC", "NFD")
    )

    assert one == other


@settings(deadline=None)  # a busy machine is no fault
@given(st.permutations(PLACES))
def test_the_order_of_the_pack_changes_nothing(places):
    """The same names give the same hits in the same order."""
    world = Gazetteer(packs=(), places={p.id: p for p in places}, parties=WORLD.parties)
    text = "Omen, Upper Lisk, Lake Omen, Žoran and Dray Senn"

    found = vocabulary.compile_(world, lexicon.make(WORDS)).scan(text)

    assert tuple(found) == tuple(TINY.scan(text))


def test_forms_that_fold_alike_make_one_hit():
    """A name that a pack writes twice is found once."""
    world = Gazetteer(packs=(), places={"a": _place("a", "Kapán", "Kapan", "KAPAN")}, parties={})

    hits = vocabulary.compile_(world, lexicon.make({})).scan("KAPAN and Kapan")

    assert [h.span for h in hits] == [(0, 5), (10, 15)]


def test_a_blank_form_is_left_out():
    """A pack's empty cell is found nowhere, not everywhere."""
    world = Gazetteer(packs=(), places={"a": _place("a", "Kapan", " ")}, parties={})

    assert len(vocabulary.compile_(world, lexicon.make({})).scan("in  Kapan  now")) == 1


def test_an_empty_world_finds_nothing():
    """A pack without names and a lexicon without words make no error."""
    nothing = vocabulary.compile_(Gazetteer(packs=(), places={}, parties={}), lexicon.make({}))

    assert tuple(nothing.scan("Lisk and Omen")) == ()


def _seconds(count):
    text = "Upper Lisk and Omen, " * count
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        TINY.scan(text)
        best = min(best, time.process_time() - start)
    return best


def test_a_text_full_of_names_takes_linear_time():
    """Ten times the names take about ten times the time, not a hundred times."""
    _seconds(100)

    assert _seconds(8000) / _seconds(800) < 30.0


def test_hits_of_names_are_those_among_all_hits():
    """Names are found without the other words, and the same ones."""
    hits = TINY.scan("Ada Noor attacked Lake Omen, a lake in Arland; U.A. moved up to Dray-Senn")

    named = [h for h in hits if h.kind is not HitKind.WORD or h.category == "place_kind"]
    assert list(hits.names) == named


def test_words_that_lead_to_a_name_are_no_hits():
    """They are told apart, with where they stand."""
    spans = {"unknown_after": ["near"], "unknown_weak": ["in"], "movers": ["moved"]}
    spans |= {"unknown_lists": ["took"], "passives": ["razed"]}
    words = lexicon.make({"places": {"spans": spans}})
    hits = vocabulary.compile_(WORLD, words).scan("Near Lisk, in Zell they moved, took, razed")

    assert hits.leads == ((0, 4), (11, 13))
    assert hits.moves == ((24, 29),)
    assert hits.list_leads == ((31, 35),)
    assert hits.done == ((37, 42),)
    assert [h.kind for h in hits] == [HitKind.PLACE]


SIGNS = WORDS | {
    "events": {
        "words": {
            "force": {"force": ["soldiers", "company"]},
            "event_verb": {"shell": ["shelled"]},
        },
    },
    "signs": {"categories": ["force"], "verbs": ["shell"], "everyday": ["company"]},
}


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        pytest.param("Soldiers came", True, id="a word of the categories"),
        pytest.param("It was shelled", True, id="one of the verbs"),
        pytest.param("The company moved up", False, id="an everyday word"),
        pytest.param("Shellfish came", False, id="a part of another word"),
    ],
)
def test_a_word_of_force_is_a_sign(text, sign):
    """Words that other news is full of are none."""
    assert vocabulary.compile_(WORLD, lexicon.make(SIGNS)).scan(text).has_sign is sign


def test_without_a_list_of_signs_every_text_has_one():
    """A lexicon that tells of none keeps no text from being read."""
    assert TINY.scan("Bread is dear").has_sign
