"""The rows of a file of decisions: id,action,value,who,when,why."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from geoincidents.decisions import values
from geoincidents.errors import DecisionsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from geoincidents.geography import Gazetteer
    from geoincidents.model import Speaker, When, WhereRole

COLUMNS = ("id", "action", "value", "who", "when", "why")
MOST_BYTES = 20_000_000
LONGEST_CELL = 2_000
_ID = re.compile(r"[0-9a-z]{4,64}", re.ASCII)
_COUNT = re.compile(r"[0-9]{1,6}", re.ASCII)


class Action(StrEnum):
    """What a decision does."""

    KEEP = "keep"  # it is right as it was read
    DROP = "drop"  # it is no claim of an event
    PLACE = "place"
    DATE = "date"
    SPEAKER = "speaker"
    SAME_AS = "same_as"  # one event with another claim or incident
    APART = "apart"  # not one event with it
    PUBLISH = "publish"


TIES = frozenset({Action.SAME_AS, Action.APART})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One row of the file; `source` is the file and line.

    `id` and, for same_as and apart, `value` are ids of claims or incidents. `places`,
    `time` and `speaker` are what the value sets; `count` is how many claims of an incident
    were kept or published.
    """

    id: str
    action: Action
    value: str
    who: str
    when: date
    why: str
    source: str
    places: tuple[tuple[WhereRole, str], ...] = ()
    time: When | None = None
    speaker: Speaker | None = None
    count: int | None = None

    @property
    def words(self) -> str:
        """Return who decided it, when and why, for the reasons of a claim."""
        why = f": {self.why}" if self.why else ""
        return f"{self.action.value} decided by {self.who} on {self.when}{why}"


def read(content: bytes, name: str, gazetteer: Gazetteer) -> tuple[Decision, ...]:
    """Return the decisions of a file in their order.

    Parameters
    ----------
    content
        UTF-8 CSV with the columns id, action, value, who, when and why, in any order.
    name
        How the file is called in faults.

    Raises
    ------
    DecisionsError
        With every fault as ``FILE:LINE: what is wrong, what would be right``.
    """
    faults: list[str] = []
    found: list[Decision] = []
    for line, row in _rows(content, name, faults):
        source = f"{name}:{line}"
        wrong = _wrong(row)
        if not wrong:
            try:
                found.append(_decision(row, source, gazetteer))
            except ValueError as error:
                wrong = [str(error)]
        faults.extend(f"{source}: {words}" for words in wrong)
    if faults:
        raise DecisionsError(faults)
    return tuple(found)


# --- the file ----------------------------------------------------------------


def _rows(content: bytes, name: str, faults: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    text = _text(content, name, faults)
    lines = csv.reader(io.StringIO(text or "", newline=""), strict=True)
    try:
        header = [cell.strip().lower() for cell in next(lines, [])] if text is not None else None
        if header is not None and sorted(header) != sorted(COLUMNS):
            right = ",".join(COLUMNS)
            faults.append(f"{name}:1: columns {','.join(header)[:200]!r}, should be {right!r}")
        elif header is not None:
            yield from _cells(lines, header, name, faults)
    except csv.Error as error:
        faults.append(f"{name}:{lines.line_num}: is not CSV ({error})")


def _cells(
    lines: Any,  # noqa: ANN401 - csv names no type for its readers
    header: list[str],
    name: str,
    faults: list[str],
) -> Iterator[tuple[int, dict[str, str]]]:
    start = lines.line_num + 1
    for cells in lines:
        if len(cells) == len(header):
            yield start, {k: c.strip() for k, c in zip(header, cells, strict=True)}
        elif any(cell.strip() for cell in cells):
            faults.append(f"{name}:{start}: has {len(cells)} cells instead of {len(header)}")
        start = lines.line_num + 1


def _text(content: bytes, name: str, faults: list[str]) -> str | None:
    if len(content) > MOST_BYTES:
        faults.append(f"{name}:1: is larger than {MOST_BYTES} bytes")
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        faults.append(f"{name}:{line}: byte 0x{content[error.start]:02x} is not UTF-8")
        return None


# --- a row -------------------------------------------------------------------


def _wrong(row: Mapping[str, str]) -> list[str]:
    """Return what is wrong with a row, whatever its action; nothing if nothing is."""
    wrong = [
        f"{name} has more than {LONGEST_CELL} characters"
        for name in COLUMNS
        if len(row[name]) > LONGEST_CELL
    ]
    if not _ID.fullmatch(row["id"]):
        wrong.append(f"id {row['id'][:80]!r} is not the id of a claim or incident")
    if not row["who"]:
        wrong.append("who is empty, should be who decided it")
    if values.day(row["when"]) is None:
        wrong.append(f"when {row['when'][:80]!r} is no day, should be like 2026-01-31")
    if row["action"] not in set(Action):
        right = ", ".join(Action)
        wrong.append(f"action {row['action'][:80]!r} is unknown, should be one of {right}")
    return wrong


def _decision(row: Mapping[str, str], source: str, gazetteer: Gazetteer) -> Decision:
    """Return a row as a record; raise ValueError in words if its value is wrong."""
    action, value = Action(row["action"]), row["value"]
    if action in TIES and (not _ID.fullmatch(value) or value == row["id"]):
        raise ValueError(f"value {value[:80]!r} should be the id of another claim or incident")
    when = values.day(row["when"])
    if when is None:
        raise ValueError(f"when {row['when']!r} is no day")
    return Decision(
        id=row["id"],
        action=action,
        value=value,
        who=row["who"],
        when=when,
        why=row["why"],
        source=source,
        places=values.places(value, gazetteer) if action is Action.PLACE else (),
        time=values.time(value) if action is Action.DATE else None,
        speaker=values.speaker(value, gazetteer) if action is Action.SPEAKER else None,
        count=_count(value) if action in {Action.KEEP, Action.PUBLISH, Action.DROP} else None,
    )


def _count(value: str) -> int | None:
    if not value:
        return None
    if not _COUNT.fullmatch(value):
        raise ValueError(
            f"value {value[:80]!r} should be empty, or for an incident how many claims it has"
        )
    return int(value)
