package org.vigie.territory.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vigie.territory.PublishedSectors;
import org.vigie.territory.SectorLookup;
import org.vigie.territory.topology.Piece;
import org.vigie.territory.topology.Redrawing;
import org.vigie.territory.topology.Survey;

/**
 * A draft at one revision, beside the version it is based on.
 *
 * @param before sectors of the version, by code
 * @param after sectors of the draft, by code
 * @param changes ground that changes hands
 * @param survey of the draft against the jurisdiction's boundary
 * @param squareMetresAfter by code
 * @param ids by code; a sector that was never published has one that it will not keep
 * @param bornFrom by code of a sector that the version does not have, the one that most of its ground was in
 */
public record DraftGround(
        UUID draftId,
        int revision,
        PublishedSectors.Version version,
        List<Piece> before,
        List<Piece> after,
        List<Redrawing.Change> changes,
        Survey.Result survey,
        Map<String, Double> squareMetresBefore,
        Map<String, Double> squareMetresAfter,
        Map<String, UUID> ids,
        Map<String, String> bornFrom,
        SectorLookup lookupBefore,
        SectorLookup lookupAfter) {

    /** The sector whose teams serve it as long as it is given none of its own. */
    public UUID servedAs(String code) {
        return id(bornFrom.getOrDefault(code, code));
    }

    public UUID id(String code) {
        return Objects.requireNonNull(ids.get(code), code);
    }

    /** Codes of sectors that are in the draft as they are in the version. */
    public Set<String> untouched() {
        return after.stream()
                .filter(piece -> before.stream()
                        .anyMatch(one -> one.code().equals(piece.code())
                                && one.name().equals(piece.name())
                                && one.shape().equalsExact(piece.shape())))
                .map(Piece::code)
                .collect(Collectors.toSet());
    }

    static Map<String, String> bornFrom(List<Piece> before, List<Piece> after, List<Redrawing.Change> changes) {
        Map<String, String> from = new HashMap<>();
        for (Piece piece : after) {
            boolean isNew = before.stream().noneMatch(one -> one.code().equals(piece.code()));
            if (isNew) {
                changes.stream()
                        .filter(change -> change.to().equals(piece.code()))
                        .max(java.util.Comparator.comparingDouble(Redrawing.Change::squareMetres))
                        .ifPresent(most -> from.put(piece.code(), most.from()));
            }
        }
        return from;
    }
}
