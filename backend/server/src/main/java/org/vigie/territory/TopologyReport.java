package org.vigie.territory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.geo.Areas;
import org.vigie.territory.topology.Finding;
import org.vigie.territory.topology.Piece;
import org.vigie.territory.topology.Settlement;
import org.vigie.territory.topology.Survey;

/** Writes into an import's report what was found in the ground of its sectors, and which square metres changed hands. */
record TopologyReport(ImportReport report) {

    void tell(Survey.Result survey) {
        survey.findings().forEach(this::tell);
        tell("overlaps below 1 m²", survey.overlaps());
        tell("gaps below 1 m²", survey.gaps());
        report.outside(survey.wholly());
    }

    void tell(Finding finding) {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("kind", finding.kind());
        figures.put("squareMetres", Math.round(finding.squareMetres()));
        report.place(finding.number(), finding.sentence(), figures, finding.where());
    }

    /** Every piece of ground, and one line in which the sums must agree. */
    void tell(List<Piece> before, Settlement.Result settled) {
        for (Settlement.Move move : settled.moves()) {
            String what = move.claimants().isEmpty()
                    ? "gap filled: now of sector %s".formatted(move.to())
                    : "overlap of %s settled: now of sector %s alone".formatted(move.claimants(), move.to());
            report.place(
                    0,
                    what,
                    Map.of("kind", "SETTLED", "squareMetres", rounded(move.squareMetres())),
                    Optional.of(move.where()));
        }
        report.remark(
                "settled",
                Map.of(
                        "squareMetresBefore", rounded(sum(before)),
                        "squareMetresClaimedTwice", rounded(settled.squareMetresClaimedTwice()),
                        "squareMetresFilled", rounded(settled.squareMetresFilled()),
                        "squareMetresAfter", rounded(sum(settled.pieces()))));
    }

    private void tell(String what, Survey.Rounding rounding) {
        if (rounding.count() > 0) {
            report.remark(what, Map.of("count", rounding.count(), "squareMetres", rounding.squareMetres()));
        }
    }

    private static double sum(List<Piece> pieces) {
        return pieces.stream()
                .mapToDouble(piece -> Areas.squareMetres(piece.shape()))
                .sum();
    }

    /** To a square decimetre. */
    private static double rounded(double squareMetres) {
        return Math.round(squareMetres * 100) / 100.0;
    }
}
