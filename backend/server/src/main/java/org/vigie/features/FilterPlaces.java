package org.vigie.features;

import java.util.List;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.vigie.access.Refusal;
import org.vigie.features.cql2.Operand;
import org.vigie.features.cql2.Operand.Box;
import org.vigie.features.cql2.Operand.Place;
import org.vigie.features.cql2.Predicate;
import org.vigie.features.cql2.Predicate.Relation;
import org.vigie.geo.Geometries;

/** Brings the places of a condition to where features are stored: EPSG:4326, longitude first. */
public final class FilterPlaces {

    private static final double EARTH_RADIUS_METRES = 6378137;

    /** Nothing that is on a map of Web Mercator lies beyond. */
    private static final double MERCATOR_LATITUDE = 85.06;

    /** Far more than two ways of projecting differ by. */
    private static final double MARGIN_METRES = 1;

    /** A straight line of one system is bent in another: over a town, this many pieces follow it to less than a centimetre. */
    private static final int PIECES = 64;

    private final ReferenceSystem system;

    private FilterPlaces(ReferenceSystem system) {
        this.system = system;
    }

    /** @throws Refusal when a place is none, or is not valid; MALFORMED */
    public static Predicate inStorage(Predicate predicate, ReferenceSystem system) {
        return new FilterPlaces(system).inStorage(predicate);
    }

    private Predicate inStorage(Predicate predicate) {
        return switch (predicate) {
            case Predicate.And and -> new Predicate.And(inStorage(and.all()));
            case Predicate.Or or -> new Predicate.Or(inStorage(or.any()));
            case Predicate.Not not -> new Predicate.Not(inStorage(not.predicate()));
            case Predicate.Spatial spatial -> {
                boolean mixed = spatial.relation() == Relation.INTERSECTS || spatial.relation() == Relation.DISJOINT;
                yield new Predicate.Spatial(
                        spatial.relation(), place(spatial.left(), mixed), place(spatial.right(), mixed));
            }
            default -> predicate;
        };
    }

    private List<Predicate> inStorage(List<Predicate> parts) {
        return parts.stream().map(this::inStorage).toList();
    }

    /** @param mixed whether a collection of points, lines and polygons makes sense here */
    private Place place(Place place, boolean mixed) {
        try {
            return switch (place) {
                case Operand.Property property -> property;
                case Box box -> new Operand.Shape(box(box));
                case Operand.Shape shape -> {
                    Geometry geometry = shape.geometry();
                    boolean isMixed = geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
                    if (!geometry.isValid() || isMixed && !mixed) {
                        throw new IllegalArgumentException(geometry.getGeometryType());
                    }
                    yield new Operand.Shape(toStorage(geometry));
                }
            };
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.MALFORMED, "filter-geometry-malformed", String.valueOf(e.getMessage()));
        }
    }

    private Geometry toStorage(Geometry written) {
        if (system.isInDegrees()) {
            return system.toStorage(written);
        }
        Envelope box = written.getEnvelopeInternal();
        double longest = Math.max(box.getWidth(), box.getHeight());
        return system.toStorage(longest == 0 ? written : Densifier.densify(written, longest / PIECES));
    }

    /** West of east means across 180°: such a box has two parts. */
    private Geometry box(Box box) {
        boolean swapped = system.northFirst();
        double west = swapped ? box.lowSecond() : box.lowFirst();
        double south = swapped ? box.lowFirst() : box.lowSecond();
        double east = swapped ? box.highSecond() : box.highFirst();
        double north = swapped ? box.highFirst() : box.highSecond();
        boolean across = west > east;
        if (south > north || across && !system.isInDegrees()) {
            throw new IllegalArgumentException("BBOX");
        }
        return across
                ? Geometries.FACTORY.createMultiPolygon(
                        new Polygon[] {polygon(west, south, 180, north), polygon(-180, south, east, north)})
                : toStorage(written(west, south, east, north));
    }

    private static Polygon polygon(double west, double south, double east, double north) {
        if (Geometries.FACTORY.toGeometry(new Envelope(west, east, south, north)) instanceof Polygon polygon
                && polygon.getEnvelopeInternal().getMinX() >= -180
                && polygon.getEnvelopeInternal().getMaxX() <= 180) {
            return polygon;
        }
        throw new IllegalArgumentException("BBOX");
    }

    /** In the order of the system's axes; a box without width is a line, without both a point. */
    private Geometry written(double west, double south, double east, double north) {
        return Geometries.FACTORY.toGeometry(
                system.northFirst() ? new Envelope(south, north, west, east) : new Envelope(west, east, south, north));
    }

    /** A box in EPSG:3857 around a geometry, with a margin. */
    static Envelope mercatorBox(Geometry stored) {
        Envelope degrees = stored.getEnvelopeInternal();
        Envelope box = new Envelope(
                eastMetres(degrees.getMinX()),
                eastMetres(degrees.getMaxX()),
                northMetres(degrees.getMinY()),
                northMetres(degrees.getMaxY()));
        box.expandBy(MARGIN_METRES);
        return box;
    }

    private static double eastMetres(double longitude) {
        return EARTH_RADIUS_METRES * Math.toRadians(longitude);
    }

    private static double northMetres(double latitude) {
        double within = Math.max(-MERCATOR_LATITUDE, Math.min(MERCATOR_LATITUDE, latitude));
        return EARTH_RADIUS_METRES * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(within) / 2));
    }
}
