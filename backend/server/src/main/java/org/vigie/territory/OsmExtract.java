package org.vigie.territory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.locationtech.jts.geom.Envelope;
import org.springframework.core.io.ClassPathResource;
import org.vigie.access.Refusal;
import org.vigie.geo.GeoJsonFeature;

/** An OpenStreetMap extract (.osm.pbf), read by GDAL layer by layer, as a stream. */
record OsmExtract(Path path) {

    private static final List<String> LAYERS = List.of("lines", "multipolygons", "points");

    /**
     * @param within degrees; what does not touch it is not handed over
     * @param visitor is given the layer and the feature
     * @throws Refusal when ogr2ogr is not installed or cannot read the file to its end
     */
    void eachFeature(Envelope within, BiConsumer<String, GeoJsonFeature> visitor) {
        try (Ogr2ogr ogr2ogr = Ogr2ogr.forFile("basemap-unreadable", path)) {
            Path settings = ogr2ogr.directory().resolve("osm-layers.ini");
            copySettings(settings);
            for (String layer : LAYERS) {
                ogr2ogr.read(
                        arguments(layer, within),
                        Map.of("OSM_CONFIG_FILE", settings.toString()),
                        feature -> visitor.accept(layer, feature));
            }
        }
    }

    private static void copySettings(Path settings) {
        try (InputStream shipped = new ClassPathResource("osm-layers.ini").getInputStream()) {
            Files.copy(shipped, settings, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> arguments(String layer, Envelope within) {
        return List.of(
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
                "RS=NO");
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.7f", value);
    }
}
