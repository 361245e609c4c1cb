package org.vigie.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Refusal;
import org.vigie.geo.Ewkb;
import org.vigie.geo.Wgs84Point;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.Placement;
import org.vigie.territory.SectorLocator;

/** What came in from each sector in a period, and what became of it. */
@Repository
public class SectorFigures {

    private static final Duration LONGEST = Duration.ofDays(3_700);

    /**
     * @param code empty, as the name is, for what lies outside of all sectors or still has no place
     * @param received in the period
     * @param resolved of these, by now
     * @param late of these, those whose resolution came or is due after what was promised
     */
    public record Figure(String code, String name, long received, long resolved, long late) {}

    private record Counted(Optional<UUID> sectorId, boolean isResolved, boolean isLate) {}

    private static final Life.Named NOWHERE = new Life.Named("", "");

    private final JdbcClient jdbc;
    private final SectorLocator locator;
    private final SectorNames sectorNames;
    private final Clock clock;

    SectorFigures(JdbcClient jdbc, SectorLocator locator, SectorNames sectorNames, Clock clock) {
        this.jdbc = jdbc;
        this.locator = locator;
        this.sectorNames = sectorNames;
        this.clock = clock;
    }

    /**
     * By code; sectors without a request are left out.
     *
     * @param from inclusive
     * @param to not inclusive
     * @throws Refusal period-turned-round or period-too-long
     */
    @Transactional(readOnly = true)
    public List<Figure> list(Instant from, Instant to, Boundaries boundaries) {
        if (!from.isBefore(to)) {
            throw Refusal.invalid("period-turned-round");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Refusal.invalid("period-too-long", LONGEST.toDays() / 365);
        }
        Map<Optional<UUID>, long[]> sums = new HashMap<>();
        jdbc.sql("""
                        select r.day_sector_id, r.sector_id, r.sector_version_id, st_asewkb(r.location) as location,
                            r.resolved_at is not null as resolved,
                            coalesce(d.met_at, :now) > d.due_at as late
                        from request.request r
                        left join request.deadline d
                            on d.jurisdiction_id = r.jurisdiction_id and d.request_id = r.request_id and d.commitment = 'RESOLVE'
                        where r.received_at >= :from and r.received_at < :to
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((RowCallbackHandler) row -> add(count(row, boundaries), sums));
        return figures(sums);
    }

    private static void add(Counted counted, Map<Optional<UUID>, long[]> sums) {
        long[] sum = sums.computeIfAbsent(counted.sectorId(), id -> new long[3]);
        sum[0]++;
        sum[1] += counted.isResolved() ? 1 : 0;
        sum[2] += counted.isLate() ? 1 : 0;
    }

    private Counted count(ResultSet row, Boundaries boundaries) throws SQLException {
        Optional<UUID> sector = switch (boundaries) {
            case DAY -> Optional.ofNullable(row.getObject("day_sector_id", UUID.class));
            case TODAY -> today(row);
        };
        return new Counted(sector, row.getBoolean("resolved"), row.getBoolean("late"));
    }

    /** What today's version has placed keeps its sector, which a person may have chosen; all else is located anew. */
    private Optional<UUID> today(ResultSet row) throws SQLException {
        byte @Nullable [] location = row.getBytes("location");
        if (location == null) {
            return Optional.empty();
        }
        Placement placement = locator.locate(Wgs84Point.of((org.locationtech.jts.geom.Point) Ewkb.read(location)));
        UUID placedBy = row.getObject("sector_version_id", UUID.class);
        return placement.sector().map(now -> now.versionId().equals(placedBy) ? sectorOf(row, now) : now.sectorId());
    }

    private static UUID sectorOf(ResultSet row, LocatedSector otherwise) {
        try {
            @Nullable UUID kept = row.getObject("sector_id", UUID.class);
            return kept == null ? otherwise.sectorId() : kept;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Figure> figures(Map<Optional<UUID>, long[]> sums) {
        Map<UUID, Life.Named> names = sectorNames.list();
        List<Figure> figures = new ArrayList<>();
        sums.forEach((sector, sum) -> {
            Life.Named named = sector.map(id -> names.getOrDefault(id, NOWHERE)).orElse(NOWHERE);
            figures.add(new Figure(named.code(), named.name(), sum[0], sum[1], sum[2]));
        });
        figures.sort(Comparator.comparing(Figure::code));
        return figures;
    }
}
