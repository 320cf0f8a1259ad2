"""Where an event was: the places of its clause, with how they stand to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims import numbers, standing
from geoincidents.claims.lines import dateline_end
from geoincidents.claims.parties.groups import Head, Stand
from geoincidents.claims.parties.mutual import blamed_on
from geoincidents.claims.voices.frames import FrameKind
from geoincidents.geography import PlaceKind
from geoincidents.model import ClaimType, Vague, Where, WhereRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.claims.context import Context
    from geoincidents.claims.parties.actors import Roles
    from geoincidents.claims.scenes import Scene, Trigger
    from geoincidents.model import Mention

_ASIDE = 12  # words: an aside does not reach farther
_RANKS = (
    PlaceKind.DISTRICT,
    PlaceKind.PROVINCE,
    PlaceKind.REGION,
    PlaceKind.BORDER,
    PlaceKind.COUNTRY,
)
_DEFINITE = frozenset({"the", "that", "this"})
# Which kinds of place a bare "the lake" may name again, by the lexicon's class of word.
_SAME_KIND = {
    "lake": (PlaceKind.LAKE,),
    "village": (PlaceKind.VILLAGE,),
    "town": (PlaceKind.TOWN,),
    "road": (PlaceKind.ROAD,),
    "way": (PlaceKind.ROAD,),
    "bridge": (PlaceKind.FACILITY, PlaceKind.OTHER),
    "mountain": (PlaceKind.MOUNTAIN,),
    "pass": (PlaceKind.PASS,),
}
_HOMES = frozenset({PlaceKind.VILLAGE, PlaceKind.TOWN})  # where witnesses are at home
_MEN = ("head_force", "head_office", "head_people", "object_persons", "object_troops")
_SECTION_REACH = 9  # words between "sections" and the border
_COUNT_REACH = 4  # words between a number and "sections"
_MOST_SECTIONS = 1000


def find(scene: Scene, trigger: Trigger, roles: Roles, context: Context) -> tuple[Where, ...]:
    """Return an event's places, the most specific first, then what is only described."""
    named = list(_named(scene, trigger, context)) or list(_taken_after(scene, trigger, context))
    near = [w for w in named if w.role is not WhereRole.NEAR or not _is_distance(scene, w)]
    named = near or named
    away = [w for w in named if not _is_home(scene, w)]
    named = away or named
    narrow = [w for w in named if not _is_country(w, context)]
    found = sorted(narrow or named, key=lambda w: _rank(w, context))
    if not narrow:
        again = _again(scene, trigger, context) or _witnessed(scene, trigger, context)
        found = narrow = [again] if again else []
        found = found or sorted(named, key=lambda w: _rank(w, context))
    vague = list(_vague(scene, trigger, roles, context))
    if not narrow and trigger.type is ClaimType.INCURSION and not any(w.count for w in vague):
        found = found or list(_entered(scene, roles, context))
    return (*found, *(vague if not narrow else ()))


def _again(scene: Scene, trigger: Trigger, context: Context) -> Where | None:
    """Return the place that "the lake", "the village" or "there" names again."""
    line = scene.line
    for mark in line.within("again_there", trigger.start, trigger.end):
        before = line.low(mark.lo + 1) in scene.grammar.auxiliaries
        meant = _just_named(scene, mark.lo) or context.where
        if not before and meant:
            passage = line.sentence.passage(line.span(mark.lo, mark.hi))
            return Where(role=WhereRole.AT, passage=passage, place_id=meant, inferred=True)
    for mark in line.within("place_kind", trigger.start, trigger.end):
        kinds = _SAME_KIND.get(mark.key, ())
        if line.low(mark.lo - 1) not in _DEFINITE or line.low(mark.hi) in {"of", "near", "in"}:
            continue
        for kind in kinds:
            known = context.places.get(kind)
            if known and known.place_id:
                passage = line.sentence.passage(line.span(mark.lo - 1, mark.hi))
                return Where(
                    role=WhereRole.AT, passage=passage, place_id=known.place_id, inferred=True
                )
    return None


def _witnessed(scene: Scene, trigger: Trigger, context: Context) -> Where | None:
    """Return the village whose people tell what they saw ("residents of X heard shots")."""
    line = scene.line
    frame = scene.speech.owner(trigger.lo)
    if frame is None or not line.has("voice_people", *frame.region):
        return None
    start, end = line.span(*frame.region)
    for mention in line.sentence.mentions:
        if not (start <= mention.span[0] < end and mention.literal) or mention.dateline:
            continue
        known = context.gazetteer.places.get(mention.place_id or "")
        if known and known.kind in _HOMES:
            return Where(role=WhereRole.NEAR, passage=mention.passage, place_id=known.id)
    return None


