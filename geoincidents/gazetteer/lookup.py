"""Finding a place by its name, as a person types it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geoincidents.text import fold

if TYPE_CHECKING:
    from geoincidents.geography import Gazetteer, Place

FEWEST_ALIKE = 0.75  # difflib's ratio, below which names do not look alike to a reader
MOST_CLOSE = 10

_MARKS = re.compile(r"['’‘ʻʼ`´]")
_GAPS = re.compile(r"[\s‐‑‒–-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A place that a typed name may mean; `name` is the form that was met."""

    place: Place
    name: str
    score: float  # 0..1, 1 for the name itself
    reason: str


def find(name: str, gazetteer: Gazetteer) -> tuple[Match, ...]:
    """Return the places that a name may mean: those called so first, then close ones.

    Case, diacritics, hyphens and apostrophes do not count. A close match is a proposal,
    never an answer, and its reason begins with "close".
    """
    import difflib  # noqa: PLC0415 - only the look-up by hand needs it

    wanted = _key(name)
    forms: dict[str, dict[str, str]] = {}
    for place in gazetteer.places.values():
        for form in (place.name, *(n.text for n in place.names)):
            forms.setdefault(_key(form), {}).setdefault(place.id, form)
    alike = difflib.get_close_matches(wanted, forms, n=MOST_CLOSE, cutoff=FEWEST_ALIKE)
    keys = [wanted, *(key for key in alike if key != wanted)]
    matches: dict[str, Match] = {}
    for key in keys:
        score = difflib.SequenceMatcher(None, wanted, key).ratio()
        for match in _matches(forms.get(key, {}), gazetteer, score):
            matches.setdefault(match.place.id, match)
    return tuple(matches.values())


def _matches(forms: dict[str, str], gazetteer: Gazetteer, score: float) -> list[Match]:
    word = "called" if score == 1 else "close to"
    found = [
        Match(place=gazetteer.place(i), name=form, score=score, reason=f"{word} {form!r}")
        for i, form in forms.items()
    ]
    # A wider place of the same name is the likelier one: the province before the village.
    return sorted(found, key=lambda m: (-m.place.size_m, m.place.id))


def _key(text: str) -> str:
    return _GAPS.sub(" ", _MARKS.sub("", fold(text))).strip()
