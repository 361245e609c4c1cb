package org.vigie.dashboard.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Refusal;
import org.vigie.dashboard.Period;
import org.vigie.dashboard.ReviewCsv;
import org.vigie.dashboard.ReviewTable;
import org.vigie.dashboard.TimeStep;
import org.vigie.dashboard.analysis.Analyses;
import org.vigie.dashboard.analysis.AnalysisGate;
import org.vigie.dashboard.analysis.AnalysisTables;
import org.vigie.dashboard.analysis.Comparison;
import org.vigie.dashboard.analysis.Comparisons;
import org.vigie.dashboard.analysis.GridChoice;
import org.vigie.dashboard.analysis.Silences;

/** Analyses of a period on the map: what is drawn, and the same numbers as files. */
@RestController
@RequestMapping("/{jurisdiction}/api/desk/analysis")
class AnalysisController {

    /**
     * How ground and time are cut.
     *
     * @param cellMetres side of a square; absent: as fits the jurisdiction
     * @param radiusMetres of the density's kernel; absent: three sides
     * @param step of a film; absent: months; WHOLE is one frame
     */
    record GridQuery(
            @Nullable Integer cellMetres,
            @Nullable Integer radiusMetres,
            @Nullable TimeStep step) {

        GridChoice choice() {
            return new GridChoice(Optional.ofNullable(cellMetres), Optional.ofNullable(radiusMetres));
        }

        TimeStep stepOrMonth() {
            return Objects.requireNonNullElse(step, TimeStep.MONTH);
        }
    }

    private final AnalysisGate gate;
    private final Analyses analyses;
    private final Comparisons comparisons;
    private final Silences silences;
    private final AnalysisTables tables;
    private final Clock clock;

    AnalysisController(
            AnalysisGate gate,
            Analyses analyses,
            Comparisons comparisons,
            Silences silences,
            AnalysisTables tables,
            Clock clock) {
        this.gate = gate;
        this.analyses = analyses;
        this.comparisons = comparisons;
        this.silences = silences;
        this.tables = tables;
        this.clock = clock;
    }

    @GetMapping("/heat")
    AnalysisBody.HeatBody heat(ReviewQuery query, GridQuery grid) {
        return AnalysisBody.HeatBody.of(gate.run(() -> analyses.heat(period(query), query.filter(), grid.choice())));
    }

    @GetMapping("/hot-spots")
    AnalysisBody.HotSpotsBody hotSpots(ReviewQuery query, GridQuery grid) {
        return AnalysisBody.HotSpotsBody.of(
                gate.run(() -> analyses.hotSpots(period(query), query.filter(), grid.choice())));
    }

    @GetMapping("/frames")
    AnalysisBody.FramesBody frames(ReviewQuery query, GridQuery grid) {
        return AnalysisBody.FramesBody.of(
                gate.run(() -> analyses.frames(period(query), query.filter(), grid.choice(), grid.stepOrMonth())));
    }

    @GetMapping("/comparison")
    AnalysisBody.ComparisonBody comparison(ReviewQuery query, GridQuery grid) {
        return AnalysisBody.ComparisonBody.of(gate.run(() -> compared(query, grid)));
    }

    @GetMapping("/silence")
    AnalysisBody.SilenceBody silence(ReviewQuery query) {
        return AnalysisBody.SilenceBody.of(gate.run(() -> silences.of(period(query), query.filter())));
    }

    @GetMapping("/promises")
    AnalysisBody.SectorPromisesBody promises(ReviewQuery query) {
        return AnalysisBody.SectorPromisesBody.of(gate.run(() -> analyses.promises(period(query), query.filter())));
    }

    @GetMapping("/{table:[a-z-]+}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String table, ReviewQuery query, GridQuery grid, Locale locale) {
        return Attachment.csv(table, ReviewCsv.write(gate.run(() -> table(table, query, grid, locale)), locale));
    }

    private ReviewTable table(String table, ReviewQuery query, GridQuery grid, Locale locale) {
        Period period = period(query);
        return switch (table) {
            case "heat" -> tables.of(analyses.heat(period, query.filter(), grid.choice()), locale);
            case "hot-spots" -> tables.of(analyses.hotSpots(period, query.filter(), grid.choice()), locale);
            case "silence" -> tables.of(silences.of(period, query.filter()), locale);
            case "promises" -> tables.of(analyses.promises(period, query.filter()), locale);
            case "frames" ->
                tables.of(analyses.frames(period, query.filter(), grid.choice(), grid.stepOrMonth()), locale);
            case "comparison" -> tables.cells(compared(query, grid), locale);
            case "comparison-sectors" -> tables.sectors(compared(query, grid), locale);
            default -> throw Refusal.notFound("table");
        };
    }

    private Comparison compared(ReviewQuery query, GridQuery grid) {
        Period period = period(query);
        return comparisons.of(query.comparison(period), period, query.filter(), grid.choice());
    }

    private Period period(ReviewQuery query) {
        return query.period(
                LocalDate.ofInstant(clock.instant(), CurrentJurisdiction.get().zone()));
    }
}
