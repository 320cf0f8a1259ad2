"""The program as a function: reports in, incidents out."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from geoincidents import gazetteer, lexicon, pipeline, reports, resources
from geoincidents.collection import IncidentCollection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from os import PathLike

    import geopandas

    from geoincidents.decisions import Decision
    from geoincidents.export.extraction import Lines
    from geoincidents.geography import Gazetteer
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Incident, Report


def locate(
    *paths: str | PathLike[str],
    packs: Iterable[str | PathLike[str]] = (),
    world: bool = False,
    border: str | PathLike[str] | None = None,
) -> IncidentCollection:
    """Return the incidents that reports tell of, each side's version kept.

    Parameters
    ----------
    paths
        Text files, or folders that are read recursively.
    packs
        Folders of places, parties and borders; those of the program if none is given.
    world
        Whether to look up names that the packs lack among the world's settlements.
    border
        A GeoJSON file of border lines that replace those of the packs.

    Raises
    ------
    ReportError
        If a report cannot be read; the command line skips it instead.
    PackError
        If a pack has faults.
    """
    words = lexicon.load()
    batch = reports.read([Path(p) for p in paths], words)
    for failure in batch.failures:
        raise failure
    places = open_packs([Path(p) for p in packs], Path(border) if border else None)
    if world:
        places = add_world(places, batch.reports)
    return collect(batch.reports, places, words)


def open_packs(folders: Sequence[Path], border: Path | None = None) -> Gazetteer:
    """Return the gazetteer of the packs given, or of those that come with the program.

    `border` is a GeoJSON file of lines that replace the packs' between the same states.
    """
    return gazetteer.load(folders or resources.pack_folders(), border)


def add_world(places: Gazetteer, batch: Iterable[Report]) -> Gazetteer:
    """Return a gazetteer with the settlements of the world that reports may name.

    The first call on a machine compiles an index into the user's cache: half a minute.

    Raises
    ------
    MakingError
        If a package of the extra `world` is missing.
    """
    from geoincidents import world  # noqa: PLC0415 - most runs need none of it

    return world.extend(places, batch)


def collect(  # noqa: PLR0913 - three are given by name
    batch: Iterable[Report],
    places: Gazetteer,
    words: Lexicon,
    *,
    decided: Sequence[Decision] = (),
    drawn: bool = True,
    failed: Callable[[Report, Exception], None] | None = None,
) -> IncidentCollection:
    """Return the incidents of reports that are already open, without shapes if not drawn.

    `failed` is told of a report that our own fault keeps from being read.
    """
    readings = tuple(pipeline.read(batch, places, words, failed=failed))
    if not decided:
        found = pipeline.locate(readings, places, drawn=drawn)
        return IncidentCollection(incidents=found, readings=readings, gazetteer=places)
    marked = pipeline.decide(readings, places, decided, drawn=drawn)
    return IncidentCollection(
        incidents=marked.incidents,
        readings=marked.readings,
        gazetteer=places,
        unmatched=marked.unmatched,
    )


def extract(
    batch: Iterable[Report],
    places: Gazetteer,
    words: Lexicon,
    *,
    failed: Callable[[Report, Exception], None] | None = None,
) -> tuple[Lines, tuple[Incident, ...]]:
    """Return the lines of reports, and the incidents they tell of.

    Each report is let go before the next one is taken; only claims are kept.
    """
    from geoincidents.export import extraction  # noqa: PLC0415 - one command needs it

    lines = extraction.Lines(places)
    with ExitStack() as failing:
        failing.callback(lines.close)
        for reading in pipeline.read(batch, places, words, failed=failed):
            lines.add(reading)
        found = pipeline.locate(lines.telling, places, drawn=False)
        failing.pop_all()
    return lines, found


def from_geojson(path: str | PathLike[str]) -> geopandas.GeoDataFrame:
    """Return a GeoJSON layer of ours as `to_frame` made it, types and all.

    Raises
    ------
    LayerError
        If the file cannot be read, or has other columns than any layer of ours.
    """
    from geoincidents.export import frame  # noqa: PLC0415 - geopandas is heavy

    return frame.from_geojson(path)


def from_gpkg(path: str | PathLike[str], layer: str = "incidents") -> geopandas.GeoDataFrame:
    """Return a layer of a GeoPackage of ours as `to_frame` made it, types and all.

    Raises
    ------
    LayerError
        If the file cannot be read, lacks the layer, or has other columns.
    """
    from geoincidents.export import frame  # noqa: PLC0415 - as above

    return frame.from_gpkg(path, layer)


def from_parquet(path: str | PathLike[str]) -> geopandas.GeoDataFrame:
    """Return a GeoParquet layer of ours as `to_frame` made it, types and all.

    Raises
    ------
    LayerError
        If the file cannot be read, has other columns, or pyarrow is missing.
    """
    from geoincidents.export import frame  # noqa: PLC0415 - as above

    return frame.from_parquet(path)
