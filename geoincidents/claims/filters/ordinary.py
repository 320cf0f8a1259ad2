"""Accidents, courts, riots, quarrels and trade, told in words that also tell of conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims.lines import QUOTES
from geoincidents.claims.parties.groups import Head, Stand
from geoincidents.claims.scenes import CASUALTIES, LOSSES
from geoincidents.model import ClaimType

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from geoincidents.claims.lines import Mark
    from geoincidents.claims.parties.groups import Group
    from geoincidents.claims.scenes import Scene, Trigger

_FOE = 9  # words between "battled" and the illness that is fought
_COMPOUND = 3  # words in front of "battle" that tell its kind
_BURNT = frozenset({"damaged", "destroyed"})
_WHOSE = frozenset({"from", "of"})
_WHO = 3  # words in front of a clause that hold whom "who" stands for
_CARE = 12  # words behind "moved" in which the ward stands
_ROADS = 6  # words behind "died on" that can hold the roads
_BLAZE = 6  # words between "a" and "fire"
_FIGHTS = frozenset({"clash", "fight", "battle", "attack", "repel", "return_fire"})
_CRIMES = frozenset(
    {ClaimType.CLASH, ClaimType.SHELLING, ClaimType.CAPTURE, ClaimType.OTHER, ClaimType.SEIZURE}
)
_VIOLENT = frozenset(
    {
        ClaimType.CLASH,
        ClaimType.SHELLING,
        ClaimType.AIR_STRIKE,
        ClaimType.DRONE_STRIKE,
        ClaimType.MINE_BLAST,
    }
)
_BLOWS = frozenset(
    {"fall", "hit", "strike", "target", "slam", "land", "explode", "explosion", "blast", "fire"}
)
_MOVED = frozenset({"transfer", "move", "send", "relocate", "dispatch", "arrive", "position"})
_CROWDS = frozenset({"mass", "gather", "amass", "concentrate", "arrive", "send", "position"})
_BUILT = frozenset({"set_up", "establish", "erect", "install", "pitch", "build_up"})
_ARTILLERY = "object_artillery"  # with "fire", which may be a blaze
ARMS = frozenset({"object_drone", "object_mined", "object_projectile"})
_WEAPONS = frozenset({_ARTILLERY, "object_drone", "object_mined", "object_bomb", "object_border"})
_ARMED_VERBS = frozenset(
    {
        "open_fire", "shell", "bombard", "shoot_down", "ambush", "exchange_fire", "shoot_dead",
        "fire", "shoot", "bomb", "seize", "invade", "raid", "attack", "storm", "strafe",
    }
)  # fmt: skip


ACCIDENT = "an accident"
LABOUR = "a strike of workers"
CRIME = "a court or a crime"  # with arms, which are no army's
_NATURE = "nature, no party"
_PROTEST = "politics or protest"
_FRAYS = frozenset({ClaimType.CLASH, ClaimType.SHELLING, ClaimType.OTHER})
STORIES = frozenset({_PROTEST, ACCIDENT, "a blaze", "sport", CRIME, "weather", _NATURE})


def going_on(scene: Scene, trigger: Trigger, story: str) -> str:
    """Return the rule by which a report began, where an event goes on with its story.

    "Five people died in the south" tells of the roads or the flood that stood before it: no
    arms, no force and no side are named.
    """
    ground = story == _PROTEST and trigger.type not in _FRAYS  # a road that a crowd blocks
    if not story or ground or (story != CRIME and is_armed(scene, trigger, burning=_burns(story))):
        return ""
    if story == LABOUR and trigger.key != "strike":
        return ""
    return "" if any(_is_side(scene, g) for g in scene.groups) else story


def _is_side(scene: Scene, group: Group) -> bool:
    """Return whether a group is a side or its force: not "it", a ship's crew or "South Vestia"."""
    line = scene.line
    if group.stand in {Stand.IT, Stand.THEY}:
        return False
    if group.head is Head.FORCE and not group.party:
        return not line.has("civil_force", group.lo, group.hi)
    start = line.tokens[group.lo].start
    named = any(m.literal and m.span[0] <= start < m.span[1] for m in line.sentence.mentions)
    return group.party is not None and not group.prep and not named


def opening(categories: AbstractSet[str]) -> str:
    """Return the rule for a report that begins with an accident or a crime, empty otherwise."""
    if not categories.isdisjoint(_WEAPONS - {_ARTILLERY}):
        return ""
    if "civil_court" in categories:
        return CRIME
    return ACCIDENT if "civil_accident" in categories else ""


