"""The records that travel through the pipeline, in the order in which they are made.

All are frozen; to change one, `dataclasses.replace` it. Offsets count characters of
`Report.text`, the end excluded. Distances are metres, areas square metres.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from datetime import date

Span: TypeAlias = tuple[int, int]
NARRATOR = "narrator"  # the speaker of what a report states in its own voice


class Position(NamedTuple):
    """A point in WGS 84 degrees, longitude first."""

    lon: float
    lat: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a report and where they stand; `text` is exactly the report's slice."""

    report_id: str
    span: Span
    text: str


# --- reports -----------------------------------------------------------------


class BlockKind(StrEnum):
    """What a stretch of a report is."""

    TITLE = "title"
    DATELINE = "dateline"
    CREDIT = "credit"  # bylines and wire credits
    BODY = "body"
    FURNITURE = "furniture"  # page parts that are not the report: masked, never deleted
    HEADER = "header"  # `key: value` metadata lines of our own text format


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a report of one kind."""

    kind: BlockKind
    span: Span


class PublishedBasis(StrEnum):
    """Where the publication date is from."""

    GIVEN = "given"
    DATELINE = "dateline"
    TEXT = "text"
    FILE = "file"
    UNKNOWN = "unknown"


class Rights(StrEnum):
    """How much of a report may be quoted."""

    OWN = "own"
    LICENSED = "licensed"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The wire or outlet a report is from; `passage` is what says so, None if metadata."""

    name: str
    passage: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document, immutable.

    `id` is a hash of text, publisher and date; `doc` the file's name; `blocks` cover
    the text without gaps or overlaps, in order.
    """

    id: str
    doc: str
    text: str
    text_sha256: str
    blocks: tuple[Block, ...]
    publisher: str = ""
    title: str = ""
    url: str = ""
    language: str = "en"
    published: date | None = None
    published_basis: PublishedBasis = PublishedBasis.UNKNOWN
    origins: tuple[Origin, ...] = ()
    rights: Rights = Rights.QUOTE

    def passage(self, span: Span) -> Passage:
        """Return the words at a span."""
        return Passage(report_id=self.id, span=span, text=self.text[slice(*span)])


# --- places ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a mention may name, with its score (0..1) and the reasons for it."""

    place_id: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span of a report that names a place.

    `literal` is false where a capital or country stands for its government.
    `place_id` is None for an unknown place, and `reason` says why.
    """

    passage: Passage
    place_id: str | None
    literal: bool = True
    score: float = 0.0
    candidates: tuple[Candidate, ...] = ()
    reason: str = ""
    dateline: bool = False

    @property
    def span(self) -> Span:
        """Return where the mention stands in its report."""
        return self.passage.span


# --- claims ------------------------------------------------------------------


class ClaimType(StrEnum):
    """What is said to have happened, in the words of the speaker's side."""

    INCURSION = "incursion"
    SEIZURE = "seizure"  # ground or settlements
    CLASH = "clash"
    SHELLING = "shelling"
    AIR_STRIKE = "air_strike"
    DRONE_STRIKE = "drone_strike"
    DEPLOYMENT = "deployment"
    WITHDRAWAL = "withdrawal"
    BLOCKADE = "blockade"
    CAPTURE = "capture"  # persons
    MINE_BLAST = "mine_blast"
    OTHER = "other"


class Stance(StrEnum):
    """How the speaker stands to what is told."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DISPUTES_PLACE = "disputes_place"
    DISPUTES_STATUS = "disputes_status"
    CONCEDES = "concedes"  # a side's own losses, told by itself
    UNCONFIRMED = "unconfirmed"


ANSWERING = frozenset({Stance.DENIES, Stance.DISPUTES_PLACE, Stance.DISPUTES_STATUS})


class Modality(StrEnum):
    """Whether the speaker says that it happened."""

    HAPPENED = "happened"
    PLANNED = "planned"
    THREATENED = "threatened"
    HYPOTHETICAL = "hypothetical"


class SpeakerRole(StrEnum):
    """In what capacity somebody speaks."""

    STATE = "state"  # ministries, premier, army, spokespeople of a party
    OFFICIAL = "official"  # local officials, ombudsmen: a side's organ with a name of its own
    OUTLET = "outlet"
    PERSON = "person"  # residents, relatives, drivers
    BODY = "body"  # missions, non-governmental bodies
    NARRATOR = "narrator"  # the report itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says it; `party_id` where the words are a party's, `chain` who passed them on."""

    name: str
    role: SpeakerRole
    party_id: str | None = None
    passage: Passage | None = None
    chain: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return what makes two speakers one claimant."""
        return self.party_id or self.name.casefold()


class MeasureKind(StrEnum):
    """What a figure measures."""

    DEPTH = "depth"
    AREA = "area"
    DISTANCE = "distance"
    LENGTH = "length"
    WIDTH = "width"
    TROOPS = "troops"
    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"
    OTHER = "other"


class Hedge(StrEnum):
    """How firmly a figure is given."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    SEVERAL = "several"  # no value


