"""KML 2.2: folders by layer, typed extended data, time spans; all text escaped."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from geoincidents.export import styles
from geoincidents.export.column import ColumnType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geoincidents.export.column import Value
    from geoincidents.export.layers import Layer, Table
    from geoincidents.model import Geometry

_TYPES = {
    ColumnType.TEXT: "string",
    ColumnType.INTEGER: "int",
    ColumnType.NUMBER: "double",
    ColumnType.DATE: "string",  # KML has no type for days
    ColumnType.BOOLEAN: "bool",
}
_OUTSIDE_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_OFF = frozenset({"accounts"})  # they lie on the incidents; a click shows them


def document(tables: Iterable[Table], about: Mapping[str, str]) -> Iterator[str]:
    """Yield a KML document piece by piece.

    Parameters
    ----------
    about
        What stands in the document's description: licence, credit and the like.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n'
    told = "\n".join(f"{key}: {value}" for key, value in about.items())
    yield f"<name>geoincidents</name>\n<description>{text(told)}</description>\n"
    for status, colour in styles.colours().items():
        yield _style(status, colour)
    for table in tables:
        yield from _folder(table)
    yield "</Document></kml>\n"


def text(words: str) -> str:
    """Return words as XML may hold them, markup and what XML forbids taken away."""
    return _OUTSIDE_XML.sub("\ufffd", words).translate(_ENTITIES)


def _style(name: str, colour: str) -> str:
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    own = f"ff{blue}{green}{red}".lower()  # KML writes alpha, blue, green, red
    return (
        f'<Style id="{name}"><IconStyle><color>{own}</color></IconStyle>'
        f"<LineStyle><color>{own}</color><width>2</width></LineStyle>"
        "<PolyStyle><fill>0</fill></PolyStyle></Style>\n"
    )


def _folder(table: Table) -> Iterator[str]:
    layer = table.layer
    yield _schema(layer)
    shown = int(layer.name not in _OFF)
    yield f"<Folder><name>{layer.name}</name><visibility>{shown}</visibility>\n"
    names = layer.names
    for row, shape, values in zip(table.rows, table.shapes, table.values(), strict=True):
        yield _placemark(row.id, dict(zip(names, values, strict=True)), layer, shape)
    yield "</Folder>\n"


def _schema(layer: Layer) -> str:
    fields = "".join(
        f'<SimpleField type="{_TYPES[c.type]}" name="{c.name}"/>' for c in layer.columns
    )
    return f'<Schema name="{layer.name}" id="{layer.name}">{fields}</Schema>\n'


def _placemark(id_: str, values: Mapping[str, Value], layer: Layer, shape: Geometry | None) -> str:
    data = "".join(
        f'<SimpleData name="{name}">{_cell(value)}</SimpleData>'
        for name, value in values.items()
        if value is not None
    )
    shown = int(layer.name not in _OFF and not values.get("on_demand"))
    return (
        f'<Placemark id="{layer.name}-{text(id_)}"><name>{_cell(_name(values))}</name>'
        f"<visibility>{shown}</visibility>{_span(values)}<styleUrl>#{values['status']}</styleUrl>"
        f'<ExtendedData><SchemaData schemaUrl="#{layer.name}">{data}</SchemaData></ExtendedData>'
        f"{_geometry(shape) if shape else ''}</Placemark>\n"
    )


def _name(values: Mapping[str, Value]) -> Value:
    if "title" in values:
        return values["title"]
    return ", ".join(str(values[key]) for key in ("account_by", "place") if values.get(key))


def _span(values: Mapping[str, Value]) -> str:
    start, end = values.get("date_start"), values.get("date_end")
    begun = f"<begin>{_cell(start)}</begin>" if start else ""
    ended = f"<end>{_cell(end)}</end>" if end else ""
    return f"<TimeSpan>{begun}{ended}</TimeSpan>" if begun or ended else ""


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, date):
        return value.isoformat()
    return text(repr(value) if isinstance(value, float) else str(value))


# --- geometries --------------------------------------------------------------


def _geometry(shape: Geometry) -> str:
    kind = shape.type.removeprefix("Multi")
    if kind == shape.type:
        return _single(kind, shape.coordinates)
    parts = "".join(_single(kind, part) for part in shape.coordinates)  # type: ignore[arg-type]  # parts are no numbers
    return f"<MultiGeometry>{parts}</MultiGeometry>"


def _single(kind: str, coordinates: Sequence[object]) -> str:
    if kind == "Point":
        return f"<Point>{_line([coordinates])}</Point>"
    if kind == "LineString":
        return f"<LineString><tessellate>1</tessellate>{_line(coordinates)}</LineString>"
    outer, *holes = coordinates
    inner = "".join(f"<innerBoundaryIs>{_ring(hole)}</innerBoundaryIs>" for hole in holes)
    return f"<Polygon><outerBoundaryIs>{_ring(outer)}</outerBoundaryIs>{inner}</Polygon>"


def _ring(ring: object) -> str:
    return f"<LinearRing>{_line(ring)}</LinearRing>"


def _line(line: object) -> str:
    pairs = " ".join(f"{lon!r},{lat!r}" for lon, lat in line)  # type: ignore[attr-defined]  # nested coordinates
    return f"<coordinates>{pairs}</coordinates>"
