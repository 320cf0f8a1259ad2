"""Speakers: who says it, from the words about a verb of saying."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from geoincidents.claims.parties.groups import Head
from geoincidents.claims.voices import names
from geoincidents.claims.voices.regions import Region, speaker_of, state
from geoincidents.geography import PartyKind
from geoincidents.model import Speaker, SpeakerRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.claims.context import Context
    from geoincidents.claims.lines import Line, Mark
    from geoincidents.claims.parties.groups import Group

_STATE_HEADS = frozenset({Head.OFFICE, Head.PERSON, Head.STATE, Head.FORCE, Head.ORGAN, Head.NONE})
_SPEAKING = frozenset({Head.OFFICE, Head.ORGAN})
_VOICES = (
    ("voice_official", SpeakerRole.OFFICIAL),
    ("voice_body", SpeakerRole.BODY),
    ("outlet", SpeakerRole.OUTLET),
    ("voice_media", SpeakerRole.OUTLET),
    ("voice_people", SpeakerRole.PERSON),
    ("voice_source", SpeakerRole.PERSON),
)
_NAMELESS = frozenset(
    {"official", "officials", "diplomat", "diplomats", "security sources", "military sources"}
)
_LEADERS = frozenset({"leader", "leaders", "commander", "chief"})
_ARMIES = frozenset({"army", "military", "navy"})
_AT = frozenset({"in", "of", "from", "at"})
_POLICE = frozenset({"police", "gendarmerie", "gendarmes", "coastguard"})
_THE = frozenset({"the", "its", "their"})
_WHOSE = _THE | {"that", "these", "his", "her"}
_SHORT = 2  # letters of the shortest initials
_SMALL = frozenset({"of", "the", "and", "for"})
_JOINED = 2  # words between the ends of "the North and the South"
_WHOLE = 6  # words: a short description is given whole


def resolve(region: Region, context: Context) -> tuple[Speaker, ...]:
    """Return who speaks in a region, the first the speaker proper; empty if nobody does."""
    found = _named(region, context) or _recalled(region, context)
    if found:
        _remember(region, found[0], context)
    return found


def _named(region: Region, context: Context) -> tuple[Speaker, ...]:
    line, lo, hi = region.line, region.lo, region.hi
    if line.has("pronoun_both", lo, hi) and len(context.sides) > 1:
        return tuple(state(region, party, (lo, hi), context) for party in context.sides)
    organ = next((g for g in region.groups if g.head is Head.ORGAN and g.party), None)
    if organ and organ.party:
        name = line.words(organ.lo, organ.hi)
        if not any(line.has(c, organ.lo, organ.hi) for c in ("name", "adjective")):
            name = f"{name} of {context.gazetteer.party(organ.party).name}"
        return _organ(region, name, organ.party, (organ.lo, organ.hi), context)
    for category, role in _VOICES:
        mark = _voice(region, category, context)
        if mark:
            return _voiced(region, mark, role, context)
    states = [g for g in region.groups if g.party and g.head in _STATE_HEADS]
    states = [g for g in states if not g.prep or g.head is Head.OFFICE or g.lo == lo] or states
    people = [g for g in region.groups if g.head is Head.PEOPLE and g.party]
    pair = _pair(region, states)
    if pair:
        return tuple(state(region, g.party or "", (g.lo, g.hi), context) for g in pair)
    chosen = _best(states) or _best(people)
    if chosen and chosen.party:
        return (state(region, chosen.party, (chosen.lo, chosen.hi), context),)
    return ()


def _pair(region: Region, states: Sequence[Group]) -> tuple[Group, Group] | None:
    """Return two parties that "and" joins: both say it."""
    for first, second in pairwise(states):
        joined = region.line.low(first.hi) == "and" and second.lo - first.hi <= _JOINED
        if joined and first.party != second.party and not first.prep:
            return first, second
    return None


def _best(groups: Sequence[Group]) -> Group | None:
    """Return the group that speaks: an office or person before a bare name."""
    ranked = sorted(
        groups, key=lambda g: (g.head not in {Head.OFFICE, Head.PERSON}, bool(g.prep), g.lo)
    )
    return ranked[0] if ranked else None


def _voice(region: Region, category: str, context: Context) -> Mark | None:
    """Return a voice's words in a region, unless they belong to an office's longer name."""
    for mark in region.line.within(category, region.lo, region.hi):
        if _is_known(region, mark, context) or _is_own_wing(region, mark):
            continue
        if region.line.at("voice_none", mark.lo):
            continue
        party = region.line.at("name", mark.lo)
        if party and party.lo <= mark.lo and mark.hi - mark.lo < party.hi - party.lo:
            continue  # "Liberation" of the Northern Liberation Front is no paper
        if category == "outlet" and _is_in_office(region.line, mark):
            continue  # a paper called "The National", in "The National Security Service"
        office = region.line.at("head_office", mark.lo)
        group = next((g for g in region.groups if g.lo <= mark.lo < g.hi), None)
        inside = office and (office.hi - office.lo > mark.hi - mark.lo or office.lo < mark.lo)
        if inside or (
            group
            and (group.party or group.head is not Head.FORCE)
            and group.head in {Head.OFFICE, Head.PERSON, Head.FORCE}
            and category != "voice_official"
        ):
            continue
        if group and group.head is Head.OFFICE and group.hi > mark.hi:
            continue
        return mark
    return None


def _is_in_office(line: Line, mark: Mark) -> bool:
    """Return whether an office's longer name takes in an outlet's words."""
    found = (line.at(c, mark.hi - 1) for c in ("office", "head_office", "organ"))
    return any(office and office.hi > mark.hi for office in found)


def _is_known(region: Region, mark: Mark, context: Context) -> bool:
    """Return whether "the agency" names again an outlet or body that was named before."""
    line = region.line
    is_bare = mark.hi - mark.lo == 1 and line.low(mark.lo - 1) in {"the", "that"}
    return is_bare and line.tokens[mark.lo].text.islower() and line.low(mark.lo) in context.voices


def _is_own_wing(region: Region, mark: Mark) -> bool:
    """Return whether "its media wing" or "its spokesman" is a party's own voice."""
    line = region.line
    is_media = mark.key == "media" and not line.tokens[mark.lo].text[:1].isupper()
    whose = line.low(mark.lo - 1)
    army = whose in {"'s", "’s"} and line.at("head_force", mark.lo - 2) is not None
    return is_media and (whose in {"its", "their"} or army)


