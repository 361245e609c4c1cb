package org.vigie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** MapServer as a peer: four processes of FastCGI behind nginx, over a table that has what the published view shows, indexed. */
final class MapServer implements AutoCloseable {

    static final String NAME = "MapServer";
    static final String ABSENT = "MapServer, spawn-fcgi, multiwatch or nginx is not installed";

    private static final Path HTML = Path.of("/usr/share/mapserver/ogcapi/templates/html-bootstrap4/");

    private final Process process;

    private MapServer(Process process) {
        this.process = process;
    }

    static Optional<MapServer> start(Bed bed) throws Exception {
        Optional<Path> mapserver = Machine.program("mapserv");
        if (mapserver.isEmpty() || !FastCgi.isInstalled()) {
            return Optional.empty();
        }
        PeerTable.make(bed.city());
        Path home = home();
        Files.createDirectories(home);
        Files.writeString(home.resolve("bench.map"), map(bed.city(), home));
        Files.writeString(home.resolve("mapserver.conf"), """
                CONFIG
                  ENV
                    MS_MAP_PATTERN "."
                    OGCAPI_HTML_TEMPLATE_DIRECTORY "%s"
                    PROJ_DATA "/usr/share/proj"
                  END
                  MAPS
                    bench "%s"
                  END
                END
                """.formatted(HTML, home.resolve("bench.map")));
        Process process = FastCgi.serve(
                bed,
                home.resolve("socket"),
                4,
                mapserver.get(),
                Map.of("MAPSERVER_CONFIG_FILE", home.resolve("mapserver.conf").toString()),
                home.resolve("mapserver.log"));
        return Optional.of(new MapServer(process));
    }

    private static Path home() {
        return Settings.home().resolve("mapserver");
    }

    /** Where nginx finds it. */
    static String location() {
        return FastCgi.location("/mapserver", home().resolve("socket"));
    }

    private static String map(City city, Path home) {
        Database database = city.database();
        return """
                MAP
                  NAME "bench"
                  SIZE 512 512
                  EXTENT 247000 6243000 275000 6262000
                  PROJECTION "init=epsg:3857" END
                  OUTPUTFORMAT NAME "mvt" DRIVER MVT MIMETYPE "application/vnd.mapbox-vector-tile" EXTENSION "mvt" FORMATOPTION "EXTENT=4096" END
                  WEB
                    METADATA
                      "ows_title" "bench" "ows_enable_request" "*" "ows_srs" "EPSG:4326 EPSG:3857"
                      "oga_onlineresource" "http://127.0.0.1/mapserver/bench/ogcapi" "oga_enable_request" "*"
                      "wfs_getfeature_formatlist" "geojson"
                    END
                  END
                  LAYER
                    NAME "request" TYPE POINT STATUS ON
                    CONNECTIONTYPE POSTGIS CONNECTION "host=%s port=%d user=%s password=%s dbname=%s"
                    DATA "place3857 from (select * from bench.peer) as q using unique id using srid=3857"
                    PROCESSING "CLOSE_CONNECTION=DEFER"
                    PROJECTION "init=epsg:3857" END
                    METADATA
                      "gml_include_items" "all" "ows_title" "request" "wfs_title" "request" "gml_featureid" "id" "oga_max_limit" "10000"
                      "oga_enable_request" "*"
                    END
                    TEMPLATE "none"
                    CLASS STYLE COLOR 200 0 0 SIZE 3 END END
                  END
                END
                """.formatted(database.sockets(), database.port(), Database.USER, database.password(), city.name());
    }

    static Side tiles(Nginx nginx, List<City.Tile> tiles) throws IOException {
        String before = "/mapserver?map=" + home().resolve("bench.map")
                + "&mode=tile&tilemode=gmap&layers=request&map.imagetype=mvt&tile=";
        return Wrk.side(
                NAME,
                nginx.base(),
                tiles.stream()
                        .map(tile -> before + "%d+%d+%d".formatted(tile.x(), tile.y(), tile.zoom()))
                        .toList());
    }

    static Side features(Nginx nginx, City city) throws IOException {
        return Wrk.side(
                NAME,
                nginx.base(),
                FeatureGroup.boxes(city, "/mapserver/bench/ogcapi/collections/request/items?f=json&limit=500&bbox="));
    }

    @Override
    public void close() {
        Processes.stop(process);
    }
}
