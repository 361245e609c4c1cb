package org.vigie.map;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** A Mapbox Vector Tile, ready to be sent. It is compressed when the first reader asks for that: it takes as long as making a small one. */
public final class Tile {

    private static final int SMALLEST_TO_COMPRESS = 1_000;
    private static final int TAG_BYTES = 12;
    /** Of what it weighs, beside its bytes. */
    private static final int OVERHEAD = 200;

    private final byte[] bytes;
    private final String tag;
    /** Made twice by two who ask at once: both get the same bytes. */
    private volatile byte @org.jspecify.annotations.Nullable [] gzip;

    private Tile(byte[] bytes) {
        this.bytes = bytes;
        this.tag = hash(bytes);
    }

    static Tile of(byte[] bytes) {
        return new Tile(bytes);
    }

    /** Empty when there is nothing in it. */
    public byte[] bytes() {
        return bytes;
    }

    /** The same bytes, compressed; the very same array when that does not pay. */
    public byte[] gzip() {
        byte[] ready = gzip;
        if (ready == null) {
            byte[] compressed = bytes.length < SMALLEST_TO_COMPRESS ? bytes : compress(bytes);
            ready = compressed.length < bytes.length ? compressed : bytes;
            gzip = ready;
        }
        return ready;
    }

    /** Of the content: the same bytes always have the same, other bytes another. */
    public String tag() {
        return tag;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** With room for what compressing it will add. */
    int weight() {
        return OVERHEAD + (bytes.length < SMALLEST_TO_COMPRESS ? bytes.length : bytes.length / 2 * 3);
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

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            byte[] start = Arrays.copyOf(hash, TAG_BYTES);
            return new String(Base64.getUrlEncoder().withoutPadding().encode(start), StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
