"""Noun groups that stand for a party, its men, its ground, its offices or its acts."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from geoincidents.claims.lines import dateline_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geoincidents.claims.grammar import Grammar
    from geoincidents.claims.lines import Line, Mark

_NAMED = ("name", "demonym", "adjective", "capital", "office", "organ", "person")
_BOUND = ("adjective", "demonym")  # words that stand before their noun
_REACH = 6  # words between a party's word and the noun it belongs to
_BACK = 5  # words between a group and its preposition
_ASIDE = 2  # words from a comma to a state's word behind it
_MENS = frozenset({"of", "of the"})
_APOSTROPHES = frozenset({"'s", "’s", "'", "’"})


class Head(StrEnum):
    """What the noun of a group is."""

    FORCE = "force"
    GROUND = "ground"
    OFFICE = "office"
    PEOPLE = "people"
    MEDIA = "media"
    EVENT = "event"
    PERSON = "person"
    ORGAN = "organ"
    STATE = "state"
    NONE = "none"


class Stand(StrEnum):
    """Whom a word stands for that names no party."""

    OWN = "own"  # "its troops": the speaker's or subject's
    ENEMY = "enemy"
    THEY = "they"
    IT = "it"
    NOBODY = "nobody"  # "soldiers" without a word whose


class Group(NamedTuple):
    """Tokens `lo` to `hi` (excluded); `party` is None where `stand` says who is meant."""

    lo: int
    hi: int
    party: str | None
    head: Head
    stand: Stand | None = None
    prep: str = ""
    possessive: bool = False
    named: int = 0  # the token of the party's own word


_HEADS = tuple(
    (f"head_{h.value}", h) for h in (Head.OFFICE, Head.FORCE, Head.GROUND, Head.PEOPLE, Head.MEDIA)
)
_STATES = {"name": Head.STATE, "capital": Head.STATE, "demonym": Head.PEOPLE, "person": Head.PERSON}
_STATES |= {"office": Head.OFFICE, "organ": Head.ORGAN, "adjective": Head.NONE}


def find(line: Line, grammar: Grammar, local: frozenset[str] = frozenset()) -> tuple[Group, ...]:
    """Return the groups of a line in order, none overlapping another.

    Of parties that share a word the one among `local`, the report's own, is meant.
    """
    named = [_named(line, grammar, c, mark, local) for c, mark in _party_marks(line)]
    taken: list[Group] = []
    reach = 0
    for group in sorted((g for g in named if g), key=lambda g: (g.lo, -g.hi)):
        if taken and group.hi > reach and _is_of_another(line, group, taken[-1]):
            taken[-1] = taken[-1]._replace(hi=group.hi, party=group.party, named=group.named)
            reach = group.hi
        elif taken and _is_name_behind(line, group, taken[-1]):
            taken[-1] = group._replace(lo=taken[-1].lo, prep=taken[-1].prep)
            reach = group.hi
        elif group.lo >= reach and not (taken and _is_apposed(line, group, taken[-1])):
            taken.append(group)
            reach = group.hi
    covered = {i for g in taken for i in range(g.lo, g.hi)}
    for group in _unnamed(line, grammar):
        if not covered.intersection(range(group.lo, group.hi)):
            taken.append(group)
            covered.update(range(group.lo, group.hi))
    return tuple(sorted(taken))


def _is_of_another(line: Line, group: Group, before: Group) -> bool:
    """Return whether "Northern fighters of the Red Front" are the Red Front's."""
    if before.head is not Head.FORCE or before.party is None or group.party is None:
        return False
    words = line.words(before.hi, group.named).casefold()
    return words in _MENS and line.at("name", group.named) is not None


def _is_name_behind(line: Line, group: Group, before: Group) -> bool:
    """Return whether "the Southern Red Front", "the South's Red Front" name the Red Front."""
    name = line.at("name", group.named)
    is_word = before.head in {Head.NONE, Head.PEOPLE} and before.hi == group.lo
    is_word = is_word or (before.possessive and before.hi + 1 == group.lo)
    return is_word and name is not None and name.lo == group.lo


