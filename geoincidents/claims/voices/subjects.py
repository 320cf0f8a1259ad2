"""Where the words stand that name who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geoincidents.claims.lines import QUOTES, STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.claims.context import Context
    from geoincidents.claims.grammar import Grammar
    from geoincidents.claims.lines import Line, Mark
    from geoincidents.claims.parties.groups import Group
    from geoincidents.claims.voices.frames import Frame

_POSSESSIVES = frozenset({"'s", "’s"})
_IN_NAMES = frozenset({"-", "al", "de", "von", "van", "bin", "ibn", "da", "der"})
_DASHES = frozenset("-–—")
_ARTICLES = frozenset({"a", "an", "the", "one"})
_ROLES = ("head_media", "head_office", "voice_official", "voice_body", "voice_media", "outlet")
_ROLE_REACH = 7  # words from an article to the noun that tells what somebody is
_IN = frozenset({"in", "on", "at", "via", "through"})
_MEDIUM = 4  # words between "in" and "statement"
_BRACKET = 3  # tokens of initials in brackets
_FAR = 40  # words: a speaker is not looked for farther away


class Finder(NamedTuple):
    """A line in which speakers are looked for, and the frames found so far."""

    line: Line
    groups: Sequence[Group]
    grammar: Grammar
    context: Context
    before: Sequence[Frame]


def before(finder: Finder, mark: Mark) -> tuple[int, int]:
    """Return the words in front of a verb that name its subject; empty where none do."""
    line, grammar = finder.line, finder.grammar
    hi = mark.lo
    while hi > 0 and (
        line.low(hi - 1) in grammar.auxiliaries or line.low(hi - 1) in grammar.adverbs
    ):
        hi -= 1
    if hi > 1 and line.low(hi - 1) in grammar.relatives - {"that"}:
        hi -= 2 if line.low(hi - 2) == "," else 1
    if line.low(mark.lo).endswith("ing") and line.low(mark.lo - 1) == ",":
        return mark.lo, mark.lo  # "..., saying": the subject stands before the comma's verb
    hi = _before_aside(finder, hi)
    lo, comma = _before_dashes(line, hi), hi
    if line.low(hi - 1) in grammar.prepositions or line.low(hi - 1) in grammar.subordinators:
        return hi, hi
    while lo > 0 and hi - lo < _FAR:
        word = line.low(lo - 1)
        if word == ",":
            if _is_inserted(finder, mark, lo) or not _is_aside(finder, lo, comma, hi):
                break
            comma = lo - 1
        elif _ends_subject(finder, lo - 1, hi):
            break
        lo -= 1
    while lo < hi and line.low(lo) in {",", "-"}:
        lo += 1
    return lo, hi


def _closes_initials(line: Line, index: int) -> bool:
    """Return whether a bracket only gives a name's initials ("the Guard Service (GS) of ...")."""
    inside = line.tokens[index - 1].text if _BRACKET <= index <= len(line.tokens) else ""
    opens = line.low(index) == ")" and line.low(index - 2) == "("
    return opens and inside[:1].isupper() and inside[-1:].isupper()


def _is_inserted(finder: Finder, mark: Mark, lo: int) -> bool:
    """Return whether "the command said" only parts a subject from its verb (", had ...")."""
    line, goes_on = finder.line, finder.line.low(mark.hi + 1)
    is_apart = line.low(mark.hi) == "," and goes_on in finder.grammar.auxiliaries
    return is_apart and (
        line.has("head_office", lo, mark.lo) or line.has("pronoun_it", lo, mark.lo)
    )


def _before_aside(finder: Finder, hi: int) -> int:
    """Return the end of a subject: a comma with "for its part" or "who ..." before it aside."""
    line, grammar = finder.line, finder.grammar
    leads = grammar.prepositions | grammar.adverbs | grammar.relatives
    for _ in range(2):
        if line.low(hi - 1) != ",":
            return hi
        start = hi - 1
        while start > 0 and hi - start < _FAR and line.low(start - 1) != ",":
            start -= 1
        if start == 0:
            return hi  # "..., said": a whole clause stands before the comma
        acts = has_verb(finder, start, hi - 1)
        if _names_somebody(finder, start, hi - 1) and not acts:
            return hi - 1
        is_apposed = line.low(start) in {"a", "an", "the"} and not acts
        is_participle = line.low(start).endswith("ing") and _follows_name(finder, start)
        if line.low(start) not in leads and not is_apposed and not is_participle:
            return hi
        hi = start
    return hi


