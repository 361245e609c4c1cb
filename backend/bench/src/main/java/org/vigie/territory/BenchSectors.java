package org.vigie.territory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import org.tukaani.xz.XZInputStream;
import org.vigie.geo.Areas;
import org.vigie.geo.GeoJsonFeatures;
import org.vigie.geo.Geometries;
import org.vigie.geo.Wgs84Point;

/** Sectors to measure on. */
final class BenchSectors {

    private static final UUID VERSION = new UUID(0, 1);
    private static final double NOISE_DEGREES = 0.0004;

    private BenchSectors() {}

    /** About that many corners a sector, neighbours sharing them, over 0.25 by 0.1 degrees as around Paris. */
    static List<SectorSnapshot.Shape> city(int sectors, int corners) {
        Random random = new Random(20261122);
        Envelope ground = new Envelope(2.22, 2.47, 48.81, 48.91);
        List<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < sectors; i++) {
            sites.add(anywhere(ground, random));
        }
        VoronoiDiagramBuilder voronoi = new VoronoiDiagramBuilder();
        voronoi.setSites(sites);
        voronoi.setClipEnvelope(ground);
        Geometry cells = voronoi.getDiagram(Geometries.FACTORY);
        double step = 4 * Math.sqrt(ground.getArea() / sectors) / corners;
        List<SectorSnapshot.Shape> shapes = new ArrayList<>();
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            Geometry warped = warped(Densifier.densify(cells.getGeometryN(i), step));
            shapes.add(shape("s" + i, polygonal(warped.isValid() ? warped : GeometryFixer.fix(warped))));
        }
        return shapes;
    }

    /** The same corner is moved the same way in each of its sectors. */
    private static Geometry warped(Geometry cell) {
        return new GeometryEditor(Geometries.FACTORY).edit(cell, new GeometryEditor.CoordinateOperation() {
            @Override
            public Coordinate[] edit(Coordinate[] coordinates, Geometry geometry) {
                Coordinate[] moved = new Coordinate[coordinates.length];
                for (int i = 0; i < coordinates.length; i++) {
                    Coordinate at = coordinates[i];
                    moved[i] = new Coordinate(
                            at.x + NOISE_DEGREES * Math.sin(at.y * 9_000) * Math.cos(at.x * 7_000),
                            at.y + NOISE_DEGREES * Math.sin(at.x * 8_000) * Math.cos(at.y * 6_000));
                }
                return moved;
            }
        });
    }

    /** The communes of France. */
    static List<SectorSnapshot.Shape> france() throws IOException {
        Path file = Path.of(System.getProperty("vigie.shared-data"), "france/communes-france-101dep.geojson.xz");
        List<SectorSnapshot.Shape> shapes = new ArrayList<>();
        try (InputStream in = new XZInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            GeoJsonFeatures.read(in, feature -> {
                Geometry geometry = feature.geometry().orElseThrow();
                String code = feature.properties().getOrDefault("code", "");
                shapes.add(shape(code, polygonal(geometry.isValid() ? geometry : GeometryFixer.fix(geometry))));
            });
        }
        return shapes;
    }

    /** Places in and a little around the sectors. */
    static Wgs84Point[] places(List<SectorSnapshot.Shape> shapes, int count, long seed) {
        Random random = new Random(seed);
        Wgs84Point[] places = new Wgs84Point[count];
        for (int i = 0; i < count; i++) {
            Envelope around = shapes.get(random.nextInt(shapes.size())).shape().getEnvelopeInternal();
            Coordinate at = anywhere(around, random);
            places[i] = new Wgs84Point(at.x, at.y);
        }
        return places;
    }

    private static Coordinate anywhere(Envelope ground, Random random) {
        return new Coordinate(
                ground.getMinX() + random.nextDouble() * ground.getWidth(),
                ground.getMinY() + random.nextDouble() * ground.getHeight());
    }

    private static MultiPolygon polygonal(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (Object polygon : PolygonExtracter.getPolygons(geometry)) {
            polygons.add((Polygon) polygon);
        }
        return Geometries.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static SectorSnapshot.Shape shape(String code, MultiPolygon shape) {
        LocatedSector sector = new LocatedSector(UUID.nameUUIDFromBytes(code.getBytes()), code, code, VERSION, 1);
        return new SectorSnapshot.Shape(sector, shape, Areas.squareMetres(shape), 0);
    }
}
