package org.vigie.territory.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.vigie.access.Refusal;
import org.vigie.geo.Geometries;

/**
 * Draws the sectors of a partition anew. Whatever is done, the same ground is covered afterwards, once: sectors are put together from
 * faces that share their corners, or a corner is moved in all sectors that have it. Each call answers all sectors; those it did not
 * touch are the same objects.
 */
public final class Redrawing {

    /** What is drawn nearer to an edge or a corner than this is meant to lie on it. */
    private static final double DRAWN_METRES = 0.5;

    /** Positions are told to a tenth of a millimetre, and crossings of lines rounded to less. */
    private static final double ROUNDING_METRES = 0.001;

    private static final MultiPolygon NO_GROUND = Geometries.FACTORY.createMultiPolygon();

    private final List<Piece> pieces;

    private Redrawing(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** @param pieces that share their corners exactly, see {@link #isNoded} */
    public static Redrawing of(List<Piece> pieces) {
        return new Redrawing(pieces);
    }

    /** Whether neighbours share their edges corner by corner. */
    public static boolean isNoded(List<Piece> pieces) {
        return Arrays.stream(CoverageValidator.validate(
                        pieces.stream().map(Piece::shape).toArray(Geometry[]::new)))
                .allMatch(mismatch -> mismatch == null);
    }

    /**
     * Gives all ground below a drawing to one sector.
     *
     * @param drawn within which the ground changes hands; what of it no sector has stays nobody's
     * @throws Refusal drawing-crosses-itself; drawing-too-fine; drawing-changes-nothing; sector-would-vanish with the name of one that would lose all
     */
    public List<Piece> claim(String code, Polygon drawn) {
        Piece to = get(code);
        Snapping snapping = Snapping.of(pieces, drawn, DRAWN_METRES);
        if (!isValid(snapping.drawn())) {
            throw Refusal.invalid("drawing-crosses-itself");
        }
        Claim claim = new Claim(pieces, pieces.indexOf(to), snapping);
        List<Piece> redrawn = claim.amongThoseBelow();
        return isSound(redrawn) ? redrawn : sound(claim.amongAll());
    }

    /**
     * Cuts a sector along a line from edge to edge: what lies on the smaller side becomes a new one. Parts that the line does not
     * touch stay.
     *
     * @param name of the new sector
     * @throws Refusal line-does-not-cut; sector-code-taken
     */
    public List<Piece> split(String code, LineString line, String newCode, String name) {
        Piece from = get(code);
        if (pieces.stream().anyMatch(piece -> piece.code().equals(newCode))) {
            throw Refusal.invalid("sector-code-taken", newCode);
        }
        int at = pieces.indexOf(from);
        Snapping snapping = Snapping.of(pieces, line, DRAWN_METRES);
        List<Geometry> cuts = new ArrayList<>();
        Geometry within = OverlayNGRobust.overlay(
                snapping.drawn(), snapping.pieces().get(at).shape(), OverlayNG.INTERSECTION);
        for (Object part : LinearComponentExtracter.getLines(within)) {
            snapping = Snapping.of(snapping.pieces(), (LineString) part, ROUNDING_METRES);
            cuts.add(snapping.drawn());
        }
        Halves halves = Halves.of(Faces.of(List.of(snapping.pieces().get(at)), NO_GROUND, cuts));
        if (halves.smaller().isEmpty()) {
            throw Refusal.invalid("line-does-not-cut", from.name());
        }
        List<Piece> redrawn = new ArrayList<>(snapping.pieces());
        redrawn.set(at, from.with(Faces.joined(halves.larger())));
        long number = pieces.stream().mapToLong(Piece::number).max().orElse(0) + 1;
        redrawn.add(new Piece(number, newCode, name, from.priority(), Faces.joined(halves.smaller())));
        return sound(redrawn);
    }

    /**
     * Joins neighbours into the first of them.
     *
     * @throws Refusal sectors-not-neighbours when some of them have no common edge
     */
    public List<Piece> merge(List<String> codes) {
        List<Piece> together = codes.stream().distinct().map(this::get).toList();
        if (together.size() < 2) {
            throw Refusal.invalid("sectors-not-neighbours", String.join(", ", codes));
        }
        if (!areConnected(together)) {
            throw Refusal.invalid(
                    "sectors-not-neighbours", together.stream().map(Piece::name).collect(Collectors.joining(", ")));
        }
        MultiPolygon union = Geometries.asMultiPolygon(
                CoverageUnion.union(together.stream().map(Piece::shape).toArray(Geometry[]::new)));
        List<Piece> redrawn = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.equals(together.getFirst())) {
                redrawn.add(piece.with(union));
            } else if (!together.contains(piece)) {
                redrawn.add(piece);
            }
        }
        return sound(redrawn);
    }

    private static boolean areConnected(List<Piece> together) {
        List<Piece> reached = new ArrayList<>(List.of(together.getFirst()));
        List<Piece> left = new ArrayList<>(together.subList(1, together.size()));
        boolean grew = true;
        while (grew) {
            grew = left.removeIf(piece -> {
                boolean neighbour = reached.stream().anyMatch(one -> one.shape().relate(piece.shape(), "****1****"));
                if (neighbour) {
                    reached.add(piece);
                }
                return neighbour;
            });
        }
        return left.isEmpty();
    }

    /**
     * Moves a corner in every sector that has it; on an edge without a corner there, one is made. Moved onto the next corner, it is gone.
     *
     * @throws Refusal corner-unknown; corner-on-boundary; edges-would-cross
     */
    public List<Piece> movePoint(Coordinate from, Coordinate to) {
        return sound(Corners.of(pieces, from).movedTo(to));
    }

    private List<Piece> sound(List<Piece> redrawn) {
        if (!isSound(redrawn)) {
            throw Refusal.invalid("drawing-too-fine");
        }
        return redrawn;
    }

    /** Where edges come nearer to each other than positions can be told apart, rounding may tie a knot. */
    private boolean isSound(List<Piece> redrawn) {
        List<Piece> changed = redrawn.stream()
                .filter(piece -> pieces.stream().noneMatch(before -> before.shape() == piece.shape()))
                .toList();
        List<Piece> around = redrawn.stream()
                .filter(piece -> changed.stream()
                        .anyMatch(one -> one.shape()
                                .getEnvelopeInternal()
                                .intersects(piece.shape().getEnvelopeInternal())))
                .toList();
        return changed.stream().allMatch(piece -> isValid(piece.shape())) && isNoded(around);
    }

    static boolean isValid(Geometry geometry) {
        return new IsValidOp(geometry).isValid();
    }

    private Piece get(String code) {
        return pieces.stream()
                .filter(piece -> piece.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("sector-unknown", code));
    }

    /** Ground that changed hands between two partitions, {@link Survey#LEAST_SQUARE_METRES} and more. */
    public static List<Change> changes(List<Piece> before, List<Piece> after) {
        return Changes.between(before, after);
    }

    /**
     * @param from code of the sector it was in
     * @param to code of the sector it is in
     */
    public record Change(String from, String to, double squareMetres, MultiPolygon where) {}
}
