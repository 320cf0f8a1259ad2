"""The columns of the tables without geometry: claims, measures, reports, what has no point."""

from __future__ import annotations

from geoincidents.export import values
from geoincidents.export.column import (
    BOOLEAN,
    DATE,
    FROM_POINTS,
    INTEGER,
    NUMBER,
    STATUS,
    Column,
    column,
    text,
    when,
    where,
)

CLAIMS: tuple[Column, ...] = (
    text("id", "Identifier of the row: incident and claim", lambda r: r.id),
    text("claim_id", "Identifier of the claim, stable over runs", lambda r: r.claim.id),
    text("incident_id", "The incident it is merged into", lambda r: r.incident.id),
    text("report", "File of the report", lambda r: r.report.doc),
    text("publisher", "Who published it", lambda r: r.report.publisher),
    column("published", DATE, "Date of publication", lambda r: r.report.published),
    text(
        "published_basis",
        "Where that date is from: given, dateline, text, file or unknown",
        lambda r: r.report.published_basis.value,
    ),
    text("url", "Address of the report", lambda r: r.report.url),
    text("type_said", "What the speaker calls it", values.claim_type_said),
    text(
        "stance",
        "asserts, denies, disputes_place, disputes_status, concedes or unconfirmed",
        lambda r: r.claim.stance.value,
    ),
    text(
        "modality",
        "happened, planned, threatened or hypothetical",
        lambda r: r.claim.modality.value,
    ),
    text(
        "speaker",
        "Who says it",
        lambda r: r.context.words.speaker(r.claim.speaker, r.context.gazetteer),
    ),
    text("speaker_words", "How the report names the speaker", lambda r: r.claim.speaker.name),
    text("speaker_role", "In what capacity", lambda r: r.claim.speaker.role.value),
    text("chain", "Who passed it on", lambda r: values.joined(r.claim.speaker.chain)),
    text(
        "also_said_by",
        "Further speakers of the same sentence",
        lambda r: values.joined(
            r.context.words.speaker(s, r.context.gazetteer) for s in r.claim.also_said_by
        ),
    ),
    text(
        "actor_said",
        "Whose forces did it, by the speaker",
        lambda r: r.context.words.party(r.claim.actor, r.context.gazetteer),
    ),
    text(
        "target_said",
        "Against whom, by the speaker",
        lambda r: r.context.words.party(r.claim.target, r.context.gazetteer),
    ),
    text("places", "Places; in quotation marks those not named", values.place_names),
    text(
        "place_roles",
        "at, into, near, from, along or direction, in the places' order",
        lambda r: "; ".join(w.role.value for w in r.claim.where),
    ),
    *when(lambda r: r.claim.when),
    text("date_basis", "What the date was worked out from", lambda r: r.claim.when.basis.value),
    text(
        "date_alternatives",
        "Other readings of the date's words, start/end",
        lambda r: values.alternatives(r.claim.when),
    ),
    text("measures", "Figures: kind, SI value, words", values.measures),
    text("undrawn", "Why figures of its account have no geometry", values.undrawn),
    text(
        "words",
        "The clause that carries it, as far as it may be quoted",
        lambda r: values.quoted([r.claim], r.context),
    ),
    text(
        "spans",
        "Its evidence in the text, start-end in characters",
        lambda r: values.spans(r.claim),
    ),
    text("relations", "How it stands to other claims", values.relations),
    column("background", BOOLEAN, "Its incident is background", lambda r: r.incident.background),
    text("text_sha256", "Hash of the text that the spans count in", lambda r: r.report.text_sha256),
    text("report_id", "Identifier of the report", lambda r: r.report.id),
    FROM_POINTS,
)

MEASURES: tuple[Column, ...] = (
    text("id", "Identifier within this run", lambda r: r.id),
    text("claim", "The row of the claim that gives it", lambda r: r.claim_row),
    text("claim_id", "The claim itself", lambda r: r.claim.id),
    text("incident_id", "The incident of that claim", lambda r: r.incident.id),
    text(
        "kind",
        "depth, distance, length, width, area, troops, killed, wounded, captured or other",
        lambda r: r.measure.kind.value,
    ),
    column(
        "low",
        NUMBER,
        "Lower bound; null where the words give none",
        lambda r: r.measure.low,
        unit="SI",
    ),
    column(
        "high",
        NUMBER,
        "Upper bound; null where the words give none",
        lambda r: r.measure.high,
        unit="SI",
    ),
    text("unit", "Unit of the bounds: m, m2 or persons", lambda r: values.si_unit(r.measure)),
    text(
        "hedge",
        "exact, about, at_least, at_most or several",
        lambda r: r.measure.hedge.value,
    ),
    column("value", NUMBER, "The figure as reported", lambda r: r.measure.value, unit="reported"),
    column(
        "value_max",
        NUMBER,
        "Upper end of a reported range",
        lambda r: r.measure.value_max,
        unit="reported",
    ),
    text("unit_said", "Unit that the report gives it in", lambda r: r.measure.unit),
    text("said_by", "Who gives it", values.measure_by),
    text(
        "of",
        "Whose men or losses they are",
        lambda r: r.context.words.party(r.measure.of, r.context.gazetteer),
    ),
    text("words", "Its words", lambda r: r.measure.passage.text),
    text("span", "Where they stand, start-end in characters", lambda r: values.span(r.measure)),
    FROM_POINTS,
)

REPORTS: tuple[Column, ...] = (
    text("id", "Identifier: hash of text, publisher and date", lambda r: r.report.id),
    text("file", "File of the report", lambda r: r.report.doc),
    text("publisher", "Who published it", lambda r: r.report.publisher),
    text("title", "Its title, where metadata give one", lambda r: r.report.title),
    text("url", "Its address", lambda r: r.report.url),
    text("language", "Its language", lambda r: r.report.language),
    column("published", DATE, "Date of publication", lambda r: r.report.published),
    text(
        "published_basis",
        "Where that date is from: given, dateline, text, file or unknown",
        lambda r: r.report.published_basis.value,
    ),
    text(
        "origins",
        "Wires or outlets that it comes from",
        lambda r: values.joined(o.name for o in r.report.origins if not o.helped),
    ),
    column("claims_count", INTEGER, "Claims read in it", lambda r: len(r.claims)),
    text("text_sha256", "Hash of the text that spans count in", lambda r: r.report.text_sha256),
    FROM_POINTS,
)

UNPLACED: tuple[Column, ...] = (
    text("incident_id", "The incident that has no point", lambda r: r.incident.id),
    text("title", "Date and place only", lambda r: r.incident.title),
    STATUS,
    *when(values.incident_when),
    text(
        "place",
        "Most precise place that an asserting account gives",
        lambda r: r.account.place_label if r.account else None,
    ),
    *where(lambda r: r.account),
    FROM_POINTS,
)
