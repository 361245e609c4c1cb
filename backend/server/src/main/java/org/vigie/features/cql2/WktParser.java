package org.vigie.features.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.vigie.features.cql2.Operand.Box;
import org.vigie.features.cql2.Operand.Place;
import org.vigie.geo.Geometries;

/** Geometries as CQL2 text writes them: Well-Known Text and BBOX. Heights are read and left out. */
final class WktParser {

    private static final Set<String> TYPES = Set.of(
            "POINT",
            "LINESTRING",
            "POLYGON",
            "MULTIPOINT",
            "MULTILINESTRING",
            "MULTIPOLYGON",
            "GEOMETRYCOLLECTION",
            "BBOX");

    /** The last repeats the first. */
    private static final int LEAST_CORNERS = 4;

    private final Tokens tokens;
    private final FilterSize size;

    WktParser(Tokens tokens, FilterSize size) {
        this.tokens = tokens;
        this.size = size;
    }

    /** Whether a geometry comes next: a property may be called as one, but no bracket follows it. */
    boolean isNext() {
        return tokens.peek().kind() == Tokens.Kind.WORD
                && TYPES.contains(type())
                && (tokens.second().is("(")
                        || tokens.second().is("Z")
                        || tokens.second().is("EMPTY"));
    }

    Place parse() {
        if (type().equals("BBOX")) {
            return box();
        }
        try {
            return Literals.shape(geometry());
        } catch (IllegalArgumentException e) {
            throw FilterRefusals.geometryMalformed(String.valueOf(e.getMessage()));
        }
    }

    private String type() {
        return tokens.peek().text().toUpperCase(Locale.ROOT);
    }

    private Box box() {
        tokens.next();
        return Literals.box(list(tokens::expectNumber).stream()
                .mapToDouble(number -> number)
                .toArray());
    }

    private Geometry geometry() {
        return size.deeper(() -> {
            String type = type();
            tokens.next();
            tokens.skip("Z");
            return switch (type) {
                case "POINT" -> inBrackets(this::point);
                case "LINESTRING" -> Geometries.FACTORY.createLineString(positions());
                case "POLYGON" -> polygon();
                case "MULTIPOINT" ->
                    Geometries.FACTORY.createMultiPoint(list(this::pointOfMany).toArray(Point[]::new));
                case "MULTILINESTRING" ->
                    Geometries.FACTORY.createMultiLineString(
                            list(() -> Geometries.FACTORY.createLineString(positions()))
                                    .toArray(LineString[]::new));
                case "MULTIPOLYGON" ->
                    Geometries.FACTORY.createMultiPolygon(list(this::polygon).toArray(Polygon[]::new));
                case "GEOMETRYCOLLECTION" ->
                    Geometries.FACTORY.createGeometryCollection(
                            list(this::geometry).toArray(Geometry[]::new));
                default -> throw tokens.unexpected();
            };
        });
    }

    private Polygon polygon() {
        List<LinearRing> rings = list(this::ring);
        return Geometries.FACTORY.createPolygon(
                rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring() {
        Coordinate[] corners = positions();
        if (corners.length < LEAST_CORNERS) {
            throw FilterRefusals.geometryMalformed("POLYGON");
        }
        return Geometries.FACTORY.createLinearRing(corners);
    }

    private Point pointOfMany() {
        return tokens.peek().is("(") ? inBrackets(this::point) : point();
    }

    private Point point() {
        return Geometries.FACTORY.createPoint(position());
    }

    private Coordinate[] positions() {
        return list(this::position).toArray(Coordinate[]::new);
    }

    private Coordinate position() {
        Coordinate position = new Coordinate(tokens.expectNumber(), tokens.expectNumber());
        if (!tokens.peek().is(",") && !tokens.peek().is(")")) {
            tokens.expectNumber();
        }
        return position;
    }

    private <T> T inBrackets(Supplier<T> inside) {
        tokens.expect("(");
        T read = inside.get();
        tokens.expect(")");
        return read;
    }

    private <T> List<T> list(Supplier<T> element) {
        return inBrackets(() -> {
            List<T> all = new ArrayList<>();
            do {
                all.add(element.get());
            } while (tokens.skip(","));
            return all;
        });
    }
}
