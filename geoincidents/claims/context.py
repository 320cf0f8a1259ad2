"""What a report has said so far, for words that lean on it ("the ministry", "he")."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geoincidents.geography import PartyKind, PlaceKind
from geoincidents.model import BlockKind, Speaker, SpeakerRole
from geoincidents.vocabulary import HitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.claims.sentences import Sentence
    from geoincidents.geography import Gazetteer
    from geoincidents.model import Mention, Report, Span
    from geoincidents.vocabulary import Hit

_WEIGHTS = {PartyKind.STATE: 4.0, PartyKind.ARMED_GROUP: 1.5, PartyKind.OBSERVER: 1.0}
_SEATED = ", the "
_SIDES = (PartyKind.STATE, PartyKind.ARMED_GROUP)


@dataclass(slots=True, kw_only=True)
class Context:
    """The memory of a reader; `sides` are the two parties that a report is most about."""

    report: Report
    gazetteer: Gazetteer
    sides: tuple[str, ...]
    local: frozenset[str]  # parties that the report names alone or whose ground it names
    countries: dict[str, str]  # place id of a country, by its party
    people: dict[str, Speaker] = field(default_factory=dict)  # by last name
    no_names: frozenset[str] = frozenset()
    bare_heads: frozenset[str] = frozenset({"head"})
    offices: dict[str, Speaker] = field(default_factory=dict)  # "foreign ministry"
    voices: dict[str, Speaker] = field(default_factory=dict)  # "agency", "foundation"
    denied: dict[str, int] = field(default_factory=dict)  # who denied last in which sentence
    home: Speaker | None = None  # the state whose outlet or capital the report is from
    group: Speaker | None = None  # the armed group named last
    spoke: bool = False  # whether the sentence has a speaker of its own
    office: Speaker | None = None
    person: Speaker | None = None
    speaker: Speaker | None = None
    places: dict[PlaceKind, Mention] = field(default_factory=dict)  # named last, by kind
    where: str | None = None  # the narrowest place of the event told last
    subject: str | None = None  # the party whose act was told last

    def owner(self) -> Speaker | None:
        """Return the state whose ground was named last: "the military" is its own."""
        for mention in reversed(self.places.values()):
            state = self.gazetteer.party_of(self.gazetteer.place(mention.place_id or "").country)
            if state and self.is_side(state.id):
                return Speaker(name=state.name, role=SpeakerRole.STATE, party_id=state.id)
        return None

    def see(self, sentence: Sentence) -> None:
        """Remember the places that a sentence names, for "the village" and the like."""
        for hit in sentence.hits_of("name"):
            if len(set(hit.keys)) > 1:
                continue
            party = self.gazetteer.party(hit.keys[0])
            if party.kind is PartyKind.ARMED_GROUP:
                self.group = Speaker(
                    name=party.name,
                    role=SpeakerRole.STATE,
                    party_id=party.id,
                    passage=sentence.passage(hit.span),
                )
        for mention in sentence.mentions:
            if mention.place_id and mention.literal and not mention.dateline:
                if _is_seat(sentence, mention):
                    continue
                kind = self.gazetteer.place(mention.place_id).kind
                self.places.pop(kind, None)  # the one named last comes last
                self.places[kind] = mention

    def meet(self, sentence: Sentence) -> None:
        """Remember the people and offices that a sentence names, for "he" and the like."""
        if self.spoke:
            self.spoke = False
            return
        self._meet_office(sentence)
        for hit in sentence.hits:
            if hit.category not in {"person", "office"} or len(set(hit.keys)) > 1:
                continue
            party = self.gazetteer.party(hit.keys[0])
            passage = sentence.passage(hit.span)
            speaker = Speaker(
                name=party.name, role=SpeakerRole.STATE, party_id=party.id, passage=passage
            )
            if hit.category == "person":
                self.person = speaker
            elif self.is_side(party.id) or self.office is None:
                self.office = speaker

    def _meet_office(self, sentence: Sentence) -> None:
        """Remember "the Northern ministry", of which no pack has the whole name."""
        heads = {h.span[0]: h for h in sentence.hits_of("head_office")}
        for hit in sentence.hits if heads else ():
            if hit.category not in {"name", "adjective", "capital"} or len(set(hit.keys)) > 1:
                continue
            is_seat = hit.category == "capital"  # "In HAGEN, the foreign office"
            gaps = (len(_SEATED),) if is_seat else (1, 3)
            head = next((heads[i] for i in (hit.span[1] + g for g in gaps) if i in heads), None)
            if head and is_seat and sentence.words((hit.span[1], head.span[0])) != _SEATED:
                continue
            party = self.gazetteer.party(hit.keys[0])
            if head is None or not (self.is_side(party.id) or self.office is None):
                continue
            speaker = Speaker(
                name=party.name,
                role=SpeakerRole.STATE,
                party_id=party.id,
                passage=sentence.passage(hit.span),
            )
            words = sentence.words(head.span).casefold()
            self.office = self.offices[words] = self.offices[words.split()[-1]] = speaker

    def leave_title(self) -> None:
        """Forget who spoke in the headline, unless nobody else tells whose "the ministry" is."""
        speaker = self.speaker
        if self.home is None and speaker and speaker.role is SpeakerRole.STATE:
            self.home = speaker
        self.speaker = self.office = self.person = None

    def other(self, party: str | None) -> str | None:
        """Return the other one of the report's two main sides."""
        if party is None or party not in self.sides:
            return None
        other = next((s for s in self.sides if s != party), None)
        kinds = [self.gazetteer.party(p).kind for p in (party, other) if p]
        # An onlooker is nobody's foe unless the words say so.
        return None if kinds == [PartyKind.STATE, PartyKind.OBSERVER] else other

    def is_main(self, party: str) -> bool:
        """Return whether a party is one of the report's two main sides."""
        return party in self.sides

    def is_side(self, party: str | None) -> bool:
        """Return whether a party is a side of the pack's conflicts."""
        return party is not None and self.gazetteer.party(party).kind in _SIDES


