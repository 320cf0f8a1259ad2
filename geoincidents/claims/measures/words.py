"""The lexicon's words around figures, compiled for the readers of measures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geoincidents.lexicon import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureWords:
    """What `measures.toml` says, ready to use; words are lower case."""

    unit_of: Mapping[str, str]  # "kilometres" -> "km"
    unit: re.Pattern[str]
    article_unit: re.Pattern[str]
    hedges: Mapping[str, re.Pattern[str]]  # before the figure, by hedge
    hedges_after: Mapping[str, re.Pattern[str]]
    lengths: Mapping[str, frozenset[str]]
    phrases: Mapping[str, re.Pattern[str]]
    strong: re.Pattern[str]  # "-strong" behind a number of men
    military: frozenset[str]
    people: frozenset[str]
    singular: frozenset[str]
    things: Mapping[str, str]  # "village" -> "villages"
    casualties: Mapping[str, frozenset[str]]
    grammar: Mapping[str, frozenset[str]]

    def is_noun(self, word: str) -> bool:
        """Return whether a word names something that is counted."""
        return word in self.things or word in self.military or word in self.people


_ABBREVIATED: Final = 3  # letters of the longest abbreviation of a unit ("kms")
_latest: list[tuple[Lexicon, MeasureWords]] = []


def of(lexicon: Lexicon) -> MeasureWords:
    """Return the compiled words of a lexicon; the latest one is remembered."""
    # A lexicon holds mappings and has no hash: identity is what tells two apart.
    if not _latest or _latest[0][0] is not lexicon:
        _latest[:] = [(lexicon, _compile(lexicon.section("measures")))]
    return _latest[0][1]


def alternation(forms: Iterable[str]) -> str:
    """Return a pattern of forms, longest first, with any space for a space."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered)


def _compile(section: Mapping[str, Any]) -> MeasureWords:  # Any: TOML, as it was read
    unit_of = {form: code for code, forms in section["units"].items() for form in forms}
    lengths_only = {
        f
        for f, c in unit_of.items()
        if len(f) > _ABBREVIATED and c in {"km", "m", "mi", "ft", "yd"}
    }
    persons = {key: frozenset(forms) for key, forms in section["persons"].items()}
    return MeasureWords(
        unit_of=unit_of,
        unit=_unit(unit_of),
        article_unit=re.compile(
            rf"(?<![\w<-])(?:[Aa]|[Oo]ne)\s(?P<unit>{alternation(lengths_only)})\b(?![\s-]long\s)"
        ),
        hedges={
            key: _before(forms) for key, forms in section["hedges"].items() if "after" not in key
        },
        hedges_after={
            key.removesuffix("_after"): _after(forms)
            for key, forms in section["hedges"].items()
            if "after" in key
        },
        lengths={key: frozenset(forms) for key, forms in section["lengths"].items()},
        phrases={
            key: re.compile(
                rf"[\s-]{{0,2}}(?:{alternation(section['lengths'][key])})(?!\w)", re.IGNORECASE
            )
            for key in ("wide", "long", "deep", "high")
        },
        strong=re.compile(rf"-(?:{alternation(section['grammar']['strong'])})\b"),
        military=persons["military"] | persons["military_one"],
        people=persons["people"] | persons["people_one"],
        singular=persons["military_one"] | persons["people_one"],
        things={
            form: plural for plural, forms in section["things"].items() for form in [plural, *forms]
        },
        casualties={key: frozenset(forms) for key, forms in section["casualties"].items()},
        grammar={key: frozenset(forms) for key, forms in section["grammar"].items()},
    )


def _unit(unit_of: Mapping[str, str]) -> re.Pattern[str]:
    # "km/h" and "km per hour" are speeds; "5 m" before a letter is another word.
    return re.compile(
        rf"[\s-]?(?P<unit>{alternation(unit_of)})(?![\w²³/^])(?!\s(?:per|an)\s(?:hour|second)\b)",
        re.IGNORECASE,
    )


def _before(forms: Iterable[str]) -> re.Pattern[str]:
    # The increment may stand between: "about another 300 metres".
    between = r"(?:(?:another|a\sfurther|an\sadditional|an?|the)\s+)?"
    return re.compile(rf"(?<![\w'’-])(?:{alternation(forms)})\s*{between}\Z", re.IGNORECASE)


def _after(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{alternation(forms)})(?!\w)", re.IGNORECASE)
