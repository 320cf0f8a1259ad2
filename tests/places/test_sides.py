"""The table of neighbours spares looks; it decides nothing that the rules do not."""

import random

import pytest

from geoincidents import lexicon
from geoincidents.places.sides import GROUND, KIND, LIST, NAME, ODD, SENSE, WAY, Sides
from geoincidents.places.wording import Wording

MARKS = (" ", " ", " ", " ", " ", ", ", "-", "\n", "\n\n", ". ", " (", ") ", "'s ", "’s ", "; ")
OTHERS = ("and", "of", "the", "to", "from", "in", "said", "Zell", "Omen", "12", "al-Zell", "U.S.")
NAMES = ("Lisk", "Arland", "Borland", "Upper Lisk", "Omen", "Dray", "Kell", "Senn", "Georg", "Zell")
LISTS = ("Lisk, Omen and Zell", "Zell, Orm and Kell", "Zell or Omen", "from Lisk to Zell")
TEXTS = 300
CAPITALS = 0.2


@pytest.fixture(scope="module")
def sides():
    """Return the table of the English words."""
    return Sides.of(Wording.of(lexicon.load()))


@pytest.mark.parametrize(
    ("before", "bits"),
    [
        ("The green", 0),
        ("It ended.", 0),
        ("In the village", KIND),
        ("Lisk and", LIST),
        ("In the", LIST | SENSE),
        ("They saw the ruins of", 0),
        ("They saw the village of", KIND | SENSE),
        ("They saw the hamlet of", KIND | SENSE),
        ("They walked to", SENSE),
        ("The general", NAME),
        ("In southern", GROUND),
        ("They met in", GROUND),
        ("As Ada", NAME | KIND | SENSE),
        ("In Omen,", LIST | SENSE),
        ("A (former)", ODD),
    ],
)
def test_a_word_before_a_name_tells_which_rules_look(sides, before, bits):
    """Most words ask for none of the rules."""
    assert sides.before(f"{before} Lisk", len(before) + 1) == bits


@pytest.mark.parametrize(
    ("behind", "bits"),
    [
        (" woke up", 0),
        (" yesterday.", 0),
        (". Then", 0),
        ("\n\nThen", 0),
        (", Omen", LIST),
        (" to Omen", WAY),
        (" province is", KIND | LIST),
        (" Province is", NAME | KIND),
        ("'s army", 0),
        ("-based", ODD),
        (" (Omen)", ODD),
    ],
)
def test_a_word_behind_a_name_tells_which_rules_look(sides, behind, bits):
    """Marks and small words likewise."""
    text = f"Lisk{behind} "

    assert sides.behind(text, len("Lisk")) == bits


@pytest.mark.slow
def test_looking_everywhere_finds_the_same(world, monkeypatch):
    """A table that sends every rule everywhere changes no mention."""
    texts = _texts(random.Random(1))  # noqa: S311 - the same texts on each run
    quick = [world.find(text) for text in texts]

    monkeypatch.setattr(Sides, "before", lambda *_: ODD)
    monkeypatch.setattr(Sides, "behind", lambda *_: ODD)

    assert [world.find(text) for text in texts] == quick


def _texts(chance):
    """Return texts of names with words that rules ask for and marks beside them."""
    words = Wording.of(lexicon.load())
    kinds = (sorted(words.class_of), sorted(words.titles), sorted(words.particles))
    kinds += (sorted(words.locatives), sorted(words.relations | words.ways), OTHERS, OTHERS)
    kinds += (sorted(words.adjectives | words.organisations), sorted(words.unknown_after))
    return [" ".join(_beside(chance, kinds) for _ in range(30)) for _ in range(TEXTS)]


def _beside(chance, kinds):
    """Return a name between two words."""
    before, behind = (chance.choice(chance.choice(kinds)) for _ in range(2))
    if chance.random() < CAPITALS:
        before, behind = before.title(), behind.title()
    left = chance.choice((" ", " ", " ", chance.choice(MARKS)))
    right = chance.choice((" ", " ", chance.choice(MARKS)))
    name = chance.choice(chance.choice((NAMES, NAMES, LISTS)))
    return f"{before}{left}{name}{right}{behind}{chance.choice(MARKS)}"
