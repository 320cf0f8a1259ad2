"""The values of columns that need more than one look at a record."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from geoincidents.export import rows
from geoincidents.model import ANSWERING, DateBasis, DatePrecision, Hedge, MeasureKind, ShapeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from geoincidents.export.rows import (
        AccountRow,
        ClaimRow,
        Context,
        IncidentRow,
        MeasureRow,
        ShapeRow,
    )
    from geoincidents.model import Account, Claim, Measure, Passage, Stance, When

SEPARATOR = "; "
UNITS = {
    MeasureKind.DEPTH: " m",
    MeasureKind.DISTANCE: " m",
    MeasureKind.LENGTH: " m",
    MeasureKind.WIDTH: " m",
    MeasureKind.AREA: " m2",
}
SIGNS = {Hedge.ABOUT: "about ", Hedge.AT_LEAST: "at least ", Hedge.AT_MOST: "up to "}
DATE_WORDS = {
    DatePrecision.DAY: "day",
    DatePrecision.DAYS: "two to six days",
    DatePrecision.WEEK: "week",
    DatePrecision.MONTH: "month",
    DatePrecision.LONGER: "longer than a month",
    DatePrecision.BEFORE_PUBLICATION: "before publication",
}


def clean(words: str) -> str:
    """Return words without control characters, as a file may hold them."""
    if words.isprintable():
        return words
    return "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in words)


def joined(items: Iterable[str]) -> str:
    """Return items as one list column, each once, in their order."""
    plain = (item.replace(";", ",") for item in items if item)
    return SEPARATOR.join(dict.fromkeys(plain))


# --- figures -----------------------------------------------------------------


def figure(measure: Measure) -> str:
    """Return a figure in SI with its hedge: "about 250", "3500 m"; words without a value."""
    ends = [v for v in (measure.low, measure.high) if v is not None]
    if not ends or measure.hedge is Hedge.SEVERAL:
        return f'"{measure.passage.text}"'
    numbers = "-".join(dict.fromkeys(f"{round(v, 1):.10g}" for v in ends))
    return f"{SIGNS.get(measure.hedge, '')}{numbers}{UNITS.get(measure.kind, '')}"


def said(account: Account, kind: MeasureKind, context: Context) -> str:
    """Return an account's figures of one kind, each with who says it."""
    return joined(_said(m, account, context) for m in account.measures if m.kind is kind)


def said_by_all(row: IncidentRow, kind: MeasureKind) -> str:
    """Return the figures of one kind of every account, claimants kept apart."""
    return joined(
        _said(m, account, row.context)
        for account in row.incident.accounts
        for m in account.measures
        if m.kind is kind
    )


def _said(measure: Measure, account: Account, context: Context) -> str:
    speaker = measure.said_by or account.claimant
    who = context.words.speaker(speaker, context.gazetteer)
    if measure.of is not None:
        own = measure.of == speaker.party_id
        of = "own" if own else f"of {context.words.party(measure.of, context.gazetteer)}"
        who = f"{who}, {of}"
    return f"{figure(measure)} ({who})"


def bound(account: Account, kind: MeasureKind, *, upper: bool) -> float | None:
    """Return the lower or upper bound of what an account says of one kind.

    Depths and counts of one claimant are bounds of one quantity. Two areas are two
    areas, so an account with more than one has no bound.
    """
    own = [m for m in account.measures if m.kind is kind and m.said_by is None]
    values = [m.high if upper else m.low for m in own]
    known = [v for v in values if v is not None]
    if not known or (kind is MeasureKind.AREA and len(set(known)) > 1):
        return None
    return max(known) if upper else min(known)


def count(account: Account, kind: MeasureKind, *, upper: bool) -> int | None:
    """Return the same as a whole number of persons."""
    value = bound(account, kind, upper=upper)
    return None if value is None else round(value)


def history(row: IncidentRow) -> str:
    """Return how figures grew: "killed 49 (2022-09-13), 105 (2022-09-14), says Lisk"."""
    return joined(
        f"{_grown(h.steps)}, says {row.context.words.speaker(h.speaker, row.context.gazetteer)}"
        for h in row.incident.histories
    )


def _grown(steps: Sequence[tuple[date, Measure]]) -> str:
    told = ", ".join(f"{figure(measure)} ({day.isoformat()})" for day, measure in steps)
    return f"{steps[0][1].kind.value} {told}"


def si_unit(measure: Measure) -> str:
    """Return the unit of a figure's bounds, "" for a kind of figure that has none."""
    if measure.kind is MeasureKind.OTHER:
        return ""
    return UNITS.get(measure.kind, " persons").strip()


def measure_by(row: MeasureRow) -> str:
    """Return who gives a figure."""
    return row.context.words.speaker(
        row.measure.said_by or row.claim.speaker, row.context.gazetteer
    )


# --- who ---------------------------------------------------------------------


def party(party_id: str, context: Context) -> str:
    """Return a party's usual name."""
    return context.words.party(party_id, context.gazetteer)


def who(account: Account, context: Context) -> str:
    """Return an account's claimant."""
    return context.words.speaker(account.claimant, context.gazetteer)


def claimants(row: IncidentRow, stances: Iterable[Stance]) -> str:
    """Return the claimants whose account has one of some stances."""
    wanted = frozenset(stances)
    return joined(who(a, row.context) for a in row.incident.accounts if a.stance in wanted)


