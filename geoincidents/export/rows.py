"""What a row of an output is made from, before it has columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from geoincidents.model import ANSWERING, DatePrecision, Geometry, ShapeKind, WherePrecision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geoincidents.geography import BorderLine, Gazetteer, Place
    from geoincidents.model import Account, Claim, Incident, Measure, Reading, Report, Shape
    from geoincidents.quotes import Quotes
    from geoincidents.wording import Wording

DEPTHS = frozenset(
    {
        ShapeKind.DEPTH_BRACKET,
        ShapeKind.DEPTH_LINE,
        ShapeKind.DEPTH_PARALLEL,
        ShapeKind.COUNTER_LINE,
    }
)
AREAS = frozenset({ShapeKind.AREA_DISC, ShapeKind.AREA_BAND})
STRIPS = frozenset({ShapeKind.DEPTH_STRIP})
DOUBTS = frozenset({ShapeKind.DOUBT})


class Run(Protocol):
    """What a run found, as far as its outputs need it."""

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """Return the incidents, by date."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Return the reports, read."""

    @property
    def gazetteer(self) -> Gazetteer:
        """Return the places, parties and borders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What all rows of a run look up."""

    gazetteer: Gazetteer
    reports: Mapping[str, Report]
    quotes: Quotes
    words: Wording
    credit: str = ""  # whom every file credits


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """An incident, and the account that gives its point: None where none asserts it."""

    context: Context
    incident: Incident
    account: Account | None

    @property
    def id(self) -> str:
        """Return what no other row of the file has."""
        return self.incident.id


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """One claimant's version; `number` counts an incident's accounts from 1."""

    context: Context
    incident: Incident
    account: Account
    number: int

    @property
    def id(self) -> str:
        """Return what no other row of the file has."""
        return f"{self.incident.id}-{self.number}"

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the claims of the account."""
        return tuple(c for c in self.incident.claims if c.id in self.account.claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeRow:
    """A shape of an account; `part` counts the account's shapes from 1."""

    context: Context
    incident: Incident
    account: Account
    shape: Shape
    number: int
    part: int

    @property
    def id(self) -> str:
        """Return what no other row of the file has."""
        return f"{self.incident.id}-{self.number}-{self.part}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim with its incident and report; one that answers two incidents has two rows."""

    context: Context
    incident: Incident
    claim: Claim
    report: Report

    @property
    def id(self) -> str:
        """Return what no other row of the file has."""
        return f"{self.incident.id}-{self.claim.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """A figure of a claim; `number` counts the claim's figures from 1."""

    context: Context
    incident: Incident
    claim: Claim
    measure: Measure
    number: int

    @property
    def id(self) -> str:
        """Return what no other row of the file has."""
        return f"{self.claim_row}-{self.number}"

    @property
    def claim_row(self) -> str:
        """Return the id of the row of its claim."""
        return f"{self.incident.id}-{self.claim.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report and what was read in it."""

    context: Context
    report: Report
    claims: tuple[Claim, ...]

    @property
    def id(self) -> str:
        """Return what no other row of the file has."""
        return self.report.id


@dataclass(frozen=True, slots=True, kw_only=True)
class BorderRow:
    """A piece of border with the version that it is of."""

    context: Context
    line: BorderLine
    version: str

    @property
    def id(self) -> str:
        """Return what no other row of the file has."""
        return self.line.id


def incidents(run: Run, context: Context) -> Iterator[IncidentRow]:
    """Return a row an incident, in the run's order."""
    for incident in run.incidents:
        account = placing(incident, context)
        yield IncidentRow(context=context, incident=incident, account=account)


def accounts(run: Run, context: Context) -> Iterator[AccountRow]:
    """Return a row an incident and claimant, in the run's order."""
    for incident in run.incidents:
        for number, account in enumerate(incident.accounts, 1):
            yield AccountRow(context=context, incident=incident, account=account, number=number)


