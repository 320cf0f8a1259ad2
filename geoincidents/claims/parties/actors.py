"""Who did it and to whom, from the party words about an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geoincidents.claims.parties import irregulars, mutual, nominal
from geoincidents.claims.parties.groups import Head, Stand
from geoincidents.claims.parties.whose import DOERS, HURT, Parts, Whose
from geoincidents.claims.scenes import CASUALTIES
from geoincidents.claims.voices.frames import FrameKind
from geoincidents.model import ClaimType

if TYPE_CHECKING:
    from geoincidents.claims.context import Context
    from geoincidents.claims.parties.groups import Group
    from geoincidents.claims.scenes import Scene, Trigger

# Events against somebody; where only the doer is named, the other main side is meant.
AGAINST = frozenset(
    {
        ClaimType.INCURSION,
        ClaimType.SEIZURE,
        ClaimType.SHELLING,
        ClaimType.AIR_STRIKE,
        ClaimType.DRONE_STRIKE,
        ClaimType.CAPTURE,
        ClaimType.CLASH,
    }
)


_AMID = frozenset({"in", "during", "under"})
_CLAUSES = frozenset({"after", "when", "because", "before", "as", "while"})
_HURT_BY = frozenset({"", "on", "at", "against", "into", "in", "inside", "of", "across", "within"})
_UNDER = 6  # words: "came under heavy Northern fire"
_FIRED = frozenset({"open_fire", "fire", "shell", "return_fire", "bombard"})
_OWN_MOVES = frozenset({ClaimType.DEPLOYMENT, ClaimType.WITHDRAWAL})


class Roles(NamedTuple):
    """Party ids of the two ends of an event, and the words of the target's ground."""

    actor: str | None
    target: str | None
    is_mutual: bool = False
    is_guess: bool = False  # whether the target is only the actor's usual foe
    ground: Group | None = None


def find(scene: Scene, trigger: Trigger, context: Context) -> Roles:
    """Return who acts on whom in an event."""
    speaker = _speaking_party(scene, trigger)
    whose = Whose(scene, trigger, context, speaker)
    own = [g for g in scene.groups if trigger.start <= g.lo and not _speaks(scene, g)]
    parts = Parts(
        [g for g in own if g.hi <= trigger.lo],
        [g for g in own if trigger.hi <= g.lo < trigger.end],
    )
    if mutual.is_mutual(scene, trigger) or mutual.both_tell(scene, trigger, context):
        return Roles(None, None, is_mutual=True)
    on_whom = mutual.blamed_on(scene, trigger)
    if on_whom:
        parts.behind.remove(on_whom)
    actor, target, ground = (nominal.sides if trigger.is_noun else _verb)(
        scene, trigger, parts, whose
    )
    if on_whom and on_whom.party:
        actor = on_whom.party
    elif trigger.type in AGAINST and (actor is None or actor == speaker):
        actor = _blamed(scene, trigger, whose) or actor
    if target is not None and target == actor:
        target = None
    if actor is not None and actor == speaker and _is_inside_own(scene, trigger, whose):
        actor, target = context.other(actor), actor
    is_guess = target is None and trigger.type in AGAINST and context.is_side(actor)
    if is_guess and not irregulars.were_hit(scene, trigger):
        target = context.other(actor)
    if actor is None and target and trigger.type in AGAINST and context.is_side(target):
        actor = None if irregulars.did_it(scene, trigger) else _implied(trigger, target, context)
    return Roles(actor, target, ground=ground, is_guess=is_guess and target is not None)


def _is_inside_own(scene: Scene, trigger: Trigger, whose: Whose) -> bool:
    """Return whether a speaker tells of men inside its own territory: others came there."""
    if trigger.type is not ClaimType.INCURSION:
        return False
    return any(
        g.stand is Stand.OWN
        and g.head is Head.GROUND
        and g.prep in {"inside", "into", "within"}
        and trigger.start <= g.lo < trigger.end
        and whose.party(g) == whose.speaker
        for g in scene.groups
    )


def _blamed(scene: Scene, trigger: Trigger, whose: Whose) -> str | None:
    """Return whom the speaker blames behind the event ("..., the army said, blaming X")."""
    for frame in scene.speech.frames:
        if frame.kind is not FrameKind.ACCUSE or frame.mutual or frame.lo < trigger.hi:
            continue
        accused = [g for g in scene.groups if frame.hi <= g.lo <= frame.hi + _UNDER and g.party]
        if accused and accused[0].party != frame.speakers[0].party_id:
            return whose.party(accused[0])
    return None


def _implied(trigger: Trigger, target: str, context: Context) -> str | None:
    """Return the other side as the doer where the side that was hit tells of it."""
    return context.other(target) if trigger.type in AGAINST - {ClaimType.CLASH} else None


