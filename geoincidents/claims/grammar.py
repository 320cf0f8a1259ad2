"""The lexicon's small words and frames, made ready once a lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geoincidents import vocabulary
from geoincidents.model import ClaimType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geoincidents.lexicon import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbFrame:
    """What must stand about a verb for it to tell of an event of a type."""

    type: ClaimType
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_next: tuple[str, ...] = ()  # words that must not follow the verb
    within: int = 0  # words behind the verb in which the object stands; 0: the clause
    told_as: str = ""  # the verb that the rules for roles know it by


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The lexicon as the readers of claims use it."""

    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    passive_auxiliaries: frozenset[str]
    determiners: frozenset[str]
    adverbs: frozenset[str]
    no_names: frozenset[str]
    days: frozenset[str]  # words that tell of a day: weekdays and "day"
    where: Mapping[str, tuple[str, ...]]
    frames: Mapping[str, tuple[VerbFrame, ...]]  # by verb
    nouns: Mapping[str, ClaimType]
    warlike: frozenset[str] = frozenset()  # words that everyday news is without


_MADE: dict[int, tuple[Lexicon, Grammar]] = {}
_KEPT = 8  # lexicons, so that a long run of tests does not grow


def of(lexicon: Lexicon) -> Grammar:
    """Return the grammar of a lexicon, made once."""
    kept = _MADE.get(id(lexicon))
    if kept is None or kept[0] is not lexicon:
        if len(_MADE) >= _KEPT:
            _MADE.clear()
        kept = _MADE[id(lexicon)] = (lexicon, _make(lexicon))
    return kept[1]


def _make(lexicon: Lexicon) -> Grammar:
    small = lexicon.section("grammar")
    events = lexicon.section("events")
    sets = ("prepositions", "conjunctions", "subordinators", "relatives", "auxiliaries")
    more = ("passive_auxiliaries", "determiners", "adverbs", "no_names")
    return Grammar(
        **{name: frozenset(small[name]) for name in (*sets, *more)},
        days=frozenset(
            word.casefold() for names in lexicon.section("dates")["weekdays"] for word in names
        )
        | {"day"},
        where={role: tuple(words) for role, words in small["where"].items()},
        frames=_frames(events["verb_frame"]),
        nouns={n: ClaimType(t) for t, nouns in events["noun_types"].items() for n in nouns},
        warlike=_warlike(lexicon),
    )


def _warlike(lexicon: Lexicon) -> frozenset[str]:
    """Return the signs of force that news of crime and the police is without."""
    told = lexicon.sections.get("signs", {})
    verbs = frozenset(told.get("civil_verbs", ()))
    civil = {t.form for t in lexicon.terms if t.category == "event_verb" and t.key in verbs}
    shown = vocabulary.signs(lexicon) - civil - frozenset(told.get("civil", ()))
    return shown | frozenset(told.get("warlike", ()))


def _frames(tables: list[Mapping[str, Any]]) -> dict[str, tuple[VerbFrame, ...]]:  # Any: TOML
    frames: dict[str, list[VerbFrame]] = {}
    for table in tables:
        frame = VerbFrame(
            type=ClaimType(table["type"]),
            within=table.get("within", 0),
            told_as=table.get("told_as", ""),
            **{
                side: tuple(table.get(side, ()))
                for side in ("subject", "object", "near", "not_next")
            },
        )
        for verb in table["verbs"]:
            frames.setdefault(verb, []).append(frame)
    return {verb: tuple(found) for verb, found in frames.items()}
