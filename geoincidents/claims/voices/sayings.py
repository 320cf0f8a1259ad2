"""Which words of saying are verbs where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geoincidents.claims.grammar import Grammar
    from geoincidents.claims.lines import Line, Mark

_POSSESSIVES = frozenset({"'s", "’s"})
_NOUNS = frozenset({"claim", "claims", "report", "reports", "charge", "charges", "answer"})
_SUBJECTS = frozenset({"that", "all", "both", "each", "group"})  # "the group said"
_FIGURE = 5  # words between "put" and the toll
_READ = 9  # words between "a statement by ..." and its "read"
CALLS = frozenset({"call", "brand", "label", "term"})  # "called the charge absurd"
_CLAIM_NEAR = 3  # words: "called the Northern report ...", "called groundless the report ..."
_CALL_FAR = 30  # words: "called the report that ... groundless"
_SAYING = ("say_verb", "accuse_verb", "deny_verb")
_CALL_REACH = 10  # words
_WHEN = 7  # words between "was announced" and "by"
_TIMES = frozenset({"on", "today", "yesterday", "earlier", "later", "late", "early", ","})


def is_verb(line: Line, grammar: Grammar, mark: Mark) -> bool:
    """Return whether a word of saying is one where it stands: no noun, name or toll."""
    before, word = line.low(mark.lo - 1), line.low(mark.lo)
    is_name = mark.lo > 0 and line.tokens[mark.lo].text[:1].isupper()
    if is_name and not line.sentence.in_title and not word.endswith("ing"):
        return False
    if _means_else(line, grammar, mark):
        return False
    if before in grammar.determiners - _SUBJECTS or before in _POSSESSIVES:
        return False
    is_apart = line.tokens[mark.lo - 1].text.islower() and not line.at("head_office", mark.lo - 1)
    if line.low(mark.lo - 2) in _POSSESSIVES and word in _NOUNS and is_apart:
        return False  # "the government's implicit claims"
    is_adjective = line.at("adjective", mark.lo - 1) and not line.at("name", mark.lo - 1)
    if is_adjective and not line.at("head_people", mark.lo - 1):
        return line.tokens[mark.lo - 1].low.endswith("s")
    is_verb = word.endswith(("ed", "ing"))
    is_noun = before in grammar.prepositions or (line.low(mark.hi) == "of" and not is_verb)
    return not is_noun or word.endswith("ing")


def _means_else(line: Line, grammar: Grammar, mark: Mark) -> bool:
    """Return whether a word of saying means something else where it stands."""
    is_noun = line.low(mark.lo - 2) in grammar.determiners  # "the report said"
    if not is_noun and any(line.at(c, mark.lo - 1) for c in _SAYING):
        return True  # "denied reports"
    is_paper = line.low(mark.lo) in _NOUNS and line.at("event_noun", mark.lo - 1)
    if is_paper or (mark.key == "claim" and _is_toll(line, mark)):
        return True  # "a recent intrusion report", "claimed three lives"
    if _is_undergone(line, grammar, mark) or (mark.key == "recall" and _is_called_back(line, mark)):
        return True
    if _lacks_its_own(line, mark):
        return True
    things = ("object_post", "object_ground", "object_road")
    is_bare = not line.low(mark.lo).endswith(("ed", "ing"))
    return is_bare and any(line.at(c, mark.lo) for c in things)  # "60 military posts"


def _is_undergone(line: Line, grammar: Grammar, mark: Mark) -> bool:
    """Return whether an act "was condemned", or men are "reported to" have done it."""
    is_passive = line.low(mark.lo - 1) in grammar.passive_auxiliaries
    return is_passive and (mark.key == "object_to" or line.low(mark.hi) == "to")


def _is_called_back(line: Line, mark: Mark) -> bool:
    """Return whether an envoy or men are recalled, and no words are."""
    behind = range(mark.hi, mark.hi + 3)
    return line.low(mark.hi) != "that" and any(
        line.at(c, i) for i in behind for c in ("head_office", "head_force")
    )


def _lacks_its_own(line: Line, mark: Mark) -> bool:
    """Return whether a verb is without what makes it one of saying ("read" without a statement)."""
    before = max(0, mark.lo - _READ)
    if mark.key == "put_at":
        return not _puts_a_figure(line, mark)
    if mark.key == "count":  # what others counted is no statement of theirs
        return not line.has("head_office", before, mark.lo)
    return mark.key == "read" and not line.has("say_statement", before, mark.lo)


def _puts_a_figure(line: Line, mark: Mark) -> bool:
    """Return whether a figure is "put at" so many, and not a thing somewhere."""
    figures = line.within("say_figure", mark.hi, mark.hi + _FIGURE)
    reach = range(figures[0].hi, figures[0].hi + _READ) if figures else range(0)
    return any(line.low(i) == "at" for i in reach)


def _is_toll(line: Line, mark: Mark) -> bool:
    """Return whether lives are what is claimed."""
    return any(line.low(i) in {"lives", "life", "victims"} for i in range(mark.hi, mark.hi + 4))


def calls_false(line: Line, mark: Mark) -> bool:
    """Return whether "called" is followed by a claim and a word for false."""
    is_claim = line.has("deny_claim", mark.hi, mark.hi + _CLAIM_NEAR)
    false = line.within("deny_false", mark.hi, mark.hi + (_CALL_FAR if is_claim else _CALL_REACH))
    # "called the charge absurd", "called that absurd", "a charge that the North called absurd"
    start = max(0, mark.lo - _CALL_REACH)
    return bool(false) and (
        line.low(mark.hi) in {"that", "this", "it"}
        or line.has("deny_claim", mark.hi, false[-1].hi + _CLAIM_NEAR)
        or line.has("deny_charge", start, mark.lo)
        or (by(line, mark) > 0 and line.has("deny_claim", 0, mark.lo))
    )


def by(line: Line, mark: Mark) -> int:
    """Return where "by" stands behind a passive verb, or its word for false; 0 if nowhere."""
    end = mark.hi
    if mark.key in CALLS:  # "was termed a lie by the North"
        false = line.within("deny_false", mark.hi, mark.hi + _CALL_REACH)
        end = false[-1].hi if false else end
    last = end
    while last < end + _WHEN and _is_when(line, last):
        last += 1  # "was announced on Tuesday, 4 May, by the army"
    return last if line.low(last) == "by" else 0


def _is_when(line: Line, index: int) -> bool:
    token = line.tokens[index].text if index < len(line.tokens) else ""
    return token.lower() in _TIMES or token[:1].isdigit() or token[:1].isupper()


def is_short(line: Line, mark: Mark) -> bool:
    """Return whether a participle only tells who rejects a charge ("a charge denied by X")."""
    return line.at("deny_verb", mark.lo) is not None and line.has(
        "deny_claim", mark.lo - 1, mark.lo
    )
