package org.vigie.map.web;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.vigie.map.Tile;

/**
 * A tile as one reader gets it.
 *
 * @param bytes compressed when the reader takes that and it pays
 * @param tag as in the header; compressed bytes are other bytes, so a strong tag must tell them apart
 */
record TileAnswer(byte[] bytes, String tag, boolean compressed) {

    static final String VECTOR_TILE = "application/vnd.mapbox-vector-tile";

    static final CacheControl SELDOM_CHANGES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
    static final CacheControl CHANGES_ALL_THE_TIME =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic().staleWhileRevalidate(Duration.ofSeconds(1));

    /** @param encodings the header Accept-Encoding */
    static TileAnswer of(Tile tile, @Nullable String encodings) {
        byte[] bytes = accepts(encodings) ? tile.gzip() : tile.bytes();
        boolean compressed = bytes != tile.bytes();
        return new TileAnswer(bytes, "\"" + tile.tag() + (compressed ? "-gzip\"" : "\""), compressed);
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    /** @param known the header If-None-Match: tags compare as weak ones (RFC 9110, 13.1.2) */
    boolean isKnown(@Nullable String known) {
        return known != null
                && (known.equals(tag)
                        || Arrays.stream(known.split(","))
                                .map(String::strip)
                                .anyMatch(one -> one.equals("*")
                                        || one.equals(tag)
                                        || (one.startsWith("W/")
                                                && one.substring(2).equals(tag))));
    }

    private static boolean accepts(@Nullable String encodings) {
        return encodings != null && encodings.contains("gzip") && !encodings.contains("gzip;q=0");
    }
}