def _speaks(scene: Scene, group: Group) -> bool:
    return scene.speech.is_frame_word(group.lo)


def _speaking_party(scene: Scene, trigger: Trigger) -> str | None:
    frame = scene.speech.owner(trigger.lo)
    speaking = frame.speakers[0] if frame else scene.speech.carried
    return speaking.party_id if speaking else None


def _verb(
    scene: Scene, trigger: Trigger, parts: Parts, whose: Whose
) -> tuple[str | None, str | None, Group | None]:
    subject = _antecedent(scene, trigger) or _subject(scene, trigger, parts, whose)
    subject = subject or _taken_up_again(scene, trigger)
    undergoes = trigger.key in {"die", "be_hurt", "come_under_fire", "lose"}
    if undergoes and subject is None:
        subject = next((g for g in reversed(parts.before) if not g.prep), None)
    if trigger.is_passive or (undergoes and trigger.type is not ClaimType.SEIZURE):
        return _passive(scene, trigger, parts, whose, subject)
    actor = whose.party(subject)
    if trigger.key in {"lose", "repel"}:  # who lost ground or drove others back was attacked
        return whose.context.other(actor), actor, None
    if trigger.type is ClaimType.MINE_BLAST:
        under = (
            p for g in parts.behind if g.prep in {"under", "beneath"} and (p := whose.party(g))
        )
        blown = whose.party(_object(parts))
        return None, actor or next(under, None) or blown, None
    if trigger.key == "come_under_control":  # "the town fell to the North"
        taker = next((g for g in parts.behind if whose.party(g)), None)
        return whose.party(taker) or whose.context.subject, None, None
    if actor is None and (subject is None or subject.stand is not Stand.NOBODY):
        actor = _carried(scene, trigger, whose)
    if actor is None:  # "shells fired by the Northern army landed"
        actor = next((whose.party(g) for g in parts.before if g.prep == "by"), None)
    if actor is None and trigger.type is ClaimType.SHELLING:  # "shells fired from the North"
        actor = next((g.party for g in parts.before if _is_fired_from(scene, g)), None)
    if actor is None and _is_perfect(scene, trigger):
        actor = whose.speaker
    obj = _object(parts)
    return actor, _target(trigger, parts, obj, whose, actor), obj


def _is_fired_from(scene: Scene, group: Group) -> bool:
    """Return whether a party is the ground that shells were fired from."""
    verb = scene.line.low(group.lo - 2)
    return group.prep == "from" and verb in {"fired", "launched", "shot", "lobbed"}


