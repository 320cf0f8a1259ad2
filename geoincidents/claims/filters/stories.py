"""What a report is about before it tells of any event: an accident, long ago, a film."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from geoincidents.claims.dates import DateRelation
from geoincidents.claims.filters import ordinary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from geoincidents.claims.dates import Dated
    from geoincidents.claims.scenes import Scene, Trigger
    from geoincidents.claims.sentences import Sentence
    from geoincidents.vocabulary import Hit

LONG_AGO = "history of long ago"
_FICTION = "a film, book or play"
_LONG = frozenset({LONG_AGO, _FICTION})  # whoever fights in them, arms and sides are named too
_AGES = 40  # years before publication that no report of events reaches back
_RECENT = 400  # days
_FULL = 3  # words of one kind of everyday news, none of arms or borders
# A year told as one: "in 1915,", "May 1944 and", "(1812)", "1066:"; never "of 1500 men".
_YEAR = re.compile(
    r"(?:\b(?:[Ii]n|during|early|late|mid|spring|summer|autumn|winter|[A-Z][a-z]{2,9}"
    r"|\d{1,2})[ ,]{1,2}|\(|^)(1\d{3}|20\d\d)(?=['’]?s?[,.;:)–-](?!\d)|$|\s[a-z]{1,4}\b)",
    re.MULTILINE,
)


class Story:
    """What a report goes on with, until a day of the news is named or an event is told."""

    def __init__(self, published: date | None, hits: Iterable[Hit] = ()) -> None:
        self._published = published
        self._rule = _prevailing(hits)
        self._is_news = False

    def see(self, sentence: Sentence, categories: AbstractSet[str], *, begun: bool) -> None:
        """Take in the next sentence; `begun` where an event was told before it."""
        if "story_news" in categories and "story_past" not in categories:
            self._is_news = True
            self._rule = "" if self._rule in _LONG else self._rule
        if begun:
            return
        if not self._is_news and "story_fiction" in categories:
            self._rule = _FICTION
        elif not self._is_news and ("story_past" in categories or self._is_old(sentence)):
            self._rule = LONG_AGO
        elif self._rule not in _LONG:
            self._rule = ordinary.opening(categories) or self._rule

    def rule(self, scene: Scene, trigger: Trigger, told: Sequence[Dated], *, begun: bool) -> str:
        """Return why an event is only part of the story, empty where it may be news."""
        if any(self._is_ancient(d) and _is_own(scene, trigger, d) for d in told):
            return LONG_AGO
        if self._rule in _LONG:
            return "" if any(self._is_recent(scene, d) for d in told) else self._rule
        return "" if begun else ordinary.going_on(scene, trigger, self._rule)

    def note(self, rule: str) -> None:
        """Remember the rule by which an event was left out, where the report is about that."""
        if rule in ordinary.STORIES and self._rule not in _LONG:
            self._rule = rule

    def _is_old(self, sentence: Sentence) -> bool:
        if self._published is None:
            return False
        last = self._published.year - _AGES
        return any(int(m[1]) <= last for m in _YEAR.finditer(sentence.text))

    def _is_ancient(self, dated: Dated) -> bool:
        start = dated.when.start
        return (
            start is not None
            and self._published is not None
            and start.year <= self._published.year - _AGES
            and dated.relation is DateRelation.AT  # "the worst since 1973" is of today
        )

    def _is_recent(self, scene: Scene, dated: Dated) -> bool:
        """Return whether a date is of the last year, its own year told with it."""
        start = dated.when.start
        return (
            start is not None
            and self._published is not None
            and (self._published - start).days <= _RECENT
            and str(start.year) in scene.line.sentence.text
        )


def _prevailing(hits: Iterable[Hit]) -> str:
    """Return the rule for a report that is full of an accident's or a crime's words."""
    counts = Counter(hit.category for hit in hits)
    if any(counts[c] for c in ordinary.ARMS):
        return ""
    told = {
        ordinary.ACCIDENT: counts["civil_accident"],
        ordinary.CRIME: counts["civil_court"],
        ordinary.LABOUR: counts["civil_labour"],
    }
    most = max(told, key=lambda rule: told[rule])
    return most if told[most] >= _FULL else ""


def _is_own(scene: Scene, trigger: Trigger, dated: Dated) -> bool:
    return trigger.start <= scene.line.index(dated.span[0]) < trigger.end
