package org.vigie.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.testing.PrivatePostgis;

/** One process of the service with somebody who starts it again whenever it ends, as systemd does with Restart=always. */
public final class Node implements AutoCloseable {

    private final int port;
    private final Path log;
    private final Map<String, String> settings;
    private final AtomicInteger starts = new AtomicInteger();
    private final Thread supervisor;
    private volatile Process process;
    private volatile boolean over;

    public Node(int port, Path directory, Map<String, String> settings) {
        this.port = port;
        this.log = directory.resolve("node-" + port + ".log");
        this.settings = settings;
        this.process = start();
        this.supervisor = Thread.ofPlatform().start(this::supervise);
    }

    /** @return the environment of one on that throw-away database, whose files and mails lie below the directory */
    public static Map<String, String> settings(String databaseUrl, Path directory) {
        Map<String, String> settings = new HashMap<>();
        settings.put("VIGIE_DATABASE_URL", databaseUrl);
        settings.put("VIGIE_DATABASE_USER", PrivatePostgis.OWNER);
        settings.put("VIGIE_DATABASE_PASSWORD", PrivatePostgis.PASSWORD);
        settings.put("VIGIE_DATABASE_SERVICE_PASSWORD", PrivatePostgis.PASSWORD);
        settings.put("VIGIE_DATABASE_READER_PASSWORD", PrivatePostgis.PASSWORD);
        settings.put("VIGIE_SECRET", "only-for-drills-only-for-drills-only");
        settings.put("VIGIE_FILES", directory.resolve("files").toString());
        settings.put("VIGIE_MAIL_CATCH", directory.resolve("mail").toString());
        return settings;
    }

    public int port() {
        return port;
    }

    /** SIGKILL: nothing is finished, nothing is said. */
    public void kill() {
        process.destroyForcibly();
    }

    public boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    public int starts() {
        return starts.get();
    }

    private void supervise() {
        try {
            while (!over) {
                process.waitFor();
                if (!over) {
                    Thread.sleep(500);
                    process = start();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start() {
        starts.incrementAndGet();
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java", "-Xmx400m", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        String jar = System.getProperty("drill.jar", "");
        command.addAll(
                jar.isEmpty()
                        ? List.of("-cp", System.getProperty("java.class.path"), "org.vigie.Vigie")
                        : List.of("-jar", jar));
        command.addAll(List.of("serve", "--server.port=" + port, "--logging.level.root=warn"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(settings);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        process.destroyForcibly().waitFor();
        supervisor.join();
    }
}
