"""The words of a language, read from `lexicons/LANGUAGE/*.toml`.

Each file serves one reader (`measures.toml`, `dates.toml` ...) and is free in form,
but for its table `words`: `[words.CATEGORY]` holds `KEY = ["form", ...]`. All forms of
all `words` tables go into the one automaton of `vocabulary`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geoincidents import resources

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A form of the language and what it stands for."""

    category: str
    key: str
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words of one language; `sections` are the files by name, as TOML gives them."""

    language: str
    terms: tuple[Term, ...]
    sections: Mapping[str, Mapping[str, Any]]  # Any: each reader checks its own section

    def section(self, name: str) -> Mapping[str, Any]:
        """Return a file's tables, by the file's name without suffix."""
        return self.sections[name]


def load(language: str = "en") -> Lexicon:
    """Return the lexicon of a language that ships with the package."""
    files = sorted(resources.lexicon_folder(language).glob("*.toml"))
    sections = {f.stem: tomllib.loads(f.read_text(encoding="utf-8")) for f in files}
    return make(sections, language=language)


def make(sections: Mapping[str, Mapping[str, Any]], *, language: str = "en") -> Lexicon:
    """Return a lexicon of tables that are already read."""
    terms = (
        Term(category=category, key=key, form=form)
        for section in sections.values()
        for category, entries in section.get("words", {}).items()
        for key, forms in entries.items()
        for form in forms
    )
    return Lexicon(language=language, terms=tuple(terms), sections=sections)
