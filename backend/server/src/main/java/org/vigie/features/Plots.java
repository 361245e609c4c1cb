package org.vigie.features;

import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.features.cql2.Operand;
import org.vigie.features.cql2.Predicate;

/**
 * The plots of ground, tiles of zoom 18, in which all that a condition lets through must lie; as {@code cells.plot} numbers them. A page of
 * what lies in a box is read plot by plot, so that it ends as soon as it is full: by id, all that lies in the box would have to be sorted
 * for each page.
 */
final class Plots {

    /** Some six kilometres by six: beyond that, looking into one after the other takes longer than reading by id. */
    static final int MOST = 4_096;

    private static final int ZOOM = 18;
    private static final double HALF_WORLD_METRES = 20037508.342789244;

    private Plots() {}

    /**
     * @param condition its shapes in EPSG:4326, longitude first
     * @return ascending; absent when it says nothing of a place, or the place is too large
     */
    static Optional<long[]> of(Predicate condition) {
        return places(condition)
                .map(FilterPlaces::mercatorBox)
                .reduce(Envelope::intersection)
                .flatMap(Plots::in);
    }

    /** All that must be met at once. */
    private static Stream<Geometry> places(Predicate predicate) {
        return switch (predicate) {
            case Predicate.And and -> and.all().stream().flatMap(Plots::places);
            case Predicate.Spatial spatial ->
                spatial.relation() == Predicate.Relation.DISJOINT
                        ? Stream.empty()
                        : place(spatial.left(), spatial.right()).stream();
            default -> Stream.empty();
        };
    }

    private static Optional<Geometry> place(Operand.Place left, Operand.Place right) {
        if (left instanceof Operand.Property && right instanceof Operand.Shape shape) {
            return Optional.of(shape.geometry());
        }
        return left instanceof Operand.Shape shape && right instanceof Operand.Property
                ? Optional.of(shape.geometry())
                : Optional.empty();
    }

    /** @param box in EPSG:3857 */
    private static Optional<long[]> in(Envelope box) {
        if (box.isNull()) {
            return Optional.of(new long[0]);
        }
        long west = number(box.getMinX());
        long east = number(box.getMaxX());
        long north = number(-box.getMaxY());
        long south = number(-box.getMinY());
        if ((east - west + 1) * (south - north + 1) > MOST) {
            return Optional.empty();
        }
        return Optional.of(LongStream.rangeClosed(west, east)
                .flatMap(column -> LongStream.rangeClosed(north, south).map(row -> column << ZOOM | row))
                .toArray());
    }

    /** Counted from the west or the north. */
    private static long number(double metres) {
        return (long) Math.floor((metres + HALF_WORLD_METRES) / (2 * HALF_WORLD_METRES) * (1 << ZOOM));
    }
}
