"""Events: the verbs and nouns of a line that tell of something on the ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims.lines import QUOTES, Mark
from geoincidents.claims.scenes import CASUALTIES, VAGUE
from geoincidents.claims.triggers import clauses, conditions, hands, nouns, verbs
from geoincidents.claims.triggers.nouns import FIRE_AND_MINES, LINK
from geoincidents.model import ClaimType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.claims.scenes import Part, Scene, Trigger

_HITTING = frozenset({"hit", "strike", "target", "land", "slam"})
_WHEN = frozenset({"when", "as", "after", "in", "that", "which"})


def _joined(scene: Scene, told: Sequence[Trigger], nouns: Sequence[Trigger]) -> Iterator[Trigger]:
    """Yield verbs and nouns, a casualty verb and the noun it tells of as one."""
    used: set[int] = set()
    for verb in told:
        hitting = verb.key in _HITTING and [n for n in nouns if _strikes(scene, verb, n)]
        if hitting:
            used.add(hitting[0].lo)
            yield verb._replace(type=hitting[0].type, end=max(verb.end, hitting[0].end))
            continue
        if verb.key in CASUALTIES:
            near = [n for n in nouns if n.type is not ClaimType.OTHER and _is_cause(scene, verb, n)]
            cause = min(near, key=lambda n: abs(n.lo - verb.lo), default=None)
            if cause:
                used.add(cause.lo)
                yield verb._replace(
                    type=cause.type,
                    cause=cause.key,
                    start=min(verb.start, cause.start),
                    end=max(verb.end, cause.end),
                    reason=f"{verb.reason}, {cause.reason}",
                )
                continue
            last = _shared_cause(scene, verb, told) or _act(scene, verb, told)
            if last:
                verb = verb._replace(type=last.type, cause=last.cause)  # noqa: PLW2901 - the verb as told
        yield verb
    yield from (n for n in nouns if n.lo not in used)


def _strikes(scene: Scene, verb: Trigger, noun: Trigger) -> bool:
    """Return whether a noun hits ("one strike hit a house", "was hit hard in the attack")."""
    if verb.is_passive:
        between = [scene.line.low(i) for i in range(verb.hi, noun.lo)]
        return 0 < len(between) <= LINK and bool({"in", "by", "during"} & set(between))
    return 0 <= verb.lo - noun.hi <= 1


def _act(scene: Scene, verb: Trigger, told: Sequence[Trigger]) -> Trigger | None:
    """Return the act that a loss came of ("were killed when their car ran over a mine")."""
    acts = [
        t
        for t in told
        if t.key not in CASUALTIES
        and t.type in FIRE_AND_MINES | {ClaimType.AIR_STRIKE, ClaimType.DRONE_STRIKE}
        and _is_cause(scene, verb, t)
        and any(scene.line.low(i) in _WHEN for i in range(min(verb.lo, t.lo), max(verb.lo, t.lo)))
    ]
    return min(acts, key=lambda t: abs(t.lo - verb.lo), default=None)


def _shared_cause(scene: Scene, verb: Trigger, told: Sequence[Trigger]) -> Trigger | None:
    """Return the event before that "and", "or" ties a loss to ("destroyed or damaged")."""
    before = [t for t in told if t.hi <= verb.lo]
    if (
        not before
        or verb.lo - before[-1].hi > LINK
        or verb.type not in {ClaimType.OTHER, ClaimType.CLASH}
    ):
        return None
    return before[-1] if scene.line.low(verb.lo - 1) in scene.grammar.conjunctions else None


def _is_cause(scene: Scene, verb: Trigger, noun: Trigger) -> bool:
    lo, hi = sorted((verb.lo, noun.lo))
    return all(scene.line.low(i) not in {";", "but", "while"} for i in range(lo, hi))


def find(scene: Scene) -> tuple[Trigger, ...]:
    """Return the events of a line in order."""
    said = [m for m in scene.line.marks.get("event_verb", ()) if verbs.is_verb(scene, m)]
    said = clauses.longest(said)
    parts = clauses.edges(scene, said)
    told = [t for m, part in zip(said, parts, strict=True) if (t := verbs.read(scene, m, *part))]
    told += hands.find(scene)
    named = [t for m in nouns.find(scene, said, told) if (t := nouns.read(scene, m))]
    if told and not _is_apart(scene, told, named):  # "wounded in a provocation": one event
        named = [n for n in named if n.key not in VAGUE]
    heads = [Mark(t.lo, t.hi, t.key, ()) for t in (*told, *(n for n in named if n.is_main))]
    told = _parted(scene, told, heads)
    return tuple(sorted(_joined(scene, told, _parted(scene, named, heads))))


def _is_apart(scene: Scene, told: Sequence[Trigger], named: Sequence[Trigger]) -> bool:
    """Return whether only a vague act has a place, and a quotation tells what it was."""
    vague = [n for n in named if n.key in VAGUE]
    if not vague or vague[0].lo > told[0].lo:
        return False
    between = range(vague[0].hi, told[0].lo)
    opened = [i for i in between if scene.line.low(i) in QUOTES]
    return bool(opened) and conditions.has_narrow_place(scene, vague[0].hi, opened[0])


def _parted(scene: Scene, triggers: Sequence[Trigger], heads: Sequence[Mark]) -> list[Trigger]:
    """Return events with their parts of the sentence, which reach over what is no event."""
    edges = dict(
        zip((h[:2] for h in sorted(heads)), clauses.edges(scene, sorted(heads)), strict=True)
    )
    placed = []
    for trigger in triggers:
        part = edges.get((trigger.lo, trigger.hi))
        if part is None:
            holding = [e for e in edges.values() if e[0] <= trigger.lo < e[1]]
            part = holding[0] if holding else _around(scene, trigger)
        end = clauses.comparison(scene, trigger.hi, part[1])
        placed.append(trigger._replace(start=clauses.antecedent(scene, *part, trigger.lo), end=end))
    return placed


def _around(scene: Scene, trigger: Trigger) -> Part:
    """Return the words between the frames on both sides of an event."""
    before = [f.hi for f in scene.speech.frames if f.hi <= trigger.lo]
    after = [f.lo for f in scene.speech.frames if f.lo >= trigger.hi]
    return max(before, default=0), min(after, default=len(scene.line.tokens))
