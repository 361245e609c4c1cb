package org.vigie.territory.asset;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.vigie.geo.GeoJsonFeature;
import org.vigie.geo.Geometries;
import org.vigie.territory.ImportReport;

/** Tells of each feature of a file what thing it is, or names in the report why it is none. For one file and one thread. */
final class AssetReading {

    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_NAME = 300;

    /** @param place a point; empty when the feature says nothing that can be kept, while its code shows that the thing is still there */
    record Row(long number, String code, String name, Optional<Point> place, Optional<Geometry> shape) {}

    private final AssetImport.Fields fields;
    private final PreparedGeometry boundary;
    private final ImportReport report;
    private final Map<String, Long> numberByCode = new HashMap<>();

    AssetReading(AssetImport.Fields fields, PreparedGeometry boundary, ImportReport report) {
        this.fields = fields;
        this.boundary = boundary;
        this.report = report;
    }

    /** @return empty when it has no code of its own */
    Optional<Row> of(GeoJsonFeature feature) {
        report.read(1);
        return code(feature).map(code -> row(feature, code)).or(() -> {
            report.rejected(1);
            return Optional.empty();
        });
    }

    private Optional<String> code(GeoJsonFeature feature) {
        String code = feature.properties()
                .getOrDefault(fields.code(), "")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        if (code.isEmpty()) {
            report.note(
                    feature.number(),
                    "no code: field \"%s\" is empty or missing; there are %s"
                            .formatted(fields.code(), feature.properties().keySet()));
            return Optional.empty();
        }
        if (code.length() > LONGEST_CODE) {
            report.note(
                    feature.number(), "the code has %d characters, at most %d".formatted(code.length(), LONGEST_CODE));
            return Optional.empty();
        }
        Long first = numberByCode.putIfAbsent(code, feature.number());
        if (first != null) {
            report.note(feature.number(), "code \"%s\" is already that of feature %d".formatted(code, first));
            return Optional.empty();
        }
        return Optional.of(code);
    }

    private Row row(GeoJsonFeature feature, String code) {
        String name = feature.properties().getOrDefault(fields.name(), "").strip();
        String kept = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        Optional<Geometry> geometry = geometry(feature, code);
        Optional<Point> place = geometry.flatMap(shape -> place(feature, code, shape));
        if (place.isEmpty()) {
            report.rejected(1);
            return new Row(feature.number(), code, kept, Optional.empty(), Optional.empty());
        }
        return new Row(feature.number(), code, kept, place, geometry.filter(shape -> shape.getDimension() > 0));
    }

    private Optional<Geometry> geometry(GeoJsonFeature feature, String code) {
        if (feature.fault().isPresent()
                || feature.geometry().isEmpty()
                || feature.geometry().get().isEmpty()) {
            report.note(feature.number(), code + ": " + feature.fault().orElse("the feature has no geometry"));
            report.withoutLocation(1);
            return Optional.empty();
        }
        Geometry told = single(feature.geometry().get());
        if (told.getDimension() == 0 && told.getNumGeometries() > 1 || told.getClass() == GeometryCollection.class) {
            report.note(
                    feature.number(),
                    "%s: the geometry is a %s, not one point, a line or ground"
                            .formatted(code, told.getGeometryType()));
            return Optional.empty();
        }
        return valid(feature, code, told);
    }

    private static Geometry single(Geometry told) {
        return told.getNumGeometries() == 1 ? told.getGeometryN(0) : told;
    }

    private Optional<Geometry> valid(GeoJsonFeature feature, String code, Geometry told) {
        TopologyValidationError error = new IsValidOp(told).getValidationError();
        if (error == null) {
            return Optional.of(told);
        }
        Geometry repaired = GeometryFixer.fix(told);
        if (repaired.isEmpty() || repaired.getDimension() != told.getDimension()) {
            report.note(feature.number(), "%s: invalid geometry: %s".formatted(code, error.getMessage()));
            return Optional.empty();
        }
        report.place(
                feature.number(),
                "%s: invalid geometry repaired: %s".formatted(code, error.getMessage()),
                Map.of(),
                Optional.of(Geometries.FACTORY.createPoint(error.getCoordinate())));
        return Optional.of(repaired);
    }

    /** A point on it that lies in the town; what is nowhere in the town is not the town's. */
    private Optional<Point> place(GeoJsonFeature feature, String code, Geometry shape) {
        Point on = shape instanceof Point point ? point : shape.getInteriorPoint();
        if (boundary.covers(on)) {
            return Optional.of(on);
        }
        if (shape.getDimension() == 2 && boundary.intersects(shape)) {
            Point within = boundary.getGeometry().intersection(shape).getInteriorPoint();
            if (!within.isEmpty()) {
                return Optional.of(within);
            }
        }
        report.outside(1);
        report.place(feature.number(), code + " lies outside the jurisdiction; not kept", Map.of(), Optional.of(on));
        return Optional.empty();
    }
}
