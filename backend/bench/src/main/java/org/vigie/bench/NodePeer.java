package org.vigie.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small server in node as a peer: the driver pg, prepared statements, a pool of four, JSON made by SQL, nothing kept. */
final class NodePeer implements AutoCloseable {

    static final String NAME = "node, pg";
    static final String ABSENT = "node with its package pg is not installed";

    private static final Duration LONGEST_INSTALL = Duration.ofSeconds(90);

    private final Process process;
    private final int port;

    private NodePeer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Optional<NodePeer> start(Bed bed) throws Exception {
        Path home = Settings.home().resolve("node");
        Optional<Path> node = Machine.program("node");
        if (node.isEmpty() || !hasDriver(home)) {
            return Optional.empty();
        }
        int port = Service.freePort();
        try (var source = NodePeer.class.getResourceAsStream("peer.js")) {
            Files.writeString(home.resolve("peer.js"), new String(source.readAllBytes(), StandardCharsets.UTF_8));
        }
        City city = bed.city();
        Map<String, String> environment = new HashMap<>(city.database().environment(city.name(), city.asReaderOfPlots()));
        environment.put("PORT", "" + port);
        environment.put("NODE_ENV", "production");
        environment.put("NEAREST", NearestGroup.select("$1", "$2"));
        environment.put("FEATURES", FeatureGroup.json());
        Process process = Processes.serve(
                List.of(node.get().toString(), home.resolve("peer.js").toString()),
                environment,
                home.resolve("node.log"));
        bed.neighbours().own(process.pid());
        Ports.await(port, process);
        return Optional.of(new NodePeer(process, port));
    }

    /** Fetched once, through npm as it is set up here; without it, or without npm, this peer is absent. */
    private static boolean hasDriver(Path home) throws IOException, InterruptedException {
        Files.createDirectories(home);
        Optional<Path> npm = Machine.program("npm");
        if (!Files.isDirectory(home.resolve("node_modules/pg")) && npm.isPresent()) {
            try {
                Processes.run(
                        List.of(
                                npm.get().toString(),
                                "install",
                                "--prefix",
                                home.toString(),
                                "--no-audit",
                                "--no-fund",
                                "pg@8"),
                        Map.of(),
                        home.resolve("npm.log"),
                        LONGEST_INSTALL);
            } catch (IllegalStateException notToBeHad) {
                System.out.println("  " + ABSENT + ": " + notToBeHad.getMessage());
            }
        }
        return Files.isDirectory(home.resolve("node_modules/pg"));
    }

    Side nearest(List<City.Place> places) throws IOException {
        return Wrk.side(
                NAME,
                base(),
                places.stream().map(place -> "/nearest?" + place.query()).toList());
    }

    Side features(List<String> boxes) throws IOException {
        return Wrk.side(NAME, base(), boxes);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        Processes.stop(process);
    }
}
