package org.vigie.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** QGIS Server as a peer: three processes of FastCGI behind nginx; its project is made by QGIS's own Python. */
final class QgisServer implements AutoCloseable {

    static final String NAME = "QGIS Server";
    static final String ABSENT = "QGIS Server, its Python, spawn-fcgi, multiwatch or nginx is not installed";

    private final Process process;

    private QgisServer(Process process) {
        this.process = process;
    }

    static Optional<QgisServer> start(Bed bed) throws Exception {
        Optional<Path> qgis = Machine.program("qgis_mapserv.fcgi");
        if (qgis.isEmpty() || !FastCgi.isInstalled() || !Files.exists(Path.of("/usr/bin/python3"))) {
            return Optional.empty();
        }
        PeerTable.make(bed.city());
        Path home = home();
        Files.createDirectories(home);
        Path project = home.resolve("bench-" + bed.city().size().name + ".qgs");
        try {
            project(bed.city(), home, project);
        } catch (IllegalStateException noPython) {
            System.out.println("  no project for QGIS Server: " + noPython.getMessage());
            return Optional.empty();
        }
        Process process = FastCgi.serve(
                bed,
                home.resolve("socket"),
                3,
                qgis.get(),
                Map.of(
                        "QT_QPA_PLATFORM",
                        "offscreen",
                        "QGIS_PROJECT_FILE",
                        project.toString(),
                        "QGIS_SERVER_LOG_LEVEL",
                        "2",
                        "HOME",
                        home.toString()),
                home.resolve("qgis.log"));
        return Optional.of(new QgisServer(process));
    }

    private static void project(City city, Path home, Path project) throws IOException, InterruptedException {
        Database database = city.database();
        Path script = home.resolve("project.py");
        try (var source = QgisServer.class.getResourceAsStream("project.py")) {
            Files.writeString(script, new String(source.readAllBytes(), StandardCharsets.UTF_8));
        }
        Processes.run(
                List.of(
                        "/usr/bin/python3",
                        script.toString(),
                        database.sockets(),
                        "" + database.port(),
                        city.name(),
                        Database.USER,
                        database.password(),
                        project.toString()),
                Map.of("QT_QPA_PLATFORM", "offscreen", "HOME", home.toString()),
                home.resolve("project.log"),
                Duration.ofSeconds(120));
    }

    private static Path home() {
        return Settings.home().resolve("qgis");
    }

    static String location() {
        return FastCgi.location("/qgis", home().resolve("socket"));
    }

    static Side features(Nginx nginx, City city) throws IOException {
        return Wrk.side(
                NAME,
                nginx.base(),
                FeatureGroup.boxes(city, "/qgis/wfs3/collections/request/items.json?limit=500&bbox="));
    }

    @Override
    public void close() {
        Processes.stop(process);
    }
}
