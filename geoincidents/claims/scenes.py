"""A line with what was found in it, and the events read off it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geoincidents.model import ClaimType, MeasureKind

if TYPE_CHECKING:
    from geoincidents.claims.grammar import Grammar
    from geoincidents.claims.lines import Line
    from geoincidents.claims.parties.groups import Group
    from geoincidents.claims.voices.frames import Speech
    from geoincidents.geography import Gazetteer
    from geoincidents.model import Measure

VAGUE = frozenset({"provocation", "sabotage"})  # acts that are told, if at all, beside them
BROAD = frozenset(
    {"offensive", "counter_offensive", "military_operation", "ground_operation", "invasion"}
)
CASUALTIES = frozenset(
    {"kill", "wound", "injure", "die", "destroy", "damage", "maim", "hurt", "be_hurt"}
)
LOSSES = frozenset({MeasureKind.KILLED, MeasureKind.WOUNDED})
Part = tuple[int, int]


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
    is_figure: bool = False  # told by a figure alone


class Scene(NamedTuple):
    """A line with all that was found in it so far."""

    line: Line
    groups: tuple[Group, ...]
    speech: Speech
    measures: tuple[Measure, ...]
    grammar: Grammar
    gazetteer: Gazetteer
