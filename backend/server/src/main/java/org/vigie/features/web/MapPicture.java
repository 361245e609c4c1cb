package org.vigie.features.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
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

    /** Twice as many units as it is wide on a screen, so that whole ones are fine enough. */
    private static final int WIDTH = 1_920;

    private static final int HEIGHT = 960;
    private static final int POINT_RADIUS = 10;

    /** About 150 m around whatever is shown, so that one point has its street around it. */
    private static final double MARGIN_DEGREES = 0.0015;

    /** Beyond it a page would be slower than its table: of features, and of letters that draw them. */
    private static final int MOST_BACKGROUND = 4_000;

    private static final int MOST_LETTERS = 150_000;

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

    /** Streets are drawn twice, as their edge and as themselves, and told once. */
    private void background(Plane plane, StringBuilder svg) {
        SvgPath water = new SvgPath(MOST_LETTERS);
        SvgPath green = new SvgPath(MOST_LETTERS);
        SvgPath streets = new SvgPath(MOST_LETTERS);
        for (FeatureRow row : around(plane.shown())) {
            SvgPath path = switch (String.valueOf(row.values().getFirst())) {
                case "WATER" -> water;
                case "GREEN", "WOOD" -> green;
                default -> streets;
            };
            path.add(row.geometry().orElseThrow(), plane);
        }
        svg.append(green.element("green")).append(water.element("water"));
        if (!streets.isEmpty()) {
            svg.append("<defs>")
                    .append(streets.element("").replaceFirst("path", "path id=\"streets\""))
                    .append(
                            "</defs><use href=\"#streets\" class=\"case\"/><use href=\"#streets\" class=\"street\"/>\n");
        }
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
            Geometry part = geometry.getGeometryN(i);
            SvgPath path = new SvgPath(MOST_LETTERS);
            path.add(part, plane);
            if (path.isEmpty()) {
                Coordinate at = part.getEnvelopeInternal().centre();
                svg.append("<circle class=\"point\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>\n"
                        .formatted(plane.x(at.x), plane.y(at.y), POINT_RADIUS));
            } else if (svg.length() < MOST_LETTERS * 2) {
                svg.append(path.element(part instanceof LineString ? "line" : "shape"));
            }
        }
    }

    /** Degrees to units of the picture, the same scale both ways at the middle. */
    record Plane(double west, double north, double unitsADegreeEast, double unitsADegreeNorth) {

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

        int x(double longitude) {
            return (int) Math.round((longitude - west) * unitsADegreeEast);
        }

        int y(double latitude) {
            return (int) Math.round((north - latitude) * unitsADegreeNorth);
        }
    }
}
