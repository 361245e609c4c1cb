package org.vigie.geo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Coordinate reference systems by EPSG code, east before north whatever the authority says. */
public final class Crs {

    private static final Map<Integer, MathTransform> TO_WGS84 = new ConcurrentHashMap<>();

    private Crs() {}

    /**
     * The geometry in EPSG:4326, longitude first.
     *
     * @param epsgCode for example 2154 (Lambert-93) or 3857; coordinates are read as easting, northing
     * @throws IllegalArgumentException when the code is unknown or a coordinate lies outside its domain
     */
    public static Geometry toWgs84(Geometry geometry, int epsgCode) {
        if (epsgCode == Geometries.WGS84_SRID) {
            return Geometries.FACTORY.createGeometry(geometry);
        }
        try {
            Geometry transformed = JTS.transform(geometry, TO_WGS84.computeIfAbsent(epsgCode, Crs::transformToWgs84));
            return Geometries.FACTORY.createGeometry(transformed);
        } catch (TransformException e) {
            throw new IllegalArgumentException("a coordinate lies outside the domain of EPSG:" + epsgCode, e);
        }
    }

    /**
     * The geometry in that system, easting before northing; the SRID stays that of storage.
     *
     * @param geometry in EPSG:4326, longitude first
     * @throws IllegalArgumentException when the code is unknown or a coordinate lies outside its domain
     */
    public static Geometry fromWgs84(Geometry geometry, int epsgCode) {
        if (epsgCode == Geometries.WGS84_SRID) {
            return geometry;
        }
        try {
            return JTS.transform(
                    geometry,
                    TO_WGS84.computeIfAbsent(epsgCode, Crs::transformToWgs84).inverse());
        } catch (TransformException e) {
            throw new IllegalArgumentException("a coordinate lies outside the domain of EPSG:" + epsgCode, e);
        }
    }

    /** Whether the authority writes latitude or northing first, as it does for EPSG:4326. */
    public static boolean isNorthFirst(int epsgCode) {
        try {
            return CRS.getAxisOrder(CRS.decode("EPSG:" + epsgCode, false)) == CRS.AxisOrder.NORTH_EAST;
        } catch (FactoryException e) {
            throw new IllegalArgumentException("EPSG:" + epsgCode + " is not a known coordinate system", e);
        }
    }

    /** A copy with the two ordinates of every coordinate in the other order. */
    public static Geometry withAxesSwapped(Geometry geometry) {
        Geometry swapped = geometry.copy();
        swapped.apply(new AxisSwap());
        return swapped;
    }

    private static final class AxisSwap implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence corners, int i) {
            double first = corners.getOrdinate(i, 0);
            corners.setOrdinate(i, 0, corners.getOrdinate(i, 1));
            corners.setOrdinate(i, 1, first);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }

    private static MathTransform transformToWgs84(int epsgCode) {
        try {
            return CRS.findMathTransform(
                    CRS.decode("EPSG:" + epsgCode, true), CRS.decode("EPSG:" + Geometries.WGS84_SRID, true), true);
        } catch (FactoryException e) {
            throw new IllegalArgumentException("EPSG:" + epsgCode + " is not a known coordinate system", e);
        }
    }
}
