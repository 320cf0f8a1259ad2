"""The rules of `pack.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geoincidents.gazetteer.check_places import COUNTRY, ID, KINDS

if TYPE_CHECKING:
    from geoincidents.gazetteer.packs import Pack

FILE = "pack.toml"
TEXTS = ("id", "title", "version", "licence", "credit")
BORDER_TEXTS = ("source", "version", "licence", "credit")
SOURCE_TEXTS = ("id", "title", "licence")


def check(pack: Pack) -> None:
    """Note the faults of what a pack says of itself."""
    table = pack.info
    if pack.file(FILE).found:
        return  # its form is wrong already
    _check_texts(pack, table, TEXTS, "")
    if isinstance(table.get("id"), str) and not ID.fullmatch(table["id"]):
        pack.fault(FILE, 1, f"id {table['id']!r} is not lower-case words joined by '-'")
    _check_countries(pack)
    _check_border(pack)
    _check_sources(pack)
    _check_contested(pack)
    _check_positions(pack)


def _check_texts(
    pack: Pack, table: dict[str, Any], keys: tuple[str, ...], where: str
) -> None:  # Any: a TOML table
    for key in keys:
        if not isinstance(table.get(key), str) or not table[key].strip():
            pack.fault(FILE, 1, f"{key!r} is missing{where}; give it as text")


def _check_countries(pack: Pack) -> None:
    countries = pack.info.get("countries")
    if not isinstance(countries, list) or not countries:
        pack.fault(FILE, 1, '\'countries\' is missing; list ISO 3166 codes like ["AA", "BB"]')
        return
    states = {row.country for row in pack.places if row.kind == "country"}
    for country in countries:
        if not isinstance(country, str) or not COUNTRY.fullmatch(country):
            words = f"country {country!r} is not an ISO 3166 code of two capital letters"
            pack.fault(FILE, 1, words)
        elif pack.places and country not in states:
            words = f"country {country!r} has no row of kind 'country' in places.csv"
            pack.fault(FILE, 1, words)


def _check_border(pack: Pack) -> None:
    border = pack.info.get("border")
    has_file = pack.has("borders.geojson")
    if border is None:
        if has_file:
            pack.fault(FILE, 1, "[border] is missing; say source, version, date and licence")
        return
    if not isinstance(border, dict):
        pack.fault(FILE, 1, "'border' is not a table; begin it with [border]")
        return
    _check_texts(pack, border, BORDER_TEXTS, " in [border]")
    if "date" not in border:
        pack.fault(FILE, 1, "'date' is missing in [border]; give it like \"2026-11-25\"")
    accuracy = border.get("accuracy_m")
    if not isinstance(accuracy, int | float) or not accuracy > 0:
        pack.fault(FILE, 1, "'accuracy_m' of [border] is not a number of metres above zero")
    if not has_file:
        pack.fault(FILE, 1, "[border] is given, but the pack has no borders.geojson")


def _check_sources(pack: Pack) -> None:
    sources = pack.info.get("sources", [])
    if not isinstance(sources, list) or not all(isinstance(s, dict) for s in sources):
        pack.fault(FILE, 1, "'sources' is not a list of tables; begin each with [[sources]]")
        return
    for source in sources:
        _check_texts(pack, source, SOURCE_TEXTS, " in [[sources]]")
    known = {source.get("id") for source in sources}
    for file, rows in (("places.csv", pack.places), ("names.csv", pack.names)):
        for row in rows if known else ():
            name = row.source
            if name and name not in known:
                words = f"source {name!r} is not the id of one of the [[sources]] of pack.toml"
                pack.fault(file, row.line, words)


def _check_contested(pack: Pack) -> None:
    """Note contested names that no row holds: a label shows only what can be looked up."""
    table: Any = pack.info.get("contested", {})  # Any: what a person wrote in TOML
    if not isinstance(table, dict):
        pack.fault(FILE, 1, "'contested' is not a table of names by place id")
        return
    held = {(row.id, row.name) for row in pack.places}
    held |= {(row.place_id, row.text) for row in pack.names}
    for place_id, names in table.items():
        if not isinstance(names, list) or len(names) < 2:  # noqa: PLR2004 - else nothing is contested
            pack.fault(FILE, 1, f"contested {place_id!r} needs two names or more in a list")
            continue
        for name in names:
            if (place_id, name) not in held:
                words = f"contested name {name!r} is not a name of {place_id!r} in names.csv"
                pack.fault(FILE, 1, words)


def _check_positions(pack: Pack) -> None:
    """Note levels of positions without a list of `checked`, or without metres for a kind."""
    levels: Any = pack.info.get("positions", [])  # Any: what a person wrote in TOML
    if not isinstance(levels, list) or not all(isinstance(level, dict) for level in levels):
        pack.fault(FILE, 1, "'positions' is not a list of tables; begin each with [[positions]]")
        return
    for level in levels:
        starts = level.get("checked")
        if not isinstance(starts, list) or not starts or not all(map(_is_text, starts)):
            words = "'checked' is missing in [[positions]]; list how the cells of places.csv begin"
            pack.fault(FILE, 1, words)
        for kind, metres in level.items():
            if kind != "checked" and kind not in KINDS:
                pack.fault(FILE, 1, f"kind {kind!r} of [[positions]] is unknown")
            elif kind != "checked" and not (isinstance(metres, int | float) and metres > 0):
                words = f"{kind!r} of [[positions]] is not a number of metres above zero"
                pack.fault(FILE, 1, words)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