def _just_named(scene: Scene, index: int) -> str | None:
    """Return the place that a sentence has named in front of its "there"."""
    line = scene.line
    start, end = line.span(0, index) if index else (0, 0)
    named = [
        m.place_id
        for m in line.sentence.mentions
        if start <= m.span[0] < end
        and m.literal
        and not m.dateline
        and not scene.speech.is_frame_word(line.index(m.span[0]))
    ]
    return named[-1] if named else None


def _named(scene: Scene, trigger: Trigger, context: Context) -> Iterator[Where]:
    line = scene.line
    lo, hi = line.span(trigger.start, trigger.end)
    within = [m for m in line.sentence.mentions if lo <= m.span[0] < hi]
    for mention, role in standing.roles(scene, trigger, within):
        if role is None or not _is_ground(scene, trigger, mention, context):
            continue
        known = context.gazetteer.places.get(mention.place_id or "")
        is_border = known is not None and known.kind is PlaceKind.BORDER
        index = line.index(mention.span[0])
        count = _count(scene, index, trigger.start)[0] if is_border else None
        yield Where(role=role, passage=mention.passage, place_id=mention.place_id, count=count)


def _taken_after(scene: Scene, trigger: Trigger, context: Context) -> Iterator[Where]:
    """Yield where men were taken "after crossing the line at X": it is where they came to."""
    line, after = scene.line, trigger.end
    if trigger.type is not ClaimType.CAPTURE or not trigger.is_passive:
        return
    if {line.low(i) for i in (after - 1, after)} & {"after", "while", "when"}:
        yield from _named(scene, trigger._replace(end=len(line.tokens)), context)
    elif any(line.low(i) == "who" for i in range(trigger.start)):  # "men who came to X were held"
        yield from _named(scene, trigger._replace(start=0), context)


def _is_ground(scene: Scene, trigger: Trigger, mention: Mention, context: Context) -> bool:
    """Return whether a name is where the event was, not somebody's or something else's."""
    index = scene.line.index(mention.span[0])
    if not mention.literal or mention.dateline or index < dateline_end(scene.line):
        return False
    return not (
        scene.speech.is_frame_word(index)
        or _is_accused(scene, trigger, index)
        or _is_party(scene, mention, index, context)
        or _is_aside(scene, trigger, index)
        or _is_meeting(scene, index)
    )


def _is_party(scene: Scene, mention: Mention, index: int, context: Context) -> bool:
    """Return whether a name stands for a side or belongs to its men, not for ground."""
    group = next((g for g in scene.groups if g.lo <= index < g.hi), None)
    if group is None:
        return False
    if group.head in {Head.FORCE, Head.OFFICE, Head.EVENT, Head.PERSON, Head.PEOPLE, Head.ORGAN}:
        return True
    known = context.gazetteer.places.get(mention.place_id or "")
    if known is None or known.kind is not PlaceKind.COUNTRY:
        return group.possessive and group.head is Head.STATE and not group.prep
    return group.prep not in scene.grammar.where["locating"] and group.head is not Head.GROUND


def _is_accused(scene: Scene, trigger: Trigger, index: int) -> bool:
    """Return whether a name is whom a charge is laid against."""
    frame = scene.speech.owner(trigger.lo)
    if frame is None or frame.kind is not FrameKind.ACCUSE:
        return False
    on_whom = blamed_on(scene, trigger)
    told = scene.line.within("event_noun", frame.hi, trigger.lo)
    first = told[0].lo if told else trigger.lo  # "blamed the South for clashes near X that killed"
    return frame.hi <= index < first or (on_whom is not None and on_whom.lo <= index < on_whom.hi)


def _is_meeting(scene: Scene, index: int) -> bool:
    """Return whether people only met or signed in a place ("a deal signed in X")."""
    line = scene.line
    return line.low(index - 1) in {"in", "at"} and line.low(index - 2) in scene.grammar.where["met"]


def _is_aside(scene: Scene, trigger: Trigger, index: int) -> bool:
    """Return whether a place stands in a relative clause that tells of something else."""
    line = scene.line
    for i in range(index - 1, max(trigger.hi, index - _ASIDE) - 1, -1):
        is_compound = line.low(i - 1) == "-"  # "rebel-controlled"
        is_aside = line.low(i) in scene.grammar.where["aside"] and line.low(i) != "between"
        if is_aside and not is_compound:
            return i >= trigger.hi and not _is_post_hit(scene, trigger, i)
        if line.low(i) == ";":
            return False
    return False


