"""The words of news pages: wires, credits, datelines and furniture, ready to match.

Made from `lexicons/LANGUAGE/reports.toml`; see there for what each list holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geoincidents.errors import LexiconError
from geoincidents.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geoincidents.lexicon import Lexicon

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """The compiled lists of one language; every pattern is for folded text."""

    months: Mapping[str, int]
    weekdays: frozenset[str]
    wires: Mapping[str, str]  # folded form -> name
    bylines: tuple[str, ...]
    wire: re.Pattern[str]
    dated: re.Pattern[str]  # a date with day and month, the year optional
    source: re.Pattern[str]
    helper: re.Pattern[str]
    tail: re.Pattern[str]
    published: re.Pattern[str]
    furniture: re.Pattern[str]
    links: re.Pattern[str]

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
    slots = {"{wire}": _any_of(wires), "{date}": _FULL_DATE % calendar}
    credit, furniture = tables["credits"], tables["furniture"]
    return Press(
        months=months,
        weekdays=weekdays,
        wires=wires,
        bylines=tuple(fold(words) + " " for words in credit["byline"]),
        wire=re.compile(rf"(?<!\w)(?:{slots['{wire}']})(?!\w)"),
        dated=re.compile(_PARTIAL_DATE % calendar),
        source=_lines(credit["source"], slots),
        helper=_lines(credit["helper"], slots),
        tail=re.compile(_filled(credit["tail"], slots)),
        published=_lines([credit["published"]], slots),
        furniture=_lines(furniture["lines"], slots),
        links=_lines(furniture["links"], slots),
    )


def _any_of(forms: Iterable[str]) -> str:
    # Longest first: "interfax-ukraine" must win over "interfax".
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))


def _lines(patterns: Iterable[str], slots: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_filled(pattern, slots)})" for pattern in patterns))


def _filled(pattern: str, slots: Mapping[str, str]) -> str:
    for slot, words in slots.items():
        pattern = pattern.replace(slot, words)
    return pattern
