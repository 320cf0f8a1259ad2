"""The columns of every output, once: name, type, unit, meaning and where the value is from.

Every format, the map tips of the styles and `docs/data.md` are made from this table.
"""

from __future__ import annotations

from geoincidents.export import rows, values
from geoincidents.export.attributes import CLAIMS, MEASURES, REPORTS, UNPLACED
from geoincidents.export.column import (
    BOOLEAN,
    DATE,
    FIGURES,
    FROM_BORDER,
    FROM_POINTS,
    INTEGER,
    NUMBER,
    PLACE_SOURCE,
    POSITION,
    STATUS,
    SUFFIX,
    Column,
    account_said,
    all_said,
    bounds,
    column,
    text,
    when,
    where,
)
from geoincidents.model import ANSWERING, checkers

__all__ = [
    "ACCOUNTS",
    "AREAS",
    "BORDER",
    "CLAIMS",
    "DEPTH_LINES",
    "DEPTH_STRIPS",
    "DOUBT",
    "INCIDENTS",
    "MEASURES",
    "POSITION",
    "REPORTS",
    "UNPLACED",
]

INCIDENTS: tuple[Column, ...] = (
    text("id", "Identifier, stable over runs", lambda r: r.incident.id),
    text("title", "Date and place only", lambda r: r.incident.title),
    STATUS,
    text(
        "status_word",
        "The same in words, with names",
        lambda r: r.context.words.status(r.incident, r.context.gazetteer),
    ),
    column(
        "background",
        BOOLEAN,
        "More than 60 days before publication: in the files, off on the map",
        lambda r: r.incident.background,
    ),
    text("types_said", "What it is called, beside who calls it so", values.types_said),
    *when(values.incident_when),
    text("dates_said", "Every date with who gives it", values.dates_said),
    text(
        "place",
        "Most precise place that an asserting account gives",
        lambda r: r.account.place_label if r.account else None,
    ),
    text(
        "place_by",
        "Whose account the place and point are from",
        lambda r: values.who(r.account, r.context) if r.account else None,
    ),
    *where(lambda r: r.account),
    *(all_said(kind, name, unit) for kind, name, unit, _ in FIGURES),
    text(
        "history",
        "Figures of one claimant that grew from report to report, with days of publication",
        values.history,
    ),
    text("said_by", "Claimants whose account asserts it", values.asserting),
    text(
        "answered_by",
        "Claimants that deny it or describe it otherwise",
        lambda r: values.claimants(r, ANSWERING),
    ),
    text(
        "also_said_by",
        "Third voices beside two sides",
        lambda r: values.joined(r.incident.also_said_by),
    ),
    column("reports_count", INTEGER, "Reports that tell of it", lambda r: len(r.incident.reports)),
    text("reports", "Their files", values.docs),
    column(
        "origins_count", INTEGER, "Independent origins of them", lambda r: len(r.incident.origins)
    ),
    text("origins", "Their names", lambda r: values.joined(r.incident.origins)),
    column(
        "first_reported", DATE, "Earliest date of publication", lambda r: r.incident.first_reported
    ),
    column("last_reported", DATE, "Latest date of publication", lambda r: r.incident.last_reported),
    column("claims_count", INTEGER, "Claims it is made of", lambda r: len(r.incident.claims)),
    text(
        "checked_by",
        "Who checked every account of it; empty: read by a program alone",
        lambda r: values.joined(checkers([r.incident])),
    ),
    column(
        "checked_on",
        DATE,
        "The last day on which one of them was checked",
        lambda r: values.checked_on(r.incident.accounts),
    ),
    text(
        "change",
        "new or changed since the run named by --since; empty without one",
        lambda r: r.incident.change.value if r.incident.change else None,
    ),
    column("released", BOOLEAN, "A person decided to publish it", lambda r: r.incident.released),
    text(
        "words",
        "The clauses that carry it, as far as they may be quoted",
        lambda r: values.quoted(r.incident.claims, r.context),
    ),
    *PLACE_SOURCE,
    FROM_POINTS,
)

