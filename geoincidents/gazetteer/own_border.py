"""A border of the user's own, in place of the one that packs hold between two states."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from geoincidents.gazetteer import check_areas, packs, rings, tables
from geoincidents.gazetteer.packs import Pack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PACK_ID = "own-border"
ASIDE_DEG = (0.001, 0.005, 0.02, 0.05)  # how far beside a line its sides are looked up
TEXTS = ("source", "version", "date", "licence", "credit")  # what the file says of itself


def read(path: Path, beside: Sequence[Pack]) -> Pack:
    """Return a pack of nothing but a border, its faults noted.

    Parameters
    ----------
    path
        A GeoJSON FeatureCollection as `borders.geojson` of a pack, in lon/lat degrees, with
        the members `source`, `version`, `date`, `licence` and `credit`.
    beside
        The packs whose parties and outlines it is checked against.
    """
    file = tables.Faults(path)
    pack = Pack(folder=path, is_lone=False, files={check_areas.FILE: file})
    pack.features = packs.features_of(pack, check_areas.FILE)
    if not pack.features and not file.found:
        file.add(1, "holds no border line")
    for feature in filter(_is_outline, pack.features):
        file.add(feature.line, "an outline belongs into a pack; give border lines only")
    pack.parties = [table for p in beside for table in p.parties]
    check_areas.check(pack)
    if not file.found:
        _check_sides(pack, beside)
    pack.info = {} if file.found else _info(pack, file)
    return pack


def without(pack: Pack, own: Pack) -> Pack:
    """Return a pack without its lines between states whose border the user gave."""
    pairs = {_pair(f) for f in own.features}
    kept = [f for f in pack.features if _is_outline(f) or _pair(f) not in pairs]
    return replace(pack, features=kept)


def _is_outline(feature: packs.Feature) -> bool:
    return feature.properties.get("kind") == check_areas.OUTLINE


def _check_sides(pack: Pack, beside: Sequence[Pack]) -> None:
    """Note lines with `a` on the right: by the outlines, which may be off beside the line."""
    areas = {
        str(f.properties["country"]): check_areas.polygons_of(f) or []
        for p in reversed(beside)
        for f in p.features
        if _is_outline(f)
    }
    country_of = {t.cells["id"]: str(t.cells.get("country", "")) for t in pack.parties}
    for feature in pack.features:
        a, b = (areas.get(country_of[feature.properties[side]], []) for side in ("a", "b"))
        line = feature.geometry["coordinates"]
        ends = [rings.beside(line, aside) for aside in ASIDE_DEG]
        right_way = sum(rings.holds(a, left) + rings.holds(b, right) for left, right in ends)
        wrong_way = sum(rings.holds(b, left) + rings.holds(a, right) for left, right in ends)
        if wrong_way > right_way:
            words = "a does not lie on the left of the line and b on the right; turn it round"
            pack.fault(check_areas.FILE, feature.line, words)


def _pair(feature: packs.Feature) -> frozenset[object]:
    return frozenset((feature.properties.get("a"), feature.properties.get("b")))


def _info(pack: Pack, file: tables.Faults) -> dict[str, Any]:  # Any: as a TOML table
    """Return what `pack.toml` would say, from the members of the file."""
    members, _ = tables.json_of(file)
    told = {key: members.get(key) for key in TEXTS}
    for key, value in told.items():
        if not isinstance(value, str) or not value.strip():
            file.add(1, f"{key!r} is missing; give it as text beside 'features'")
    if file.found:
        return {}
    country_of = {t.cells["id"]: t.cells.get("country", "") for t in pack.parties}
    sides = {country_of[side] for feature in pack.features for side in _pair(feature)}
    accuracy_m = max(float(f.properties["accuracy_m"]) for f in pack.features)
    convention = members.get("convention", "")
    return {
        "id": PACK_ID,
        "title": told["source"],
        "version": told["version"],
        "licence": told["licence"],
        "credit": told["credit"],
        "countries": sorted(filter(None, sides)),
        "border": {**told, "accuracy_m": accuracy_m, "convention": str(convention)},
    }
