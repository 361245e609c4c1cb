package org.vigie.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/**
 * A PostGIS cluster that lives as long as the test run: own data directory, free port, nothing of the system's touched. Started as
 * root it runs as the user postgres, as PostgreSQL demands.
 */
public final class PrivatePostgis {

    public static final String OWNER = "vigie_owner";
    public static final String PASSWORD = "only-for-tests";

    /** As the script's own cluster has it, so that what is measured here holds there; a measurement of a great city says more. */
    private static final String MEMORY =
            "-c shared_buffers=256MB -c max_wal_size=2GB -c fsync=off -c jit=off -c max_connections=400";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path directory;
    private final int port;

    private PrivatePostgis(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** The one of this run, started at the first call. */
    public static PrivatePostgis instance() {
        return Holder.RUNNING;
    }

    /** @return JDBC URL of a new empty database owned by {@link #OWNER} */
    public String newDatabase() {
        String name = "vigie_" + DATABASES.incrementAndGet();
        asSuperuser("create database " + name + " owner " + OWNER);
        return url(name);
    }

    public String superuserUrl(String databaseUrl) {
        return databaseUrl + "&user=postgres";
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable";
    }

    private void asSuperuser(String sql) {
        try (Connection superuser = DriverManager.getConnection(superuserUrl(url("postgres")));
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivatePostgis start() {
        try {
            Path directory = Files.createTempDirectory("vigie-test-");
            if (runsAsRoot()) {
                run(List.of("chown", "postgres", directory.toString()));
            }
            PrivatePostgis cluster = new PrivatePostgis(directory, freePort());
            // After the services, which would wait for it as for any database that is away.
            SpringApplication.getShutdownHandlers().add(cluster::stop);
            cluster.create();
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create() {
        String data = directory.resolve("data").toString();
        postgres("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        String options = "-c listen_addresses=127.0.0.1 -c port=%d -c unix_socket_directories=%s %s %s"
                .formatted(port, directory, MEMORY, System.getProperty("vigie.postgres.options", ""));
        postgres("pg_ctl", "-D", data, "-l", directory.resolve("log").toString(), "-o", options, "-w", "start");
        // As a city would have it: the owner is no superuser, so the trusted-only rule for extensions is met by the
        // template.
        asSuperuser("create role " + OWNER + " login createrole password '" + PASSWORD + "'");
        onTemplate("create extension postgis");
    }

    private void onTemplate(String sql) {
        try (Connection superuser = DriverManager.getConnection(superuserUrl(url("template1")));
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void stop() {
        postgres("pg_ctl", "-D", directory.resolve("data").toString(), "-m", "immediate", "stop");
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void postgres(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (runsAsRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
        }
        command.add(newestBin().resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static Path newestBin() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.max(Comparator.comparingInt(
                            version -> Integer.parseInt(version.getFileName().toString())))
                    .orElseThrow()
                    .resolve("bin");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL with PostGIS is not installed: ./vigie test installs it", e);
        }
    }

    private static boolean runsAsRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void run(List<String> command) {
        try {
            // Output to nowhere: a server started here would otherwise keep our pipe open for ever.
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("failed: " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The server's log, for a failed start. */
    public String log() throws IOException {
        return Files.readString(directory.resolve("log"), StandardCharsets.UTF_8);
    }

    private static final class Holder {
        private static final PrivatePostgis RUNNING = PrivatePostgis.start();
    }
}
