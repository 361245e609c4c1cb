package org.vigie.territory.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geo.Areas;
import org.vigie.geo.Distances;
import org.vigie.geo.Geometries;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.topology.Finding.Kind;

/** Looks sectors over against each other and against the jurisdiction's boundary. */
public final class Survey {

    /** Below this, neighbours differ by rounding: counted together, and answered by the lookup's tolerance. */
    public static final double LEAST_SQUARE_METRES = 1;

    private static final double SLIVER_METRES = 1;

    private final List<Piece> pieces;
    private final MultiPolygon boundary;
    private final double toleranceMetres;
    private final HPRtree index = new HPRtree();
    private final List<Finding> findings = new ArrayList<>();
    private final Rounding overlaps = new Rounding();
    private final Rounding gaps = new Rounding();
    private boolean overlapping;

    private Survey(List<Piece> pieces, MultiPolygon boundary, double toleranceMetres) {
        this.pieces = pieces;
        this.boundary = boundary;
        this.toleranceMetres = toleranceMetres;
        for (int i = 0; i < pieces.size(); i++) {
            index.insert(pieces.get(i).shape().getEnvelopeInternal(), i);
        }
    }

    /**
     * What came out.
     *
     * @param overlaps those below {@link #LEAST_SQUARE_METRES}
     * @param gaps those below {@link #LEAST_SQUARE_METRES}
     * @param wholly how many sectors have no ground in common with the jurisdiction
     */
    public record Result(List<Finding> findings, Rounding overlaps, Rounding gaps, long wholly) {

        public long count(Kind kind) {
            return findings.stream().filter(each -> each.kind() == kind).count();
        }

        /** Nothing overlaps and nothing is left out, not even by rounding. */
        public boolean isSpotless() {
            return overlaps.count() + gaps.count() == 0
                    && findings.stream().noneMatch(each -> each.breaksAPartition() || each.kind() == Kind.SLIVER);
        }

        /** Every point of the jurisdiction has exactly one sector, by the lookup's rules. */
        public boolean isPartition() {
            return findings.stream().noneMatch(Finding::breaksAPartition);
        }
    }

    /** Differences too small to be told one by one. */
    public static final class Rounding {
        private long count;
        private double squareMetres;

        public long count() {
            return count;
        }

        public double squareMetres() {
            return squareMetres;
        }
    }

    /** @param toleranceMetres how far outside of all sectors the lookup still finds the nearest */
    public static Result of(List<Piece> pieces, MultiPolygon boundary, double toleranceMetres) {
        Survey survey = new Survey(pieces, boundary, toleranceMetres);
        survey.findOverlaps();
        Geometry covered = survey.covered();
        survey.findGaps(covered);
        long wholly = survey.findOutside(covered);
        survey.findings.addAll(Suspicions.of(pieces));
        return new Result(survey.findings, survey.overlaps, survey.gaps, wholly);
    }

