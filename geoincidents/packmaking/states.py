"""The table of states: every country's party and place, from the packs that ship.

There is one such table, kept with the packs of the program; a pack that is made holds a
copy, so that it can be read and edited alone.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from geoincidents import resources
from geoincidents.errors import MakingError
from geoincidents.gazetteer import packs
from geoincidents.geography import PartyKind, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Collection

    from geoincidents.gazetteer.packs import Pack
    from geoincidents.gazetteer.tables import NameRow, PlaceRow

Table: TypeAlias = dict[str, Any]  # Any: a TOML table


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """The rows of all states, and the parties as a pack of some of them has them.

    `seats` are the towns, wide regions and seas of other states that the packs which ship
    know: capitals and places of talks, which reports from anywhere name.
    """

    places: tuple[PlaceRow, ...]
    seats: tuple[PlaceRow, ...]
    names: tuple[NameRow, ...]
    parties: tuple[Table, ...]
    sources: tuple[Table, ...]

    def party_of(self, country: str) -> str:
        """Return the id of a country's state; an unknown one is our bug."""
        return str(next(p["id"] for p in self.parties if _is_state(p) and p["country"] == country))

    def name_of(self, country: str) -> str:
        """Return a country's usual English name; an unknown one is our bug."""
        return next(row.name for row in self.places if row.country == country)


def of(countries: Collection[str]) -> States:
    """Return the table of states, the given countries as states, all others observing.

    Raises
    ------
    MakingError
        If a country is not in the table.
    """
    read = [packs.read(folder) for folder in resources.pack_folders()]
    places = [r for p in read for r in p.places if r.kind == PlaceKind.COUNTRY.value]
    known = {row.country for row in places}
    if missing := sorted({*countries} - known):
        raise MakingError(
            f"{', '.join(map(repr, missing))}: no such state; give ISO 3166 codes of two letters"
        )
    seats = [row for p in read for row in p.places if _is_seat(row, {*countries, *_own(p)})]
    seats = [row._replace(admin="") for row in seats]
    ids = {row.id for row in (*places, *seats)}
    names = [row for p in read for row in p.names if row.place_id in ids and not row.side]
    used = {row.source for row in (*places, *seats)} | {row.source for row in names}
    return States(
        places=tuple(sorted(places, key=lambda row: row.id)),
        seats=tuple(sorted(seats, key=lambda row: row.id)),
        names=tuple(sorted(names, key=lambda row: (row.place_id, row.line))),
        parties=tuple(_seen(table.cells, countries) for p in read for table in p.parties),
        sources=tuple(s for p in read for s in p.info.get("sources", ()) if s["id"] in used),
    )


_SEATS = frozenset({PlaceKind.TOWN.value, PlaceKind.REGION.value, PlaceKind.LAKE.value})


def _is_seat(row: PlaceRow, others: Collection[str]) -> bool:
    """Return whether a row is a town of a state that has none here, or a region of no state."""
    return row.kind in _SEATS and row.country not in others


def _own(pack: Pack) -> list[str]:
    """Return the countries that a pack is about."""
    return list(pack.info.get("countries", ()))


def _seen(party: Table, countries: Collection[str]) -> Table:
    """Return a party with the kind that it has in a pack of some countries."""
    if not _is_state(party):
        return party
    is_side = party["country"] in countries
    kind = PartyKind.STATE if is_side else PartyKind.OBSERVER
    return {**party, "kind": kind.value}


def _is_state(party: Table) -> bool:
    return bool(party.get("country")) and party["kind"] != PartyKind.ARMED_GROUP.value


def dumped(table: Table) -> str:
    """Return a table of texts, numbers, lists and flat tables as lines of TOML."""
    return "".join(f"{key} = {_value(value)}\n" for key, value in table.items())


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {_value(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, str):
        return _quoted(value)
    return str(value)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    quoted = f'"{escaped}"'
    tomllib.loads(f"a = {quoted}")  # a control character has no place in a pack
    return quoted
