package org.vigie.map;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * A Mapbox Vector Tile, ready to be sent.
 *
 * @param bytes empty when there is nothing in it
 * @param gzip the same, compressed; the very same array when that does not pay
 * @param tag of the content: the same bytes always have the same, other bytes another
 */
@SuppressWarnings("ArrayRecordComponent") // Sent as they are and never compared.
public record Tile(byte[] bytes, byte[] gzip, String tag) {

    private static final int SMALLEST_TO_COMPRESS = 1_000;
    private static final int TAG_BYTES = 12;

    static Tile of(byte[] bytes) {
        byte[] gzip = bytes.length < SMALLEST_TO_COMPRESS ? bytes : compress(bytes);
        return new Tile(bytes, gzip.length < bytes.length ? gzip : bytes, tag(bytes));
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    public boolean isCompressed() {
        return gzip != bytes;
    }

    int weight() {
        return 200 + bytes.length + (isCompressed() ? gzip.length : 0);
    }

    private static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            byte[] start = java.util.Arrays.copyOf(hash, TAG_BYTES);
            return new String(Base64.getUrlEncoder().withoutPadding().encode(start), StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
