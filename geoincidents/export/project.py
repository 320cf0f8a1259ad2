"""A project for QGIS beside the GeoPackage: all layers, their styles, their relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.export import geometries, layers, styles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geoincidents.export.geometries import Box
    from geoincidents.export.layers import Layer, Table

NAME = "incidents.qgs"
# From the top: what is drawn last is named first.
_ORDER = ("incidents", "accounts", "depth_lines", "border", "areas", "doubt", "depth_strips")
_GEOMETRIES = {"Point": "Point", "LineString": "Line", "Polygon": "Polygon", "": "No geometry"}
_ROOM = 0.15  # of the box of the incidents, on each side
_LEAST_DEG = 0.1
_WORLD = (-180.0, -90.0, 180.0, 90.0)


def written(incidents: Table, about: Mapping[str, Mapping[str, str]]) -> str:
    """Return the project; its paths are relative, to the file of the same folder.

    Parameters
    ----------
    incidents
        The layer that the first view shows all of.
    about
        Licence, credit and notice of each layer.
    """
    chosen = (*layers.named(_ORDER), *(x for x in layers.LAYERS if not x.geometry))
    west, south, east, north = _view(geometries.box(incidents.shapes))
    return styles.filled(
        "project.qgs",
        title="geoincidents",
        tree="\n".join(map(_branch, chosen)),
        relations="\n".join(relation for layer in chosen for relation in _relations(layer)),
        layers="\n".join(_layer(layer, about[layer.name]) for layer in chosen),
        west=west,
        south=south,
        east=east,
        north=north,
    )


def _view(box: Box | None) -> Box:
    if box is None:
        return _WORLD
    west, south, east, north = box
    room = max(east - west, north - south, _LEAST_DEG) * _ROOM
    return tuple(round(v, 5) for v in (west - room, south - room, east + room, north + room))  # type: ignore[return-value]  # four of four


def _id(name: str) -> str:
    return f"geoincidents_{name}"  # QGIS takes no id of ten letters or fewer


def _branch(layer: Layer) -> str:
    source = f"./incidents.gpkg|layername={layer.name}"
    return (
        f'    <layer-tree-layer id="{_id(layer.name)}" name="{layer.name}" source="{source}" '
        'providerKey="ogr" checked="Qt::Checked" expanded="0"/>'
    )


def _relations(layer: Layer) -> Iterator[str]:
    for column, parent, key in layer.parents:
        own, other = _id(layer.name), _id(parent)
        yield (
            f'    <relation id="{layer.name}-{column}" name="{layer.name} of {parent}" '
            f'referencingLayer="{own}" referencedLayer="{other}" strength="Association">'
            f'<fieldRef referencingField="{column}" referencedField="{key}"/></relation>'
        )


def _layer(layer: Layer, about: Mapping[str, str]) -> str:
    return styles.filled(
        "maplayer.xml",
        id=_id(layer.name),
        name=layer.name,
        geometry=_GEOMETRIES[layer.geometry],
        type=layer.geometry or "NoGeometry",
        labelled=int(styles.is_labelled(layer)),
        crs="EPSG:4326" if layer.geometry else "",
        body=styles.body(layer, about),
    )