def rule(scene: Scene, trigger: Trigger) -> str:
    """Return why an event of everyday life is none of a conflict, empty where it may be one."""
    if _is_named(scene, trigger):
        return "part of a name"
    if _is_quarrel(scene, trigger):
        return "a quarrel or struggle in words"
    if _is_weather(scene, trigger):
        return "weather"
    if scene.line.has("civil_pest", trigger.hi, min(trigger.end, trigger.hi + _FOE)):
        return _NATURE
    return (
        _accident(scene, trigger)
        or _crime(scene, trigger)
        or _riot(scene, trigger)
        or _moved(scene, trigger)
    )


def is_armed(scene: Scene, trigger: Trigger, *, burning: bool = False) -> bool:
    """Return whether arms, or an armed act beside `trigger`, stand in a line.

    In a report of a blaze (`burning`) each fire is one.
    """
    line, nouns = scene.line, scene.grammar.nouns

    def is_fire(mark: Mark) -> bool:
        return line.low(mark.lo) == "fire" and (burning or _is_blaze(scene, mark.lo))

    arms = [m for c in sorted(_WEAPONS) for m in _all(scene, c)]
    if any(not is_fire(m) for m in arms):
        return True
    acts = [m for m in _all(scene, "event_verb") if m.key in _ARMED_VERBS]
    acts += [m for m in _all(scene, "event_noun") if nouns.get(m.key) in _VIOLENT]
    return any(m.lo != trigger.lo and not is_fire(m) for m in acts)


def _burns(story: str) -> bool:
    return story in {"a blaze", _NATURE, ACCIDENT, "weather"}


def _all(scene: Scene, category: str) -> tuple[Mark, ...]:
    return scene.line.marks.get(category, ())


def _is_blaze(scene: Scene, index: int) -> bool:
    """Return whether something burns ("a huge fire"): shots are "fire", never "a fire"."""
    line = scene.line
    word, before, lead = line.low(index), line.low(index - 1), line.low(index - 2)
    if word not in {"fire", "fires"}:
        return False
    if before == "on" or (lead, before) == ("in", "the"):
        return True
    if line.at("civil_accident", index) or line.at("civil_compound", index + 1):  # "fire danger"
        return True
    if before == "by" and lead in _BURNT:  # and nobody's fire
        return line.low(index + 1) not in _WHOSE and not any(g.party for g in scene.groups)
    if word == "fires":  # whoever shoots stands before it
        return not any(g.hi == index for g in scene.groups)
    return _is_counted(scene, index)


def _is_counted(scene: Scene, index: int) -> bool:
    """Return whether "a", "two" or the like stands before a noun and its adjectives."""
    for i in range(index - 1, max(-1, index - _BLAZE), -1):
        word = scene.line.low(i)
        if word in {"a", "two", "three", "several"}:
            return True
        if word in scene.grammar.determiners | scene.grammar.prepositions:
            return False
    return False


