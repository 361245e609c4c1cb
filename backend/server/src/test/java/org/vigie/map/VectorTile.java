package org.vigie.map;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads of a Mapbox Vector Tile of points what a test asks for. */
final class VectorTile {

    /** @param x of the first point, in units of the tile; so is y */
    record Feature(String layer, Map<String, Object> properties, int x, int y) {

        long number(String name) {
            return ((Number) properties.getOrDefault(name, 0L)).longValue();
        }

        String text(String name) {
            return String.valueOf(properties.getOrDefault(name, ""));
        }

        /** Its edge included, to which what lies close to it is rounded. */
        boolean isInside() {
            return x >= 0 && y >= 0 && x <= 4096 && y <= 4096;
        }
    }

    private final ByteBuffer bytes;

    private VectorTile(ByteBuffer bytes) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    static Map<String, Integer> featuresByLayer(byte[] tile) {
        Map<String, Integer> counts = new TreeMap<>();
        features(tile).forEach(feature -> counts.merge(feature.layer(), 1, Integer::sum));
        return counts;
    }

    static List<Feature> features(byte[] tile) {
        List<Feature> features = new ArrayList<>();
        VectorTile reader = new VectorTile(ByteBuffer.wrap(tile));
        while (reader.bytes.hasRemaining()) {
            reader.varint();
            new Layer(reader.part()).addTo(features);
        }
        return features;
    }

    private VectorTile part() {
        int length = (int) varint();
        ByteBuffer part = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return new VectorTile(part);
    }

    private String text() {
        ByteBuffer text = part().bytes;
        byte[] all = new byte[text.remaining()];
        text.get(all);
        return new String(all, StandardCharsets.UTF_8);
    }

    private List<Long> numbers() {
        VectorTile packed = part();
        List<Long> numbers = new ArrayList<>();
        while (packed.bytes.hasRemaining()) {
            numbers.add(packed.varint());
        }
        return numbers;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static long unzigzag(long number) {
        return (number >>> 1) ^ -(number & 1);
    }

    private Object value() {
        int field = (int) (varint() >> 3);
        return switch (field) {
            case 1 -> text();
            case 2 -> bytes.getFloat();
            case 3 -> bytes.getDouble();
            case 6 -> unzigzag(varint());
            case 7 -> varint() == 1;
            default -> varint();
        };
    }

    private static final class Layer {
        private String name = "";
        private final List<String> keys = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();
        private final List<VectorTile> features = new ArrayList<>();

        Layer(VectorTile reader) {
            while (reader.bytes.hasRemaining()) {
                switch ((int) (reader.varint() >> 3)) {
                    case 1 -> name = reader.text();
                    case 2 -> features.add(reader.part());
                    case 3 -> keys.add(reader.text());
                    case 4 -> values.add(reader.part().value());
                    default -> reader.varint();
                }
            }
        }

        void addTo(List<Feature> all) {
            features.forEach(feature -> all.add(read(feature)));
        }

        private Feature read(VectorTile feature) {
            Map<String, Object> properties = new TreeMap<>();
            int x = 0;
            int y = 0;
            while (feature.bytes.hasRemaining()) {
                switch ((int) (feature.varint() >> 3)) {
                    case 2 -> {
                        List<Long> tags = feature.numbers();
                        for (int i = 0; i < tags.size(); i += 2) {
                            properties.put(
                                    keys.get(tags.get(i).intValue()),
                                    values.get(tags.get(i + 1).intValue()));
                        }
                    }
                    case 4 -> {
                        List<Long> commands = feature.numbers();
                        x = (int) unzigzag(commands.get(1));
                        y = (int) unzigzag(commands.get(2));
                    }
                    default -> feature.varint();
                }
            }
            return new Feature(name, properties, x, y);
        }
    }
}