def asserting(row: IncidentRow) -> str:
    """Return the claimants that do not answer another's account."""
    return joined(who(a, row.context) for a in row.incident.accounts if a.stance not in ANSWERING)


def types_said(row: IncidentRow) -> str:
    """Return what it is called, each type beside who says so."""
    words, gazetteer = row.context.words, row.context.gazetteer
    return joined(words.type_said(account, gazetteer) for account in row.incident.accounts)


def claim_type_said(row: ClaimRow) -> str:
    """Return a claim's type beside who says so."""
    words = row.context.words
    speaker = words.speaker(row.claim.speaker, row.context.gazetteer)
    form = words.tables["type_said"][row.claim.stance.value]
    return str(form).format(type=words.type_(row.claim.type), who=speaker)


def checked_on(accounts: Iterable[Account]) -> date | None:
    """Return the last day on which accounts were checked, None unless all of them were."""
    known = list(accounts)
    days = [account.checked_on for account in known if account.checked_on is not None]
    return max(days) if days and len(days) == len(known) else None


# --- where -------------------------------------------------------------------


def doubt_m(account: Account | None) -> float | None:
    """Return the radius within which an account's place may lie, None without one."""
    if account is None:
        return None
    radii = [s.uncertainty_m for s in account.shapes if s.kind is ShapeKind.DOUBT]
    return max(radii, default=None) or None


def place_names(row: ClaimRow) -> str:
    """Return the places of a claim; in quotation marks what is described but not named."""
    places = row.context.gazetteer.places
    return joined(
        places[w.place_id].name if w.place_id and w.place_id in places else f'"{w.passage.text}"'
        for w in row.claim.where
    )


# --- when --------------------------------------------------------------------


def incident_when(row: IncidentRow) -> When | None:
    """Return the date of the asserting account that has the most precise one."""
    account = rows.dating(row.incident)
    return account.when if account else None


def start(when: When | None) -> date | None:
    """Return the first day; nothing where only "before publication" is known."""
    known = when is not None and when.prec is not DatePrecision.BEFORE_PUBLICATION
    return when.start if when and known else None


def end(when: When | None) -> date | None:
    """Return the last day; nothing where only "before publication" is known."""
    known = when is not None and when.prec is not DatePrecision.BEFORE_PUBLICATION
    return when.end if when and known else None


def precision(when: When | None) -> int:
    """Return the precision code of a date."""
    return int(when.prec if when else DatePrecision.BEFORE_PUBLICATION)


def precision_word(when: When | None) -> str:
    """Return what the precision code says."""
    return DATE_WORDS[when.prec if when else DatePrecision.BEFORE_PUBLICATION]


def alternatives(when: When) -> str:
    """Return other readings of the words as ISO 8601 intervals."""
    return joined(f"{a.isoformat()}/{b.isoformat()}" for a, b in when.alternatives)


def dates_said(row: IncidentRow) -> str:
    """Return the dates of all accounts, each with who gives it."""
    words = row.context.words
    return joined(
        f"{words.when(a.when)} ({who(a, row.context)})"
        for a in row.incident.accounts
        if a.when.basis is not DateBasis.NONE
    )


# --- from whom ---------------------------------------------------------------


def publishers(row: AccountRow) -> str:
    """Return the outlets whose reports carry an account."""
    reports = (row.context.reports[c.report_id] for c in row.claims)
    return joined(sorted({r.publisher or r.doc for r in reports}))


def docs(row: IncidentRow | AccountRow) -> str:
    """Return the files that carry an incident or account."""
    claims = row.claims if hasattr(row, "claims") else row.incident.claims
    return joined(sorted({row.context.reports[c.report_id].doc for c in claims}))


def quoted(claims: Iterable[Claim], context: Context) -> str:
    """Return the clauses that carry claims."""
    return joined(context.quotes.clause(claim.id) for claim in claims)


def passages(found: Iterable[Passage], context: Context) -> str:
    """Return what may be shown of passages."""
    return joined(context.quotes.of(passage) for passage in found)


def shape_words(row: ShapeRow) -> str:
    """Return the words a shape was drawn from."""
    return passages(row.shape.passages, row.context)


def spans(claim: Claim) -> str:
    """Return where a claim's evidence stands, "start-end" in characters of the text."""
    return joined(f"{p.span[0]}-{p.span[1]}" for p in claim.evidence)


def span(measure: Measure) -> str:
    """Return where a figure's words stand, "start-end" in characters of the text."""
    start, end = measure.passage.span
    return f"{start}-{end}"


def measures(row: ClaimRow) -> str:
    """Return a claim's figures with their kind and, in quotation marks, their words."""
    return joined(map(measure, row.claim.measures))


def measure(told: Measure) -> str:
    """Return a figure with its kind and, in quotation marks, its words."""
    value = f"{told.kind.value} {figure(told)}"
    return value if told.low is None else f'{value} "{told.passage.text}"'


def undrawn(row: ClaimRow) -> str:
    """Return why figures of the accounts of a claim that gives figures are not drawn."""
    if not row.claim.measures:
        return ""
    own = (a for a in row.incident.accounts if row.claim.id in a.claims)
    return joined(reason for account in own for reason in account.undrawn)


def relations(row: ClaimRow) -> str:
    """Return how a claim stands to others, by their ids."""
    own = (r for r in row.incident.relations if r.source == row.claim.id)
    return joined(f"{r.kind.value} {r.target}" for r in own)