ACCOUNTS: tuple[Column, ...] = (
    text("id", "Identifier within this run", lambda r: r.id),
    text("incident_id", "The incident it is a version of", lambda r: r.incident.id),
    STATUS,
    text("account_by", "Whose version it is", lambda r: values.who(r.account, r.context)),
    text(
        "account_role",
        "state, official, outlet, person, body or narrator",
        lambda r: r.account.claimant.role.value,
    ),
    text(
        "stance",
        "asserts, denies, disputes_place, disputes_status, concedes or unconfirmed",
        lambda r: r.account.stance.value,
    ),
    text(
        "type_said",
        "What the claimant calls it",
        lambda r: r.context.words.type_said(r.account, r.context.gazetteer),
    ),
    text(
        "actor_said",
        "Whose forces did it, by this account",
        lambda r: r.context.words.party(r.account.actor, r.context.gazetteer),
    ),
    text(
        "target_said",
        "Against whom, by this account",
        lambda r: r.context.words.party(r.account.target, r.context.gazetteer),
    ),
    text("place", "Place, by this account", lambda r: r.account.place_label),
    text("place_id", "The gazetteer's id of it", lambda r: r.account.place_id),
    *where(lambda r: r.account),
    *when(lambda r: r.account.when),
    text(
        "date_alternatives",
        "Other readings of the date's words, start/end",
        lambda r: values.alternatives(r.account.when),
    ),
    *(
        made
        for kind, name, unit, meaning in FIGURES
        for made in (
            *bounds(kind, name + SUFFIX[unit], unit, meaning),
            account_said(kind, name, unit),
        )
    ),
    text(
        "undrawn",
        "Why a figure or line of it has no geometry",
        lambda r: values.joined(r.account.undrawn),
    ),
    text("reports", "Files of the reports that carry it", values.docs),
    text("publishers", "Outlets that carry it", values.publishers),
    text(
        "origins",
        "Wires or outlets it comes from",
        lambda r: values.joined(rows.origins(r.incident, r.account, r.context)),
    ),
    text(
        "checked_by",
        "Who checked every claim of it; empty: read by a program alone",
        lambda r: values.joined(r.account.checked_by),
    ),
    column(
        "checked_on",
        DATE,
        "The last day on which one of them was checked",
        lambda r: r.account.checked_on,
    ),
    text(
        "words",
        "The clauses that carry it, as far as they may be quoted",
        lambda r: values.quoted(r.claims, r.context),
    ),
    *PLACE_SOURCE,
    FROM_POINTS,
)


def _shape(figure: tuple[Column, ...], kinds: str) -> tuple[Column, ...]:
    return (
        text("id", "Identifier within this run", lambda r: r.id),
        text("incident_id", "The incident it belongs to", lambda r: r.incident.id),
        STATUS,
        text("account_by", "Whose account it draws", lambda r: values.who(r.account, r.context)),
        text("stance", "The account's stance", lambda r: r.account.stance.value),
        text("kind", kinds, lambda r: r.shape.kind.value),
        *figure,
        text("place", "Place, by this account", lambda r: r.account.place_label),
        *when(lambda r: r.account.when),
        column(
            "uncertainty_m",
            NUMBER,
            "How far it may be off",
            lambda r: r.shape.uncertainty_m,
            unit="m",
        ),
        text("border_version", "Border it was drawn from", lambda r: r.shape.border_version),
        column(
            "border_accuracy_m",
            NUMBER,
            "Accuracy of that border",
            lambda r: r.shape.border_accuracy_m,
            unit="m",
        ),
        column(
            "joined",
            BOOLEAN,
            "Place and figure are from different reports",
            lambda r: r.shape.joined,
        ),
        column(
            "on_demand",
            BOOLEAN,
            "On the map only while its account is selected",
            lambda r: r.shape.on_demand,
        ),
        text("reason", "How it was drawn", lambda r: r.shape.reason),
        text("words", "The words it was drawn from, as far as quoted", values.shape_words),
        FROM_BORDER,
    )


def _drawn(name: str, unit: str, meaning: str) -> tuple[Column, ...]:
    return (
        column(f"{name}_low", NUMBER, f"{meaning}, lower bound", lambda r: r.shape.low, unit=unit),
        column(
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
STRIP_MEANING = "zone within the reported depth; not an area said to be held"
DEPTH_STRIPS = _shape(
    (
        text("meaning", "What the area is, and is not", lambda _: STRIP_MEANING),
        *_drawn("depth_m", "m", "Depth that it reaches to"),
    ),
    "depth_strip: all ground within the reported depth of a stretch of border, for measuring",
)
DOUBT = _shape((), "doubt: the place lies somewhere within")

BORDER: tuple[Column, ...] = (
    text("id", "Identifier of the piece of border", lambda r: r.line.id),
    text("a", "Party on its left", lambda r: values.party(r.line.a, r.context)),
    text("b", "Party on its right", lambda r: values.party(r.line.b, r.context)),
    text("section", "Section of the border, as the pack names it", lambda r: r.line.section),
    text("exclave", "Exclave that it rings", lambda r: r.line.exclave),
    column("accuracy_m", NUMBER, "How far it may be off", lambda r: r.line.accuracy_m, unit="m"),
    text("border_version", "Source, version and date", lambda r: r.version),
    FROM_BORDER,
)
