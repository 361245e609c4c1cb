package org.vigie.features;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A layer as partners see it.
 *
 * @param geometryType as in GeoJSON; {@code Geometry} when they are mixed
 * @param properties what is shown and may be asked for, in the order in which it is shown; all are columns of the view
 */
public record PublishedLayer(String name, String geometryType, Source source, List<Property> properties) {

    /** Name of the geometry in filters. */
    public static final String GEOMETRY = "geometry";

    private static final String GEOMETRY_COLUMN = "geom";

    /**
     * Where its features are read.
     *
     * @param id column that identifies a feature for good
     * @param mercator column in EPSG:3857 that has an index of places; absent: the geometry itself has one
     * @param time property that says when a feature was; absent: it always is
     * @param plot column with the number of its plot of ground, which with the id has an index: see {@link Plots}; absent where there are
     *     few enough to be read by id
     */
    public record Source(String view, Id id, Optional<String> mercator, Optional<String> time, Optional<String> plot) {

        Source(String view, Id id, Optional<String> mercator, Optional<String> time) {
            this(view, id, mercator, time, Optional.empty());
        }
    }

    public record Id(String column, IdType type) {}

    /** What an id is, in SQL. */
    public enum IdType {
        UUID,
        BIGINT,
        TEXT;

        String sql() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What a property may be compared with. */
    public enum Type {
        TEXT,
        INTEGER,
        BOOLEAN,
        INSTANT,
        GEOMETRY
    }

    /** @param words all that a text can be; empty: anything */
    public record Property(String name, Type type, Set<String> words) {

        String column() {
            return type == Type.GEOMETRY ? GEOMETRY_COLUMN : name;
        }

        static Property text(String name, String... words) {
            return new Property(name, Type.TEXT, new TreeSet<>(Arrays.asList(words)));
        }

        static Property of(String name, Type type) {
            return new Property(name, type, Set.of());
        }
    }

    /** Whether only holders of a key may read it. */
    boolean isForStaff() {
        return source.view().startsWith("staff_map.");
    }

    public Optional<Property> find(String property) {
        return property.equals(GEOMETRY)
                ? Optional.of(new Property(GEOMETRY, Type.GEOMETRY, Set.of()))
                : properties.stream()
                        .filter(known -> known.name().equals(property))
                        .findFirst();
    }

    /** All that a filter may speak of. */
    public List<String> queryables() {
        return java.util.stream.Stream.concat(
                        properties.stream().map(Property::name), java.util.stream.Stream.of(GEOMETRY))
                .toList();
    }
}
