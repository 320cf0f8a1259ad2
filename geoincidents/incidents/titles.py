"""Titles: date and place only. What happened is told by each account, not by us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.geography import AREAS, PlaceKind
from geoincidents.incidents.accounts import best_when, merged_where
from geoincidents.incidents.settings import is_unknown
from geoincidents.model import ANSWERING, DatePrecision, Vague, WhereRole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from geoincidents.geography import Gazetteer, Place
    from geoincidents.model import Claim, When, Where

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
UNDATED_WORD = "undated"
UNPLACED_WORDS = "no place given"
BORDER_WORDS = "the border"
LAKE_WORDS = "a lake on the border"
SITES_SHOWN = 3
_KIND_WORDS = {PlaceKind.DISTRICT: "{} district", PlaceKind.LAKE: "Lake {}"}
_COARSE = frozenset({PlaceKind.COUNTRY, PlaceKind.BORDER})
_WIDE = AREAS - _COARSE


def of_claims(claims: Sequence[Claim], gazetteer: Gazetteer) -> str:
    """Return "12 May 2021, Lake Mirror and the border of Lisk" for claims."""
    told = [c for c in claims if c.stance not in ANSWERING] or list(claims)
    wheres = merged_where([w for c in told for w in c.where], gazetteer)
    return f"{when_words(best_when([c.when for c in told]))}, {where_words(wheres, gazetteer)}"


def when_words(when: When) -> str:
    """Return a time as precisely as it is known: "12 May 2021", "May 2022", "undated"."""
    if when.start is None:
        return UNDATED_WORD
    readings = [(when.start, when.end or when.start), *when.alternatives]
    words = dict.fromkeys(_period_words(start, end, when.prec) for start, end in readings)
    return " or ".join(words)


def _period_words(start: date, end: date, prec: DatePrecision) -> str:
    last = f"{end.day} {MONTHS[end.month - 1]} {end.year}"
    if start == end:
        return last
    if (start.year, start.month) == (end.year, end.month):
        is_month = prec is DatePrecision.MONTH
        return f"{MONTHS[end.month - 1]} {end.year}" if is_month else f"{start.day}–{last}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{end.year}" if start.year == end.year else f"{start.year}–{end.year}"
    first = f"{start.day} {MONTHS[start.month - 1]}"
    return f"{first} – {last}" if start.year == end.year else f"{first} {start.year} – {last}"


# --- places --------------------------------------------------------------------


def where_words(wheres: Sequence[Where], gazetteer: Gazetteer) -> str:
    """Return the most specific places in words, the border where the words cross it."""
    located = [w for w in wheres if w.role not in {WhereRole.FROM, WhereRole.DIRECTION}]
    located = located or list(wheres)
    places = [gazetteer.place(w.place_id) for w in located if w.place_id is not None]
    unique = list({p.id: p for p in places}.values())
    borders = [p for p in unique if p.kind is PlaceKind.BORDER]
    border = _border_words(located) or (BORDER_WORDS if borders else "")
    fine = [p for p in unique if p.kind not in _COARSE]
    finest = [p for p in fine if not any(_is_in(q, p) for q in fine)]
    unknown = list(dict.fromkeys(w.passage.text for w in located if is_unknown(w)))
    if finest or unknown:
        return _named_words(finest, unknown, fine, border)
    if any(w.vague is Vague.SHARED_LAKE for w in located):
        return LAKE_WORDS
    if borders and border == BORDER_WORDS:
        return f"the {borders[0].name.removeprefix('the ')}"
    if border:
        return border
    return _listed([p.name for p in unique]) if unique else UNPLACED_WORDS


def _is_in(inner: Place, outer: Place) -> bool:
    return outer.id in inner.admin


def _border_words(wheres: Sequence[Where]) -> str:
    at_border = [w for w in wheres if w.vague is Vague.BORDER and w.place_id is None]
    if not at_border:
        return ""
    count = max((w.count or 0 for w in at_border), default=0)
    if not count:
        return BORDER_WORDS
    number = NUMBERS[count] if count < len(NUMBERS) else str(count)
    return f"{number} section{'s' if count > 1 else ''} of {BORDER_WORDS}"


def _named_words(
    finest: Sequence[Place], unknown: Sequence[str], places: Sequence[Place], border: str
) -> str:
    """Return sites, then the border of the area around them, or the area alone."""
    sites = [p for p in finest if p.kind not in _WIDE]
    if not sites and not unknown:
        names = _listed([_name(p) for p in finest])
        return f"{BORDER_WORDS} of {names}" if border == BORDER_WORDS else names
    names = _listed([*map(_name, sites), *unknown])
    around = next((p for p in places if p.kind in _WIDE and all(_is_in(s, p) for s in sites)), None)
    if around is None:
        return names
    joint = " and the border of " if border == BORDER_WORDS else ", "
    return f"{names}{joint}{_name(around)}"


def _name(place: Place) -> str:
    """Return a place's name with its kind where the name alone would mislead."""
    pattern = _KIND_WORDS.get(place.kind, "{}")
    kind_word = pattern.replace("{}", "").strip().casefold()
    return place.name if kind_word in place.name.casefold() else pattern.format(place.name)


def _listed(names: Sequence[str]) -> str:
    """Return names as a list in words, a long one cut short."""
    if len(names) > SITES_SHOWN:
        rest = len(names) - SITES_SHOWN + 1
        return f"{', '.join(names[: SITES_SHOWN - 1])} and {rest} other places"
    if len(names) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
