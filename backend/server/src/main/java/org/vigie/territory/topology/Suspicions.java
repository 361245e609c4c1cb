package org.vigie.territory.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geo.Areas;
import org.vigie.territory.topology.Finding.Kind;

/** What is allowed but seldom meant: two sectors of one name, a sector much smaller or larger than the others. */
final class Suspicions {

    private static final double MANY_TIMES = 100;
    private static final int ENOUGH_TO_COMPARE = 5;

    private Suspicions() {}

    static List<Finding> of(List<Piece> pieces) {
        List<Finding> findings = new ArrayList<>(names(pieces));
        if (pieces.size() >= ENOUGH_TO_COMPARE) {
            findings.addAll(sizes(pieces));
        }
        return findings;
    }

    private static List<Finding> names(List<Piece> pieces) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Piece> firstOf = new HashMap<>();
        for (Piece piece : pieces) {
            Piece first = firstOf.putIfAbsent(piece.name(), piece);
            if (first != null) {
                findings.add(finding(
                        Kind.DUPLICATE_NAME,
                        piece,
                        0,
                        "sector %s has the same name as sector %s: \"%s\""
                                .formatted(piece.code(), first.code(), piece.name())));
            }
        }
        return findings;
    }

    private static List<Finding> sizes(List<Piece> pieces) {
        double[] squareMetres = pieces.stream()
                .mapToDouble(piece -> Areas.squareMetres(piece.shape()))
                .toArray();
        double median = java.util.Arrays.stream(squareMetres).sorted().toArray()[squareMetres.length / 2];
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < squareMetres.length; i++) {
            if (squareMetres[i] * MANY_TIMES < median || squareMetres[i] > median * MANY_TIMES) {
                findings.add(finding(
                        Kind.SUSPICIOUS_SIZE,
                        pieces.get(i),
                        squareMetres[i],
                        "sector %s has %,.0f m², half of the others have %,.0f m² or more"
                                .formatted(pieces.get(i).code(), squareMetres[i], median)));
            }
        }
        return findings;
    }

    private static Finding finding(Kind kind, Piece piece, double squareMetres, String sentence) {
        return new Finding(
                kind,
                piece.number(),
                List.of(piece.code()),
                squareMetres,
                Optional.of(piece.shape().getInteriorPoint()),
                sentence);
    }
}
