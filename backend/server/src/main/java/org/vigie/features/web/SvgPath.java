package org.vigie.features.web;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Lines and rings as one path of a picture, without what nobody would see in it: corners nearer to each other than a pixel, and specks. */
final class SvgPath {

    private static final int NEAREST_UNITS = 3;

    private final StringBuilder letters = new StringBuilder();
    private final int most;

    /** @param most letters after which no more is drawn */
    SvgPath(int most) {
        this.most = most;
    }

    boolean isEmpty() {
        return letters.isEmpty();
    }

    void add(Geometry geometry, MapPicture.Plane plane) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                line(polygon.getExteriorRing(), plane);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    line(polygon.getInteriorRingN(hole), plane);
                }
            } else if (geometry.getGeometryN(i) instanceof LineString line) {
                line(line, plane);
            }
        }
    }

    private void line(LineString line, MapPicture.Plane plane) {
        if (letters.length() > most) {
            return;
        }
        int begun = letters.length();
        Coordinate[] corners = line.getCoordinates();
        int x = plane.x(corners[0].x);
        int y = plane.y(corners[0].y);
        letters.append('M').append(x).append(' ').append(y).append('l');
        int drawn = 0;
        for (int i = 1; i < corners.length; i++) {
            int nextX = plane.x(corners[i].x);
            int nextY = plane.y(corners[i].y);
            int far = Math.max(Math.abs(nextX - x), Math.abs(nextY - y));
            if (far >= NEAREST_UNITS || i == corners.length - 1 && far > 0 && drawn > 0) {
                letters.append(drawn++ == 0 ? "" : " ")
                        .append(nextX - x)
                        .append(' ')
                        .append(nextY - y);
                x = nextX;
                y = nextY;
            }
        }
        if (drawn == 0) {
            letters.setLength(begun);
        }
    }

    /** @param style class of the element; empty for none */
    String element(String style) {
        return isEmpty()
                ? ""
                : "<path%s fill-rule=\"evenodd\" d=\"%s\"/>\n"
                        .formatted(style.isEmpty() ? "" : " class=\"" + style + "\"", letters);
    }
}
