package org.vigie.territory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;
import org.vigie.access.Refusal;
import org.vigie.geo.GeoJsonFeature;
import org.vigie.geo.GeoJsonFeatures;
import org.vigie.geo.GeoJsonUnreadable;

/**
 * GDAL's ogr2ogr in a process of its own, which writes GeoJSON that is read as it comes: a file of any format takes no memory of ours,
 * and one that makes it fall takes nothing down with it.
 *
 * @param problem under which a file that cannot be read is refused
 * @param file that it was asked for
 * @param directory for what it needs on the way, removed with {@link #close}
 */
record Ogr2ogr(String problem, Path file, Path directory) implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    static Ogr2ogr forFile(String problem, Path file) {
        try {
            return new Ogr2ogr(problem, file, Files.createTempDirectory("vigie-ogr-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param arguments after the output, which is standard output
     * @param environment added to ours
     * @throws Refusal when ogr2ogr is not installed, or cannot read the file to its end
     */
    void read(List<String> arguments, Map<String, String> environment, Consumer<GeoJsonFeature> visitor) {
        try {
            read(start(arguments, environment), visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Process process, Consumer<GeoJsonFeature> visitor) throws IOException {
        boolean cutOff = false;
        try (InputStream features = new BufferedInputStream(process.getInputStream())) {
            GeoJsonFeatures.read(features, visitor);
        } catch (GeoJsonUnreadable e) {
            // A layer without features writes nothing at all, which is no failure.
            cutOff = e.getCause() != null;
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
        int exit = waitFor(process);
        String said = Files.readString(errors()).strip();
        if (exit != 0 || cutOff || said.contains("ERROR")) {
            throw Refusal.invalid(
                    problem, file.getFileName(), said.lines().findFirst().orElse("exit code " + exit) + ".");
        }
    }

    private Process start(List<String> arguments, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of("ogr2ogr"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors().toFile());
        builder.environment().putAll(environment);
        builder.environment().put("CPL_TMPDIR", directory.toString());
        // A file may name other places to read from: nothing but what was given is opened.
        builder.environment().put("GDAL_SKIP", "VRT OGR_VRT HTTP WFS OAPIF CSW WMS WCS");
        builder.environment().put("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none");
        try {
            return builder.start();
        } catch (IOException e) {
            throw Refusal.invalid("ogr2ogr-missing", file.getFileName());
        }
    }

    private Path errors() {
        return directory.resolve("errors");
    }

    private static int waitFor(Process process) {
        try {
            if (!process.waitFor(LONGEST.toMinutes(), TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + process.info(), e);
        }
    }

    @Override
    public void close() {
        FileSystemUtils.deleteRecursively(directory.toFile());
    }
}
