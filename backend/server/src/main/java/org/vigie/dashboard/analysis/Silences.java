package org.vigie.dashboard.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.dashboard.Arrivals;
import org.vigie.dashboard.FigureFilter;
import org.vigie.dashboard.Period;
import org.vigie.territory.LocatedSector;
import org.vigie.territory.SectorLocator;

/** Looks for sectors from which little is reported. */
@Component
public class Silences {

    private static final double METRES_A_KILOMETRE = 1_000;

    /** A number of inhabitants that was told of an earlier version holds as long as the sector's shape is the same. */
    private static final String SECTORS = """
            with today as (
                select v.sector_version_id from territory.sector_version v join territory.sector_set t using (jurisdiction_id, sector_set_id)
                where t.serves and v.holds_from <= access.now() order by v.holds_from desc, v.version desc limit 1
            )
            select s.sector_id, s.code, p.name, known.inhabitants, (
                    select coalesce(sum(st_length(cast(case when st_coveredby(f.shape, p.shape) then f.shape
                        else st_intersection(f.shape, p.shape) end as geography))), 0)
                    from territory.basemap_feature f
                    where f.kind = 'STREET' and f.class <> 'path' and f.shape && p.shape) as street_metres
            from today
            join territory.sector_shape p using (sector_version_id)
            join territory.sector s using (jurisdiction_id, sector_id)
            left join lateral (
                select i.inhabitants from territory.sector_inhabitants i
                join territory.sector_version v using (jurisdiction_id, sector_version_id)
                join territory.sector_shape q using (jurisdiction_id, sector_version_id, sector_id)
                where i.sector_id = p.sector_id and st_asbinary(q.shape) = st_asbinary(p.shape)
                order by v.version desc limit 1) known on true
            order by s.code collate "C"
            """;

    private record Sector(
            UUID id,
            String code,
            String name,
            double streetMetres,
            @Nullable Integer inhabitants) {}

    private final Arrivals arrivals;
    private final SectorLocator locator;
    private final JdbcClient jdbc;

    Silences(Arrivals arrivals, SectorLocator locator, JdbcClient jdbc) {
        this.arrivals = arrivals;
        this.locator = locator;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Silence of(Period period, FigureFilter filter) {
        Map<UUID, Integer> requests = new HashMap<>();
        Arrivals.Known known = arrivals.positions(
                period,
                filter,
                position -> locator.locate(position)
                        .sector()
                        .map(LocatedSector::sectorId)
                        .ifPresent(sector -> requests.merge(sector, 1, Integer::sum)));
        List<Silence.Row> rows = sectors().stream()
                .map(each -> new Silence.Row(
                        each.code(),
                        each.name(),
                        requests.getOrDefault(each.id(), 0),
                        each.streetMetres() / METRES_A_KILOMETRE,
                        each.inhabitants()))
                .toList();
        int inside = rows.stream().mapToInt(Silence.Row::requests).sum();
        return new Silence(
                period,
                arrivals.asOf(period),
                known.received(),
                known.placed() - inside,
                known.received() - known.placed(),
                rows);
    }

    private List<Sector> sectors() {
        return jdbc.sql(SECTORS)
                .query((row, n) -> new Sector(
                        row.getObject("sector_id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getDouble("street_metres"),
                        row.getObject("inhabitants", Integer.class)))
                .list();
    }
}
