"""Open the layers of a run in QGIS, without a screen, and hold them to what we promise.

    make qgis-check
    QT_QPA_PLATFORM=offscreen /usr/bin/python3 tools/qgis_check.py DIR [--picture FILE]

Runs in the Python that QGIS belongs to (Debian: qgis, python3-qgis), which need not know
this package: DIR is a folder that `geoincidents map` wrote. Prints what it looked at, ends
with 1 where something does not hold.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsDistanceArea,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QSize, Qt, QTime, QVariant
from qgis.PyQt.QtGui import QColor

SPATIAL = ("incidents", "accounts", "depth_lines", "border", "areas", "doubt", "depth_strips")
TABLES = ("claims", "measures", "reports", "unplaced")
UNSTYLED = "depth_strips"  # its style is off: for measuring
RENDERERS = {"doubt": "singleSymbol", "border": "singleSymbol", UNSTYLED: "nullSymbol"}
RELATIONS = 10  # accounts, four kinds of shapes, claims (2), measures (2), unplaced
DRAWN = ("doubt", "areas", "border", "depth_lines", "accounts", "incidents")  # upwards
MOST_OFF = 0.0005  # a depth line's measured length and its figure, as a share


class Checks:
    """What was looked at and what does not hold."""

    def __init__(self) -> None:
        self.count = 0
        self.wrong: list[str] = []

    def that(self, holds: object, words: str) -> None:
        """Note one thing that should hold."""
        self.count += 1
        if not holds:
            self.wrong.append(words)
            print(f"  WRONG: {words}")


def main() -> int:
    """Check a folder; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--picture", type=Path, default=None)
    given = parser.parse_args()
    application = QgsApplication([], False)  # noqa: FBT003 - no window; Qt takes it by place
    application.initQgis()
    checks = Checks()
    layers = {name: opened(checks, given.folder, name) for name in (*SPATIAL, *TABLES)}
    check_files(checks, given.folder)
    check_project(checks, given.folder / "incidents.qgs")
    check_depths(checks, layers["depth_lines"])
    if given.picture:
        draw(layers, given.picture)
    print(f"QGIS {Qgis.QGIS_VERSION}: {checks.count} checks, {len(checks.wrong)} wrong")
    return bool(checks.wrong)


def opened(checks: Checks, folder: Path, name: str) -> Any:  # noqa: ANN401 - QGIS has no types
    """Open a layer of the GeoPackage as the desktop does, and check it."""
    layer = QgsVectorLayer(f"{folder / 'incidents.gpkg'}|layername={name}", name, "ogr")
    checks.that(layer.isValid(), f"{name} opens")
    words, styled = layer.loadDefaultStyle()
    checks.that(styled, f"{name} has a default style ({words})")
    print(f"{name}: {layer.featureCount()} rows, renderer {renderer(layer)}")
    check_types(checks, layer)
    check_filters(checks, layer)
    check_tip(checks, layer)
    if name in SPATIAL:
        check_style(checks, layer)
        check_labels(checks, layer)
        check_time(checks, layer)
    return layer


def check_files(checks: Checks, folder: Path) -> None:
    """Check that each GeoJSON file opens with the style beside it, its types known."""
    for path in sorted(folder.glob("*.geojson")):
        layer = QgsVectorLayer(str(path), path.stem, "ogr")
        checks.that(layer.isValid(), f"{path.name} opens")
        if not layer.featureCount():
            continue
        layer.loadDefaultStyle()
        checks.that(renderer(layer) == drawn_by(path.stem), f"{path.name} opens with its style")
        dated = layer.fields().lookupField("date_start")
        if any(f["date_start"] for f in layer.getFeatures()):
            checks.that(layer.fields()[dated].type() == QVariant.Date, f"{path.name} has dates")


# --- a layer -----------------------------------------------------------------


def renderer(layer: Any) -> str:  # noqa: ANN401 - as `opened`
    """Return the kind of a layer's renderer, "" for a table."""
    return layer.renderer().type() if layer.isSpatial() and layer.renderer() else ""


def drawn_by(name: str) -> str:
    """Return the kind of renderer that a layer should have."""
    return RENDERERS.get(name, "categorizedSymbol" if name in SPATIAL else "")


def check_types(checks: Checks, layer: Any) -> None:  # noqa: ANN401 - as `opened`
    """Check that days are days, counts integers and metres reals."""
    for field in layer.fields():
        name = field.name()
        if name in {"date_start", "date_end", "published"}:
            checks.that(field.type() == QVariant.Date, f"{layer.name()}.{name} is a date")
        elif name in {"where_prec", "date_prec"} or name.endswith("_count"):
            checks.that(field.type() == QVariant.LongLong, f"{layer.name()}.{name} is an integer")
        elif "_m_" in name or name.endswith("_m"):
            checks.that(field.type() == QVariant.Double, f"{layer.name()}.{name} is a real")
        elif name in {"background", "on_demand", "joined", "released"}:
            checks.that(field.type() == QVariant.Bool, f"{layer.name()}.{name} is a truth value")


