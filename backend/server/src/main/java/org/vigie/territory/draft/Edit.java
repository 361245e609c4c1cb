package org.vigie.territory.draft;

import java.util.List;
import org.vigie.territory.topology.Piece;

/**
 * What an edit does to a draft.
 *
 * @param before the sectors it touches, as they were
 * @param after as it leaves them
 */
record Edit(DraftStep.Kind kind, String about, List<Piece> before, List<Piece> after) {

    /** Sectors that are not the same in both. */
    static Edit between(DraftStep.Kind kind, String about, List<Piece> all, List<Piece> redrawn) {
        return new Edit(kind, about, differing(all, redrawn), differing(redrawn, all));
    }

    private static List<Piece> differing(List<Piece> pieces, List<Piece> others) {
        return pieces.stream()
                .filter(piece -> others.stream()
                        .noneMatch(other -> other.code().equals(piece.code())
                                && other.name().equals(piece.name())
                                && other.shape().equalsExact(piece.shape())))
                .toList();
    }
}
