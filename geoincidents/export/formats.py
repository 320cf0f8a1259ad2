"""The formats that a run is written in, each as pieces of bytes."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geoincidents.errors import OutputError
from geoincidents.export import geojson, geopackage, kml, layers, project, styles, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from geoincidents.export.layers import Layer, Table
    from geoincidents.export.rows import Context, Run

WHOLE = frozenset({".gpkg", ".kml", ".xlsx"})  # formats of which a file holds all layers
SUFFIXES = (".csv", ".geojson", ".gpkg", ".kml", ".parquet", ".xlsx")
FURTHER = ("csv", "kml", "parquet", "xlsx")  # what a run writes on request only
GEOJSON = tuple(layer for layer in layers.SPATIAL if layer.name != "border")
KML = layers.named({"incidents", "accounts", "depth_lines", "areas", "doubt"})
CSV = layers.named({"incidents", "accounts", "measures", "reports", "unplaced"})
_BOM = "\ufeff"
_PACKAGES = {"parquet": "pyarrow", "xlsx": "xlsxwriter"}  # formats with an extra of their name
_PIECES = 1 << 20  # characters that are encoded at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What all formats are written from.

    `about` is what stands beside the rows of each layer; `licences` the text of
    `LICENCES.txt`; `bom` begins CSV with the mark by which Excel knows UTF-8.
    """

    run: Run
    context: Context
    about: Mapping[str, Mapping[str, str]]
    licences: str
    bom: bool = False

    def table(self, layer: Layer) -> Table:
        """Return a layer of the run."""
        return layers.table(layer, self.run, self.context)

    def tables(self, chosen: tuple[Layer, ...] = layers.LAYERS) -> Iterator[Table]:
        """Yield layers of the run, each made when it is asked for."""
        return (self.table(layer) for layer in chosen)


def require(kinds: Iterable[str]) -> None:
    """Raise `OutputError` for the first format whose package is missing; nothing is loaded."""
    for kind in kinds:
        if kind in _PACKAGES and find_spec(_PACKAGES[kind]) is None:
            raise _missing(kind)


def written(source: Source, name: str) -> Iterator[bytes]:
    """Yield the file of a name: its suffix says the format, its stem the layer.

    A stem that is no layer's gives the incidents.

    Raises
    ------
    OutputError
        If the suffix is of no format, or its format needs a package that is missing.
    """
    check(name)
    path = Path(name)
    return _WRITERS[path.suffix.lower()](source, layers.BY_NAME.get(path.stem, layers.LAYERS[0]))


def check(name: str) -> None:
    """Raise `OutputError` if the suffix of a file is of no format."""
    if Path(name).suffix.lower() not in _WRITERS:
        raise OutputError(f"{name}: no format ends so; {', '.join(SUFFIXES)} do")


def save(source: Source, name: str, target: Path) -> None:
    """Write such a file to a path that is not there yet, holding little of it in memory."""
    if Path(name).suffix.lower() == ".gpkg":
        geopackage.write(target, source.tables(), source.about, styles.styles(source.about))
        return
    pieces = written(source, name)
    with target.open("xb") as file:
        for piece in pieces:
            file.write(piece)


def names(further: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the names of a run's files of data, with those of further formats.

    Raises
    ------
    OutputError
        If there is no such format.
    """
    for unknown in sorted({*further} - {*FURTHER}):
        raise OutputError(f"format {unknown!r} is unknown, should be one of {', '.join(FURTHER)}")
    found = [f"{layer.name}.{end}" for layer in GEOJSON for end in ("geojson", "qml")]
    found += ["claims.csv", "incidents.gpkg", project.NAME]
    found += [f"{layer.name}.csv" for layer in CSV if "csv" in further]
    found += [f"{layer.name}.parquet" for layer in layers.LAYERS if "parquet" in further]
    return (*found, *(f"incidents.{end}" for end in ("kml", "xlsx") if end in further))


# --- a format each -----------------------------------------------------------


def _geojson(source: Source, layer: Layer) -> Iterator[bytes]:
    return _encoded(geojson.collection(source.table(_spatial(layer)), source.about[layer.name]))


def _qml(source: Source, layer: Layer) -> Iterator[bytes]:
    yield styles.style(layer, source.about[layer.name]).encode()


def _gpkg(source: Source, _: Layer) -> Iterator[bytes]:
    yield geopackage.written(source.tables(), source.about, styles.styles(source.about))


def _qgs(source: Source, _: Layer) -> Iterator[bytes]:
    yield project.written(source.table(layers.LAYERS[0]), source.about).encode()


def _csv(source: Source, layer: Layer) -> Iterator[bytes]:
    if source.bom:
        yield _BOM.encode()
    yield from _encoded(table.written(source.table(layer)))


def _kml(source: Source, _: Layer) -> Iterator[bytes]:
    return _encoded(kml.document(source.tables(KML), source.about["depth_lines"]))


def _parquet(source: Source, layer: Layer) -> Iterator[bytes]:
    parquet = _needing("parquet", "parquet")
    yield parquet.written(source.table(layer), source.about[layer.name])


def _xlsx(source: Source, _: Layer) -> Iterator[bytes]:
    workbook = _needing("workbook", "xlsx")
    yield workbook.written(source.tables(workbook.SHEETS), source.licences)


def _needing(module: str, kind: str) -> Any:  # noqa: ANN401 - a module of ours
    try:
        return import_module(f"geoincidents.export.{module}")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != _PACKAGES[kind]:
            raise
        raise _missing(kind) from error


def _missing(kind: str) -> OutputError:
    wanted = f"pip install 'geoincidents[{kind}]'"
    return OutputError(f"{kind} needs the package {_PACKAGES[kind]}: {wanted}")


def _spatial(layer: Layer) -> Layer:
    if layer.geometry:
        return layer
    raise OutputError(f"{layer.name}: a table without geometry; .csv or .parquet hold it")


def _encoded(pieces: Iterator[str]) -> Iterator[bytes]:
    """Yield pieces of text as larger pieces of UTF-8."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size > _PIECES:
            yield "".join(held).encode()
            held, size = [], 0
    yield "".join(held).encode()


_WRITERS: dict[str, Callable[[Source, Layer], Iterator[bytes]]] = {
    ".csv": _csv,
    ".geojson": _geojson,
    ".gpkg": _gpkg,
    ".kml": _kml,
    ".parquet": _parquet,
    ".qgs": _qgs,
    ".qml": _qml,
    ".xlsx": _xlsx,
}
