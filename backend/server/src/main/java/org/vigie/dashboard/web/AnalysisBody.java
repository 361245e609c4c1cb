package org.vigie.dashboard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import org.vigie.dashboard.analysis.Comparison;
import org.vigie.dashboard.analysis.Frames;
import org.vigie.dashboard.analysis.Heat;
import org.vigie.dashboard.analysis.HotSpots;
import org.vigie.dashboard.analysis.Scope;
import org.vigie.dashboard.analysis.SectorPromises;
import org.vigie.dashboard.analysis.Silence;
import org.vigie.geo.MetreGrid;
import org.vigie.geo.MetreGrid.Cell;

/** Analyses as they are sent: each cell with its square, so that the page only draws. */
final class AnalysisBody {

    private AnalysisBody() {}

    /**
     * @param epsgCode of the plane on which the cells are squares
     * @param outside received, and on none of the cells
     * @param unplaced received, and nobody knows where
     */
    record ScopeBody(
            LocalDate from,
            LocalDate to,
            Instant asOf,
            int received,
            int outside,
            int unplaced,
            int epsgCode,
            int cellMetres) {

        static ScopeBody of(Scope scope) {
            return new ScopeBody(
                    scope.period().first(),
                    scope.period().last(),
                    scope.asOf(),
                    scope.received(),
                    scope.outside(),
                    scope.unplaced(),
                    scope.grid().epsgCode(),
                    scope.grid().sideMetres());
        }
    }

    /**
     * @param eastingMetres of its south-west corner, as {@code northingMetres}
     * @param square EPSG:4326
     */
    record SquareBody(long eastingMetres, long northingMetres, Polygon square) {

        static SquareBody of(Cell cell, MetreGrid grid) {
            return new SquareBody(grid.eastingMetres(cell), grid.northingMetres(cell), grid.inWgs84(cell));
        }
    }

    record HeatBody(ScopeBody scope, int radiusMetres, List<DenseBody> cells) {

        static HeatBody of(Heat heat) {
            return new HeatBody(
                    ScopeBody.of(heat.scope()),
                    heat.radiusMetres(),
                    heat.cells().stream()
                            .map(each -> new DenseBody(
                                    SquareBody.of(each.cell(), heat.scope().grid()),
                                    each.requests(),
                                    each.perSquareKilometre()))
                            .toList());
        }
    }

    /** @param perSquareKilometre requests in the whole period */
    record DenseBody(SquareBody cell, int requests, double perSquareKilometre) {}

    /** @param threshold the largest probability that is more than chance; negative when none is */
    record HotSpotsBody(ScopeBody scope, double threshold, List<SpotBody> cells) {

        static HotSpotsBody of(HotSpots spots) {
            return new HotSpotsBody(
                    ScopeBody.of(spots.scope()),
                    spots.threshold(),
                    spots.cells().stream()
                            .map(each -> new SpotBody(
                                    SquareBody.of(each.cell(), spots.scope().grid()),
                                    each.requests(),
                                    each.z(),
                                    each.p(),
                                    each.verdict()))
                            .toList());
        }
    }

    record SpotBody(SquareBody cell, int requests, double z, double p, HotSpots.Verdict verdict) {}

    /** @param steps first days, in order */
    record FramesBody(ScopeBody scope, List<LocalDate> steps, List<FilmBody> cells) {

        static FramesBody of(Frames frames) {
            return new FramesBody(
                    ScopeBody.of(frames.scope()),
                    frames.steps(),
                    frames.cells().stream()
                            .map(each -> new FilmBody(
                                    SquareBody.of(each.cell(), frames.scope().grid()), each.counts()))
                            .toList());
        }
    }

    /** @param counts one a step */
    record FilmBody(SquareBody cell, List<Integer> counts) {}

    /** @param shareAfter the later period's share of the time of both */
    record ComparisonBody(
            ScopeBody before,
            ScopeBody after,
            double shareAfter,
            List<CellChangeBody> cells,
            List<SectorChangeBody> sectors) {

        static ComparisonBody of(Comparison comparison) {
            return new ComparisonBody(
                    ScopeBody.of(comparison.before()),
                    ScopeBody.of(comparison.after()),
                    comparison.shareAfter(),
                    comparison.cells().stream()
                            .map(each ->
                                    CellChangeBody.of(each, comparison.after().grid()))
                            .toList(),
                    comparison.sectors().stream().map(SectorChangeBody::of).toList());
        }
    }

    record CellChangeBody(SquareBody cell, int before, int after, double p, Comparison.Verdict verdict) {

        static CellChangeBody of(Comparison.CellChange of, MetreGrid grid) {
            Comparison.Change change = of.change();
            return new CellChangeBody(
                    SquareBody.of(of.cell(), grid), change.before(), change.after(), change.p(), change.verdict());
        }
    }

    record SectorChangeBody(String code, String name, int before, int after, double p, Comparison.Verdict verdict) {

        static SectorChangeBody of(Comparison.SectorChange of) {
            Comparison.Change change = of.change();
            return new SectorChangeBody(
                    of.code(), of.name(), change.before(), change.after(), change.p(), change.verdict());
        }
    }

    record SilenceBody(
            LocalDate from,
            LocalDate to,
            Instant asOf,
            int received,
            int outside,
            int unplaced,
            List<SilentSectorBody> sectors) {

        static SilenceBody of(Silence silence) {
            return new SilenceBody(
                    silence.period().first(),
                    silence.period().last(),
                    silence.asOf(),
                    silence.received(),
                    silence.outside(),
                    silence.unplaced(),
                    silence.sectors().stream().map(SilentSectorBody::of).toList());
        }
    }

    /**
     * @param inhabitants absent, as {@code perThousand} is, where nobody told
     * @param perKilometre absent where there is no street
     */
    record SilentSectorBody(
            String code,
            String name,
            int requests,
            double streetKilometres,
            @Nullable Integer inhabitants,
            @Nullable Double perKilometre,
            @Nullable Double perThousand) {

        static SilentSectorBody of(Silence.Row row) {
            return new SilentSectorBody(
                    row.code(),
                    row.name(),
                    row.requests(),
                    row.streetKilometres(),
                    row.inhabitants(),
                    row.perKilometre(),
                    row.perThousand());
        }
    }

    record SectorPromisesBody(LocalDate from, LocalDate to, Instant asOf, List<KeptSectorBody> sectors) {

        static SectorPromisesBody of(SectorPromises promises) {
            return new SectorPromisesBody(
                    promises.period().first(),
                    promises.period().last(),
                    promises.asOf(),
                    promises.sectors().stream()
                            .map(each -> new KeptSectorBody(
                                    each.code(), each.name(), each.received(), each.due(), each.kept()))
                            .toList());
        }
    }

    /** @param due promises that fell due in the period, without the acknowledgement */
    record KeptSectorBody(String code, String name, int received, int due, int kept) {}
}
