"""Areas of a user's own file as places of a pack: the door to geopandas for reading them."""

from __future__ import annotations

import csv
import io
import json
import math
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas

from geoincidents.errors import MakingError
from geoincidents.gazetteer import packs, tables
from geoincidents.geography import AREAS, PlaceKind
from geoincidents.geometry import geodesy, zones
from geoincidents.packmaking import states, wording
from geoincidents.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from geoincidents.gazetteer.packs import Pack
    from geoincidents.geometry.zones import Area

FILE = "areas.geojson"
# How files of administrative areas call the column of the name, the surest first.
NAME_COLUMNS = (
    *("shapeName", "name", "NAME", "name_en", "NAME_EN", "Name"),
    *("ADM2_EN", "NAME_2", "ADM1_EN", "NAME_1", "adm2_name", "adm1_name"),
)
_THIN_DEG = 0.001  # about 100 m: finer than any use that is made of an area
_EARTH = "EPSG:4326"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the areas are from, as their rows will say."""

    source: str
    licence: str
    kind: PlaceKind
    country: str = ""  # ISO 3166 alpha-2; "" tells it by the pack's outlines
    name_column: str = ""  # "" tries the usual ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What was added to a pack, for telling."""

    new: tuple[str, ...]  # names of places that the pack did not have
    known: tuple[str, ...]  # names of places that got their area
    left_out: tuple[str, ...]  # with the reason
    settled: int  # settlements that now lie in one of the areas


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """An area of the file."""

    name: str
    area: Area
    country: str


def import_areas(file: Path, folder: Path, origin: Origin) -> Imported:
    """Add areas to a pack, as `packmaking.import_areas` says."""
    pack = packs.read(folder)
    if pack.is_lone:
        raise MakingError(f"{folder}: has no pack.toml; only a whole pack takes areas")
    if pack.faults:
        raise MakingError(f"{folder}: has faults; mend them first: geoincidents gazetteer check")
    entries, left_out = _entries(file, pack, origin)
    work = _Work(pack, origin)
    for entry in entries:
        work.add(entry)
    settled = work.settle()
    work.write()
    return Imported(
        new=tuple(work.new),
        known=tuple(work.known),
        left_out=(*left_out, *work.left_out),
        settled=settled,
    )


# --- the user's file ---------------------------------------------------------


def _entries(file: Path, pack: Pack, origin: Origin) -> tuple[list[_Entry], list[str]]:
    frame = _frame(file)
    column = _name_column(frame, origin, file)
    outlines = [*_outlines(pack)]
    found: list[_Entry] = []
    left_out: list[str] = []
    for name, geometry in zip(frame[column], frame.geometry, strict=True):
        text = " ".join(str(name or "").split())
        area = zones.areal(geometry)
        country = origin.country or _country(area, outlines)
        if reason := _reason(text, area, country, pack):
            left_out.append(f"{text or 'an area without a name'}: {reason}")
        else:
            found.append(_Entry(name=text, area=area, country=country))
    found.sort(key=lambda e: (e.country, e.name, zones.bounds(e.area)))
    return found, left_out


def _frame(file: Path) -> Any:  # noqa: ANN401 - geopandas has no types
    try:
        frame = geopandas.read_file(file)
    except (OSError, RuntimeError, ValueError) as error:  # what GDAL and pyogrio raise
        raise MakingError(f"{file}: cannot be read as GeoJSON or GeoPackage ({error})") from error
    return frame if frame.crs is None else frame.to_crs(_EARTH)


def _name_column(frame: Any, origin: Origin, file: Path) -> str:  # noqa: ANN401 - as above
    columns = [str(c) for c in frame.columns if c != frame.geometry.name]
    wanted = (origin.name_column,) if origin.name_column else NAME_COLUMNS
    column = next((c for c in wanted if c in columns), "")
    if not column:
        shown = ", ".join(columns) or "none"
        raise MakingError(f"{file}: no column of names; say which with --name-column ({shown})")
    return column


def _outlines(pack: Pack) -> Iterator[tuple[str, Area]]:
    for feature in pack.features:
        if feature.properties.get("kind") == "outline":
            yield feature.properties["country"], zones.area([feature.geometry])


def _country(area: Area, outlines: Sequence[tuple[str, Area]]) -> str:
    """Return the country whose outline holds the most of an area, "" if none does."""
    shares = [(zones.size(zones.common(area, o)), c) for c, o in outlines]
    share, country = max(shares, default=(0.0, ""))
    return country if share > 0 else ""


def _reason(name: str, area: Area, country: str, pack: Pack) -> str:
    """Return why an area cannot be a place of a pack, "" if it can."""
    if not name or not wording.is_writable(name):
        return "its name is empty or mixes scripts"
    if zones.is_empty(area):
        return "it has no area"
    if country not in pack.info["countries"]:
        known = ", ".join(pack.info["countries"])
        return f"it lies in none of the pack's countries ({known}); say which with --country"
    return ""


# --- the pack's files --------------------------------------------------------


