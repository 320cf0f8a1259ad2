"""Whether a telling joins the tellings of other reports, and the reasons in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geoincidents.incidents import agreement, figures
from geoincidents.incidents.settings import FIRE, OTHER
from geoincidents.model import Stance

if TYPE_CHECKING:
    from geoincidents.geography import Gazetteer
    from geoincidents.incidents.agreement import Agreement
    from geoincidents.incidents.settings import Setting
    from geoincidents.incidents.tellings import Telling

# Same day and site alone suffice (3 + 3), as do the same parties and type with a weaker
# time or place; a month and a country with the same parties do not (1 + 1 + 2 + 1).
ENOUGH = 6
NEAR = 4  # from here on a refusal is worth telling
SAME_NEWS_BONUS = 2
BOTH_PARTIES = 2


class Match(NamedTuple):
    """How far two tellings agree, and why; what contradicts can never join."""

    joins: bool
    score: int
    place_score: int
    time_score: int
    words: str
    contradicts: bool = False
    is_total_and_part: bool = False
    is_whole: bool = False  # all of the places agree, not only some

    @property
    def rank(self) -> tuple[int, int, int, bool]:
        """Return what makes one match better than another."""
        return (self.score, self.place_score, self.time_score, self.is_whole)

    @property
    def is_placed(self) -> bool:
        """Return whether a place below the country speaks for it."""
        return self.place_score >= agreement.INSIDE


def refusal(words: str, score: int = 0) -> Match:
    """Return a contradiction, in words."""
    return Match(
        joins=False, contradicts=True, score=score, place_score=0, time_score=0, words=words
    )


def match(a: Setting, b: Setting, told: Agreement, gazetteer: Gazetteer) -> Match:
    """Return whether two settings of different reports are one event, and why.

    `told` says how far the figures given with them agree.
    """
    compared = [agreement.of_types(a, b), agreement.of_parties(a, b), agreement.of_times(a, b)]
    if not _contradictions(compared):
        compared += [agreement.of_places(a, b, gazetteer), told]
    if bad := _contradictions(compared):
        words = bad[0].words if len(bad) == 1 else "; ".join([f.words for f in bad])
        return refusal(words, sum([f.score or 0 for f in compared]))
    return _weighed(a, b, compared)


def total_and_part(score: int) -> Match:
    """Return the refusal of what would else match: one figure includes the other."""
    refused = refusal("one gives a total, the other a part of it", score)
    return refused._replace(is_total_and_part=True)


def _contradictions(compared: list[Agreement]) -> list[Agreement]:
    return [f for f in compared if f.score is None]


def _weighed(a: Setting, b: Setting, compared: list[Agreement]) -> Match:
    _, _, times, places, _ = compared
    score = sum([f.score or 0 for f in compared])
    score += SAME_NEWS_BONUS if _is_same_news(a, b, compared) else 0
    enough = ENOUGH + (OTHER in a.groups & b.groups)  # which may be anything
    joins = score >= enough and _is_tied(a, b, compared)
    words = "; ".join([f.words for f in compared if f.score and f.words])
    return Match(
        joins=joins,
        score=score,
        place_score=places.score or 0,
        time_score=times.score or 0,
        is_whole=places.is_whole,
        words=words if joins else f"too little agrees ({words or 'nothing named'})",
    )


def _is_tied(a: Setting, b: Setting, compared: list[Agreement]) -> bool:
    """Return whether more than a day and a country ties two settings together.

    Two types of one group are one event only at a common place within days. Of fire
    even one type is not enough without a place, as a day may see it at many places:
    one at a named place and one somewhere need a figure.
    """
    types, _, times, places, told = (f.score or 0 for f in compared)
    if told >= agreement.SAME:
        return True
    if places >= agreement.INSIDE:
        return bool(types) or times >= agreement.INSIDE
    is_fire_somewhere = FIRE in a.groups & b.groups and bool(a.places) != bool(b.places)
    return bool(types and (told or not is_fire_somewhere))


def _is_same_news(a: Setting, b: Setting, compared: list[Agreement]) -> bool:
    """Return whether two undated, unplaced tellings of these days are the same news.

    Fire is no such news: every day has its own.
    """
    types, parties, times = compared[:3]
    if a.places or b.places or a.periods or b.periods or FIRE in a.groups:
        return False
    return bool(types.score and parties.score == BOTH_PARTIES and times.score)


def match_twins(one: Telling, other: Telling, gazetteer: Gazetteer) -> Match:
    """Return whether two events that one report keeps apart are in truth one.

    A report tells two events apart by a day, a place or a figure. Where it names none
    that differs, as in a headline and the sentence behind it, it tells one event twice.
    """
    a, b = one.setting, other.setting
    times, places = agreement.of_times(a, b), agreement.of_places(a, b, gazetteer)
    words = _told_apart(a, b, [times, places])
    if not words and figures.are_apart(one.figures, other.figures):
        words = "figures"
    if words:
        return refusal(f"the same report tells them apart: {words}")
    return Match(
        joins=True,
        score=ENOUGH + (times.score or 0) + (places.score or 0),
        place_score=places.score or 0,
        time_score=times.score or 0,
        words="told twice in the same report",
    )


def _told_apart(a: Setting, b: Setting, compared: list[Agreement]) -> str:
    """Return what sets two events of one report apart, nothing if nothing does."""
    if bad := _contradictions(compared):
        return bad[0].words
    if not a.types & b.types:
        return "different types"
    if (a.actors, a.targets) != (b.actors, b.targets):
        return "parties"
    if a.periods and b.periods and a.periods != b.periods:
        return "time"
    if a.places and b.places and a.places != b.places:
        return "places"
    return ""


def match_answer(answer: Telling, event: Setting, gazetteer: Gazetteer) -> Match:
    """Return whether a denial without its counterpart in the report answers an event."""
    said = answer.setting
    deniers = {c.speaker.party_id for c in answer.claims} - {None}
    if not deniers & event.parties:
        return refusal("who denies it is no party to it")
    if not said.parties <= event.parties | deniers:
        return refusal("different parties")
    times = agreement.of_times(said, event)
    places = agreement.of_places(said, event, gazetteer)
    if any(c.stance is not Stance.DENIES for c in answer.claims):
        places = agreement.Agreement(score=0, words="places it elsewhere")
    types = agreement.of_types(said, event)
    bad = _contradictions([times, places, *([types] if names_kind(said) else [])])
    if not names_kind(said) and (times.score or 0) < agreement.INSIDE:
        bad.append(agreement.against("a denial that does not say of what, days later"))
    if bad:
        return refusal("; ".join(f.words for f in bad))
    score = (times.score or 0) + (places.score or 0) + (types.score or 0)
    words = "; ".join(["a party to it answers", *(f.words for f in (times, places) if f.words)])
    return Match(
        joins=True,
        score=ENOUGH + score,
        place_score=places.score or 0,
        time_score=times.score or 0,
        words=words,
    )


def names_kind(said: Setting) -> bool:
    """Return whether a denial says what it denies, beyond "the claims"."""
    return said.groups != {OTHER}
