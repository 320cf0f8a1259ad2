"""The columns of every output, once: name, type, unit, meaning and where the value is from.

GeoJSON, CSV, data frames and `docs/data-dictionary.md` are all made from this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from geoincidents.export import rows, values
from geoincidents.export.values import clean
from geoincidents.model import ANSWERING, MeasureKind

if TYPE_CHECKING:
    from collections.abc import Callable

Value: TypeAlias = str | int | float | bool | date | None


class ColumnType(StrEnum):
    """What a column holds; empty cells are null."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"


TEXT, INTEGER, NUMBER = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.NUMBER
DATE, BOOLEAN = ColumnType.DATE, ColumnType.BOOLEAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column; `of` makes its value from a row of its file."""

    name: str
    type: ColumnType
    unit: str
    meaning: str
    of: Callable[[Any], Value]  # Any: each file's rows have their own record

    def value(self, row: object) -> Value:
        """Return a row's value, None where there is none."""
        found = self.of(row)
        if found is None or found == "":
            return None
        return clean(found) if isinstance(found, str) else found


def _column(
    name: str, type_: ColumnType, meaning: str, of: Callable[[Any], Value], *, unit: str = ""
) -> Column:
    return Column(name=name, type=type_, unit=unit, meaning=meaning, of=of)


def _text(name: str, meaning: str, of: Callable[[Any], Value]) -> Column:
    return _column(name, TEXT, meaning, of)


def _bounds(kind: MeasureKind, name: str, unit: str, meaning: str) -> tuple[Column, ...]:
    """Return the lower and upper bound of a figure of an account."""
    value, type_ = (values.count, INTEGER) if unit == "persons" else (values.bound, NUMBER)
    return (
        _column(
            f"{name}_low",
            type_,
            f"{meaning}, lower bound",
            lambda r: value(r.account, kind, upper=False),
            unit=unit,
        ),
        _column(
            f"{name}_high",
            type_,
            f"{meaning}, upper bound",
            lambda r: value(r.account, kind, upper=True),
            unit=unit,
        ),
    )


_FIGURES = (
    (MeasureKind.DEPTH, "depth", "m", "Depth"),
    (MeasureKind.AREA, "area", "m2", "Area; null where more than one is given"),
    (MeasureKind.TROOPS, "troops", "persons", "Troops"),
    (MeasureKind.KILLED, "killed", "persons", "Killed"),
    (MeasureKind.WOUNDED, "wounded", "persons", "Wounded"),
    (MeasureKind.CAPTURED, "captured", "persons", "Captured"),
)
_SUFFIX = {"m": "_m", "m2": "_m2", "persons": ""}


def _all_said(kind: MeasureKind, name: str, unit: str) -> Column:
    meaning = f"Every {name} figure in {unit} with who gives it; words where there is no value"
    return _text(f"{name}_said", meaning, lambda r: values.said_by_all(r, kind))


def _account_said(kind: MeasureKind, name: str, unit: str) -> Column:
    meaning = f"The account's {name} figures in {unit}, each as it was said"
    return _text(f"{name}_said", meaning, lambda r: values.said(r.account, kind, r.context))


def _where(of: Callable[[Any], Any]) -> tuple[Column, ...]:  # Any: an account or None
    """Return the precision of a place as number, word and metres."""
    return (
        _column(
            "where_prec",
            INTEGER,
            "Precision of the place: 1 named site, 2 near a site, 3 district, 4 province, "
            "5 border section or line, 6 country, 7 unplaced",
            lambda r: int(of(r).where_prec) if of(r) else 7,
        ),
        _text(
            "where_word",
            "The same in words",
            lambda r: r.context.words.where_prec(of(r).where_prec) if of(r) else None,
        ),
        _column(
            "where_m",
            NUMBER,
            "Radius within which the place may lie",
            lambda r: values.doubt_m(of(r)),
            unit="m",
        ),
        _text(
            "geom_role",
            "site: the point is the place; label: somewhere in a named area",
            lambda r: of(r).geom_role.value if of(r) and of(r).geom_role else None,
        ),
        _text(
            "unplaced_reason",
            "Why there is no point",
            lambda r: of(r).unplaced_reason if of(r) else "no account asserts a place",
        ),
    )


def _when(of: Callable[[Any], Any]) -> tuple[Column, ...]:  # Any: a date record or None
    """Return the columns of a date; the date of publication never fills a gap."""
    return (
        _column("date_start", DATE, "First day it may have been", lambda r: values.start(of(r))),
        _column("date_end", DATE, "Last day it may have been", lambda r: values.end(of(r))),
        _column(
            "date_prec",
            INTEGER,
            "Precision of the date: 1 day, 2 two to six days, 3 week, 4 month, 5 longer, "
            "6 only before publication",
            lambda r: values.precision(of(r)),
        ),
        _text("date_word", "The same in words", lambda r: values.precision_word(of(r))),
    )


_PLACE_SOURCE = (
    _text(
        "place_source",
        "Source of the place's coordinates",
        lambda r: p.source if (p := rows.place(r.account, r.context)) else None,
    ),
    _text(
        "place_licence",
        "Licence of the place's coordinates",
        lambda r: p.licence if (p := rows.place(r.account, r.context)) else None,
    ),
)