    /** Only where the edges of a sector do not match its neighbours' are sectors compared pair by pair. */
    private void findOverlaps() {
        Geometry[] unmatched =
                CoverageValidator.validate(pieces.stream().map(Piece::shape).toArray(Geometry[]::new));
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < unmatched.length; i++) {
            if (unmatched[i] != null) {
                for (int other : near(pieces.get(i).shape().getEnvelopeInternal())) {
                    // A pair of which both are unmatched is met twice.
                    boolean first = unmatched[other] == null || i < other;
                    if (i != other && first) {
                        compare(pieces.get(Math.min(i, other)), pieces.get(Math.max(i, other)))
                                .ifPresent(found::add);
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(Finding::squareMetres).reversed());
        findings.addAll(found);
    }

    private List<Integer> near(Envelope envelope) {
        List<Integer> found = new ArrayList<>();
        index.query(envelope, piece -> found.add((Integer) piece));
        return found;
    }

    private Optional<Finding> compare(Piece piece, Piece other) {
        Geometry common =
                Geometries.polygonsOf(OverlayNGRobust.overlay(piece.shape(), other.shape(), OverlayNG.INTERSECTION));
        if (common.isEmpty()) {
            return Optional.empty();
        }
        overlapping = true;
        double squareMetres = Areas.squareMetres(common);
        return told(
                overlaps,
                new Finding(
                        sliver(common, squareMetres) ? Kind.SLIVER : Kind.OVERLAP,
                        piece.number(),
                        List.of(piece.code(), other.code()),
                        squareMetres,
                        Optional.of(common),
                        "sector %s overlaps sector %s".formatted(piece.code(), other.code())));
    }

    /** A coverage without overlaps is joined by leaving its shared edges out, which is faster by far. */
    private Geometry covered() {
        Geometry[] shapes = pieces.stream().map(Piece::shape).toArray(Geometry[]::new);
        if (!overlapping) {
            Geometry joined = CoverageUnion.union(shapes);
            if (joined.isValid()) {
                return joined;
            }
        }
        return OverlayNGRobust.union(List.of(shapes));
    }

    private void findGaps(Geometry covered) {
        Geometry uncovered = OverlayNGRobust.overlay(boundary, covered, OverlayNG.DIFFERENCE);
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < uncovered.getNumGeometries(); i++) {
            if (uncovered.getGeometryN(i) instanceof Polygon gap && !gap.isEmpty()) {
                double squareMetres = Areas.squareMetres(gap);
                told(
                                gaps,
                                new Finding(
                                        withinTolerance(gap) ? Kind.SLIVER : Kind.GAP,
                                        0,
                                        List.of(),
                                        squareMetres,
                                        Optional.of(gap),
                                        "ground of the jurisdiction in no sector"))
                        .ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingDouble(Finding::squareMetres).reversed());
        findings.addAll(found);
    }

    /** Looks at the corners and the middle of a gap. */
    private boolean withinTolerance(Polygon gap) {
        Envelope around = gap.getEnvelopeInternal();
        around.expandBy(toleranceMetres / Distances.LEAST_METRES_A_DEGREE / Math.cos(Math.toRadians(around.getMaxY())));
        List<Integer> near = near(around);
        List<Coordinate> samples = new ArrayList<>(List.of(gap.getCoordinates()));
        samples.addFirst(gap.getInteriorPoint().getCoordinate());
        return samples.stream()
                .map(at -> new Wgs84Point(at.x, at.y))
                .allMatch(at -> near.stream()
                        .anyMatch(piece ->
                                Distances.metresToLines(at, pieces.get(piece).shape()) <= toleranceMetres));
    }

    private long findOutside(Geometry covered) {
        Geometry beyond = Geometries.polygonsOf(OverlayNGRobust.overlay(covered, boundary, OverlayNG.DIFFERENCE));
        if (beyond.isEmpty()) {
            return 0;
        }
        Set<Integer> reaching = new TreeSet<>();
        for (int i = 0; i < beyond.getNumGeometries(); i++) {
            reaching.addAll(near(beyond.getGeometryN(i).getEnvelopeInternal()));
        }
        long wholly = reaching.stream()
                .filter(piece -> tellOutside(pieces.get(piece), beyond))
                .count();
        if (wholly == pieces.size()) {
            findings.add(farAway(covered));
        }
        return wholly;
    }

    /** @return whether the sector has no ground in common with the jurisdiction */
    private boolean tellOutside(Piece piece, Geometry beyond) {
        Geometry outside =
                Geometries.polygonsOf(OverlayNGRobust.overlay(piece.shape(), beyond, OverlayNG.INTERSECTION));
        double squareMetres = Areas.squareMetres(outside);
        boolean wholly = !outside.isEmpty() && !piece.shape().relate(boundary, "2********");
        if (wholly || squareMetres >= LEAST_SQUARE_METRES) {
            findings.add(new Finding(
                    Kind.OUTSIDE,
                    piece.number(),
                    List.of(piece.code()),
                    squareMetres,
                    Optional.of(outside),
                    "sector %s lies %s outside the jurisdiction"
                            .formatted(piece.code(), wholly ? "wholly" : "partly")));
        }
        return wholly;
    }

    private Finding farAway(Geometry covered) {
        double metres = Distances.metres(
                Wgs84Point.of(covered.getEnvelope().getCentroid()),
                Wgs84Point.of(boundary.getEnvelope().getCentroid()));
        return new Finding(
                Kind.WRONG_CRS,
                0,
                List.of(),
                0,
                Optional.empty(),
                "no sector lies in the jurisdiction, they are %,.0f km away: the file is of another place, has longitude and latitude swapped, or another coordinate system than it says"
                        .formatted(metres / 1000));
    }

    private static Optional<Finding> told(Rounding small, Finding finding) {
        if (finding.squareMetres() >= LEAST_SQUARE_METRES) {
            return Optional.of(finding);
        }
        small.count++;
        small.squareMetres += finding.squareMetres();
        return Optional.empty();
    }

    private static boolean sliver(Geometry ground, double squareMetres) {
        return 2 * squareMetres < SLIVER_METRES * Distances.metresAlong(ground.getBoundary());
    }
}
