package org.vigie.dashboard.analysis;

import static org.vigie.dashboard.ReviewTable.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.vigie.dashboard.ReviewTable;
import org.vigie.dashboard.ReviewTable.Count;
import org.vigie.dashboard.ReviewTable.Measure;
import org.vigie.dashboard.ReviewTable.Words;
import org.vigie.geo.MetreGrid;
import org.vigie.geo.MetreGrid.Cell;
import org.vigie.geo.Wgs84Point;

/** Sets analyses as tables: the numbers of every cell or sector that the map shows. */
@Component
public class AnalysisTables {

    private static final List<String> PLACE = List.of("easting", "northing", "longitude", "latitude");

    private static final String[] CHANGE = {"before", "after", "difference", "p", "verdict"};

    private final MessageSource texts;

    AnalysisTables(MessageSource texts) {
        this.texts = texts;
    }

    public ReviewTable of(Heat heat, Locale locale) {
        MetreGrid grid = heat.scope().grid();
        return table(
                "heat",
                headers(grid, locale, "requests", "density"),
                heat.cells().stream()
                        .map(each ->
                                row(grid, each.cell(), new Count(each.requests()), measure(each.perSquareKilometre())))
                        .toList());
    }

    public ReviewTable of(HotSpots spots, Locale locale) {
        MetreGrid grid = spots.scope().grid();
        return table(
                "hot-spots",
                headers(grid, locale, "requests", "z", "p", "verdict"),
                spots.cells().stream()
                        .map(each -> row(
                                grid,
                                each.cell(),
                                new Count(each.requests()),
                                measure(each.z()),
                                measure(each.p()),
                                new Words(say("verdict." + each.verdict(), locale))))
                        .toList());
    }

    /** One row a step of a cell in which something came in. */
    public ReviewTable of(Frames frames, Locale locale) {
        MetreGrid grid = frames.scope().grid();
        List<List<ReviewTable.Cell>> rows = new ArrayList<>();
        for (Frames.Film film : frames.cells()) {
            for (int step = 0; step < frames.steps().size(); step++) {
                int n = film.counts().get(step);
                if (n > 0) {
                    Words day = new Words(frames.steps().get(step).toString());
                    rows.add(row(grid, film.cell(), day, new Count(n)));
                }
            }
        }
        return table("frames", headers(grid, locale, "step", "requests"), rows);
    }

    public ReviewTable cells(Comparison comparison, Locale locale) {
        MetreGrid grid = comparison.after().grid();
        return table(
                "comparison",
                headers(grid, locale, CHANGE),
                comparison.cells().stream()
                        .map(each -> row(grid, each.cell(), change(each.change(), locale)))
                        .toList());
    }

    public ReviewTable sectors(Comparison comparison, Locale locale) {
        return table(
                "comparison-sectors",
                columns(Stream.concat(Stream.of("code", "name"), Stream.of(CHANGE)), locale),
                comparison.sectors().stream()
                        .map(each -> Stream.concat(
                                        Stream.<ReviewTable.Cell>of(
                                                new Words(each.code()),
                                                new Words(sector(each.code(), each.name(), locale))),
                                        Stream.of(change(each.change(), locale)))
                                .toList())
                        .toList());
    }

    /** A cell is empty where something is unknown. */
    public ReviewTable of(Silence silence, Locale locale) {
        return table(
                "silence",
                columns(
                        Stream.of("code", "name", "requests", "streets", "perKilometre", "inhabitants", "perThousand"),
                        locale),
                silence.sectors().stream()
                        .map(each -> List.<ReviewTable.Cell>of(
                                new Words(each.code()),
                                new Words(each.name()),
                                new Count(each.requests()),
                                measure(each.streetKilometres()),
                                new Measure(each.perKilometre()),
                                people(each.inhabitants(), locale),
                                new Measure(each.perThousand())))
                        .toList());
    }

    public ReviewTable of(SectorPromises promises, Locale locale) {
        return table(
                "promises",
                columns(Stream.of("code", "name", "received", "due", "kept", "share"), locale),
                promises.sectors().stream()
                        .map(each -> List.<ReviewTable.Cell>of(
                                new Words(each.code()),
                                new Words(sector(each.code(), each.name(), locale)),
                                new Count(each.received()),
                                new Count(each.due()),
                                new Count(each.kept()),
                                share(each.kept(), each.due())))
                        .toList());
    }

    private static ReviewTable table(String name, List<String> headers, List<List<ReviewTable.Cell>> rows) {
        return new ReviewTable(name, name, headers, rows);
    }

    private List<String> headers(MetreGrid grid, Locale locale, String... columns) {
        List<String> headers = new ArrayList<>();
        PLACE.forEach(column -> headers.add(say("column." + column, locale, String.valueOf(grid.epsgCode()))));
        headers.addAll(columns(Stream.of(columns), locale));
        return headers;
    }

    private List<String> columns(Stream<String> columns, Locale locale) {
        return columns.map(column -> say("column." + column, locale)).toList();
    }

    /** A cell is named by its south-west corner on the plane, and found on any map by its middle. */
    private static List<ReviewTable.Cell> row(MetreGrid grid, Cell cell, ReviewTable.Cell... numbers) {
        Wgs84Point middle = grid.middle(cell);
        List<ReviewTable.Cell> row = new ArrayList<>(List.of(
                new Count(grid.eastingMetres(cell)),
                new Count(grid.northingMetres(cell)),
                measure(middle.longitudeDegrees()),
                measure(middle.latitudeDegrees())));
        row.addAll(List.of(numbers));
        return row;
    }

    private static Measure measure(double value) {
        return new Measure(value);
    }

    private ReviewTable.Cell[] change(Comparison.Change change, Locale locale) {
        return new ReviewTable.Cell[] {
            new Count(change.before()),
            new Count(change.after()),
            new Count(change.difference()),
            measure(change.p()),
            new Words(say("verdict." + change.verdict(), locale))
        };
    }

    private ReviewTable.Cell people(@Nullable Integer inhabitants, Locale locale) {
        return inhabitants == null ? new Words(say("unknown", locale)) : new Count(inhabitants);
    }

    private String sector(String code, String name, Locale locale) {
        return code.isEmpty() ? say("nowhere", locale) : name;
    }

    private String say(String key, Locale locale, Object... values) {
        return texts.getMessage("analysis." + key, values, locale);
    }
}
