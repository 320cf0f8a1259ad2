"""What a name may not be."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

FEWEST_LETTERS = 2  # or digits: outlets are called "N1"
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_SCRIPTS = ("LATIN", "ARMENIAN", "CYRILLIC", "GREEK", "GEORGIAN", "ARABIC", "HEBREW")


def fault_of(text: str) -> str:
    """Return what is wrong with a name and what would be right, empty when it is a name."""
    if text != text.strip() or "  " in text:
        return "has stray spaces; take them off"
    if not text.isascii() and (hidden := _hidden(text)):
        return f"holds the hidden character U+{ord(hidden):04X}; take it out"
    if sum(map(str.isalnum, text)) < FEWEST_LETTERS:
        return f"has fewer than {FEWEST_LETTERS} letters and would be found everywhere"
    if text.isascii():
        return "" if text.isprintable() else "holds a control character; take it out"
    scripts = sorted({script.title() for char in text if (script := _script(char))})
    if len(scripts) > 1:
        return f"mixes letters of {' and '.join(scripts)}; write it in one script"
    return ""


def _hidden(text: str) -> str:
    return next((char for char in text if unicodedata.category(char) in _HIDDEN), "")


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    name = unicodedata.name(char, "") if char.isalpha() else ""
    return next((script for script in _SCRIPTS if name.startswith(script)), "")
