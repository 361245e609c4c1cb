#!/usr/bin/python3
"""Writes the project that partners download and open in QGIS: what is published over HTTP, in our styles by day.

    publish.sh --styles /tmp/styles
    template.py /tmp/styles http://127.0.0.1:8080/aubrelle vigie.qgs

The address must answer meanwhile: QGIS keeps what a layer's provider told it. In the file stand @town@ (an address), @title@ and the bounds
@west@, @south@, @east@, @north@ (degrees) instead, which the service fills in for each commune. To be run again when styles,
layers or their columns have changed; a test opens what is served.
"""
import base64
import json
import math
import os
import re
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (  # noqa: E402  the platform must be named before Qt is loaded
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsLayerMetadata,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsRenderContext,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSvgMarkerSymbolLayer,
    QgsVectorLayer,
    QgsVectorTileBasicLabeling,
    QgsVectorTileBasicLabelingStyle,
    QgsVectorTileBasicRenderer,
    QgsVectorTileBasicRendererStyle,
    QgsVectorTileLayer,
    QgsWkbTypes,
)

WORLD_SCALE = 559082264.0287178
# In tiles: what has several kinds of geometry, of which QGIS draws one a layer over OGC API Features.
TILED = {"basemap": ("basemap", 17), "asset": ("assets", 17)}
SHAPES = {"Polygon": QgsWkbTypes.PolygonGeometry, "LineString": QgsWkbTypes.LineGeometry, "Point": QgsWkbTypes.PointGeometry}


def main(styles: str, town: str, target: str) -> None:
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    project.setTitle("@title@")
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(QgsRectangle(1, 2, 3, 4), degrees))
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "layers.json"), encoding="utf-8") as file:
        rows = json.load(file)
    # The first of the tree is on top; rows are listed in the order in which they are drawn.
    for row in rows:
        layer = tiled(row, styles, town) if row["name"] in TILED else featured(row, styles, town)
        layer.setMetadata(QgsLayerMetadata())
        project.addMapLayer(layer, False)
        project.layerTreeRoot().insertLayer(0, layer)
    publish(project)
    if not project.write(target):
        sys.exit(project.error())
    fill_out(target, town)
    application.exitQgis()


def featured(row: dict, styles: str, town: str) -> QgsVectorLayer:
    source = f" url='{town}/ogc' typename='{row['name']}' pagingEnabled='true' restrictToRequestBBOX='1'"
    layer = QgsVectorLayer(source, row["name"], "OAPIF")
    if not layer.isValid():
        sys.exit(f"{row['name']}: {layer.error().message()}")
    layer.setShortName(row["name"])
    styled(layer, row["style"], styles)
    return layer


def styled(layer: QgsVectorLayer, style: str, styles: str) -> None:
    message, read = layer.loadSldStyle(os.path.join(styles, style + ".sld"))
    if not read:
        sys.exit(f"{style}: {message}")
    renderer = layer.renderer()
    if isinstance(renderer, QgsRuleBasedRenderer):
        renderer.setUsingSymbolLevels(True)
        for order, rule in enumerate(renderer.rootRule().children()):
            for symbol_layer in rule.symbol().symbolLayers() if rule.symbol() else []:
                symbol_layer.setRenderingPass(order)
    carry_symbols(layer, styles)


def carry_symbols(layer: QgsVectorLayer, styles: str) -> None:
    """Symbols travel inside the project: whoever opens it has none of our files."""
    renderer = layer.renderer()
    symbols = renderer.symbols(QgsRenderContext()) if renderer else []
    for symbol in symbols:
        for symbol_layer in symbol.symbolLayers():
            if isinstance(symbol_layer, QgsSvgMarkerSymbolLayer):
                with open(os.path.join(styles, "symbols", os.path.basename(symbol_layer.path())), "rb") as file:
                    symbol_layer.setPath("base64:" + base64.b64encode(file.read()).decode())


