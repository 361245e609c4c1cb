package org.vigie.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.access.Ids;
import org.vigie.access.database.CopyRows;
import org.vigie.geo.Wgs84Point;

/** Requests by where they lie, many at once: what follows when sectors change. */
@Repository
public class RequestsInSectors {

    /** A request that has a position, and what decided who works on it. */
    public record Placed(
            UUID id,
            UUID categoryId,
            Wgs84Point position,
            Optional<UUID> sectorId,
            Optional<UUID> chosenSectorId,
            UUID teamId,
            Assignment.Rule rule) {}

    /**
     * What becomes of one.
     *
     * @param told to staff, in its history
     */
    public record Replaced(
            Placed before,
            Place.Rule placementRule,
            Optional<UUID> sectorId,
            Optional<UUID> sectorVersionId,
            Optional<Double> metresToEdge,
            UUID teamId,
            Assignment.Rule rule,
            String told) {}

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final ApplicationEventPublisher events;

    RequestsInSectors(JdbcClient jdbc, DataSource dataSource, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.events = events;
    }

    /** The ids that end portions of so many each, in order; what comes after the last is the rest. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> portionEnds(Collection<RequestState> states, int size) {
        return jdbc.sql("""
                        select request_id from (
                            select request_id, row_number() over (order by request_id) as place from request.request
                            where jurisdiction_id = access.current_jurisdiction() and state in (:states) and location is not null) r
                        where place % :size = 0 order by request_id
                        """)
                .param("states", states.stream().map(RequestState::name).toList())
                .param("size", size)
                .query((row, n) -> row.getObject("request_id", UUID.class))
                .list();
    }

    /**
     * Those of a portion, which nobody else changes before this transaction ends.
     *
     * @param after not in it
     * @param upTo in it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Placed> lock(Collection<RequestState> states, UUID after, UUID upTo) {
        return jdbc.sql("""
                        select request_id, category_id, st_x(location) as longitude, st_y(location) as latitude, sector_id, team_id,
                            assignment_rule, case when placement_rule = 'CHOSEN' then sector_id end as chosen_sector_id
                        from request.request
                        where jurisdiction_id = access.current_jurisdiction() and request_id > :after and request_id <= :upTo
                            and state in (:states) and location is not null
                        order by request_id for update
                        """)
                .param("states", states.stream().map(RequestState::name).toList())
                .param("after", after)
                .param("upTo", upTo)
                .query(RequestsInSectors::read)
                .list();
    }

    /**
     * Stores sector, team and a line of history of each, and tells it once. The disk is not waited for: whoever does this does it again
     * after a crash, and what commits later is never on the disk before it.
     *
     * @param toldOneByOne see {@link RequestsPlacedAnew}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(List<Replaced> replaced, String actorLabel, Instant now, boolean toldOneByOne) {
        if (replaced.isEmpty()) {
            return;
        }
        jdbc.sql("set local synchronous_commit = off").update();
        stage(replaced);
        jdbc.sql(UPDATE).param("now", Timestamp.from(now)).update();
        jdbc.sql(INSERT_ENTRIES)
                .param("now", Timestamp.from(now))
                .param("actor", actorLabel)
                .update();
        events.publishEvent(new RequestsPlacedAnew(
                replaced.stream()
                        .map(each -> new RequestsPlacedAnew.Moved(
                                each.before().id(), each.teamId(), each.before().teamId()))
                        .toList(),
                now,
                toldOneByOne));
    }

    private void stage(List<Replaced> replaced) {
        jdbc.sql("""
                        create temp table if not exists replaced_request (request_id uuid not null, entry_id uuid not null, sector_id uuid,
                            sector_version_id uuid, placement_rule text not null, metres_to_edge double precision, team_id uuid not null,
                            assignment_rule text not null, told text not null) on commit drop
                        """).update();
        try (CopyRows rows = new CopyRows(dataSource, "replaced_request")) {
            for (Replaced each : replaced) {
                rows.row(
                        each.before().id(),
                        Ids.next(),
                        each.sectorId().orElse(null),
                        each.sectorVersionId().orElse(null),
                        each.placementRule(),
                        each.metresToEdge().orElse(null),
                        each.teamId(),
                        each.rule(),
                        each.told());
            }
        }
        jdbc.sql("analyze replaced_request").update();
    }

    private static Placed read(ResultSet row, int rowNumber) throws SQLException {
        return new Placed(
                row.getObject("request_id", UUID.class),
                row.getObject("category_id", UUID.class),
                new Wgs84Point(row.getDouble("longitude"), row.getDouble("latitude")),
                Optional.ofNullable(row.getObject("sector_id", UUID.class)),
                Optional.ofNullable(row.getObject("chosen_sector_id", UUID.class)),
                row.getObject("team_id", UUID.class),
                Assignment.Rule.valueOf(row.getString("assignment_rule")));
    }

    /** The bounds change nothing but the plan: without them every portion reads the whole table. */
    private static final String UPDATE = """
            update request.request r
            set sector_id = s.sector_id, sector_version_id = s.sector_version_id, placement_rule = s.placement_rule,
                metres_to_edge = s.metres_to_edge, team_id = s.team_id, assignment_rule = s.assignment_rule,
                assignment_reason = case when r.team_id = s.team_id then r.assignment_reason else s.told end, changed_at = :now,
                revision = r.revision + 1
            from replaced_request s where r.jurisdiction_id = access.current_jurisdiction() and r.request_id = s.request_id
                and r.request_id >= (select request_id from replaced_request order by request_id limit 1)
                and r.request_id <= (select request_id from replaced_request order by request_id desc limit 1)
            """;

    private static final String INSERT_ENTRIES = """
            insert into request.history (jurisdiction_id, request_id, entry_id, happened_at, entry, staff_text, actor_label)
            select access.current_jurisdiction(), request_id, entry_id, :now, 'MOVED', told, :actor from replaced_request
            """;
}