def shapes(run: Run, context: Context, kinds: frozenset[ShapeKind]) -> Iterator[ShapeRow]:
    """Return a row a shape of some kinds, in the run's order."""
    for row in accounts(run, context):
        for part, shape in enumerate((*row.account.shapes, *row.account.strips), 1):
            if shape.kind in kinds:
                yield ShapeRow(
                    context=context,
                    incident=row.incident,
                    account=row.account,
                    shape=shape,
                    number=row.number,
                    part=part,
                )


def claims(run: Run, context: Context) -> Iterator[ClaimRow]:
    """Return a row a claim, by incident, then in the claims' order."""
    for incident in run.incidents:
        for claim in incident.claims:
            report = context.reports[claim.report_id]
            yield ClaimRow(context=context, incident=incident, claim=claim, report=report)


def measures(run: Run, context: Context) -> Iterator[MeasureRow]:
    """Return a row a figure, by claim, then in the text's order."""
    for incident in run.incidents:
        for claim in incident.claims:
            for number, measure in enumerate(claim.measures, 1):
                yield MeasureRow(
                    context=context,
                    incident=incident,
                    claim=claim,
                    measure=measure,
                    number=number,
                )


def reports(run: Run, context: Context) -> Iterator[ReportRow]:
    """Return a row a report, by publication, file and id, undated ones last."""
    read = {reading.report.id: reading for reading in run.readings}  # a report read twice is one
    for reading in sorted(read.values(), key=lambda found: _by_day(found.report)):
        yield ReportRow(context=context, report=reading.report, claims=reading.claims)


def _by_day(report: Report) -> tuple[str, str, str]:
    day = report.published.isoformat() if report.published else "9999"
    return day, report.doc, report.id


def unplaced(run: Run, context: Context) -> Iterator[IncidentRow]:
    """Return a row an incident without a point, in the run's order."""
    return (row for row in incidents(run, context) if point(row.account) is None)


def border(run: Run, context: Context) -> Iterator[BorderRow]:
    """Return a row a piece of the packs' borders, by id."""
    # Lines do not say which pack they are of; with one pack that has a border it is known.
    versions = "; ".join(
        f"{b.source}, {b.version}, {b.date}" for p in run.gazetteer.packs if (b := p.border)
    )
    for line in sorted(run.gazetteer.borders, key=lambda line: line.id):
        yield BorderRow(context=context, line=line, version=versions)


def placing(incident: Incident, context: Context) -> Account | None:
    """Return the asserting account with the most precise place.

    Ties go to the account with more origins, then to the first by key.
    """

    def rank(account: Account) -> tuple[int, int, str]:
        return int(account.where_prec), -len(origins(incident, account, context)), account.key

    told = [a for a in incident.accounts if a.stance not in ANSWERING]
    return min(told, key=rank, default=None)


def dating(incident: Incident) -> Account | None:
    """Return the asserting account with the most precise date, the first of several."""
    told = [a for a in incident.accounts if a.stance not in ANSWERING]
    dated = [a for a in told if a.when.prec is not DatePrecision.BEFORE_PUBLICATION]
    return min(dated, key=lambda a: int(a.when.prec), default=None)


def origins(incident: Incident, account: Account, context: Context) -> tuple[str, ...]:
    """Return the names of the wires or outlets that carry an account, sorted."""
    reports = {c.report_id for c in incident.claims if c.id in account.claims}
    credited = [o for r in reports if r in context.reports for o in context.reports[r].origins]
    return tuple(sorted({o.name for o in credited if not o.helped}))


def point(account: Account | None) -> Geometry | None:
    """Return an account's point, None where its place is no narrower than a border line."""
    if account is None or account.position is None or account.where_prec >= WherePrecision.BORDER:
        return None
    return Geometry(type="Point", coordinates=(account.position.lon, account.position.lat))


def place(account: Account | None, context: Context) -> Place | None:
    """Return the gazetteer's place of an account."""
    return context.gazetteer.places.get(account.place_id or "") if account else None
