#!/usr/bin/python3
"""Writes a QGIS project with Vigie's published layers, in their styles: for QGIS on a desk and for QGIS Server.

    publish.sh --styles /srv/vigie/styles
    project.py /srv/vigie/styles day|dark vigie.qgs

The connection is the service "vigie" of pg_service.conf, which carries the commune, so that the project holds no password:

    [vigie]
    host=… port=… dbname=vigie user=map_reader password=…
    options=-c vigie.jurisdiction=<its id>
"""
import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (  # noqa: E402  the platform must be named before Qt is loaded
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsProject,
    QgsRuleBasedRenderer,
    QgsSimpleLineSymbolLayer,
    QgsSvgMarkerSymbolLayer,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsWkbTypes,
)

# Of SLD's standard screen, and the width in pixels that no style has.
METRES_A_PIXEL = 0.00028
WIDEST_IN_PIXELS = 1000

TYPES = {
    "Point": {"": QgsWkbTypes.Point},
    "MultiPolygon": {"": QgsWkbTypes.MultiPolygon},
    # QGIS draws one kind of geometry a layer.
    "Geometry": {"_area": QgsWkbTypes.MultiPolygon, "_line": QgsWkbTypes.MultiLineString, "_point": QgsWkbTypes.Point},
}


def main(styles: str, theme: str, target: str) -> None:
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    project.setTitle("Vigie")
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "layers.json"), encoding="utf-8") as file:
        rows = json.load(file)
    added = [layer for row in rows for layer in layers_of(row, styles, "-dark" if theme == "dark" else "")]
    # The first of the tree is on top; rows and parts are listed in the order in which they are drawn.
    for layer in added:
        project.addMapLayer(layer, False)
        project.layerTreeRoot().insertLayer(0, layer)
    publish(project, [layer.id() for layer in added])
    if not project.write(target):
        sys.exit(project.error())
    application.exitQgis()


def layers_of(row: dict, styles: str, suffix: str) -> list:
    layers = []
    for part, wkb_type in TYPES[row["geometry"]].items():
        uri = QgsDataSourceUri()
        uri.setConnection("vigie", "", "", "")
        schema, view = row["view"].split(".")
        uri.setDataSource(schema, view, "geom", "", row["id"])
        uri.setSrid("4326")
        uri.setWkbType(wkb_type)
        layer = QgsVectorLayer(uri.uri(False), row["name"] + part, "postgres")
        if not layer.isValid():
            sys.exit(f"{row['view']}: {layer.error().message()}")
        layer.setShortName(row["name"] + part)
        message, read = layer.loadSldStyle(os.path.join(styles, row["style"] + suffix + ".sld"))
        if not read:
            sys.exit(f"{row['style']}: {message}")
        draw_in_order(layer, styles)
        layers.append(layer)
    return layers


def draw_in_order(layer: QgsVectorLayer, styles: str) -> None:
    """Rule by rule over all features, as SLD's FeatureTypeStyles want it; symbols by their full path."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsRuleBasedRenderer):
        return
    renderer.setUsingSymbolLevels(True)
    for order, rule in enumerate(renderer.rootRule().children()):
        for symbol_layer in rule.symbol().symbolLayers() if rule.symbol() else []:
            symbol_layer.setRenderingPass(order)
            if isinstance(symbol_layer, QgsSimpleLineSymbolLayer):
                draw_in_metres(symbol_layer)
            if isinstance(symbol_layer, QgsSvgMarkerSymbolLayer):
                symbol_layer.setPath(os.path.join(styles, "symbols", os.path.basename(symbol_layer.path())))


def draw_in_metres(line: QgsSimpleLineSymbolLayer) -> None:
    """QGIS reads a width in metres as so many pixels of 0.28 mm as a metre has on a screen. The project's map units are the metres meant."""
    if line.widthUnit() == QgsUnitTypes.RenderPixels and line.width() >= WIDEST_IN_PIXELS:
        line.setWidth(line.width() * METRES_A_PIXEL)
        line.setWidthUnit(QgsUnitTypes.RenderMapUnits)


def publish(project: QgsProject, ids: list) -> None:
    project.writeEntry("WMSServiceCapabilities", "/", True)
    project.writeEntry("WMSCrsList", "/", ["EPSG:3857", "EPSG:4326", "EPSG:2154", "EPSG:26191"])
    project.writeEntry("WFSLayers", "/", ids)
    for layer_id in ids:
        project.writeEntry("WFSLayersPrecision", "/" + layer_id, 7)


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[2] not in ("day", "dark"):
        sys.exit(__doc__)
    main(os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3])
