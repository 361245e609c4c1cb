package org.vigie.territory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.locationtech.jts.geom.Envelope;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;
import org.vigie.access.Refusal;
import org.vigie.geo.GeoJsonFeature;
import org.vigie.geo.GeoJsonFeatures;
import org.vigie.geo.GeoJsonUnreadable;

/** An OpenStreetMap extract (.osm.pbf), read by GDAL's ogr2ogr in a process of its own, layer by layer, as a stream. */
record OsmExtract(Path path) {

    private static final List<String> LAYERS = List.of("lines", "multipolygons", "points");

    /**
     * @param within degrees; what does not touch it is not handed over
     * @param visitor is given the layer and the feature
     * @throws Refusal when ogr2ogr is not installed or cannot read the file to its end
     */
    void eachFeature(Envelope within, BiConsumer<String, GeoJsonFeature> visitor) {
        Path directory = temporary();
        try {
            Path settings = directory.resolve("osm-layers.ini");
            try (InputStream shipped = new ClassPathResource("osm-layers.ini").getInputStream()) {
                Files.copy(shipped, settings, StandardCopyOption.REPLACE_EXISTING);
            }
            for (String layer : LAYERS) {
                read(layer, within, directory, visitor);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            FileSystemUtils.deleteRecursively(directory.toFile());
        }
    }

    private void read(String layer, Envelope within, Path directory, BiConsumer<String, GeoJsonFeature> visitor)
            throws IOException {
        Path errors = directory.resolve("errors");
        Process process = start(layer, within, directory, errors);
        boolean cutOff = false;
        try (InputStream features = new BufferedInputStream(process.getInputStream())) {
            GeoJsonFeatures.read(features, feature -> visitor.accept(layer, feature));
        } catch (GeoJsonUnreadable e) {
            // A layer without features writes nothing at all, which is no failure.
            cutOff = e.getCause() != null;
        } catch (RuntimeException e) {
            process.destroy();
            throw e;
        }
        int exit = waitFor(process);
        String said = Files.readString(errors).strip();
        if (exit != 0 || cutOff || said.contains("ERROR")) {
            throw Refusal.invalid(
                    "basemap-unreadable",
                    path.getFileName(),
                    said.lines().findFirst().orElse("exit code " + exit) + ".");
        }
    }

    private Process start(String layer, Envelope within, Path directory, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "ogr2ogr",
                        "-f",
                        "GeoJSONSeq",
                        "/vsistdout/",
                        path.toAbsolutePath().toString(),
                        layer,
                        "-spat",
                        degrees(within.getMinX()),
                        degrees(within.getMinY()),
                        degrees(within.getMaxX()),
                        degrees(within.getMaxY()),
                        "-lco",
                        "COORDINATE_PRECISION=7",
                        "-lco",
                        "RS=NO")
                .redirectError(errors.toFile());
        builder.environment()
                .put("OSM_CONFIG_FILE", directory.resolve("osm-layers.ini").toString());
        builder.environment().put("CPL_TMPDIR", directory.toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw Refusal.invalid("ogr2ogr-missing", path.getFileName());
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the extract", e);
        }
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.7f", value);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("vigie-osm-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
