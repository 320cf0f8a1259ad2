"""What looks like a place's name but is a person's, a body's or a paper's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.geography import PlaceKind
from geoincidents.places import surroundings
from geoincidents.places.sides import NAME
from geoincidents.text import fold_word as fold

if TYPE_CHECKING:
    from geoincidents.places.scenes import Named, Scene
    from geoincidents.places.surroundings import Token

# A look-up in an enumeration is a call.
_COUNTRY = PlaceKind.COUNTRY
# A country or province beside another name is still ground ("Lisk President Ada Noor").
_NEVER_PERSONS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.PROVINCE})
_SHORT = 13  # characters of "university " and a space before it
_LONGEST_BODY = 3  # capitalised words behind a name: "Lisk State Medical University"


def is_place(scene: Scene, name: Named) -> bool:
    """Return whether the capitalised words beside a name do not make it another name."""
    if _names_a_nation(scene, name) or _ends_behind_an_article(scene, name.span[0]):
        return False
    if not (scene.left(name.span[0]) | scene.right(name.span[1])) & NAME:
        return True
    return not (
        _names_a_body(scene, name) or _names_a_person(scene, name) or _ends_a_name(scene, name)
    )


def _ends_a_name(scene: Scene, name: Named) -> bool:
    """Return whether a name is the end of a longer one: "Porto da Lisk"."""
    if _last_word(scene.text, name.span[0]) not in scene.words.particles:
        return False
    before = surroundings.before(scene.text, name.span[0], reach=40, count=2)[1:]
    return any(scene.is_name_word(token) for token in before)


def _ends_behind_an_article(scene: Scene, start: int) -> bool:
    """Return whether an article ties a name to a capitalised word: "Porta al-Lisk"."""
    if scene.text[start - 1 : start] != "-":
        return False
    article = scene.text[max(0, start - _SHORT) : start - 1].rpartition(" ")[2]
    if article not in scene.words.particles:
        return False
    before = scene.word_before(start - 1 - len(article))
    if before is None or surroundings.is_sentence_start(scene.text, before.start):
        return False
    return scene.is_name_word(before)


def _last_word(text: str, end: int) -> str:
    """Return the word that a space parts from an offset, "" where none or a long one is.

    Cheap, since it is asked for each name.
    """
    return text[max(0, end - _SHORT) : end - 1].rpartition(" ")[2] if end else ""


def _names_a_nation(scene: Scene, name: Named) -> bool:
    """Return whether a name that is also a nation's adjective has no kind word beside it."""
    start, end = name.span
    if fold(scene.text[start:end]) not in scene.words.adjectives:
        return False
    if any(scene.gazetteer.places[k].kind is _COUNTRY for k in name.keys):
        return False  # a state whose people bear its name
    behind = surroundings.after(scene.text, end, 1)
    return not behind or scene.class_of(behind[0].text) is None


def _names_a_body(scene: Scene, name: Named) -> bool:
    run = _capitalised_behind(scene, name.span[1])
    if run and surroundings.is_headline(scene.text, name.span):
        run = run[:1]
    opener = _last_word(scene.text, name.span[0])
    if opener[:1].isupper() and fold(opener) in scene.words.body_openers:
        return True
    return any(fold(t.text) in scene.words.organisations for t in run)


def _names_a_person(scene: Scene, name: Named) -> bool:
    """Return whether a settlement's name stands beside a given or a family name."""
    kinds = {scene.gazetteer.places[k].kind for k in name.keys}
    start, end = name.span
    if _COUNTRY in kinds and fold(scene.text[start:end]) in scene.words.given:
        return _is_given(scene, name)
    if kinds & _NEVER_PERSONS or " " in scene.text[start:end]:
        return False
    previous = scene.word_before(start)
    if previous and _is_of_a_person(scene, previous):
        return not surroundings.is_headline(scene.text, name.span)
    run = _capitalised_behind(scene, end)
    if not run or not scene.is_name_word(run[0]) or fold(run[0].text) in scene.words.titles:
        return False
    if previous and previous.text[0].islower() and fold(previous.text) in scene.words.locatives:
        return False
    return not surroundings.is_headline(scene.text, name.span)


def _is_given(scene: Scene, name: Named) -> bool:
    """Return whether a family name follows a state's name that is a given name too."""
    run = _capitalised_behind(scene, name.span[1])
    if not run or not scene.is_name_word(run[0]) or run[0].text.isupper():
        return False
    fair = scene.words.titles | scene.words.no_names | scene.words.directions.keys()
    if any(fold(t.text) in fair or scene.class_of(t.text) for t in run):
        return False
    return not surroundings.is_headline(scene.text, name.span)


def _is_of_a_person(scene: Scene, token: Token) -> bool:
    """Return whether a word before a name is a title or a given name."""
    if surroundings.is_sentence_start(scene.text, token.start):
        return False
    if fold(token.text) in scene.words.titles:
        return True
    if fold(token.text) in scene.words.directions:
        return False
    # Abbreviations stand before places too ("NATO", "RFE/RL").
    return scene.is_name_word(token) and not token.text.isupper()


def _capitalised_behind(scene: Scene, end: int) -> list[Token]:
    if scene.text[end : end + 1] not in {" ", "\n"}:
        return []
    if scene.text[end + 1 : end + 2].islower():
        return []
    run: list[Token] = []
    for token in surroundings.after(scene.text, end, _LONGEST_BODY):
        if not token.text[0].isupper():
            break
        run.append(token)
    return run