def _voiced(region: Region, mark: Mark, role: SpeakerRole, context: Context) -> tuple[Speaker, ...]:
    lo, hi = names.phrase(region, mark)
    if role is SpeakerRole.PERSON and region.hi - region.lo <= _WHOLE:
        lo, hi = names.without_article(region), names.without_here(region)
    if role is SpeakerRole.PERSON:
        name = names.of_a_place(region, mark) or region.line.words(lo, hi)
        party = next((g.party for g in region.groups if g.party), None)
        if mark.key == "source" and party:
            return (state(region, party, (lo, hi), context),)
        return (speaker_of(region, name, role, None, (lo, hi)),)
    if role is not SpeakerRole.OFFICIAL:
        lo = names.behind_owner(region, lo, mark)
        return (speaker_of(region, region.line.words(lo, hi), role, None, (lo, hi)),)
    return _official(region, mark, (lo, hi), context)


def _official(
    region: Region, mark: Mark, at: tuple[int, int], context: Context
) -> tuple[Speaker, ...]:
    """Return a local official or an organ by its own name, then its state."""
    lo, hi = at
    line = region.line
    name = names.of_the_place(region, at, context)
    is_placed = name != line.words(lo, hi)
    person = _capitals(region, context) if hi - lo == 1 or is_placed else None
    if person and person[1] - person[0] > 1:
        is_place = any(m.span == line.span(*person) for m in line.sentence.mentions)
        # "Ana Rusk, a mayor"; "the North Kivu governor"
        named = line.words(person[0], hi if is_place else person[1])
        if not is_placed:
            name = named
        elif person[0] >= hi:
            name = f"{name} {named}"
    owner = next((g for g in region.groups if g.party and lo <= g.lo < hi), None)
    if mark.key == "official" and owner and owner.party:
        start, end = line.span(lo, hi)
        inside = any(m.literal and start <= m.span[0] < end for m in line.sentence.mentions)
        bare = line.words(mark.lo, mark.hi).casefold() in context.bare_heads
        if bare and not inside:  # "the head of Northern diplomacy"
            return (state(region, owner.party, (lo, hi), context),)
    of = next((g for g in region.groups if g.party and g.head in {Head.FORCE, Head.OFFICE}), None)
    if of and of.party and line.low(mark.lo) in context.bare_heads and of.prep == "of":
        return (state(region, of.party, at, context),)  # "the head of the Northern army"
    party = next((g.party for g in region.groups if g.party), None) or _country(region, context)
    post = line.at("local_post", mark.lo)
    if party is None and post and post.key == "province":
        party = _ground(region, context)
    if mark.key == "organ":
        known = context.owner() or context.home
        party = party or (known.party_id if known else None)
        if party and owner is None and person is None and not line.at("adjective", lo):
            name = f"{name} of {context.gazetteer.party(party).name}"
    return _organ(region, name, party, (lo, hi), context)