def begin(
    report: Report,
    read: tuple[Sequence[Mention], Sequence[Hit]],
    gazetteer: Gazetteer,
    no_names: frozenset[str],
) -> Context:
    """Return the context of a report of which nothing has been read yet."""
    mentions, hits = read
    return Context(
        report=report,
        local=_local(mentions, hits, gazetteer),
        no_names=no_names,
        home=_home(report, hits, gazetteer),
        gazetteer=gazetteer,
        sides=_sides(hits, gazetteer),
        countries=_countries(gazetteer),
    )


def _is_seat(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a town only tells where an office sits ("the government in X")."""
    before = sentence.text[: mention.span[0] - sentence.span[0]].rstrip()
    office = mention.span[0] - (
        len(sentence.text[: mention.span[0] - sentence.span[0]]) - len(before)
    )
    if not before.endswith(" in"):
        return False
    return any(h.span[1] == office - len(" in") for h in sentence.hits_of("head_office"))


def _home(report: Report, hits: Sequence[Hit], gazetteer: Gazetteer) -> Speaker | None:
    """Return the state that "the ministry" belongs to where none was named before."""
    publisher = report.publisher.casefold()
    datelines = [b.span for b in report.blocks if b.kind is BlockKind.DATELINE]
    party = next(
        (
            p.id
            for p in gazetteer.parties.values()
            if any(m.casefold() in publisher for m in p.media)
        ),
        None,
    ) or next(
        (
            h.keys[0]
            for h in hits
            if h.category == "capital" and any(_within(h.span, d) for d in datelines)
        ),
        None,
    )
    party = party or _of_publisher(publisher, gazetteer)
    if party is None or gazetteer.party(party).kind not in _SIDES:
        return None
    return Speaker(name=gazetteer.party(party).name, role=SpeakerRole.STATE, party_id=party)


def _of_publisher(publisher: str, gazetteer: Gazetteer) -> str | None:
    """Return the one state of which a paper is named ("The Northern Daily")."""
    words = set(publisher.replace("'s", "").split())
    named = {
        p.id
        for p in gazetteer.parties.values()
        if p.kind is PartyKind.STATE
        and words & {name.casefold() for name in (p.name, *p.names, *p.adjectives)}
    }
    return named.pop() if len(named) == 1 else None


def _local(
    mentions: Sequence[Mention], hits: Sequence[Hit], gazetteer: Gazetteer
) -> frozenset[str]:
    alone = {
        h.keys[0]
        for h in hits
        if h.kind is HitKind.PARTY and h.category == "name" and len(set(h.keys)) == 1
    }
    codes = {gazetteer.place(m.place_id).country for m in mentions if m.place_id}
    owners = {state.id for code in sorted(codes) if (state := gazetteer.party_of(code))}
    return frozenset(alone | owners)


def _within(span: Span, area: Span) -> bool:
    return area[0] <= span[0] and span[1] <= area[1]


def _sides(hits: Sequence[Hit], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the two parties that are named most, a pack's own sides first."""
    named = Counter(
        key
        for hit in hits
        if hit.kind is HitKind.PARTY and hit.category != "outlet" and len(set(hit.keys)) == 1
        for key in hit.keys[:1]
    )
    # A conflict's own sides weigh more than who looks on, unless they are hardly named.
    ranked = sorted(named, key=lambda p: (-named[p] * _WEIGHTS[gazetteer.party(p).kind], p))
    if len(ranked) == 1 and gazetteer.party(ranked[0]).kind is PartyKind.STATE:
        # A report that names one side only: its neighbour is the other, if there is one.
        states = sorted(p.id for p in gazetteer.parties.values() if p.kind is PartyKind.STATE)
        others = [s for s in states if s != ranked[0]]
        return (*ranked, *others) if len(others) == 1 else tuple(ranked)
    return tuple(ranked[:2])


_COUNTRIES: dict[int, tuple[Gazetteer, dict[str, str]]] = {}
_KEPT = 8


def _countries(gazetteer: Gazetteer) -> dict[str, str]:
    """Return the place of each party that is a country, made once a gazetteer."""
    kept = _COUNTRIES.get(id(gazetteer))
    if kept is None or kept[0] is not gazetteer:
        if len(_COUNTRIES) >= _KEPT:
            _COUNTRIES.clear()
        by_code = {
            p.country: p.id for p in gazetteer.places.values() if p.kind is PlaceKind.COUNTRY
        }
        found = {
            p.id: by_code[p.country]
            for p in gazetteer.parties.values()
            if p.kind is not PartyKind.ARMED_GROUP and p.country in by_code
        }
        kept = _COUNTRIES[id(gazetteer)] = (gazetteer, found)
    return kept[1]
