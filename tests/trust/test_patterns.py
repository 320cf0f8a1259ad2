"""Every compiled pattern of the package is timed on bait."""

import functools
import gc
import re
import sys
import time
from types import ModuleType

import pytest

from geoincidents import api, explanation, export, lexicon, resources, terminal, text
from geoincidents.reports import press

# Strings that cost a careless pattern its square: runs of what repetitions eat.
BAITS = [
    "a", " ", "1", "-", ".", ",", "\n", '"', "'", "(", "<", "\\", "/", "é", "\u0301", "\u200b",
    "a ", "1 ", "1,", "1.", "1/", "a-", "a.", "a'", "A", "A ", "Aa ", ", ", ". ", "\r\n", " \n",
    "<a ", "<!", "</", "[[", "a, ", "1-1", "and ", "the ", "of the ", "a hundred and ", "two ",
    "May 1 ", "1 km ", "said ", "not ", "more than ", "between 1 and ", "\x1b[", "U.S. ", "1:",
]  # fmt: skip
MOST_S = 2.0
WORDS = re.compile(r"(?<!\\)[A-Za-z]{2,}")


@functools.cache
def _patterns():
    """Return every pattern that is reachable from a module of the package after a run."""
    found = api.locate(resources.seeds_folder())
    export.contents(found, page=found.to_map().render())
    terminal.table(found)
    explanation.explain(found.incidents[0], found)
    text.sentences("One. Two.")
    own = {n for n in sys.modules if n.split(".")[0] == "geoincidents"}
    foreign = {id(vars(m)) for n, m in sys.modules.items() if n not in own}
    seen, patterns, ahead = set(foreign), {}, [vars(sys.modules[n]) for n in own]
    while ahead:
        value = ahead.pop()
        if id(value) in seen or isinstance(value, ModuleType) or _is_foreign(value):
            continue
        seen.add(id(value))
        if isinstance(value, re.Pattern):
            patterns[value.pattern, value.flags] = value
        else:
            ahead.extend(gc.get_referents(value))
    return [*patterns.values()]


def _is_foreign(value):
    return isinstance(value, type) and not value.__module__.startswith("geoincidents")


def _baits(pattern, size):
    """Yield generic bait, and some of the words of the pattern itself."""
    own = WORDS.findall(str(pattern.pattern))
    own = [f"{word} " for word in own[:2]] + [" ".join(own[:3]) + " ", " ".join(own[-3:]) + " "]
    for bait in (*BAITS, *own):
        words = bait * (size // max(1, len(bait)))
        yield words.encode() if isinstance(pattern.pattern, bytes) else words


@functools.cache
def _of_lines():
    """Return the patterns that are tried on whole lines of 300 characters at most."""
    words = press.of(lexicon.load())
    alone = (words.furniture, words.links, words.published)
    return {p.pattern for p in alone} | {line.pattern for _, line in words.holding}


def _slowest(pattern, size):
    """Return the longest time that bait takes, and its beginning."""
    try_ = pattern.fullmatch if pattern.pattern in _of_lines() else pattern.search
    worst = (0.0, "")
    for bait in _baits(pattern, size):
        start = time.process_time()
        try_(bait)
        worst = max(worst, (time.process_time() - start, repr(bait[:12])))
        if worst[0] > MOST_S:
            break
    return worst


def test_the_patterns_of_the_package_are_found():
    """Those of the modules and those made of the lexicon."""
    assert len(_patterns()) > 150


@pytest.mark.parametrize(
    "size", [1_000, *(pytest.param(n, marks=pytest.mark.slow) for n in (10_000, 100_000))]
)
def test_no_pattern_is_slow_on_bait(size):
    """None takes more than two seconds, and a tenth of that on a thousand characters."""
    limit = MOST_S if size > 1_000 else MOST_S / 10
    slow = [(p.pattern[:80], *_slowest(p, size)) for p in _patterns()]

    assert [s for s in slow if s[1] > limit] == []


def test_bait_tells_a_slow_pattern():
    """A test that lets a square pass would let all pass."""
    start = time.process_time()
    re.compile(r"\s*x").search(BAITS[1] * 40_000)

    assert time.process_time() - start > MOST_S / 10
