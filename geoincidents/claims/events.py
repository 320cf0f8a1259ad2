"""Events: the verbs and nouns of a line that tell of something on the ground."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geoincidents.claims.groups import Head, Stand
from geoincidents.claims.lines import QUOTES, Mark
from geoincidents.geography import PlaceKind
from geoincidents.model import ClaimType, MeasureKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.claims.frames import Speech
    from geoincidents.claims.grammar import Grammar, VerbFrame
    from geoincidents.claims.groups import Group
    from geoincidents.claims.lines import Line
    from geoincidents.geography import Gazetteer
    from geoincidents.model import Measure

VAGUE = frozenset({"provocation", "sabotage"})  # acts that are told, if at all, beside them
CASUALTIES = frozenset({"kill", "wound", "injure", "die", "destroy", "damage", "maim", "hurt"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_LOSSES = frozenset({MeasureKind.KILLED, MeasureKind.WOUNDED})
_OF_NOUNS = frozenset({MeasureKind.TROOPS, MeasureKind.DEPTH, MeasureKind.AREA})
_DEPTHS = frozenset({MeasureKind.DEPTH, MeasureKind.DISTANCE, MeasureKind.LENGTH})
_THINGS = (
    "object_artillery",
    "object_ground",
    "object_post",
    "object_mined",
    "object_road",
    "object_building",
    "head_ground",
)
_WHEN = frozenset({"when", "as", "after", "in", "that", "which"})
_OBJECT = 5  # words between a verb and the noun it is done to
_FIRE_AND_MINES = frozenset(
    {ClaimType.CLASH, ClaimType.SHELLING, ClaimType.MINE_BLAST, ClaimType.INCURSION}
)
_HITTING = frozenset({"hit", "strike", "target", "land", "slam"})
_FIRE = frozenset({ClaimType.SHELLING, ClaimType.CLASH})
_FAR = 28  # words: an object stands no farther from its verb
_NEAR = 12  # words: where motion goes to stands close behind its verb
_ANTECEDENT = 9  # words
_LINK = 6  # words between a noun and the verb that makes it an event
_MOTIONS = frozenset({ClaimType.INCURSION, ClaimType.WITHDRAWAL})
_STRONG = frozenset({"but", "while", "whereas", "after", "when", "which", "that", "as", "because"})


class Trigger(NamedTuple):
    """The word of an event, with its part of the sentence `start` to `end`."""

    lo: int
    hi: int
    key: str
    type: ClaimType
    start: int
    end: int
    is_noun: bool = False
    is_passive: bool = False
    cause: str = ""  # the noun that a verb of loss is tied to
    is_main: bool = True  # false where a noun only backs up another event
    reason: str = ""


class Scene(NamedTuple):
    """A line with all that was found in it so far."""

    line: Line
    groups: tuple[Group, ...]
    speech: Speech
    measures: tuple[Measure, ...]
    grammar: Grammar
    gazetteer: Gazetteer


def find(scene: Scene) -> tuple[Trigger, ...]:
    """Return the events of a line in order."""
    verbs = _longest([m for m in scene.line.marks.get("event_verb", ()) if _is_verb(scene, m)])
    edges = _edges(scene, verbs)
    told = [t for m, (lo, hi) in zip(verbs, edges, strict=True) if (t := _verb(scene, m, lo, hi))]
    nouns = [t for m in _nouns(scene, verbs, told) if (t := _noun(scene, m))]
    if told:  # "wounded in a provocation": the noun tells no second event
        nouns = [n for n in nouns if n.key not in VAGUE]
    heads = [Mark(t.lo, t.hi, t.key, ()) for t in (*told, *(n for n in nouns if n.is_main))]
    told = _parted(scene, told, heads)
    return tuple(sorted(_joined(scene, told, _parted(scene, nouns, heads))))


def _parted(scene: Scene, triggers: Sequence[Trigger], heads: Sequence[Mark]) -> list[Trigger]:
    """Return events with their parts of the sentence, which reach over what is no event."""
    edges = dict(zip((h[:2] for h in sorted(heads)), _edges(scene, sorted(heads)), strict=True))
    placed = []
    for trigger in triggers:
        part = edges.get((trigger.lo, trigger.hi))
        if part is None:
            holding = [e for e in edges.values() if e[0] <= trigger.lo < e[1]]
            part = holding[0] if holding else _around(scene, trigger)
        placed.append(trigger._replace(start=_antecedent(scene, *part, trigger.lo), end=part[1]))
    return placed


def _around(scene: Scene, trigger: Trigger) -> Part:
    """Return the words between the frames on both sides of an event."""
    before = [f.hi for f in scene.speech.frames if f.hi <= trigger.lo]
    after = [f.lo for f in scene.speech.frames if f.lo >= trigger.hi]
    return max(before, default=0), min(after, default=len(scene.line.tokens))


def _antecedent(scene: Scene, start: int, end: int, verb: int) -> int:
    """Return a part's start with the noun that "which" or "that" stands for."""
    line = scene.line
    if verb - start < 2 or not _opens_relative(scene, start):  # noqa: PLR2004 - "that shelled": a subject
        return start
    back = start
    while back > 0 and start - back < _ANTECEDENT and line.low(back - 1) not in {";", "."}:
        if line.at("event_verb", back - 1) or line.at("say_verb", back - 1):
            break
        back -= 1
    del end
    return back


