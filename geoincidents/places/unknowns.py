"""Names that the words beside them say are places, and that no pack has."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from geoincidents.geography import PlaceKind
from geoincidents.places import kinds, surroundings
from geoincidents.places.scenes import SPAN, Named
from geoincidents.places.sides import KIND, LIST, NAME
from geoincidents.text import fold_word as fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.model import Span
    from geoincidents.places.scenes import Scene
    from geoincidents.places.surroundings import Token
    from geoincidents.places.wording import Wording
    from geoincidents.vocabulary import Hit

# A look-up in an enumeration is a call.
_COUNTRY = PlaceKind.COUNTRY
# A run reads all its reports with one lexicon.
_LAST: list[tuple[Wording, tuple[_Phrases, _Phrases]]] = []
_LONGEST_NAME = 3  # words
_SHORTEST_LIST = 3  # names; "Lisk, Ada Noor" has two
_ARTICLES = frozenset({"a", "an"})
_POSSESSIVES = ("'s", "’s")
_GAPS = frozenset(" \n\t")
_LEAD_GAPS = frozenset(" \n")
_JOINING = frozenset({"and", "or", "nor", "as"})
_NO_MARKS = frozenset(".;:)?!")  # behind a name they end its list
_STOPS = frozenset(",.;:)")
_THE = frozenset({"the", "The", "THE"})
_NOT_OF = frozenset(f" {letter}" for letter in "abcdefghijklmnpqrstuvwxyz")  # all but "o"


def find(scene: Scene) -> list[Named]:
    """Return the unknown names, taken in the scene, in no order."""
    found: list[Named] = []
    for hit in scene.kind_words:
        for name in _beside(scene, hit):
            scene.take(name.span)
            found.append(name)
    for name in chain(_near(scene), _listed_behind(scene)):
        scene.take(name.span)
        found.append(name)
    return found


def in_lists(scene: Scene, names: Sequence[Named]) -> list[Named]:
    """Return the unknown members of lists of at least three that hold known places.

    Countries do not make a list one of places: they are listed with persons and bodies.
    """
    found: list[Named] = []
    reach = 0
    for name in sorted(names, key=SPAN):
        start, end = name.span
        is_listed = (scene.left(start) | scene.right(end)) & LIST
        if not is_listed or start < reach or _is_country(scene, name):
            continue
        before = _mates_before(scene, start)
        behind, reach = _mates_behind(scene, end)
        members = [*before, name.span, *behind]
        # "Lisk, Ada Noor" may be a place and a speaker; "Lisk and Omen" are of one kind.
        is_pair = len(members) > 1 and _is_pair(scene, name, [*before, *behind][0])
        if len(members) >= _SHORTEST_LIST or is_pair:
            for span in members:
                if scene.is_free(*span):
                    scene.take(span)
                    found.append(unknown(span, name.ground if name.plural else ""))
    return found


def _is_pair(scene: Scene, name: Named, mate: Span) -> bool:
    first, second = sorted((name.span, mate))
    return scene.text[_past_kind(scene, first[1]) : second[0]].strip() in {"and", "or"}


def _past_kind(scene: Scene, end: int) -> int:
    """Return where the lower-case kind word behind a name ends, else where the name does."""
    if not scene.right(end) & KIND:
        return end
    behind = surroundings.after(scene.text, end, 2)
    for count in (2, 1):
        words = [t.text for t in behind[:count]]
        if len(words) == count and scene.class_of(" ".join(words)) and words[0].islower():
            return behind[count - 1].end
    return end


def _is_country(scene: Scene, name: Named) -> bool:
    return any(scene.gazetteer.places[k].kind is _COUNTRY for k in name.keys)


def _mates_behind(scene: Scene, end: int) -> tuple[list[Span], int]:
    """Return the names listed behind an offset, known or not, and where the list ends."""
    mates: list[Span] = []
    if not scene.right(end) & LIST or not _may_go_on(scene, end):
        return mates, end
    end = _past_kind(scene, end)
    while start := surroundings.list_mark_end(scene.text, end):
        mate = _known_behind(scene, start) or name_behind(scene, start)
        if mate is None or _is_over_dateline(scene, end, start):
            break
        mates.append(mate)
        _, end = mate
    return mates, end


def _is_over_dateline(scene: Scene, end: int, start: int) -> bool:
    """Return whether the dash between two words ends a dateline and is no mark of a list."""
    inside = scene.is_dateline((end - 1, end))
    return inside and not scene.is_dateline((start, start + 1))


def _may_go_on(scene: Scene, end: int) -> bool:
    """Return whether a kind word or the mark of a list may follow a name."""
    text = scene.text
    if text[end : end + 1] != " " or not ("a" <= text[end + 1 : end + 2] <= "z"):
        return text[end : end + 1] not in _NO_MARKS
    word = text[end + 1 : text.find(" ", end + 1)]
    # "as" begins "as well as"; a comma or a stop may be at the word's end.
    return not word.isalpha() or word in _JOINING or fold(word) in scene.words.kind_openers


def _mates_before(scene: Scene, start: int) -> list[Span]:
    """Return the names listed before an offset, known or not, the last first."""
    mates: list[Span] = []
    while end := surroundings.list_mark_start(scene.text, start):
        mate = _known_before(scene, end) or name_before(scene, end)
        if mate is None or _is_over_dateline(scene, end, start):
            break
        mates.append(mate)
        start, _ = mate
    return mates


def _known_before(scene: Scene, end: int) -> Span | None:
    """Return the name that is taken right before an offset."""
    start = scene.taken.rfind(0, 0, end) + 1
    return (start, end) if start < end else None


def _known_behind(scene: Scene, start: int) -> Span | None:
    """Return the name that is taken right behind an offset."""
    size = len(scene.taken)
    while start < size and scene.text[start] in _GAPS:
        start += 1
    end = scene.taken.find(0, start)
    end = size if end < 0 else end
    return (start, end) if start < end else None


def _beside(scene: Scene, hit: Hit) -> Iterator[Named]:
    """Yield the unknown names beside a kind word."""
    start, end = hit.span
    if not scene.is_free(start, end):
        return
    ground, words, text = hit.keys[0], scene.words, scene.text
    is_capital = text[start].isupper()
    if not is_capital and _is_end(text, end) and surroundings.follows_small(text, start):
        return  # no name on either side: so it is nearly always
    behind = surroundings.after(scene.text, end, 1)
    if ground in words.of_name and behind and fold(behind[0].text) == "of":
        yield from _listed(scene, hit, behind[0].end)
    if is_capital and (name := _of_capitals(scene, hit, behind)):
        yield name
        return
    if ground in words.before_name and scene.text[start].isupper():
        span = name_behind(scene, end)
        if span:
            yield unknown((start, span[1]), ground)
            return
    wrong_case = words.only_lower if is_capital else words.only_capital
    if ground in words.after_name and ground not in wrong_case:
        yield from _before(scene, hit)


def _of_capitals(scene: Scene, hit: Hit, behind: Sequence[Token]) -> Named | None:
    """Return "Gulf of Zell", "Line of Control" or "Indian Ocean": names with "of", of nations."""
    (start, end), ground, words = hit.span, hit.keys[0], scene.words
    phrase = scene.text[start:end].split()
    if len(phrase) > 1 and ground in words.only_capital and _is_title(phrase):
        return unknown((start, end), ground)._replace(joined=True)
    if ground in words.of_joined and behind and behind[0].text == "of":
        span = name_behind(scene, behind[0].end)
        return unknown((start, span[1]), ground)._replace(joined=True) if span else None
    nation = scene.word_before(start) if ground in words.of_nations else None
    if nation and nation.text[0].isupper() and fold(nation.text) in words.adjectives:
        return unknown((nation.start, end), ground)._replace(joined=True)
    return None


def _is_title(phrase: Sequence[str]) -> bool:
    """Return whether each word but "of" is capitalised: "Line of Control"."""
    return all(word[0].isupper() or word == "of" for word in phrase)


def _listed(scene: Scene, hit: Hit, end: int) -> Iterator[Named]:
    """Yield the unknown names of "the village of A" or "the villages of A, B and C"."""
    plural = fold(scene.text[slice(*hit.span)]).endswith("s")
    following: int | None = end
    while following is not None:
        known = _known_behind(scene, following)
        span = known or name_behind(scene, following)
        if span is None:
            return
        if not known:
            yield unknown(span, hit.keys[0])
        following = surroundings.list_mark_end(scene.text, span[1]) if plural else None


def name_behind(scene: Scene, end: int) -> Span | None:
    """Return the unknown name right behind an offset and an article, None if there is none."""
    text = scene.text
    gap = text.find(" ", end, end + surroundings.REACH)
    word = text[end:gap] if gap > 0 else ""
    if not word.isalpha() and word[:-1].isalpha() and word[-1] in _STOPS:
        word, gap = word[:-1], gap - 1
    if word.isalpha():
        if word.islower() and word != "the":
            return None
        if not scene.right(gap) & NAME:  # so it is nearly always
            return (end, gap) if _may_stand_alone(scene, word, end, gap) else None
    tokens: Sequence[Token] = _plain_words(scene, end)
    if not tokens:
        tokens = surroundings.after(scene.text, end, _LONGEST_NAME + 1)
        if tokens and fold(tokens[0].text) == "the":
            tokens = tokens[1:]
    run = _run(scene, tokens)
    return (run[0].start, _without_possessive(scene, run[-1])) if run else None


def _plain_words(scene: Scene, start: int) -> list[Token]:
    """Return the words at an offset up to a mark or a word in lower case, none if one is odd.

    So they nearly always are: the engine that takes all words apart is slow.
    """
    text = scene.text
    found: list[Token] = []
    while len(found) <= _LONGEST_NAME:
        gap = text.find(" ", start, start + surroundings.REACH)
        word = text[start:gap] if gap > 0 else ""
        if not word.isalpha():
            ends = word[:-1].isalpha() and word[-1] in _STOPS and word[:-1] not in _THE
            return [*found, surroundings.Token(word[:-1], start, gap - 1)] if ends else []
        if word in _THE or (word.islower() and word not in scene.words.particles):
            return found
        found.append(surroundings.Token(word, start, gap))
        start = gap + 1
    return found


def _may_stand_alone(scene: Scene, word: str, start: int, end: int) -> bool:
    """Return whether one plain word may be a place's name: what `_run` says, at once."""
    return (
        word[0].isupper()
        and not word.isupper()
        and fold(word) not in scene.words.never_alone
        and scene.is_free(start, end)
        and not scene.is_party(start, end)
    )


