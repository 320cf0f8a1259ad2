"""Whose men a group of words stands for: what "they", "its troops" and "the enemy" mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geoincidents.claims.lines import QUOTES
from geoincidents.claims.parties.groups import Head, Stand
from geoincidents.claims.voices.frames import FrameKind
from geoincidents.geography import PartyKind

if TYPE_CHECKING:
    from geoincidents.claims.context import Context
    from geoincidents.claims.parties.groups import Group
    from geoincidents.claims.scenes import Scene, Trigger

DOERS = frozenset(
    {Head.FORCE, Head.STATE, Head.PERSON, Head.PEOPLE, Head.EVENT, Head.OFFICE, Head.NONE}
)
HURT = frozenset({Head.FORCE, Head.GROUND, Head.STATE, Head.PEOPLE, Head.PERSON, Head.NONE})


class Parts(NamedTuple):
    """The groups of a clause, before and behind the word that tells the event."""

    before: list[Group]
    behind: list[Group]


class Whose:
    """Tells the party that a group stands for."""

    def __init__(
        self, scene: Scene, trigger: Trigger, context: Context, speaker: str | None
    ) -> None:
        self.scene = scene
        self.trigger = trigger
        self.context = context
        self.speaker = speaker

    def party(self, group: Group | None) -> str | None:
        """Return a group's party, None where nothing says whose it is."""
        if group is None or group.party or group.stand is None:
            return group.party if group else None
        return self._stood_for(group)

    def _stood_for(self, group: Group) -> str | None:
        context = self.context
        if group.stand is Stand.ENEMY:
            return context.other(self.speaker or context.subject)
        if group.stand is Stand.OWN and self._is_quoted_theirs(group):
            return context.other(self.speaker)
        if group.stand is Stand.OWN:
            return (
                self._accused(group)
                or self._nearest_subject(group)
                or self.speaker
                or context.subject
            )
        if group.stand is Stand.IT:
            return self.speaker or context.subject
        if group.stand is Stand.NOBODY:
            return self._named_last(group)
        is_they = group.stand is Stand.THEY
        return (self._spoken_of() or self._boaster(group) or context.subject) if is_they else None

    def _named_last(self, group: Group) -> str | None:
        """Return the armed group named last where "the rebels" or "Northern rebels" act."""
        line, last = self.scene.line, self.context.group
        is_one = any(line.has(c, group.lo - 1, group.hi) for c in ("pronoun_group", "stateless"))
        return last.party_id if is_one and last else None

    def _boaster(self, group: Group) -> str | None:
        """Return the armed group that says what "they" did."""
        frame = self.scene.speech.owner(group.lo)
        if frame is None or frame.kind is not FrameKind.SAY or frame.hi > group.lo:
            return None
        party = frame.speakers[0].party_id
        named = any(g.party for g in self.scene.groups if frame.hi <= g.lo < group.lo)
        kind = self.context.gazetteer.party(party).kind if party else None
        return party if kind is PartyKind.ARMED_GROUP and not named else None

    def _spoken_of(self) -> str | None:
        """Return whose men "they" are in "they crossed, he said of the Northern troops"."""
        line = self.scene.line
        for group in self.scene.groups:
            named = group.party and group.prep == "of" and group.lo > self.trigger.hi
            if named and any(line.at("say_verb", i) for i in range(group.lo - 3, group.lo)):
                return group.party
        return None

    def _accused(self, group: Group) -> str | None:
        """Return whom "its men" belongs to in "accused the North of letting its men cross"."""
        frame = self.scene.speech.owner(group.lo)
        if frame is None or frame.kind is not FrameKind.ACCUSE or group.head is not Head.FORCE:
            return None
        named = [g for g in self.scene.groups if frame.hi <= g.lo < group.lo and g.party]
        return named[0].party if named else None

    def _is_quoted_theirs(self, group: Group) -> bool:
        """Return whether "their men" stands in the speaker's own quoted words."""
        line = self.scene.line
        if line.low(group.lo) not in {"their", "its"} or self.speaker is None:
            return False
        marks = [i for i, t in enumerate(line.tokens[: group.lo]) if t.low in QUOTES]
        return len([i for i in marks if i not in line.scare]) % 2 == 1

    def _nearest_subject(self, group: Group) -> str | None:
        """Return the party that "its" belongs to where a subject stands in the same clause."""
        denied = [f for f in self.scene.speech.frames if f.kind is FrameKind.DENY]
        if denied and denied[0].hi <= group.lo and denied[0].speakers[0].party_id:
            return denied[0].speakers[0].party_id  # "rejected a claim that its soldiers ..."
        if group.head is not Head.FORCE or self.speaker:
            return None
        before = [g for g in self.scene.groups if g.hi <= group.lo and g.party and not g.prep]
        return before[-1].party if before else None
