package org.vigie.territory;

import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.vigie.geo.Areas;
import org.vigie.geo.GeoJsonFeature;
import org.vigie.geo.Geometries;
import org.vigie.territory.topology.Finding;

/** Ground as it comes in files: only polygons, with invalid rings repaired and the repair told. */
final class Polygons {

    private Polygons() {}

    /** @return empty when the feature is not a polygon; the reason is in the report */
    static Optional<MultiPolygon> of(GeoJsonFeature feature, ImportReport report) {
        Optional<String> reason = reasonAgainst(feature);
        if (reason.isPresent()) {
            report.note(feature.number(), reason.get());
            return Optional.empty();
        }
        Geometry shape = feature.geometry().orElseThrow();
        TopologyValidationError error = new IsValidOp(shape).getValidationError();
        if (error == null) {
            return Optional.of(Geometries.asMultiPolygon(shape));
        }
        MultiPolygon repaired = Geometries.polygonsOf(GeometryFixer.fix(shape));
        if (repaired.isEmpty()) {
            report.note(feature.number(), "the polygon has no area");
            return Optional.empty();
        }
        report.place(
                feature.number(),
                "invalid ring repaired: " + error.getMessage(),
                Map.of(
                        "kind",
                        Finding.Kind.INVALID_RING,
                        "squareMetresBefore",
                        Math.round(Areas.squareMetres(shape)),
                        "squareMetresAfter",
                        Math.round(Areas.squareMetres(repaired))),
                Optional.of(Geometries.FACTORY.createPoint(error.getCoordinate())));
        return Optional.of(repaired);
    }

    private static Optional<String> reasonAgainst(GeoJsonFeature feature) {
        if (feature.fault().isPresent()) {
            return feature.fault();
        }
        if (feature.geometry().isEmpty() || feature.geometry().get().isEmpty()) {
            return Optional.of("the feature has no geometry");
        }
        Geometry shape = feature.geometry().get();
        return shape instanceof Polygon || shape instanceof MultiPolygon
                ? Optional.empty()
                : Optional.of("the geometry is a %s, not a Polygon or MultiPolygon".formatted(shape.getGeometryType()));
    }
}
