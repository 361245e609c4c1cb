package org.vigie.geo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geo.GeoJsonParts.FaultyGeometry;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** The coordinate system a GeoJSON file of the 2008 format declares; newer files declare none and mean WGS 84. */
record DeclaredCrs(int epsgCode) {

    static final DeclaredCrs WGS84 = new DeclaredCrs(Geometries.WGS84_SRID);

    private static final Pattern CRS84 = Pattern.compile("(?i).*CRS:?84.*");
    private static final Pattern EPSG = Pattern.compile("(?i).*EPSG:[0-9.]*:?([0-9]{4,6})");

    static DeclaredCrs read(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return WGS84;
        }
        JsonNode crs = parser.readValueAsTree();
        String name = crs.path("properties").path("name").asString("");
        if (CRS84.matcher(name).matches()) {
            return WGS84;
        }
        Matcher epsg = EPSG.matcher(name);
        if (!epsg.matches()) {
            throw new GeoJsonUnreadable(
                    "The file declares a coordinate system that cannot be told from its name (%s). Say its EPSG code, for example --crs 2154."
                            .formatted(name.isEmpty() ? crs : name));
        }
        return new DeclaredCrs(Integer.parseInt(epsg.group(1)));
    }

    /** @throws FaultyGeometry when a coordinate is no place on Earth */
    Geometry toWgs84(Geometry geometry) {
        try {
            for (Coordinate coordinate : geometry.getCoordinates()) {
                finite(coordinate);
            }
            Geometry transformed = Crs.toWgs84(geometry, epsgCode);
            for (Coordinate coordinate : transformed.getCoordinates()) {
                inRange(coordinate);
            }
            return transformed;
        } catch (IllegalArgumentException e) {
            throw new FaultyGeometry(String.valueOf(e.getMessage()));
        }
    }

    private static void finite(Coordinate coordinate) {
        if (!Double.isFinite(coordinate.x) || !Double.isFinite(coordinate.y)) {
            throw new FaultyGeometry("a coordinate is not a finite number");
        }
    }

    private static void inRange(Coordinate at) {
        if (Math.abs(at.x) <= 180 && Math.abs(at.y) <= 90) {
            return;
        }
        boolean swapped = Math.abs(at.x) <= 90 && Math.abs(at.y) <= 180;
        throw new FaultyGeometry(
                "%s, %s is no longitude and latitude: %s"
                        .formatted(
                                at.x,
                                at.y,
                                swapped
                                        ? "they look swapped, GeoJSON puts the longitude first"
                                        : "they look projected, and the file does not say in which system: say it, for example --crs 2154"));
    }
}
