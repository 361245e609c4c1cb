package org.vigie.territory.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geo.Areas;

/**
 * Makes a partition of sectors that overlap or leave ground out, and accounts for every square metre that changes hands. Ground of
 * one sector alone stays with it, also beyond the boundary.
 */
public final class Settlement {

    private final List<Piece> pieces;
    private final Rule rule;
    private final Faces faces;
    private final double[] squareMetres;
    private final Map<Integer, Integer> owners = new HashMap<>();
    private final List<Move> moves = new ArrayList<>();

    /** Who gets ground that several sectors claim, or none. */
    public enum Rule {
        /** The claimant (for a gap: the neighbour) with the longest common edge. */
        NEAREST,
        /** The largest claimant or neighbour, as it came. */
        LARGER,
        /** The claimant or neighbour that stands first in the file. */
        FIRST
    }

    /**
     * Ground that changed hands.
     *
     * @param claimants codes of the sectors that overlapped there; none for a gap
     * @param to code of the sector that has it now
     */
    public record Move(List<String> claimants, String to, double squareMetres, Polygon where) {}

    /**
     * @param pieces in the order of the input, without those that have no ground left
     * @param swallowed codes of sectors that have no ground left
     */
    public record Result(List<Piece> pieces, List<Move> moves, List<String> swallowed) {

        /** Square metres that several sectors claimed, once for each claimant but one. */
        public double squareMetresClaimedTwice() {
            return moves.stream()
                    .filter(move -> !move.claimants().isEmpty())
                    .mapToDouble(move -> move.squareMetres() * (move.claimants().size() - 1))
                    .sum();
        }

        public double squareMetresFilled() {
            return moves.stream()
                    .filter(move -> move.claimants().isEmpty())
                    .mapToDouble(Move::squareMetres)
                    .sum();
        }
    }

    private Settlement(List<Piece> pieces, MultiPolygon ground, Rule rule) {
        this.pieces = pieces;
        this.rule = rule;
        this.faces = Faces.of(pieces, ground);
        this.squareMetres = pieces.stream()
                .mapToDouble(piece -> Areas.squareMetres(piece.shape()))
                .toArray();
    }

    /** @param ground what must be covered: the jurisdiction */
    public static Result of(List<Piece> pieces, MultiPolygon ground, Rule rule) {
        Settlement settlement = new Settlement(pieces, ground, rule);
        settlement.decide();
        return settlement.result();
    }

    private void decide() {
        List<Faces.Face> open = new ArrayList<>();
        for (Faces.Face face : faces.list()) {
            if (face.covering().size() == 1) {
                owners.put(face.index(), face.covering().getFirst());
            } else if (face.covering().size() > 1 || face.onGround()) {
                open.add(face);
            }
        }
        while (!open.isEmpty()) {
            // Decided together, so that the order of the faces does not matter.
            Map<Integer, Integer> round = new HashMap<>();
            open.forEach(face -> choose(face).ifPresent(owner -> round.put(face.index(), owner)));
            if (round.isEmpty()) {
                open.forEach(face -> round.put(face.index(), withoutNeighbours(face)));
            }
            open.stream().filter(face -> round.containsKey(face.index())).forEach(face -> note(face, round));
            owners.putAll(round);
            open.removeIf(face -> round.containsKey(face.index()));
        }
    }

    private Optional<Integer> choose(Faces.Face face) {
        Map<Integer, Double> borders = new HashMap<>();
        faces.borders(face).forEach((neighbour, metres) -> {
            Integer owner = owners.get(neighbour);
            if (owner != null && (face.covering().isEmpty() || face.covering().contains(owner))) {
                borders.merge(owner, metres, Double::sum);
            }
        });
        if (rule != Rule.NEAREST && !face.covering().isEmpty()) {
            return face.covering().stream().max(preference(borders));
        }
        return borders.keySet().stream().max(preference(borders));
    }

    private Comparator<Integer> preference(Map<Integer, Double> borders) {
        Comparator<Integer> first = Comparator.<Integer>naturalOrder().reversed();
        return switch (rule) {
            case NEAREST ->
                Comparator.<Integer>comparingDouble(piece -> borders.getOrDefault(piece, 0.0))
                        .thenComparing(first);
            case LARGER ->
                Comparator.<Integer>comparingDouble(piece -> squareMetres[piece])
                        .thenComparing(first);
            case FIRST -> first;
        };
    }

    /** An island of open ground: the first claimant, or the sector whose ground is nearest. */
    private int withoutNeighbours(Faces.Face face) {
        if (!face.covering().isEmpty()) {
            return face.covering().getFirst();
        }
        int nearest = 0;
        for (int i = 1; i < pieces.size(); i++) {
            if (pieces.get(i).shape().distance(face.polygon())
                    < pieces.get(nearest).shape().distance(face.polygon())) {
                nearest = i;
            }
        }
        return nearest;
    }

    private void note(Faces.Face face, Map<Integer, Integer> round) {
        moves.add(new Move(
                face.covering().stream().map(piece -> pieces.get(piece).code()).toList(),
                pieces.get(round.getOrDefault(face.index(), 0)).code(),
                Areas.squareMetres(face.polygon()),
                face.polygon()));
    }

    private Result result() {
        Map<Integer, List<Polygon>> byOwner = faces.list().stream()
                .filter(face -> owners.containsKey(face.index()))
                .collect(Collectors.groupingBy(
                        face -> owners.getOrDefault(face.index(), 0),
                        Collectors.mapping(Faces.Face::polygon, Collectors.toList())));
        List<Piece> settled = new ArrayList<>();
        List<String> swallowed = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            @Nullable List<Polygon> own = byOwner.get(i);
            if (own == null) {
                swallowed.add(pieces.get(i).code());
            } else {
                settled.add(pieces.get(i).with(Faces.joined(own)));
            }
        }
        return new Result(settled, moves, swallowed);
    }
}
