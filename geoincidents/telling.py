"""What one claimant says of an incident, on one line: for the terminal and for captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents import wording
from geoincidents.model import MeasureKind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geoincidents.geography import Gazetteer
    from geoincidents.model import Account, Change, ClaimType, Incident, Measure


def voice(
    account: Account,
    incident: Incident,
    gazetteer: Gazetteer,
    *,
    marks: Mapping[Change, str] | None = None,
) -> str:
    """Return "Lisk says: incursion; near Lake Orm; depth 2 miles, 3 ½ km".

    Parameters
    ----------
    marks
        What stands behind a figure that is new or changed since an earlier run.
    """
    words = wording.load()
    who = words.voice(account, incident, gazetteer)
    types = ", ".join(map(words.type_, _types(account, incident)))
    figures = [*_figures(account, marks or {})]
    # Who only denies gives no place: "denies: no place" would be read as what is denied.
    where = place(account) if types or figures else account.place_label
    said = "; ".join(filter(None, [types, where, *figures]))
    return f"{who}: {said}" if said else who


def place(account: Account) -> str:
    """Return where a claimant puts it, or why that is nowhere."""
    return account.place_label or account.unplaced_reason


def _types(account: Account, incident: Incident) -> list[ClaimType]:
    """Return what a claimant says happened, not what it denies."""
    own = [c for c in incident.claims if c.id in account.claims]
    return list(dict.fromkeys(c.type for c in own if c.stance is not Stance.DENIES))


def _figures(account: Account, marks: Mapping[Change, str]) -> Iterator[str]:
    words = wording.load()
    for kind in MeasureKind:
        told = [m for m in account.measures if m.kind is kind]
        own = [f"{words.figure(m)}{_whose(m, account)}{_mark(m, account, marks)}" for m in told]
        name = "" if kind is MeasureKind.OTHER else f"{words.measure_kind(kind).casefold()} "
        if own:
            yield name + ", ".join(dict.fromkeys(own))


def _whose(measure: Measure, account: Account) -> str:
    """Return the mark of a side's own losses, told by itself."""
    return " (own losses)" if account.is_own_loss(measure) else ""


def _mark(measure: Measure, account: Account, marks: Mapping[Change, str]) -> str:
    found = next((change for m, change in account.changes if m == measure), None)
    return f" {marks[found]}" if found is not None and found in marks else ""
