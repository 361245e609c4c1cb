package org.vigie.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Our service as it is run for a city: the built jar, the settings that {@code vigie run} gives it, 127.0.0.1 only. */
final class Service implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(180);

    private final Process process;
    private final int port;
    private final double secondsToReadiness;
    private final Path log;

    private Service(Process process, int port, double secondsToReadiness, Path log) {
        this.log = log;
        this.process = process;
        this.port = port;
        this.secondsToReadiness = secondsToReadiness;
    }

    /** @param settings of its environment, besides those of a city */
    static Service start(Database database, String name, Map<String, String> settings) throws Exception {
        int port = freePort();
        Map<String, String> environment = environment(database, name);
        environment.put("VIGIE_PORT", "" + port);
        environment.putAll(settings);
        Path archive = Path.of(Settings.of("APP")).resolveSibling("classes.jsa");
        Path log = Settings.home().resolve("service-" + port + ".log");
        long begun = System.nanoTime();
        Process process = Processes.serve(
                java(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive), List.of("serve")),
                environment,
                log);
        while (!isReady(port)) {
            if (!process.isAlive() || System.nanoTime() - begun > LONGEST_START.toNanos()) {
                Processes.stop(process);
                throw new IllegalStateException("the service did not get ready; its log: " + log);
            }
            Thread.sleep(20);
        }
        return new Service(process, port, (System.nanoTime() - begun) / 1e9, log);
    }

    /** One of its commands, to its end. */
    static String command(Database database, String name, List<String> arguments, Duration longest) throws Exception {
        return Processes.run(
                java(List.of(), arguments),
                environment(database, name),
                Settings.home().resolve("command.log"),
                longest);
    }

    private static Map<String, String> environment(Database database, String name) {
        Map<String, String> environment = new HashMap<>();
        environment.put("VIGIE_DATABASE_URL", database.url(name));
        environment.put("VIGIE_DATABASE_USER", "vigie_owner");
        environment.put("VIGIE_DATABASE_PASSWORD", System.getenv("VIGIE_OWNER_PASSWORD"));
        environment.put("VIGIE_ADDRESS", "127.0.0.1");
        // All who measure are one address.
        environment.put("VIGIE_UNLIMITED_NETWORKS", "127.0.0.0/8");
        // Its share for the public is nine tenths: room for four thousand screens, which by itself it would not give with this memory.
        environment.put("VIGIE_LIVE_MOSTSCREENS", "4600");
        return environment;
    }

    private static List<String> java(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Settings.of("JAVA"),
                "@" + Settings.of("JAVA_OPTIONS"),
                "-Xmx" + System.getenv().getOrDefault("VIGIE_MEMORY", "1g"),
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Xlog:cds*=off:stderr",
                "-DEPSG-HSQL.directory=" + Settings.home().resolve("epsg")));
        command.addAll(options);
        command.addAll(List.of("-jar", Settings.of("APP")));
        command.addAll(arguments);
        return command;
    }

    private static boolean isReady(int port) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(200);
            connection.setReadTimeout(1000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    double secondsToReadiness() {
        return secondsToReadiness;
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    /** What is alive on its heap, after it was collected. */
    long heapBytes() throws IOException, InterruptedException {
        String jcmd = Path.of(Settings.of("JAVA")).resolveSibling("jcmd").toString();
        Path log = Settings.home().resolve("jcmd.log");
        String pid = "" + pid();
        for (int i = 0; i < 2; i++) {
            Processes.run(List.of(jcmd, pid, "GC.run"), Map.of(), log, Duration.ofSeconds(60));
        }
        String told = Processes.run(List.of(jcmd, pid, "GC.heap_info"), Map.of(), log, Duration.ofSeconds(60));
        var used = java.util.regex.Pattern.compile("heap.*? used (\\d+)K").matcher(told);
        if (!used.find()) {
            throw new IllegalStateException(told);
        }
        return Long.parseLong(used.group(1)) << 10;
    }

    /** @return why it is no more, as far as it said so; of one that serves nothing */
    String lastWords() throws IOException {
        return process.isAlive()
                ? ""
                : "the service ended: " + Files.readAllLines(log).getLast();
    }

    @Override
    public void close() {
        Processes.stop(process);
    }

    static void prepare() throws IOException {
        Files.createDirectories(Settings.home().resolve("epsg"));
    }
}
