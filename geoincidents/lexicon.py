"""The words of a language, read from `lexicons/LANGUAGE/*.toml`.

Each file serves one reader (`measures.toml`, `dates.toml` ...) and is free in form,
but for its table `words`: `[words.CATEGORY]` holds `KEY = ["form", ...]`. All forms of
all `words` tables go into the one automaton of `vocabulary`. A category belongs to one
file.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from geoincidents import resources
from geoincidents.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_DECODE_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
_FORMS_WANTED = 'KEY = ["form", ...] would be right'


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


class _Fault(NamedTuple):
    """What is wrong with a file's `words`, and where."""

    section: str
    category: str
    key: str
    message: str


def load(language: str = "en") -> Lexicon:
    """Return the lexicon of a language that ships with the package.

    Raises
    ------
    LexiconError
        With every fault of its files as ``FILE:LINE: what is wrong, what would be right``.
    """
    folder = resources.lexicon_folder(language)
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise LexiconError([f"{folder}: no lexicon of language {language!r} is installed"])
    texts = {f: f.read_text(encoding="utf-8") for f in files}
    sections = _decoded(texts)
    faults = sorted(_faults(sections))
    if faults:
        by_name = {f.stem: f for f in files}
        raise LexiconError([f"{_place(by_name[f.section], texts, f)}: {f.message}" for f in faults])
    return _lexicon(sections, language)


def make(sections: Mapping[str, Mapping[str, Any]], *, language: str = "en") -> Lexicon:
    """Return a lexicon of tables that are already read.

    Raises
    ------
    LexiconError
        With every fault of the tables `words`.
    """
    faults = sorted(_faults(sections))
    if faults:
        raise LexiconError([f"{f.section}.toml: {f.message}" for f in faults])
    return _lexicon(sections, language)


def _lexicon(sections: Mapping[str, Mapping[str, Any]], language: str) -> Lexicon:
    terms = (
        Term(category=category, key=key, form=form)
        for section in sections.values()
        for category, entries in section.get("words", {}).items()
        for key, forms in entries.items()
        for form in forms
    )
    return Lexicon(language=language, terms=tuple(terms), sections=sections)


def _decoded(texts: Mapping[Path, str]) -> dict[str, dict[str, Any]]:
    sections: dict[str, dict[str, Any]] = {}
    faults: list[str] = []
    for path, text in texts.items():
        try:
            sections[path.stem] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            found = _DECODE_LINE.search(str(error))
            line = found[1] if found else "1"
            faults.append(f"{path}:{line}: not TOML: {_DECODE_LINE.sub('', str(error))}")
    if faults:
        raise LexiconError(faults)
    return sections


def _place(path: Path, texts: Mapping[Path, str], fault: _Fault) -> str:
    """Return file and line of a fault: that of its key, else of its table, else the first."""
    table, line = "", 1
    for number, text in enumerate(texts[path].splitlines(), start=1):
        stripped = text.strip()
        if stripped.startswith("["):
            table = stripped.strip("[]").strip()
            line = number if table == f"words.{fault.category}" else line
        elif table == f"words.{fault.category}" and re.match(
            rf"[\"']?{re.escape(fault.key)}[\"']?\s*=", stripped
        ):
            return f"{path}:{number}"
    return f"{path}:{line}"


def _faults(sections: Mapping[str, Mapping[str, Any]]) -> Iterator[_Fault]:
    owner: dict[str, str] = {}
    for name, section in sections.items():
        words = section.get("words", {})
        if not isinstance(words, dict):
            yield _Fault(
                name, "", "", f"words is {words!r}, tables [words.CATEGORY] would be right"
            )
            continue
        for category, entries in words.items():
            if owner.setdefault(category, name) != name:
                where = f"{owner[category]}.toml"
                yield _Fault(name, category, "", f"words.{category} is already in {where}")
            yield from _category_faults(name, category, entries)


def _category_faults(section: str, category: str, entries: object) -> Iterator[_Fault]:
    where = f"words.{category}"
    if not isinstance(entries, dict):
        yield _Fault(section, category, "", f"{where} is {entries!r}, {_FORMS_WANTED}")
        return
    for key, forms in entries.items():
        if not isinstance(forms, list) or not all(isinstance(f, str) for f in forms):
            yield _Fault(section, category, key, f"{where}.{key} is {forms!r}, {_FORMS_WANTED}")
            continue
        if not forms:
            yield _Fault(section, category, key, f"{where}.{key} holds no form")
        for form in forms:
            if form.strip() != form or not form:
                message = f"{where}.{key}: {form!r} has spaces around it or is empty"
                yield _Fault(section, category, key, message)