def _is_apposed(line: Line, group: Group, before: Group) -> bool:
    """Return whether "the Red Front, the South's oldest rebel group," tells of the Front only."""
    name = line.at("name", before.named)
    if name is None or line.low(before.hi) != "," or group.lo - before.hi > _ASIDE:
        return False
    end = next((i for i in range(group.lo, group.lo + _REACH * 2) if line.low(i) == ","), 0)
    return any(line.has(c, group.lo, end) for c in ("irregular", "pronoun_group"))


def _party_marks(line: Line) -> Iterator[tuple[str, Mark]]:
    start = dateline_end(line)  # a dateline names no side
    for category in _NAMED:
        for mark in line.marks.get(category, ()):
            is_clock = line.low(mark.hi) == "time"  # "at six, Northern time"
            if mark.lo >= start and not is_clock and not _is_glued(line, mark):
                yield category, mark


def _is_glued(line: Line, mark: Mark) -> bool:
    """Return whether a party's word is half of a hyphened one ("Northern-brokered")."""
    after, before = line.low(mark.hi), line.low(mark.lo - 1)
    if after == "-" and line.tokens[mark.hi].start == line.tokens[mark.hi - 1].end:
        return True
    dash = line.tokens[mark.lo - 1]
    is_word = mark.lo > 1 and line.tokens[mark.lo - 2].end == dash.start  # no "(Wire) -Hagen said"
    return before == "-" and is_word and dash.end == line.tokens[mark.lo].start


def _named(
    line: Line, grammar: Grammar, category: str, mark: Mark, local: frozenset[str]
) -> Group | None:
    meant = set(mark.keys) if len(set(mark.keys)) == 1 else set(mark.keys) & local
    party = next(iter(meant)) if len(meant) == 1 else None
    lo, hi, head = mark.lo, mark.hi, _STATES[category]
    if category == "office" and _head_ending(line, hi)[1] is Head.FORCE:
        head = Head.FORCE
    possessive = line.low(hi) in _APOSTROPHES
    if category in _BOUND or possessive or category in {"name", "capital", "office"}:
        start = hi + possessive
        start += start in line.scare  # the North's "incursion"
        reach = _REACH if category in _BOUND or possessive else 1
        found = _head(line, grammar, start, reach, is_bound=category == "adjective" or possessive)
        other = line.at("name", start)
        is_bound = start > hi or category in _BOUND
        if other and other.lo == start and is_bound:
            found = None  # "the South's Red Front", "the Southern Red Front" is the Red Front
        if found:
            head, hi = found
            possessive = False
        if category in _BOUND and head is Head.FORCE and line.has("stateless", start, hi):
            party = None  # "Northern rebels" are not the North's
    if head in {Head.STATE, Head.NONE, Head.PEOPLE} and not possessive:
        lo, head = _of(line, lo, head)
    return Group(
        lo,
        hi,
        party,
        head,
        Stand.NOBODY if party is None else None,
        _preposition(line, grammar, lo),
        possessive,
        mark.lo,
    )


def _head(
    line: Line, grammar: Grammar, start: int, reach: int, *, is_bound: bool = False
) -> tuple[Head, int] | None:
    """Return the last noun of a group that starts at a token, and where it ends.

    Behind an adjective or "'s" a word that may be verb or noun is a noun.
    """
    found: tuple[Head, int] | None = None
    i = start
    while i < len(line.tokens) and i < start + reach:
        named = line.at("name", i)
        if named and named.lo == i and i > start:
            break  # "the North's Red Front": another party's name
        mark, head = _head_at(line, i)
        act = line.at("event_noun", i)
        if mark and not (act and act.lo == i and act.hi > mark.hi):
            found = (head, mark.hi)
            i = mark.hi
            reach += mark.hi - mark.lo
            continue
        noun = line.at("event_noun", i)
        if noun and noun.lo == i and (found is None or _is_noun(line, grammar, noun)):
            is_verb = line.at("event_verb", i) and not (is_bound and i == start)
            if found is None and is_verb and not _is_noun(line, grammar, noun):
                break
            found = (Head.EVENT, noun.hi)
            i = noun.hi
            continue
        if _breaks(line, grammar, i):
            break
        i += 1
    return found


def _head_at(line: Line, index: int) -> tuple[Mark | None, Head]:
    best: tuple[Mark | None, Head] = (None, Head.NONE)
    for category, head in _HEADS:
        mark = line.at(category, index)
        if mark and mark.lo == index and (best[0] is None or mark.hi > best[0].hi):
            best = (mark, head)
    return best


