"""Wording: shared quotes and near-identical sentences, by runs of words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar

from geoincidents.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geoincidents.model import Passage

QUOTE_WORDS = 8  # shorter quotes ("closely following") are shared by chance
SENTENCE_WORDS = 8
RUN_WORDS = 3
SAME_SHARE = 0.6  # of the runs of three words that two sentences have together
_WORD = re.compile(r"[^\W_]+")
_QUOTE = re.compile(r"[\"“„«‟]([^\"“”„«»‟]{20,1000})[\"”“»]")

Run = tuple[str, ...]


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text without case, marks and diacritics."""
    return tuple(_WORD.findall(fold(text)))


def runs(words: tuple[str, ...], length: int) -> frozenset[Run]:
    """Return each run of so many neighbouring words."""
    return frozenset(words[i : i + length] for i in range(len(words) - length + 1))


def quoted_runs(passages: Iterable[Passage]) -> frozenset[Run]:
    """Return the runs of eight words that stand inside quotation marks."""
    quotes = (m.group(1) for p in passages for m in _QUOTE.finditer(p.text))
    return frozenset(run for q in quotes for run in runs(words_of(q), QUOTE_WORDS))


def sentence_runs(passages: Iterable[Passage]) -> frozenset[Run]:
    """Return the runs of three words of what is long enough to be told by heart."""
    texts = [words_of(p.text) for p in passages]
    return frozenset(
        run for words in texts if len(words) >= SENTENCE_WORDS for run in runs(words, RUN_WORDS)
    )


def is_near_identical(mine: frozenset[Run], theirs: frozenset[Run]) -> bool:
    """Return whether two sentences differ in little more than their order of words."""
    both = len(mine & theirs)
    return bool(both) and both >= SAME_SHARE * (len(mine) + len(theirs) - both)


def sharing(runs_of: dict[str, frozenset[Run]]) -> Iterator[tuple[str, str]]:
    """Yield pairs of keys that share a run, each once, in order of the keys.

    The holders of a run form a chain, each paired with the next only: enough to join
    them all, and no more than one pair for each run and key.
    """
    holders: dict[Run, str] = {}
    pairs: set[tuple[str, str]] = set()
    for key in sorted(runs_of):
        for run in runs_of[key]:
            if run in holders:
                pairs.add((holders[run], key))
            holders[run] = key
    yield from sorted(pairs)


K = TypeVar("K", str, int)


class Union(Generic[K]):
    """Sets of keys that are joined pair by pair."""

    def __init__(self, keys: Iterable[K]) -> None:
        self._above: dict[K, K] = {key: key for key in keys}

    def root(self, key: K) -> K:
        """Return the smallest key that a key is joined with."""
        while self._above[key] != key:
            self._above[key] = self._above[self._above[key]]
            key = self._above[key]
        return key

    def join(self, first: K, second: K) -> None:
        """Join the sets of two keys."""
        low, high = sorted((self.root(first), self.root(second)))
        self._above[high] = low
