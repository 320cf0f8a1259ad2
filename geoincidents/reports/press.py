"""The words of news pages: wires, credits, datelines and furniture, ready to match.

Made from `lexicons/LANGUAGE/reports.toml`; see there for what each list holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geoincidents.errors import LexiconError
from geoincidents.reports.beginnings import Beginnings
from geoincidents.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geoincidents.lexicon import Lexicon

MOST_PATTERNS = 64  # of wires that stand together in a line
_WORDS = re.compile(r"\w+")
LONGEST_LINE = 300  # longer lines are prose; patterns are never tried on them
_FULL_DATE = (
    r"(?:[0-9]{1,2} (?:%(months)s)\.?,? [0-9]{4}|(?:%(months)s)\.? [0-9]{1,2},? [0-9]{4}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4})"
)
_PARTIAL_DATE = (
    r"\b(?:(?:%(days)s),? )?(?:[0-9]{1,2}(?:st|nd|rd|th)? (?:%(months)s)\b(?:\.?,? [0-9]{4}\b)?"
    r"|(?:%(months)s)\.? [0-9]{1,2}(?:st|nd|rd|th)?\b(?:,? [0-9]{4}\b)?"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./-][0-9]{1,2}[./-](?:[0-9]{4}|[0-9]{2})\b)"
)


class WirePattern:
    """A pattern over the names of wires, compiled for those that some words hold.

    The list of wires stands in it a dozen times: to compile it whole took half the time
    of reading five reports, and a line names one or two.
    """

    def __init__(self, pattern: str, wires: Iterable[str]) -> None:
        self._pattern = pattern
        self._all = frozenset(wires)
        self._wires: dict[str, list[tuple[str, str]]] = {}  # by first word
        for form in self._all:
            spaced = _spaced(form)
            self._wires.setdefault(spaced.split()[0], []).append((form, spaced))
        self._known: dict[frozenset[str], re.Pattern[str]] = {}
        self._of("")  # a pattern that is none fails here

    def fullmatch(self, words: str) -> re.Match[str] | None:
        """Return the match of all of some folded words."""
        return self._of(words).fullmatch(words)

    def search(self, words: str) -> re.Match[str] | None:
        """Return the first match in some folded words."""
        return self._of(words).search(words)

    def _of(self, words: str) -> re.Pattern[str]:
        spaced = _spaced(words)
        firsts = self._wires.keys() & spaced.split()
        named = frozenset(f for w in firsts for f, inner in self._wires[w] if inner in spaced)
        if named not in self._known and len(self._known) >= MOST_PATTERNS:
            named = self._all
        if named not in self._known:
            slots = {"{wire}": _any_of(named) or "(?!)"}
            self._known[named] = re.compile(_filled(self._pattern, slots))
        return self._known[named]


def _spaced(words: str) -> str:
    """Return words with a space for all else, so that a name in them is a part of a string."""
    return f" {' '.join(_WORDS.findall(words))} "


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """The compiled lists of one language; every pattern is for folded text."""

    months: Mapping[str, int]
    weekdays: frozenset[str]
    wires: Mapping[str, str]  # folded form -> name
    bylines: tuple[str, ...]
    wire: re.Pattern[str]
    dated: re.Pattern[str]  # a date with day and month, the year optional
    source: WirePattern
    helper: re.Pattern[str]
    tail: WirePattern
    published: re.Pattern[str]
    furniture: re.Pattern[str]
    holding: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]  # words, and furniture with one
    links: re.Pattern[str]
    beginnings: Beginnings  # of the lines that are no prose, but for those that hold words
    held: tuple[str, ...]  # the words of which such a line holds one
    dateline: frozenset[str]  # words in lower case that a dateline may hold

    def is_furniture(self, words: str) -> bool:
        """Return whether a folded line is a part of a page, not of the report."""
        if self.furniture.fullmatch(words):
            return True
        return any(
            any(word in words for word in needed) and line.fullmatch(words)
            for needed, line in self.holding
        )

    def wires_in(self, words: str) -> tuple[tuple[str, int, int], ...]:
        """Return the wires that words name, each with where it stands, in order."""
        found = self.wire.finditer(fold(words))
        return tuple((self.wires[m[0]], m.start(), m.end()) for m in found)


_known: dict[int, tuple[Lexicon, Press]] = {}


def of(lexicon: Lexicon) -> Press:
    """Return the lists of a lexicon, compiled once.

    Raises
    ------
    LexiconError
        If `reports.toml` is missing, lacks a list or holds a pattern that is none.
    """
    held = _known.get(id(lexicon))
    if held is None or held[0] is not lexicon:
        held = _known[id(lexicon)] = (lexicon, _made(lexicon))
    return held[1]


def _made(lexicon: Lexicon) -> Press:
    try:
        return _compiled(lexicon.section("reports"))
    except KeyError as error:
        fault = f"{lexicon.language}/reports.toml: {error.args[0]!r} is missing"
        raise LexiconError([fault]) from error
    except re.error as error:
        fault = f"{lexicon.language}/reports.toml: {error} in pattern {error.pattern!r}"
        raise LexiconError([fault]) from error


def _compiled(tables: Mapping[str, Any]) -> Press:  # Any: TOML; each list is checked by its use
    months = {fold(form): int(n) for n, forms in tables["months"].items() for form in forms}
    wires = {fold(form): forms[0] for forms in tables["wires"]["names"] for form in forms}
    weekdays = frozenset(map(fold, tables["weekdays"]["names"]))
    calendar = {"months": _any_of(months), "days": _any_of(weekdays)}
    dates = {"{date}": _FULL_DATE % calendar}
    credit, furniture = tables["credits"], tables["furniture"]
    bylines = tuple(fold(words) + " " for words in credit["byline"])
    helping, holding = credit.get("holding", ()), furniture["holding"]
    return Press(
        months=months,
        weekdays=weekdays,
        wires=wires,
        bylines=bylines,
        wire=re.compile(rf"(?<!\w)(?:{_any_of(wires)})(?!\w)"),
        dated=re.compile(_PARTIAL_DATE % calendar),
        source=WirePattern(_any_line(credit["source"]), wires),
        helper=re.compile(_any_line([*credit["helper"], *(h["line"] for h in helping)])),
        tail=WirePattern(credit["tail"], wires),
        published=re.compile(_filled(credit["published"], dates)),
        furniture=re.compile(_any_line(furniture["lines"])),
        holding=tuple((tuple(h["words"]), re.compile(h["line"])) for h in holding),
        links=re.compile(_any_line(furniture["links"])),
        beginnings=Beginnings(
            (
                *(f"{re.escape(words)}.*" for words in bylines),
                *(*credit["source"], *credit["helper"], credit["published"]),
                *(*furniture["lines"], *furniture["links"]),
            ),
            {"wire": wires, "date": (*months, "1")},
        ),
        held=tuple(sorted({word for h in (*helping, *holding) for word in h["words"]})),
        dateline=frozenset(" ".join((*months, *weekdays, *wires)).split()),
    )


def _any_of(forms: Iterable[str]) -> str:
    # Longest first: "interfax-ukraine" must win over "interfax".
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))


def _any_line(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def _filled(pattern: str, slots: Mapping[str, str]) -> str:
    for slot, words in slots.items():
        pattern = pattern.replace(slot, words)
    return pattern