INCIDENTS: tuple[Column, ...] = (
    _text("id", "Identifier, stable over runs", lambda r: r.incident.id),
    _text("title", "Date and place only", lambda r: r.incident.title),
    _text(
        "status",
        "denied, both_sides, one_side, others_only or corrected",
        lambda r: r.incident.status.value,
    ),
    _text(
        "status_word",
        "The same in words, with names",
        lambda r: r.context.words.status(r.incident, r.context.gazetteer),
    ),
    _column(
        "background",
        BOOLEAN,
        "More than 60 days before publication: in the files, off on the map",
        lambda r: r.incident.background,
    ),
    _text("types_said", "What it is called, beside who calls it so", values.types_said),
    *_when(values.incident_when),
    _text("dates_said", "Every date with who gives it", values.dates_said),
    _text(
        "place",
        "Most precise place that an asserting account gives",
        lambda r: r.account.place_label if r.account else None,
    ),
    _text(
        "place_by",
        "Whose account the place and point are from",
        lambda r: values.who(r.account, r.context) if r.account else None,
    ),
    *_where(lambda r: r.account),
    *(_all_said(kind, name, unit) for kind, name, unit, _ in _FIGURES),
    _text("said_by", "Claimants whose account asserts it", values.asserting),
    _text(
        "answered_by",
        "Claimants that deny it or describe it otherwise",
        lambda r: values.claimants(r, ANSWERING),
    ),
    _text(
        "also_said_by",
        "Third voices beside two sides",
        lambda r: values.joined(r.incident.also_said_by),
    ),
    _column("reports_count", INTEGER, "Reports that tell of it", lambda r: len(r.incident.reports)),
    _text("reports", "Their files", values.docs),
    _column(
        "origins_count", INTEGER, "Independent origins of them", lambda r: len(r.incident.origins)
    ),
    _text("origins", "Their names", lambda r: values.joined(r.incident.origins)),
    _column(
        "first_reported", DATE, "Earliest date of publication", lambda r: r.incident.first_reported
    ),
    _column(
        "last_reported", DATE, "Latest date of publication", lambda r: r.incident.last_reported
    ),
    _text(
        "words",
        "The clauses that carry it, as far as they may be quoted",
        lambda r: values.quoted(r.incident.claims, r.context),
    ),
    *_PLACE_SOURCE,
)

ACCOUNTS: tuple[Column, ...] = (
    _text("id", "Identifier within this run", lambda r: r.id),
    _text("incident_id", "The incident it is a version of", lambda r: r.incident.id),
    _text("account_by", "Whose version it is", lambda r: values.who(r.account, r.context)),
    _text(
        "account_role",
        "state, official, outlet, person, body or narrator",
        lambda r: r.account.claimant.role.value,
    ),
    _text(
        "stance",
        "asserts, denies, disputes_place, disputes_status, concedes or unconfirmed",
        lambda r: r.account.stance.value,
    ),
    _text(
        "type_said",
        "What the claimant calls it",
        lambda r: r.context.words.type_said(r.account, r.context.gazetteer),
    ),
    _text(
        "actor_said",
        "Whose forces did it, by this account",
        lambda r: r.context.words.party(r.account.actor, r.context.gazetteer),
    ),
    _text(
        "target_said",
        "Against whom, by this account",
        lambda r: r.context.words.party(r.account.target, r.context.gazetteer),
    ),
    _text("place", "Place, by this account", lambda r: r.account.place_label),
    _text("place_id", "The gazetteer's id of it", lambda r: r.account.place_id),
    *_where(lambda r: r.account),
    *_when(lambda r: r.account.when),
    _text(
        "date_alternatives",
        "Other readings of the date's words, start/end",
        lambda r: values.alternatives(r.account.when),
    ),
    *(
        column
        for kind, name, unit, meaning in _FIGURES
        for column in (
            *_bounds(kind, name + _SUFFIX[unit], unit, meaning),
            _account_said(kind, name, unit),
        )
    ),
    _text("reports", "Files of the reports that carry it", values.docs),
    _text("publishers", "Outlets that carry it", values.publishers),
    _text(
        "origins",
        "Wires or outlets it comes from",
        lambda r: values.joined(rows.origins(r.incident, r.account, r.context)),
    ),
    _text(
        "words",
        "The clauses that carry it, as far as they may be quoted",
        lambda r: values.quoted(r.claims, r.context),
    ),
    *_PLACE_SOURCE,
)


