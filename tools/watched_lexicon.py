"""A lexicon whose entries tell when they fire, and a reader of texts with it.

What counts as firing is told in `rule_coverage.py`, which this file serves.
"""

from __future__ import annotations

import re
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias
from unittest import mock

from geoincidents import claims, copies, lexicon, places, text, vocabulary
from geoincidents.claims import grammar
from geoincidents.claims.triggers import verbs
from geoincidents.vocabulary import HitKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from geoincidents.claims.grammar import VerbFrame
    from geoincidents.geography import Gazetteer
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Reading, Report
    from geoincidents.vocabulary import Hit

# Tables of verbs and nouns: a key with all its forms is one entry.
KEYED = frozenset(
    {"event_verb", "event_noun", "say_verb", "accuse_verb", "deny_verb", "show_verb", "deny_noun"}
)
# Files that serve what is shown, not what is read; tables that only sort other entries.
_NOT_READ = frozenset({"judging", "wording"})
_SORTING = frozenset({"words", "verb_frame", "noun_types", "fits"})
_BY_PLURAL = "things"  # the table whose keys are forms too
# Words of parties that other states' bodies are called by too ("National Assembly").
_TITLES = frozenset({"office", "organ"})

Entry: TypeAlias = str  # "events.toml words.filter_planned: plan"
Entries: TypeAlias = "Mapping[str, Mapping[str, Entry]]"  # by file and table, by form


# --- recording ---------------------------------------------------------------


@dataclass(slots=True)
class Log:
    """What fired, by the text that is being read; nothing is noted while there is none."""

    text: str | None = None
    fired: dict[Entry, set[str]] = field(default_factory=lambda: defaultdict(set))

    def note(self, entry: Entry) -> None:
        """Keep that an entry fired in the text that is being read."""
        if self.text is not None:
            self.fired[entry].add(self.text)


class Word(str):
    """A string of the lexicon that notes when a string of a text is found equal to it."""

    __slots__ = ("entry", "log")  # `str` and slots: only names, no values

    entry: Entry
    log: Log

    def __eq__(self, other: object) -> bool:
        """Return whether the strings are equal, and note it unless both are the lexicon's."""
        is_equal = str.__eq__(self, other) is True
        if is_equal and type(other) is str:
            self.log.note(self.entry)
        return is_equal

    __hash__ = str.__hash__


class Pattern:
    """A compiled pattern that notes the entries of its lists in what it matches."""

    def __init__(self, pattern: re.Pattern[str], lists: Sequence[Listed], log: Log) -> None:
        self._pattern = pattern
        self._lists = lists
        self._log = log

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the pattern has
        """Return what the pattern itself has, such as its source."""
        return getattr(self._pattern, name)

    def search(self, *given: Any) -> re.Match[str] | None:  # noqa: ANN401 - as `re` takes them
        """Return the first match."""
        return self._noted(self._pattern.search(*given))

    def match(self, *given: Any) -> re.Match[str] | None:  # noqa: ANN401 - as `re` takes them
        """Return a match at the start."""
        return self._noted(self._pattern.match(*given))

    def fullmatch(self, *given: Any) -> re.Match[str] | None:  # noqa: ANN401 - as `re` takes them
        """Return a match of the whole."""
        return self._noted(self._pattern.fullmatch(*given))

    def finditer(self, *given: Any) -> Iterator[re.Match[str]]:  # noqa: ANN401 - as `re` takes them
        """Yield the matches."""
        for found in self._pattern.finditer(*given):
            self._noted(found)
            yield found

    def _noted(self, found: re.Match[str] | None) -> re.Match[str] | None:
        if found and self._log.text is not None:
            for listed in self._lists:
                for entry in listed.entries_in(found[0]):
                    self._log.note(entry)
        return found


# --- entries -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of a lexicon: its forms, each with its entry."""

    file: str
    table: str
    entry_of: Mapping[str, Entry]

    @property
    def is_patterns(self) -> bool:
        """Return whether its forms are patterns themselves."""
        return self.file == "reports" and any("(" in form or "[" in form for form in self.entry_of)

    def is_in(self, source: str) -> bool:
        """Return whether all forms stand in a pattern, as the readers put them there."""
        if self.is_patterns:
            return all(form in source for form in self.entry_of)
        return all(
            _escaped(form) in source or _escaped(text.fold(form)) in source
            for form in self.entry_of
            if form
        )

    def entries_in(self, found: str) -> Iterator[Entry]:
        """Yield the entries that stand in matched words, the longest form at each place."""
        if self.is_patterns:
            yield from (e for form, e in self.entry_of.items() if re.fullmatch(form, found))
            return
        forms = sorted(filter(None, self.entry_of), key=len, reverse=True)
        folded = {text.fold(form): self.entry_of[form] for form in forms}
        choice = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in folded)
        for match in re.finditer(rf"(?<!\w)(?:{choice})(?!\w)", text.fold(found)):
            entry = folded.get(" ".join(match[0].split()))
            if entry:
                yield entry