def _before(scene: Scene, hit: Hit) -> Iterator[Named]:
    """Yield the unknown names before "village", "Province" or "villages", the last first."""
    start, end = hit.span
    phrase = scene.text[start:end]
    is_capital = phrase[0].isupper()
    if is_capital and surroundings.is_headline(scene.text, hit.span):
        return
    if is_capital and kinds.is_of_a_body(scene, end):
        return
    joined = kinds.is_joined(scene, phrase, hit.keys[0])
    plural = fold(phrase).endswith("s")
    stop: int | None = start
    while stop is not None and (span := name_before(scene, stop)):
        # At the start of a sentence any word is capitalised.
        opens = surroundings.is_sentence_start(scene.text, span[0])
        if opens and phrase.islower() and " " not in scene.text[slice(*span)]:
            return
        if phrase.islower() and _has_article(scene, span[0]):
            return  # "an Omenite village" tells of its people
        yield unknown((span[0], end) if joined else span, hit.keys[0])
        stop = surroundings.list_mark_start(scene.text, span[0]) if plural else None


def _has_article(scene: Scene, start: int) -> bool:
    previous = scene.word_before(start)
    return previous is not None and fold(previous.text) in _ARTICLES


def name_before(scene: Scene, end: int) -> Span | None:
    """Return the unknown name right before an offset, None if there is none."""
    if surroundings.follows_small(scene.text, end):
        return None  # so it is nearly always
    nearest = scene.word_before(end)
    if nearest is None or not (_may_name(scene, nearest) or _is_affixed(nearest)):
        return None
    tokens = surroundings.before(scene.text, end, reach=60, count=_LONGEST_NAME + 1)
    run = _run(scene, tokens)
    if not run or scene.text[run[0].end : end].strip():
        return None
    return run[-1].start, run[0].end


