"""The lexicon's words of dates, compiled into patterns for the readers of dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from geoincidents.claims.measures.words import alternation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geoincidents.lexicon import Lexicon

_DAY: Final = r"(\d{1,2})(?:st|nd|rd|th)?"
# "of 2021", ", 2021": no figure ("12,500"), no count with a unit right behind.
_YEAR: Final = r"(?:,?\s(?:of\s)?(\d{4})(?![\d%]|[.,:/-]\d))?"
_DASH: Final = r"(?:\s?[-–—]\s?|\s(?:to|through|until|till)\s(?:the\s)?)"
_AND: Final = r"(?:\s(?:and|or)\s(?:the\s)?|/)"
_COUNT: Final = (
    r"(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|(?:a\s)?few"
    r"|a\scouple\sof|couple\sof)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """What `dates.toml` says, ready to use."""

    month_of: Mapping[str, int]  # "Sept." -> 9
    weekday_of: Mapping[str, int]  # "Monday" -> 0
    relative: Mapping[str, int]
    nights: Mapping[str, tuple[int, int]]
    following: Mapping[str, int]
    period_of: Mapping[str, str]
    and_: frozenset[str]  # words that list two dates
    seasons: Mapping[str, tuple[int, int]]
    names_before: frozenset[str]
    names_after: frozenset[str]
    bare_month: re.Pattern[str]
    bare_year: re.Pattern[str]
    year_or_count: frozenset[str]
    year_named: re.Pattern[str]  # what a year before it names: " war", " Border Treaty"
    next: frozenset[str]
    last: frozenset[str]
    this: frozenset[str]
    rolling: frozenset[str]  # "the past week" ends with publication
    relations: Mapping[str, re.Pattern[str]]
    future: frozenset[str]
    past: frozenset[str]
    leads: frozenset[str]  # before a participle they make it future: "to be held"
    gates: Mapping[str, re.Pattern[str]]  # a sentence without any of them holds no date
    patterns: Mapping[str, re.Pattern[str]]

    def likely(self, text: str) -> tuple[str, ...]:
        """Return the names of the patterns that can match in a text."""
        open_ = {gate for gate, pattern in self.gates.items() if pattern.search(text)}
        return tuple(n for n in self.patterns if not open_.isdisjoint(_GATES_OF.get(n, ("month",))))


# What a pattern needs to find; those that are not named here need a month.
_GATES_OF: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("iso", "numeric", "years", "decade", "year", "ordinal"), ("digit",)),
    **dict.fromkeys(("weekdays", "weekday"), ("weekday",)),
    **dict.fromkeys(("ago", "past", "period", "duration", "season", "weekend"), ("word",)),
    **dict.fromkeys(("relative", "night", "following"), ("word",)),
}

_latest: list[tuple[Lexicon, DateWords]] = []


def of(lexicon: Lexicon) -> DateWords:
    """Return the compiled words of a lexicon; the latest one is remembered."""
    # A lexicon holds mappings and has no hash: identity is what tells two apart.
    if not _latest or _latest[0][0] is not lexicon:
        _latest[:] = [(lexicon, _compile(lexicon.section("dates")))]
    return _latest[0][1]


def _compile(section: Mapping[str, Any]) -> DateWords:  # Any: TOML, as it was read
    month_of = _cased(section["months"], first=1)
    weekday_of = _cased(section["weekdays"], first=0)
    period_of = {
        written: unit
        for unit, forms in section["periods"].items()
        for form in forms
        for written in (form, f"{form}s")
    }
    tense = section["tense"]
    return DateWords(
        month_of=month_of,
        weekday_of=weekday_of,
        relative=section["relative"],
        nights={form: (days[0], days[1]) for form, days in section["nights"].items()},
        following=section["following"],
        period_of=period_of,
        and_=frozenset(section["lists"]["and"]),
        seasons={form: (first, count) for form, (first, count) in section["seasons"].items()},
        names_before=frozenset(section["names_before"]),
        names_after=frozenset(section["names_after"]),
        bare_month=_ending(section["bare"]["month"]),
        bare_year=_ending(section["bare"]["year"]),
        year_or_count=frozenset(section["bare"]["year_or_count"]),
        year_named=re.compile(
            rf"\s(?:[\w-]+\s){{0,2}}(?:{alternation(section['bare']['named'])})\b"
        ),
        next=frozenset(tense["next"]),
        last=frozenset(tense["last"]),
        this=frozenset(tense["this"]),
        rolling=frozenset(tense["rolling"]),
        relations=_relations(section["relations"]),
        future=frozenset(tense["future"]),
        past=frozenset(tense["past"]),
        leads=frozenset(tense["leads"]),
        gates=_gates(section, month_of, weekday_of),
        patterns=_patterns(section, month_of, weekday_of, period_of),
    )


def _cased(groups: Iterable[Iterable[str]], *, first: int) -> dict[str, int]:
    return {
        written: number
        for number, forms in enumerate(groups, first)
        for form in forms
        for written in (form, form.upper())
    }


def _ending(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({alternation(forms)})[\s-]\Z", re.IGNORECASE)


def _relations(section: Mapping[str, list[str]]) -> dict[str, re.Pattern[str]]:
    passed = alternation(section["passed"])
    return {
        relation: re.compile(
            rf"(?<!\w)(?:{alternation(forms)})(?:\s(?:{passed})){{0,3}}\s\Z", re.IGNORECASE
        )
        for relation, forms in section.items()
        if relation != "passed"
    }


def _gates(
    section: Mapping[str, Any], months: Iterable[str], weekdays: Iterable[str]
) -> dict[str, re.Pattern[str]]:
    phrases = (*section["relative"], *section["nights"], *section["following"])
    periods = [form for forms in section["periods"].values() for form in forms]
    periods.extend(section["weekend"]["words"])
    words = {phrase.split()[-1] for phrase in phrases} | {*section["seasons"], *periods}
    return {
        "digit": re.compile(r"\d"),
        "month": re.compile(rf"(?<!\w)(?:{alternation(months)})"),
        "weekday": re.compile(rf"(?<!\w)(?:{alternation(weekdays)})"),
        "word": re.compile(rf"(?<!\w)(?:{alternation(words)})", re.IGNORECASE),
    }


def _patterns(
    section: Mapping[str, Any],
    month_of: Iterable[str],
    weekday_of: Iterable[str],
    period_of: Iterable[str],
) -> dict[str, re.Pattern[str]]:
    month = rf"({alternation(month_of)})"
    weekday = rf"({alternation(weekday_of)})"
    period = rf"({alternation(period_of)})"
    season = rf"({alternation(section['seasons'])})"
    tense = section["tense"]
    which = alternation([*tense["next"], *tense["last"], *tense["this"]])
    of = r"\s(?:of\s)?"
    later = "ago|earlier|later|before|after|old"
    follow = alternation(section["lists"]["follow"])
    unless_counted = rf"(?=[^\w\s]|\s(?:{follow})\b|\s?\Z)"
    weekend = alternation(section["weekend"]["words"])
    over = alternation(section["weekend"]["before"])
    start, stop = r"(?<![\w.])", r"(?![\w]|[.,:]\d)"
    sources = {
        "iso": r"(?<![\d./-])(\d{4})[-/.](\d{2})[-/.](\d{2})(?![\d./-]\d|\d)",
        "numeric": r"(?<![\d.-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d|[./-]\d)",
        "month_span": rf"{start}{month}\s{_DAY}{_YEAR}{_DASH}{month}\s{_DAY}{_YEAR}{stop}",
        "month_days": rf"{start}{month}\s{_DAY}{_DASH}{_DAY}{_YEAR}{stop}",
        "month_and": rf"{start}{month}\s{_DAY}{_AND}{_DAY}{_YEAR}{stop}{unless_counted}",
        "month_day": rf"{start}{month}\s(?:the\s)?{_DAY}{_YEAR}{stop}",
        "span_month": rf"{start}{_DAY}{of}{month}{_YEAR}{_DASH}{_DAY}{of}{month}{_YEAR}{stop}",
        "days_month": rf"{start}{_DAY}{_DASH}{_DAY}\s(?:of\s)?{month}{_YEAR}{stop}",
        "and_month": rf"{start}{_DAY}{_AND}{_DAY}\s(?:of\s)?{month}{_YEAR}{stop}",
        "day_month": rf"{start}{_DAY}\s(?:of\s)?{month}{_YEAR}{stop}",
        "month_year": rf"{start}{month},?\s(?:of\s)?(\d{{4}}){stop}(?!-)",
        "month": rf"{start}{month}(?!\w|\s\d)",
        "season": rf"(?<!\w)(?i:(?:({which})\s)?{season}(?:\s(?:of\s)?(\d{{4}}))?){stop}",
        "years": rf"{start}(\d{{4}})(?:[-–—]|\s(?:to|and)\s)(\d{{4}}|\d{{2}}){stop}(?!-)",
        "decade": r"(?<!\w)(?:(?i:early|mid|late)[\s-])?(\d{3}0)['’]?s(?!\w)",
        "year": rf"{start}(\d{{4}}){stop}(?![-%])",
        "weekdays": rf"(?<!\w){weekday}(?:{_DASH}|\sand\s|\sor\s|/){weekday}(?!\w)",
        "weekday": rf"(?<!\w)(?:(?i:({which}))\s)?{weekday}(?!\w)",
        "ago": rf"(?<!\w)(?i:{_COUNT}\s{period}\s(ago|earlier|later|before|after))(?!\w)",
        "past": rf"(?<!\w)(?i:(?:the\s)?(?:past|last|previous)\s{_COUNT}\s{period})(?!\w)",
        "weekend": rf"(?<!\w)(?i:(?:({which})|{over})\s(?:{weekend}))(?!\w)",
        "period": rf"(?<!\w)(?i:(?:(?:earlier|later|early|late|mid)\s)?({which})\s{period})(?!\w)",
        "month_of": rf"(?<!\w)(?i:({which}))\s{month}(?!\w|\s\d)",
        "ordinal": r"(?<!\w)(?i:on|since|until|from|by|before|after|of)\sthe\s"
        r"(\d{1,2})(?:st|nd|rd|th)(?:\sof\sthis\smonth\b|(?=[.,;:)]|\sand\s|\Z))",
        "duration": rf"(?<![\w.,]){_COUNT}[\s-]{period}(?![\w-]|\s(?:{later})\b)",
        "relative": rf"(?<!\w)(?i:({alternation(section['relative'])}))(?!\w)",
        "night": rf"(?<!\w)(?i:({alternation(section['nights'])}))(?!\w)",
        "following": rf"(?<!\w)(?i:({alternation(section['following'])}))(?!\w)",
    }
    return {name: re.compile(source) for name, source in sources.items()}