def _escaped(form: str) -> str:
    return re.escape(form).replace(r"\ ", r"\s+")


def root(form: str) -> str:
    """Return a form without regular inflection, the same for all forms of a word."""
    return " ".join(map(_root, form.casefold().replace("’", "'").split()))


_STEM = 3  # letters that stay before an ending


def _root(word: str) -> str:
    for ending in ("ing", "ied", "ies", "ed", "es", "s", "e", "d"):
        if word.endswith(ending) and len(word) - len(ending) >= _STEM and not word.endswith("ss"):
            word = word.removesuffix(ending) + ("y" if ending in {"ied", "ies"} else "")
            break
    word = word.removesuffix("e") if len(word) > _STEM else word
    return word[:-1] if len(word) > _STEM and word[-1] == word[-2] else word


def listed(sections: Mapping[str, Mapping[str, Any]]) -> tuple[Listed, ...]:
    """Return every list that the reader uses, with the entry of each form."""
    return tuple(
        _entries(file, path, forms)
        for file, section in sorted(sections.items())
        if file not in _NOT_READ
        for path, forms in _lists(section, ())
        if path[0] not in _SORTING - {"words"}
    )


def _lists(table: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], list[str]]]:  # noqa: ANN401 - TOML
    """Yield the path of each list of words; tables from words to figures are such lists."""
    if isinstance(table, dict):
        figures = [k for k, v in table.items() if _is_figure(v)]
        if figures:
            yield path, figures
        for key, value in table.items():
            if key not in figures:
                yield from _lists(value, (*path, key))
    elif isinstance(table, list):
        words = [w for w in table if isinstance(w, str)]
        words += [w for inner in table if isinstance(inner, list) for w in inner]
        if words:
            yield path, words
    elif isinstance(table, str):
        yield path, [table]


def _is_figure(value: object) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(v, int) for v in value)
    return isinstance(value, int)


def _entries(file: str, path: Sequence[str], forms: Iterable[str]) -> Listed:
    is_words = path[0] == "words"
    table = ".".join(path[:2] if is_words else path)
    if is_words and path[1] in KEYED:
        name = f"{file}.toml {table}: {path[2]}"
        return Listed(file, ".".join(path), dict.fromkeys(forms, name))
    if path[0] == _BY_PLURAL:
        name = f"{file}.toml {path[0]}: {path[1]}"
        return Listed(file, ".".join(path), dict.fromkeys((path[1], *forms), name))
    firsts: dict[str, str] = {}
    entry_of = {}
    for form in forms:
        first = firsts.setdefault(root(form) if file != "reports" else form, form)
        entry_of[form] = f"{file}.toml {table}: {first}"
    return Listed(file, ".".join(path), entry_of)


_QUOTED = re.compile(r"""(['"]).*?\1(?!\w)""")


def rules(reading: Reading) -> set[Entry]:
    """Return the rules by which a text was read, as they are explained."""
    told = {reason for claim in reading.claims for reason in claim.reasons}
    left_out = {f"left out as {f.rule}" for f in reading.filtered}
    said = {part for reason in told for part in reason.split(", the ")}
    return {f"rule: {_QUOTED.sub('...', rule)}" for rule in said | left_out}


def frame_name(frame: VerbFrame, taking: Sequence[str]) -> Entry:
    """Return the name of a frame: its type, some of its verbs and what it asks for."""
    asked = {s: getattr(frame, s) for s in ("subject", "object", "near") if getattr(frame, s)}
    wants = " ".join(f"{side}={'/'.join(classes)}" for side, classes in asked.items())
    return f"frame: {frame.type.value} by {', '.join(taking[:3])} ({wants})"


# --- reading -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """A text that can be opened with a lexicon, by a name of its own."""

    name: str
    open: Callable[[Lexicon], Report]