def _follows_name(finder: Finder, start: int) -> bool:
    """Return whether words only say how somebody spoke ("an official, requesting anonymity,")."""
    line, lo = finder.line, start - 1
    while lo > 0 and start - lo < _FAR and line.low(lo - 1) not in {",", ";"}:
        lo -= 1
    acts = has_verb(finder, lo, start - 1) or line.at("event_verb", start)
    return not acts and _names_somebody(finder, lo, start - 1)


def _before_dashes(line: Line, hi: int) -> int:
    """Return the token in front of an aside between dashes that ends at a token."""
    if line.low(hi - 1) == ")":
        i = hi - 2
        while i > 0 and hi - i < _FAR and line.low(i) != "(":
            i -= 1
        return i if line.low(i) == "(" else hi
    if line.low(hi - 1) not in _DASHES:
        return hi
    i = hi - 2
    while i > 0 and line.low(i) in _DASHES:
        i -= 1
    while i > 0 and hi - i < _FAR and line.low(i) not in _DASHES:
        i -= 1
    while i > 0 and line.low(i - 1) in _DASHES:
        i -= 1
    return i if i > 0 else hi


def _ends_subject(finder: Finder, index: int, hi: int) -> bool:
    line, grammar = finder.line, finder.grammar
    word = line.low(index)
    if word in QUOTES and _is_in_name(line, index):
        return False
    if any(_closes_initials(line, index + i) for i in range(_BRACKET)):
        return False
    if word in QUOTES or word in STOPS:
        return True
    if word in grammar.conjunctions:
        return not (word == "and" and _joins(finder, index))
    if word in grammar.subordinators and word not in {"before", "since", "after"}:
        return True
    is_name = line.tokens[index].text[:1].isupper() and index > 0
    return not is_name and _is_earlier_verb(finder, index, hi)


def _is_in_name(line: Line, index: int) -> bool:
    """Return whether a quotation mark is about part of a name (the "Dawn" Foundation)."""
    around = line.tokens[max(0, index - 1) : index + 2]
    return index in line.scare and all(t.text[:1].isupper() for t in around if t.low not in QUOTES)


def _is_earlier_verb(finder: Finder, index: int, hi: int) -> bool:
    """Return whether a word in front of a subject is the verb of another clause."""
    line, grammar = finder.line, finder.grammar
    word = line.low(index)
    if any(line.at(c, index) for c in ("say_verb", "accuse_verb", "deny_verb")):
        is_paper = line.at("say_statement", index) is not None  # "the report said"
        is_noun = line.low(index - 1) in grammar.determiners
        return not is_noun or (index + 1 == hi and not is_paper)
    if word in grammar.auxiliaries and word not in _POSSESSIVES:
        return True
    if line.at("say_statement", index - 1) and line.low(index + 1) in {"by", "on"}:
        return False  # "a statement released by the army"
    is_event = line.at("event_verb", index) is not None and not line.at("event_noun", index)
    return is_event and word.endswith("ed")


def _joins(finder: Finder, index: int) -> bool:
    """Return whether "and" stands between two parties or within a name."""
    ends = {g.hi for g in finder.groups}
    starts = {g.lo for g in finder.groups}
    line = finder.line
    capital = (
        line.tokens[index - 1].text[:1].isupper() and line.tokens[index + 1].text[:1].isupper()
    )
    voices = ("voice_people", "voice_official", "voice_body", "head_office")
    spoken = any(line.at(c, index - 1) for c in voices) and any(
        line.at(c, i) for c in voices for i in range(index + 1, index + 4)
    )
    return spoken or (index in ends and index + 1 in starts) or (capital and index not in ends)


