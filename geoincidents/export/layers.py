"""The layers of a run, each once: what its rows are, what they draw, what they refer to.

Every format writes from here, so that all of them hold the same rows, values and
coordinates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geoincidents.export import columns, geometries, rows, values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from geoincidents.export.column import Column, Value
    from geoincidents.export.rows import Context, Run
    from geoincidents.model import Geometry, ShapeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A kind of rows; the first column is the key.

    `geometry` is the type that an empty layer has, "" for a table without geometry.
    `parents` are the tables that columns refer to: column, table, its key.
    """

    name: str
    title: str
    geometry: str
    columns: tuple[Column, ...]
    rows: Callable[[Run, Context], Iterable[Any]]  # Any: each layer's rows have their own record
    shape: Callable[[Any], Geometry | None]  # Any: as above
    accuracy_m: Callable[[Any], float | None]  # Any: as above
    parents: tuple[tuple[str, str, str], ...] = ()
    from_border: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of its columns."""
        return tuple(column.name for column in self.columns)

    @property
    def flat(self) -> tuple[Column, ...]:
        """Return its columns for files without geometry: a point's coordinates behind them."""
        return (*self.columns, *columns.POSITION) if self.geometry == "Point" else self.columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of a layer, with their geometries rounded, wound and of one type."""

    layer: Layer
    rows: tuple[Any, ...]  # Any: as in `Layer`
    shapes: tuple[Geometry | None, ...]

    @property
    def geometry(self) -> str:
        """Return the one type of its geometries, "" for a table without geometry."""
        return next((shape.type for shape in self.shapes if shape), self.layer.geometry)

    def values(self, own: Sequence[Column] | None = None) -> Iterator[tuple[Value, ...]]:
        """Yield the values of each row, by default of the layer's columns in their order."""
        chosen = self.layer.columns if own is None else own
        for row in self.rows:
            yield tuple([column.value(row) for column in chosen])


def table(layer: Layer, run: Run, context: Context) -> Table:
    """Return a layer of a run.

    Raises
    ------
    ValueError
        If an id stands twice.
    """
    found = tuple(layer.rows(run, context))
    if len({row.id for row in found}) != len(found):
        raise ValueError(f"ids of {layer.name} are not unique")
    shapes = [_drawn(layer, row) for row in found] if layer.geometry else []
    return Table(layer=layer, rows=found, shapes=geometries.of_one_type(shapes))


def named(names: Iterable[str]) -> tuple[Layer, ...]:
    """Return layers by name, in the order in which all of them stand."""
    wanted = frozenset(names)
    return tuple(layer for layer in LAYERS if layer.name in wanted)


def _drawn(layer: Layer, row: Any) -> Geometry | None:  # noqa: ANN401 - as in `Layer`
    shape = layer.shape(row)
    return shape and geometries.rounded(shape, layer.accuracy_m(row))


def _points(name: str, title: str, own: tuple[Column, ...], **more: Any) -> Layer:  # noqa: ANN401 - as `Layer` takes them
    return Layer(
        name=name,
        title=title,
        geometry="Point",
        columns=own,
        shape=lambda row: rows.point(row.account),
        accuracy_m=lambda row: values.doubt_m(row.account),
        **more,
    )


_OF_INCIDENT = (("incident_id", "incidents", "id"),)


def _shapes(title: str, type_: str, own: tuple[Column, ...], kinds: frozenset[ShapeKind]) -> Layer:
    name, _, words = title.partition(": ")
    return Layer(
        name=name,
        title=words,
        geometry=type_,
        columns=own,
        rows=lambda run, context: rows.shapes(run, context, kinds),
        shape=lambda row: row.shape.geometry,
        accuracy_m=lambda row: row.shape.border_accuracy_m or row.shape.uncertainty_m,
        parents=_OF_INCIDENT,
        from_border=True,
    )


def _table(
    title: str,
    own: tuple[Column, ...],
    found: Callable[[Run, Context], Iterable[Any]],  # Any: as in `Layer`
    parents: tuple[tuple[str, str, str], ...] = _OF_INCIDENT,
) -> Layer:
    name, _, words = title.partition(": ")
    return Layer(
        name=name,
        title=words,
        geometry="",
        columns=own,
        rows=found,
        shape=lambda _: None,
        accuracy_m=lambda _: None,
        parents=parents,
    )


LAYERS: tuple[Layer, ...] = (
    _points("incidents", "one row an incident", columns.INCIDENTS, rows=rows.incidents),
    _points(
        "accounts",
        "one row an incident and claimant",
        columns.ACCOUNTS,
        rows=rows.accounts,
        parents=_OF_INCIDENT,
    ),
    _shapes(
        "depth_lines: reported depths, to scale",
        "LineString",
        columns.DEPTH_LINES,
        rows.DEPTHS,
    ),
    Layer(
        name="border",
        title="the border that shapes are drawn from",
        geometry="LineString",
        columns=columns.BORDER,
        rows=rows.border,
        shape=lambda row: row.line.geometry,
        accuracy_m=lambda row: row.line.accuracy_m,
        from_border=True,
    ),
    _shapes("areas: reported areas, to scale", "Polygon", columns.AREAS, rows.AREAS),
    _shapes("doubt: where a place may lie", "Polygon", columns.DOUBT, rows.DOUBTS),
    _shapes(
        "depth_strips: ground within a reported depth, for measuring",
        "Polygon",
        columns.DEPTH_STRIPS,
        rows.STRIPS,
    ),
    _table(
        "claims: one row a claim",
        columns.CLAIMS,
        rows.claims,
        (*_OF_INCIDENT, ("report_id", "reports", "id")),
    ),
    _table(
        "measures: one row a figure",
        columns.MEASURES,
        rows.measures,
        (*_OF_INCIDENT, ("claim", "claims", "id")),
    ),
    _table("reports: one row a report", columns.REPORTS, rows.reports, ()),
    _table(
        "unplaced: incidents without a point, and why",
        columns.UNPLACED,
        rows.unplaced,
    ),
)
BY_NAME = {layer.name: layer for layer in LAYERS}
SPATIAL = tuple(layer for layer in LAYERS if layer.geometry)
