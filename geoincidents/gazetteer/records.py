"""Checked packs as the records of `geography`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from geoincidents.gazetteer import straddling
from geoincidents.geography import (
    BorderLine,
    BorderSource,
    Name,
    Outline,
    PackInfo,
    Party,
    PartyKind,
    Person,
    Place,
    PlaceKind,
)
from geoincidents.model import Coordinates, Geometry, Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geoincidents.gazetteer.packs import Feature, Pack
    from geoincidents.gazetteer.tables import PlaceRow

WORD_LISTS = ("names", "demonyms", "adjectives", "capitals", "offices", "organs", "media")
DEFAULT_SIZE_M = 1_000.0  # of a place in a lone table that gives none
ALIAS_SEPARATOR = "|"


def info(pack: Pack) -> PackInfo:
    """Return what a pack says of itself; a lone table is named by its folder."""
    if pack.is_lone:
        countries = tuple(sorted({row.country for row in pack.places}))
        title = pack.folder.name
        return PackInfo(
            id=title, title=title, version="", licence="", credit="", countries=countries
        )
    table = pack.info
    return PackInfo(
        id=table["id"],
        title=table["title"],
        version=table["version"],
        licence=table["licence"],
        credit=table["credit"],
        countries=tuple(table["countries"]),
        border=_border_source(table["border"]) if "border" in table else None,
        contested={key: tuple(names) for key, names in table.get("contested", {}).items()},
    )


def _border_source(table: Mapping[str, Any]) -> BorderSource:  # Any: a TOML table
    return BorderSource(
        source=table["source"],
        version=table["version"],
        date=str(table["date"]),
        accuracy_m=float(table["accuracy_m"]),
        licence=table["licence"],
        credit=table["credit"],
        convention=table.get("convention", ""),
    )


def parties(pack: Pack) -> dict[str, Party]:
    """Return the parties of a pack by id, in the order of the file."""
    made = (_party(table.cells) for table in pack.parties)
    return {party.id: party for party in made}


def _party(table: Mapping[str, Any]) -> Party:  # Any: a TOML table
    lists = {key: tuple(table.get(key, ())) for key in WORD_LISTS}
    return Party(
        id=table["id"],
        name=table["name"],
        kind=PartyKind(table["kind"]),
        country=table.get("country", ""),
        people=tuple(
            Person(names=tuple(person["names"]), office=person["office"])
            for person in table.get("people", ())
        ),
        **lists,
    )


def borders(pack: Pack) -> tuple[BorderLine, ...]:
    """Return the border lines of a pack by id."""
    lines = (_line(f) for f in pack.features if f.geometry["type"] == "LineString")
    return tuple(sorted(lines, key=lambda line: line.id))


def _line(feature: Feature) -> BorderLine:
    table = feature.properties
    return BorderLine(
        id=table["id"],
        a=table["a"],
        b=table["b"],
        section=table.get("section", ""),
        exclave=table.get("exclave", ""),
        accuracy_m=float(table["accuracy_m"]),
        geometry=_geometry(feature),
    )


def outlines(pack: Pack) -> dict[str, Outline]:
    """Return the outlines of a pack by country."""
    areas = (f for f in pack.features if f.properties.get("kind") == "outline")
    made = (Outline(country=f.properties["country"], geometry=_geometry(f)) for f in areas)
    return {outline.country: outline for outline in made}


def _geometry(feature: Feature) -> Geometry:
    coordinates = tuples(feature.geometry["coordinates"])
    return Geometry(type=feature.geometry["type"], coordinates=coordinates)


def tuples(value: list[Any]) -> Coordinates:  # Any: nested lists of any depth
    """Return the coordinates of GeoJSON as nested tuples."""
    if isinstance(value[0], list):
        if isinstance(value[0][0], list):
            return tuple(map(tuples, value))
        return tuple(map(tuple, value))
    return tuple(value)


def places(
    pack: Pack, lines: Iterable[BorderLine], country_of: Mapping[str, str]
) -> dict[str, Place]:
    """Return the places of a pack by id; `country_of` gives a party's country."""
    sides = straddling.Sides(lines)
    names = _names(pack)
    pack_id = info(pack).id
    levels = pack.info.get("positions", ())
    made = (_place(row, names, (sides, country_of), pack_id) for row in pack.places)
    if not levels:
        return {place.id: place for place in made}
    return {place.id: replace(place, accuracy_m=accuracy_m(place, levels)) for place in made}


def accuracy_m(place: Place, levels: Iterable[Mapping[str, Any]]) -> float:  # Any: TOML tables
    """Return how far off positions of a kind are that were checked like a place's, 0 if unsaid."""
    fitting = (t for t in levels if place.checked.startswith(tuple(t["checked"])))
    return float(next(fitting, {}).get(place.kind.value, 0.0))


def _place(
    row: PlaceRow,
    names: Mapping[str, tuple[Name, ...]],
    border: tuple[straddling.Sides, Mapping[str, str]],
    pack_id: str,
) -> Place:
    kind = PlaceKind(row.kind)
    position = Position(lon=float(row.lon), lat=float(row.lat))
    size_m = float(row.size_m or DEFAULT_SIZE_M)
    return Place(
        id=row.id,
        name=row.name,
        kind=kind,
        country=row.country,
        admin=tuple(filter(None, row.admin.split(";"))),
        position=position,
        size_m=size_m,
        source=row.source,
        licence=row.licence,
        checked=row.checked,
        names=_with_own(row, names.get(row.id, ())),
        straddles=straddling.countries((kind, position, size_m), *border),
        pack_id=pack_id,
    )


def _names(pack: Pack) -> dict[str, tuple[Name, ...]]:
    found: dict[str, list[Name]] = {}
    for row in pack.names:
        name = Name(
            text=row.text,
            language=row.language,
            script=row.script,
            side=row.side,
            period=row.period,
            source=row.source,
        )
        found.setdefault(row.place_id, []).append(name)
    return {place_id: tuple(names) for place_id, names in found.items()}


def _with_own(row: PlaceRow, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the names with the display name among them, and the aliases of a lone table."""
    known = {name.text for name in names}
    texts = [row.name, *filter(None, row.aliases.split(ALIAS_SEPARATOR))]
    added = [t.strip() for t in dict.fromkeys(texts) if t.strip() not in known]
    own = (Name(text=t, language="", script="", source=row.source) for t in added)
    return (*own, *names)
