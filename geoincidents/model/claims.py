"""Records of what is said: claims with their speakers, places, times and figures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from geoincidents.model.reports import Mention, Passage, Report

NARRATOR = "narrator"  # the speaker of what a report states in its own voice


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


LOSSES = frozenset({MeasureKind.KILLED, MeasureKind.WOUNDED, MeasureKind.CAPTURED})


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
