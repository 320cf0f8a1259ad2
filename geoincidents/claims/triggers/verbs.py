"""Verbs that tell of an event: which words are verbs, and which frames they fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims.lines import QUOTES
from geoincidents.claims.parties.groups import Head, Stand
from geoincidents.claims.scenes import CASUALTIES, LOSSES, Trigger
from geoincidents.claims.triggers import clauses, conditions
from geoincidents.model import ClaimType, MeasureKind

if TYPE_CHECKING:
    from geoincidents.claims.grammar import VerbFrame
    from geoincidents.claims.lines import Mark
    from geoincidents.claims.scenes import Part, Scene

_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_DAY = 4  # words in which "on" reaches its day ("on its third day")
_ORDINALS = frozenset({"first", "second", "third", "last", "latest", "next", "new", "same"})
_THINGS = (
    "object_artillery",
    "object_ground",
    "object_post",
    "object_mined",
    "object_road",
    "object_building",
    "head_ground",
)
_PRONOUNS = frozenset({"that", "those", "both", "each", "all", "group", "number"})
_FAR = 28  # words: an object stands no farther from its verb
_NEAR = 12  # words: where motion goes to stands close behind its verb
_OBJECT = 5  # words between a verb and the weapon that it wrecks
_WEAPONS = frozenset({"artillery", "drone", "aircraft"})
_WRECKING = frozenset({"destroy", "damage", "burn", "hit", "strike", "target", "set_fire"})
_ACTS = 9  # words between "troops stationed" and what they did
_LASTING = frozenset({"since"})
_INJURIES = frozenset({"wound", "wounds", "hurt"})
_MOTIONS = frozenset({ClaimType.INCURSION, ClaimType.WITHDRAWAL})


def is_verb(scene: Scene, mark: Mark) -> bool:
    """Return whether a word that may be a verb is one where it stands."""
    line, grammar = scene.line, scene.grammar
    before, word = line.low(mark.lo - 1), line.low(mark.lo)
    if (
        scene.speech.is_frame_word(mark.lo)
        or line.at("head_office", mark.lo)
        or _is_name(scene, mark)
    ):
        return False
    noun = line.at("event_noun", mark.lo)
    if line.at("object_to_fire", mark.lo) and _is_subjected(scene, mark):
        return False
    if word.endswith("ing") and (before in grammar.prepositions or before in {",", "and", ""}):
        is_noun = noun is not None and noun.key == "fighting"  # "killed in fighting at ..."
        return not (is_noun and before and line.low(mark.hi) in grammar.prepositions)
    if before in grammar.auxiliaries - _POSSESSIVES or before == "to":
        return True
    is_compound = noun is not None and noun.lo < mark.lo  # "sniper fire"
    is_bare = not word.endswith(("ed", "ing"))
    is_compound |= is_bare and line.at("civil_rate", mark.hi) is not None  # "the target rate"
    rules_out = (_follows_noun_word, _is_thing, _is_launched, _is_injury)
    if is_compound or any(rule(scene, mark) for rule in rules_out):
        return False
    return not noun or word.endswith("ed") or not _nominal(scene, mark)


def _is_subjected(scene: Scene, mark: Mark) -> bool:
    """Return whether "to fire" tells what somebody was subjected to."""
    before = scene.line.within("event_verb", mark.lo - _FAR, mark.lo)
    return any(m.key == "subject_to" for m in before)


def _is_launched(scene: Scene, mark: Mark) -> bool:
    """Return whether a participle only tells where shells came from ("shells fired from X hit")."""
    line = scene.line
    if mark.key not in {"fire", "launch"} or not line.low(mark.lo).endswith("ed"):
        return False
    arms = any(line.at(c, mark.lo - 1) for c in ("object_artillery", "object_drone"))
    later = any(m.lo > mark.hi for m in line.marks.get("event_verb", ()))
    return arms and later and line.low(mark.hi) in {"from", "by", "at", "into"}


def _is_injury(scene: Scene, mark: Mark) -> bool:
    """Return whether a wound is had, not done to anybody ("a gunshot wound in the leg")."""
    line = scene.line
    stands_alone = scene.grammar.prepositions | scene.grammar.conjunctions | {",", ".", "", "as"}
    return line.low(mark.lo) in _INJURIES and line.low(mark.hi) in stands_alone


def _is_name(scene: Scene, mark: Mark) -> bool:
    """Return whether a word is capitalised inside a sentence ("March")."""
    line = scene.line
    is_capital = mark.lo > 0 and line.tokens[mark.lo].text[:1].isupper()
    return is_capital and line.low(mark.lo - 1) not in QUOTES and not line.sentence.in_title


def _follows_noun_word(scene: Scene, mark: Mark) -> bool:
    """Return whether the word before makes a noun of the next ("the", "Northern", "of")."""
    line, grammar = scene.line, scene.grammar
    before = line.low(mark.lo - 1)
    if before in grammar.determiners - _PRONOUNS:
        return True
    if before in _ORDINALS and line.low(mark.lo - 2) in grammar.determiners:
        return True
    if before in _POSSESSIVES or before == "-" or line.low(mark.hi) == "-":
        return True
    is_adjective = line.at("adjective", mark.lo - 1) and not line.at("name", mark.lo - 1)
    if is_adjective and not line.at("head_people", mark.lo - 1):
        return True
    done = line.at("link_do", mark.lo - 1) and line.low(mark.lo).endswith("s")
    if done or before.endswith("ern"):  # "carried out hits", "the eastern edge"
        return True
    reported = before.endswith("ed") and line.low(mark.lo - 2) in grammar.determiners
    return before in grammar.prepositions or (reported and line.low(mark.lo).endswith("s"))


def _is_thing(scene: Scene, mark: Mark) -> bool:
    """Return whether a bare form is rather a thing ("positions", "mines", "base")."""
    line = scene.line
    if line.low(mark.lo).endswith(("ed", "ing")) or mark.hi - mark.lo > 1:
        return False
    if line.at("event_verb", mark.lo - 1) and line.low(mark.lo - 1).endswith("ed"):
        return True  # "dropped bombs"
    if any(g.hi == mark.lo and (g.party or g.stand is Stand.THEY) for g in scene.groups):
        return False
    return any(line.at(c, mark.lo) for c in _THINGS)


def _nominal(scene: Scene, mark: Mark) -> bool:
    """Return whether a word that may be either is a noun where it stands."""
    line, grammar = scene.line, scene.grammar
    before = line.low(mark.lo - 1)
    if any(g.head is Head.EVENT and g.lo <= mark.lo < g.hi for g in scene.groups):
        return True
    if any(g.hi == mark.lo and (g.party or g.stand is Stand.THEY) for g in scene.groups):
        return False
    after = line.low(mark.hi)
    if after == "of" or line.at("link_happen", mark.hi):
        return True
    return not (
        before in grammar.adverbs or before in grammar.relatives or after in grammar.determiners
    )


def read(scene: Scene, mark: Mark, start: int, end: int) -> Trigger | None:
    """Return the event that a verb tells of, None where no frame fits."""
    passive = _is_passive(scene, mark, end)
    before, behind = (
        (clauses.antecedent(scene, start, end, mark.lo), mark.lo),
        (mark.hi, min(end, mark.hi + _FAR)),
    )
    relative = before[0] < start  # what the verb is done to stands before its clause
    near = (mark.hi, min(end, mark.hi + _NEAR))
    subject, obj = (behind, before) if passive else (before, behind)
    if _is_taken(scene, mark):  # nobody need be named
        subject = (mark.lo, mark.lo)
    for frame in scene.grammar.frames.get(mark.key, ()):
        if frame.type is ClaimType.DEPLOYMENT and (
            (relative and _is_aimed_at(scene, start)) or _is_by_the_way(scene, mark)
        ):
            continue
        is_motion = frame.type in _MOTIONS and not passive
        other = near if is_motion else behind
        if frame.within and not passive:
            is_motion, near = True, (mark.hi, min(end, mark.hi + frame.within))
            other = near
        objects = (before if relative else near if is_motion else obj, other)
        if _is_wrecked(scene, frame, mark, (start, end), is_passive=passive):
            continue
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


def _is_aimed_at(scene: Scene, start: int) -> bool:
    """Return whether a clause only describes what was hit ("hit tanks that were gathering")."""
    return any(m.key in _WRECKING for m in scene.line.within("event_verb", 0, start))


def _is_by_the_way(scene: Scene, mark: Mark) -> bool:
    """Return whether a participle only tells which men act ("troops stationed at X fired")."""
    line, grammar = scene.line, scene.grammar
    men = any(g.hi == mark.lo and g.head is Head.FORCE and not g.prep for g in scene.groups)
    if not men or not line.low(mark.lo).endswith("ed"):
        return False
    for i in range(mark.hi, min(len(line.tokens), mark.hi + _ACTS)):
        word = line.low(i)
        if word in grammar.conjunctions | grammar.subordinators | {",", ";", "."}:
            return False
        act = line.at("event_verb", i)
        if (
            act
            and act.lo == i
            and word.endswith("ed")
            and line.low(i - 1) not in grammar.auxiliaries
        ):
            return True
    return False


def _is_wrecked(
    scene: Scene, frame: VerbFrame, mark: Mark, part: Part, *, is_passive: bool
) -> bool:
    """Return whether the only weapon near a verb is what is done to ("destroyed 21 tanks")."""
    weapons = [w for w in frame.near if w in _WEAPONS]
    if mark.key not in _WRECKING or len(weapons) != 1:
        return False
    marks = scene.line.within(f"object_{weapons[0]}", *part)
    done_to = (
        [m for m in marks if 0 <= mark.lo - m.hi <= _OBJECT and _is_free(scene, m.hi, mark.lo)]
        if is_passive  # "two tanks were destroyed"
        else [m for m in marks if 0 <= m.lo - mark.hi <= _OBJECT and _is_free(scene, mark.hi, m.lo)]
    )
    return bool(done_to) and len(done_to) == len(marks)


def _is_free(scene: Scene, lo: int, hi: int) -> bool:
    """Return whether no preposition stands in tokens `lo` to `hi`."""
    return all(scene.line.low(i) not in scene.grammar.prepositions for i in range(lo, hi))


def _is_passive(scene: Scene, mark: Mark, end: int) -> bool:
    line, grammar = scene.line, scene.grammar
    word = line.low(mark.lo)
    if word.endswith("ing") or line.low(mark.lo).startswith(("come", "came", "fall", "fell")):
        return False
    if mark.key in CASUALTIES and _is_counted(scene, mark):
        return True
    if _follows_passive(scene, mark) or _is_taken(scene, mark):
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


def _is_taken(scene: Scene, mark: Mark) -> bool:
    """Return whether a participle tells what befell an area ("40 sq km taken in May")."""
    line = scene.line
    is_tied = line.low(mark.hi) in scene.grammar.prepositions | {",", ".", "", "last", "earlier"}
    return is_tied and any(
        m.kind is MeasureKind.AREA and line.index(m.passage.span[1] - 1) + 1 == mark.lo
        for m in scene.measures
    )


def _is_counted(scene: Scene, mark: Mark) -> bool:
    """Return whether a figure stands right before a verb ("105 killed", "four were hurt")."""
    if scene.line.low(mark.lo - 1) in {"has", "have", "had"}:
        return False
    for measure in scene.measures:
        start = scene.line.index(measure.passage.span[0])
        end = scene.line.index(measure.passage.span[1] - 1) + 1
        if measure.kind in LOSSES and start < mark.lo <= end:
            return True
    return False


def _fits(
    scene: Scene, frame: VerbFrame, subject: Part, objects: tuple[Part, Part], near: Part
) -> bool:
    after = objects[1][0]
    if scene.line.low(after) in frame.not_next and not _is_dated(scene, subject, after):
        return False
    acts = any(conditions.holds(scene, c, subject) for c in frame.subject)
    if frame.subject and not acts and not _is_bare(scene, subject):
        return False
    if frame.object and not any(
        conditions.holds(scene, c, part) for c in frame.object for part in objects
    ):
        return False
    if _LASTING & set(frame.near):
        that = [i for i in range(near[0], after) if scene.line.low(i) == "that"]
        near = (max(that, default=near[0]), near[1])  # not "said since Monday that they hold X"
    return not frame.near or any(conditions.holds(scene, c, near) for c in frame.near)


def _is_dated(scene: Scene, subject: Part, after: int) -> bool:
    """Return whether "on" only leads to a day ("the town fell on Tuesday", not "in the town")."""
    line, grammar = scene.line, scene.grammar
    if line.low(after) != "on" or any(
        line.low(i) in grammar.prepositions - {"of"} for i in range(*subject)
    ):
        return False
    return any(line.low(i) in grammar.days for i in range(after + 1, after + _DAY))


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