def _is_noun(line: Line, grammar: Grammar, mark: Mark) -> bool:
    """Return whether a word that may be verb or noun is followed as a noun is."""
    if not line.at("event_verb", mark.lo):
        return True
    after = line.low(mark.hi)
    return (
        not after
        or not after[0].isalnum()
        or after in grammar.auxiliaries
        or after in {"of", "in", "near", "by", "that", "which", "and", "had", "during"}
        or line.at("event_verb", mark.hi) is not None
        or line.at("link_happen", mark.hi) is not None
    )


def _breaks(line: Line, grammar: Grammar, index: int) -> bool:
    low = line.low(index)
    return (
        not (low[:1].isalnum() or low == "-")
        or low in grammar.prepositions
        or low in grammar.conjunctions
        or low in grammar.auxiliaries
        or low in grammar.determiners
        or low in grammar.adverbs
        or low in grammar.subordinators
        or any(line.at(c, index) for c in ("say_verb", "accuse_verb", "deny_verb"))
        or (line.at("event_verb", index) is not None and line.at("event_noun", index) is None)
    )


def _of(line: Line, lo: int, head: Head) -> tuple[int, Head]:
    """Return a group that "of" ties to the noun before it ("forces of the North")."""
    i = lo - 1
    while i > 0 and line.low(i) in {"the", "republic", "of", "state", "kingdom"} and i > lo - _BACK:
        if line.low(i) == "of":
            mark, kind = _head_ending(line, i)
            if mark and kind in {Head.FORCE, Head.OFFICE, Head.GROUND, Head.PEOPLE}:
                return mark.lo, kind
        i -= 1
    return lo, head


def _head_ending(line: Line, end: int) -> tuple[Mark | None, Head]:
    for category, head in _HEADS:
        mark = line.at(category, end - 1)
        if mark and mark.hi == end:
            return mark, head
    return None, Head.NONE


def _preposition(line: Line, grammar: Grammar, lo: int) -> str:
    """Return the preposition that governs a group, empty if none does."""
    i = lo - 1
    while i >= 0 and i > lo - 1 - _BACK:
        low = line.low(i)
        if low in grammar.prepositions and not line.low(i + 1)[:1].isdigit():
            return low
        if low in grammar.determiners or low[:1].isdigit() or low in grammar.prepositions:
            i -= 1
            continue
        if low == "and" and line.low(i - 1).endswith("ern"):
            i -= 1
            continue
        if (
            low.endswith(("ed", "est", "ern", "er"))
            and not line.at("event_verb", i)
            and not line.at("say_verb", i)
        ):
            i -= 1
            continue
        break
    return ""


def _unnamed(line: Line, grammar: Grammar) -> Iterator[Group]:
    """Yield the groups that name no party but stand for one."""
    for mark in line.marks.get("pronoun_enemy", ()):
        start = mark.hi + (line.low(mark.hi) in _APOSTROPHES)
        head, hi = _head(line, grammar, start, 3) or (Head.FORCE, mark.hi)
        yield _stand(line, grammar, (mark.lo, hi), head, Stand.ENEMY)
    for mark in line.marks.get("pronoun_its", ()):
        found = _head(line, grammar, mark.hi, 4)
        if found:
            yield _stand(line, grammar, (mark.lo, found[1]), found[0], Stand.OWN)
    for category, stand in (("pronoun_they", Stand.THEY), ("pronoun_it", Stand.IT)):
        for mark in line.marks.get(category, ()):
            yield _stand(line, grammar, (mark.lo, mark.hi), Head.FORCE, stand)
    for category, head in (
        ("pronoun_group", Head.FORCE),
        ("head_force", Head.FORCE),
        ("head_people", Head.PEOPLE),
    ):
        for mark in line.marks.get(category, ()):
            if category == "pronoun_group" and line.low(mark.hi) == "of":
                continue  # "the group of soldiers"
            yield _stand(line, grammar, (mark.lo, mark.hi), head, Stand.NOBODY)


def _stand(line: Line, grammar: Grammar, at: tuple[int, int], head: Head, stand: Stand) -> Group:
    prep = _preposition(line, grammar, at[0])
    return Group(at[0], at[1], None, head, stand, prep, possessive=False, named=at[0])
