# A project of QGIS with the one layer that QGIS Server is to publish. Arguments: sockets, port, database, user, password, file.
import sys

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsProject,
    QgsVectorLayer,
)

sockets, port, database, user, password, file = sys.argv[1:]
application = QgsApplication([], False)
application.initQgis()
project = QgsProject.instance()
project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
source = QgsDataSourceUri()
source.setConnection(sockets, port, database, user, password)
source.setDataSource("bench", "peer", "place", "", "id")
source.setSrid("4326")
source.setUseEstimatedMetadata(True)
layer = QgsVectorLayer(source.uri(False), "request", "postgres")
if not layer.isValid():
    sys.exit("the layer is not valid")
project.addMapLayer(layer)
project.writeEntry("WFSLayers", "/", [layer.id()])
project.writeEntry("WFSLayersPrecision", "/" + layer.id(), 6)
project.writeEntry("WMSServiceCapabilities", "/", True)
if not project.write(file):
    sys.exit("the project could not be written")
application.exitQgis()
