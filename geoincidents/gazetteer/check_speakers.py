"""The rules of `parties.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geoincidents.gazetteer import check_words
from geoincidents.gazetteer.check_places import COUNTRY, ID
from geoincidents.gazetteer.records import WORD_LISTS
from geoincidents.geography import PartyKind

if TYPE_CHECKING:
    from geoincidents.gazetteer.packs import Pack, Table

FILE = "parties.toml"
KINDS = tuple(kind.value for kind in PartyKind)
KEYS = ("id", "name", "kind", "country", *WORD_LISTS, "people")


def check(pack: Pack) -> None:
    """Note the faults of a pack's parties."""
    first: dict[str, int] = {}
    states = {row.country for row in pack.places if row.kind == "country"}
    for table in pack.parties:
        _check_id(pack, table, first)
        _check_country(pack, table, states)
        _check_lists(pack, table)
        _check_people(pack, table)
        for key in table.cells:
            if key not in KEYS:
                words = f"{key!r} is unknown; a party has {', '.join(KEYS)}"
                pack.fault(FILE, table.line, words)


def _check_id(pack: Pack, table: Table, first: dict[str, int]) -> None:
    party_id, kind = table.cells.get("id"), table.cells.get("kind")
    if not isinstance(party_id, str) or not ID.fullmatch(party_id):
        pack.fault(FILE, table.line, f"id {party_id!r} is not lower-case words joined by '-'")
    else:
        line = first.setdefault(party_id, table.line)
        if line != table.line:
            words = f"id {party_id!r} stands on line {line} already; give each party its own"
            pack.fault(FILE, table.line, words)
    if not isinstance(table.cells.get("name"), str):
        pack.fault(FILE, table.line, "'name' is missing; give the party's usual English name")
    if kind not in KINDS:
        words = f"kind {kind!r} is unknown; the kinds are {', '.join(KINDS)}"
        pack.fault(FILE, table.line, words)


def _check_country(pack: Pack, table: Table, states: set[str]) -> None:
    country = table.cells.get("country")
    if country is None and table.cells.get("kind") != PartyKind.STATE.value:
        return
    if not isinstance(country, str) or not COUNTRY.fullmatch(country):
        words = f"country {country!r} is not an ISO 3166 code of two capital letters"
        pack.fault(FILE, table.line, words)
    elif pack.places and country not in states:
        words = f"country {country!r} has no row of kind 'country' in places.csv"
        pack.fault(FILE, table.line, words)


def _check_lists(pack: Pack, table: Table) -> None:
    for key in WORD_LISTS:
        words = table.cells.get(key, [])
        if not _is_texts(words):
            pack.fault(FILE, table.line, f"{key!r} is not a list of texts")
            continue
        for word in words:
            if wrong := check_words.fault_of(word):
                pack.fault(FILE, table.line, f"{word!r} of {key!r} {wrong}")


def _check_people(pack: Pack, table: Table) -> None:
    people = table.cells.get("people", [])
    if not isinstance(people, list):
        pack.fault(FILE, table.line, "'people' is not a list of { names = [...], office = ... }")
        return
    for person in people:
        names = person.get("names") if isinstance(person, dict) else None
        if not names or not _is_texts(names) or not isinstance(person.get("office"), str):
            words = f"{person!r} of 'people' needs 'names', a list of texts, and 'office'"
            pack.fault(FILE, table.line, words)
            continue
        for name in names:
            if wrong := check_words.fault_of(name):
                pack.fault(FILE, table.line, f"{name!r} of 'people' {wrong}")


def _is_texts(value: Any) -> bool:  # noqa: ANN401 - what a person wrote in TOML
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