def _organ(
    region: Region, name: str, party: str | None, at: tuple[int, int], context: Context
) -> tuple[Speaker, ...]:
    """Return an organ by its own name, then the state whose organ it is."""
    own = speaker_of(region, name, SpeakerRole.OFFICIAL, party, at)
    is_state = party and context.gazetteer.party(party).kind is not PartyKind.ARMED_GROUP
    return (own, state(region, party, at, context)) if party and is_state else (own,)


def _country(region: Region, context: Context) -> str | None:
    """Return the state of the places that a local speaker is named by."""
    start, end = region.line.span(region.lo, region.hi)
    for mention in region.line.sentence.mentions:
        if start <= mention.span[0] < end and mention.place_id:
            state = context.gazetteer.party_of(context.gazetteer.place(mention.place_id).country)
            if state:
                return state.id
    return None


def _ground(region: Region, context: Context) -> str | None:
    """Return the state whose ground the sentence tells of, or the one before: a mayor's own."""
    told = [m for m in region.line.sentence.mentions if m.literal and not m.dateline]
    told = told or [*context.places.values()][-1:]
    known = {context.gazetteer.place(m.place_id).country for m in told if m.place_id}
    state = context.gazetteer.party_of(known.pop()) if len(known) == 1 else None
    return state.id if state else None


def _recalled(region: Region, context: Context) -> tuple[Speaker, ...]:
    """Return the speaker whom a pronoun or a bare office names again."""
    line, lo, hi = region.line, region.lo, region.hi
    for index in range(hi - 1, lo - 1, -1):
        somebody = context.people.get(line.tokens[index].text)
        if somebody:
            return _with_state(somebody, region, context)
    known_again = _placed_office(region, context) or _own_office(region, context)
    known_again = known_again or _named_before(region, context)
    known_again = known_again or _by_initials(region, context)
    if known_again:
        return known_again
    name = _nameless(region)
    again = None if name and not _is_of_office(region) else _again(region, context)
    if again:
        return _with_state(again, region, context)
    army = None if name else _army_of_the_men(region) or _army_of_the_ground(region, context)
    if army:
        return (state(region, army, (lo, hi), context),)
    if name is None and line.low(lo) in _POLICE and (hi == lo + 1 or line.low(lo + 1) in _AT):
        party = _country(region, context) or _ground(region, context)
        return _organ(region, line.words(lo, hi), party, (lo, hi), context)
    name = name or _capitals(region, context)
    return (speaker_of(region, line.words(*name), SpeakerRole.PERSON, None, name),) if name else ()


def _placed_office(region: Region, context: Context) -> tuple[Speaker, ...]:
    """Return the state in which an office is ("a spokesman for the Talva government")."""
    line, lo, hi = region.line, region.lo, region.hi
    if not line.has("head_office", lo, hi) or (_nameless(region) and not _is_of_office(region)):
        return ()
    party = _country(region, context)
    return (state(region, party, (lo, hi), context),) if party else ()


