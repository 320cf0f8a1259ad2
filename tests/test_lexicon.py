"""The words of a language, read and checked."""

from __future__ import annotations

import pytest

from geoincidents import lexicon, resources
from geoincidents.errors import LexiconError


def test_every_form_becomes_a_term():
    """A form knows its category and its key."""
    made = lexicon.make({"sounds": {"words": {"noise": {"loud": ["bang", "big bang"]}}}})

    assert [(t.category, t.key, t.form) for t in made.terms] == [
        ("noise", "loud", "bang"),
        ("noise", "loud", "big bang"),
    ]


def test_tables_beside_words_are_left_to_their_reader():
    """What is not under `words` is no term, and is there as TOML gave it."""
    made = lexicon.make({"sounds": {"limits": {"most": 3}}})

    assert made.terms == ()
    assert made.section("sounds") == {"limits": {"most": 3}}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["bang"], r"words is \['bang'\], tables", id="words is no table"),
        pytest.param({"noise": 3}, r"words\.noise is 3", id="category is no table"),
        pytest.param({"noise": {"loud": "bang"}}, r"words\.noise\.loud is 'bang'", id="no list"),
        pytest.param({"noise": {"loud": [3]}}, r"words\.noise\.loud is \[3\]", id="no text"),
        pytest.param({"noise": {"loud": []}}, r"words\.noise\.loud holds no form", id="empty list"),
        pytest.param({"noise": {"loud": [" bang"]}}, r"' bang' has spaces", id="space around"),
        pytest.param({"noise": {"loud": [""]}}, r"'' has spaces around it or is", id="empty form"),
    ],
)
def test_a_faulty_table_is_refused(words, told):
    """The error names the entry and what would be right."""
    with pytest.raises(LexiconError, match=told):
        lexicon.make({"sounds": {"words": words}})


def test_a_category_belongs_to_one_file():
    """Two readers that share a category by accident would see each other's words."""
    one, two = ({"words": {"noise": {k: [k]}}} for k in ("bang", "hiss"))

    with pytest.raises(LexiconError, match=r"b\.toml: words\.noise is already in a\.toml"):
        lexicon.make({"a": one, "b": two})


def test_all_faults_are_told_at_once():
    """Nobody mends a file fault by fault."""
    with pytest.raises(LexiconError) as caught:
        lexicon.make({"sounds": {"words": {"noise": {"loud": [], "soft": 3}}}})

    assert len(caught.value.faults) == 2


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return an empty lexicon folder that `load` reads."""
    monkeypatch.setattr(resources, "lexicon_folder", lambda _language: tmp_path)
    return tmp_path


def test_a_fault_of_a_file_has_its_line(folder):
    """File and line come first, as a compiler tells them."""
    (folder / "sounds.toml").write_text('[words.noise]\nsoft = ["hiss"]\nloud = [""]\n')

    with pytest.raises(LexiconError, match=r"sounds\.toml:3: words\.noise\.loud"):
        lexicon.load()


def test_a_fault_of_a_table_has_the_tables_line(folder):
    """Where no key is at fault, the table is named."""
    (folder / "sounds.toml").write_text("# words\n[words]\nnoise = 3\n")

    with pytest.raises(LexiconError, match=r"sounds\.toml:1: words\.noise is 3"):
        lexicon.load()


def test_a_file_that_is_no_toml_has_its_line(folder):
    """The place of a slip in the syntax is told too."""
    (folder / "sounds.toml").write_text("[words.noise]\nloud = [\n")

    with pytest.raises(LexiconError, match=r"sounds\.toml:\d+: not TOML"):
        lexicon.load()


@pytest.mark.usefixtures("folder")
def test_a_language_without_words_is_refused():
    """An empty lexicon would find nothing and say nothing."""
    with pytest.raises(LexiconError, match="no lexicon of language 'xx'"):
        lexicon.load("xx")


def test_the_english_words_that_ship_are_sound():
    """The lexicon of the package loads, with words for kinds of place."""
    english = lexicon.load("en")

    assert ("place_kind", "village", "village") in {
        (t.category, t.key, t.form) for t in english.terms
    }