def check_filters(checks: Checks, layer: Any) -> None:  # noqa: ANN401 - as `opened`
    """Check that filters by number and day give the rows that Python finds."""
    rows = [*layer.getFeatures()]
    filters: dict[str, tuple[str, Any]] = {
        "where_prec": ('"where_prec" <= 3', lambda v: v <= 3),  # noqa: PLR2004 - a district
        "date_start": ("\"date_start\" >= '2021-05-01'", lambda v: v >= QDate(2021, 5, 1)),
        "uncertainty_m": ('"uncertainty_m" < 20000', lambda v: v < 20_000),  # noqa: PLR2004 - 20 km
        "accuracy_m": ('"accuracy_m" < 1000', lambda v: v < 1_000),  # noqa: PLR2004 - 1 km
    }
    for name, (words, holds) in filters.items():
        if layer.fields().lookupField(name) < 0:
            continue
        expected = sum(1 for row in rows if row[name] and holds(row[name]))
        checks.that(layer.setSubsetString(words), f"{layer.name()} takes the filter {words}")
        checks.that(layer.featureCount() == expected, f"{layer.name()} filters by {words}")
        layer.setSubsetString("")


def check_style(checks: Checks, layer: Any) -> None:  # noqa: ANN401 - as `opened`
    """Check that each feature has a symbol and the legend names each."""
    right = drawn_by(layer.name())
    checks.that(renderer(layer) == right, f"{layer.name()} is drawn by {right}")
    if layer.name() == UNSTYLED:
        return
    context = QgsRenderContext()
    own = layer.renderer().clone()
    own.startRender(context, layer.fields())
    bare = [f["id"] for f in layer.getFeatures() if own.symbolForFeature(f, context) is None]
    own.stopRender(context)
    checks.that(not bare, f"{layer.name()} has a symbol for {bare}")
    if right == "categorizedSymbol":
        labels = [category.label() for category in layer.renderer().categories()]
        checks.that(all(labels), f"{layer.name()} names its categories")


def check_labels(checks: Checks, layer: Any) -> None:  # noqa: ANN401 - as `opened`
    """Check that each feature is labelled with words, and each named stretch of a border."""
    if layer.name() == UNSTYLED:
        checks.that(not layer.labelsEnabled(), f"{layer.name()} has no labels")
        return
    checks.that(layer.labelsEnabled(), f"{layer.name()} has labels")
    words = QgsExpression(layer.labeling().settings().fieldName)
    for row in layer.getFeatures():
        context = context_of(layer, row)
        made = words.evaluate(context)
        is_named = layer.name() != "border" or row["section"] or row["exclave"]
        checks.that(
            (made or not is_named) and not words.hasEvalError(),
            f"{layer.name()} labels {row['id']}: {made!r} {words.evalErrorString()}",
        )


def check_time(checks: Checks, layer: Any) -> None:  # noqa: ANN401 - as `opened`
    """Check that the temporal controller filters dated rows and keeps undated ones."""
    if layer.fields().lookupField("date_start") < 0:
        return
    time = layer.temporalProperties()
    if layer.name() != UNSTYLED or time.isActive():
        checks.that(time.isActive(), f"{layer.name()} is ready for the temporal controller")
    fields = (time.startField(), time.endField())
    checks.that(fields == ("date_start", "date_end"), f"{layer.name()} has start and end fields")
    start, end = moment(2021, 5, 12), moment(2021, 5, 13)
    span = QgsDateTimeRange(start, end, True, False)  # noqa: FBT003 - the end is no part of it
    temporal = QgsVectorLayerTemporalContext()
    temporal.setLayer(layer)
    words = time.createFilterString(temporal, span)
    checks.that(words, f"{layer.name()} makes a filter of time")
    expected = {r["id"] for r in layer.getFeatures() if falls(r, QDate(2021, 5, 12))}
    request = QgsFeatureRequest().setFilterExpression(words)
    context = context_of(layer, next(layer.getFeatures(), QgsFeature()))
    context.lastScope().setVariable("map_start_time", start)
    context.lastScope().setVariable("map_end_time", end)
    request.setExpressionContext(context)
    found = {r["id"] for r in layer.getFeatures(request)}
    checks.that(found == expected, f"{layer.name()} on 12 May 2021: {found ^ expected}")


def falls(row: Any, day: Any) -> bool:  # noqa: ANN401 - as `opened`
    """Return whether a row is undated or of a stretch that holds a day."""
    start, end = row["date_start"], row["date_end"]
    if not start or not end:
        return True
    return bool(start <= day and end >= day)


def moment(*day: int) -> Any:  # noqa: ANN401 - as `opened`
    """Return the first moment of a day in UTC."""
    return QDateTime(QDate(*day), QTime(0, 0), Qt.UTC)


