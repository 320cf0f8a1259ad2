"""The rules of `names.csv`, and names that nothing tells apart."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from geoincidents.gazetteer import check_words

if TYPE_CHECKING:
    from geoincidents.gazetteer.packs import Pack
    from geoincidents.gazetteer.tables import NameRow, PlaceRow

FILE = "names.csv"
_CODES = (2, 3)  # letters of an ISO 639 code
_SCRIPT_LETTERS = 4  # of an ISO 15924 code


def check(pack: Pack) -> None:
    """Note the faults of a pack's names."""
    places = {row.id: row for row in pack.places}
    parties = {str(table.cells.get("id")) for table in pack.parties}
    seen: dict[tuple[str, str, str], int] = {}
    for row in pack.names:
        _check_row(pack, row)
        if places and row.place_id not in places:
            words = f"place_id {row.place_id!r} is not in places.csv"
            pack.fault(FILE, row.line, words)
        if row.side and row.side not in parties:
            words = f"side {row.side!r} is not the id of a party of parties.toml"
            pack.fault(FILE, row.line, words)
        key = (row.place_id, row.text, row.language)
        first = seen.setdefault(key, row.line)
        if first != row.line:
            words = f"name {row.text!r} stands on line {first} already; keep one"
            pack.fault(FILE, row.line, words)
    _check_shared(pack, places)


def _check_row(pack: Pack, row: NameRow) -> None:
    text, language, script = row.text, row.language, row.script
    if wrong := check_words.fault_of(text):
        pack.fault(FILE, row.line, f"name {text!r} {wrong}")
    if len(language) not in _CODES or not language.islower():
        pack.fault(FILE, row.line, f"language {language!r} is not an ISO 639 code like 'en'")
    if len(script) != _SCRIPT_LETTERS or not script.istitle():
        pack.fault(FILE, row.line, f"script {script!r} is not an ISO 15924 code like 'Latn'")
    if not row.source.strip():
        pack.fault(FILE, row.line, "source is empty; say where the name is from")


def _check_shared(pack: Pack, places: dict[str, PlaceRow]) -> None:
    """Note names of places of one kind in one area: no context tells them apart."""
    owners: dict[str, dict[str, tuple[str, int]]] = defaultdict(dict)
    for place in pack.places:
        owners[place.name.casefold()].setdefault(place.id, ("places.csv", place.line))
    for row in pack.names:
        if row.place_id in places:
            owners[row.text.casefold()].setdefault(row.place_id, (FILE, row.line))
    for text, homes in owners.items():
        first: dict[tuple[str, str, str], str] = {}
        for place_id, (file, line) in homes.items() if len(homes) > 1 else ():
            place = places[place_id]
            other = first.setdefault((place.kind, place.country, place.admin), place_id)
            if other != place_id:
                words = f"name {text!r} is shared by {other!r} and {place_id!r}"
                mend = "which nothing tells apart; give one another kind or admin"
                pack.fault(file, line, f"{words}, {mend}")