def _is_named(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a noun is part of a name ("Liberation Army")."""
    line = scene.line
    if not trigger.is_noun or trigger.hi >= len(line.tokens):
        return False
    if line.sentence.in_title or trigger.lo == 0 or line.low(trigger.lo - 1) in QUOTES:
        return False
    words = line.tokens[trigger.lo], line.tokens[trigger.hi]
    return all(w.text[:1].isupper() and not w.text.isupper() for w in words)


def _is_quarrel(scene: Scene, trigger: Trigger) -> bool:
    """Return whether words, illness or flames are fought, and no foe in arms."""
    if trigger.key not in _FIGHTS:
        return False
    line = scene.line
    ahead = range(max(0, trigger.lo - _COMPOUND), trigger.lo)
    if trigger.is_noun and any(
        m.hi == trigger.lo for i in ahead if (m := line.at("civil_battle", i))
    ):
        return True
    if trigger.key == "repel" and line.has("civil_schedule", trigger.hi, trigger.hi + _FOE):
        return True
    behind = (trigger.hi, min(trigger.end, trigger.hi + _FOE))
    if (
        not trigger.is_noun
        and trigger.key in {"fight", "return_fire"}
        and _is_alone(scene, trigger)
    ):
        return True  # "the index fought back"
    return line.has("civil_quarrel", *behind) and not any(
        g.head is Head.FORCE for g in scene.groups if g.lo <= behind[1]
    )


def _is_alone(scene: Scene, trigger: Trigger) -> bool:
    """Return whether nobody who could bear arms stands in a verb's part of a sentence."""
    line = scene.line
    if line.low(trigger.lo) == "fighting" and line.at("link_happen", trigger.hi):
        return False  # "Fighting broke out"
    return not any(
        (
            g.party
            or (g.head is Head.FORCE and g.stand is not Stand.IT)
            or g.stand in {Stand.THEY, Stand.ENEMY, Stand.OWN}
        )
        for g in scene.groups
        if trigger.start <= g.lo < trigger.end
    )


def _is_weather(scene: Scene, trigger: Trigger) -> bool:
    """Return whether "storms" are those of the sky: nobody stands before them who does it."""
    if trigger.key != "storm" or scene.line.low(trigger.lo) not in {"storm", "storms"}:
        return False
    before = scene.line.low(trigger.lo - 1)
    acted = any(g.hi == trigger.lo and g.head is Head.FORCE for g in scene.groups)
    return not acted and before not in scene.grammar.auxiliaries | {"to", "and"}


def _accident(scene: Scene, trigger: Trigger) -> str:
    """Return whether a loss or blow came of a crash, a blaze, the sky or an illness."""
    told = {m.key for m in _all(scene, "civil_accident")}
    fires = [m for m in _all(scene, "event_noun") if m.key == "fire"]
    burns = "blaze" in told or any(_is_blaze(scene, m.lo) for m in fires)
    if any(g.party and g.lo <= trigger.lo < g.hi for g in scene.groups):
        return ""  # "Northern fire"
    if trigger.key == "fire" and (trigger.is_noun or _is_blaze(scene, trigger.lo)):
        return "a blaze" if burns or not trigger.is_noun else ""
    if trigger.key == "die" and (rule := _death(scene, trigger)):
        return rule
    is_loss = trigger.key in CASUALTIES and trigger.cause in {"", "fire", "explosion", "blast"}
    if not (is_loss or trigger.key in _BLOWS) or trigger.type is ClaimType.MINE_BLAST:
        return ""
    if not (told or burns) or is_armed(scene, trigger):
        return ""
    return "a blaze" if burns else ACCIDENT


def _death(scene: Scene, trigger: Trigger) -> str:
    """Return whether a death is one of the roads, or of one person of whom no more is told."""
    line = scene.line
    if is_armed(scene, trigger):
        return ""
    behind = (trigger.hi, min(trigger.end, trigger.hi + _ROADS))
    if line.low(trigger.hi) == "on" and line.has("object_road", *behind):
        return ACCIDENT
    lo, hi = line.span(trigger.start, trigger.end)
    counted = any(m.kind in LOSSES and lo <= m.passage.span[0] < hi for m in scene.measures)
    manned = any(trigger.start <= g.lo < trigger.end and g.head is Head.FORCE for g in scene.groups)
    return "" if counted or manned else "a death without a cause"


def _crime(scene: Scene, trigger: Trigger) -> str:
    """Return whether a court, a robbery or a family's quarrel is told of."""
    told = trigger.type in _CRIMES and _all(scene, "civil_court")
    among_comrades = scene.line.has("civil_comrade", trigger.hi, trigger.hi + _FOE)
    return CRIME if told and (among_comrades or not _has_sides(scene)) else ""


def _riot(scene: Scene, trigger: Trigger) -> str:
    """Return whether people were hurt in riots, and no side's force is named."""
    told = trigger.type in _FRAYS and _all(scene, "civil_riot")
    if trigger.type is ClaimType.INCURSION and not _all(scene, "object_border"):
        first = max(0, trigger.start - _WHO)  # "protesters who marched"
        crowd = scene.line.within("civil_riot", first, trigger.lo)
        return _PROTEST if crowd and crowd[-1].hi > _last_force(scene, trigger) else ""
    forces = any(g.party and g.head is Head.FORCE for g in scene.groups)
    return _PROTEST if told and not forces else ""


def _has_sides(scene: Scene) -> bool:
    """Return whether a party's force or a border is named."""
    forces = any(g.party and g.head is Head.FORCE for g in scene.groups)
    return forces or bool(_all(scene, "object_border"))


def _moved(scene: Scene, trigger: Trigger) -> str:
    """Return whether goods, the sick or a crowd are moved, and no force to a place."""
    if trigger.type is not ClaimType.DEPLOYMENT:
        return ""
    line = scene.line
    if line.has("civil_relief", 0, len(line.tokens)):
        return "help in a disaster"
    if trigger.key in {"transfer", "send", "dispatch", "arrive"} and line.has(
        "civil_trade", 0, len(line.tokens)
    ):
        return "trade in arms"
    behind = line.within("civil_care", trigger.hi, min(trigger.end, trigger.hi + _CARE))
    if trigger.key in _MOVED and any(m.key == "care" for m in behind):
        return "people in care or custody"
    if trigger.key in _BUILT and any(m.key == "shelter" for m in behind):
        return "shelter, no post"
    crowd = line.within("civil_traveller", trigger.start, trigger.lo)
    crowd += line.within("civil_riot", trigger.start, trigger.lo)
    last = max((m.hi for m in crowd), default=0)
    is_crowd = trigger.key in _CROWDS and last > _last_force(scene, trigger)
    return "a crowd, no force" if is_crowd else ""


def _last_force(scene: Scene, trigger: Trigger) -> int:
    """Return the token behind the last armed men before an event, 0 without any."""
    forces = [g.hi for g in scene.groups if g.head is Head.FORCE and g.hi <= trigger.lo]
    return max(forces, default=0)