class Reader:
    """Reads texts with a lexicon whose entries tell when they fire."""

    def __init__(self, places_: Gazetteer, countries: frozenset[str]) -> None:
        self.log = Log()
        self.regional: set[str] = set()
        self._places = places_
        plain = lexicon.load()
        self.lists = listed(plain.sections)
        self._words = {
            (item.table.split(".")[1], text.fold(form)): entry
            for item in self.lists
            if item.table.startswith("words.")
            for form, entry in item.entry_of.items()
        }
        self._plain = vocabulary.compile_(places_, plain)
        self._lexicon = self._watched(plain)
        self._frames = self._named(grammar.of(self._lexicon).frames)
        self._countries = countries

    def read(self, sources: Iterable[Source]) -> None:
        """Read texts; what fires is in `log`, what is about the region in `regional`."""
        found = list(sources)
        with self._watching():
            for source in found[:1]:  # the readers compile their lists with the first text
                self._read(source)
            for source in found:
                self.log.text = source.name
                self._read(source)
                self.log.text = None

    def _read(self, source: Source) -> None:
        """Read one text, from its page to its claims."""
        report = source.open(self._lexicon)
        copy = copies.Copy(report)
        hits = self._plain.scan(text.masked(copy.report))
        mentions = places.find(copy.report, hits, self._places, self._lexicon)
        reading = claims.extract(copy.report, mentions, hits, self._places, self._lexicon)
        for entry in {*rules(reading), *self._hit(copy.report, hits)}:
            self.log.note(entry)
        if self._is_regional(hits):
            self.regional.add(source.name)

    def _hit(self, report: Report, hits: Iterable[Hit]) -> Iterator[Entry]:
        for hit in hits:
            if hit.kind is HitKind.WORD:
                form = " ".join(text.fold(report.text[slice(*hit.span)]).split())
                known = self._words.get((hit.category, form))
                if known:
                    yield known

    def _is_regional(self, hits: Iterable[Hit]) -> bool:
        for hit in hits:
            known: Mapping[str, Any] = (
                self._places.places if hit.kind is HitKind.PLACE else self._places.parties
            )
            is_name = hit.kind is not HitKind.WORD and hit.category not in _TITLES
            if is_name and any(known[key].country in self._countries for key in hit.keys):
                return True
        return False

    # --- instruments ---------------------------------------------------------

    def _watched(self, plain: Lexicon) -> Lexicon:
        entry_of = {f"{i.file}.{i.table}": i.entry_of for i in self.lists}
        sections = {
            file: {
                key: value
                if key in _SORTING or file in _NOT_READ
                else self._wrapped(value, (file, key), entry_of)
                for key, value in section.items()
            }
            for file, section in plain.sections.items()
        }
        return lexicon.make(sections, language=plain.language)

    def _wrapped(self, value: Any, path: Sequence[str], entry_of: Entries) -> Any:  # noqa: ANN401 - TOML
        """Return a table with watched strings for those that are entries."""
        known = dict(entry_of.get(".".join(path), {}))
        if isinstance(value, str):
            return self._word(value, known)
        if isinstance(value, list):
            return [self._wrapped(v, path, entry_of) for v in value]
        if isinstance(value, dict):
            of_keys = {k: entry_of.get(".".join((*path, k)), {}) for k in value}
            return {
                self._word(k, {**known, **of_keys[k]}): self._wrapped(v, (*path, k), entry_of)
                for k, v in value.items()
            }
        return value

    def _word(self, form: str, known: Mapping[str, Entry]) -> str:
        if form not in known:
            return form
        word = Word(form)
        word.entry, word.log = known[form], self.log
        return word

    def _named(self, frames: Mapping[str, Sequence[VerbFrame]]) -> dict[VerbFrame, Entry]:
        taking: dict[VerbFrame, list[str]] = defaultdict(list)
        for verb, found in frames.items():
            for frame in found:
                taking[frame].append(verb)
        return {frame: frame_name(frame, named) for frame, named in taking.items()}

    @contextmanager
    def _watching(self) -> Iterator[None]:
        compile_, fits = re.compile, verbs._fits  # noqa: SLF001 - to be watched, not used

        def compiled(source: Any, *flags: Any) -> Any:  # noqa: ANN401 - as `re` takes them
            made = compile_(source, *flags)
            held = [i for i in self.lists if isinstance(source, str) and i.is_in(source)]
            return Pattern(made, held, self.log) if held else made

        def fitting(scene: Any, frame: VerbFrame, *parts: Any) -> bool:  # noqa: ANN401 - as it takes
            does = fits(scene, frame, *parts)
            if does:
                self.log.note(self._frames[frame])
            return does

        with mock.patch.object(re, "compile", compiled), mock.patch.object(verbs, "_fits", fitting):
            yield
