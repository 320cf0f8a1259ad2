"""How names are told apart: by script, by words that are no names, as ids."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

_SCRIPTS = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "HEBREW": "Hebr",
    "ARABIC": "Arab",
}
_FEWEST_LETTERS = 4  # of a further name: shorter ones are codes and syllables of other scripts
_NO_LETTER = "-"
_PLAIN = re.compile(r"[\w \-'’ʼʻ‘.()/\u0300-\u036f]+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_SPELLED_OUT = str.maketrans(
    {"ı": "i", "ə": "e", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe"}
)


def slug(text: str) -> str:
    """Return a name as lower-case ASCII words joined by "-", "place" where none is left."""
    spelled = unicodedata.normalize("NFKD", text.casefold().translate(_SPELLED_OUT))
    plain = spelled.encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", plain.replace("'", "")).strip("-") or "place"


def script(text: str) -> str:
    """Return the ISO 15924 code of a name's letters, "" if mixed or none we read."""
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else ""
    found = {*map(_SCRIPT_OF.__getitem__, text)} - {_NO_LETTER}
    return found.pop() if len(found) == 1 else ""


class _ScriptOf(dict[str, str]):
    """The script of each character, worked out when it is first met."""

    def __missing__(self, char: str) -> str:
        words = unicodedata.name(char, "").split(" ", 1)
        self[char] = made = _SCRIPTS.get(words[0], "") if char.isalpha() else _NO_LETTER
        return made


_SCRIPT_OF = _ScriptOf()


@cache
def common_words() -> frozenset[str]:
    """Return words that begin sentences and names of persons, folded: no names here."""
    path = Path(__file__).with_name("common_words.toml")
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return frozenset(word for text in lists.values() for word in text.split())


def is_name(text: str) -> bool:
    """Return whether a further name of a place is safe to look for in reports."""
    letters = sum(map(str.isalpha, text))
    return (
        letters >= _FEWEST_LETTERS
        and text[0].isupper() | (not text[0].islower())
        and not text.isupper()
        and text.casefold() not in common_words()
        and is_writable(text)
    )


def is_writable(text: str) -> bool:
    """Return whether a text is a plain name that a pack may hold."""
    is_plain = _PLAIN.fullmatch(text) is not None and text == text.strip()
    return is_plain and "_" not in text and "  " not in text and script(text) != ""