def _is_post_hit(scene: Scene, trigger: Trigger, index: int) -> bool:
    """Return whether "located" tells where the posts stand that were fired on."""
    line = scene.line
    is_posted = line.low(index) in scene.grammar.where["posted"]
    came_from = any(line.low(i) == "from" for i in range(trigger.hi, index))
    is_fire = trigger.type is ClaimType.SHELLING and not came_from
    return is_fire and is_posted and line.has("object_post", trigger.hi, index)


def _is_distance(scene: Scene, where: Where) -> bool:
    """Return whether a place is only what a distance is counted from."""
    line = scene.line
    index = line.index(where.passage.span[0])
    for measure in scene.measures:
        gap = index - line.index(measure.passage.span[1] - 1)
        if 0 < gap <= standing.BACK and line.low(index - 1) in {"of", "from", "the"}:
            return True
    return False


def _is_home(scene: Scene, where: Where) -> bool:
    """Return whether a place only tells where one person is at home ("a resident of X")."""
    line, words = scene.line, scene.grammar.where
    index = line.index(where.passage.span[0])
    before = range(index - 1, max(-1, index - standing.BACK - 1), -1)
    home = next((i for i in before if line.low(i) in words["at_home"]), None)
    between = line.tokens[home + 1 : index] if home is not None else ()
    return home is not None and all(
        t.text[:1].isupper() or t.low in words["home_kinds"] for t in between
    )


def _is_country(where: Where, context: Context) -> bool:
    return (
        where.place_id is not None
        and context.gazetteer.place(where.place_id).kind is PlaceKind.COUNTRY
    )


def _rank(where: Where, context: Context) -> int:
    if where.place_id is None:
        return len(_RANKS) + 2 if where.vague else 0
    kind = context.gazetteer.place(where.place_id).kind
    if kind in _HOMES and where.role is WhereRole.ALONG:  # only tells which road is meant
        return 1
    return _RANKS.index(kind) + 2 if kind in _RANKS else 0


def _vague(scene: Scene, trigger: Trigger, roles: Roles, context: Context) -> Iterator[Where]:
    del roles
    line = scene.line
    for mark in line.within("vague_lake", trigger.start, trigger.end):
        passage = line.sentence.passage(line.span(mark.lo, mark.hi))
        yield Where(role=WhereRole.AT, passage=passage, vague=Vague.SHARED_LAKE)
        return
    is_own = trigger.type is ClaimType.DEPLOYMENT
    for mark in line.within("own_ground", trigger.start, trigger.end) if is_own else ():
        passage = line.sentence.passage(line.span(mark.lo, mark.hi))
        party = _side(scene, mark.lo, context)
        yield Where(role=WhereRole.AT, passage=passage, vague=Vague.SIDE, party_id=party)
        return
    for mark in line.within("object_border", trigger.start, trigger.end):
        if any(line.at(c, mark.hi) for c in _MEN):  # "border guards"
            continue
        count, lo = _count(scene, mark.lo, trigger.start)
        passage = line.sentence.passage(line.span(lo, mark.hi))
        yield Where(role=WhereRole.ALONG, passage=passage, vague=Vague.BORDER, count=count)
        return


def _side(scene: Scene, index: int, context: Context) -> str | None:
    """Return whose side of a border is meant."""
    group = next((g for g in scene.groups if g.lo <= index < g.hi or g.hi == index), None)
    if group and group.party:
        return group.party
    frame = scene.speech.owner(index)
    return frame.speakers[0].party_id if frame else context.subject


def _count(scene: Scene, border: int, start: int) -> tuple[int | None, int]:
    """Return how many sections of a border are told of, and where the words begin."""
    line = scene.line
    for i in range(border - 1, max(start, border - _SECTION_REACH) - 1, -1):
        if line.low(i) in scene.grammar.where["sections"]:
            for j in range(i - 1, max(start, i - _COUNT_REACH) - 1, -1):
                number = _number(line.low(j))
                if number:
                    return number, j
            return None, i
    return None, border


def _number(word: str) -> int | None:
    """Return a small count in words or digits."""
    found = numbers.find(word)
    value = found[0].low if found and found[0].span == (0, len(word)) else None
    return int(value) if value and value < _MOST_SECTIONS else None


def _entered(scene: Scene, roles: Roles, context: Context) -> Iterator[Where]:
    """Yield the country that was entered, where nothing narrower is named."""
    country = context.countries.get(roles.target or "")
    group = roles.ground
    if country and group and group.head in {Head.GROUND, Head.STATE}:
        passage = scene.line.sentence.passage(scene.line.span(group.lo, group.hi))
        yield Where(
            role=WhereRole.INTO,
            passage=passage,
            place_id=country,
            inferred=group.stand is Stand.OWN,
        )


def same_country(places: Sequence[str], context: Context) -> set[str]:
    """Return the countries that places lie in."""
    return {context.gazetteer.place(p).country for p in places}
