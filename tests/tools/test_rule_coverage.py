"""What fires in annotated reports fires in our own texts too, or has its reason."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "eval" / "gold"


@pytest.fixture(scope="module")
def watched(script):
    """Return the watched lexicon as a module."""
    return script("watched_lexicon")


@pytest.fixture(scope="module")
def tool(script, watched):
    """Return the script as a module; it imports the watched lexicon."""
    assert watched
    return script("rule_coverage")


@pytest.fixture
def log(watched):
    """Return a log of what fires in a text."""
    return watched.Log(text="a.txt")


def word(watched, log, form):
    """Return a watched string whose entry has its own name."""
    made = watched.Word(form)
    made.entry, made.log = form, log
    return made


@pytest.mark.slow
@pytest.mark.skipif(not GOLD.is_dir(), reason="no ../shared")
def test_every_rule_and_entry_of_the_gold_is_covered_or_has_a_reason():
    """An entry that serves the annotated reports alone is fitted to them."""
    command = [sys.executable, "tools/rule_coverage.py", "--gold", str(GOLD)]

    # Which of two words in a set is looked up first, and so fires, hangs on the seed.
    seeded = os.environ | {"PYTHONHASHSEED": "0"}
    run = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, env=seeded)

    assert run.returncode == 0, run.stdout + run.stderr


def test_reasons_name_entries_that_exist_once_each(tool):
    """A reason for a word that has left the lexicon is taken out."""
    named = [e for e in tool.reasons() if not e.startswith(("rule: ", "frame: "))]
    listed = re.findall(r"^    \"", tool.REASONS.read_text(encoding="utf-8"), re.MULTILINE)

    assert set(named) <= tool.entries()
    assert len(listed) == len(tool.reasons())


def test_an_entry_needs_three_own_texts(tool):
    """Two texts are too few."""
    two = tool.Coverage(entry="x", annotated=("g",), own=("a", "b"))
    three = tool.Coverage(entry="x", annotated=("g",), own=("a", "b", "c"))

    assert (two.is_covered, three.is_covered) == (False, True)


def test_a_word_fires_when_a_text_is_looked_up_in_its_set(watched, log):
    """A set of watched strings tells which of them a text's word was found as."""
    known = frozenset({word(watched, log, "near"), word(watched, log, "into")})

    assert "near" in known
    assert "past" not in known
    assert dict(log.fired) == {"near": {"a.txt"}}


def test_two_words_of_the_lexicon_do_not_fire_each_other(watched, log):
    """Lists are compared with lists while they are compiled."""
    assert word(watched, log, "near") == word(watched, log, "near")
    assert not log.fired


def test_nothing_fires_while_no_text_is_read(watched):
    """What is looked up while lists are compiled counts for no text."""
    log = watched.Log()

    assert word(watched, log, "near") == "near"
    assert not log.fired


def test_a_pattern_fires_the_entries_in_what_it_matches(watched, log):
    """The longest form counts, with any space for a space."""
    listed = watched.Listed("dates", "x", {"last": "last", "last night": "last night"})
    pattern = watched.Pattern(re.compile(r"(?i:last\s+night|last) \w+"), [listed], log)

    assert pattern.search("it was Last  night here")
    assert set(log.fired) == {"last night"}


@pytest.mark.parametrize(
    "forms",
    [("plan", "plans", "planned", "planning"), ("carry out", "carries out"), ("isn't", "isn’t")],
)
def test_regular_forms_of_a_word_are_one_entry(watched, forms):
    """Three texts with "plans" and none with "planned" are enough."""
    assert len({watched.root(form) for form in forms}) == 1


@pytest.mark.parametrize("forms", [("thing", "this"), ("pass", "past"), ("post", "pose")])
def test_other_words_are_other_entries(watched, forms):
    """A likeness in spelling is none in sense."""
    assert len({watched.root(form) for form in forms}) == len(forms)
