"""The lexicon's words beside the names of places."""

from __future__ import annotations

import pytest

from geoincidents import lexicon
from geoincidents.errors import LexiconError
from geoincidents.geography import PlaceKind
from geoincidents.places.wording import Wording


def test_a_lexicon_without_places_has_no_words():
    """Another language may be read before its words for places are written."""
    words = Wording.of(lexicon.make({}))

    assert words.class_of == {}
    assert words.locatives == frozenset()


def test_a_class_of_kind_words_fits_kinds_of_places():
    """The best kind comes first."""
    words = Wording.of(lexicon.make({"places": {"fits": {"town": ["town", "village"]}}}))

    assert words.fits == {"town": (PlaceKind.TOWN, PlaceKind.VILLAGE)}


def test_all_faults_are_told_at_once():
    """Each says what is wrong and what would be right."""
    faulty = {"places": {"fits": {"town": ["burgh"]}, "names": {"titles": "mayor"}}}

    with pytest.raises(LexiconError) as caught:
        Wording.of(lexicon.make(faulty))

    assert len(caught.value.faults) == 2
    assert "names.titles is 'mayor'" in str(caught.value)
    assert "fits.town holds ['burgh']" in str(caught.value)


def test_every_class_of_the_english_kind_words_fits_something(english):
    """A kind word that fits no kind of place could not steer."""
    words = Wording.of(english)

    assert set(words.class_of.values()) <= set(words.fits)


def test_two_lexicons_are_told_apart():
    """What was read of one lexicon is not given for another."""
    one, other = (
        lexicon.make({"places": {"names": {"titles": [title]}}}) for title in ("mayor", "reeve")
    )

    titles = [Wording.of(made).titles for made in (one, other, one)]

    assert titles == [{"mayor"}, {"reeve"}, {"mayor"}]
