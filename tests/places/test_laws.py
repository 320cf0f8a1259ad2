"""Laws of finding places, on texts put together at random."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from geoincidents import places, vocabulary
from geoincidents.geography import Gazetteer
from geoincidents.text import masked

_PIECES = st.sampled_from(
    ["Lisk", "Upper Lisk", "Omen", "Dray", "Senn", "Kell", "Arland", "Borland", "Arla", "Zell",
     "Sevan", "Ada", "Arlandic", "Lisk-Omen", "road", "roads", "corridor", "Province", "province",
     "lake", "Lake", "Mount", "the village of", "the villages of", "villages", "district", "Group",
     "President", "in", "near", "from", "to", "and", "as well as", ",", ".", "(", ")", "-", "–",
     "'s", "’s", "border", "East", "Eastern", "said", "\n", "\n\n", "Žell", "e\u0301", "2"]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=25).map(" ".join) | st.lists(_PIECES, max_size=12).map("".join)


@settings(deadline=None)  # a busy machine is no fault
@given(_TEXTS)
def test_every_span_points_at_its_own_words(world, text):
    """Slicing a text by a mention's span gives the mention back."""
    for mention in world.find(text):
        assert text[slice(*mention.span)] == mention.passage.text
        assert mention.passage.text.strip() == mention.passage.text != ""


@settings(deadline=None)  # a busy machine is no fault
@given(_TEXTS)
def test_mentions_are_in_order_and_apart(world, text):
    """No two mentions share a character."""
    for first, second in pairwise(world.find(text)):
        assert first.span[1] <= second.span[0]


@settings(deadline=None)  # a busy machine is no fault
@given(_TEXTS)
def test_a_place_is_chosen_from_its_candidates_or_there_is_a_reason(world, text):
    """A mention has its best candidate, or says why it has no place."""
    for mention in world.find(text):
        scores = [c.score for c in mention.candidates]

        assert scores == sorted(scores, reverse=True)
        assert len(scores) <= 5
        if mention.place_id is None:
            assert mention.reason
        else:
            assert mention.place_id == mention.candidates[0].place_id


@settings(deadline=None)  # a busy machine is no fault
@given(_TEXTS)
def test_finding_again_finds_the_same(world, text):
    """Nothing is kept from one run to the next."""
    assert world.find(text) == world.find(text)


@settings(max_examples=10, deadline=None)
@given(_TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_pack_changes_nothing(world, text, random):
    """Rows of a pack may be sorted in any way."""
    rows = list(world.gazetteer.places.items())
    random.shuffle(rows)
    shuffled = Gazetteer(packs=(), places=dict(rows), parties=world.gazetteer.parties)
    report = world.report(text)
    hits = vocabulary.compile_(shuffled, world.lexicon).scan(masked(report))

    assert places.find(report, hits, shuffled, world.lexicon) == world.find(text)


def test_another_gazetteer_is_not_read_with_what_the_last_one_held(world):
    """A road of one pack is unknown to a pack without it."""
    bare = Gazetteer(
        packs=(),
        places={k: p for k, p in world.gazetteer.places.items() if p.kind != "road"},
        parties=world.gazetteer.parties,
    )
    report = world.report("on the Omen-Lisk road")
    hits = vocabulary.compile_(bare, world.lexicon).scan(masked(report))

    (known,) = world.find(report.text)
    (unknown,) = places.find(report, hits, bare, world.lexicon)

    assert (known.place_id, unknown.place_id) == ("lisk-omen-road", None)


def test_a_text_full_of_names_takes_linear_time(world):
    """Ten times the names take about ten times the time, in lists, roads and plain text."""

    def seconds(count):
        text = "Lisk, Zell and Omen on the Lisk-Omen road near Upper Lisk villages, " * count
        start = time.process_time()
        world.find(text)
        return time.process_time() - start

    seconds(20)

    assert min(seconds(200) for _ in range(2)) / min(seconds(20) for _ in range(2)) < 30.0


def test_a_wide_gap_behind_a_name_takes_linear_time(world):
    """Masked words leave blanks; no rule tries them in all their parts."""

    def seconds(count):
        start = time.process_time()
        world.find("Lisk" + " " * count + "Omen")
        return time.process_time() - start

    seconds(20)

    assert seconds(400_000) < 2.0


def test_one_endless_list_takes_linear_time(world):
    """A list is walked once, however long it is."""

    def seconds(count):
        start = time.process_time()
        world.find("Lisk, Zell, Omen, " * count)
        return time.process_time() - start

    seconds(20)

    assert min(seconds(400) for _ in range(2)) / min(seconds(40) for _ in range(2)) < 30.0
