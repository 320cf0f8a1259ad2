"""Areas and outlines of places, parsed when the first of them is asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from geoincidents.gazetteer.records import tuples
from geoincidents.model import Geometry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

AREAS = "areas.geojson"
FEATURES = "features.geojson"


class Geometries(Mapping[str, Geometry]):
    """The geometries of some GeoJSON files by place id; of a place in two, the first file's.

    Most runs ask for a few of them or none, and parsing takes as long as all else that
    is loaded: so nothing is read until then. Packs are checked before, where they are not
    our own.
    """

    __slots__ = ("_files", "_found", "_made")

    def __init__(self, files: Iterable[Path]) -> None:
        self._files = tuple(files)
        self._found: dict[str, Mapping[str, Any]] | None = None  # Any: GeoJSON
        self._made: dict[str, Geometry] = {}

    def __getitem__(self, place_id: str) -> Geometry:
        """Return the geometry of a place in lon/lat degrees; ``KeyError`` where none is held."""
        if place_id not in self._made:
            table = self._read()[place_id]
            coordinates = tuples(table["coordinates"])
            self._made[place_id] = Geometry(type=table["type"], coordinates=coordinates)
        return self._made[place_id]

    def __iter__(self) -> Iterator[str]:
        """Return the ids of the places, in the order of the files."""
        return iter(self._read())

    def __len__(self) -> int:
        """Return how many places have a geometry."""
        return len(self._read())

    def __contains__(self, place_id: object) -> bool:
        """Return whether a place has a geometry."""
        return place_id in self._read()

    def _read(self) -> Mapping[str, Mapping[str, Any]]:  # Any: GeoJSON
        if self._found is None:
            self._found = {}
            for path in self._files:
                for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
                    place_id = feature["properties"]["place_id"]
                    self._found.setdefault(place_id, feature["geometry"])
        return self._found
