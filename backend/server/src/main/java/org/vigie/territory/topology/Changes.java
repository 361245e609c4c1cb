package org.vigie.territory.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geo.Areas;
import org.vigie.geo.Geometries;

/** Compares two partitions of the same ground. */
final class Changes {

    private Changes() {}

    static List<Redrawing.Change> between(List<Piece> before, List<Piece> after) {
        List<Piece> changedBefore = differing(before, after);
        List<Piece> changedAfter = differing(after, before);
        List<Redrawing.Change> changes = new ArrayList<>();
        for (Piece from : changedBefore) {
            for (Piece to : changedAfter) {
                boolean meet =
                        from.shape().getEnvelopeInternal().intersects(to.shape().getEnvelopeInternal());
                if (meet && !from.code().equals(to.code())) {
                    between(from, to).ifPresent(changes::add);
                }
            }
        }
        return changes;
    }

    private static Optional<Redrawing.Change> between(Piece from, Piece to) {
        Geometry common = OverlayNGRobust.overlay(from.shape(), to.shape(), OverlayNG.INTERSECTION);
        List<Polygon> told = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < common.getNumGeometries(); i++) {
            if (common.getGeometryN(i) instanceof Polygon polygon) {
                double squareMetres = Areas.squareMetres(polygon);
                if (squareMetres >= Survey.LEAST_SQUARE_METRES) {
                    told.add(polygon);
                    sum += squareMetres;
                }
            }
        }
        MultiPolygon where = Geometries.FACTORY.createMultiPolygon(told.toArray(Polygon[]::new));
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(new Redrawing.Change(from.code(), to.code(), sum, where));
    }

    private static List<Piece> differing(List<Piece> pieces, List<Piece> others) {
        Map<String, Piece> byCode = others.stream().collect(Collectors.toMap(Piece::code, Function.identity()));
        return pieces.stream()
                .filter(piece -> Optional.ofNullable(byCode.get(piece.code()))
                        .filter(other -> other.shape().equalsExact(piece.shape()))
                        .isEmpty())
                .toList();
    }
}
