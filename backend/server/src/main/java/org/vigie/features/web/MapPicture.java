package org.vigie.features.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;
import org.vigie.features.FeatureRow;
import org.vigie.features.FilterPlaces;
import org.vigie.features.ItemsQuery;
import org.vigie.features.PublishedFeatures;
import org.vigie.features.PublishedLayer;
import org.vigie.features.PublishedLayers;
import org.vigie.features.ReferenceSystem;
import org.vigie.features.cql2.Operand;
import org.vigie.features.cql2.Operand.Scalar;
import org.vigie.features.cql2.Predicate;

/** A small map of features over our own base map, as SVG: it needs no script, and nobody else is asked for a picture. */
@Component
class MapPicture {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 480;
    private static final int POINT_RADIUS = 5;

    /** About 150 m around whatever is shown, so that one point has its street around it. */
    private static final double MARGIN_DEGREES = 0.0015;

    /** Beyond it a page would be slower than its table. */
    private static final int MOST_BACKGROUND = 4_000;

    /** In a wider picture small streets would only be grey. */
    private static final double STREETS_DEGREES = 0.06;

    private final PublishedFeatures features;

    MapPicture(PublishedFeatures features) {
        this.features = features;
    }

    /** @return nothing when there is nothing to show */
    String of(List<FeatureRow> rows, String title) {
        Envelope around = new Envelope();
        List<Geometry> shapes =
                rows.stream().flatMap(row -> row.geometry().stream()).toList();
        shapes.forEach(shape -> around.expandToInclude(shape.getEnvelopeInternal()));
        if (around.isNull()) {
            return "";
        }
        around.expandBy(MARGIN_DEGREES);
        Plane plane = Plane.showing(around);
        StringBuilder svg =
                new StringBuilder("<svg class=\"map\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
                        .formatted(WIDTH, HEIGHT, PageFrame.escaped(title)));
        background(plane, svg);
        shapes.forEach(shape -> shape(shape, plane, svg));
        return svg.append("</svg>").toString();
    }

    private void background(Plane plane, StringBuilder svg) {
        List<Geometry> streets = new ArrayList<>();
        for (FeatureRow row : around(plane.shown())) {
            String kind = String.valueOf(row.values().getFirst());
            Geometry shape = row.geometry().orElseThrow();
            switch (kind) {
                case "WATER" -> path("water", shape, plane, svg);
                case "GREEN", "WOOD" -> path("green", shape, plane, svg);
                default -> streets.add(shape);
            }
        }
        streets.forEach(street -> path("case", street, plane, svg));
        streets.forEach(street -> path("street", street, plane, svg));
    }

    private List<FeatureRow> around(Envelope shown) {
        PublishedLayer basemap = PublishedLayers.find("basemap").orElseThrow();
        List<Scalar> kinds = new ArrayList<>(
                List.of(new Operand.Text("WATER"), new Operand.Text("GREEN"), new Operand.Text("WOOD")));
        if (shown.getHeight() < STREETS_DEGREES) {
            kinds.add(new Operand.Text("STREET"));
        }
        Predicate inBox = new Predicate.Spatial(
                Predicate.Relation.INTERSECTS,
                new Operand.Property(PublishedLayer.GEOMETRY),
                new Operand.Box(shown.getMinX(), shown.getMinY(), shown.getMaxX(), shown.getMaxY()));
        Predicate drawn = new Predicate.In(new Operand.Property("kind"), kinds);
        List<FeatureRow> rows = new ArrayList<>();
        features.page(
                new ItemsQuery(
                        basemap,
                        FilterPlaces.inStorage(new Predicate.And(List.of(inBox, drawn)), ReferenceSystem.CRS84),
                        MOST_BACKGROUND,
                        Optional.empty(),
                        false),
                rows::add);
        return rows;
    }

    private static void shape(Geometry geometry, Plane plane, StringBuilder svg) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            switch (geometry.getGeometryN(i)) {
                case Point point ->
                    svg.append("<circle class=\"point\" cx=\"%s\" cy=\"%s\" r=\"%d\"/>\n"
                            .formatted(plane.x(point.getX()), plane.y(point.getY()), POINT_RADIUS));
                case LineString line -> path("line", line, plane, svg);
                case Geometry other -> path("shape", other, plane, svg);
            }
        }
    }

    private static void path(String style, Geometry geometry, Plane plane, StringBuilder svg) {
        svg.append("<path class=\"").append(style).append("\" fill-rule=\"evenodd\" d=\"");
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                corners(polygon.getExteriorRing(), plane, svg);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    corners(polygon.getInteriorRingN(hole), plane, svg);
                }
            } else if (geometry.getGeometryN(i) instanceof LineString line) {
                corners(line, plane, svg);
            }
        }
        svg.append("\"/>\n");
    }

    private static void corners(LineString line, Plane plane, StringBuilder svg) {
        char verb = 'M';
        for (Coordinate corner : line.getCoordinates()) {
            svg.append(verb).append(plane.x(corner.x)).append(' ').append(plane.y(corner.y));
            verb = 'L';
        }
    }

    /** Degrees to units of the picture, the same scale both ways at the middle. */
    private record Plane(double west, double north, double unitsADegreeEast, double unitsADegreeNorth) {

        static Plane showing(Envelope around) {
            double narrowing = Math.cos(Math.toRadians(around.centre().y));
            double unitsADegree = Math.min(WIDTH / (around.getWidth() * narrowing), HEIGHT / around.getHeight());
            return new Plane(
                    around.centre().x - WIDTH / 2.0 / (unitsADegree * narrowing),
                    around.centre().y + HEIGHT / 2.0 / unitsADegree,
                    unitsADegree * narrowing,
                    unitsADegree);
        }

        Envelope shown() {
            return new Envelope(
                    Math.max(-180, west),
                    Math.min(180, west + WIDTH / unitsADegreeEast),
                    Math.max(-90, north - HEIGHT / unitsADegreeNorth),
                    Math.min(90, north));
        }

        String x(double longitude) {
            return tenths((longitude - west) * unitsADegreeEast);
        }

        String y(double latitude) {
            return tenths((north - latitude) * unitsADegreeNorth);
        }

        private static String tenths(double units) {
            return String.format(Locale.ROOT, "%.1f", units);
        }
    }
}