def _own_office(region: Region, context: Context) -> tuple[Speaker, ...]:
    """Return the state whose office "its spokesman" is."""
    line, lo, hi = region.line, region.lo, region.hi
    if not (line.has("pronoun_its", lo, hi) and line.has("head_office", lo, hi)):
        return ()
    its = line.low(line.within("pronoun_its", lo, hi)[0].lo) in {"its", "their"}
    own = [g.party for g in region.before if g.party and _is_owner(g, its=its)]
    return (state(region, own[-1], (lo, hi), context),) if own else ()


def _named_before(region: Region, context: Context) -> tuple[Speaker, ...]:
    """Return the office that "it" is, or the outlet or body that "the agency" is."""
    line, lo, hi = region.line, region.lo, region.hi
    if line.has("pronoun_it", lo, hi):
        own = [g for g in region.before if not g.prep and g.head in _SPEAKING]
        if own and own[-1].party:  # "the ministry has not commented, but it said ..."
            return (state(region, own[-1].party, (lo, hi), context),)
    for mark in (*line.within("voice_media", lo, hi), *line.within("voice_body", lo, hi)):
        if _is_known(region, mark, context):
            return (context.voices[line.low(mark.lo)],)
        if _is_own_wing(region, mark) and context.office:
            return (context.office,)
    return ()


def _by_initials(region: Region, context: Context) -> tuple[Speaker, ...]:
    """Return the office named before that "the BSS" is short for."""
    word = region.line.tokens[region.hi - 1].text if region.lo < region.hi else ""
    if not (word[:1].isupper() and word[1:].upper() == word[1:] and len(word) >= _SHORT):
        return ()
    for name, speaker in context.offices.items():
        parts = name.split()
        plain = "".join(p[0] for p in parts if p not in _SMALL)
        if word.casefold() in {plain, "".join(p[0] for p in parts)}:
            return (speaker,)
    return ()


def _army_of_the_men(region: Region) -> str | None:
    """Return whose army speaks where only one side's men were told of ("an army statement")."""
    words = {region.line.low(i) for i in range(region.lo, region.hi)}
    told = {g.party for g in region.before if g.party}
    men = [g.party for g in region.before if g.party and g.head is Head.FORCE]
    return men[0] if words & _ARMIES and len(told) == 1 and men else None


def _army_of_the_ground(region: Region, context: Context) -> str | None:
    """Return whose army speaks in a headline that says no more ("Army says men shelled X")."""
    line, lo, hi = region.line, region.lo, region.hi
    is_bare = line.sentence.in_title and hi == lo + 1 and line.low(lo) in _ARMIES
    return _ground(region, context) if is_bare else None


def _is_owner(group: Group, *, its: bool) -> bool:
    """Return whether "its" or "his" may stand for a group before it."""
    return not group.prep if its else group.head is Head.PERSON


def _again(region: Region, context: Context) -> Speaker | None:
    """Return whom "he", "his office", "the ministry", "it" or "they" stands for."""
    line, lo, hi = region.line, region.lo, region.hi
    forces = [m for m in line.within("head_force", lo, hi) if line.low(m.lo - 1) in _THE]
    is_office = bool(forces) or any(line.has(c, lo, hi) for c in ("head_office", "voice_rank"))
    if line.has("pronoun_its", lo, hi) and is_office:
        return context.person or context.office
    if line.has("pronoun_he", lo, hi):
        return _subject(region, context) or context.person or context.speaker
    if line.has("pronoun_group", lo, hi) and context.group:
        return context.group
    if line.has("pronoun_office", lo, hi) or is_office:
        return _office(region, context)
    if any(line.has(c, lo, hi) for c in ("pronoun_it", "say_statement")):
        return context.office or context.speaker or context.group
    return context.speaker if line.has("pronoun_they", lo, hi) else None


def _subject(region: Region, context: Context) -> Speaker | None:
    """Return who opens the sentence in which nobody has spoken yet: "he" is nobody before it."""
    first = next((g for g in region.before if not g.prep), None)
    is_one = first is not None and first.head in {Head.PERSON, Head.OFFICE} and not context.spoke
    if first is None or first.party is None or not is_one:
        return None
    return state(region, first.party, (first.lo, first.hi), context)


