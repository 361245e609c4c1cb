package org.vigie.map;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Reads of a Mapbox Vector Tile what a test asks for: its layers and how many features each has. */
final class VectorTile {

    private final byte[] bytes;
    private int at;

    private VectorTile(byte[] bytes) {
        this.bytes = bytes;
    }

    static Map<String, Integer> featuresByLayer(byte[] tile) {
        Map<String, Integer> counts = new TreeMap<>();
        VectorTile reader = new VectorTile(tile);
        while (reader.at < tile.length) {
            reader.varint();
            reader.layer(counts, (int) reader.varint());
        }
        return counts;
    }

    private void layer(Map<String, Integer> counts, int length) {
        int end = at + length;
        int features = 0;
        String name = "";
        while (at < end) {
            long tag = varint();
            if ((tag & 7) == 0) {
                varint();
                continue;
            }
            int size = (int) varint();
            if (tag >> 3 == 1) {
                name = new String(bytes, at, size, StandardCharsets.UTF_8);
            } else if (tag >> 3 == 2) {
                features++;
            }
            at += size;
        }
        counts.merge(name, features, Integer::sum);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