def tiled(row: dict, styles: str, town: str) -> QgsVectorTileLayer:
    name, most = TILED[row["name"]]
    layer = QgsVectorTileLayer(f"type=xyz&url={town}/tiles/{name}/{{z}}/{{x}}/{{y}}.mvt&zmin=0&zmax={most}", row["name"])
    if not layer.isValid():
        sys.exit(f"{row['name']}: {layer.error().message()}")
    drawn, written = [], []
    for shape, geometry in SHAPES.items():
        copy = QgsVectorLayer(f"{shape}?crs=EPSG:4326&field=kind:string&field=class:string&field=name:string&field=code:string", "", "memory")
        styled(copy, row["style"], styles)
        for rule in copy.renderer().rootRule().children() if isinstance(copy.renderer(), QgsRuleBasedRenderer) else []:
            if rule.symbol():
                for where, condition in places(row["name"], rule.filterExpression()):
                    style = QgsVectorTileBasicRendererStyle(rule.label(), where, geometry)
                    style.setFilterExpression(condition)
                    style.setSymbol(rule.symbol().clone())
                    zooms(style, rule)
                    drawn.append(style)
        if isinstance(copy.labeling(), QgsRuleBasedLabeling):
            for rule in copy.labeling().rootRule().children():
                for where, condition in places(row["name"], rule.filterExpression()):
                    style = QgsVectorTileBasicLabelingStyle()
                    style.setStyleName(rule.description())
                    style.setLayerName(where)
                    style.setGeometryType(geometry)
                    style.setFilterExpression(condition)
                    style.setLabelSettings(rule.settings())
                    zooms(style, rule)
                    written.append(style)
    layer.setRenderer(renderer_of(drawn))
    labeling = QgsVectorTileBasicLabeling()
    labeling.setStyles(written)
    layer.setLabeling(labeling)
    return layer


def renderer_of(styles: list) -> QgsVectorTileBasicRenderer:
    renderer = QgsVectorTileBasicRenderer()
    renderer.setStyles(styles)
    return renderer


def places(layer: str, condition: str) -> list:
    """In which layers of a tile a rule draws, and what it still asks there: tiles of the base map have a layer for each kind."""
    if layer != "basemap":
        return [(layer, condition)]
    kinds = re.findall(r'"kind" = \'(\w+)\'', condition)
    return [
        (kind.lower(), re.sub(r'"kind" = \'(\w+)\'', lambda found: "TRUE" if found[1] == kind else "FALSE", condition))
        for kind in dict.fromkeys(kinds)
    ]


def zooms(style, rule) -> None:
    style.setEnabled(True)
    style.setMinZoomLevel(math.ceil(math.log2(WORLD_SCALE / rule.minimumScale())) if rule.minimumScale() > 0 else -1)
    style.setMaxZoomLevel(math.floor(math.log2(WORLD_SCALE / rule.maximumScale())) if rule.maximumScale() > 0 else -1)


def publish(project: QgsProject) -> None:
    """So that QGIS Server shows it, too."""
    project.writeEntry("WMSServiceCapabilities", "/", True)
    project.writeEntry("WMSCrsList", "/", ["EPSG:3857", "EPSG:4326", "EPSG:2154"])


def fill_out(target: str, town: str) -> None:
    with open(target, encoding="utf-8") as file:
        text = file.read()
    text = text.replace(town, "@town@")
    # The same every time it is written.
    for layer in QgsProject.instance().mapLayers().values():
        text = text.replace(layer.id(), "vigie_" + layer.name())
    # Who wrote it and when, and where the town lies from which it was written.
    text = re.sub(r' (saveUser|saveUserFull|saveDateTime)="[^"]*"', "", text)
    text = re.sub(r"\s*<(wgs84extent|extent)>.*?</\1>", "", text, flags=re.DOTALL)
    for name, side in (("xmin", "west"), ("ymin", "south"), ("xmax", "east"), ("ymax", "north")):
        text = re.sub(rf'(<DefaultViewExtent[^>]* {name}=")[^"]*"', rf'\1@{side}@"', text)
    with open(target, "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(os.path.abspath(sys.argv[1]), sys.argv[2].rstrip("/"), sys.argv[3])