def _is_aside(finder: Finder, lo: int, comma: int, hi: int) -> bool:
    """Return whether a comma parts a speaker from his office, and not a clause from another."""
    line = finder.line
    segment = (lo, comma)
    if lo == hi:  # ", who said" or ", said": the comma closes an aside
        return line.low(hi) != "" and not any(
            line.at(c, hi) for c in ("say_verb", "accuse_verb", "deny_verb")
        )
    start = lo - 1
    while (
        start > 0
        and line.low(start - 1) not in {",", ";", ":"}
        and line.low(start - 1) not in QUOTES
    ):
        start -= 1
    if has_verb(finder, start, lo - 1) or has_verb(finder, *segment):
        return False
    roles = (
        "head_office",
        "voice_official",
        "person",
        "office",
        "organ",
        "voice_people",
        "voice_body",
    )
    return (
        any(line.has(c, start, lo - 1) or line.has(c, *segment) for c in roles)
        and (
            line.tokens[lo].text[:1].isupper()
            or line.low(lo) in finder.grammar.determiners
            or any(line.has(c, *segment) for c in roles)
        )
        and _names_somebody(finder, start, lo - 1)
    )


def _names_somebody(finder: Finder, lo: int, hi: int) -> bool:
    line = finder.line
    roles = (
        "head_office",
        "voice_official",
        "person",
        "office",
        "organ",
        "voice_people",
        "voice_body",
    )
    if any(line.has(c, lo, hi) for c in roles):
        return line.low(lo) not in finder.grammar.prepositions
    named = all(t.text[:1].isupper() or t.low in _IN_NAMES for t in line.tokens[lo:hi])
    return named and hi - lo > 1


def has_verb(finder: Finder, lo: int, hi: int) -> bool:
    """Return whether tokens `lo` to `hi` hold a verb: a clause, and no mere name."""
    line, grammar = finder.line, finder.grammar
    for i in range(lo, hi):
        if line.at("name", i):
            continue  # the "Liberation" of a front
        if line.low(i) in grammar.auxiliaries and line.low(i) not in _POSSESSIVES:
            return True
        if line.at("event_noun", i) and not line.at("head_office", i):
            return True
        if (
            line.at("event_verb", i)
            and not line.at("event_noun", i)
            and not line.at("head_office", i)
        ):
            return True
        if line.at("say_verb", i) and line.low(i).endswith(("ed", "ing")):
            return True
    return False


def behind(finder: Finder, start: int) -> tuple[int, int]:
    """Return the words behind a verb that name its subject ("said the mayor, ...")."""
    line, grammar = finder.line, finder.grammar
    hi = start
    while hi < len(line.tokens):
        word = line.low(hi)
        if word in QUOTES or word in STOPS or word == ".":
            break
        if word == ",":
            end = hi + 1
            while (
                end < len(line.tokens)
                and line.low(end) not in {",", "."}
                and line.low(end) not in QUOTES
            ):
                end += 1
            roles = ("head_office", "voice_official", "office", "voice_body")
            named = any(line.has(c, hi + 1, end) for c in roles)
            if not named or has_verb(finder, hi + 1, end):
                break
        if hi > start and (word in grammar.auxiliaries - _POSSESSIVES or word in grammar.relatives):
            break
        if hi > start and word in _IN and _is_medium(line, hi + 1):
            break
        hi += 1
    return start, hi


def _is_medium(line: Line, index: int) -> bool:
    """Return whether words tell where somebody wrote or spoke ("in a post on ...")."""
    near = index + _MEDIUM
    return line.has("say_statement", index, near) or line.has("voice_none", index, near)


def clause_start(finder: Finder, index: int) -> int:
    """Return where the clause begins that ends in front of a token."""
    line = finder.line
    i = index
    while i > 0:
        if line.low(i - 1) == ";":
            return i
        if line.low(i - 1) in {"but", "while", "whereas"} and line.low(i - 2) == ",":
            return i
        i -= 1
    return 0


def with_apposition(line: Line, hi: int) -> int:
    """Return the end of words that tell who somebody is (", a news service in TOWN")."""
    if line.low(hi) != "," or line.low(hi + 1) not in _ARTICLES:
        return hi
    end = hi + 1
    while (
        end < len(line.tokens) and line.low(end) not in {",", ";"} and line.low(end) not in QUOTES
    ):
        end += 1
    tells = any(line.has(c, hi, min(end, hi + _ROLE_REACH)) for c in _ROLES)
    acts = line.has("event_verb", hi, end)
    return end - (line.low(end - 1) == ".") if tells and not acts else hi