def _opens_relative(scene: Scene, start: int) -> bool:
    """Return whether a clause tells more of the noun before it ("land they had taken")."""
    line, grammar = scene.line, scene.grammar
    word, before = line.low(start), line.low(start - 1)
    if any(f.hi in {start, start - 1} for f in scene.speech.frames) or start == 0:
        return False
    if word in {"which", "where"} or (word == "that" and line.at("say_verb", start - 1) is None):
        return True
    small = grammar.conjunctions | grammar.subordinators | grammar.prepositions | grammar.adverbs
    is_subject = any(g.lo == start and not g.prep for g in scene.groups)
    return is_subject and before[:1].isalnum() and before not in small


def _longest(marks: list[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.lo >= kept[-1].hi:
            kept.append(mark)
    return kept


# --- verbs ---------------------------------------------------------------------


def _is_verb(scene: Scene, mark: Mark) -> bool:
    line, grammar = scene.line, scene.grammar
    before, word = line.low(mark.lo - 1), line.low(mark.lo)
    if scene.speech.is_frame_word(mark.lo) or line.at("head_office", mark.lo):
        return False
    is_name = mark.lo > 0 and line.tokens[mark.lo].text[:1].isupper() and before not in QUOTES
    if is_name and not line.sentence.in_title:
        return False
    if word.endswith("ing") and (before in grammar.prepositions or before in {",", "and", ""}):
        return True
    if before in grammar.auxiliaries - _POSSESSIVES or before == "to":
        return True
    if before in grammar.determiners - {"that", "both", "each", "all", "group", "number"}:
        return False
    if before in _POSSESSIVES or before == "-" or line.low(mark.hi) == "-":
        return False
    if line.at("adjective", mark.lo - 1) and not line.at("head_people", mark.lo - 1):
        return False
    if before in grammar.prepositions:
        return False
    if _is_thing(scene, mark):
        return False
    if (
        before.endswith("ed")
        and line.low(mark.lo - 2) in grammar.determiners
        and word.endswith("s")
    ):
        return False  # "the reported captures"
    if line.at("event_noun", mark.lo) and not word.endswith("ed"):
        return not _nominal(scene, mark)
    return True


def _is_thing(scene: Scene, mark: Mark) -> bool:
    """Return whether a bare form is rather a thing ("positions", "mines", "base")."""
    line = scene.line
    if line.low(mark.lo).endswith(("ed", "ing")) or mark.hi - mark.lo > 1:
        return False
    if any(g.hi == mark.lo and (g.party or g.stand is Stand.THEY) for g in scene.groups):
        return False
    return any(line.at(c, mark.lo) for c in _THINGS)


def _nominal(scene: Scene, mark: Mark) -> bool:
    """Return whether a word that may be either is a noun where it stands."""
    line, grammar = scene.line, scene.grammar
    before = line.low(mark.lo - 1)
    if any(g.head is Head.EVENT and g.lo <= mark.lo < g.hi for g in scene.groups):
        return True
    if any(g.hi == mark.lo for g in scene.groups):
        return False
    after = line.low(mark.hi)
    if after == "of" or line.at("link_happen", mark.hi):
        return True
    return not (
        before in grammar.adverbs or before in grammar.relatives or after in grammar.determiners
    )


def _edges(scene: Scene, verbs: Sequence[Mark]) -> list[tuple[int, int]]:
    """Return each verb's part of the sentence, cut between neighbouring verbs."""
    line = scene.line
    frames = [Mark(*f.span, "", ()) for f in scene.speech.frames if not f.is_aside]
    ordered = sorted([*verbs, *frames])
    cuts = [0]
    for left, right in zip(ordered, ordered[1:], strict=False):
        if not right.key:  # who says it: all that stands before is said
            cuts.append(max(right.lo, left.hi))
        elif left.key and _is_reduced(scene, left.hi, right.lo):
            cuts.append(right.lo)
        else:
            cuts.append(_cut(scene, left.hi, right.lo))
    cuts.append(len(line.tokens))
    parts = {mark[:2]: (cuts[i], cuts[i + 1]) for i, mark in enumerate(ordered)}
    return [parts[mark[:2]] for mark in verbs]


def _is_reduced(scene: Scene, lo: int, hi: int) -> bool:
    """Return whether a participle only describes the noun before it ("drones launched from")."""
    line = scene.line
    if not line.low(hi).endswith(("ed", "n")):
        return False
    group = next((g for g in scene.groups if lo <= g.lo and g.hi == hi), None)
    return group is not None and group.party is None and group.stand is Stand.NOBODY


def _is_measure(scene: Scene, index: int) -> bool:
    """Return whether "as" only leads to a figure ("as much as", "as many as")."""
    word = scene.line.low(index)
    sizes = {"much", "many", "far", "few", "little", "well", "deep", "long", "part"}
    return word == "as" and bool({scene.line.low(index + 1), scene.line.low(index - 1)} & sizes)


def _cut(scene: Scene, lo: int, hi: int) -> int:
    """Return where the clause of the verb behind `hi` begins, after the one before `lo`."""
    line, grammar = scene.line, scene.grammar
    weak: int | None = None
    for i in range(hi - 1, lo - 1, -1):
        word = line.low(i)
        if word in {";", ":", "—", "–"} or (word in QUOTES and i not in line.scare):
            return i + 1
        if (word in _STRONG or word in grammar.relatives) and not _is_measure(scene, i):
            return i
        if weak is None and word in grammar.conjunctions:
            weak = i
        if weak is None and word == ",":
            weak = i
    if weak is not None:
        return weak
    subject = [
        start
        for g in scene.groups
        if lo <= g.lo and g.hi <= hi and (start := _subject_start(scene, g, lo)) is not None
    ]
    return subject[-1] if subject else _chain_start(scene, lo, hi)


def _subject_start(scene: Scene, group: Group, lo: int) -> int | None:
    """Return where a subject begins, "two of its men" at the number; None for an object."""
    if not group.prep:
        return group.lo
    line = scene.line
    if group.prep == "of":
        for i in range(group.lo - 1, max(lo, group.lo - 4), -1):
            if line.low(i) == "of":
                counted = line.low(i - 1) in scene.grammar.determiners or line.low(i - 1).isdigit()
                return i - 1 if counted and i - 1 >= lo else None
    return None


def _chain_start(scene: Scene, lo: int, hi: int) -> int:
    """Return where the small words in front of a verb begin ("to", "had also")."""
    grammar = scene.grammar
    i = hi
    while i > lo and (scene.line.low(i - 1) in grammar.auxiliaries | grammar.adverbs | {"to"}):
        i -= 1
    return max(lo, i)


def _verb(scene: Scene, mark: Mark, start: int, end: int) -> Trigger | None:
    passive = _is_passive(scene, mark, end)
    before, behind = (
        (_antecedent(scene, start, end, mark.lo), mark.lo),
        (mark.hi, min(end, mark.hi + _FAR)),
    )
    relative = before[0] < start  # what the verb is done to stands before its clause
    near = (mark.hi, min(end, mark.hi + _NEAR))
    subject, obj = (behind, before) if passive else (before, behind)
    for frame in scene.grammar.frames.get(mark.key, ()):
        is_motion = frame.type in _MOTIONS and not passive
        other = near if is_motion else behind
        if frame.within and not passive:
            is_motion, near = True, (mark.hi, min(end, mark.hi + frame.within))
            other = near
        objects = (before if relative else near if is_motion else obj, other)
        if _fits(scene, frame, subject, objects, (start, end)):
            return Trigger(
                mark.lo,
                mark.hi,
                frame.told_as or mark.key,
                frame.type,
                start,
                end,
                is_passive=passive,
                reason=f"the verb {scene.line.words(mark.lo, mark.hi)!r}",
            )
    return None


def _is_passive(scene: Scene, mark: Mark, end: int) -> bool:
    line, grammar = scene.line, scene.grammar
    word = line.low(mark.lo)
    if word.endswith("ing") or line.low(mark.lo).startswith(("come", "came", "fall", "fell")):
        return False
    if mark.key in CASUALTIES and _is_counted(scene, mark):
        return True
    if _follows_passive(scene, mark):
        return True
    i = mark.lo - 1
    while i >= 0 and (
        line.low(i) in grammar.adverbs or line.low(i).endswith("ly") or line.low(i) == "not"
    ):
        i -= 1
    if line.low(i) in grammar.passive_auxiliaries or _is_state(scene, mark, i):
        return True
    following = mark.hi
    by = line.low(following) == "by" or line.low(following + 1) == "by"
    return by and line.low(i) not in grammar.auxiliaries and end > following


def _is_state(scene: Scene, mark: Mark, last: int) -> bool:
    """Return whether a short phrase parts a participle from "is" ("is in effect shut")."""
    line, grammar = scene.line, scene.grammar
    if not line.low(mark.lo).endswith(("ed", "t", "n")):
        return False
    for i in range(last, max(-1, last - 3), -1):
        if line.low(i) in grammar.passive_auxiliaries:
            return True
        if line.low(i) in grammar.conjunctions or not line.low(i)[:1].isalpha():
            return False
        if any(g.lo <= i < g.hi for g in scene.groups) or line.low(i) == "to":
            return False
        if line.at("event_verb", i) or line.at("say_verb", i):
            return False
    return False


def _follows_passive(scene: Scene, mark: Mark) -> bool:
    """Return whether a participle shares the auxiliary of another ("were found and killed")."""
    line, grammar = scene.line, scene.grammar
    i = mark.lo - 1
    if line.low(i) not in grammar.conjunctions or not line.low(mark.lo).endswith(("ed", "n", "t")):
        return False
    i -= 1
    for _ in range(3):
        if line.low(i) in grammar.passive_auxiliaries:
            return True
        i -= 1
    return False


def _is_counted(scene: Scene, mark: Mark) -> bool:
    """Return whether a figure stands right before a verb ("105 killed", "four were hurt")."""
    if scene.line.low(mark.lo - 1) in {"has", "have", "had"}:
        return False
    for measure in scene.measures:
        start = scene.line.index(measure.passage.span[0])
        end = scene.line.index(measure.passage.span[1] - 1) + 1
        if measure.kind in _LOSSES and start < mark.lo <= end:
            return True
    return False


Part = tuple[int, int]


def _fits(
    scene: Scene, frame: VerbFrame, subject: Part, objects: tuple[Part, Part], near: Part
) -> bool:
    if frame.not_next and scene.line.low(objects[1][0]) in frame.not_next:
        return False
    if frame.subject and not any(_has(scene, c, subject) for c in frame.subject):
        if not _is_bare(scene, subject):
            return False
    if frame.object and not any(_has(scene, c, part) for c in frame.object for part in objects):
        return False
    return not frame.near or any(_has(scene, c, near) for c in frame.near)


def _is_bare(scene: Scene, part: Part) -> bool:
    """Return whether a verb has only small words before it: its subject stands earlier."""
    grammar = scene.grammar
    small = (
        grammar.conjunctions
        | grammar.prepositions
        | grammar.auxiliaries
        | grammar.adverbs
        | grammar.relatives
        | grammar.subordinators
        | {",", "to"}
    )
    return all(scene.line.low(i) in small or scene.line.at("filter_tried", i) for i in range(*part))


def _has(scene: Scene, word: str, part: Part) -> bool:
    line, (lo, hi) = scene.line, part
    if word == "any":
        return True
    if word in {"depth", "area"}:
        kinds = _DEPTHS if word == "depth" else {MeasureKind.AREA}
        return any(
            m.kind in kinds and lo <= line.index(m.passage.span[0]) < hi for m in scene.measures
        )
    if word in {"place", "place_country"}:
        return bool(_mentions(line, lo, hi))
    if word in {"party", "force", "to_party", "force_object"}:
        return any(_stands(word, g) for g in scene.groups if lo <= g.lo < hi)
    if word == "under_fire":
        return line.low(lo) == "under" and any(
            scene.grammar.nouns.get(m.key) in _FIRE for m in line.within("event_noun", lo, lo + 6)
        )
    if word == "direct_place":
        return _is_direct(scene, lo, hi)
    if word == "into_place":
        return any(
            _mentions(line, m.hi, min(m.hi + 7, hi)) or _grounded(scene, m.hi, min(m.hi + 6, hi))
            for m in line.within("object_into", lo, hi)
        )
    return line.has(f"object_{word}", lo, hi)


def _is_direct(scene: Scene, lo: int, hi: int) -> bool:
    """Return whether a place stands right behind a verb, without a preposition."""
    line, grammar = scene.line, scene.grammar
    for i in range(lo, min(hi, lo + 6)):
        if line.low(i) in grammar.prepositions - {"of"}:
            return False
        if _mentions(line, i, i + 1):
            return True
    return False


def _stands(word: str, group: Group) -> bool:
    if word == "party":
        return group.party is not None or group.stand is not None
    if word == "force":
        return group.head in {Head.FORCE, Head.STATE, Head.PERSON} or (
            group.head is Head.PEOPLE and group.party is not None
        )
    if word == "force_object":
        return group.head is Head.FORCE
    return group.prep == "to"


def _grounded(scene: Scene, lo: int, hi: int) -> bool:
    return scene.line.has("object_ground", lo, hi) or any(
        lo <= g.lo < hi and g.party for g in scene.groups
    )


def _mentions(line: Line, lo: int, hi: int) -> list[int]:
    if lo >= hi:
        return []
    start, end = line.span(lo, hi)
    return [
        1
        for m in line.sentence.mentions
        if start <= m.span[0] < end and m.literal and not m.dateline
    ]


def _has_narrow_place(scene: Scene, lo: int, hi: int) -> bool:
    """Return whether a place narrower than a country is named in tokens `lo` to `hi`."""
    if lo >= hi:
        return False
    start, end = scene.line.span(lo, hi)
    for mention in scene.line.sentence.mentions:
        if start <= mention.span[0] < end and mention.literal and not mention.dateline:
            known = mention.place_id
            if known is None or scene.gazetteer.place(known).kind is not PlaceKind.COUNTRY:
                return True
    return False


# --- nouns ---------------------------------------------------------------------


def _nouns(scene: Scene, verbs: Sequence[Mark], told: Sequence[Trigger]) -> Iterator[Mark]:
    line = scene.line
    under = [t for t in told if t.key == "come_under_fire"]
    for mark in _longest(list(line.marks.get("event_noun", ()))):
        is_verb = any(v.lo < mark.hi and mark.lo < v.hi for v in verbs)
        if mark.key not in scene.grammar.nouns or is_verb or scene.speech.is_frame_word(mark.lo):
            continue
        if line.low(mark.hi) == "-" or _is_hyphened(line, mark) or _is_object(scene, mark, told):
            continue
        if not any(0 <= mark.lo - t.hi < _LINK for t in under):
            yield mark


def _is_object(scene: Scene, mark: Mark, told: Sequence[Trigger]) -> bool:
    """Return whether a noun is what an event's verb is done to ("repelled an attack")."""
    line, grammar = scene.line, scene.grammar
    ends = grammar.prepositions | grammar.conjunctions | grammar.relatives | {","}
    return any(
        0 <= mark.lo - t.hi <= _OBJECT
        and t.type in _FIRE_AND_MINES
        and all(line.low(i) not in ends for i in range(t.hi, mark.lo))
        for t in told
    )


def _noun(scene: Scene, mark: Mark) -> Trigger | None:
    line = scene.line
    start, end = 0, len(line.tokens)
    main = _is_main(scene, mark, start, end)
    if not main and not _is_anchored(scene, mark, end):
        return None
    kind = _by_weapon(scene, mark, scene.grammar.nouns[mark.key], (start, end))
    return Trigger(
        mark.lo,
        mark.hi,
        mark.key,
        kind,
        start,
        end,
        is_noun=True,
        is_main=main,
        reason=f"the noun {line.words(mark.lo, mark.hi)!r}",
    )


def _is_hyphened(line: Line, mark: Mark) -> bool:
    """Return whether a noun is the second half of another word ("cease-fire")."""
    return (
        line.low(mark.lo - 1) == "-" and line.tokens[mark.lo - 1].end == line.tokens[mark.lo].start
    )


def _is_main(scene: Scene, mark: Mark, start: int, end: int) -> bool:
    """Return whether a noun is what is told, not only what something else is tied to."""
    line = scene.line
    before, behind = max(start, mark.lo - _LINK), min(end, mark.hi + _LINK)
    if line.has("link_do", before, mark.lo) or line.has("link_undergo", before, mark.lo):
        return True
    if line.has("link_happen", mark.hi, behind + _LINK) or line.has("link_happen", before, mark.lo):
        return True
    owner = scene.speech.owner(mark.lo)
    if owner is not None and mark.lo - owner.hi < _LINK and owner.hi <= mark.lo:
        return True
    if any(_is_subject(scene, g) for g in scene.groups if g.lo <= mark.lo < g.hi):
        return True
    return line.sentence.in_title


def _is_subject(scene: Scene, group: Group) -> bool:
    """Return whether a party's act opens a clause ("Northern fire kept ...")."""
    if group.head is not Head.EVENT or group.party is None or group.prep:
        return False
    before = scene.line.low(group.lo - 1)
    return before in {"", ",", ";", "the", "an", "a"} or before in QUOTES


def _is_anchored(scene: Scene, mark: Mark, end: int) -> bool:
    """Return whether a place stands right behind a noun ("fighting near the ford")."""
    line = scene.line
    behind = mark.hi + (mark.hi in line.scare)
    after = line.low(behind)
    reach = min(end, mark.hi + 10)
    if after in scene.grammar.prepositions - {"after", "before", "since", "until", "between"}:
        if _has_narrow_place(scene, mark.hi, reach):
            return True
    return _has_figure(scene, mark, end, behind)


def _has_figure(scene: Scene, mark: Mark, end: int, behind: int) -> bool:
    """Return whether a figure of the event follows a noun ("infiltration of 250 men")."""
    line = scene.line
    lo, hi = line.span(mark.lo, end)
    near = line.span(mark.lo, min(end, mark.hi + 16))[1]
    tied = line.low(behind) == "of"
    return any(
        lo <= m.passage.span[0] < hi
        and (m.kind in _LOSSES or (tied and m.kind in _OF_NOUNS and m.passage.span[0] < near))
        for m in scene.measures
    )


def _by_weapon(scene: Scene, mark: Mark, kind: ClaimType, part: Part) -> ClaimType:
    """Return what an attack or strike is, by the weapon that its clause names."""
    if kind not in {ClaimType.CLASH, ClaimType.SHELLING} or mark.key not in {
        "attack",
        "strike",
        "raid",
        "assault",
        "explosion",
    }:
        return kind
    lo, hi = max(part[0], mark.lo - 4), min(part[1], mark.hi + 5)
    for word, found in (
        ("drone", ClaimType.DRONE_STRIKE),
        ("aircraft", ClaimType.AIR_STRIKE),
        ("artillery", ClaimType.SHELLING),
    ):
        if scene.line.has(f"object_{word}", lo, hi):
            return found
    return kind


def _joined(scene: Scene, told: Sequence[Trigger], nouns: Sequence[Trigger]) -> Iterator[Trigger]:
    """Yield verbs and nouns, a casualty verb and the noun it tells of as one."""
    used: set[int] = set()
    for verb in told:
        hitting = verb.key in _HITTING and [n for n in nouns if 0 <= verb.lo - n.hi <= 1]
        if hitting:  # "one strike hit a house"
            used.add(hitting[0].lo)
            yield verb._replace(type=hitting[0].type)
            continue
        if verb.key in CASUALTIES:
            near = [n for n in nouns if n.type is not ClaimType.OTHER and _is_cause(scene, verb, n)]
            cause = min(near, key=lambda n: abs(n.lo - verb.lo), default=None)
            if cause:
                used.add(cause.lo)
                yield verb._replace(
                    type=cause.type, cause=cause.key, reason=f"{verb.reason}, {cause.reason}"
                )
                continue
            last = _shared_cause(scene, verb, told) or _act(scene, verb, told)
            if last:
                verb = verb._replace(type=last.type, cause=last.cause)  # noqa: PLW2901 - the verb as told
        yield verb
    yield from (n for n in nouns if n.lo not in used)


def _act(scene: Scene, verb: Trigger, told: Sequence[Trigger]) -> Trigger | None:
    """Return the act that a loss came of ("were killed when their car ran over a mine")."""
    acts = [
        t
        for t in told
        if t.key not in CASUALTIES
        and t.type in _FIRE_AND_MINES | {ClaimType.AIR_STRIKE, ClaimType.DRONE_STRIKE}
        and _is_cause(scene, verb, t)
        and any(scene.line.low(i) in _WHEN for i in range(min(verb.lo, t.lo), max(verb.lo, t.lo)))
    ]
    return min(acts, key=lambda t: abs(t.lo - verb.lo), default=None)


def _shared_cause(scene: Scene, verb: Trigger, told: Sequence[Trigger]) -> Trigger | None:
    """Return the event before that "and", "or" ties a loss to ("destroyed or damaged")."""
    before = [t for t in told if t.hi <= verb.lo]
    if (
        not before
        or verb.lo - before[-1].hi > _LINK
        or verb.type not in {ClaimType.OTHER, ClaimType.CLASH}
    ):
        return None
    return before[-1] if scene.line.low(verb.lo - 1) in scene.grammar.conjunctions else None


def _is_cause(scene: Scene, verb: Trigger, noun: Trigger) -> bool:
    lo, hi = sorted((verb.lo, noun.lo))
    return all(scene.line.low(i) not in {";", "but", "while"} for i in range(lo, hi))
