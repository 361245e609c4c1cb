package org.vigie.map.web;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.springframework.modulith.NamedInterface;
import org.vigie.access.Refusal;
import org.vigie.geo.Geometries;
import org.vigie.geo.Wgs84Point;
import org.vigie.map.Bounds;
import org.vigie.map.RequestArea;

/**
 * Reads where requests must lie, longitude first: {@code bbox=west,south,east,north}, {@code polygon=} the corners one after the other,
 * {@code around=longitude,latitude,metres}. All that are given hold.
 */
@NamedInterface("filter")
public final class AreaParameters {

    private static final int MOST_CORNERS = 200;
    private static final double MOST_DEGREES_NORTH = 85;

    private final FilterParameters parameters;

    public AreaParameters(FilterParameters parameters) {
        this.parameters = parameters;
    }

    public RequestArea area() {
        return area(parameters.text("bbox"), parameters.text("polygon"), parameters.text("around"));
    }

    /** @throws Refusal parameter-malformed, which names the one that is none */
    public static RequestArea area(Optional<String> bbox, Optional<String> polygon, Optional<String> around) {
        return new RequestArea(
                bbox.map(AreaParameters::box),
                polygon.map(AreaParameters::polygon),
                around.map(AreaParameters::circle));
    }

    private static Bounds box(String text) {
        double[] sides = numbers("bbox", text);
        require(sides.length == 4, "bbox");
        try {
            return new Bounds(point("bbox", sides[0], sides[1]), point("bbox", sides[2], sides[3]));
        } catch (IllegalArgumentException notABox) {
            throw FilterParameters.malformed("bbox");
        }
    }

    private static Polygon polygon(String text) {
        double[] numbers = numbers("polygon", text);
        int corners = numbers.length / 2;
        require(numbers.length % 2 == 0 && corners >= 3 && corners <= MOST_CORNERS, "polygon");
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            ring[i] =
                    onMap("polygon", numbers[2 * i], numbers[2 * i + 1]).toJts().getCoordinate();
        }
        ring[corners] = ring[0].copy();
        Polygon polygon = Geometries.FACTORY.createPolygon(ring);
        require(polygon.isValid(), "polygon");
        return polygon;
    }

    private static RequestArea.Circle circle(String text) {
        double[] numbers = numbers("around", text);
        require(numbers.length == 3 && numbers[2] > 0 && numbers[2] <= RequestArea.MAX_METRES, "around");
        return new RequestArea.Circle(onMap("around", numbers[0], numbers[1]), numbers[2]);
    }

    /** Beyond the edge of web maps no request can lie. */
    static Wgs84Point onMap(String parameter, double longitude, double latitude) {
        require(Math.abs(latitude) <= MOST_DEGREES_NORTH, parameter);
        return point(parameter, longitude, latitude);
    }

    private static Wgs84Point point(String parameter, double longitude, double latitude) {
        try {
            return new Wgs84Point(longitude, latitude);
        } catch (IllegalArgumentException outOfRange) {
            throw FilterParameters.malformed(parameter);
        }
    }

    private static double[] numbers(String parameter, String text) {
        try {
            return Arrays.stream(text.split(",", 2 * MOST_CORNERS + 1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException notANumber) {
            throw FilterParameters.malformed(parameter);
        }
    }

    private static void require(boolean holds, String parameter) throws Refusal {
        if (!holds) {
            throw FilterParameters.malformed(parameter);
        }
    }
}
