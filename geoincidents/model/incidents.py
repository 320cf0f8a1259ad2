"""Records of what is made of it: shapes, accounts and incidents."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from geoincidents.model.claims import LOSSES, UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geoincidents.model.claims import Claim, ClaimType, Measure, Speaker, Stance, When, Where
    from geoincidents.model.reports import Passage


class Position(NamedTuple):
    """A point in WGS 84 degrees, longitude first."""

    lon: float
    lat: float


class WherePrecision(IntEnum):
    """How exactly a place is known."""

    SITE = 1
    NEAR = 2
    DISTRICT = 3
    PROVINCE = 4
    BORDER = 5
    COUNTRY = 6
    UNPLACED = 7


class ShapeKind(StrEnum):
    """What a geometry stands for."""

    SITE = "site"
    LABEL = "label"  # label point of a named area: "somewhere in"
    DOUBT = "doubt"  # circle of the stated accuracy
    DEPTH_BRACKET = "depth_bracket"  # from the border to the reported depth, to scale
    DEPTH_LINE = "depth_line"  # dashed line at that depth
    DEPTH_PARALLEL = "depth_parallel"  # "somewhere along" a whole section
    COUNTER_LINE = "counter_line"  # own side of a party that re-describes
    AREA_DISC = "area_disc"  # the reported area, shape not reported
    AREA_BAND = "area_band"
    DEPTH_STRIP = "depth_strip"  # ground within a depth, for measuring: on no map of ours


Coordinates: TypeAlias = tuple[float, float] | tuple["Coordinates", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """A GeoJSON geometry: RFC 7946 type and lon/lat coordinates as nested tuples."""

    type: str
    coordinates: Coordinates


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A geometry of one account, with what it was drawn from.

    `low` and `high` are the figure's bounds in SI where a figure made it; `passages`
    are the words behind it; `joined` says that place and figure are from different
    reports; `on_demand` that it shows only while its account is selected.
    """

    kind: ShapeKind
    geometry: Geometry
    reason: str
    passages: tuple[Passage, ...] = ()
    low: float | None = None
    high: float | None = None
    uncertainty_m: float = 0.0
    border_version: str = ""
    border_accuracy_m: float | None = None
    joined: bool = False
    on_demand: bool = False


class Status(StrEnum):
    """Who says it, and whether a party to it denies it."""

    DENIED = "denied"
    BOTH_SIDES = "both_sides"
    ONE_SIDE = "one_side"
    OTHERS_ONLY = "others_only"
    CORRECTED = "corrected"


class RelationKind(StrEnum):
    """How two claims stand to each other."""

    DENIES = "denies"
    DISPUTES_PLACE = "disputes_place"
    DISPUTES_STATUS = "disputes_status"
    SAME_STATEMENT_AS = "same_statement_as"
    SAME_FIGURE_OTHER_UNIT = "same_figure_other_unit"
    SUPERSEDES = "supersedes"
    PART_OF = "part_of"
    HIGHER_THAN = "higher_than"  # another speaker's figure of the same kind
    LOWER_THAN = "lower_than"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A tie between two claims, by their ids."""

    kind: RelationKind
    source: str
    target: str
    reason: str


class Change(StrEnum):
    """What an earlier run did not have."""

    NEW = "new"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Figures of one speaker that grew from report to report: day of publication, figure."""

    speaker: Speaker
    steps: tuple[tuple[date, Measure], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One claimant's version of an incident.

    `key` is the claimant's `Speaker.key`. The fields below `measures` are set by
    `shapes.draw`: `position` is None where nothing may be placed, and
    `unplaced_reason` says why.
    """

    key: str
    claimant: Speaker
    stance: Stance
    types: tuple[ClaimType, ...]
    claims: tuple[str, ...]
    actor: str | None = None
    target: str | None = None
    where: tuple[Where, ...] = ()
    when: When = UNDATED
    measures: tuple[Measure, ...] = ()
    position: Position | None = None
    where_prec: WherePrecision = WherePrecision.UNPLACED
    geom_role: ShapeKind | None = None
    place_id: str | None = None
    place_label: str = ""
    unplaced_reason: str = ""
    shapes: tuple[Shape, ...] = ()
    strips: tuple[Shape, ...] = ()  # ground within its depth: in a file, on no map of ours
    border_ids: tuple[str, ...] = ()  # border lines that light up when it is selected
    undrawn: tuple[str, ...] = ()  # why a figure or line of it has no geometry, in plain words
    checked_by: tuple[str, ...] = ()  # who checked all its claims, empty unless all are checked
    changes: tuple[tuple[Measure, Change], ...] = ()  # figures that an earlier run did not have
    checked_on: date | None = None  # the last day on which one of them was checked

    def is_own_loss(self, measure: Measure) -> bool:
        """Return whether a figure counts the claimant's own dead, wounded or captured."""
        is_own = measure.of is not None and measure.of == self.claimant.party_id
        return is_own and measure.kind in LOSSES


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Claims about the same event, with one account per claimant."""

    id: str
    title: str
    status: Status
    background: bool
    accounts: tuple[Account, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...] = ()
    histories: tuple[History, ...] = ()
    origins: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    first_reported: date | None = None
    last_reported: date | None = None
    also_said_by: tuple[str, ...] = ()  # third voices of a two-sided incident
    reasons: tuple[str, ...] = field(default=())  # why its claims were merged
    change: Change | None = None  # since an earlier run, None where nothing is new
    released: bool = False  # a person decided to publish it, with every claim of it checked


def checkers(incidents: Iterable[Incident]) -> tuple[str, ...]:
    """Return who checked incidents, sorted; nobody unless every account was checked."""
    accounts = [account for incident in incidents for account in incident.accounts]
    if not all(account.checked_by for account in accounts):
        return ()
    return tuple(sorted({who for account in accounts for who in account.checked_by}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What a person says of claims, by their ids: one event, or not one event."""

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


NO_TIES = Ties()
