package org.vigie.dashboard;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Geometries;
import org.vigie.geo.MetreGrid;
import org.vigie.geo.MetreGrid.Cell;
import org.vigie.geo.Wgs84Point;

/**
 * Where the requests of a period came from: filed as they were known at its end, as all figures are, and at the place that is known now.
 * Praise is left out.
 */
@Repository
public class Arrivals {

    /** Whatever lies further from the jurisdiction than this is not put on its plane. */
    private static final double NEARBY_DEGREES = 0.2;

    private static final String RECEIVED =
            Lives.FILED + " and r.kind <> 'PRAISE' and r.received_at >= cast(:from as timestamptz) ";

    /** Each is put on the plane once: without {@code offset 0} it would be, for each mention of it. */
    private static final String PLACED = """
            select st_x(p.at) as x, st_y(p.at) as y, p.is_placed, p.received_at from (
                select case when r.location && st_geomfromewkb(:near) then st_transform(r.location, cast(:epsg as int)) end as at,
                    r.location is not null as is_placed, r.received_at %s %%s offset 0) p
            """.formatted(RECEIVED);

    private static final Life.Named NOWHERE = new Life.Named("", "");
    private static final int ROWS_AT_ONCE = 5_000;

    /** One cell in one step of time. */
    public record Count(Cell cell, LocalDate step, int n) {}

    /** All that came in, and of these, those whose place is known. */
    public record Known(int received, int placed) {}

    /** @param known also of those that lie elsewhere */
    public record Counts(List<Count> cells, Known known) {}

    /** @param code empty, as the name is, for what lies outside of all sectors */
    public record InSector(String code, String name, int n) {}

    /** Takes one place on the plane of a grid. */
    @FunctionalInterface
    public interface OnPlane {
        void take(double eastMetres, double northMetres);
    }

    /** What is counted: the ground's surroundings may be left out, not the ground. */
    public record Range(Period period, FigureFilter filter, MetreGrid grid, Envelope groundDegrees) {}

    private final JdbcClient jdbc;
    private final SectorNames sectorNames;
    private final Clock clock;

    Arrivals(JdbcClient jdbc, SectorNames sectorNames, Clock clock) {
        this.jdbc = jdbc;
        this.sectorNames = sectorNames;
        this.clock = clock;
    }

    /** The moment as of which a period is told: its end, or now while it is not over. */
    public Instant asOf(Period period) {
        Instant end = period.to(CurrentJurisdiction.get().zone());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return end.isBefore(now) ? end : now;
    }

    /** How many in each cell and step, where there are any; a step is named by its first day. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Counts counts(Range range, TimeStep step) {
        Map<String, Object> values = values(range);
        values.put("side", range.grid().sideMetres());
        values.put("zone", CurrentJurisdiction.get().zone().getId());
        values.put("first", range.period().first());
        String sql = """
                select cast(floor(x / :side) as int) as east, cast(floor(y / :side) as int) as north, %s as step, count(*) as n,
                    count(*) filter (where is_placed) as placed
                from (%s) placed group by 1, 2, 3 order by 2, 1, 3
                """.formatted(step.sql(), PLACED.formatted(range.filter().and(values)));
        List<Count> counts = new ArrayList<>();
        Counter counter = new Counter();
        jdbc.sql(sql).params(values).query((RowCallbackHandler) row -> {
            counter.add(row.getInt("n"), row.getInt("placed"));
            Integer east = row.getObject("east", Integer.class);
            if (east != null) {
                counts.add(new Count(
                        new Cell(east, row.getInt("north")), row.getObject("step", LocalDate.class), row.getInt("n")));
            }
        });
        return new Counts(counts, counter.known());
    }

    /** How many from each sector of the day on which the place was told; those without any are left out. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<InSector> sectors(Period period, FigureFilter filter) {
        Map<String, Object> values = moments(period);
        String wanted = filter.and(values);
        Map<UUID, Life.Named> names = sectorNames.list();
        return jdbc.sql("select s.sector_id, count(*) as n" + RECEIVED + wanted + " group by 1")
                .params(values)
                .query((row, n) -> {
                    UUID id = row.getObject("sector_id", UUID.class);
                    Life.Named named = id == null ? NOWHERE : names.getOrDefault(id, NOWHERE);
                    return new InSector(named.code(), named.name(), row.getInt("n"));
                })
                .list();
    }

    /** Every place by itself. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Known places(Range range, OnPlane each) {
        Map<String, Object> values = values(range);
        Counter counter = new Counter();
        jdbc.sql(PLACED.formatted(range.filter().and(values)))
                .withFetchSize(ROWS_AT_ONCE)
                .params(values)
                .query((RowCallbackHandler) row -> {
                    counter.add(1, row.getBoolean("is_placed") ? 1 : 0);
                    double east = row.getDouble("x");
                    if (!row.wasNull()) {
                        each.take(east, row.getDouble("y"));
                    }
                });
        return counter.known();
    }

    /** Every known place in EPSG:4326. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Known positions(Period period, FigureFilter filter, Consumer<Wgs84Point> each) {
        Map<String, Object> values = moments(period);
        String wanted = filter.and(values);
        Counter counter = new Counter();
        jdbc.sql("select st_x(r.location) as x, st_y(r.location) as y" + RECEIVED + wanted)
                .withFetchSize(ROWS_AT_ONCE)
                .params(values)
                .query((RowCallbackHandler) row -> {
                    double longitude = row.getDouble("x");
                    boolean placed = !row.wasNull();
                    counter.add(1, placed ? 1 : 0);
                    if (placed) {
                        each.accept(new Wgs84Point(longitude, row.getDouble("y")));
                    }
                });
        return counter.known();
    }

    private static final class Counter {
        private int received;
        private int placed;

        void add(int more, int morePlaced) {
            received += more;
            placed += morePlaced;
        }

        Known known() {
            return new Known(received, placed);
        }
    }

    private Map<String, Object> values(Range range) {
        Envelope near = new Envelope(range.groundDegrees());
        near.expandBy(NEARBY_DEGREES);
        Map<String, Object> values = moments(range.period());
        values.put("epsg", range.grid().epsgCode());
        values.put("near", Ewkb.write(Geometries.FACTORY.toGeometry(near)));
        return values;
    }

    private Map<String, Object> moments(Period period) {
        ZoneId zone = CurrentJurisdiction.get().zone();
        Map<String, Object> values = new HashMap<>();
        values.put("from", Timestamp.from(period.from(zone)));
        values.put("asOf", Timestamp.from(asOf(period)));
        return values;
    }
}
