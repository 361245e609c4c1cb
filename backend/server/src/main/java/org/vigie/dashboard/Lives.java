package org.vigie.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.dashboard.Life.Named;

/** Requests as they were known at a moment: what was written down later is not read. */
@Repository
class Lives {

    /**
     * Each request beside what it was filed under at {@code :asOf}. All of that is there; it is joined from the left by its whole key, so that
     * what nobody asks of is not looked up.
     */
    static final String FILED = """
             from request.request r
            left join (
                select distinct on (f.request_id) f.* from request.filed_before f
                where f.until >= :asOf order by f.request_id, f.until) f on f.request_id = r.request_id
            left join catalogue.category c
                on c.jurisdiction_id = r.jurisdiction_id and c.category_id = coalesce(f.category_id, r.category_id)
            left join catalogue.domain d on d.jurisdiction_id = c.jurisdiction_id and d.domain_id = c.domain_id
            left join catalogue.service v on v.jurisdiction_id = r.jurisdiction_id and v.service_id = coalesce(f.service_id, r.service_id)
            left join team.team t on t.jurisdiction_id = r.jurisdiction_id and t.team_id = coalesce(f.team_id, r.team_id)
            left join territory.sector s
                on s.jurisdiction_id = r.jurisdiction_id and s.sector_id = case when f.request_id is null then r.day_sector_id else f.day_sector_id end
            where r.received_at < :asOf
            """;

    /**
     * Whatever adds something to a period that begins at {@code :from}; all else ended, with its promises, before it. A step that a phone
     * told late may have set the last change back by a week, and what another system sends may bear any date.
     */
    private static final String REQUESTS = """
            select r.request_id, r.kind, r.channel, r.received_at, c.code as category, c.name as category_name, c.is_private,
                d.code as domain, d.name as domain_name, v.code as service, v.name as service_name, t.code as team, t.name as team_name,
                s.sector_id, s.code as sector
            %s and (r.received_at >= :from or r.changed_at >= cast(:from as timestamptz) - interval '8 days' or r.source is not null
                or r.state in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED')
                or r.request_id in (select request_id from request.deadline where due_at >= :from)
                or r.request_id in (select request_id from request.deadline_before where due_at >= :from))
            """.formatted(FILED);

    private static final String HISTORY = """
            select h.request_id, h.happened_at, h.entry, h.to_state, h.actor_account_id is not null as by_staff
            from unnest(cast(:ids as uuid[])) concerned (request_id) join request.history h using (request_id)
            where coalesce(h.recorded_at, h.happened_at) < :asOf
            order by h.happened_at, h.entry_id
            """;

    /** The version that held: of a promise that was begun anew, also the one that it was before. */
    private static final String PROMISES = """
            with concerned as (select request_id from unnest(cast(:ids as uuid[])) c (request_id))
            select p.*, coalesce(p.paused_at < :asOf, false) and p.met_at is null as is_paused from (
                select d.request_id, d.commitment, d.due_at, case when d.met_at < :asOf then d.met_at end as met_at, d.warns_at, d.paused_at
                from concerned join request.deadline d using (request_id)
                where d.starts_at < :asOf and not exists (
                    select from request.deadline_before b
                    where b.request_id = d.request_id and b.commitment = d.commitment and b.starts_at = d.starts_at and b.until >= :asOf)
                union all
                select b.request_id, b.commitment, b.due_at, case when b.met_at < :asOf then b.met_at end, b.warns_at, b.paused_at
                from concerned join (
                    select distinct on (request_id, commitment, starts_at) * from request.deadline_before
                    where starts_at < :asOf
                    order by request_id, commitment, starts_at, until >= :asOf desc, case when until >= :asOf then until end, until desc) b
                    using (request_id)
                where b.until >= :asOf or not exists (
                    select from request.deadline d
                    where d.request_id = b.request_id and d.commitment = b.commitment and d.starts_at = b.starts_at)) p
            """;

    private static final String HAND_OVERS = """
            select request_id, until from (
                select f.request_id, f.until, f.team_id as before,
                    coalesce(lead(f.team_id) over (partition by f.request_id order by f.until), r.team_id) as after
                from request.filed_before f join request.request r using (jurisdiction_id, request_id)) changed
            where before <> after and until < :asOf order by until
            """;

    private static final int ROWS_AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final SectorNames sectorNames;

    Lives(JdbcClient jdbc, SectorNames sectorNames) {
        this.jdbc = jdbc;
        this.sectorNames = sectorNames;
    }

    /** Those that add something to the figures of a period that begins at {@code from}, as known at {@code asOf}. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Collection<Life> list(Instant from, Instant asOf, FigureFilter filter) {
        Map<String, Object> values = new HashMap<>();
        values.put("from", Timestamp.from(from));
        values.put("asOf", Timestamp.from(asOf));
        Map<UUID, Life> lives = new LinkedHashMap<>();
        Map<UUID, Named> sectors = sectorNames.list();
        String wanted = filter.and(values);
        read(REQUESTS + wanted, values, row -> lives.put(id(row), LifeRow.life(row, sectors)));
        values.put("ids", lives.keySet().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")));
        read(HISTORY, values, row -> {
            Life life = lives.get(id(row));
            if (life != null) {
                life.steps().add(LifeRow.step(row));
            }
        });
        read(PROMISES, values, row -> {
            Life life = lives.get(id(row));
            if (life != null) {
                life.promises().add(LifeRow.promise(row));
            }
        });
        read(HAND_OVERS, values, row -> {
            Life life = lives.get(id(row));
            if (life != null) {
                life.handOvers().add(row.getTimestamp("until").toInstant());
            }
        });
        return lives.values();
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject("request_id", UUID.class);
    }

    private void read(String sql, Map<String, Object> values, RowCallbackHandler reader) {
        jdbc.sql(sql).withFetchSize(ROWS_AT_ONCE).params(values).query(reader);
    }
}