def _is_perfect(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a verb's subject is who speaks ("claiming to have deployed guards")."""
    pair = (scene.line.low(trigger.lo - 2), scene.line.low(trigger.lo - 1))
    return pair in {("to", "have"), ("of", "having")}


def _passive(
    scene: Scene, trigger: Trigger, parts: Parts, whose: Whose, subject: Group | None
) -> tuple[str | None, str | None, Group | None]:
    """Return the ends of what somebody undergoes: the doer stands behind "by" or "under"."""
    by = next((g for g in parts.behind if g.prep == "by"), None)
    if by is None and trigger.key == "come_under_fire":
        reach = trigger.hi + _UNDER
        fires = [g for g in scene.groups if g.head is Head.EVENT and trigger.lo < g.hi <= reach]
        by = fires[0] if fires else None
    if whose.party(by) is None and trigger.type is ClaimType.SHELLING:  # "fire from the North"
        by = next((g for g in parts.behind if g.prep == "from" and whose.party(g)), by)
    if by is None:  # "was hit in the Northern attack"
        acts = (g for g in parts.behind if g.head is Head.EVENT and g.prep in _AMID)
        by = next(acts, None)
    actor, target = whose.party(by), whose.party(subject)
    if trigger.key == "repel":
        return whose.context.other(actor), actor, None
    if trigger.type in _OWN_MOVES:
        return actor or target, target if actor and actor != target else None, None
    if target is None:
        target = _target(trigger, parts, None, whose, actor)
    if actor is None and target and trigger.type in AGAINST and trigger.key not in CASUALTIES:
        last = whose.context.subject
        actor = whose.context.other(target) or (last if last != target else None)
    return actor, target, subject


def _subject(scene: Scene, trigger: Trigger, parts: Parts, whose: Whose) -> Group | None:
    """Return the group in front of a verb that is its subject."""
    del whose
    parts = parts._replace(before=[g for g in parts.before if scene.line.low(g.hi) != ":"])
    doers = DOERS | {Head.GROUND} if trigger.key in _FIRED else DOERS  # "Northern posts fired"
    free = [g for g in parts.before if not g.prep and g.head in doers and not g.possessive]
    if trigger.is_passive:
        free = [g for g in parts.before if not g.prep] or free
    if free:
        named = [g for g in free if g.party or g.stand is not Stand.NOBODY]
        if named and not _is_other_clause(scene, named[-1], free[-1]):
            return named[-1]
        # "a group of the enemy": whose men they are stands behind.
        whose_men = [
            g
            for g in parts.before
            if g.prep == "of" and g.lo >= free[-1].hi and (g.party or g.stand is not Stand.NOBODY)
        ]
        return whose_men[0] if whose_men else free[-1]
    clause = [g for g in parts.before if g.prep in {"since", "after", "before", "until"}]
    if clause and clause[-1].head in DOERS:
        return clause[-1]  # "since Northern troops began attacking"
    frame = scene.speech.owner(trigger.lo)
    if frame and frame.kind is FrameKind.ACCUSE:
        accused = [g for g in scene.groups if frame.hi <= g.lo < trigger.lo and not g.possessive]
        direct = [g for g in accused if g.prep in {"", "at", "on"}]
        return direct[0] if direct else (accused[0] if accused else None)
    if (
        parts.before and parts.before[-1].prep == "of"
    ):  # "infiltration of 250 troops", "a group of soldiers"
        return parts.before[-1]
    return None


def _antecedent(scene: Scene, trigger: Trigger) -> Group | None:
    """Return whom "who" takes up right before a verb ("spoke with Northern men who crossed")."""
    line, grammar = scene.line, scene.grammar
    i = trigger.lo - 1
    while i > 0 and (line.low(i) in grammar.auxiliaries or line.low(i) in grammar.adverbs):
        i -= 1
    if line.low(i) != "who":
        return None
    end = i - 1 if line.low(i - 1) == "," else i
    group = next((g for g in scene.groups if g.hi == end), None)
    return group if group and group.party and group.prep and group.head in DOERS else None


def _taken_up_again(scene: Scene, trigger: Trigger) -> Group | None:
    """Return the subject that a relative clause parts from "were held" ("men who came were")."""
    line = scene.line
    acts = line.within("event_verb", 0, trigger.lo)
    if not trigger.is_passive or not acts:
        return None
    who = next((i for i in range(acts[-1].lo, -1, -1) if line.low(i) in {"who", "which"}), None)
    if who is None:
        return None
    end = who - 1 if line.low(who - 1) == "," else who
    return next((g for g in scene.groups if g.hi == end and g.party and not g.prep), None)


def _is_other_clause(scene: Scene, named: Group, last: Group) -> bool:
    """Return whether men of nobody knows whom act in a clause of their own ("after gunmen")."""
    if last.head is not Head.FORCE or last.lo <= named.hi:
        return False
    return any(scene.line.low(i) in _CLAUSES for i in range(named.hi, last.lo))


def _carried(scene: Scene, trigger: Trigger, whose: Whose) -> str | None:
    """Return the doer of the verb before, where this one has no subject of its own."""
    before = [
        g
        for g in scene.groups
        if g.hi <= trigger.start and not g.prep and g.head in DOERS and not _speaks(scene, g)
    ]
    for group in reversed(before):
        party = whose.party(group)
        if party and not (trigger.key in CASUALTIES and _is_hit(scene, group)):
            return party
    return None if before else whose.context.subject if _has_pronoun(scene, trigger) else None


def _is_hit(scene: Scene, group: Group) -> bool:
    """Return whether an act's verb stands right before a group ("hit a Northern lorry")."""
    return any(m.hi in {group.lo, group.lo - 1} for m in scene.line.marks.get("event_verb", ()))


def _has_pronoun(scene: Scene, trigger: Trigger) -> bool:
    return any(scene.line.has(c, trigger.start, trigger.lo) for c in ("pronoun_they", "pronoun_it"))


def _object(parts: Parts) -> Group | None:
    return next(
        (g for g in parts.behind if g.head in HURT and g.prep not in {"by", "from", "with"}), None
    )


def _target(
    trigger: Trigger, parts: Parts, obj: Group | None, whose: Whose, actor: str | None
) -> str | None:
    if trigger.type in {ClaimType.DEPLOYMENT, ClaimType.OTHER, ClaimType.BLOCKADE}:
        return None
    if trigger.type is ClaimType.WITHDRAWAL:
        to = next(
            (g for g in parts.behind if g.prep in {"to", "from"} and whose.party(g) != actor), None
        )
        return whose.party(to)
    hurt_by = _HURT_BY | {"from"} if trigger.type is ClaimType.SEIZURE else _HURT_BY
    for group in [obj, *parts.behind]:
        party = whose.party(group)
        if party and party != actor and group and group.prep in hurt_by:
            return party
    return None