def _shape(figure: tuple[Column, ...], kinds: str) -> tuple[Column, ...]:
    return (
        _text("id", "Identifier within this run", lambda r: r.id),
        _text("incident_id", "The incident it belongs to", lambda r: r.incident.id),
        _text("account_by", "Whose account it draws", lambda r: values.who(r.account, r.context)),
        _text("stance", "The account's stance", lambda r: r.account.stance.value),
        _text("kind", kinds, lambda r: r.shape.kind.value),
        *figure,
        _text("place", "Place, by this account", lambda r: r.account.place_label),
        _column(
            "uncertainty_m",
            NUMBER,
            "How far it may be off",
            lambda r: r.shape.uncertainty_m,
            unit="m",
        ),
        _text("border_version", "Border it was drawn from", lambda r: r.shape.border_version),
        _column(
            "border_accuracy_m",
            NUMBER,
            "Accuracy of that border",
            lambda r: r.shape.border_accuracy_m,
            unit="m",
        ),
        _column(
            "joined",
            BOOLEAN,
            "Place and figure are from different reports",
            lambda r: r.shape.joined,
        ),
        _column(
            "on_demand",
            BOOLEAN,
            "On the map only while its account is selected",
            lambda r: r.shape.on_demand,
        ),
        _text("reason", "How it was drawn", lambda r: r.shape.reason),
        _text("words", "The words it was drawn from, as far as quoted", values.shape_words),
    )


def _drawn(name: str, unit: str, meaning: str) -> tuple[Column, ...]:
    return (
        _column(f"{name}_low", NUMBER, f"{meaning}, lower bound", lambda r: r.shape.low, unit=unit),
        _column(
            f"{name}_high", NUMBER, f"{meaning}, upper bound", lambda r: r.shape.high, unit=unit
        ),
    )


DEPTH_LINES = _shape(
    _drawn("depth_m", "m", "Depth that it draws"),
    "depth_bracket (from the border to the depth), depth_line (at that depth), depth_parallel "
    "(somewhere along a whole section) or counter_line (own side of a claimant that describes "
    "it otherwise)",
)
AREAS = _shape(
    _drawn("area_m2", "m2", "Area that it draws"),
    "area_disc (right size, shape not reported) or area_band",
)
DOUBT = _shape((), "doubt: the place lies somewhere within")

CLAIMS: tuple[Column, ...] = (
    _text("claim_id", "Identifier, stable over runs", lambda r: r.claim.id),
    _text("incident_id", "The incident it is merged into", lambda r: r.incident.id),
    _text("report", "File of the report", lambda r: r.report.doc),
    _text("publisher", "Who published it", lambda r: r.report.publisher),
    _column("published", DATE, "Date of publication", lambda r: r.report.published),
    _text(
        "published_basis",
        "Where that date is from: given, dateline, text, file or unknown",
        lambda r: r.report.published_basis.value,
    ),
    _text("url", "Address of the report", lambda r: r.report.url),
    _text("type_said", "What the speaker calls it", values.claim_type_said),
    _text(
        "stance",
        "asserts, denies, disputes_place, disputes_status, concedes or unconfirmed",
        lambda r: r.claim.stance.value,
    ),
    _text(
        "modality",
        "happened, planned, threatened or hypothetical",
        lambda r: r.claim.modality.value,
    ),
    _text(
        "speaker",
        "Who says it",
        lambda r: r.context.words.speaker(r.claim.speaker, r.context.gazetteer),
    ),
    _text("speaker_words", "How the report names the speaker", lambda r: r.claim.speaker.name),
    _text("speaker_role", "In what capacity", lambda r: r.claim.speaker.role.value),
    _text("chain", "Who passed it on", lambda r: values.joined(r.claim.speaker.chain)),
    _text(
        "also_said_by",
        "Further speakers of the same sentence",
        lambda r: values.joined(
            r.context.words.speaker(s, r.context.gazetteer) for s in r.claim.also_said_by
        ),
    ),
    _text(
        "actor_said",
        "Whose forces did it, by the speaker",
        lambda r: r.context.words.party(r.claim.actor, r.context.gazetteer),
    ),
    _text(
        "target_said",
        "Against whom, by the speaker",
        lambda r: r.context.words.party(r.claim.target, r.context.gazetteer),
    ),
    _text("places", "Places; in quotation marks those not named", values.place_names),
    _text(
        "place_roles",
        "at, into, near, from, along or direction, in the places' order",
        lambda r: "; ".join(w.role.value for w in r.claim.where),
    ),
    *_when(lambda r: r.claim.when),
    _text("date_basis", "What the date was worked out from", lambda r: r.claim.when.basis.value),
    _text(
        "date_alternatives",
        "Other readings of the date's words, start/end",
        lambda r: values.alternatives(r.claim.when),
    ),
    _text("measures", "Figures: kind, SI value, words", values.measures),
    _text(
        "words",
        "The clause that carries it, as far as it may be quoted",
        lambda r: values.quoted([r.claim], r.context),
    ),
    _text(
        "spans",
        "Its evidence in the text, start-end in characters",
        lambda r: values.spans(r.claim),
    ),
    _text("relations", "How it stands to other claims", values.relations),
    _column("background", BOOLEAN, "Its incident is background", lambda r: r.incident.background),
    _text(
        "text_sha256", "Hash of the text that the spans count in", lambda r: r.report.text_sha256
    ),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "incidents.geojson": INCIDENTS,
    "accounts.geojson": ACCOUNTS,
    "depth_lines.geojson": DEPTH_LINES,
    "areas.geojson": AREAS,
    "doubt.geojson": DOUBT,
    "claims.csv": CLAIMS,
}
