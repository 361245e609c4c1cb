package org.vigie.territory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Consumer;
import org.vigie.access.Refusal;
import org.vigie.geo.GeoJsonFeature;
import org.vigie.geo.GeoJsonFeatures;
import org.vigie.geo.GeoJsonUnreadable;

/** A file of features that somebody wants to bring in. */
record SourceFile(Path path) {

    private static final int BUFFER = 1 << 16;

    /** @throws Refusal {@code file-not-found} or {@code file-not-geojson} */
    void eachFeature(Consumer<GeoJsonFeature> visitor) {
        try (InputStream in = open()) {
            GeoJsonFeatures.read(in, visitor);
        } catch (GeoJsonUnreadable e) {
            Refusal refusal = Refusal.invalid("file-not-geojson", path.getFileName(), String.valueOf(e.getMessage()));
            refusal.initCause(e);
            throw refusal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
            for (String option : readAs) {
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

    private InputStream open() throws IOException {
        refuseMissing();
        return new BufferedInputStream(Files.newInputStream(path), BUFFER);
    }
}