def _is_end(text: str, end: int) -> bool:
    """Return whether plainly no "of" follows an offset."""
    return text[end : end + 1] in _STOPS or text[end : end + 2] in _NOT_OF


def _run(scene: Scene, tokens: Sequence[Token]) -> list[Token]:
    """Return the adjacent words of tokens that may make up a place's name.

    A possessive ends a name: "Lisk's Omen" is two.
    """
    run: list[Token] = []
    forward = len(tokens) < 2 or tokens[0].start < tokens[1].start  # noqa: PLR2004 - a pair
    for at, token in enumerate(tokens[:_LONGEST_NAME]):
        is_part = _may_name(scene, token) or (bool(run) and _joins(scene, tokens, at))
        if not is_part and _is_affixed(token):
            is_part = bool(run) if forward else _goes_on(scene, tokens, at)
        owns = token.text.endswith(_POSSESSIVES)
        if not is_part or (owns and not forward):
            break
        if fold(token.text) in scene.words.no_names:
            return []
        run.append(token)
        if owns:
            break
    directions = scene.words.directions
    return run if any(fold(token.text) not in directions for token in run) else []


def _joins(scene: Scene, tokens: Sequence[Token], at: int) -> bool:
    """Return whether a small word joins two words of a name: "Porto da Zell"."""
    return tokens[at].text in scene.words.particles and _goes_on(scene, tokens, at)


