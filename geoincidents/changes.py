"""What is new: a run beside the claims that an earlier run wrote."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geoincidents.errors import EarlierError
from geoincidents.model import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geoincidents.collection import IncidentCollection
    from geoincidents.model import Account, Incident, Measure

CLAIMS = "claims.csv"
_ID, _SPEAKER, _MEASURES = "claim_id", "speaker", "measures"
# What a claim says; its words and its incident may change without news.
_SAID = ("stance", _SPEAKER, "type_said", "places", "date_start", "date_end", _MEASURES)
_NEEDED = (_ID, *_SAID)
_QUOTE, _WORDS = '"', ' "'  # begin the words of a figure without and with a value
Row = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Runs:
    """The claims of an earlier run and of this one, as the cells of their files."""

    before: Mapping[str, Row]
    now: Mapping[str, Row]


def mark(found: IncidentCollection, content: bytes, name: str) -> tuple[Incident, ...]:
    """Return the incidents of a run, with what an earlier run's claims do not have.

    An incident is new if none of its claims was there, changed if a claim was not or said
    something else. A figure of a claimant is new if the earlier run had none of its kind
    from that claimant for the incident, else changed.

    Parameters
    ----------
    content
        The earlier `claims.csv`; `name` is how faults call it.

    Raises
    ------
    EarlierError
        If it is not a file of claims.
    """
    runs = _Runs(before=_read(content, name), now=_rows(found))
    return tuple(_marked(incident, runs) for incident in found.incidents)


def _read(content: bytes, name: str) -> dict[str, Row]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EarlierError([f"{name}:1: is not UTF-8"]) from error
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, restval="")
    try:
        header = reader.fieldnames or ()
        if missing := [column for column in _NEEDED if column not in header]:
            lacking = ", ".join(missing)
            raise EarlierError([f"{name}:1: not the claims of an earlier run, lacks {lacking}"])
        return {row[_ID]: row for row in reader}
    except csv.Error as error:
        raise EarlierError([f"{name}:{reader.line_num}: is not CSV ({error})"]) from error


def _rows(found: IncidentCollection) -> dict[str, Row]:
    from geoincidents import export  # noqa: PLC0415 - only with `--since`
    from geoincidents.export import columns, rows, table  # noqa: PLC0415 - as above

    own = [c for c in columns.CLAIMS if c.name in _NEEDED]
    return {
        row.claim.id: {c.name: table.cell(c.value(row)) for c in own}
        for row in rows.claims(found, export.context_of(found))
    }


def _marked(incident: Incident, runs: _Runs) -> Incident:
    known = [c.id for c in incident.claims if c.id in runs.before]
    if not known:
        return replace(incident, change=Change.NEW)
    differ = any(runs.now[id_][c] != runs.before[id_][c] for id_ in known for c in _SAID)
    if not differ and len(known) == len(incident.claims):
        return incident
    accounts = tuple(_account(account, incident, runs) for account in incident.accounts)
    return replace(incident, accounts=accounts, change=Change.CHANGED)


def _account(account: Account, incident: Incident, runs: _Runs) -> Account:
    from geoincidents.export import values  # noqa: PLC0415 - only with `--since`

    own = frozenset(account.claims)
    speakers = {runs.now[c.id][_SPEAKER] for c in incident.claims if c.id in own}
    told = {
        figure
        for c in incident.claims
        if (row := runs.before.get(c.id)) and (c.id in own or row[_SPEAKER] in speakers)
        for figure in _figures(row[_MEASURES])
    }
    kinds = {figure.split(" ")[0] for figure in told}
    changes: list[tuple[Measure, Change]] = []
    for measure in account.measures:
        (figure,) = _figures(values.joined([values.measure(measure)]))
        if figure not in told:
            change = Change.CHANGED if measure.kind.value in kinds else Change.NEW
            changes.append((measure, change))
    return replace(account, changes=tuple(changes))


def _figures(cell: str) -> Iterable[str]:
    """Return the kind and value of each figure of a cell, without its words.

    'depth 3500 m "3 1/2 km"' is told by its value, 'depth "several km"' by its words.
    """
    for part in filter(None, cell.split("; ")):
        kind, _, value = part.partition(" ")
        yield f"{kind} {value if value.startswith(_QUOTE) else value.split(_WORDS)[0]}"