class MeasuredFrom(StrEnum):
    """What a depth or distance is counted from."""

    BORDER = "border"  # the words cross a state border
    PLACE = "place"  # "4.5 km from the town"
    LINE = "line"  # a line of contact or position that no pack holds
    EARLIER = "earlier"  # an increment: "another 300 m"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A quantity as a report states it.

    `low` and `high` are SI (metres, square metres) or counts, equal when one value is
    given, None for "several". `value`, `value_max` and `unit` are the report's own.
    `of` is the party whose men or losses they are; `also` holds the same quantity in a
    second unit. `said_by` is None where the claim's speaker gave the figure.
    """

    kind: MeasureKind
    low: float | None
    high: float | None
    value: float | None
    value_max: float | None = None
    unit: str
    hedge: Hedge
    passage: Passage
    also: tuple[Passage, ...] = ()
    of: str | None = None
    said_by: Speaker | None = None
    measured_from: MeasuredFrom = MeasuredFrom.UNSAID


class WhereRole(StrEnum):
    """How a place stands to the event."""

    AT = "at"
    INTO = "into"
    NEAR = "near"
    FROM = "from"
    ALONG = "along"
    DIRECTION = "direction"


class Vague(StrEnum):
    """A place that is described but not named."""

    BORDER = "border"  # "the border", "two other sections of the border"
    SHARED_LAKE = "shared_lake"  # "a lake that is shared by the two countries"
    SIDE = "side"  # "on its own side of the border": `party_id` says whose


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place of an event: named (`place_id`), or only described (`vague`)."""

    role: WhereRole
    passage: Passage
    place_id: str | None = None
    vague: Vague | None = None
    party_id: str | None = None
    count: int | None = None  # "two other sections"
    inferred: bool = False


class DatePrecision(IntEnum):
    """How exactly a time is known."""

    DAY = 1
    DAYS = 2
    WEEK = 3
    MONTH = 4
    LONGER = 5
    BEFORE_PUBLICATION = 6


class DateBasis(StrEnum):
    """What a date was worked out from."""

    EXPLICIT = "explicit"  # day, month and year in the text
    COMPLETED = "completed"  # a year or month filled from the publication date
    RELATIVE = "relative"  # "Tuesday", "the next day"
    CONTEXT = "context"  # from another sentence about the same event
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When an event is said to have been; both ends are included.

    `alternatives` are other (start, end) readings of the same words.
    """

    start: date | None = None
    end: date | None = None
    prec: DatePrecision = DatePrecision.BEFORE_PUBLICATION
    basis: DateBasis = DateBasis.NONE
    passage: Passage | None = None
    alternatives: tuple[tuple[date, date], ...] = ()


UNDATED = When()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one speaker asserts, denies or re-describes about one event.

    `actor` and `target` are party ids. `answers` are ids of claims of the same report
    that this one denies or disputes. `also_said_by` are further speakers of the same
    sentence ("both sides reported"). `event` groups claims that the report itself
    tells as one event. `reasons` say which rules read it.
    """

    id: str
    report_id: str
    event: str
    type: ClaimType
    stance: Stance
    modality: Modality = Modality.HAPPENED
    speaker: Speaker
    also_said_by: tuple[Speaker, ...] = ()
    actor: str | None = None
    target: str | None = None
    where: tuple[Where, ...] = ()
    when: When = UNDATED
    measures: tuple[Measure, ...] = ()
    evidence: tuple[Passage, ...]
    answers: tuple[str, ...] = ()
    published: date | None = None
    reasons: tuple[str, ...] = ()


# --- shapes ------------------------------------------------------------------


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


# --- incidents ---------------------------------------------------------------


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A tie between two claims, by their ids."""

    kind: RelationKind
    source: str
    target: str
    reason: str


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
    border_ids: tuple[str, ...] = ()  # border lines that light up when it is selected
    undrawn: tuple[str, ...] = ()  # why a figure or line of it has no geometry, in plain words


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
    origins: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    first_reported: date | None = None
    last_reported: date | None = None
    also_said_by: tuple[str, ...] = ()  # third voices of a two-sided incident
    reasons: tuple[str, ...] = field(default=())  # why its claims were merged


# --- a report, read ----------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Filtered:
    """Words that look like an event but are not one, and the rule that says so."""

    passage: Passage
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A report with all that was read in it."""

    report: Report
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    filtered: tuple[Filtered, ...] = ()