def _goes_on(scene: Scene, tokens: Sequence[Token], at: int) -> bool:
    """Return whether the word behind the next one of a run may be of a name."""
    following = tokens[at + 1 : at + 2]
    return at + 1 < _LONGEST_NAME and any(_may_name(scene, t) for t in following)


def _may_name(scene: Scene, token: Token) -> bool:
    """Return whether a word may be of a place's name; abbreviations name bodies."""
    word = token.text
    return word[0].isalpha() and not word.isupper() and scene.is_name_word(token)


def _is_affixed(token: Token) -> bool:
    """Return whether a word is a name with a small article before its hyphen: "al-Zell"."""
    if "-" not in token.text:
        return False
    article, _, rest = token.text.partition("-")
    return article.islower() and rest[:1].isupper()


def _without_possessive(scene: Scene, token: Token) -> int:
    owns = scene.text[token.start : token.end].endswith(_POSSESSIVES)
    return token.end - len("'s") if owns else token.end


def _near(scene: Scene) -> Iterator[Named]:
    """Yield the unknown names behind "near", "shelled" and the like."""
    words = scene.words
    weak = words.unknown_weak
    for phrase, at in _led(scene, scene.scanned.leads, _phrases(words)[0]):
        # "available in" and a word of another script names a language of the page.
        span = name_behind(scene, at) if surroundings.is_latin(scene.text[at]) else None
        if span and span[0] == at and not surroundings.is_headline(scene.text, span):
            yield _with_capital_kind(scene, span, sure=phrase not in weak)


def _listed_behind(scene: Scene) -> Iterator[Named]:
    """Yield the members of lists behind "struck" and the like: a single one may be a person."""
    for _, at in _led(scene, scene.scanned.list_leads, _phrases(scene.words)[1]):
        span = name_behind(scene, at)
        if span and span[0] == at and not surroundings.is_headline(scene.text, span):
            mates, _ = _mates_behind(scene, span[1])
            for mate in [span, *mates] if mates else ():
                if scene.is_free(*mate):
                    yield unknown(mate, "")


def _led(scene: Scene, leads: Sequence[Span], phrases: _Phrases) -> Iterator[tuple[str, int]]:
    """Yield some phrases with a capital behind them, and where that stands, one after another.

    Of phrases that start at one place the longest counts.
    """
    text, taken, reach = scene.text, scene.taken, 0
    for start, end in leads:
        at = end + 1
        first = text[at : at + 1]
        if start < reach or not first.isalpha():
            continue
        if "a" <= first <= "z":
            between = phrases.between.match(text, end)
            if not between:
                continue
            at = between.end()
        phrase = text[start:end].lower()
        if phrase in phrases.known and text[end] in _LEAD_GAPS and text[start - 1 : start] != "_":
            reach = at
            if not taken[at]:  # most names behind "in" are known
                yield phrase, at


class _Phrases(NamedTuple):
    """Phrases before a capital, and what matches the small words that may stand between."""

    known: frozenset[str]
    between: re.Pattern[str]


def _phrases(words: Wording) -> tuple[_Phrases, _Phrases]:
    """Return the phrases before single names, and those before lists."""
    if not (_LAST and _LAST[0][0] is words):
        parts = "|".join(sorted(w for w, sense in words.directions.items() if sense == "part"))
        part = rf"(?:(?:{parts})[ \n])?" if parts else ""
        # Any letter but a to z: no class of `re` holds the capitals of all scripts.
        between = re.compile(rf"[ \n](?:the )?{part}(?=[^\W\d_a-z])")
        single = words.unknown_after | words.unknown_weak
        _LAST[:] = [(words, (_Phrases(single, between), _Phrases(words.unknown_lists, between)))]
    return _LAST[0][1]


def _with_capital_kind(scene: Scene, span: Span, *, sure: bool) -> Named:
    """Return an unknown name with the capitalised kind word behind it: "Zell Valley"."""
    if scene.right(span[1]) & KIND:
        behind = surroundings.after(scene.text, span[1], 1)
        if behind and behind[0].text[0].isupper() and (ground := scene.class_of(behind[0].text)):
            return Named(span=(span[0], behind[0].end), ground=ground, joined=True, sure=sure)
    return unknown(span, "", sure=sure)


def unknown(span: Span, ground: str, *, sure: bool = True) -> Named:
    """Return the name of a place that no pack has."""
    return Named(span=span, ground=ground, sure=sure)
