package org.vigie.dashboard;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.CurrentJurisdiction;

/**
 * What was promised and kept in each sector, counted by the database: the lives of a million requests would have to be read for three numbers
 * of each sector. A test holds it against {@link FigureBook}.
 */
@Repository
public class PromisesBySector {

    /** Each promise that fell due, but the acknowledgement, in the version that held: see {@link Lives}. */
    private static final String FELL_DUE = """
            select d.request_id, d.due_at, case when d.met_at < :asOf then d.met_at end as met_at, d.paused_at
            from request.deadline d
            where d.due_at >= cast(:from as timestamptz) and d.due_at < :asOf and d.starts_at < :asOf and d.commitment <> 'ACKNOWLEDGE'
              and not exists (
                select from request.deadline_before b
                where b.request_id = d.request_id and b.commitment = d.commitment and b.starts_at = d.starts_at and b.until >= :asOf)
            union all
            select b.request_id, b.due_at, case when b.met_at < :asOf then b.met_at end, b.paused_at
            from (
                select distinct on (request_id, commitment, starts_at) * from request.deadline_before
                where starts_at < :asOf and commitment <> 'ACKNOWLEDGE'
                order by request_id, commitment, starts_at, until >= :asOf desc, case when until >= :asOf then until end, until desc) b
            where b.due_at >= cast(:from as timestamptz) and b.due_at < :asOf and (b.until >= :asOf or not exists (
                select from request.deadline d
                where d.request_id = b.request_id and d.commitment = b.commitment and d.starts_at = b.starts_at))
            """;

    /** What is paused is neither kept nor broken. */
    private static final String COUNTED = """
            select f.sector_id, count(*) as due, count(*) filter (where p.met_at <= p.due_at) as kept
            from (%s) p
            join (select r.request_id, s.sector_id %%s and r.kind <> 'PRAISE' %%s) f using (request_id)
            where not (coalesce(p.paused_at < :asOf, false) and p.met_at is null)
            group by f.sector_id
            """.formatted(FELL_DUE);

    /**
     * @param code empty, as the name is, for what lies outside of all sectors
     * @param received in the period
     * @param due promises that fell due in it, without the acknowledgement
     * @param kept of these, in time
     */
    public record InSector(String code, String name, int received, int due, int kept) {

        private InSector plus(InSector other) {
            return new InSector(code, name, received + other.received, due + other.due, kept + other.kept);
        }
    }

    private final JdbcClient jdbc;
    private final SectorNames sectorNames;
    private final Arrivals arrivals;

    PromisesBySector(JdbcClient jdbc, SectorNames sectorNames, Arrivals arrivals) {
        this.jdbc = jdbc;
        this.sectorNames = sectorNames;
        this.arrivals = arrivals;
    }

    /** By code; those in which nothing came in or fell due are left out. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<InSector> list(Period period, FigureFilter filter) {
        Map<String, InSector> sectors = new TreeMap<>();
        arrivals.sectors(period, filter)
                .forEach(each -> sectors.merge(
                        each.code(), new InSector(each.code(), each.name(), each.n(), 0, 0), InSector::plus));
        fellDue(period, filter).forEach(each -> sectors.merge(each.code(), each, InSector::plus));
        return new ArrayList<>(sectors.values());
    }

    private List<InSector> fellDue(Period period, FigureFilter filter) {
        Map<String, Object> values = new HashMap<>();
        Instant from = period.from(CurrentJurisdiction.get().zone());
        values.put("from", Timestamp.from(from));
        values.put("asOf", Timestamp.from(arrivals.asOf(period)));
        String wanted = filter.and(values);
        Map<UUID, Life.Named> names = sectorNames.list();
        Life.Named nowhere = new Life.Named("", "");
        return jdbc.sql(COUNTED.formatted(Lives.FILED, wanted))
                .params(values)
                .query((row, n) -> {
                    UUID id = row.getObject("sector_id", UUID.class);
                    Life.Named named = id == null ? nowhere : names.getOrDefault(id, nowhere);
                    return new InSector(named.code(), named.name(), 0, row.getInt("due"), row.getInt("kept"));
                })
                .list();
    }
}