class _Work:
    """A pack's tables while areas are added to them."""

    def __init__(self, pack: Pack, origin: Origin) -> None:
        self._pack, self._origin = pack, origin
        self._source = wording.slug(origin.source)
        self._rows = {row.id: [*row[1:12]] for row in pack.places}
        self._areas: dict[str, Area] = {}
        self._by_name = self._known_names()
        self.new: list[str] = []
        self.known: list[str] = []
        self.left_out: list[str] = []

    def _known_names(self) -> dict[tuple[str, str], str]:
        """Return the pack's areas of the wanted kind by country and any of their names."""
        kind = self._origin.kind.value
        rows = {row.id: row for row in self._pack.places if row.kind == kind}
        found = {(row.country, fold(row.name)): row.id for row in rows.values()}
        for name in self._pack.names:
            if row := rows.get(name.place_id):
                found.setdefault((row.country, fold(name.text)), row.id)
        return found

    def add(self, entry: _Entry) -> None:
        """Add an area: to the place of its name and kind, or as a new one."""
        word = self._origin.kind.value
        names = (entry.name, f"{entry.name} {word}")
        keys = [(entry.country, fold(name)) for name in names]
        place_id = next((self._by_name[k] for k in keys if k in self._by_name), "")
        if place_id in self._areas:
            self.left_out.append(f"{entry.name}: another area of the file has this name")
            return
        if place_id:
            self.known.append(entry.name)
        else:
            place_id = self._new_id(entry.name)
            self._by_name[keys[0]] = place_id
            self.new.append(entry.name)
        self._areas[place_id] = zones.thinned(entry.area, _THIN_DEG)
        self._rows[place_id] = self._row(place_id, entry)

    def _new_id(self, name: str) -> str:
        plain = f"{wording.slug(name)}-{self._origin.kind.value}"
        numbered = (f"{plain}-{n}" for n in range(2, len(self._rows) + 3))
        return next(i for i in (plain, *numbered) if i not in self._rows)

    def _row(self, place_id: str, entry: _Entry) -> list[Any]:  # Any: texts and numbers
        before = self._rows.get(place_id)
        point = zones.inner_point(entry.area)
        area_m2 = geodesy.area_m2(zones.record(entry.area))
        size_m = max(round(math.sqrt(area_m2 / math.pi)), 1)
        return [
            place_id,
            before[1] if before else entry.name,
            self._origin.kind.value,
            entry.country,
            before[4] if before else "",
            f"{point.lat:.5f}",
            f"{point.lon:.5f}",
            size_m,
            self._source,
            self._origin.licence,
            "inside the imported area",
        ]

    def settle(self) -> int:
        """Put the pack's settlements into the areas that hold them, and count them."""
        kinds = {kind.value for kind in AREAS}
        inside = [row for row in self._rows.values() if row[2] not in kinds]
        points = zones.points((float(row[6]), float(row[5])) for row in inside)
        settled = 0
        for place_id, area in sorted(self._areas.items()):
            for row, is_in in zip(inside, zones.holds(area, points), strict=True):
                if is_in and row[3] == self._rows[place_id][3]:
                    row[4] = self._admin(row[4], place_id)
                    settled += 1
        return settled

    def _admin(self, admin: str, place_id: str) -> str:
        """Return an admin path with an area; the one of its kind that it had goes."""
        kind = self._origin.kind.value
        others = [a for a in admin.split(";") if a and self._rows[a][2] != kind]
        is_larger = self._origin.kind is not PlaceKind.DISTRICT
        return ";".join([*others, place_id] if is_larger else [place_id, *others])

    def write(self) -> None:
        """Write the tables, the areas and the source into the pack's folder."""
        folder = self._pack.folder
        texts = {
            "places.csv": self._places(),
            FILE: self._geojson(),
            "pack.toml": self._info(),
        }
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")

    def _places(self) -> str:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(tables.PLACES.all)
        writer.writerows(self._rows.values())
        return out.getvalue()

    def _geojson(self) -> str:
        features = {f["properties"]["place_id"]: f for f in self._earlier()}
        for place_id, area in self._areas.items():
            shape = zones.record(area)
            properties = {"kind": "area", "place_id": place_id, "source": self._source}
            geometry = {"type": shape.type, "coordinates": shape.coordinates}
            features[place_id] = {
                "type": "Feature",
                "properties": properties,
                "geometry": geometry,
            }
        lines = (json.dumps(f, separators=(",", ":")) for _, f in sorted(features.items()))
        return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"

    def _earlier(self) -> list[dict[str, Any]]:  # Any: GeoJSON
        path = self._pack.folder / FILE
        if not path.is_file():
            return []
        found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
        return found

    def _info(self) -> str:
        text = (self._pack.folder / "pack.toml").read_text(encoding="utf-8")
        known = {s["id"] for s in tomllib.loads(text).get("sources", ())}
        if self._source in known:
            return text
        source = {
            "id": self._source,
            "title": self._origin.source,
            "licence": self._origin.licence,
            "credit": self._origin.source,
        }
        return f"{text.rstrip()}\n\n[[sources]]\n{states.dumped(source)}"