def check_tip(checks: Checks, layer: Any) -> None:  # noqa: ANN401 - as `opened`
    """Check that a map tip shows what a field holds and obeys none of it."""
    tip = layer.mapTipTemplate()
    row = next(layer.getFeatures(), None)
    if row is None or not tip:
        checks.that(row is None, f"{layer.name()} has map tips")
        return
    context = context_of(layer, row)
    shown = QgsExpression.replaceExpressionText(tip, context)
    checks.that("[%" not in shown, f"{layer.name()} fills its map tip")
    name = next(f.name() for f in layer.fields() if f'"{f.name()}"' in tip
                and f.type() == QVariant.String)  # fmt: skip
    row[name] = "<img src=x onerror=y> & [% 1 + 1 %]"
    shown = QgsExpression.replaceExpressionText(tip, context_of(layer, row))
    right = "&lt;img src=x onerror=y&gt; &amp; [% 1 + 1 %]"
    checks.that(right in shown and "<img" not in shown, f"{layer.name()} escapes {name}")


def context_of(layer: Any, row: Any) -> Any:  # noqa: ANN401 - as `opened`
    """Return what expressions about a row look up."""
    context = QgsExpressionContext()
    context.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(row)
    return context


# --- layers together ---------------------------------------------------------


def check_project(checks: Checks, file: Path) -> None:
    """Check that the project opens with all layers, and that each row's parent is there."""
    project = QgsProject.instance()
    checks.that(project.read(str(file)), f"{file.name} opens {project.error()}")
    layers = {layer.name(): layer for layer in project.mapLayers().values()}
    checks.that({*layers} == {*SPATIAL, *TABLES}, f"{file.name} has all layers")
    for name, layer in layers.items():
        checks.that(layer.isValid(), f"{name} is found from {file.name}")
        checks.that(renderer(layer) == drawn_by(name), f"{name} is styled in {file.name}")
    checks.that(project.crs().authid() == "EPSG:4326", f"{file.name} is in WGS 84")
    relations = [*project.relationManager().relations().values()]
    print(f"{file.name}: {len(layers)} layers, {len(relations)} relations")
    checks.that(len(relations) == RELATIONS, f"{RELATIONS} relations: {len(relations)}")
    for relation in relations:
        check_relation(checks, relation)


def check_relation(checks: Checks, relation: Any) -> None:  # noqa: ANN401 - as `opened`
    """Check that a relation leads from each row to its parent, and back."""
    name = relation.name()
    checks.that(relation.isValid(), f"{name}: a relation")
    rows = [*relation.referencingLayer().getFeatures()]
    lost = [r[0] for r in rows if not relation.getReferencedFeature(r).isValid()]
    checks.that(not lost, f"{name}: each row has its parent {lost}")
    parents = relation.referencedLayer().getFeatures()
    found = sum(1 for parent in parents for _ in relation.getRelatedFeatures(parent))
    checks.that(found == len(rows), f"{name}: {found} of {len(rows)} rows from the parents")


def check_depths(checks: Checks, layer: Any) -> None:  # noqa: ANN401 - as `opened`
    """Check that the measuring tool reads the reported depth on a line from the border."""
    tool = QgsDistanceArea()
    tool.setEllipsoid("EPSG:7030")
    tool.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"),
                      QgsProject.instance().transformContext())  # fmt: skip
    brackets = [r for r in layer.getFeatures() if r["kind"] == "depth_bracket"]
    checks.that(brackets, "there is a depth line from the border")
    for row in brackets:
        measured, told = tool.measureLength(row.geometry()), row["depth_m_high"]
        off = abs(measured - told) / told
        print(f"depth {row['id']}: reported {told:.1f} m, measured {measured:.1f} m")
        checks.that(off <= MOST_OFF, f"{row['id']} measures {measured} m, should be {told} m")


def draw(layers: dict[str, Any], path: Path) -> None:  # Any: as `opened`
    """Draw what the desktop shows around the depth lines."""
    settings = QgsMapSettings()
    settings.setLayers([layers[name] for name in reversed(DRAWN)])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings.setOutputSize(QSize(1400, 1000))
    settings.setBackgroundColor(QColor(247, 244, 238))
    settings.setExtent(settings.fullExtent() if not layers["depth_lines"].featureCount()
                       else window(settings, layers["depth_lines"]))  # fmt: skip
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(str(path))
    print(f"picture: {path}")


def window(settings: Any, layer: Any) -> Any:  # noqa: ANN401 - as `opened`
    """Return the rectangle of a layer with room around it."""
    own = settings.layerExtentToOutputExtent(layer, layer.extent())
    shown = QgsRectangle(own)
    shown.grow(max(own.width(), own.height()) * 0.35)
    return shown


if __name__ == "__main__":
    sys.exit(main())
