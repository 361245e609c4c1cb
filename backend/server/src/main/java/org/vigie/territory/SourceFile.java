package org.vigie.territory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;
import org.vigie.access.Refusal;
import org.vigie.geo.GeoJsonFeature;
import org.vigie.geo.GeoJsonFeatures;
import org.vigie.geo.GeoJsonUnreadable;

/**
 * A file of features that somebody wants to bring in. GeoJSON is read here, also packed (.gz, .xz); every other format (Shapefile in
 * a .zip, GeoPackage, KML, TopoJSON…) by GDAL.
 *
 * @param epsgCode what its coordinates mean when the file does not say, or says it wrong; empty: as the file says, WGS 84 without
 * @param layer of a file that has several; the first, when empty
 */
public record SourceFile(Path path, Optional<Integer> epsgCode, Optional<String> layer) {

    private static final int BUFFER = 1 << 16;

    /** What columns of coordinates are called, among those whom towns get tables from; a column of WKT is one of geometry. */
    private static final List<String> CSV = List.of(
            "-oo",
            "X_POSSIBLE_NAMES=lon,lng,long,longitude,x",
            "-oo",
            "Y_POSSIBLE_NAMES=lat,latitude,y",
            "-oo",
            "GEOM_POSSIBLE_NAMES=wkt,geom,geometry");

    public SourceFile(Path path) {
        this(path, Optional.empty(), Optional.empty());
    }

    public SourceFile in(int epsgCode) {
        return new SourceFile(path, Optional.of(epsgCode), layer);
    }

    /** @throws Refusal {@code file-not-found}, {@code file-not-geojson}, {@code file-unreadable} or {@code file-swells} */
    public void eachFeature(Consumer<GeoJsonFeature> visitor) {
        refuseMissing();
        if (isGeoJson()) {
            readGeoJson(visitor);
        } else {
            readByGdal(visitor);
        }
    }

    private boolean isGeoJson() {
        String name = lowerName();
        return name.matches(".*\\.(geo)?json[ls]?(\\.gz|\\.xz)?") || !name.contains(".");
    }

    private void readGeoJson(Consumer<GeoJsonFeature> visitor) {
        try (InputStream in = unpacked()) {
            GeoJsonFeatures.read(in, epsgCode, visitor);
        } catch (GeoJsonUnreadable e) {
            if (e.isTopology()) {
                readByGdal(visitor);
                return;
            }
            Refusal refusal = Refusal.invalid("file-not-geojson", path.getFileName(), String.valueOf(e.getMessage()));
            refusal.initCause(e);
            throw refusal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Coordinates come as the file has them, with the system it declares; they are transformed here, as those of GeoJSON are. */
    private void readByGdal(Consumer<GeoJsonFeature> visitor) {
        ZipBounds.refuseSwelling(path);
        List<String> arguments =
                new ArrayList<>(List.of("-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=12", "/vsistdout/"));
        boolean zip = lowerName().endsWith(".zip");
        arguments.add((zip ? "/vsizip/" : "") + path.toAbsolutePath());
        layer.ifPresent(arguments::add);
        if (lowerName().endsWith(".csv")) {
            arguments.addAll(CSV);
        }
        epsgCode.ifPresent(code -> arguments.addAll(List.of("-a_srs", "EPSG:" + code)));
        try (Ogr2ogr ogr2ogr = Ogr2ogr.forFile("file-unreadable", path)) {
            ogr2ogr.read(arguments, Map.of(), visitor);
        }
    }

    /** SHA-256 of the content, and of how it is to be read. */
    byte[] fingerprint(String... readAs) {
        try (InputStream in = open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            List<String> options = new ArrayList<>(List.of(readAs));
            epsgCode.ifPresent(code -> options.add("EPSG:" + code));
            layer.ifPresent(options::add);
            for (String option : options) {
                digest.update((byte) 0);
                digest.update(option.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws Refusal {@code file-not-found} */
    void refuseMissing() {
        if (!Files.isRegularFile(path)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "file-not-found", path);
        }
    }

    private String lowerName() {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    }

    private InputStream unpacked() throws IOException {
        String name = lowerName();
        if (name.endsWith(".gz")) {
            return new Bounded(new BufferedInputStream(new GZIPInputStream(open(), BUFFER), BUFFER), path);
        }
        if (name.endsWith(".xz")) {
            return new Bounded(new BufferedInputStream(new XZInputStream(open()), BUFFER), path);
        }
        return open();
    }

    private InputStream open() throws IOException {
        refuseMissing();
        return new BufferedInputStream(Files.newInputStream(path), BUFFER);
    }
}
