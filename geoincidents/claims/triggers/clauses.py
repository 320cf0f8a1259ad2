"""Clauses: which part of a sentence belongs to which of its verbs."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from geoincidents.claims.lines import QUOTES, Mark
from geoincidents.claims.parties.groups import Stand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.claims.parties.groups import Group
    from geoincidents.claims.scenes import Scene

_COMPARED = 8  # words before "since" that can hold "the worst"
_SUPERLATIVES = frozenset({"worst", "most", "first", "worse", "least"})
_EST = 5  # letters: "west" and "rest" are no superlatives
_ANTECEDENT = 9  # words
_STRONG = frozenset({"but", "while", "whereas", "after", "when", "which", "that", "as", "because"})


def edges(scene: Scene, verbs: Sequence[Mark]) -> list[tuple[int, int]]:
    """Return each verb's part of the sentence, cut between neighbouring verbs."""
    line = scene.line
    frames = [Mark(*f.span, "", ()) for f in scene.speech.frames if not f.is_aside]
    ordered = sorted([*verbs, *frames])
    cuts = [0]
    for left, right in pairwise(ordered):
        if not left.key and right.key:  # the first verb of what is said has all before it
            cuts.append(left.hi)
        elif not right.key:  # who says it: all that stands before is said
            cuts.append(max(right.lo, left.hi))
        elif left.key and _is_reduced(scene, left.hi, right.lo):
            cuts.append(right.lo)
        else:
            cuts.append(_cut(scene, left.hi, right.lo))
    cuts.append(len(line.tokens))
    parts = {mark[:2]: (cuts[i], cuts[i + 1]) for i, mark in enumerate(ordered)}
    return [parts[mark[:2]] for mark in verbs]


def _is_reduced(scene: Scene, lo: int, hi: int) -> bool:
    """Return whether a participle only describes the noun before it ("drones launched from")."""
    line = scene.line
    if not line.low(hi).endswith(("ed", "n")):
        return False
    group = next((g for g in scene.groups if lo <= g.lo and g.hi == hi), None)
    if group and line.low(group.lo - 1) in _STRONG - {"that", "which"}:
        return False  # "when gunmen fired": the subject of a clause
    return group is not None and group.party is None and group.stand is Stand.NOBODY


def _is_measure(scene: Scene, index: int) -> bool:
    """Return whether "as" only leads to a figure ("as much as", "as many as")."""
    word = scene.line.low(index)
    sizes = {"much", "many", "far", "few", "little", "well", "deep", "long", "part"}
    return word == "as" and bool({scene.line.low(index + 1), scene.line.low(index - 1)} & sizes)


def _cut(scene: Scene, lo: int, hi: int) -> int:
    """Return where the clause of the verb behind `hi` begins, after the one before `lo`."""
    line, grammar = scene.line, scene.grammar
    weak: int | None = None
    for i in range(hi - 1, lo - 1, -1):
        word = line.low(i)
        if word in {";", ":", "—", "–"} or (word in QUOTES and i not in line.scare):
            return i + 1
        if (word in _STRONG or word in grammar.relatives) and not _is_measure(scene, i):
            return i
        if weak is None and word in grammar.conjunctions:
            weak = i
        if weak is None and word == ",":
            weak = i
    if weak is not None:
        return weak
    subject = [
        start
        for g in scene.groups
        if lo <= g.lo and g.hi <= hi and (start := _subject_start(scene, g, lo)) is not None
    ]
    return subject[-1] if subject else _chain_start(scene, lo, hi)


def _subject_start(scene: Scene, group: Group, lo: int) -> int | None:
    """Return where a subject begins, "two of its men" at the number; None for an object."""
    if not group.prep:
        return group.lo
    line = scene.line
    if group.prep == "of":
        for i in range(group.lo - 1, max(lo, group.lo - 4), -1):
            if line.low(i) == "of":
                counted = line.low(i - 1) in scene.grammar.determiners or line.low(i - 1).isdigit()
                return i - 1 if counted and i - 1 >= lo else None
    return None


def _chain_start(scene: Scene, lo: int, hi: int) -> int:
    """Return where the small words in front of a verb begin ("to", "had also")."""
    grammar = scene.grammar
    i = hi
    while i > lo and (scene.line.low(i - 1) in grammar.auxiliaries | grammar.adverbs | {"to"}):
        i -= 1
    return max(lo, i)


def antecedent(scene: Scene, start: int, end: int, verb: int) -> int:
    """Return a part's start with the noun that "which" or "that" stands for."""
    line = scene.line
    if verb - start < 2 or not _opens_relative(scene, start):  # noqa: PLR2004 - "that shelled": a subject
        return start
    back = start
    while back > 0 and start - back < _ANTECEDENT and line.low(back - 1) not in {";", "."}:
        if line.at("event_verb", back - 1) or line.at("say_verb", back - 1):
            break
        back -= 1
    del end
    return back


def _opens_relative(scene: Scene, start: int) -> bool:
    """Return whether a clause tells more of the noun before it ("land they had taken")."""
    line, grammar = scene.line, scene.grammar
    word, before = line.low(start), line.low(start - 1)
    if any(f.hi in {start, start - 1} for f in scene.speech.frames) or start == 0:
        return False
    if word in {"which", "where"} or (word == "that" and line.at("say_verb", start - 1) is None):
        return True
    small = grammar.conjunctions | grammar.subordinators | grammar.prepositions | grammar.adverbs
    is_subject = any(g.lo == start and not g.prep for g in scene.groups)
    return is_subject and before[:1].isalnum() and before not in small


def comparison(scene: Scene, lo: int, hi: int) -> int:
    """Return where "since" opens what something is only the worst since; `hi` without it."""
    line = scene.line
    for i in range(lo, hi):
        if line.low(i) == "since":
            before = [line.low(j) for j in range(max(0, i - _COMPARED), i)]
            if any(w in _SUPERLATIVES or (len(w) > _EST and w.endswith("est")) for w in before):
                return i
    return hi


def is_compared(scene: Scene, index: int) -> bool:
    """Return whether a token stands behind "the worst ... since"."""
    return comparison(scene, 0, index) < index


def longest(marks: list[Mark]) -> list[Mark]:
    """Return marks without those that overlap an earlier one."""
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.lo >= kept[-1].hi:
            kept.append(mark)
    return kept