def _nameless(region: Region) -> tuple[int, int] | None:
    """Return "two officials" or "an official": people whom nothing ties to a side."""
    line = region.line
    for mark in line.within("head_office", region.lo, region.hi):
        word = line.words(mark.lo, mark.hi).casefold()
        is_bare = line.low(mark.lo - 1) not in _WHOSE
        any_one = word in _LEADERS and {"a", "an"} & {
            line.low(i) for i in range(region.lo, mark.lo)
        }
        is_nobody = word in _NAMELESS or any_one  # "a local tribal leader"
        if is_nobody and is_bare and not any(g.party for g in region.groups):
            return region.lo, mark.hi
    return None


def _is_of_office(region: Region) -> bool:
    """Return whether an official is an office's ("a defence ministry official")."""
    marks = region.line.within("head_office", region.lo, region.hi)
    return any(a.hi == b.lo for a, b in pairwise(marks))


def _office(region: Region, context: Context) -> Speaker | None:
    """Return whose office is meant: the one of that name, the last side's, or the home's."""
    for mark in region.line.within("head_office", region.lo, region.hi):
        words = region.line.words(mark.lo, mark.hi).casefold()
        longer = next((n for n in reversed(context.offices) if n.endswith(f" {words}")), words)
        for name in (words, longer, words.split()[-1]):
            if name in context.offices:
                return context.offices[name]
    if context.speaker and context.speaker.role is SpeakerRole.STATE:
        return context.speaker
    known = context.office or context.home or context.owner()
    if known is None and context.speaker and context.speaker.role is SpeakerRole.OFFICIAL:
        return context.speaker
    return known


def _with_state(speaker: Speaker | None, region: Region, context: Context) -> tuple[Speaker, ...]:
    if speaker is None:
        return ()
    if speaker.role is SpeakerRole.OFFICIAL and speaker.party_id:
        at = (region.lo, region.hi)
        return speaker, state(region, speaker.party_id, at, context)
    return (speaker,)


def _capitals(region: Region, context: Context) -> tuple[int, int] | None:
    """Return the last run of capitalised words of a region: somebody's name."""
    tokens = region.line.tokens

    def is_name(index: int) -> bool:
        token = tokens[index]
        is_title = region.line.at("voice_official", index) is not None
        return token.text[:1].isupper() and token.low not in context.no_names and not is_title

    hi = region.hi
    while hi > region.lo and not is_name(hi - 1):
        hi -= 1
    lo = hi
    while lo > region.lo and is_name(lo - 1):
        lo -= 1
    for mark in region.line.within("head_office", lo, hi):
        if mark.hi < hi:  # "Minister of Defence Ana Rusk"
            lo = max(lo, mark.hi)
    return (lo, hi) if lo < hi else None


def _remember(region: Region, speaker: Speaker, context: Context) -> None:
    context.speaker = speaker
    context.spoke = True
    line = region.line
    name = _capitals(region, context)
    is_person = any(g.head is Head.PERSON for g in region.groups) or names.is_persons(region, name)
    if speaker.role is SpeakerRole.OFFICIAL and (first := names.first(region)):
        context.people[first] = speaker  # "Ana Rusk, the mayor of Karvan": "Rusk said"
    if is_person:
        context.person = speaker
        if name:
            context.people[line.tokens[name[1] - 1].text] = speaker
    elif not line.has("pronoun_he", region.lo, region.hi) and _is_better(speaker, context):
        context.office = speaker
    if speaker.role in {SpeakerRole.OUTLET, SpeakerRole.BODY}:
        context.voices[speaker.name.split()[-1].casefold()] = speaker
    if speaker.role is SpeakerRole.STATE:
        for mark in line.within("head_office", region.lo, region.hi):
            words = line.words(mark.lo, mark.hi).casefold()
            context.offices[words] = context.offices[words.split()[-1]] = speaker


def _is_better(speaker: Speaker, context: Context) -> bool:
    """Return whether an office is remembered: a side's is not lost to an onlooker's."""
    known = context.office
    return known is None or context.is_side(speaker.party_id) or not context.is_side(known.party_id)
