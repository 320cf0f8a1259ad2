"""Events: the verbs and nouns of a line that tell of something on the ground."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geoincidents.claims.groups import Head
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

CASUALTIES = frozenset({"kill", "wound", "injure", "die", "destroy", "damage", "maim", "hurt"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_LOSSES = frozenset({MeasureKind.KILLED, MeasureKind.WOUNDED})
_DEPTHS = frozenset({MeasureKind.DEPTH, MeasureKind.DISTANCE, MeasureKind.LENGTH})
_THINGS = (
    "object_ground",
    "object_post",
    "object_mined",
    "object_road",
    "object_building",
    "head_ground",
)
_FIRE = frozenset({ClaimType.SHELLING, ClaimType.CLASH})
_FAR = 28  # words: an object stands no farther from its verb
_NEAR = 12  # words: where motion goes to stands close behind its verb
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
    verbs = [m for m in scene.line.marks.get("event_verb", ()) if _is_verb(scene, m)]
    verbs = _longest(verbs)
    edges = _edges(scene, verbs)
    told = [t for m, (lo, hi) in zip(verbs, edges, strict=True) if (t := _verb(scene, m, lo, hi))]
    nouns = list(_nouns(scene, verbs, told))
    return tuple(sorted(_joined(scene, told, nouns)))


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
    if line.at("event_noun", mark.lo) and not word.endswith("ed"):
        return not _nominal(scene, mark)
    return True


def _is_thing(scene: Scene, mark: Mark) -> bool:
    """Return whether a bare form is rather a thing ("positions", "mines", "base")."""
    line = scene.line
    if line.low(mark.lo).endswith(("ed", "ing")) or mark.hi - mark.lo > 1:
        return False
    if any(g.hi == mark.lo for g in scene.groups):
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
    frames = [Mark(f.lo, f.hi, "", ()) for f in scene.speech.frames]
    ordered = sorted([*verbs, *frames])
    cuts = [0]
    for left, right in zip(ordered, ordered[1:], strict=False):
        cuts.append(_cut(scene, left.hi, right.lo))
    cuts.append(len(line.tokens))
    parts = {mark[:2]: (cuts[i], cuts[i + 1]) for i, mark in enumerate(ordered)}
    return [parts[mark[:2]] for mark in verbs]


def _cut(scene: Scene, lo: int, hi: int) -> int:
    """Return where the clause of the verb behind `hi` begins, after the one before `lo`."""
    line, grammar = scene.line, scene.grammar
    weak: int | None = None
    for i in range(hi - 1, lo - 1, -1):
        word = line.low(i)
        if word in {";", ":", "—", "–"} or (word in QUOTES and i not in line.scare):
            return i + 1
        if word in _STRONG or word in grammar.relatives:
            return i
        if weak is None and word in grammar.conjunctions:
            weak = i
        if weak is None and word == ",":
            weak = i
    return weak if weak is not None else lo


def _verb(scene: Scene, mark: Mark, start: int, end: int) -> Trigger | None:
    passive = _is_passive(scene, mark, end)
    before, behind = (start, mark.lo), (mark.hi, min(end, mark.hi + _FAR))
    near = (mark.hi, min(end, mark.hi + _NEAR))
    subject, obj = (behind, before) if passive else (before, behind)
    for frame in scene.grammar.frames.get(mark.key, ()):
        is_motion = frame.type in _MOTIONS and not passive
        other = near if is_motion else behind
        if _fits(scene, frame, subject, (near if is_motion else obj, other), (start, end)):
            return Trigger(
                mark.lo,
                mark.hi,
                mark.key,
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
    i = mark.lo - 1
    while i >= 0 and (
        line.low(i) in grammar.adverbs or line.low(i).endswith("ly") or line.low(i) == "not"
    ):
        i -= 1
    if line.low(i) in grammar.passive_auxiliaries:
        return True
    following = mark.hi
    by = line.low(following) == "by" or line.low(following + 1) == "by"
    return by and line.low(i) not in grammar.auxiliaries and end > following


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
    if scene.line.low(objects[1][0]) in frame.not_next:
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
    if word == "into_place":
        return any(
            _mentions(line, m.hi, min(m.hi + 7, hi)) or _grounded(scene, m.hi, min(m.hi + 6, hi))
            for m in line.within("object_into", lo, hi)
        )
    return line.has(f"object_{word}", lo, hi)


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


def _nouns(scene: Scene, verbs: Sequence[Mark], told: Sequence[Trigger]) -> Iterator[Trigger]:
    line = scene.line
    for mark in _longest(list(line.marks.get("event_noun", ()))):
        kind = scene.grammar.nouns.get(mark.key)
        is_verb = any(v.lo < mark.hi and mark.lo < v.hi for v in verbs)
        if kind is None or is_verb or scene.speech.is_frame_word(mark.lo):
            continue
        if (
            line.low(mark.hi) == "-"
            or line.low(mark.lo - 1) == "-"
            and line.at("adjective", mark.lo - 2)
        ):
            continue
        start, end = _part(scene, verbs, mark)
        main = _is_main(scene, mark, start, end)
        if not main and not _is_anchored(scene, mark, end):
            continue
        yield Trigger(
            mark.lo,
            mark.hi,
            mark.key,
            _by_weapon(scene, mark, kind, (start, end)),
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


def _part(scene: Scene, verbs: Sequence[Mark], mark: Mark) -> Part:
    """Return the part of the sentence that a noun shares with the verbs beside it."""
    line = scene.line
    frames = [Mark(f.lo, f.hi, "", ()) for f in scene.speech.frames]
    others = sorted([*verbs, *frames])
    left = [m for m in others if m.hi <= mark.lo]
    right = [m for m in others if m.lo >= mark.hi]
    start = _cut(scene, left[-1].hi, mark.lo) if left else 0
    if left and start == left[-1].hi and left[-1].key:
        start = left[-1].lo  # "launched an attack": the verb belongs to the noun
    end = _cut(scene, mark.hi, right[0].lo) if right else len(line.tokens)
    if right and end == mark.hi and right[0].key:
        end = (
            len(line.tokens)
            if len(right) == 1
            else max(_cut(scene, right[0].hi, right[1].lo), mark.hi)
        )
    return start, max(end, mark.hi)


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
    return line.sentence.in_title


def _is_anchored(scene: Scene, mark: Mark, end: int) -> bool:
    """Return whether a place stands right behind a noun ("fighting near the ford")."""
    line = scene.line
    after = line.low(mark.hi)
    reach = min(end, mark.hi + 7)
    if after in scene.grammar.prepositions - {"after", "before", "since", "until", "between"}:
        return _has_narrow_place(scene, mark.hi, reach)
    lo, hi = line.span(mark.lo, end)
    return any(lo <= m.passage.span[0] < hi and m.kind in _LOSSES for m in scene.measures)


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
        if verb.key in CASUALTIES:
            near = [n for n in nouns if n.type is not ClaimType.OTHER and _is_cause(scene, verb, n)]
            cause = min(near, key=lambda n: abs(n.lo - verb.lo), default=None)
            if cause:
                used.add(cause.lo)
                yield verb._replace(type=cause.type, reason=f"{verb.reason}, {cause.reason}")
                continue
        yield verb
    yield from (n for n in nouns if n.lo not in used)


def _is_cause(scene: Scene, verb: Trigger, noun: Trigger) -> bool:
    lo, hi = sorted((verb.lo, noun.lo))
    return all(scene.line.low(i) not in {";", "but", "while"} for i in range(lo, hi))
